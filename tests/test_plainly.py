"""What a command says where the system refuses something."""

from __future__ import annotations

import errno

import click
import pytest
from click.testing import CliRunner

from graph.commands.errors import plainly


@pytest.mark.parametrize(
    ("error", "sentence"),
    [
        (
            OSError(errno.ENOSPC, "No space left on device", "/backups/today"),
            "/backups/today: No space left on device.",
        ),
        (OSError(errno.ENOSPC, "No space left on device"), "No space left on device."),
        (ConnectionRefusedError(errno.ECONNREFUSED, "Refused"), "The database cannot be reached."),
    ],
)
def test_a_fault_of_the_system_says_which_file(error: Exception, sentence: str) -> None:
    """A disk that is full, a folder that may not be read; an address that nobody answers at is the database's."""

    @plainly
    def command() -> None:
        raise error

    with pytest.raises(click.ClickException) as caught:
        command()
    assert caught.value.message.startswith(sentence)


def test_whoever_stops_reading_hears_of_no_database() -> None:
    """`hearth restore … | head -1` ends as any command in a pipe does."""

    @click.command()
    @plainly
    def command() -> None:
        raise BrokenPipeError(errno.EPIPE, "Broken pipe")

    ended = CliRunner().invoke(command)
    assert ended.exit_code == 1
    assert "database" not in ended.output
