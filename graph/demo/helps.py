"""Helps: what a family was helped with so that its children can stay, what children in care and leavers asked for.

How soon help that was asked for is answered is the country's own rule; most keep to it.
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from countries.packs.keys import KEYS
from graph.demo.family_life import Help
from graph.demo.parts import laid_down
from graph.demo.records import SETTLED
from graph.entities.gatekeeping_assessment import GatekeepingOutcome
from graph.entities.placement_reasons import PlacementEndReason
from graph.entities.support_service import SupportAnswer, SupportFor, SupportKind, SupportOrigin

if TYPE_CHECKING:
    from collections.abc import Iterator
    from random import Random

    from graph.demo.family_life import Round
    from graph.demo.stays import Life

ANSWERED_WITHIN = KEYS["support_answer_days"]
KEPT = frozenset({GatekeepingOutcome.SUPPORT_FAMILY, GatekeepingOutcome.KIN_WITHOUT_ORDER})
"""After which a family is helped."""
FOR_POVERTY = (SupportKind.MATERIAL, SupportKind.WORK, SupportKind.HOUSING)
FOR_A_FAMILY = (
    SupportKind.FAMILY_COUNSELLING, SupportKind.MATERIAL, SupportKind.MEDIATION, SupportKind.HEALTH,
    SupportKind.HOUSING, SupportKind.LEGAL, SupportKind.RESPITE,
)  # fmt: skip
BY_AGE = (
    (0, (SupportKind.HEALTH, SupportKind.SPEECH, SupportKind.DISABILITY)),
    (6, (SupportKind.LEARNING, SupportKind.COUNSELLING, SupportKind.SPEECH, SupportKind.HEALTH)),
    (13, (SupportKind.COUNSELLING, SupportKind.LEARNING, SupportKind.LEGAL)),
)
"""What a child needs, by the age from which it may."""
FOR_AN_ADULT = (SupportKind.HOUSING, SupportKind.WORK, SupportKind.COUNSELLING, SupportKind.MATERIAL)
IN_CARE, CARERS_TOO, AFTER_HOME, AFTER_CARE, COMES_BACK = 0.35, 0.1, 0.6, 0.45, 0.15
"""Spells of care in which a child is helped, or its carers; families who are helped once the children are home; young
people for whom there is help as they leave; of them how many come back and ask, years later. Made up."""
ANSWERS = (
    (
        SupportAnswer.ACCEPTED,
        SupportAnswer.DECLINED,
        SupportAnswer.WAITING_LIST,
        SupportAnswer.NOT_THERE,
        SupportAnswer.OPEN,
    ),
    (78, 8, 5, 6, 3),
)
"""What came of it, of a hundred. Made up."""
LATE = 0.15
"""How many were answered later than the country asks. Made up."""
ENOUGH = 0.75
"""Help that reached what it was for. Made up."""
LASTS = (60, 500)
"""Days."""
A_WEEK = timedelta(days=7)


def helps_of(
    lives: tuple[Life, ...], rounds: tuple[Round, ...], country: str, today: date, rng: Random
) -> tuple[Help, ...]:
    """What a family and its children were helped with.

    Args:
        lives: the children's.
        rounds: when care was thought of.
        country: the code of the country, whose rule is heeded.
        today: the last day of the story.
        rng: where chance comes from.
    """
    helping = _Helping(country, today, rng)
    found = [each for asked in rounds for each in helping.so_that_they_stay(asked, rounds)]
    found += [each for life in lives for each in helping.of_a_child(life)]
    return tuple(found)


class _Helping:
    """Makes helps, each once, in the order of the calls."""

    def __init__(self, country: str, today: date, rng: Random) -> None:
        self._country = country
        self._rng = rng
        self._horizon = today - SETTLED

    def so_that_they_stay(self, asked: Round, rounds: tuple[Round, ...]) -> Iterator[Help]:
        """What keeps a family together; it ends where the children come into care after all."""
        if asked.outcome not in KEPT:
            return
        enters = min((each.enters for each in rounds if each.enters and each.opened > asked.opened), default=None)
        kinds = FOR_POVERTY if asked.poverty else FOR_A_FAMILY
        for kind in self._rng.sample(kinds, self._rng.randint(1, min(3, len(kinds)))):
            yield from self._help(
                asked.lives[0], kind, SupportFor.FAMILY, SupportOrigin.GATEKEEPING, asked.opened + 2 * A_WEEK, enters
            )

    def of_a_child(self, life: Life) -> Iterator[Help]:
        """What a child was helped with in care and after it."""
        for began, ended in life.spells:
            if self._rng.random() < IN_CARE:
                yield from self._in_care(life, began, ended)
            if self._rng.random() < CARERS_TOO:
                yield from self._help(
                    life,
                    SupportKind.RESPITE,
                    SupportFor.CAREGIVERS,
                    SupportOrigin.REVIEW,
                    self._within(began, ended),
                    ended,
                )
        left = life.left_on
        if left is None:
            return
        if (
            life.stays[-1].end_reason is PlacementEndReason.REUNIFICATION_WITH_FAMILY
            and self._rng.random() < AFTER_HOME
        ):
            yield from self._help(
                life, self._rng.choice(FOR_A_FAMILY), SupportFor.FAMILY, SupportOrigin.PLAN, left, None
            )
        if life.stays[-1].end_reason is PlacementEndReason.INDEPENDENT_LIVING:
            if self._rng.random() < AFTER_CARE:
                yield from self._help(
                    life, self._rng.choice(FOR_AN_ADULT), SupportFor.CHILD, SupportOrigin.AFTERCARE, left, None
                )
            if self._rng.random() < COMES_BACK:
                later = left + timedelta(days=self._rng.randint(200, 2500))
                yield from self._help(
                    life, self._rng.choice(FOR_AN_ADULT), SupportFor.CHILD, SupportOrigin.RETURN, later, None
                )

    def _in_care(self, life: Life, began: date, ended: date | None) -> Iterator[Help]:
        asked = self._within(began, ended)
        fitting = [kinds for since, kinds in BY_AGE if life.child.years(asked) >= since] or [BY_AGE[0][1]]
        origin = self._rng.choice((SupportOrigin.PLAN, SupportOrigin.REVIEW, SupportOrigin.OWN_REQUEST))
        yield from self._help(life, self._rng.choice(fitting[-1]), SupportFor.CHILD, origin, asked, ended)

    def _within(self, began: date, ended: date | None) -> date:
        days = ((ended or self._horizon) - began).days
        return began + timedelta(days=self._rng.randrange(max(days, 1)))

    def _help(
        self, life: Life, kind: SupportKind, whom: SupportFor, origin: SupportOrigin, asked: date, until: date | None
    ) -> Iterator[Help]:
        """One help, where it was asked for by now."""
        answer = self._rng.choices(*ANSWERS)[0]
        within = int(laid_down(self._country, ANSWERED_WITHIN, asked, None))
        offered = asked + timedelta(days=self._rng.randint(1, within) + (within if self._rng.random() < LATE else 0))
        began = offered + timedelta(days=self._rng.randint(0, 14))
        ended = began + timedelta(days=self._rng.randint(*LASTS))
        enough = self._rng.random() < ENOUGH
        if until is not None and ended > until:
            ended, enough = max(until, began + A_WEEK), False
        if asked > self._horizon:
            return
        if answer in {SupportAnswer.ACCEPTED, SupportAnswer.DECLINED} and offered > self._horizon:
            answer = SupportAnswer.OPEN
        given = answer is SupportAnswer.ACCEPTED and began <= self._horizon
        yield Help(
            life, kind, whom, origin, asked,
            offered=offered if answer in {SupportAnswer.ACCEPTED, SupportAnswer.DECLINED} else None,
            answer=answer,
            began=began if given else None,
            ended=ended if given and ended <= self._horizon else None,
            enough=enough,
        )  # fmt: skip
