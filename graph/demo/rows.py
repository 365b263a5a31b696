"""Rows: the story of one country as the tables hold it, in an order in which every link finds its row."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from random import Random
from typing import TYPE_CHECKING, NamedTuple

from graph.demo.bonds import bonds_of, social_bonds
from graph.demo.care import Care
from graph.demo.community import Community
from graph.demo.families import Families
from graph.demo.homes import Housing, opening_of
from graph.demo.names import locale_of, names_of
from graph.demo.places import places_of
from graph.demo.records import Books
from graph.demo.words import interest
from graph.entities.child import ReasonForCare
from graph.entities.placement import PlacementEndReason

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from uuid import UUID

    from countries.register import Country
    from graph.demo.bonds import Bond
    from graph.demo.community import Partner, Tie
    from graph.demo.families import Child
    from graph.demo.homes import Home, Opening, Programme
    from graph.demo.stays import Life

PART = 500
"""Children whose story is told at once: what bounds the memory, however many are asked for."""
A_SITE = 100
"""Children for whom one site stands."""
TOLD = 0.85
"""Children of whom somebody has written down what they like."""
BUDGET = (60, 900)
"""Thousands of the country's currency."""

KEY = ("country_code", "id", "version", "created_at", "updated_at")
COLUMNS = {
    "programme": (*KEY, "name", "kind", "started_on", "ended_on", "annual_budget", "people_reached"),
    "home": (*KEY, "programme_id", "name", "form", "capacity", "locality", "opened_on", "closed_on"),
    "community_partner": (*KEY, "name", "kind", "locality"),
    "child": (*KEY, "programme_id", "case_number", "given_name", "family_name", "birth_date", "birth_date_precision",
              "sex", "first_language", "interests", "enrolled_on", "reason_for_care", "case_number_twin", "died_on",
              "died_on_precision"),
    "sibling_bond": (*KEY, "child_id", "sibling_id", "programme_id", "sibling_name", "kind", "started_on", "ended_on"),
    "placement": (*KEY, "child_id", "home_id", "programme_id", "home_name", "started_on", "ended_on", "start_reason",
                  "end_reason", "voided_at", "void_reason"),
    "community_link": (*KEY, "programme_id", "child_id", "home_id", "partner_id", "kind", "started_on", "ended_on",
                       "note"),
}  # fmt: skip
"""Every column that PostgreSQL does not work out itself, by table; a table comes after those that it points to."""

Row = tuple[object, ...]


class Batch(NamedTuple):
    """Rows of one table."""

    table: str
    columns: tuple[str, ...]
    rows: list[Row]


def country_rows(country: Country, children: int, seed: int, today: date) -> Iterator[Batch]:
    """Synthetic rows of one country: the same for the same arguments, whatever else is asked for.

    Args:
        country: whose rows.
        children: how many children, one at least.
        seed: chooses among stories.
        today: the last day of the story, in the country's time zone.

    Yields:
        Batches in an order that satisfies every foreign key; a table comes once for each `PART` children.
    """
    for first in range(0, children, PART):
        rng = Random(f"{country.code} {seed} {today.isoformat()} {children} {first}")
        part = _Part(country, rng, today, first)
        yield from part.batches(min(PART, children - first))


@dataclass(frozen=True, slots=True, eq=False)
class _Story:
    """What has happened in one part of a country."""

    housing: Housing
    families: tuple[tuple[Life, ...], ...]
    community: Community
    openings: Mapping[Home, Opening]

    @property
    def lives(self) -> Iterator[Life]:
        """Every child's, family by family."""
        return (life for family in self.families for life in family)


REASONS = {
    ReasonForCare.NEGLECT: 26, ReasonForCare.VIOLENCE_IN_THE_FAMILY: 16, ReasonForCare.DEATH_OF_PARENTS: 15,
    ReasonForCare.ILLNESS_OF_A_PARENT: 13, ReasonForCare.ABSENCE_OF_PARENTS: 10, ReasonForCare.ABUSE: 8,
    ReasonForCare.PARENTS_UNKNOWN: 5, ReasonForCare.RELINQUISHMENT: 4, ReasonForCare.OTHER: 3,
}  # fmt: skip
"""How often each is given, of a hundred children; made up, like everything here."""


def _reason_for_care(case: str) -> ReasonForCare:
    return Random(f"{case} {ReasonForCare.__name__}").choices(list(REASONS), list(REASONS.values()))[0]


class _Part:
    """One part of a country: its own sites, homes, partners and families."""

    def __init__(self, country: Country, rng: Random, today: date, first: int) -> None:
        self._country = country
        self._rng = rng
        self._today = today
        self._first = first
        self._books = Books(rng, today)

    def batches(self, children: int) -> Iterator[Batch]:
        """The rows of this part, table by table."""
        story = self._story(children)
        programmes: dict[Programme, UUID] = {}
        homes: dict[Home, UUID] = {}
        partners: dict[Partner, UUID] = {}
        people: dict[Child, UUID] = {}
        told = {
            "programme": self._programmes(story, programmes),
            "home": self._homes(story, programmes, homes),
            "community_partner": self._partners(story, partners),
            "child": self._children(story, programmes, people),
            "sibling_bond": self._bonds(story, programmes, people),
            "placement": self._placements(story, programmes, homes, people),
            "community_link": self._links(story, programmes, homes, partners, people),
        }
        for table, rows in told.items():
            yield Batch(table, COLUMNS[table], list(rows))

    def _story(self, children: int) -> _Story:
        sites = max(1, round(children / A_SITE))
        names = names_of(locale_of(self._country, self._country.languages[0]))
        housing = Housing(self._rng, places_of(self._country), names, sites)
        families = Families(self._country, self._rng, self._today)
        care = Care(self._rng, housing, self._today)
        told: list[tuple[Life, ...]] = []
        count = 0
        while count < children:
            family = families.family(children - count)
            told.append(tuple(care.lives(family, self._rng.choice(housing.sites))))
            count += len(family.children)
        openings = {home: opening_of(home, self._today, self._rng) for home in housing.homes}
        return _Story(housing, tuple(told), Community(self._rng, housing.sites, self._today), openings)

    def _row(self, began: date, ended: date | None, *cells: object) -> tuple[UUID, Row]:
        record = self._books.record(began, ended)
        return record.id, (self._country.code, *record.cells, *cells)

    def _programmes(self, story: _Story, ids: dict[Programme, UUID]) -> Iterator[Row]:
        begun: dict[Programme, date] = {}
        days = [(home.programme, opening.opened_on) for home, opening in story.openings.items()]
        for programme, day in (*days, *((life.programme, life.enrolled_on) for life in story.lives)):
            begun[programme] = min(day, begun.get(programme, day))
        for programme in (each for site in story.housing.sites for each in site.programmes):
            first = begun.get(programme, self._today - timedelta(days=self._rng.randint(100, 3000)))
            started = first - timedelta(days=self._rng.randint(20, 3000))
            budget = Decimal(self._rng.randint(*BUDGET) * 1000)
            cells = (programme.name, programme.kind, started, None, budget, self._rng.randrange(250_000))
            ids[programme], row = self._row(started, None, *cells)
            yield row

    def _homes(self, story: _Story, programmes: Mapping[Programme, UUID], ids: dict[Home, UUID]) -> Iterator[Row]:
        for home, opening in story.openings.items():
            opened, closed = opening.opened_on, opening.closed_on
            cells = (programmes[home.programme], home.name, home.form, home.capacity, home.place, opened, closed)
            ids[home], row = self._row(opened, closed, *cells)
            yield row

    def _partners(self, story: _Story, ids: dict[Partner, UUID]) -> Iterator[Row]:
        for partner in story.community.partners:
            day = self._today - timedelta(days=self._rng.randint(100, 4000))
            ids[partner], row = self._row(day, None, partner.name, partner.kind, partner.place)
            yield row

    def _children(self, story: _Story, programmes: Mapping[Programme, UUID], ids: dict[Child, UUID]) -> Iterator[Row]:
        for number, life in enumerate(story.lives, start=self._first + 1):
            child = life.child
            case = f"{self._country.code}-{child.joined.year}-{number:05}"
            likes = interest(child.years(self._today), self._rng) if self._rng.random() < TOLD else None
            cells = (
                programmes[life.programme], case, child.given_name, child.family_name, child.birth_date,
                child.precision, child.sex, child.language, likes, life.enrolled_on, _reason_for_care(case), 0, None,
                None,
            )  # fmt: skip
            moved = life.enrolled_on if life.enrolled_on > child.joined else None
            ids[child], row = self._row(child.joined, moved, *cells)
            yield row

    def _bonds(self, story: _Story, programmes: Mapping[Programme, UUID], ids: Mapping[Child, UUID]) -> Iterator[Row]:
        bonds: list[Bond] = []
        for family in story.families:
            bonds += bonds_of(family, self._today, self._rng)
        bonds += social_bonds(story.families, self._today, self._rng)
        for bond in bonds:
            for one, other in ((bond.one, bond.other), (bond.other, bond.one)):
                cells = (
                    ids[one.child], ids[other.child], programmes[one.programme], other.child.given_name, bond.kind,
                    bond.started_on, bond.ended_on,
                )  # fmt: skip
                yield self._row(bond.started_on, bond.ended_on, *cells)[1]

    def _placements(
        self,
        story: _Story,
        programmes: Mapping[Programme, UUID],
        homes: Mapping[Home, UUID],
        ids: Mapping[Child, UUID],
    ) -> Iterator[Row]:
        for life in story.lives:
            for stay in life.stays:
                closed = stay.ended_on is not None and stay.ended_on == story.openings[stay.home].closed_on
                moved = stay.end_reason is PlacementEndReason.MOVE
                why_left = PlacementEndReason.HOME_CLOSED if closed and moved else stay.end_reason
                cells = (
                    ids[life.child], homes[stay.home], programmes[life.programme], stay.home.name, stay.started_on,
                    stay.ended_on, stay.start_reason, why_left, None, None,
                )  # fmt: skip
                yield self._row(stay.started_on, stay.ended_on, *cells)[1]

    def _links(
        self,
        story: _Story,
        programmes: Mapping[Programme, UUID],
        homes: Mapping[Home, UUID],
        partners: Mapping[Partner, UUID],
        ids: Mapping[Child, UUID],
    ) -> Iterator[Row]:
        def row(tie: Tie, programme: Programme, child: UUID | None, home: UUID | None) -> Row:
            partner = None if tie.partner is None else partners[tie.partner]
            cells = (programmes[programme], child, home, partner, tie.kind, tie.started_on, tie.ended_on, tie.note)
            return self._row(tie.started_on, tie.ended_on, *cells)[1]

        for life in story.lives:
            for tie in story.community.ties_of_child(life):
                yield row(tie, life.programme, ids[life.child], None)
        sites = {programme: site for site in story.housing.sites for programme in site.programmes}
        for home, opening in story.openings.items():
            for tie in story.community.ties_of_home(opening, sites[home.programme]):
                yield row(tie, home.programme, None, homes[home])
