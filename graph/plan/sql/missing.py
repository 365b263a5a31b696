"""What a statement may find missing, told in its side column `cursors`, and what the caller hears of it."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING

from graph.errors import BadUserInput, Conflict, HearthError, NotFound
from graph.reasons import Reason

if TYPE_CHECKING:
    from collections.abc import Sequence

    from graph.plan.tree.sources import Path


LOAD_ANEW = "Load everything again, and go on from the `head` of `changes`."
"""What to do where a cursor of the feed cannot be followed."""


class NotThere(Enum):
    """Something that an argument names and that is not there; its field is null."""

    ROW = (
        BadUserInput,
        "The row that the cursor names is not there.",
        "Start again without a cursor.",
        Reason.WRONG_CURSOR,
    )
    CHANGES = (
        Conflict, "The cursor is of no place in the feed as it is: the feed has been restored, or never gave it.",
        LOAD_ANEW, Reason.RESYNC,
    )  # fmt: skip
    RELEASE = (NotFound, "The period is not closed.", "`releases` lists those that are.", Reason.NOT_PUBLISHED)
    REVISION = (
        NotFound, "There is no such release of the period.", "`releases` lists periods and their revisions.",
        Reason.NOT_PUBLISHED,
    )  # fmt: skip

    CHILD = (
        NotFound, "Not every one of these children is there, or yours to see.",
        "Ask with ids that an answer gave you; where one is of another programme, let the office ask.",
        Reason.NO_SUCH_ROW,
    )  # fmt: skip
    SAME_CHILD = (
        BadUserInput, "Two of these ids are of one child.", "Name each child once.", Reason.NAMED_TWICE,
    )  # fmt: skip
    DIED = (
        Conflict, "One of these children has died.", "Look at the children's `diedOn`.", Reason.DIED_BEFORE,
    )  # fmt: skip

    def at(self, path: Path) -> HearthError:
        """The error at a field."""
        error: type[HearthError]
        error, message, hint, reason = self.value
        return error(message, hint, path, reason=reason)


def missing_in(sought: Sequence[tuple[Path, NotThere]], found: Sequence[bool]) -> list[HearthError]:
    """The errors of fields that lean on what is not there.

    Args:
        sought: the fields, as `Statement.beside` keeps them for the side column `cursors`.
        found: that column.
    """
    gone = dict.fromkeys(each for each, there in zip(sought, found, strict=False) if not there)
    return [missing.at(path) for path, missing in gone]


def resync(message: str, path: Path | None = None) -> Conflict:
    """A cursor of the feed that cannot be followed."""
    return Conflict(message, LOAD_ANEW, path, reason=Reason.RESYNC)
