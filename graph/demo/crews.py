"""Carers over the years: who held each post of a home and of a programme, from when to when, and who came after."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from graph.demo.rates import CARER_LEAVES, POST_IS_EMPTY, STAFF_LEAVES
from graph.demo.records import SETTLED
from graph.entities.caregiver import CaregiverKind
from graph.entities.caregiver_assignment import AssignmentEndReason, CaregiverRole
from graph.entities.home_form import SETTING_OF, HomeForm, HomeSetting

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from random import Random

    from graph.demo.tables import RowCells

TEAM = 3
"""How many look after a group, in shifts."""
LIVES_THERE = 0.15
"""Families in whose house another adult lives who cares for nobody."""
A_YEAR = 365
STAYS = 120
"""Days that somebody stays at least."""
WEEKS = (14, 90)
"""Days for which a post is empty, where it is."""
OWN_HOUSE = frozenset({HomeForm.FOSTER_FAMILY, HomeForm.KINSHIP_FAMILY})
"""Where the house is the carers' own: nobody takes it over from them."""
WHY = (AssignmentEndReason.LEFT_SERVICE, AssignmentEndReason.RETIRED, AssignmentEndReason.ILLNESS)


@dataclass(frozen=True, slots=True, eq=False)
class Term:
    """The time for which somebody holds a post.

    Attributes:
        programme_id: who has engaged them.
        home_id: the home, or none where it is a programme's post.
        kind: what they are, as far as checks hang on it.
        role: what they are to the home, or none.
        began: the first day.
        ended: the first day no longer there.
        why: why it ended, where it has.
    """

    programme_id: object
    home_id: object | None
    kind: CaregiverKind
    role: CaregiverRole | None
    began: date
    ended: date | None
    why: AssignmentEndReason | None

    @property
    def cares(self) -> bool:
        """Whether they care for those who live there."""
        return self.role is not CaregiverRole.LIVES_THERE


Post = tuple[Term, ...]
"""Who held a post, one after the other."""


@dataclass(frozen=True, slots=True)
class Crews:
    """The posts of a part of a country.

    Attributes:
        homes: by home, the posts of each.
        offices: those of the programmes.
    """

    homes: Mapping[object, tuple[Post, ...]]
    offices: tuple[Post, ...]

    @property
    def terms(self) -> Iterator[Term]:
        """Everybody's, home by home and programme by programme."""
        for posts in (*self.homes.values(), self.offices):
            for post in posts:
                yield from post


def crews_of(homes: Sequence[RowCells], programmes: Sequence[RowCells], today: date, rng: Random) -> Crews:
    """Who has cared for each home and answered for each programme, as long as there was one.

    Args:
        homes: their rows.
        programmes: their rows.
        today: the last day of the story.
        rng: where chance comes from; nobody else draws from it.
    """
    people = _People(rng, today - SETTLED)
    return Crews(
        {home["id"]: tuple(people.of_home(home)) for home in homes},
        tuple(post for programme in programmes for post in people.of_programme(programme)),
    )


class _People:
    """Makes posts, each once, in the order of the calls."""

    def __init__(self, rng: Random, horizon: date) -> None:
        self._rng = rng
        self._horizon = horizon

    def of_home(self, home: RowCells) -> Iterator[Post]:
        """A parent, and who lives there too; or a team."""
        form = HomeForm(str(home["form"]))
        programme, where, opened, closed = (
            home["programme_id"],
            home["id"],
            _day(home["opened_on"]),
            _end(home["closed_on"]),
        )
        if SETTING_OF[form] == HomeSetting.FAMILY_BASED:
            first = Term(programme, where, CaregiverKind.FAMILY_CARER, CaregiverRole.PARENT, opened, closed, None)
            yield (self._only(first),) if form in OWN_HOUSE else self._held(first, CARER_LEAVES)
            if self._rng.random() < LIVES_THERE:
                adult = CaregiverKind.HOUSEHOLD_ADULT
                yield (self._only(Term(programme, where, adult, CaregiverRole.LIVES_THERE, opened, closed, None)),)
            return
        young = SETTING_OF[form] == HomeSetting.INDEPENDENT
        for place in range(TEAM):
            other = CaregiverRole.CO_WORKER if place else CaregiverRole.TEAM
            role = CaregiverRole.YOUTH_WORKER if young else other
            yield self._held(Term(programme, where, CaregiverKind.STAFF, role, opened, closed, None), STAFF_LEAVES)

    def of_programme(self, programme: RowCells) -> Iterator[Post]:
        """Who leads it, and who sees to its children."""
        began, ended = _day(programme["started_on"]), _end(programme["ended_on"])
        for kind in (CaregiverKind.MANAGER, CaregiverKind.SOCIAL_WORKER):
            yield self._held(Term(programme["id"], None, kind, None, began, ended, None), STAFF_LEAVES)

    def _held(self, whole: Term, often: float) -> Post:
        """Who held a post for all of a time: so many of those who are there leave in a year."""
        terms: list[Term] = []
        began, last = whole.began, whole.ended or self._horizon
        while began < last or not terms:
            ended = self._leaves(began, last, often)
            if ended is None:
                terms.append(self._term(whole, began, whole.ended, None))
                break
            empty = self._rng.random() < POST_IS_EMPTY
            handed = whole.role is CaregiverRole.PARENT and not empty
            terms.append(self._term(whole, began, ended, AssignmentEndReason.HANDED_OVER if handed else None))
            began = ended + timedelta(days=self._rng.randint(*WEEKS) if empty else 0)
        return tuple(terms)

    def _leaves(self, began: date, last: date, often: float) -> date | None:
        """The day before the last one on which somebody leaves, if they do."""
        year = began
        while (last - year).days > STAYS:
            if self._rng.random() < often:
                day = max(year + timedelta(days=self._rng.randrange(A_YEAR)), began + timedelta(days=STAYS))
                return day if day < last else None
            year += timedelta(days=A_YEAR)
        return None

    def _only(self, term: Term) -> Term:
        return self._term(term, term.began, term.ended, None)

    def _term(self, whole: Term, began: date, ended: date | None, why: AssignmentEndReason | None) -> Term:
        said = None if ended is None else why or self._rng.choice(WHY)
        return Term(whole.programme_id, whole.home_id, whole.kind, whole.role, began, ended, said)


def _day(cell: object) -> date:
    if not isinstance(cell, date):
        message = "a home has opened, and a programme has begun"
        raise TypeError(message)
    return cell


def _end(cell: object) -> date | None:
    return None if cell is None else _day(cell)
