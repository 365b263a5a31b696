"""The files for containers, read without an engine: what they promise can be seen in their text."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import yaml

from graph.settings import Settings

ROOT = Path(__file__).resolve().parent.parent
COMPOSE: dict[str, Any] = yaml.safe_load((ROOT / "docker-compose.yml").read_text(encoding="utf-8"))
DOCKERFILE = (ROOT / "Dockerfile").read_text(encoding="utf-8")


def test_the_server_holds_no_password_of_the_owner_or_the_operator() -> None:
    """The server logs in as its tiers alone; the migration has the owner's URL, nobody the operator's."""
    server = COMPOSE["services"]["server"]["environment"]

    assert "HEARTH_OWNER_DATABASE_URL" not in server
    assert not any("OPERATOR" in name for service in COMPOSE["services"].values() for name in service["environment"])
    assert "HEARTH_OWNER_DATABASE_URL" in COMPOSE["services"]["migration"]["environment"]


def test_every_secret_comes_from_the_environment() -> None:
    """A password stands in the file only as the name of a variable that must be set."""
    for service in COMPOSE["services"].values():
        for name, value in service["environment"].items():
            if "PASSWORD" in name:
                assert re.fullmatch(r"\$\{[A-Z_]+:\?\}", value), name


def test_the_server_waits_for_the_migration_and_the_migration_for_a_healthy_database() -> None:
    """Nothing starts before what it needs."""
    services = COMPOSE["services"]

    assert services["server"]["depends_on"] == {"migration": {"condition": "service_completed_successfully"}}
    assert services["migration"]["depends_on"] == {"database": {"condition": "service_healthy"}}
    assert services["database"]["healthcheck"]["test"][1] == "pg_isready"


def test_the_settings_understand_what_the_file_sets() -> None:
    """Every variable of the server is one that the settings read, with a value of its form."""
    environment = {
        name: re.sub(r"\$\{[A-Z_]+:?[?-]\}", "", value)
        for name, value in COMPOSE["services"]["server"]["environment"].items()
    }
    environment |= {
        "HEARTH_OIDC_ISSUER": "https://id.example",
        "HEARTH_OIDC_AUDIENCE": "hearth",
        "HEARTH_OIDC_JWKS_URL": "https://id.example/keys",
    }
    settings = Settings.from_environment(environment)

    assert settings.database_url is not None
    assert settings.identity is not None


def test_the_image_runs_as_nobody_in_particular() -> None:
    """The last stage has a user without rights, and no package manager of Node."""
    last = DOCKERFILE.rpartition("FROM ")[2]

    assert re.search(r"^USER \d+$", last, re.MULTILINE)
    assert last.startswith("python:")
