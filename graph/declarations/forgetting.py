"""What is kept for a time: columns that are emptied so many months after a day as the country has laid down.

    forgets: ClassVar = Forgets(
        ("outcome", "reference"), KEYS["failed_check_months"], since="decided_on", where="outcome", among=(FAILED,)
    )

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
class Forgets:
    """What of a row is kept for a time.

    Attributes:
        columns: what becomes empty.
        after: how many months later, as the country has laid down on that day.
        since: the column of the day from which they are counted.
        where: the column that says of which rows it is; nobody's is forgotten where it is empty.
        among: its members.
    """

    columns: tuple[str, ...]
    after: RuleKey
    since: str
    where: str
    among: tuple[StrEnum, ...]
