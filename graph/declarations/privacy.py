"""How closely a field is bound to a person: what its columns say, and what is worked out from them."""

from __future__ import annotations

from typing import TYPE_CHECKING, assert_never

from graph.declarations.computed import Computed
from graph.declarations.members import Column, Through, ToMany, ToOne, ToRow
from graph.declarations.nouns import Privacy

if TYPE_CHECKING:
    from collections.abc import Iterable

    from graph.declarations.members import Member
    from graph.declarations.model import EntityModel, GraphModel

CLOSER = (Privacy.PLAIN, Privacy.SENSITIVE, Privacy.PERSONAL)
"""From what says nothing of a person to what names one."""


def closest(classes: Iterable[Privacy]) -> Privacy:
    """The class of what is made of several values: that of the closest one; sensitive where it is made of none."""
    return max(classes, key=CLOSER.index, default=Privacy.SENSITIVE)


def privacy_of(model: GraphModel, entity: EntityModel, member: Member) -> Privacy:
    """The class of a field of an entity.

    A value is what its column is. What is worked out, counted or led to is as the closest of the columns by which it is
    found; that there are rows about a person is sensitive at least.
    """
    match member:
        case Column():
            return member.privacy
        case Computed():
            others = (_of_rows(model, table, _of_columns(model.at(table), name)) for table, name in member.reads)
            return closest((*(entity.stored[name].privacy for name in member.uses), *others))
        case ToOne():
            return _of_rows(model, member.target, _of_columns(entity, member.near))
        case ToMany():
            return _of_rows(model, member.target, _of_columns(model.at(member.target), member.far))
        case Through():
            led = _of_columns(model.at(member.via), member.near_key, member.far_key, *member.uses)
            return _of_rows(model, member.target, _of_rows(model, member.via, led))
        case ToRow():
            return closest(_of_rows(model, each, Privacy.SENSITIVE) for each in model.by_table)
        case _:
            assert_never(member)


def privacy_of_history(entity: EntityModel) -> Privacy:
    """The class of what tells all of a row's fields."""
    return closest(column.privacy for column in entity.stored.values())


def _of_rows(model: GraphModel, table: str, found_by: Privacy) -> Privacy:
    about_a_person = model.at(table).personal
    return closest((found_by, Privacy.SENSITIVE)) if about_a_person else found_by


def _of_columns(entity: EntityModel, *names: str) -> Privacy:
    return closest(entity.stored[name].privacy for name in names)
