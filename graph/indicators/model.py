"""What an indicator is: two counts, how they make a value, and where the definition comes from.

A *measure* is what is counted, an expression for the planner; an *indicator* says what it means. Offices get measures
counted live under their own row security; above them the same expressions are counted once, when a period is closed.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING, Any, Protocol

from sqlalchemy import ColumnElement, FromClause, literal_column

from graph.described import Described
from graph.indicators.splits import CATEGORIES, Dimension, Splits, in_order

if TYPE_CHECKING:
    from sqlalchemy import Subquery

    from countries.packs.keys import RuleKey

ONE: ColumnElement[Any] = literal_column("1")


class PeriodFrame(Protocol):
    """The days of the period, and the rows that the caller may count."""

    @property
    def first(self) -> ColumnElement[Any]:
        """Its first day."""

    @property
    def after(self) -> ColumnElement[Any]:
        """The first day after its last."""

    @property
    def last(self) -> ColumnElement[Any]:
        """Its last day."""

    def rows(self, table: str, *columns: str) -> Subquery:
        """A table's rows that are not void, with `country_code` and these columns; each call is a source of its own."""

    def laid_down(self, rule: RuleKey) -> Subquery:
        """A rule that is a number: `country_code`, `jurisdiction`, `from_day`, `until_day`, `whole`."""

    def same_country(self, one: ColumnElement[Any], other: ColumnElement[Any]) -> ColumnElement[bool]:
        """That two rows, whose countries these are, are of the same one: to be said of all rows that are joined."""


@dataclass(frozen=True, slots=True)
class Facts:
    """The rows that a measure counts, before they are split.

    Attributes:
        source: where they come from.
        where: which of them count.
        country, child: the columns of these; no child where a fact is about none.
        setting, form, programme: the columns of these, where facts may be split by them, or by its kind.
        on: the day on which ages are taken.
        amount: what one fact adds, a whole number.
    """

    source: FromClause
    where: tuple[ColumnElement[bool], ...]
    country: ColumnElement[Any]
    child: ColumnElement[Any] | None = None
    setting: ColumnElement[Any] | None = None
    form: ColumnElement[Any] | None = None
    programme: ColumnElement[Any] | None = None
    on: ColumnElement[Any] | None = None
    amount: ColumnElement[Any] = ONE


class AreaLevel(StrEnum):
    """What an area is."""

    FEDERATION = "FEDERATION"
    REGION = "REGION"
    COUNTRY = "COUNTRY"


class Counts(StrEnum):
    """What the number of a measure is made of; disclosure control follows from it."""

    CHILDREN = "children"
    """Children, each at most once."""
    EVENTS = "events"
    """What happened to children; one child may count several times."""
    DAYS = "days"
    """Days that children spent, added up over children."""
    TIES = "ties"
    """What children have on a day and may have several of, such as links."""
    CARERS = "carers"
    """Adults who care for children or answer for their homes, each at most once; they are persons, too."""
    PLACES = "places"
    """Homes and their places: no fact about a person, known to headquarters row by row."""


class Taken(StrEnum):
    """When the facts of a measure are."""

    ON_FIRST_EVE = "on the day before the first"
    ON_LAST_DAY = "on the last day"
    DURING = "during the period"


class Once(StrEnum):
    """Which of several facts of a period a child counts by."""

    FIRST = "the first"
    LAST = "the last"


@dataclass(frozen=True, slots=True)
class Measure:
    """What is counted.

    Attributes:
        code: snake_case, unique.
        doc: what it counts, in a sentence without full stop.
        counts: what the number is made of.
        taken: when.
        facts: the rows behind it.
        splits: the sets of dimensions that exist above the office in every area.
        regional: further ones that exist for regions and the federation.
        federal: further ones that exist for the federation alone: areas have a handful in many a category.
        part_of: the measure that it can never be more than, cell by cell, such as entries for re-entries.
        both: two parts of a whole, of which it is all that they have in common: children under eighteen in residential
            care. The whole is what the second is a category of, or `part_of`.
        made_of: what it is the sum of, where it is the same people counted otherwise.
        but: which of those are none of it.
        of: whose events, days or ties they are: where there are none of those, there is none of these.
        each: whether each of those counts here once at least.
        less_tied: the measure of those of `of` that have no tie.
        same_as: the stock that it is, on another day.
        grows: whether who counts in a part of the period counts in the whole; who came again may have come first.
        dated: whether each fact has a day of its own and its ages are of that day: quarters add up to the year.
        once: which of several facts a child counts by; its ages are of that day then.
        unsaid: sets of dimensions that exist nowhere and bind others: who lived where on the eve.
    """

    code: str
    doc: str
    counts: Counts
    taken: Taken
    facts: Callable[[PeriodFrame], Facts]
    splits: frozenset[Splits]
    regional: frozenset[Splits] = frozenset()
    federal: frozenset[Splits] = frozenset()
    part_of: Measure | None = None
    both: tuple[Part, Part] | None = None
    made_of: tuple[Part, ...] = ()
    but: tuple[Part, ...] = ()
    of: Measure | None = None
    each: bool = False
    less_tied: Measure | None = None
    same_as: Measure | None = None
    dated: bool = False
    grows: bool = True
    once: Once | None = None
    unsaid: frozenset[Splits] = frozenset()

    @property
    def is_aged_then(self) -> bool:
        """Whether its ages are of the day of what happened, or of the eve; else they are of the period's last."""
        return self.dated or self.once is not None or self.taken is Taken.ON_FIRST_EVE

    @property
    def bound_splits(self) -> frozenset[Splits]:
        """All by which what holds by definition knows it."""
        return self.all_splits | self.unsaid

    @property
    def all_splits(self) -> frozenset[Splits]:
        """Those of any area; an office splits its own figures by all of them."""
        return self.splits | self.regional | self.federal

    def splits_at(self, level: AreaLevel, *, brief: bool = False) -> frozenset[Splits]:
        """Those that exist for areas of a level.

        Args:
            level: of the areas.
            brief: in a quarter or a month, where few come or go: of what happens there is the federation's whole alone.
        """
        if brief and self.taken is Taken.DURING:
            return self.splits & {()} if level is AreaLevel.FEDERATION else frozenset()
        match level:
            case AreaLevel.COUNTRY:
                return self.splits
            case AreaLevel.REGION:
                return self.splits | self.regional
            case AreaLevel.FEDERATION:
                return self.all_splits

    def __post_init__(self) -> None:
        if () not in self.all_splits or any(in_order(set(each)) != each for each in self.all_splits):
            message = f"{self.code}: its splits lack the whole, or are out of order"
            raise ValueError(message)


@dataclass(frozen=True, slots=True)
class Part:
    """The numerator or denominator of an indicator: a measure, or one category of it.

    Attributes:
        measure: what is counted.
        fixed: categories that it is narrowed to, such as the residential setting.
    """

    measure: Measure
    fixed: Mapping[Dimension, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for dimension, category in self.fixed.items():
            if category not in CATEGORIES[dimension]:
                message = f"{category} is no category of {dimension}"
                raise ValueError(message)

    def splits_at(self, level: AreaLevel, *, brief: bool = False) -> frozenset[Splits]:
        """The sets of dimensions that it can be split by on top of what it is narrowed to, in areas of a level."""
        narrowed = frozenset(self.fixed)
        listed = self.measure.splits_at(level, brief=brief)
        return frozenset(in_order(frozenset(each) - narrowed) for each in listed if narrowed <= frozenset(each))


class National(StrEnum):
    """A denominator that an office's rows do not hold."""

    CHILD_POPULATION = "children of the country aged 0 to 17, from the population register"


class Topic(Described):
    """What indicators are grouped by in the catalogue and in reports."""

    STOCKS_AND_FLOWS = "STOCKS_AND_FLOWS", "How many children are in care, come and leave."
    CORE = "CORE", "Core indicators of countries for children in alternative care."
    DATACARE = "DATACARE", "Indicators that European countries have agreed on."
    STABILITY = "STABILITY", "How long children stay, how often they move, whether they come back."
    VOICE = "VOICE", "Children heard on what is decided about them."
    BELONGING = "BELONGING", "Brothers and sisters together, ties to the community."
    HOMES = "HOMES", "Homes, their forms and their places."


@dataclass(frozen=True, slots=True)
class Indicator:
    """One indicator of the catalogue.

    Attributes:
        code: SCREAMING_SNAKE_CASE, unique; a published code keeps its meaning.
        title: a noun phrase.
        topic: what it is grouped under.
        unit: of the value.
        numerator: what is counted.
        numerator_doc: the same in a sentence.
        definition_source: where the definition comes from: manual, number, page.
        denominator: what it is divided by; none for a count.
        denominator_doc: the same in a sentence.
        exclusions: who or what is left out, in a sentence.
        scale: what the quotient is multiplied by.
        decimals: digits that the value is rounded to, halves away from zero.
        verified: whether the definition was compared with its source word by word.
        version: counts the changes of the definition, from 1.
        provider_share: whether it sets the federation's own children against a national population.
    """

    code: str
    title: str
    topic: Topic
    unit: str
    numerator: Part
    numerator_doc: str
    definition_source: str
    denominator: Part | National | None = None
    denominator_doc: str | None = None
    exclusions: str = "None."
    scale: int = 1
    decimals: int = 0
    verified: bool = False
    version: int = 1
    provider_share: bool = False

    def splits_at(self, level: AreaLevel, *, brief: bool = False) -> frozenset[Splits]:
        """The sets of dimensions by which it exists in areas of a level, or (`brief`) in a part of a year; or none."""
        split = self.numerator.splits_at(level, brief=brief)
        match self.denominator:
            case Part() as part:
                return split & part.splits_at(level, brief=brief)
            case National():
                return split & {()}
            case None:
                return split

    @property
    def splits(self) -> frozenset[Splits]:
        """The sets of dimensions that it can be split by in some area, and in the figures of an office."""
        return self.splits_at(AreaLevel.FEDERATION)

    @property
    def parts(self) -> tuple[Part, ...]:
        """What of it is counted."""
        return (self.numerator, self.denominator) if isinstance(self.denominator, Part) else (self.numerator,)
