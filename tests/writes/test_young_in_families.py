"""Young children live in families: a plan of anything else says until when, a fact is always recorded."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from graph.entities.arrangement import OF_NO_HOME, SETTING_OF, PlacementArrangement, PlacementSetting
from tests.writes.operations import seen
from tests.writes.writes import uuid_of

if TYPE_CHECKING:
    from tests.writes.writes import Json, Row, Told, Writes

AHEAD, TODAY = "2027-01-10", "2026-11-22"
SMALL, OF_AGE = "2024-05-01", "2023-05-01"
"""Birth dates: two years old on both days, and three."""
ANSWER = {"reason": "Her mother is to come out of hospital.", "authorisedBy": "Head of the office"}
UNTIL = ANSWER | {"lapsesOn": "2027-02-01"}
NOTED = {"rule": "UNDER_THREE", "dated": AHEAD, "lapsesOn": "2027-02-01"}


async def _group(writes: Writes) -> Row:
    """A group home that may take children."""
    home: Row = await writes.home(form="SMALL_GROUP_HOME", capacity=30)
    about = {"homeId": home["id"], "kind": "LICENCE", "heldOn": "2024-01-01", "validUntil": "2030-01-01"}
    await writes.ok("recordInspection", **about, outcome="PASSED", carriedOutBy="District")
    return home


async def _placed(writes: Writes, child: Row, as_: str = "office", /, **given: Json) -> Told:
    return await writes.do("placeChild", as_, **{"childId": child["id"], "startedOn": AHEAD} | given)


async def _noted(writes: Writes, child: Row) -> list[Row]:
    rows = await writes.rows(
        'SELECT rule, dated::text, lapses_on::text AS "lapsesOn" FROM placement_exception WHERE child_id = $1'
        " ORDER BY dated",
        uuid_of(child["id"]),
    )
    return [dict(row) for row in rows]


async def _rule(writes: Writes, key: str, value: str) -> None:
    whole = int(value) if value.isdigit() else None
    await writes.operator.execute(
        "UPDATE policy SET value = $2, whole = $3 WHERE code = 'BE' AND key = $1", key, value, whole
    )


async def test_a_plan_of_a_small_child_chooses_a_family(writes: Writes) -> None:
    """A group home is refused for both who may plan; a family, a child of age, and one of whom nobody knows it pass."""
    group, family, child = await _group(writes), await writes.home(), await writes.child(birthDate=SMALL)
    for as_ in ("office", "caseworker"):
        told = await _placed(writes, child, as_, homeId=group["id"])
        assert told.reasons == {"UNDER_THREE"}
        assert told.refused == [("CONFLICT", "input.startedOn")]
    answered = await _placed(writes, child, homeId=group["id"], exception=ANSWER)
    assert answered.reasons == {"UNDER_THREE"}
    assert not (await _placed(writes, child, "caseworker", homeId=family["id"])).errors
    for birth in ({"birthDate": OF_AGE}, {"birthDate": None}):
        other = await writes.child(**birth)
        assert not (await _placed(writes, other, "caseworker", homeId=group["id"])).errors


async def test_a_plan_that_says_until_when_stays_on_record(writes: Writes) -> None:
    """With its day; without a home too."""
    group = await _group(writes)
    for where in ({"homeId": group["id"]}, {"arrangement": "FAMILY_CENTRE"}):
        child = await writes.child(birthDate=SMALL)
        assert not (await _placed(writes, child, "caseworker", **where, exception=UNTIL)).errors
        assert await _noted(writes, child) == [NOTED]
    of_age = await writes.child(birthDate=OF_AGE)
    assert not (await _placed(writes, of_age, homeId=group["id"], exception=UNTIL)).errors
    assert await _noted(writes, of_age) == []
    early = UNTIL | {"lapsesOn": AHEAD}
    other = await writes.child(birthDate=SMALL)
    told = await _placed(writes, other, homeId=group["id"], exception=early)
    assert told.reasons == {"ENDS_BEFORE_START"}


async def test_a_fact_is_recorded_and_noted_where_somebody_answers(writes: Writes) -> None:
    """A child that came at night is where it is."""
    child, other, group = await writes.child(birthDate=SMALL), await writes.child(birthDate=SMALL), await _group(writes)
    assert not (await _placed(writes, child, "caseworker", homeId=group["id"], startedOn=TODAY)).errors
    assert await _noted(writes, child) == []
    told = await _placed(writes, other, "caseworker", homeId=group["id"], startedOn=TODAY, exception=ANSWER)
    assert not told.errors
    assert await _noted(writes, other) == [NOTED | {"dated": TODAY, "lapsesOn": None}]


@pytest.mark.parametrize("arrangement", OF_NO_HOME)
async def test_what_is_none_of_ours_counts_as_the_table_says(writes: Writes, arrangement: PlacementArrangement) -> None:
    """What is residential anywhere is asked alike."""
    child = await writes.child(birthDate=SMALL)
    told = await _placed(writes, child, arrangement=arrangement)
    residential = SETTING_OF[arrangement] is PlacementSetting.RESIDENTIAL
    assert told.reasons == ({"UNDER_THREE"} if residential else set())


async def test_the_country_says_the_age_and_what_counts(writes: Writes) -> None:
    """Twelve, and a form that counts otherwise there, without a line of code."""
    group, family = await _group(writes), await writes.home()
    eleven, child = await writes.child(birthDate="2015-05-01"), await writes.child(birthDate=SMALL)
    await _rule(writes, "family_only_under_age", "12")
    await _rule(writes, "setting_of.KINSHIP_FAMILY", "RESIDENTIAL")
    try:
        assert (await _placed(writes, eleven, homeId=group["id"])).reasons == {"UNDER_THREE"}
        assert (await _placed(writes, child, homeId=family["id"])).reasons == {"UNDER_THREE"}
    finally:
        await _rule(writes, "family_only_under_age", "3")
        await _rule(writes, "setting_of.KINSHIP_FAMILY", "FAMILY_BASED")
    assert not (await _placed(writes, eleven, homeId=group["id"])).errors


async def test_siblings_move_in_and_the_small_one_alone_is_noted(writes: Writes) -> None:
    """The refusal says which of them; the exception is of that one."""
    group = await _group(writes)
    elder = await writes.child()
    small = await writes.child(birthDate=SMALL, siblings=[{"siblingId": elder["id"], "kind": "FULL"}])
    given = {"childIds": [elder["id"], small["id"]], "homeId": group["id"], "startedOn": AHEAD}
    told = await writes.do("placeSiblings", "caseworker", **given)
    assert told.refused == [("CONFLICT", "input.childIds.1")]
    await writes.ok("placeSiblings", "caseworker", **given, exception=UNTIL)
    assert (await _noted(writes, elder), await _noted(writes, small)) == ([], [NOTED])


async def test_admissions_and_returns_ask_the_same(writes: Writes) -> None:
    """Of a new child, of a registered one, of one that comes back."""
    group = await _group(writes)
    new = writes.about(group, startedOn=AHEAD, birthDate=SMALL)
    assert (await writes.do("admitChild", "caseworker", **new)).reasons == {"UNDER_THREE"}
    admitted = await writes.ok("admitChild", "caseworker", **new, exception=UNTIL)
    assert await _noted(writes, admitted) == [NOTED]
    for name in ("admitChild", "beginCare"):
        child = await writes.ok("registerChild", **writes.to_register(birthDate=SMALL))
        care = {"childId": child["id"], "startedOn": AHEAD, "homeId": group["id"]}
        assert (await writes.do(name, "caseworker", **care)).reasons == {"UNDER_THREE"}
        assert not (await writes.do(name, "caseworker", **care, exception=UNTIL)).errors
        assert await _noted(writes, child) == [NOTED]


async def test_a_correction_asks_anew_what_it_changes(writes: Writes) -> None:
    """Another day or another home is a plan anew; why it ends is none."""
    group, child = await _group(writes), await writes.child(birthDate=SMALL)
    family = await writes.home()
    await _placed(writes, child, homeId=family["id"])
    row = await writes.placement(child)
    given = seen(row) | {"reason": "It was written down wrongly.", "homeId": group["id"]}
    assert (await writes.do("correctPlacement", **given)).reasons == {"UNDER_THREE"}
    await writes.ok("correctPlacement", **given, exception=UNTIL)
    assert await _noted(writes, child) == [NOTED]
    row = await writes.placement(child)
    await writes.ok("correctPlacement", **seen(row), reason="A word.", startReason="EMERGENCY")
    row = await writes.placement(child)
    later = seen(row) | {"reason": "A day later.", "startedOn": "2027-01-12"}
    assert (await writes.do("correctPlacement", **later)).reasons == {"UNDER_THREE"}
    elsewhere = seen(row) | {"reason": "Another place.", "arrangement": "OTHER_RESIDENTIAL"}
    assert not (await writes.do("correctPlacement", **elsewhere, exception=UNTIL)).errors


async def test_a_later_birth_date_asks_what_is_planned(writes: Writes) -> None:
    """A plan that it makes one of a small child's is named, and taken back first; what has begun stays a fact."""
    group, family = await _group(writes), await writes.home()
    planned, answered, lives = [await writes.child(birthDate=birth) for birth in (OF_AGE, SMALL, OF_AGE)]
    plan = (await _placed(writes, planned, homeId=group["id"])).row
    await _placed(writes, answered, homeId=group["id"], exception=UNTIL)
    await _placed(writes, lives, homeId=group["id"], startedOn=TODAY)
    told = await writes.do("updateChild", "caseworker", **seen(await writes.again(planned)), birthDate=SMALL)
    assert told.refused == [("CONFLICT", "input.birthDate")]
    assert [(each["reason"], each["params"]["id"]) for each in told.errors] == [("UNDER_THREE", plan["id"])]
    for child in (answered, lives):
        await writes.ok("updateChild", "caseworker", **seen(await writes.again(child)), birthDate="2024-06-01")
    await writes.ok("updateChild", "caseworker", **seen(await writes.again(planned)), birthDate=None)
    await writes.ok("voidPlacement", **seen(await writes.again(plan)), reason="She is two.")
    await _placed(writes, planned, homeId=family["id"])
    await writes.ok("updateChild", "caseworker", **seen(await writes.again(planned)), birthDate=SMALL)
