"""What keeps a statement from going to one node, or to several: found in its text by PostgreSQL's own parser.

A statement of one country is sent whole to the node that holds it. Citus does so where every table of countries' rows
has the country's parameter at its own level: it takes it from no row beside, no policy and no sub-query around.

A statement that asks several nodes reads their rows first, without a look at any other row; what is above reads these
results and registers.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, TypeAlias

from pglast import ast, parse_sql
from pglast.enums import A_Expr_Kind, BoolExprType, CTEMaterialize, JoinType, SubLinkType

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping

Tree: TypeAlias = Any
"""A node of what PostgreSQL's parser makes of a text."""
KEY = "country_code"
LOOKS_OUTSIDE = "reads rows of countries for a row of another level"
JSON_AGGREGATES = {"json_agg", "jsonb_agg", "json_object_agg", "array_agg"}


@dataclass
class Level:
    """One SELECT, UPDATE, INSERT or DELETE: what it reads itself.

    Attributes:
        node: the statement.
        tables: tables of countries' rows by their alias.
        conditions: everything that must hold: the parts of WHERE and ON that AND puts together.
        joins: the joins of its FROM.
        registers: the other tables, which every node has.
    """

    node: Tree
    tables: dict[str, str] = field(default_factory=dict)
    conditions: list[Tree] = field(default_factory=list)
    joins: list[Tree] = field(default_factory=list)
    registers: list[str] = field(default_factory=list)


def nodes(tree: Tree, *, into: tuple[type, ...] = ()) -> Iterator[Tree]:
    """A tree's nodes, itself first; not what is inside of those of the types `into`."""
    if isinstance(tree, tuple | list):
        for each in tree:
            yield from nodes(each, into=into)
    elif isinstance(tree, ast.Node):
        yield tree
        if not (into and isinstance(tree, into)):
            for name in tree:
                yield from nodes(getattr(tree, name), into=into)


def parts(condition: Tree) -> Iterator[Tree]:
    """The conditions that AND puts together."""
    if isinstance(condition, ast.BoolExpr) and condition.boolop == BoolExprType.AND_EXPR:
        yield from (part for each in condition.args or () for part in parts(each))
    elif condition is not None:
        yield condition


def parsed(text: str) -> Tree:
    """A statement as PostgreSQL reads it."""
    return parse_sql(text)[0].stmt


def levels(tree: Tree, countries: Collection[str]) -> list[Level]:
    """Every level of a statement."""
    named = {str(each.ctename) for each in nodes(tree) if isinstance(each, ast.CommonTableExpr)}
    found = []
    for each in nodes(tree):
        if isinstance(each, ast.SelectStmt | ast.UpdateStmt | ast.DeleteStmt | ast.InsertStmt):
            level = Level(each, conditions=list(parts(getattr(each, "whereClause", None))))
            for item in getattr(each, "fromClause", None) or getattr(each, "usingClause", None) or ():
                _note(item, level, countries, named)
            if (target := getattr(each, "relation", None)) is not None:
                _note(target, level, countries, named)
            found.append(level)
    return found


def _note(item: Tree, level: Level, countries: Collection[str], named: Collection[str]) -> None:
    match item:
        case ast.JoinExpr():
            level.joins.append(item)
            level.conditions += parts(item.quals)
            _note(item.larg, level, countries, named)
            _note(item.rarg, level, countries, named)
        case ast.RangeVar() if item.relname in countries and item.relname not in named:
            name = str(item.relname)
            level.tables[str(item.alias.aliasname) if item.alias else name] = name
        case ast.RangeVar() if item.relname not in named:
            level.registers.append(str(item.relname))


def column(node: Tree) -> tuple[str, ...]:
    """The names of a column, its alias first."""
    if isinstance(node, ast.TypeCast):
        return column(node.arg)
    if not isinstance(node, ast.ColumnRef):
        return ()
    fields: Tree = node.fields
    return tuple(str(each.sval) for each in fields if isinstance(each, ast.String))


def parameter(node: Tree) -> int | None:
    """The number of a parameter."""
    if isinstance(node, ast.TypeCast):
        return parameter(node.arg)
    return node.number if isinstance(node, ast.ParamRef) else None


def equals(condition: Tree) -> tuple[Tree, Tree] | None:
    """Both sides of an equation; none where it is no such."""
    if not isinstance(condition, ast.A_Expr) or condition.kind != A_Expr_Kind.AEXPR_OP:
        return None
    name: Tree = condition.name
    return (condition.lexpr, condition.rexpr) if [each.sval for each in name] == ["="] else None


def not_of_one_country(text: str, countries: Collection[str], own: Collection[int]) -> list[str]:
    """Why a statement cannot be sent whole to a country's node; nothing where it can.

    Args:
        text: the statement.
        countries: the tables of countries' rows.
        own: the numbers of the parameters that hold the country.
    """
    faults = []
    for level in levels(parsed(text), countries):
        bound = set()
        for each in level.conditions:
            sides = equals(each)
            if sides is not None and parameter(sides[1]) in own:
                bound.add(column(sides[0]))
        faults += [f"{alias} has no country" for alias in level.tables if (alias, KEY) not in bound]
    return faults


def not_of_many(text: str, countries: Collection[str]) -> list[str]:
    """Why a statement cannot be answered by several nodes, or is answered wrong; nothing where it can.

    Args:
        text: the statement.
        countries: the tables of countries' rows.
    """
    tree = parsed(text)
    faults = [
        f"{each.ctename} is not MATERIALIZED"
        for each in nodes(tree)
        if isinstance(each, ast.CommonTableExpr)
        and each.ctematerialized != CTEMaterialize.CTEMaterializeAlways
        and _reads(each, countries)
        and not _is_position(each)
    ]
    every = levels(tree, countries)
    exists = {
        id(each.subselect): each
        for each in nodes(tree)
        if isinstance(each, ast.SubLink) and each.subLinkType == SubLinkType.EXISTS_SUBLINK
    }
    for level in every:
        faults += _lost(level, countries)
        beside = _outside(level.node) if _reads(level.node, countries) else set()
        if beside and level.registers and not level.tables:
            faults.append(f"a level {LOOKS_OUTSIDE}: {', '.join(sorted(beside))}")
        if level.tables:
            if beside and not (id(level.node) in exists and _beside_each_other(level, beside, every)):
                faults.append(f"{', '.join(level.tables)} {LOOKS_OUTSIDE}: {', '.join(sorted(beside))}")
            faults += _nameless(level)
            if any(isinstance(each, ast.GroupingSet) for each in getattr(level.node, "groupClause", None) or ()):
                faults.append("GROUPING SETS over rows of countries")
    return faults


def _reads(tree: Tree, countries: Collection[str]) -> bool:
    return any(isinstance(each, ast.RangeVar) and each.relname in countries for each in nodes(tree))


def _is_position(each: Tree) -> bool:
    """The row that a cursor names: one row of one country, wherever it is read."""
    return str(each.ctename).startswith(("after_", "before_"))


def _lost(level: Level, countries: Collection[str]) -> Iterator[str]:
    """Joins that keep rows of what is no country's beside rows that are.

    Citus 14 forgets the rows of a country that is alone on its node.
    """
    for join in level.joins:
        kept, other = {
            JoinType.JOIN_LEFT: (join.larg, join.rarg),
            JoinType.JOIN_RIGHT: (join.rarg, join.larg),
        }.get(join.jointype, (None, None))
        if join.jointype == JoinType.JOIN_FULL and _reads(join, countries):
            yield "FULL JOIN with rows of countries"
        if other is not None and _reads(other, countries) and not _reads(kept, countries):
            yield "rows of countries are joined to what is none, which is kept (LEFT JOIN)"


def _outside(select: Tree) -> set[str]:
    """The aliases that a level names and that are not its own, nor of what it reads."""
    own = {
        each.alias.aliasname if each.alias else getattr(each, "relname", "")
        for each in nodes(select)
        if isinstance(each, ast.RangeVar | ast.RangeSubselect | ast.RangeFunction)
    }
    refs = (column(each) for each in nodes(select) if isinstance(each, ast.ColumnRef))
    return {names[0] for names in refs if len(names) > 1} - own


def _beside_each_other(level: Level, beside: set[str], every: list[Level]) -> bool:
    """Whether a level looks at nothing but rows of the same country, on the same node."""
    around = {alias for other in every for alias in other.tables}
    same = set()
    for each in level.conditions:
        sides = equals(each)
        if sides is not None:
            names = [column(side) for side in sides]
            if all(name[-1:] == (KEY,) for name in names):
                same |= {name[0] for name in names}
    return beside <= around and beside <= same and level.tables.keys() <= same


def _nameless(level: Level) -> Iterator[str]:
    """An aggregate of whole rows beside the read of them: each node's rows come back without the names of columns."""
    for each in nodes(getattr(level.node, "targetList", None), into=(ast.SelectStmt,)):
        if isinstance(each, ast.FuncCall):
            name: Tree = each.funcname
            if name[-1].sval in JSON_AGGREGATES and any(isinstance(inner, ast.A_Star) for inner in nodes(each.args)):
                yield f"{name[-1].sval} over whole rows beside the read of countries' rows"


def numbers(sources: tuple[object, ...], wanted: Mapping[str, object] | Collection[object]) -> set[int]:
    """The numbers of the parameters that come from one of these sources."""
    return {number for number, source in enumerate(sources, 1) if source in wanted}
