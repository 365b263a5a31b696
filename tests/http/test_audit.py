"""The audits of GraphQL over HTTP that the npm package graphql-http brings, against a served application."""

from __future__ import annotations

import asyncio
import shutil
from pathlib import Path
from typing import TYPE_CHECKING

from graph.graphiql.assets import find_node
from graph.identity.authenticator import issue_token
from graph.serving.server import build_app
from graph.settings.settings import Settings
from tests.http.conftest import SECRET, serve

if TYPE_CHECKING:
    from countries.connections.address import Address
    from countries.register.register import Register

HERE = Path(__file__).parent
INSTALLED = HERE.parents[1] / ".cache" / "audit"
AUDITS = 61


async def run(*command: str) -> tuple[int, str]:
    """The exit status of a command in the folder of the audits, and what it wrote."""
    process = await asyncio.create_subprocess_exec(
        *command, cwd=INSTALLED, stdout=asyncio.subprocess.PIPE, stderr=asyncio.subprocess.STDOUT
    )
    output, _ = await process.communicate()
    return process.returncode or 0, output.decode()


async def install() -> str:
    """Install the locked packages, unless they are there; the value is the path of Node.js."""
    node, npm = find_node()
    INSTALLED.mkdir(parents=True, exist_ok=True)
    lock = "package-lock.json"
    is_current = (INSTALLED / "node_modules").is_dir() and (
        (INSTALLED / lock).is_file() and (INSTALLED / lock).read_bytes() == (HERE / lock).read_bytes()
    )
    if not is_current:
        shutil.copy(HERE / "package.json", INSTALLED)
        shutil.copy(HERE / lock, INSTALLED / "package-lock.json")
        options = ("--ignore-scripts", "--no-audit", "--no-fund", "--omit-lockfile-registry-resolved")
        status, output = await run(*npm, "ci", *options)
        if status:
            (INSTALLED / lock).unlink()
        assert status == 0, output
    shutil.copy(HERE / "audit.mjs", INSTALLED)
    return node


async def test_every_audit_is_met(world: Address, register: Register) -> None:
    """All audits of the suite, the optional ones too, are met in full by the real server."""
    node = await install()
    settings = Settings(database_url=world.dsn, database_passwords=world.passwords, dev_secret=SECRET)
    token = issue_token(SECRET, role="office", country="BE")
    async with serve(build_app(settings, register)) as address:
        status, output = await run(node, "audit.mjs", f"{address}/graphql", token)
    assert status == 0, output
    assert len([line for line in output.splitlines() if line.startswith("ok ")]) == AUDITS
