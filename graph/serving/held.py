"""What a database holds beside its schema, as a server would have it: the order of names, what countries lay down."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

from graph.database.location import WITHOUT_PACKS
from graph.serving.lacks import ANOTHER_ORDER, OTHER_PACKS
from graph.text_keys import behind

if TYPE_CHECKING:
    from countries.connections.database import Database
    from countries.packs.packs import Packs
    from graph.database.revisions import Fit
    from graph.telemetry.readiness import Lack

logger = logging.getLogger("hearth.opening")


class Held:
    """What was found when somebody looked last.

    Args:
        packs: what countries lay down, as this process has loaded it.

    Attributes:
        is_ordered: whether names are ordered as this server would.
        has_packs: whether the rules are those of its packs.
    """

    def __init__(self, packs: Packs) -> None:
        self.is_ordered = True
        self.has_packs = True
        self._packs = packs

    async def look(self, database: Database, fit: Fit | None, *, serves: bool) -> None:
        """Look at both; an older schema knows nothing of it.

        Args:
            database: the open database.
            fit: how its schema suits this server.
            serves: whether requests are served already: then it goes on in any case, and says so.
        """
        if fit is None or fit in WITHOUT_PACKS:
            return
        ordered, had = self.is_ordered, self.has_packs
        self.is_ordered = not behind(await database.orders())
        self.has_packs = await database.packs() == self._packs.digest
        for lack, is_news in (
            (ANOTHER_ORDER, ordered and not self.is_ordered),
            (OTHER_PACKS, serves and had and not self.has_packs),
        ):
            if is_news:
                logger.warning(lack.message, extra={"fields": {"hint": lack.hint}})

    def order(self) -> Lack | None:
        """What lacks of the order of names."""
        return None if self.is_ordered else ANOTHER_ORDER

    def laid_down(self) -> Lack | None:
        """What lacks of the rules, of a server that serves."""
        return None if self.has_packs else OTHER_PACKS
