"""Whether one node of a cluster can answer a statement: what its text says, read with PostgreSQL's own parser.

A statement goes to the one node that holds a country where each level that reads a country's table compares that
table's `country_code` with one and the same parameter. What cannot go so is said in words, one fault a line.

    faults_of(text, ground) -> ["child: nothing says of which country", "UPDATE: random() is volatile", …]
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from pglast import ast, enums

from graph.database.citus_plan import DISTRIBUTED, wanted_placements
from graph.entities import graph_model
from tests.routing import KEY, column, equals, nodes, parameter, parsed, parts

if TYPE_CHECKING:
    import asyncpg

IMMUTABLE, STABLE, VOLATILE = "i", "s", "v"
WORDS = {IMMUTABLE: "immutable", STABLE: "stable", VOLATILE: "volatile"}
WRITES = (ast.InsertStmt, ast.UpdateStmt, ast.DeleteStmt, ast.MergeStmt)
FUNCTIONS = """
SELECT p.proname AS name, max(p.provolatile::text) AS volatility, bool_and(l.lanname IN ('internal', 'c')) AS built_in
FROM pg_proc p JOIN pg_language l ON l.oid = p.prolang WHERE p.prokind <> 'p' GROUP BY 1
"""
"""By name; of several that bear it the least steady. `i` < `s` < `v`."""


@dataclass(frozen=True, slots=True)
class Ground:
    """What a statement stands on.

    Attributes:
        tables: every table, and whether its rows are spread by country; else every node has them.
        functions: the volatility of each function by name.
        own: the functions that are no part of PostgreSQL: in SQL or PL/pgSQL.
    """

    tables: Mapping[str, bool]
    functions: Mapping[str, str]
    own: frozenset[str]


async def ground_of(connection: asyncpg.Connection[asyncpg.Record]) -> Ground:
    """What the catalogue of a database and the entities say."""
    tables = {name: placed == DISTRIBUTED for name, placed in wanted_placements().items()}
    rows = await connection.fetch(FUNCTIONS)
    own = frozenset(row["name"] for row in rows if not row["built_in"] and row["name"].startswith("hearth_"))
    return Ground(tables, {row["name"]: row["volatility"] for row in rows}, own)


def faults_of(text: str, ground: Ground) -> list[str]:
    """Why a statement cannot go to one node; nothing where it can, or where it reads no table and goes to none."""
    look = _Look(ground)
    look.statement(parsed(text), frozenset())
    if look.countries and not frozenset.intersection(*look.countries):
        numbers = sorted(frozenset.union(*look.countries))
        look.faults.append(f"several countries: {', '.join(f'${number}' for number in numbers)}")
    return look.faults


@dataclass(slots=True)
class _Look:
    ground: Ground
    faults: list[str] = field(default_factory=list)
    countries: list[frozenset[int]] = field(default_factory=list)
    """Of each table the parameters that its country is compared with."""

    def statement(self, node: Any, known: frozenset[str]) -> None:  # noqa: ANN401 - a node of the parser's
        """A statement, or a level of one; `known` are the names of WITH that it may read."""
        known = self._with(node, known)
        match node:
            case ast.SelectStmt():
                self._select(node, known)
            case ast.InsertStmt():
                self._insert(node, known)
            case ast.UpdateStmt() | ast.DeleteStmt():
                self._change(node, known)
            case _:
                self.faults.append(f"{type(node).__name__}: no node takes it alone")

    def _with(self, node: Any, known: frozenset[str]) -> frozenset[str]:  # noqa: ANN401 - as above
        clause: Any = getattr(node, "withClause", None)
        for each in () if clause is None else clause.ctes:
            inner = known | {each.ctename} if clause.recursive else known
            if isinstance(each.ctequery, WRITES):
                self.faults.append(f"{each.ctename}: a WITH that writes")
            self.statement(each.ctequery, inner)
            if clause.recursive and _reads(each.ctequery, each.ctename) and not self._names_country(each.ctequery):
                self.faults.append(f"{each.ctename}: recursion without the country")
            known |= {each.ctename}
        return known

    def _names_country(self, node: Any) -> bool:  # noqa: ANN401 - as above
        return any(isinstance(each, ast.A_Expr) and _country(each) is not None for each in nodes(node))

    # Levels

    def _select(self, node: Any, known: frozenset[str]) -> None:  # noqa: ANN401 - as above
        if node.op != enums.SetOperation.SETOP_NONE:
            self.statement(node.larg, known)
            self.statement(node.rarg, known)
            self._expressions(node, known, but=("larg", "rarg", "withClause"))
            return
        self._tables(node.fromClause or (), node.whereClause, known)
        read = [each.relname for each in _tables_in(node.fromClause or ()) if each.relname not in known]
        for lock in node.lockingClause or ():
            locked = [each.relname for each in lock.lockedRels or ()] or read
            self.faults += [f"{name}: a lock on every node" for name in locked if self.ground.tables.get(name) is False]
        if any(isinstance(each, ast.GroupingSet) for each in node.groupClause or ()):
            self.faults.append("GROUPING SETS")
        self._expressions(node, known, but=("withClause",))

    def _insert(self, node: Any, known: frozenset[str]) -> None:  # noqa: ANN401 - as above
        name = node.relation.relname
        columns = [each.name for each in node.cols or ()]
        rows = getattr(node.selectStmt, "valuesLists", None)
        if not self.ground.tables.get(name):
            self.faults.append(f"{name}: no table of one country")
        if not rows:
            self.faults += self._selected(name, columns, node.selectStmt)
            self.statement(node.selectStmt, known)
            return
        for row in rows:
            said = dict(zip(columns, row, strict=True)).get(KEY)
            self._of_country(name, parameter(said))
            for value in row:
                if any(isinstance(each, ast.SubLink) for each in nodes(value)):
                    self.faults.append(f"{name}: a value that is looked up")
        conflict = node.onConflictClause
        if conflict is not None:
            for each in (*(conflict.targetList or ()), conflict.whereClause):
                self._steady(each, "ON CONFLICT", IMMUTABLE)
                self.faults += [f"ON CONFLICT: {fault}" for fault in _unsteady_operators(each)]
        self._returning(node)

    def _selected(self, name: str, columns: list[str], select: Any) -> Iterator[str]:  # noqa: ANN401 - as above
        """Selected rows stay on their node where the country is that of a row there, and nothing is made anew."""
        said = dict(zip(columns, [each.val for each in select.targetList or ()], strict=True)).get(KEY)
        read = [each for each in _tables_in(select.fromClause or ()) if self.ground.tables.get(each.relname)]
        aliases = {each.alias.aliasname if each.alias else each.relname for each in read}
        if said is None or column(said) not in {(alias, KEY) for alias in aliases}:
            yield f"{name}: INSERT … SELECT goes by way of the coordinator"
        stored = graph_model().by_table[name].stored if name in self.ground.tables else {}
        left_out = (each.default_sql for each in stored.values() if each.default_sql and each.name not in columns)
        for part in (select, *(parsed(f"SELECT {default}") for default in left_out)):
            for call in nodes(part):
                if isinstance(call, ast.FuncCall) and self._volatility(call) == VOLATILE:
                    yield f"{name}: INSERT … SELECT with {_name(call)}(), which is volatile"

    def _change(self, node: Any, known: frozenset[str]) -> None:  # noqa: ANN401 - as above
        what = "UPDATE" if isinstance(node, ast.UpdateStmt) else "DELETE"
        others = getattr(node, "fromClause", None) or getattr(node, "usingClause", None) or ()
        self._tables((node.relation, *others), node.whereClause, known)
        if not self.ground.tables.get(node.relation.relname):
            self.faults.append(f"{node.relation.relname}: no table of one country")
        for cell in getattr(node, "targetList", None) or ():
            if cell.name == KEY:
                self.faults.append(f"{what}: a row stays in its country")
            if any(isinstance(each, ast.A_Indices) for each in nodes(cell)):
                # Citus 14.0.1 ends the coordinator's process with it.
                self.faults.append(f"{what}: an element of a list that is a parameter")
            self._steady(cell, what, STABLE)
            if any(isinstance(each, ast.TypeCast) and any(map(column, nodes(each.arg))) for each in nodes(cell)):
                self.faults.append(f"{what}: a cast of a column, which need not be immutable")
            for call in nodes(cell):
                if isinstance(call, ast.FuncCall) and call.args and self._volatility(call) != IMMUTABLE:
                    self.faults.append(f"{what}: {_name(call)}() is worked out for each row, and not immutable")
        self._steady(node.whereClause, what, STABLE)
        self._expressions(node, known, but=("withClause", "relation"))
        self._returning(node)

    def _returning(self, node: Any) -> None:  # noqa: ANN401 - as above
        for each in node.returningClause.exprs if node.returningClause is not None else ():
            self._steady(each, "RETURNING", IMMUTABLE)
            for cast in nodes(each):
                if isinstance(cast, ast.TypeCast) and not isinstance(cast.arg, ast.A_Const):
                    self.faults.append("RETURNING: a cast, which need not be immutable")

    # Which country

    def _tables(self, from_: Any, where: Any, known: frozenset[str]) -> None:  # noqa: ANN401 - as above
        """Each table of a level is one that every node has, or its country is named at this very level."""
        tables = list(_tables_in(from_))
        conditions = [*parts(where), *(each for join in _joins(from_) for each in parts(join.quals))]
        named: dict[str, set[int]] = {}
        for each in conditions:
            found = _country(each)
            if found is not None:
                named.setdefault(found[0], set()).add(found[1])
        for each in tables:
            if each.relname in known:
                continue
            if each.relname not in self.ground.tables:
                self.faults.append(f"{each.relname}: not a table of ours")
            elif self.ground.tables[each.relname]:
                alias = each.relname if each.alias is None else each.alias.aliasname
                said = named.get(alias, set()) | (named.get("", set()) if len(tables) == 1 else set())
                self._of_country(each.relname, *said)
        for join in _joins(from_):
            outer = join.jointype in (enums.JoinType.JOIN_LEFT, enums.JoinType.JOIN_FULL)
            everywhere = [
                each.relname for each in _tables_in((join.larg,)) if self.ground.tables.get(each.relname) is False
            ]
            if outer and everywhere and any(self.ground.tables.get(each.relname) for each in _tables_in((join.rarg,))):
                self.faults.append(f"{everywhere[0]}: LEFT JOIN of a country's table to one that every node has")

    def _of_country(self, table: str, *numbers: int | None) -> None:
        found = frozenset(number for number in numbers if number is not None)
        if found:
            self.countries.append(found)
        else:
            self.faults.append(f"{table}: nothing says of which country")

    # Expressions

    def _expressions(self, node: Any, known: frozenset[str], but: tuple[str, ...]) -> None:  # noqa: ANN401 - as above
        """The levels inside expressions, and the functions that are called."""
        for name in node:
            if name not in but:
                self._within(getattr(node, name), known)

    def _within(self, part: Any, known: frozenset[str]) -> None:  # noqa: ANN401 - as above
        match part:
            case ast.SelectStmt():
                self.statement(part, known)
            case ast.FuncCall() if _name(part) in self.ground.own or self._volatility(part) == "":
                self.faults.append(f"{_name(part)}(): no function of PostgreSQL's")
            case tuple():
                for each in part:
                    self._within(each, known)
            case ast.Node():
                self._expressions(part, known, ())

    def _steady(self, part: Any, where: str, least: str) -> None:  # noqa: ANN401 - as above
        for each in nodes(part):
            if isinstance(each, ast.FuncCall) and self._volatility(each) > least:
                self.faults.append(f"{where}: {_name(each)}() is {WORDS.get(self._volatility(each), 'unknown')}")
            if isinstance(each, ast.SQLValueFunction) and least == IMMUTABLE:
                self.faults.append(f"{where}: the present instant is stable")

    def _volatility(self, call: Any) -> str:  # noqa: ANN401 - as above
        return self.ground.functions.get(_name(call), "")


def _name(call: Any) -> str:  # noqa: ANN401 - as above
    return str(call.funcname[-1].sval)


def _reads(part: Any, name: str) -> bool:  # noqa: ANN401 - as above
    return any(isinstance(each, ast.RangeVar) and each.relname == name for each in nodes(part))


def _tables_in(from_: Any) -> Iterator[Any]:  # noqa: ANN401 - as above
    """The tables of a level, joined or not; what stands in brackets is a level of its own."""
    for each in from_:
        if isinstance(each, ast.RangeVar):
            yield each
        elif isinstance(each, ast.JoinExpr):
            yield from _tables_in((each.larg, each.rarg))


def _joins(from_: Any) -> Iterator[Any]:  # noqa: ANN401 - as above
    for each in from_:
        if isinstance(each, ast.JoinExpr):
            yield each
            yield from _joins((each.larg, each.rarg))


def _country(condition: Any) -> tuple[str, int] | None:  # noqa: ANN401 - as above
    """`alias.country_code = $n`: the alias, which may be empty, and the number."""
    sides = equals(condition)
    for one, other in () if sides is None else (sides, sides[::-1]):
        names, number = column(one), parameter(other)
        if names[-1:] == (KEY,) and number is not None:
            return names[-2] if len(names) > 1 else "", number
    return None


def _unsteady_operators(part: Any) -> Iterator[str]:  # noqa: ANN401 - as above
    """An instant and a span, added or taken away: it hangs on the session's time zone."""
    for each in nodes(part):
        if isinstance(each, ast.A_Expr) and [name.sval for name in each.name or ()] in (["+"], ["-"]):
            sides: list[Any] = [each.lexpr, each.rexpr]
            if any(isinstance(side, ast.TypeCast) and _type(side) == "interval" for side in sides):
                yield "an instant and a span"


def _type(cast: Any) -> str:  # noqa: ANN401 - as above
    return str(cast.typeName.names[-1].sval)
