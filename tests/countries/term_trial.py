"""A table with a row for every combination of what terms look at, callers, and by hand what each of them should see."""

from __future__ import annotations

from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import date
from functools import cache
from itertools import product
from typing import TYPE_CHECKING, Any
from uuid import UUID

import asyncpg
from sqlalchemy import select

from countries.connections.transaction import call_of
from countries.tenancy.caller import Caller, Tier
from countries.tenancy.logins import OPERATOR, OWNER
from countries.tenancy.terms import (
    AuthoredBy,
    Bounds,
    Everywhere,
    InCountries,
    InCountry,
    InGroup,
    NotAmong,
    OfProgrammes,
    Own,
    Term,
    Unless,
    policy_of,
)
from graph.plan.bind import bind
from graph.plan.sql.compiled import compiled
from graph.plan.sql.parameters import Parameters
from graph.plan.sql.relation import table_source
from graph.plan.tree.sources import Scope as Brought

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from countries.connections.address import Address
    from countries.tenancy.scope import AnyScope
    from tests.countries.conftest import Connection

FIRST, SECOND = (UUID(f"0199b0c8-7a6e-7c3e-9d2f-00000000000{each}") for each in (1, 2))
ODD = 'a,"b"\\{}|\'c'
"""A subject with whatever could part a list, or end a literal."""
ME, OTHER = f"https://who.example|{ODD}", "https://who.example|somebody"
LISTS: tuple[list[str | None] | None, ...] = ([], None, [ME], [ME, None], [OTHER, ""], [OTHER, str(SECOND)])
COLUMNS = ("country_code", "programme_id", "child_id", "authors", "excluded", "audience")
ROWS = [
    dict(zip(COLUMNS, row, strict=True))
    for row in product(
        ("BE", "KE", ""), (FIRST, SECOND, None), (FIRST, SECOND, None), LISTS, LISTS, ("TEAM", "ONLY'ME", None)
    )
]
TABLE = """
CREATE TABLE trial (country_code text COLLATE "C", programme_id uuid, child_id uuid, authors text[] COLLATE "C",
  excluded text[] COLLATE "C", audience text COLLATE "C", id int)
"""
LOGIN = Tier.OFFICE.login

HERE = InCountry()
TERMS: tuple[Bounds, ...] = (
    (HERE,),
    (InCountries(),),
    (InCountries(or_none=True),),
    (HERE, OfProgrammes("programme_id")),
    (HERE, OfProgrammes("programme_id", or_none=True)),
    (HERE, Own("child_id")),
    (HERE, AuthoredBy("authors")),
    (HERE, NotAmong("excluded")),
    (HERE, InGroup("health")),
    (HERE, InGroup("o'rigin")),
    (HERE, Unless("audience", "ONLY'ME")),
    (HERE, Own("child_id"), NotAmong("excluded"), InGroup("health"), Unless("audience", "ONLY'ME")),
    (HERE, OfProgrammes("programme_id"), AuthoredBy("authors"), NotAmong("excluded")),
)
"""Every term behind its place, and several together."""


def office(subject: str, issuer: str = "", own: tuple[UUID, ...] = (), groups: tuple[str, ...] = ()) -> Caller:
    """An office's caller in Belgium."""
    return Caller(subject, Tier.OFFICE, ("BE",), (), issuer, groups, own)


CALLERS = {
    "nobody in particular": office("anna"),
    "with an odd name": office(ODD, "https://who.example"),
    "of a programme": Caller(ODD, Tier.CASEWORKER, ("BE",), (FIRST,), "https://who.example"),
    "of two programmes": Caller("carla", Tier.CASEWORKER, ("KE",), (SECOND, FIRST)),
    "with a file": office("amina", own=(FIRST,)),
    "with two files": office("amina", own=(SECOND, FIRST), groups=("health",)),
    "in groups": office(ODD, "https://who.example", groups=("o'rigin", "health")),
    "of a region": Caller("rosa", Tier.REGION, ("KE", "NL")),
    "of no country": Caller("hanna", Tier.HEADQUARTERS),
}


def named(rule: Bounds) -> str:
    """The terms of a rule, for a test's name."""
    return "-".join(type(term).__name__ for term in rule)


def holds(term: Term, row: dict[str, Any], caller: Caller) -> bool:
    """Whether a caller should see a row, as far as one term goes."""
    ids = [str(each) for each in caller.own]
    names = ids or [f"{caller.issuer}|{caller.subject}"]
    regions = caller.countries if caller.tier is Tier.REGION else ()
    match term:
        case Everywhere():
            return True
        case InCountry():
            return caller.tier in {Tier.OFFICE, Tier.CASEWORKER} and row["country_code"] == caller.countries[0]
        case InCountries(or_none):
            return bool(regions) and (row["country_code"] in regions or (or_none and not row["country_code"]))
        case OfProgrammes(column, or_none):
            return row[column] in caller.programmes or (or_none and row[column] is None)
        case Own(column):
            return str(row[column]) in ids
        case AuthoredBy(column):
            return not {*(row[column] or ())}.isdisjoint(names)
        case NotAmong(column):
            return row[column] is not None and {*row[column]}.isdisjoint(names)
        case InGroup(name):
            return name in caller.groups
        case Unless(column, value):
            return row[column] not in {None, value}
    raise TypeError(term)


@cache
def seen_by(rule: Bounds, caller: Caller) -> list[int]:
    """The numbers of the rows that a caller should see."""
    return [number for number, row in enumerate(ROWS) if all(holds(term, row, caller) for term in rule)]


@dataclass
class Trial:
    """The table, and who looks at it: a login that is bound, and an operator, who sees all."""

    owner: Connection
    bound: Connection
    operator: Connection

    async def bind(self, rule: Bounds) -> None:
        """Give the login its one policy."""
        await self.owner.execute("DROP POLICY IF EXISTS trial_office ON trial")
        await self.owner.execute(f"CREATE POLICY trial_office ON trial TO {LOGIN} USING ({policy_of(rule)})")

    async def seen(self, scope: AnyScope | None) -> list[int]:
        """What the login sees within a scope, or without any."""
        async with self.bound.transaction(readonly=True):
            if scope is not None:
                await self.bound.fetchval(call_of(scope), *scope)
            return [row["id"] for row in await self.bound.fetch("SELECT id FROM trial ORDER BY id")]

    async def predicted(self, rule: Bounds, caller: Caller) -> list[int]:
        """What the planner's predicate lets through for somebody whom no policy binds."""
        parameters, source = Parameters(caller.tier), table_source("trial", "trial_1")
        said = [each for term in rule if (each := term.predicate(source.c, parameters)) is not None]
        statement = select(source.c.id).select_from(source.clause).where(*said).order_by(source.c.id)
        made = compiled(statement, parameters)
        own = (caller.country, caller.countries, caller.programmes)
        scope = Brought(*own, date(2026, 11, 30), {}, bounds=caller.bounds)
        return [row["id"] for row in await self.operator.fetch(made.text, *bind(made.sources, (), scope))]


@asynccontextmanager
async def made_trial(address: Address) -> AsyncIterator[Trial]:
    """A table that holds every combination, with row security forced."""
    owner, bound, operator = [
        await asyncpg.connect(**address.connect_arguments(login)) for login in (OWNER, LOGIN, OPERATOR)
    ]
    await owner.execute(TABLE)
    await owner.execute(f"GRANT SELECT ON trial TO {LOGIN}; GRANT SELECT, INSERT ON trial TO {OPERATOR}")
    await owner.execute("ALTER TABLE trial ENABLE ROW LEVEL SECURITY; ALTER TABLE trial FORCE ROW LEVEL SECURITY")
    await operator.copy_records_to_table("trial", records=[(*row.values(), number) for number, row in enumerate(ROWS)])
    yield Trial(owner, bound, operator)
    for connection in (owner, bound, operator):
        await connection.close()
