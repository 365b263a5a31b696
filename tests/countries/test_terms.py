"""Each term lets the rows through that it should, and none where its setting is empty: as a policy and as a predicate.

A table of the test's own holds a row for every combination of what terms look at. A login is given one policy after
another; what it should see is worked out here, by hand.
"""

from __future__ import annotations

from dataclasses import dataclass, fields
from datetime import date
from functools import cache
from itertools import product
from typing import TYPE_CHECKING, Any, ClassVar
from uuid import UUID

import asyncpg
import pytest
import pytest_asyncio
from sqlalchemy import select

import countries.scope
from countries.caller import Caller, Tier
from countries.logins import OPERATOR, OWNER
from countries.rows import RULES
from countries.scope import ALWAYS, FURTHER, ExtendedScope, Scope, Setting
from countries.terms import (
    AuthoredBy,
    Everywhere,
    InCountries,
    InCountry,
    InGroup,
    NotAmong,
    OfProgrammes,
    Own,
    Rule,
    Term,
    Unless,
    policy_of,
)
from countries.transaction import call_of
from graph.plan.bind import bind
from graph.plan.parameters import Parameters
from graph.plan.source import table_source
from graph.plan.statement import DIALECT
from graph.plan.values import Scope as Brought
from tests.conftest import copy_database
from tests.countries.catalogue import PARAMETERS
from tests.countries.catalogue import RULES as PROMISES

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Iterator

    from countries.address import Address
    from countries.scope import AnyScope
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
TERMS: tuple[Rule, ...] = (
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


def named(rule: Rule) -> str:
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
def seen_by(rule: Rule, caller: Caller) -> list[int]:
    """The numbers of the rows that a caller should see."""
    return [number for number, row in enumerate(ROWS) if all(holds(term, row, caller) for term in rule)]


@dataclass
class Trial:
    """The table, and who looks at it: a login that is bound, and an operator, who sees all."""

    owner: Connection
    bound: Connection
    operator: Connection

    async def bind(self, rule: Rule) -> None:
        """Give the login its one policy."""
        await self.owner.execute("DROP POLICY IF EXISTS trial_office ON trial")
        await self.owner.execute(f"CREATE POLICY trial_office ON trial TO {LOGIN} USING ({policy_of(rule)})")

    async def seen(self, scope: AnyScope | None) -> list[int]:
        """What the login sees within a scope, or without any."""
        async with self.bound.transaction(readonly=True):
            if scope is not None:
                await self.bound.fetchval(call_of(scope), *scope)
            return [row["id"] for row in await self.bound.fetch("SELECT id FROM trial ORDER BY id")]

    async def predicted(self, rule: Rule, caller: Caller) -> list[int]:
        """What the planner's predicate lets through for somebody whom no policy binds."""
        parameters, source = Parameters(caller.tier), table_source("trial", "trial_1")
        said = [each for term in rule if (each := term.predicate(source.c, parameters)) is not None]
        statement = select(source.c.id).select_from(source.clause).where(*said).order_by(source.c.id)
        compiled = statement.compile(dialect=DIALECT)
        sources = [parameters.sources[name] for name in compiled.positiontup or []]
        own = (caller.country, caller.countries, caller.programmes)
        scope = Brought(*own, date(2026, 11, 30), {}, bounds=caller.bounds)
        return [row["id"] for row in await self.operator.fetch(str(compiled), *bind(sources, (), scope))]


@pytest_asyncio.fixture(scope="module")
async def trial(server: Address, worker: str) -> AsyncIterator[Trial]:
    """A table that holds every combination, with row security forced."""
    address = await copy_database(server, "empty", f"terms_{worker}")
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


def kinds_of(term: type[Term]) -> Iterator[type[Term]]:
    """A class of terms and what derives from it, but for those that only help to make others."""
    for each in term.__subclasses__():
        if not each.__name__.startswith("_"):
            yield each
        yield from kinds_of(each)


def test_every_term_is_tried() -> None:
    """A further one fails here until it stands in the list; each that reads a setting reads one that there is."""
    tried = {type(term) for rule in TERMS for term in rule} | {Everywhere}
    ours = {each for each in kinds_of(Term) if each.__module__ == "countries.terms"}
    # A class with slots is made twice.
    assert {each.__name__ for each in ours} == {each.__name__ for each in tried}
    assert {each.setting for each in ours} <= {None, *ALWAYS, *FURTHER}
    assert {
        term for rules in RULES.values() for rule in rules.values() for term in rule if type(term) not in tried
    } == set()


@pytest.mark.parametrize("rule", TERMS, ids=named)
async def test_a_policy_lets_the_rows_through_that_it_should(trial: Trial, rule: Rule) -> None:
    """For every caller, in person: exactly those that are worked out by hand."""
    await trial.bind(rule)
    found = {name: await trial.seen(caller.in_person().scope) for name, caller in CALLERS.items()}
    assert found == {name: seen_by(rule, caller) for name, caller in CALLERS.items()}
    assert any(found.values())


@pytest.mark.parametrize("rule", [rule for rule in TERMS if rule[0] != InCountries(or_none=True)], ids=named)
async def test_the_planner_says_the_same(trial: Trial, rule: Rule) -> None:
    """The predicate alone, without a policy, lets the same rows through: they are two forms of one rule."""
    tiers = {
        InCountry(): {Tier.CASEWORKER, Tier.OFFICE},
        InCountries(): {Tier.REGION},
    }[rule[0]]
    for caller in CALLERS.values():
        if caller.tier in tiers:
            assert await trial.predicted(rule, caller) == seen_by(rule, caller)


@pytest.mark.parametrize("rule", TERMS, ids=named)
async def test_an_empty_scope_sees_nothing(trial: Trial, rule: Rule) -> None:
    """Without a call, with empty texts, and with settings that are set and empty; also rows that exclude nobody."""
    await trial.bind(rule)
    names = tuple(setting.name for setting in FURTHER)
    nothing = ("", "", "")
    empty = ExtendedScope(*nothing, names, ("",) * len(names))
    for scope in (None, Scope(*nothing), empty, ExtendedScope(*nothing, (), ())):
        assert await trial.seen(scope) == []


@pytest.mark.parametrize("rule", TERMS, ids=named)
async def test_without_its_person_a_personal_term_sees_nothing(trial: Trial, rule: Rule) -> None:
    """A statement that did not say that it asks shows too little, never too much."""
    await trial.bind(rule)
    is_personal = any(term.setting is not None and term.setting.is_personal for term in rule)
    for caller in CALLERS.values():
        assert await trial.seen(caller.scope) == ([] if is_personal else seen_by(rule, caller))


@pytest.mark.parametrize("rule", TERMS, ids=named)
async def test_what_a_session_left_behind_is_overwritten(trial: Trial, rule: Rule) -> None:
    """Settings of a session, as somebody who runs statements could leave them, say nothing in the next transaction."""
    await trial.bind(rule)
    held = office("amina", own=(FIRST,), groups=("health", "o'rigin")).in_person().scope
    texts = dict(zip(("country", "countries", "programmes"), held[:3], strict=True))
    texts |= dict(zip(held[3], held[4], strict=True))  # type: ignore[misc]  # it has further settings
    for name, text in texts.items():
        await trial.bound.execute(
            await trial.bound.fetchval("SELECT format('SET hearth.%I = %L', $1::text, $2::text)", name, text)
        )
    try:
        caller = CALLERS["of two programmes"]
        assert await trial.seen(caller.in_person().scope) == seen_by(rule, caller)
        bare = (
            [] if any(term.setting is not None and term.setting.is_personal for term in rule) else seen_by(rule, caller)
        )
        assert await trial.seen(caller.scope) == bare
    finally:
        await trial.bound.execute("RESET ALL")


@pytest.mark.parametrize("rule", TERMS, ids=named)
async def test_a_policy_is_as_the_catalogue_wants_it(trial: Trial, rule: Rule) -> None:
    """As PostgreSQL keeps it: no OR, no sub-query, and nothing that is true by itself."""
    await trial.bind(rule)
    promise = "is a policy with OR or a sub-query"
    assert await trial.owner.fetch(PARAMETERS + PROMISES[promise], [], [], [], []) == []
    kept = await trial.owner.fetchval("SELECT qual FROM pg_policies WHERE policyname = 'trial_office'")
    assert "true" not in kept.replace(", true)", ")")


def test_a_list_of_nobody_would_be_open_to_nobody_in_particular() -> None:
    """Why it is not said by `person <> ALL (list)`: the term is a negation of what is NULL without a person."""
    assert NotAmong("excluded").policy().startswith("NOT (excluded && string_to_array(nullif(")
    assert [] in LISTS


@pytest.mark.parametrize(
    "setting", [each for each in (*ALWAYS, *FURTHER) if each.separator], ids=lambda each: each.name
)
@pytest.mark.parametrize("text", ["", "one{}two"])
def test_a_text_that_would_be_read_as_two_is_refused(setting: Setting, text: str) -> None:
    """Whatever a token says: its separator makes no second entry of a list."""
    caller = Caller("anna", Tier.OFFICE, ("BE",))
    told = Setting(setting.name, lambda _: (text.format(setting.separator),), setting.separator)
    with pytest.raises(ValueError, match=f"hearth.{setting.name} cannot hold"):
        told.text(caller)


def test_a_subject_that_would_be_two_persons_is_nobody() -> None:
    """A line break in a name stops the transaction before it begins."""
    with pytest.raises(ValueError, match=r"hearth\.persons"):
        Caller("anna\nhttps://who.example|somebody", Tier.OFFICE, ("BE",)).in_person()


# A new bound


SHIFT = Setting("shift", lambda caller: caller.subject.split("@")[1:])


@dataclass(frozen=True, slots=True)
class OnShift(Term):
    """Rows of the caller's shift."""

    setting: ClassVar[Setting | None] = SHIFT
    column: str

    def policy(self) -> str:
        """The shift is one of the scope's."""
        return f"{self.column} = ANY ({SHIFT.listed})"

    def predicate(self, row: Any, values: Any) -> Any:  # noqa: ANN401 - as of every term
        """The same."""
        return row[self.column] == values.held(SHIFT).any_()


@pytest.fixture
def shifts(monkeypatch: pytest.MonkeyPatch) -> None:
    """One line more among the settings."""
    monkeypatch.setattr(countries.scope, "FURTHER", (*FURTHER, SHIFT))


@pytest.mark.usefixtures("shifts")
async def test_a_new_bound_is_one_declaration(trial: Trial) -> None:
    """A setting in the list and a term that reads it: scope, policy, predicate and what reads share follow."""
    night, day, nobody = (Caller(name, Tier.OFFICE, ("BE",)) for name in ("nora@TEAM", "dora@DAY", "flora"))
    rule = (InCountry(), OnShift("audience"))
    await trial.bind(rule)
    team = [number for number, row in enumerate(ROWS) if (row["country_code"], row["audience"]) == ("BE", "TEAM")]
    for caller, rows in ((night, team), (day, []), (nobody, [])):
        assert await trial.seen(caller.scope) == rows
        assert await trial.predicted(rule, caller) == rows
    assert len({caller.scope for caller in (night, day, nobody)}) == 3
    assert len({caller.share.member for caller in (night, day, nobody)}) == 3
    assert len({caller.feed for caller in (night, day, nobody)}) == 3
    assert night.share == Caller("nils@TEAM", Tier.OFFICE, ("BE",)).share
    assert night.bounds["shift"] == ["TEAM"]


def test_without_further_bounds_a_scope_is_as_it_was() -> None:
    """Three texts, which servers of before set too; and cursors of before go on."""
    caller = CALLERS["of two programmes"]
    assert caller.scope == ("KE", "", f"{SECOND},{FIRST}")
    assert caller.share.member == f"caseworker|KE|{FIRST},{SECOND}"
    assert [each.name for each in fields(Caller) if each.init][:5] == [
        "subject",
        "tier",
        "countries",
        "programmes",
        "issuer",
    ]
