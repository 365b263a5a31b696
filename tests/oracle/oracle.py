"""Asks the engine and the naive executor the same, and says where they differ."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from graphql import GraphQLSchema, parse

from countries.tenancy.caller import Caller
from graph.execute.engine import Engine
from graph.execute.request import GraphQLRequest
from tests.access import Access
from tests.oracle.dress import Asked
from tests.oracle.naive import Expected, expect
from tests.oracle.paging import Cursor, Digests, Label
from tests.oracle.rows import Tables
from tests.oracle.sight import Sight
from tests.oracle.vocabulary import Vocabulary

DIGEST = re.compile(r"([0-9a-f]{10})\.(.+)")


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of one request.

    Attributes:
        difference: where the two answers differ; nothing where they agree.
        rows: how many rows the answer shows, and groups of rows.
        refusals: the codes that may refuse it.
    """

    difference: str | None
    rows: int
    refusals: frozenset[str]


@dataclass(slots=True)
class Oracle:
    """The two executors over the same rows.

    Attributes:
        sdl: the schema's text, as far as names explain it.
        left_out: the types and fields that none explains.
    """

    sdl: str
    left_out: list[str]
    schema: GraphQLSchema
    vocabulary: Vocabulary
    engine: Engine
    tables: Tables
    access: Access
    callers: dict[str, Caller]
    now: datetime
    digests: Digests = field(default_factory=Digests)
    cursors: dict[Label, list[str]] = field(default_factory=dict)
    _sights: dict[str, Sight] = field(default_factory=dict)

    def sight(self, name: str) -> Sight:
        """What a caller sees."""
        if name not in self._sights:
            self._sights[name] = Sight(self.vocabulary, self.tables, self.access, self.callers[name], self.now)
        return self._sights[name]

    async def answer(self, asked: Asked, name: str) -> dict[str, Any]:
        """The engine's answer."""
        request = GraphQLRequest(asked.document, asked.operation, asked.variables)
        answer = await self.engine.answer(request, self.callers[name])
        body: dict[str, Any] = json.loads(answer.body, object_pairs_hook=_without_repetition)
        assert answer.status == (200 if "data" in body else 400), f"status {answer.status} with {list(body)}"
        return body

    async def compare(self, asked: Asked, name: str) -> Outcome:
        """Ask both."""
        document = parse(asked.document)
        expected = expect(self.schema, document, asked.operation, dict(asked.variables), self.sight(name), self.digests)
        got = await self.answer(asked, name)
        difference = self._difference(expected, got)
        if difference is not None:
            difference = _report(asked, name, difference, got)
        return Outcome(difference, expected.rows, frozenset(expected.refusals))

    def _difference(self, expected: Expected, got: dict[str, Any]) -> str | None:
        errors = [(each["extensions"]["code"], tuple(each.get("path", ()))) for each in got.get("errors", [])]
        if expected.refusals:
            codes = {code for code, _ in errors}
            if "data" in got or not codes or not codes <= expected.refusals:
                return f"must be refused with {expected.refusals}"
            return None
        if "data" not in got:
            return f"is refused with {errors}, must not be"
        if sorted(errors) != sorted(expected.errors):
            return f"errors {sorted(errors)}\nmust be {sorted(expected.errors)}"
        settled = json.dumps(self._settle(expected.data, got["data"]), ensure_ascii=False)
        if settled != json.dumps(got["data"], ensure_ascii=False):
            return f"data must be {settled}"
        return None

    def _settle(self, expected: object, got: object) -> object:
        """The expected data with its cursors written out; a digest that is new is learnt from the answer."""
        match expected:
            case Cursor():
                return self._cursor(expected, got)
            case dict():
                return {
                    key: self._settle(value, got.get(key) if isinstance(got, dict) else None)
                    for key, value in expected.items()
                }
            case list():
                beside = got if isinstance(got, list) and len(got) == len(expected) else [None] * len(expected)
                return [self._settle(*pair) for pair in zip(expected, beside, strict=True)]
            case _:
                return expected

    def _cursor(self, expected: Cursor, got: object) -> str:
        match = DIGEST.fullmatch(got) if isinstance(got, str) else None
        if match is not None and match[2] == expected.tail:
            self.digests.learn(expected.label, match[1])
        text = f"{self.digests.by_label.get(expected.label, '?')}.{expected.tail}"
        if text == got:
            pool = self.cursors.setdefault(expected.label, [])
            if text not in pool:
                pool.append(text)
        return text


def _without_repetition(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    assert len(found) == len(pairs), "an object of the answer has one key twice"
    return found


def _report(asked: Asked, name: str, difference: str, got: object) -> str:
    return "\n".join((
        f"--- {name}: the engine and the naive executor differ ---", asked.document,
        f"variables {json.dumps(asked.variables, ensure_ascii=False)}  operation {asked.operation}",
        f"answer {json.dumps(got, ensure_ascii=False)}", difference,
    ))  # fmt: skip
