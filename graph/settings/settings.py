"""The one place that reads the environment: `HEARTH_*` variables, typed and checked."""

from __future__ import annotations

import os
import re
from dataclasses import dataclass, field
from datetime import timedelta
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING

from countries.register.register import load_register
from countries.tenancy.logins import login_of, password_variable
from graph.settings.claim_file import ClaimFileError, read_claim_file
from graph.settings.claim_map import ClaimMap
from graph.settings.variables import (
    LOOPBACK,
    SettingsError,
    choice,
    is_loopback,
    machine,
    members,
    port,
    seconds,
    split_address,
)

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = [
    "SERVER_LOGINS", "Identity", "LogFormat", "Settings", "SettingsError", "TrustedDocuments", "is_loopback",
]  # fmt: skip

SERVER_LOGINS = (
    "caseworker", "office", "region", "headquarters", "auditor", "statistics", "listener", "operator", "owner",
)  # fmt: skip

PROVING = re.compile("HOME|PGPASSWORD|PGPASSFILE|PGSSL.*")
"""What of the environment tells PostgreSQL's own programs where a password file and certificates are."""

LIFETIME = timedelta(hours=1)
CLOCK_SKEW = timedelta(minutes=1)
MOST_SKEW = timedelta(minutes=10)  # beyond it a token would live on for longer than anybody meant
METRICS_PORT = 9464


class LogFormat(StrEnum):
    """How a log line is written."""

    TEXT = "text"
    JSON = "json"


OF_THIS_MACHINE = ("http://localhost:*", "http://127.0.0.1:*")
"""Pages that whoever develops serves from this machine; the demonstration takes them where no origin is named."""


class TrustedDocuments(StrEnum):
    """Whether documents known beforehand are used: not at all, where named, or only they."""

    OFF = "off"
    PREFERRED = "preferred"
    REQUIRED = "required"


@dataclass(frozen=True, slots=True)
class Identity:
    """The organisation's identity provider.

    Attributes:
        issuer: what a token's `iss` must be.
        audience: what a token's `aud` must name.
        jwks_url: where its public keys are.
        lifetime: how long its tokens are valid at most.
        clock_skew: how far its clock and ours may be apart.
        claims: how its tokens are read; None where they have the names of ours.
    """

    issuer: str
    audience: str
    jwks_url: str
    lifetime: timedelta = LIFETIME
    clock_skew: timedelta = CLOCK_SKEW
    claims: ClaimMap | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """Everything that the environment may say. Secrets, and addresses that may hold one, stay out of the repr.

    Attributes:
        database_url: host and database of the server's logins; None means the embedded PostgreSQL.
        owner_database_url: the owner of the schema, for migrations.
        operator_database_url: the operator, for seed, back-fill and backup.
        replica_url: a read replica.
        citus_url: a Citus coordinator.
        data_dir: where the embedded PostgreSQL and the development secret live.
        pg_bin: a folder of PostgreSQL binaries to use instead of the packaged ones.
        database_passwords: password by login (`hearth_office`); a login that is absent uses a passfile.
        client_variables: what tells PostgreSQL's own programs, besides an address, how a login proves itself.
        identity: the identity provider; None in development.
        dev_secret: the key of development tokens; None in production.
        cors_origins: web origins, besides our own, that may call from a browser.
        graphiql: whether the GraphiQL page is served.
        trusted_documents: whether documents known beforehand are used.
        trusted_documents_file: the manifest that holds them.
        log_format: how log lines are written.
        metrics_host: the address of this machine on which `/metrics` answers; loopback where nothing else is said.
        metrics_port: its port; each further worker process takes the next one that is free.
        replication_url: the server whose write-ahead log is archived, and the login that may copy it.
        packs_dir: the installation's own policy packs, over those that come with the program.
    """

    database_url: str | None = field(default=None, repr=False)
    owner_database_url: str | None = field(default=None, repr=False)
    operator_database_url: str | None = field(default=None, repr=False)
    replica_url: str | None = field(default=None, repr=False)
    citus_url: str | None = field(default=None, repr=False)
    data_dir: Path = Path(".hearth")
    pg_bin: Path | None = None
    database_passwords: Mapping[str, str] = field(default_factory=dict, repr=False)
    client_variables: Mapping[str, str] = field(default_factory=dict, repr=False, compare=False)
    identity: Identity | None = None
    dev_secret: str | None = field(default=None, repr=False)
    cors_origins: tuple[str, ...] = ()
    graphiql: bool = True
    trusted_documents: TrustedDocuments = TrustedDocuments.OFF
    trusted_documents_file: Path | None = None
    log_format: LogFormat = LogFormat.TEXT
    metrics_host: str = LOOPBACK
    metrics_port: int = METRICS_PORT
    replication_url: str | None = field(default=None, repr=False)
    packs_dir: Path | None = None

    def __post_init__(self) -> None:
        if self.trusted_documents is not TrustedDocuments.OFF and self.trusted_documents_file is None:
            raise SettingsError(
                "HEARTH_TRUSTED_DOCUMENTS_FILE",
                "Trusted documents are wanted, and no manifest is named.",
                "Name the manifest that your frontend's build writes, or say HEARTH_TRUSTED_DOCUMENTS=off.",
            )
        if self.dev_secret is None:
            return
        if self.identity is not None:
            raise SettingsError(
                "HEARTH_DEV_SECRET",
                "A development secret and an identity provider (HEARTH_OIDC_ISSUER) exclude each other.",
                "Unset HEARTH_DEV_SECRET in production.",
            )

    @property
    def is_development(self) -> bool:
        """Whether this server takes development tokens."""
        return self.dev_secret is not None

    @classmethod
    def from_environment(cls, environ: Mapping[str, str] | None = None) -> Settings:
        """Read every variable.

        Args:
            environ: variables by name; the process's own when absent. An empty value counts as unset.

        Raises:
            SettingsError: one of them cannot be meant.
        """
        variables = {name: value.strip() for name, value in (os.environ if environ is None else environ).items()}
        pg_bin = variables.get("HEARTH_PG_BIN")
        return cls(
            database_url=_database_url(variables, "HEARTH_DATABASE_URL"),
            owner_database_url=_database_url(variables, "HEARTH_OWNER_DATABASE_URL"),
            operator_database_url=_database_url(variables, "HEARTH_OPERATOR_DATABASE_URL"),
            replica_url=_database_url(variables, "HEARTH_REPLICA_URL"),
            citus_url=_database_url(variables, "HEARTH_CITUS_URL"),
            data_dir=Path(variables.get("HEARTH_DATA_DIR") or ".hearth"),
            pg_bin=_folder("HEARTH_PG_BIN", pg_bin) if pg_bin else None,
            database_passwords=_passwords(variables),
            client_variables={name: value for name, value in variables.items() if value and PROVING.fullmatch(name)},
            identity=_identity(variables),
            dev_secret=variables.get("HEARTH_DEV_SECRET") or None,
            cors_origins=_origins(variables),
            graphiql=choice(variables, "HEARTH_GRAPHIQL", {"on": True, "off": False}, default=True),
            trusted_documents=choice(
                variables, "HEARTH_TRUSTED_DOCUMENTS", members(TrustedDocuments), default=TrustedDocuments.OFF
            ),
            trusted_documents_file=_file(variables, "HEARTH_TRUSTED_DOCUMENTS_FILE"),
            log_format=choice(variables, "HEARTH_LOG_FORMAT", members(LogFormat), default=LogFormat.TEXT),
            metrics_host=machine(variables, "HEARTH_METRICS_HOST", default=LOOPBACK),
            metrics_port=port(variables, "HEARTH_METRICS_PORT", default=METRICS_PORT),
            replication_url=_database_url(variables, "HEARTH_REPLICATION_URL"),
            packs_dir=_packs(variables, "HEARTH_PACKS_DIR"),
        )

    def check_bind(self, host: str) -> None:
        """Refuse to show development tokens to other machines.

        Raises:
            SettingsError: there is a development secret and `host` is not this machine's loopback.
        """
        if self.is_development and not is_loopback(host):
            raise SettingsError(
                "HEARTH_DEV_SECRET",
                "Development tokens are accepted on a loopback address only.",
                "Bind 127.0.0.1, or set HEARTH_OIDC_ISSUER, HEARTH_OIDC_AUDIENCE and HEARTH_OIDC_JWKS_URL instead.",
            )


def _database_url(variables: Mapping[str, str], name: str) -> str | None:
    value = variables.get(name)
    if not value:
        return None
    parts = split_address(name, value, "Write postgresql://host:5432/database.")
    if parts.scheme not in {"postgresql", "postgres"}:
        raise SettingsError(name, "This is no PostgreSQL address.", "Write postgresql://host:5432/database.")
    return value


def _file(variables: Mapping[str, str], name: str) -> Path | None:
    value = variables.get(name)
    if not value:
        return None
    path = Path(value)
    if not path.is_file():
        raise SettingsError(name, "There is no such file.", "Name a file that is there.")
    return path


def _folder(name: str, value: str) -> Path:
    path = Path(value)
    if not path.is_dir():
        raise SettingsError(name, "There is no such folder.", "Name the folder that holds postgres and initdb.")
    return path


def _packs(variables: Mapping[str, str], name: str) -> Path | None:
    value = variables.get(name)
    if not value:
        return None
    path = Path(value)
    if not path.is_dir():
        raise SettingsError(name, "There is no such folder.", "Name the folder that holds your packs, such as BE.csv.")
    return path


def _passwords(variables: Mapping[str, str]) -> dict[str, str]:
    named = {login_of(name): password_variable(login_of(name)) for name in SERVER_LOGINS}
    unknown = {name for name in variables if name.startswith("HEARTH_DATABASE_PASSWORD_")} - set(named.values())
    if unknown:
        logins = ", ".join(login.upper() for login in SERVER_LOGINS)
        raise SettingsError(min(unknown), "There is no such login.", f"The logins are {logins}.")
    return {login: variables[name] for login, name in named.items() if variables.get(name)}


def _identity(variables: Mapping[str, str]) -> Identity | None:
    names = ("HEARTH_OIDC_ISSUER", "HEARTH_OIDC_AUDIENCE", "HEARTH_OIDC_JWKS_URL")
    besides = ("HEARTH_OIDC_LIFETIME", "HEARTH_OIDC_CLOCK_SKEW", "HEARTH_OIDC_CLAIMS")
    set_ = {name for name, value in variables.items() if name.startswith("HEARTH_OIDC_") and value}
    if unknown := set_ - {*names, *besides}:
        raise SettingsError(min(unknown), "There is no such variable.", f"There are {', '.join((*names, *besides))}.")
    if not set_:
        return None
    for name in names:
        if name not in set_:
            raise SettingsError(name, "An identity provider needs it.", f"Set all of {', '.join(names)}.")
    issuer, audience, jwks_url = (variables[name] for name in names)
    address = split_address(names[2], jwks_url, "Write https://host/path.")
    is_safe = address.scheme == "https" or (address.scheme == "http" and is_loopback(address.hostname or ""))
    if not address.hostname or not is_safe:
        raise SettingsError(names[2], "Keys are fetched over https only.", "Write https://host/path.")
    lifetime = seconds(variables, besides[0], (timedelta(minutes=1), LIFETIME), LIFETIME)
    skew = seconds(variables, besides[1], (timedelta(0), MOST_SKEW), CLOCK_SKEW)
    return Identity(issuer, audience, jwks_url, lifetime, skew, _claims(variables, besides[2]))


def _claims(variables: Mapping[str, str], name: str) -> ClaimMap | None:
    value = variables.get(name)
    if not value:
        return None
    try:
        return read_claim_file(Path(value), load_register())
    except ClaimFileError as fault:
        raise SettingsError(name, fault.message, fault.hint) from None


def _origins(variables: Mapping[str, str]) -> tuple[str, ...]:
    name, hint = (
        "HEARTH_CORS_ORIGINS",
        "Write https://host or https://host:port, or http://localhost:*, several with commas between them.",
    )
    origins = tuple(dict.fromkeys(part.strip() for part in variables.get(name, "").split(",") if part.strip()))
    for origin in origins:
        # Any port, of this machine's own name alone: whoever develops a page there has another one each time.
        if origin in OF_THIS_MACHINE:
            continue
        parts = split_address(name, origin, hint)
        written = f"{parts.scheme}://{parts.netloc}"
        if parts.scheme not in {"http", "https"} or not parts.hostname or "@" in origin or origin.lower() != written:
            raise SettingsError(name, "Each entry is one web origin: no wildcard, no path, in small letters.", hint)
    return origins
