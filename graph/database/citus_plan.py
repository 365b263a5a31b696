"""The plan by which the tables of one PostgreSQL become tables of a Citus cluster: plain data, computed from what is.

Citus takes no table over while foreign keys bind it to one that has not moved yet. So, in one transaction: the keys go,
what is the same for all countries is copied to every node, what belongs to a country is spread by `country_code`, and
the same keys come back.

A node lets a login give what it may give, and the coordinator gives the defaults of a row in the login's name: whoever
adds rows may therefore give the columns that have one.

The owner sees no row of a table with forced row security, and PostgreSQL would check a key that comes back against what
the owner sees: against nothing. The force is therefore lifted and put back within the same transaction.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from graph.entities import graph_model

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

KEY = "country_code"
REFERENCE = "reference"
DISTRIBUTED = "distributed"

COPY_TO_ALL = "SELECT create_reference_table($1::text::regclass)"
SPREAD = "SELECT create_distributed_table($1::text::regclass, $2::text, colocate_with => $3::text)"


class DistributionError(RuntimeError):
    """The tables cannot be distributed, and nothing was changed; `hint` says what to do."""

    def __init__(self, message: str, hint: str) -> None:
        super().__init__(message)
        self.hint = hint


@dataclass(frozen=True, slots=True)
class PlacedTable:
    """A table as it is now.

    Attributes:
        name: as its entity declares it.
        wanted: `reference` or `distributed`, by the kind of its entity.
        placed: the same for what it is already; none while it is a table of the coordinator alone.
        forced: whether row security holds for its owner too.
        filled: whether the coordinator holds rows of its own.
        lift: the statement that exempts the owner.
        force: the statement that ends the exemption.
    """

    name: str
    wanted: str
    placed: str | None
    forced: bool
    filled: bool
    lift: str
    force: str


@dataclass(frozen=True, slots=True)
class ForeignKey:
    """A foreign key: its name, the table that has it, the one that it points at, and how it goes and comes back."""

    name: str
    near: str
    far: str
    drop: str
    add: str


@dataclass(frozen=True, slots=True)
class Grant:
    """A right that a login needs, and the table that it is on."""

    table: str
    statement: str


@dataclass(frozen=True, slots=True)
class Step:
    """One statement: what it does in a few words, its text, and its parameters. Only Citus's functions have some."""

    says: str
    statement: str
    arguments: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class DistributionPlan:
    """What is left to do.

    Attributes:
        steps: all of one transaction, in order.
        references: the tables that every node will hold.
        distributed: the tables that will be spread by `country_code`.
        keys: the foreign keys that go and come back.
    """

    steps: tuple[Step, ...] = ()
    references: tuple[str, ...] = ()
    distributed: tuple[str, ...] = ()
    keys: tuple[str, ...] = ()


def wanted_placements() -> dict[str, str]:
    """Where each entity's table belongs: the rows of countries by country, whatever is the same for all everywhere."""
    model = graph_model()
    return {table: DISTRIBUTED if entity.is_tenant else REFERENCE for table, entity in model.by_table.items()}


def plan_distribution(
    tables: Mapping[str, PlacedTable], keys: tuple[ForeignKey, ...], grants: tuple[Grant, ...] = ()
) -> DistributionPlan:
    """The steps from what is to what is wanted; none where nothing is left to do.

    Raises:
        DistributionError: a table is placed, but otherwise than its entity says.
    """
    for table in tables.values():
        if table.placed not in (None, table.wanted):
            raise DistributionError(
                f"{table.name} is a {table.placed} table, and should be a {table.wanted} one.",
                "Undo that with undistribute_table, then distribute again.",
            )
    waiting = {name for name, table in tables.items() if table.placed is None}
    moved = tuple(key for key in keys if waiting & {key.near, key.far})
    touched = sorted(waiting.union(*({key.near, key.far} for key in moved)))
    exempt = [tables[name] for name in touched if tables[name].forced]
    references = tuple(name for name in sorted(waiting) if tables[name].wanted == REFERENCE)
    distributed = tuple(name for name in sorted(waiting) if tables[name].wanted == DISTRIBUTED)
    steps = (
        *(Step(f"{grant.table}: defaults may be given", grant.statement) for grant in grants),
        *(Step(f"{table.name}: its owner sees the rows", table.lift) for table in exempt),
        *(Step(f"{key.near}: {key.name} goes", key.drop) for key in moved),
        *(Step(f"{name}: to every node", COPY_TO_ALL, (name,)) for name in references),
        *_spreading(tables, distributed),
        *(Step(f"{key.near}: {key.name} comes back", key.add) for key in moved),
        *(Step(f"{table.name}: its owner sees none again", table.force) for table in exempt),
    )
    return DistributionPlan(steps, references, distributed, tuple(key.name for key in moved))


def _spreading(tables: Mapping[str, PlacedTable], names: tuple[str, ...]) -> Iterator[Step]:
    """Every table beside one that is there already, so that all rows of a country are on one node."""
    beside = next((name for name in sorted(tables) if tables[name].placed == DISTRIBUTED), None)
    for name in names:
        yield Step(f"{name}: by {KEY}", SPREAD, (name, KEY, beside or "default"))
        beside = beside or name
