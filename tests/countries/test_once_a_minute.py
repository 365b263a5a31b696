"""Lines that may be due a thousand times a second: one a minute of each kind, and no count is lost."""

from __future__ import annotations

import asyncio
import logging
from random import Random
from typing import Any

import pytest

from countries.connections import once_a_minute
from countries.connections.once_a_minute import MOST_KEYS, SECONDS, OnceAMinute
from tests.log_lines import ours

logger = logging.getLogger("hearth.test")


class Clock:
    """Seconds that go on when they are told to."""

    def __init__(self) -> None:
        self.now = 1_000.0

    def __call__(self) -> float:
        """The present second."""
        return self.now


def lines(caplog: pytest.LogCaptureFixture) -> list[tuple[str, dict[str, Any]]]:
    """Message and fields of each line."""
    return [(record.getMessage(), record.__dict__["fields"]) for record in ours(caplog)]


@pytest.fixture(autouse=True)
def _all_lines(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG, "hearth.test")


def test_the_first_is_written_at_once(caplog: pytest.LogCaptureFixture) -> None:
    """A line has its message, level and fields, and that it was due once."""
    OnceAMinute(logger, Clock()).say("full", "No room.", logging.ERROR, {"state": "53100"})
    assert lines(caplog) == [("No room.", {"state": "53100", "times": 1})]
    assert ours(caplog)[0].levelno == logging.ERROR


def test_the_others_are_counted(caplog: pytest.LogCaptureFixture) -> None:
    """Within a minute nothing more is written; the next line says how many there were, itself too."""
    clock = Clock()
    often = OnceAMinute(logger, clock)
    for _ in range(500):
        often.say("full", "No room.")
    clock.now += SECONDS - 0.001
    often.say("full", "No room.")
    assert [fields["times"] for _, fields in lines(caplog)] == [1]
    clock.now += 0.001
    often.say("full", "No room.", fields={"tier": "office"})
    assert lines(caplog)[1:] == [("No room.", {"tier": "office", "times": 501})]


def test_kinds_do_not_hold_each_other_back(caplog: pytest.LogCaptureFixture) -> None:
    """Each key has a minute of its own."""
    often = OnceAMinute(logger, Clock())
    for key in ("full", "away", "full"):
        often.say(key, key)
    assert [message for message, _ in lines(caplog)] == ["full", "away"]


def test_what_is_held_back_is_written_at_the_end(caplog: pytest.LogCaptureFixture) -> None:
    """A flush writes what is left, once, and nothing where nothing is left."""
    often = OnceAMinute(logger, Clock())
    for _ in range(3):
        often.say("full", "No room.")
    often.flush()
    often.flush()
    assert [fields["times"] for _, fields in lines(caplog)] == [1, 2]


async def test_a_burst_that_is_over_is_told(caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where a loop runs, a count is written when its minute is over, though no further line comes."""
    monkeypatch.setattr(once_a_minute, "SECONDS", 0.05)
    monkeypatch.setattr(once_a_minute, "LATER", 0.01)
    often = OnceAMinute(logger)
    for _ in range(4):
        often.say("full", "No room.")
    async with asyncio.timeout(60):
        while sum(fields["times"] for _, fields in lines(caplog)) < 4:  # noqa: ASYNC110 - nobody tells
            await asyncio.sleep(0.02)
    assert lines(caplog)[0][1]["times"] == 1
    assert len(lines(caplog)) > 1


def test_the_memory_is_bounded_and_loses_no_count(caplog: pytest.LogCaptureFixture) -> None:
    """Whatever is said, and when, all `times` together are as many as were said, and few kinds are remembered."""
    clock, random = Clock(), Random(14)  # noqa: S311 - a seed, so that a failure comes again
    often = OnceAMinute(logger, clock)
    said = 20_000
    for _ in range(said):
        clock.now += random.choice((0.0, 0.001, 1.0))
        often.say(random.randrange(3 * MOST_KEYS) if random.random() < 0.5 else 0, "line")
        if random.random() < 0.01:
            often.due()
        assert len(often._said) <= MOST_KEYS
    often.flush()
    assert sum(fields["times"] for _, fields in lines(caplog)) == said
    assert not often._said
