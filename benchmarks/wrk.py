"""The client: wrk, with requests that are put together once and sent in turn over connections that stay open."""

from __future__ import annotations

import asyncio
import os
import shutil
import subprocess
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import orjson

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

CLIENTS = 16
RESULT = "RESULT "
PACKAGES = ("wrk", "libluajit-5.1-2", "libluajit-5.1-common")
CACHED = ".cache"

SCRIPT = """
local requests, turn = {}, 0
function init()
  for line in io.lines(os.getenv("REQUESTS")) do
    local headers = {["Content-Type"] = "application/json"}
    local start = line:find("\\t", 1, true)
    for name, value in line:sub(1, start - 1):gmatch("([^=;]+)=([^;]*);") do headers[name] = value end
    requests[#requests + 1] = wrk.format("POST", "/graphql", headers, line:sub(start + 1))
  end
end
function request()
  turn = turn % #requests + 1
  return requests[turn]
end
function done(summary, latency)
  local e = summary.errors
  io.write(string.format('%s{"requests":%d,"seconds":%f,"bytes":%d,"failed":%d,"p50":%f,"p99":%f}\\n', "RESULT ",
    summary.requests, summary.duration / 1e6, summary.bytes, e.connect + e.read + e.write + e.status + e.timeout,
    latency:percentile(50) / 1e3, latency:percentile(99) / 1e3))
end
"""


@dataclass(frozen=True, slots=True)
class Load:
    """What the client saw.

    Attributes:
        requests: how many were answered.
        seconds: in how long.
        bytes: how many bytes came back, heads included.
        failed: how many failed, or were answered with another status than 2xx.
        p50: half of the answers took at most so many milliseconds.
        p99: 99 of 100 did.
        client: seconds of processor time that the client itself took.
    """

    requests: int
    seconds: float
    bytes: int
    failed: int
    p50: float
    p99: float
    client: float = 0.0

    @property
    def rate(self) -> float:
        """Answers a second."""
        return self.requests / self.seconds


class LoadError(RuntimeError):
    """There is no client, or it could not do its work."""


def request_line(headers: Mapping[str, str], body: bytes) -> bytes:
    """One request as the script reads it."""
    head = "".join(f"{name}={value};" for name, value in headers.items())
    return f"{head}\t".encode() + body + b"\n"


async def load(binary: Path, port: int, requests: Sequence[bytes], seconds: float, clients: int = CLIENTS) -> Load:
    """Ask as fast as the server answers.

    Args:
        binary: the client.
        port: where the server listens on this machine.
        requests: lines of `request_line`.
        seconds: for how long; whole seconds.
        clients: how many ask at the same time.

    Raises:
        LoadError: it said nothing that can be read.
    """
    with tempfile.TemporaryDirectory() as folder:
        _write(Path(folder), requests)
        process = await asyncio.create_subprocess_exec(
            str(binary), "-t1", "--timeout", "60s", f"-c{clients}", f"-d{max(1, round(seconds))}s",
            "-s", f"{folder}/script.lua",
            f"http://127.0.0.1:{port}",
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            env={**_environment(binary), "REQUESTS": f"{folder}/requests"},
        )  # fmt: skip
        before = os.times()
        said, _ = await process.communicate()
    spent = os.times()
    client = spent.children_user + spent.children_system - before.children_user - before.children_system
    return read_result(said.decode(), client)


def _write(folder: Path, requests: Sequence[bytes]) -> None:
    (folder / "requests").write_bytes(b"".join(requests))
    (folder / "script.lua").write_text(SCRIPT, "utf-8")


def read_result(said: str, client: float = 0.0) -> Load:
    """What the script printed last.

    Raises:
        LoadError: there is nothing of it.
    """
    for line in said.splitlines():
        if line.startswith(RESULT):
            return Load(**orjson.loads(line.removeprefix(RESULT)), client=client)
    raise LoadError(f"wrk did not say how it went: {said.strip()[-300:]}")


def find_wrk(cache: Path) -> Path:
    """The client: from PATH, or from Debian's packages, unpacked so that nobody needs to be root.

    Raises:
        LoadError: it is nowhere to be had.
    """
    if found := shutil.which("wrk"):
        return Path(found)
    folder = cache / "wrk"
    unpacked = folder / "usr" / "bin" / "wrk"
    if not unpacked.exists():
        try:
            _unpack(folder)
        except (OSError, subprocess.SubprocessError) as error:
            raise LoadError("There is no wrk: install it (apt-get install wrk, brew install wrk).") from error
    return unpacked


def _unpack(folder: Path) -> None:
    (folder / "lists" / "partial").mkdir(parents=True, exist_ok=True)
    (folder / "archives" / "partial").mkdir(parents=True, exist_ok=True)
    own = ["-o", f"Dir::State::Lists={folder}/lists", "-o", f"Dir::Cache={folder}"]
    _run(["apt-get", *own, "update"], folder)
    _run(["apt-get", *own, "download", *PACKAGES], folder)
    for package in sorted(folder.glob("*.deb")):
        _run(["dpkg", "-x", str(package), str(folder)], folder)


def _environment(binary: Path) -> dict[str, str]:
    """An unpacked client finds the libraries that were unpacked beside it."""
    libraries = ":".join(str(folder) for folder in (binary.parent.parent / "lib").glob("*-linux-gnu"))
    return {**os.environ, "LD_LIBRARY_PATH": libraries} if CACHED in binary.parts else dict(os.environ)


def _run(command: list[str], folder: Path) -> None:
    subprocess.run(command, cwd=folder, check=True, capture_output=True, timeout=120)  # noqa: S603 - our own words
