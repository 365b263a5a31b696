"""The catalogue of indicators: for everybody, and without a table."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from graph.indicators.catalogue import all_indicators
from graph.indicators.model import Topic
from tests.plan.compiled import prepare

if TYPE_CHECKING:
    from tests.conftest import Ask

ALL = """query ($topic: Topic) { indicators(topic: $topic) { __typename code title topic unit numerator denominator
  exclusions splits { dimensions levels quarterLevels } definitionSource verified version decimals providerShare } }"""


@pytest.mark.parametrize("as_", ["caseworker", "office", "region", "headquarters", "auditor"])
async def test_every_role_reads_it(ask: Ask, as_: str) -> None:
    """Definitions are public: all of them, in the order of topics."""
    listed = (await ask(ALL, as_))["data"]["indicators"]
    assert [each["code"] for each in listed] == list(all_indicators())
    assert all(each["__typename"] == "Indicator" for each in listed)


async def test_a_topic(ask: Ask) -> None:
    """Each topic has its own; together they are all."""
    codes: list[str] = []
    for topic in Topic:
        listed = (await ask(ALL, "headquarters", topic=topic.value))["data"]["indicators"]
        assert {each["topic"] for each in listed} <= {topic.value}
        codes += [each["code"] for each in listed]
    assert codes == list(all_indicators())


async def test_what_it_tells(ask: Ask) -> None:
    """What the definition says."""
    listed = (await ask(ALL, "office"))["data"]["indicators"]
    told = {each["code"]: each for each in listed}["DATACARE_ALTERNATIVE_CARE_RATE"]
    indicator = all_indicators()["DATACARE_ALTERNATIVE_CARE_RATE"]
    everywhere = ["FEDERATION", "REGION", "COUNTRY"]
    assert told["splits"] == [{"dimensions": [], "levels": everywhere, "quarterLevels": everywhere}]
    assert told["denominator"] == indicator.denominator_doc
    assert told["providerShare"] is True
    assert (told["decimals"], told["version"]) == (indicator.decimals, indicator.version)


async def test_quarters_have_stocks_as_years_and_of_flows_the_whole(ask: Ask) -> None:
    """And of what is rare nothing."""
    listed = {each["code"]: each["splits"] for each in (await ask(ALL, "headquarters"))["data"]["indicators"]}
    assert all(split["levels"] == split["quarterLevels"] for split in listed["CARE_STOCK"])
    flows = {tuple(split["dimensions"]): split["quarterLevels"] for split in listed["CARE_INFLOW"]}
    assert flows.pop(()) == ["FEDERATION"]
    assert len(flows) > 1
    assert not any(flows.values())
    assert not any(split["quarterLevels"] for split in listed["RE_ENTRIES"])


def test_it_needs_no_table() -> None:
    """No statement is made for it."""
    assert prepare("{ indicators { code } viewer { role } }", "headquarters").plan.statement is None
