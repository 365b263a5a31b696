"""The words of a declaration: an entity says those that there are, each of what it takes, and no other."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from difflib import get_close_matches
from enum import StrEnum
from typing import Any, ClassVar, get_origin

from sqlalchemy import Constraint, Index

from countries.tenancy.caller import Tier
from graph.declarations.days import When
from graph.declarations.files import Beside
from graph.declarations.lives import Dated
from graph.declarations.misdeclared import body_error, place_of
from graph.declarations.nouns import Alone, DerivedMutation, Names, TableKind, is_tiers
from graph.declarations.obligations import Obligation
from graph.declarations.owners import Owner
from graph.declarations.rules import Rule
from graph.declarations.selection import RowsOfMany, SelectOf
from graph.declarations.suggestions import Suggestion
from graph.refusals import Refusal

LONGEST = 63
"""Bytes of a name in PostgreSQL, which cuts off what is more."""
TABLE = re.compile(r"[a-z][a-z0-9_]*")
MADE_BY_PYTHON = re.compile(r"__\w+__|_abc_impl")

TakenWord = tuple[Callable[[Any], bool], str]


def _one(*classes: type) -> TakenWord:
    return lambda value: isinstance(value, classes), " or ".join(each.__name__ for each in classes)


def _maybe(*classes: type) -> TakenWord:
    return lambda value: value is None or isinstance(value, classes), " or ".join(each.__name__ for each in classes)


def _listed(*classes: type) -> TakenWord:
    names = " or ".join(each.__name__ for each in classes)
    return lambda value: isinstance(value, tuple) and all(isinstance(each, classes) for each in value), (
        f'a tuple of {names}, with its comma: ("…",)' if classes == (str,) else f"a tuple of {names}, with its comma"
    )


def _tiers() -> TakenWord:
    return is_tiers, "a frozenset of tiers: NATIONAL, OFFICE, frozenset({Tier.OFFICE})"


def _by(keys: type, values: type | tuple[type, ...]) -> TakenWord:
    return (
        lambda value: (
            isinstance(value, Mapping) and all(isinstance(k, keys) and isinstance(v, values) for k, v in value.items())
        ),
        f"a mapping by {keys.__name__}",
    )


TAKES: Mapping[str, TakenWord] = {
    "names": _one(Names),
    "table_kind": _one(TableKind),
    "readers": _tiers(),
    "bookkeeping": _tiers(),
    "rows": _by(Tier, tuple),
    "about_a_person": _one(bool),
    "owner": _maybe(Owner),
    "programme_column": _maybe(str),
    "void_column": _maybe(str),
    "keeps": _listed(Rule),
    "mutations": _listed(DerivedMutation),
    "in_graph": _one(bool),
    "statistics_reads": _listed(str),
    "statistics_adds": _listed(str),
    "obligation": _maybe(Obligation),
    "country_back": (lambda value: value is None or _is_pair(value), "a pair of a name and a sentence"),
    "natural_key": (lambda value: value is None or _listed(str)[0](value), _listed(str)[1]),
    "no_sheet": _maybe(str),
    "mirrored_by": _maybe(str),
    "beside": _by(str, Beside),
    "same_as": _maybe(str),
    "suggests": _listed(Suggestion),
    "shadow_of": _listed(str),
    "keys_of": _maybe(str),
    "named_by": _listed(str),
    "rules": _listed(Constraint, Index),
    "when": _one(When),
    "at_end": _listed(str),
    "alone": _maybe(Alone),
    "outlived": _maybe(Refusal),
    "cut_by_death": _one(bool),
    "at_death": _by(str, StrEnum),
    "ends_with": _maybe(str),
    "voided_by": _tiers(),
    "selection": _one(RowsOfMany, SelectOf),
    "order": _listed(str),
}
"""What each word takes, and how that is called."""
OF_DATED = frozenset(name for name in vars(Dated) if not MADE_BY_PYTHON.fullmatch(name))


def _is_pair(value: object) -> bool:
    return isinstance(value, tuple) and len(value) == 2 and all(isinstance(each, str) and each for each in value)  # noqa: PLR2004 - a pair


def refuse_words(bases: tuple[type, ...], body: Mapping[str, Any]) -> None:
    """Look at the words of a class that is about to be made of its body.

    Raises:
        MisdeclaredError: a word is none, is of another base, or says what it does not take.
    """
    for name, message in (*_unknown(bases, body), *_mistaken(bases, body), *_table(bases, body)):
        raise body_error(body, name, message)


def _unknown(bases: tuple[type, ...], body: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    known = _known(bases)
    for name, type_ in body.get("__annotations__", {}).items():
        if name in known or not _is_word(type_):
            continue
        if name in OF_DATED:
            yield name, "a row that is not dated has no such word; say Dated among its bases."
            continue
        like = get_close_matches(name, known & TAKES.keys(), 1, 0.5)
        yield name, f"there is no such word{f'; say {like[0]}' if like else ''}."


def _known(bases: tuple[type, ...]) -> frozenset[str]:
    """The words that the bases of a class have."""
    return frozenset(name for base in bases for each in base.__mro__ for name in (*vars(each), *_hints(each)))


def _hints(base: type) -> Mapping[str, Any]:
    hints: Mapping[str, Any] = vars(base).get("__annotations__", {})
    return hints


def _is_word(type_: object) -> bool:
    if isinstance(type_, str):
        return type_.startswith(("ClassVar", "typing.ClassVar"))
    return type_ is ClassVar or get_origin(type_) is ClassVar


def _mistaken(bases: tuple[type, ...], body: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    for name in (each for each in body if each in TAKES.keys() & _known(bases)):
        takes, called = TAKES[name]
        if not takes(body[name]):
            yield name, f"it takes {called}."
    if not str(body.get("__doc__") or "").strip():
        yield "__doc__", "it says in no sentence what a row is; give it a docstring."
    if "names" not in body:
        yield "names", "nothing says what GraphQL calls it; say Names(type, one, many)."
    if "__tablename__" not in body:
        yield "__tablename__", "nothing says what its table is called."


def _table(bases: tuple[type, ...], body: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    name = body.get("__tablename__")
    if name is None:
        return
    if not isinstance(name, str) or not TABLE.fullmatch(name) or len(name) > LONGEST:
        yield "__tablename__", f"a table is called in small letters, {LONGEST} at most."
        return
    metadata = next(each.metadata for each in bases if hasattr(each, "metadata"))
    if name in metadata.tables:
        made = metadata.tables[name]
        others = (other for each in bases for base in each.__mro__ for other in _below(base))
        other = next((each for each in others if vars(each).get("__table__") is made), None)
        at = "" if other is None else f" {place_of(other, '__tablename__')}"
        yield "__tablename__", f"the table of another entity is called {name} already:{at}."


def _below(base: type) -> Iterator[type]:
    """The classes that are made of an entity's base."""
    below: list[type] = base.__subclasses__() if hasattr(base, "metadata") else []
    for each in below:
        yield each
        yield from _below(each)
