"""Names that a country has: a text that has to be one of them, told before a row is looked at.

    jurisdiction: str | None = plain(Kind.TEXT, "…", among=Among(Packs.jurisdictions, NO_SUCH_PART, NO_PARTS), …)

The same is asked of an input and of a file's cell, by what the process has loaded. That the database holds nothing else
is a constraint of the table.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from countries.packs.packs import Packs
    from graph.refusals import Refusal

NAMES = "names"
"""The parameter of a refusal that lists them."""


@dataclass(frozen=True, slots=True)
class Among:
    """Of which names a text has to be one.

    Attributes:
        of: by what countries lay down and the country's code, the names that it has; none where it has none.
        refusal: what is told where the text is none of them; its hint may list them (`{names}`).
        without: what is told where the country has none.
    """

    of: Callable[[Packs, str], tuple[str, ...]]
    refusal: Refusal
    without: Refusal

    def fault(self, value: object, country: str, packs: Packs | None) -> Refusal | None:
        """What is wrong with a value in a country; nothing where it is one of the names, or empty.

        Raises:
            TypeError: nothing says what countries lay down.
        """
        if value is None:
            return None
        if packs is None:
            message = "nothing says which names a country has"
            raise TypeError(message)
        names = self.of(packs, country)
        if value in names:
            return None
        return self.refusal.about(**{NAMES: ", ".join(names)}) if names else self.without
