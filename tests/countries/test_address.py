"""Addresses: a database without a login, and what each login needs to come in."""

from __future__ import annotations

import pickle

from countries.connections.address import Address

SOCKET = "postgresql:///postgres?host=%2Fsrv%2Fa%20b&port=5432"


def test_a_known_login_gets_its_password() -> None:
    """A login comes in with the password that is known for it."""
    arguments = Address(SOCKET, {"hearth_office": "secret"}).connect_arguments("hearth_office")
    assert arguments == {"dsn": SOCKET, "user": "hearth_office", "password": "secret"}


def test_an_unknown_login_gets_no_password() -> None:
    """A login without a known password is left to a password file or a certificate."""
    assert Address(SOCKET, {"hearth_office": "secret"}).connect_arguments("hearth_region") == {
        "dsn": SOCKET,
        "user": "hearth_region",
    }


def test_no_login_offers_the_password_of_another() -> None:
    """What the URL holds for its own login goes to that login alone."""
    in_authority = Address("postgresql://owner:secret@db.example:5433/hearth?sslmode=require")
    as_parameters = Address("postgresql://db.example:5433/hearth?user=owner&password=secret&sslmode=require")
    stranger = {"dsn": "postgresql://db.example:5433/hearth?sslmode=require", "user": "hearth_office"}
    for address in (in_authority, as_parameters):
        assert address.connect_arguments("owner") == {"dsn": address.dsn, "user": "owner"}
        assert address.connect_arguments("hearth_office") == stranger


def test_another_database_of_the_same_server() -> None:
    """Naming a database changes nothing but the database."""
    address = Address(SOCKET, {"hearth_office": "secret"}).with_database("test 1")
    assert address.dsn == "postgresql:///test%201?host=%2Fsrv%2Fa%20b&port=5432"
    assert address.passwords == {"hearth_office": "secret"}
    assert (
        Address("postgresql://db.example?dbname=a&port=1").with_database("b").dsn == "postgresql://db.example/b?port=1"
    )


def test_what_is_shown_holds_no_password() -> None:
    """Neither the passwords nor the URL's own one appear where an address is printed."""
    address = Address("postgresql://owner:hidden@db.example/hearth", {"hearth_office": "secret"})
    for shown in (repr(address), str(address), f"{[address]}"):
        assert "hidden" not in shown
        assert "secret" not in shown
        assert "db.example/hearth" in shown


def test_it_travels_to_worker_processes() -> None:
    """An address can be pickled and is the same on the other side."""
    address = Address(SOCKET, {"hearth_office": "secret"})
    assert pickle.loads(pickle.dumps(address)) == address  # noqa: S301 - our own bytes


def test_no_password_stands_in_an_argument() -> None:
    """Everybody on a machine reads the arguments of a program: the URL holds none, wherever it stood."""
    address = Address(
        "postgresql://hearth_owner:s3%20cret@host:5433/hearth?sslmode=require", {"hearth_operator": "other"}
    )

    assert address.client("hearth_owner") == (
        "postgresql://host:5433/hearth?sslmode=require", {"PGUSER": "hearth_owner", "PGPASSWORD": "s3 cret"},
    )  # fmt: skip
    assert address.client("hearth_operator")[1] == {"PGUSER": "hearth_operator", "PGPASSWORD": "other"}
    assert address.client("hearth_office") == (
        "postgresql://host:5433/hearth?sslmode=require",
        {"PGUSER": "hearth_office"},
    )
    named = Address("postgresql:///hearth?host=/run&user=hearth_owner&password=s3cret")
    assert named.client("hearth_owner") == (
        "postgresql:///hearth?host=%2Frun",
        {"PGUSER": "hearth_owner", "PGPASSWORD": "s3cret"},
    )
