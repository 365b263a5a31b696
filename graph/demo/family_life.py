"""What a family lives through: trouble, who asked whether care is needed, what help there was, who belongs to it.

It is told once, before any story, from a chance of the family's own; the stories of support, of gatekeeping, of
relatives and of their visits read it, so that one does not say what another one denies.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from graph.demo.kin import Person
    from graph.demo.meetings import Meeting
    from graph.demo.stays import Life
    from graph.entities.gatekeeping_assessment import Alternative, Assessor, GatekeepingOutcome
    from graph.entities.reason_for_care import ReasonForCare
    from graph.entities.support_service import SupportAnswer, SupportFor, SupportKind, SupportOrigin


@dataclass(frozen=True, slots=True, eq=False)
class Round:
    """Once that somebody asked whether the children have to come into care.

    Attributes:
        lives: of which of the family's children.
        opened: the day on which it was asked.
        enters: the day on which they came into care; none where they did not.
        at_once: whether they came before anybody could ask.
        outcome: what came of it, once it is answered.
        by: who asked.
        tried: what was tried or offered.
        poverty: whether poverty was all that spoke for care.
    """

    lives: tuple[Life, ...]
    opened: date
    enters: date | None
    at_once: bool
    outcome: GatekeepingOutcome
    by: Assessor
    tried: tuple[Alternative, ...]
    poverty: bool


@dataclass(frozen=True, slots=True)
class Help:
    """Help that was asked for, for a child, its family or its carers; and what came of it.

    Attributes:
        life: in whose file it stands.
        kind: what it is about.
        for_whom: whom it is for.
        origin: what it goes back to.
        asked: the day on which it was asked for.
        offered: the day on which it was offered, if it was.
        answer: what came of the asking.
        began: the first day of it, if there was one.
        ended: the first day without it again, if it has ended.
        enough: whether what it was for was reached.
    """

    life: Life
    kind: SupportKind
    for_whom: SupportFor
    origin: SupportOrigin
    asked: date
    offered: date | None
    answer: SupportAnswer
    began: date | None
    ended: date | None
    enough: bool


@dataclass(frozen=True, slots=True, eq=False)
class FamilyLife:
    """One family, from the day on which the federation came to know it.

    Attributes:
        lives: its children's, the eldest first.
        known_on: that day.
        reason: what the trouble was, most of all.
        rounds: each time that care was thought of, in order.
        helps: what help was asked for.
        people: who belongs to it, beside the children.
        meetings: when they met of late, are to meet, and did not.
    """

    lives: tuple[Life, ...]
    known_on: date
    reason: ReasonForCare
    rounds: Sequence[Round]
    helps: Sequence[Help]
    people: Sequence[Person]
    meetings: Sequence[Meeting]
