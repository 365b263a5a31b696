"""Relatives: somebody is written down once, for each of the brothers and sisters whose relative it is."""

from __future__ import annotations

from graph.entities import graph_model
from graph.kinds.kind import Kind
from graph.writes.action import Action
from graph.writes.mutation import Given
from graph.writes.persons import PERSON, TABLE
from graph.writes.relatives import CHILDREN, LOCKS, NEW, one_person, record, takes_of

ACTIONS = (
    Action(
        "recordRelative",
        "Records somebody of the family for one child, or for several brothers and sisters at once: a row for each of"
        " them, with one `personId`. Of somebody who is on record for another child already (`personId`) only what is"
        " new is said: it is written in those rows too, as far as they are yours (UN Guidelines, paragraph 81).",
        TABLE,
        (
            CHILDREN,
            Given(
                PERSON, Kind.UUID, "Who it is, where somebody is on record for another child already.",
                fills="relative.person_id",
            ),
            *takes_of(graph_model()),
        ),
        record,
        creates=True,
        many=True,
        locks=LOCKS,
        prepare=one_person,
        makes=(NEW,),
    ),
)  # fmt: skip
