"""The rules of caregivers, once more and by hand: who is cleared, who cares for a home, who is a child's key carer."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from tests.writes.model import TODAY, Cells, Draft, Kept, Write
from tests.writes.model_days import BEGINS_BY, ENDS_BY, NEVER_ENDS, begins_in_life, begun, bounded, ends_in_life
from tests.writes.model_owed import newest
from tests.writes.model_rules import Rule, chosen, created, is_cleared, lives
from tests.writes.model_ties import goes_on

CLEARS = ("PASSED", "CONDITIONS")
ASKED_ALONE = "HOUSEHOLD_ADULT"
"""The kind of caregiver of whom one check alone is asked, which is the one that is recorded here."""
Assigned = "CaregiverAssignment"


def record_caregiver(draft: Draft) -> Write | None:
    """Whoever is engaged; nobody has been checked by that."""
    given, id_ = draft.given, created(draft, "Caregiver")
    bounded(draft, "engagedOn", BEGINS_BY)
    programme = draft.link("Programme", "programmeId")
    if programme is None:
        return None
    cells = {"programme": programme.id, **chosen(given, "givenName", "kind", "engagedOn")}
    cells |= {"minimumQualification": "YES", "clearedUntil": None}
    return lambda: [draft.world.create("Caregiver", id_, cells, familyName=None, leftOn=None, voidReason=None).id]


def record_check(draft: Draft) -> Write | None:
    """Until when a caregiver is cleared says the newest check, where it alone is asked."""
    given, world, id_ = draft.given, draft.world, created(draft, "CaregiverCheck")
    bounded(draft, "decidedOn", TODAY)
    caregiver = draft.link("Caregiver", "caregiverId")
    if caregiver is None:
        return None

    def write() -> list[str]:
        cells = {"caregiver": caregiver.id, "programme": caregiver.programme}
        cells |= chosen(given, "kind", "decidedOn", "validUntil", "outcome")
        row = world.create("CaregiverCheck", id_, cells, voidReason=None)
        last = max(world.of("CaregiverCheck", caregiver=caregiver.id), key=lambda each: newest(each, "decidedOn"))
        until = last.cells["validUntil"] if last.cells["outcome"] in CLEARS else None
        until = until if caregiver.cells["kind"] == ASKED_ALONE else None
        if until != caregiver.cells["clearedUntil"]:
            world.change(caregiver, {"clearedUntil": until})
        return [row.id]

    return write


def move_caregiver(draft: Draft) -> Write | None:
    """What the office has checked goes along; what the caregiver cares for stays whose it is."""
    own, programme, world = draft.own("Caregiver"), draft.link("Programme", "programmeId"), draft.world
    if own is None or programme is None:
        return None
    draft.must(own.programme != programme.id, "CONFLICT", "programmeId")

    def write() -> list[str]:
        to = {"programme": programme.id}
        world.change(own, {**to, **{name: own.cells[name] for name in ("minimumQualification", "clearedUntil")}})
        world.noticed(world.of(Assigned, caregiver=own.id))
        for row in [row for row in world.rows.values() if row.type == "CaregiverCheck"]:
            if row.cells["caregiver"] == own.id:
                world.change(row, to)
        return [own.id]

    return write


def _cares(draft: Draft, whole: Kept | None, name: str) -> Kept | None:
    """What holds of whoever is to care for a home, or for a child."""
    caregiver, start = draft.link("Caregiver", name), draft.given["startedOn"]
    if caregiver is None:
        return None
    cells = caregiver.cells
    draft.must(cells["engagedOn"] <= start < (cells["leftOn"] or NEVER_ENDS), "CONFLICT", "startedOn")
    draft.must(start <= TODAY or is_cleared(caregiver, start), "CONFLICT", name)
    if whole is not None:
        draft.must(caregiver.programme == whole.programme, "CONFLICT", name)
    return caregiver


def _of_home(draft: Draft) -> Kept | None:
    home, start = draft.link("Home", "homeId"), draft.given["startedOn"]
    if home is not None:
        draft.must(home.cells["openedOn"] <= start < (home.cells["closedOn"] or NEVER_ENDS), "CONFLICT", "startedOn")
    return home


def _assigned(draft: Draft, id_: str, cells: Cells, caregiver: Kept, **rest: object) -> Kept:
    said = {"caregiver": caregiver.id, "caregiverName": caregiver.cells["givenName"]}
    said |= {"startedOn": draft.given["startedOn"], **cells}
    empty = {name: None for name in ("endedOn", "endReason", "voidReason") if name not in said}
    return draft.world.create(Assigned, id_, said, **empty, **rest)


def _named(draft: Draft, child: str, programme: str, caregiver: Kept) -> None:
    """Somebody is a child's key carer from the day on."""
    cells = {"child": child, "home": None, "programme": programme, "role": "KEY_CARER"}
    _assigned(draft, draft.world.placeholder(Assigned), cells, caregiver)


def _goes_on(row: Kept, day: str) -> bool:
    return bool((row.cells["endedOn"] or NEVER_ENDS) > day)


def _seen(draft: Draft, **cells: object) -> Iterable[Kept]:
    return (row for row in draft.world.of(Assigned, **cells) if draft.world.sees(draft.who, row))


def assign_caregiver(draft: Draft) -> Write | None:
    """The only parent of a home is key carer of its children who have none."""
    given, start, id_ = draft.given, draft.given["startedOn"], created(draft, Assigned)
    bounded(draft, "startedOn", BEGINS_BY)
    home = _of_home(draft)
    caregiver = _cares(draft, home, "caregiverId")
    draft.must(given["role"] != "KEY_CARER", "BAD_USER_INPUT", "role")
    if home is None or caregiver is None:
        return None

    def write() -> list[str]:
        children = [] if given["role"] != "PARENT" else _without_key_carer(draft, home, start)
        cells = {"child": None, "home": home.id, "programme": home.programme, "role": given["role"]}
        row = _assigned(draft, id_, cells, caregiver)
        for stay in children:
            _named(draft, stay.cells["child"], stay.programme, caregiver)
        return [row.id]

    return write


def _without_key_carer(draft: Draft, home: Kept, start: str) -> list[Kept]:
    if any(_goes_on(row, start) for row in _seen(draft, home=home.id, role="PARENT")):
        return []
    stays = [row for row in draft.world.of("Placement", home=home.id) if draft.world.sees(draft.who, row)]
    return [
        row
        for row in stays
        if lives(row, start) and not any(_goes_on(each, start) for each in _seen(draft, child=row.cells["child"]))
    ]


def name_key_carer(draft: Draft) -> Write | None:
    """Whoever was it before is it no longer from the day on; nobody may be named for later."""
    start, id_ = draft.given["startedOn"], created(draft, Assigned)
    bounded(draft, "startedOn", BEGINS_BY)
    child = draft.link("Child", "childId")
    caregiver = _cares(draft, child, "caregiverId")
    if child is not None:
        begins_in_life(draft, child, start)
        ends_in_life(draft, child, None, "startedOn")
    if child is None or caregiver is None:
        return None
    rows = list(draft.world.of(Assigned, child=child.id))
    before = [row for row in rows if row.cells["startedOn"] < start and _goes_on(row, start)]
    later = [row for row in rows if row not in before and _goes_on(row, max(start, row.cells["startedOn"]))]
    draft.holds(not later, "CONFLICT", "startedOn")

    def write() -> list[str]:
        for row in before:
            end(draft, row, start, "REPLACED")
        cells = {"child": child.id, "home": None, "programme": child.programme, "role": "KEY_CARER"}
        return [_assigned(draft, id_, cells, caregiver).id]

    return write


def hand_over_home(draft: Draft) -> Write | None:
    """For the home, and for each child who lives there and whose key carer the first one is."""
    world, day, id_ = draft.world, draft.given["startedOn"], created(draft, Assigned)
    bounded(draft, "startedOn", BEGINS_BY)
    home, gives = _of_home(draft), draft.link("Caregiver", "fromId")
    takes = _cares(draft, home, "toId")
    if home is None or gives is None:
        return None
    there = {row.cells["child"] for row in world.of("Placement", home=home.id) if lives(row, day)}
    cared = [
        row
        for row in _seen(draft, caregiver=gives.id)
        if row.cells["startedOn"] < day
        and _goes_on(row, day)
        and ((row.cells["home"] == home.id and row.cells["role"] == "PARENT") or row.cells["child"] in there)
    ]
    draft.must(any(row.cells["child"] is None for row in cared), "CONFLICT", "fromId")
    if takes is None:
        return None

    def write() -> list[str]:
        was = [(row, dict(row.cells)) for row in cared]
        for row in cared:
            end(draft, row, day, "HANDED_OVER")
        parents = [each for each in was if each[1]["child"] is None]
        for _, cells in (parents[0], *(each for each in was if each[1]["child"] is not None)):
            told = {name: cells[name] for name in ("child", "home", "programme", "role")}
            until = {name: cells[name] if cells["child"] else None for name in ("endedOn", "endReason")}
            _assigned(draft, world.placeholder(Assigned) if cells["child"] else id_, told | until, takes)
        return [id_]

    return write


def end_assignment(draft: Draft) -> Write | None:
    """Somebody is it no longer, from a day that lies in the days of the home, and in the child's life."""
    given, day = draft.given, draft.given["endedOn"]
    bounded(draft, "endedOn", ENDS_BY)
    own = draft.own(Assigned)
    if own is None:
        return None
    goes_on(draft, own)
    draft.must(day >= own.cells["startedOn"], "CONFLICT", "endedOn")
    if own.cells["child"] is not None:
        ends_in_life(draft, draft.world.rows[own.cells["child"]], day, "endedOn")
    home = draft.world.find(draft.who, "Home", own.cells["home"])
    if home is not None:
        draft.must(home.cells["closedOn"] is None or day <= home.cells["closedOn"], "CONFLICT", "endedOn")

    def write() -> list[str]:
        end(draft, own, day, given["endReason"])
        return [own.id]

    return write


def end(draft: Draft, row: Kept, day: str, why: str) -> None:
    """An assignment ends; a death that is taken back leaves it so."""
    draft.world.before_death.pop(row.id, None)
    draft.world.change(row, {"endedOn": day, "endReason": why})


def follow(draft: Draft, placed: Sequence[Kept], home: Kept | None, stays: Sequence[Kept], start: str) -> None:
    """What the team of the home was to children who leave it ends; the parent of the home to come is their key carer.

    Args:
        draft: the attempt.
        placed: the placements to come, as written.
        home: where they come; none where that is none of ours.
        stays: where the children live until then.
        start: the first day.
    """
    children = {row.cells["child"] for row in placed}
    going = [row for child in children for row in _seen(draft, child=child) if _of_the_team(draft, row, stays, start)]
    for row in going:
        end(draft, row, start, "CHILD_MOVED")
    parents = [] if home is None else list(_seen(draft, home=home.id, role="PARENT"))
    parents = [row for row in parents if lives(row, start)]
    if len(parents) != 1:
        return
    (parent,) = parents
    for row in placed:
        held = [each for each in _seen(draft, child=row.cells["child"]) if each not in going]
        if not any(_goes_on(each, start) for each in held):
            who = draft.world.rows[parent.cells["caregiver"]]
            _named(draft, row.cells["child"], row.programme, who)


def _of_the_team(draft: Draft, row: Kept, stays: Sequence[Kept], start: str) -> bool:
    """Whether a key carer is of the team of the home where the child lives until the day."""
    homes = {stay.cells["home"] for stay in stays if stay.cells["child"] == row.cells["child"]} - {None}
    team = (each for home in homes for each in _seen(draft, home=home, caregiver=row.cells["caregiver"]))
    return begun(row, start) and _goes_on(row, start) and any(lives(each, start) for each in team)


def end_key_carers(draft: Draft, child: Kept, day: str) -> None:
    """Care ends, and who the child turned to with it; who was to become it later never does."""
    for row in draft.world.of(Assigned, child=child.id):
        if not _goes_on(row, day):
            continue
        if begun(row, day):
            end(draft, row, day, "CARE_ENDED")
        elif row.cells["startedOn"] > TODAY:
            draft.world.change(row, {"voidReason": "Care ends before."}, void=True)


CARERS: Mapping[str, Rule] = {
    "recordCaregiver": record_caregiver,
    "recordCaregiverCheck": record_check,
    "moveCaregiver": move_caregiver,
    "assignCaregiver": assign_caregiver,
    "nameKeyCarer": name_key_carer,
    "handOverHome": hand_over_home,
    "endCaregiverAssignment": end_assignment,
}
