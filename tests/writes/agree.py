"""Whether the graph and the model agree: outcomes, rows as each caller, history, the past, the feed, the invariants."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from graph.entities import graph_model
from tests.owning import stray_copies
from tests.writes.model import Cells, Draft, Kept, Outcome, Who, World
from tests.writes.model_columns import LINKS, OFFICE_TYPES, VALUES
from tests.writes.model_rules import OFFICE_ONLY
from tests.writes.model_stays import ALL_RULES
from tests.writes.writes import Json, Row, Writes, uuid_of

CONNECTIONS = {
    "Programme": "programmes", "Home": "homes", "Child": "children", "CareEpisode": "careEpisodes",
    "Placement": "placements",
    "SiblingBond": "siblingBonds", "CommunityLink": "communityLinks", "LegalStatus": "legalStatuses",
    "PlacementException": "placementExceptions", "GatekeepingAssessment": "gatekeepingAssessments", "Task": "tasks",
    "Caregiver": "caregivers", "CaregiverCheck": "caregiverChecks", "CaregiverAssignment": "caregiverAssignments",
    "TemporaryStay": "temporaryStays",
}  # fmt: skip
PAGE = 7
"""Small, so that a feed has several pages."""
MOST = 100
BOOKKEEPING = {"voidedAt", "note", "sex", "firstLanguage", "setting", "localKind"}
"""What the model leaves out of the past."""

INVARIANTS = {
    "each placement takes its days of the home": """
        SELECT count(*) FROM (
          SELECT country_code, id, home_id, started_on, ended_on, voided_at FROM placement
          UNION ALL SELECT country_code, id, home_id, started_on, ended_on, voided_at FROM temporary_stay
        ) p FULL JOIN home_stay s USING (country_code, id)
        WHERE (p.home_id, p.started_on, p.ended_on, p.voided_at) IS DISTINCT FROM
              (s.home_id, s.started_on, s.ended_on, s.voided_at)""",
    "each placement is told as it is to those whom its child belongs together with": """
        SELECT count(*) FROM placement p FULL JOIN sibling_stay s USING (country_code, id)
        WHERE (p.child_file_id, p.home_id, p.started_on, p.ended_on, p.voided_at) IS DISTINCT FROM
              (s.child_id, s.home_id, s.started_on, s.ended_on, s.voided_at)""",
    "one time in care at a time": """
        SELECT count(*) FROM care_episode a JOIN care_episode b USING (country_code, child_id)
        WHERE a.id < b.id AND a.voided_at IS NULL AND b.voided_at IS NULL
          AND daterange(a.started_on, a.ended_on) && daterange(b.started_on, b.ended_on)""",
    "one home at a time": """
        SELECT count(*) FROM placement a JOIN placement b USING (country_code, child_id)
        WHERE a.id < b.id AND a.voided_at IS NULL AND b.voided_at IS NULL
          AND daterange(a.started_on, a.ended_on) && daterange(b.started_on, b.ended_on)""",
    "nobody is planned into a full home without an exception on record": """
        SELECT count(*) FROM placement p JOIN home h ON (h.country_code, h.id) = (p.country_code, p.home_id)
        WHERE p.voided_at IS NULL AND p.started_on > DATE '2026-11-22' AND h.capacity < (
          SELECT count(*) FROM placement o WHERE (o.country_code, o.home_id) = (h.country_code, h.id)
            AND o.voided_at IS NULL AND o.started_on <= p.started_on
            AND (o.ended_on IS NULL OR o.ended_on > p.started_on))
          AND NOT EXISTS (SELECT FROM placement_exception e
            WHERE (e.country_code, e.home_id) = (h.country_code, h.id))""",
    "who has died lives nowhere, and an end by death is of a child who died": """
        SELECT count(*) FROM placement p JOIN child c ON (c.country_code, c.id) = (p.country_code, p.child_id)
        WHERE p.voided_at IS NULL AND ((c.died_on IS NULL AND p.end_reason = 'DEATH')
          OR (c.died_on IS NOT NULL AND (p.ended_on IS NULL OR p.ended_on > DATE '2026-11-23')))""",
    "who has died is in nobody's care, and care that ends by death is of a child who died": """
        SELECT count(*) FROM care_episode e JOIN child c ON (c.country_code, c.id) = (e.country_code, e.child_id)
        WHERE e.voided_at IS NULL AND ((c.died_on IS NULL AND e.destination = 'DEATH')
          OR (c.died_on IS NOT NULL AND e.ended_on IS NULL))""",
    "each bond has one back": """
        SELECT count(*) FROM sibling_bond b WHERE NOT EXISTS (SELECT FROM sibling_bond o
          WHERE (o.country_code, o.child_id, o.sibling_id, o.kind, o.started_on) =
                (b.country_code, b.sibling_id, b.child_id, b.kind, b.started_on)
            AND (o.ended_on, o.voided_at) IS NOT DISTINCT FROM (b.ended_on, b.voided_at))""",
    "nothing stands on a home that was taken back": """
        SELECT count(*) FROM home h JOIN (
          SELECT country_code, home_id FROM placement WHERE voided_at IS NULL
          UNION ALL SELECT country_code, home_id FROM community_link WHERE voided_at IS NULL
        ) row ON (row.country_code, row.home_id) = (h.country_code, h.id) WHERE h.voided_at IS NOT NULL""",
    **dict(stray_copies(graph_model())),
}
"""How many rows break each; the answer is none."""


def selection(type_: str) -> str:
    """Everything that is compared, each field under a name that no other type has."""
    values = [f"{type_}_{name}: {name}" for name in VALUES[type_]]
    links = [f"{type_}_{name}: {name} {{ id }}" for name in LINKS[type_]]
    return " ".join(["id", f"{type_}_version: version", *values, *links])


def seen_by(who: Who) -> dict[str, str]:
    """The connections whose type a caller may ask for."""
    office = who.programme is None
    return {type_: many for type_, many in CONNECTIONS.items() if office or type_ not in OFFICE_TYPES}


def of_all(who: Who, asked: Callable[[str], str]) -> str:
    """The same of every connection."""
    return " ".join(f"{many}(first: {MOST}) {{ nodes {{ {asked(name)} }} }}" for name, many in seen_by(who).items())


def everything(who: Who) -> str:
    """All that is compared."""
    return f"{{ {of_all(who, selection)} }}"


def past(who: Who) -> str:
    """What was known of it."""
    return f"query Past($instant: DateTime!) {{ {of_all(who, lambda _: 'id asKnownAt(instant: $instant)')} }}"


def feed(who: Who) -> str:
    """What has changed, page by page."""
    told = " ".join(f"... on {type_} {{ {selection(type_)} }}" for type_ in seen_by(who))
    return (
        f"query Feed($since: String) {{ changes(since: $since, first: {PAGE}) {{ pageInfo {{ hasNextPage endCursor }}"
        f" nodes {{ rowId type kind isGone node {{ id {told} }} }} }} }}"
    )


ENTRIES = f"(first: {MOST}) {{ nodes {{ id history(first: 60) {{ version operation before after }} }} }}"
"""Asked of a type at a time: all at once are more rows than one may ask for."""


@dataclass(slots=True)
class Copy:
    """What a device keeps: rows by id, and how far it has read."""

    rows: dict[str, Row] = field(default_factory=dict)
    cursor: str | None = None


@dataclass(slots=True)
class Agreement:
    """One world, written twice.

    Attributes:
        writes: the real one.
        world: the model.
        everybody: who writes and asks, by name.
        copies: what each one's device keeps.
    """

    writes: Writes
    everybody: Mapping[str, Who]
    world: World = field(default_factory=World)
    copies: dict[str, Copy] = field(default_factory=dict)
    outcomes: Counter[str] = field(default_factory=Counter)

    async def do(self, who: Who, name: str, given: Cells) -> None:
        """One mutation in both; both come to the same."""
        if name in OFFICE_ONLY and who.programme is not None:
            before = await self.writes.state()
            told = await self.writes.do(name, who.name, **given)
            assert [error["extensions"]["code"] for error in told.body["errors"]] == ["FORBIDDEN"], told.body
            assert await self.writes.state() == before
            return
        outcome = self.world.attempt(Draft(self.world, who, name, given), ALL_RULES[name])
        before = {} if outcome.wrote else await self.writes.state()
        told = await self.writes.do(name, who.name, **given)
        assert "errors" not in told.body, told.body
        self.outcomes[f"{name} {'done' if outcome.wrote else 'refused'}"] += 1
        said = set(told.refused)
        if outcome.one_of:
            assert len(said) == 1, (said, outcome.one_of)
            assert said <= outcome.one_of, (said, outcome.one_of)
        else:
            assert said == outcome.refused, (said, outcome.refused)
        if not outcome.wrote:
            await self._nothing_written(before)
        else:
            await self._name_new_rows(who)
            self.world.remember(await self.writes.value("SELECT to_json(clock_timestamp())#>>'{}'"))
        await self._shows(who, outcome, told.row)

    async def _nothing_written(self, before: Mapping[str, object]) -> None:
        after = await self.writes.state()
        changed = {name for name in before if before[name] != after[name]}
        assert changed <= {"idempotency_key"}, changed

    async def _shows(self, who: Who, outcome: Outcome, row: Json) -> None:
        rows = row if isinstance(row, list) else [row]
        told = [(each["id"], each["version"]) for each in rows if each is not None]
        kept = [self.world.rows[each] for each in outcome.ids]
        assert told == [(each.id, each.version) for each in kept if self.world.sees(who, each)]

    async def _name_new_rows(self, who: Who) -> None:
        """Learn the ids that the server made: a new row is known by what it holds."""
        office = Who("", who.country)
        unnamed = sorted(self.world.unnamed(), key=lambda row: list(CONNECTIONS).index(row.type))
        if not unnamed:
            return
        found = await self._rows(self.everybody["office" if who.country == "BE" else "kenya"])
        for row in unnamed:
            wanted = self.world.shown(office, row)
            same = [id_ for id_, each in found.items() if each == wanted | {"id": id_} and id_ not in self.world.rows]
            assert same, ("no row of the server is like", wanted)
            self.world.name(row.id, same[0])

    async def _rows(self, who: Who) -> dict[str, Row]:
        body = await self.writes.send(everything(who), who.name)
        assert "errors" not in body, body
        return {row["id"]: row for many in body["data"].values() for row in many["nodes"]}

    async def check(self, moment: int | None = None) -> None:
        """Everything agrees, for everybody."""
        for statement, query in INVARIANTS.items():
            assert await self.writes.value(query) == 0, statement
        await self._numbers()
        for who in self.everybody.values():
            rows = await self._rows(who)
            expected = self.world.visible(who)
            assert rows == expected, differing(rows, expected)
            copy = self.copies.setdefault(who.name, Copy())
            await self._follow(who, copy)
            assert in_copy(copy.rows) == in_copy(rows), differing(in_copy(copy.rows), in_copy(rows))
            if moment is not None and self.world.moments:
                await self._past(who, moment % len(self.world.moments))

    async def check_from_the_start(self) -> None:
        """Who begins with the first change, and who reads the history, comes to the same as everybody else."""
        for who in self.everybody.values():
            rows, copy = await self._rows(who), Copy()
            await self._follow(who, copy)
            assert in_copy(copy.rows) == in_copy(rows), differing(in_copy(copy.rows), in_copy(rows))
            for of in seen_by(who).values():
                body = await self.writes.send(f"{{ {of}{ENTRIES} }}", who.name)
                assert "errors" not in body, body
                (many,) = body["data"].values()
                for row in many["nodes"]:
                    kept = self.world.rows[row["id"]]
                    found = entries(row["history"])
                    assert found == written(kept, away(who, kept.type)), (found, written(kept, away(who, kept.type)))

    async def _follow(self, who: Who, copy: Copy) -> None:
        while True:
            body = await self.writes.send(feed(who), who.name, since=copy.cursor)
            assert "errors" not in body, body
            page = body["data"]["changes"]
            for change in page["nodes"]:
                kept = self.world.rows[change["rowId"]]
                assert kept.country == who.country
                seen = self.world.sees(who, kept)
                assert change["isGone"] == (not seen or kept.void), change
                assert (change["node"] is None) == (not seen), change
                if change["isGone"]:
                    copy.rows.pop(change["rowId"], None)
                else:
                    copy.rows[change["rowId"]] = change["node"]
            copy.cursor = page["pageInfo"]["endCursor"]
            if not page["pageInfo"]["hasNextPage"]:
                return

    async def _numbers(self) -> None:
        for country, told in self.world.feed.items():
            query = (
                "SELECT number, type, row_id, kind, programme_id FROM change WHERE country_code = $1 ORDER BY number"
            )
            rows = await self.writes.rows(query, country)
            assert [row["number"] for row in rows] == list(range(1, len(rows) + 1))
            found = Counter((row["type"], row["row_id"], row["kind"], row["programme_id"]) for row in rows)
            assert found == Counter((type_, uuid_of(id_), kind, uuid_of(whose)) for type_, id_, kind, whose in told)

    async def _past(self, who: Who, moment: int) -> None:
        instant, known = self.world.moments[moment]
        body = await self.writes.send(past(who), who.name, instant=instant)
        assert "errors" not in body, body
        for many in body["data"].values():
            for row in many["nodes"]:
                then = known.get(row["id"])
                # What the server has named since had a name of the model's own then.
                told = row["asKnownAt"]
                assert (told is None) == (then is None), (row, then)
                if told is not None and then is not None:
                    kept = {key: value for key, value in told.items() if key not in BOOKKEEPING}
                    assert kept == {key: then.get(key) for key in kept}, (row["id"], kept, then)
                    assert set(VALUES[row["id"].partition("_")[0]]) <= set(told) | BOOKKEEPING


def entries(history: list[Row]) -> list[Row]:
    """The history with the classes of a write together, the first write first."""
    found: dict[int, Row] = {}
    for entry in history:
        one = found.setdefault(
            entry["version"],
            {"operation": entry["operation"], "before": None, "after": {}, "version": entry["version"]},
        )
        one["after"] |= entry["after"]
        if entry["before"] is not None:
            one["before"] = (one["before"] or {}) | entry["before"]
    for one in found.values():
        for side in ("before", "after"):
            one[side] = one[side] and {key: value for key, value in one[side].items() if key != "voidedAt"}
    return [found[version] for version in sorted(found)]


def away(who: Who, type_: str) -> set[str]:
    """The links that a caseworker's history leaves out: they may lead to rows of other programmes."""
    return {*LINKS[type_]} - {"child", "partner"} if who.programme else set()


def written(row: Kept, left_out: set[str]) -> list[Row]:
    """The same by the model, without some links."""

    def told(cells: Cells | None) -> Row | None:
        return None if cells is None else {key: value for key, value in cells.items() if key not in left_out}

    return [
        {
            "version": entry.version,
            "operation": entry.operation,
            "before": told(entry.before),
            "after": told(entry.after),
        }
        for entry in row.past
    ]


def in_copy(rows: Mapping[str, Row]) -> dict[str, Row]:
    """What a device is told of: a link leads to a row that it has, and of a brother or sister it has the name."""
    return {id_: {key: linked(key, value, rows) for key, value in row.items()} for id_, row in rows.items()}


def linked(key: str, value: Json, rows: Mapping[str, Row]) -> Json:
    """A link, where it leads to a row that is there."""
    if isinstance(value, dict):
        return None if key == "SiblingBond_sibling" or value["id"] not in rows else value
    return value


def differing(one: Mapping[str, Row], other: Mapping[str, Row]) -> list[tuple[str, Row | None, Row | None]]:
    """The rows that are not the same in both."""
    return [(key, one.get(key), other.get(key)) for key in sorted({*one, *other}) if one.get(key) != other.get(key)]
