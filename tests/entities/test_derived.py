"""What derives from the entities' declarations: closed by default, and the same promise in every table."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from sqlalchemy import ForeignKeyConstraint, UniqueConstraint

from countries.tenancy.caller import Tier
from graph.declarations.base import Entity
from graph.declarations.computed import Computed
from graph.declarations.day_bounds import span_of
from graph.declarations.declared import Stored, camel
from graph.declarations.fields import personal, plain, sensitive
from graph.declarations.ledger import entry
from graph.declarations.members import Column, Through, ToMany, ToOne
from graph.declarations.nouns import NATIONAL, NOBODY, OFFICE, Privacy, WrittenBy
from graph.declarations.verbs import REASONED, Verb
from graph.entities import all_entities, graph_model
from graph.kinds.kind import Kind
from graph.writes.actions import all_actions
from graph.writes.mutation import Given, Group, Linked, Parts
from graph.writes.rules import RULES

if TYPE_CHECKING:
    from graph.declarations.model import EntityModel

KEPT = ("country_code", "id", "version", "created_at", "updated_at")
ENTITIES = list(graph_model().by_type.values())
TENANTS = [entity for entity in ENTITIES if entity.is_tenant]
LEDGERS = [entity for entity in graph_model().by_table.values() if entity.is_tenant and not entity.in_graph]


def stored(field: object) -> Stored:
    """What a column function noted."""
    options: dict[str, dict[str, Stored]] = vars(field)["sa_column_kwargs"]
    return options["info"]["hearth"]


@pytest.mark.parametrize("declare", [sensitive, personal])
def test_a_column_is_closed_by_default(declare: object) -> None:
    """Without a word more a column stays in its country and can be neither filtered nor ordered by."""
    assert callable(declare)
    found = stored(declare(Kind.TEXT, "A text."))
    assert (found.readers, found.filters, found.orders) == (NATIONAL, False, False)


@pytest.mark.parametrize("declare", [plain, sensitive, personal])
def test_a_column_is_written_by_nobody_by_default(declare: object) -> None:
    """Without a word more nobody gives it with a new row, and nobody changes it."""
    assert callable(declare)
    assert stored(declare(Kind.TEXT, "A text.")).written == WrittenBy()
    given = stored(declare(Kind.TEXT, "A text.", creates=NATIONAL, changes=OFFICE, owned=True)).written
    assert given == WrittenBy(NATIONAL, OFFICE, owned=True)


def test_a_ledgers_column_is_given_and_never_changed_by_default() -> None:
    """What a write leaves behind comes with a new row; what the database fills by itself, nobody gives."""
    assert stored(entry(Kind.TEXT, "A text.")).written == WrittenBy(NATIONAL)
    assert stored(entry(Kind.INSTANT, "When.", creates=NOBODY)).written == WrittenBy()


@pytest.mark.parametrize("entity", TENANTS, ids=lambda entity: entity.table)
def test_a_rows_key_comes_with_it_and_its_version_with_every_change(entity: EntityModel) -> None:
    """Whoever gives any column of a new row gives its key; whoever changes any counts the change; nobody backdates."""
    others = [column.written for name, column in entity.stored.items() if name not in KEPT]
    creates = frozenset[Tier]().union(*(written.creates for written in others))
    changes = frozenset[Tier]().union(*(written.changes for written in others))
    assert {name: entity.stored[name].written for name in KEPT} == {
        "country_code": WrittenBy(creates),
        "id": WrittenBy(creates),
        "version": WrittenBy(changes=changes),
        "created_at": WrittenBy(),
        "updated_at": WrittenBy(changes=changes),
    }


@pytest.mark.parametrize("table", list(graph_model().by_table))
def test_whoever_writes_a_column_reads_it(table: str) -> None:
    """Nobody writes blindly, and nobody outside a country writes at all."""
    for column in graph_model().by_table[table].stored.values():
        assert column.written.creates | column.written.changes <= column.readers & NATIONAL, column.name


@pytest.mark.parametrize("entity", LEDGERS, ids=lambda entity: entity.table)
def test_a_ledger_is_no_part_of_the_graph(entity: EntityModel) -> None:
    """It has a table and a model, a key that begins with the country, and nothing that a client could name."""
    assert entity.is_tenant
    assert entity.key[0] == "country_code"
    assert entity.members == {}
    assert entity.type_name not in graph_model().by_type
    assert not any(column.api or column.filters or column.orders for column in entity.stored.values())
    # An import is the office's; keys are read by whoever reads the names.
    assert entity.readers == (NATIONAL if entity.keys_of else entity.emptied_by or NATIONAL)


@pytest.mark.parametrize("entity", ENTITIES, ids=lambda entity: entity.table)
def test_a_plain_mutation_takes_what_its_senders_may_write(entity: EntityModel) -> None:
    """A column that an action owns is in none of them, nor one that nobody may write."""
    for mutation in entity.mutations:
        action = all_actions()[mutation.name]
        taken: dict[str, frozenset[Tier]] = {}
        besides = RULES[mutation.name].takes if mutation.name in RULES else ()
        for each in action.takes:
            if each in besides:
                continue
            assert not isinstance(each, Group)
            if isinstance(each, Parts):
                assert each.table in {part.table for part in mutation.parts}
                continue
            tiers = each.tiers if isinstance(each, Given) and each.tiers is not None else action.tiers
            taken[each.name.removesuffix("Id") if isinstance(each, Linked) else each.name] = tiers
        if mutation.does in REASONED:
            assert taken.pop("reason") == action.tiers
        for column in entity.stored.values():
            allowed = column.written.creates if mutation.creates else column.written.changes
            mine = is_verbs_own(entity, mutation.does, column)
            expected = allowed if mine and column.name not in KEPT else frozenset[Tier]()
            assert taken.pop(column.label, frozenset()) <= expected, column.name
        assert taken == {}


def is_verbs_own(entity: EntityModel, verb: Verb, column: Column) -> bool:
    """Whether a verb writes a column: an end the end and what is said with it, a change none that wants a reason."""
    match verb:
        case Verb.END:
            return column.name in (span_of(entity)[1], *entity.at_end)
        case Verb.VOID:
            return False
        case Verb.CHANGE:
            return not (column.written.owned or column.written.reasoned)
        case _:
            return not column.written.owned


def test_a_plain_column_is_read_by_the_federation() -> None:
    """What says nothing of a person is read wherever its row is, and still not filtered by."""
    found = stored(plain(Kind.TEXT, "A text."))
    assert Tier.HEADQUARTERS in found.readers
    assert Tier.AUDITOR not in found.readers
    assert (found.filters, found.orders) == (False, False)


@pytest.mark.parametrize("table", [entity.table for entity in ENTITIES])
def test_nothing_personal_leaves_its_country(table: str) -> None:
    """No personal column is read beyond caseworkers and offices, whatever its entity says."""
    for column in graph_model().at(table).stored.values():
        if column.privacy is not Privacy.PLAIN and column.api:
            assert column.readers <= NATIONAL, column.api


@pytest.mark.parametrize("table", [entity.table for entity in TENANTS])
def test_every_key_carries_the_country(table: str) -> None:
    """Primary, foreign and unique keys begin with the country, so that no row can point into another one."""
    all_entities()
    found = Entity.metadata.tables[table]
    assert [column.name for column in found.primary_key] == ["country_code", "id"]
    for constraint in found.constraints:
        if isinstance(constraint, ForeignKeyConstraint | UniqueConstraint):
            assert next(iter(constraint.columns)).name == "country_code", constraint.name


@pytest.mark.parametrize("table", [entity.table for entity in ENTITIES if entity.selection is None])
def test_what_filters_and_orders_has_an_index(table: str) -> None:
    """No filter and no ordering is offered without an index that begins with the country."""
    entity = graph_model().by_table[table]
    indexed = {tuple(column.name for column in index.columns) for index in Entity.metadata.tables[table].indexes}
    for column in entity.stored.values():
        if (column.filters or column.orders) and column.name not in entity.key:
            wanted = ("country_code", column.name) if entity.is_tenant else (column.name,)
            found = [names for names in indexed if names[: len(wanted)] == wanted]
            assert [names for names in found if names[-1] == ("id" if entity.is_tenant else column.name)], column.name


@pytest.mark.parametrize("table", [entity.table for entity in ENTITIES])
def test_a_link_is_read_by_those_who_read_both_ends(table: str) -> None:
    """Nobody reads, counts or filters by a link to rows that they may not read."""
    model = graph_model()
    entity = model.at(table)
    for member in entity.members.values():
        match member:
            case ToOne() | ToMany():
                assert member.readers <= entity.readers & model.at(member.target).readers, member.api
            case Through():
                ends = model.at(member.target).readers & model.by_table[member.via].readers
                assert member.readers <= entity.readers & ends, member.api
            case Computed():
                for read, column in (*((table, name) for name in member.uses), *member.reads):
                    assert member.readers <= model.at(read).stored[column].readers, (member.api, read, column)
            case Column():
                assert member.readers <= entity.readers, member.api
            case _:
                pass


def test_every_link_has_its_way_back() -> None:
    """Where a row points to another, the other shows the rows that point to it, unless the link says that none does."""
    model = graph_model()
    for entity in TENANTS:
        for link in entity.members.values():
            if isinstance(link, ToOne) and link.target != "country":
                back = [
                    member
                    for member in model.by_table[link.target].members.values()
                    if isinstance(member, ToMany) and (member.target, member.far) == (entity.table, link.near)
                ]
                said = Entity.metadata.tables[entity.table].columns[link.near].info["hearth"].link.back
                assert [each.api for each in back] == [said] * (said is not None), f"{entity.type_name}.{link.api}"


@pytest.mark.parametrize(
    ("column", "field"), [("id", "id"), ("started_on", "startedOn"), ("birth_date_precision", "birthDatePrecision")]
)
def test_names_of_fields(column: str, field: str) -> None:
    """A field is called as its column, in GraphQL's way of writing."""
    assert camel(column) == field
