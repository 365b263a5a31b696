"""One child, in every link: a row of a child's file leads to rows of the same file alone.

    Owner("child") on both sides  ->  FOREIGN KEY (country_code, child_file_id, care_episode_id)
                                      REFERENCES care_episode (country_code, child_file_id, id)

It follows from whose the rows are, and nothing is said of it. A link to a child itself, as to a brother or sister or to
the record that stands for this one, leads to an owner and to no row of a file: so it is none of these. What an empty
link leads to is not asked.

Rows are of one child where they stand in one file (`leading_on.py`): a record that was taken back for another one keeps
its rows, and what is recorded later in the file may lead to them. Which file that is changes for all rows of a record
at once, on a cluster a table after the other: so the keys are looked at when the transaction ends. What a caller can
hear of was told before, by the rule of the same link (`keeping.py`), and in a dry run too.

The key that such a link leads to is the index of the rows of a child, which is unique then: no further index is kept.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from graph.declarations.base import Entity
from graph.declarations.declared import camel, stored_of
from graph.declarations.leading_on import led_on
from graph.declarations.owners import link_to
from graph.reasons import Reason
from graph.refusals import Named, Refusal, conflict

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sqlalchemy import Table

CHILD = "child"
LINK = link_to(CHILD)


def links_of_one_child(entity: type[Entity], table: Table) -> Iterator[tuple[str, str]]:
    """The links of an entity that lead to rows of the same child as its own: the column, and the table."""
    if not _is_of_a_child(entity):
        return
    for column in table.columns:
        declared = stored_of(column).link
        target = None if declared is None else _entity(declared.target)
        if declared is not None and target is not None and _is_of_a_child(target):
            yield column.name, declared.target


def is_led_to(table: Table) -> bool:
    """Whether rows of a child lead to the table's, so that it has the key that says whose a row is."""
    tables = Entity.metadata.tables.values()
    entities = ((each, entity) for each in tables if (entity := _entity(each.name)) is not None)
    return any(target == table.name for each, entity in entities for _, target in links_of_one_child(entity, each))


def file_of(table: Table) -> str:
    """The column of the file in which a row of a child stands."""
    return led_on(table).get(LINK, LINK)


def of_another(link: str, target: str) -> Refusal:
    """What is told of a link that leads to another child's row.

    Args:
        link: its column.
        target: the table that it leads to.
    """
    led, owner = _entity(target), _entity(CHILD)
    return conflict(
        Reason.OF_ANOTHER_CHILD,
        "The {type} is another {owner}'s.",
        "Name one of the same {owner}.",
        camel(link),
        type=Named(target if led is None else led.names.type),
        owner=Named(CHILD if owner is None else owner.names.type),
    )


def _entity(table: str) -> type[Entity] | None:
    found = Entity.metadata.tables.get(table)
    entity: type[Entity] | None = None if found is None else found.info.get("entity")
    return entity


def _is_of_a_child(entity: type[Entity]) -> bool:
    return entity.owner is not None and entity.owner.tables == (CHILD,) and entity.__tablename__ != CHILD
