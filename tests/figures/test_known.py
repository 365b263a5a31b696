"""Figures as they were on record at an instant, whatever has been written since."""

from __future__ import annotations

from collections import Counter
from collections.abc import AsyncIterator
from datetime import datetime
from typing import TYPE_CHECKING

import asyncpg
import pytest
import pytest_asyncio

from countries.connections.database import Database
from countries.tenancy.caller import Caller, Tier
from graph.declarations.recorded import recorded_columns
from graph.entities import graph_model
from graph.entities.home_form import HomeSetting
from graph.execute.engine import Engine
from graph.indicators.catalogue import all_indicators
from graph.schema.sdl import build_schema
from tests.conftest import NOW, copy_database
from tests.figures.conftest import report
from tests.writes.writes import Writes

if TYPE_CHECKING:
    from countries.connections.address import Address
    from countries.register.register import Register
    from tests.figures.conftest import Row

ISSUER = "https://login.example"
DOCUMENT = report("cells { indicator splits { value } value numerator denominator status }")
YEAR = {"year": 2026}


@pytest_asyncio.fixture(scope="module")
async def office(server: Address, worker: str, register: Register) -> AsyncIterator[Writes]:
    """An office that writes a world of its own."""
    address = await copy_database(server, "world", f"known_{worker}")
    database = Database(address)
    await database.open()
    operator = await asyncpg.connect(**address.connect_arguments("hearth_operator"))
    engine = Engine(build_schema()._schema, graph_model(), register, database, lambda: NOW)
    callers = {
        "office": Caller("oscar", Tier.OFFICE, ("BE",), (), ISSUER),
        "kenya": Caller("wanjiru", Tier.OFFICE, ("KE",), (), ISSUER),
    }
    writes = Writes(engine, database, operator, callers)
    await writes.start_programmes()
    yield writes
    await operator.close()
    await database.close()


async def now_of(office: Writes) -> str:
    """The present instant by the database's clock."""
    instant: datetime = await office.operator.fetchval("SELECT clock_timestamp()")
    return instant.isoformat()


async def everything(office: Writes, as_: str = "office", known: str | None = None) -> list[Row]:
    """All indicators, whole and by every split of one dimension."""
    found: list[Row] = []
    by_split: dict[tuple[str, ...], list[str]] = {}
    for indicator in all_indicators().values():
        for split in indicator.splits:
            by_split.setdefault(tuple(each.value for each in split), []).append(indicator.code)
    for by, codes in sorted(by_split.items()):
        given = {"indicators": codes, "period": YEAR, "by": list(by), "asKnownAt": known}
        response = await office.send(DOCUMENT, as_, **given)
        assert "errors" not in response, response
        found += response["data"]["indicatorReport"]["cells"]
    return found


def stock(cells: list[Row]) -> int:
    """Children in care on the last day."""
    (found,) = [cell["value"] for cell in cells if cell["indicator"] == "CARE_STOCK" and cell["splits"] == []]
    return int(found)


def by_setting(cells: list[Row]) -> Counter[str]:
    """Children in care on the last day, by setting."""
    found = [cell for cell in cells if cell["indicator"] == "CARE_STOCK" and len(cell["splits"]) == 1]
    told = {cell["splits"][0]["value"]: int(cell["value"]) for cell in found}
    return Counter({setting.value: told.get(setting.value, 0) for setting in HomeSetting})


async def test_now_is_what_is_on_record(office: Writes) -> None:
    """As known now, all figures are those of now."""
    assert await everything(office, known=await now_of(office)) == await everything(office)


async def test_what_was_written_since_is_not_there(office: Writes) -> None:
    """Rows that are new, ended, corrected, void, renamed or closed since: each figure is that of the instant."""
    home, other = await office.home(), await office.home(form="FOSTER_FAMILY")
    children = [await office.child(home, startedOn="2026-02-01") for _ in range(3)]
    bonded = await office.siblings(2)
    before, instant = await everything(office), await now_of(office)

    await office.child(other)
    ended = await office.placement(children[0])
    await office.ok("endPlacement", id=ended["id"], version=ended["version"], endedOn="2026-06-01",
                    endReason="OTHER")  # fmt: skip
    void = await office.placement(children[1])
    await office.ok("voidPlacement", id=void["id"], version=void["version"], reason="It was another child.")
    kim = await office.again(children[2])
    await office.ok("updateChild", id=kim["id"], version=kim["version"], birthDate="2003-01-01", sex="MALE")
    grown = await office.again(home)
    await office.ok("updateHome", id=grown["id"], version=grown["version"], capacity=9)
    await office.ok("addCommunityLink", childId=bonded[0]["id"], kind="SCHOOL", startedOn="2026-03-01")
    await office.ok("placeChild", childId=bonded[1]["id"], homeId=other["id"], startedOn="2026-05-01",
                    startReason="MOVE")  # fmt: skip

    after = await everything(office)
    assert after != before
    assert await everything(office, known=instant) == before
    assert await everything(office, known=await now_of(office)) == after


async def test_the_earliest_of_several_changes_counts(office: Writes) -> None:
    """Between two writes the figure is that of between; after both, that of now."""
    home = await office.home()
    instants, stocks = [await now_of(office)], [stock(await everything(office))]
    child = await office.child(home)
    for _ in range(2):
        instants.append(await now_of(office))
        stocks.append(stock(await everything(office)))
        row = await office.placement(child)
        if row["endedOn"] is None:
            await office.ok("endPlacement", id=row["id"], version=row["version"], endedOn="2026-06-01",
                            endReason="OTHER")  # fmt: skip
        else:
            await office.ok("voidPlacement", id=row["id"], version=row["version"], reason="It was another child.")
    assert stocks[1] == stocks[0] + 1
    assert stocks[2] == stocks[0]
    for instant, expected in zip(instants, stocks, strict=True):
        assert stock(await everything(office, known=instant)) == expected


async def test_before_everything_there_is_nothing(office: Writes) -> None:
    """An instant before the first record: zero, and no value where something is divided by it."""
    cells = await everything(office, known="1950-01-01T00:00:00Z")
    assert {cell["numerator"] for cell in cells} == {0}
    assert {cell["status"] for cell in cells if cell["denominator"] == 0} == {"NOT_AVAILABLE"}


async def test_what_is_worked_out_is_worked_out_of_what_was_known(office: Writes) -> None:
    """A home's setting is that of its form: before that was set right, figures are those of the form on record then."""
    home = await office.home(form="YOUTH_HOME")
    await office.child(home)
    before, instant = await everything(office), await now_of(office)
    await office.ok("correctHome", id=home["id"], version=home["version"], form="SOS_FAMILY", reason="Miswritten.")
    after, between = await everything(office), await now_of(office)
    await office.ok("correctHome", id=home["id"], version=home["version"] + 1, form="FOSTER_FAMILY", reason="Again.")
    assert by_setting(after) - by_setting(before) == Counter({"FAMILY_BASED": 1})
    assert by_setting(before) - by_setting(after) == Counter({"RESIDENTIAL": 1})
    assert await everything(office, known=instant) == before
    assert await everything(office, known=between) == after
    assert await everything(office, known=await now_of(office)) == await everything(office)


def test_history_holds_what_the_figures_work_out() -> None:
    """Of what PostgreSQL works out, and figures count by, the history holds each column that somebody may change.

    But for whose file a row stands in: two records that are one today were one child then, too.
    """
    worked_out = [
        (entity, entity.stored[name])
        for entity in graph_model().by_table.values()
        for name in entity.statistics_reads
        if entity.stored[name].generated and name not in entity.led_on.values()
    ]
    assert ("home", "setting") in [(entity.table, stored.name) for entity, stored in worked_out]
    for entity, stored in worked_out:
        changing = {
            each.name for each in entity.stored.values() if each.name in stored.generated and each.written.changes
        }
        assert changing <= {each.name for each in recorded_columns(entity)}, (entity.table, stored.name)


@pytest.mark.parametrize("as_", ["kenya"])
async def test_another_office_sees_no_change(office: Writes, as_: str) -> None:
    """What one office writes changes no figure of another, now or then."""
    before, instant = await everything(office, as_), await now_of(office)
    await office.child()
    assert await everything(office, as_) == before
    assert await everything(office, as_, instant) == before
