"""The rows that a search finds, and how far each is from what was typed.

    begun_1_0  the rows of which a key begins as the first word does, so many at most; begun_1_1 those of the second
    common_1   of each word whether there are more
    search_1   of each row its nearest match for each word; a row that has them all, or all as one
    rest_1     where every word is common: the rows of which each begins a key, and that search_1 has not

The index of the keys is asked for equality and ranges alone, which PostgreSQL does under row security, row by row of
what is looked for. Where more rows have a word than are put together quickly, that word is looked for in the texts of
the rows that another one finds (`said_1`). Where each is so common, a page is read in order from the rows themselves
(`found_page.py`), and `rest_1` is for whoever counts, filters or orders.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from sqlalchemy import (
    CTE,
    Boolean,
    Integer,
    Text,
    and_,
    case,
    column,
    exists,
    func,
    literal_column,
    or_,
    select,
    true,
    union_all,
)

from graph.declarations.search_keys import KEY, ROW
from graph.kinds.kind import Kind
from graph.plan.sql.relation import Relation
from graph.search.asked import BEGINS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from sqlalchemy import ColumnElement
    from sqlalchemy.types import TypeEngine

    from graph.declarations.model import EntityModel
    from graph.plan.sql.predicates import Predicates
    from graph.plan.tree.search import Search, SoughtWord
    from graph.plan.tree.values import Value

RANK = "search_rank"
"""How far a row is from what is searched for: the lower, the nearer."""
MOST, OF_ONE = 20_000, 4_000
"""Rows of several words, and of one alone, that are put together, in a few milliseconds. Of more a word is common."""
EVERY: Any = select(literal_column("2147483647")).scalar_subquery()
"""A limit that PostgreSQL does not know, and takes for a tenth of what there is."""
FALSE: ColumnElement[bool] = literal_column("false", Boolean())
ZERO: Any = literal_column("0")
ONE: Any = literal_column("1")
NEAREST: Any = literal_column(str(BEGINS))
"""What a row is from a word that begins one of its own."""


class Matches(NamedTuple):
    """What a search finds.

    Attributes:
        near: `row_id` and `search_rank` of all rows, or where every word is common of those that are not in `rest`.
        rest: `row_id` of the others; nothing where the texts of the rows cannot be read, because none are left then.
        all_common: whether there are such; one value.
    """

    near: CTE
    rest: CTE | None
    all_common: Any


class SearchWriter:
    """Writes what finds the rows of one search.

    Args:
        predicates: of the statement.
        entity: whose rows.
        search: what is looked for.
    """

    def __init__(self, predicates: Predicates, entity: EntityModel, search: Search) -> None:
        self._predicates = predicates
        self._entity = entity
        self._search = search
        self._number = predicates.number()
        self._places = range(len(search.words))
        self._most = OF_ONE if len(search.words) == 1 else MOST // len(search.words)
        self.farthest: Any = literal_column(str(len(search.words) * BEGINS))
        """How far a row is of which each word begins another one."""
        self.found = self._found()

    def complete(self) -> CTE:
        """All rows: `row_id` and `search_rank`."""
        near = self.found.near
        if self.found.rest is None:
            return near
        first = select(near.c[ROW], near.c[RANK])
        rest = select(self.found.rest.c[ROW], self.farthest.label(RANK))
        both = union_all(first, rest).subquery(f"both_{self._number}")
        # So PostgreSQL looks rows up, and does not read them all.
        return select(both.c[ROW], both.c[RANK]).limit(EVERY).cte(f"all_{self._number}")

    def said_of(self, table: Relation) -> tuple[ColumnElement[bool], ...]:
        """Whether a row is `farthest`, where every word is common: by its own texts.

        What PostgreSQL cannot look into it takes for half of the rows: it reads them in order, and not all of them.
        """
        near = self.found.near
        begin = (self._begins(table, word) for word in self._search.words)
        nearer = select(near.c[ROW]).where(near.c[RANK] < self.farthest)
        return self.found.all_common, func.coalesce(and_(*begin), FALSE), table.c.id.not_in(nearer)

    def _found(self) -> Matches:
        words = [self._begun(place, word) for place, word in enumerate(self._search.words)]
        common = self._common(words)
        near = self._near(words, common)
        if common is None:
            return Matches(near, None, FALSE)
        all_common = select(and_(*(common.c[f"is_{place}"] for place in self._places))).scalar_subquery()
        return Matches(near, self._rest(near, all_common), all_common)

    def _begun(self, place: int, word: SoughtWord) -> Relation:
        """The rows of which a key begins as a word does."""
        begun = self._ranges(word, f"starts_{self._number}_{place}")
        if self._search.searched is None:
            return Relation(begun.subquery(f"begun_{self._number}_{place}"))
        cut = begun.limit(literal_column(str(self._most + 1)))
        return Relation(cut.cte(f"begun_{self._number}_{place}").prefix_with("MATERIALIZED"))

    def _common(self, words: Sequence[Relation]) -> Relation | None:
        """Of each word whether it is common."""
        if self._search.searched is None:
            return None
        beyond = (
            exists(select(ONE).select_from(each.clause).offset(literal_column(str(self._most)))) for each in words
        )
        flags = select(*(each.label(f"is_{place}") for place, each in enumerate(beyond)))
        return Relation(flags.cte(f"common_{self._number}").prefix_with("MATERIALIZED"))

    def _near(self, words: Sequence[Relation], common: Relation | None) -> CTE:
        alone = len(self._places) == 1
        parts = [*self._of_words(words, common), *([] if alone else [self._as_one()]), self._of_keys()]
        found = Relation(union_all(*parts).subquery(f"found_{self._number}"))

        def least(place: int) -> Any:  # noqa: ANN401 - an aggregate
            far = func.min(found.c.far)
            return far if alone else far.filter(found.c.place == literal_column(str(place)))

        columns = [least(place).label(f"far_{place}") for place in (self._places if alone else range(len(words) + 1))]
        grouped = select(found.c[ROW], *columns).select_from(found.clause).group_by(found.c[ROW])
        nearest = Relation(grouped.subquery(f"nearest_{self._number}"))
        joined: Any = nearest.clause
        far = [nearest.c[f"far_{place}"] for place in self._places]
        if common is not None:
            said = self._said(nearest, common)
            joined = joined.outerjoin(said.clause, true())
            far = [
                func.least(each, case((said.c[f"begins_{place}"], NEAREST)))
                for place, each in zip(self._places, far, strict=True)
            ]
        together = far[0]
        for each in far[1:]:
            together = together + each
        rank = together if alone else func.least(together, nearest.c[f"far_{len(words)}"])
        ranked = Relation(
            select(nearest.c[ROW], rank.label(RANK)).select_from(joined).subquery(f"ranked_{self._number}")
        )
        there = select(ranked.c[ROW], ranked.c[RANK]).select_from(ranked.clause).where(ranked.c[RANK].is_not(None))
        return there.cte(f"search_{self._number}").prefix_with("MATERIALIZED")

    def _of_words(self, words: Sequence[Relation], common: Relation | None) -> Iterator[Any]:
        """What begins as a word does; of a common word what is the word itself."""
        for place, begun in enumerate(words):
            at: Any = literal_column(str(place)).label("place")
            all_of_them = select(begun.c[ROW], at, begun.c.far).select_from(begun.clause)
            if common is None:
                yield all_of_them
                continue
            is_common = _flag(common, place)
            yield all_of_them.where(~is_common)
            yield self._itself(place, at).where(is_common)

    def _itself(self, place: int, at: Any) -> Any:  # noqa: ANN401 - a select
        """What is a word."""
        starts = [("start", self._search.words[place].starts)]
        word = _lists(self._predicates, starts, f"words_{self._number}_{place}")
        known = self._looked_up(word, lambda key: [key == word.c.start])
        return select(known.c[ROW], at, ZERO.label("far")).select_from(word.clause.join(known.clause, true()))

    def _as_one(self) -> Any:  # noqa: ANN401 - a select
        """What begins as all words as one do."""
        begun = Relation(self._ranges(self._search.whole, f"starts_{self._number}").subquery(f"whole_{self._number}"))
        place: Any = literal_column(str(len(self._places))).label("place")
        return select(begun.c[ROW], place, begun.c.far).select_from(begun.clause)

    def _of_keys(self) -> Any:  # noqa: ANN401 - a select
        """What is near a word."""
        keys = _lists(self._predicates, self._search.keys, f"keys_{self._number}")
        known = self._looked_up(keys, lambda key: [key == keys.c.key])
        return select(known.c[ROW], keys.c.place, keys.c.far).select_from(keys.clause.join(known.clause, true()))

    def _said(self, nearest: Relation, common: Relation) -> Relation:
        """Of a row that another word finds, whether its own texts begin as a common word does."""
        table = self._predicates.alias(self._entity)
        is_common = [_flag(common, place) for place in self._places]
        asked = or_(
            *(
                and_(each, or_(nearest.c[f"far_{place}"].is_(None), nearest.c[f"far_{place}"] > NEAREST))
                for place, each in enumerate(is_common)
            )
        )
        begins = (
            and_(each, self._begins(table, word)).label(f"begins_{place}")
            for place, (each, word) in enumerate(zip(is_common, self._search.words, strict=True))
        )
        if len(self._places) > 1:
            as_one = nearest.c[f"far_{len(self._places)}"]
            # Nearer than all words as one it cannot be, and no row that lacks another word.
            has = (or_(each, nearest.c[f"far_{place}"].is_not(None)) for place, each in enumerate(is_common))
            asked = and_(asked, *has, or_(as_one.is_(None), as_one > NEAREST))
        met = [*self._predicates.parameters.tenancy(self._entity, table), table.c.id == nearest.c[ROW], asked]
        chosen = select(*begins).select_from(table.clause).where(*met).offset(ZERO)
        return Relation(chosen.correlate(nearest.clause).lateral(f"said_{self._number}"))

    def _begins(self, table: Relation, word: SoughtWord) -> ColumnElement[bool]:
        """Whether a key in a row's texts begins as a word does."""
        if self._search.searched is None:
            return FALSE
        text: Any = self._search.searched.said(lambda name: table.c[name], in_full=len(self._places) == 1)
        patterns: Any = self._predicates.parameters.value(word.patterns)
        begins: ColumnElement[bool] = text.like(patterns.any_())
        return begins

    def _rest(self, near: CTE, all_common: Any) -> CTE:  # noqa: ANN401 - one value
        """The rows of which each word begins a key, and that are not near."""
        first, *others = [
            Relation(self._ranges(word, f"all_{self._number}_{place}").subquery(f"each_{self._number}_{place}"))
            for place, word in enumerate(self._search.words)
        ]
        # PostgreSQL hashes the second word's rows, and the third word's only where a row has the first two.
        rows = select(first.c[ROW]).select_from(first.clause).where(all_common)
        for other in others:
            rows = rows.where(first.c[ROW].in_(select(other.c[ROW]).select_from(other.clause).offset(ZERO)))
        rows = rows.where(first.c[ROW].not_in(select(near.c[ROW])))
        return rows.group_by(first.c[ROW]).cte(f"rest_{self._number}")

    def _ranges(self, word: SoughtWord, name: str) -> Any:  # noqa: ANN401 - a select
        """The rows of which a key begins as a word does, and how far each is."""
        sought = _lists(self._predicates, [("start", word.starts), ("until", word.ends)], name)
        begun = self._looked_up(sought, lambda key: [key >= sought.c.start, key < sought.c.until])
        far = case((begun.c[KEY] == sought.c.start, ZERO), else_=ONE).label("far")
        return select(begun.c[ROW], far).select_from(sought.clause.join(begun.clause, true()))

    def _looked_up(self, sought: Relation, where: Callable[[Any], list[ColumnElement[bool]]]) -> Relation:
        """The keys that one thing that is sought meets, by the index.

        With an offset PostgreSQL plans it by itself. It expects a handful of lists' values and any number of keys
        behind each, and would rather read all keys of a country.
        """
        keys = self._predicates.alias(self._search.keys_of)
        met = [*self._predicates.parameters.tenancy(self._search.keys_of, keys), *where(keys.c[KEY])]
        chosen = select(keys.c[ROW], keys.c[KEY]).select_from(keys.clause).where(*met).offset(ZERO)
        return Relation(chosen.correlate(sought.clause).lateral(f"met_{self._predicates.number()}"))


def _flag(common: Relation, place: int) -> Any:  # noqa: ANN401 - one value
    """Whether a word is common."""
    return select(common.c[f"is_{place}"]).select_from(common.clause).scalar_subquery()


TYPES: Mapping[Kind, TypeEngine[Any]] = {Kind.TEXT: Text(), Kind.INTEGER: Integer()}
"""Of the lists' values."""


def _lists(predicates: Predicates, lists: Sequence[tuple[str, Value]], name: str) -> Relation:
    """Lists in step, as rows."""
    values = (predicates.parameters.value(value) for _, value in lists)
    columns: list[Any] = [column(each, TYPES[value.kind]) for each, value in lists]
    return Relation(func.unnest(*values).table_valued(*columns).render_derived(name=name))
