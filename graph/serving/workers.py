"""One process that serves, and several with one that looks after them.

    Workers ──┬── Server: attempt ─ serves
              ├── Server: attempt ─ waits, and accepts nobody as long as another one serves
              └── (ended) ─ begun again, later each time if it ends young; all end where it can never be served

A process that may not serve yet stops no other (`graph/serving/opening.py`). What can never be served ends with
`NEVER`, by which whoever restarts servers tells it from what may pass.
"""

from __future__ import annotations

import asyncio
import logging
import multiprocessing
import os
import signal
import sys
import time
from contextlib import suppress
from typing import TYPE_CHECKING

import uvicorn
from uvicorn.supervisors import Multiprocess
from uvicorn.supervisors.multiprocess import Process

from countries.connections.once_a_minute import OnceAMinute
from countries.embedded import file_locks
from graph.serving.descriptors import heard, look_for_descriptors
from graph.serving.exit_codes import NEVER

if TYPE_CHECKING:
    import socket
    from pathlib import Path
    from types import FrameType

    from graph.http.uvicorn_websocket import ServerConfig
    from graph.serving.opening import Opening

logger = logging.getLogger("hearth.workers")
often = OnceAMinute(logger)

WAIT_SECONDS = 0.1
YOUNG_SECONDS = 10.0
"""A worker that ends earlier after its start is begun again only after a rest, twice as long each time."""
LOADING_SECONDS = 30.0
"""How long a worker may take, on a machine that is busy, until it answers whether it is there."""
FIRST_REST_SECONDS = 0.5
LONGEST_REST_SECONDS = 10.0
TICKS = 10
"""Ticks of the server in a second."""


class Rests:
    """How long the place of a worker that has ended stays empty: ever longer where it ends young again and again."""

    def __init__(self) -> None:
        self._next: dict[int, float] = {}

    def after(self, place: int, lived: float) -> float:
        """Seconds.

        Args:
            place: whose place it is.
            lived: how many seconds it was there.
        """
        rest = self._next.get(place, 0.0) if lived < YOUNG_SECONDS else 0.0
        self._next[place] = min(max(2 * rest, FIRST_REST_SECONDS), LONGEST_REST_SECONDS)
        return rest


class Server(uvicorn.Server):
    """A process that serves.

    Args:
        config: how; `serving` is a file that the processes lock that serve, if there are several.
    """

    config: ServerConfig

    def __init__(self, config: ServerConfig) -> None:
        super().__init__(config)
        self._held: int | None = None

    @property
    def _opening(self) -> Opening | None:
        """What opens the application's database; an application without one serves at once."""
        opening: Opening | None = getattr(getattr(self.config.loaded_app, "state", None), "opening", None)
        return opening

    def handle_exit(self, sig: int, frame: FrameType | None) -> None:
        """A signal to stop: who has ended in order does not die by it, and closes what else is open."""
        super().handle_exit(sig, frame)
        if sig != signal.SIGINT:
            self._captured_signals.remove(sig)

    async def serve(self, sockets: list[socket.socket] | None = None) -> None:
        """Serve until told to stop.

        Raises:
            SystemExit: with `NEVER`, where this can never be served.
        """
        await super().serve(sockets)
        if self._can_never_be():
            sys.exit(NEVER)

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        """Start the application, then accept connections: at once, or when no other process does so in its place.

        Raises:
            SystemExit: with `NEVER`, where this can never be served.
        """
        asyncio.get_running_loop().set_exception_handler(heard)
        opening = self._opening
        if opening is not None:
            opening.workers = self.config.workers
        await self.lifespan.startup()
        while opening is not None and not (opening.is_open or opening.never or self.should_exit) and self._others():  # noqa: ASYNC110 - what other processes do is no event here
            await asyncio.sleep(WAIT_SECONDS)
        if self._can_never_be():
            if not self.lifespan.should_exit:
                await self.lifespan.shutdown()
            sys.exit(NEVER)
        self._say_so()
        # It asks the application to start once more, which it has.
        await super().startup(sockets)

    async def on_tick(self, counter: int) -> bool:
        """Ten times a second; whether to stop."""
        if counter % TICKS == 0:
            self._say_so()
            look_for_descriptors()
            self._look_for_supervisor()
        return await super().on_tick(counter) or self._can_never_be()

    def _can_never_be(self) -> bool:
        opening = self._opening if self.config.loaded else None
        return opening is not None and opening.never is not None

    def _look_for_supervisor(self) -> None:
        """Whether whoever began this process is still there: nobody would end it, and it would keep the port."""
        parent = multiprocessing.parent_process()
        if parent is not None and not parent.is_alive() and not self.should_exit:
            logger.critical("What looks after the workers has gone; this one ends too.")
            self.should_exit = True

    def _say_so(self) -> None:
        """Let the other processes know that this one serves; the lock goes with the process."""
        opening = self._opening
        if self.config.serving is not None and self._held is None and opening is not None and opening.is_open:
            with suppress(OSError):  # without a descriptor it is said later
                self._held = file_locks.share(self.config.serving)

    def _others(self) -> bool:
        """Whether another process serves."""
        if self.config.serving is None:
            return False
        try:
            alone = file_locks.take_if_free(self.config.serving)
        except OSError:
            return False
        if alone is not None:
            os.close(alone)
        return alone is None


class Worker(Process):
    """One of several processes that serve."""

    config: ServerConfig

    def __init__(self, config: ServerConfig, sockets: list[socket.socket]) -> None:
        super().__init__(config, sockets)
        self.began = time.monotonic()

    @property
    def server(self) -> uvicorn.Server:
        """What it runs, made in the process itself."""
        if self._server is None:
            self._server = Server(self.config)
        return self._server

    def is_alive(self, timeout: float = 5) -> bool:
        """Whether it is there and answers in time; one that may still be loading is not asked."""
        if time.monotonic() - self.began < LOADING_SECONDS:
            return self.process.is_alive()
        return super().is_alive(timeout)


class Workers(Multiprocess):
    """Looks after the processes that serve.

    Args:
        config: how each of them serves.
        sockets: where.
        serving: a file that those lock that serve.

    Attributes:
        exit_code: 0 where it was told to stop, `NEVER` where this can never be served.
    """

    config: ServerConfig
    processes: list[Worker]  # type: ignore[assignment]  # it makes all of them itself

    def __init__(self, config: ServerConfig, sockets: list[socket.socket], serving: Path) -> None:
        super().__init__(config, sockets)
        config.serving = serving
        self.exit_code = 0
        self._due: dict[int, float] = {}
        """When a place is filled again whose worker has ended."""
        self._rests = Rests()

    def init_processes(self) -> None:
        """Begin all."""
        self.processes += [self._begun() for _ in range(self.processes_num)]

    def handle_ttin(self) -> None:
        """One more."""
        self.processes.append(self._begun())
        self.processes_num += 1

    def restart_all(self) -> None:
        """Replace each, one after another, by one that serves; where that does not, the old one stays."""
        for place, old in enumerate(self.processes):
            new = self._begun()
            if not self._serves_in_time(new):
                new.kill()
                new.join()
                logger.error(
                    "A new worker does not serve in time; the others stay.", extra={"fields": {"pid": new.pid}}
                )
                return
            old.terminate()
            old.join()
            self.processes[place] = new

    def _serves_in_time(self, worker: Worker) -> bool:
        until = time.monotonic() + LOADING_SECONDS
        while time.monotonic() < until and not self.signal_queue and worker.process.is_alive():
            if worker.wait_until_ready(1.0):
                return True
        return False

    def keep_subprocess_alive(self) -> None:
        """Look after each: one that has ended, or hangs, is replaced, and keeps no other from serving."""
        for place, worker in enumerate(self.processes):
            if self.should_exit.is_set():
                return
            if place not in self._due:
                if worker.is_alive(timeout=self.config.timeout_worker_healthcheck):
                    continue
                worker.kill()  # where it hangs
                worker.join()
                if worker.exitcode == NEVER:
                    logger.critical("A worker can never serve; all end.", extra={"fields": {"exit_code": NEVER}})
                    self.exit_code = NEVER
                    self.should_exit.set()
                    return
                self._due[place] = time.monotonic() + self._rest(place, worker)
            if time.monotonic() >= self._due[place]:
                self._fill(place)

    def _fill(self, place: int) -> None:
        try:
            self.processes[place] = self._begun()
        except OSError as fault:  # no process, no memory, no descriptor
            self._due[place] = time.monotonic() + LONGEST_REST_SECONDS
            fields = {"errno": fault.errno, "again_in": LONGEST_REST_SECONDS}
            often.say(("none", place), "No worker can be begun now; the others go on.", logging.ERROR, fields)
        else:
            del self._due[place]

    def _begun(self) -> Worker:
        worker = Worker(self.config, self.sockets)
        worker.start()
        return worker

    def _rest(self, place: int, worker: Worker) -> float:
        """How long the place of a worker that has ended stays empty; it is logged."""
        rest = self._rests.after(place, time.monotonic() - worker.began)
        fields: dict[str, object] = {"pid": worker.pid, "ended_by": _ended_by(worker.exitcode), "again_in": rest}
        often.say((place, fields["ended_by"]), "A worker ended; another one takes its place.", logging.WARNING, fields)
        return rest


def _ended_by(code: int | None) -> str:
    if code is not None and code < 0:
        return signal.Signals(-code).name
    return f"exit code {code}"
