"""Several children who come into care in one step: each is new, or on record, and all are read as one set.

    comers   a row a child: its place in the list, who it is, its life, its programme, and the ids of what is written

What is asked of one who comes is asked of each, and told at its place in the list.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from sqlalchemy import Integer, case, cast, exists, func, or_, select

from graph.declarations.days import LIFE
from graph.entities.child_rules import NUMBER_TAKEN
from graph.kinds.kind import Kind
from graph.plan.sql.relation import Relation
from graph.refusals import not_found
from graph.text import number_key
from graph.writes.care import EPISODE
from graph.writes.checks import CheckKind
from graph.writes.draft import NULL, ONE, snake
from graph.writes.gatekeeping import ASSESSMENT
from graph.writes.legal_grounds import STATUS
from graph.writes.mirrors import side_cells
from graph.writes.mutation import NewId
from graph.writes.new_child import COLUMNS
from graph.writes.parts import PLACE, WHOLE_DAY, listed, missing_of

if TYPE_CHECKING:
    from graph.writes.mutation import Parts
    from graph.writes.writing import Sql, Writing

ON_RECORD = ("programme_id", "enrolled_on", "given_name", *LIFE)
OF_EACH = tuple(
    replace(each, inside="children")
    for each in (NewId("placementId", "placement", "The id of the first placement."), EPISODE, ASSESSMENT, STATUS)
)
"""The ids of what is written for each of the children besides its record."""
IDS = {"placement_id": OF_EACH[0], "episode_id": OF_EACH[1], "assessment_id": OF_EACH[2], "status_id": OF_EACH[3]}


def read_comers(writing: Writing, children: Parts, start: Sql) -> tuple[Relation, Relation]:
    """Who comes: all of them, and of those whom nobody has recorded before what is said of them.

    Args:
        writing: the statement.
        children: the list.
        start: the first day in care.
    """
    _check_programmes(writing, children)
    known = _on_record(writing, children)
    given: Any = listed(writing, children)
    new = select(*given.clause.c).select_from(given.clause).where(given.c.child_id.is_(None))
    newcomers = writing.read_rows("newcomers", new, many=True)
    said = listed(writing, children, "said")
    found = known.c.id == said.c.child_id
    columns: dict[str, Sql] = {
        "place": said.c[PLACE] - ONE,
        "id": func.coalesce(known.c.id, said.c.id),
        "programme_id": func.coalesce(known.c.programme_id, said.c.programme_id),
        "given_name": func.coalesce(known.c.given_name, said.c.given_name),
        "enrolled_on": func.coalesce(known.c.enrolled_on, start),
        "birth_date": func.coalesce(known.c.birth_date, said.c.birth_date),
        "died_on": known.c.died_on,
        "died_on_precision": known.c.died_on_precision,
    }
    columns |= {name: _listed(writing, new)[cast(said.c[PLACE], Integer)] for name, new in IDS.items()}
    rows = (
        select(*(value.label(name) for name, value in columns.items()))
        .select_from(said.clause.outerjoin(known.clause, found))
        .where(or_(said.c.child_id.is_(None), known.c.id.is_not(None)))
    )
    return writing.read_rows("comers", rows, many=True), newcomers


def _listed(writing: Writing, new: NewId) -> Any:  # noqa: ANN401 - an array
    ids = writing.given(new.value, Kind.ID, many=True)
    return func.coalesce(ids, type_=ids.type)


def precision(said: Relation) -> Sql:
    """How much is known of a birth date that is given; the day, where nothing is said."""
    day = said.c.birth_date
    return case((day.is_(None), NULL), else_=func.coalesce(said.c.birth_date_precision, WHOLE_DAY))


def _on_record(writing: Writing, children: Parts) -> Relation:
    wanted = writing.value(f"{children.name}.childId")
    child = writing.rows("child")
    there = [*writing.within("child", child), child.c.id == wanted.any_()]
    rows = select(*(child.c[name] for name in ("id", *ON_RECORD))).select_from(child.clause).where(*there)
    known = writing.read_rows("known", rows, many=True)
    missing = missing_of(wanted, known, "known")
    writing.check_each("children_are_there", missing, not_found("Child", children.name, "childId"), CheckKind.MISSING)
    return known


def _check_programmes(writing: Writing, children: Parts) -> None:
    wanted = writing.value(f"{children.name}.programmeId")
    programme = writing.rows("programme")
    there = [*writing.within("programme", programme), programme.c.id == wanted.any_()]
    rows = select(programme.c.id).select_from(programme.clause).where(*there)
    seen = writing.read_rows("programmes", rows, many=True)
    missing = missing_of(wanted, seen, "programmes")
    refusal = not_found("Programme", children.name, "programmeId")
    writing.check_each("programmes_are_there", missing, refusal, CheckKind.MISSING)


def check_case_numbers(writing: Writing, children: Parts, newcomers: Relation) -> None:
    """No other child of the programme has the number of a new one, and no two of them have the same."""
    key = number_key(newcomers.c.case_number)
    other, twin = writing.rows("child"), listed(writing, children, "twin")
    on_record = [
        *writing.within("child", other),
        other.c.programme_id == newcomers.c.programme_id,
        other.c.case_number_key == key,
    ]
    before = [
        twin.c.child_id.is_(None),
        twin.c.programme_id == newcomers.c.programme_id,
        number_key(twin.c.case_number) == key,
        twin.c[PLACE] < newcomers.c[PLACE],
    ]
    taken = or_(
        exists(select(ONE).select_from(other.clause).where(*on_record).correlate(newcomers.clause)),
        exists(select(ONE).select_from(twin.clause).where(*before).correlate(newcomers.clause)),
    )
    wrong = select((newcomers.c[PLACE] - ONE).label("place")).select_from(newcomers.clause).where(taken)
    refusal = replace(NUMBER_TAKEN, path=("input", children.name, "caseNumber"))
    writing.check_each("case_numbers_are_new", wrong, refusal)


def child_cells(newcomers: Relation) -> dict[str, Sql]:
    """What is said of children whom nobody has recorded before."""
    cells: dict[str, Sql] = {name: newcomers.c[snake(said)] for said, name in COLUMNS.items()}
    return cells | {"birth_date_precision": precision(newcomers)}


def bind_all(writing: Writing, comers: Relation, kind: Sql, start: Sql) -> None:
    """Each of them holds a bond to each other, unless one is on record: a fact, known from today on at the latest.

    Args:
        writing: the statement.
        comers: from `read_comers`.
        kind: what makes them brothers and sisters.
        start: the first day in care.
    """
    entity = writing.model.by_table["sibling_bond"]
    one, other = (Relation(comers.clause.alias(name)) for name in ("comer", "other_comer"))
    known = func.least(func.greatest(start, one.c.birth_date, other.c.birth_date), writing.today)
    bond = writing.rows("sibling_bond")
    there = [
        *writing.within("sibling_bond", bond),
        bond.c.child_id == one.c.id,
        bond.c.sibling_id == other.c.id,
        or_(bond.c.ended_on.is_(None), bond.c.ended_on > known),
    ]
    held = exists(select(ONE).select_from(bond.clause).where(*there).correlate(one.clause, other.clause))
    values = {"id": func.uuidv7(), **side_cells(entity, one, other), "kind": kind, "started_on": known}
    writing.insert("sibling_bond", values, one, other, where=[one.c.id != other.c.id, ~held], must=False)
