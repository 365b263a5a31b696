"""What everybody knows to be zero: where there is no home of a form, no child lives in one.

Headquarters reads homes and programmes row by row. To hide such a zero would protect nothing, and whoever counted on it
to hide another count would be found out.
"""

from __future__ import annotations

from collections import Counter
from datetime import timedelta
from typing import TYPE_CHECKING

from graph.closing.lattice import Cell
from graph.closing.store import open_forms, open_places, programme_kinds
from graph.entities.home_form import SETTING_OF, HomeForm
from graph.indicators.care_stock import CHILDREN_IN_CARE
from graph.indicators.care_stock_at_start import CHILDREN_IN_CARE_BEFORE
from graph.indicators.exits import EXITS
from graph.indicators.leaving_residential import LEAVING_FOR_A_FAMILY, LEAVING_RESIDENTIAL
from graph.indicators.leaving_residential_of_residents import RESIDENTS
from graph.indicators.length_of_stay import STAY_DAYS
from graph.indicators.model import Taken
from graph.indicators.splits import Dimension

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from countries.connections.figures import Counting
    from graph.closing.lattice import Areas
    from graph.indicators.model import Measure
    from graph.indicators.period import Period

DAY = timedelta(days=1)
Pairs = set[tuple[str, str]]
LEAVING = (EXITS, STAY_DAYS, LEAVING_RESIDENTIAL, LEAVING_FOR_A_FAMILY)
"""What is counted on the first day outside: the home may have closed on that day."""


async def impossible_cells(
    counting: Counting, cells: Iterable[Cell], measures: Mapping[str, Measure], period: Period, areas: Areas
) -> frozenset[Cell]:
    """The cells that are zero for want of a home, or of a programme."""
    eve = period.first - DAY
    spans = {
        Taken.ON_LAST_DAY: (period.last, period.after),
        Taken.ON_FIRST_EVE: (eve, period.first),
        Taken.DURING: (period.first, period.after),
    }
    by_taken = {taken: _known(await open_forms(counting, *span), areas) for taken, span in spans.items()}
    forms = {code: by_taken[measure.taken] for code, measure in measures.items()}
    forms |= dict.fromkeys((each.code for each in LEAVING), _known(await open_forms(counting, eve, period.last), areas))
    forms[RESIDENTS.code] = _known(await open_forms(counting, eve, period.after), areas)
    kinds = _known(await programme_kinds(counting), areas)
    return frozenset(cell for cell in cells if not _is_possible(_narrowed(cell, measures), forms[cell.measure], kinds))


def _narrowed(cell: Cell, measures: Mapping[str, Measure]) -> Cell:
    """A cell with what its measure is narrowed to by definition, such as residential care."""
    both = measures[cell.measure].both
    fixed = {} if both is None else {**both[0].fixed, **both[1].fixed}
    return cell._replace(split=(*cell.split, *fixed), categories=(*cell.categories, *fixed.values()))


async def most_of(counting: Counting, period: Period, areas: Areas) -> dict[Cell, int]:
    """How many children at most live in an area, in a setting and in a form, by the places that there are."""
    found: Counter[Cell] = Counter()
    for measure, day in ((CHILDREN_IN_CARE, period.last), (CHILDREN_IN_CARE_BEFORE, period.first - DAY)):
        for (country, form), places in (await open_places(counting, day)).items():
            for area in areas.around(country):
                for split, category in (
                    ((), ()),
                    ((Dimension.SETTING,), (SETTING_OF[HomeForm(form)],)),
                    ((Dimension.CARE_FORM,), (form,)),
                ):
                    if split in measure.all_splits:
                        found[Cell(measure.code, area, split, category)] += places
    return dict(found)


def _known(pairs: Pairs, areas: Areas) -> dict[str, frozenset[str]]:
    """What there is in each area."""
    found: dict[str, set[str]] = {area: set() for area in areas.all}
    for country, what in pairs:
        for area in areas.around(country):
            found.setdefault(area, set()).add(what)
    return {area: frozenset(what) for area, what in found.items()}


def _is_possible(cell: Cell, forms: Mapping[str, frozenset[str]], kinds: Mapping[str, frozenset[str]]) -> bool:
    there = forms[cell.area]
    if not there:
        return False
    for dimension, category in zip(cell.split, cell.categories, strict=True):
        match dimension:
            case Dimension.CARE_FORM if category not in there:
                return False
            case Dimension.SETTING if category not in {SETTING_OF[form] for form in there}:
                return False
            case Dimension.PROGRAMME_KIND if category not in kinds[cell.area]:
                return False
            case _:
                pass
    return True
