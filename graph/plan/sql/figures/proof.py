"""What proves a release, as SQL: the interval that everything published leaves of each secret count."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import Text, and_, column, func, literal_column, select
from sqlalchemy import values as value_rows
from sqlalchemy.dialects.postgresql import JSON

from graph.indicators.catalogue import all_measures
from graph.plan.sql.figures.objects import categories_of, listed, pairs_of, splits_text
from graph.plan.sql.levels import Level
from graph.plan.sql.relation import Relation

if TYPE_CHECKING:
    from sqlalchemy import Select

    from graph.plan.sql.figures.released import ReleasedWriter
    from graph.plan.tree.figures import ReleaseProof
    from graph.plan.tree.view import View

ORDER = ("measure", "area", "split_by", "categories")


def proof_sql(writer: ReleasedWriter, proof: ReleaseProof) -> Select[Any]:
    """`releaseProof` as one value; no row where the release is missing."""
    predicates = writer.predicates
    chosen = writer.chosen(proof.days, proof.revision, proof.path)
    table = predicates.alias(predicates.model.by_table["figure_proof"])
    level = Level(predicates, table.clause, (table,))

    def splits(view: View) -> Any:  # noqa: ANN401 - an expression
        """By the cell's dimensions and categories, which the lattice knows all of."""
        known = _all_splits(view, predicates.number())
        same = and_(known.c.split_by == table.c.split_by, known.c.categories == table.c.categories)
        level.clause = level.clause.outerjoin(known.clause, same)
        return func.coalesce(known.c.splits.cast(JSON), literal_column("'[]'::json"))

    values = {
        "measure": table.c.measure,
        "area": table.c.area,
        "splits": splits,
        "low": table.c.low,
        "high": table.c.high,
        "shown": table.c.shown == literal_column("1"),
    }
    pairs = pairs_of(proof.view, values)
    conditions = [table.c.release_id == writer.id_of(chosen), table.c.low.is_not(None)]
    rows = listed(predicates, pairs, level, conditions, [table.c[name] for name in ORDER])
    return select(rows.label("value")).select_from(chosen.clause)


def _all_splits(view: View, number: int) -> Relation:
    sets = sorted({splits for measure in all_measures().values() for splits in measure.all_splits if splits})
    rows = [
        (",".join(splits), ",".join(categories), splits_text(view, splits, categories))
        for splits in sets
        for categories in categories_of(splits)
    ]
    columns = [column(name, Text) for name in ("split_by", "categories", "splits")]
    return Relation(value_rows(*columns, name=f"lattice_{number}", literal_binds=True).data(rows))
