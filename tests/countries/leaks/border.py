"""Rows on the borders: what crosses from one programme to another, and one uuid in two countries."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from uuid import UUID

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    import asyncpg

    Add = Callable[..., Awaitable[None]]

PROGRAMME_SECRET = "secret-of-another-programme"
COUNTRY_SECRET = "secret-of-another-country"
SINCE = "2026-01-01"


def shared(number: int) -> str:
    """A uuid that a Belgian and a Kenyan row have in common."""
    return f"0199aaaa-0000-7000-8000-{number:012d}"


CHILD, HIDDEN_CHILD, GUEST = shared(1), shared(2), shared(3)
"""A caseworker's own child, its sister under another programme, and another programme's child in the own home."""
HOME, HIDDEN_HOME = shared(4), shared(5)
PROGRAMME, PARTNER = shared(6), shared(7)
VISIT, STAY, BOND, BOND_BACK, TIE, HIDDEN_TIE = (shared(number) for number in range(11, 17))
VOIDED = shared(17)
"""A placement of the own child in the own home, taken back: it never was."""
EXCEPTION, HIDDEN_EXCEPTION = shared(18), shared(19)
"""That these two placements broke a rule."""
SISTER = "Bertje"
"""The name that the caseworker's own bond shows."""
HIDDEN_HOME_NAME = "House by the water"
"""The name that the caseworker's own placement shows."""


def adder(operator: asyncpg.Connection[Any]) -> Add:
    """Adds one row to a table, its values by column: texts, whatever the columns' types are."""

    async def add(table: str, /, **values: str | UUID | None) -> None:
        names = list(values)
        statement = await operator.fetchval(
            "SELECT format('INSERT INTO %I (%s) SELECT %s FROM jsonb_populate_record(NULL::%I, $1::text::jsonb)',"
            " $1::text, string_agg(quote_ident(n), ', '), string_agg(quote_ident(n), ', '), $1)"
            " FROM unnest($2::text[]) AS n",
            table,
            names,
        )
        record = await operator.fetchval(
            "SELECT jsonb_object($1::text[], $2::text[])::text",
            names,
            [None if value is None else str(value) for value in values.values()],
        )
        await operator.execute(statement, record)

    return add


async def add_border_rows(operator: asyncpg.Connection[Any], own: UUID, other: UUID, kenyan: UUID) -> None:
    """Add them.

    Args:
        operator: a connection that may write every table.
        own: the Belgian programme that a caseworker is in.
        other: a Belgian programme that the caseworker is not in.
        kenyan: a programme in Kenya.
    """
    add = adder(operator)
    for country, programme, secret in (("BE", other, PROGRAMME_SECRET), ("KE", kenyan, COUNTRY_SECRET)):
        at = {"country_code": country}
        await add("programme", **at, id=PROGRAMME, name="Spring", kind="YOUTH_CARE", started_on=SINCE)
        await add("community_partner", **at, id=PARTNER, name=f"Club {country}", kind="EMPLOYER", locality=country)
        home: dict[str, str | UUID | None] = {
            "form": "SMALL_GROUP_HOME",
            "capacity": "9",
            "opened_on": SINCE,
            "locality": secret,
        }
        hidden = {"id": HIDDEN_HOME, "name": HIDDEN_HOME_NAME if country == "BE" else secret}
        await add("home", **at, **hidden, programme_id=programme, **home)
        mine = own if country == "BE" else kenyan
        word = None if country == "BE" else secret
        await add(
            "home", **at, id=HOME, name=word or "House in the trees", programme_id=mine, **{**home, "locality": word}
        )
        child = {**at, "sex": "UNKNOWN", "enrolled_on": SINCE}
        for number, whose, said in ((CHILD, mine, word), (HIDDEN_CHILD, programme, secret), (GUEST, programme, secret)):
            names = {"given_name": said or "Anna", "family_name": said, "interests": said, "first_language": None}
            await add("child", **child, **names, id=number, programme_id=whose, case_number=f"{said}-{number}")
        stay = {**at, "started_on": SINCE, "start_reason": "OTHER", "arrangement": "SMALL_GROUP_HOME"}
        shown = hidden["name"]
        await add(
            "placement", **stay, id=VISIT, child_id=CHILD, home_id=HIDDEN_HOME, programme_id=mine, home_name=shown
        )
        await add("placement", **stay, id=STAY, child_id=GUEST, home_id=HOME, programme_id=programme, home_name=secret)
        error = {"voided_at": f"{SINCE} 12:00+00", "void_reason": word or "Recorded for the wrong child."}
        taken_back: dict[str, str | UUID | None] = {
            **stay,
            "id": VOIDED,
            "child_id": CHILD,
            "home_id": HOME,
            "programme_id": mine,
            **error,
        }
        await add("placement", **taken_back, home_name=word or "House in the trees")
        bond: dict[str, str | UUID | None] = {**at, "started_on": SINCE, "kind": "FULL"}
        called = SISTER if country == "BE" else secret
        ends: dict[str, str | UUID | None] = {
            "child_id": CHILD,
            "sibling_id": HIDDEN_CHILD,
            "programme_id": mine,
            "sibling_name": called,
        }
        await add("sibling_bond", **bond, id=BOND, **ends)
        ends = {"child_id": HIDDEN_CHILD, "sibling_id": CHILD, "programme_id": programme, "sibling_name": secret}
        await add("sibling_bond", **bond, id=BOND_BACK, **ends)
        tie = {**at, "started_on": SINCE, "kind": "EMPLOYER", "partner_id": PARTNER}
        await add("community_link", **tie, id=TIE, child_id=CHILD, home_id=HIDDEN_HOME, programme_id=mine, note=word)
        await add(
            "community_link", **tie, id=HIDDEN_TIE, child_id=GUEST, home_id=HOME, programme_id=programme, note=secret
        )
        broken = {**at, "rule": "CAPACITY", "dated": SINCE}
        for number, stay_id, whose, who, where, said in (
            (EXCEPTION, VISIT, mine, CHILD, HIDDEN_HOME, word or "No other place."),
            (HIDDEN_EXCEPTION, STAY, programme, GUEST, HOME, secret),
        ):
            ends = {"placement_id": stay_id, "child_id": who, "home_id": where, "programme_id": whose}
            words = {"reason": said, "authorised_by": said}
            await add("placement_exception", **broken, **ends, **words, id=number)
        for uuid, where in ((VISIT, HIDDEN_HOME), (STAY, HOME), (VOIDED, HOME)):
            void = error["voided_at"] if uuid == VOIDED else None
            await add("home_stay", **at, id=uuid, home_id=where, started_on=SINCE, voided_at=void)
        await add_ledgers(add, country, mine, programme, word, secret)


async def add_ledgers(add: Add, country: str, own: UUID, other: UUID, word: str | None, secret: str) -> None:
    """What writes would have left behind: of the own programme, of another one, and of none."""
    at = {"country_code": country}
    who = {"issuer": "border", "subject": secret, "operation": "updateChild"}
    number = 0
    for type_, row, programme, said in (
        ("Child", CHILD, own, word),
        ("Child", HIDDEN_CHILD, other, secret),
        ("CommunityPartner", PARTNER, None, word),
    ):
        number += 1
        what: dict[str, str | UUID | None] = {"type": type_, "row_id": row, "programme_id": programme}
        await add("change", **at, **what, number=str(number), kind="UPDATED")
        for table in ("history_plain", "history_personal", "history_sensitive"):
            told = {**who, "subject": said or "carla", "reason": said, "before": None, "after": said or "a word"}
            await add(table, **at, **what, version="2", **told)
    await add("change_counter", **at, last=str(number))
    key = {"issuer": "border", "subject": "carla", "key": "a key", "path": "m", "digest": "0", "refusals": "{}"}
    await add("idempotency_key", **at, **key, ids=f"{{Child_{country}_{CHILD}}}")


async def tell_objects(operator: asyncpg.Connection[Any]) -> None:
    """What a write leaves in the history is an object; what is added here as a text becomes one."""
    for table in ("history_plain", "history_personal", "history_sensitive"):
        statement = (
            """SELECT format('UPDATE %I SET after = (''{"word": '' || after::text || ''}'')::jsonb', $1::text)"""
        )
        await operator.execute(await operator.fetchval(statement, table))
