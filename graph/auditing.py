"""`hearth audit release`: what proves a release, asked as an auditor. No count and no figure is read."""

from __future__ import annotations

import asyncio
import re
from typing import TYPE_CHECKING, Any

import orjson

from countries.caller import Caller, Tier
from countries.register import load_register
from graph.documents import HearthErrors
from graph.entities import graph_model
from graph.errors import BadUserInput, Conflict, NotFound
from graph.execute import Engine
from graph.indicators.period import Period
from graph.place import open_place
from graph.report.audit import render_audit
from graph.requests import GraphQLRequest
from graph.schema import build_schema

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from graph.settings import Settings

READER = Caller("hearth audit", Tier.AUDITOR, issuer="hearth")
NAMED = re.compile(r"(?P<year>\d{4})(?:-Q(?P<quarter>\d)|-(?P<month>\d{2}))?(?:/(?P<revision>\d{1,6}))?", re.ASCII)
RELEASES = """{ releases {
  year quarter month firstDay lastDay revision publishedAt knownAt reason definitions commitment } }"""
PROOF = """query($period: PeriodInput!, $revision: Int!) { releaseProof(period: $period, revision: $revision) {
  measure area splits { dimension value } low high shown } }"""


def release_named(text: str) -> tuple[Period, int | None]:
    """The period and the revision that a text names: `2025`, `2025-Q1`, `2025-03`, `2025/2`.

    Raises:
        BadUserInput: it names none.
        PeriodError: there is no such period.
    """
    found = NAMED.fullmatch(text.strip())
    if found is None:
        raise BadUserInput(
            "That names no release.",
            "Write a period, 2025, 2025-Q1 or 2025-03, and a revision where the latest is not meant: 2025/1.",
        )
    year, quarter, month, revision = (None if part is None else int(part) for part in found.groups())
    return Period.of(year or 0, quarter, month), revision


def write_audit(settings: Settings, named: str, path: Path | None) -> str:
    """Write the page that shows the proof of a release into a new file.

    Args:
        settings: where the database is.
        named: the release.
        path: the file; without one, nothing is written.

    Returns:
        The page.

    Raises:
        BadUserInput: the text names no release.
        PeriodError: there is no such period.
        Conflict: the file is there already, and stays as it is.
        NotFound: there is no such release.
        OSError: the file cannot be written.
    """
    release_named(named)
    if path is not None and path.exists():
        raise _there(path)
    page = asyncio.run(audit(settings, named))
    if path is not None:
        try:
            with path.open("x", encoding="utf-8") as file:
                file.write(page)
        except FileExistsError:
            raise _there(path) from None
    return page


def _there(path: Path) -> Conflict:
    return Conflict(f"{path} is there already.", "Name a file that is not, or move this one away: it may be evidence.")


async def audit(settings: Settings, named: str) -> str:
    """The page that shows the proof of a release.

    Raises:
        BadUserInput: the text names no release.
        NotFound: there is no such release.
    """
    period, revision = release_named(named)
    register = load_register()
    place = await open_place(settings)
    database = place.database()
    try:
        await place.prepare(register)
        await database.open()
        engine = Engine(build_schema()._schema, graph_model(), register, database)  # noqa: SLF001 - as graph/serve.py
        return await page_of(engine, period, revision)
    finally:
        await database.close()
        await place.close()


async def page_of(engine: Engine, period: Period, revision: int | None) -> str:
    """The page, from what an auditor is answered.

    Args:
        engine: answers.
        period: of the release.
        revision: which of its releases; without one, the latest.

    Raises:
        NotFound: there is no such release.
    """
    releases = [
        each
        for each in (await _ask(engine, RELEASES))["releases"]
        if Period(each["year"], each["quarter"], each["month"]) == period
    ]
    release = _chosen(releases, period, revision)
    asked = {"period": _input(period), "revision": release["revision"]}
    proof = (await _ask(engine, PROOF, asked))["releaseProof"]
    return render_audit(period.label, release, proof, len(releases))


def _chosen(releases: Sequence[Mapping[str, Any]], period: Period, revision: int | None) -> Mapping[str, Any]:
    """One of the releases of a period."""
    if not releases:
        raise NotFound(f"{period.label} has no release.", "Close it first: hearth close-period.")
    found = [each for each in releases if revision in {None, each["revision"]}]
    if not found:
        last = max(int(each["revision"]) for each in releases)
        raise NotFound(f"{period.label} has no release {revision}.", f"Its releases are 1 to {last}.")
    return max(found, key=lambda each: int(each["revision"]))


def _input(period: Period) -> dict[str, int]:
    given = {"year": period.year, "quarter": period.quarter, "month": period.month}
    return {name: value for name, value in given.items() if value is not None}


async def _ask(engine: Engine, document: str, variables: dict[str, object] | None = None) -> Mapping[str, Any]:
    answer = orjson.loads((await engine.answer(GraphQLRequest(document, variables=variables or {}), READER)).body)
    if answer.get("errors"):
        first = answer["errors"][0]
        raise HearthErrors([BadUserInput(first["message"], first["extensions"]["hint"])])
    data: Mapping[str, Any] = answer["data"]
    return data
