"""The sheets: which tables come and go in bulk, under which names, by which columns, and what tells their rows apart.

Everything derives from the entity. Its columns are those that the office gives with a new row; the cells of a link are
what tells its target: a child's number within a programme, a programme's name, or an id.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from sqlalchemy import UniqueConstraint
from sqlalchemy.dialects.postgresql import ExcludeConstraint

from countries.tenancy.caller import Tier
from graph.bulk.sheet import ID, Reference, Sheet, SheetColumn, WithinRow
from graph.declarations.base import Entity
from graph.declarations.day_bounds import end_of
from graph.declarations.file_rules import in_order
from graph.entities import graph_model
from graph.kinds.kind import Kind
from graph.refusals import Named
from graph.text import TextForm

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from graph.declarations.members import Column
    from graph.declarations.model import EntityModel, GraphModel

__all__ = ["ID", "Reference", "Sheet", "SheetColumn", "all_sheets", "name_of", "sheet_named", "sheet_names", "sheet_of"]

IDENTITY = SheetColumn(ID, Kind.ID, "Its id; keeps the row's identity. Empty for a new row.", required=False, column=ID)


@cache
def all_sheets() -> Mapping[str, Sheet]:
    """The sheets by table; one comes after those that it leads to.

    Raises:
        ValueError: two columns of one sheet have one name.
    """
    model = graph_model()
    filed = (each for each in in_order(model) if each.files.no_sheet is None and each.in_sheet)
    return {entity.table: sheet_of(model, entity) for entity in filed}


def sheet_named(name: str) -> Sheet | None:
    """The sheet that a file or a sheet of a workbook is called after, in capitals or not."""
    return next((sheet for sheet in all_sheets().values() if sheet.name.lower() == name.strip().lower()), None)


def sheet_names() -> str:
    """All names, for a sentence."""
    return ", ".join(sheet.name for sheet in all_sheets().values())


def name_of(table: str) -> Column | None:
    """The text that tells a row of a table in other sheets; nothing where an id alone does."""
    model = graph_model()
    return _told_by(model, model.by_table[table])[0]


def sheet_of(model: GraphModel, entity: EntityModel) -> Sheet:
    """One entity as a file holds it.

    Raises:
        ValueError: two of its columns have one name.
    """
    references = tuple(_reference(model, column) for column in entity.in_sheet if column.target is not None)
    cells = [IDENTITY]
    for reference in references:
        cells += _of_reference(model, reference, required=entity.stored[reference.column].is_required)
    cells += [_of_column(column) for column in entity.in_sheet if column.target is None]
    cells += _of_parts(model, entity)
    key = entity.files.key or ()
    headers = [cell.header for cell in cells]
    twice = sorted({header for header in headers if headers.count(header) > 1})
    if twice:
        message = f"{entity.many}: {', '.join(twice)} would stand in the header twice; call a column or link otherwise"
        raise ValueError(message)
    return Sheet(entity.many, entity, tuple(cells), references, key, _is_unique(entity, key), _alone(entity))


def _told_by(model: GraphModel, entity: EntityModel) -> tuple[Column | None, Column | None]:
    """The text that tells a row of a table in other sheets, and the link within which it does; nothing but an id."""
    key = [entity.stored[name] for name in entity.files.key or ()]
    texts, links = ([each for each in key if (each.target is None) is text] for text in (True, False))
    if len(texts) != 1 or texts[0].kind is not Kind.TEXT or len(links) > 1:
        return None, None
    if not links:
        return texts[0], None
    named, within = _told_by(model, model.by_table[str(links[0].target)])
    return (texts[0], links[0]) if named is not None and within is None else (None, None)


def _reference(model: GraphModel, column: Column) -> Reference:
    target = model.by_table[str(column.target)]
    named, scope = _told_by(model, target)
    if named is None:
        return Reference(column.name, target.table, column.label)
    if scope is None:
        return Reference(column.name, target.table, column.label, named.name)
    around = model.by_table[str(scope.target)]
    key, _ = _told_by(model, around)
    within = WithinRow(
        _joined(column.label, scope.label), scope.name, around.table, "" if key is None else key.name,
        required=not scope.nullable,
    )  # fmt: skip
    return Reference(column.name, target.table, _joined(column.label, named.api), named.name, within)


def _joined(label: str, name: str) -> str:
    """`childCaseNumber`, of `child` and `caseNumber`."""
    return f"{label}{name[0].upper()}{name[1:]}"


def _of_reference(model: GraphModel, reference: Reference, *, required: bool) -> Iterator[SheetColumn]:
    target, within = model.by_table[reference.target], reference.within
    noun = Named(target.type_name).words
    if within is not None:
        around = model.by_table[within.table]
        yield _naming(around, within.cell, within.key, f"{Named(around.type_name).words} of the {noun}", required=False)
    yield _naming(target, reference.cell, reference.key, noun, required=required)


def _naming(target: EntityModel, header: str, key: str | None, noun: str, *, required: bool) -> SheetColumn:
    """The cell that tells a row of another table."""
    named = target.stored[key] if key else None
    said = "id" if named is None else f"{named.name.replace('_', ' ')}, or its id"
    return SheetColumn(
        header,
        Kind.TEXT,
        f"The {noun}: its {said}.",
        required=required,
        names=target.type_name,
        form=TextForm.NAME if named is None else named.form,
        key=named is not None and named.key is not None,
    )


def _of_column(stored: Column) -> SheetColumn:
    return SheetColumn(
        stored.api,
        stored.kind,
        stored.doc,
        required=stored.is_required,
        column=stored.name,
        enumeration=stored.enumeration,
        fixed=Tier.OFFICE not in stored.written.changes,
        form=stored.form,
        longest=stored.longest,
        is_name=stored.is_name,
        key=stored.key is not None,
    )


def _of_parts(model: GraphModel, whole: EntityModel) -> Iterator[SheetColumn]:
    for part in model.kept:
        link = part.stored.get(part.part_of or "")
        if link is not None and link.target == whole.table:
            for name, said in part.files.beside.items():
                column = part.stored[name]
                yield SheetColumn(
                    said.header, column.kind, said.doc, required=False, enumeration=column.enumeration,
                    form=column.form, longest=column.longest, part=part.table,
                )  # fmt: skip


def _is_unique(entity: EntityModel, key: tuple[str, ...]) -> bool:
    """Whether a constraint lets no two rows have one key; of rows that were one before, a twin's number tells them."""
    told = {"country_code", *key, *(entity.stored[name].key or name for name in key)}
    told |= {column.name for column in entity.stored.values() if column.until}
    for index in Entity.metadata.tables[entity.table].indexes if key else ():
        if index.unique and {column.name for column in index.columns} <= told:
            return True
    for constraint in Entity.metadata.tables[entity.table].constraints if key else ():
        if isinstance(constraint, UniqueConstraint) and {column.name for column in constraint.columns} <= told:
            return True
        if isinstance(constraint, ExcludeConstraint) and _excluded(entity, constraint) <= told:
            return _holds_a_day(entity, constraint)
    return False


def _holds_a_day(entity: EntityModel, constraint: ExcludeConstraint) -> bool:
    """Whether the times that a constraint keeps apart hold a day each: two that begin on one day meet then."""
    days = {str(name) for name, how in constraint.operators.items() if how == "&&"}
    return not any(end_of(entity, name) for name in days)


def _alone(entity: EntityModel) -> tuple[str, str] | None:
    """The days of the time in which there is no other row like it."""
    for constraint in Entity.metadata.tables[entity.table].constraints:
        if isinstance(constraint, ExcludeConstraint):
            first = next((str(name) for name, how in constraint.operators.items() if how == "&&"), "")
            for column in entity.stored.values():
                if column.day is not None and column.day.after == first:
                    return first, column.name
    return None


def _excluded(entity: EntityModel, constraint: ExcludeConstraint) -> set[str]:
    """What two rows would need in common: of a time, its first day."""
    links = {file: link for link, file in entity.led_on.items()}
    return {links.get(str(name), str(name)) for name in constraint.operators}
