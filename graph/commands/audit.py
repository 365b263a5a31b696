"""`hearth audit`: a release examined as an auditor, who reads no count; and drawn again under the statistics login."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from countries.connections.figures import examining
from countries.register.register import load_register
from countries.tenancy.caller import Tier
from countries.tenancy.logins import STATISTICS
from graph.closing.again import draw_again
from graph.closing.evidence import read_evidence, read_releases
from graph.closing.examining import examine
from graph.closing.named import release_named
from graph.database.location import check_schema, prepared_place
from graph.errors import Conflict
from graph.report.audit import render_audit

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from countries.connections.address import Address
    from countries.register.register import Register
    from graph.closing.again import Again
    from graph.closing.named import NamedRelease
    from graph.closing.proven import Evidence
    from graph.settings.settings import Settings

LOGIN = Tier.AUDITOR.login
STATED = {
    "firstDay": "first_day", "lastDay": "last_day", "revision": "revision", "publishedAt": "published_at",
    "knownAt": "known_at", "reason": "reason", "definitions": "definitions", "commitment": "commitment", "id": "id",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Audited:
    """What came of it.

    Attributes:
        page: the proof, as HTML.
        label: the release: `2025, release 1`.
        faults: how many things are not as they are to be.
    """

    page: str
    label: str
    faults: int


def write_audit(settings: Settings, named: str, path: Path | None) -> Audited:
    """Examine a release, and write the page that shows its proof into a new file.

    Args:
        settings: where the database is.
        named: the release.
        path: the file; without one, nothing is written.

    Raises:
        BadUserInput: the text names no release.
        PeriodError: there is no such period.
        Conflict: the file is there already, and stays as it is.
        NotFound: there is no such release.
        OSError: the file cannot be written.
    """
    meant = release_named(named)
    if path is not None and path.exists():
        raise _there(path)
    audited = asyncio.run(_audit(settings, meant))
    if path is not None:
        try:
            with path.open("x", encoding="utf-8") as file:
                file.write(audited.page)
        except FileExistsError:
            raise _there(path) from None
    return audited


def _there(path: Path) -> Conflict:
    return Conflict(f"{path} is there already.", "Name a file that is not, or move this one away: it may be evidence.")


async def _audit(settings: Settings, named: NamedRelease) -> Audited:
    register = load_register()
    async with prepared_place(settings, register) as place:
        await check_schema(place.address, LOGIN)
        return await audit(place.address, register, named)


async def audit(address: Address, register: Register, named: NamedRelease) -> Audited:
    """Examine a release, and make the page of it.

    Args:
        address: the database.
        register: the countries.
        named: the release.

    Raises:
        NotFound: there is no such release.
    """
    async with examining(address) as auditor:
        releases = await read_releases(auditor)
        out = named.chosen([each for each, _ in releases])
        evidence = await read_evidence(auditor, out, [each for each, _ in releases])
    stated = next(row for each, row in releases if each == out)
    release = {name: _told(stated[column]) for name, column in STATED.items()}
    many = sum(each.period == out.period for each, _ in releases)
    examined = await asyncio.to_thread(examine, evidence, register)
    page = render_audit(out.period.label, release, list(_rows(evidence)), many, examined.checks)
    return Audited(page, f"{out.period.label}, release {out.revision}", examined.faults)


def _told(value: Any) -> Any:  # noqa: ANN401 - what the database has
    return value.isoformat() if hasattr(value, "isoformat") else value


def _rows(evidence: Evidence) -> Iterator[Mapping[str, Any]]:
    """The secret counts as the graph answers them, in the same order."""
    for cell, row in sorted(evidence.rows.items()):
        if row.low is not None:
            splits = [
                {"dimension": dimension.value, "value": category}
                for dimension, category in zip(cell.split, cell.categories, strict=True)
            ]
            measured = {"measure": cell.measure, "area": cell.area, "splits": splits}
            yield {**measured, "low": row.low, "high": row.high, "shown": bool(row.shown)}


def redraw(settings: Settings, named: str) -> Again:
    """Draw a release again from the counts and the key that are kept, and compare.

    Args:
        settings: where the database is.
        named: the release.

    Raises:
        BadUserInput: the text names no release.
        PeriodError: there is no such period.
        NotFound: there is no such release.
        Conflict: it was not drawn, or not with the key or the definitions that are here, or a period is being closed.
    """
    return asyncio.run(_redraw(settings, release_named(named)))


async def _redraw(settings: Settings, named: NamedRelease) -> Again:
    register = load_register()
    async with prepared_place(settings, register) as place:
        await check_schema(place.address, STATISTICS)
        return await draw_again(place.address, register, named)
