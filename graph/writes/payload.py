"""How the outcome of a mutation is told: the payload's selection, read by the rights of whoever sent it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import orjson

from graph.calendars import with_calendar
from graph.errors import HearthError, TooCostly, told_refusal
from graph.plan.bind import bind
from graph.plan.planner.cost import MAX_BYTES
from graph.plan.read.ids import parse_id
from graph.plan.sql.supposed import ASKED_OF
from graph.plan.tree.roots import Carried
from graph.plan.tree.values import Fixed

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from countries.tenancy.caller import Caller
    from graph.plan.compile.mutations import MutationField
    from graph.plan.tree.roots import Root
    from graph.plan.tree.sources import Path
    from graph.plan.tree.view import View
    from graph.refusals import Refusal
    from graph.writes.action import Action
    from graph.writes.mutation import Supposed
    from graph.writes.request import WriteRequest

TOO_LARGE = ("The answer is larger than {limit} bytes; the change was made.", "Ask for less of the payload.")
WOULD_BE_TOO_LARGE = ("The answer is larger than {limit} bytes; nothing was written.", "Ask for less of the payload.")


@dataclass(slots=True)
class WriteResult:
    """What is to be told: the ids to show, and why it was refused."""

    ids: list[str]
    refusals: list[Refusal]
    number: int | None = None


@dataclass(frozen=True, slots=True)
class Payload:
    """How the outcome is told: the payload's selection, for one sender."""

    action: Action
    field: MutationField
    request: WriteRequest
    arguments: Sequence[object]

    @property
    def asks_who(self) -> bool:
        """Whether which rows it shows depends on who asks."""
        return self.field.statement is not None and self.field.statement.asks_who

    def _carried(self, refusals: Sequence[Refusal]) -> dict[str, object]:
        errors = told_refusals(refusals, self.request.caller, self.action.is_day)
        supposed: dict[str, object] = {each.name: [] for each in self.action.supposes}
        return supposed | {"errors": errors, "clientMutationId": self.request.inputs.client_mutation_id}

    async def _supposed(self, lane: Any, shown: object) -> dict[str, object]:  # noqa: ANN401 - a lane
        """What is selected of what the payload supposes, asked in the transaction that wrote."""
        found: dict[str, object] = {}
        for each in self.action.supposes:
            statement = self.field.supposed.get(each.name)
            if statement is not None:
                given = {**self.request.inputs.values, "id": shown}
                scope = self.request.bringing({ASKED_OF: list(_ids(given, each.of))})
                row = await lane.one_row(statement.text, bind(statement.sources, (), scope))
                found[each.name] = _told(each, orjson.loads(row["data"]))
        return found

    def without_rows(self, refusals: Sequence[Refusal]) -> bytes:
        """A payload that shows no row."""
        return without_rows(self.field.roots, self._carried(refusals))

    async def read_shown(self, lane: Any, answer: WriteResult) -> tuple[bytes, tuple[HearthError, ...]]:  # noqa: ANN401 - a lane
        """The payload, read in the transaction that wrote."""
        statement = self.field.statement
        if not answer.ids or (statement is None and not self.field.supposed):
            return self.without_rows(answer.refusals), ()
        carried = self._carried(answer.refusals)
        ids = [parse_id(each) for each in answer.ids]
        written: dict[str, object] = {
            "shown_country": ids[0].country,
            "shown_uuid": ids[0].uuid,
            "shown_ids": answer.ids,
            "shown_pairs": [f"{each.country}_{each.uuid}" for each in ids],
            "shown_uuids": [each.uuid for each in ids],
        }
        if not answer.refusals:
            carried |= await self._supposed(lane, ids[0].uuid)
        for _, root in self.field.roots:
            if isinstance(root, Carried):
                written[f"carried_{root.key}"] = orjson.dumps(_seen(root.view, carried[root.name]))
        if statement is None:
            return without_rows(self.field.roots, carried), ()
        row = await lane.one_row(
            statement.text, bind(statement.sources, self.arguments, self.request.bringing(written))
        )
        data: bytes = row["data"]
        if len(data) > MAX_BYTES:
            path: Path = (self.field.key,)
            too_large = WOULD_BE_TOO_LARGE if self.request.inputs.dry_run else TOO_LARGE
            return self.without_rows(answer.refusals), (TooCostly(*too_large, path, params=(("limit", MAX_BYTES),)),)
        return data, ()


def _ids(given: Mapping[str, object], names: Sequence[str]) -> Iterator[object]:
    """The identities that some inputs hold, one or a list each."""
    for name in names:
        value = given.get(name)
        yield from value if isinstance(value, list) else [] if value is None else [value]


def _told(supposed: Supposed, rows: list[dict[str, object]]) -> list[dict[str, object]]:
    """One warning of all rows that were found; or an offer for each pair."""
    if supposed.warns is None:
        return [
            {
                "child": row["of"],
                "childName": row["of_given_name"],
                "sibling": row["id"],
                "siblingName": row["given_name"],
            }
            for row in rows
        ]
    return [{**told_refusal(supposed.warns), "ids": [row["id"] for row in rows]}] if rows else []


def told_refusals(
    refusals: Sequence[Refusal], caller: Caller, is_day: Callable[[Path], bool]
) -> list[dict[str, object]]:
    """Refusals as a payload's errors; of a day, with the calendar of the caller's country in the hint."""
    return [told_refusal(with_calendar(each, caller.country) if is_day(each.path) else each) for each in refusals]


def without_rows(roots: Sequence[tuple[str, Root]], carried: Mapping[str, object]) -> bytes:
    """A payload that shows no row: what it carries, as it was selected."""
    told: dict[str, object] = {}
    for key, root in roots:
        match root:
            case Carried(_, name, view):
                told[key] = _seen(view, carried[name])
            case Fixed(text):
                told[key] = text
            case _:
                told[key] = None
    return orjson.dumps(told)


def _seen(view: View | None, value: object) -> object:
    return value if view is None else view.of(value)
