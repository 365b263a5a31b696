"""Every measure once more, day by day and child by child, from rows that were read whole."""

from __future__ import annotations

from calendar import monthrange
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any, NamedTuple

from graph.entities.home_form import HomeForm
from graph.indicators.leaving_residential import FAMILY_OUTSIDE
from graph.indicators.splits import Dimension, Splits

if TYPE_CHECKING:
    import asyncpg

    from graph.indicators.period import Period

DAY = timedelta(days=1)
IN_CARE = """
SELECT p.*, e.parents_at_entry, e.started_on AS care_began, e.ended_on AS care_ended, e.entered_from, e.destination,
  EXISTS (SELECT FROM gatekeeping_assessment a
    WHERE a.country_code = e.country_code AND a.care_episode_id = e.id AND a.voided_at IS NULL
      AND a.completed_on <= e.started_on AND a.assessor <> 'OWN') AS is_gatekept
FROM placement p
JOIN care_episode e ON e.country_code = p.country_code AND e.id = p.care_episode_id
WHERE p.voided_at IS NULL AND e.voided_at IS NULL AND p.setting <> 'NOT_CARE'
"""
"""Every stay, with what is known of its time in care."""
DECIDED = """
SELECT d.country_code, d.child_id, d.decided_on, p.jurisdiction,
  (SELECT r.whole FROM policy r WHERE r.code = d.country_code AND r.key = 'age_of_being_heard'
    AND r.jurisdiction = coalesce(p.jurisdiction, '')
    AND daterange(r.from_day, r.until_day) @> d.decided_on) AS heard_from,
  ARRAY(SELECT s.how FROM participation s WHERE s.country_code = d.country_code AND s.decision_id = d.id
    AND s.role = 'CHILD' AND s.voided_at IS NULL) AS said
FROM decision d JOIN programme p ON p.country_code = d.country_code AND p.id = d.programme_id WHERE d.voided_at IS NULL
"""
"""Every decision, with from which age a child was heard then, and by what means it was."""
GROUPS = ((5, "AGE_0_4"), (10, "AGE_5_9"), (15, "AGE_10_14"), (18, "AGE_15_17"))
FORMS = {each.value for each in HomeForm}
RESIDENTIAL, FAMILY_BASED = "RESIDENTIAL", "FAMILY_BASED"
Row = Any
Key = tuple[str, Any]
"""Country and id."""


class Fact(NamedTuple):
    """What is counted: about whom, where, on which day, and how much."""

    country: str
    child: Key | None
    stay: Row | None
    on: date
    amount: int = 1


def lies_in(row: Row, day: date) -> bool:
    """Whether a day is in a half-open period."""
    return bool(row["started_on"] <= day and (row["ended_on"] is None or day < row["ended_on"]))


def _is_met(row: Row, since: date, last: date) -> bool:
    """Whether a contact, or nights, lie behind a day and up to another."""
    if "started_on" in row:
        return bool(row["started_on"] <= last and (row["ended_on"] is None or row["ended_on"] > since))
    return bool(row["held_on"] is not None and since < row["held_on"] <= last)


def _is_orphaned(fact: Fact) -> bool:
    return fact.stay is not None and fact.stay["parents_at_entry"] == "NONE"


def age_on(born: date, day: date) -> int:
    """Completed years."""
    return day.year - born.year - ((day.month, day.day) < (born.month, born.day))


def _is_sos(fact: Fact) -> bool:
    """Whether somebody lives in an SOS family."""
    return fact.stay is not None and fact.stay["arrangement"] == "SOS_FAMILY"


@dataclass(frozen=True, slots=True)
class World:
    """Rows by country and id, stays by child."""

    children: dict[Key, Row]
    homes: dict[Key, Row]
    programmes: dict[Key, Row]
    stays: dict[Key, list[Row]]
    bonds: list[Row]
    links: dict[Key, list[Row]]
    legal: dict[Key, list[Row]] = field(default_factory=dict)
    carers: dict[Key, list[Row]] = field(default_factory=dict)
    engaged: list[Row] = field(default_factory=list)
    contacts: dict[Key, list[Row]] = field(default_factory=dict)
    decided: dict[Key, list[Row]] = field(default_factory=dict)

    @classmethod
    async def read(cls, connection: asyncpg.Connection[asyncpg.Record]) -> World:
        """Everything that is not void."""
        tables = {
            "child": await connection.fetch("SELECT * FROM child"),
            "home": await connection.fetch("SELECT * FROM home"),
            "programme": await connection.fetch("SELECT * FROM programme"),
        }
        by_id = {name: {(row["country_code"], row["id"]): row for row in rows} for name, rows in tables.items()}
        stays, links, legal, carers, contacts = (defaultdict[Key, list[Row]](list) for _ in range(5))
        for row in await connection.fetch(IN_CARE):
            stays[row["country_code"], row["child_id"]].append(row)
        for row in await connection.fetch("SELECT * FROM community_link WHERE child_id IS NOT NULL"):
            links[row["country_code"], row["child_id"]].append(row)
        for row in await connection.fetch("SELECT * FROM legal_status WHERE voided_at IS NULL"):
            legal[row["country_code"], row["child_id"]].append(row)
        for row in await connection.fetch("SELECT * FROM caregiver_assignment WHERE voided_at IS NULL"):
            carers[row["country_code"], row["child_id"]].append(row)
        for row in await connection.fetch("SELECT * FROM family_contact WHERE voided_at IS NULL"):
            contacts[row["country_code"], row["child_id"]].append(row)
        for row in await connection.fetch("SELECT * FROM temporary_stay WHERE voided_at IS NULL"):
            contacts[row["country_code"], row["child_id"]].append(row)
        engaged = await connection.fetch("SELECT * FROM caregiver WHERE voided_at IS NULL")
        bonds = await connection.fetch("SELECT * FROM sibling_bond")
        decided = defaultdict[Key, list[Row]](list)
        for row in await connection.fetch(DECIDED):
            decided[row["country_code"], row["child_id"]].append(row)
        known = (by_id["child"], by_id["home"], by_id["programme"])
        return cls(*known, stays, bonds, links, legal, carers, engaged, contacts, decided)

    def stay(self, child: Key, day: date) -> Row | None:
        """Where a child lives on a day."""
        return next((row for row in self.stays.get(child, ()) if lies_in(row, day)), None)

    def setting(self, child: Key, day: date) -> str | None:
        """In which setting it lives."""
        stay = self.stay(child, day)
        return None if stay is None else str(stay["setting"])

    def split(self, fact: Fact, split: Splits) -> tuple[str, ...]:
        """The country and the categories of a fact."""
        return (fact.country, *(self._category(fact, each) for each in split))

    def _category(self, fact: Fact, dimension: Dimension) -> str:
        match dimension:
            case Dimension.SEX:
                assert fact.child is not None
                return "FEMALE" if self.children[fact.child]["sex"] == "FEMALE" else "MALE_OTHER_OR_UNKNOWN"
            case Dimension.AGE_GROUP:
                assert fact.child is not None
                born = self.children[fact.child]["birth_date"]
                age = 99 if born is None else age_on(born, fact.on)
                return next((group for end, group in GROUPS if age < end), "AGE_18_PLUS_OR_UNKNOWN")
        assert fact.stay is not None
        if dimension is Dimension.PROGRAMME_KIND:
            return str(self.programmes[fact.country, fact.stay["programme_id"]]["kind"])
        if dimension is Dimension.SETTING:
            return str(fact.stay["setting"])
        form = str(fact.stay["arrangement" if "arrangement" in fact.stay else "form"])
        return form if form in FORMS else "OTHER"


def _share(one: Row, other: Row) -> bool:
    """Whether two stays are in one home."""
    return one["home_id"] is not None and one["home_id"] == other["home_id"]


@dataclass(frozen=True, slots=True)
class Naive:
    """Counts a period."""

    world: World
    period: Period

    def cells(self, measure: str, split: Splits) -> dict[tuple[str, ...], tuple[int, int]]:
        """Amount and children by country and categories."""
        amounts: Counter[tuple[str, ...]] = Counter()
        children = defaultdict(set)
        find: Callable[[], Iterator[Fact]] = getattr(self, measure)
        for fact in find():
            place = self.world.split(fact, split)
            amounts[place] += fact.amount
            children[place].update({fact.child} - {None})
        return {place: (amount, len(children[place])) for place, amount in amounts.items()}

    @property
    def days(self) -> list[date]:
        """Every day of the period."""
        return [self.period.first + DAY * number for number in range((self.period.after - self.period.first).days)]

    def _on(self, day: date) -> Iterator[Fact]:
        for child in self.world.children:
            stay = self.world.stay(child, day)
            if stay is not None:
                yield Fact(child[0], child, stay, day)

    def _changes(self) -> Iterator[tuple[Key, date, Row | None, Row | None]]:
        """The days on which a child wakes up elsewhere, with the stay of the eve and the day's own."""
        for child in self.world.children:
            before = self.world.stay(child, self.period.first - DAY)
            for day in self.days:
                now = self.world.stay(child, day)
                if now is not before:
                    yield child, day, before, now
                before = now

    def children_in_care(self) -> Iterator[Fact]:
        """On the last day."""
        return self._on(self.period.last)

    def children_in_care_before(self) -> Iterator[Fact]:
        """On the eve of the first."""
        return self._on(self.period.first - DAY)

    def minors_in_care(self) -> Iterator[Fact]:
        """Under eighteen."""
        for fact in self._on(self.period.last):
            assert fact.child is not None
            born = self.world.children[fact.child]["birth_date"]
            if born is not None and age_on(born, fact.on) < 18:
                yield fact

    def minors_in_residential_care(self) -> Iterator[Fact]:
        """Of them, those in residential care."""
        for fact in self.minors_in_care():
            if fact.child is not None and self.world.setting(fact.child, fact.on) == RESIDENTIAL:
                yield fact

    def minors_in_sos_family(self) -> Iterator[Fact]:
        """Of them, those in an SOS family."""
        return (fact for fact in self.minors_in_care() if _is_sos(fact))

    def minors_residential_or_sos_family(self) -> Iterator[Fact]:
        """Both of these."""
        yield from self.minors_in_residential_care()
        yield from self.minors_in_sos_family()

    def residential_or_sos_family(self) -> Iterator[Fact]:
        """In residential care, or in an SOS family, of any age."""
        for fact in self.children_in_care():
            if fact.child is not None and (self.world.setting(fact.child, fact.on) == RESIDENTIAL or _is_sos(fact)):
                yield fact

    def family_based_but_sos_family(self) -> Iterator[Fact]:
        """In a family that is no SOS family."""
        for fact in self.children_in_care():
            in_family = fact.child is not None and self.world.setting(fact.child, fact.on) == FAMILY_BASED
            if in_family and not _is_sos(fact):
                yield fact

    def entry_events(self) -> Iterator[Fact]:
        """In care on a day, and not on the day before."""
        for child, day, before, now in self._changes():
            if before is None:
                yield Fact(child[0], child, now, day)

    def exit_events(self) -> Iterator[Fact]:
        """In care on a day, and not on the day after."""
        for child, day, before, now in self._changes():
            if now is None:
                yield Fact(child[0], child, before, day)

    def entries(self) -> Iterator[Fact]:
        """The first of each child."""
        yield from {fact.child: fact for fact in reversed([*self.entry_events()])}.values()

    def entering(self) -> Iterator[Fact]:
        """The first of each child that begins a time in care, which goes on from none and not from others' care."""
        found: dict[Key | None, Fact] = {}
        for fact in self.entry_events():
            assert fact.stay is not None
            assert fact.child is not None
            began, stays = fact.stay["care_began"], self.world.stays[fact.child]
            goes_on = any(row["care_ended"] == began for row in stays)
            is_first = all(fact.on <= row["started_on"] for row in stays if row["care_began"] == began)
            if is_first and not goes_on and fact.stay["entered_from"] != "OTHER_CARE":
                found.setdefault(fact.child, fact)
        yield from found.values()

    def exits(self) -> Iterator[Fact]:
        """The last of each child."""
        yield from {fact.child: fact for fact in self.exit_events()}.values()

    def re_entries(self) -> Iterator[Fact]:
        """Those who had been in care at any time before."""
        for fact in self.entries():
            assert fact.child is not None
            if any(row["started_on"] < fact.on for row in self.world.stays[fact.child]):
                yield fact

    def stay_days(self) -> Iterator[Fact]:
        """Back from the last exit, night by night."""
        for fact in self.exits():
            assert fact.child is not None
            nights = 0
            while self.world.stay(fact.child, fact.on - DAY * (nights + 1)) is not None:
                nights += 1
            yield Fact(fact.country, fact.child, None, self.period.last, nights)

    def moves(self) -> Iterator[Fact]:
        """In another home than on the day before."""
        for child, _, before, now in self._changes():
            places = [None if each is None else (each["home_id"], each["arrangement"]) for each in (before, now)]
            if None not in places and places[0] != places[1]:
                yield Fact(child[0], child, None, self.period.last)

    def care_days(self) -> Iterator[Fact]:
        """A day in care."""
        for day in self.days:
            for fact in self._on(day):
                yield fact._replace(on=self.period.last)

    def leaving_residential(self) -> Iterator[Fact]:
        """In residential care on the eve, and not on the day."""
        for child, day, before, _ in self._changes():
            settings = self.world.setting(child, day - DAY), self.world.setting(child, day)
            if settings[0] == RESIDENTIAL and settings[1] != RESIDENTIAL:
                yield Fact(child[0], child, before, day)

    def leaving_for_a_family(self) -> Iterator[Fact]:
        """And in a family on the day, or outside in one."""
        for fact in self.leaving_residential():
            assert fact.child is not None
            assert fact.stay is not None
            there = self.world.setting(fact.child, fact.on)
            is_over = there is None and fact.stay["care_ended"] == fact.on
            if there == FAMILY_BASED or (is_over and fact.stay["destination"] in FAMILY_OUTSIDE):
                yield fact

    def residents(self) -> Iterator[Fact]:
        """In residential care on the eve or a day."""
        for child in self.world.children:
            if any(self.world.setting(child, day) == RESIDENTIAL for day in (self.period.first - DAY, *self.days)):
                yield Fact(child[0], child, None, self.period.last)

    def sibling_days(self) -> Iterator[Fact]:
        """Both in care."""
        return self._beside(together=False)

    def sibling_days_together(self) -> Iterator[Fact]:
        """In the same home."""
        return self._beside(together=True)

    def _beside(self, *, together: bool) -> Iterator[Fact]:
        for bond in self.world.bonds:
            country = bond["country_code"]
            child, sibling = (country, bond["child_id"]), (country, bond["sibling_id"])
            for day in self.days:
                stays = self.world.stay(child, day), self.world.stay(sibling, day)
                if lies_in(bond, day) and None not in stays and (not together or _share(*stays)):
                    yield Fact(country, child, None, self.period.last)

    def community_links(self) -> Iterator[Fact]:
        """Of children in care."""
        for fact in self._on(self.period.last):
            assert fact.child is not None
            for link in self.world.links.get(fact.child, ()):
                if lies_in(link, fact.on):
                    yield fact

    def children_without_links(self) -> Iterator[Fact]:
        """Children in care who have none."""
        tied = {fact.child for fact in self.community_links()}
        yield from (fact for fact in self._on(self.period.last) if fact.child not in tied)

    def gatekept(self) -> Iterator[Fact]:
        """Those who entered after an assessment."""
        yield from (fact for fact in self.entering() if fact.stay is not None and fact.stay["is_gatekept"])

    def children_on_a_legal_ground(self) -> Iterator[Fact]:
        """Children in care of whom the law says why."""
        for fact in self._on(self.period.last):
            assert fact.child is not None
            rows = (row for row in self.world.legal.get(fact.child, ()) if row["domain"] == "CARE")
            if any(lies_in({**row, "started_on": row["started_on"] or date.min}, fact.on) for row in rows):
                yield fact

    def in_touch(self, *whom: str) -> Iterator[Fact]:
        """Children in care who have met somebody of their family in three months."""
        last, whom = self.period.last, whom or ("PARENT", "GUARDIAN", "ADULT_FAMILY")
        month, year = (last.month - 3, last.year) if last.month > 3 else (last.month + 9, last.year - 1)
        since = next(date(year, month, day) for day in range(last.day, 0, -1) if day <= monthrange(year, month)[1])
        for fact in self._on(last):
            assert fact.child is not None
            rows = self.world.contacts.get(fact.child, ())
            if any(_is_met(row, since, last) for row in rows if row["met_with"] in whom):
                yield fact

    def in_touch_with_a_parent(self) -> Iterator[Fact]:
        """Mother or father."""
        return self.in_touch("PARENT")

    def without_parents(self) -> Iterator[Fact]:
        """Neither was living."""
        yield from (fact for fact in self._on(self.period.last) if _is_orphaned(fact))

    def in_touch_without_parents(self) -> Iterator[Fact]:
        """And somebody else was met."""
        yield from (fact for fact in self.in_touch() if _is_orphaned(fact))

    @property
    def _year(self) -> list[date]:
        """From the same day a year before to the last."""
        last = self.period.last
        same = DAY * ((last.month, last.day) == (2, 29))
        begin = (last - same).replace(year=last.year - 1)
        return [begin + DAY * number for number in range((last - begin).days + 1)]

    def in_care_for_a_year(self) -> Iterator[Fact]:
        """In care on every day of it."""
        for fact in self._on(self.period.last):
            assert fact.child is not None
            if all(self.world.stay(fact.child, day) is not None for day in self._year):
                yield fact

    def same_key_carer(self) -> Iterator[Fact]:
        """And with the same person on each of them."""
        for fact in self.in_care_for_a_year():
            assert fact.child is not None
            rows = self.world.carers.get(fact.child, ())
            if any(row["role"] == "KEY_CARER" and all(lies_in(row, day) for day in self._year) for row in rows):
                yield fact

    def decided_about(self) -> Iterator[Fact]:
        """In care, and something was decided in the year up to then that the child was to be heard on."""
        return (fact for fact in self._on(self.period.last) if any(self._decisions(fact)))

    def heard_on_decisions(self) -> Iterator[Fact]:
        """And each time it said what it wants."""
        for fact in self.decided_about():
            if all(set(row["said"]) - {None, "SAID_NOTHING"} for row in self._decisions(fact)):
                yield fact

    def _decisions(self, fact: Fact) -> Iterator[Row]:
        assert fact.child is not None
        born = self.world.children[fact.child]["birth_date"]
        for row in self.world.decided.get(fact.child, ()):
            is_asked = row["heard_from"] is not None and (
                born is None or age_on(born, row["decided_on"]) >= row["heard_from"]
            )
            if is_asked and self._year[0] < row["decided_on"] <= self.period.last:
                yield row

    def _engaged(self, *kinds: str, qualified: bool = False) -> Iterator[Fact]:
        for row in self.world.engaged:
            days = {"started_on": row["engaged_on"], "ended_on": row["left_on"]}
            is_enough = row["minimum_qualification"] == "YES" or not qualified
            if row["kind"] in kinds and is_enough and lies_in(days, self.period.last):
                yield Fact(row["country_code"], None, None, self.period.last)

    def carers_in_post(self) -> Iterator[Fact]:
        """Who cares for children."""
        return self._engaged("FAMILY_CARER", "STAFF", "SOCIAL_WORKER")

    def qualified_carers(self) -> Iterator[Fact]:
        """Those with what is asked of them."""
        return self._engaged("FAMILY_CARER", "STAFF", "SOCIAL_WORKER", qualified=True)

    def managers_in_post(self) -> Iterator[Fact]:
        """Who answers for homes."""
        return self._engaged("MANAGER")

    def qualified_managers(self) -> Iterator[Fact]:
        """Those with what is asked of them."""
        return self._engaged("MANAGER", qualified=True)

    def children_in_homes(self) -> Iterator[Fact]:
        """In care on the last day, in a home."""
        yield from (fact for fact in self._on(self.period.last) if fact.stay is not None and fact.stay["home_id"])

    def homes(self) -> Iterator[Fact]:
        """Open on the last day."""
        for (country, _), home in self.world.homes.items():
            if lies_in({"started_on": home["opened_on"], "ended_on": home["closed_on"]}, self.period.last):
                yield Fact(country, None, home, self.period.last)

    def places(self) -> Iterator[Fact]:
        """Their places."""
        for fact in self.homes():
            assert fact.stay is not None
            yield fact._replace(amount=fact.stay["capacity"])
