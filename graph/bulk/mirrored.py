"""Contacts of brothers and sisters that one file holds and the other does not: whoever wrote them saw one file alone.

    waits, and the other file has nothing      ─> the row is written there
    waits, and the other file has it open      ─> what came of it is written there
    taken back, and it stands in the other     ─> it is taken back there
    both wait, and say the same                ─> each is the other's
    both wait, and say two things              ─> they stay as they are, WAITING: the office sets one of them right

So two teams that cannot see each other may record one meeting, and each file holds it once.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from sqlalchemy import ARRAY, Uuid, and_, case, column, func, or_, select, true

from graph.bulk.reckoned import carry_out
from graph.bulk.store import writing_on
from graph.declarations.obligations import FROM
from graph.entities.family_contact import FACING, Mirror, MissedReason
from graph.entities.met_with import MetWith
from graph.plan.sql.relation import Relation
from graph.writes.contacts import BOTH_SAY, TABLE, WRITTEN, facing_reason, word
from graph.writes.draft import NOW, ONE

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from uuid import UUID

    from graph.bulk.import_context import Ground
    from graph.writes.action import Action
    from graph.writes.draft import Sql
    from graph.writes.writing import Writing

OTHER = "other_"
TOLD = ("id", *BOTH_SAY, "mirror", FROM)


@dataclass(slots=True)
class ToMirror:
    """What is to be done, by identities.

    Attributes:
        alone: rows that the other file lacks.
        along: rows, and those of the other file that say what they say from now on.
        gone: rows that were taken back, and those of the other file that are, too.
        settled: rows of which the other file says the same by now.
    """

    alone: list[UUID] = field(default_factory=list)
    along: dict[UUID, UUID] = field(default_factory=dict)
    gone: dict[UUID, UUID] = field(default_factory=dict)
    settled: set[UUID] = field(default_factory=set)


async def mirror_contacts(ground: Ground, who: Mapping[str, object], action: Action) -> tuple[int, int | None]:
    """Let both files say the same; how many rows were written or changed, and the last number of the feed.

    Args:
        ground: the country.
        who: who writes.
        action: as what, for the history.
    """
    found = sort_out(await ground.fetch(_waiting(ground)))
    if not (found.alone or found.settled):
        return 0, None
    writing = writing_on(ground, action)
    values: dict[str, object] = {**who, "alone": found.alone, "settled": sorted(found.settled)}
    for name, pairs in (("along", found.along), ("gone", found.gone)):
        values |= {name: list(pairs), f"{name}_other": list(pairs.values())}
    _settle(writing)
    _bring_along(writing)
    _take_back(writing)
    _write_alone(writing)
    counts, number = await carry_out(ground, writing, values)
    return sum(counts[1:]), number


def sort_out(rows: Iterable[Any]) -> ToMirror:
    """What each row that waits needs: records of `TOLD`, of the own row and of the other one."""
    found = ToMirror()
    for row in rows:
        own, other = row["id"], row[f"{OTHER}id"]
        if row["voided_at"] is not None:
            found.settled.add(own)
            if other is not None:
                found.gone[own] = other
        elif row[FROM] is not None or (row[f"{OTHER}{FROM}"] is not None and not _came(row)):
            # Nobody is to do it any more, in one of the files at least.
            found.settled.add(own)
        elif other is None or row[f"{OTHER}{FROM}"] is not None:
            if row["can_be_written"]:
                found.alone.append(own)
                found.settled.add(own)
        elif _agree(row):
            found.settled |= {own, other}
        elif not _contradicts(row):
            found.along[own] = other
            found.settled.add(own)
    return found


def _agree(row: Any) -> bool:  # noqa: ANN401 - a record
    """Whether both files say the same already."""
    reason = row["missed_reason"]
    facing = None if reason is None else str(FACING.get(MissedReason(reason), reason))
    same = (row[name] == row[f"{OTHER}{name}"] for name in BOTH_SAY if name not in ("missed_reason", "supervised"))
    return all(same) and row[f"{OTHER}missed_reason"] == facing


def _came(row: Any) -> bool:  # noqa: ANN401 - a record
    """Whether it is said what came of it."""
    return row["held_on"] is not None or row["missed_reason"] is not None


def _contradicts(row: Any) -> bool:  # noqa: ANN401 - a record
    """Whether the other file's own team has said what came of it."""
    said = row[f"{OTHER}held_on"] is not None or row[f"{OTHER}missed_reason"] is not None
    return said and row[f"{OTHER}mirror"] != Mirror.WRITTEN.value


def _waiting(ground: Ground) -> Any:  # noqa: ANN401 - a SELECT
    """Each row of which the other file does not say the same, and the row there that is meant."""
    own, other, child = ground.rows(TABLE), ground.rows(TABLE), ground.rows("child")
    day, day_there = (func.coalesce(row.c.held_on, row.c.due_on) for row in (own, other))
    by_chance = and_(
        own.c.voided_at.is_(None),
        other.c.mirror.is_distinct_from(WRITTEN),
        other.c.kind == own.c.kind,
        day_there == day,
    )
    alike = other.c.event_id == own.c.event_id
    there = [
        *ground.within(TABLE, other),
        other.c.child_id == own.c.sibling_id,
        other.c.sibling_id == own.c.child_id,
        or_(alike, by_chance),
    ]
    first = select(*(other.c[name].label(f"{OTHER}{name}") for name in TOLD)).select_from(other.clause).where(*there)
    first = first.order_by(other.c[FROM].is_not(None), alike.desc(), other.c.id).limit(ONE).correlate(own.clause)
    meant = first.lateral("meant")
    alive = or_(child.c.died_on.is_(None), own.c.held_on <= child.c.died_on)
    lives = [*ground.within("child", child), child.c.id == own.c.sibling_id, alive]
    writable = select(ONE).select_from(child.clause).where(*lives).correlate(own.clause).exists()
    waits = [
        *ground.within(TABLE, own, void=True), own.c.sibling_id.is_not(None), own.c.mirror.is_distinct_from(WRITTEN),
    ]  # fmt: skip
    told = (own.c[name] for name in (*TOLD, "voided_at"))
    rows = select(*told, *meant.c, writable.label("can_be_written"))
    return rows.select_from(own.clause.outerjoin(meant, true())).where(*waits).order_by(own.c.id)


def _ids(writing: Writing, name: str) -> Sql:
    return writing.parameters.written(name, ARRAY(Uuid()))


def _settle(writing: Writing) -> None:
    """The own rows, and those that agree, wait no longer."""
    target = writing.target(TABLE)
    where = [target.c.id == _ids(writing, "settled").any_()]
    writing.update(TABLE, {"mirror": WRITTEN}, where=where, also_void=True, must=False)


def _pairs(writing: Writing, name: str) -> tuple[Relation, list[Sql]]:
    """The own rows of some pairs, and that a row of the table is the other one."""
    both = func.unnest(_ids(writing, name), _ids(writing, f"{name}_other"))
    pair = Relation(both.table_valued(column("own"), column("other")).render_derived(name=f"{name}_pairs"))
    own, target = writing.rows(TABLE), writing.target(TABLE)
    there = [*writing.within(TABLE, own, void=True), own.c.id == pair.c.own, target.c.id == pair.c.other]
    return own, there


def _bring_along(writing: Writing) -> None:
    """What came of it in one file came of it in the other."""
    own, there = _pairs(writing, "along")
    cells: dict[str, Sql] = {name: own.c[name] for name in (*BOTH_SAY, "event_id")}
    cells |= {"missed_reason": _reason(own), "mirror": WRITTEN}
    writing.update(TABLE, cells, where=there, must=False)


def _take_back(writing: Writing) -> None:
    """What never was stands in neither file."""
    own, there = _pairs(writing, "gone")
    writing.update(TABLE, {"voided_at": NOW, "void_reason": own.c.void_reason}, where=there, voids=True, must=False)


def _write_alone(writing: Writing) -> None:
    """The other file holds it too."""
    own, child = writing.rows(TABLE), writing.rows("child")
    cells: dict[str, Sql] = {name: own.c[name] for name in (*BOTH_SAY, "event_id")}
    cells |= {
        "id": func.uuidv7(), "child_id": child.c.id, "programme_id": child.c.programme_id,
        "sibling_id": own.c.child_id, "missed_reason": _reason(own), "met_with": word(MetWith.SIBLING),
        "mirror": WRITTEN,
    }  # fmt: skip
    there = [
        *writing.within(TABLE, own), own.c.id == _ids(writing, "alone").any_(),
        *writing.within("child", child), child.c.id == own.c.sibling_id,
    ]  # fmt: skip
    writing.insert(TABLE, cells, own, child, where=there, must=False)


def _reason(own: Relation) -> Sql:
    return case((own.c.missed_reason.is_(None), None), else_=facing_reason(own.c.missed_reason))
