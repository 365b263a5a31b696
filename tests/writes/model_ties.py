"""The rules of bonds between children and of ties to the community, once more and by hand."""

from __future__ import annotations

from collections.abc import Mapping

from tests.writes.model import TODAY, Draft, Kept, Write
from tests.writes.model_days import BEGINS_BY, ENDS_BY, NEVER_ENDS, begins_in_life, bounded, ends_in_life, lasts
from tests.writes.model_rules import Rule, bind, chosen, created


def record_sibling_bond(draft: Draft) -> Write | None:
    """Each holds a bond to the other."""
    given, id_ = draft.given, created(draft, "SiblingBond")
    bounded(draft, "startedOn", TODAY)
    child, sibling = draft.link("Child", "childId"), draft.link("Child", "siblingId")
    day = given.get("startedOn", TODAY)
    for each in (child, sibling):
        if each is not None:
            begins_in_life(draft, each, day)
    other_country = given["childId"].split("_")[1] != draft.who.country
    draft.alone(given["childId"] != given["siblingId"] or other_country, "BAD_USER_INPUT", "siblingId")
    if child is None or sibling is None:
        return None
    bonds = draft.world.of("SiblingBond", child=child.id, sibling=sibling.id)
    draft.must(not any(lasts(row, day) for row in bonds), "CONFLICT", "siblingId")

    def write() -> list[str]:
        bind(draft, id_, child, sibling, given["kind"], day)
        bind(draft, draft.world.placeholder("SiblingBond"), sibling, child, given["kind"], day)
        return [id_]

    return write


def add_community_link(draft: Draft) -> Write | None:
    """A tie is a child's, or else a home's."""
    given, id_ = draft.given, created(draft, "CommunityLink")
    bounded(draft, "startedOn", BEGINS_BY)
    child = draft.link("Child", "childId") if "childId" in given else None
    home = draft.link("Home", "homeId") if "homeId" in given else None
    owner = child or home
    draft.alone("childId" in given or "homeId" in given, "BAD_USER_INPUT", "childId")
    if child is not None:
        begins_in_life(draft, child, given["startedOn"])
        ends_in_life(draft, child, None, "startedOn")
    if home is not None:
        day, closed = given["startedOn"], home.cells["closedOn"]
        draft.must(home.cells["openedOn"] <= day and (closed is None or day < closed), "CONFLICT", "startedOn")
    if owner is None or draft.missing:
        return None
    cells = chosen({"child": given.get("childId"), "home": given.get("homeId")}, *(
        name for name in ("child", "home") if f"{name}Id" in given
    ))  # fmt: skip
    cells |= {"programme": owner.cells["programme"], **chosen(given, "kind", "startedOn")}
    rest = {name: None for name in ("child", "home", "partner", "endedOn", "note", "voidReason") if name not in cells}
    return lambda: [draft.world.create("CommunityLink", id_, cells, **rest).id]


def end_community_link(draft: Draft) -> Write | None:
    """A tie does not end before its first day."""
    bounded(draft, "endedOn", ENDS_BY)
    own, day = draft.own("CommunityLink"), draft.given["endedOn"]
    if own is None:
        return None
    if own.cells["child"] is not None:
        ends_in_life(draft, draft.world.rows[own.cells["child"]], day, "endedOn")
    home = draft.world.find(draft.who, "Home", own.cells["home"])
    if home is not None:
        draft.must(home.cells["closedOn"] is None or day <= home.cells["closedOn"], "CONFLICT", "endedOn")
    draft.must(day >= own.cells["startedOn"], "CONFLICT", "endedOn")
    goes_on(draft, own)
    return lambda: _ended(draft, own, day)


def goes_on(draft: Draft, own: Kept) -> None:
    """What can be set right ends once."""
    draft.must((own.cells["endedOn"] or NEVER_ENDS) > TODAY, "CONFLICT", "id")


def _ended(draft: Draft, own: Kept, day: str | None) -> list[str]:
    draft.world.before_death.pop(own.id, None)
    draft.world.change(own, {"endedOn": day})
    return [own.id]


def correct_community_link(draft: Draft) -> Write | None:
    """Its end is set right, or taken back."""
    bounded(draft, "endedOn", ENDS_BY)
    own, day = draft.own("CommunityLink"), draft.given["endedOn"]
    if own is None:
        return None
    at = "startedOn" if day is None else "endedOn"
    if own.cells["child"] is not None:
        ends_in_life(draft, draft.world.rows[own.cells["child"]], day, "endedOn")
    home = draft.world.find(draft.who, "Home", own.cells["home"])
    if home is not None:
        closed = home.cells["closedOn"]
        draft.must(closed is None or day is None or day <= closed, "CONFLICT", at)
    draft.must(day is None or day >= own.cells["startedOn"], "CONFLICT", "endedOn")
    return lambda: _ended(draft, own, day)


def void_community_link(draft: Draft) -> Write | None:
    """It never was; a death that is taken back leaves it so."""
    own = draft.own("CommunityLink")
    return None if own is None else lambda: taken_back(draft, own)


def taken_back(draft: Draft, *rows: Kept) -> list[str]:
    """Rows that were recorded in error; the first of them is shown."""
    for row in rows:
        draft.world.before_death.pop(row.id, None)
        draft.world.change(row, {"voidReason": draft.given["reason"]}, void=True)
    return [rows[0].id]


def _both(draft: Draft) -> tuple[Kept | None, list[Kept]]:
    """A bond, and the one that the other child holds; who does not see that one changes neither."""
    own = draft.own("SiblingBond")
    if own is None:
        return None, []
    key = {"child": own.cells["sibling"], "sibling": own.cells["child"], "startedOn": own.cells["startedOn"]}
    key["endedOn"] = own.cells["endedOn"]
    back = [row for row in draft.world.of("SiblingBond", **key) if draft.world.sees(draft.who, row)]
    if not back and not own.void and draft.who.programme is not None:
        draft.missing.add(("FORBIDDEN", "input.id"))
    return own, [own, *back]


def end_sibling_bond(draft: Draft) -> Write | None:
    """For both."""
    bounded(draft, "endedOn", TODAY)
    own, both = _both(draft)
    day = draft.given["endedOn"]
    if own is None:
        return None
    goes_on(draft, own)
    draft.must(day >= own.cells["startedOn"], "CONFLICT", "endedOn")

    def write() -> list[str]:
        for row in both:
            draft.world.change(row, {"endedOn": day})
        return [own.id]

    return write


def void_sibling_bond(draft: Draft) -> Write | None:
    """For both."""
    own, both = _both(draft)
    return None if own is None else lambda: taken_back(draft, *both)


TIES: Mapping[str, Rule] = {
    "recordSiblingBond": record_sibling_bond,
    "addCommunityLink": add_community_link,
    "endCommunityLink": end_community_link,
    "correctCommunityLink": correct_community_link,
    "voidCommunityLink": void_community_link,
    "endSiblingBond": end_sibling_bond,
    "voidSiblingBond": void_sibling_bond,
}
