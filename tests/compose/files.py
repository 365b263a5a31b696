"""The files for containers, as Compose reads them."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
import yaml

from countries.tenancy.logins import LISTENER, STATISTICS, TIER_LOGINS

if TYPE_CHECKING:
    from collections.abc import Mapping


ROOT = Path(__file__).resolve().parents[2]
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


def mounts(name: str) -> dict[str, str]:
    """The volumes of a service, and where they are."""
    written = [volume for volume in SERVICES[name].get("volumes", []) if isinstance(volume, str)]
    return dict(volume.split(":", 1) for volume in written)
