"""Participations: who was heard on what was decided, by what means, and what came of what they said."""

from __future__ import annotations

from datetime import date
from random import Random
from typing import TYPE_CHECKING

from graph.declarations.columns import Answer
from graph.entities.kinship import Kinship, Whereabouts
from graph.entities.participation import Agreement, ParticipationHow, ParticipationRole

if TYPE_CHECKING:
    from collections.abc import Iterator

    from graph.demo.tables import RowCells
    from graph.demo.telling import StoryTeller

THE_CHILD, THE_FAMILY, WHO_CARES, SCHOOL = 0.8, 0.4, 0.5, 0.1
SPEAKS_FROM = 4
"""From about this age a child says in words what it wants; a smaller one shows it."""
SPOKEN = (
    (ParticipationHow.SPOKE, "I want to stay where my friends are.", Agreement.AGREES, "It stays at its school."),
    (ParticipationHow.SPOKE, "I do not want to share a room.", Agreement.PARTLY, "It has a room of its own by summer."),
    (ParticipationHow.WROTE, "I would rather live with my grandmother.", Agreement.DISAGREES, "She is asked again."),
    (ParticipationHow.THROUGH_SOMEBODY, "It told its sister that it likes it here.", Agreement.AGREES, None),
    (ParticipationHow.SAID_NOTHING, None, Agreement.NOT_SAID, None),
)
SHOWN = (
    (ParticipationHow.SHOWED, "It ran to the youngest of them, and laughed.", Agreement.AGREES, "They share a room."),
    (ParticipationHow.SAID_NOTHING, None, Agreement.NOT_SAID, None),
)
ROLES = {Kinship.MOTHER: ParticipationRole.MOTHER, Kinship.FATHER: ParticipationRole.FATHER}
"""As what somebody of the family takes part; all others are relatives."""


def rows(telling: StoryTeller) -> Iterator[RowCells]:
    """Who took part in most decisions, and in some of the assessments that were completed."""
    children = {child["id"]: child for child in telling.rows("child")}
    families = {each["child_id"]: each for each in telling.rows("relative") if _can_come(each)}
    carers: dict[object, RowCells] = {}
    for carer in telling.rows("caregiver"):
        if carer["left_on"] is None:
            carers.setdefault(carer["programme_id"], carer)
    for table, link, day in (("decision", "decision_id", "decided_on"), *GATEKEEPING):
        for occasion in telling.rows(table):
            held = occasion[day]
            if isinstance(held, date):
                child = children[occasion["child_id"]]
                others = families.get(child["id"]), carers.get(child["programme_id"])
                yield from _took_part(telling, (link, occasion["id"]), held, child, others)


GATEKEEPING = (("gatekeeping_assessment", "gatekeeping_id", "completed_on"),)


def _can_come(relative: RowCells) -> bool:
    """Whether they live, and it is known where; a young person's child does not decide."""
    known = relative["whereabouts"] is Whereabouts.KNOWN and relative["living"] is not Answer.NO
    return known and relative["relation"] is not Kinship.OWN_CHILD


def _took_part(
    telling: StoryTeller,
    occasion: tuple[str, object],
    held: date,
    child: RowCells,
    others: tuple[RowCells | None, RowCells | None],
) -> Iterator[RowCells]:
    (link, key), (relative, carer) = occasion, others
    chance, birth = Random(f"{key} heard"), child["birth_date"]
    if chance.random() < THE_CHILD:
        small = isinstance(birth, date) and held.year - birth.year < SPEAKS_FROM
        how, view, agrees, effect = chance.choice(SHOWN if small else SPOKEN)
        there = Answer.NO if how in (ParticipationHow.THROUGH_SOMEBODY, ParticipationHow.WROTE) else Answer.YES
        words = None if view is None or small else chance.choice(telling.country.languages)
        yield telling.row(
            held, None, child_id=child["id"], **{link: key}, role=ParticipationRole.CHILD, present=there, how=how,
            asked_by=chance.choice(("Ms. Intake", "Its key worker")), language=words, view=view, agrees=agrees,
            effect=effect,
        )  # fmt: skip
    if relative is not None and chance.random() < THE_FAMILY:
        role = ROLES.get(Kinship(str(relative["relation"])), ParticipationRole.RELATIVE)
        yield telling.row(
            held, None, child_id=child["id"], **{link: key}, role=role, present=Answer.YES,
            how=ParticipationHow.SPOKE, agrees=chance.choice((Agreement.AGREES, Agreement.PARTLY)),
            name=relative["given_name"],
            relative_id=relative["id"],
        )  # fmt: skip
    if carer is not None and chance.random() < WHO_CARES:
        yield telling.row(
            held, None, child_id=child["id"], **{link: key}, role=ParticipationRole.CAREGIVER, present=Answer.YES,
            how=ParticipationHow.SPOKE, agrees=Agreement.AGREES, name=f"{carer['given_name']} {carer['family_name']}",
            caregiver_id=carer["id"],
        )  # fmt: skip
    if chance.random() < SCHOOL:
        yield telling.row(
            held, None, child_id=child["id"], **{link: key}, role=ParticipationRole.SCHOOL, present=Answer.NOT_KNOWN,
            agrees=Agreement.NOT_SAID, name="The class teacher",
        )  # fmt: skip
