"""Children who were recorded twice, across programmes: a file that left the caseworker's programme, one that came.

    own programme                another one
    LEFT_FIRST ─> LEFT ────────> LEFT_FOR      with stays, a bond and a tie: no longer the caseworker's
    CAME_FOR   <──────────────── CAME          with stays, a bond and a tie: the caseworker's since then

The records are taken back by `voidChild` itself, as the office. Beside them stand rows of each kind that can be.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from graph.execute.request import GraphQLRequest
from tests.countries.leaks.border import (
    CHILD,
    COUNTRY_SECRET,
    GUEST,
    HIDDEN_HOME,
    HIDDEN_HOME_NAME,
    PARTNER,
    PROGRAMME_SECRET,
    SINCE,
    adder,
    shared,
)

if TYPE_CHECKING:
    from collections.abc import Iterator
    from uuid import UUID

    import asyncpg

    from countries.tenancy.caller import Caller
    from graph.execute.engine import Engine

    Row = dict[str, str | UUID | None]

LEFT_FIRST, LEFT, LEFT_FOR = shared(21), shared(22), shared(23)
"""Two records of the caseworker's, one taken back for the other, and this one for a record of another programme."""
CAME, CAME_FOR = shared(24), shared(25)
"""Another programme's record, taken back for one of the caseworker's."""
SIBLING, SISTER, ALIKE = shared(26), shared(27), shared(28)
"""The caseworker's: one who is bound to both files, a sister of that one, and one who may be the same child."""
ERROR = shared(29)
"""The caseworker's, made in error: taken back, and for nobody."""
LIVED_IN = shared(30)
"""A home of the caseworker's in which those lived who have left."""
LEFT_STAYS, CAME_STAY = (shared(31), shared(32)), shared(33)
LEFT_EXCEPTION, CAME_EXCEPTION = shared(34), shared(35)
LEFT_BOND, BOND_TO_LEFT, CAME_BOND, BOND_TO_CAME = (shared(number) for number in range(36, 40))
LEFT_TIE, CAME_TIE = shared(40), shared(41)
SISTERS = (shared(42), shared(43))
YEARS = (shared(44), shared(45))
"""Of the caseworker's programme and of another one."""
TAKEN_BACK = tuple(shared(number) for number in range(51, 61))
CALLED = "Zénobrixe"
"""Of all of these; nobody else is."""
ONCE_CALLED = "Quirine"
"""Of the record that came, before it was taken back."""
SIBLING_CALLED = "Xaveria"
WHY = "She was recorded twice."
BORN = {"birth_date": "2015-05-01", "birth_date_precision": "DAY"}
RECORDS = ((LEFT_FIRST, LEFT, True), (LEFT, LEFT_FOR, True), (CAME, CAME_FOR, False))
"""The records that are taken back, for which ones, and whether the other programme alone may know why."""
TAKE_BACK = "mutation ($input: VoidChildInput!) { voidChild(input: $input) { errors { code reason path } } }"


async def add_twice_recorded(operator: asyncpg.Connection[Any], own: UUID, other: UUID, kenyan: UUID) -> None:
    """Add the records, none of them taken back yet, and the rows that were. Arguments as of `add_border_rows`."""
    add = adder(operator)
    for country, secret, mine, theirs in (
        ("BE", PROGRAMME_SECRET, own, other),
        ("KE", COUNTRY_SECRET, kenyan, kenyan),
    ):
        rows = _Rows(country, mine, theirs, None if country == "BE" else secret, secret)
        for table, row in (*rows.records(), *rows.files(), *rows.taken_back(), *rows.ledgers()):
            await add(table, **row)
        await operator.execute("UPDATE change_counter SET last = last + 4 WHERE country_code = $1", country)


async def take_records_back(engine: Engine, offices: tuple[Caller, ...]) -> None:
    """Take the records back in each office's country."""
    for office in offices:
        country = office.country
        for gone, stays, is_secret in RECORDS:
            secret = COUNTRY_SECRET if country == "KE" else PROGRAMME_SECRET
            given: dict[str, Any] = {
                "id": f"Child_{country}_{gone}",
                "version": 1,
                "reason": secret if is_secret or country == "KE" else WHY,
                "sameAsId": f"Child_{country}_{stays}",
            }
            answer = await engine.answer(GraphQLRequest(TAKE_BACK, variables={"input": given}), office)
            assert answer.body == b'{"data":{"voidChild":{"errors":[]}}}', answer.body


class _Rows:
    """The rows of one country.

    Args:
        country: its code.
        own: the caseworker's programme.
        other: another one.
        word: what stands in place of a word that the caseworker reads.
        secret: what it may never read.
    """

    def __init__(self, country: str, own: UUID, other: UUID, word: str | None, secret: str) -> None:
        self.own, self.other, self.word, self.secret = own, other, word, secret
        self.at: Row = {"country_code": country}

    def records(self) -> Iterator[tuple[str, Row]]:
        """The children. What a bond repeats of one who has left, its siblings' programme goes on reading."""
        called = self.word or CALLED
        yield from self._child(LEFT_FIRST, self.own, self.secret, self.secret)
        yield from self._child(LEFT, self.own, self.secret, self.secret)
        yield from self._child(LEFT_FOR, self.other, called, None, interests=self.secret)
        yield from self._child(CAME, self.other, self.word or ONCE_CALLED, self.word)
        yield from self._child(CAME_FOR, self.own, called, self.word)
        yield from self._child(SIBLING, self.own, self.word or SIBLING_CALLED, self.word, birth_date="2012-01-01")
        yield from self._child(SISTER, self.own, self.word or "Sis", self.word, birth_date="2010-01-01")
        yield from self._child(ALIKE, self.own, (self.word or "zenobrixe"), self.word, birth_date="2015-05-20")
        yield from self._child(ERROR, self.own, called, self.word, **self._void())

    def files(self) -> Iterator[tuple[str, Row]]:
        """What stands in their files, and what leads to them."""
        own, other, word, secret = self.own, self.other, self.word, self.secret
        where = self.word or "House on the hill"
        home = {"name": where, "form": "SMALL_GROUP_HOME", "capacity": "4", "opened_on": SINCE, "locality": word}
        yield "home", {**self.at, "id": LIVED_IN, "programme_id": own, **home}
        ends = ("2026-01-20", "2026-02-10")
        for id_, child, started, ended in zip(
            LEFT_STAYS, (LEFT_FIRST, LEFT), ("2026-01-05", "2026-02-01"), ends, strict=True
        ):
            stay: Row = {"started_on": started, "ended_on": ended, "end_reason": "MOVE"}
            yield from self._stay(id_, child, LIVED_IN, own, where, **stay)
        shown = HIDDEN_HOME_NAME if word is None else secret
        yield from self._stay(CAME_STAY, CAME, HIDDEN_HOME, other, shown, started_on="2026-02-01")
        for id_, stay_id, child, where_id, whose, said in (
            (LEFT_EXCEPTION, LEFT_STAYS[1], LEFT, LIVED_IN, own, secret),
            (CAME_EXCEPTION, CAME_STAY, CAME, HIDDEN_HOME, other, word or "No other place."),
        ):
            row: Row = {"placement_id": stay_id, "child_id": child, "home_id": where_id, "programme_id": whose}
            said_of: Row = {"rule": "CAPACITY", "dated": "2026-02-01", "reason": said, "authorised_by": said}
            yield "placement_exception", {**self.at, "id": id_, **row, **said_of}
        called, sibling = word or CALLED, word or SIBLING_CALLED
        yield self._bond(LEFT_BOND, LEFT, SIBLING, own, secret)
        yield self._bond(BOND_TO_LEFT, SIBLING, LEFT, own, called)
        yield self._bond(CAME_BOND, CAME, SIBLING, other, sibling)
        yield self._bond(BOND_TO_CAME, SIBLING, CAME, own, word or ONCE_CALLED)
        yield self._bond(SISTERS[0], SIBLING, SISTER, own, word or "Sis")
        yield self._bond(SISTERS[1], SISTER, SIBLING, own, sibling)
        yield self._tie(LEFT_TIE, LEFT, LIVED_IN, own, secret)
        yield self._tie(CAME_TIE, CAME, HIDDEN_HOME, other, word)
        for id_, whose, budget in zip(YEARS, (own, other), ("1001.00", "2002.00"), strict=True):
            # In Kenya both are of one programme, which has one row a year.
            year = str(1950 + YEARS.index(id_))
            yield "programme_year", {**self.at, "id": id_, "programme_id": whose, "year": year, "annual_budget": budget}

    def taken_back(self) -> Iterator[tuple[str, Row]]:
        """Of each kind that can be taken back a row of the own programme, and one of another."""
        ids, void = iter(TAKEN_BACK), self._void()
        home = {"form": "SMALL_GROUP_HOME", "capacity": "4", "opened_on": SINCE}
        for whose, child, said in ((self.own, CHILD, self.word), (self.other, GUEST, self.secret)):
            of: Row = {**self.at, "programme_id": whose, **void, "void_reason": said or WHY}
            yield "home", {**of, "id": next(ids), "name": said or "House of error", "locality": said, **home}
            bond: Row = {"child_id": child, "sibling_id": SISTER, "sibling_name": said or "Sis", "kind": "FULL"}
            yield "sibling_bond", {**of, "id": next(ids), **bond, "started_on": SINCE}
            tie: Row = {"child_id": child, "partner_id": PARTNER, "note": said, "kind": "EMPLOYER"}
            yield "community_link", {**of, "id": next(ids), **tie, "started_on": SINCE}
            yield "programme_year", {**of, "id": next(ids), "year": "1960"}
        common: Row = {**self.at, **void, "void_reason": self.word or WHY}
        club = {"name": self.word or "Club of error", "kind": "EMPLOYER", "locality": self.word}
        yield "community_partner", {**common, "id": next(ids), **club}
        course = {"name": "Spring of error", "kind": "YOUTH_CARE", "started_on": SINCE}
        yield "programme", {**common, "id": next(ids), **course}

    def ledgers(self) -> Iterator[tuple[str, Row]]:
        """What was written of both files before anything of them was taken back."""
        for number, (type_, row, whose, said) in enumerate(
            (
                ("Child", LEFT, self.own, self.secret),
                ("Placement", LEFT_STAYS[0], self.own, self.secret),
                ("Child", CAME, self.other, self.word or WHY),
                ("Placement", CAME_STAY, self.other, self.word or WHY),
            ),
            start=4,
        ):
            what: Row = {**self.at, "type": type_, "row_id": row, "programme_id": whose}
            yield "change", {**what, "number": str(number), "kind": "UPDATED"}
            told: Row = {"issuer": "border", "subject": said, "operation": "updateChild", "reason": said}
            for table in ("history_personal", "history_sensitive"):
                yield table, {**what, "version": "1", **told, "before": None, "after": said}

    def _child(
        self, id_: str, programme: UUID, name: str, family: str | None, **more: str | UUID | None
    ) -> Iterator[tuple[str, Row]]:
        whose: Row = {**self.at, "id": id_, "programme_id": programme, "case_number": f"{name}-{id_}"}
        about: Row = {"given_name": name, "family_name": family, "sex": "FEMALE", "enrolled_on": SINCE, **BORN}
        yield "child", {**whose, **about, **more}

    def _stay(
        self, id_: str, child: str, home: str, programme: UUID, shown: str, **more: str | UUID | None
    ) -> Iterator[tuple[str, Row]]:
        days = {name: day for name, day in more.items() if name in ("started_on", "ended_on")}
        row: Row = {"child_id": child, "home_id": home, "programme_id": programme, "home_name": shown}
        yield (
            "placement",
            {**self.at, "id": id_, **row, "start_reason": "OTHER", "arrangement": "SMALL_GROUP_HOME", **more},
        )
        yield "home_stay", {**self.at, "id": id_, "home_id": home, **days}
        yield "sibling_stay", {**self.at, "id": id_, "child_id": child, "home_id": home, **days}

    def _bond(self, id_: str, child: str, sibling: str, programme: UUID, name: str) -> tuple[str, Row]:
        ends: Row = {"child_id": child, "sibling_id": sibling, "programme_id": programme, "sibling_name": name}
        return "sibling_bond", {**self.at, "id": id_, **ends, "kind": "FULL", "started_on": SINCE}

    def _tie(self, id_: str, child: str, home: str, programme: UUID, note: str | None) -> tuple[str, Row]:
        ends: Row = {"child_id": child, "home_id": home, "partner_id": PARTNER, "programme_id": programme}
        return "community_link", {**self.at, "id": id_, **ends, "kind": "EMPLOYER", "started_on": SINCE, "note": note}

    def _void(self) -> Row:
        return {"voided_at": f"{SINCE} 12:00+00", "void_reason": self.word or WHY}
