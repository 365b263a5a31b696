"""Care begins, in one step: of a child that is new, one that is registered, one that comes back.

The time in care and the first home, what the law says, the bonds with brothers and sisters, the key carer, and the
question whether care is necessary. Who the child is, and what else is written of it, says the action.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from sqlalchemy import case, func, literal_column, select
from sqlalchemy.dialects.postgresql import array as pg_array

from graph.declarations.rules import Cells
from graph.entities.placement_reasons import PlacementStartReason
from graph.entities.placement_rules import HOME_OR_OTHER
from graph.entities.spot import Spot
from graph.kinds.kind import Kind
from graph.plan.sql.relation import Relation
from graph.writes.apart import check_together, siblings_named, siblings_tied, ties_of
from graph.writes.care import ABOUT_CARE, TABLE, begin_care, care_cells
from graph.writes.enrolment import enrolled_later
from graph.writes.gatekeeping import ASSESSMENT, link_or_open, read_asked
from graph.writes.keeping import Proposed, keep
from graph.writes.legal_grounds import LEGAL_STATUS, STATUS, check_legal_status, write_legal_status
from graph.writes.lodging import ARRANGEMENT, HOME_IF_ANY, PARTNER, lodge, settle
from graph.writes.mutation import Given, NewId
from graph.writes.sibling_bonds import BOND, BOND_BACK, SIBLINGS, bind_siblings, read_siblings
from graph.writes.stays import EXCEPTION, LOCAL_KIND
from graph.writes.writing import NULL, ONE

if TYPE_CHECKING:
    from graph.writes.exceptions import Broken
    from graph.writes.lodging import Lodging
    from graph.writes.writing import Sql, Writing, Written

PLACEMENT = NewId("placementId", "placement", "The id of the first placement, with a UUIDv7 of your own.")
STARTED_ON = "The first day in care, and where the child lives first."
WHERE = (HOME_IF_ANY, ARRANGEMENT, PARTNER)
TAKES = (
    *WHERE,
    Given(
        "startReason", Kind.ENUMERATION, "Why the child comes to the home; its admission where it is left out.",
        enumeration=PlacementStartReason,
    ),
    LOCAL_KIND,
    *ABOUT_CARE,
    LEGAL_STATUS,
    SIBLINGS,
    EXCEPTION,
)  # fmt: skip
"""What is said where a child is admitted, besides the child and the first day: also where it lives from then on."""
OF_CARE_ALONE = tuple(replace(each, fills="") if each in (HOME_IF_ANY, ARRANGEMENT) else each for each in TAKES)
"""The same where a child comes into care of which nobody knows yet where it lives; that is found later."""
OF_A_STAY = (PARTNER.name, "startReason", LOCAL_KIND.name, EXCEPTION.name)
"""What says something only where it is said where the child lives."""
MAKES = (PLACEMENT, ASSESSMENT, STATUS, BOND, BOND_BACK)
"""The ids of what is written besides the time in care."""


@dataclass(frozen=True, slots=True)
class Comer:
    """A child that comes into care.

    Attributes:
        id: its identity.
        programme_id: the programme that is responsible for it.
        source: what these come from.
        record: the child as read, with its name, its life and the day of its enrolment; none of one that the mutation
            records.
        programme: the programme as read, with its part of the country; None where nobody has.
    """

    id: Sql
    programme_id: Sql
    source: Relation
    record: Relation | None
    programme: Relation | None = None


@dataclass(frozen=True, slots=True)
class _Stay:
    """Where the child lives first, as its rules were asked."""

    where: Lodging
    row: Proposed
    first: Sql | None


class Beginning:
    """What begins with care: asked as it is made, written by `write`.

    Args:
        writing: the statement.
        comer: the child.
        episode: the identity of the time in care.
        one: the one reason, where the action takes one.
    """

    def __init__(self, writing: Writing, comer: Comer, episode: Sql, one: Sql | None = None) -> None:
        self._writing, self._comer, self._episode = writing, comer, episode
        self._start = writing.value("startedOn")
        self._one = one
        self.care = _with_one(care_cells(writing), one)
        self._ask_care()
        self._siblings = self._read_siblings()
        self._stay = self._ask_stay() if writing.has(HOME_IF_ANY.name, ARRANGEMENT.name) else None
        if self._stay is None and writing.has(*OF_A_STAY):
            # What is said of a stay is not dropped where it is not said where.
            writing.check("placement_home_or_other", literal_column("false"), HOME_OR_OTHER)
        self._has_status = writing.has(LEGAL_STATUS.name)
        if self._has_status:
            check_legal_status(writing, comer.record, self._start)
        self._asked = None if comer.record is None else read_asked(writing, comer.record)

    @property
    def is_earlier(self) -> Sql | None:
        """Whether the child's programme is responsible from an earlier day on than its record says; None: it is not."""
        return None if self._stay is None else self._stay.first

    def _read_siblings(self) -> Relation | None:
        if not self._writing.has(SIBLINGS.name):
            return None
        return read_siblings(self._writing, self._comer.record, self._start)

    def _ask_care(self) -> None:
        cells: dict[str, Sql] = {**self.care, "started_on": self._start}
        led = {}
        if (child := self._comer.record) is not None:
            cells |= {"ended_on": NULL, "destination": NULL, "child_id": child.c.id}
            led = {"child_id": child}
        keep(self._writing, Proposed(TABLE, cells, led))

    def _ask_stay(self) -> _Stay:
        writing, start, comer = self._writing, self._start, self._comer
        where = lodge(writing, start, ONE)
        where = replace(where, broken=(*where.broken, *self._ask_together(where)))
        cells: dict[str, Sql] = {"started_on": start, "ended_on": NULL, "local_kind": writing.value(LOCAL_KIND.name)}
        cells |= where.cells
        led: dict[str, object] = {**where.led}
        if comer.record is not None:
            cells |= {"child_id": comer.id, "programme_id": comer.programme_id, "care_episode_id": self._episode}
            begun = {"id": self._episode, "child_id": comer.id, "started_on": start, "ended_on": NULL}
            led |= {"child_id": Cells({"enrolled_on": start}, comer.record), "care_episode_id": Cells(begun)}
        else:
            led["child_id"] = Cells({"birth_date": writing.value("birthDate")})
        led["programme_id"] = comer.programme or self._programme()
        row = Proposed("placement", cells, led)
        keep(writing, row, besides=self._of_the_child(comer))
        return _Stay(where, row, None if comer.record is None else enrolled_later(writing, comer.record, start))

    def _ask_together(self, where: Lodging) -> tuple[Broken, ...]:
        """Whoever comes, comes to those whom it belongs together with."""
        writing, comer, named = self._writing, self._comer, self._siblings
        if comer.record is not None:
            further = [] if named is None else [siblings_named(named, comer.id)]
            ties = ties_of(writing, comer.record, self._start, *further)
        elif named is not None:
            ties = siblings_tied(writing, named, comer.id)
        else:
            return ()
        home = where.home
        to = NULL if home is None else select(home.c.id).select_from(home.clause).scalar_subquery()
        return check_together(writing, ties, self._start, to)

    def _programme(self) -> Relation:
        key = select(self._comer.programme_id).scalar_subquery()
        return self._writing.row("programme", "programme", key, "jurisdiction")

    def _of_the_child(self, comer: Comer) -> tuple[str, ...]:
        """What is not asked of the placement: of a new child it is asked of the child, as that its programme runs."""
        keeps = self._writing.model.by_table["placement"].keeps
        asks = {"programme_id"} if comer.record is not None else {"programme_id", "child_id"}
        return tuple(rule.name for rule in keeps if rule.exception is None and not asks.isdisjoint(rule.reads))

    def write(self, admitted: Written | None = None) -> None:
        """Write all of it.

        Args:
            admitted: the child's row, where the mutation has written it.
        """
        writing, comer, start = self._writing, self._comer, self._start
        owner = {"id": self._episode, "child_id": comer.id, "programme_id": comer.programme_id}
        begun = begin_care(writing, self.care, owner, start, comer.source, has_one=self._one is not None)
        if self._stay is not None:
            self._write_stay(self._stay, begun)
        episode = Relation(begun.cte)
        link_or_open(writing, episode, start, self._asked)
        if self._has_status:
            write_legal_status(writing, episode, start)
        if self._siblings is not None:
            child = comer.record if admitted is None else _as_written(admitted)
            if child is not None:
                bind_siblings(writing, self._siblings, child, start)

    def _write_stay(self, stay: _Stay, begun: Written) -> None:
        writing, comer, start = self._writing, self._comer, self._start
        cells = {
            "id": writing.given(PLACEMENT.value, Kind.ID),
            "child_id": comer.id,
            "care_episode_id": self._episode,
            "programme_id": comer.programme_id,
            "started_on": start,
            "start_reason": writing.value_or("startReason", literal_column("'ADMISSION'")),
            "local_kind": writing.value(LOCAL_KIND.name),
        }
        family = Spot(writing.value("familyLatitudeE2"), writing.value("familyLongitudeE2"))
        settle(writing, stay.where, cells, comer.source, row=stay.row, start=start, family=family, first=begun)


def _with_one(cells: dict[str, Sql], one: Sql | None) -> dict[str, Sql]:
    """What is said of care; who names one reason alone names the first."""
    if one is None:
        return cells
    primary = func.coalesce(cells["primary_reason"], one, type_=one.type)
    alone = case((primary.is_not(None), pg_array([primary])))
    return {
        **cells,
        "primary_reason": primary,
        "reasons": func.coalesce(cells["reasons"], alone, type_=cells["reasons"].type),
    }


def _as_written(admitted: Written) -> Relation:
    """The child, as bonds repeat it."""
    row = Relation(admitted.cte)
    names = select(*(row.c[f"n_{name}"].label(name) for name in ("id", "programme_id", "given_name")))
    return Relation(names.select_from(row.clause).subquery("admitted"))
