"""`Change { isMine operation idempotencyKey }`: whose operation wrote it, and which."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from countries.tenancy.caller import Caller, Tier
from tests.writes.operations import OPERATIONS

if TYPE_CHECKING:
    from tests.writes.writes import Row, Writes

CHANGES = """query Q($since: String, $types: [ChangedType!]) { changes(since: $since, types: $types, first: 1000) {
  head nodes { rowId kind isMine operation idempotencyKey } } }"""
HEAD = "{ changes(first: 1) { head } }"


async def head(writes: Writes, as_: str | Caller = "office") -> str:
    """Where a caller's feed is."""
    found: str = (await writes.send(HEAD, as_))["data"]["changes"]["head"]
    return found


async def since(writes: Writes, cursor: str, as_: str | Caller = "office", **more: object) -> list[Row]:
    """What was written since."""
    body = await writes.send(CHANGES, as_, since=cursor, **more)
    assert "errors" not in body, body
    found: list[Row] = body["data"]["changes"]["nodes"]
    return found


@pytest.mark.parametrize("name", sorted(OPERATIONS))
async def test_every_change_of_a_mutation_says_so(name: str, writes: Writes) -> None:
    """All rows that it wrote, copies and noticed ones among them, are its sender's, by its name and its key."""
    given = await OPERATIONS[name](writes)
    begun = await head(writes)
    await writes.ok(name, **given, idempotencyKey=f"whose-{name}")
    told = await since(writes, begun)
    assert told
    assert {(each["isMine"], each["operation"], each["idempotencyKey"]) for each in told} == {
        (True, name, f"whose-{name}")
    }


async def test_others_hear_of_it_and_not_of_the_key(writes: Writes) -> None:
    """A colleague is told which mutation it was, and that it was somebody else's; another country nothing at all."""
    office, worker = writes.callers["office"], writes.callers["caseworker"]
    colleague = replace(office, subject="olga")
    elsewhere = replace(office, issuer="https://other.example")
    readers: list[str | Caller] = [colleague, elsewhere, worker]
    begun = {str(each): await head(writes, each) for each in (*readers, "kenya")}
    await writes.ok("addCommunityPartner", name="Whose", kind="SCHOOL", idempotencyKey="a secret")
    for reader in readers:
        (told,) = await since(writes, begun[str(reader)], reader)
        assert (told["isMine"], told["operation"], told["idempotencyKey"]) == (False, "addCommunityPartner", None)
    assert await since(writes, begun["kenya"], "kenya") == []


@pytest.mark.parametrize("as_", ["region", "headquarters", "auditor"])
async def test_who_hears_of_no_change(as_: str, writes: Writes) -> None:
    """Whoever may not read the feed is not told by these fields either."""
    body = await writes.send(CHANGES, as_)
    assert body["data"] == {"changes": None}
    assert [error["extensions"]["code"] for error in body["errors"]] == ["FORBIDDEN"]


async def test_it_is_the_person_and_not_the_role(writes: Writes) -> None:
    """What somebody wrote as the office is theirs as a caseworker too."""
    office = writes.callers["office"]
    both = Caller(office.subject, Tier.CASEWORKER, ("BE",), writes.callers["caseworker"].programmes, office.issuer)
    begun = await head(writes, both)
    await writes.ok("addCommunityPartner", name="Both", kind="SCHOOL")
    (told,) = await since(writes, begun, both)
    assert (told["isMine"], told["idempotencyKey"]) == (True, None)


async def test_each_field_by_itself_and_by_type(writes: Writes) -> None:
    """They can be asked for alone, and where a page is narrowed to some types, for every caller."""
    for as_ in ("office", "caseworker"):
        begun = await head(writes, as_)
        await writes.ok("addCommunityPartner", as_, name="Alone", kind="SCHOOL", idempotencyKey=f"alone {as_}")
        await writes.home()
        (told,) = await since(writes, begun, as_, types=["COMMUNITY_PARTNER"])
        assert told["idempotencyKey"] == f"alone {as_}"
        for field, value in (
            ("isMine", True),
            ("operation", "addCommunityPartner"),
            ("idempotencyKey", f"alone {as_}"),
        ):
            text = f"query Q($since: String) {{ changes(since: $since, first: 1) {{ nodes {{ {field} }} }} }}"
            body = await writes.send(text, as_, since=begun)
            assert body["data"]["changes"]["nodes"] == [{field: value}]


async def test_what_was_written_before_it_was_kept(writes: Writes) -> None:
    """It is nobody's, and which mutation it was is not known."""
    begun = await head(writes)
    await writes.ok("addCommunityPartner", name="Old", kind="SCHOOL", idempotencyKey="old")
    await writes.operator.execute("UPDATE change SET writer = NULL, operation = NULL, key = NULL WHERE key = 'old'")
    (told,) = await since(writes, begun)
    assert (told["isMine"], told["operation"], told["idempotencyKey"]) == (False, None, None)


async def test_who_wrote_is_kept_without_a_name(writes: Writes) -> None:
    """The feed's rows hold a digest in the place of issuer and subject."""
    await writes.ok("addCommunityPartner", name="Nameless", kind="SCHOOL", idempotencyKey="nameless")
    (row,) = await writes.rows("SELECT * FROM change WHERE key = 'nameless'")
    office = writes.callers["office"]
    assert row["writer"] == office.writer
    assert office.subject not in str(row)
    assert office.issuer not in str(row)
