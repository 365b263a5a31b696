"""The community around: schools, clubs and neighbours, and the ties that children and homes have to them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from graph.demo.records import SETTLED
from graph.demo.words import note
from graph.entities.community_link import CommunityLinkKind
from graph.entities.community_partner import CommunityPartnerKind

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from random import Random

    from graph.demo.homes import HomeDays, Site
    from graph.demo.stays import Life

PRIMARY = "{} Primary School"
SECONDARY = "{} Secondary School"

PARTNERS = (
    (PRIMARY, CommunityPartnerKind.SCHOOL),
    (SECONDARY, CommunityPartnerKind.SCHOOL),
    ("{} United Football Club", CommunityPartnerKind.SPORTS_CLUB),
    ("{} Swimmers", CommunityPartnerKind.SPORTS_CLUB),
    ("{} Music School", CommunityPartnerKind.ARTS_AND_CULTURE),
    ("{} Library", CommunityPartnerKind.ARTS_AND_CULTURE),
    ("{} Congregation", CommunityPartnerKind.FAITH_COMMUNITY),
    ("{} Neighbours' Association", CommunityPartnerKind.NEIGHBOURHOOD),
    ("Reading Friends {}", CommunityPartnerKind.VOLUNTEER_GROUP),
    ("{} Bakery", CommunityPartnerKind.EMPLOYER),
    ("{} Bicycle Workshop", CommunityPartnerKind.EMPLOYER),
    ("{} Health Centre", CommunityPartnerKind.HEALTH_SERVICE),
    ("{} Town Hall", CommunityPartnerKind.LOCAL_AUTHORITY),
    ("{} Youth Meeting Point", CommunityPartnerKind.OTHER),
)  # fmt: skip

OTHER_SIDE = {
    CommunityLinkKind.SCHOOL: CommunityPartnerKind.SCHOOL,
    CommunityLinkKind.SPORTS_CLUB: CommunityPartnerKind.SPORTS_CLUB,
    CommunityLinkKind.ARTS_AND_CULTURE: CommunityPartnerKind.ARTS_AND_CULTURE,
    CommunityLinkKind.FAITH: CommunityPartnerKind.FAITH_COMMUNITY,
    CommunityLinkKind.NEIGHBOUR: CommunityPartnerKind.NEIGHBOURHOOD,
    CommunityLinkKind.VOLUNTEER: CommunityPartnerKind.VOLUNTEER_GROUP,
    CommunityLinkKind.EMPLOYER: CommunityPartnerKind.EMPLOYER,
    CommunityLinkKind.HEALTH_SERVICE: CommunityPartnerKind.HEALTH_SERVICE,
    CommunityLinkKind.PEER_GROUP: CommunityPartnerKind.OTHER,
    CommunityLinkKind.OTHER: CommunityPartnerKind.LOCAL_AUTHORITY,
}

SCHOOLS = ((PRIMARY, 6, 12), (SECONDARY, 12, 18))
"""Where a child goes to school, from which age to which."""

FROM_AGE = {
    CommunityLinkKind.SPORTS_CLUB: (5, 34),
    CommunityLinkKind.ARTS_AND_CULTURE: (5, 22),
    CommunityLinkKind.FAITH: (3, 12),
    CommunityLinkKind.NEIGHBOUR: (2, 22),
    CommunityLinkKind.HEALTH_SERVICE: (0, 16),
    CommunityLinkKind.PEER_GROUP: (11, 16),
    CommunityLinkKind.VOLUNTEER: (13, 12),
    CommunityLinkKind.EMPLOYER: (16, 45),
    CommunityLinkKind.OTHER: (4, 4),
}
"""From which age a tie of a kind is likely, and how likely in a hundred."""

OF_A_HOME = (
    CommunityLinkKind.NEIGHBOUR,
    CommunityLinkKind.VOLUNTEER,
    CommunityLinkKind.HEALTH_SERVICE,
    CommunityLinkKind.FAITH,
    CommunityLinkKind.SPORTS_CLUB,
)
AT_SCHOOL = 0.94
NOT_ON_RECORD = {CommunityLinkKind.NEIGHBOUR: 0.7, CommunityLinkKind.PEER_GROUP: 0.5}
"""How many ties of a kind are to people who are no partner on record."""
NOTED = 0.5
ENDED = 0.3
A_MONTH = 30


@dataclass(frozen=True, slots=True, eq=False)
class Partner:
    """One partner, in one place."""

    name: str
    kind: CommunityPartnerKind
    place: str


@dataclass(frozen=True, slots=True)
class Tie:
    """One tie of a child or a home to somebody."""

    kind: CommunityLinkKind
    partner: Partner | None
    started_on: date
    ended_on: date | None
    note: str | None


class Community:
    """The partners of each site, and ties to them, each once in the order of the calls."""

    def __init__(self, rng: Random, sites: Sequence[Site], today: date) -> None:
        self._rng = rng
        self._horizon = today - SETTLED
        self._partners = {
            site.place: tuple(Partner(name.format(site.place), kind, site.place) for name, kind in PARTNERS)
            for site in sites
        }

    @property
    def partners(self) -> tuple[Partner, ...]:
        """All partners, site by site."""
        return tuple(partner for partners in self._partners.values() for partner in partners)

    def ties_of_child(self, life: Life) -> Iterator[Tie]:
        """A child's ties, while the federation looks after the child and as its age has it."""
        until = min(life.left_on or self._horizon, self._horizon)
        for title, begins, ends in SCHOOLS:
            first = max(life.child.joined, life.child.birthday(begins)) + timedelta(days=self._rng.randrange(A_MONTH))
            last = min(until, life.child.birthday(ends))
            if first < last and self._rng.random() < AT_SCHOOL:
                school = next(each for each in self._near(life.site) if each.name == title.format(each.place))
                over = last < self._horizon
                yield self._tie(CommunityLinkKind.SCHOOL, school, first, last if over else None)
        for kind, (age, likely) in FROM_AGE.items():
            first = max(life.child.joined, life.child.birthday(age))
            if (until - first).days > A_MONTH and self._rng.randrange(100) < likely:
                yield self._some_tie(kind, life.site, first, until, over=until < self._horizon)

    def ties_of_home(self, opening: HomeDays, site: Site) -> Iterator[Tie]:
        """A home's own ties, while it is open."""
        until = min(opening.closed_on or self._horizon, self._horizon)
        if (until - opening.opened_on).days > A_MONTH:
            for kind in self._rng.sample(OF_A_HOME, self._rng.randint(0, 2)):
                yield self._some_tie(kind, site, opening.opened_on, until, over=opening.closed_on is not None)

    def _near(self, site: Site) -> tuple[Partner, ...]:
        return self._partners[site.place]

    def _some_tie(self, kind: CommunityLinkKind, site: Site, first: date, until: date, *, over: bool) -> Tie:
        """A tie that began at some time within these days, and ended where it had to or chanced to."""
        began = first + timedelta(days=self._rng.randrange((until - first).days))
        partners = [partner for partner in self._near(site) if partner.kind is OTHER_SIDE[kind]]
        partner = None if self._rng.random() < NOT_ON_RECORD.get(kind, 0.0) else self._rng.choice(partners)
        ended = until if over else None
        if self._rng.random() < ENDED:
            ended = began + timedelta(days=self._rng.randint(1, (until - began).days))
        return self._tie(kind, partner, began, ended)

    def _tie(self, kind: CommunityLinkKind, partner: Partner | None, began: date, ended: date | None) -> Tie:
        said = note(kind, self._rng) if self._rng.random() < NOTED else None
        return Tie(kind, partner, began, ended, said)
