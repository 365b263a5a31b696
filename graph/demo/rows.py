"""Rows: the story of one country, told row by row: what is known of each, by column.

What follows from other rows is filled in, and the tables are put into their order, in `tables.py`. Here are the tables
whose stories hang together, as a family and its homes do; any other table has a file of its own in `stories/`.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from random import Random
from typing import TYPE_CHECKING, NamedTuple

from graph.demo.about_homes import about, responsible_since
from graph.demo.bonds import bonds_of, social_bonds
from graph.demo.care import Care
from graph.demo.community import Community
from graph.demo.crews import crews_of
from graph.demo.episodes import episodes
from graph.demo.families import Families
from graph.demo.homes import Housing, ending_of, opening_of
from graph.demo.living import Living
from graph.demo.local_kinds import local_kind_of
from graph.demo.moves import moved
from graph.demo.names import locale_of, names_of
from graph.demo.parts import part_of
from graph.demo.places import places_of, spot_of
from graph.demo.rates import YEARS
from graph.demo.stories import stories
from graph.demo.tables import Ids, PartRows, brought_columns, told_tables
from graph.demo.telling import Lived, StoryTeller
from graph.demo.wishes import belongings, wish_of
from graph.demo.words import interest
from graph.entities.placement_reasons import PlacementEndReason

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from countries.register.register import RegisteredCountry
    from graph.demo.bonds import Bond
    from graph.demo.community import Tie
    from graph.demo.family_life import FamilyLife
    from graph.demo.homes import DemoHome, DemoProgramme, HomeDays
    from graph.demo.stays import Life
    from graph.demo.tables import RowCells, RowValues

PART = 500
"""Children whose story is told at once: what bounds the memory, however many are asked for."""
A_SITE = 100
"""Children for whom one site stands."""
TOLD = 0.85
"""Children of whom somebody has written down what they like."""
BUDGET = (60, 900)
"""Thousands of the country's currency."""


class Batch(NamedTuple):
    """Rows of one table."""

    table: str
    columns: tuple[str, ...]
    rows: list[RowValues]


def country_rows(
    country: RegisteredCountry, children: int, seed: int, today: date, years: int = YEARS
) -> Iterator[Batch]:
    """Synthetic rows of one country: the same for the same arguments, whatever else is asked for.

    Args:
        country: whose rows.
        children: how many children, one at least.
        seed: chooses among stories.
        today: the last day of the story, in the country's time zone.
        years: so far back the population lives; 0 where all families have children today. A country with fewer
            children than a site has is young: nobody has grown up there yet.

    Yields:
        Batches in an order that satisfies every foreign key; a table comes once for each `PART` children.
    """
    lived = years if children >= A_SITE else 0
    for first in range(0, children, PART):
        chance = f"{country.code} {seed} {today.isoformat()} {children} {first}"
        part = _CountryPart(country, chance, today, first, lived)
        yield from part.batches(min(PART, children - first))


@dataclass(frozen=True, slots=True, eq=False)
class _Story:
    """What has happened in one part of a country."""

    housing: Housing
    families: tuple[tuple[Life, ...], ...]
    told: tuple[FamilyLife, ...]
    community: Community
    openings: Mapping[DemoHome, HomeDays]

    @property
    def lives(self) -> Iterator[Life]:
        """Every child's, family by family."""
        return (life for family in self.families for life in family)


class _CountryPart:
    """One part of a country: its own sites, homes, partners and families."""

    def __init__(self, country: RegisteredCountry, chance: str, today: date, first: int, years: int) -> None:
        self._country = country
        self._chance = chance
        self._rng = Random(chance)
        self._today = today
        self._first = first
        self._years = years
        self._told: dict[str, list[RowCells]] = {}
        self._row = StoryTeller(country, self._rng, today, self._told).row

    def batches(self, children: int) -> Iterator[Batch]:
        """The rows of this part, table by table."""
        story, ids, today = self._story(children), Ids(), self._today
        told = self._told
        told |= {"programme": list(self._programmes(story, ids)), "home": list(self._homes(story, ids))}
        crews = crews_of(told["home"], told["programme"], today, Random(f"{self._chance} crews"))
        told |= {
            "community_partner": list(self._partners(story, ids)),
            "child": list(self._children(story, ids)),
            "sibling_bond": list(self._bonds(story, ids)),
            "placement": list(self._placements(story, ids)),
            "community_link": list(self._links(story, ids)),
        }
        by_child = {ids[life.child]: (family, life) for family in story.told for life in family.lives}
        lived = Lived(story.told, by_child, crews, ids)
        care = StoryTeller(self._country, Random(f"{self._chance} care"), today, told, lived)
        told["care_episode"] = list(episodes(care))
        book, stays = PartRows(self._country.code), list(moved(StoryTeller(self._country, self._rng, today, told)))
        for table in told_tables():
            if table in stories():
                chance = Random(f"{self._chance} {table}")
                told[table] = list(stories()[table](StoryTeller(self._country, chance, today, told, lived)))
            if table in told:
                # Other stories know of the homes alone: what is said of a move changes none of them.
                rows = stays if table == "placement" else told[table]
                yield Batch(table, brought_columns(table), book.rows(table, rows))

    def _story(self, children: int) -> _Story:
        sites = max(1, round(children / A_SITE))
        names = names_of(locale_of(self._country, self._country.languages[0]))
        housing = Housing(self._rng, places_of(self._country), names, sites)
        families = Families(self._country, self._rng, self._today, self._years)
        care = Care(self._rng, housing, self._today, self._country.code, years=bool(self._years))
        told: list[tuple[Life, ...]] = []
        count = 0
        while count < children:
            family = families.family(children - count)
            told.append(tuple(care.lives(family, self._rng.choice(housing.sites))))
            count += len(family.children)
        openings = {home: opening_of(home, self._today, self._rng) for home in housing.homes}
        living = Living(self._country, self._today, years=bool(self._years))
        lived = tuple(living.of(family, f"{self._chance} family {number}") for number, family in enumerate(told))
        return _Story(housing, tuple(told), lived, Community(self._rng, housing.sites, self._today), openings)

    def _programmes(self, story: _Story, ids: Ids) -> Iterator[RowCells]:
        begun: dict[DemoProgramme, date] = {}
        days = [(home.programme, opening.opened_on) for home, opening in story.openings.items()]
        for programme, day in (*days, *((life.programme, life.enrolled_on) for life in story.lives)):
            begun[programme] = min(day, begun.get(programme, day))
        former = story.housing.former if self._years else ()
        for programme in (*(each for site in story.housing.sites for each in site.programmes), *former):
            first = begun.get(programme, self._today - timedelta(days=self._rng.randint(100, 3000)))
            started = first - timedelta(days=self._rng.randint(20, 3000))
            yield ids.noted(
                programme,
                self._row(
                    started,
                    None,
                    name=programme.name,
                    kind=programme.kind,
                    started_on=started,
                    ended_on=None if programme in begun else ending_of(programme, started, self._today),
                    annual_budget=Decimal(self._rng.randint(*BUDGET) * 1000),
                    jurisdiction=part_of(self._country.code, programme.place),
                    people_reached=self._rng.randrange(250_000),
                ),
            )

    def _homes(self, story: _Story, ids: Ids) -> Iterator[RowCells]:
        for place, (home, opening) in enumerate(story.openings.items(), start=1):
            number = f"{self._first // PART + 1}-{place:04}"
            yield ids.noted(
                home,
                self._row(
                    opening.opened_on,
                    opening.closed_on,
                    programme_id=ids[home.programme],
                    name=home.name,
                    form=home.form,
                    capacity=home.capacity,
                    locality=home.place,
                    opened_on=opening.opened_on,
                    closed_on=opening.closed_on,
                    responsible_since=responsible_since(
                        opening.opened_on, opening.closed_on, self._today, f"{self._chance} {number}"
                    ),
                    **about(home, self._country, self._chance, number),
                ),
            )

    def _partners(self, story: _Story, ids: Ids) -> Iterator[RowCells]:
        for partner in story.community.partners:
            day = self._today - timedelta(days=self._rng.randint(100, 4000))
            north, east = spot_of(self._country, partner.place)
            row = self._row(
                day, None, name=partner.name, kind=partner.kind, locality=partner.place, latitude_e2=north,
                longitude_e2=east,
            )  # fmt: skip
            yield ids.noted(partner, row)

    def _children(self, story: _Story, ids: Ids) -> Iterator[RowCells]:
        families = ((family, life) for family in story.told for life in family.lives)
        for number, (family, life) in enumerate(families, start=self._first + 1):
            child = life.child
            case = f"{self._country.code}-{child.joined.year}-{number:05}"
            likes = interest(child.years(self._today), self._rng) if self._rng.random() < TOLD else None
            moved = life.enrolled_on if life.enrolled_on > child.joined else None
            yield ids.noted(
                child,
                self._row(
                    min(child.joined, max(family.known_on, child.born)) if self._years else child.joined,
                    moved,
                    programme_id=ids[life.programme],
                    case_number=case,
                    given_name=child.given_name,
                    family_name=child.family_name,
                    birth_date=child.birth_date,
                    birth_date_precision=child.precision,
                    sex=child.sex,
                    first_language=child.language,
                    interests=likes,
                    enrolled_on=life.enrolled_on,
                    reason_for_care=family.reason,
                    **belongings(case),
                ),
            )

    def _bonds(self, story: _Story, ids: Ids) -> Iterator[RowCells]:
        bonds: list[Bond] = []
        for family in story.families:
            bonds += bonds_of(family, self._today, self._rng)
        bonds += social_bonds(story.families, self._today, self._rng)
        for bond in bonds:
            wish = wish_of(f"{ids[bond.one.child]} {ids[bond.other.child]}")
            for one, other in ((bond.one, bond.other), (bond.other, bond.one)):
                yield self._row(
                    bond.started_on,
                    bond.ended_on,
                    child_id=ids[one.child],
                    sibling_id=ids[other.child],
                    kind=bond.kind,
                    wish=wish,
                    started_on=bond.started_on,
                    ended_on=bond.ended_on,
                )

    def _placements(self, story: _Story, ids: Ids) -> Iterator[RowCells]:
        for life in story.lives:
            for stay in life.stays:
                closed = stay.ended_on is not None and stay.ended_on == story.openings[stay.home].closed_on
                moved = stay.end_reason is PlacementEndReason.MOVE
                yield self._row(
                    stay.started_on,
                    stay.ended_on,
                    child_id=ids[life.child],
                    home_id=ids[stay.home],
                    started_on=stay.started_on,
                    ended_on=stay.ended_on,
                    start_reason=stay.start_reason,
                    end_reason=PlacementEndReason.HOME_CLOSED if closed and moved else stay.end_reason,
                    local_kind=local_kind_of(self._country.code, stay.home.form, stay.started_on),
                )

    def _links(self, story: _Story, ids: Ids) -> Iterator[RowCells]:
        for life in story.lives:
            for tie in story.community.ties_of_child(life):
                yield self._tie(tie, ids, child_id=ids[life.child])
        sites = {programme: site for site in story.housing.sites for programme in site.programmes}
        for home, opening in story.openings.items():
            for tie in story.community.ties_of_home(opening, sites[home.programme]):
                yield self._tie(tie, ids, home_id=ids[home])

    def _tie(self, tie: Tie, ids: Ids, **owner: object) -> RowCells:
        partner = None if tie.partner is None else ids[tie.partner]
        return self._row(
            tie.started_on,
            tie.ended_on,
            **owner,
            partner_id=partner,
            kind=tie.kind,
            started_on=tie.started_on,
            ended_on=tie.ended_on,
            note=tie.note,
        )
