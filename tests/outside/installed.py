"""Other people's tools from npm, installed once and used by every run until their lock file changes."""

from __future__ import annotations

import asyncio
import shutil
from dataclasses import dataclass
from pathlib import Path

from graph.graphiql.assets import find_node
from tests.conftest import one_at_a_time

HERE = Path(__file__).parent
INSTALLED = HERE.parents[1] / ".cache" / "outside"
STAMP = INSTALLED / "stamp"
"""A copy of the lock file, written once everything that it names is there."""

PACKAGES, LOCK = "package.json", "package-lock.json"
OPTIONS = ("--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error", "--omit-lockfile-registry-resolved")


@dataclass(frozen=True, slots=True)
class Tools:
    """The tools, run by Node.js in a folder of one test.

    Attributes:
        node: the path of Node.js.
        folder: where the tools run, and find what they read.
    """

    node: str
    folder: Path

    async def run(self, tool: str, *arguments: str) -> tuple[int, str]:
        """The exit status of a tool, and what it wrote."""
        return await run(self.folder, self.node, f"node_modules/.bin/{tool}", *arguments)

    async def accept(self, tool: str, *arguments: str) -> str:
        """What a tool wrote, which must have succeeded."""
        status, output = await self.run(tool, *arguments)
        assert status == 0, output
        return output

    async def refuse(self, tool: str, *arguments: str) -> str:
        """What a tool wrote, which must have failed."""
        status, output = await self.run(tool, *arguments)
        assert status != 0, output
        return output


async def run(folder: Path, *command: str) -> tuple[int, str]:
    """The exit status of a command in a folder, and what it wrote."""
    process = await asyncio.create_subprocess_exec(
        *command, cwd=folder, stdout=asyncio.subprocess.PIPE, stderr=asyncio.subprocess.STDOUT
    )
    output, _ = await process.communicate()
    return process.returncode or 0, output.decode()


async def install() -> str:
    """Install the locked packages, unless they are there; the value is the path of Node.js.

    Raises:
        AssetsBuildError: there is no Node.js with npm.
    """
    node, npm = find_node()
    locked = (HERE / LOCK).read_bytes()
    INSTALLED.mkdir(parents=True, exist_ok=True)
    with one_at_a_time(INSTALLED / "lock"):
        if not STAMP.is_file() or STAMP.read_bytes() != locked:
            STAMP.unlink(missing_ok=True)
            for name in (PACKAGES, LOCK):
                shutil.copy(HERE / name, INSTALLED)
            status, output = await run(INSTALLED, *npm, "ci", *OPTIONS)
            assert status == 0, output
            await _leave_out_other_machines(node)
            STAMP.write_bytes(locked)
    return node


async def _leave_out_other_machines(node: str) -> None:
    """Remove the programs that relay-compiler brings for other kinds of machines: half of all that was installed."""
    _, ours = await run(INSTALLED, node, "-p", "require('relay-compiler')")
    for program in (INSTALLED / "node_modules" / "relay-compiler").glob("*/relay*"):
        if program != Path(ours.strip()):
            program.unlink()
