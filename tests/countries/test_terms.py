"""Each term lets the rows through that it should, and none where its setting is empty: as a policy and as a predicate.

A login is given one policy after another on a table of the test's own; what it should see is worked out by hand.
"""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import TYPE_CHECKING, Any, ClassVar

import pytest
import pytest_asyncio

import countries.tenancy.scope
from countries.tenancy.caller import Caller, Tier
from countries.tenancy.rows import RULES
from countries.tenancy.scope import ALWAYS, FURTHER, ExtendedScope, ScopeSettings, Setting
from countries.tenancy.terms import Bounds, Everywhere, InCountries, InCountry, NotAmong, Term
from tests.conftest import copy_database
from tests.countries.catalogue import PARAMETERS
from tests.countries.catalogue import RULES as PROMISES
from tests.countries.term_trial import (
    CALLERS,
    FIRST,
    LISTS,
    ROWS,
    SECOND,
    TERMS,
    Trial,
    made_trial,
    named,
    office,
    seen_by,
)

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Iterator

    from countries.connections.address import Address


@pytest_asyncio.fixture(scope="module")
async def trial(server: Address, worker: str) -> AsyncIterator[Trial]:
    """The table, in a database of the module's own."""
    async with made_trial(await copy_database(server, "empty", f"terms_{worker}")) as made:
        yield made


def kinds_of(term: type[Term]) -> Iterator[type[Term]]:
    """A class of terms and what derives from it, but for those that only help to make others."""
    for each in term.__subclasses__():
        if not each.__name__.startswith("_"):
            yield each
        yield from kinds_of(each)


def test_every_term_is_tried() -> None:
    """A further one fails here until it stands in the list; each that reads a setting reads one that there is."""
    tried = {type(term) for rule in TERMS for term in rule} | {Everywhere}
    ours = {each for each in kinds_of(Term) if each.__module__ == "countries.tenancy.terms"}
    # A class with slots is made twice.
    assert {each.__name__ for each in ours} == {each.__name__ for each in tried}
    assert {each.setting for each in ours} <= {None, *ALWAYS, *FURTHER}
    assert {
        term for rules in RULES.values() for rule in rules.values() for term in rule if type(term) not in tried
    } == set()


@pytest.mark.parametrize("rule", TERMS, ids=named)
async def test_a_policy_lets_the_rows_through_that_it_should(trial: Trial, rule: Bounds) -> None:
    """For every caller, in person: exactly those that are worked out by hand."""
    await trial.bind(rule)
    found = {name: await trial.seen(caller.in_person().scope) for name, caller in CALLERS.items()}
    assert found == {name: seen_by(rule, caller) for name, caller in CALLERS.items()}
    assert any(found.values())


@pytest.mark.parametrize("rule", [rule for rule in TERMS if rule[0] != InCountries(or_none=True)], ids=named)
async def test_the_planner_says_the_same(trial: Trial, rule: Bounds) -> None:
    """The predicate alone, without a policy, lets the same rows through: they are two forms of one rule."""
    tiers = {
        InCountry(): {Tier.CASEWORKER, Tier.OFFICE},
        InCountries(): {Tier.REGION},
    }[rule[0]]
    for caller in CALLERS.values():
        if caller.tier in tiers:
            assert await trial.predicted(rule, caller) == seen_by(rule, caller)


@pytest.mark.parametrize("rule", TERMS, ids=named)
async def test_an_empty_scope_sees_nothing(trial: Trial, rule: Bounds) -> None:
    """Without a call, with empty texts, and with settings that are set and empty; also rows that exclude nobody."""
    await trial.bind(rule)
    names = tuple(setting.name for setting in FURTHER)
    nothing = ("", "", "")
    empty = ExtendedScope(*nothing, names, ("",) * len(names))
    for scope in (None, ScopeSettings(*nothing), empty, ExtendedScope(*nothing, (), ())):
        assert await trial.seen(scope) == []


@pytest.mark.parametrize("rule", TERMS, ids=named)
async def test_without_its_person_a_personal_term_sees_nothing(trial: Trial, rule: Bounds) -> None:
    """A statement that did not say that it asks shows too little, never too much."""
    await trial.bind(rule)
    is_personal = any(term.setting is not None and term.setting.is_personal for term in rule)
    for caller in CALLERS.values():
        assert await trial.seen(caller.scope) == ([] if is_personal else seen_by(rule, caller))


@pytest.mark.parametrize("rule", TERMS, ids=named)
async def test_what_a_session_left_behind_is_overwritten(trial: Trial, rule: Bounds) -> None:
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
async def test_a_policy_is_as_the_catalogue_wants_it(trial: Trial, rule: Bounds) -> None:
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


SHIFT = Setting("shift", lambda caller: [each.partition("@")[2] for each in caller.persons if "@" in each])


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
    monkeypatch.setattr(countries.tenancy.scope, "FURTHER", (*FURTHER, SHIFT))


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
