"""A small model of what is written: rows, who sees them, their history, the feed and the keys, in plain Python."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator
from copy import deepcopy
from dataclasses import dataclass, field
from typing import Any, TypeAlias

from tests.writes.model_columns import LINKS, OFFICE_TYPES, VALUES

Cells: TypeAlias = dict[str, Any]
Refusal: TypeAlias = tuple[str, str]
Write: TypeAlias = Callable[[], list[str]]

TODAY = "2026-11-22"
FIRST_ID = 0x0199BBBB_0000_7000_8000_000000000000


@dataclass(frozen=True, slots=True)
class Who:
    """A caller: of a country, and where it is a caseworker of one programme."""

    name: str
    country: str
    programme: str | None = None


@dataclass(frozen=True, slots=True)
class Entry:
    """What one write did to a row."""

    version: int
    operation: str
    before: Cells | None
    after: Cells


@dataclass(slots=True)
class Kept:
    """A row, and what was written of it."""

    type: str
    id: str
    cells: Cells
    version: int = 1
    void: bool = False
    past: list[Entry] = field(default_factory=list)

    @property
    def country(self) -> str:
        """Its country."""
        return self.id.split("_")[1]

    @property
    def programme(self) -> str:
        """Whose caseworkers see it."""
        return self.id if self.type == "Programme" else str(self.cells["programme"])


@dataclass(slots=True)
class Outcome:
    """What comes of a mutation.

    Attributes:
        refused: every refusal.
        one_of: constraints that it meets; the database tells of one.
        ids: the rows that it shows.
        wrote: whether something was written.
    """

    refused: set[Refusal] = field(default_factory=set)
    one_of: set[Refusal] = field(default_factory=set)
    ids: list[str] = field(default_factory=list)
    wrote: bool = False


@dataclass(slots=True)
class Draft:
    """One attempt: what is missing, what does not hold, what a constraint refuses, and what would be written."""

    world: World
    who: Who
    name: str
    given: Cells
    faults: set[Refusal] = field(default_factory=set)
    missing: set[Refusal] = field(default_factory=set)
    failed: set[Refusal] = field(default_factory=set)
    broken: set[Refusal] = field(default_factory=set)
    stale: str | None = None
    makes: set[str | None] = field(default_factory=set)

    def must(self, condition: object, code: str, path: str) -> None:
        """A rule that is checked."""
        if not condition:
            self.failed.add((code, f"input.{path}"))

    def alone(self, condition: object, code: str, path: str, *reads: str) -> None:
        """A rule that the input alone breaks; of a value that is at fault itself it is not asked."""
        faulty = {place for _, place in self.faults}
        if not condition and faulty.isdisjoint(f"input.{name}" for name in (path, *reads)):
            self.faults.add((code, f"input.{path}"))

    def holds(self, condition: object, code: str, path: str) -> None:
        """A rule that a constraint holds."""
        if not condition:
            self.broken.add((code, f"input.{path}"))

    def link(self, type_: str, name: str) -> Kept | None:
        """The row that an input names, as far as the caller sees it."""
        found = self.world.find(self.who, type_, self.given[name])
        if found is None:
            self.missing.add(("NOT_FOUND", f"input.{name}"))
        return found

    def own(self, type_: str) -> Kept | None:
        """The row that is changed."""
        found = self.world.find(self.who, type_, self.given["id"], void=True)
        if found is None:
            self.missing.add(("NOT_FOUND", "input.id"))
            return None
        if found.version != self.given["version"]:
            self.stale = found.id
        self.must(not found.void, "CONFLICT", "id")
        return found

    def new_id(self, type_: str) -> str:
        """The id that the client made, or one that only the server knows."""
        wanted = self.given.get("id")
        self.makes |= {wanted}
        self.holds(wanted not in self.world.rows, "CONFLICT", "id")
        return wanted or self.world.placeholder(type_)


@dataclass(slots=True)
class World:
    """Everything that is on record.

    Attributes:
        rows: by id.
        feed: by country, the entries of each write in any order: type, row, kind, programme.
        keys: what came of each key, by sender, key and response path, which is the name of the mutation here.
        made: what made a row under an id of the client's own, by sender and id.
        moments: what was known at an instant, by id.
        before_death: how and when each row was to end that a death has ended, by id.
    """

    rows: dict[str, Kept] = field(default_factory=dict)
    feed: dict[str, list[tuple[str, str, str, str]]] = field(default_factory=lambda: {"BE": [], "KE": []})
    keys: dict[tuple[str, str, str], tuple[str, Outcome]] = field(default_factory=dict)
    made: dict[tuple[str, str], tuple[str, Outcome]] = field(default_factory=dict)
    moments: list[tuple[str, dict[str, Cells]]] = field(default_factory=list)
    before_death: dict[str, Cells] = field(default_factory=dict)
    operation: str = ""
    last: Outcome = field(default_factory=Outcome)
    _made: int = 0

    def placeholder(self, type_: str) -> str:
        """An id of the model's own, until the server tells its."""
        self._made += 1
        return f"{type_}_?{self._made}"

    def client_id(self, type_: str, country: str) -> str:
        """An id as a client makes it."""
        self._made += 1
        digits = f"{FIRST_ID + self._made:032x}"
        parts = (digits[:8], digits[8:12], digits[12:16], digits[16:20], digits[20:])
        return f"{type_}_{country}_{'-'.join(parts)}"

    def sees(self, who: Who, row: Kept) -> bool:
        """Whether a caller sees a row."""
        if who.programme is not None and row.type in OFFICE_TYPES:
            return False
        return row.country == who.country and who.programme in (None, row.programme)

    def find(self, who: Who, type_: str, id_: str | None, *, void: bool = False) -> Kept | None:
        """A row by its id, as far as a caller sees it."""
        row = self.rows.get(id_ or "")
        there = row is not None and row.type == type_ and self.sees(who, row) and (void or not row.void)
        return row if there else None

    def of(self, type_: str, **cells: object) -> Iterator[Kept]:
        """The rows of a type that hold values, but for those recorded in error."""
        for row in list(self.rows.values()):
            if row.type == type_ and not row.void and all(row.cells[key] == value for key, value in cells.items()):
                yield row

    def shown(self, who: Who, row: Kept) -> Cells:
        """What a query answers of a row."""
        cells: Cells = {"id": row.id, f"{row.type}_version": row.version}
        for name in VALUES[row.type]:
            cells[f"{row.type}_{name}"] = row.cells.get(name)
        for name in LINKS[row.type]:
            target = self.rows.get(row.cells.get(name) or "")
            seen = target is not None and not target.void and self.sees(who, target)
            cells[f"{row.type}_{name}"] = {"id": row.cells[name]} if seen else None
        return cells

    def visible(self, who: Who) -> dict[str, Cells]:
        """Everything that lists show to a caller."""
        return {row.id: self.shown(who, row) for row in self.rows.values() if self.sees(who, row) and not row.void}

    def create(self, type_: str, id_: str, given: Cells, **rest: object) -> Kept:
        """A new row; `rest` is what nobody has given."""
        country = given["country"] if type_ == "Programme" else self.rows[given["programme"]].country
        given = {key: value for key, value in given.items() if key != "country"}
        row = Kept(type_, id_.replace("_?", f"_{country}_?"), {**rest, **given})
        row.past.append(Entry(1, self.operation, None, given))
        self.rows[row.id] = row
        self._tell(row, "CREATED", row.programme)
        return row

    def change(self, row: Kept, cells: Cells, *, void: bool = False) -> None:
        """Change a row; the history holds what it was."""
        before, left = {key: row.cells.get(key) for key in cells}, row.programme
        row.cells |= cells
        row.version += 1
        row.void = row.void or void
        if cells:
            row.past.append(Entry(row.version, self.operation, before, dict(cells)))
        self._tell(row, "VOIDED" if void else "UPDATED", row.programme)
        if row.programme != left:
            self._tell(row, "LEFT", left)

    def noticed(self, rows: Iterable[Kept]) -> None:
        """The feed tells of rows that stay as they are, and lead to one that came into view or went out of it."""
        for row in rows:
            self._tell(row, "UPDATED", row.programme)

    def _tell(self, row: Kept, kind: str, programme: str) -> None:
        self.feed[row.country].append((row.type, row.id, kind, programme))

    def name(self, made: str, id_: str) -> None:
        """The id of the model's own is the server's from now on, wherever it stands."""

        def told(value: object) -> object:
            return id_ if value == made else value

        row = self.rows.pop(made)
        row.id = id_
        self.rows[id_] = row
        for each in self.rows.values():
            each.cells = {key: told(value) for key, value in each.cells.items()}
            for entry in each.past:
                entry.after.update({key: told(value) for key, value in entry.after.items()})
        for entries in self.feed.values():
            entries[:] = [(type_, str(told(row_id)), kind, whose) for type_, row_id, kind, whose in entries]
        for outcome in (self.last, *(outcome for _, outcome in (*self.keys.values(), *self.made.values()))):
            outcome.ids = [str(told(each)) for each in outcome.ids]

    def unnamed(self) -> Iterable[Kept]:
        """The rows of which only the server knows the id."""
        return [row for row in self.rows.values() if "?" in row.id]

    def remember(self, instant: str) -> None:
        """What is known now, for ever."""
        self.moments.append((instant, {row.id: deepcopy(row.cells) for row in self.rows.values()}))

    def attempt(self, draft: Draft, rule: Callable[[Draft], Write | None]) -> Outcome:
        """Do a mutation, or say why not; what the sender has done before, and its row is there, counts as done."""
        write = rule(draft)
        if draft.faults:
            return Outcome(draft.faults)
        said = {name: value for name, value in draft.given.items() if name != "idempotencyKey"}
        digest = json.dumps([draft.name, said], sort_keys=True)
        key = draft.given.get("idempotencyKey")
        held = self.keys.get((draft.who.name, key, draft.name)) if key else None
        outcome = self._answer(draft, write, digest, held)
        id_ = said.get("id", "")
        made = self.made.get((draft.who.name, id_))
        if (outcome.refused or outcome.one_of) and made is not None and made[0] == digest:
            outcome = Outcome(ids=made[1].ids)
        elif outcome.wrote and id_ in draft.makes:
            self.made[draft.who.name, id_] = (digest, outcome)
        # What a constraint refuses leaves nothing behind.
        if key and not outcome.one_of and (held is None or held[0] == digest):
            self.keys[draft.who.name, key, draft.name] = (digest, outcome)
        return outcome

    def _answer(self, draft: Draft, write: Write | None, digest: str, held: tuple[str, Outcome] | None) -> Outcome:
        if held is not None:
            if held[0] != digest:
                return Outcome({("CONFLICT", "input.idempotencyKey")})
            return Outcome(held[1].refused, ids=held[1].ids)
        stale = {("CONFLICT", "input.version")} if draft.stale else set()
        outcome = Outcome(draft.missing | stale | draft.failed)
        if outcome.refused:
            outcome.ids = [draft.stale] if draft.stale else []  # a row that has changed is shown as it is
        elif draft.broken:
            return Outcome(one_of=draft.broken)
        else:
            assert write is not None
            self.operation = draft.name
            outcome.ids, outcome.wrote = write(), True
            self.last = outcome
        return outcome
