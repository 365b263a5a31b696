"""How long the stages of a closing take: the functions that it calls for them are timed where it finds them."""

from __future__ import annotations

import time
from collections import Counter
from contextlib import contextmanager
from inspect import iscoroutinefunction
from typing import TYPE_CHECKING, Any

from graph.closing import close, store

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

STAGES: dict[str, tuple[Any, str]] = {
    "counting": (close, "count"),
    "rounding": (close, "say"),
    "writing": (store, "write"),
}
"""Where a closing finds what it does in each stage; rounding is with its proof."""


@contextmanager
def watched() -> Iterator[Counter[str]]:
    """Seconds by stage of all that is closed within the block."""
    spent: Counter[str] = Counter()
    before = {name: getattr(*place) for name, place in STAGES.items()}
    for name, (module, attribute) in STAGES.items():
        setattr(module, attribute, _timed(before[name], name, spent))
    try:
        yield spent
    finally:
        for name, (module, attribute) in STAGES.items():
            setattr(module, attribute, before[name])


def _timed(work: Callable[..., Any], name: str, spent: Counter[str]) -> Callable[..., Any]:
    async def waited(*given: Any, **named: Any) -> Any:  # noqa: ANN401 - whatever it takes and gives
        began = time.perf_counter()
        try:
            return await work(*given, **named)
        finally:
            spent[name] += time.perf_counter() - began  # type: ignore[assignment]  # a counter of seconds

    def done(*given: Any, **named: Any) -> Any:  # noqa: ANN401 - whatever it takes and gives
        began = time.perf_counter()
        try:
            return work(*given, **named)
        finally:
            spent[name] += time.perf_counter() - began  # type: ignore[assignment]  # a counter of seconds

    return waited if iscoroutinefunction(work) else done
