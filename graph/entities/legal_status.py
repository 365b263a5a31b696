"""A legal status: what the law says of a child for a time."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from sqlalchemy import Computed, and_, func, literal_column

from graph.declarations.base import OFFICE, Kind, Names, Owner, TenantEntity
from graph.declarations.columns import Answer, answered
from graph.declarations.days import Days, When
from graph.declarations.fields import PERIOD, Day, personal, sensitive
from graph.declarations.lives import Alone, Corrected, Dated, Voidable, verbs
from graph.declarations.nouns import NATIONAL
from graph.declarations.rules import Others, Rule, lasts_beyond
from graph.described import Described
from graph.entities.members import among, case_of
from graph.reasons import Reason
from graph.refusals import conflict
from graph.text import TextForm

if TYPE_CHECKING:
    from sqlalchemy import ColumnElement


class LegalDomain(Described):
    """What a legal status is about."""

    CARE = "CARE", "On what ground the child is in care."
    PROTECTION = "PROTECTION", "That the child is protected at once."
    RESIDENCE = "RESIDENCE", "In which right the child is in the country."


class LegalStatusKind(Described):
    """What the law says of a child (UN Guidelines, paragraphs 29 b, 47 and 57)."""

    CARE_ORDER = "CARE_ORDER", "A court, or the authority that the law names, has ordered care."
    INTERIM_ORDER = "INTERIM_ORDER", "Care is ordered until it is decided."
    PLACEMENT_ORDER = "PLACEMENT_ORDER", "It is ordered that the child may be placed for adoption."
    AGREEMENT = "AGREEMENT", "The parents, or the guardian, have agreed to care."
    OWN_REQUEST = "OWN_REQUEST", "The young person has asked for care, as the law lets them."
    SHORT_BREAK = "SHORT_BREAK", "It is agreed that the child comes for single nights, by a series of short breaks."
    OTHER = "OTHER", "Another ground for care; `localCode` may say which."
    EMERGENCY_PROTECTION = "EMERGENCY_PROTECTION", "The child is protected at once, before anything is decided."
    UNACCOMPANIED = "UNACCOMPANIED", "The child is in the country without anybody who is responsible for it."
    ASYLUM = "ASYLUM", "The child has asked for asylum, or has been granted it."
    STATELESS = "STATELESS", "No country takes the child for its citizen."


Kinds = LegalStatusKind
DOMAIN_OF: dict[LegalStatusKind, LegalDomain] = {
    **dict.fromkeys(
        (
            Kinds.CARE_ORDER, Kinds.INTERIM_ORDER, Kinds.PLACEMENT_ORDER, Kinds.AGREEMENT, Kinds.OWN_REQUEST,
            Kinds.SHORT_BREAK, Kinds.OTHER,
        ),
        LegalDomain.CARE,
    ),
    Kinds.EMERGENCY_PROTECTION: LegalDomain.PROTECTION,
    **dict.fromkeys((Kinds.UNACCOMPANIED, Kinds.ASYLUM, Kinds.STATELESS), LegalDomain.RESIDENCE),
}  # fmt: skip
"""What each kind is about: all of them, once."""
LONG_AGO: ColumnElement[Any] = literal_column("'-infinity'::date")
OF_CARE = tuple(kind for kind, domain in DOMAIN_OF.items() if domain is LegalDomain.CARE)
ONE_GROUND = conflict(
    Reason.ONE_AT_A_TIME,
    "The child is in care on another ground on one of these days already.",
    "End that legal status first, or choose other days.",
    "startedOn",
)


def _meets(row: Any, other: Any) -> ColumnElement[bool]:  # noqa: ANN401 - whatever gives columns
    """Two grounds of care with a night in common; a first day that nobody knows lies before every other."""
    return and_(
        other.c.child_id == row.c.child_id,
        among(row.c.kind, OF_CARE),
        among(other.c.kind, OF_CARE),
        lasts_beyond(row, PERIOD, func.greatest(other.c.started_on, LONG_AGO)),
        lasts_beyond(other, PERIOD, func.greatest(row.c.started_on, LONG_AGO)),
    )


class LegalStatus(TenantEntity, Dated, Voidable, Corrected, table=True):
    """What the law says of a child for a time, also of its care (UN Guidelines, paragraphs 29 b, 47, 101-103)."""

    __tablename__ = "legal_status"
    names: ClassVar[Names] = Names("LegalStatus", "legalStatus", "legalStatuses")
    statistics_reads: ClassVar = ("country_code", "child_id", "domain", "started_on", "ended_on", "voided_at")
    owner: ClassVar = Owner("child")
    natural_key: ClassVar = ("child_id", "kind", "started_on")
    alone: ClassVar = Alone("child_id", where="domain = 'CARE'", refusal=ONE_GROUND)
    keeps: ClassVar = (
        Rule(
            "one_ground_of_care",
            "kind",
            ONE_GROUND,
            of=("child_id", "kind", "started_on", "ended_on"),
            others=Others("legal_status", ("child_id", "kind", "started_on", "ended_on"), _meets),
            header="started_on",
        ),
    )
    cut_by_death: ClassVar = True
    voided_by: ClassVar = OFFICE
    mutations: ClassVar = verbs("record", "correct", "end", "void")

    kind: LegalStatusKind = sensitive(
        Kind.ENUMERATION, "What the law says.", enumeration=LegalStatusKind, filters=True, creates=NATIONAL
    )
    domain: LegalDomain | None = sensitive(
        Kind.ENUMERATION,
        "What it is about: it follows from the kind.",
        enumeration=LegalDomain,
        filters=True,
        generated=Computed(case_of("kind", DOMAIN_OF), persisted=True),
        default=None,
        nullable=False,
    )
    parents_agree: Answer = answered("Whether the parents agree.", creates=NATIONAL)
    represented: Answer = answered(
        "Whether somebody represents the child before the court or the authority.", creates=NATIONAL
    )
    appeal_until: Day | None = sensitive(
        Kind.DATE,
        "The last day on which it may be appealed against.",
        day=Days(When.PLAN),
        filters=True,
        orders=True,
        default=None,
        creates=NATIONAL,
    )
    authority: str | None = sensitive(
        Kind.TEXT, "Who has decided it.", default=None, creates=NATIONAL, form=TextForm.NAME
    )
    reference: str | None = personal(
        Kind.TEXT, "The number under which it is kept there: where the paper is.", default=None, creates=NATIONAL,
        form=TextForm.NAME,
    )  # fmt: skip
    local_code: str | None = sensitive(
        Kind.TEXT, "What the country's own law or statistics call it.", default=None, creates=NATIONAL,
        form=TextForm.NAME,
    )  # fmt: skip
    started_on: Day | None = sensitive(
        Kind.DATE,
        "The first day; empty where nobody knows it.",
        day=Days(When.PLAN, owners=True),
        filters=True,
        orders=True,
        default=None,
        creates=NATIONAL,
    )
    ended_on: Day | None
