"""What one caller with a valid token can do at its worst, each kind by name, until it is ended.

    python -m benchmarks.attacks KIND --port N --token T --home ID

Whatever it is answered, it goes on: refusals, closed connections and silence are all the same to it.
"""

from __future__ import annotations

import argparse
import asyncio
import itertools
import secrets
from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING

import orjson
import uvloop

from benchmarks.client import HOST, line
from benchmarks.fanout import Client
from benchmarks.wrk import LoadError

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Iterator, Mapping

GONE = (LoadError, OSError, asyncio.IncompleteReadError, asyncio.LimitOverrunError, TimeoutError)
"""How an attempt may end that was not answered as it was meant."""
PAUSE_SECONDS = 0.01
"""How long one that was turned away waits before it comes again."""
DRIP_SECONDS = 1.0
UPDATE = "mutation ($input: UpdateHomeInput!) { updateHome(input: $input) { home { version } errors { code } } }"
EXPENSIVE = """
{ children(first: 1000) { totalCount nodes { id givenName familyName birthDate home { name occupancy }
  placements(first: 10) { totalCount nodes { startedOn home { name occupancy } } }
  communityLinks(first: 10) { totalCount nodes { kind partner { name } } } } } }
"""


@dataclass(frozen=True, slots=True)
class Target:
    """Whom to attack, as whom.

    Attributes:
        port: of the server, on this machine.
        token: of the country that misbehaves.
        home: a home of that country, in which somebody else holds the row.
    """

    port: int
    token: str
    home: str

    @property
    def headers(self) -> Mapping[str, str]:
        """With which each request comes."""
        return {"Authorization": f"Bearer {self.token}"}


def body(query: str, **variables: object) -> bytes:
    """A request."""
    return orjson.dumps({"query": query, "variables": variables})


async def flood(target: Target, bodies: Iterator[bytes], clients: int) -> None:
    """Ask without an end, by so many clients; a connection that breaks is opened again."""

    async def work() -> None:
        while True:
            with suppress(*GONE):
                async with line(target.port, target.headers) as one:
                    while True:
                        try:
                            await one.ask(next(bodies))
                        except LoadError:
                            await asyncio.sleep(PAUSE_SECONDS)
            await asyncio.sleep(PAUSE_SECONDS)

    await asyncio.gather(*(work() for _ in range(clients)))


def bodies_refused() -> Iterator[bytes]:
    """Documents of 300 kB, each another one, with a field that does not exist."""
    filling = "\n".join(f"# {secrets.token_hex(500)}" for _ in range(300))
    return (body(f"{{ nothing{number} }}\n{filling}") for number in itertools.count())


def bodies_of_introspection() -> Iterator[bytes]:
    """Two kilobytes of aliases over the whole type system, each time others."""
    for number in itertools.count():
        many = " ".join(f"a{number}_{each}: types {{ fields {{ args {{ name }} }} }}" for each in range(40))
        yield body(f"{{ __schema {{ {many} }} }}")


def bodies_to_compile() -> Iterator[bytes]:
    """Documents of 18 kB, each with aliases of its own."""
    inside = (
        "first: 1) { totalCount nodes { id startedOn endedOn startReason endReason home { id name form setting } } }"
    )
    for number in itertools.count():
        many = " ".join(f"a{number}_{each}: placements({inside}" for each in range(140))
        yield body(f"{{ children(first: 1) {{ nodes {{ {many} }} }} }}")


async def refused_documents(target: Target) -> None:
    """Large documents that are refused, four at a time."""
    await flood(target, bodies_refused(), 4)


async def introspection(target: Target) -> None:
    """The type system, asked for by ever new aliases."""
    await flood(target, bodies_of_introspection(), 2)


async def cold_compiles(target: Target) -> None:
    """Large documents that nobody has compiled yet."""
    await flood(target, bodies_to_compile(), 2)


async def slow_mutations(target: Target) -> None:
    """Six mutations at a time that wait for a row which somebody holds."""
    bodies = (body(UPDATE, input={"id": target.home, "version": 1, "capacity": 5}) for _ in itertools.count())
    await flood(target, bodies, 6)


async def expensive_reads(target: Target) -> None:
    """Eight queries at a time for nearly as many rows as one may ask for."""
    await flood(target, itertools.repeat(body(EXPENSIVE)), 8)


async def sockets(target: Target) -> None:
    """Sockets with subscriptions of their own, as many as are let in, and as many more that never say who they are."""
    loop = asyncio.get_running_loop()

    async def subscriber() -> None:
        while True:
            with suppress(*GONE):
                client = Client(target.token)
                await loop.create_connection(lambda: client, HOST, target.port)  # noqa: B023 - used at once
                await client.subscribe(target.port)
                await asyncio.sleep(3600)
            await asyncio.sleep(PAUSE_SECONDS)

    await asyncio.gather(*(subscriber() for _ in range(1500)), _silent(target, 1500, b""))


async def unfinished_heads(target: Target) -> None:
    """Heads of requests that drip, a byte a second."""
    await _silent(target, 1500, b"POST /graphql HTTP/1.1\r\nHost: here\r\nX-Slow: ")


async def _silent(target: Target, count: int, begin: bytes) -> None:
    async def one() -> None:
        while True:
            with suppress(*GONE):
                _, writer = await asyncio.open_connection(HOST, target.port)
                writer.write(begin)
                while not writer.is_closing():
                    await asyncio.sleep(DRIP_SECONDS)
                    if begin:
                        writer.write(b"x")
                        await writer.drain()
            await asyncio.sleep(PAUSE_SECONDS)

    await asyncio.gather(*(one() for _ in range(count)))


async def in_flight(target: Target) -> None:
    """Four hundred small requests at a time."""
    await flood(target, itertools.repeat(body("{ children(first: 5) { nodes { id givenName } } }")), 400)


KINDS: Mapping[str, Callable[[Target], Awaitable[None]]] = {
    kind.__name__: kind
    for kind in (
        refused_documents,
        introspection,
        cold_compiles,
        slow_mutations,
        expensive_reads,
        sockets,
        unfinished_heads,
        in_flight,
    )
}
"""Each kind by its name."""


def main() -> None:
    """Read the command line and attack."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0] if __doc__ else None)
    parser.add_argument("kind", choices=KINDS)
    parser.add_argument("--port", type=int, required=True)
    parser.add_argument("--token", required=True)
    parser.add_argument("--home", required=True)
    given = parser.parse_args()

    async def attack() -> None:
        await KINDS[given.kind](Target(given.port, given.token, given.home))

    uvloop.run(attack())


if __name__ == "__main__":
    main()
