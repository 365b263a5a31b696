"""What everybody knows to be zero: where there is no home of a form, no child lives in one.

Headquarters reads homes and programmes row by row. To hide such a zero would protect nothing, and whoever counted on it
to hide another count would be found out. Children in care who live in no home of the federation may live anywhere.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from graph.closing.lattice import Cell
from graph.closing.store import open_forms, open_places, programme_kinds
from graph.entities.home_form import SETTING_OF, HomeForm
from graph.indicators.care_stock import CHILDREN_IN_CARE
from graph.indicators.model import Counts
from graph.indicators.occupancy import CHILDREN_IN_HOMES
from graph.indicators.splits import Dimension, FormCategory

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from countries.connections.figures import Counting
    from graph.closing.lattice import Areas
    from graph.indicators.model import Measure
    from graph.indicators.period import Period

Pairs = set[tuple[str, str]]


async def impossible_cells(
    counting: Counting, cells: Iterable[Cell], measures: Mapping[str, Measure], period: Period, areas: Areas
) -> frozenset[Cell]:
    """The cells that are zero for want of a home, or of a programme."""
    forms = _known(await open_forms(counting, period.last, period.after), areas)
    kinds = _known(await programme_kinds(counting), areas)
    within = {code for code, each in measures.items() if each.counts is Counts.PLACES} | {CHILDREN_IN_HOMES.code}
    return frozenset(cell for cell in cells if not _is_possible(cell, forms, kinds, is_of_homes=cell.measure in within))


async def most_of(counting: Counting, period: Period, areas: Areas) -> dict[Cell, int]:
    """How many children at most live in homes of an area, of a setting and of a form, by the places that there are."""
    found: Counter[Cell] = Counter()
    for (country, form), places in (await open_places(counting, period.last)).items():
        for area in areas.around(country):
            for measure, split, category in (
                (CHILDREN_IN_HOMES, (), ()),
                (CHILDREN_IN_HOMES, (Dimension.SETTING,), (SETTING_OF[HomeForm(form)],)),
                (CHILDREN_IN_HOMES, (Dimension.CARE_FORM,), (form,)),
                (CHILDREN_IN_CARE, (Dimension.CARE_FORM,), (form,)),
            ):
                found[Cell(measure.code, area, split, category)] += places
    return dict(found)


def _known(pairs: Pairs, areas: Areas) -> dict[str, frozenset[str]]:
    """What there is in each area."""
    found: dict[str, set[str]] = {area: set() for area in areas.all}
    for country, what in pairs:
        for area in areas.around(country):
            found.setdefault(area, set()).add(what)
    return {area: frozenset(what) for area, what in found.items()}


def _is_possible(
    cell: Cell, forms: Mapping[str, frozenset[str]], kinds: Mapping[str, frozenset[str]], *, is_of_homes: bool
) -> bool:
    there = forms[cell.area]
    if is_of_homes and not there:
        return False
    for dimension, category in zip(cell.split, cell.categories, strict=True):
        match dimension:
            case Dimension.CARE_FORM if category not in there and (is_of_homes or category != FormCategory.OTHER):
                return False
            case Dimension.SETTING if is_of_homes and category not in {SETTING_OF[HomeForm(form)] for form in there}:
                return False
            case Dimension.PROGRAMME_KIND if category not in kinds[cell.area]:
                return False
            case _:
                pass
    return True
