"""The services of the file without an engine: their commands on this machine, on ports where containers have names."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import threading
import time
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import TYPE_CHECKING, Any

from cryptography.hazmat.primitives.asymmetric import rsa
from jwt.algorithms import RSAAlgorithm

from countries.embedded.postgres import SUPERUSER
from tests.compose.files import HBA_FILE, IDENTITY, SECRETS, SERVICES, environment_of, filled
from tests.tcp_postgres import TcpPostgres

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping


@dataclass(frozen=True)
class Stack:
    """The services of the file, each on a port of this machine.

    Attributes:
        folder: readable for the account that runs PostgreSQL.
        database: the service of that name.
        output: where the server writes.
    """

    folder: Path
    database: TcpPostgres
    output: Path

    @property
    def hba(self) -> Path:
        """The file that says who may log in."""
        return self.folder / "pg_hba.conf"

    def variables(self, name: str, **more: str) -> dict[str, str]:
        """The environment of a service, with the database where it is here."""
        given = filled(environment_of(SERVICES[name]), SECRETS | IDENTITY | more)
        here = {key: value.replace("database:5432", f"127.0.0.1:{self.database.port}") for key, value in given.items()}
        programs = f"{self.database.binaries.folder}:{Path(sys.executable).parent}:/usr/bin:/bin"
        return {"PATH": programs, "LC_ALL": "C", **here}

    def options(self, name: str) -> list[str]:
        """The options of a service's PostgreSQL."""
        return [option.replace(HBA_FILE, str(self.hba)) for option in filled(SERVICES[name]["command"][1:], {})]

    def run(
        self, command: list[str], variables: Mapping[str, str], cwd: Path | None = None
    ) -> subprocess.CompletedProcess[str]:
        """Run a step to its end."""
        ended = subprocess.run(  # noqa: S603 - our own file's commands
            command,
            check=False,
            capture_output=True,
            text=True,
            env=dict(variables),
            cwd=cwd or self.folder,
            timeout=300,
        )
        assert ended.returncode == 0, ended.stdout + ended.stderr
        return ended

    def query(self, port: int, text: str) -> str:
        """What a statement gives the superuser."""
        variables = {"PATH": os.defpath, "PGPASSWORD": SECRETS["HEARTH_SUPERUSER_PASSWORD"]}
        psql = str(self.database.binaries.folder / "psql")
        return self.run(
            [psql, "-XAt", "-h127.0.0.1", f"-p{port}", f"-U{SUPERUSER}", "-dhearth", "-c", text], variables
        ).stdout.strip()

    @contextmanager
    def identity_provider(self) -> Iterator[dict[str, str]]:
        """A provider that has keys; the value is the variable that says where."""
        key = RSAAlgorithm.to_jwk(rsa.generate_private_key(65_537, 2048).public_key(), as_dict=True)
        (self.folder / "keys").write_text(json.dumps({"keys": [{**key, "kid": "k"}]}))
        handler = partial(SimpleHTTPRequestHandler, directory=str(self.folder))
        with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
            thread = threading.Thread(target=server.serve_forever)
            thread.start()
            try:
                yield {"HEARTH_OIDC_JWKS_URL": f"http://127.0.0.1:{server.server_port}/keys"}
            finally:
                server.shutdown()
                thread.join()

    @contextmanager
    def running(self, command: list[str], variables: Mapping[str, str], **more: Any) -> Iterator[subprocess.Popen[str]]:  # noqa: ANN401 - passed on to subprocess
        """A service that runs on, until the block ends."""
        with self.output.open("w") as output:
            process = subprocess.Popen(  # noqa: S603 - our own file's commands
                command, stdout=output, stderr=output, text=True, env=dict(variables), **{"cwd": self.folder, **more}
            )
        try:
            yield process
        finally:
            process.terminate()
            process.wait(60)

    def until_healthy(self, name: str, process: subprocess.Popen[str], port: int, changed: Mapping[str, str]) -> None:
        """Ask a service's own health check until it is content."""
        _, *check = SERVICES[name]["healthcheck"]["test"]
        asked = [part.replace("127.0.0.1:8000", f"127.0.0.1:{port}") for part in check]
        deadline = time.monotonic() + 60
        while subprocess.run(asked, check=False, capture_output=True, env=dict(changed)).returncode:  # noqa: S603 - our own file's commands
            assert process.poll() is None, self.output.read_text()
            assert time.monotonic() < deadline, self.output.read_text()
            time.sleep(0.1)
