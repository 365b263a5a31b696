"""The auditor's page: what proves that nobody's child can be told from a release."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined

from graph.report.names import category_name

FIVE = 5
"""How many whole numbers each count may be at least."""


@dataclass(frozen=True, slots=True)
class Line:
    """The counts of a measure.

    Attributes:
        measure: what was counted.
        counts: how many counts there are.
        least: how many whole numbers the count of which most is known may be.
    """

    measure: str
    counts: int
    least: int


def render_audit(label: str, release: Mapping[str, Any], proof: Sequence[Mapping[str, Any]]) -> str:
    """The page.

    Args:
        label: of the period.
        release: `revision`, `publishedAt`, `knownAt`, `reason`, `definitions`, `commitment`.
        proof: `measure`, `area`, `splits`, `low` and `high` of each count that is a secret.
    """
    environment = Environment(
        loader=PackageLoader("graph.report.page"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    narrow = [each for each in proof if _possible(each) < FIVE]
    return environment.get_template("audit.html.j2").render(
        label=label,
        release=release,
        counts=len(proof),
        lines=list(_lines(proof)),
        narrow=[_place(each) for each in narrow],
        digest=digest_of(proof),
    )


def digest_of(proof: Iterable[Mapping[str, Any]]) -> str:
    """The SHA-256 digest of all intervals, in the order in which they are read."""
    texts = (f"{_place(each)} {each['low']} {each['high']}\n" for each in proof)
    return sha256("".join(texts).encode()).hexdigest()


def _possible(row: Mapping[str, Any]) -> int:
    return int(row["high"]) - int(row["low"]) + 1


def _lines(proof: Sequence[Mapping[str, Any]]) -> Iterable[Line]:
    by_measure: dict[str, list[int]] = {}
    for each in proof:
        by_measure.setdefault(each["measure"], []).append(_possible(each))
    for measure, widths in sorted(by_measure.items()):
        yield Line(measure.replace("_", " "), len(widths), min(widths))


def _place(row: Mapping[str, Any]) -> str:
    splits = ", ".join(category_name(each["value"]) for each in row["splits"])
    return f"{row['measure']}, {row['area']}{f', {splits}' if splits else ''}"
