"""The catalogue of indicators as an answer: it needs no table."""

from __future__ import annotations

from typing import TYPE_CHECKING

from graph.indicators.catalogue import all_indicators
from graph.indicators.model import AreaLevel, National
from graph.plan.planner.view import view
from graph.plan.tree.roots import Worded
from graph.plan.tree.sources import ABSENT, FromWords
from graph.words.labels import INDICATOR, UNIT

if TYPE_CHECKING:
    from graph.indicators.model import Indicator
    from graph.plan.planner.context import Planning
    from graph.plan.read.operation import Field
    from graph.plan.tree.sources import Path
    from graph.words.words import Words


def plan_catalogue(planning: Planning, selected: Field, path: Path) -> Worded:
    """`indicators`, all of them or those of a topic."""
    del path
    _, given = planning.argument(selected, "topic")
    topic = None if given in (ABSENT, None) else getattr(given, "value", given)
    chosen = view(planning.selector, "Indicator", selected.selection_sets, {"splits": "IndicatorSplit"})
    listed = [each for each in all_indicators().values() if topic is None or each.topic.value == topic]
    return Worded(FromWords(lambda words: [chosen.of(_told(each, words)) for each in listed]))


def _told(indicator: Indicator, words: Words) -> dict[str, object]:
    def said(text: str | None) -> str | None:
        return text and words.say(text, INDICATOR)

    national = indicator.denominator if isinstance(indicator.denominator, National) else None
    return {
        "code": indicator.code,
        "title": said(indicator.title),
        "topic": indicator.topic.value,
        "unit": words.say(indicator.unit, UNIT),
        "numerator": said(indicator.numerator_doc),
        "denominator": said(indicator.denominator_doc or (national and national.value)),
        "exclusions": said(indicator.exclusions),
        "splits": [
            {
                "dimensions": [dimension.value for dimension in one],
                "levels": [level.value for level in AreaLevel if one in indicator.splits_at(level)],
                "quarterLevels": [level.value for level in AreaLevel if one in indicator.splits_at(level, brief=True)],
            }
            for one in sorted(indicator.splits)
        ],
        "definitionSource": indicator.definition_source,
        "verified": indicator.verified,
        "version": indicator.version,
        "decimals": indicator.decimals,
        "providerShare": indicator.provider_share,
    }
