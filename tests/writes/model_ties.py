"""The rules of bonds between children and of ties to the community, once more and by hand."""

from __future__ import annotations

from collections.abc import Mapping

from tests.writes.model import TODAY, Draft, Write
from tests.writes.model_days import BEGINS_BY, ENDS_BY, begins_in_life, bounded, ends_in_life
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
    draft.must(not any(draft.world.of("SiblingBond", child=child.id, sibling=sibling.id)), "CONFLICT", "siblingId")

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
    rest = {name: None for name in ("child", "home", "partner", "endedOn", "note") if name not in cells}
    return lambda: [draft.world.create("CommunityLink", id_, cells, **rest).id]


def end_community_link(draft: Draft) -> Write | None:
    """A tie ends after its first day."""
    bounded(draft, "endedOn", ENDS_BY)
    own, day = draft.own("CommunityLink"), draft.given["endedOn"]
    if own is None:
        return None
    if own.cells["child"] is not None:
        ends_in_life(draft, draft.world.rows[own.cells["child"]], day, "endedOn")
    home = draft.world.find(draft.who, "Home", own.cells["home"])
    if home is not None:
        draft.must(home.cells["closedOn"] is None or day <= home.cells["closedOn"], "CONFLICT", "endedOn")
    draft.must(day > own.cells["startedOn"], "CONFLICT", "endedOn")

    def write() -> list[str]:
        draft.world.before_death.pop(own.id, None)
        draft.world.change(own, {"endedOn": day})
        return [own.id]

    return write


TIES: Mapping[str, Rule] = {
    "recordSiblingBond": record_sibling_bond,
    "addCommunityLink": add_community_link,
    "endCommunityLink": end_community_link,
}
