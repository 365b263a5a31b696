"""A client that writes rows of every table, by every action, while its server is killed; and what holds of them."""

from __future__ import annotations

import asyncio
from contextlib import suppress
from typing import TYPE_CHECKING

import httpx

from graph.entities import graph_model
from graph.entities.history import TABLE_OF_CLASS
from graph.writes.idempotency import OF_ID
from graph.writes.identities import new_id
from tests.owning import assert_copies_agree, assert_keys_agree
from tests.writes.made_up import row_of
from tests.writes.operations import ACTIONS, MIRROR
from tests.writes.writes import Operator, Row, Writes

if TYPE_CHECKING:
    from countries.tenancy.caller import Caller
    from tests.writes.killing import Server, Tally

COUNTRY = "BE"
"""Where it writes; nobody else does."""
_OF_CLASS = "SELECT row_id, version FROM {} WHERE country_code = $1 AND type = $2"
HISTORY = f"SELECT count(*) FROM ({' UNION '.join(map(_OF_CLASS.format, TABLE_OF_CLASS.values()))}) entry"  # noqa: S608 - tables of ours
"""How many writes of rows of a type the history holds."""


class Everything(Writes):
    """Writes of one country; whatever is not acknowledged is sent again as it was.

    Args:
        server: to whom.
        token: of an office.
        tally: of the others, by which it knows whether there is a server.
        http: how.
    """

    def __init__(self, server: Server, token: str, tally: Tally, http: httpx.AsyncClient) -> None:
        self._server, self._token, self._tally, self._http = server, token, tally, http
        self.programmes: dict[str, str] = {}
        self._made = 0
        self.acknowledged = 0

    async def send(self, text: str, as_: str | Caller = "office", /, **variables: object) -> Row:
        """One request, until it is acknowledged."""
        assert as_ == "office", as_
        given, writes = variables.get("input"), isinstance(variables.get("input"), dict)
        if isinstance(given, dict):
            variables = {**variables, "input": {"idempotencyKey": str(new_id()), **given}}
        while True:
            await self._tally.up.wait()
            with suppress(httpx.TransportError):
                answer = await self._http.post(
                    f"{self._server.address}/graphql",
                    json={"query": text, "variables": variables},
                    headers={"Authorization": f"Bearer {self._token}"},
                )
                said: Row = answer.json()
                codes = {error["extensions"]["code"] for error in said.get("errors", ())}
                if codes != {"UNAVAILABLE"}:
                    self.acknowledged += writes
                    return said
            await asyncio.sleep(0.02)

    async def start_programmes(self) -> None:
        """Those of the country."""
        for name in ("own", "other"):
            row = await self.ok("startProgramme", name=name, kind="ALTERNATIVE_CARE", startedOn="2010-01-01")
            self.programmes[name] = row["id"]

    async def write(self, others: asyncio.Future[list[None]]) -> None:
        """A row of every table, and every action, once at least, and on until the others have done their work."""
        await self.start_programmes()
        while True:
            for name, make in ACTIONS.items():
                await self.ok(name, **await make(self))
            for entity in graph_model().kept:
                if entity.is_tenant and entity.mutations:
                    await row_of(self, entity)
            full = await self.home(capacity=1)
            await self.child(full)
            await self.child(full, exception={"reason": "At night.", "authorisedBy": "Director"})
            if others.done():
                return


async def check_all(operator: Operator, everything: Everything) -> None:
    """Of every table there are rows, each with the history and the place in the feed of all that was written of it."""
    model = graph_model()
    for entity in model.kept:
        if not entity.is_tenant or "version" not in entity.stored:
            continue
        table = f"FROM {entity.table} WHERE country_code = $1"
        ((rows, versions),) = await operator.fetch(f"SELECT count(*), sum(version) {table}", COUNTRY)
        assert rows > 0, f"nothing of {entity.table} was written"
        told = "SELECT count(*) FROM change WHERE country_code = $1 AND type = $2 AND kind = 'CREATED'"
        assert await operator.fetchval(told, COUNTRY, entity.type_name) == rows, entity.table
        assert await operator.fetchval(HISTORY, COUNTRY, entity.type_name) == versions, entity.table
    await assert_copies_agree(operator, model)
    await assert_keys_agree(operator, model)
    assert await operator.fetchval(MIRROR) == 0
    keys = "SELECT count(*) FROM idempotency_key WHERE country_code = $1 AND path <> $2"
    assert await operator.fetchval(keys, COUNTRY, OF_ID) == everything.acknowledged
