"""A document that a command of ours asks, as one caller: its data, or every error as the engine gave it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import orjson

from graph import errors
from graph.errors import HearthError, HearthErrors, Internal
from graph.execute.request import GraphQLRequest
from graph.reasons import Reason

if TYPE_CHECKING:
    from collections.abc import Mapping

    from countries.tenancy.caller import Caller
    from graph.execute.engine import Engine

KINDS = {each.code: each for each in vars(errors).values() if isinstance(each, type) and issubclass(each, HearthError)}
"""The errors by their codes."""


async def ask(
    engine: Engine, document: str, caller: Caller, variables: dict[str, object] | None = None
) -> Mapping[str, Any]:
    """The data of an answer.

    Args:
        engine: answers.
        document: what is asked.
        caller: who asks.
        variables: its variables.

    Raises:
        HearthErrors: the answer has errors; each keeps its code, its hint, its reason and its path.
    """
    answer = orjson.loads((await engine.answer(GraphQLRequest(document, variables=variables or {}), caller)).body)
    if answer.get("errors"):
        raise HearthErrors([_read(each) for each in answer["errors"]])
    data: Mapping[str, Any] = answer["data"]
    return data


def _read(error: Mapping[str, Any]) -> HearthError:
    """An error of an answer."""
    told = error["extensions"]
    path = error.get("path")
    return KINDS.get(told["code"], Internal)(
        error["message"],
        told["hint"],
        path=None if path is None else tuple(path),
        reason=Reason(told["reason"]) if "reason" in told else None,
    )
