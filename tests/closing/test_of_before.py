"""A database with releases of before counts were rounded: what they said stays known, and new ones stand beside it."""

from __future__ import annotations

import re
from collections.abc import AsyncIterator
from typing import TYPE_CHECKING

import asyncpg
import pytest
import pytest_asyncio

from countries.connections.figures import counting
from graph.closing import store
from graph.closing.again import draw_again
from graph.closing.named import release_named
from graph.commands.audit import audit
from graph.errors import Conflict
from graph.indicators.period import Period
from tests.closing.office import opened
from tests.closing.test_again import as_superuser
from tests.conftest import NOW, copy_database
from tests.test_migrations import MIGRATIONS, run_alembic

if TYPE_CHECKING:
    from countries.connections.address import Address
    from countries.register.register import Register
    from tests.closing.office import Office
    from tests.closing.templates import Templates

BEFORE = "202611291620"
"""The version of the schema before counts were rounded."""
SMALL = 5
FIGURES_THEN = """
UPDATE published_figure f SET status = 'PUBLISHED', uncertainty = NULL, value = p.amount, numerator = p.amount
FROM figure_proof p WHERE f.indicator = 'CARE_STOCK' AND p.measure = 'children_in_care' AND p.release_id = f.release_id
AND p.area = f.area AND p.split_by = f.split_by AND p.categories = f.categories AND (p.amount = 0 OR p.amount >= 5)
"""
PROOF_THEN = """
UPDATE figure_proof SET low = CASE WHEN amount BETWEEN 1 AND 4 THEN 0 END,
high = CASE WHEN amount BETWEEN 1 AND 4 THEN 6 END
"""
"""Small counts hidden, with an interval that was proved; all others published as they were."""


@pytest_asyncio.fixture
async def old(templates: Templates, crowd: str, worker: str) -> AsyncIterator[Office]:
    """A year is closed in a database of before, which is then upgraded; for one test."""

    async def make(address: Address) -> None:
        async with opened(address, templates.register) as office:
            for statement in (FIGURES_THEN, PROOF_THEN):
                await as_superuser(office, statement)
        await run_alembic(address, MIGRATIONS, BEFORE, down=True)
        # The servers of today publish on the schema of today alone.
        await run_alembic(address, MIGRATIONS, "head")

    template = await templates.made("crowd_old", await templates.closed(crowd, Period(2024)), make)
    address = await copy_database(templates.server, template, f"old_{worker}")
    async with opened(address, templates.register) as office:
        yield office


async def test_what_was_known_stays_known(old: Office) -> None:
    """After the upgrade such a release has no key; what it published is exact, what it hid keeps its interval."""
    async with counting(old.address) as statistics:
        ((release, period, revision, definitions),) = await store.releases(statistics)
        kept = await store.read_release(statistics, release, period, revision, definitions)
        assert await store.commitment(statistics, release) == ""
    said = kept.stated(is_latest=True, most={})
    assert not said.figures
    assert not said.federation
    assert {*said.ranges.values()} == {(0, 6)}
    assert len(said.exact) > 300
    assert all(amount == kept.counts[cell].amount >= SMALL for cell, amount in said.exact.items())
    assert all(kept.counts[cell].amount == 0 for cell in said.zeros - said.exact.keys())


async def test_new_releases_stand_beside_it(old: Office, register: Register) -> None:
    """The year after and a restatement come out, hold, and say something; nothing of them is exact that is a secret."""
    assert await old.leave_late("BE", 2, "2024-12-15") > 0
    await old.closing.close(Period(2025), NOW)
    done = await old.closing.close(Period(2024), NOW, "Belgium was late.")
    # Where the exact count lies above its new figure, the figure has no room: nothing is said, as it is known anyway.
    assert done.published > 200
    for text in ("2025", "2024/2"):
        audited = await audit(old.address, register, release_named(text))
        assert audited.faults == 0, re.findall("<li>(.*?)</li>", audited.page)[:20]
        assert (await draw_again(old.address, register, release_named(text))).differing == ()
    first = await audit(old.address, register, release_named("2024/1"))
    assert first.faults == 0
    assert "this release is of before counts were rounded" in first.page
    assert "The proof holds." not in first.page
    with pytest.raises(Conflict, match="of before counts were rounded"):
        await draw_again(old.address, register, release_named("2024/1"))


async def test_what_was_exact_is_counted_on_by_the_proof(old: Office) -> None:
    """The federation that proves the year after begins with the very stocks that were published, where they still fit.

    Else a stock that everybody knows, beside figures of who came and left, could tell those who came exactly.
    """
    await old.closing.close(Period(2025), NOW)
    rows = await old.statistics.fetch(
        "SELECT n.settled, o.amount FROM figure_proof o JOIN release r ON r.id = o.release_id AND r.year = 2024"
        " JOIN figure_proof n ON n.area = o.area AND n.split_by = o.split_by AND n.categories = o.categories"
        " AND n.measure = 'children_in_care_before' AND n.release_id <> r.id"
        " WHERE o.measure = 'children_in_care' AND o.low IS NULL AND n.low IS NOT NULL"
        " AND o.amount BETWEEN n.low AND n.high"
    )
    assert len(rows) > 20
    assert [row["settled"] - row["amount"] for row in rows if row["settled"] != row["amount"]] == []


async def test_a_server_of_before_publishes_nothing(fresh: Office) -> None:
    """It gives no commitment, since it knows of none: what it would publish exactly the database does not take."""
    statement = (
        "INSERT INTO release (id, year, first_day, last_day, revision, known_at, definitions)"
        " VALUES (gen_random_uuid(), 2023, '2023-01-01', '2023-12-31', 1, now(), '{}')"
    )
    with pytest.raises(asyncpg.NotNullViolationError):
        await fresh.statistics.execute(statement)
