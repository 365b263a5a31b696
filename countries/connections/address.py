"""Where a PostgreSQL is and how each login proves itself there: plain data that travels to worker processes."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qsl, quote, unquote, urlencode, urlsplit, urlunsplit

if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass(frozen=True, repr=False)
class Address:
    """One database of one server, without a login.

    Attributes:
        dsn: a `postgresql://` URL: host, port and database; it may name a login of its own.
        passwords: password by login. A login that is missing proves itself otherwise (a password file, a certificate).
    """

    dsn: str
    passwords: Mapping[str, str] = field(default_factory=dict, hash=False)

    def connect_arguments(self, login: str) -> dict[str, Any]:
        """What `asyncpg.connect` and `asyncpg.create_pool` need to come in as this login.

        A password that the URL holds for another login is left out, so that no login ever offers another's.
        """
        owner = _login_of(self.dsn)
        arguments: dict[str, Any] = {
            "dsn": self.dsn if owner == login else _without_credentials(self.dsn),
            "user": login,
        }
        if login in self.passwords:
            arguments["password"] = self.passwords[login]
        return arguments

    @property
    def login(self) -> str | None:
        """The login that the URL itself names, if any."""
        return _login_of(self.dsn)

    def client(self, login: str) -> tuple[str, dict[str, str]]:
        """What PostgreSQL's own programs need to come in as this login: a URL and variables.

        The URL goes among a program's arguments, which everybody on the machine reads, and so holds no password.
        """
        password = self.passwords.get(login)
        if password is None and _login_of(self.dsn) == login:
            password = _password_of(self.dsn)
        variables = {"PGUSER": login} | ({} if password is None else {"PGPASSWORD": password})
        return _without_credentials(self.dsn), variables

    def with_database(self, name: str) -> Address:
        """The same server, another database."""
        parts = urlsplit(self.dsn)
        query = [(key, value) for key, value in parse_qsl(parts.query) if key not in {"dbname", "database"}]
        return replace(self, dsn=_joined(parts.scheme, parts.netloc, f"/{quote(name, safe='')}", query))

    def __repr__(self) -> str:
        return f"Address({_without_credentials(self.dsn)!r}, passwords of {len(self.passwords)} logins)"


def _login_of(dsn: str) -> str | None:
    """The login that a URL names, in its authority or as a parameter."""
    parts = urlsplit(dsn)
    credentials, at, _ = parts.netloc.rpartition("@")
    if at:
        return unquote(credentials.partition(":")[0])
    return dict(parse_qsl(parts.query)).get("user")


def _password_of(dsn: str) -> str | None:
    """The password that a URL holds, in its authority or as a parameter."""
    parts = urlsplit(dsn)
    authority = parts.netloc.rpartition("@")[0]
    _, colon, password = authority.partition(":")
    return unquote(password) if colon else dict(parse_qsl(parts.query)).get("password")


def _without_credentials(dsn: str) -> str:
    parts = urlsplit(dsn)
    query = [(key, value) for key, value in parse_qsl(parts.query) if key not in {"user", "password"}]
    return _joined(parts.scheme, parts.netloc.rpartition("@")[2], parts.path, query)


def _joined(scheme: str, authority: str, path: str, query: list[tuple[str, str]]) -> str:
    """A URL of these parts. An empty authority keeps its two slashes, which `urlunsplit` drops for this scheme."""
    rest = urlunsplit(("", "", path, urlencode(query, quote_via=quote), ""))
    return f"{scheme}://{authority}{rest}"
