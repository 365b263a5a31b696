"""Whether a caregiver has what the country asks of one of that kind at least (BCN 11; paragraph 115)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import Text, case, literal_column

from graph.entities.clearance import NOT_ASKED, asked_of

if TYPE_CHECKING:
    from graph.declarations.frame import Rows, Sql
    from graph.declarations.reckoned import ReckoningFrame

USES = ("kind", "programme_id", "qualification")
"""The columns of a caregiver that it hangs on."""
ASKED = "minimum_qualification."
YES, NO, NOT_KNOWN = (literal_column(f"'{answer}'", Text()) for answer in ("YES", "NO", "NOT_KNOWN"))


def is_qualified(frame: ReckoningFrame, caregiver: Rows, _rows: Any) -> Sql:  # noqa: ANN401 - nothing else is read
    """YES where nothing is asked, too; levels are named so that a higher one lies behind.

    Of whom nobody has written down the level, and where no rule stands, it is not known.
    """
    asked = asked_of(frame, caregiver, frame.today, ASKED)
    unknown = asked.is_(None) | caregiver.c.qualification.is_(None)
    return case((asked == NOT_ASKED, YES), (unknown, NOT_KNOWN), (caregiver.c.qualification >= asked, YES), else_=NO)
