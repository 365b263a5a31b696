"""The catalogue as a whole: that each indicator says what it is, and that what it counts can be counted."""

from __future__ import annotations

import re
from importlib import import_module
from pkgutil import iter_modules

import pytest

from graph import indicators
from graph.indicators.catalogue import all_indicators, all_measures
from graph.indicators.counting import counted
from graph.indicators.entries import ENTRY_EVENTS
from graph.indicators.exits import EXIT_EVENTS
from graph.indicators.model import Counts, Indicator, Measure, National, Part, Taken
from graph.indicators.splits import Dimension
from tests.indicators.hand import YEAR, PlainFrame, written

MACHINERY = {
    "catalogue",
    "counting",
    "model",
    "period",
    "presence",
    "sos_as_residential",
    "splits",
    "stays",
}
INDICATORS = all_indicators().values()
MEASURES = (*all_measures().values(), ENTRY_EVENTS, EXIT_EVENTS)
EXISTS = re.compile(r" WHERE (\w+)\.country_code = (?!\1)\w+\.country_code AND ")
JOIN = re.compile(r"(?<!DISTINCT) ON (.*?)(?= JOIN | WHERE | GROUP BY |\)|$)")


def test_one_file_an_indicator() -> None:
    """Every other module of the folder defines one, and there are at least sixteen."""
    found = {}
    for module in iter_modules(indicators.__path__):
        if module.name not in MACHINERY:
            found[module.name] = import_module(f"{indicators.__name__}.{module.name}").INDICATOR
    assert {each.code for each in found.values()} == set(all_indicators())
    assert len(found) == len(all_indicators()) >= 16


def test_measures_have_codes_of_their_own() -> None:
    """Two indicators of one measure share it; no two measures share a code."""
    by_code = {each.code: each for each in MEASURES}
    for indicator in INDICATORS:
        assert all(by_code[part.measure.code] is part.measure for part in indicator.parts)
    assert len(by_code) == len(MEASURES)


@pytest.mark.parametrize("indicator", INDICATORS, ids=lambda each: each.code)
def test_an_indicator_says_what_it_is(indicator: Indicator) -> None:
    """Numerator, denominator, exclusions and source; who is behind a rate over a population; how it is rounded."""
    assert re.fullmatch("[A-Z][A-Z0-9_]+", indicator.code)
    assert not indicator.title.endswith(".")
    assert indicator.unit
    assert indicator.definition_source
    for sentence in (indicator.numerator_doc, indicator.exclusions):
        assert sentence.endswith(".")
    assert (indicator.denominator is None) == (indicator.denominator_doc is None)
    assert indicator.denominator_doc is None or indicator.denominator_doc.endswith(".")
    assert indicator.provider_share == isinstance(indicator.denominator, National)
    assert indicator.denominator is not None or (indicator.scale, indicator.decimals) == (1, 0)
    assert indicator.unit != "percent" or (indicator.scale, indicator.decimals) == (100, 1)
    assert indicator.version >= 1


def test_what_was_compared_with_its_source_word_by_word() -> None:
    """Of one indicator the full wording of the manual is at hand; the others say that nobody has compared them."""
    assert {each.code for each in INDICATORS if each.verified} == {"CHILDREN_ENTERING_CARE"}


@pytest.mark.parametrize("indicator", INDICATORS, ids=lambda each: each.code)
def test_splits_are_carried_by_both_parts(indicator: Indicator) -> None:
    """The whole exists, and each further split exists of numerator and denominator on top of what they are fixed to."""
    assert () in indicator.splits
    for part in indicator.parts:
        for split in indicator.splits:
            assert {*split, *part.fixed} in [set(each) for each in part.measure.all_splits]
            assert not {*split} & {*part.fixed}


@pytest.mark.parametrize("measure", MEASURES, ids=lambda each: each.code)
def test_a_measure_can_be_counted_by_its_splits(measure: Measure) -> None:
    """Facts about children carry a child, and a day where ages are asked for; facts about homes carry no child."""
    assert re.fullmatch("[a-z][a-z_]+", measure.code)
    assert not measure.doc.endswith(".")
    facts = measure.facts(PlainFrame(YEAR))
    assert (facts.child is None) == (measure.counts in (Counts.PLACES, Counts.CARERS))
    assert facts.on is not None or all(Dimension.AGE_GROUP not in split for split in measure.all_splits)
    assert not measure.dated or measure.taken is Taken.DURING
    for split in measure.all_splits:
        counted(measure, PlainFrame(YEAR), [split])


@pytest.mark.parametrize("measure", MEASURES, ids=lambda each: each.code)
def test_every_join_names_the_country(measure: Measure) -> None:
    """A country's rows meet rows of no other; and what a planner may get wrong is not asked of it."""
    text = " ".join(written(counted(measure, PlainFrame(YEAR), sorted(measure.all_splits)))[0].split())
    assert not re.search("OUTER|LATERAL| LEFT | FULL ", text)
    assert all(condition.count("country_code") == 2 for condition in JOIN.findall(text)), JOIN.findall(text)
    assert text.count(" JOIN ") == len(JOIN.findall(text))
    assert text.count("EXISTS (") == len(EXISTS.findall(text))


@pytest.mark.parametrize("measure", [each for each in MEASURES if each.part_of], ids=lambda each: each.code)
def test_a_part_is_counted_as_its_whole_is(measure: Measure) -> None:
    """At the same time, in the same unit, and by no split that the whole lacks."""
    whole = measure.part_of
    assert whole is not None
    assert (measure.counts, measure.taken, measure.dated) == (whole.counts, whole.taken, whole.dated)
    assert measure.all_splits <= whole.all_splits


def test_a_part_knows_its_categories() -> None:
    """A category that no dimension has is refused where it is written."""
    with pytest.raises(ValueError, match="no category"):
        Part(next(iter(MEASURES)), {Dimension.SEX: "RESIDENTIAL"})
