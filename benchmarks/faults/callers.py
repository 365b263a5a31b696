"""Who writes steadily while something breaks: each write under its key, repeated until it is answered as done.

A caller does what a client of a phone does: it has one write in its hand, tries it, waits a little, and tries the very
same again, on another connection where the last one failed.
"""

from __future__ import annotations

import asyncio
import time
from collections import Counter
from contextlib import suppress
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import httpx
import orjson

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

PAUSE_SECONDS = 0.05
AGAIN_SECONDS = 0.2
ANSWER_SECONDS = 15.0
"""Longer than the server lets anything wait; then the caller hangs up."""
WRITES_A_CONNECTION = 10
"""Then a caller makes a new connection, as one who comes back does."""
DONE = "done"
MUTATION = (
    "mutation ($input: AddCommunityLinkInput!) { addCommunityLink(input: $input) { communityLink { id }"
    " errors { code } } }"
)


@dataclass(slots=True)
class Write:
    """One intended change.

    Attributes:
        key: its idempotency key, which stands in the row's note too.
        began: when it was first tried, by the monotonic clock.
        done: when it was acknowledged; never, so far.
    """

    key: str
    began: float
    done: float | None = None


@dataclass(slots=True)
class Caller:
    """One caller of one country's office.

    Attributes:
        country: whose office.
        url: where it writes.
        token: gives it a token, for each connection anew.
        children: whom it writes about, by id.
        name: of its writes.
        writes: all of them, in order.
        answers: what its attempts were answered, and how often.
    """

    country: str
    url: str
    token: Callable[[], str]
    children: Sequence[str]
    name: str
    writes: list[Write] = field(default_factory=list)
    answers: Counter[str] = field(default_factory=Counter)
    _ending: bool = False

    async def run(self) -> None:
        """Write until told to stop, and then until the last one is done."""
        client = self._client()
        try:
            while not self._ending:
                write = Write(f"{self.name}-{len(self.writes)}", time.monotonic())
                self.writes.append(write)
                while write.done is None:
                    answer = await self._try(client, write)
                    self.answers[answer] += 1
                    if answer == DONE:
                        write.done = time.monotonic()
                        continue
                    await client.aclose()
                    client = self._client()
                    await asyncio.sleep(AGAIN_SECONDS)
                if len(self.writes) % WRITES_A_CONNECTION == 0:
                    await client.aclose()
                    client = self._client()
                await asyncio.sleep(PAUSE_SECONDS)
        finally:
            await client.aclose()

    def end(self) -> None:
        """Begin nothing more."""
        self._ending = True

    def _client(self) -> httpx.AsyncClient:
        headers = {"Authorization": f"Bearer {self.token()}", "Accept": "application/graphql-response+json"}
        return httpx.AsyncClient(headers=headers, timeout=ANSWER_SECONDS, trust_env=False)

    async def _try(self, client: httpx.AsyncClient, write: Write) -> str:
        """One attempt; what came of it in a few words."""
        place = len(self.writes) % len(self.children)
        given = {"childId": self.children[place], "kind": "SPORTS_CLUB", "startedOn": "2026-06-01"}
        body = {"query": MUTATION, "variables": {"input": {**given, "note": write.key, "idempotencyKey": write.key}}}
        try:
            response = await client.post(self.url, json=body)
        except httpx.ConnectError:
            return "refused"
        except httpx.TimeoutException:
            return f"no answer in {ANSWER_SECONDS:.0f} s"
        except httpx.TransportError:
            return "cut off"
        return answered(response.status_code, response.content)


def answered(status: int, body: bytes) -> str:
    """An answer in a few words: `done`, a code of the graph with its HTTP status, or the status alone."""
    answer: Mapping[str, object] = {}
    with suppress(orjson.JSONDecodeError):
        read = orjson.loads(body)
        answer = read if isinstance(read, dict) else {}
    errors = answer.get("errors")
    if not errors:
        data = answer.get("data")
        payload = data.get("addCommunityLink") if isinstance(data, dict) else None
        errors = payload.get("errors") if isinstance(payload, dict) else None
        if status == httpx.codes.OK and isinstance(payload, dict) and not errors:
            return DONE
    code = None
    if isinstance(errors, list) and errors and isinstance(errors[0], dict):
        inner = errors[0].get("extensions")
        code = errors[0].get("code") or (inner.get("code") if isinstance(inner, dict) else None)
    return str(status) if code is None else f"{status} {code}"
