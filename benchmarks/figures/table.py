"""What was measured, in Markdown."""

from __future__ import annotations

from statistics import median
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    Release = Mapping[str, Any]

NONE = "-"
RELEASES = (
    "release", "closing, s", "counting, rounding and proof, writing", "figures shown", "of all splits", "countries",
    "regions, federation", "left out", "off by a tenth", "fewest values", "best guess, 1 and more", "zero", "all",
)  # fmt: skip
METHODS = (
    "federation", "method", "refused", "figures shown", "countries", "regions, federation", "off by a tenth",
    "fewest values", "attacked", "best guess", "closing, s",
)  # fmt: skip


def releases(rows: Iterable[Release]) -> str:
    """Each release of a federation, in the order in which they came out."""
    return _table(RELEASES, (_release(row) for row in rows))


def methods(measured: Mapping[str, Mapping[str, Mapping[str, Any]]]) -> str:
    """Methods side by side on the same federations.

    Args:
        measured: by federation and method: `title`, `releases`, and where an attacker was set on one, the fewest values
            that a count was left.
    """
    rows = (
        [its["title"], method, *_together(its["releases"], its.get("attacked"))]
        for methods in measured.values()
        for method, its in methods.items()
    )
    return _table(METHODS, rows)


def _release(row: Release) -> Iterator[str]:
    yield row["label"]
    yield f"{row['seconds']:.1f}"
    stages = row["stages"]
    yield " + ".join(f"{stages.get(each, 0):.1f}" for each in ("counting", "rounding", "writing"))
    said = row["said"]
    if said is None:
        yield from ["refused", *([NONE] * (len(RELEASES) - 4))]
        return
    yield f"{percent(said['shown'], said['figures'])} of {said['figures']:,}"
    yield percent(said["shown"], said["lattice"])
    yield f"{said['countries']} of {said['of_countries']}"
    yield f"{said['above']} of {said['of_above']}"
    yield percent(said["left_out"], said["secrets"])
    yield percent(said["off"], said["shown"])
    yield NONE if said["narrowest"] is None else str(said["narrowest"])
    yield from (share(said[each]) for each in ("small_odds", "zero_odds", "odds"))


def _together(rows: Sequence[Release], attacked: int | None) -> Iterator[str]:
    """All releases of a federation in one row."""
    said = [row["said"] for row in rows if row["said"] is not None]
    yield f"{len(rows) - len(said)} of {len(rows)}"
    if not said:
        yield from [NONE] * 7
    else:
        yield between(percent(each["shown"], each["figures"]) for each in said)
        yield _least(said, "countries", "of_countries")
        yield _least(said, "above", "of_above")
        yield between(percent(each["off"], each["shown"]) for each in said)
        known = [each["narrowest"] for each in said if each["narrowest"] is not None]
        yield str(min(known)) if known else NONE
        yield NONE if attacked is None else str(attacked)
        yield between(share(each["odds"]) for each in said)
    seconds = [row["seconds"] for row in rows]
    yield f"{median(seconds):.1f}, at most {max(seconds):.1f}"


def _least(said: Sequence[Release], some: str, of: str) -> str:
    worst = min(said, key=lambda each: each[some] / (each[of] or 1))
    return f"{worst[some]} of {worst[of]}"


def between(texts: Iterable[str]) -> str:
    """The first and the last in order of size, or the one that all are."""
    listed = sorted(set(texts), key=lambda text: float(text.split()[0]) if text != NONE else -1.0)
    return listed[0] if len(listed) == 1 else f"{listed[0].removesuffix(' %')} to {listed[-1]}"


def percent(some: int, of: int) -> str:
    """`93.5 %`."""
    return f"{100 * some / of:.1f} %" if of else NONE


def share(part: float | None) -> str:
    """`12 %`."""
    return NONE if part is None else f"{100 * part:.0f} %"


def _table(head: Sequence[str], rows: Iterable[Iterable[str]]) -> str:
    lines = [f"| {' | '.join(head)} |", f"|{'---|' * len(head)}"]
    return "\n".join([*lines, *(f"| {' | '.join(row)} |" for row in rows)])
