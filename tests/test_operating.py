"""What docs/operating.md names is there, and what an operator may meet is named in it."""

from __future__ import annotations

import ast
import re
import shlex
from pathlib import Path
from typing import TYPE_CHECKING

import click
import pytest
import yaml
from prometheus_client import CollectorRegistry, ProcessCollector

from benchmarks.faults.__main__ import FAULTS
from benchmarks.faults.table import HEADER
from countries.archive.archiving import SLOT
from countries.tenancy.logins import ALL_LOGINS
from graph.cli import main
from graph.reasons import OF_OPERATION
from graph.serving.exit_codes import INTERRUPTED, NEVER
from graph.settings.settings import SERVER_LOGINS
from graph.telemetry.readiness import WORDS, Stops
from tests.test_architecture import modules, tree_of

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).resolve().parent.parent
TEXT = (ROOT / "docs" / "operating.md").read_text(encoding="utf-8")
COMPOSE = (ROOT / "docker-compose.yml").read_text(encoding="utf-8")

DEVELOPMENT = {"demo", "token", "schema", "explain"}
"""Commands that no operator needs."""
PREFIXES = {"HEARTH_DATABASE_PASSWORD_", "HEARTH_OIDC_"}
"""What several variables begin with, where a text speaks of all of them."""
VARIABLE = re.compile(r"HEARTH_[A-Z_]+")
SPAN = re.compile(r"`([^`\n]+(?:\n[^`\n]+)?)`")
ROW = re.compile(r"(?m)^\|(.+)\|$")
FIGURES = ("graph/telemetry/metrics.py", "graph/telemetry/collectors.py")
COUNTERS = {"CounterMetricFamily", "LabelledCounts"}
"""Whose names Prometheus ends with `_total`."""
OTHER_NAMES = {*ALL_LOGINS, SLOT, "hearth_migration", "hearth_database"}
"""What begins as figures do and is none: logins, the slot, a table, a volume."""
PROMPT = re.compile(r"^(?:\$ |[A-Z_]+=(?:\$\([^)]*\)|\S*) +)*")
OF_POSTGRESQL = ("requested WAL segment", "has already been removed", "pg_dump: could not write to output file")
"""Pieces of what PostgreSQL's own programs say."""
LEAST_WORDS = 3
"""So many words of a refusal are looked for in the code; fewer are too common to prove anything."""


def blocks() -> Iterator[str]:
    """Each line of code, what a backslash continues joined to it."""
    for line in re.sub(r"\\\n\s*", "", TEXT).splitlines():
        if line.startswith("    "):
            yield line.strip()


def called(line: str) -> list[str] | None:
    """The words of a call of ours; None of any other line."""
    line = PROMPT.sub("", line.removeprefix("ExecStart="))
    found = re.match(r"(?:/\S*/)?hearth (?P<rest>.*)$", line)
    if found is None:
        return None
    return shlex.split(found["rest"], comments=True)


def in_services() -> Iterator[list[str]]:
    """Calls of one-shot services: the service's own command, and what stands behind its name."""
    services = yaml.safe_load(COMPOSE)["services"]
    for line in blocks():
        found = re.match(r"docker compose run --rm (\S+)(.*)", line)
        if found is not None:
            yield [*services[found[1]]["entrypoint"][1:], *shlex.split(found[2], comments=True)]


CALLS = [*filter(None, map(called, blocks())), *in_services()]
SPANS = [words for span in SPAN.findall(TEXT) if (words := called(span.replace("\n", " "))) is not None]


def table(*head: str) -> list[list[str]]:
    """The cells of every table whose head has these words, without the head."""
    found: list[list[str]] = []
    is_in = False
    for line in TEXT.splitlines():
        row = ROW.match(line)
        if row is None:
            is_in = False
            continue
        cells = [cell.strip() for cell in row[1].split(" | ")]
        if is_in and not set(cells[0]) <= set("-|"):
            found.append(cells)
        is_in = is_in or tuple(cells) == head
    assert found, f"there is no table {head}"
    return found


@pytest.mark.parametrize("words", CALLS, ids=" ".join)
def test_every_command_can_be_given_as_it_stands(words: list[str]) -> None:
    """The command exists, and takes these arguments and options."""
    name, *given = words

    assert main.commands[name].make_context(name, given)


@pytest.mark.parametrize("words", SPANS, ids=" ".join)
def test_every_command_of_a_sentence_exists_with_its_options(words: list[str]) -> None:
    """A sentence may leave arguments out, and names no option that is not there."""
    command, given = found(words)
    options = {option for each in command.params for option in each.opts}

    assert {word for word in given if word.startswith("--")} <= options


def found(words: list[str]) -> tuple[click.Command, list[str]]:
    """The command that words call, of a group the one within it, and what is given to it."""
    command: click.Command = main
    while isinstance(command, click.Group) and words:
        command, words = command.commands[words[0]], words[1:]
    return command, words


def every_command(group: click.Group = main) -> Iterator[click.Command]:
    """Each that can be given, also those of groups."""
    for name, command in group.commands.items():
        if isinstance(command, click.Group):
            yield from every_command(command)
        elif group is not main or name not in DEVELOPMENT:
            yield command


def test_every_command_of_an_operator_is_named() -> None:
    """Whoever has the docs alone finds each command, also those within another."""
    assert {found(words)[0] for words in (*CALLS, *SPANS)} - {main.commands["audit"]} == set(every_command())


@pytest.mark.parametrize("option", ["--sizes"])
def test_what_makes_a_federation_of_its_size_is_named(option: str) -> None:
    """The option that rehearsals of a real size need stands in a call."""
    assert any(words[0] == "seed" and option in words for words in (*CALLS, *SPANS))


def test_every_variable_is_known_and_every_known_one_is_named() -> None:
    """What is set by the docs is read, and what is read can be found in them."""
    settings = (ROOT / "graph" / "settings" / "settings.py").read_text(encoding="utf-8")
    read = set(VARIABLE.findall(settings)) - PREFIXES
    read |= {f"HEARTH_DATABASE_PASSWORD_{login.upper()}" for login in SERVER_LOGINS}
    asked = set(re.findall(r"\$\{(HEARTH_[A-Z_]+)", COMPOSE))
    named = set(VARIABLE.findall(TEXT)) - PREFIXES

    assert named == read | asked


def figures() -> set[str]:
    """The name of every figure, as Prometheus reads it."""
    names = set()
    for module in FIGURES:
        for node in ast.walk(tree_of(ROOT / module)):
            if not (isinstance(node, ast.Call) and node.args and isinstance(node.args[0], ast.Constant)):
                continue
            name, maker = str(node.args[0].value), ast.unparse(node.func)
            if re.fullmatch("hearth_[a-z_]+", name):
                names.add(f"{name}_total" if maker in COUNTERS else name)
    return names


def test_every_figure_is_there_and_every_one_that_is_there_is_named() -> None:
    """The table of figures has each, under the name that it has for Prometheus; no other name stands anywhere."""
    told = {name for first, *_ in table("figure", "what it is", "normal", "alert on")
            for name in re.findall(r"`((?:hearth|process)_\w+)", first)}  # fmt: skip
    registry = CollectorRegistry()
    ProcessCollector(registry=registry)
    of_process = {sample.name for family in registry.collect() for sample in family.samples}

    assert {name for name in told if name.startswith("hearth_")} == figures()
    assert {name for name in told if name.startswith("process_")} <= of_process
    assert set(re.findall(r"\bhearth_[a-z_]+", TEXT)) <= figures() | OTHER_NAMES


def test_every_exit_code_is_told() -> None:
    """The table of exit codes is whole, and no refusal has another."""
    told = {int(code.strip("*")) for code, *_ in table("exit code", "means")}

    assert told == {0, click.ClickException.exit_code, click.UsageError.exit_code, NEVER, INTERRUPTED}
    for _, code, *_ in table("says", "code", "do"):
        assert int(code.split(",")[0]) in told


def test_every_reason_is_told_with_what_it_stops() -> None:
    """The table of reasons is whole."""
    told = table("reason", "where", "what is so", "do")

    assert {reason.strip("`") for reason, *_ in told} == {reason.value for reason in OF_OPERATION}
    assert len(told) == len(OF_OPERATION)
    for word in (*WORDS.values(), *(stops.value for stops in Stops)):
        assert f"`{word}`" in TEXT


def test_every_fault_that_is_tried_is_told() -> None:
    """The table of faults has each one that `python -m benchmarks.faults` tries, and nothing was lost or doubled."""
    told = table(*HEADER)

    assert {fault.name for fault in FAULTS} <= {name for name, *_ in told}
    for _, _, _, lost, doubled, *_ in told:
        assert (lost, doubled) == ("0", "0")


def sentences() -> str:
    """All texts of the code, one in a line; what is put in is `…`."""
    found = []
    for path in modules("graph", "countries"):
        for node in ast.walk(tree_of(path)):
            if isinstance(node, ast.JoinedStr):
                found.append(
                    "".join(str(part.value) if isinstance(part, ast.Constant) else "…" for part in node.values)
                )
            elif isinstance(node, ast.Constant) and isinstance(node.value, str):
                found.append(node.value)
    return "\n".join(found)


def refusals() -> list[str]:
    """The first cell of every table of what Hearth says."""
    return [cells[0] for head in (("says", "do"), ("says", "code", "do"), ("reason", "do")) for cells in table(*head)]


def test_every_refusal_is_one_that_the_code_says() -> None:
    """Whoever looks for a sentence that was said finds it: each piece of it stands in the code word for word."""
    texts = sentences()
    pieces = [piece.strip(" `.:;") for cell in refusals() for piece in re.split(r"…| / ", cell)]
    looked_for = [piece for piece in pieces if len(piece.split()) >= LEAST_WORDS]

    assert [piece for piece in looked_for if piece not in texts and piece not in OF_POSTGRESQL] == []
