"""A federation on paper: children of a few kinds, counted by arithmetic, and closed without a database."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from uuid import uuid4

from countries.register.register import Register
from graph.closing.beside import beside
from graph.closing.definitions import is_declared, unpublished
from graph.closing.drawing import Drawing, known_cells
from graph.closing.earlier import Earlier, latest, touches
from graph.closing.lattice import Areas, Cell, CellCounts, Count, add_up
from graph.closing.publishing import PublishedCount, Publisher
from graph.closing.saying import say
from graph.indicators.catalogue import all_indicators, all_measures
from graph.indicators.model import Counts as Kind
from graph.indicators.period import Period
from graph.indicators.splits import Dimension
from tests.closing.gathered import Figure, Gathered, Released

KEY = b"a key of a test"
PUBLISHED = {code: measure for code, measure in all_measures().items() if is_declared(measure)}
MEASURES = {**PUBLISHED, **unpublished()}
FAMILY = {"SETTING": "FAMILY_BASED", "CARE_FORM": "SOS_FAMILY"}
RESIDENTIAL = {"SETTING": "RESIDENTIAL", "CARE_FORM": "SMALL_GROUP_HOME"}
ALWAYS = "1900-01-01", "9999-12-31"


@dataclass(slots=True)
class Paper:
    """Counts of countries, and what was closed of them.

    Attributes:
        register: the countries that there may be.
        period: of the counts.
        leaves: the counts.
        out: the releases that are out.
        gathered: what headquarters reads of them.
        most: what public registers leave at most of a stock, by cell.
    """

    register: Register
    period: Period
    leaves: Counter[Cell] = field(default_factory=Counter)
    out: list[Earlier] = field(default_factory=list)
    gathered: Gathered = field(default_factory=Gathered)
    most: dict[Cell, int] = field(default_factory=dict)

    def put(self, country: str, amounts: Mapping[str, int], **chosen: str) -> None:
        """Add to counts, whole and in their categories.

        Args:
            country: where.
            amounts: by measure.
            chosen: the category of each dimension; girls of five to nine in a family, if nothing else is said.
        """
        known = {"SEX": "FEMALE", "AGE_GROUP": "AGE_5_9", "PROGRAMME_KIND": "ALTERNATIVE_CARE", **FAMILY, **chosen}
        for code, amount in amounts.items():
            for split in MEASURES[code].all_splits:
                cell = Cell(code, country, split, tuple(known[dimension] for dimension in split))
                self.leaves[cell] += amount

    def stays(self, country: str, many: int, **chosen: str) -> None:
        """So many children are there on every day, without a tie."""
        days = (self.period.after - self.period.first).days
        amounts = {"children_in_care": many, "children_in_care_before": many, "care_days": many * days}
        alike = dict.fromkeys(
            ("minors_in_care", "children_without_links", "in_care_for_a_year", "children_in_homes"), many
        )
        self.put(country, {**amounts, **alike}, **chosen)
        self._read_twice(country, many, **chosen)
        if chosen.get("SETTING") == "RESIDENTIAL":
            self.put(country, {"minors_in_residential_care": many, "residents": many}, **chosen)

    def comes(self, country: str, many: int, days: int, **chosen: str) -> None:
        """So many came, so many days before the period was over; most there are from then on."""
        amounts = {"children_in_care": many, "entries": many, "care_days": many * days, "entry_events": many}
        alike = dict.fromkeys(("entering", "minors_in_care", "children_without_links", "children_in_homes"), many)
        self.put(country, {**amounts, **alike}, **chosen)
        self._read_twice(country, many, **chosen)

    def _read_twice(self, country: str, many: int, **chosen: str) -> None:
        """The same under the second reading, by which an SOS family is residential care."""
        where = {**FAMILY, **chosen}
        if where["SETTING"] == "RESIDENTIAL" or where["CARE_FORM"] == "SOS_FAMILY":
            alike = dict.fromkeys(("residential_or_sos_family", "minors_residential_or_sos_family"), many)
        elif where["SETTING"] == "FAMILY_BASED":
            alike = {"family_based_but_sos_family": many}
        else:
            alike = {}
        self.put(country, alike, **chosen)

    def open(self, country: str, places: int, **chosen: str) -> None:
        """A home."""
        form = {**FAMILY, **chosen}["CARE_FORM"]
        self.gathered.homes.append((country, form, *ALWAYS))
        self.gathered.kinds.add((country, "ALTERNATIVE_CARE"))
        self.put(country, {"homes": 1, "places": places}, **chosen)

    @property
    def areas(self) -> Areas:
        """The countries that have a home, and what they make up."""
        return Areas.of(sorted({cell.area for cell in self.leaves}), self.register)

    def counts(self) -> CellCounts:
        """Every cell of the lattice."""
        leaves = {cell: Count(amount, amount) for cell, amount in self.leaves.items()}
        return add_up(leaves, PUBLISHED.values(), self.areas)

    def close(self) -> Released:
        """Round, prove and publish; what is out binds it."""
        full, areas = self.counts(), self.areas
        forms = {(country, form) for country, form, _, _ in self.gathered.homes}
        known = known_cells(full, MEASURES, [cell for cell in full if not self._is_possible(cell, forms)])
        secrets = {code: each for code, each in MEASURES.items() if each.counts is not Kind.PLACES}
        mine = [each for each in self.out if touches(each.period, self.period)]
        held = beside(mine, secrets, self.period, {each.period: self.most for each in mine})
        said = say(Drawing(self.period, full, secrets, areas, known, self.most, *held), KEY)
        before = latest(mine, self.period)
        revision = 1 if before is None else before.revision + 1
        self.out.append(
            Earlier(
                uuid4(), self.period, revision, full, said.figures, frozenset(said.hidden), said.settled, self.most,
                {}, frozenset(),
            )
        )  # fmt: skip
        return self.publish(said.told | {cell: PublishedCount(*[full[cell].amount] * 3) for cell in known}, revision)

    def publish(self, told: Mapping[Cell, PublishedCount], revision: int) -> Released:
        """Let headquarters read what is told."""
        released = (self.period.label, revision)
        self.gathered.days[released] = (str(self.period.first), str(self.period.last))
        self.gathered.figures += self._figures(told, released)
        self.gathered.regions = {region: list(within) for region, within in self.areas.regions.items()}
        return released

    def _figures(self, told: Mapping[Cell, PublishedCount], released: Released) -> Iterator[Figure]:
        everybody = dict.fromkeys(self.areas.countries, 1_000_000)
        for figure in Publisher(told, self.areas, everybody).figures(all_indicators().values()):
            pairs = zip(figure.split_by.split(","), figure.categories.split(","), strict=True)
            categories = tuple(sorted(pair for pair in pairs if pair[0]))
            yield Figure(
                released, figure.indicator, figure.area, categories, figure.status, figure.numerator, figure.denominator
            )

    def _is_possible(self, cell: Cell, forms: set[tuple[str, str]]) -> bool:
        """Whether there is a home of its form or setting."""
        within = self.areas.regions.get(cell.area, self.areas.countries)
        there = {form for country, form in forms if country in ((cell.area,) if len(cell.area) == 2 else within)}
        settings = {"RESIDENTIAL" if form == "SMALL_GROUP_HOME" else "FAMILY_BASED" for form in there}
        is_of_home = {"CARE_FORM": there, "SETTING": settings, "PROGRAMME_KIND": {"ALTERNATIVE_CARE"}}
        if cell.measure == "children_in_care":
            is_of_home = {"CARE_FORM": there | {"OTHER"}, "PROGRAMME_KIND": {"ALTERNATIVE_CARE"}}
        elif cell.measure != "children_in_homes":
            return True
        chosen = zip(cell.split, cell.categories, strict=True)
        return all(category in is_of_home.get(Dimension(dimension), {category}) for dimension, category in chosen)
