"""What each service is given: secrets from the environment, the passwords that it needs, settings that are read."""

from __future__ import annotations

import re

import pytest

from countries.tenancy.logins import ALL_LOGINS, OWNER
from graph.settings.settings import SERVER_LOGINS, Settings
from tests.compose.files import (
    COMPOSE,
    IDENTITY,
    LOGINS,
    OF_SERVERS,
    ROOT,
    SECRETS,
    SERVICES,
    each_service,
    environment_of,
    filled,
)


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
    for name in ("migration", "citus-migration", "citus-passwords", "restore"):
        assert passwords_of(name) == {*LOGINS, "SUPERUSER"}
    assert passwords_of("citus-nodes") == {"SUPERUSER"}
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
