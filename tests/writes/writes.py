"""How these tests write: the real engine on a database of a module's own, as one caller or another."""

from __future__ import annotations

import asyncio
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, TypeAlias
from uuid import UUID

import asyncpg
import orjson

from countries.connections.database import Database
from countries.tenancy.caller import Caller, Tier
from graph.declarations.members import Column
from graph.entities import graph_model
from graph.execute.engine import Engine
from graph.execute.request import GraphQLRequest
from graph.kinds.kind import Kind
from graph.reasons import Reason
from graph.writes.actions import all_actions
from graph.writes.identities import new_id

Json: TypeAlias = Any
"""A value of JSON."""
Row: TypeAlias = dict[str, Any]
Operator: TypeAlias = "asyncpg.Connection[asyncpg.Record]"

UNFILLED = re.compile(r"\{\w+\}")
"""A parameter that was not put in."""

TODAY = "2026-11-22"
"""The day on which every test happens: `NOW`, in Belgium and in Kenya."""

ERRORS = "errors { code reason message params path hint } clientMutationId"
SHOWN: Mapping[str, str] = {
    "programme": "id version name kind startedOn endedOn annualBudget peopleReached voidedAt voidReason",
    "home": (
        "id version name form setting capacity locality openedOn closedOn occupancy voidedAt voidReason"
        " programme { id }"
    ),
    "child": (
        "id version caseNumber givenName familyName nameReading birthDate birthDatePrecision sex firstLanguage"
        " interests enrolledOn reasonForCare programme { id } home { id }"
    ),
    "placement": (
        "id version startedOn endedOn startReason endReason homeName voidedAt voidReason"
        " child { id } home { id } programme { id }"
    ),
    "sibling_bond": (
        "id version siblingName kind startedOn endedOn voidedAt voidReason child { id } sibling { id } programme { id }"
    ),
    "community_link": (
        "id version kind startedOn endedOn note voidedAt voidReason"
        " child { id } home { id } partner { id } programme { id }"
    ),
    "community_partner": "id version name kind locality voidedAt voidReason",
}
"""What is asked of a row that a payload shows."""

TABLES = tuple(sorted(name for name, entity in graph_model().by_table.items() if entity.is_tenant))
STATE = " UNION ALL ".join(
    f"SELECT '{name}', count(*), max(xmin::text::bigint) FROM \"{name}\""  # noqa: S608 - a table of ours
    for name in TABLES
)


@dataclass(frozen=True, slots=True)
class Told:
    """What came of one mutation.

    Attributes:
        row: the payload's row, or its rows.
        errors: the payload's errors.
        body: the whole response.
    """

    row: Any
    errors: list[Row]
    body: Row

    @property
    def reasons(self) -> set[str]:
        """Why it was refused."""
        return {error["reason"] for error in self.errors}

    @property
    def refused(self) -> list[tuple[str, str]]:
        """Code and path of each refusal; each is complete, or the test fails."""
        for error in self.errors:
            assert error["message"], error
            assert error["hint"], error
            assert error["path"][0] == "input", error
            assert Reason(error["reason"]), error
            assert not UNFILLED.search(error["message"] + error["hint"]), error
        return [(error["code"], ".".join(error["path"])) for error in self.errors]


def uuid_of(global_id: str) -> UUID:
    """The identity within the country."""
    return UUID(global_id.rpartition("_")[2])


def unknown(type_name: str, country: str = "BE") -> str:
    """An id under which there is no row."""
    return f"{type_name}_{country}_{new_id()}"


def shown(table: str) -> str:
    """What is asked of a row: of a table that is not named above, all that it holds itself."""
    members = graph_model().by_table[table].members.values()
    own = " ".join(member.api for member in members if isinstance(member, Column) and member.kind is not Kind.JSON)
    return SHOWN.get(table, own)


def document(name: str, shows: str | None = None, key: str | None = None) -> str:
    """An operation of one mutation."""
    action = all_actions()[name]
    entity = graph_model().by_table[action.table]
    noun = entity.many if action.many else entity.one
    label = f"{key}: " if key else ""
    selection = shows or f"{noun} {{ {shown(action.table)} }} {ERRORS}"
    return f"mutation M($input: {action.type_name}Input!) {{ {label}{name}(input: $input) {{ {selection} }} }}"


@dataclass(slots=True)
class Writes:
    """A world that may be written.

    Attributes:
        engine: the real one.
        database: its pools.
        operator: sees every row.
        callers: who may ask, by name.
        programmes: ids of `own`, `other` (both Belgian) and `kenya`.
    """

    engine: Engine
    database: Database
    operator: Operator
    callers: dict[str, Caller]
    programmes: dict[str, str] = field(default_factory=dict)
    _made: int = 0

    async def send(self, text: str, as_: str | Caller = "office", /, **variables: object) -> Row:
        """One request; the response is the engine's."""
        caller = self.callers[as_] if isinstance(as_, str) else as_
        answer = await self.engine.answer(GraphQLRequest(text, variables=variables), caller)
        response: Row = orjson.loads(answer.body)
        return response

    async def do(
        self,
        name: str,
        as_: str | Caller = "office",
        /,
        *,
        shows: str | None = None,
        key: str | None = None,
        **given: Json,
    ) -> Told:
        """One mutation."""
        body = await self.send(document(name, shows, key), as_, input=given)
        payload = (body.get("data") or {}).get(key or name)
        if payload is None:
            return Told(None, [], body)
        action = all_actions()[name]
        entity = graph_model().by_table[action.table]
        return Told(payload.get(entity.many if action.many else entity.one), payload.get("errors", []), body)

    async def ok(self, name: str, as_: str | Caller = "office", /, **given: Json) -> Json:
        """A mutation that is done; the answer is the row."""
        told = await self.do(name, as_, **given)
        assert told.row is not None, told.body
        assert not told.errors, told.body
        assert "errors" not in told.body, told.body
        return told.row

    async def get(self, root: str, shows: str, as_: str | Caller = "office", /, **arguments: str) -> Json:
        """One row by its id, as a query answers it."""
        body = await self.send(f"query Q($id: ID!) {{ {root}(id: $id) {{ {shows} }} }}", as_, **arguments)
        assert "errors" not in body, body
        return body["data"][root]

    async def again(self, row: Row, as_: str | Caller = "office", /) -> Row:
        """A row as it is now."""
        entity = graph_model().by_type[row["id"].partition("_")[0]]
        found: Row = await self.get(entity.one, shown(entity.table), as_, id=row["id"])
        return found

    def number(self) -> int:
        """A number that nothing else of this world bears."""
        self._made += 1
        return self._made

    async def start_programmes(self) -> None:
        """The programmes of the callers."""
        for name, as_ in (("own", "office"), ("other", "office"), ("kenya", "kenya")):
            row = await self.ok(
                "startProgramme", as_, name=f"Programme {name}", kind="ALTERNATIVE_CARE", startedOn="2010-01-01"
            )
            self.programmes[name] = row["id"]
        for name, programme in (("caseworker", "own"), ("neighbour", "other")):
            uuid = uuid_of(self.programmes[programme])
            self.callers[name] = Caller(name, Tier.CASEWORKER, ("BE",), (uuid,), "https://login.example")

    async def home(self, programme: str = "own", **given: Json) -> Row:
        """A new home."""
        wanted = {
            "programmeId": self.programmes[programme], "name": f"Home {self.number()}", "form": "KINSHIP_FAMILY",
            "capacity": 4, "openedOn": "2012-01-01",
        } | given  # fmt: skip
        row: Row = await self.ok("openHome", "kenya" if programme == "kenya" else "office", **wanted)
        return row

    def about(self, home: Row, programme: str = "own", **given: Json) -> Row:
        """What `admitChild` takes."""
        return {
            "caseNumber": f"W-{self.number()}", "givenName": f"Kim {self.number()}", "birthDate": "2015-05-01",
            "sex": "FEMALE", "reasonForCare": "NEGLECT", "programmeId": self.programmes[programme],
            "homeId": home["id"], "startedOn": "2026-01-10",
        } | given  # fmt: skip

    async def child(self, home: Row | None = None, programme: str = "own", **given: Json) -> Row:
        """A new child; without a home it lives in one of its own."""
        home = home or await self.home(programme)
        as_ = "kenya" if programme == "kenya" else "office"
        row: Row = await self.ok("admitChild", as_, **self.about(home, programme, **given))
        return row

    def to_register(self, programme: str = "own", **given: Json) -> Row:
        """What `registerChild` takes."""
        said = {"caseNumber": f"W-{self.number()}", "givenName": f"Kim {self.number()}", "birthDate": "2015-05-01"}
        return {**said, "sex": "FEMALE", "programmeId": self.programmes[programme], "enrolledOn": "2026-01-10"} | given

    async def registered(self, as_: str = "office", programme: str = "own") -> Row:
        """A child of whom nothing is decided."""
        row: Row = await self.ok("registerChild", as_, **self.to_register(programme))
        return row

    async def siblings(self, many: int, programme: str = "own", **given: Json) -> list[Row]:
        """Brothers and sisters, each in a home of its own."""
        found: list[Row] = []
        for _ in range(many):
            bonds = [{"siblingId": each["id"], "kind": "FULL"} for each in found]
            found.append(await self.child(None, programme, siblings=bonds, **given))
        return found

    async def placement(self, child: Row, as_: str | Caller = "office", /) -> Row:
        """The latest placement of a child."""
        body = await self.send(
            "query Q($id: ID!) { child(id: $id) { placements(orderBy: [{ startedOn: DESC }], first: 1) { nodes { "
            + SHOWN["placement"]
            + " } } } }",
            as_,
            id=child["id"],
        )
        (row,) = body["data"]["child"]["placements"]["nodes"]
        found: Row = row
        return found

    async def episode(self, child: Row, as_: str | Caller = "office", /) -> Row:
        """The latest time in care of a child."""
        document = (
            "query Q($id: ID!) { child(id: $id) {"
            " careEpisodes(orderBy: [{ startedOn: DESC }], first: 1) { nodes { id version } } } }"
        )
        body = await self.send(document, as_, id=child["id"])
        found: Row = body["data"]["child"]["careEpisodes"]["nodes"][0]
        return found

    async def leave(self, child: Row, on: str) -> None:
        """The child leaves care for its family."""
        row = await self.episode(child)
        await self.ok("endCare", id=row["id"], version=row["version"], endedOn=on, destination="FAMILY")

    async def state(self) -> dict[str, tuple[int, int | None]]:
        """How many rows each table holds, and the newest transaction that wrote one of them.

        Whatever is inserted or changed is of a newer one, also where a row stays what it was; nothing is ever deleted
        without a row less. One statement, which reads no value: it is asked for before and after every refusal.
        """
        return {name: (many, newest) for name, many, newest in await self.operator.fetch(STATE)}

    async def count(self) -> dict[str, int]:
        """How many rows each table holds."""
        return {name: many for name, (many, _) in (await self.state()).items()}

    async def value(self, query: str, *arguments: object) -> Json:
        """One value, as it is, whoever asks."""
        return await self.operator.fetchval(query, *arguments)

    async def rows(self, query: str, *arguments: object) -> list[Row]:
        """Rows, as they are, whoever asks."""
        return [dict(row) for row in await self.operator.fetch(query, *arguments)]

    async def together(self, each: Iterable[Any]) -> list[Any]:
        """Several at once."""
        return list(await asyncio.gather(*each))
