"""The register of codes: what `hearth migrate` writes of the lists, and what each role is told of them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import asyncpg
import pytest

from countries.codes.code import CodesError
from countries.codes.codes import load_codes
from countries.tenancy.logins import OWNER
from graph.database.migrate import migrate
from tests.conftest import copy_database
from tests.countries.lists import FOSTER, HEADER, KIN, KIN_AGAIN, written
from tests.http.real_app import Graph, real_client, tokens

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path
    from uuid import UUID

    from countries.connections.address import Address
    from countries.connections.database import Database
    from countries.register.register import Register

CODES = """
query Q($code: String!, $list: CodeList!, $on: Date) { country(code: $code) { codes(list: $list, on: $on) { code } } }
"""


async def stored(address: Address) -> list[tuple[Any, ...]]:
    """The whole register, as the operator sees it."""
    connection = await asyncpg.connect(**address.connect_arguments("hearth_operator"))
    try:
        return [tuple(row) for row in await connection.fetch("SELECT * FROM national_code ORDER BY 1, 2, 3, 4")]
    finally:
        await connection.close()


async def test_migrate_writes_what_the_files_say_and_no_more(
    empty: Address, register: Register, tmp_path: Path
) -> None:
    """What an installation says stands in our list's place, and ours comes back when it goes; nothing changes twice."""
    ours = await stored(empty)
    assert len(ours) == len(load_codes(register))
    written(tmp_path, HEADER, FOSTER, KIN, KIN_AGAIN)
    await migrate(empty, OWNER, register, codes=load_codes(register, tmp_path))
    belgian = [row for row in await stored(empty) if row[:2] == ("BE", "placement_kinds")]
    assert [(row[2], row[5], row[7], row[11]) for row in belgian] == [
        ("NETWERK", 2, "Netwerk", "NO"), ("NETWERK", 3, "Netwerkgezin", "YES"), ("PLEEGGEZIN", 1, "Pleeggezin", "NO"),
    ]  # fmt: skip
    await migrate(empty, OWNER, register)
    assert await stored(empty) == ours


async def test_a_list_does_not_lose_a_code_that_is_in_use(
    server: Address, worker: str, register: Register, tmp_path: Path
) -> None:
    """Refused with the file, the list and the code, and no row; with an end it may go out of use."""
    address = await copy_database(server, "world", f"codes_{worker}")
    before = await stored(address)
    path = written(tmp_path, HEADER, KIN, KIN_AGAIN)
    with pytest.raises(CodesError) as raised:
        await migrate(address, OWNER, register, codes=load_codes(register, tmp_path))
    assert {fault.file for fault in raised.value.faults} == {str(path)}
    assert any("placement_kinds of BE has lost the code PLEEGGEZIN" in str(fault) for fault in raised.value.faults)
    assert await stored(address) == before
    lost = [str(fault).partition("lost the code ")[2].partition(",")[0] for fault in raised.value.faults]
    kept = [FOSTER.replace("PLEEGGEZIN,,", f"{code},,2020-01-01") for code in lost]
    written(tmp_path, HEADER, KIN, KIN_AGAIN, *kept)
    await migrate(address, OWNER, register, codes=load_codes(register, tmp_path))
    forced = "SELECT relforcerowsecurity FROM pg_class WHERE relname = 'placement'"
    connection = await asyncpg.connect(**address.connect_arguments("hearth_operator"))
    assert await connection.fetchval(forced)
    await connection.close()


async def test_everybody_who_reads_a_country_reads_its_lists(
    database: Database, register: Register, programmes: Mapping[str, list[UUID]]
) -> None:
    """Nobody without a token; whichever country it is, for lists are no secret, on the day that is asked about."""
    async with real_client(database, register) as client:
        graph = Graph(client, tokens(programmes))
        asked = {"code": "GB", "list": "LEGAL_STATUSES"}
        assert (await graph.post(CODES, None, **asked)).status_code == 401
        told = await graph.data(CODES, "headquarters", **asked)
        assert [each["code"] for each in told["country"]["codes"]][:3] == ["C1", "C2", "E1"]
        told = await graph.data(CODES, "headquarters", **asked, on="2001-01-01")
        assert [each["code"] for each in told["country"]["codes"]][:3] == ["C1", "C2", "D1"]
        for role in ("caseworker", "office", "region"):
            told = await graph.data(CODES, role, code="BE", list="PLACEMENT_KINDS")
            assert "PLEEGGEZIN" in [each["code"] for each in told["country"]["codes"]]
        told = await graph.data(CODES, "headquarters", code="AF", list="ETHNICITY")
        assert told["country"]["codes"] == []
        answer = await graph.post('{ country(code: "BE") { codes(list: LEGAL_STATUS) { code } } }')
        assert "LEGAL_STATUSES" in answer.json()["errors"][0]["extensions"]["hint"]
        answer = await graph.post(CODES, "office", code="BE", list="NEEDS", on="2026-02-30")
        assert answer.json()["errors"][0]["extensions"]["code"] == "BAD_USER_INPUT"
