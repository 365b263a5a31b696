"""What a declaration of a computed value or of an obligation cannot mean stops the start, with its file and line."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, ClassVar

import pytest
from sqlalchemy import func

from countries.packs.keys import AGE_OF_MAJORITY
from graph.declarations.base import Entity, Kind, Names, Owner, TenantEntity, implied, looked_up, ranged, worked_out
from graph.declarations.computed import Computed
from graph.declarations.days import Days, When
from graph.declarations.derive import complete_tables, read_graph
from graph.declarations.fields import PERIOD, Day, in_force, sensitive
from graph.declarations.misdeclared import MisdeclaredError
from graph.declarations.nouns import NATIONAL, DerivedMutation
from graph.declarations.obligations import Every, Obligation
from graph.entities import all_entities, graph_model
from graph.entities.child import Child
from graph.plan.sql.compiled import text_of
from graph.plan.sql.parameters import Parameters
from graph.plan.sql.predicates import Predicates
from graph.plan.sql.relation import table_source

if TYPE_CHECKING:
    from graph.declarations.frame import Frame, Rows, Sql

BOTH: dict[str, Any] = {"creates": NATIONAL, "changes": NATIONAL}
PLACED = {"placement": ("child_id", *PERIOD)}


def placed(frame: Frame, child: Rows) -> Sql:
    """How many placements are in force."""
    placements = frame.rows("placement", child_id=child.c.id)
    return frame.value(func.count(), placements, in_force(placements, frame.today))


def named(frame: Frame, child: Rows) -> Sql:
    """A name."""
    del frame
    return child.c.given_name


VALUES: dict[str, tuple[Any, str]] = {
    "a column of its own row": (
        worked_out(Kind.TEXT, "A name.", named),
        "it names child.given_name, and `uses` does not",
    ),
    "a column of other rows": (
        worked_out(Kind.INTEGER, "Placements.", placed, reads={"placement": ("child_id", "started_on")}),
        "it names placement.ended_on, and `reads` does not",
    ),
    "a table": (
        worked_out(Kind.INTEGER, "Placements.", placed),
        "it reads placement, and `reads` does not say so",
    ),
    "no such table": (
        worked_out(Kind.INTEGER, "Nothing.", lambda frame, row: frame.any(frame.rows("nothing", id=row.c.id))),
        "there is no table nothing",
    ),
    "no such column": (
        worked_out(Kind.TEXT, "Nothing.", lambda _, row: row.c.nothing, uses=("nothing",)),
        "there is no column child.nothing",
    ),
    "what it does not name": (
        worked_out(Kind.TEXT, "A name.", named, uses=("given_name", "birth_date")),
        "`uses` says birth_date, and it does not name that",
    ),
    "rows that it does not read": (
        worked_out(Kind.TEXT, "A name.", named, uses=("given_name",), reads=PLACED),
        "`reads` says placement, and it reads none of that",
    ),
    "rows that no index finds": (
        worked_out(
            Kind.INTEGER,
            "Placements.",
            lambda frame, row: frame.value(func.count(), frame.rows("placement", void_reason=row.c.interests)),
            uses=("interests",),
            reads={"placement": ("void_reason",)},
        ),
        "no index finds rows of placement by void_reason",
    ),
    "a filter without an index": (
        worked_out(Kind.INTEGER, "Placements.", placed, reads=PLACED, filters=True),
        "no index is named that serves it",
    ),
    "an order without an index": (
        worked_out(Kind.INTEGER, "Placements.", placed, reads=PLACED, orders=True),
        "no index is named that serves it",
    ),
    "an index that serves nothing": (
        worked_out(Kind.INTEGER, "Placements.", placed, reads=PLACED, served=looked_up("placement_child_id_idx")),
        "it neither filters nor orders",
    ),
    "no such index": (
        worked_out(Kind.INTEGER, "P.", placed, reads=PLACED, filters=True, served=looked_up("placement_by_magic")),
        "placement_by_magic is no index by which its rows are found",
    ),
    "an index of other columns": (
        worked_out(Kind.INTEGER, "P.", placed, reads=PLACED, filters=True, served=looked_up("placement_home_id_idx")),
        "placement_home_id_idx is no index by which its rows are found",
    ),
    "a range of another index": (
        worked_out(
            Kind.TEXT, "A name.", named, uses=("given_name",), filters=True,
            served=ranged("child_birth_date_idx", "given_name", lambda _, value: (value, value)),
        ),
        "child_birth_date_idx is no index of child by given_name",
    ),
    "an order by a range": (
        worked_out(
            Kind.TEXT, "A name.", named, uses=("given_name",), orders=True,
            served=ranged("child_given_name_idx", "given_name", lambda _, value: (value, value)),
        ),
        "order by given_name, which goes with it",
    ),
    "a partial index that holds all": (
        worked_out(
            Kind.BOOLEAN, "Whether.", lambda _, row: row.c.given_name.is_(None), uses=("given_name",), filters=True,
            served=implied("child_given_name_idx"),
        ),
        "child_given_name_idx holds all rows",
    ),
    "what cannot be ordered": (
        worked_out(
            Kind.BOOLEAN, "Whether.", lambda _, row: row.c.given_name.is_(None), uses=("given_name",), orders=True,
            served=looked_up("child_given_name_idx"),
        ),
        "has no order",
    ),
    "a day that it does not ask for": (
        worked_out(Kind.TEXT, "A name.", named, uses=("given_name",), asks="The day."),
        "are not the same",
    ),
    "a day that it asks for in silence": (
        worked_out(Kind.DATE, "The day.", lambda frame, _: frame.on),
        "are not the same",
    ),
}  # fmt: skip


@pytest.mark.parametrize("case", VALUES)
def test_a_value_that_cannot_be_meant_stops_the_start(case: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """It names the member, and says what is wrong."""
    value, message = VALUES[case]
    monkeypatch.setattr(Child, "made_up", value, raising=False)
    with pytest.raises(MisdeclaredError, match=re.escape(message)) as raised:
        read_graph(all_entities())
    assert re.match(r".*graph/entities/child\.py:\d+: Child\.made_up: ", str(raised.value))


def test_readers_are_those_of_all_that_it_reads(monkeypatch: pytest.MonkeyPatch) -> None:
    """A policy is everybody's, a name the country's; together they are the country's."""
    laid_down = worked_out(Kind.INTEGER, "Years.", lambda frame, _: frame.policy(AGE_OF_MAJORITY, frame.today))
    monkeypatch.setattr(Child, "majority", laid_down, raising=False)
    monkeypatch.setattr(Child, "placed", worked_out(Kind.INTEGER, "P.", placed, reads=PLACED), raising=False)
    model = read_graph(all_entities())
    assert model.by_type["Child"].members["majority"].readers == NATIONAL
    assert model.by_type["Child"].members["placed"].readers == NATIONAL
    member = model.by_type["Child"].members["majority"]
    assert isinstance(member, Computed)
    assert member.policies == ("age_of_majority",)


def test_statements_read_what_is_declared_and_no_more() -> None:
    """Over all entities and tiers: each column in a value's SQL is of the row, declared, or one that levels add."""
    model = graph_model()
    added = {"country_code", "id", "programme_id", "voided_at", "code", "key", "jurisdiction"}
    # The last is what continuity adds up itself, by whoever was the key carer.
    added |= {"from_day", "until_day", "whole", "days"}
    for entity in model.by_table.values():
        for member in entity.members.values():
            if isinstance(member, Computed):
                # A link to a record that leads on is read as the record in whose file the row stands.
                read = (*((entity.table, name) for name in member.uses), *member.reads)
                declared = {model.at(table).led_on.get(name, name) for table, name in read} | added
                for tier in member.readers:
                    row = table_source(entity.table, "this")
                    predicates = Predicates(model, Parameters(tier))
                    text = text_of(predicates.worked_out(member, row, ()))
                    assert set(re.findall(r"\b\w+\.(\w+)\b", text)) <= declared, (entity.table, member.api)


def made(name: str, obligation: Obligation, **columns: Any) -> type[Entity]:  # noqa: ANN401 - columns of any type
    """An entity with an obligation."""
    named_columns = {each: value for each, (_, value) in columns.items()}
    body: dict[str, Any] = {
        "__module__": __name__,
        "__qualname__": name,
        "__doc__": "Something owed.",
        "__tablename__": name.lower(),
        "names": Names(name, name.lower(), f"{name.lower()}s"),
        "owner": Owner("child"),
        "obligation": obligation,
        "mutations": (DerivedMutation(f"record{name}", "Records one.", creates=True),),
        "__annotations__": {
            **dict.fromkeys(("names", "owner", "obligation", "mutations"), ClassVar),
            **{each: kind for each, (kind, _) in columns.items()},
        },
        **named_columns,
    }
    metaclass: Any = type(TenantEntity)
    entity: type[Entity] = metaclass(name, (TenantEntity,), body, table=True)
    return entity


DUE = (Day, sensitive(Kind.DATE, "Due.", day=Days(When.PLAN), filters=True, orders=True, **BOTH))
DONE = (Day | None, sensitive(Kind.DATE, "Done.", day=Days(When.FACT), filters=True, orders=True, default=None, **BOTH))
TEXT = (str, sensitive(Kind.TEXT, "What.", **BOTH))
OFFICES = (str, sensitive(Kind.TEXT, "What.", creates=frozenset({*NATIONAL} - {next(iter(NATIONAL))})))
OBLIGATIONS: dict[str, tuple[Obligation, dict[str, Any], str]] = {
    "OwedA": (Obligation("due_on", "due_on"), {"due_on": DUE}, "due_on is empty until it was done"),
    "OwedB": (Obligation("due_on", "what"), {"due_on": DUE, "what": TEXT}, "what is no column that is a day"),
    "OwedC": (
        Obligation("due_on", "held_on", Every(AGE_OF_MAJORITY)),
        {"due_on": DUE, "held_on": DONE, "what": TEXT},
        "the next row lacks what",
    ),
    "OwedD": (
        Obligation("due_on", "held_on", Every(AGE_OF_MAJORITY, ("nothing",))),
        {"due_on": DUE, "held_on": DONE},
        "the next row keeps nothing",
    ),
    "OwedE": (
        Obligation("due_on", "held_on", Every(AGE_OF_MAJORITY, ("what",))),
        {"due_on": DUE, "held_on": DONE, "what": OFFICES},
        "may not give its what",
    ),
}


def start(entity: type[Entity]) -> None:
    """Read all entities, with one more."""
    complete_tables([entity])
    read_graph([*all_entities(), entity])


@pytest.mark.parametrize("name", OBLIGATIONS)
def test_an_obligation_that_cannot_be_meant_stops_the_start(name: str) -> None:
    """It names the entity, and says what is wrong."""
    obligation, columns, message = OBLIGATIONS[name]
    entity = made(name, obligation, **columns)
    try:
        with pytest.raises(MisdeclaredError, match=re.escape(message)):
            start(entity)
    finally:
        Entity.metadata.remove(vars(entity)["__table__"])
