"""Who may be one child, and who brother or sister: worked out in Python, of the rows that a caller sees."""

from __future__ import annotations

import unicodedata
from datetime import date, timedelta
from typing import TYPE_CHECKING

from tests.countries.leaks.truth import Row, Truth, in_force

if TYPE_CHECKING:
    from countries.tenancy.caller import Caller

CLOSE = timedelta(days=31)


def duplicates(truth: Truth, caller: Caller, named: Row) -> list[Row]:
    """Records that may be of the same child as the one that is named."""
    return [row for row in _others(truth, caller, named) if _may_be_one(named, row)]


def siblings(truth: Truth, caller: Caller, named: Row) -> list[Row]:
    """Brothers and sisters of brothers and sisters, with whom no bond is on record."""
    near = {bond["sibling_id"] for bond in _bonds(truth, caller, named) if bond["child_id"] == named["id"]}
    far = {bond["sibling_id"] for bond in _bonds(truth, caller, named) if bond["child_id"] in near}
    return [row for row in _others(truth, caller, named) if row["id"] in far]


def _others(truth: Truth, caller: Caller, named: Row) -> list[Row]:
    """Whoever else stands and is seen, and is not bound to the child; nobody, where the child is not seen."""
    seen = [row for row in truth.listed(caller, "child") if row["country_code"] == named["country_code"]]
    if named not in seen:
        return []
    bound = {bond["sibling_id"] for bond in _bonds(truth, caller, named) if bond["child_id"] == named["id"]}
    return [row for row in seen if row["id"] not in {named["id"], *bound}]


def _bonds(truth: Truth, caller: Caller, named: Row) -> list[Row]:
    rows = truth.listed(caller, "sibling_bond")
    return [row for row in rows if row["country_code"] == named["country_code"] and in_force(row)]


def _may_be_one(one: Row, other: Row) -> bool:
    if one["sex"] != other["sex"] and "UNKNOWN" not in (one["sex"], other["sex"]):
        return False
    born, then = _born(one), _born(other)
    if born and then and (born[0] - CLOSE > then[1] or then[0] - CLOSE > born[1]):
        return False
    if _same_names(one, other):
        return True
    to_the_day = born is not None and born == then and born[0] == born[1]
    numbered = _letters(one["case_number"]) == _letters(other["case_number"])
    begins = _letters(one["given_name"])[:3] == _letters(other["given_name"])[:3]
    return begins and (to_the_day or numbered)


def _same_names(one: Row, other: Row) -> bool:
    names = [(_letters(row["given_name"]), _letters(row["family_name"] or "")) for row in (one, other)]
    (given, family), (their_given, their_family) = names
    straight = given == their_given and (family == their_family or not family or not their_family)
    return straight or ((given, family) == (their_family, their_given) and bool(given and family))


def _letters(text: str) -> str:
    return "".join(sign for sign in unicodedata.normalize("NFKD", text).casefold() if sign.isalnum())


def _born(row: Row) -> tuple[date, date] | None:
    """The first and the last day on which it may have been."""
    if row["birth_date"] is None:
        return None
    first = date.fromisoformat(row["birth_date"])
    if row["birth_date_precision"] == "YEAR":
        return first, date(first.year, 12, 31)
    if row["birth_date_precision"] == "MONTH":
        following = (first.replace(day=1) + timedelta(days=32)).replace(day=1)
        return first, following - timedelta(days=1)
    return first, first
