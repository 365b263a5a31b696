"""What a selected entity may say: each contradiction is refused at import, with the file and the line."""

from __future__ import annotations

from itertools import count
from typing import Any, ClassVar
from uuid import UUID

import pytest
from sqlalchemy import select

from countries.tenancy.caller import Tier
from graph.database.ddl import promise_of
from graph.declarations.base import Kind, Names, TenantEntity
from graph.declarations.days import Days, When
from graph.declarations.fields import link, personal, plain, sensitive
from graph.declarations.misdeclared import MisdeclaredError
from graph.declarations.model import EntityModel
from graph.declarations.nouns import NATIONAL, OFFICE, DerivedMutation
from graph.declarations.selected import RowsOfMany, SelectedEntity, SelectOf, the_row
from graph.declarations.selection import PartOf
from graph.declarations.selections import Together
from graph.entities import graph_model
from graph.entities.home_form import HomeForm
from graph.text import TextForm
from tests.access import SELECTED, read_access
from tests.selected.catalogue import BeginningKind, made_up_model

NUMBER = count()
KIND: dict[str, Any] = {"enumeration": BeginningKind, "primary_key": True}
OF_HOMES = {"programme_id": "programme_id", "day": "opened_on"}


def part(table: str = "home", name: str = "HOME", **columns: str) -> PartOf:
    """A part of a selection."""
    return PartOf(table, name, "A part.", columns or OF_HOMES)


def declared(**members: Any) -> EntityModel:  # noqa: ANN401 - whatever a class may hold
    """A selection of homes by their first day, with what a test says otherwise."""
    number = next(NUMBER)
    annotations: dict[str, Any] = {"programme_id": UUID, "kind": str, "day": object}
    body: dict[str, Any] = {
        "__tablename__": f"selected_{number}",
        "__module__": __name__,
        "__qualname__": f"Selected{number}",
        "__doc__": "Made up.",
        "names": Names(f"Selected{number}", f"selected{number}", f"selected{number}s"),
        "programme_column": "programme_id",
        "selection": RowsOfMany(lambda _: [part()], kind="kind"),
        "programme_id": link("programme", "Whose.", back=f"selected{number}s", back_doc="What."),
        "kind": plain(Kind.ENUMERATION, "What.", **KIND),
        "day": plain(Kind.DATE, "When.", day=Days(When.MADE), filters=True, orders=True),
        **members,
    }
    wanted = {name: type_ for name, type_ in annotations.items() if body.get(name) is not None}
    shown = dict.fromkeys(("names", "programme_column", "selection", "order", "readers", "mutations"), ClassVar)
    extra = {name: object for name in members if name not in {*wanted, *shown, "row"}}
    body = {name: value for name, value in body.items() if value is not None}
    body["__annotations__"] = {name: type_ for name, type_ in {**wanted, **extra, **shown}.items() if name in body}
    metaclass: Any = type(SelectedEntity)
    entity = metaclass(f"Selected{number}", (SelectedEntity,), body, table=True)
    return made_up_model(entity).selected[f"selected_{number}"]


def test_a_selection_without_contradiction_is_read() -> None:
    """Its readers are those of all that it reads, its members its own columns and links."""
    entity = declared(row=the_row("The row."))
    assert list(entity.members) == ["id", "country", "programme", "kind", "day", "row"]
    assert entity.key == ("country_code", "id", "kind")
    assert not entity.is_tenant
    assert entity.is_of_country
    assert {Tier.OFFICE, Tier.CASEWORKER, Tier.REGION, Tier.HEADQUARTERS} == entity.readers
    assert isinstance(entity.selection, Together)
    assert [each.table for each in entity.selection.parts] == ["home"]


def test_its_readers_may_be_fewer_than_might() -> None:
    """Who may read all of it need not: the declaration may leave some out, and adds nobody."""
    assert declared(readers=OFFICE).readers == OFFICE
    with pytest.raises(MisdeclaredError, match="auditor may not read"):
        declared(readers=NATIONAL | {Tier.AUDITOR})


def of_many(*parts: PartOf, kind: str = "kind", given: tuple[str, ...] = ()) -> RowsOfMany:
    """A selection of these parts."""
    return RowsOfMany(lambda _: list(parts), kind=kind, given=given)


STAYS = {"programme_id": "programme_id", "day": "ended_on"}
CASES: dict[str, tuple[dict[str, Any], str]] = {
    "a part of no table": ({"selection": of_many(part("house"))}, "there is no entity house"),
    "a part of a register": ({"selection": of_many(part("country"))}, "there is no entity country"),
    "a part of a ledger": ({"selection": of_many(part("change"))}, "there is no entity change"),
    "no part": ({"selection": of_many()}, "there is one at least"),
    "two parts of one name": ({"selection": of_many(part(), part())}, "a name of its own"),
    "a name that is no member": ({"selection": of_many(part(name="home"))}, "in capitals"),
    "a column that is not there": (
        {"selection": of_many(part(programme_id="programme_id", day="begun_on"))},
        "there is no column day, or no home.begun_on"),
    "a column of another kind": (
        {"selection": of_many(part(programme_id="programme_id", day="capacity"))}, "not of the kind of home.capacity"),
    "a key that is filled": ({"selection": of_many(part(**OF_HOMES, id="programme_id"))}, "id follows from the row"),
    "a column that nothing fills": ({"selection": of_many(part(programme_id="programme_id"))}, "day is never empty"),
    "a column that may be empty": (
        {"selection": of_many(part("placement", "STAY", **STAYS)),
         "day": sensitive(Kind.DATE, "When.", day=Days(When.MADE))},
        "say it is `given`"),
    "less of a person": (
        {"selection": of_many(part("child", "BORN", programme_id="programme_id", day="birth_date"), given=("day",))},
        "says less of a person than child.birth_date"),
    "an order without an index": (
        {"selection": of_many(part("sibling_bond", "BOND", **STAYS), given=("day",)),
         "day": personal(Kind.DATE, "When.", day=Days(When.MADE), orders=True)}, "sibling_bond.ended_on has no index"),
    "rows of programmes without one": ({"programme_column": None}, "its rows are of programmes"),
    "a programme that is not there": ({"programme_column": "team_id"}, "there is no column team_id"),
    "a kind that is not there": ({"selection": of_many(part(), kind="sort")}, "there is no column sort"),
    "a kind that is no key": ({"selection": of_many(part(), kind="day")}, "it tells parts apart"),
    "an order by nothing": ({"order": ("-when",)}, "there is no column when"),
    "a mutation": ({"mutations": (DerivedMutation("writeIt", "Writes.", creates=True),)}, "never written"),
    "a column that is written": (
        {"day": plain(Kind.DATE, "When.", day=Days(When.MADE), creates=OFFICE)}, "never written"),
    "a day that somebody gives": ({"day": plain(Kind.DATE, "When.", day=Days(When.FACT))}, "say day=MADE"),
    "a text in the key": ({"word": plain(Kind.TEXT, "A word.", primary_key=True)}, "its key is"),
    "a select of other columns": (
        {"selection": SelectOf(lambda frame: select(frame.rows("home", "id").c.id)), "kind": None},
        "the select's columns"),
    "an order by a name": (
        {"name": sensitive(Kind.TEXT, "A name.", orders=True, form=TextForm.NAME)}, "no key of a name"),
    "a row of what is worked out": (
        {"selection": SelectOf(lambda frame: select(frame.rows("home", "id").c.id)), "row": the_row("The row.")},
        "no row is worked out"),
}  # fmt: skip


@pytest.mark.parametrize("name", CASES)
def test_a_contradiction_stops_the_start(name: str) -> None:
    """Each is told in a sentence, at the class and the member that says it."""
    members, sentence = CASES[name]
    with pytest.raises(MisdeclaredError) as refused:
        declared(**members)
    assert sentence in str(refused.value)
    assert "Selected" in str(refused.value)


def homes_of(frame: Any, *columns: str) -> Any:  # noqa: ANN401 - SQLAlchemy's
    """A select that fits the declaration above, but for what it reads besides."""
    homes = frame.rows("home", "id", "programme_id", "opened_on", "form")
    for each in columns:
        frame.rows(*each.split("."))
    return select(
        homes.c.country_code,
        homes.c.id,
        homes.c.programme_id,
        homes.c.form.label("kind"),
        homes.c.opened_on.label("day"),
    )


@pytest.mark.parametrize(
    ("reads", "sentence"),
    [("house.id", "it reads house"), ("placement.colour", "it reads placement"), ("country.code", "it reads country")],
)
def test_a_select_reads_what_is_there(reads: str, sentence: str) -> None:
    """A table that is none of a country's rows, or a column that it has not, is refused before a statement is."""
    form = plain(Kind.ENUMERATION, "The form.", enumeration=HomeForm, primary_key=True)
    with pytest.raises(MisdeclaredError, match=sentence):
        declared(kind=form, selection=SelectOf(lambda frame: homes_of(frame, reads)))


def test_its_readers_are_those_of_all_that_a_select_reads() -> None:
    """Homes are read by the federation; whoever counts what stays in the country loses the readers above it."""
    form: dict[str, Any] = {"enumeration": HomeForm, "primary_key": True}
    wide = declared(kind=plain(Kind.ENUMERATION, "The form.", **form), selection=SelectOf(homes_of))
    assert Tier.REGION in wide.readers
    narrow = declared(
        kind=plain(Kind.ENUMERATION, "The form.", **form),
        selection=SelectOf(lambda frame: homes_of(frame, "placement.home_id")),
    )
    assert narrow.readers == NATIONAL


def test_no_table_is_made_of_what_is_selected() -> None:
    """Neither the catalogue of tables nor the model of those that are stored knows it."""
    model = graph_model()
    assert model.selected
    for name in model.selected:
        assert name not in TenantEntity.metadata.tables
        assert name not in model.by_table
        assert model.at(name).selection is not None


def test_whoever_reads_a_selection_is_written_down_by_hand() -> None:
    """The file that people wrote and the declarations agree; no login gives or changes anything of it."""
    file = read_access(SELECTED)
    declared_reads = {
        (name, column.name, tier.value)
        for name, entity in graph_model().selected.items()
        for column in entity.stored.values()
        for tier in column.readers
    }
    assert declared_reads == file.reads
    assert not file.creates | file.changes
    assert file.tables == list(graph_model().selected)


def test_row_security_binds_all_that_is_beneath() -> None:
    """Each tier that reads a selection has a policy of its own on every table that its statement reads."""
    model = graph_model()
    for entity in model.selected.values():
        for tier in entity.readers:
            selection = entity.selection
            tables = (
                {part.table for part in selection.read_by(tier)}
                if isinstance(selection, Together)
                else {*selection.tables}
                if selection is not None
                else set()
            )
            assert tables
            for table in tables:
                promise = promise_of(model.by_table[table])
                assert tier in promise.reads, (entity.table, table)
                assert promise.has_row_security or table == "policy", table
