"""What anybody can know of the figures without having seen a child: the definitions, read as constraints.

Nothing here comes from the code that protects figures; it is written from the definitions in the catalogue.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace
from datetime import date

from tests.closing.gathered import Categories, Gathered, Released

STOCK, BEFORE, ENTRIES, EXITS = "children_in_care", "children_in_care_before", "entries", "exits"
MINORS, MINORS_RESIDENTIAL, UNTIED = "minors_in_care", "minors_in_residential_care", "children_without_links"
LINKS, AGAIN, RESIDENTS, STAY = "community_links", "re_entries", "residents", "stay_days"
LEAVING, LEAVING_FAMILY = "leaving_residential", "leaving_for_a_family"
MOVES, DAYS, SIBLING, TOGETHER = "moves", "care_days", "sibling_days", "sibling_days_together"
WIDE, NARROW = "residential_or_sos_family", "family_based_but_sos_family"
MINORS_WIDE = "minors_residential_or_sos_family"
ENTERING, GATEKEPT = "entering", "gatekept"
LEGAL, LASTING, SAME_CARER = "children_on_a_legal_ground", "in_care_for_a_year", "same_key_carer"
TOUCH, PARENT = "in_touch", "in_touch_with_a_parent"
ORPHANED, TOUCH_ORPHANED = "without_parents", "in_touch_without_parents"
DECIDED, HEARD = "decided_about", "heard_on_decisions"
CARERS, QUALIFIED = "carers_in_post", "qualified_carers"
MANAGERS, QUALIFIED_MANAGERS = "managers_in_post", "qualified_managers"
HOMES, PLACES, HOUSED = "homes", "places", "children_in_homes"
EXACT = {HOMES, PLACES}
OF_DAYS = {DAYS, SIBLING, TOGETHER, STAY}
RESIDENTIAL: Categories = (("SETTING", "RESIDENTIAL"),)
FAMILY: Categories = (("SETTING", "FAMILY_BASED"),)
GROWN: Categories = (("AGE_GROUP", "AGE_18_PLUS_OR_UNKNOWN"),)
Part = tuple[str, Categories]
PARTS: dict[str, tuple[Part, Part | None]] = {
    "CARE_STOCK": ((STOCK, ()), None),
    "CARE_STOCK_AT_START": ((BEFORE, ()), None),
    "CARE_INFLOW": ((ENTRIES, ()), None),
    "CARE_OUTFLOW": ((EXITS, ()), None),
    "CHILDREN_ENTERING_CARE": ((ENTERING, ()), None),
    "GATEKEEPING": ((GATEKEPT, ()), (ENTERING, ())),
    "CARE_ON_A_LEGAL_GROUND": ((LEGAL, ()), (STOCK, ())),
    "CARER_CONTINUITY": ((SAME_CARER, ()), (LASTING, ())),
    "FAMILY_CONTACT": ((TOUCH, ()), (STOCK, ())),
    "PARENT_CONTACT": ((PARENT, ()), (STOCK, ())),
    "CONTACT_WITHOUT_PARENTS": ((TOUCH_ORPHANED, ()), (ORPHANED, ())),
    "CHILDREN_HEARD": ((HEARD, ()), (DECIDED, ())),
    "QUALIFIED_CARERS": ((QUALIFIED, ()), (CARERS, ())),
    "QUALIFIED_MANAGERS": ((QUALIFIED_MANAGERS, ()), (MANAGERS, ())),
    "CHILDREN_LIVING_IN_CARE": ((MINORS, ()), None),
    "DATACARE_ALTERNATIVE_CARE_RATE": ((MINORS, ()), None),
    "DATACARE_RESIDENTIAL_CARE_RATE": ((MINORS_RESIDENTIAL, ()), None),
    "DATACARE_RESIDENTIAL_SHARE": ((MINORS_RESIDENTIAL, ()), (MINORS, ())),
    "DATACARE_FAMILY_BASED_SHARE": ((STOCK, FAMILY), (STOCK, ())),
    "DATACARE_RESIDENTIAL_SHARE_SOS_RESIDENTIAL": ((MINORS_WIDE, ()), (MINORS, ())),
    "DATACARE_FAMILY_BASED_SHARE_SOS_RESIDENTIAL": ((NARROW, ()), (STOCK, ())),
    "RESIDENTIAL_TO_FAMILY_BASED_SOS_RESIDENTIAL": ((WIDE, ()), (NARROW, ())),
    "YOUNG_ADULTS_IN_CARE": ((STOCK, GROWN), (STOCK, ())),
    "RESIDENTIAL_TO_FAMILY_BASED": ((STOCK, RESIDENTIAL), (STOCK, FAMILY)),
    "LEAVING_RESIDENTIAL_FOR_FAMILY": ((LEAVING_FAMILY, ()), (LEAVING, ())),
    "LEAVING_RESIDENTIAL_OF_RESIDENTS": ((LEAVING_FAMILY, ()), (RESIDENTS, ())),
    "LENGTH_OF_STAY": ((STAY, ()), (EXITS, ())),
    "MOVES_PER_1000_CARE_DAYS": ((MOVES, ()), (DAYS, ())),
    "RE_ENTRIES": ((AGAIN, ()), (ENTRIES, ())),
    "SIBLINGS_TOGETHER": ((TOGETHER, ()), (SIBLING, ())),
    "COMMUNITY_LINKS_PER_CHILD": ((LINKS, ()), (STOCK, ())),
    "WITHOUT_COMMUNITY_LINKS": ((UNTIED, ()), (STOCK, ())),
    "HOMES_BY_FORM": ((HOMES, ()), None),
    "OCCUPANCY": ((HOUSED, ()), (PLACES, ())),
}
"""What each indicator counts; populations are no secret."""
NATIONAL = {
    "CHILDREN_ENTERING_CARE", "CHILDREN_LIVING_IN_CARE", "DATACARE_ALTERNATIVE_CARE_RATE",
    "DATACARE_RESIDENTIAL_CARE_RATE",
}  # fmt: skip
OF_CHILDREN = {
    STOCK, BEFORE, ENTRIES, EXITS, MINORS, MINORS_RESIDENTIAL, UNTIED, AGAIN, RESIDENTS, ENTERING, GATEKEPT, LEGAL,
    LASTING, SAME_CARER, HOUSED, TOUCH, PARENT, ORPHANED, TOUCH_ORPHANED, WIDE, NARROW, MINORS_WIDE,
    DECIDED, HEARD,
}  # fmt: skip
FORMS = {
    "SOS_FAMILY": "FAMILY_BASED",
    "FOSTER_FAMILY": "FAMILY_BASED",
    "KINSHIP_FAMILY": "FAMILY_BASED",
    "SMALL_GROUP_HOME": "RESIDENTIAL",
    "YOUTH_HOME": "RESIDENTIAL",
    "EMERGENCY_SHELTER": "RESIDENTIAL",
    "SUPERVISED_INDEPENDENT_LIVING": "INDEPENDENT",
}
LESS = (
    (MINORS_RESIDENTIAL, MINORS), (MINORS, STOCK), (UNTIED, STOCK), (AGAIN, ENTRIES), (LEAVING_FAMILY, LEAVING),
    (TOGETHER, SIBLING), (EXITS, STAY), (STOCK, DAYS), (ENTERING, ENTRIES), (GATEKEPT, ENTERING), (LEGAL, STOCK),
    (HOUSED, STOCK), (TOUCH, STOCK), (PARENT, TOUCH), (ORPHANED, STOCK), (TOUCH_ORPHANED, ORPHANED),
    (TOUCH_ORPHANED, TOUCH),
    (MINORS_RESIDENTIAL, MINORS_WIDE), (MINORS_WIDE, MINORS), (MINORS_WIDE, WIDE),
    (DECIDED, STOCK), (HEARD, DECIDED),
    (LASTING, STOCK), (LASTING, BEFORE), (SAME_CARER, LASTING), (QUALIFIED, CARERS), (QUALIFIED_MANAGERS, MANAGERS),
)  # fmt: skip
"""Nothing of the first is more than the second."""
ON_LAST_DAY = {
    STOCK, MINORS, MINORS_RESIDENTIAL, UNTIED, LINKS, LEGAL, LASTING, SAME_CARER, CARERS, QUALIFIED, MANAGERS,
    QUALIFIED_MANAGERS, HOUSED, TOUCH, PARENT, ORPHANED, TOUCH_ORPHANED, WIDE, NARROW, MINORS_WIDE,
    DECIDED, HEARD,
}  # fmt: skip
FEDERATION = "FEDERATION"


@dataclass(frozen=True, slots=True)
class Key:
    """One count of one release; `extra` names a count that nobody publishes."""

    released: Released
    measure: str
    area: str
    categories: Categories = ()


Terms = list[tuple[Key, int]]
Row = tuple[Terms, int | None, int | None]
"""Counts with their factors, and the least and the most of their sum."""


def equal(whole: Key, parts: Iterable[Key]) -> Row:
    """The parts add up to the whole."""
    return [(whole, -1), *((part, 1) for part in parts)], 0, 0


def less(*terms: tuple[Key, int]) -> Row:
    """The sum is not above zero."""
    return list(terms), None, 0


@dataclass(slots=True)
class Knowledge:
    """What was gathered, as numbers and constraints.

    Attributes:
        gathered: all of it.
        writers: countries that are known to have entered something late; the figures of others are the same in every
            revision.
        flows: whether what comes, goes and stays is taken child by child, beyond what protection reckons with.
        places: whether nobody lives where there is no place: exceptions are rare.
        known: counts that are published and exact.
        figures: counts that are published and rounded.
        asked: counts that figures are about, published or not.
    """

    gathered: Gathered
    writers: frozenset[str] = frozenset()
    flows: bool = False
    places: bool = False
    known: dict[Key, int] = field(default_factory=dict)
    figures: dict[Key, int] = field(default_factory=dict)
    asked: set[Key] = field(default_factory=set)
    _leaves: dict[str, set[str]] = field(default_factory=dict)
    _splits: dict[tuple[Released, str], set[Categories]] = field(default_factory=dict)
    _areas_of: dict[Released, set[str]] = field(default_factory=dict)
    _members: dict[tuple[str, Released], frozenset[str]] = field(default_factory=dict)
    _there: dict[tuple[str, str], dict[str, set[str]]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for figure in self.gathered.figures:
            top, below = PARTS[figure.indicator]
            parts = [(top, figure.numerator)] + ([] if below is None else [(below, figure.denominator)])
            for (measure, fixed), value in parts:
                key = Key(figure.released, measure, figure.area, tuple(sorted((*figure.categories, *fixed))))
                self.asked.add(key)
                if value is not None:
                    held = self.known if figure.status == "PUBLISHED" or measure in EXACT else self.figures
                    assert held.setdefault(key, value) == value
                elif figure.status == "NOT_AVAILABLE" and (measure, fixed) == below:
                    # There is no value where it would be divided by nothing.
                    assert self.known.setdefault(key, 0) == 0
        for key in self.asked:
            self._splits.setdefault((key.released, key.area), set()).add(key.categories)
            self._areas_of.setdefault(key.released, set()).add(key.area)
            for dimension, category in key.categories:
                self._leaves.setdefault(dimension, set()).add(category)
        for (released, country), lives in self.gathered.taken.items():
            self.figures.pop(Key(released, STOCK, country), None)
            self.known[Key(released, STOCK, country)] = lives
        for key in self.asked:
            if self._is_impossible(key):
                self.figures.pop(key, None)
                assert self.known.setdefault(key, 0) == 0

    def days_of(self, released: Released) -> int:
        """How many days a period has."""
        first, last = (date.fromisoformat(day).toordinal() for day in self.gathered.days[released])
        return last - first + 1

    def interval(self, key: Key) -> tuple[int, int | None]:
        """What the figure itself says of a count."""
        if key not in self.figures:
            return 0, None
        base = 5 * self.days_of(key.released) if key.measure in OF_DAYS else 5
        return max(0, self.figures[key] - base + 1), self.figures[key] + base - 1

    def rows(self) -> Iterator[Row]:
        """Every constraint."""
        for key in self.figures:
            yield [(key, 1)], *self.interval(key)
        yield from self._sums()
        for released in self.gathered.days:
            for area in self._areas():
                yield from self._within(released, area)
        yield from self._between()

    def _areas(self) -> list[str]:
        regions = self.gathered.regions
        return [FEDERATION, *regions, *(country for within in regions.values() for country in within)]

    def _countries_of(self, area: str) -> list[str]:
        regions = self.gathered.regions
        if area == FEDERATION:
            return [country for within in regions.values() for country in within]
        return regions.get(area, [area])

    def _made_of(self, area: str, released: Released) -> frozenset[str]:
        """The countries of an area in a release: one that joined later is in none that was out before."""
        found = self._members.get((area, released))
        if found is None:
            found = frozenset({*self._countries_of(area)} & self._areas_of[released])
            self._members[area, released] = found
        return found

    def _is_impossible(self, key: Key) -> bool:
        """Where there is no home, nobody lives in one; elsewhere children may live in any setting."""
        if key.measure not in {STOCK, HOUSED}:
            return False
        last = self.gathered.days[key.released][1]
        there = self._there.get((key.area, last))
        if there is None:
            there = self._there[key.area, last] = self._open(key.area, last)
        if key.measure == HOUSED:
            return not there["CARE_FORM"] or any(
                category not in there.get(dimension, {category}) for dimension, category in key.categories
            )
        elsewhere = there | {"CARE_FORM": there["CARE_FORM"] | {"OTHER"}, "SETTING": {*FORMS.values(), "OTHER"}}
        return any(category not in elsewhere.get(dimension, {category}) for dimension, category in key.categories)

    def _open(self, area: str, day: str) -> dict[str, set[str]]:
        """What there is for children to live in on a day."""
        countries = {*self._countries_of(area)}
        forms = {
            form
            for country, form, opened, closed in self.gathered.homes
            if country in countries and opened <= day < closed
        }
        return {
            "CARE_FORM": forms,
            "SETTING": {FORMS[form] for form in forms},
            "PROGRAMME_KIND": {kind for country, kind in self.gathered.kinds if country in countries},
        }

    def _sums(self) -> Iterator[Row]:
        """Categories and areas add up."""
        regions = self.gathered.regions
        for key in self.asked:
            parts = list(regions) if key.area == FEDERATION else regions.get(key.area, [])
            there = self._areas_of[key.released]
            below = [Key(key.released, key.measure, part, key.categories) for part in parts if part in there]
            if below and all(each in self.asked for each in below):
                yield equal(key, below)
            for dimension, leaves in self._leaves.items():
                if dimension in dict(key.categories):
                    continue
                below = [self._at(key, key.categories, dimension, leaf) for leaf in leaves]
                if all(each in self.asked for each in below):
                    yield equal(key, below)
            setting = dict(key.categories).get("SETTING")
            rest = tuple(each for each in key.categories if each[0] != "SETTING")
            below = [self._at(key, rest, "CARE_FORM", form) for form, its in FORMS.items() if its == setting]
            if setting != "OTHER" and below and all(each in self.asked for each in below):
                yield less((key, -1), *((each, 1) for each in below))

    @staticmethod
    def _at(key: Key, rest: Categories, dimension: str, leaf: str) -> Key:
        return Key(key.released, key.measure, key.area, tuple(sorted((*rest, (dimension, leaf)))))

    def _within(self, released: Released, area: str) -> Iterator[Row]:
        """What is true of the figures of one area."""

        def at(measure: str, categories: Categories = ()) -> Key:
            return Key(released, measure, area, categories)

        yield equal(at(STOCK), [at(MINORS), at(STOCK, GROWN)])
        yield less((at(MINORS_RESIDENTIAL), 1), (at(STOCK, RESIDENTIAL), -1))
        yield less((at(STOCK, RESIDENTIAL), 1), (at(STOCK, GROWN), -1), (at(MINORS_RESIDENTIAL), -1))
        yield [(at(WIDE), 1), (at(NARROW), 1), (at(STOCK, RESIDENTIAL), -1), (at(STOCK, FAMILY), -1)], 0, 0
        yield less((at(STOCK, RESIDENTIAL), 1), (at(WIDE), -1))
        yield less((at(WIDE), 1), (at(STOCK, GROWN), -1), (at(MINORS_WIDE), -1))
        extra = [(at(MINORS_WIDE), 1), (at(MINORS_RESIDENTIAL), -1)]
        yield less(*extra, (at(WIDE), -1), (at(STOCK, RESIDENTIAL), 1))
        yield less((at(STOCK, RESIDENTIAL), 1), (at(RESIDENTS), -1))
        yield less((at(RESIDENTS), 1), (at(LEAVING), -1), (at(STOCK, RESIDENTIAL), -1))
        yield less((at(EXITS, RESIDENTIAL), 1), (at(LEAVING), -1))
        yield from self._settings(at)
        yield from self._days(released, at)
        for split in self._splits.get((released, area), ()):
            for small, large in LESS:
                if {at(small, split), at(large, split)} <= self.asked:
                    yield less((at(small, split), 1), (at(large, split), -1))
            if {at(each, split) for each in (TOUCH, ORPHANED, TOUCH_ORPHANED)} <= self.asked:
                both = [(at(TOUCH, split), 1), (at(ORPHANED, split), 1)]
                yield less(*both, (at(STOCK, split), -1), (at(TOUCH_ORPHANED, split), -1))
            if at(LINKS, split) in self.asked and at(UNTIED, split) in self.asked:
                yield less((at(STOCK, split), 1), (at(UNTIED, split), -1), (at(LINKS, split), -1))
            if self.places and {at(HOUSED, split), at(PLACES, split)} <= self.asked:
                yield less((at(HOUSED, split), 1), (at(PLACES, split), -1))
            if self.flows and at(BEFORE, split) in self.asked:
                yield from self._flows(at, split)

    @staticmethod
    def _settings(at: Callable[[str, Categories], Key]) -> Iterator[Row]:
        """Whoever is in a setting is in care; it came there, or moved, and whoever wakes up elsewhere is there."""
        spent, residents, leaving = (at(each, ()) for each in (DAYS, RESIDENTS, LEAVING))
        yield less((at(MOVES, ()), 1), (at(ENTRIES, ()), 1), (spent, -1))
        for many in (residents, leaving):
            yield less((many, 1), (spent, -1), (at(EXITS, RESIDENTIAL), -1))
            yield less((many, 1), (spent, -1), (at(BEFORE, ()), -1))
        yield less((residents, 1), (at(BEFORE, ()), -1), (at(ENTRIES, ()), -1))
        yield less((residents, 1), (at(STOCK, ()), -1), (at(EXITS, ()), -1))
        for flow in (ENTRIES, EXITS):
            yield less((at(flow, RESIDENTIAL), 1), (residents, -1))
        settings = sorted({*FORMS.values(), "OTHER"})
        for here in settings:
            straight = [at(ENTRIES, (("SETTING", other),)) for other in settings if other != here]
            yield less((at(STOCK, (("SETTING", here),)), 1), *((each, 1) for each in straight), (spent, -1))

    def _days(self, released: Released, at: Callable[[str, Categories], Key]) -> Iterator[Row]:
        """Who stayed all the period was there on all its days; who came or left, on some."""
        days = self.days_of(released)
        for split in ((), *(((("SEX", sex)),) for sex in sorted(self._leaves.get("SEX", ())))):
            stock, before, came, left = (at(each, split) for each in (STOCK, BEFORE, ENTRIES, EXITS))
            spent = at(DAYS, split)
            yield less((stock, days), (came, 1 - days), (spent, -1))
            yield less((spent, 1), (stock, -days), (left, 1 - days))
            yield less((before, days), (left, -days), (came, 1), (spent, -1))
            yield less((spent, 1), (before, -days), (came, -days), (left, 1))
            yield less((stock, 1), (before, -1), (came, -1))
            yield less((before, 1), (stock, -1), (left, -1))
            long = at(LASTING, split)
            if long in self.asked:
                yield from self._lasting(long, (stock, before, came, left, spent), days)
        for age in sorted(self._leaves.get("AGE_GROUP", ())):
            spent, stock = at(DAYS, (("AGE_GROUP", age),)), at(STOCK, (("AGE_GROUP", age),))
            yield less((stock, days), (at(ENTRIES, ()), 1 - days), (spent, -1))
            yield less((spent, 1), (stock, -days), (at(EXITS, ()), 1 - days))

    @staticmethod
    def _lasting(long: Key, others: tuple[Key, Key, Key, Key, Key], days: int) -> Iterator[Row]:
        """Who has been in care for a year was there on all days, and neither came nor left."""
        stock, before, came, left, spent = others
        yield less((long, 1), (left, 1), (before, -1), (came, -1))
        yield less((long, 1), (came, 1), (stock, -1), (left, -1))
        yield less((long, days), (came, 1), (spent, -1))
        if days >= 365:
            yield less((stock, 1), (long, -1), (came, -1))
            yield less((before, 1), (long, -1), (left, -1))

    @staticmethod
    def _flows(at: Callable[[str, Categories], Key], split: Categories) -> Iterator[Row]:
        """Who is there who was not has come; who was there and is not has left; others came and left, or left and came.

        `again` came, left and came, `away` left, came and left: they count once on one side, and are new or gone.
        """
        new, gone, both = at("+new", split), at("+gone", split), at("+both", split)
        again, away = at("+again", split), at("+away", split)
        yield [(at(STOCK, split), 1), (at(BEFORE, split), -1), (new, -1), (gone, 1)], 0, 0
        yield equal(at(ENTRIES, split), [new, both, away])
        yield equal(at(EXITS, split), [gone, both, again])
        yield less((again, 1), (new, -1))
        yield less((away, 1), (gone, -1))
        yield less((new, 1), (at(STOCK, split), -1))
        yield less((gone, 1), (at(BEFORE, split), -1))

    def _between(self) -> Iterator[Row]:
        """What is true of the figures of several releases."""
        still = [area for area in self._areas() if not self.writers & {*self._countries_of(area)}]
        releases = sorted(self.gathered.days)
        for key in sorted(self.asked, key=repr):
            if key.area not in still:
                continue
            mine = self._made_of(key.area, key.released)
            alike = [each for each in releases if self._made_of(key.area, each) == mine]
            for other in alike:
                measure = self._same(key, other)
                twin = None if measure is None else Key(other, measure, key.area, key.categories)
                if twin in self.asked and twin != key and twin is not None:
                    yield [(key, 1), (twin, -1)], 0, 0
            names = [(f"{key.released[0]}-Q{n}", 1) for n in range(1, 5)]
            quarters = [Key(each, key.measure, key.area, key.categories) for each in names if each in alike]
            if len(quarters) == len(names) and all(quarter in self.asked for quarter in quarters):
                yield from self._quarters(key, quarters)
            for quarter in quarters if key.measure in {ENTRIES, EXITS} else ():
                yield from self._risen(key, quarter)
            for quarter in quarters if key.measure == DAYS and not {*dict(key.categories)} - {"SEX"} else ():
                yield from self._stood(key, replace(quarter, measure=STOCK))

    def _risen(self, year: Key, quarter: Key) -> Iterator[Row]:
        """As many came in the year as a stock rose in one of its quarters at least, or left as it fell."""
        after, before = replace(quarter, measure=STOCK), replace(quarter, measure=BEFORE)
        if {after, before} <= self.asked:
            sign = 1 if year.measure == ENTRIES else -1
            yield less((after, sign), (before, -sign), (year, -1))

    def _stood(self, spent: Key, stock: Key) -> Iterator[Row]:
        """Who is there when a quarter ends was there until then or came, and stays until the year ends or leaves."""
        if stock not in self.asked:
            return
        days = self.days_of(spent.released)
        end, begin = self.gathered.days[stock.released][1], self.gathered.days[spent.released][0]
        over = date.fromisoformat(end).toordinal() - date.fromisoformat(begin).toordinal() + 1
        came, left = replace(spent, measure=ENTRIES), replace(spent, measure=EXITS)
        if over < days:
            yield less((stock, days), (left, over - days), (came, 1 - over), (spent, -1))
            yield less((spent, 1), (stock, -days), (left, 1 - over), (came, over - days))

    def _same(self, key: Key, other: Released) -> str | None:
        """The measure that is the same count in another release."""
        (first, last), (begin, end) = self.gathered.days[key.released], self.gathered.days[other]
        if key.released[0] == other[0] or (key.measure in ON_LAST_DAY and last == end):
            return key.measure
        if key.measure == BEFORE and first == begin:
            return BEFORE
        is_next = date.fromisoformat(begin).toordinal() - date.fromisoformat(last).toordinal() == 1
        return BEFORE if key.measure == STOCK and is_next else None

    @staticmethod
    def _quarters(year: Key, quarters: list[Key]) -> Iterator[Row]:
        is_plain = "AGE_GROUP" not in dict(year.categories)
        if year.measure in {LEAVING, LEAVING_FAMILY} or (year.measure in {MOVES, DAYS, SIBLING, TOGETHER} and is_plain):
            yield equal(year, quarters)
        elif year.measure in {ENTRIES, EXITS, AGAIN, RESIDENTS, ENTERING}:
            yield less((year, 1), *((quarter, -1) for quarter in quarters))
            if year.measure != AGAIN and not {*dict(year.categories)} - {"SEX"}:
                for quarter in quarters:
                    yield less((quarter, 1), (year, -1))
