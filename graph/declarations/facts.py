"""Facts that do not mislead: no count is less than it says, and no null means both "none" and "not yours".

Who sees a row may see some alone of the rows that hang on it (`visibility.py`). A value that is worked out from some of
them would pass for one of all: such a declaration stops the start. A link that may be empty, and may lead to a row that
is not the caller's, gets a field beside it that says whether there is one.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from graph.declarations.computed import Computed
from graph.declarations.computed_reader import indexes_of, leads
from graph.declarations.declared import camel
from graph.declarations.members import Through, ToOne
from graph.declarations.misdeclared import MisdeclaredError
from graph.declarations.visibility import sees_all, sees_end
from graph.declarations.worked_out import taken_apart
from graph.kinds.kind import Kind

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from graph.declarations.base import Entity
    from graph.declarations.members import Member
    from graph.declarations.model import EntityModel, GraphModel


def refuse_misleading(entity: type[Entity], read: EntityModel, model: GraphModel) -> None:
    """Look at what an entity's members tell those who do not see all.

    Raises:
        MisdeclaredError: a value would be worked out from some rows alone, or a null would mean two things.
    """
    for member in read.members.values():
        for message in _misleading(read, member, model):
            name = next((each for each in vars(entity) if camel(each) == member.api), member.api)
            raise MisdeclaredError(entity, name, message)


def _misleading(read: EntityModel, member: Member, model: GraphModel) -> Iterator[str]:
    if isinstance(member, Computed):
        for tier in sorted(member.readers):
            for table, by in member.hung:
                if not sees_all(model, tier, read, table, by):
                    yield (
                        f"a {tier.value} who sees the row may see some rows of {table} alone, and take the value for"
                        f" that of all; read rows that the whole country sees (`shadow_of`), or that the row owns."
                    )
            for table, column in member.led:
                if read.stored[column].target != table or not sees_end(model, tier, read, column):
                    yield f"a {tier.value} who sees the row may not see the row of {table} that {column} leads to."
    elif isinstance(member, Through) and not member.many and not member.is_direct:
        between = model.at(member.via)
        hidden = [tier for tier in member.readers if not sees_end(model, tier, between, member.far_key)]
        if hidden and not any(_says_whether(each, member) for each in read.members.values()):
            yield (
                f"its null would mean both that there is none and that it is not a {hidden[0].value}'s to see;"
                f" say beside it which, in a yes or no that is worked out from {member.via}."
            )


def _says_whether(member: Member, link: Through) -> bool:
    """Whether a member says that there is a row between, wherever that leads."""
    read = dict(member.hung) if isinstance(member, Computed) and member.kind is Kind.BOOLEAN else {}
    return link.near_key in read.get(link.via, ())


def with_presence(models: Iterable[EntityModel], model: GraphModel) -> list[EntityModel]:
    """Every entity, with a yes or no behind each link that may be empty and may lead to a row that is hidden."""
    return [replace(each, members=dict(_with_presence(each, model))) for each in models]


def _with_presence(read: EntityModel, model: GraphModel) -> Iterator[tuple[str, Member]]:
    for api, member in read.members.items():
        if not isinstance(member, ToOne) or not read.is_tenant or not _is_ambiguous(read, member, model):
            yield api, member
            continue
        said = _presence(read, member)
        yield (
            api,
            replace(member, doc=f"{member.doc} Null also where it is not yours to see; `{said.api}` tells which."),
        )
        if said.api not in read.members:
            yield said.api, said


def _is_ambiguous(read: EntityModel, link: ToOne, model: GraphModel) -> bool:
    own = read.stored[link.near]
    return own.nullable and not all(sees_end(model, tier, read, link.near) for tier in link.readers)


def _presence(read: EntityModel, link: ToOne) -> Computed:
    def is_there(_frame: object, row: Any) -> Any:  # noqa: ANN401 - rows and an expression
        return row.c[link.near].is_not(None)

    return Computed(
        f"has{link.api[0].upper()}{link.api[1:]}",
        Kind.BOOLEAN,
        f"Whether `{link.api}` is on record, be it yours to see or not.",
        is_there,
        (link.near,),
        read.stored[link.near].readers,
        nullable=False,
        filters=True,
        served=taken_apart(next(each.name for each in indexes_of(read.table) if leads(each, {link.near})), link.near),
    )
