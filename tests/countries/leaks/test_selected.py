"""The door of a selected row: it leads to the stored row that it repeats, and to no other."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from graph.declarations.members import ToRow
from graph.declarations.selections import Together
from graph.entities import graph_model
from tests.countries.leaks.conftest import Send, forbidden
from tests.countries.leaks.documents import KINDS, row_selection
from tests.countries.leaks.shape import types
from tests.countries.leaks.truth import Truth, identity

if TYPE_CHECKING:
    from countries.tenancy.caller import Caller
    from graph.declarations.model import EntityModel

Kinds = dict[str, "Caller"]
LEADING = [
    name
    for name, entity in graph_model().selected.items()
    if any(isinstance(member, ToRow) for member in entity.members.values())
]


def behind(entity: EntityModel) -> dict[str, str]:
    """The type of the stored row behind each kind."""
    assert isinstance(entity.selection, Together)
    return {part.name: graph_model().by_table[part.table].type_name for part in entity.selection.parts}


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("name", LEADING)
async def test_a_selected_row_leads_to_its_own_row(
    send: Send, truth: Truth, kinds: Kinds, name: str, kind: str
) -> None:
    """Whoever sees the selection sees the stored row, whole; whoever does not is told so, and of no row."""
    entity, caller = graph_model().selected[name], kinds[kind]
    (link,) = (each for each in entity.members.values() if isinstance(each, ToRow))
    kind_of, wanted = behind(entity), sorted({*behind(entity).values()})
    inside = " ".join(f"... on {each} {{ {_apart(each)} }}" for each in wanted)
    shown = f"id {link.kind} {link.api} {{ __typename id {inside} }}"
    document = f"{{ {entity.many}(first: 200) {{ totalCount nodes {{ {shown} }} }} }}"
    response = await send(document, kind)
    if caller.tier not in entity.readers:
        assert forbidden(response) == {(entity.many,)}
        return
    page, listed = response["data"][entity.many], truth.listed(caller, name)
    assert page["totalCount"] == len(listed)
    assert len(page["nodes"]) == min(200, len(listed))
    assert "errors" not in response
    for node in page["nodes"]:
        type_name = kind_of[node[link.kind]]
        uuid = node["id"].removeprefix(f"{entity.type_name}_").removesuffix(f"_{node[link.kind]}")
        assert node[link.api]["__typename"] == type_name
        assert node[link.api]["id"] == f"{type_name}_{uuid}"
        _assert_shown(truth, caller, type_name, node[link.api])


def _apart(type_name: str) -> str:
    """The stored values of a type, under names of its own: fields of one name may differ from type to type."""
    members = [each for each in types()[type_name].single() if each.target is None and each.name != "id"]
    inside = {each.name: f" {{ {each.inside} }}" if each.inside else "" for each in members}
    return " ".join(f"{type_name}_{name}: {name}{within}" for name, within in inside.items())


def _assert_shown(truth: Truth, caller: Caller, type_name: str, shown: dict[str, Any]) -> None:
    (row,) = (
        each
        for each in truth.listed(caller, types()[type_name].table)
        if identity(types()[type_name], each) == shown["id"]
    )
    for member in types()[type_name].single():
        key = f"{type_name}_{member.name}"
        if key in shown and member.column is not None and isinstance(shown[key], str | int | None):
            assert str(shown[key]).startswith(str(row[member.column])[:10]), (type_name, member.name)


def test_there_is_something_to_lead_from() -> None:
    """One selected type at least leads to stored rows."""
    assert LEADING
    assert all(row_selection(types()[graph_model().selected[name].type_name]) for name in LEADING)
