"""The servers that are asked, each one process with a pool of six connections of the caller's tier."""

from __future__ import annotations

import asyncio
import contextlib
import os
import signal
import sys
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

import httpx
import orjson

from benchmarks.node import node
from benchmarks.ports import claim_port
from benchmarks.workloads import BY_PAGE, HEARTH, POSTGRAPHILE, TEXTBOOK, Cell, Question, document
from countries.tenancy.caller import Caller, Tier
from graph.identity.authenticator import issue_token

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Collection, Mapping

    from benchmarks.ground import Ground

HERE = Path(__file__).resolve().parent
POOL = 6
"""Connections of a tier, for each peer; as many as Hearth has for an office."""
SECRET = "benchmarks-on-loopback-and-nowhere-else"  # noqa: S105 - no data of anybody is behind it
START_SECONDS = 60.0


class PeerError(RuntimeError):
    """A server does not start, or answers with an error."""


@dataclass
class Peer:
    """A server of one process (or of `workers`), asked over HTTP.

    Attributes:
        ground: the database.
        tier: the login.
        has_answered: the workloads that it was under the load of.
    """

    ground: Ground
    tier: str
    name: ClassVar[str]
    warm_seconds: ClassVar[float] = 1.0
    """For so long it is asked before anything counts."""
    port: int = field(default_factory=claim_port)
    has_answered: set[str] = field(default_factory=set)
    _process: asyncio.subprocess.Process | None = field(default=None, init=False, repr=False)
    _cursors: dict[tuple[Caller, str], list[object]] = field(default_factory=dict, init=False, repr=False)

    def command(self) -> list[str]:
        """How it is started."""
        raise NotImplementedError

    def environment(self) -> Mapping[str, str]:
        """What it is told."""
        raise NotImplementedError

    def headers(self, caller: Caller) -> dict[str, str]:
        """How it knows the caller."""
        return {"hearth-country": caller.scope.country, "hearth-programmes": caller.scope.programmes}

    def variables(self, question: Question) -> dict[str, object]:
        """A question's variables in its dialect; a page is not among them."""
        return {
            name: value.isoformat() if isinstance(value, date) else value for name, value in question.values.items()
        }

    @property
    def pid(self) -> int:
        """Its process."""
        if self._process is None:
            raise PeerError(f"{self.name} has not been started.")
        return self._process.pid

    async def start(self) -> None:
        """Start it and wait until it answers.

        Raises:
            PeerError: it does not.
        """
        log = self.ground.cache / f"{self.name}.log"
        with log.open("wb") as out:
            self._process = await asyncio.create_subprocess_exec(
                *self.command(), cwd=HERE.parent, env={**os.environ, **self.environment()}, stdout=out, stderr=out
            )
        async with httpx.AsyncClient() as client:
            for _ in range(int(START_SECONDS / 0.1)):
                if self._process.returncode is not None:
                    break
                with contextlib.suppress(httpx.TransportError):
                    await client.post(f"http://127.0.0.1:{self.port}/graphql", json={"query": "{ __typename }"})
                    return
                await asyncio.sleep(0.1)
        await self.stop()
        raise PeerError(f"{self.name} does not start: {log.read_text('utf-8', 'replace').strip()[-500:]}")

    async def stop(self) -> None:
        """End it."""
        if self._process is not None and self._process.returncode is None:
            self._process.send_signal(signal.SIGTERM)
            try:
                await asyncio.wait_for(self._process.wait(), 10)
            except TimeoutError:
                self._process.kill()
                await self._process.wait()

    async def bodies(self, cell: Cell) -> list[tuple[dict[str, str], bytes]]:
        """The headers and the body of each of a cell's requests."""
        text = document(cell.workload, self.name)
        found = []
        for question, variables in zip(cell.questions, await self.asked(cell), strict=True):
            body = orjson.dumps({"query": text, "variables": variables})
            found.append((self.headers(question.caller), body))
        return found

    async def asked(self, cell: Cell) -> list[dict[str, object]]:
        """The variables of each of a cell's requests, in this dialect."""
        if cell.workload not in BY_PAGE:
            return [self.variables(question) for question in cell.questions]
        pages = {caller: await self._pages(cell, caller) for caller in {one.caller for one in cell.questions}}
        return [{"after": pages[one.caller][_page(one)]} for one in cell.questions]

    async def ask(self, headers: Mapping[str, str], body: bytes) -> dict[str, object]:
        """The data of one answer.

        Raises:
            PeerError: there is an error in it.
        """
        async with httpx.AsyncClient(timeout=30) as client:
            response = await client.post(
                f"http://127.0.0.1:{self.port}/graphql",
                content=body,
                headers={"Content-Type": "application/json", **headers},
            )
        answer = orjson.loads(response.content)
        if response.status_code != httpx.codes.OK or answer.get("errors"):
            raise PeerError(f"{self.name} answers {response.status_code}: {response.text[:500]}")
        data: dict[str, object] = answer["data"]
        return data

    async def _pages(self, cell: Cell, caller: Caller) -> list[object]:
        """Where each page begins: found by going through them."""
        key = (caller, cell.workload)
        if key not in self._cursors:
            last = max(_page(one) for one in cell.questions if one.caller == caller)
            cursors: list[object] = [None]
            for _ in range(last):
                body = {"query": document(cell.workload, self.name), "variables": {"after": cursors[-1]}}
                data = await self.ask(self.headers(caller), orjson.dumps(body))
                cursors.append(_next(data[BY_PAGE[cell.workload]]))
            self._cursors[key] = cursors
        return self._cursors[key]


@dataclass
class Hearth(Peer):
    """This project, as `hearth serve` runs it, with so many worker processes."""

    name = HEARTH
    workers: int = 1

    def command(self) -> list[str]:
        """The command of an operator, with its access log."""
        return [sys.executable, "-m", "graph.cli", "serve", "--port", str(self.port), "--workers", str(self.workers)]

    def environment(self) -> Mapping[str, str]:
        """Development tokens, no GraphiQL."""
        names = {f"HEARTH_DATABASE_PASSWORD_{tier.value.upper()}": self.ground.password(tier.login) for tier in Tier}
        return {
            **names,
            "HEARTH_DATABASE_URL": self.ground.address.dsn,
            "HEARTH_DEV_SECRET": SECRET,
            "HEARTH_GRAPHIQL": "off",
        }

    def headers(self, caller: Caller) -> dict[str, str]:
        """A bearer token, which is verified."""
        programmes = [str(one) for one in caller.programmes]
        token = issue_token(SECRET, role=caller.tier.value, country=caller.country, programmes=programmes)
        return {"Authorization": f"Bearer {token}"}

    def variables(self, question: Question) -> dict[str, object]:
        """A child's id as the graph writes it."""
        if "id" in question.values:
            return {"id": f"Child_{question.caller.country}_{question.values['id']}"}
        return super().variables(question)


class PostGraphile(Peer):
    """PostGraphile 5 on Node.js, scope by pgSettings."""

    name = POSTGRAPHILE
    # V8 compiles what it runs often meanwhile: after five seconds of one question it is up to half as fast again.
    warm_seconds = 5.0

    def command(self) -> list[str]:
        """Node.js of a release that it takes."""
        return [node(), str(HERE / "postgraphile" / "server.mjs")]

    def environment(self) -> Mapping[str, str]:
        """Its login, and production mode."""
        host, port, database = self.ground.socket
        login = Tier(self.tier).login
        return {
            "PGHOST": host,
            "PGPORT": port,
            "PGDATABASE": database,
            "PGUSER": login,
            "PGPASSWORD": self.ground.password(login),
            "PORT": str(self.port),
            "POOL": str(POOL),
            "NODE_ENV": "production",
            "GRAPHILE_ENV": "production",
        }

    def variables(self, question: Question) -> dict[str, object]:
        """The two columns of a child's key."""
        country = {"country": question.caller.country} if "id" in question.values else {}
        return {**super().variables(question), **country}


class Textbook(Peer):
    """Strawberry and SQLModel as their documentation teaches them."""

    name = TEXTBOOK

    def command(self) -> list[str]:
        """One uvicorn process."""
        return [
            sys.executable,
            "-m",
            "uvicorn",
            "benchmarks.textbook_app:app",
            "--port",
            str(self.port),
            "--no-access-log",
        ]

    def environment(self) -> Mapping[str, str]:
        """Its login."""
        host, port, database = self.ground.socket
        login = Tier(self.tier).login
        return {
            "TEXTBOOK_HOST": host,
            "TEXTBOOK_PORT": port,
            "TEXTBOOK_DATABASE": database,
            "TEXTBOOK_LOGIN": login,
            "TEXTBOOK_PASSWORD": self.ground.password(login),
            "TEXTBOOK_POOL": str(POOL),
        }


def _page(question: Question) -> int:
    return int(str(question.values["page"]))


def _next(page: object) -> object:
    """The cursor behind a page: from its `pageInfo`, or the last row's id where a page is a list."""
    if isinstance(page, dict):
        return page["pageInfo"]["endCursor"]
    if isinstance(page, list) and page:
        last = page[-1]
        return last.get("id") or last["code"]
    raise PeerError("There is no further page.")


@contextlib.asynccontextmanager
async def running(servers: Collection[Peer]) -> AsyncIterator[None]:
    """While the block lasts, all of them answer; they start, and end, at the same time.

    Raises:
        PeerError: one does not start.
    """
    try:
        for fault in await asyncio.gather(*(server.start() for server in servers), return_exceptions=True):
            if fault is not None:
                raise fault
        yield
    finally:
        await asyncio.gather(*(server.stop() for server in servers))
