"""What a country's own list calls a stay in a home: a code that maps to the form of the home."""

from __future__ import annotations

from collections import defaultdict
from functools import cache
from typing import TYPE_CHECKING

from countries.codes.codes import load_codes
from countries.codes.lists import PLACEMENT_KINDS
from countries.register.register import load_register

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

    from countries.codes.code import Code
    from graph.entities.home_form import HomeForm


def local_kind_of(country: str, form: HomeForm, day: date) -> str | None:
    """A code of the country's list for a stay that begins on a day; none where the list has none, or there is none.

    Where several map to the form it is now this one and now that one, by the day.
    """
    codes = [each.code for each in _kinds().get((country, form.value), ()) if each.is_in_force(day)]
    return codes[day.toordinal() % len(codes)] if codes else None


@cache
def _kinds() -> Mapping[tuple[str, str | None], Sequence[Code]]:
    found: dict[tuple[str, str | None], list[Code]] = defaultdict(list)
    for code in load_codes(load_register()):
        if code.list == PLACEMENT_KINDS.key:
            found[code.country, code.international].append(code)
    return found
