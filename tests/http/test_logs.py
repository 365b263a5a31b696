"""Log lines: one a request, and nothing personal in any."""

from __future__ import annotations

import asyncio
import io
import logging
import signal
import subprocess
import sys
from contextlib import asynccontextmanager, suppress
from pathlib import Path
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

import asyncpg
import orjson
import pytest

from graph.errors import NotFound
from graph.http.access_log import AccessRecord, RequestRecord
from graph.http.app import create_app
from graph.settings.settings import LogFormat
from graph.telemetry.logs import GATHER_SECONDS, MOST_GATHERED, Formatter, Lines, fault_trail
from tests.http.conftest import is_ready
from tests.http.small_engine import SmallEngine

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    import httpx

    from graph.settings.settings import Settings

SECRET = "Anna-born-2015"


def record_of(message: str, name: str = "hearth.test", fault: BaseException | None = None) -> logging.LogRecord:
    """A record as a logger makes it."""
    details = (type(fault), fault, fault.__traceback__) if fault else None
    return logging.LogRecord(name, logging.ERROR, __file__, 1, message, None, details)


def broken() -> None:
    """Raise an exception with two causes, all of whose messages hold a value."""
    try:
        try:
            int(SECRET)
        except ValueError as first:
            raise KeyError(SECRET) from first
    except KeyError:
        raise RuntimeError(SECRET)  # noqa: B904 - the context is the point


def caught() -> BaseException:
    """What `broken` raises."""
    with pytest.raises(RuntimeError) as fault:
        broken()
    return fault.value


async def access_lines(client: httpx.AsyncClient, caplog: pytest.LogCaptureFixture, **request: Any) -> list[Any]:  # noqa: ANN401 - what httpx takes
    """The fields of the access log after one request."""
    caplog.clear()
    with caplog.at_level(logging.DEBUG, "hearth.access"):
        await client.request(**request)
    return [record.__dict__["fields"] for record in caplog.records if record.name == "hearth.access"]


async def test_one_line_a_request(client: httpx.AsyncClient, caplog: pytest.LogCaptureFixture) -> None:
    """The line of a query: method, path, status, milliseconds, tier and operation type, and no more."""
    body = {"query": "{ who }", "variables": {"name": SECRET}}
    (fields,) = await access_lines(client, caplog, method="POST", url="/graphql", json=body)
    assert fields.pop("ms") >= 0
    assert fields == {"method": "POST", "path": "/graphql", "status": 200, "tier": "office", "operation": "query"}


async def test_no_query_string(client: httpx.AsyncClient, caplog: pytest.LogCaptureFixture, token: str) -> None:
    """Neither parameters nor tokens reach the log."""
    params = {"query": f'{{ hello(name: "{SECRET}") }}', "access_token": token}
    (fields,) = await access_lines(client, caplog, method="GET", url="/graphql", params=params)
    assert (fields["status"], fields["operation"]) == (200, "query")
    assert SECRET not in caplog.text + repr(fields)
    assert token not in caplog.text + repr(fields)


async def test_a_refused_request_has_a_line(client: httpx.AsyncClient, caplog: pytest.LogCaptureFixture) -> None:
    """Who is refused before anybody is known is logged without a tier."""
    headers = {"Authorization": "Bearer x"}
    (fields,) = await access_lines(client, caplog, method="POST", url="/graphql", headers=headers)
    assert (fields["status"], "tier" in fields, "operation" in fields) == (401, False, False)


async def test_a_path_cannot_forge_a_line(client: httpx.AsyncClient, caplog: pytest.LogCaptureFixture) -> None:
    """A path is logged with its line ends encoded, and shortened."""
    (fields,) = await access_lines(client, caplog, method="GET", url="/a%0d%0ab%1b[0m" + "x" * 500)
    assert fields["path"].startswith("/a%0D%0Ab%1B%5B0m")
    assert len(fields["path"]) == 100


async def test_health_is_quiet(client: httpx.AsyncClient, caplog: pytest.LogCaptureFixture) -> None:
    """Health checks are logged at DEBUG."""
    await access_lines(client, caplog, method="GET", url="/health/live")
    assert [record.levelname for record in caplog.records if record.name == "hearth.access"] == ["DEBUG"]


def test_json_lines() -> None:
    """A JSON line is one object with the fields beside the message."""
    record = record_of("request\n")
    record.fields = {"status": 200, "path": "/a\nb"}
    line = Formatter(LogFormat.JSON).format(record)
    assert "\n" not in line
    found = orjson.loads(line)
    assert found.pop("time").endswith("Z")
    assert found == {
        "level": "ERROR",
        "logger": "hearth.test",
        "message": "request\n",
        "status": 200,
        "path": "/a\nb",
    }


def test_text_lines() -> None:
    """A text line is one line, whatever is in it."""
    record = record_of("request\r\nERROR forged")
    record.fields = {"status": 200}
    line = Formatter(LogFormat.TEXT).format(record)
    assert line.endswith("Z ERROR hearth.test request\\r\\nERROR forged status=200")


@pytest.mark.parametrize("log_format", list(LogFormat))
def test_an_exception_is_where_and_not_what(log_format: LogFormat) -> None:
    """Of an exception and its causes the log has types and places; their messages may hold a child's data."""
    line = Formatter(log_format).format(record_of("fault", fault=caught()))
    assert SECRET not in line
    assert "\n" not in line
    for kind in ("RuntimeError", "KeyError", "ValueError"):
        assert f"{kind} < http/test_logs.py:" in line


def test_what_asyncio_adds_is_left_out() -> None:
    """The library asyncio repeats the exception in its message's further lines; they are dropped."""
    message = f"Task exception was never retrieved\nfuture: <Task exception=ValueError('{SECRET}')>"
    line = Formatter(LogFormat.TEXT).format(record_of(message, "asyncio", caught()))
    assert SECRET not in line
    assert "Task exception was never retrieved" in line


def test_a_trail_of_causes_ends() -> None:
    """Exceptions that cause each other are told once each."""
    first, second = NotFound("a", "b"), ValueError()
    first.__cause__, second.__cause__ = second, first
    assert fault_trail(first) == "NotFound | from ValueError"


def test_configured_logs_go_to_standard_error() -> None:
    """After configuring, a process logs ours at INFO, uvicorn's access log never, others from WARNING on."""
    script = """
import logging
from graph.telemetry.logs import configure_logging
from graph.settings.settings import LogFormat
configure_logging(LogFormat.TEXT)
for name in ("hearth.x", "uvicorn.error", "uvicorn.access", "other"):
    logging.getLogger(name).info("quiet-%s", name)
    logging.getLogger(name).warning("loud-%s", name)
"""
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)  # noqa: S603 - our own script
    words = [line.split()[3] for line in done.stderr.splitlines()]
    assert words == ["quiet-hearth.x", "loud-hearth.x", "quiet-uvicorn.error", "loud-uvicorn.error", "loud-other"]
    assert not done.stdout


GATHERED = """
import asyncio, logging, os, signal, sys, threading
from graph.http.access_log import RequestRecord, keep_account
from graph.telemetry.logs import configure_logging, gathered_lines
from graph.telemetry.metrics import Metrics
from graph.settings.settings import LogFormat
configure_logging(LogFormat.TEXT)

metrics = Metrics()

def ask(number):
    record = RequestRecord("POST", "/graphql")
    record.operation = str(number)
    keep_account(record, 0.0, metrics)

async def serve():
    with gathered_lines():
        {steps}
    ask("after")
    os.kill(os.getpid(), signal.SIGKILL)

asyncio.run(serve())
"""


def written(steps: str) -> list[str]:
    """The last word of each line that a server wrote which dies without a warning after its application has ended."""
    script = GATHERED.replace("{steps}", steps)
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=False)  # noqa: S603 - our own script
    assert done.returncode == -signal.SIGKILL, done.stderr
    return [line.split()[-1] for line in done.stderr.splitlines()]


def test_no_line_is_lost_when_the_application_ends() -> None:
    """What waits is written before the block ends, and whatever comes later at once."""
    assert written("ask(1); ask(2)") == ["operation=1", "operation=2", "operation=after"]


def test_lines_keep_their_order() -> None:
    """A warning is written at once, behind the lines that wait, from whatever thread it comes."""
    warn = "logging.getLogger('hearth.x').warning('loud')"
    steps = f"ask(1); {warn}; ask(2); thread = threading.Thread(target=lambda: {warn}); thread.start(); thread.join()"
    assert written(f"{steps}; os.kill(os.getpid(), signal.SIGKILL)") == ["operation=1", "loud", "operation=2", "loud"]


def test_a_line_waits_a_tenth_of_a_second_and_a_few_hundred_lines_at_most() -> None:
    """A server that dies without a warning has written all lines but those of its last moment."""
    assert (GATHER_SECONDS, MOST_GATHERED) == (0.1, 500)
    die = "os.kill(os.getpid(), signal.SIGKILL)"
    assert written(f"ask(1); await asyncio.sleep(0.3); ask(2); {die}") == ["operation=1"]
    assert written(f"[ask(number) for number in range(501)]; {die}") == [f"operation={number}" for number in range(500)]


def test_many_lines_are_one_write(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever waits goes to standard error in one piece."""
    pieces: list[str] = []
    handler = Lines()
    monkeypatch.setattr(handler, "stream", SimpleNamespace(write=pieces.append, flush=lambda: None))

    async def serve() -> None:
        handler.gather(asyncio.get_running_loop())
        for _ in range(3):
            assert handler.add(RequestRecord("POST", "/graphql"))
        handler.gather(None)
        assert not handler.add(RequestRecord("POST", "/graphql"))

    asyncio.run(serve())
    line = "1970-01-01T00:00:00.000Z INFO hearth.access request method=POST path=/graphql status=499 ms=0.0\n"
    assert pieces == [line * 3]


@pytest.mark.parametrize("log_format", list(LogFormat))
@pytest.mark.parametrize("path", ["/graphql", "/health/live", "/a b\r\nc" + "x" * 500])
@pytest.mark.parametrize(("tier", "operation"), [("office", "query"), ("office", ""), ("", "")])
def test_a_line_that_waited_is_like_any_other(log_format: LogFormat, path: str, tier: str, operation: str) -> None:
    """It has, byte for byte, what the formatter makes of the library's record of the same request."""
    request = RequestRecord("GET", path)
    request.tier, request.operation, request.status = tier, operation, 200
    request.ended, request.seconds = 1_700_000_000.123, 0.04567
    formatter = Formatter(log_format)
    assert request.line(is_json=formatter.is_json) == formatter.format(AccessRecord(request.level, request))


UNCAUGHT = """
import gc, sys, threading
from graph.telemetry.logs import configure_logging, keep_values_out
from graph.settings.settings import LogFormat
{how}

def broken(*_):
    try:
        int("{secret}")
    except ValueError as cause:
        raise RuntimeError("{secret}") from cause

class Left:
    __del__ = broken

thread = threading.Thread(target=broken)
thread.start()
thread.join()
left = Left()
del left
gc.collect()
broken()
"""


@pytest.mark.parametrize("how", ["keep_values_out()", "configure_logging(LogFormat.JSON)"])
def test_what_nobody_catches_shows_no_message(how: str) -> None:
    """In the main thread, in another one, in a destructor: a trail of types and places, whoever writes it."""
    script = UNCAUGHT.replace("{how}", how).replace("{secret}", SECRET)
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=False)  # noqa: S603 - our own script
    assert done.returncode == 1
    assert SECRET not in done.stdout + done.stderr
    assert "Traceback" not in done.stderr
    assert len(done.stderr.splitlines()) == 3
    for line in done.stderr.splitlines():
        assert "RuntimeError < " in line
        assert "ValueError < " in line


def test_ctrl_c_is_told_as_ever() -> None:
    """Who interrupts a process that does not expect it sees Python's own words."""
    script = "from graph.telemetry.logs import keep_values_out\nkeep_values_out()\nraise KeyboardInterrupt"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=False)  # noqa: S603 - our own script
    assert done.stderr.splitlines()[-1] == "KeyboardInterrupt"


@pytest.mark.parametrize("phase", ["startup", "shutdown"])
async def test_a_start_that_fails_shows_no_message(phase: str, settings: Settings) -> None:
    """What the application tells the server of a start or an end that failed, and the server logs, has no message."""

    @asynccontextmanager
    async def lifespan(_: object) -> AsyncIterator[None]:
        if phase == "startup":
            broken()
        yield
        broken()

    app = create_app(SmallEngine(), settings, {}, ready=is_ready, lifespan=lifespan)
    asked = iter([{"type": "lifespan.startup"}, {"type": "lifespan.shutdown"}])
    told: list[Any] = []

    async def receive() -> Any:  # noqa: ANN401 - a message
        return next(asked)

    async def send(message: Any) -> None:  # noqa: ANN401 - as above
        told.append(message)

    with pytest.raises(RuntimeError):
        await app({"type": "lifespan", "state": {}}, receive, send)
    assert told[-1]["type"] == f"lifespan.{phase}.failed"
    assert told[-1]["message"].startswith("RuntimeError < http/test_logs.py:")
    assert SECRET not in told[-1]["message"]


def test_a_log_that_cannot_be_written_fails_no_request() -> None:
    """Lines and records for which there is no room are counted, and told once there is."""
    handler = Lines()
    handler.setFormatter(Formatter(LogFormat.TEXT))
    later = io.StringIO()

    async def serve() -> None:
        handler.gather(asyncio.get_running_loop())
        # Line by line, as standard error is; what it could not write it tries once more when it is closed.
        with suppress(OSError), Path("/dev/full").open("w", buffering=1) as full:  # noqa: ASYNC230 - a device
            handler.setStream(full)
            for _ in range(MOST_GATHERED):
                handler.add(RequestRecord("POST", "/graphql"))
            handler.handle(record_of("one more"))
            handler.setStream(later)
        logging.getLogger("hearth.logs").addHandler(handler)
        handler.add(RequestRecord("POST", "/graphql"))
        handler.gather(None)

    try:
        asyncio.run(serve())
    finally:
        logging.getLogger("hearth.logs").removeHandler(handler)
    first, second = later.getvalue().splitlines()
    assert "path=/graphql" in first
    assert second.endswith(f"lines of the log could not be written lines={MOST_GATHERED + 1}")


def test_a_line_names_the_codes_of_a_refusal() -> None:
    """Whoever reads the log sees why without looking at an answer."""
    request = RequestRecord("POST", "/graphql")
    request.tier, request.operation, request.status = "office", "mutation", 503
    request.codes = ("UNAVAILABLE", "FORBIDDEN")
    formatter = Formatter(LogFormat.TEXT)
    assert request.line(is_json=False) == formatter.format(AccessRecord(request.level, request))
    assert request.line(is_json=False).endswith("tier=office operation=mutation code=UNAVAILABLE,FORBIDDEN")


def test_a_trail_has_the_sqlstate() -> None:
    """Of PostgreSQL's exceptions it says what the sentence would."""
    assert fault_trail(asyncpg.DiskFullError(SECRET)) == "DiskFullError(53100)"
