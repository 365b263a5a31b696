"""What belongs to a row, over all entities: rows of every table that it owns, and copies unlike their originals.

Everything comes from the declarations; no table is named here.
"""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from graphlib import TopologicalSorter
from typing import TYPE_CHECKING, Any
from uuid import UUID, uuid4

from graph.declarations.base import Entity
from graph.declarations.constraints import row_rules
from graph.declarations.row_rules import SomeGiven
from graph.kinds.kind import Kind
from graph.text_keys import made

if TYPE_CHECKING:
    from collections.abc import Iterator

    import asyncpg

    from graph.declarations.members import Column
    from graph.declarations.model import EntityModel, GraphModel

    Operator = asyncpg.Connection[asyncpg.Record]

FIRST_DAY = date(2026, 2, 1)
VALUES: dict[Kind, Any] = {
    Kind.TEXT: "Words", Kind.TEXT_LIST: [], Kind.LANGUAGES: ["nl"], Kind.INTEGER: 1, Kind.BIG_INTEGER: 1,
    Kind.DECIMAL: 1, Kind.INSTANT: datetime(2026, 1, 2, tzinfo=UTC), Kind.JSON: "{}",
    Kind.UUID: UUID("0199b0c8-7a6e-7c3e-9d2f-4f1a2b3c4d5e"),
}  # fmt: skip

OF_OWNER = {("caregiver_assignment.role", "child"): "KEY_CARER"}
"""Values that hang on whose row it is."""


def stray_copies(model: GraphModel) -> Iterator[tuple[str, str]]:
    """For each copy its name, and a query that counts the rows where it is not like its original."""
    for entity in model.by_type.values():
        for column in entity.stored.values():
            for copy in column.copy_of:
                own = " AND ".join((f"c.{copy.link} IS NOT NULL", *(f"c.{name} IS NULL" for name in copy.unless)))
                # A row repeats the record in whose file it stands.
                led, there = entity.led_on, model.by_table[copy.target].led_on
                # The names come from the declarations.
                query = (
                    f"SELECT count(*) FROM {entity.table} c LEFT JOIN {copy.target} o"  # noqa: S608 - as said
                    f" ON (o.country_code, o.id) = (c.country_code, c.{led.get(copy.link, copy.link)})"
                    f" WHERE {own} AND c.{led.get(column.name, column.name)}"
                    f" IS DISTINCT FROM o.{there.get(copy.column, copy.column)}"
                )
                yield f"{entity.table}.{column.name} by {copy.link}", query


def stray_leads(model: GraphModel) -> Iterator[tuple[str, str]]:
    """For each link to records that lead on its name, and a query that counts the rows that stand in another file."""
    for entity in model.by_type.values():
        for link, file in entity.led_on.items():
            target = model.by_table[str(entity.stored[link].target)]
            query = (
                f"SELECT count(*) FROM {entity.table} c JOIN {target.table} o"  # noqa: S608 - of declarations
                f" ON (o.country_code, o.id) = (c.country_code, c.{link})"
                f" WHERE c.{file} <> coalesce(o.{target.same_as}, o.id)"
            )
            yield f"{entity.table}.{file}", query


async def assert_copies_agree(operator: Operator, model: GraphModel) -> int:
    """Every copy of every row is like its original; how many kinds of copies there are."""
    kinds = 0
    for name, query in (*stray_copies(model), *stray_leads(model)):
        assert await operator.fetchval(query) == 0, f"{name} is not like its original"
        kinds += 1
    return kinds


async def assert_keys_agree(operator: Operator, model: GraphModel) -> int:
    """Of every row what is made of its texts is made of them; how many keys there are."""
    keys = 0
    for entity in model.kept:
        for column in entity.stored.values():
            if entity.is_tenant and (of := column.made) is not None:
                rows = await operator.fetch(f"SELECT country_code, {of.text}, {column.name} FROM {entity.table}")  # noqa: S608 - as above
                for country, text, key in rows:
                    assert key == made(of.key, country, text), f"{entity.table}.{column.name} of {text!r} in {country}"
                keys += len(rows)
    return keys


def owned_in_order(model: GraphModel, owner: str) -> list[EntityModel]:
    """The entities of an owner, wholes before their parts."""
    owned = {entity.table: entity for entity in model.owned_by(owner)}
    leads = {
        table: {str(column.target) for column in entity.stored.values() if column.target in owned} - {table}
        for table, entity in owned.items()
    }
    return [owned[table] for table in TopologicalSorter(leads).static_order()]


async def rows_of(operator: Operator, entity: EntityModel, owner: str, id_: UUID) -> list[asyncpg.Record]:
    """The rows that belong to one owner, also those that were recorded in error."""
    column = next(each.column for each in entity.owners if each.table == owner)
    query = f"SELECT * FROM {entity.table} WHERE {column} = $1"  # noqa: S608 - names of a declaration
    return list(await operator.fetch(query, id_))


async def fill_file(operator: Operator, model: GraphModel, owner: str, country: str, id_: UUID) -> None:
    """Make a row in every table of an owner that has none of it yet."""
    for entity in owned_in_order(model, owner):
        if not await rows_of(operator, entity, owner, id_):
            await _make(operator, model, entity, {"country_code": country}, (owner, id_))


async def _make(
    operator: Operator, model: GraphModel, entity: EntityModel, row: dict[str, Any], owner: tuple[str, UUID]
) -> None:
    row["id"] = uuid4()
    day, needed = FIRST_DAY, _needed(entity)
    for column in entity.stored.values():
        begins = any(each.day is not None and each.day.after == column.name for each in entity.stored.values())
        if column.name in row or (
            column.has_default and column.target != owner[0] and not begins and column.name not in needed
        ):
            continue
        if column.kind is Kind.DATE:
            row[column.name], day = day, day + timedelta(days=1)
        elif column.target is not None:
            row[column.name] = await _link(operator, model, entity, column, row["country_code"], owner)
        elif column.enumeration is not None:
            said = OF_OWNER.get((f"{entity.table}.{column.name}", owner[0]))
            row[column.name] = said or next(iter(column.enumeration)).value
        else:
            row[column.name] = VALUES[column.kind]
    for column in entity.stored.values():
        for copy in column.copy_of:
            if row.get(copy.link) is not None and all(row.get(name) is None for name in copy.unless):
                query = f"SELECT {copy.column} FROM {copy.target} WHERE id = $1"  # noqa: S608 - as above
                row[column.name] = await operator.fetchval(query, row[copy.link])
    row |= keys_of(entity, row)
    await operator.copy_records_to_table(entity.table, records=[tuple(row.values())], columns=list(row))


def _needed(entity: EntityModel) -> set[str]:
    """Of values one of which has to be there, the first; whose row it is stands there anyway."""
    forms = (form for form, _ in row_rules(Entity.metadata.tables[entity.table]))
    owners = {each.column for each in entity.owners}
    return {form.names[0] for form in forms if isinstance(form, SomeGiven) and owners.isdisjoint(form.names)}


def keys_of(entity: EntityModel, row: dict[str, Any]) -> dict[str, object]:
    """What is made of the texts of a row, by column."""
    keys = {name: each.made for name, each in entity.stored.items() if each.made is not None}
    return {name: made(of.key, row["country_code"], row.get(of.text)) for name, of in keys.items()}


async def _link(
    operator: Operator, model: GraphModel, entity: EntityModel, column: Column, country: str, owner: tuple[str, UUID]
) -> UUID:
    """The owner itself; of what else is the owner's, its own row; any other row of the country."""
    table, id_ = owner
    if column.name == next(each.column for each in entity.owners if each.table == table):
        return id_
    target = model.by_table[str(column.target)]
    own = next((each.column for each in target.owners if each.table == table), None)
    mine = "" if own is None else f" AND {own} = '{id_}'"
    found: UUID = await operator.fetchval(
        f"SELECT id FROM {target.table} WHERE country_code = $1 AND id <> $2{mine} ORDER BY id LIMIT 1",  # noqa: S608 - as above
        country,
        id_,
    )
    return found
