"""An attacker who knows everything that is published cannot tell a count from four others."""

from __future__ import annotations

import os

import pytest

from countries.disclosure import rounding
from countries.disclosure.rounding_claims import Claims, Story
from countries.disclosure.rounding_proof import Proof
from graph.closing.close import ENOUGH
from graph.indicators.period import Period
from graph.indicators.splits import AgeGroup
from tests.closing.attacker import Attacker
from tests.closing.gathered import gather, places_taken
from tests.closing.knowledge import EXACT, OF_DAYS, STOCK, Key, Knowledge
from tests.closing.office import Office, Truth, caller_of
from tests.closing.survey import Survey
from tests.conftest import NOW

ORDER = ("SEX", "AGE_GROUP", "SETTING", "CARE_FORM", "PROGRAMME_KIND")
COVERAGE = """query($codes: [String!]!, $period: PeriodInput!, $by: [FigureDimension!]) {
  indicatorReport(indicators: $codes, period: $period, by: $by) {
    cells { area splits { value } numerator } coverage { country completeness } } }"""
FIVE = 5
SAMPLE = int(os.environ.get("HEARTH_FIGURE_SAMPLE", "80"))
"""Every so many counts are asked for in whole numbers, in turn; all are, in any."""


def amount_of(truth: Truth, key: Key) -> int:
    """The count itself."""
    named = dict(key.categories)
    split = [dimension for dimension in ORDER if dimension in named]
    return truth[key.measure, key.area, ",".join(split), ",".join(named[each] for each in split)][0]


def secrets(knowledge: Knowledge) -> list[Key]:
    """The counts that are a secret, shown or not."""
    return sorted((key for key in knowledge.asked if key not in knowledge.known and key.measure not in EXACT), key=repr)


def possible(attacker: Attacker, knowledge: Knowledge, key: Key) -> int:
    """How many whole numbers a count may be, as far as five."""
    figure = knowledge.figures.get(key, 0)
    least, most = attacker.interval(key, figure, figure + FIVE - 1)
    if most - least < FIVE - 1:
        least, most = attacker.interval(key)
    return most - least + 1


@pytest.mark.parametrize("flows", [False, True])
async def test_each_count_may_be_five_numbers(office: Office, *, flows: bool) -> None:
    """All that is published of two years leaves every count at least five whole numbers, the true one among them."""
    gathered = await gather(office)
    knowledge = Knowledge(gathered, flows=flows)
    attacker, asked = Attacker(knowledge), secrets(knowledge)
    truths = {year: await office.truth(year) for year in (2024, 2025)}
    for key in asked:
        low, high = knowledge.interval(key)
        truth = amount_of(truths[int(key.released[0])], key)
        assert low <= truth, key
        assert high is None or truth <= high, key
    assert not Survey(knowledge).narrow(asked)
    for key in asked[int(flows) :: SAMPLE]:
        assert possible(attacker, knowledge, key) >= FIVE, key
    assert len(asked) > 1_000
    assert len(knowledge.figures) > 0.7 * len(asked)


async def test_homes_tell_nobody_above_an_office_how_many_live_there(office: Office) -> None:
    """Neither today nor on a day, by no filter and no order; whoever were told would know what is a secret."""
    gathered = await gather(office)
    assert (gathered.taken, gathered.doors) == ({}, set())
    truth, last = await office.truth(2025), gathered.days["2025", 1][1]
    country = next(key[1] for key in truth if key[0] == STOCK and key[1] in {each for each, *_ in gathered.homes})
    told: set[str] = set()
    lives = await places_taken(office, caller_of(country), last, told)
    assert told == {"occupancy", "freePlaces"}
    key = Key(("2025", 1), STOCK, country)
    assert lives == {country: amount_of(truth, key)}
    assert key not in Knowledge(gathered).known
    gathered.taken[key.released, country] = lives[country]
    assert Attacker(Knowledge(gathered)).interval(key) == (lives[country], lives[country])


async def test_coverage_says_what_figures_say(office: Office) -> None:
    """Whoever has the figures has the completeness of each country's records, and learns nothing from it."""
    seen = set()
    for year in (2024, 2025):
        asked = {"codes": ["CARE_STOCK"], "period": {"year": year}}
        whole = (await office.ask(COVERAGE, **asked, by=["COUNTRY"]))["indicatorReport"]
        ages = (await office.ask(COVERAGE, **asked, by=["COUNTRY", "AGE_GROUP"]))["indicatorReport"]["cells"]
        grown = {
            each["area"]: each["numerator"]
            for each in ages
            if each["splits"][0]["value"] == AgeGroup.AGE_18_PLUS_OR_UNKNOWN
        }
        living = {each["area"]: each["numerator"] for each in whole["cells"]}
        for each in whole["coverage"]:
            there, old = (figures.get(each["country"]) for figures in (living, grown))
            says = "NOT_ASSESSED"
            if there is not None and old is not None and there >= ENOUGH:
                says = "COMPLETE" if old * 20 <= there else "PARTIAL"
            assert each["completeness"] == says, each
            seen.add(each["completeness"])
    assert seen


async def test_figures_that_are_rounded_one_by_one_tell(fresh: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where nothing adds up and nothing is taken out, the attacker gets closer than five."""
    monkeypatch.setattr(rounding, "TOGETHER", 0.0)
    monkeypatch.setattr(rounding, "STEERED", ())
    monkeypatch.setattr("graph.closing.proved.held", blind)
    await fresh.closing.close(Period(2025), NOW)
    knowledge = Knowledge(await gather(fresh))
    attacker = Attacker(knowledge)
    whole = [key for key in secrets(knowledge) if key.measure not in OF_DAYS and key.measure.startswith("children")]
    assert any(possible(attacker, knowledge, key) < FIVE for key in whole)
    assert any(key in whole for key in Survey(knowledge).narrow(secrets(knowledge)))


def blind(claims: Claims) -> Proof:
    """Believes everything."""
    figures = {index: claim.figure or 0 for index, claim in enumerate(claims.claims)}
    return Proof(dict.fromkeys(Story, figures))


async def test_a_quarter_its_year_and_a_restatement(federation: Office) -> None:
    """Together they tell no more than was promised; what did not change is the same figure."""
    await federation.closing.close(Period(2025, 3), NOW)
    await federation.closing.close(Period(2025), NOW)
    assert await federation.leave_late("BO", 10, "2025-12-20") == 10
    closed = await federation.closing.close(Period(2025), NOW, "Bolivia entered late.")
    assert closed.revision == 2
    knowledge = Knowledge(await gather(federation), frozenset({"BO"}), flows=True)
    attacker, truths = Attacker(knowledge), {n: await federation.truth(2025, revision=n) for n in (1, 2)}
    for key, figure in knowledge.figures.items():
        if key.released == ("2025", 2):
            first = Key(("2025", 1), key.measure, key.area, key.categories)
            same = amount_of(truths[1], key) == amount_of(truths[2], key)
            assert not same or knowledge.figures.get(first, figure) == figure, key
    assert not Survey(knowledge).narrow(secrets(knowledge))
    for key in secrets(knowledge)[::SAMPLE]:
        assert possible(attacker, knowledge, key) >= FIVE, key
