"""Children heard: children in care on whom something was decided, and who said what they want on each of it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from sqlalchemy import and_, exists, func, literal_column, not_, or_, select

from countries.packs.keys import KEYS
from graph.entities.ages import completed_years
from graph.entities.participation import ParticipationHow, ParticipationRole
from graph.indicators.care_stock import CHILDREN_IN_CARE, living_in_care
from graph.indicators.model import Counts, Facts, Indicator, Measure, Part, Taken, Topic
from graph.indicators.splits import Dimension

if TYPE_CHECKING:
    from sqlalchemy import ColumnElement, Subquery

    from graph.indicators.model import PeriodFrame

AGE = KEYS["age_of_being_heard"]
A_YEAR: ColumnElement[Any] = literal_column("1")
WHOLE_COUNTRY: ColumnElement[Any] = literal_column("''")
A_CHILD: ColumnElement[Any] = literal_column(f"'{ParticipationRole.CHILD}'")
BY_SOME_MEANS: tuple[ColumnElement[Any], ...] = tuple(
    literal_column(f"'{each}'") for each in ParticipationHow if each is not ParticipationHow.SAID_NOTHING
)
"""How a child is heard: by whatever means it says what it wants, be it there or not."""


def _decided(frame: PeriodFrame) -> tuple[Subquery, ColumnElement[Any]]:
    """The decisions of the year up to the last day on children who were of the age at which the law has them heard.

    A child whose birth date nobody knows may be of that age, and is asked.
    """
    decision = frame.rows("decision", "id", "child_id", "programme_id", "decided_on")
    child = frame.rows("child", "id", "birth_date")
    programme = frame.rows("programme", "id", "jurisdiction")
    age = frame.laid_down(AGE)
    asked = exists().where(
        frame.same_country(age.c.country_code, decision.c.country_code),
        age.c.jurisdiction == func.coalesce(programme.c.jurisdiction, WHOLE_COUNTRY),
        age.c.from_day <= decision.c.decided_on,
        or_(age.c.until_day.is_(None), age.c.until_day > decision.c.decided_on),
        or_(child.c.birth_date.is_(None), completed_years(child.c.birth_date, decision.c.decided_on) >= age.c.whole),
    )
    its = and_(frame.same_country(child.c.country_code, decision.c.country_code), child.c.id == decision.c.child_id)
    of = and_(
        frame.same_country(programme.c.country_code, decision.c.country_code),
        programme.c.id == decision.c.programme_id,
    )
    found = (
        select(decision.c.country_code, decision.c.id, decision.c.child_id)
        .select_from(decision.join(child, its).join(programme, of))
        .where(
            decision.c.decided_on > frame.last - func.make_interval(A_YEAR),
            decision.c.decided_on <= frame.last,
            asked,
        )
        .subquery(f"decided_{decision.name}")
    )
    said = frame.rows("participation", "decision_id", "role", "how")
    heard = exists().where(
        frame.same_country(said.c.country_code, found.c.country_code),
        said.c.decision_id == found.c.id,
        said.c.role == A_CHILD,
        said.c.how.in_(BY_SOME_MEANS),
    )
    return found, heard


def decided_about(frame: PeriodFrame) -> Facts:
    """The stays in force on the last day of children on whom something was decided in the year up to it."""
    living, (decided, _) = living_in_care(frame, frame.last), _decided(frame)
    return replace(living, where=(*living.where, exists().where(_on(frame, decided, living))))


def heard_on_each(frame: PeriodFrame) -> Facts:
    """Those of them who were heard on each of these decisions."""
    living, (decided, heard) = decided_about(frame), _decided(frame)
    return replace(living, where=(*living.where, not_(exists().where(_on(frame, decided, living), not_(heard)))))


def _on(frame: PeriodFrame, decided: Subquery, living: Facts) -> ColumnElement[bool]:
    return and_(frame.same_country(decided.c.country_code, living.country), decided.c.child_id == living.child)


DECIDED_ABOUT = Measure(
    code="decided_about",
    doc="children in care on the last day on whom something was decided in the year before, of the age of being heard",
    counts=Counts.CHILDREN,
    taken=Taken.ON_LAST_DAY,
    facts=decided_about,
    splits=frozenset({()}),
    federal=frozenset({(Dimension.SEX,), (Dimension.AGE_GROUP,)}),
    part_of=CHILDREN_IN_CARE,
)
HEARD = Measure(
    code="heard_on_decisions",
    doc="those of them who said what they want, by some means, on each of these decisions",
    counts=Counts.CHILDREN,
    taken=Taken.ON_LAST_DAY,
    facts=heard_on_each,
    splits=frozenset({()}),
    federal=frozenset({(Dimension.SEX,), (Dimension.AGE_GROUP,)}),
    part_of=DECIDED_ABOUT,
)

INDICATOR = Indicator(
    code="CHILDREN_HEARD",
    title="Children heard on what is decided about them",
    topic=Topic.VOICE,
    unit="percent",
    numerator=Part(HEARD),
    numerator_doc="Those of them who have spoken, shown or written what they want, or had it told by somebody, on each"
    " of these decisions.",
    denominator=Part(DECIDED_ABOUT),
    denominator_doc="Children and young people in the federation's care on the last day about whom something was"
    " decided in the year up to it, when they were of the age from which their country has a child heard.",
    exclusions="Decisions on children whose country does not have them heard at that age; who was there and said"
    " nothing is not heard.",
    scale=100,
    decimals=1,
    definition_source="Hearth; UN Guidelines for the Alternative Care of Children (A/RES/64/142), paragraphs 6, 57"
    " and 64; Convention on the Rights of the Child, article 12",
)
