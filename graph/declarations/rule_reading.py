"""What a rule's expression names, noted before anybody asks: a change of what it does not declare would not ask it.

Composing an expression looks at no row, so that one run names all that it ever reads.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import Boolean, Date, bindparam, func, table

from graph.declarations.noted import KEY, NotedRows
from graph.declarations.rules import OWN
from graph.refusals import Refusal

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from sqlalchemy import ColumnElement

    from countries.packs.families import RuleFamily
    from countries.packs.keys import RuleKey
    from graph.declarations.model import EntityModel
    from graph.declarations.rules import Rule


def unsaid(rule: Rule) -> Iterator[str]:
    """What a rule has to say, and does not."""
    if not all(isinstance(said, Refusal) for said in (rule.refusal, *(seen.refusal for seen in rule.back))):
        yield "it has no sentence; say conflict(…) or bad_input(…)"
    named = (rule.of, rule.was, *rule.reads.values(), *(seen.of for seen in rule.back))
    if not all(isinstance(each, tuple) for each in named):
        yield "columns are named in a tuple, with its comma"


def unread(model: EntityModel, rule: Rule, by_table: Mapping[str, EntityModel]) -> Iterator[str]:
    """What a rule's expressions read and the rule does not declare.

    Args:
        model: whose rows keep it.
        rule: the rule.
        by_table: all entities.
    """
    noting = _Noting(model, rule, by_table)
    try:
        noting.ask()
    except Exception as error:  # noqa: BLE001 - whatever an expression raises, it cannot be asked
        yield f"it cannot be asked: {type(error).__name__}: {error}"
    yield from noting.wrong


class _Noting:
    """Asks a rule's expressions, and notes what they name besides what it declares."""

    def __init__(self, model: EntityModel, rule: Rule, by_table: Mapping[str, EntityModel]) -> None:
        self.wrong: dict[str, None] = {}
        self._model, self._rule, self._by_table = model, rule, by_table
        self._links = {name for name, column in model.stored.items() if column.target is not None}
        self.was = self._rows(model, rule.was, "was")
        self.today: ColumnElement[Any] = bindparam("today", type_=Date())

    def listed(self, codes: str, code: Any, on: Any = None) -> ColumnElement[bool]:  # noqa: ANN401 - as of `RuleFrame`
        """A condition on what is given, and on no row."""
        return func.listed(codes, code, *([] if on is None else [on]), type_=Boolean()).is_not(None)

    def laid_down(self, policy: RuleKey | RuleFamily, on: Any, *, jurisdiction: Any, of: Any = None) -> Any:  # noqa: ANN401 - likewise
        """What is laid down is of no row; what it is asked with may be."""
        return func.laid_down(str(policy), on, jurisdiction, of)

    def ask(self) -> None:
        """Compose every expression of the rule."""
        rule, led = self._rule, _Led(self)
        row = self._rows(self._model, rule.columns, "of")
        if rule.holds is not None:
            rule.holds(row, led, self)
        if rule.about is not None:
            rule.about(row, self)
        if rule.others is not None:
            others = self._by_table[rule.others.table]
            rule.others.meets(row, self._rows(others, rule.others.columns, "columns"))
        for seen in rule.back:
            if seen.holds is not None:
                seen.holds(self._rows(self._model, seen.of or rule.columns, "of"), led, self)

    def led(self, link: str) -> NotedRows:
        """The row that a link leads to."""
        column = self._model.stored.get(link)
        target = self._model if link == OWN else self._by_table.get((column and column.target) or "")
        if target is None:
            raise KeyError(link)
        return self._rows(target, self._rule.reads.get(link, ()), f'reads["{link}"]')

    def _rows(self, of: EntityModel, declared: tuple[str, ...], word: str) -> NotedRows:
        free = KEY | self._links if of is self._model else KEY

        def note(name: str) -> None:
            if name not in of.stored:
                self.wrong[f"there is no column {of.table}.{name}"] = None
            elif name not in declared and name not in free:
                self.wrong[f"it reads {of.table}.{name}, and `{word}` does not say so: no change of it would ask"] = (
                    None
                )

        return NotedRows(table(of.table).alias(), note)


class _Led(dict[str, NotedRows]):
    """The rows that links lead to, whether a rule declares them or not."""

    def __init__(self, noting: _Noting) -> None:
        super().__init__()
        self._noting = noting

    def __missing__(self, link: str) -> NotedRows:
        return self.setdefault(link, self._noting.led(link))
