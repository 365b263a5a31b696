"""Which rows about persons an answer can show: listed by each plan, and told row by row where somebody asks.

The list is of what was selected, also where a request then finds no row. A count or a figure shows no row. A filter or
an order shows none either: what it lets through is listed where it is selected.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, TypeVar

from graph.declarations.model import EntityModel
from graph.declarations.nouns import Privacy
from graph.declarations.privacy import CLOSER, privacy_of
from graph.plan.planner.past import told_classes
from graph.plan.tree.codes import CodeOf
from graph.plan.tree.feed import FeedEntry
from graph.plan.tree.nouns_in import changed, nouns_in
from graph.plan.tree.past import KnownAt, Past
from graph.plan.tree.rows import Row, Scalar

if TYPE_CHECKING:
    from collections.abc import Iterator

    from countries.tenancy.caller import Tier
    from graph.declarations.members import Column
    from graph.declarations.model import GraphModel

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Shows:
    """Rows about persons that an answer can show.

    Attributes:
        table: whose rows.
        classes: the privacy classes of what it shows of them, the least close first; that a row is there is plain.
    """

    table: str
    classes: tuple[Privacy, ...]


def shown_by(model: GraphModel, tier: Tier, tree: object) -> tuple[Shows, ...]:
    """What a tree can show to a tier, in the order of tables' names."""
    found: dict[str, set[Privacy]] = {}
    for noun in nouns_in(tree):
        match noun:
            case Row(entity):
                for table in _personal_tables(model, entity):
                    found.setdefault(table, set()).update(_classes(model, tier, noun))
            case FeedEntry():
                # The feed names rows of every type, whatever is selected of them.
                for entity in _changed_types(model, tier):
                    found.setdefault(entity.table, set()).add(Privacy.PLAIN)
    return tuple(Shows(table, tuple(sorted(classes, key=CLOSER.index))) for table, classes in sorted(found.items()))


def _personal_tables(model: GraphModel, entity: EntityModel) -> Iterator[str]:
    """Where an entity's rows about persons are; of a selection in the tables beneath, each as close as all."""
    beneath = (entity.table,) if entity.selection is None else entity.selection.tables
    return (table for table in beneath if model.by_table[table].personal)


def telling(tree: T, subject: str) -> T:
    """The tree, with each row that belongs to a row of `subject` telling which: `Row.shown`, in the column `shown`.

    Args:
        tree: a plan's.
        subject: a table, as `child`: its own rows tell their identity.
    """

    def tell(noun: object) -> object:
        return replace(noun, shown=_column_of(noun.entity, subject)) if isinstance(noun, Row) else noun

    return changed(tree, tell)


def _column_of(entity: EntityModel, subject: str) -> Column | None:
    """The column that says which row of the subject's table a row belongs to."""
    if entity.table == subject:
        return entity.stored["id"]
    if entity.selection is not None:
        return next((column for column in entity.stored.values() if column.target == subject), None)
    return next((entity.stored[owner.column] for owner in entity.owners if owner.table == subject), None)


def _classes(model: GraphModel, tier: Tier, row: Row) -> Iterator[Privacy]:
    yield Privacy.PLAIN
    for _, output in row.outputs:
        match output:
            case Scalar(member) | CodeOf(member):
                yield privacy_of(model, row.entity, member)
            case Past():
                yield from told_classes(model, row.entity, tier)
            case KnownAt(columns=columns):
                yield from (column.privacy for column in columns)


def _changed_types(model: GraphModel, tier: Tier) -> Iterator[EntityModel]:
    return (each for each in model.by_type.values() if each.is_tenant and each.personal and tier in each.readers)
