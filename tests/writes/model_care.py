"""The rules of care and of what the law says of a child, once more and by hand."""

from __future__ import annotations

from collections.abc import Mapping

from tests.writes.model import TODAY, Draft, Kept, Write
from tests.writes.model_away import end_along, nothing_begins_behind
from tests.writes.model_carers import end_key_carers
from tests.writes.model_days import BEGINS_BY, ENDS_BY, NEVER_ENDS, begins_in_life, begun, bounded, ends_in_life, lasts
from tests.writes.model_owed import follow_up, no_longer_owed
from tests.writes.model_rules import Rule, chosen, created
from tests.writes.model_ties import goes_on, taken_back

REASON_OF = {"FAMILY": "REUNIFICATION_WITH_FAMILY", "KIN": "KINSHIP_CARE_OUTSIDE", "NOT_KNOWN": "OTHER"}
"""What the last placement says of the end of care."""
OF_CARE = ("CARE_ORDER", "AGREEMENT")


def end_care(draft: Draft) -> Write | None:
    """Care ends, and where the child lives with it; what was planned behind it is not to be."""
    bounded(draft, "endedOn", ENDS_BY)
    bounded(draft, "followUpUntil", BEGINS_BY)
    own, world, day, to = draft.own("CareEpisode"), draft.world, draft.given["endedOn"], draft.given["destination"]
    draft.alone(to != "NOT_KNOWN" or day <= TODAY, "CONFLICT", "destination", "endedOn")
    if own is None:
        return None
    goes_on(draft, own)
    draft.must(day >= own.cells["startedOn"], "CONFLICT", "endedOn")
    child = world.rows[own.cells["child"]]
    ends_in_life(draft, child, day, "endedOn")
    nothing_begins_behind(draft, lambda row: row.cells["child"] == child.id, day, "endedOn")

    def write() -> list[str]:
        world.before_death.pop(own.id, None)
        world.change(own, {"endedOn": day, "destination": to, **chosen(draft.given, "followUpUntil")})
        for row in world.of("Placement", child=child.id):
            if (row.cells["endedOn"] or NEVER_ENDS) <= day:
                continue
            if begun(row, day):
                world.change(row, {"endedOn": day, "endReason": REASON_OF[to]})
            elif row.cells["startedOn"] > TODAY:
                world.change(row, {"voidReason": "Care ends before."}, void=True)
            else:
                continue
            end_along(draft, [row])
        end_key_carers(draft, child, day)
        no_longer_owed(draft, child, day, "CARE_ENDED")
        if "followUpUntil" in draft.given:
            follow_up(draft, own, draft.given["followUpUntil"])
        return [own.id]

    return write


def _on_one_ground(draft: Draft, child: Kept) -> bool:
    """Whether no other ground of care is there from the day on."""
    others = [row for row in draft.world.of("LegalStatus", child=child.id) if row.cells["kind"] in OF_CARE]
    start = draft.given["startedOn"]
    return draft.given["kind"] not in OF_CARE or not any(lasts(row, start) for row in others)


def record_legal_status(draft: Draft) -> Write | None:
    """One ground of care at a time; a child may ask for asylum beside it."""
    given, id_ = draft.given, created(draft, "LegalStatus")
    bounded(draft, "startedOn", BEGINS_BY)
    child = draft.link("Child", "childId")
    if child is None:
        return None
    begins_in_life(draft, child, given["startedOn"])
    ends_in_life(draft, child, None, "startedOn")
    draft.must(_on_one_ground(draft, child), "CONFLICT", "kind")
    cells = {"child": child.id, "programme": child.cells["programme"], **chosen(given, "kind", "startedOn")}
    answers = dict.fromkeys(("represented", "parentsAgree"), "NOT_KNOWN")
    return lambda: [draft.world.create("LegalStatus", id_, cells, endedOn=None, voidReason=None, **answers).id]


def end_legal_status(draft: Draft) -> Write | None:
    """It does not end before its first day, and ends once."""
    bounded(draft, "endedOn", ENDS_BY)
    own, day = draft.own("LegalStatus"), draft.given["endedOn"]
    if own is None:
        return None
    ends_in_life(draft, draft.world.rows[own.cells["child"]], day, "endedOn")
    draft.must(day >= own.cells["startedOn"], "CONFLICT", "endedOn")
    goes_on(draft, own)

    def write() -> list[str]:
        draft.world.before_death.pop(own.id, None)
        draft.world.change(own, {"endedOn": day})
        return [own.id]

    return write


def void_legal_status(draft: Draft) -> Write | None:
    """It never was."""
    own = draft.own("LegalStatus")
    return None if own is None else lambda: taken_back(draft, own)


CARE: Mapping[str, Rule] = {
    "endCare": end_care,
    "recordLegalStatus": record_legal_status,
    "endLegalStatus": end_legal_status,
    "voidLegalStatus": void_legal_status,
}
