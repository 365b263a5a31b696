"""`admitSiblings`: brothers and sisters come into care together, into one home, all of them or none."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from sqlalchemy import Text, cast, func, literal_column, select
from sqlalchemy.dialects.postgresql import aggregate_order_by

from graph.declarations.rules import Cells
from graph.entities.placement_reasons import PlacementStartReason
from graph.entities.placement_rules import THE_HOMES
from graph.entities.sibling_bond import SiblingBondKind
from graph.kinds.kind import Kind
from graph.plan.sql.relation import Relation
from graph.writes.action import Action
from graph.writes.actions.admissions import OF_NEW, WHOSE
from graph.writes.apart import check_together, ties_of
from graph.writes.care import ABOUT_CARE, TABLE, begin_care, care_cells
from graph.writes.distance import Spot
from graph.writes.enrolment import enrolled_later, take_along
from graph.writes.gatekeeping import link_or_open, read_asked
from graph.writes.groups import OF_EACH, bind_all, check_case_numbers, child_cells, read_comers
from graph.writes.keeping import Proposed, keep
from graph.writes.legal_grounds import LEGAL_STATUS, check_legal_status, write_legal_status
from graph.writes.lodging import lodge, settle
from graph.writes.mutation import Given, Linked, Lock, Parts
from graph.writes.reckoning import reckon_of
from graph.writes.stays import EXCEPTION, HOME, LOCAL_KIND
from graph.writes.writing import NULL

if TYPE_CHECKING:
    from graph.writes.lodging import Lodging
    from graph.writes.writing import Sql, Writing

MOST = 12
"""Brothers and sisters who come at once."""
CHILDREN = Parts(
    "children",
    "AdmittedChildInput",
    "child",
    "id",
    (Linked("childId", "child", "A child on record. Then nothing is said of who it is."), *OF_NEW),
    "The brothers and sisters, twelve at most: each is named by childId, or is new and said who it is.",
    required=True,
    most=MOST,
    either=WHOSE,
)
BOND_KIND = Given(
    "kind", Kind.ENUMERATION,
    "What makes them brothers and sisters of one another; where that differs, correctSiblingBond says so.",
    required=True, enumeration=SiblingBondKind,
)  # fmt: skip


def _admit(writing: Writing) -> None:
    """One step, so that nobody is half admitted, and nobody comes apart."""
    start = writing.value("startedOn")
    comers, newcomers = read_comers(writing, CHILDREN, start)
    check_case_numbers(writing, CHILDREN, newcomers)
    care = care_cells(writing)
    begun = {**care, "started_on": start, "ended_on": NULL, "destination": NULL, "child_id": comers.c.id}
    place = {"many": comers, "place": comers.c.place, "listed": CHILDREN.name}
    keep(writing, Proposed(TABLE, begun, {"child_id": comers}, **place))
    home = writing.linked("homeId", *HOME)
    where = lodge(writing, start, select(func.count()).select_from(comers.clause).scalar_subquery(), home=home)
    to = select(home.c.id).select_from(home.clause).scalar_subquery()
    broken = check_together(writing, ties_of(writing, comers, start), start, to)
    where = replace(where, broken=(*where.broken, *broken))
    row = _check_stays(writing, comers, where, start)
    first = enrolled_later(writing, comers, start, many=True)
    take_along(writing, start, first, comers)
    has_status = writing.has(LEGAL_STATUS.name)
    if has_status:
        check_legal_status(writing, comers, start, comers.c.place)
    asked = read_asked(writing, comers, many=True)
    writing.touched = _shown(writing, comers)
    _write(writing, comers, newcomers, care)
    _settle(writing, comers, where, row, care)
    episode = _episodes(writing, comers)
    link_or_open(writing, episode, start, asked, episode.c.assessment_id)
    if has_status:
        write_legal_status(writing, episode, start, episode.c.status_id)
    bind_all(writing, comers, writing.value(BOND_KIND.name), start)


def _check_stays(writing: Writing, comers: Relation, where: Lodging, start: Sql) -> Proposed:
    cells = {
        "child_id": comers.c.id, "programme_id": comers.c.programme_id, "started_on": start, "ended_on": NULL,
        "local_kind": writing.value(LOCAL_KIND.name), "care_episode_id": comers.c.episode_id, **where.cells,
    }  # fmt: skip
    care = {"id": comers.c.episode_id, "child_id": comers.c.id, "started_on": start, "ended_on": NULL}
    # From the first day on it is the child's programme that is responsible.
    led = {
        "child_id": Cells({"enrolled_on": start}, comers),
        **where.led,
        "care_episode_id": Cells(care, comers),
    }
    row = Proposed("placement", cells, led, many=comers, place=comers.c.place, listed=CHILDREN.name)
    keep(writing, row, besides=(THE_HOMES,))
    return row


def _write(writing: Writing, comers: Relation, newcomers: Relation, care: dict[str, Sql]) -> None:
    """The records of those who have none, and the time in care of each."""
    start = writing.value("startedOn")
    new = {"id": newcomers.c.id, "programme_id": newcomers.c.programme_id, "enrolled_on": start}
    cells = {**new, **child_cells(newcomers), "reason_for_care": care["primary_reason"]}
    writing.insert("child", cells, newcomers, must=False, optional={"reason_for_care": ("primaryReason",)})
    owner = {"id": comers.c.episode_id, "child_id": comers.c.id, "programme_id": comers.c.programme_id}
    reckon_of(writing, begin_care(writing, care, owner, start, comers))


def _settle(writing: Writing, comers: Relation, where: Lodging, row: Proposed, care: dict[str, Sql]) -> None:
    start = writing.value("startedOn")
    cells = {
        "id": comers.c.placement_id,
        "child_id": comers.c.id,
        "care_episode_id": comers.c.episode_id,
        "programme_id": comers.c.programme_id,
        "started_on": start,
        "start_reason": writing.value_or("startReason", literal_column("'ADMISSION'")),
        "local_kind": writing.value(LOCAL_KIND.name),
    }
    family = Spot(care["family_latitude_e2"], care["family_longitude_e2"])
    settle(writing, where, cells, comers, row=row, start=start, family=family)


def _episodes(writing: Writing, comers: Relation) -> Relation:
    """The times in care that begin, as written, with the ids of what follows of them."""
    begun = next(each for each in writing.draft.written if each.entity.table == TABLE)
    rows = Relation(begun.cte)
    ids = (comers.c[name] for name in ("assessment_id", "status_id"))
    written = (rows.c[name] for name in ("n_id", "n_child_id", "n_programme_id"))
    joined = select(*written, *ids).select_from(rows.clause.join(comers.clause, comers.c.id == rows.c.n_child_id))
    return Relation(joined.subquery("episodes"))


def _shown(writing: Writing, comers: Relation) -> Sql:
    """The children in the order of the list."""
    prefix = literal_column("'Child_'").op("||")(writing.country).op("||")(literal_column("'_'"))
    listed = aggregate_order_by(prefix.op("||")(cast(comers.c.id, Text)), comers.c.place)
    ids = select(func.array_agg(listed)).select_from(comers.clause).scalar_subquery()
    return func.coalesce(ids, literal_column("'{}'::text[]"))


ACTIONS = (
    Action(
        "admitSiblings",
        "Takes brothers and sisters into care together, into one home, all of them or none (UN Guidelines, paragraph"
        " 17): each is new or registered, has its time in care, its home and what the law says, and a bond with each"
        " other.",
        "child",
        (
            CHILDREN,
            BOND_KIND,
            Linked("homeId", "home", "Where all of them live first.", required=True, fills="placement.home_id"),
            Given(
                "startedOn", Kind.DATE, "The first day in care, and there.", required=True,
                fills=f"{TABLE}.started_on", fills_too=("placement.started_on", "child.enrolled_on"),
            ),
            Given(
                "startReason", Kind.ENUMERATION, "Why they come to the home; their admission where it is left out.",
                enumeration=PlacementStartReason,
            ),
            LOCAL_KIND,
            *ABOUT_CARE,
            LEGAL_STATUS,
            EXCEPTION,
        ),
        _admit,
        creates=True,
        many=True,
        locks=(
            Lock("child", "children.childId"),
            Lock("home", "homeId"),
            Lock("child", "children.childId", kin=True),
            Lock("programme", "children.programmeId", in_turn=True, shared=True),
        ),
        makes=OF_EACH,
    ),
)  # fmt: skip
