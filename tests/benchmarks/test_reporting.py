"""The report's SQL by hand counts what closing a period counts, and its documents ask for every indicator."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from benchmarks.analyst import DisagreementError, amounts, check, statements
from benchmarks.population import superuser
from benchmarks.reporting import YEAR, close, document, lines
from graph.indicators.catalogue import all_indicators, all_measures
from tests.conftest import copy_database
from tests.plan.compiled import sql

if TYPE_CHECKING:
    from countries.connections.address import Address
    from countries.register.register import Register


async def test_the_sql_by_hand_counts_what_closing_counts(server: Address, worker: str, register: Register) -> None:
    """Every count behind a release of the small world; another number is an error that names it."""
    address = await copy_database(server, "world", f"reported_{worker}")
    await close(address, register)
    compared = 0
    async with superuser(address) as connection:
        for statement in statements():
            found = amounts(await connection.fetch(statement.text))
            alike = await check(connection, statement, found, YEAR, register)
            assert alike > 0, statement.measure.code
            compared += alike
            found["BE", (), ()] += 1
            with pytest.raises(DisagreementError, match=statement.measure.code):
                await check(connection, statement, found, YEAR, register)
    assert compared > 200


def test_every_measure_has_a_statement() -> None:
    """Those that indicators count, each once."""
    assert sorted(each.measure.code for each in statements()) == sorted(all_measures())


@pytest.mark.parametrize("as_", ["headquarters", "office"])
def test_every_indicator_is_asked_for(as_: str) -> None:
    """Of countries, or of regions where only they have it; it is one statement."""
    text = document(national=as_ == "office")
    for code in all_indicators():
        assert f'"{code}"' in text
    assert sql(text, as_).startswith(("SELECT ", "WITH "))


def test_figures_become_lines() -> None:
    """One for each."""
    ratio = {"middle": 1.0, "low": 0.9, "high": 1.1}
    told = {
        "closing_s": 7.56, "reading_ms": 9.04, "cells": 8307, "bytes": 1000, "recomputing_ms": 904.0, "times": 100.0,
        "compared": 10548, "counting": ratio, "office": ratio, "office_ms": 15.55,
    }  # fmt: skip
    assert lines("small", told) == [
        "W8 small closing 7.6 s",
        "W8 small reading 9.0 ms, 8307 cells, 1000 bytes",
        "W8 small recomputing 904 ms, 100 times as long",
        "W8 small alike 10548 counts",
        "W8 small counting 1.00 (0.90-1.10) of the time by hand",
        "W8 small office 1.00 (0.90-1.10) of the time by hand, 15.6 ms",
    ]
    assert not [line for line in lines("large", {**told, "counting": None}) if "counting" in line]
