"""A release is drawn again under the statistics login: every revision, in whatever order periods were closed."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import asyncpg
import pytest

from countries.embedded.postgres import SUPERUSER
from countries.tenancy.caller import Tier
from graph.closing.again import draw_again
from graph.closing.named import NamedRelease, release_named
from graph.errors import Conflict, NotFound
from graph.indicators.period import Period
from tests.conftest import NOW

if TYPE_CHECKING:
    from countries.register.register import Register
    from tests.closing.conftest import Closed
    from tests.closing.office import Office

IS_NIGHT = int(os.environ.get("HEARTH_FIGURE_ORDERS", "1")) > 1
ORDER = (Period(2025, 4), Period(2025), Period(2024), *((Period(2025, 2), Period(2025, 1)) if IS_NIGHT else ()))
"""An order in which nobody would close on purpose."""
RESTATED = (Period(2025), Period(2025, 4)) if IS_NIGHT else (Period(2025),)
FIRST = tuple(f"{each.label}/1" for each in RESTATED)


async def as_superuser(office: Office, statement: str, *values: object) -> str:
    """Run a statement that no login of ours may."""
    connection = await asyncpg.connect(**office.address.connect_arguments(SUPERUSER))
    try:
        return str(await connection.execute(statement, *values))
    finally:
        await connection.close()


async def test_every_release_is_drawn_again_as_it_was(fresh: Office, register: Register) -> None:
    """Each stands beside what was out when it came; late entries and further closings change nothing."""
    for period in ORDER:
        await fresh.closing.close(period, NOW)
    assert await fresh.leave_late("BE", 3) == 3
    for period in RESTATED:
        await fresh.closing.close(period, NOW, "Belgium was late.")
    for text in (*(each.label for each in ORDER), *FIRST):
        done = await draw_again(fresh.address, register, release_named(text))
        assert done.counts > 300, text
        assert done.figures > 400, text
        assert done.differing == (), (text, done.differing[:5])


OF = "WHERE measure = '{}' AND area = '{}' AND split_by = ''"
STOCK = "WHERE indicator = 'CARE_STOCK' AND area = 'FEDERATION' AND split_by = ''"


@pytest.mark.parametrize(
    ("change", "told"),
    [
        (f"UPDATE figure_proof SET amount = amount + 10 {OF.format('entries', 'BE')}", "entries BE"),  # noqa: S608 - names of this module
        (f"UPDATE figure_proof SET figure = figure + 5 {OF.format('entries', 'BE')}", "entries BE"),  # noqa: S608 - names of this module
        (f"UPDATE figure_proof SET shown = 1 - shown {OF.format('exits', 'KE')}", "exits KE"),  # noqa: S608 - names of this module
        (f"UPDATE published_figure SET value = value + 5 {STOCK}", "CARE_STOCK FEDERATION: the figure is another one."),  # noqa: S608 - names of this module
        (f"DELETE FROM published_figure {STOCK}", "CARE_STOCK FEDERATION: the figure is missing."),  # noqa: S608 - names of this module
    ],
)
async def test_what_differs_is_named(closed: Closed, register: Register, change: str, told: str) -> None:
    """A count, a figure, what is shown, what was published, what is gone; and no count is told."""
    office = await closed(Period(2025))
    assert await as_superuser(office, change) != "UPDATE 0"
    done = await draw_again(office.address, register, NamedRelease(Period(2025)))
    assert any(each.startswith(told) for each in done.differing), done.differing[:9]
    said = {each.partition(": ")[2] for each in done.differing}
    assert not any(character.isdigit() for each in said for character in each)


async def test_it_is_bound_to_the_key(closed: Closed, register: Register) -> None:
    """Another key draws nothing, and a release of before counts were rounded has none."""
    office = await closed(Period(2025))
    release = await office.operator.fetchval("SELECT id FROM release")
    found = await draw_again(office.address, register, NamedRelease(id=release))
    assert (found.release.revision, found.differing) == (1, ())
    await as_superuser(office, "UPDATE drawing_key SET secret = repeat('ab', 32)")
    with pytest.raises(Conflict, match="key that is kept is not the one"):
        await draw_again(office.address, register, NamedRelease(Period(2025)))
    await as_superuser(office, "UPDATE release SET commitment = ''")
    with pytest.raises(Conflict, match="of before counts were rounded"):
        await draw_again(office.address, register, NamedRelease(Period(2025)))
    with pytest.raises(NotFound, match="has no release"):
        await draw_again(office.address, register, NamedRelease(Period(2024)))


@pytest.mark.parametrize("tier", list(Tier))
async def test_no_tier_reads_the_key(closed: Closed, tier: Tier) -> None:
    """No login that a token reaches: neither the table nor a column of it."""
    office = await closed(Period(2025))
    connection = await asyncpg.connect(**office.address.connect_arguments(tier.login))
    try:
        for statement in ("SELECT secret FROM drawing_key", "SELECT count(*) FROM drawing_key"):
            with pytest.raises(asyncpg.InsufficientPrivilegeError):
                await connection.fetch(statement)
    finally:
        await connection.close()


async def test_the_key_is_made_once(closed: Closed) -> None:
    """256 random bits, the same for all releases, whose digest each carries; the statistics login cannot change it."""
    office = await closed(Period(2025))
    ((secret,),) = await office.statistics.fetch("SELECT secret FROM drawing_key")
    await office.closing.close(Period(2024), NOW)
    assert [each["secret"] for each in await office.statistics.fetch("SELECT secret FROM drawing_key")] == [secret]
    assert len(bytes.fromhex(secret)) == 32
    digests = await office.statistics.fetch(
        "SELECT DISTINCT encode(sha256(decode($1, 'hex')), 'hex') = commitment FROM release", secret
    )
    assert [each[0] for each in digests] == [True]
    for statement in ("UPDATE drawing_key SET secret = ''", "DELETE FROM drawing_key"):
        with pytest.raises(asyncpg.InsufficientPrivilegeError):
            await office.statistics.execute(statement)
    # Who copies the whole database reads it, as it reads every child: without it a backup would be none.
    assert [each["secret"] for each in await office.operator.fetch("SELECT secret FROM drawing_key")] == [secret]
