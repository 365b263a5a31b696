"""What is kept for a time: columns that are emptied so many months, or years, after a day as the country has laid down.

    forgets: ClassVar = Forgets(
        ("outcome", "reference"), KEYS["failed_check_months"], since="decided_on", where="outcome", among=(FAILED,)
    )

    forgets: ClassVar = Forgets(("phone",), KEYS["contact_details_years"], behind=Behind("care_episode", "child_id"))

The row stays, and says that there was one; what it said, neither it nor its history holds any longer. `hearth nightly`
does it (`graph/bulk/nightly.py`).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from enum import StrEnum

    from countries.packs.keys import RuleKey


@dataclass(frozen=True, slots=True)
class Behind:
    """The day on which the last of some rows has ended; there is none while one goes on, or before there was one.

    Attributes:
        table: theirs, whose rows are dated.
        link: the link that they and the row have in common, to whose they are.
    """

    table: str
    link: str


@dataclass(frozen=True, slots=True)
class Forgets:
    """What of a row is kept for a time.

    Attributes:
        columns: what becomes empty.
        after: how many months or years later, as the country has laid down on that day.
        since: the column of the day from which they are counted.
        where: the column that says of which rows it is; nobody's is forgotten where it is empty. All are meant where
            nothing is said.
        among: its members.
        behind: the rows from whose last end they are counted, in place of a column's day.
    """

    columns: tuple[str, ...]
    after: RuleKey
    since: str = ""
    where: str = ""
    among: tuple[StrEnum, ...] = ()
    behind: Behind | None = None
