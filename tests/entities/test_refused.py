"""Declarations that cannot be meant are refused before anything starts, by name and with what to do instead."""

from __future__ import annotations

import re
import subprocess
import sys
from contextlib import contextmanager
from itertools import count
from typing import TYPE_CHECKING, Any, ClassVar
from uuid import UUID

import pytest

import graph.database.ddl
from countries.tenancy.caller import Tier, TierWithoutRule
from graph.database.ddl import statements_for
from graph.declarations.base import COUNTRY, Entity, Kind, Names, Owner, TableKind, TenantEntity, computed, counted
from graph.declarations.derive import complete_tables, read_graph
from graph.declarations.fields import link, plain, sensitive
from graph.declarations.ledger import Ledger, entry
from graph.declarations.nouns import FEDERATION, NATIONAL, OFFICE
from graph.entities import all_entities
from graph.plan.sql.parameters import Parameters
from graph.plan.sql.relation import table_source

if TYPE_CHECKING:
    from collections.abc import Iterator

    from graph.declarations.model import GraphModel

NUMBERS = count(1)


@contextmanager
def declared(base: type[Entity] = TenantEntity, **members: Any) -> Iterator[type[Entity]]:  # noqa: ANN401 - what a class body holds
    """An entity with a member more, as long as the block lasts."""
    number = next(NUMBERS)
    annotations = members.pop("__annotations__", {})
    body = {
        "__tablename__": f"made_up_{number}",
        "__module__": __name__,
        "__qualname__": f"MadeUp{number}",
        "__doc__": "Made up.",
        "__annotations__": {"names": ClassVar[Names], "owner": ClassVar, **annotations},
        "names": Names(f"MadeUp{number}", f"madeUp{number}", f"madeUps{number}"),
        "owner": COUNTRY,
        **members,
    }
    metaclass: Any = type(base)
    entity: type[Entity] = metaclass(f"MadeUp{number}", (base,), body, table=True)
    try:
        complete_tables([entity])
        yield entity
    finally:
        Entity.metadata.remove(Entity.metadata.tables[f"made_up_{number}"])


def read(entity: type[Entity]) -> GraphModel:
    """The model of all entities and this one, as every start reads it."""
    return read_graph([*all_entities(), entity])


def why(entity: type[Entity]) -> str:
    """Why a model with this entity is refused."""
    with pytest.raises((TierWithoutRule, ValueError)) as refused:
        read(entity)
    return str(refused.value)


@pytest.mark.parametrize("tier", [Tier.AUDITOR])
def test_a_table_whose_reader_has_no_rule_stops_the_start(tier: Tier) -> None:
    """Nothing falls back to all rows: neither model, nor migration, nor predicate; table and tier are named."""
    with declared(readers=NATIONAL | {tier}, __annotations__={"readers": ClassVar}) as entity:
        sentence = why(entity)
    assert f"{entity.__tablename__} names {tier.value} as a reader" in sentence
    assert "countries/tenancy/rows.py" in sentence


def test_published_figures_are_for_nobody_within_a_country() -> None:
    """A table of figures that names an office has no rule for it, and there is none to fall back to."""
    with declared(
        Entity,
        readers=FEDERATION,
        table_kind=TableKind.FEDERATION,
        in_graph=False,
        code=plain(Kind.TEXT, "A code.", primary_key=True),
        __annotations__={"readers": ClassVar, "table_kind": ClassVar, "in_graph": ClassVar, "code": str},
    ) as entity:
        assert re.search("names (caseworker|office)", why(entity))


def test_neither_migration_nor_predicate_is_written_without_a_rule(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever comes past the model finds both doors closed as well."""
    with declared(readers=NATIONAL, __annotations__={"readers": ClassVar}) as entity:
        model = read(entity)
        table = str(entity.__tablename__)
        promise = graph.database.ddl.promise_of(model.by_table[table])
        monkeypatch.setattr(
            graph.database.ddl,
            "promise_of",
            lambda _: type(promise)(table, promise.owner, None, {Tier.AUDITOR: ("id",)}),
        )
        monkeypatch.setattr(graph.database.ddl, "graph_model", lambda: model)
        with pytest.raises(TierWithoutRule):
            list(statements_for([table]))
        with pytest.raises(TierWithoutRule):
            Parameters(Tier.AUDITOR).tenancy(model.by_table[table], table_source(table, "t"))


MEMBER = ('    AUDITOR = "auditor"\n', '    AUDITOR = "auditor"\n    DONOR = "donor"\n')
REACH = ("    Tier.AUDITOR: Reach", "    Tier.DONOR: Reach.FEDERATION,\n    Tier.AUDITOR: Reach")


@pytest.mark.parametrize(
    ("module", "also", "missing"),
    [
        ("countries.tenancy.caller", (), "the reach"),
        ("countries.connections.database", (), "the reach"),
        ("graph.serving.server", (), "the reach"),
        ("countries.connections.database", (REACH,), "how many connections a process opens as the login"),
        ("graph.serving.server", (REACH,), "what it may do, in a sentence,"),
    ],
)
def test_a_tier_that_somebody_adds_stops_the_start(
    module: str, also: tuple[tuple[str, str], ...], missing: str
) -> None:
    """A further member of the enumeration and half of what goes with it: every process ends with its name."""
    code = f"""
import importlib.util, pathlib, sys
spec = importlib.util.find_spec("countries.tenancy.caller")
text = pathlib.Path(spec.origin).read_text()
for old, new in ({MEMBER!r}, *{also!r}):
    assert old in text
    text = text.replace(old, new, 1)
made = importlib.util.module_from_spec(spec)
sys.modules["countries.tenancy.caller"] = made
exec(compile(text, spec.origin, "exec"), made.__dict__)
import {module}
"""
    ended = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)  # noqa: S603 - our own text
    assert ended.returncode != 0
    assert f"TierWithoutRule: Nothing says {missing} of donor." in ended.stderr


@pytest.mark.parametrize("base", [TenantEntity])
@pytest.mark.parametrize(
    ("name", "member", "type_"),
    [
        ("person_id", plain(Kind.ID, "A person.", default=None), UUID | None),
        ("event_id", sensitive(Kind.ID, "An event.", filters=True, default=None), UUID | None),
        ("transfer", sensitive(Kind.ID, "A transfer.", api="transferId", default=None), UUID | None),
        ("same", computed(Kind.ID, "Itself.", lambda row, _: row.c.id, uses=("id",)), None),
    ],
)
def test_an_identity_that_is_no_key_is_refused(base: type[Entity], name: str, member: object, type_: object) -> None:
    """It would answer the row's own id, and compare that one: the declaration is refused by type and column."""
    annotations = {} if type_ is None else {name: type_}
    with declared(base, **{name: member}, __annotations__=annotations) as entity:
        sentence = why(entity)
    assert f"{entity.__name__}.{name}: it cannot be Kind.ID" in sentence
    assert "link(…)" in sentence


def test_a_register_has_no_identity() -> None:
    """An id says its country: what belongs to none has a code."""
    with declared(
        Entity,
        readers=FEDERATION,
        table_kind=TableKind.REGISTER,
        id=plain(Kind.ID, "Itself.", primary_key=True),
        __annotations__={"readers": ClassVar, "table_kind": ClassVar, "id": UUID},
    ) as entity:
        assert f"{entity.__name__}.id: it cannot be Kind.ID" in why(entity)


def test_identities_that_can_be_meant_are_taken() -> None:
    """The row's own, a link's column, and what a ledger keeps, which the graph does not show."""
    there = link("home", "A home.", back="madeUps", back_doc="What was made up.")
    with declared(home_id=there, owner=Owner("home"), __annotations__={"home_id": UUID}) as entity:
        model = read(entity).by_table[str(entity.__tablename__)]
        assert {"id", "home"} <= set(model.members)
        assert "homeId" not in model.members
    with declared(
        Ledger, id=entry(Kind.ID, "Itself.", primary_key=True), of=entry(Kind.ID, "A row."),
        __annotations__={"id": UUID, "of": UUID},
    ) as entity:  # fmt: skip
        assert not read(entity).by_table[str(entity.__tablename__)].members


def test_a_count_is_read_by_those_who_read_what_it_counts_by() -> None:
    """A count whose condition or link looks at a narrower column would tell what is in it."""
    narrow = sensitive(Kind.INTEGER, "How bad.", readers=OFFICE, default=None, nullable=True)
    there = link("home", "A home.", back="madeUps", back_doc="What was made up.")
    annotations = {"home_id": UUID, "grade": int | None}
    with declared(home_id=there, grade=narrow, owner=Owner("home"), __annotations__=annotations) as entity:
        table = str(entity.__tablename__)

        def bad(row: Any, _today: object) -> Any:  # noqa: ANN401 - a table and a condition
            return row.c.grade > 3

        number = counted(table, "home_id", "How many are bad.", condition=bad, uses=("grade",))
        with declared(bad=number) as counting:
            model = read_graph([*all_entities(), entity, counting])
            assert model.by_table[str(counting.__tablename__)].members["bad"].readers == OFFICE
