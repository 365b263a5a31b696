"""Which of the country's own lists a column's codes are of."""

from __future__ import annotations

from dataclasses import dataclass

from countries.codes.lists import LISTS, CodeList


@dataclass(frozen=True, slots=True)
class Coded:
    """What a column of codes says of itself.

    Attributes:
        list: the list's key.
        dated: the column of the day on which a code has to be in force; today's date, where it is empty.

    Raises:
        ValueError: there is no such list.
    """

    list: str
    dated: str = ""

    def __post_init__(self) -> None:
        if self.list not in LISTS:
            message = f"there is no list {self.list}; countries/codes/lists.py says which there are"
            raise ValueError(message)

    @property
    def of(self) -> CodeList:
        """The list."""
        return LISTS[self.list]
