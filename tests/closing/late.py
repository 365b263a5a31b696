"""Whoever enters late at random: placements back-dated, corrected and voided, births, sexes, homes, ties."""

from __future__ import annotations

from collections import Counter
from collections.abc import Coroutine, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any, ClassVar, TypeAlias, TypeVar

from hypothesis.stateful import RuleBasedStateMachine, initialize, rule
from hypothesis.strategies import DataObject, booleans, data, dates, integers, none, sampled_from

from graph.indicators.period import Period
from tests.closing.office import Office

Row: TypeAlias = Mapping[str, Any]
Given: TypeAlias = dict[str, object]
Found = TypeVar("Found")

COUNTRIES = ("BE", "KE", "NL")
BEGIN, END = date(2024, 11, 1), date(2026, 2, 28)
"""Around the year that is closed."""
PERIODS = (Period(2025), Period(2025, None, 12))
ROWS = {
    "Placement": "SELECT * FROM placement WHERE country_code = $1 AND voided_at IS NULL ORDER BY started_on, id",
    "Child": "SELECT * FROM child WHERE country_code = $1 ORDER BY id",
    "Home": "SELECT * FROM home WHERE country_code = $1 ORDER BY id",
    "Programme": "SELECT * FROM programme WHERE country_code = $1 ORDER BY id",
    "CommunityLink": "SELECT * FROM community_link WHERE country_code = $1 AND child_id IS NOT NULL ORDER BY id",
}
FORMS = ("SOS_FAMILY", "FOSTER_FAMILY", "SMALL_GROUP_HOME", "YOUTH_HOME")
SEXES = ("FEMALE", "MALE", "UNKNOWN")
LEFT = ("MOVE", "HOME_CLOSED", "OTHER")
WHY: Given = {"reason": "At night.", "authorisedBy": "Director"}


@dataclass(slots=True)
class Pick:
    """Chooses from a country's rows.

    Attributes:
        country: whose rows they are.
        rows: all of them, by type.
        source: what chooses.
    """

    country: str
    rows: Mapping[str, list[Row]]
    source: DataObject

    def row(self, type_: str) -> Row:
        """Any row of a type."""
        return self.source.draw(sampled_from(self.rows[type_]))

    def id(self, type_: str, row: Row | None = None) -> str:
        """Its global id."""
        return self.link(type_, (row or self.row(type_))["id"])

    def link(self, type_: str, number: object) -> str:
        """The global id of a row that another one names."""
        return f"{type_}_{self.country}_{number}"

    def own(self, type_: str) -> Given:
        """A row that is changed."""
        row = self.row(type_)
        return {"id": self.id(type_, row), "version": row["version"]}

    def one(self, *values: object) -> Any:  # noqa: ANN401 - one of whatever there is
        """One of several."""
        return self.source.draw(sampled_from(values))

    def perhaps(self) -> bool:
        """One time in two."""
        return self.source.draw(booleans())

    def day(self) -> str:
        """A day around the closed year."""
        return self.source.draw(dates(BEGIN, END)).isoformat()


def end_placement(pick: Pick) -> Given:
    """Who still lives there left long ago."""
    still = [row for row in pick.rows["Placement"] if row["ended_on"] is None]
    row = pick.source.draw(sampled_from(still))
    return {
        "id": pick.id("Placement", row), "version": row["version"], "endedOn": pick.day(), "endReason": pick.one(*LEFT),
    }  # fmt: skip


def correct_placement(pick: Pick) -> Given:
    """Another home, or a few days earlier or later."""
    row = pick.row("Placement")
    given: Given = {"id": pick.id("Placement", row), "version": row["version"], "reason": "Copied wrongly."}
    moved = timedelta(days=pick.source.draw(integers(-20, 20)))
    if row["ended_on"] is not None and pick.perhaps():
        given["endedOn"] = (row["ended_on"] + moved).isoformat()
    elif pick.perhaps():
        given["startedOn"] = (row["started_on"] + moved).isoformat()
    else:
        given |= {"homeId": pick.id("Home"), "exception": WHY}
    return given


def void_placement(pick: Pick) -> Given:
    """It never was."""
    return pick.own("Placement") | {"reason": "Another child."}


def place_child(pick: Pick) -> Given:
    """Somebody came again, the same day or later."""
    still = {row["child_id"] for row in pick.rows["Placement"] if row["ended_on"] is None}
    gone = [row for row in pick.rows["Placement"] if row["child_id"] not in still]
    row = pick.source.draw(sampled_from(gone))
    later = row["ended_on"] + timedelta(days=pick.source.draw(integers(0, 300)))
    return {
        "childId": pick.link("Child", row["child_id"]), "homeId": pick.id("Home"), "startedOn": later.isoformat(),
        "exception": WHY,
    }  # fmt: skip


def admit_child(pick: Pick) -> Given:
    """Somebody came whom nobody had entered."""
    home = pick.row("Home")
    given: Given = {
        "caseNumber": f"late {len(pick.rows['Child'])}", "givenName": "Ada", "sex": pick.one(*SEXES),
        "reasonForCare": "NEGLECT", "programmeId": pick.link("Programme", home["programme_id"]),
        "homeId": pick.id("Home", home), "startedOn": pick.day(), "exception": WHY,
    }  # fmt: skip
    if pick.perhaps():
        given["birthDate"] = f"{pick.source.draw(integers(2006, 2024))}-03-01"
    if pick.perhaps():
        given["siblings"] = [{"siblingId": pick.id("Child"), "kind": "FULL"}]
    return given


def update_child(pick: Pick) -> Given:
    """Older, younger, of unknown birth, of another sex."""
    given = pick.own("Child")
    born = pick.source.draw(dates(date(2005, 1, 1), date(2024, 1, 1)) | none())
    given |= {"birthDate": born and born.isoformat()} if pick.perhaps() else {"sex": pick.one(*SEXES)}
    return given


def update_home(pick: Pick) -> Given:
    """More places."""
    return pick.own("Home") | {"capacity": pick.one(8, 12, 20)}


def open_home(pick: Pick) -> Given:
    """It has been there for a while."""
    return {
        "programmeId": pick.id("Programme"), "name": "House", "form": pick.one(*FORMS), "capacity": pick.one(2, 6),
        "openedOn": pick.day(),
    }  # fmt: skip


def close_home(pick: Pick) -> Given:
    """Where nobody lives any more."""
    lived_in = {row["home_id"] for row in pick.rows["Placement"] if row["ended_on"] is None}
    left = [row for row in pick.rows["Home"] if row["id"] not in lived_in and row["closed_on"] is None]
    if not left:
        return pick.own("Home") | {"closedOn": pick.day()}
    row = pick.source.draw(sampled_from(left))
    return {"id": pick.id("Home", row), "version": row["version"], "closedOn": pick.day()}


def add_community_link(pick: Pick) -> Given:
    """A school, a club."""
    return {"childId": pick.id("Child"), "kind": pick.one("SCHOOL", "SPORTS_CLUB"), "startedOn": pick.day()}


def end_community_link(pick: Pick) -> Given:
    """It is over."""
    return pick.own("CommunityLink") | {"endedOn": pick.day()}


def record_sibling_bond(pick: Pick) -> Given:
    """Two turn out to be brothers or sisters."""
    return {"childId": pick.id("Child"), "siblingId": pick.id("Child"), "kind": "HALF"}


def move_to_programme(pick: Pick) -> Given:
    """Another programme is responsible."""
    return pick.own("Child") | {"programmeId": pick.id("Programme")}


WRITES = {
    "endPlacement": end_placement, "correctPlacement": correct_placement, "voidPlacement": void_placement,
    "placeChild": place_child, "admitChild": admit_child, "updateChild": update_child, "updateHome": update_home,
    "openHome": open_home, "closeHome": close_home, "addCommunityLink": add_community_link,
    "endCommunityLink": end_community_link, "recordSiblingBond": record_sibling_bond,
    "moveToProgramme": move_to_programme,
}  # fmt: skip
OFTEN = ("endPlacement", "correctPlacement", "voidPlacement", "updateChild")
"""What most figures hang on."""


@dataclass(slots=True)
class Done:
    """What came of all sequences.

    Attributes:
        writes: how many of each mutation were done.
        restated: how many releases were replaced.
        kept: in how many of them a country's counts were kept.
    """

    writes: Counter[str] = field(default_factory=Counter)
    restated: int = 0
    kept: int = 0


class Late(RuleBasedStateMachine):
    """Enters late, and has closed periods counted once more in between."""

    done: ClassVar[Done] = Done()

    def wait(self, task: Coroutine[Any, Any, Found]) -> Found:
        """Do it where the database is."""
        raise NotImplementedError

    async def begin(self) -> Office:
        """A federation with its periods closed."""
        raise NotImplementedError

    async def restate(self, period: Period) -> None:
        """Close it once more, and compare."""
        raise NotImplementedError

    @initialize()
    def closed(self) -> None:
        """A federation of its own for each sequence."""
        self.office = self.wait(self.begin())

    @rule(source=data(), country=sampled_from(COUNTRIES), many=integers(3, 8), period=sampled_from((None, *PERIODS)))
    def write(self, source: DataObject, country: str, many: int, period: Period | None) -> None:
        """A country enters something, and perhaps a period is closed once more.

        What is refused is none of this test's business.
        """
        for _ in range(many):
            pick = Pick(country, self.wait(self.rows(country)), source)
            name = source.draw(sampled_from((*sorted(WRITES), *OFTEN)))
            if self.wait(self.office.write(name, country, **WRITES[name](pick))):
                self.done.writes[name] += 1
        if period is not None:
            self.wait(self.restate(period))

    async def rows(self, country: str) -> dict[str, list[Row]]:
        """A country's rows."""
        found: dict[str, list[Row]] = {}
        for type_, query in ROWS.items():
            found[type_] = [dict(row) for row in await self.office.operator.fetch(query, country)]
        return found

    def teardown(self) -> None:
        """In the end all of them."""
        for period in PERIODS:
            self.wait(self.restate(period))
