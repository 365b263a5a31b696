"""What a country lays down, as nouns: `rules`, `rule` and `jurisdictions` of a country."""

from __future__ import annotations

from difflib import get_close_matches
from typing import TYPE_CHECKING

from countries.packs.keys import KEYS
from graph.errors import BadUserInput
from graph.kinds.kind import Kind
from graph.kinds.values import day, text
from graph.plan.planner.context import PagePrice, source
from graph.plan.planner.view import view
from graph.plan.tree.rules import JurisdictionsOf, RulesOf
from graph.plan.tree.sources import ABSENT
from graph.plan.tree.values import Value

if TYPE_CHECKING:
    from collections.abc import Iterable

    from graph.kinds.values import Convert
    from graph.plan.planner.context import Planning
    from graph.plan.read.operation import Field
    from graph.plan.tree.sources import Path

RULES, RULE, PARTS = "rules", "rule", "jurisdictions"
"""The fields of a country."""
TYPE = "CountryRule"


def plan_rules(planning: Planning, selected: Field, path: Path, parent: int | None) -> RulesOf | JurisdictionsOf:
    """A field of a country that is one of these; `parent` numbers the connection around it.

    Raises:
        BadUserInput: an argument cannot be meant.
    """
    if selected.name == PARTS:
        return JurisdictionsOf()
    if selected.name == RULES:
        planning.prices.append(PagePrice(parent, len(KEYS), None, path))
    parts = frozenset(planning.packs.parts) if planning.packs is not None else frozenset[str]()
    return RulesOf(
        view(planning.selector, TYPE, selected.selection_sets),
        _given(planning, selected, "key", Kind.TEXT, _known_key, path) if selected.name == RULE else None,
        _given(planning, selected, "jurisdiction", Kind.TEXT, _known_part(parts), path),
        _given(planning, selected, "on", Kind.DATE, day, path),
    )


def _given(planning: Planning, selected: Field, name: str, kind: Kind, convert: Convert, path: Path) -> Value | None:
    slot, value = planning.argument(selected, name)
    return None if value in (ABSENT, None) else Value(kind, source(slot, (), convert, path))


def _known_key(value: object) -> str:
    """The key of a rule."""
    said = text(value)
    if said in KEYS:
        return said
    near = _near(said.lower(), KEYS)
    hint = "Did you mean {near}?" if near else "`country { rules { key } }` has all of them."
    raise BadUserInput("There is no rule with this key.", hint, params=(("near", near),) if near else ())


def _known_part(parts: frozenset[str]) -> Convert:
    """A conversion that takes the parts that some country has; the empty text is all of a country."""

    def convert(value: object) -> str:
        said = text(value)
        if not said or said in parts:
            return said
        near = _near(said.upper(), parts)
        hint = (
            "Did you mean {near}?" if near else "`country { jurisdictions }` names a country's; leave it out for all."
        )
        raise BadUserInput("No country has a part of this name.", hint, params=(("near", near),) if near else ())

    return convert


def _near(word: str, words: Iterable[str]) -> str:
    return ", ".join(get_close_matches(word, sorted(words), n=3, cutoff=0.5))
