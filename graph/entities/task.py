"""A task: something that somebody has to do for a child by a day."""

from __future__ import annotations

from typing import ClassVar
from uuid import UUID

from graph.declarations.base import Kind, Names, Owner, TenantEntity
from graph.declarations.days import Days, When
from graph.declarations.fields import Day, link, personal, sensitive
from graph.declarations.lives import Corrected, Voidable, verbs
from graph.declarations.nouns import NATIONAL
from graph.declarations.obligations import NotOwedReason, Obligation, Spared
from graph.described import Described
from graph.text import TextForm


class TaskKind(Described):
    """What a task is for."""

    FOLLOW_UP = "FOLLOW_UP", "Somebody looks after a child who has left care, and its family."
    REMEDY = "REMEDY", "Something that is not as it should be is put right."
    PREPARATION = "PREPARATION", "Something that is to come is prepared: a move, a return, a school."
    OTHER = "OTHER", "None of these; the title says what."


class Task(TenantEntity, Voidable, Corrected, table=True):
    """Something that somebody has to do for a child by a day (UN Guidelines, paragraphs 51 and 52)."""

    __tablename__ = "task"
    names: ClassVar[Names] = Names("Task", "task", "tasks")
    owner: ClassVar = Owner("child")
    natural_key: ClassVar = ("child_id", "kind", "title", "due_on")
    obligation: ClassVar = Obligation(
        due="due_on", done="done_on", spares=(Spared(NotOwedReason.CARE_ENDED, "kind", (TaskKind.FOLLOW_UP,)),)
    )
    mutations: ClassVar = verbs("record", "change", "correct", "void")

    kind: TaskKind = sensitive(
        Kind.ENUMERATION, "What it is for.", enumeration=TaskKind, filters=True, creates=NATIONAL
    )
    title: str = sensitive(Kind.TEXT, "What is to be done.", creates=NATIONAL)
    assigned_to: str | None = personal(
        Kind.TEXT, "Who is to do it.", default=None, creates=NATIONAL, changes=NATIONAL, form=TextForm.NAME
    )
    due_on: Day = sensitive(
        Kind.DATE, "The day by which it is due.", day=Days(When.PLAN), filters=True, orders=True, creates=NATIONAL
    )
    done_on: Day | None = sensitive(
        Kind.DATE, "The day on which it was done.", day=Days(When.FACT), filters=True, default=None, creates=NATIONAL
    )
    outcome: str | None = sensitive(Kind.TEXT, "What came of it.", default=None, creates=NATIONAL)
    care_episode_id: UUID | None = link(
        "care_episode",
        "The time in care that it follows, or belongs to.",
        back="tasks",
        back_doc="What is to be done for it, and after it.",
        default=None,
        creates=NATIONAL,
    )
    decision_id: UUID | None = link(
        "decision",
        "The decision that it is to carry out.",
        back="tasks",
        back_doc="What is to be done to carry it out.",
        default=None,
        creates=NATIONAL,
    )
