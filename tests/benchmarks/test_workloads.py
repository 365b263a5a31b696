"""What the benchmarks ask: documents that parse, that Hearth takes, and a command that says how it is used."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from graphql import OperationDefinitionNode, parse

from benchmarks.workloads import BY_PAGE, HEARTH, NAMES, POSTGRAPHILE, TEXTBOOK, WITHOUT_TEXTBOOK, document
from graph.documents.validation import faults_of
from graph.schema.sdl import build_schema
from tests.plan.compiled import sql

ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize(
    ("name", "dialect"),
    [
        (name, dialect)
        for name in NAMES
        for dialect in (HEARTH, POSTGRAPHILE, TEXTBOOK)
        if dialect != TEXTBOOK or name not in WITHOUT_TEXTBOOK
    ],
)
def test_every_document_is_one_query_of_its_name(name: str, dialect: str) -> None:
    """In every dialect; what goes page by page takes the page's beginning as a variable."""
    (operation,) = parse(document(name, dialect)).definitions
    assert isinstance(operation, OperationDefinitionNode)
    assert operation.name is not None
    assert operation.name.value == name
    variables = [variable.variable.name.value for variable in operation.variable_definitions or ()]
    assert (variables == ["after"]) is (name in BY_PAGE)


@pytest.mark.parametrize("name", NAMES)
def test_hearths_documents_fit_the_schema(name: str) -> None:
    """Every rule of the specification holds."""
    assert not faults_of(build_schema()._schema, parse(document(name)))


@pytest.mark.parametrize(
    ("name", "as_"), [("W2", "office"), ("W3", "caseworker"), ("W5", "headquarters"), ("W9", "office")]
)
def test_hearths_pages_become_a_statement(name: str, as_: str) -> None:
    """As whoever is measured asks for them."""
    assert sql(document(name), as_).startswith("SELECT ")


def test_the_command_says_how_it_is_used() -> None:
    """Every part and every option has its line."""
    done = subprocess.run(
        [sys.executable, "-m", "benchmarks", "--help"], cwd=ROOT, capture_output=True, text=True, check=True
    )
    for word in (
        "--only",
        "--workloads",
        "--callers",
        "--peers",
        "--rounds",
        "--seconds",
        "--documents",
        "peers, writes",
    ):
        assert word in done.stdout
    wrong = subprocess.run(
        [sys.executable, "-m", "benchmarks", "--rounds", "0"], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert wrong.returncode == 2
