"""An entity's own columns, and those that follow from the owner that it names."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from sqlalchemy import Uuid
from sqlmodel.main import SQLModelMetaclass

from countries.tenancy.caller import Tier
from graph.declarations.day_pairs import with_pairs
from graph.declarations.declared import LinkDeclaration, Stored
from graph.declarations.fields import column_of
from graph.declarations.lives import VOIDED_AT, Voidable, columns_of
from graph.declarations.nouns import NATIONAL, OFFICE, Privacy, WrittenBy
from graph.declarations.obligation_fields import with_obligation
from graph.declarations.obligations import Obligation
from graph.declarations.owners import COUNTRY, PROGRAMME, RESPONSIBLE, Owner, link_to
from graph.declarations.words import refuse_words
from graph.kinds.kind import Kind


class EntityMeta(SQLModelMetaclass):
    """Adds to an entity what follows from its owner, what becomes of its rows, and columns that stand for two."""

    def __new__(cls, name: str, bases: tuple[type, ...], body: dict[str, Any], **options: Any) -> Any:  # noqa: ANN401 - as the metaclass below it
        """Make the class.

        Raises:
            MisdeclaredError: it says what cannot be meant.
        """
        if options.get("table"):
            refuse_words(bases, body)
        body = with_pairs(body)
        owner = body.get("owner", next((getattr(each, "owner", None) for each in bases), None))
        if options.get("table") and isinstance(owner, Owner):
            body = {**body, **_with_owner(body, owner)}
        if options.get("table") and "names" in body:
            body = _with_lives(body, bases)
        if options.get("table") and isinstance(body.get("obligation"), Obligation):
            body = with_obligation(body, body["obligation"])
        return super().__new__(cls, name, bases, body, **options)


def _with_owner(body: dict[str, Any], owner: Owner) -> dict[str, Any]:
    """The links to the owners, but for those that the entity declares itself, and the responsible programme.

    Their words and their rights are filled in once all entities are there (`owning.py`).
    """
    own = {} if body["__tablename__"] in owner.tables else {link_to(table): table for table in owner.tables}
    creation = any(mutation.creates for mutation in body.get("mutations", ()))
    type_: Any = UUID if len(own) == 1 else UUID | None
    default = {} if len(own) == 1 else {"default": None}
    made: dict[str, Any] = {}
    annotations: dict[str, Any] = {}
    for column, table in own.items():
        annotations[column] = body["__annotations__"].get(column, type_)
        if column in body["__annotations__"]:
            continue
        part = ((owner.part_of, column),) if owner.part_of not in (None, column) else ()
        written = WrittenBy(who_records(body), owned=not creation)
        made[column] = _owners_link(table, body["names"].many, part, written, **default)
    if own and PROGRAMME not in owner.tables:
        annotations[RESPONSIBLE] = UUID
        copies = tuple((column, RESPONSIBLE) for column in own)
        back = body["names"].many if owner.programme_back else None
        made[RESPONSIBLE] = _owners_link(PROGRAMME, back, copies, WrittenBy(owned=True))
    # First of all columns, whatever the entity declares of them itself.
    return {**made, "__annotations__": {**annotations, **body["__annotations__"], **annotations}}


def _with_lives(body: dict[str, Any], bases: tuple[type, ...]) -> dict[str, Any]:
    """The columns of what becomes of a row, but for those that the entity declares itself.

    They stand behind its own, or where it names one without saying more of it: `started_on: Day`.
    """
    own = body["__annotations__"]
    columns = columns_of(
        bases,
        body["names"].type,
        body.get("when"),
        who_records(body),
        readers=body.get("readers", NATIONAL),
        # Every programme leans on rows of the country: the office alone sees all that stands on one.
        voids=OFFICE if body.get("owner") == COUNTRY else body.get("voided_by", NATIONAL),
    )
    made = {name: each for name, each in columns.items() if name not in body}
    fields: dict[str, Any] = {name: field for name, (_, field) in made.items()}
    if any(issubclass(base, Voidable) for base in bases):
        fields["void_column"] = body.get("void_column", VOIDED_AT)
    return {**body, **fields, "__annotations__": {**own, **{name: type_ for name, (type_, _) in made.items()}}}


def who_records(body: dict[str, Any]) -> frozenset[Tier]:
    """The tiers that give some of an entity's own columns with a new row: the others may do no more of it either.

    Where it has no such column of its own, whoever works in the country records it.
    """
    own = (body.get(name) for name in body["__annotations__"])
    said = (getattr(each, "sa_column_kwargs", None) for each in own)
    stored = (each["info"]["hearth"] for each in said if isinstance(each, dict))
    return frozenset[Tier]().union(*(each.written.creates for each in stored)) or NATIONAL


def _owners_link(
    target: str,
    back: str | None,
    copies: tuple[tuple[str, str], ...],
    written: WrittenBy,
    **options: Any,  # noqa: ANN401 - as _column
) -> Any:  # noqa: ANN401 - as _column
    stored = Stored(
        Kind.ID, "", Privacy.SENSITIVE, NATIONAL, filters=False, orders=False, api=None, hidden=True,
        link=LinkDeclaration(target, "", back, ""), written=written, copies=copies,
    )  # fmt: skip
    return column_of(stored, Uuid(), **options)
