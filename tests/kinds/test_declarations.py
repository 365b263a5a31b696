"""A declaration that its kind cannot mean fails where it stands; and every kind is one row, whole."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar
from uuid import UUID

import pytest

from graph.declarations.base import COUNTRY, Entity, Kind, Names, Owner, TenantEntity, computed
from graph.declarations.columns import answered, day_about, listed
from graph.declarations.days import Days, When
from graph.declarations.derive import complete_tables, read_graph
from graph.declarations.fields import link, plain, sensitive
from graph.declarations.nouns import NATIONAL, DerivedMutation, PartsOf
from graph.entities import all_entities, graph_model
from graph.entities.child import Sex
from graph.kinds.table import KINDS
from graph.schema.fields import OPERATOR_DOCS
from graph.schema.scalars import TYPE_OF_KIND
from tests.kinds.catalogue import made_up_model

if TYPE_CHECKING:
    from collections.abc import Callable


FACT = Days(When.FACT)


@pytest.mark.parametrize(
    ("declares", "sentence"),
    [
        (lambda: plain(Kind.BOOLEAN, "Yes?"), r"say answered\(…\): Yes\?"),
        (lambda: plain(Kind.DATE, "A day."), "says what its day may be"),
        (lambda: plain(Kind.TEXT, "A text.", day=FACT), "no other says it: A text."),
        (lambda: plain(Kind.ENUMERATION, "One."), "says which members it may hold"),
        (lambda: plain(Kind.ENUMERATION_LIST, "Some."), "says which members it may hold"),
        (lambda: plain(Kind.TEXT, "A text.", enumeration=Sex), "says which members it may hold"),
        (lambda: listed(Sex, "Some.", filters=True), "cannot be filtered by: Some."),
        (lambda: listed(Sex, "Some.", orders=True), "cannot be ordered by: Some."),
        (lambda: plain(Kind.UUID, "An event.", orders=True), "cannot be ordered by"),
        (lambda: plain(Kind.JSON, "Things.", filters=True), "cannot be filtered by"),
        (lambda: plain(Kind.UUID, "An event.", longest=5), "how long it may be"),
        (lambda: plain(Kind.TEXT, "A text.", longest=0), "1 to 30000 characters"),
        (lambda: plain(Kind.TEXT, "A text.", longest=30_001), "1 to 30000 characters"),
        (lambda: plain(Kind.TEXT, "A text.", longest=501, filters=True), "500 where it filters or orders"),
        (lambda: plain(Kind.TEXT, "A text.", longest=501, orders=True), "500 where it filters or orders"),
        (lambda: day_about("A day.", day=None, known="How much."), "says what its day may be"),  # type: ignore[arg-type]  # that is the fault
        (lambda: computed(Kind.ENUMERATION, "One.", lambda row, _: row.c.id, uses=("id",)), "it is stored: One."),
        (lambda: computed(Kind.ENUMERATION_LIST, "Some.", lambda row, _: row.c.id, uses=("id",)), "it is stored"),
    ],
)
def test_what_a_kind_cannot_mean_is_refused_where_it_stands(declares: Callable[[], Any], sentence: str) -> None:
    """The column's own line raises it, with its sentence."""
    with pytest.raises(ValueError, match=sentence) as found:
        declares()
    assert str(found.traceback[1].path) == __file__


def test_columns_of_a_sort_take_what_other_columns_take() -> None:
    """An answer may filter and order; a list may be nobody's to write; a day that is asked for is not optional."""
    assert answered("Whether.", filters=True, orders=True) is not None
    assert listed(Sex, "Some.") is not None
    assert day_about("A day.", day=FACT, known="How much.").optional is False


@pytest.mark.parametrize("kind", list(Kind))
def test_every_kind_is_one_whole_row(kind: Kind) -> None:
    """It has a scalar or members, a name for its filter where it filters, and one way in for clients and files."""
    row = KINDS[kind]
    assert (kind in TYPE_OF_KIND) == (row.scalar is not None)
    assert set(row.operators) <= OPERATOR_DOCS.keys()
    assert bool(row.condition) == bool(row.operators and row.scalar)
    if row.operators and kind not in (Kind.ID, Kind.BOOLEAN):
        assert row.compared is not None
    # What a client may give of a row, a file may bring, and the other way round; a yes or no is no column's.
    assert row.stored is None or (row.written is None) == (row.from_cell is None)
    assert not (row.orders and not row.operators)


@pytest.mark.parametrize("entity", [each.table for each in graph_model().by_type.values()])
def test_whatever_is_written_has_a_way_in(entity: str) -> None:
    """A column that a derived mutation may take is of a kind that inputs and files read."""
    for stored in graph_model().at(entity).stored.values():
        if (stored.written.creates or stored.written.changes) and stored.target is None and stored.api:
            assert KINDS[stored.kind].written is not None or stored.kind is Kind.ID, stored.name


def test_a_day_and_its_precision_stand_together() -> None:
    """One declaration makes two columns, the second right behind the first, with a check between them."""
    with made_up_model() as model:
        review = model.by_table["review"]
        names = list(review.stored)
        assert names[names.index("held_on") + 1] == "held_on_precision"
        assert review.stored["held_on_precision"].about is not None
        assert (review.stored["held_on"].nullable, review.stored["held_on_precision"].nullable) == (True, True)
        assert (review.stored["begun_on"].nullable, review.stored["begun_on_precision"].nullable) == (False, False)
        assert review.stored["held_on_precision"].filters is False
        checks = {str(each.name) for each in Entity.metadata.tables["review"].constraints}
        assert {"review_held_on_precision_known", "review_topics_check", "review_motto_longest"} <= checks


def _declare(number: int, *, parts: tuple[PartsOf, ...], creates: bool = True) -> type[Entity]:
    class Whole(TenantEntity, table=True):
        """A whole."""

        __tablename__ = f"whole_{number}"
        names: ClassVar[Names] = Names(f"Whole{number}", f"whole{number}", f"wholes{number}")
        owner: ClassVar = COUNTRY
        mutations: ClassVar = (DerivedMutation(f"make{number}", "Makes one.", creates=creates, parts=parts),)

        note: str = sensitive(Kind.TEXT, "A note.", creates=NATIONAL, changes=NATIONAL)

    return Whole


def _part(number: int, *, links: int = 1, given: bool = True) -> type[Entity]:
    target = f"whole_{number}"
    said: dict[str, Any] = {
        "__module__": __name__,
        "__doc__": "A part.",
        "__tablename__": f"part_{number}",
        "__annotations__": {"names": ClassVar[Names], "owner": ClassVar[Owner], "note": str}
        | {f"of_{place}_id": UUID for place in range(links)},
        "names": Names(f"Part{number}", f"part{number}", f"parts{number}"),
        "owner": COUNTRY,
        "note": sensitive(Kind.TEXT, "A note.", creates=NATIONAL if given else frozenset()),
    }  # fmt: skip
    for place in range(links):
        said[f"of_{place}_id"] = link(target, "Its whole.", back=f"parts{place}", back_doc="Parts.", creates=NATIONAL)
    kind: Any = type(TenantEntity)
    made: type[Entity] = kind(f"Part{number}", (TenantEntity,), said, table=True)
    return made


@pytest.mark.filterwarnings("ignore:This declarative base already contains a class")
@pytest.mark.parametrize(
    ("number", "links", "given", "creates", "parts", "sentence"),
    [
        (1, 1, True, True, ("part_9999",), "exactly one link of part_9999 has to lead here"),
        (2, 2, True, True, ("part_2",), "exactly one link of part_2 has to lead here"),
        (3, 1, True, True, ("child",), "exactly one link of child has to lead here"),
        (4, 1, False, True, ("part_4",), "nobody gives part_4.note"),
        (5, 1, True, False, ("part_5",), "parts come with a new row alone"),
    ],
)
def test_parts_that_cannot_be_meant_are_refused(
    number: int, links: int, parts: tuple[str, ...], sentence: str, *, given: bool, creates: bool
) -> None:
    """With the file and the line of the entity that says so."""
    entities = [
        _declare(number, parts=tuple(PartsOf(each) for each in parts), creates=creates),
        _part(number, links=links, given=given),
    ]
    try:
        complete_tables(entities)
        with pytest.raises(ValueError, match=sentence) as found:
            read_graph([*all_entities(), *entities])
        assert str(found.value).startswith(f"{__file__}:")
    finally:
        for entity in entities:
            Entity.metadata.remove(vars(entity)["__table__"])


def test_the_made_up_tables_are_gone_where_they_are_not_asked_for() -> None:
    """No other test finds them."""
    assert not {"review", "finding"} & {*graph_model().by_table}
