"""Where a child lives while it is in care: in a home of ours or elsewhere; what that counts as, and why it moves."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from graph.entities.arrangement import OF_A_HOME, OF_NO_HOME, SETTING_OF, PlacementArrangement, PlacementSetting
from graph.entities.home_form import SETTING_OF as SETTING_OF_FORM
from graph.entities.home_form import HomeForm
from graph.entities.placement_reasons import STAYS_IN_CARE, PlacementEndReason
from tests.writes.operations import seen
from tests.writes.writes import uuid_of

if TYPE_CHECKING:
    from tests.writes.writes import Json, Row, Told, Writes

LIVES = "homeName arrangement setting moveReason prepared preparedOn distanceKm endReason home { id } partner { id }"
CARE = (
    "SELECT started_on::text, ended_on::text, destination FROM care_episode WHERE child_id = $1 AND voided_at IS NULL"
)


async def _partner(writes: Writes) -> Row:
    row: Row = await writes.ok("addCommunityPartner", name=f"School {writes.number()}", kind="SCHOOL")
    return row


async def _placed(writes: Writes, child: Row, as_: str = "office", /, **given: Json) -> Told:
    return await writes.do("placeChild", as_, **{"childId": child["id"], "startedOn": "2026-03-01", **given})


async def _lives(writes: Writes, child: Row, as_: str = "office") -> Json:
    return (await writes.get("child", f"currentPlacement {{ {LIVES} }}", as_, id=child["id"]))["currentPlacement"]


async def _free(writes: Writes, home: Row) -> Json:
    return (await writes.get("home", "freePlaces", id=home["id"]))["freePlaces"]


async def _care(writes: Writes, child: Row) -> list[tuple[Json, ...]]:
    return [tuple(row.values()) for row in await writes.rows(CARE, uuid_of(child["id"]))]


# What an arrangement counts as


def test_every_arrangement_counts_as_something() -> None:
    """The table says it of all of them, and of a home's forms what the home's own setting says."""
    assert set(SETTING_OF) == set(PlacementArrangement)
    assert set(SETTING_OF.values()) == set(PlacementSetting)
    assert {each.value for each in OF_A_HOME} == {form.value for form in HomeForm}
    assert {form: SETTING_OF[PlacementArrangement(form)].value for form in SETTING_OF_FORM} == SETTING_OF_FORM


async def test_the_database_counts_as_the_table_says(writes: Writes) -> None:
    """Whatever is written, the setting follows from the arrangement, and a home's arrangement is its form."""
    found: dict[str, str] = {}
    for form in OF_A_HOME:
        child = await writes.child(await writes.home(form=form.value))
        found[form.value] = (await _lives(writes, child))["setting"]
        assert (await _lives(writes, child))["arrangement"] == form.value
    child = await writes.child()
    for number, other in enumerate(OF_NO_HOME, start=1):
        day = f"2026-02-{number:02}"
        row = (await _placed(writes, child, arrangement=other.value, startedOn=day)).row
        found[other.value] = (await writes.get("placement", "setting", id=row["id"]))["setting"]
    assert found == {each.value: setting.value for each, setting in SETTING_OF.items()}


# Elsewhere than in a home


async def test_a_child_lives_elsewhere_and_its_bed_is_free(writes: Writes) -> None:
    """Its school is told, care goes on, nobody of another team or country learns of it; and it comes back."""
    child, school = await writes.child(), await _partner(writes)
    home = child["home"]
    before = await _free(writes, home)
    told = await _placed(writes, child, "caseworker", arrangement="BOARDING_SCHOOL", partnerId=school["id"])
    assert told.row is not None, told.body
    lives = await _lives(writes, child, "caseworker")
    assert (lives["home"], lives["homeName"], lives["partner"]) == (None, None, {"id": school["id"]})
    assert (lives["arrangement"], lives["setting"], lives["distanceKm"]) == ("BOARDING_SCHOOL", "RESIDENTIAL", None)
    assert await _free(writes, home) == before + 1
    assert (await writes.get("child", "inCare home { id } homesLivedIn", id=child["id"])) == {
        "inCare": True, "home": None, "homesLivedIn": 1,
    }  # fmt: skip
    assert await _care(writes, child) == [("2026-01-10", None, None)]
    for stranger in ("neighbour", "kenya"):
        assert await writes.get("child", "id", stranger, id=child["id"]) is None
        refused = await _placed(writes, child, stranger, arrangement="BOARDING_SCHOOL", startedOn="2026-04-01")
        assert refused.refused[0] == ("NOT_FOUND", "input.childId")
    again = await _placed(writes, child, arrangement="BOARDING_SCHOOL", partnerId=school["id"], startedOn="2026-04-01")
    assert again.reasons == {"LIVES_THERE_ALREADY"}
    back = await _placed(
        writes, child, homeId=home["id"], startedOn="2026-05-01", moveReason="CHILD_ASKED", preparedOn="2026-04-20"
    )
    assert back.row is not None, back.body
    lives = await _lives(writes, child)
    assert (lives["moveReason"], lives["prepared"], lives["preparedOn"]) == ("CHILD_ASKED", "YES", "2026-04-20")
    assert await _free(writes, home) == before


BAD: dict[str, tuple[Row, set[str], str]] = {
    "a home and elsewhere": ({"arrangement": "CUSTODY", "homeId": True}, {"HOME_OR_OTHER"}, "arrangement"),
    "neither of them": ({}, {"HOME_OR_OTHER"}, "arrangement"),
    "a form without its home": ({"arrangement": "YOUTH_HOME"}, {"HOME_OR_OTHER"}, "arrangement"),
    "another form than the home's": ({"arrangement": "YOUTH_HOME", "homeId": True}, {"OTHER_FORM"}, "arrangement"),
    "a partner beside a home": ({"partnerId": True, "homeId": True}, {"HOME_OR_OTHER"}, "partnerId"),
    "prepared before it was born": (
        {"arrangement": "OTHER", "preparedOn": "2014-01-01"}, {"BORN_LATER"}, "preparedOn",
    ),
    "prepared tomorrow": ({"arrangement": "OTHER", "preparedOn": "2026-12-01"}, {"DAY_IN_FUTURE"}, "preparedOn"),
    "an end of care": ({"arrangement": "OTHER", "endReason": "ADOPTION"}, {"ENDS_CARE"}, "endReason"),
}  # fmt: skip


@pytest.mark.parametrize("name", BAD)
async def test_what_is_not_meant_is_told(writes: Writes, name: str) -> None:
    """With its reason, at the input; and nothing is written."""
    given, reasons, at = BAD[name]
    child, rows = await writes.child(), {"homeId": await writes.home(), "partnerId": await _partner(writes)}
    before = await writes.state()
    sent = {key: rows[key]["id"] if value is True else value for key, value in given.items()}
    told = await _placed(writes, child, "caseworker", **sent)
    assert (told.reasons, {path for _, path in told.refused}) == (reasons, {f"input.{at}"})
    assert await writes.state() == before


# How far, with whom


async def _at(writes: Writes, home: Row, latitude: int, longitude: int, day: str) -> None:
    place = {"locality": "Here", "latitudeE2": latitude, "longitudeE2": longitude}
    await writes.ok("moveHome", homeId=home["id"], startedOn=day, **place)


async def test_how_far_it_is_from_the_family_is_worked_out(writes: Writes) -> None:
    """Brussels to Liège, 89 kilometres: by the home's address of the day; where one place is not known, nothing."""
    home, near = await writes.home(), await writes.home()
    await _at(writes, home, 5063, 557, "2026-01-01")
    await _at(writes, near, 5085, 435, "2026-01-01")
    await _at(writes, near, -3392, 1842, "2026-05-01")
    child = await writes.child(familyLatitudeE2=5085, familyLongitudeE2=435)
    found = []
    for place, day in ((home, "2026-02-01"), (near, "2026-03-01"), (home, "2026-04-01"), (near, "2026-06-01")):
        await _placed(writes, child, "caseworker", homeId=place["id"], startedOn=day)
        found.append((await _lives(writes, child))["distanceKm"])
    # To Cape Town it is a hundred times as far.
    assert found == [89, 0, 89, 9526]
    placement = await writes.placement(child)
    await writes.ok("correctPlacement", **seen(placement), homeId=home["id"], reason="Not there.")
    assert (await _lives(writes, child))["distanceKm"] == 89
    other = await writes.child()
    await _placed(writes, other, homeId=home["id"])
    assert (await _lives(writes, other))["distanceKm"] is None


@pytest.mark.parametrize("keeps", [None, False, True])
async def test_whoever_moves_may_keep_the_key_carer(writes: Writes, *, keeps: bool | None) -> None:
    """Leaving a home leaves its team, also for a hospital, unless it is said that the key carer stays."""
    home = await writes.home()
    child = await writes.child(home)
    about = {"programmeId": writes.programmes["own"], "givenName": "Ama", "kind": "FAMILY_CARER"}
    carer = await writes.ok("recordCaregiver", **about, engagedOn="2020-01-01")
    role = {"homeId": home["id"], "role": "PARENT", "startedOn": "2026-01-15"}
    await writes.ok("assignCaregiver", caregiverId=carer["id"], **role)
    given = {} if keeps is None else {"keepKeyCarer": keeps}
    await _placed(writes, child, "caseworker", arrangement="HEALTH_FACILITY", **given)
    stays = {"id": carer["id"]} if keeps else None
    assert (await writes.get("child", "keyCarer { id }", id=child["id"]))["keyCarer"] == stays


# Set right, ended


async def test_where_a_child_really_lived_is_set_right(writes: Writes) -> None:
    """Out of a home and into one: its bed, its name and what it counts as go along; both at once are refused."""
    home, school = await writes.home(capacity=2), await _partner(writes)
    child = await writes.child(home)
    placement = await writes.placement(child)
    given = {"arrangement": "BOARDING_SCHOOL", "partnerId": school["id"], "reason": "It was the school."}
    row = await writes.ok("correctPlacement", **seen(placement), **given)
    lives = await _lives(writes, child)
    assert (lives["home"], lives["homeName"], lives["partner"]) == (None, None, {"id": school["id"]})
    assert (lives["arrangement"], lives["setting"]) == ("BOARDING_SCHOOL", "RESIDENTIAL")
    assert await _free(writes, home) == 2
    row = await writes.ok("correctPlacement", **seen(row), startReason="OTHER", reason="As it was.")
    await writes.child(home)
    full = await writes.child(home)
    told = await writes.do("correctPlacement", **seen(row), homeId=home["id"], reason="It was there.")
    assert told.reasons == {"HOME_FULL"}
    await writes.ok("voidPlacement", **seen(await writes.placement(full)), reason="Another child.")
    row = await writes.ok("correctPlacement", **seen(row), homeId=home["id"], reason="It was there.")
    lives = await _lives(writes, child)
    assert (lives["home"], lives["homeName"], lives["partner"]) == ({"id": home["id"]}, home["name"], None)
    assert (lives["arrangement"], await _free(writes, home)) == (home["form"], 0)
    told = await writes.do("correctPlacement", **seen(row), partnerId=school["id"], reason="Both.")
    assert told.reasons == {"HOME_OR_OTHER"}
    both = {"arrangement": "SECURE", "homeId": home["id"], "reason": "Both."}
    assert (await writes.do("correctPlacement", **seen(row), **both)).reasons == {"HOME_OR_OTHER"}


async def test_the_form_of_a_home_that_was_wrong_was_so_for_its_children(writes: Writes) -> None:
    """What they lived in is told anew, and what that counts as."""
    child = await writes.child()
    home = await writes.again(child["home"])
    await writes.ok("correctHome", **seen(home), form="YOUTH_HOME", reason="It is one.")
    lives = await _lives(writes, child)
    assert (lives["arrangement"], lives["setting"]) == ("YOUTH_HOME", "RESIDENTIAL")


@pytest.mark.parametrize("reason", [each for each in PlacementEndReason if each not in STAYS_IN_CARE])
async def test_an_end_of_care_is_no_end_of_a_stay_alone(writes: Writes, reason: PlacementEndReason) -> None:
    """Who leaves care leaves it by `endCare`, which writes both; the hint says so."""
    placement = await writes.placement(await writes.child())
    before = await writes.state()
    for name, given in (("endPlacement", {}), ("correctPlacement", {"reason": "So it was."})):
        told = await writes.do(name, **seen(placement), endedOn="2026-05-01", endReason=reason.value, **given)
        assert "ENDS_CARE" in told.reasons
        assert "endCare" in next(error["hint"] for error in told.errors if error["reason"] == "ENDS_CARE")
    assert await writes.state() == before


async def test_what_is_set_right_of_a_stay_is_so_of_its_care(writes: Writes) -> None:
    """The end with which care ended, and the first day with which it began; an end that was none lets care go on."""
    child = await writes.child()
    await writes.leave(child, "2026-06-01")
    assert (await writes.placement(child))["endReason"] == "REUNIFICATION_WITH_FAMILY"
    for given, care in (
        ({"endedOn": "2026-07-01"}, ("2026-01-10", "2026-07-01", "FAMILY")),
        ({"startedOn": "2026-01-08"}, ("2026-01-08", "2026-07-01", "FAMILY")),
        ({"startedOn": "2026-01-09"}, ("2026-01-09", "2026-07-01", "FAMILY")),
        ({"endedOn": None}, ("2026-01-09", None, None)),
    ):
        placement = await writes.placement(child)
        await writes.ok("correctPlacement", **seen(placement), **given, reason="Copied wrongly.")
        assert await _care(writes, child) == [care]


async def test_a_death_of_a_child_elsewhere_is_taken_back_and_set_right(writes: Writes) -> None:
    """Of where it lived no home is asked: nobody else is responsible for one, and none is full."""
    child = await writes.child()
    assert not (await _placed(writes, child, arrangement="WITH_OWN_FAMILY")).errors
    for name, given in (
        ("recordDeath", {"diedOn": "2026-06-01"}),
        ("correctDeath", {"diedOn": "2026-07-01", "reason": "Miswritten."}),
        ("voidDeath", {"reason": "Another child."}),
    ):
        child = await writes.again(child)
        await writes.ok(name, **seen(child), **given)
    lives = await _lives(writes, child)
    assert (lives["arrangement"], lives["home"], lives["endReason"]) == ("WITH_OWN_FAMILY", None, None)


async def test_care_of_a_child_elsewhere_goes_on_for_longer(writes: Writes) -> None:
    """Its end is set right, and where the child lived goes along."""
    child = await writes.child()
    assert not (await _placed(writes, child, arrangement="WITH_OWN_FAMILY")).errors
    await writes.leave(child, "2026-06-01")
    care = await writes.episode(child)
    await writes.ok("correctCareEpisode", **seen(care), endedOn="2026-07-01", reason="Copied wrongly.")
    assert await _care(writes, child) == [("2026-01-10", "2026-07-01", "FAMILY")]
    stay = await writes.placement(child)
    assert (stay["endedOn"], stay["home"]) == ("2026-07-01", None)
