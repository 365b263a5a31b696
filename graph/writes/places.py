"""Where a home is: its first address comes with it, and its locality is set right in the address that says it.

What lists show of a home (`Home.locality`) is reckoned from its addresses. Who changes it there changes the address of
today, in the same statement; a home of which no address is on record says it alone.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import exists, func, or_, select

from graph.kinds.kind import Kind
from graph.plan.sql.relation import Relation
from graph.reasons import Reason
from graph.refusals import bad_input
from graph.writes.mutation import Given
from graph.writes.writing import ONE

if TYPE_CHECKING:
    from graph.writes.writing import Sql, Writing, Written

ADDRESS = "home_address"
LOCALITY = "locality"
PLACE = {"locality": LOCALITY, "latitude_e2": "latitudeE2", "longitude_e2": "longitudeE2"}
"""The columns of an address, and the inputs that give them."""
PLACE_BESIDE = (
    Given(
        "latitudeE2",
        Kind.INTEGER,
        "How far north of the equator, in hundredths of a degree.",
        clears=True,
        fills="home_address.latitude_e2",
    ),
    Given(
        "longitudeE2",
        Kind.INTEGER,
        "How far east of Greenwich, in hundredths of a degree.",
        clears=True,
        fills="home_address.longitude_e2",
    ),
)
NAMELESS = bad_input(Reason.EMPTY, "A place has a name.", "Give the locality beside its degrees.", LOCALITY)
SOMEWHERE = bad_input(
    Reason.EMPTY,
    "The home has an address, which says where it is.",
    "Say where it is from a day on with moveHome, or take the address back with voidHomeAddress.",
    LOCALITY,
)


def place_cells(writing: Writing) -> tuple[dict[str, Sql], dict[str, tuple[str, ...]]]:
    """The columns of an address as the input gives them, and of which the history tells where they are given."""
    cells: dict[str, Sql] = {name: writing.value(given) for name, given in PLACE.items()}
    return cells, {name: (given,) for name, given in PLACE.items() if name != LOCALITY}


def check_place_has_a_name(writing: Writing) -> None:
    """Degrees alone say nothing to whoever looks for a home."""
    placed = [writing.value(PLACE[name]).is_not(None) for name in ("latitude_e2", "longitude_e2")]
    writing.check("place_has_a_name", writing.value(LOCALITY).is_not(None) | ~or_(*placed), NAMELESS)


def write_first_address(writing: Writing, opened: Written) -> None:
    """Where a home is from its first day on, if that is known."""
    home = Relation(opened.cte)
    cells, optional = place_cells(writing)
    whose: dict[str, Sql] = {"id": func.uuidv7(), "home_id": home.c.n_id, "programme_id": home.c.n_programme_id}
    known = [writing.value(LOCALITY).is_not(None)]
    row = {**whose, **cells, "started_on": home.c.n_opened_on}
    writing.insert(ADDRESS, row, home, where=known, must=False, optional=optional)


def check_place_is_kept(writing: Writing, own: Relation) -> None:
    """Where an address says where the home is, that may be set right, and not be left out."""
    if not writing.has(LOCALITY):
        return
    address = writing.rows(ADDRESS)
    begun = [*writing.within(ADDRESS, address), address.c.home_id == own.c.id, address.c.started_on <= writing.today]
    known = exists(select(ONE).select_from(address.clause).where(*begun).correlate_except(address.clause))
    writing.check("home_is_somewhere", writing.value(LOCALITY).is_not(None) | ~known, SOMEWHERE)


def let_address_follow(writing: Writing, changed: Written) -> None:
    """The address of today, or the last one, says the same as the home: of where it was before nothing changes."""
    if not writing.has(LOCALITY):
        return
    home, other, target = Relation(changed.cte), writing.rows(ADDRESS), writing.target(ADDRESS)
    later = [
        *writing.within(ADDRESS, other),
        other.c.home_id == target.c.home_id,
        other.c.started_on > target.c.started_on,
        other.c.started_on <= writing.today,
    ]
    is_newest: Any = ~exists(select(ONE).select_from(other.clause).where(*later).correlate_except(other.clause))
    theirs = target.c.home_id.in_(select(home.c.n_id).select_from(home.clause))
    where = [theirs, target.c.started_on <= writing.today, is_newest]
    writing.update(ADDRESS, {"locality": writing.value(LOCALITY)}, where=where, must=False)
