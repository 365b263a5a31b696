"""Closing a period: all at once or not at all, once, and read by whom it is for."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from datetime import UTC, datetime
from uuid import UUID

import asyncpg
import orjson
import pytest

from countries.connections.figures import Counting
from countries.tenancy.caller import Caller, Tier
from graph.closing import store
from graph.closing.closed import Closed
from graph.errors import BadUserInput, Conflict
from graph.execute.request import GraphQLRequest
from graph.indicators.period import Period
from graph.schema.sdl import build_schema
from tests.closing.office import AUDITOR, HEADQUARTERS, Office
from tests.conftest import NOW

CLOSE = """mutation($input: ClosePeriodInput!) { closePeriod(input: $input) {
  release { year revision reason } published suppressed errors { code } } }"""
NEVER, AT_ONCE, ONCE_MORE = Period(2021), Period(2022), Period(2023)
WRITE = store.write


async def releases(small: Office, period: Period) -> int:
    """How many releases of a year there are, whoever asks."""
    return int(await small.operator.fetchval("SELECT count(*) FROM release WHERE year = $1", period.year))


async def test_half_a_release_is_none(small: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    """Who dies after the figures and before their proof leaves nothing behind, and the next closing works."""

    async def dies(counting: Counting, table: str, columns: Sequence[str], rows: Sequence[Sequence[object]]) -> None:
        if table == "figure_proof":
            raise RuntimeError
        await WRITE(counting, table, columns, rows)

    with monkeypatch.context() as patched:
        patched.setattr(store, "write", dies)
        with pytest.raises(RuntimeError):
            await small.closing.close(ONCE_MORE, NOW)
    assert await releases(small, ONCE_MORE) == 0
    assert (await small.closing.close(ONCE_MORE, NOW)).revision == 1


async def test_a_period_is_closed_once(small: Office) -> None:
    """Without a reason a closed period stays as it is."""
    with pytest.raises(Conflict):
        await small.closing.close(Period(2025), NOW)


async def test_nothing_changed(small: Office) -> None:
    """A reason alone makes no new release."""
    with pytest.raises(Conflict):
        await small.closing.close(Period(2024), NOW, "Once more.")


async def test_one_of_two_at_once(small: Office) -> None:
    """Two closings at once: one is done, the other is told so."""
    done = await asyncio.gather(*(small.closing.close(AT_ONCE, NOW) for _ in range(2)), return_exceptions=True)
    assert {type(each) for each in done} == {Closed, Conflict}
    assert await releases(small, AT_ONCE) == 1


@pytest.mark.parametrize("period", [Period(2026), Period(2026, 4), Period(2026, None, 11), Period(2199)])
async def test_what_still_runs_is_not_closed(small: Office, period: Period) -> None:
    """A period that has not ended everywhere has no figures."""
    with pytest.raises(BadUserInput):
        await small.closing.close(period, NOW)


async def test_the_last_day_ends_in_the_west(small: Office) -> None:
    """The year is over when it is over in the last time zone."""
    with pytest.raises(BadUserInput):
        await small.closing.close(NEVER, datetime(2022, 1, 1, 11, 59, tzinfo=UTC))


async def test_nothing_to_restate(small: Office) -> None:
    """A reason says why a release is replaced: without one there is nothing to replace."""
    with pytest.raises(BadUserInput):
        await small.closing.close(NEVER, NOW, "Too early.")
    with pytest.raises(BadUserInput):
        await small.closing.close(Period(2025), NOW, "  ")
    assert await releases(small, NEVER) == 0


async def test_a_late_entry_restates(small: Office) -> None:
    """It makes a second release with its reason, and only the country that wrote is counted anew."""
    assert await small.leave_late("KE", 1) == 1
    closed = await small.closing.close(Period(2025), NOW, "Kenya entered late.")
    assert (closed.revision, closed.reason, closed.counted) == (2, "Kenya entered late.", ("KE",))
    before, after = await small.truth(2025), await small.truth(2025, revision=2)
    assert before["exits", "KE", "", ""][0] + 1 == after["exits", "KE", "", ""][0]
    assert {key[1] for key in before if before[key] != after[key]} == {
        "KE", "EASTERN_AND_SOUTHERN_AFRICA", "FEDERATION",
    }  # fmt: skip


@pytest.mark.parametrize("tier", [tier for tier in Tier if tier is not Tier.AUDITOR])
async def test_counts_are_for_nobody(small: Office, tier: Tier) -> None:
    """Nobody but the auditor reads of a proof, by SQL."""
    connection = await asyncpg.connect(**small.address.connect_arguments(tier.login))
    try:
        for text in ("SELECT low FROM figure_proof", "SELECT amount FROM figure_proof", "SELECT * FROM figure_proof"):
            with pytest.raises(asyncpg.InsufficientPrivilegeError):
                await connection.fetch(text)
    finally:
        await connection.close()


async def test_carers_are_rounded_as_children_are(small: Office) -> None:
    """Each count of theirs is out as a neighbouring multiple of five, with nobody behind it but themselves."""
    counts = await small.statistics.fetch(
        "SELECT amount, children, figure FROM figure_proof WHERE measure IN ('carers_in_post', 'qualified_carers')"
    )
    assert any(row["amount"] for row in counts)
    assert all(row["children"] == 0 for row in counts)
    assert all(row["figure"] % 5 == 0 and abs(row["figure"] - row["amount"]) < 5 for row in counts)


@pytest.mark.parametrize("tier", [Tier.HEADQUARTERS, Tier.REGION, Tier.AUDITOR])
async def test_no_child_is_read_from_above(small: Office, tier: Tier) -> None:
    """Above the offices no login reads a child, nor where it lives, by SQL."""
    connection = await asyncpg.connect(**small.address.connect_arguments(tier.login))
    try:
        for table in ("child", "placement", "sibling_bond", "community_link"):
            with pytest.raises(asyncpg.InsufficientPrivilegeError):
                await connection.fetch(f"SELECT count(*) FROM {table}")  # noqa: S608 - a table of ours
    finally:
        await connection.close()


async def test_an_auditor_reads_intervals(small: Office) -> None:
    """The interval of each hidden count, and not the count."""
    connection = await asyncpg.connect(**small.address.connect_arguments(Tier.AUDITOR.login))
    try:
        assert await connection.fetchval("SELECT count(*) FROM figure_proof WHERE low IS NOT NULL AND high >= low + 4")
        for column in ("amount", "children"):
            with pytest.raises(asyncpg.InsufficientPrivilegeError):
                await connection.fetch(f"SELECT {column} FROM figure_proof")  # noqa: S608 - a column of ours
    finally:
        await connection.close()


REFUSED = {
    "caseworker": Caller("carla", Tier.CASEWORKER, ("BE",), (UUID(int=1),)),
    "office": Caller("oscar", Tier.OFFICE, ("BE",)),
    "region": Caller("rosa", Tier.REGION, ("BE", "NL")),
    "auditor": AUDITOR,
}


@pytest.mark.parametrize("caller", REFUSED.values(), ids=REFUSED)
async def test_only_headquarters_closes(small: Office, caller: Caller) -> None:
    """The mutation is headquarters'."""
    answer = await small.engine.answer(GraphQLRequest(CLOSE, variables={"input": {"year": NEVER.year}}), caller)
    response = orjson.loads(answer.body)
    assert "FORBIDDEN" in str(response)
    assert await releases(small, NEVER) == 0


async def test_headquarters_closes(small: Office) -> None:
    """The payload tells the release, and what is wrong with the input."""
    done = (await small.ask(CLOSE, HEADQUARTERS, input={"year": 2021}))["closePeriod"]
    assert done["release"] == {"year": 2021, "revision": 1, "reason": None}
    assert not done["errors"]
    for given, code in (
        ({"year": 2021}, "CONFLICT"),
        ({"year": 2027}, "BAD_USER_INPUT"),
        ({"year": 2017, "reason": "Why not."}, "BAD_USER_INPUT"),
        ({"year": 2021, "quarter": 1, "month": 1}, "BAD_USER_INPUT"),
        ({"year": 2**31 - 1}, "BAD_USER_INPUT"),
        ({"year": 2021, "quarter": 0}, "BAD_USER_INPUT"),
        ({"year": 2021, "month": -(2**31)}, "BAD_USER_INPUT"),
        ({"year": 2021, "reason": "a\x00b"}, "BAD_USER_INPUT"),
        ({"year": 2021, "reason": "half \ud83d"}, "BAD_USER_INPUT"),
        ({"year": 2021, "reason": "x" * 10_001}, "BAD_USER_INPUT"),
        ({"year": 2021, "reason": " "}, "BAD_USER_INPUT"),
        ({"year": 2021, "clientMutationId": "half \ud83d"}, "BAD_USER_INPUT"),
        ({"year": 2021, "clientMutationId": ""}, "BAD_USER_INPUT"),
    ):
        refused = (await small.ask(CLOSE, HEADQUARTERS, input=given))["closePeriod"]
        assert (refused["release"], [each["code"] for each in refused["errors"]]) == (None, [code])


async def test_a_dry_run_closes_nothing(small: Office) -> None:
    """It is refused as the closing would be; else it tells which release it would be, and draws and leaves nothing."""
    year = 2014
    before = await small.operator.fetchval("SELECT count(*) FROM release")
    tried = (await small.ask(CLOSE, HEADQUARTERS, input={"year": year, "dryRun": True}))["closePeriod"]
    assert tried == {
        "release": {"year": year, "revision": 1, "reason": None}, "published": None, "suppressed": None, "errors": [],
    }  # fmt: skip
    assert await small.operator.fetchval("SELECT count(*) FROM release") == before
    for given in ({"year": 2025}, {"year": 2027}, {"year": 2017, "reason": "Why."}, {"year": 2025, "reason": " "}):
        dry = (await small.ask(CLOSE, HEADQUARTERS, input={**given, "dryRun": True}))["closePeriod"]
        assert dry["errors"], given
        assert dry == (await small.ask(CLOSE, HEADQUARTERS, input=given))["closePeriod"]
    assert await small.operator.fetchval("SELECT count(*) FROM release") == before


async def test_the_payload_answers_every_field_of_a_release(small: Office) -> None:
    """As `releases` does, also the digest of its key and its id; a release that would be has no digest."""
    fields = build_schema()._schema.type_map["Release"].fields  # type: ignore[attr-defined]  # it is an object type
    text = f"mutation($i: ClosePeriodInput!) {{ closePeriod(input: $i) {{ release {{ {' '.join(fields)} }} }} }}"
    dry = await small.ask(text, HEADQUARTERS, i={"year": 2016, "dryRun": True})
    assert dry["closePeriod"]["release"]["commitment"] is None
    done = (await small.ask(text, HEADQUARTERS, i={"year": 2016}))["closePeriod"]["release"]
    listed = (await small.ask(f"{{ releases {{ {' '.join(fields)} }} }}", HEADQUARTERS))["releases"]
    (same,) = [each for each in listed if each["id"] == done["id"]]
    instants = {"knownAt", "publishedAt"}
    assert {key: value for key, value in done.items() if key not in instants} == {
        key: value for key, value in same.items() if key not in instants
    }
