"""`hearth audit release`: what proves a release, asked as an auditor. No count is read."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import orjson

from countries.caller import Caller, Tier
from countries.register import load_register
from graph.documents import HearthErrors
from graph.entities import graph_model
from graph.errors import BadUserInput, NotFound
from graph.execute import Engine
from graph.indicators.period import Period
from graph.place import open_place
from graph.report.audit import render_audit
from graph.requests import GraphQLRequest
from graph.schema import build_schema

if TYPE_CHECKING:
    from collections.abc import Mapping

    from graph.settings import Settings

READER = Caller("hearth audit", Tier.AUDITOR, issuer="hearth")
NAMED = re.compile(r"(?P<year>\d{4})(?:-Q(?P<quarter>[1-4])|-(?P<month>\d{2}))?(?:/(?P<revision>\d{1,6}))?")
RELEASES = """{ releases {
  year quarter month revision publishedAt knownAt reason definitions commitment } }"""
PROOF = """query($period: PeriodInput!, $revision: Int!) { releaseProof(period: $period, revision: $revision) {
  measure area splits { dimension value } low high } }"""


def release_named(text: str) -> tuple[Period, int | None]:
    """The period and the revision that a text names: `2025`, `2025-Q1`, `2025-03`, `2025/2`.

    Raises:
        BadUserInput: it names none.
    """
    found = NAMED.fullmatch(text.strip())
    if found is None:
        raise BadUserInput(
            "That names no release.", "Write a period and, where it is not the latest, a revision: 2025/1."
        )
    year, quarter, month, revision = (None if part is None else int(part) for part in found.groups())
    return Period.of(year or 0, quarter, month), revision


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
        release = _chosen((await _ask(engine, RELEASES))["releases"], period, revision)
        asked = {"period": _input(period), "revision": release["revision"]}
        proof = (await _ask(engine, PROOF, asked))["releaseProof"]
    finally:
        await database.close()
        await place.close()
    return render_audit(period.label, release, proof)


def _chosen(releases: list[Mapping[str, Any]], period: Period, revision: int | None) -> Mapping[str, Any]:
    of_period = [each for each in releases if Period(each["year"], each["quarter"], each["month"]) == period]
    chosen = [each for each in of_period if revision in (None, each["revision"])]
    if not chosen:
        raise NotFound(f"{period.label} has no such release.", "Ask for releases, or close the period first.")
    return max(chosen, key=lambda each: int(each["revision"]))


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
