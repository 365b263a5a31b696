"""The languages of a home: codes of ISO 639, the most spoken first, each once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.writes.operations import seen

if TYPE_CHECKING:
    from tests.writes.writes import Writes

REFUSED = [(["nl", "xx"], "NO_MEMBER"), (["nl", "nl"], "NAMED_TWICE"), ([], "EMPTY"), (["NL"], "NO_MEMBER")]


async def test_a_home_says_its_languages_in_their_order(writes: Writes) -> None:
    """As they were given, also as they were known before; nobody else's home is told of them."""
    home = await writes.home(languages=["nl", "fr"])
    assert (await writes.get("home", "languages", "caseworker", id=home["id"]))["languages"] == ["nl", "fr"]
    assert await writes.get("home", "languages", "kenya", id=home["id"]) is None
    at = await writes.value("SELECT clock_timestamp()")
    await writes.ok("updateHome", **seen(home), languages=["fr", "nl", "tzm"])
    shows = f'languages history {{ before after }} asKnownAt(instant: "{at.isoformat()}")'
    told = await writes.get("home", shows, id=home["id"])
    assert told["languages"] == ["fr", "nl", "tzm"]
    assert {"languages": ["nl", "fr"]} in [each["before"] for each in told["history"]]
    assert told["asKnownAt"]["languages"] == ["nl", "fr"]


async def test_what_is_no_language_is_refused(writes: Writes) -> None:
    """At its place in the list; nothing is half-written."""
    home = await writes.home(languages=["nl"])
    for languages, reason in REFUSED:
        told = await writes.do("updateHome", **seen(home), languages=languages)
        assert told.reasons == {reason}, languages
    assert (await writes.get("home", "languages", id=home["id"]))["languages"] == ["nl"]
    await writes.ok("updateHome", **seen(home), languages=None)
