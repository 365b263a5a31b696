"""Programmes and their homes: room for those who come, on every day, and a new door where there is none."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, timedelta
from random import Random
from typing import TYPE_CHECKING

from graph.entities.home_form import HomeForm
from graph.entities.programme import ProgrammeKind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from graph.demo.names import LocaleNames

ELSEWHERE = 0.3
"""Homes that are not where their programme has its office."""
LONG_EMPTY = timedelta(days=200)
ENDED = 0.4
"""Programmes that have ended, of those with nobody under them."""
STAYS_READY = 0.25
"""Homes that stay open, though nobody has lived there for long."""

Span = tuple[date, date | None]
"""A half-open time: the first day, and the first day no longer there."""

CAPACITY = {
    HomeForm.SOS_FAMILY: (4, 8),
    HomeForm.FOSTER_FAMILY: (1, 3),
    HomeForm.KINSHIP_FAMILY: (1, 4),
    HomeForm.SMALL_GROUP_HOME: (6, 10),
    HomeForm.YOUTH_HOME: (8, 12),
    HomeForm.SUPERVISED_INDEPENDENT_LIVING: (1, 3),
    HomeForm.EMERGENCY_SHELTER: (6, 12),
}
"""The fewest and the most places of a home of each form."""

RUN_BY = {
    HomeForm.SOS_FAMILY: ProgrammeKind.ALTERNATIVE_CARE,
    HomeForm.FOSTER_FAMILY: ProgrammeKind.ALTERNATIVE_CARE,
    HomeForm.KINSHIP_FAMILY: ProgrammeKind.FAMILY_STRENGTHENING,
    HomeForm.SMALL_GROUP_HOME: ProgrammeKind.ALTERNATIVE_CARE,
    HomeForm.YOUTH_HOME: ProgrammeKind.YOUTH_CARE,
    HomeForm.SUPERVISED_INDEPENDENT_LIVING: ProgrammeKind.YOUTH_CARE,
    HomeForm.EMERGENCY_SHELTER: ProgrammeKind.EMERGENCY,
}

FIRST_KINDS = (ProgrammeKind.ALTERNATIVE_CARE, ProgrammeKind.FAMILY_STRENGTHENING, ProgrammeKind.YOUTH_CARE)
OTHER_KINDS = (ProgrammeKind.AFTERCARE, ProgrammeKind.EMERGENCY, ProgrammeKind.EDUCATION, ProgrammeKind.COMMUNITY)

TITLES = {
    ProgrammeKind.ALTERNATIVE_CARE: "Children's Village {}",
    ProgrammeKind.FAMILY_STRENGTHENING: "Family Strengthening {}",
    ProgrammeKind.YOUTH_CARE: "Youth Care {}",
    ProgrammeKind.AFTERCARE: "Aftercare {}",
    ProgrammeKind.EMERGENCY: "Emergency Care {}",
    ProgrammeKind.EDUCATION: "Learning Together {}",
    ProgrammeKind.COMMUNITY: "Community Centre {}",
}

HOUSES = (
    "Acacia", "Almond", "Baobab", "Birch", "Blackbird", "Cedar", "Cherry", "Cricket", "Daisy", "Fig", "Hazel", "Heron",
    "Jasmine", "Juniper", "Kingfisher", "Linden", "Mango", "Maple", "Mulberry", "Olive", "Orange", "Otter", "Poppy",
    "Robin", "Sparrow", "Sunflower", "Swallow", "Thyme", "Walnut", "Willow",
)  # fmt: skip


@dataclass(frozen=True, slots=True, eq=False)
class DemoProgramme:
    """One programme, in one place."""

    kind: ProgrammeKind
    place: str

    @property
    def name(self) -> str:
        """The name that people know it by."""
        return TITLES[self.kind].format(self.place)


@dataclass(frozen=True, slots=True, eq=False)
class DemoHome:
    """One home, and when its places are taken.

    Attributes:
        founding: whether it was there before anybody came, and stays.
        whose: the family whose kin it is; none of whoever takes in any.
        spans: one for each stay; grows as children are placed.
    """

    programme: DemoProgramme
    form: HomeForm
    name: str
    place: str
    capacity: int
    founding: bool
    whose: object = None
    spans: list[Span] = field(default_factory=list)

    def has_room(self, spans: Sequence[Span]) -> bool:
        """Whether on each day of these stays there is room for all of them."""
        return most_at_once((*self.spans, *spans)) <= self.capacity


def most_at_once(spans: Sequence[Span]) -> int:
    """How many stays the fullest day has."""
    steps = [(start, 1) for start, _ in spans] + [(end, -1) for _, end in spans if end is not None]
    present = most = 0
    for _, step in sorted(steps):  # on the same day, who leaves goes before who comes
        present += step
        most = max(most, present)
    return most


@dataclass(frozen=True, slots=True, eq=False)
class Site:
    """A place and the programmes that work there."""

    place: str
    programmes: tuple[DemoProgramme, ...]

    def running(self, kind: ProgrammeKind) -> DemoProgramme | None:
        """The programme of a kind here, if there is one."""
        return next((programme for programme in self.programmes if programme.kind is kind), None)


class Housing:
    """The sites of one part of a country, and their homes.

    Args:
        rng: where chance comes from.
        places: names of places, more than sites.
        names: whose families foster.
        sites: how many sites there are.
    """

    def __init__(self, rng: Random, places: Sequence[str], names: LocaleNames, sites: int) -> None:
        self._rng = rng
        self._names = names
        self._places = rng.sample(places, min(len(places), 3 * sites + 3))
        self._homes: dict[tuple[DemoProgramme, HomeForm], list[DemoHome]] = {}
        self.sites = tuple(self._site(number) for number in range(sites))
        for form in HomeForm:
            self._open(self.programme_for(form, self.sites[0]), form, 1, founding=True)

    @property
    def homes(self) -> tuple[DemoHome, ...]:
        """Every home, by programme and form in the order of their first one."""
        return tuple(home for homes in self._homes.values() for home in homes)

    @property
    def former(self) -> tuple[DemoProgramme, ...]:
        """Programmes of places where nobody works any more, or where few still come."""
        used = {site.place for site in self.sites}
        places = [place for place in self._places if place not in used][: len(OTHER_KINDS)]
        return tuple(DemoProgramme(kind, place) for kind, place in zip(OTHER_KINDS, places, strict=False))

    def running(self, kind: ProgrammeKind, site: Site) -> DemoProgramme | None:
        """The programme of a kind at this site, or else at the nearest one that has it."""
        found = (each.running(kind) for each in (site, *self.sites))
        return next((programme for programme in found if programme is not None), None)

    def programme_for(self, form: HomeForm, site: Site) -> DemoProgramme:
        """Who runs the homes of a form for the children of a site."""
        return self.running(RUN_BY[form], site) or site.programmes[0]

    def admit(
        self, form: HomeForm, site: Site, spans: Sequence[Span], avoid: DemoHome | None = None, whose: object = None
    ) -> DemoHome:
        """The home of a form where all these stays fit, but not the one to avoid; opened where there was none.

        Kin take in their own: where it is said whose children they are, nobody else's home is theirs.
        """
        programme = self.programme_for(form, site)
        own = whose if form is HomeForm.KINSHIP_FAMILY else None
        doors = [home for home in self._homes.get((programme, form), []) if own is None or home.whose is own]
        for home in self._rng.sample(doors, len(doors)):
            if home is not avoid and home.has_room(spans):
                break
        else:
            home = self._open(programme, form, most_at_once(spans), whose=own)
        home.spans.extend(spans)
        return home

    def _site(self, number: int) -> Site:
        place = self._places[number % len(self._places)]
        if number == 0:
            kinds = [*FIRST_KINDS, *self._rng.sample(OTHER_KINDS, self._rng.randint(0, 1))]
        else:
            kinds = [FIRST_KINDS[0], *self._rng.sample((*FIRST_KINDS[1:], *OTHER_KINDS), self._rng.randint(1, 3))]
        return Site(place, tuple(DemoProgramme(kind, place) for kind in kinds))

    def _open(
        self, programme: DemoProgramme, form: HomeForm, needed: int, *, founding: bool = False, whose: object = None
    ) -> DemoHome:
        fewest, most = CAPACITY[form]
        homes = self._homes.setdefault((programme, form), [])
        place = self._rng.choice(self._places) if self._rng.random() < ELSEWHERE else programme.place
        home = DemoHome(
            programme=programme,
            form=form,
            name=self._name(form, place, len(homes) + 1),
            place=place,
            capacity=self._rng.randint(max(fewest, needed), most),
            founding=founding,
            whose=whose,
        )
        homes.append(home)
        return home

    def _name(self, form: HomeForm, place: str, number: int) -> str:
        match form:
            case HomeForm.FOSTER_FAMILY | HomeForm.KINSHIP_FAMILY:
                return f"{self._names.family(self._rng).male} family"
            case HomeForm.SOS_FAMILY:
                return f"House {self._rng.choice(HOUSES)}"
            case HomeForm.SMALL_GROUP_HOME:
                return f"{self._rng.choice(HOUSES)} Group Home"
            case HomeForm.YOUTH_HOME:
                return f"{place} Youth Home {number}"
            case HomeForm.SUPERVISED_INDEPENDENT_LIVING:
                return f"{place}, flat {number}"
            case HomeForm.EMERGENCY_SHELTER:
                return f"{place} Shelter {number}"


def ending_of(programme: DemoProgramme, started: date, today: date) -> date | None:
    """When a programme ended under which nobody is, and no home; most go on."""
    chance = Random(f"{programme.name} {started} ending")
    days = (today - started).days - LONG_EMPTY.days
    return started + timedelta(days=chance.randint(1, days)) if days > 1 and chance.random() < ENDED else None


@dataclass(frozen=True, slots=True)
class HomeDays:
    """When a home opened and closed."""

    opened_on: date
    closed_on: date | None


def opening_of(home: DemoHome, today: date, rng: Random) -> HomeDays:
    """When a home must have opened for its first child, and whether it closed after its last."""
    if not home.spans:
        return HomeDays(today - timedelta(days=rng.randint(200, 3000)), None)
    first = min(start for start, _ in home.spans)
    opened = first - timedelta(days=rng.randint(5, 700))
    ends = [end for _, end in home.spans if end is not None]
    still_lived_in = len(ends) < len(home.spans)
    if still_lived_in or home.founding or max(ends) > today - LONG_EMPTY or rng.random() < STAYS_READY:
        return HomeDays(opened, None)
    pause = rng.choice((0, rng.randint(1, 120)))
    return HomeDays(opened, max(ends) + timedelta(days=pause))
