"""The doors of what is supposed and of what is searched: an old record leads nobody to a child of another programme."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from tests.countries.leaks.border import PROGRAMME_SECRET
from tests.countries.leaks.conftest import NEIGHBOUR, Send
from tests.countries.leaks.shape import types
from tests.countries.leaks.supposed import duplicates, siblings
from tests.countries.leaks.truth import Truth, identity
from tests.countries.leaks.twice import (
    ALIKE,
    CAME,
    CAME_FOR,
    ERROR,
    LEFT,
    LEFT_FIRST,
    LEFT_FOR,
    ONCE_CALLED,
    SIBLING,
    SIBLING_CALLED,
    SISTER,
)
from tests.countries.leaks.twice_files import NATIONAL, SEES, child

if TYPE_CHECKING:
    from countries.tenancy.caller import Caller

Kinds = dict[str, "Caller"]


@pytest.mark.parametrize("kind", ["caseworker", NEIGHBOUR, "office", "kenya", "region", "auditor"])
async def test_what_is_supposed_of_a_child_is_supposed_of_visible_ones(
    send: Send, truth: Truth, kinds: Kinds, kind: str
) -> None:
    """Twins and siblings of the rows on the border, by old ids too: those that the caller sees, and that stand."""
    caller = kinds[kind]
    uuids = (LEFT_FIRST, LEFT, LEFT_FOR, CAME, CAME_FOR, SIBLING, SISTER, ALIKE, ERROR)
    asked = [child(uuid)["id"] for uuid in uuids]
    asked += [identity(types()["Child"], row) for row in truth.rows["child"][:4]]
    roots = " ".join(
        f"d{n}: possibleDuplicates(child: $i{n}, first: 9) {{ nodes {{ id }} }}"
        f" s{n}: possibleSiblings(child: $i{n}, first: 9) {{ nodes {{ id }} }}"
        for n in range(len(asked))
    )
    document = f"query ({' '.join(f'$i{n}: ID!' for n in range(len(asked)))}) {{ {roots} }}"
    response = await send(document, kind, **{f"i{n}": id_ for n, id_ in enumerate(asked)})
    if not types()["Child"].readable(caller.tier.value):
        assert set(response["data"].values()) == {None}
        return
    for n, id_ in enumerate(asked):
        named = truth.standing("child", truth.by_identity["Child"][id_])
        for key, found in (("d", duplicates(truth, caller, named)), ("s", siblings(truth, caller, named))):
            nodes = response["data"][f"{key}{n}"]["nodes"]
            assert {each["id"] for each in nodes} == {identity(types()["Child"], row) for row in found}, (key, id_)


async def test_something_is_supposed(truth: Truth, kinds: Kinds) -> None:
    """Of her who came the caseworker supposes less than the office, and both something."""
    row = truth.by_identity["Child"][child(CAME_FOR)["id"]]
    for kind, twins, others in (("caseworker", {ALIKE}, {SISTER}), ("office", {ALIKE, LEFT_FOR}, {SISTER, LEFT_FOR})):
        assert {each["id"] for each in duplicates(truth, kinds[kind], row)} == twins
        assert {each["id"] for each in siblings(truth, kinds[kind], row)} == others


SEARCHES: dict[str, dict[str, tuple[str, ...]]] = {
    ONCE_CALLED: {},
    SIBLING_CALLED: {"caseworker": (SIBLING,), "office": (SIBLING,)},
    "zenobrixe": {
        "caseworker": (CAME_FOR, ALIKE), NEIGHBOUR: (LEFT_FOR,), "office": (CAME_FOR, ALIKE, LEFT_FOR),
    },
    f"{PROGRAMME_SECRET}-{LEFT}": {},
    f"{PROGRAMME_SECRET}-{LEFT_FIRST}": {},
    f"Quirine-{CAME}": {},
}  # fmt: skip
"""Which children are found by a text, by whom: none by what the record said that went."""


@pytest.mark.parametrize("kind", NATIONAL)
async def test_a_search_finds_who_stands_and_is_visible(send: Send, kind: str) -> None:
    """In a list, through a programme, among the records that went, and among those that may be the same child."""
    document = (
        "query ($s: String, $id: ID!) { children(search: $s) { totalCount nodes { id } }"
        " programmes { nodes { children(search: $s) { totalCount nodes { id } } } }"
        " child(id: $id) { alsoRecordedAs(search: $s) { totalCount nodes { id } } }"
        " possibleDuplicates(child: $id, search: $s) { totalCount nodes { id } } }"
    )
    for text, found in SEARCHES.items():
        data = (await send(document, kind, s=text, **child(CAME)))["data"]
        wanted = {child(uuid)["id"] for uuid in found.get(kind, ())}
        assert ids_of(data["children"]) == wanted, text
        pages = [each["children"] for each in data["programmes"]["nodes"]]
        assert {id_ for each in pages for id_ in ids_of(each)} == wanted
        twins = {child(ALIKE)["id"], *([child(LEFT_FOR)["id"]] if kind == "office" else [])}
        assert ids_of(data["possibleDuplicates"]) == (twins & wanted if "CAME" in SEES[kind] else set())
        assert data["child"] is None or ids_of(data["child"]["alsoRecordedAs"]) == set()


@pytest.mark.parametrize(("kind", "there"), [("caseworker", 1), (NEIGHBOUR, 0), ("office", 1), ("kenya", 0)])
async def test_a_search_finds_no_home_or_partner_that_was_taken_back(send: Send, kind: str, there: int) -> None:
    """By its name, whoever asks; and a home that stands is its own programme's to find."""
    document = (
        '{ homes(search: "House of error") { totalCount } communityPartners(search: "Club of error") { totalCount }'
        ' there: homes(search: "House on the hill") { totalCount } }'
    )
    found = {name: page["totalCount"] for name, page in (await send(document, kind))["data"].items()}
    assert found == {"homes": 0, "communityPartners": 0, "there": there}


def ids_of(found: dict[str, Any]) -> set[str]:
    """The ids of a page, which counts as many."""
    assert found["totalCount"] == len(found["nodes"])
    return {each["id"] for each in found["nodes"]}


async def test_what_rows_are_found_by_is_theirs(truth: Truth) -> None:
    """A key is of the row's programme; a row that was taken back has none."""
    for table in ("child", "home", "community_partner"):
        rows = {(row["country_code"], row["id"]): row for row in truth.rows[table]}
        keyed = set()
        for key in truth.rows[f"{table}_search_key"]:
            of_key = (key["country_code"], key["row_id"])
            assert key.get("programme_id") == rows[of_key].get("programme_id")
            keyed.add(of_key)
        assert keyed == {of_row for of_row, row in rows.items() if row["voided_at"] is None}
