"""What W6, W7, W10 and W11 write: for each peer children, homes and times in care of its own.

A plot is made of a copy of the population in which no home lacks a licence or a place, and nobody cares for one: what a
home is asked is asked, and nothing stands in the way of any peer.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from benchmarks.population import TODAY
from benchmarks.workloads import HOME, TEXTBOOK

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from uuid import UUID

    import asyncpg

    Connection = asyncpg.Connection[asyncpg.Record]

MOST = 9_000
"""Requests that are made ready for one round; more than the fastest peer gets through."""
FIRST_DAY = date(2027, 1, 1)
DAYS_OF_A_ROUND = 40
CHILDREN = 450
"""Children of each peer who move: nobody moves twice at the same time."""
ROOM = 100
TURNS = 4
"""Rounds, and the one that warms: no care ends twice, so that each has children of its own."""
WIDEN = "UPDATE home SET capacity = capacity + $2 WHERE country_code = $1"
OPENED = (
    """
    UPDATE inspection SET voided_at = now(), void_reason = 'A benchmark.'
    WHERE country_code = $1 AND voided_at IS NULL
    """,
    """
    INSERT INTO inspection (country_code, home_id, programme_id, kind, held_on, outcome, carried_out_by, valid_until)
    SELECT country_code, id, programme_id, 'LICENCE', opened_on, 'PASSED', 'A benchmark', DATE '9999-12-31'
    FROM home WHERE country_code = $1
    """,
    """
    UPDATE caregiver_assignment SET voided_at = now(), void_reason = 'A benchmark.'
    WHERE country_code = $1 AND home_id IS NOT NULL AND voided_at IS NULL
    """,
)
"""Every home has room and a licence that holds; carers, whose checks run out, care for none."""
CHOSEN = """
SELECT c.id FROM child c JOIN placement p ON p.country_code = c.country_code AND p.child_id = c.id
WHERE c.country_code = $1 AND p.ended_on IS NULL AND p.voided_at IS NULL AND c.voided_at IS NULL
  AND c.birth_date < DATE '2022-01-01'
  AND NOT EXISTS (SELECT FROM temporary_stay s WHERE s.country_code = c.country_code AND s.child_id = c.id)
ORDER BY md5(c.id::text) LIMIT $2
"""
"""None so small that only a family will do, and none with nights away to come."""
HOMES = """
SELECT id, programme_id FROM home h WHERE country_code = $1 AND closed_on IS NULL AND voided_at IS NULL
  AND opened_on < $3 AND form <> 'KINSHIP_FAMILY' AND NOT EXISTS (SELECT FROM placement p
    WHERE p.country_code = h.country_code AND p.home_id = h.id AND p.child_id = ANY ($4) AND p.ended_on IS NULL)
ORDER BY md5(id::text) LIMIT $2
"""
"""None in which somebody lives who is to move."""
IN_CARE = """
SELECT e.id FROM care_episode e JOIN placement p ON p.country_code = e.country_code AND p.care_episode_id = e.id
WHERE e.country_code = $1 AND e.ended_on IS NULL AND e.voided_at IS NULL AND p.ended_on IS NULL
  AND p.voided_at IS NULL AND e.version = 1 AND p.started_on < $3 AND e.child_id <> ALL ($2)
ORDER BY md5(e.id::text)
"""


@dataclass(frozen=True, slots=True)
class Plot:
    """What one peer writes.

    Attributes:
        name: whose it is.
        children: those who move.
        homes: two for each to move between, and their programmes.
        episodes: the times in care that end.
    """

    name: str
    children: tuple[UUID, ...]
    homes: tuple[tuple[UUID, UUID], ...]
    episodes: tuple[UUID, ...] = ()

    def writes(self, workload: str, turn: int) -> Iterator[dict[str, object]]:
        """The inputs of one round, in the order in which they are sent; ids as PostgreSQL has them."""
        if workload == "W11":
            yield from ({"episode": each, "day": TODAY} for each in self.episodes[turn % TURNS :: TURNS])
            return
        for number in range(MOST):
            place, times = number % len(self.children), number // len(self.children)
            if workload == "W6":
                yield {"child": self.children[place], "day": FIRST_DAY, "note": "twice a week"}
            elif workload == "W10":
                home, programme = self.homes[number % len(self.homes)]
                said = f"{self.name} {turn} {number}"
                yield {"number": said, "home": home, "programme": programme, "day": TODAY}
            else:
                day = FIRST_DAY + timedelta(days=turn * DAYS_OF_A_ROUND + times)
                # One round may have sent an odd number of moves: every one goes to a home of its own day.
                home, _ = self.homes[(place * 2 + day.toordinal()) % len(self.homes)]
                yield {"child": self.children[place], "home": home, "day": day}


async def plots(connection: Connection, peers: Sequence[str], children: int = CHILDREN) -> dict[str, Plot]:
    """Plots in a copy of the population, which is made ready for them.

    Args:
        connection: a superuser's.
        peers: whose they are to be.
        children: how many of each move.
    """
    await connection.execute(WIDEN, HOME, ROOM)
    for statement in OPENED:
        await connection.execute(statement, HOME)
    await connection.execute("ANALYZE home, inspection, caregiver_assignment")
    chosen = [row["id"] for row in await connection.fetch(CHOSEN, HOME, children * len(peers))]
    rows = await connection.fetch(HOMES, HOME, 2 * children * len(peers), TODAY, chosen)
    homes = [(row["id"], row["programme_id"]) for row in rows]
    care = [row["id"] for row in await connection.fetch(IN_CARE, HOME, chosen, TODAY)]
    among, taking = len(peers), [peer for peer in peers if peer != TEXTBOOK]
    ending = {peer: tuple(care[share :: len(taking)]) for share, peer in enumerate(taking)}
    return {
        peer: Plot(peer, tuple(chosen[share::among]), tuple(homes[share::among]), ending.get(peer, ()))
        for share, peer in enumerate(peers)
    }


def hearth_input(workload: str, write: Mapping[str, Any]) -> dict[str, object]:
    """An input as our graph takes it."""
    match workload:
        case "W10":
            return {
                "caseNumber": write["number"], "givenName": f"Kim {write['number']}", "birthDate": date(2018, 5, 1),
                "sex": "FEMALE", "programmeId": f"Programme_{HOME}_{write['programme']}",
                "homeId": f"Home_{HOME}_{write['home']}", "startedOn": write["day"], "reasons": ["NEGLECT"],
                "primaryReason": "NEGLECT",
            }  # fmt: skip
        case "W11":
            return {
                "id": f"CareEpisode_{HOME}_{write['episode']}", "version": 1, "endedOn": write["day"],
                "destination": "FAMILY", "followUpUntil": write["day"] + timedelta(days=180),
            }  # fmt: skip
    given: dict[str, object] = {"childId": f"Child_{HOME}_{write['child']}", "startedOn": write["day"]}
    if workload == "W6":
        return {**given, "kind": "SCHOOL", "note": write["note"]}
    return {**given, "homeId": f"Home_{HOME}_{write['home']}"}


def textbook_variables(workload: str, write: Mapping[str, Any]) -> dict[str, object]:
    """The same for the textbook server."""
    given: dict[str, object] = {"childId": str(write["child"]), "startedOn": write["day"]}
    if workload == "W6":
        return {**given, "kind": "SCHOOL", "note": write["note"]}
    return {**given, "homeId": str(write["home"])}
