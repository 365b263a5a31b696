"""Codes of the country's own list, through every door of a placement: given, refused, told, filtered, corrected."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest_asyncio

from countries.codes.codes import load_codes
from countries.tenancy.logins import OWNER
from graph.database.migrate import migrate
from graph.plan.bind import bind
from graph.plan.tree.sources import FromScope, Scope
from tests.conftest import NOW
from tests.countries.lists import FOSTER, GONE, HEADER, KIN, KIN_AGAIN, NEW
from tests.countries.lists import written as list_of
from tests.plan.compiled import prepare
from tests.writes.operations import seen
from tests.writes.writes import Row, Writes, uuid_of

if TYPE_CHECKING:
    from pathlib import Path

    from countries.connections.address import Address
    from countries.register.register import Register

KIND = "localKind { code label international }"
PLACED = f"id version startedOn {KIND}"
ONE = f"query Q($id: ID!) {{ placement(id: $id) {{ {PLACED} }} }}"


@pytest_asyncio.fixture(scope="module", autouse=True)
async def lists(written: Address, register: Register, tmp_path_factory: Any) -> Path:  # noqa: ANN401 - pytest's own
    """Belgium keeps a list of its own: a code that ended, one that began then, and one that changed its meaning."""
    folder: Path = tmp_path_factory.mktemp("installation")
    ours = load_codes(register)
    used = sorted({code.code for code in ours if (code.country, code.list) == ("BE", "placement_kinds")})
    kept = [f"{code},,,OTHER,no,Decree,{code},,{code}" for code in used if code not in FOSTER]
    turned = (each.replace("2024-01-01", "2026-01-15") for each in (KIN, KIN_AGAIN))
    list_of(folder, HEADER, FOSTER, *turned, GONE, NEW, *kept)
    await migrate(written, OWNER, register, codes=load_codes(register, folder))
    return folder


async def placed(writes: Writes, code: str | None, start: str = "2026-03-01") -> Row:
    """A child's placement under a code."""
    child, home = await writes.child(), await writes.home()
    told = await writes.do(
        "placeChild", shows=f"placement {{ {PLACED} }} errors {{ code reason message params path hint }}",
        childId=child["id"], homeId=home["id"], startedOn=start, localKind=code,
    )  # fmt: skip
    assert told.row is not None, told.body
    row: Row = told.row
    return row


async def test_a_code_is_told_with_its_label_and_what_it_maps_to(writes: Writes) -> None:
    """And a placement without one tells none, whether it was left out or said to be empty."""
    row = await placed(writes, "PLEEGGEZIN")
    assert row["localKind"] == {"code": "PLEEGGEZIN", "label": "Foster family", "international": "FOSTER_FAMILY"}
    assert (await placed(writes, None))["localKind"] is None


async def test_a_code_that_is_none_is_refused_where_it_was_given(writes: Writes) -> None:
    """With the list that has those that are; so it is in a country without a list, and where siblings move."""
    child, home = await writes.child(), await writes.home()
    before = await writes.state()
    told = await writes.do("placeChild", childId=child["id"], homeId=home["id"], startedOn="2026-03-01", localKind="U1")
    assert (told.refused, told.reasons) == ([("BAD_USER_INPUT", "input.localKind")], {"NO_SUCH_CODE"})
    assert await writes.state() == before
    assert told.errors[0]["hint"] == "Take one of `country { codes(list: PLACEMENT_KINDS) }`."
    siblings = await writes.siblings(2)
    told = await writes.do(
        "placeSiblings", childIds=[each["id"] for each in siblings], homeId=home["id"], startedOn="2026-03-01",
        localKind="U1",
    )  # fmt: skip
    assert told.reasons == {"NO_SUCH_CODE"}
    told = await writes.do(
        "admitChild", caseNumber="X-1", givenName="Ada", sex="FEMALE", reasonForCare="NEGLECT",
        programmeId=writes.programmes["own"], homeId=home["id"], startedOn="2026-03-01", localKind="PLEEGGEZIN ZWART",
    )  # fmt: skip
    assert told.reasons == {"NO_SUCH_CODE"}
    told = await writes.do(
        "placeChild", childId=child["id"], homeId=home["id"], startedOn="2026-03-01", localKind="X" * 41
    )
    assert told.reasons == {"TOO_LONG"}


async def test_a_code_is_in_force_on_the_first_day_of_its_placement(writes: Writes) -> None:
    """Whatever day it is today: one that has ended is right for a placement of before, and one that begins is not."""
    await placed(writes, "VOORBIJ", "2026-01-31")
    await placed(writes, "NIEUW", "2026-02-01")
    child, home = await writes.child(), await writes.home()
    for code, start in (("VOORBIJ", "2026-02-01"), ("NIEUW", "2026-01-31")):
        told = await writes.do("placeChild", childId=child["id"], homeId=home["id"], startedOn=start, localKind=code)
        assert (told.refused, told.reasons) == ([("BAD_USER_INPUT", "input.localKind")], {"CODE_OUT_OF_FORCE"})


async def test_a_code_that_changed_its_meaning_tells_that_of_its_day(writes: Writes) -> None:
    """The same code, before the day of the change and from there on."""
    kinship = {"code": "NETWERK", "international": "KINSHIP_FAMILY"}
    assert (await placed(writes, "NETWERK", "2026-01-15"))["localKind"] == {**kinship, "label": "Network"}
    assert (await placed(writes, "NETWERK", "2026-01-14"))["localKind"] == {**kinship, "label": "Network family"}


async def test_a_row_whose_code_has_ended_is_read_and_corrected_in_all_else(writes: Writes) -> None:
    """It keeps its code, also where the same is sent again; another one that is out of force is refused."""
    row = await placed(writes, "VOORBIJ", "2026-01-20")
    # The list has been told since that the code ended before.
    await writes.operator.execute("UPDATE placement SET started_on = '2026-02-10' WHERE id = $1", uuid_of(row["id"]))
    shows = f"placement {{ {PLACED} endReason }} errors {{ code reason message params path hint }}"
    told = await writes.do(
        "correctPlacement", shows=shows, **seen(row), reason="A slip.", startReason="EMERGENCY", localKind="VOORBIJ"
    )
    assert told.row is not None, told.body
    assert told.row["localKind"]["label"] == "Bygone"
    told = await writes.do("correctPlacement", **seen(told.row), reason="A slip.", startedOn="2026-02-11")
    assert (told.refused, told.reasons) == ([("BAD_USER_INPUT", "input.localKind")], {"CODE_OUT_OF_FORCE"})
    told = await writes.do(
        "correctPlacement", shows=shows, **seen(await _now(writes, row)), reason="A slip.", startedOn="2026-02-11",
        localKind="NIEUW",
    )  # fmt: skip
    assert told.row is not None, told.body
    assert told.row["localKind"]["code"] == "NIEUW"
    told = await writes.do(
        "correctPlacement", shows=shows, **seen(told.row), reason="None of the list.", localKind=None
    )
    assert told.row["localKind"] is None


async def _now(writes: Writes, row: Row) -> Row:
    found: Row = (await writes.send(ONE, id=row["id"]))["data"]["placement"]
    return found


async def test_history_tells_codes_as_they_were_recorded(writes: Writes) -> None:
    """So does the row as it was known: a code is text there, whatever it is called today."""
    row = await placed(writes, "PLEEGGEZIN")
    await writes.do("correctPlacement", **seen(row), reason="It is another one.", localKind="NIEUW")
    body = await writes.send(
        'query Q($id: ID!) { placement(id: $id) { history { before after } asKnownAt(instant: "2030-01-01T00:00:00Z")'
        " } }",
        id=row["id"],
    )
    newest, first = body["data"]["placement"]["history"]
    assert (newest["before"], newest["after"]) == ({"localKind": "PLEEGGEZIN"}, {"localKind": "NIEUW"})
    assert first["after"]["localKind"] == "PLEEGGEZIN"
    assert body["data"]["placement"]["asKnownAt"]["localKind"] == "NIEUW"


async def test_a_filter_takes_the_code(writes: Writes) -> None:
    """One, several or none of them; another country's office finds none of these rows, whatever the code."""
    await placed(writes, "NIEUW")
    text = "query Q($where: PlacementWhere) { placements(where: $where) { totalCount } }"

    async def count(where: object, as_: str = "office") -> int:
        body = await writes.send(text, as_, where={"localKind": where})
        found: int = body["data"]["placements"]["totalCount"]
        return found

    there = await count({"eq": "NIEUW"})
    assert there > 0
    assert await count({"in": ["NIEUW", "no such code"]}) == there
    coded = await count({"isNull": False})
    assert await count({"ne": "NIEUW"}) == await count({"notIn": ["NIEUW"]}) == coded - there
    assert await count({"eq": "NIEUW"}, "kenya") == 0
    body = await writes.send(text, "headquarters", where={"localKind": {"eq": "NIEUW"}})
    assert body["errors"][0]["extensions"]["code"] == "FORBIDDEN"


async def test_a_label_is_in_the_first_language_that_has_one(writes: Writes) -> None:
    """One statement for all of them: the languages are a value. Without any, it is the country's own."""
    row = await placed(writes, "NIEUW")
    plan = prepare(ONE, "office", id=row["id"]).plan
    assert plan.statement is not None
    scope = Scope("BE", ("BE",), (), NOW.date())
    values = bind(plan.statement.sources, [row["id"]], scope)
    place = plan.statement.sources.index(FromScope("languages"))
    assert values[place] == ["en"]
    labels = []
    for languages in (["nl", "en"], ["fr", "nl"], ["ar", "en"], ["ar"], []):
        values[place] = languages
        told = json.loads(await writes.operator.fetchval(plan.statement.text, *values))
        labels.append(told["placement"]["localKind"]["label"])
    assert labels == ["Nieuw", "Nieuw", "New", "Nieuw", "Nieuw"]
