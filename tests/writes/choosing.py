"""How inputs are chosen: with care, so that they go well, or without."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Coroutine, Sequence
from typing import Any, ClassVar

from hypothesis.stateful import RuleBasedStateMachine
from hypothesis.strategies import DataObject, integers, sampled_from

from tests.writes.agree import Agreement
from tests.writes.model import Cells, Kept, Who, World

DAYS = ("2025-06-01", "2026-01-10", "2026-03-01", "2026-06-01", "2026-11-22", "2026-11-23", "2027-02-01")


EDGES = ("0015-03-01", "1899-12-31", "1900-01-01", "2026-01-09", "2031-11-22", "2031-11-23", "2051-11-23")
"""Days on and beyond the bounds, which the careless give as well."""


def in_use(world: World, type_: str, who: Who, *, every: bool) -> list[str]:
    """Rows that the caller sees, or all."""
    return [
        row.id
        for row in world.rows.values()
        if row.type == type_ and (every or (world.sees(who, row) and not row.void))
    ]


class Choosing(RuleBasedStateMachine):
    """Chooses at random, and has both worlds written."""

    outcomes: ClassVar[Counter[str]] = Counter()
    due: ClassVar[frozenset[str]] = frozenset()
    """The mutations that had not gone well when the machine was made."""

    def begin(self) -> Agreement:
        """A world without a row, and a model of it."""
        raise NotImplementedError

    def wait(self, task: Coroutine[Any, Any, None]) -> None:
        """Do it where the database is."""
        raise NotImplementedError

    def __init__(self) -> None:
        super().__init__()
        self.both = self.begin()
        self.agrees = True
        self.careless = False
        self.sent: list[tuple[Who, str, Cells]] = []

    def some(self, source: DataObject, values: Sequence[Any]) -> Any:  # noqa: ANN401 - one of whatever there is
        """One of several."""
        return source.draw(sampled_from(list(values)))

    def row(self, source: DataObject, type_: str, who: Who) -> str:
        """An id: of a row that the caller sees; from the careless also another's, or nobody's."""
        found = in_use(self.both.world, type_, who, every=self.careless)
        nobody = [] if found and not self.careless else [self.both.world.client_id(type_, who.country)]
        return str(self.some(source, [*found, *nobody]))

    def own(self, source: DataObject, type_: str, who: Who) -> Cells:
        """A row that is changed, at the version that it has; the careless have seen another."""
        id_ = self.row(source, type_, who)
        kept = self.both.world.rows.get(id_)
        return {"id": id_, "version": (kept.version if kept else 1) + self.odd(source, 0, 1)}

    def fitting(self, source: DataObject, type_: str, who: Who, fits: Callable[[Kept], bool]) -> Cells:
        """A row that the caller sees, and that fits where there is one; any one from the careless."""
        given = self.own(source, type_, who)
        rows = [row for row in self.both.world.of(type_) if self.both.world.sees(who, row) and fits(row)]
        if not rows or self.careless:
            return given
        row = self.some(source, rows)
        return {"id": row.id, "version": row.version}

    def new(self, source: DataObject, type_: str, who: Who) -> Cells:
        """An id as a client makes it; from the careless one that is taken, or another country's."""
        world = self.both.world
        taken = [row.id for row in world.rows.values() if row.type == type_]
        other = world.client_id(type_, "KE" if who.country == "BE" else "BE")
        return {"id": self.odd(source, world.client_id(type_, who.country), *taken[:2], other)}

    def odd(self, source: DataObject, right: Any, *wrong: Any) -> Any:  # noqa: ANN401 - as `some`
        """What is right; sometimes something else from the careless."""
        return self.some(source, [right, right, *wrong]) if self.careless else right

    def day(self, source: DataObject, *usual: str) -> str:
        """A day that goes well; any day from the careless."""
        return str(self.some(source, (*DAYS, *EDGES) if self.careless else usual))

    def many(self, type_: str, most: int) -> bool:
        """Whether there are enough of a type for one sequence."""
        return sum(row.type == type_ for row in self.both.world.rows.values()) >= most

    def send(self, source: DataObject, who: Who, name: str, given: Cells) -> None:
        """One mutation in both, and a look at everything."""
        if source.draw(integers(0, 3)) == 0:
            given["idempotencyKey"] = self.odd(source, f"key {len(self.sent)}", "key 1", "key 2")
        self.sent.append((who, name, given))
        self.carry_out(who, name, given, source.draw(integers(0, 40)))

    def carry_out(self, who: Who, name: str, given: Cells, moment: int) -> None:
        """Both do it, and agree."""
        self.agrees = False
        self.wait(self.both.do(who, name, dict(given)))
        self.wait(self.both.check(moment))
        self.agrees = True

    def caller(self, source: DataObject, *, office: bool = False) -> Who:
        """Somebody, with care or without; most is done in Belgium."""
        self.careless = source.draw(integers(0, 2)) == 2
        names = ["office", "office", "office", "kenya"]
        if self.careless or not office:
            names += ["caseworker", "caseworker", "neighbour"]
        return self.both.everybody[self.some(source, names)]

    def teardown(self) -> None:
        """Who begins now comes to the same."""
        if self.agrees:
            self.wait(self.both.check_from_the_start())
        self.outcomes.update(self.both.outcomes)
