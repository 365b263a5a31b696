"""Releases: the figures of a closed period, as they were published, and the proof that none tells of a child.

What stands here was protected before it was written; nobody above an office reads anything else of children. The tables
belong to no country, and the statistics login alone adds to them.
"""

from __future__ import annotations

from datetime import datetime
from typing import ClassVar
from uuid import UUID

from sqlalchemy import CheckConstraint, Index, UniqueConstraint

from countries.tenancy.caller import Tier
from graph.declarations.base import Entity, Kind, Names, TableKind
from graph.declarations.days import MADE
from graph.declarations.fields import Day, plain
from graph.declarations.nouns import NOBODY

ABOVE = frozenset({Tier.REGION, Tier.HEADQUARTERS})
"""Who is answered published figures: the tiers above the offices."""
AUDITED = ABOVE | {Tier.AUDITOR}
"""And who compares them with what proves them."""

AUDITORS = frozenset({Tier.AUDITOR})
STATED = (
    "id", "year", "quarter", "month", "first_day", "last_day", "revision", "reason", "known_at", "definitions",
    "commitment",
)  # fmt: skip
FIGURE = (
    "release_id", "split_by", "level", "indicator", "area", "categories", "country_code", "value", "numerator",
    "denominator", "uncertainty", "status",
)  # fmt: skip
PROOF = (
    "release_id", "measure", "area", "split_by", "categories", "amount", "children", "low", "high", "figure", "settled",
    "visited", "shown", "most",
)  # fmt: skip
BESIDE = ("release_id", "of_release", "measure", "area", "split_by", "categories", "settled", "visited", "most")
COUNTED = ("release_id", "measure", "country_code", "split_by", "categories", "amount", "children")
COVERAGE = ("release_id", "country_code", "completeness", "timeliness", "last_entry_on", "feed_number")


class Release(Entity, table=True):
    """A closed period's figures, published once; a late entry makes another release, which replaces the one before."""

    __tablename__ = "release"
    names: ClassVar[Names] = Names("Release", "release", "releases")
    table_kind: ClassVar = TableKind.FEDERATION
    readers: ClassVar = AUDITED
    in_graph: ClassVar = False
    statistics_reads: ClassVar = (*STATED, "published_at")
    statistics_adds: ClassVar = STATED
    rules: ClassVar = (
        UniqueConstraint(
            "year", "quarter", "month", "revision", name="release_period_key", postgresql_nulls_not_distinct=True
        ),
        CheckConstraint("quarter IS NULL OR month IS NULL", name="release_period_check"),
        CheckConstraint("revision >= 1 AND (revision = 1) = (reason IS NULL)", name="release_revision_check"),
    )

    id: UUID = plain(Kind.ID, "The release.", primary_key=True, readers=AUDITED)
    year: int = plain(Kind.INTEGER, "The calendar year.", readers=AUDITED)
    quarter: int | None = plain(Kind.INTEGER, "1 to 4, where the period is a quarter.", readers=AUDITED, default=None)
    month: int | None = plain(Kind.INTEGER, "1 to 12, where the period is a month.", readers=AUDITED, default=None)
    first_day: Day = plain(Kind.DATE, "The period's first day.", day=MADE, readers=AUDITED)
    last_day: Day = plain(Kind.DATE, "The period's last day; stocks are of this day.", day=MADE, readers=AUDITED)
    revision: int = plain(Kind.INTEGER, "Counts the releases of the period, from 1.", readers=AUDITED)
    reason: str | None = plain(
        Kind.TEXT, "Why the period was published anew; empty for its first release.", readers=AUDITED, default=None
    )
    known_at: datetime = plain(Kind.INSTANT, "The instant as of which the offices' records were read.", readers=AUDITED)
    published_at: datetime | None = plain(
        Kind.INSTANT, "When.", readers=AUDITED, default=None, default_sql="statement_timestamp()", nullable=False
    )
    definitions: list[str] = plain(
        Kind.TEXT_LIST, "The indicators as they were defined then: `CODE@version`.", readers=AUDITED
    )
    commitment: str = plain(
        Kind.TEXT,
        "The SHA-256 digest of the key with which counts were rounded; empty where they were not.",
        readers=AUDITED,
    )


class PublishedFigure(Entity, table=True):
    """One figure of a release: an indicator in an area, whole or in one category of a split."""

    __tablename__ = "published_figure"
    names: ClassVar[Names] = Names("PublishedFigure", "publishedFigure", "publishedFigures")
    table_kind: ClassVar = TableKind.FEDERATION
    readers: ClassVar = AUDITED
    in_graph: ClassVar = False
    statistics_reads: ClassVar = FIGURE
    statistics_adds: ClassVar = FIGURE
    rules: ClassVar = (
        CheckConstraint(
            "status IN ('PUBLISHED', 'APPROXIMATE', 'SUPPRESSED', 'NOT_AVAILABLE')",
            name="published_figure_status_check",
        ),
        CheckConstraint(
            "status IN ('PUBLISHED', 'APPROXIMATE') OR (value IS NULL AND numerator IS NULL AND denominator IS NULL)",
            name="published_figure_hidden_check",
        ),
        CheckConstraint(
            "(uncertainty IS NOT NULL) = (status = 'APPROXIMATE')", name="published_figure_uncertainty_check"
        ),
        CheckConstraint("level IN ('FEDERATION', 'REGION', 'COUNTRY')", name="published_figure_level_check"),
    )

    release_id: UUID = plain(Kind.ID, "The release.", primary_key=True, readers=AUDITED)
    split_by: str = plain(Kind.TEXT, "The dimensions, joined by commas.", primary_key=True, readers=AUDITED)
    level: str = plain(Kind.TEXT, "What the area is.", primary_key=True, readers=AUDITED)
    indicator: str = plain(Kind.TEXT, "The indicator's code.", primary_key=True, readers=AUDITED)
    area: str = plain(Kind.TEXT, "A country's code, a region, or `FEDERATION`.", primary_key=True, readers=AUDITED)
    categories: str = plain(
        Kind.TEXT, "The category in each dimension, joined by commas.", primary_key=True, readers=AUDITED
    )
    country_code: str = plain(Kind.TEXT, "The country; empty for regions and the federation.", readers=AUDITED)
    value: float | None = plain(Kind.DECIMAL, "The indicator, rounded as it says.", readers=AUDITED, default=None)
    numerator: int | None = plain(Kind.BIG_INTEGER, "What was counted.", readers=AUDITED, default=None)
    denominator: int | None = plain(Kind.BIG_INTEGER, "What it is divided by.", readers=AUDITED, default=None)
    status: str = plain(Kind.TEXT, "Whether it is shown, and exact; all hidden ones are alike.", readers=AUDITED)
    uncertainty: float | None = plain(
        Kind.DECIMAL,
        "How far the true value may be from the one that is shown, at most; empty where that is exact or missing.",
        readers=AUDITED,
        default=None,
    )


class FigureProof(Entity, table=True):
    """What stands behind a release: each count, and the interval that everything published leaves of it."""

    __tablename__ = "figure_proof"
    names: ClassVar[Names] = Names("FigureProof", "figureProof", "figureProofs")
    table_kind: ClassVar = TableKind.FEDERATION
    readers: ClassVar = AUDITORS
    in_graph: ClassVar = False
    statistics_reads: ClassVar = PROOF
    statistics_adds: ClassVar = PROOF
    rules: ClassVar = (
        CheckConstraint("(low IS NULL) = (high IS NULL) AND low <= high", name="figure_proof_interval_check"),
        Index("figure_proof_hidden_idx", "release_id", postgresql_where="low IS NOT NULL"),
    )

    release_id: UUID = plain(Kind.ID, "The release.", primary_key=True, readers=AUDITORS)
    measure: str = plain(Kind.TEXT, "What was counted.", primary_key=True, readers=AUDITORS)
    area: str = plain(Kind.TEXT, "A country's code, a region, or `FEDERATION`.", primary_key=True, readers=AUDITORS)
    split_by: str = plain(Kind.TEXT, "The dimensions, joined by commas.", primary_key=True, readers=AUDITORS)
    categories: str = plain(Kind.TEXT, "The category in each, joined by commas.", primary_key=True, readers=AUDITORS)
    amount: int = plain(Kind.BIG_INTEGER, "The count itself; the statistics login alone reads it.", readers=NOBODY)
    children: int = plain(Kind.BIG_INTEGER, "How many children are behind it; as `amount`.", readers=NOBODY)
    low: int | None = plain(
        Kind.BIG_INTEGER,
        "The least that the count may be, as far as anybody can tell; empty where everybody knows it.",
        readers=AUDITORS,
        default=None,
    )
    high: int | None = plain(Kind.BIG_INTEGER, "The most that it may be; as `low`.", readers=AUDITORS, default=None)
    figure: int | None = plain(
        Kind.BIG_INTEGER, "What the count was rounded to; empty where everybody knows it.", readers=NOBODY, default=None
    )
    settled: int | None = plain(
        Kind.BIG_INTEGER,
        "What it is in the federation that proves stocks; empty where everybody knows it.",
        readers=AUDITORS,
        default=None,
    )
    visited: int | None = plain(
        Kind.BIG_INTEGER,
        "What it is in the federation that proves flows; empty where everybody knows it.",
        readers=AUDITORS,
        default=None,
    )
    shown: int | None = plain(
        Kind.INTEGER,
        "1 where its figure is shown, 0 where not; empty where everybody knows it.",
        readers=AUDITORS,
        default=None,
    )
    most: int | None = plain(
        Kind.BIG_INTEGER,
        "What public registers left of it at most when it was drawn; empty where they do not say.",
        readers=AUDITORS,
        default=None,
    )


class ProofBeside(Entity, table=True):
    """What else is in the federations that prove a release: numbers of what it does not publish, and those of other releases that lie otherwise beside it."""  # noqa: E501 - the table's comment is one line

    __tablename__ = "proof_beside"
    names: ClassVar[Names] = Names("ProofBeside", "proofBeside", "proofsBeside")
    table_kind: ClassVar = TableKind.FEDERATION
    readers: ClassVar = AUDITORS
    in_graph: ClassVar = False
    statistics_reads: ClassVar = BESIDE
    statistics_adds: ClassVar = BESIDE

    release_id: UUID = plain(Kind.ID, "The release that is proved.", primary_key=True, readers=AUDITORS)
    of_release: UUID = plain(
        Kind.ID, "The release whose count it is: itself, or one that was out.", primary_key=True, readers=AUDITORS
    )
    measure: str = plain(Kind.TEXT, "What was counted.", primary_key=True, readers=AUDITORS)
    area: str = plain(Kind.TEXT, "A country's code, a region, or `FEDERATION`.", primary_key=True, readers=AUDITORS)
    split_by: str = plain(Kind.TEXT, "The dimensions, joined by commas.", primary_key=True, readers=AUDITORS)
    categories: str = plain(Kind.TEXT, "The category in each, joined by commas.", primary_key=True, readers=AUDITORS)
    settled: int = plain(
        Kind.BIG_INTEGER,
        "What it is in the federation that proves stocks; of what was published exactly, that.",
        readers=AUDITORS,
    )
    visited: int = plain(
        Kind.BIG_INTEGER, "What it is in the federation that proves flows; as `settled`.", readers=AUDITORS
    )
    most: int | None = plain(
        Kind.BIG_INTEGER,
        "What public registers left of it at most when the release was drawn; empty where they do not say.",
        readers=AUDITORS,
        default=None,
    )


class CountryCount(Entity, table=True):
    """What a country adds to figures that it has not itself, such as one care form: kept, so that a late entry counts only the countries that wrote; what is zero has no row."""  # noqa: E501 - the table's comment is one line

    __tablename__ = "country_count"
    names: ClassVar[Names] = Names("CountryCount", "countryCount", "countryCounts")
    table_kind: ClassVar = TableKind.FEDERATION
    readers: ClassVar = NOBODY
    in_graph: ClassVar = False
    statistics_reads: ClassVar = COUNTED
    statistics_adds: ClassVar = COUNTED
    rules: ClassVar = (CheckConstraint("amount <> 0 OR children <> 0", name="country_count_amount_check"),)

    release_id: UUID = plain(Kind.ID, "The release.", primary_key=True, readers=NOBODY)
    measure: str = plain(Kind.TEXT, "What was counted.", primary_key=True, readers=NOBODY)
    country_code: str = plain(Kind.TEXT, "The country.", primary_key=True, readers=NOBODY)
    split_by: str = plain(Kind.TEXT, "The dimensions, joined by commas.", primary_key=True, readers=NOBODY)
    categories: str = plain(Kind.TEXT, "The category in each, joined by commas.", primary_key=True, readers=NOBODY)
    amount: int = plain(Kind.BIG_INTEGER, "The count.", readers=NOBODY)
    children: int = plain(Kind.BIG_INTEGER, "How many children are behind it.", readers=NOBODY)


class ReleaseCoverage(Entity, table=True):
    """What a release knew of a country: whether its records were complete and in time."""

    __tablename__ = "release_coverage"
    names: ClassVar[Names] = Names("ReleaseCoverage", "releaseCoverage", "releaseCoverages")
    table_kind: ClassVar = TableKind.FEDERATION
    readers: ClassVar = ABOVE
    in_graph: ClassVar = False
    statistics_reads: ClassVar = COVERAGE
    statistics_adds: ClassVar = COVERAGE
    rules: ClassVar = (
        CheckConstraint(
            "completeness IN ('COMPLETE', 'PARTIAL', 'NOT_ASSESSED')", name="release_coverage_completeness_check"
        ),
        CheckConstraint("timeliness IN ('TIMELY', 'LATE', 'NO_RECORDS')", name="release_coverage_timeliness_check"),
    )

    release_id: UUID = plain(Kind.ID, "The release.", primary_key=True, readers=ABOVE)
    country_code: str = plain(Kind.TEXT, "The country.", primary_key=True, readers=ABOVE)
    completeness: str = plain(
        Kind.TEXT,
        "COMPLETE where nearly all birth dates of children in care are on record, as far as published figures tell.",
        readers=ABOVE,
    )
    timeliness: str = plain(
        Kind.TEXT, "TIMELY where the country wrote records after the period had ended.", readers=ABOVE
    )
    last_entry_on: Day | None = plain(
        Kind.DATE, "The day of the country's last record, in UTC.", day=MADE, readers=ABOVE, default=None
    )
    feed_number: int = plain(
        Kind.BIG_INTEGER, "How far the country's feed of changes had come; for the statistics login.", readers=NOBODY
    )


class DrawingKey(Entity, table=True):
    """The key with which counts are rounded: made once, read by the statistics login alone."""

    __tablename__ = "drawing_key"
    names: ClassVar[Names] = Names("DrawingKey", "drawingKey", "drawingKeys")
    table_kind: ClassVar = TableKind.FEDERATION
    readers: ClassVar = NOBODY
    in_graph: ClassVar = False
    statistics_reads: ClassVar = ("purpose", "secret")
    statistics_adds: ClassVar = ("purpose", "secret")
    rules: ClassVar = (CheckConstraint("purpose = 'ROUNDING'", name="drawing_key_purpose_check"),)

    purpose: str = plain(Kind.TEXT, "`ROUNDING`: there is one.", primary_key=True, readers=NOBODY)
    secret: str = plain(Kind.TEXT, "256 random bits, in hexadecimal digits.", readers=NOBODY)
