"""The files for containers, without an engine: what they promise is read in their text, and their commands are run.

The commands run against PostgreSQL servers of the test's own, on ports of this machine where the containers have names.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
import threading
import time
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
import yaml
from cryptography.hazmat.primitives.asymmetric import rsa
from jwt.algorithms import RSAAlgorithm

from benchmarks.ports import claim_port
from countries.embedded.postgres import SUPERUSER
from countries.tenancy.logins import ALL_LOGINS, LISTENER, OWNER, STATISTICS, TIER_LOGINS
from graph.cli import main
from graph.http.arrivals import WireLimits
from graph.serving.server import GRACE_SECONDS, SPARE_DESCRIPTORS
from graph.settings.settings import SERVER_LOGINS, Settings
from tests.tcp_postgres import TcpPostgres

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    import click

ROOT = Path(__file__).resolve().parent.parent
COMPOSE: dict[str, Any] = yaml.safe_load((ROOT / "docker-compose.yml").read_text(encoding="utf-8"))
SERVICES: dict[str, dict[str, Any]] = COMPOSE["services"]
DOCKERFILE = (ROOT / "Dockerfile").read_text(encoding="utf-8")
HBA_FILE = "/etc/hearth/pg_hba.conf"

REFERENCE = re.compile(r"\$(?:(?P<dollar>\$)|\{(?P<name>\w+):(?:(?P<needed>\?)|-(?P<otherwise>[\w.:/]*))\})")
OF_SERVERS = tuple(login.removeprefix("hearth_").upper() for login in (*TIER_LOGINS, LISTENER, STATISTICS))
LOGINS = (*OF_SERVERS, "OPERATOR")
TOOLS = {
    "seed", "population", "import", "export", "close-period", "report", "backup", "restore", "copy", "rehearse",
    "recover",
}  # fmt: skip
SECRETS = {
    "HEARTH_SUPERUSER_PASSWORD": "superuser",
    "HEARTH_REPLICATOR_PASSWORD": "it's a \\replicator",
    **{f"HEARTH_DATABASE_PASSWORD_{login}": f"of {login}: 'quoted' \\ $1" for login in LOGINS},
}
IDENTITY = {
    "HEARTH_OIDC_ISSUER": "https://id.example",
    "HEARTH_OIDC_AUDIENCE": "hearth",
    "HEARTH_OIDC_JWKS_URL": "https://id.example/keys",
}

each_service = pytest.mark.parametrize("name", SERVICES)


def filled(value: Any, variables: Mapping[str, str]) -> Any:  # noqa: ANN401 - whatever YAML holds
    """A value as Compose gives it on, with these variables in its environment."""
    if isinstance(value, dict):
        return {key: filled(each, variables) for key, each in value.items()}
    if isinstance(value, list):
        return [filled(each, variables) for each in value]
    if not isinstance(value, str):
        return value

    def put(found: re.Match[str]) -> str:
        if found["dollar"]:
            return "$"
        if found["needed"] and not variables.get(found["name"]):
            raise KeyError(found["name"])
        return variables.get(found["name"]) or found["otherwise"] or ""

    assert "$" not in REFERENCE.sub("", value), value
    return REFERENCE.sub(put, value)


def environment_of(service: Mapping[str, Any]) -> dict[str, str]:
    """The variables of a service, as the file has them."""
    found: dict[str, str] = service.get("environment", {})
    return found


def in_profile(profile: str | None) -> set[str]:
    """The services of a profile; of none: those that always start."""
    return {name for name, service in SERVICES.items() if service.get("profiles") == (profile and [profile])}


def test_each_profile_has_its_services() -> None:
    """Without a profile there are a database with its archive, migration and server; the others come when asked for."""
    assert in_profile(None) == {"database", "replicator", "archive", "migration", "server"}
    assert in_profile("replica") == {"replica"}
    assert in_profile("tools") == TOOLS
    assert in_profile("citus") == {
        "citus-coordinator", "citus-worker-1", "citus-worker-2", "citus-nodes", "citus-migration",
        "citus-distribution", "citus-server",
    }  # fmt: skip


@each_service
def test_what_a_service_waits_for_starts_with_it(name: str) -> None:
    """A dependency exists, starts without a profile or in the same one, and can be waited for in that way."""
    for needed, how in SERVICES[name].get("depends_on", {}).items():
        assert SERVICES[needed].get("profiles") in (None, SERVICES[name].get("profiles"))
        if how["condition"] == "service_healthy":
            assert SERVICES[needed]["healthcheck"]["test"][0] == "CMD"
        else:
            assert how["condition"] == "service_completed_successfully"
            assert SERVICES[needed]["restart"] == "no"


def test_everything_waits_for_what_it_needs() -> None:
    """Migration after a healthy database, distribution after migration, servers last; a replica holds no server up."""
    steps = {name: set(service.get("depends_on", {})) for name, service in SERVICES.items()}

    assert steps["server"] == {"migration"}
    assert steps["migration"] == {"database"}
    assert steps["replica"] == {"replicator"}
    assert steps["replicator"] == {"database"}
    assert steps["archive"] == steps["copy"] == {"replicator"}
    assert steps["rehearse"] == steps["recover"] == set(), "neither needs the server that is lost"
    assert steps["restore"] == {"database"}, "what is restored brings its tables"
    assert all(steps[tool] == {"migration"} for tool in TOOLS - {"copy", "rehearse", "recover", "restore"})
    assert steps["citus-server"] == {"citus-distribution"}
    assert steps["citus-distribution"] == {"citus-migration"}
    assert steps["citus-migration"] == {"citus-nodes"}
    assert steps["citus-nodes"] == {"citus-coordinator", "citus-worker-1", "citus-worker-2"}


@each_service
def test_what_runs_on_has_a_health_check_and_a_step_has_none(name: str) -> None:
    """Whatever is restarted tells whether it works."""
    assert ("healthcheck" in SERVICES[name]) == (SERVICES[name]["restart"] == "unless-stopped")


@each_service
def test_nothing_runs_as_root(name: str) -> None:
    """PostgreSQL's images run as their own account, ours as nobody in particular, and nobody gains a capability."""
    service = SERVICES[name]
    user = filled(service.get("user", "the image's"), {})

    assert user == "postgres" if "image" in service else service["build"] == "."
    assert user in {"postgres", "the image's", "999:999", "10001:10001"}
    assert service["cap_drop"] == ["ALL"]
    assert service["security_opt"] == ["no-new-privileges:true"]
    assert not {"privileged", "cap_add", "pid", "network_mode"} & set(service)


@each_service
def test_every_secret_comes_from_the_environment(name: str) -> None:
    """A password stands in the file only as the name of a variable, which must be set."""
    for variable, value in environment_of(SERVICES[name]).items():
        if "PASSWORD" in variable:
            assert re.fullmatch(r"\$\{[A-Z_]+:\?\}", value), variable
        if "@" in value and variable != "HEARTH_REPLICATION_URL":
            assert re.fullmatch(r"postgresql://postgres:\$\{HEARTH_SUPERUSER_PASSWORD:\?\}@[a-z:/0-9-]+", value)


def test_a_secret_that_is_missing_stops_the_start_with_its_name() -> None:
    """Compose reads the whole file whatever the profile, and every secret and the provider must be there."""
    assert filled(COMPOSE, SECRETS | IDENTITY)
    for missing in SECRETS | IDENTITY:
        with pytest.raises(KeyError, match=missing):
            filled(COMPOSE, {name: value for name, value in (SECRETS | IDENTITY).items() if name != missing})


def passwords_of(name: str) -> set[str]:
    """Whose passwords a service has, by the names of its variables and in its URLs."""
    held = environment_of(SERVICES[name])
    named = {variable.removeprefix("HEARTH_DATABASE_PASSWORD_") for variable in held if "PASSWORD_" in variable}
    return named | ({"SUPERUSER"} if "SUPERUSER" in str(held) else set())


def test_every_service_has_the_passwords_that_it_needs_and_no_other() -> None:
    """Servers have those of their tiers, of who listens and of who closes; whoever migrates sets every login's."""
    for name in ("server", "citus-server"):
        assert passwords_of(name) == set(OF_SERVERS)
    for name in ("migration", "citus-migration", "citus-nodes", "restore"):
        assert passwords_of(name) == {*LOGINS, "SUPERUSER"}
    for name in ("seed", "population", "backup"):
        assert passwords_of(name) == {"OPERATOR"}
    assert passwords_of("import") == {"OFFICE", "LISTENER"}
    assert passwords_of("export") == {"OFFICE", "LISTENER", "OPERATOR"}
    assert passwords_of("close-period") == {"STATISTICS"}
    assert passwords_of("report") == {"HEADQUARTERS"}
    for name in ("archive", "copy"):
        assert "REPLICATOR" in environment_of(SERVICES[name])["PGPASSWORD"]
    for name in ("rehearse", "recover"):
        assert environment_of(SERVICES[name]) == {}


def test_no_login_is_without_a_container() -> None:
    """Every login of ours but the owner, whose tables are the superuser's here, is somebody's."""
    assert {"hearth_" + login.lower() for login in LOGINS} == {*ALL_LOGINS} - {OWNER}


def test_figures_answer_outside_the_container_and_on_this_machine_alone() -> None:
    """The server shows them on every network of its container, and only loopback leads there."""
    settings = Settings.from_environment(filled(environment_of(SERVICES["server"]), SECRETS | IDENTITY))
    assert settings.metrics_host == "0.0.0.0"  # noqa: S104 - inside a container
    assert f"127.0.0.1:{settings.metrics_port}:{settings.metrics_port}" in SERVICES["server"]["ports"]
    assert all(port.startswith("127.0.0.1:") for service in SERVICES.values() for port in service.get("ports", []))
    alone = filled(environment_of(SERVICES["server"]), SECRETS | IDENTITY | {"HEARTH_METRICS_HOST": "127.0.0.1"})
    assert Settings.from_environment(alone).metrics_host == "127.0.0.1"


def test_what_ends_has_the_time_that_it_takes() -> None:
    """An engine kills after ten seconds: requests under way are waited for longer, and so is the last checkpoint."""
    for name in ("server", "citus-server"):
        assert int(SERVICES[name]["stop_grace_period"].removesuffix("s")) > GRACE_SECONDS
        assert SERVICES[name]["ulimits"]["nofile"]["soft"] >= WireLimits().connections + SPARE_DESCRIPTORS
    assert all(
        service["stop_grace_period"] == "2m" for service in SERVICES.values() if service.get("shm_size") is not None
    )


@each_service
def test_the_settings_read_every_variable_of_ours(name: str) -> None:
    """No variable is set that nobody reads, and each has a value of its form."""
    read = set(
        re.findall(r'"(HEARTH_[A-Z_]+)"', (ROOT / "graph" / "settings" / "settings.py").read_text(encoding="utf-8"))
    )
    read |= {f"HEARTH_DATABASE_PASSWORD_{login.upper()}" for login in SERVER_LOGINS}
    variables = filled(
        environment_of(SERVICES[name]), SECRETS | IDENTITY | {"HEARTH_REPLICA_URL": "postgresql://replica/hearth"}
    )

    if "build" in SERVICES[name]:
        assert set(variables) - {"PGPASSWORD"} <= read
        assert Settings.from_environment(variables)


def test_each_server_knows_its_database_and_who_may_ask() -> None:
    """Identity comes from the provider, and the replica's address is used where it is given."""
    for name, host in (("server", "database"), ("citus-server", "citus-coordinator")):
        settings = Settings.from_environment(filled(environment_of(SERVICES[name]), SECRETS | IDENTITY))
        assert settings.database_url == f"postgresql://{host}:5432/hearth"
        assert settings.identity is not None
        assert settings.replica_url is None
    given = SECRETS | IDENTITY | {"HEARTH_REPLICA_URL": "postgresql://replica:5432/hearth"}
    named = Settings.from_environment(filled(environment_of(SERVICES["server"]), given))
    assert named.replica_url == "postgresql://replica:5432/hearth"
    distributed = Settings.from_environment(filled(environment_of(SERVICES["citus-distribution"]), SECRETS))
    assert distributed.citus_url == "postgresql://postgres:superuser@citus-coordinator:5432/hearth"


EXAMPLES = {
    "seed": ["--countries", "BE", "--children", "20"],
    "population": ["population.csv"],
    "import": ["changed", "--country", "BE"],
    "export": ["--country", "BE", "exported"],
    "close-period": ["--year", "2025"],
    "report": ["--year", "2025", "--format", "csv", "--output", "report.csv"],
    "backup": ["backup"],
    "restore": ["backup"],
}
"""What a person writes behind the name of a command that has arguments."""


def called(name: str) -> list[str]:
    """The whole call of a service's command, with an example of what is written behind it."""
    service = SERVICES[name]
    return [*service.get("entrypoint", []), *service.get("command", EXAMPLES.get(name, []))]


def commands() -> list[list[str]]:
    """Every call of `hearth` in the two files."""
    written = [called(name) for name, service in SERVICES.items() if "build" in service]
    return [*written, yaml.safe_load(DOCKERFILE.rpartition("CMD ")[2])]


@pytest.mark.parametrize("command", commands(), ids=" ".join)
def test_every_command_is_one_of_ours(command: list[str]) -> None:
    """The command exists, and takes these options."""
    program, name, *options = command
    found: click.Command = main.commands[name]

    assert program == "hearth"
    assert found.make_context(name, list(options))


def test_the_nodes_of_a_cluster_are_those_of_the_file() -> None:
    """Citus registers the services by their names, and forwards the scope of a transaction to them."""
    script = "\n".join(SERVICES["citus-nodes"]["command"])
    nodes = SERVICES["citus-nodes"]["depends_on"]

    assert set(re.findall(r"citus_(?:set_coordinator_host|add_node)\('([^']+)', 5432\)", script)) == set(nodes)
    assert "citus.propagate_set_commands = 'local'" in script
    assert {SERVICES[node]["image"] for node in nodes} == {"citusdata/citus:14.2.0"}
    assert (
        len({SERVICES[node]["volumes"][0] for node in nodes} & {f"{node}:/var/lib/postgresql" for node in nodes}) == 3
    )


def mounts(name: str) -> dict[str, str]:
    """The volumes of a service, and where they are."""
    written = [volume for volume in SERVICES[name].get("volumes", []) if isinstance(volume, str)]
    return dict(volume.split(":", 1) for volume in written)


def test_every_volume_is_declared_and_no_two_servers_share_one() -> None:
    """Only the step that fills an empty one writes to a server's data beside it; only the archive to the archive."""
    users = [(volume, name) for name in SERVICES for volume in mounts(name)]
    servers = {name for name, service in SERVICES.items() if service.get("command", [""])[0] == "postgres"}

    assert {volume for volume, _ in users} == set(COMPOSE["volumes"])
    for server in servers:
        assert mounts(server)[server] == "/var/lib/postgresql"
        assert {name for volume, name in users if volume == server} - {"recover"} == {server} | ({"archive"} & {server})
    assert {name for volume, name in users if volume == "archive"} == {
        "archive", "copy", "database", "rehearse", "recover",
    }  # fmt: skip
    assert {name for name in SERVICES if mounts(name).get("archive") == "/archive"} == {"archive", "copy"}


def test_what_hearth_writes_has_a_folder_that_it_may_write_to() -> None:
    """A volume takes its owner from the image: PostgreSQL's account there, or ours; people's files are theirs."""
    made = re.findall(r"install --directory --owner=(\d+) (?:--group=\1 )?--mode=0700 (.+)", DOCKERFILE)
    owners = {place: owner for owner, places in made for place in places.split()}
    for name, service in SERVICES.items():
        if "build" in service:
            for place in mounts(name).values():
                assert owners[place.removesuffix(":ro")] == service.get("user", "10001").split(":")[0]
        for folder in service.get("volumes", []):
            if isinstance(folder, dict):
                assert folder["bind"] == {"create_host_path": False}, "a folder that an engine makes is root's"
                assert service["user"] == "${HEARTH_FILES_USER:-10001:10001}"


def test_what_a_migration_leaves_to_people_outlives_its_container() -> None:
    """The files that `hearth migrate` names are in a volume: the container's own file system takes none."""
    for name in ("migration", "citus-migration"):
        assert SERVICES[name]["read_only"]
        assert environment_of(SERVICES[name])["HEARTH_DATA_DIR"] == mounts(name)["data"]


def test_the_image_is_built_from_pinned_packages_and_holds_graphiql() -> None:
    """Every package comes with its hash, the assets are built from their lock file, and no local ones get in."""
    ignored = (ROOT / ".dockerignore").read_text(encoding="utf-8").split()

    assert "--require-hashes -r requirements.txt -r requirements-build.txt" in DOCKERFILE
    assert "--no-deps --no-build-isolation ." in DOCKERFILE
    assert "COPY --from=assets /source/graph/static graph/static" in DOCKERFILE
    assert {".env", ".venv", "graph/static"} <= set(ignored)


def test_the_image_runs_as_nobody_in_particular() -> None:
    """The last stage has a user without rights, and no package manager of Node."""
    last = DOCKERFILE.rpartition("FROM ")[2]

    assert re.search(r"^USER [1-9]\d*$", last, re.MULTILINE)
    assert last.startswith("python:")
    assert "npm" not in last.partition("COPY")[2]


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


@pytest.fixture(scope="module")
def stack() -> Iterator[Stack]:
    """The database of the file, made and started as it says, and migrated by its step."""
    folder = Path(tempfile.mkdtemp(prefix="hearth-compose-"))
    folder.chmod(0o711)
    database = TcpPostgres(folder / "database", SECRETS["HEARTH_SUPERUSER_PASSWORD"])
    made = Stack(folder, database, folder / "output")
    made.hba.write_text(COMPOSE["configs"]["access"]["content"])
    made.hba.chmod(0o444)
    try:
        database.create(*environment_of(SERVICES["database"])["POSTGRES_INITDB_ARGS"].split())
        database.start(*made.options("database"))
        variables = {"PATH": os.defpath, "PGPASSWORD": database.password, "PGPORT": str(database.port)}
        made.run([str(database.binaries.folder / "createdb"), "-h127.0.0.1", f"-U{SUPERUSER}", "hearth"], variables)
        told = made.run(SERVICES["migration"]["command"], made.variables("migration"))
        assert "newest version" in told.stdout
        yield made
    finally:
        database.stop()
        shutil.rmtree(folder)


def test_nobody_comes_in_without_a_password(stack: Stack) -> None:
    """The database's own file lets each login in with its password alone, and nobody but replicator copies."""
    psql = [str(stack.database.binaries.folder / "psql"), "-XAt", "--no-password", "-c", "SELECT 1"]
    for login, database in (("postgres", "hearth"), ("hearth_office", "hearth"), ("postgres", "replication=true")):
        password = {"PGPASSWORD": stack.database.password} if "=" in database else {}
        ended = subprocess.run(  # noqa: S603 - PostgreSQL's own program
            [*psql, f"host=127.0.0.1 port={stack.database.port} user={login} "
             + (database if "=" in database else f"dbname={database}")],
            check=False, capture_output=True, text=True, env={"PATH": os.defpath, **password},
        )  # fmt: skip
        assert ended.returncode != 0
        assert "password" in ended.stderr or "no pg_hba.conf entry" in ended.stderr


@pytest.mark.parametrize("database", ["postgres", "template1"])
def test_a_login_comes_into_its_own_database_alone(stack: Stack, database: str) -> None:
    """With the right password too, no login of ours is let into the databases that come with a server."""
    psql = [str(stack.database.binaries.folder / "psql"), "-XAt", "--no-password", "-c", "SELECT 1"]
    password = {"PGPASSWORD": SECRETS["HEARTH_DATABASE_PASSWORD_OFFICE"]}
    told = {}
    for name in ("hearth", database):
        told[name] = subprocess.run(  # noqa: S603 - PostgreSQL's own program
            [*psql, f"host=127.0.0.1 port={stack.database.port} user=hearth_office dbname={name}"],
            check=False, capture_output=True, text=True, env={"PATH": os.defpath, **password},
        )  # fmt: skip
    assert told["hearth"].stdout == "1\n"
    assert "no pg_hba.conf entry" in told[database].stderr


def test_the_log_of_postgresql_tells_of_errors_and_of_no_value(stack: Stack) -> None:
    """An error of the server's logins has its SQLSTATE and login; of what a superuser types nothing is told."""
    psql = [str(stack.database.binaries.folder / "psql"), "-Xq", "-h127.0.0.1", f"-p{stack.database.port}", "-dhearth"]
    twice = "CREATE TEMPORARY TABLE t (name text PRIMARY KEY); INSERT INTO t VALUES ('Anneliese'), ('Anneliese')"
    for login, password, statement in (
        ("hearth_office", SECRETS["HEARTH_DATABASE_PASSWORD_OFFICE"], twice),
        (SUPERUSER, stack.database.password, "SELECT 'Anneliese'::integer"),
    ):
        subprocess.run(  # noqa: S603 - PostgreSQL's own program
            [*psql, f"-U{login}", "-c", statement], check=False, capture_output=True, env={"PGPASSWORD": password}
        )
    log = stack.database.log.read_text()
    assert " 23505 hearth_office ERROR:  duplicate key value violates unique constraint" in log
    assert "22P02" not in log
    assert "Anneliese" not in log


def test_the_migration_step_may_run_again(stack: Stack) -> None:
    """A restart of everything migrates what is migrated already, and leaves nothing open for somebody else to close."""
    again = stack.run(SERVICES["migration"]["command"], stack.variables("migration"))
    assert "newest version" in again.stdout
    assert "superuser" not in again.stderr


def test_the_server_refuses_a_replica_that_is_none(stack: Stack) -> None:
    """An address that leads back to the database itself ends the start with a sentence, and no stack."""
    url = {"HEARTH_REPLICA_URL": "postgresql://database:5432/hearth"}
    command = [*SERVICES["server"]["command"][:-1], str(claim_port())]
    ended = subprocess.run(  # noqa: S603 - our own file's commands
        command, check=False, capture_output=True, text=True, env=stack.variables("server", **url), cwd=stack.folder
    )

    assert ended.returncode == 1
    assert ended.stderr.startswith("Error: HEARTH_REPLICA_URL names a server that follows no other.")


def test_the_server_and_its_replica_work_as_the_file_says(stack: Stack) -> None:
    """Server, replicator and replica start by their own commands, become healthy, and find each other."""
    port, server_port = claim_port(), claim_port()
    replica = TcpPostgres(stack.folder / "replica", "unused")
    home = {"PGDATA": str(replica.folder / "18"), "PGPORT": str(port)}
    for _ in range(2):
        stack.run(
            [*SERVICES["replicator"]["entrypoint"], *filled(SERVICES["replicator"]["command"], {})],
            stack.variables("replicator") | {"PGHOST": "127.0.0.1", "PGPORT": str(stack.database.port)},
        )
    variables = stack.variables("replica") | home
    variables["PRIMARY"] = variables["PRIMARY"].replace("host=database", f"host=127.0.0.1 port={stack.database.port}")
    started = [
        *filled(SERVICES["replica"]["entrypoint"], {}), "postgres", *stack.options("replica"),
        "-clisten_addresses=127.0.0.1", "-cunix_socket_directories=", "-cshared_buffers=16MB",
    ]  # fmt: skip
    replica_url = {"HEARTH_REPLICA_URL": f"postgresql://127.0.0.1:{port}/hearth"}
    serve = [*SERVICES["server"]["command"][:-1], str(server_port)]
    for _ in range(2):  # the second time it finds its copy
        with stack.running(started, variables, **replica.account_arguments) as standby:
            stack.until_healthy("replica", standby, port, variables)
            assert stack.query(port, "SELECT pg_is_in_recovery()") == "t"
            senders = "SELECT usename, application_name FROM pg_stat_replication"
            deadline = time.monotonic() + 60
            while stack.query(stack.database.port, senders) != "replicator|replica":
                assert time.monotonic() < deadline
                time.sleep(0.1)
    with (
        stack.running(started, variables, **replica.account_arguments) as standby,
        stack.identity_provider() as keys,
        stack.running(serve, stack.variables("server", **replica_url, **keys)) as server,
    ):
        stack.until_healthy("replica", standby, port, variables)
        stack.until_healthy("server", server, server_port, stack.variables("server"))
        deadline = time.monotonic() + 60
        while "The replica answers regions and headquarters." not in stack.output.read_text():
            assert time.monotonic() < deadline, stack.output.read_text()
            time.sleep(0.1)


def test_every_tool_does_its_work_with_the_passwords_that_it_has(stack: Stack) -> None:
    """Filled, brought out and in again, closed and reported: each by its service's own command and variables."""
    files = stack.folder / "files"
    files.mkdir()
    (files / "population.csv").write_text("code,year,children,source\nBE,2025,2300000,made up\n", encoding="utf-8")

    def tool(name: str) -> str:
        return stack.run(called(name), stack.variables(name), cwd=files).stdout

    assert "Seeded BE" in tool("seed")
    assert "1 population is in the register." in tool("population")
    tool("export")
    (files / "exported").rename(files / "changed")
    assert "everything is on record already" in tool("import")
    assert "2025, release 1" in tool("close-period")
    assert "figures." in tool("report")
    assert (files / "report.csv").read_text(encoding="utf-8-sig").startswith("period,")
    assert "All of it was read back." in tool("backup")


def test_the_archive_is_kept_copied_rehearsed_and_brought_back_by_its_services(stack: Stack) -> None:
    """By their own commands, with the folders of this machine where the containers have theirs."""
    here = {"/archive": str(stack.folder / "archive"), "/scratch": str(stack.folder / "scratch")}
    here["/var/lib/postgresql/18/docker"] = str(stack.folder / "recovered")
    (stack.folder / "scratch").mkdir()
    (stack.folder / "scratch").chmod(0o711)
    stack.run(
        [*SERVICES["replicator"]["entrypoint"], *filled(SERVICES["replicator"]["command"], {})],
        stack.variables("replicator") | {"PGHOST": "127.0.0.1", "PGPORT": str(stack.database.port)},
    )

    def command(name: str) -> list[str]:
        return [here.get(word, word) for word in called(name)]

    _, *words = SERVICES["archive"]["healthcheck"]["test"]
    check = [word.replace("/archive", here["/archive"]) for word in words]
    with stack.running(command("archive"), stack.variables("archive")) as archive:
        deadline = time.monotonic() + 60
        while subprocess.run(check, check=False, capture_output=True).returncode:  # noqa: S603 - our own file's command
            assert archive.poll() is None, stack.output.read_text()
            assert time.monotonic() < deadline, stack.output.read_text()
            time.sleep(0.1)
        assert "Copied the server" in stack.run(command("copy"), stack.variables("copy")).stdout
    assert "138\n" in stack.run(command("rehearse"), stack.variables("rehearse")).stdout
    assert "recovers as far as the log goes" in stack.run(command("recover"), stack.variables("recover")).stdout
    assert (stack.folder / "recovered" / "recovery.signal").exists()
    assert f"{here['/archive']}/wal" in (stack.folder / "recovered" / "postgresql.auto.conf").read_text()
