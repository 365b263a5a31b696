"""Reasons of refusals: each is said somewhere, each stands in the docs, and none tells of a row."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import asyncpg
import pytest
from graphql import GraphQLEnumType

from countries.tenancy.logins import OWNER
from graph.declarations.base import table_of
from graph.declarations.constraints import refusals_of, refusing
from graph.declarations.derive import complete_tables
from graph.declarations.nouns import TableKind
from graph.entities import all_entities
from graph.errors import told_refusal
from graph.plan.sql.missing import NotThere
from graph.reasons import OF_OPERATION, Reason
from graph.refusals import Phrase, Refusal, bad_input, conflict, named_in, not_found
from graph.schema.sdl import build_schema
from graph.writes.actions import all_actions
from graph.writes.actions.twice_recorded import RecordDifference
from graph.writes.constraints import refusals
from tests.reasons import reasons_as_words, refusals_of_mutations, said_in_product
from tests.test_architecture import ROOT

if TYPE_CHECKING:
    from countries.connections.address import Address

DOCS = (ROOT / "docs" / "refusals.md").read_text(encoding="utf-8")
ROW = re.compile(r"(?m)^\| `([A-Z_]+)` \| ([^|]*) \| ([^|]*) \|$")
GIVEN = {each.name for action in all_actions().values() for each in action.takes}
NAMES = {
    *(entity.names.type for entity in all_entities()),
    *GIVEN,
    *all_actions(),
    *RecordDifference,
    "birthDate",
    "day",
}
CONSTRAINTS = """
SELECT k.conname FROM pg_constraint k JOIN pg_class c ON c.oid = k.conrelid
WHERE c.relnamespace = 'public'::regnamespace AND k.contype <> 'n' AND c.relname = ANY ($1::text[])
"""


def test_every_reason_is_said() -> None:
    """No member of the enumeration is left over from what is refused no more."""
    assert said_in_product().keys() == set(Reason)


def test_every_reason_stands_in_the_docs_with_its_codes() -> None:
    """Frontends find each reason, under which codes it comes, and the sentence that GraphiQL shows too."""
    told = {Reason[name]: (codes, doc) for name, codes, doc in ROW.findall(DOCS)}

    assert {reason: doc for reason, (_, doc) in told.items()} == {reason: reason.doc for reason in Reason}
    for reason, codes in said_in_product().items():
        assert set(told[reason][0].split(", ")) == (codes or {"-"}), reason
    assert len(ROW.findall(DOCS)) == len(Reason)


def test_what_an_operator_mends_is_said() -> None:
    """The reasons of docs/operating.md are reasons."""
    assert set(Reason) > OF_OPERATION


def test_the_schema_has_every_reason_with_its_sentence() -> None:
    """GraphiQL shows what each reason means."""
    shown = build_schema()._schema.type_map["Reason"]

    assert isinstance(shown, GraphQLEnumType)
    said = {name: value.description for name, value in shown.values.items()}
    assert said == {each.value: each.doc for each in Reason}


async def test_every_constraint_of_every_table_answers_with_a_reason(empty: Address) -> None:
    """The catalogue is walked: each constraint of each table that callers write has its reason and its sentence."""
    tables = [str(entity.__tablename__) for entity in all_entities() if entity.table_kind is TableKind.TENANT]
    connection = await asyncpg.connect(**empty.connect_arguments(OWNER))
    try:
        names = [row["conname"] for row in await connection.fetch(CONSTRAINTS, tables)]
    finally:
        await connection.close()

    assert len(names) >= len(tables)
    for name in names:
        assert isinstance(refusals()[name].reason, Reason), name
        assert refusals()[name].message, name


def test_a_parameter_comes_from_no_row() -> None:
    """All that statements may be refused with is there before a row is read: limits, and names of types and fields."""
    found = refusals_of_mutations()

    assert len({each.reason for each in found}) > len(Reason) / 3
    for each in found:
        for name, value in each.params:
            # Several names stand behind one another; a phrase is of the code.
            assert isinstance(value, int | Phrase) or NAMES.issuperset(str(value).split(", ")), (each, name)


def test_a_refusal_is_whole() -> None:
    """Sentences end, every parameter is put in, and a path begins at the input."""
    for each in refusals_of_mutations():
        told = told_refusal(each)
        for words in (str(told["message"]), str(told["hint"])):
            assert words.endswith("."), each
            assert not list(named_in(words)), each
        assert each.path[0] == "input", each
        assert set(named_in(each.sentence, each.advice)) <= dict(each.params).keys()


def test_a_reason_is_no_hint() -> None:
    """What a screen branches on stands in `reason`; message and hint are words for a person."""
    assert list(reasons_as_words()) == []
    assert all(hint.endswith(".") and " " in hint for _, _, hint, _ in (each.value for each in NotThere))


def test_one_sentence_has_one_reason() -> None:
    """Who translates a sentence translates one thing: no two reasons say the same words."""
    said: dict[str, set[Reason]] = {}
    for each in refusals_of_mutations():
        said.setdefault(each.sentence, set()).add(each.reason)

    assert {sentence: reasons for sentence, reasons in said.items() if len(reasons) > 1} == {}


def test_parameters_are_put_in() -> None:
    """A type is written as a person writes it, and as the schema does where a machine reads it."""
    refusal = not_found("CommunityLink", "id")

    assert refusal.message == "There is no such community link."
    assert told_refusal(refusal)["params"] == {"type": "CommunityLink"}
    assert bad_input(Reason.TOO_LONG, "At most {limit}.", "Shorten it.", limit=500).message == "At most 500."
    assert conflict(Reason.KEY_USED, "See `viewer { may }`.", "No.").message == "See `viewer { may }`."


@pytest.mark.parametrize(
    ("sentence", "advice"), [("", "Do."), ("It is.", ""), ("At most {limit}.", "Do."), ("It is.", "At most {limit}.")]
)
def test_a_refusal_that_says_too_little_fails_where_it_stands(sentence: str, advice: str) -> None:
    """Without a sentence, a hint or a parameter that it names, a rule stops the import at its own line."""
    with pytest.raises(ValueError, match="TOO_LONG"):
        Refusal("CONFLICT", Reason.TOO_LONG, sentence, advice)


def test_a_constraint_without_a_sentence_fails_with_file_and_line() -> None:
    """Whoever declares a check of a table that callers write says what it refuses; else nothing starts."""
    (home,) = (each for each in all_entities() if each.names.type == "Home")
    table = table_of(home)
    check = next(each for each in table.constraints if each.name == "home_capacity_check")
    said = check.info.pop("refusal")
    try:
        with pytest.raises(ValueError, match=r"home\.py:\d+: Home\.rules: home_capacity_check has no sent"):
            dict(refusals_of(home, table))
    finally:
        refusing(check, said)
    complete_tables(all_entities())
