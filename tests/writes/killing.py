"""A real server of its own that can be killed, and clients that repeat under its key whatever was not acknowledged."""

from __future__ import annotations

import asyncio
import os
import signal
import subprocess
import sys
import time
from collections import Counter
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import date, timedelta
from pathlib import Path

import httpx

from benchmarks.ports import claim_port
from graph.writes.identities import new_id
from tests.writes.writes import Json, Row, document

ROOT = Path(__file__).parents[2]
START_SECONDS = 120.0
KILLED = -int(signal.SIGKILL)
EVERY = 10
"""One in so many moves a child, and another one changes it; the others add a tie."""


@dataclass(slots=True)
class Server:
    """`hearth serve` on an embedded PostgreSQL in a folder of its own.

    Attributes:
        folder: where its data is.
        secret: the key of its tokens.
    """

    folder: Path
    secret: str
    port: int = field(default_factory=claim_port)
    _process: subprocess.Popen[bytes] | None = None

    @property
    def address(self) -> str:
        """Where it answers."""
        return f"http://127.0.0.1:{self.port}"

    def start(self) -> None:
        """Start it."""
        kept = {name: value for name, value in os.environ.items() if not name.startswith("HEARTH_")}
        with (self.folder / "output").open("ab") as output:
            self._process = subprocess.Popen(  # noqa: S603 - our own command
                [sys.executable, "-m", "graph.cli", "serve", "--port", str(self.port)],
                cwd=ROOT,
                env={**kept, "HEARTH_DATA_DIR": str(self.folder / "data"), "HEARTH_DEV_SECRET": self.secret},
                stdout=output,
                stderr=subprocess.STDOUT,
            )

    async def ready(self) -> None:
        """Wait until it answers."""
        deadline = time.monotonic() + START_SECONDS
        async with httpx.AsyncClient() as client:
            while time.monotonic() < deadline:
                assert self._process is not None
                assert self._process.poll() is None, self.output()
                with suppress(httpx.TransportError):
                    if (await client.get(f"{self.address}/health/ready")).status_code == httpx.codes.OK:
                        return
                await asyncio.sleep(0.05)
        raise TimeoutError(self.output())

    async def kill(self) -> int:
        """Kill it, with no time to say anything; the answer is what its parent hears of its end."""
        assert self._process is not None
        self._process.kill()
        return await asyncio.to_thread(self._process.wait)

    async def stop(self) -> int:
        """Stop it as one does."""
        assert self._process is not None
        self._process.send_signal(signal.SIGINT)
        return await asyncio.to_thread(self._process.wait, START_SECONDS)

    def kill_postgres(self) -> int:
        """Kill every process of PostgreSQL at once; the answer is how many they were.

        Raises:
            ProcessLookupError: it does not run.
        """
        cluster = self.folder / "data" / "data"
        postmaster = int((cluster / "postmaster.pid").read_text().split("\n", 1)[0])
        if Path(f"/proc/{postmaster}/cwd").readlink() != cluster:
            raise ProcessLookupError  # the file is of a server that has ended, and the number somebody else's
        family = [postmaster, *children_of(postmaster)]
        for process in family:
            os.kill(process, signal.SIGSTOP)
        for process in family:
            os.kill(process, signal.SIGKILL)
        return len(family)

    def end(self) -> None:
        """Leave nothing running, whatever has failed."""
        if self._process is not None and self._process.poll() is None:
            self._process.kill()
            self._process.wait()
        with suppress(FileNotFoundError, ProcessLookupError):
            self.kill_postgres()

    def output(self) -> str:
        """What it has written."""
        return (self.folder / "output").read_text(errors="replace")[-5000:]


def children_of(parent: int) -> list[int]:
    """The processes that a process has started."""
    found = []
    for stat in Path("/proc").glob("[0-9]*/stat"):
        with suppress(FileNotFoundError, ProcessLookupError):
            fields = stat.read_text().rpartition(")")[2].split()
            if int(fields[1]) == parent:
                found.append(int(stat.parent.name))
    return found


@dataclass(slots=True)
class Tally:
    """What all clients have come to.

    Attributes:
        done: the acknowledged mutations by name.
        links: the ids of acknowledged ties.
        repeated: how often something was sent again.
        unavailable: how often the server said that its database is not there.
        up: set while there is a server to send to.
    """

    done: Counter[str] = field(default_factory=Counter)
    links: list[str] = field(default_factory=list)
    repeated: int = 0
    unavailable: int = 0
    up: asyncio.Event = field(default_factory=asyncio.Event)


@dataclass(slots=True)
class Client:
    """Writes of one child, one after another; whatever is not acknowledged is sent again as it was.

    Attributes:
        server: to whom.
        token: of an office.
        country: of which country.
        tally: of all clients.
    """

    server: Server
    token: str
    country: str
    tally: Tally
    http: httpx.AsyncClient
    homes: list[str] = field(default_factory=list)
    child: str = ""
    version: int = 1
    day: date = date(2020, 1, 1)

    async def send(self, name: str, given: Row) -> Row:
        """One mutation, until it is acknowledged."""
        given = given | {"idempotencyKey": str(new_id())}
        body = {"query": document(name, shows="errors { code path } __typename"), "variables": {"input": given}}
        while True:
            await self.tally.up.wait()
            with suppress(httpx.TransportError):
                answer = await self.http.post(
                    f"{self.server.address}/graphql", json=body, headers={"Authorization": f"Bearer {self.token}"}
                )
                said: Row = answer.json()
                if not said.get("errors"):
                    assert said["data"][name]["errors"] == [], (name, given, said)
                    self.tally.done[name] += 1
                    return given
                codes = {error["extensions"]["code"] for error in said["errors"]}
                assert codes == {"UNAVAILABLE"}, (name, said)
                self.tally.unavailable += 1
            self.tally.repeated += 1
            await asyncio.sleep(0.02)

    def made(self, type_: str) -> str:
        """An id of the client's own."""
        return f"{type_}_{self.country}_{new_id()}"

    async def settle(self) -> None:
        """A programme, two large homes, and the child in the first."""
        programme, self.child, self.homes = (
            self.made("Programme"),
            self.made("Child"),
            [self.made("Home"), self.made("Home")],
        )
        begin = self.day.isoformat()
        await self.send("startProgramme", {"id": programme, "name": "Team", "kind": "YOUTH_CARE", "startedOn": begin})
        about: dict[str, Json] = {"programmeId": programme, "name": "House", "form": "YOUTH_HOME", "capacity": 9}
        for home in self.homes:
            await self.send("openHome", {"id": home, **about, "openedOn": begin})
        child = {
            "id": self.child, "caseNumber": "1", "givenName": "Ada", "sex": "FEMALE", "reasonForCare": "OTHER",
            "programmeId": programme, "homeId": self.homes[0], "startedOn": begin,
        }  # fmt: skip
        await self.send("admitChild", child)

    async def write(self, many: int) -> None:
        """So many mutations."""
        for number in range(many):
            if number % EVERY == 0:
                self.day += timedelta(days=1)
                self.homes.reverse()
                placed = {"id": self.made("Placement"), "childId": self.child, "homeId": self.homes[0]}
                await self.send("placeChild", {**placed, "startedOn": self.day.isoformat()})
            elif number % EVERY == 1:
                seen = {"id": self.child, "version": self.version}
                await self.send("updateChild", {**seen, "interests": f"Book {number}"})
                self.version += 1
            else:
                link = {"id": self.made("CommunityLink"), "childId": self.child, "kind": "SCHOOL"}
                given = await self.send("addCommunityLink", {**link, "startedOn": "2026-01-01"})
                self.tally.links.append(given["id"])
