"""What every write leaves behind, in the same statement: its key, the history of its rows, its place in the feed.

The country's counter is taken last, after every other lock, and held until the transaction commits: the numbers of a
country are in the order of its commits, and nobody sees a gap.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from sqlalchemy import ARRAY, CTE, Text, and_, case, cast, column, func, literal_column, select, table, union_all
from sqlalchemy.dialects.postgresql import array, insert

from graph.declarations.nouns import Privacy
from graph.entities.change import ChangeKind
from graph.entities.history import TABLE_OF_CLASS
from graph.entities.members import member
from graph.kinds.kind import Kind
from graph.plan.sql.relation import in_json
from graph.writes.draft import Written

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from sqlalchemy import ColumnElement, CompoundSelect, FromClause, Select

    from graph.declarations.members import Column
    from graph.plan.sql.relation import Relation
    from graph.writes.composer import Composer

Sql = Any
NULL: ColumnElement[Any] = literal_column("null")
SAID = ("type", "row_id", "version", "programme_id", "before", "after")
"""What an entry says of its row."""


@dataclass(frozen=True, slots=True)
class Entries:
    """Entries of the history, one for each of some rows.

    Attributes:
        privacy: the class that they are of.
        said: what each says of its row, by `SAID`.
        rows: the rows.
        spared: which of them are left out, because they have stayed as they were; none where it is empty.
        reason: why they were written; None where nobody says, or it is not theirs to tell.
    """

    privacy: Privacy
    said: Mapping[str, Sql]
    rows: CTE
    spared: Sql | None
    reason: Sql | None

    @property
    def table(self) -> str:
        """The table that they are written into."""
        return TABLE_OF_CLASS[self.privacy]

    @property
    def where(self) -> list[Sql]:
        """Which of the rows have one."""
        return [] if self.spared is None else [~self.spared]


def entries_of(writing: Composer) -> Iterator[Entries]:
    """The entries of each write, class by class; those of all copies together, of which there may be many.

    Copies in rows of others have theirs apart where it is said why: whoever reads those may not read the original.
    """
    reason = writing.draft.reason
    for written in writing.draft.written:
        if written.entity.in_graph and not written.follows:
            for privacy in Privacy:
                if columns := _columns(written, privacy):
                    said = _said(writing, written, columns)
                    yield Entries(privacy, said, written.cte, _spared(writing, written, columns), reason)
    copies = [each for each in writing.draft.written if each.follows]
    borrowed = [each for each in copies if each.borrows and reason is not None]
    own = [each for each in copies if each not in borrowed]
    for privacy in Privacy:
        for name, those, why in (("copies", own, reason), ("borrowed", borrowed, None)):
            said_of = [(each.cte, _said(writing, each, kept)) for each in those if (kept := _columns(each, privacy))]
            if said_of:
                rows = union_all(*(_cells(cte, said) for cte, said in said_of)).cte(f"{name}_{privacy.value}")
                yield Entries(
                    privacy,
                    {each: rows.c[each] for each in SAID},
                    rows,
                    _same(rows.c) if writing.draft.sparing else None,
                    why,
                )


def _spared(writing: Composer, written: Written, columns: list[Column]) -> Sql | None:
    """Whether nothing of one class has changed; of a row of which nothing has, all that was said is told."""
    if written.creates:
        return None
    same = and_(*_as_they_were(written, columns))
    if writing.draft.sparing:
        return same
    others = [each for each in _all_columns(written) if each not in columns]
    return and_(same, ~and_(*_as_they_were(written, others))) if others else None


def _as_they_were(written: Written, columns: list[Column]) -> list[Sql]:
    cte = written.cte
    return [cte.c[f"n_{each.name}"].is_not_distinct_from(cte.c[f"o_{each.name}"]) for each in columns]


def _cells(source: CTE, said: Mapping[str, Sql]) -> Select[Any]:
    return select(*(cell.label(name) for name, cell in said.items())).select_from(source)


def _same(cells: Any) -> Sql:  # noqa: ANN401 - the columns of a sub-select
    return cells["before"].is_not_distinct_from(cells["after"])


def history(writing: Composer) -> Iterator[CTE]:
    """Write the entries."""
    for each in entries_of(writing):
        yield _written(writing, each)


def _columns(written: Written, privacy: Privacy) -> list[Column]:
    return [each for each in _all_columns(written) if each.privacy is privacy]


def _all_columns(written: Written) -> list[Column]:
    # What is made of a text says nothing of its own.
    return [each for name in written.columns if (each := written.entity.stored[name]).made is None]


def _said(writing: Composer, written: Written, columns: list[Column]) -> dict[str, Sql]:
    cte, programme = written.cte, written.entity.programme_column
    before, after = NULL, _object(writing, written, "n", columns)
    if not written.creates:
        # What was written and stays as it was is no change.
        same = _unchanged(written, columns)
        before, after = (told.op("-")(same) for told in (_object(writing, written, "o", columns), after))
    return {
        "type": literal_column(f"'{written.entity.type_name}'"),
        "row_id": cte.c.n_id,
        "version": cte.c.n_version,
        "programme_id": cte.c[f"n_{programme}"] if programme else NULL,
        "before": before,
        "after": after,
    }


def _unchanged(written: Written, columns: list[Column]) -> Sql:
    """The names of the columns that a change has left as they were; a list, in which some places are empty."""
    named: list[Sql] = [literal_column(f"'{each.label}'") for each in columns]
    same = zip(_as_they_were(written, columns), named, strict=True)
    return cast(array([case(pair) for pair in same]), ARRAY(Text()))


def _written(writing: Composer, entries: Entries) -> CTE:
    said = entries.said
    cells: dict[str, Sql] = {
        "country_code": writing.country,
        **{name: said[name] for name in SAID[:4]},
        "issuer": writing.given("issuer", Kind.TEXT),
        "subject": writing.given("subject", Kind.TEXT),
        "operation": literal_column(f"'{writing.action.name}'"),
        "reason": NULL if entries.reason is None else entries.reason,
        **{name: said[name] for name in SAID[4:]},
    }
    target = table(entries.table, *(column(each) for each in cells))
    chosen = select(*cells.values()).select_from(entries.rows).where(*entries.where)
    statement = insert(target).from_select(list(cells), chosen)
    return statement.returning(column("row_id")).cte(f"{entries.table}_of_{entries.rows.name}")


def _object(writing: Composer, written: Written, side: str, columns: list[Column]) -> Sql:
    """The columns that are given, as GraphQL names them; a link as the id of the row that it leads to."""
    cte = written.cte
    pairs: list[Sql] = []
    for stored in columns:
        value: Sql = cte.c[f"{side}_{stored.name}"]
        if stored.target is not None:
            prefix: Sql = literal_column(f"'{writing.model.by_table[stored.target].type_name}_'")
            value = prefix.op("||")(writing.country).op("||")(literal_column("'_'")).op("||")(cast(value, Text))
        else:
            value = in_json(stored.kind, value)
        pairs += [literal_column(f"'{stored.label}'"), value]
    told: Sql = func.jsonb_build_object(*pairs)
    if any(stored.name in written.optional for stored in columns):
        told = told.op("-")(writing.given("left_out", Kind.TEXT, many=True))
    return told


def notice(writing: Composer, name: str, source: Relation, *where: Sql) -> None:
    """Tell the feed of rows that stay as they are: what they lead to has come into view, or gone out of it.

    Args:
        writing: the statement.
        name: their table.
        source: the table, from `Writing.rows`.
        where: conditions on them.
    """
    entity = writing.model.by_table[name]
    rows = (
        select(source.c.id.label("n_id"), source.c[entity.programme_column or "id"].label("n_programme_id"))
        .select_from(source.clause, writing.go)
        .where(*writing.within(name, source), *where)
    )
    noticed = writing.draft.noticed
    noticed.append((entity.type_name, rows.cte(f"noticed_{len(noticed) + 1}")))


def feed(writing: Composer, entries: list[CTE]) -> tuple[CTE, CTE]:
    """The counter and the feed: one number for each row that changed, and one for each programme that it left."""
    rows = touched(writing).cte("touched")
    recorded = [select(func.count().label("entries")).select_from(entry) for entry in entries]
    # The counter is taken once everything else is written: it leans on the count of it.
    settled = select(func.count().label("changes"), *(each.scalar_subquery() for each in recorded)).select_from(rows)
    return numbered(writing, rows, settled, func.row_number().over(order_by=rows.c.place))


def numbered(writing: Composer, rows: FromClause, settled: Select[Any], place: Sql) -> tuple[CTE, CTE]:
    """The counter, taken, and the feed's entries, written.

    Args:
        writing: the statement.
        rows: what changed, as `touched` tells it.
        settled: `changes`, how many those are, in one row; what has to be done before the counter is taken.
        place: the place of each among them, from 1.
    """
    amount = settled.subquery("settled")
    counter_table = table("change_counter", column("country_code"), column("last"))
    counting = insert(counter_table).from_select(
        ["country_code", "last"],
        select(writing.country, amount.c.changes).select_from(amount).where(amount.c.changes > literal_column("0")),
    )
    counter = (
        counting.on_conflict_do_update(
            index_elements=["country_code"], set_={"last": counter_table.c.last + counting.excluded.last}
        )
        .returning(counter_table.c.last)
        .cte("counter")
    )
    size = select(func.count()).select_from(rows).scalar_subquery()
    number = counter.c.last - size + place
    cells: dict[str, Sql] = {
        "country_code": writing.country,
        "number": number,
        **{name: rows.c[name] for name in ("type", "row_id", "kind", "programme_id")},
        **written_by(writing),
    }
    target = table("change", *(column(name) for name in cells))
    entries = insert(target).from_select(list(cells), select(*cells.values()).select_from(rows, counter))
    return counter, entries.returning(column("number")).cte("feed")


def written_by(writing: Composer) -> dict[str, Sql]:
    """What every entry of the feed says of who wrote."""
    return {
        "writer": writing.given("writer", Kind.ID),
        "operation": literal_column(f"'{writing.action.name}'"),
        "key": writing.given("key", Kind.TEXT),
    }


def touched(writing: Composer) -> CompoundSelect[Any]:
    """What changed, in an order of places: `place`, `type`, `row_id`, `kind`, `programme_id`."""
    return union_all(*_touched(writing))


def _touched(writing: Composer) -> Iterator[Select[Any]]:
    """The rows that changed, and those that left a programme, for the caseworkers who lose them."""
    for place, written in enumerate(writing.draft.written):
        if not written.entity.in_graph:
            continue
        kind = ChangeKind.CREATED if written.creates else ChangeKind.VOIDED if written.voids else ChangeKind.UPDATED
        programme = written.entity.programme_column
        yield _rows(written, place * 2 + 1, kind, f"n_{programme}" if programme else None)
        if programme in written.columns and not written.creates:
            left = _rows(written, place * 2, ChangeKind.LEFT, f"o_{programme}")
            yield left.where(written.cte.c[f"o_{programme}"] != written.cte.c[f"n_{programme}"])

    for place, (type_name, rows) in enumerate(writing.draft.noticed, start=len(writing.draft.written) * 2):
        yield select(
            literal_column(f"{place}").label("place"),
            literal_column(f"'{type_name}'").label("type"),
            rows.c.n_id.label("row_id"),
            member(ChangeKind.UPDATED).label("kind"),
            rows.c.n_programme_id.label("programme_id"),
        ).select_from(rows)


def _rows(written: Written, place: int, kind: ChangeKind, programme: str | None) -> Select[Any]:
    return select(
        literal_column(f"{place}").label("place"),
        literal_column(f"'{written.entity.type_name}'").label("type"),
        written.cte.c.n_id.label("row_id"),
        literal_column(f"'{kind}'").label("kind"),
        (written.cte.c[programme] if programme else literal_column("null::uuid")).label("programme_id"),
    ).select_from(written.cte)
