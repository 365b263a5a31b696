"""PostgreSQL's own programs that speak to a server: pg_dump, pg_restore and psql, run as one of our logins.

What they print may hold SQL and values. Of psql nothing is shown but the SQLSTATE, of the others the sentence of the
fault alone, without the lines behind it.
"""

from __future__ import annotations

import re
import subprocess
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from signal import SIGPIPE
from tempfile import TemporaryFile
from typing import IO, TYPE_CHECKING, Any, cast

from countries.embedded.postgres_binaries import CLIENTS, ENVIRONMENT, Binaries, find_binaries
from countries.embedded.postgres_error import PostgresError

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from countries.connections.address import Address

STATE = re.compile(r"(?:ERROR|FATAL|PANIC):\s+([0-9A-Z]{5})\s*$", re.MULTILINE)
FAULT = re.compile(r"^\w+(?::<stdin>:\d+)?: (?:error|fatal): (.*)$", re.MULTILINE)
WENT_AWAY = "Broken pipe"
"""What a program says whose reader has ended before it."""
PRIVATE = 0o077
"""What is written here is for whoever runs it alone."""

HINT = "Check that the server runs, its address, the login's password, and the room on the disk."

Process = subprocess.Popen[bytes]
File = IO[Any] | int | None


class ScriptError(Exception):
    """A statement of a script failed, and nothing of the script was written.

    Attributes:
        sqlstate: which kind of fault it was.
    """

    def __init__(self, sqlstate: str) -> None:
        super().__init__(sqlstate)
        self.sqlstate = sqlstate


@dataclass(frozen=True, slots=True)
class Clients:
    """The programs, and whom they come in as. Every call waits: from a coroutine, call it in a thread.

    Attributes:
        binaries: where the programs are.
        address: the database.
        login: as whom.
        variables: what else of the environment says how a login proves itself.
    """

    binaries: Binaries
    address: Address
    login: str
    variables: Mapping[str, str]

    @classmethod
    def find(cls, explicit: Path | None, place: tuple[Address, str], variables: Mapping[str, str]) -> Clients:
        """The programs in the named folder, else those of the package.

        Raises:
            PostgresError: there are none, or they do not run on this machine.
        """
        return cls(find_binaries(explicit, CLIENTS), *place, variables)

    @contextmanager
    def dumping(self, file: Path, snapshot: str) -> Iterator[Process]:
        """Write the whole database, as of a snapshot that another session holds, in pg_dump's custom format.

        The dump is there when the block ends; a block that fails ends pg_dump.

        Raises:
            PostgresError: it cannot be written.
        """
        url, _ = self.address.client(self.login)
        arguments = (f"--dbname={url}", "--no-password", "--format=custom", f"--snapshot={snapshot}", f"--file={file}")
        with self._open("pg_dump", *arguments) as process:
            yield process

    def contents(self, file: Path) -> list[str]:
        """What a dump says that it holds, a line an entry.

        Raises:
            PostgresError: it is no dump, or one of a newer pg_dump.
        """
        with TemporaryFile() as output:
            with self._open("pg_restore", "--list", str(file), stdout=output):
                pass
            return _read(output).splitlines()

    def rows(self, file: Path) -> dict[str, int]:
        """How many rows a dump holds by table (`public.child`): all of it is read.

        Raises:
            PostgresError: it cannot be read to its end.
        """
        counts: dict[str, int] = {}
        with self._open("pg_restore", "--data-only", "--file=-", str(file), stdout=subprocess.PIPE) as process:
            table: str | None = None
            for line in process.stdout or ():
                if table is not None:
                    if line == b"\\.\n":
                        table = None
                    else:
                        counts[table] += 1
                elif line.startswith(b"COPY "):
                    table = line[len(b"COPY ") :].decode().partition(" (")[0].removesuffix(" FROM stdin;\n")
                    counts[table] = 0
        return counts

    def restore(self, file: Path, entries: Sequence[str], before: str, between: str) -> None:
        """Bring a dump's entries into the database, all of them or nothing: one transaction.

        Args:
            file: the dump.
            entries: lines of `contents`.
            before: a script that runs first, in the same transaction.
            between: one that runs when the rows are there, and row security, keys and indexes are not yet.

        Raises:
            ScriptError: PostgreSQL refused a statement.
            PostgresError: the dump cannot be read, or the server not be reached.
        """
        with TemporaryFile(mode="w+") as listed:
            listed.write("\n".join(entries))
            listed.flush()

            def section(name: str, into: IO[bytes]) -> None:
                listed.seek(0)
                arguments = ["--no-owner", f"--section={name}", "--use-list=/dev/stdin", "--file=-", str(file)]
                with self._open("pg_restore", *arguments, stdin=listed, stdout=into):
                    pass

            with self._script() as into:
                _say(into, before)
                section("pre-data", into)
                section("data", into)
                _say(into, between)
                section("post-data", into)
                _say(into, "COMMIT;")

    def try_out(self, script: str) -> None:
        """Run a script of which nothing stays.

        Raises:
            ScriptError: PostgreSQL refused a statement.
            PostgresError: the server cannot be reached.
        """
        with self._script() as into:
            _say(into, script)

    @contextmanager
    def _script(self) -> Iterator[IO[bytes]]:
        """What is written here runs in a transaction, which ends with `COMMIT;` or leaves nothing.

        Whatever ends this process closes the pipe; what has no COMMIT by then is rolled back.
        """
        url, _ = self.address.client(self.login)
        arguments = (
            "--no-psqlrc", "--quiet", "--no-password", "--set=ON_ERROR_STOP=1", "--set=VERBOSITY=sqlstate",
            "--output=/dev/null", f"--dbname={url}",
        )  # fmt: skip
        program = [str(self.binaries.folder / "psql"), *arguments]
        with TemporaryFile() as errors:
            process = subprocess.Popen(  # noqa: S603 - PostgreSQL's own programs here and below, no shell
                program, stdin=subprocess.PIPE, stderr=errors, env=self._environment
            )
            into = cast("IO[bytes]", process.stdin)
            fault: BaseException | None = None
            try:
                _say(into, "BEGIN;")
                yield into
            except (BrokenPipeError, PostgresError) as error:
                # Where psql has ended, who wrote to it fails too; what psql says is why.
                fault = error
            except BaseException:
                process.kill()
                process.wait()
                raise
            _close(into)
            code = process.wait()
            said = _read(errors)
        if isinstance(fault, PostgresError):
            # A dump that ends in the middle of a row leaves half of it to psql, whose fault is none of its own.
            raise fault
        if code != 0:
            if found := STATE.search(said):
                raise ScriptError(found[1])
            raise PostgresError(f"psql: {_fault(said)}.", HINT)
        if fault is not None:
            raise fault

    @contextmanager
    def _open(self, program: str, *arguments: str, stdin: File = None, stdout: File = None) -> Iterator[Process]:
        """Run a program until it ends; a block that fails ends it."""
        with TemporaryFile() as errors:
            process = subprocess.Popen(  # noqa: S603 - as above
                [str(self.binaries.folder / program), *arguments],
                stdin=subprocess.DEVNULL if stdin is None else stdin, stdout=stdout, stderr=errors,
                env=self._environment, umask=PRIVATE,
            )  # fmt: skip
            try:
                yield process
                code = process.wait()
            except BaseException:
                process.kill()
                process.wait()
                raise
            finally:
                if process.stdout is not None:
                    process.stdout.close()
            if code != 0:
                said = _read(errors)
                if stdout is not None and (code == -SIGPIPE or WENT_AWAY in said):
                    raise BrokenPipeError(program)
                raise PostgresError(f"{program}: {_fault(said)}.", HINT)

    @property
    def _environment(self) -> dict[str, str]:
        return {**self.variables, **ENVIRONMENT, **self.address.client(self.login)[1]}


def _say(into: IO[bytes], script: str) -> None:
    into.write(script.encode() + b"\n")
    into.flush()


def _close(pipe: IO[bytes]) -> None:
    with suppress(BrokenPipeError):
        pipe.close()


def _read(file: IO[bytes]) -> str:
    file.seek(0)
    return file.read().decode(errors="replace")


def _fault(said: str) -> str:
    """The sentence of the fault; what stands behind it may be SQL or a value."""
    found = FAULT.search(said)
    return "it ended with an error" if found is None else found[1].strip().rstrip(".")
