"""The values of a statement's parameters, found in the request's arguments and in the caller's scope."""

from __future__ import annotations

import re
from dataclasses import fields, is_dataclass
from typing import TYPE_CHECKING

import orjson

from graph.errors import BadUserInput, HearthError
from graph.plan.sql.missing import resync
from graph.plan.tree.sources import (
    TOLD,
    UNREAD,
    FromArgument,
    FromBoth,
    FromBound,
    FromCursor,
    FromIntrospection,
    FromPacks,
    FromScope,
    FromView,
    FromWords,
    FromWrite,
)
from graph.shares.steps import step
from graph.text_keys import made

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from countries.packs.keys import RuleKey
    from graph.plan.tree.sources import Scope, ValueOrigin

FEED_CURSOR = re.compile(r"([0-9a-f]{10})\.(?:([0-9a-f]{16})|[0-9]{1,18})", re.ASCII)
"""The caller's scope and a sealed place; a bare number is a cursor as they were before places were sealed."""


def bind(sources: Sequence[ValueOrigin], arguments: Sequence[object], scope: Scope) -> list[object]:
    """The values of a statement's parameters, in order.

    Raises:
        BadUserInput: a value cannot be meant; its path names the field.
    """
    return [_find(source, arguments, scope) for source in sources]


def check_arguments(sources: Sequence[ValueOrigin], arguments: Sequence[object], scope: Scope) -> None:
    """See whether the arguments of a statement can be meant, before what comes first is done.

    Raises:
        BadUserInput: one cannot; its path names the field.
    """
    for source in sources:
        if isinstance(source, FromArgument | FromBoth | FromCursor):
            _find(source, arguments, scope)


def faults_of(sources: Iterable[ValueOrigin], arguments: Sequence[object], scope: Scope) -> Iterator[HearthError]:
    """All that is wrong with arguments, where one of them cannot be meant: each place once."""
    found: set[object] = set()
    for source in sources:
        if not isinstance(source, FromArgument | FromBoth | FromCursor) or _is_told(source, arguments):
            continue
        try:
            _find(source, arguments, scope)
        except UNREAD:
            if not any(TOLD in _parts_of(each) for each in arguments):
                raise
        except HearthError as error:
            for each in (error, *error.more):
                where = (each.slot, each.steps) if each.slot is not None else (source.path, each.message)
                if where not in found:
                    found.add(where)
                    yield each


def _is_told(source: FromArgument | FromBoth | FromCursor, arguments: Sequence[object]) -> bool:
    """Whether a value does not fit, or a part of one that is read as a whole: that is told already."""
    value = arguments[source.slot]
    if isinstance(source, FromBoth):
        return any(each is TOLD for each in _parts_of(value))
    for key in source.steps if isinstance(source, FromArgument) else ():
        if value is TOLD:
            return True
        value = value[key]  # type: ignore[index]  # as of `_argument`
    return value is TOLD


def _parts_of(value: object) -> Iterator[object]:
    yield value
    inside = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    for each in inside:
        yield from _parts_of(each)


def unread(tree: object, read: Sequence[ValueOrigin]) -> tuple[ValueOrigin, ...]:
    """What of a tree's arguments no statement reads, because of what is selected; it may be wrong all the same.

    A value that the caller's scope takes part in is looked at whole by whatever reads a part of it.

    Args:
        tree: what was planned, such as the roots of an operation.
        read: where the values of the statement's parameters come from.
    """
    whole = {(each.slot, each.steps) for each in read if isinstance(each, FromBoth)}
    known = set(read)
    found: list[ValueOrigin] = []
    for each in _arguments_in(tree):
        if each in known or (isinstance(each, FromBoth) and (each.slot, each.steps) in whole):
            continue
        known.add(each)
        found.append(each)
        if isinstance(each, FromBoth):
            whole.add((each.slot, each.steps))
    return tuple(found)


def _arguments_in(part: object) -> Iterator[FromArgument | FromBoth | FromCursor]:
    step()
    if isinstance(part, FromArgument | FromBoth | FromCursor):
        yield part
    elif isinstance(part, tuple):
        for inner in part:
            yield from _arguments_in(inner)
    elif is_dataclass(part) and part.__module__.startswith("graph.plan."):
        step(2)
        for each in fields(part):
            yield from _arguments_in(getattr(part, each.name))


def _find(  # noqa: C901 - each case is one source
    source: ValueOrigin, arguments: Sequence[object], scope: Scope
) -> object:
    match source:
        case FromArgument():
            return _argument(source, arguments)
        case FromScope():
            found: object = getattr(scope, source.name)
            return list(found) if isinstance(found, tuple) else found
        case FromView():
            return orjson.dumps(source.view.of(scope.viewer))
        case FromIntrospection():
            return scope.introspected[source.key]
        case FromWrite(name, key):
            return scope.written[name] if key is None else made(key, scope.country, scope.written[name])
        case FromCursor():
            return _position(source, arguments, scope)
        case FromWords(tell):
            return orjson.dumps(tell(scope.spoken.words))
        case FromBound(name):
            return scope.bounds[name]
        case FromPacks(key):
            return _laid_down(key, scope)
        case FromBoth():
            return _from_both(source, arguments, scope)


def _laid_down(key: RuleKey, scope: Scope) -> int | str | None:
    if scope.packs is None or scope.country is None:
        message = f"nothing says what the caller's country has laid down of {key.key}"
        raise TypeError(message)
    rule = scope.packs.on(scope.country, key, scope.today)
    return rule.whole if key.unit.is_number else rule.value


def _position(source: FromCursor, arguments: Sequence[object], scope: Scope) -> str:
    value = arguments[source.slot]
    found = FEED_CURSOR.fullmatch(value) if isinstance(value, str) else None
    if found is None:
        hint = "Use `endCursor` or `head` of `changes`."
        raise BadUserInput("That is no cursor of the feed.", hint, source.path, slot=source.slot)
    if found[1] != scope.feed:
        raise resync("The cursor belongs to another scope.", source.path)
    sealed: str | None = found[2]
    if sealed is None:
        raise resync("The cursor is of an earlier form.", source.path)
    return sealed


def needs_today(sources: Sequence[ValueOrigin]) -> bool:
    """Whether one of the values depends on today's date."""
    return any(isinstance(each, FromBoth | FromPacks) or each == FromScope("today") for each in sources)


def _from_both(source: FromBoth, arguments: Sequence[object], scope: Scope) -> object:
    value = arguments[source.slot]
    for key in source.steps:
        value = value[key]  # type: ignore[index]  # as `_argument`
    try:
        return source.convert(value, scope)
    except HearthError as error:
        for each in (error, *error.more):
            each.path = each.path or source.path
            each.slot, each.steps = source.slot, (*source.steps, *each.steps)
        raise


def _argument(source: FromArgument, arguments: Sequence[object]) -> object:
    value = arguments[source.slot]
    for key in source.steps:
        value = value[key]  # type: ignore[index]  # the shape, which chose the plan, vouches for the steps
    try:
        return source.convert(value)
    except BadUserInput as error:
        for each in (error, *error.more):
            each.path = each.path or source.path
            each.slot, each.steps = source.slot, (*source.steps, *each.steps)
        raise
