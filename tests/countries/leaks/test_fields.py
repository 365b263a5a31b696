"""The door of the selected field: in a list, in a single row, by node id, and through every link both ways."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from tests.countries.leaks.conftest import Connection, Send, forbidden
from tests.countries.leaks.documents import (
    KINDS,
    PAGE,
    TYPES,
    UNKNOWN,
    assert_row,
    connection_groups,
    connection_selection,
    identities,
    links_to,
    pairs,
    refused_members,
    row_selection,
)
from tests.countries.leaks.shape import ACCESS, THE_ROW, snake, types
from tests.countries.leaks.truth import Truth, identity

if TYPE_CHECKING:
    from countries.tenancy.caller import Caller

Kinds = dict[str, "Caller"]
LEDGERS = {
    "change", "change_counter", "history_plain", "history_personal", "history_sensitive", "home_stay",
    "idempotency_key", "release", "published_figure", "figure_proof", "proof_beside", "country_count", "drawing_key",
    "release_coverage", "jurisdiction", "national_code", "pack_digest", "policy", "population", "text_rules",
    "import_row", "child_search_key", "community_partner_search_key", "home_search_key", "sibling_stay",
}  # fmt: skip
"""Tables that the graph shows no row of as it is."""


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("name", TYPES)
async def test_a_list_shows_the_callers_rows_and_columns(
    send: Send, truth: Truth, kinds: Kinds, name: str, kind: str
) -> None:
    """All rows that the caller sees and no other, each value true, what its tier may not read null and FORBIDDEN."""
    type_, caller = types()[name], kinds[kind]
    response = await send(
        f"{{ {type_.many}(first: {PAGE}) {{ totalCount nodes {{ {row_selection(type_)} }} }} }}", kind
    )
    if not type_.readable(caller.tier.value):
        assert response["data"] == {type_.many: None}
        assert forbidden(response) == {(type_.many,)}
        return
    refused = refused_members(type_, caller.tier.value, many=False)
    assert forbidden(response) == {(type_.many, "nodes", field) for field in refused}
    nodes = response["data"][type_.many]["nodes"]
    assert {node[type_.key] for node in nodes} == identities(truth, caller, type_)
    assert response["data"][type_.many]["totalCount"] == len(nodes)
    for node in nodes:
        assert_row(truth, caller, type_, node)


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("name", TYPES)
async def test_one_row_is_shown_or_does_not_exist(send: Send, truth: Truth, kinds: Kinds, name: str, kind: str) -> None:
    """By its own field, by `node` and by `nodes`: the same row, and an invisible one answers as an unknown one does."""
    type_, caller = types()[name], kinds[kind]
    inside = row_selection(type_)
    node = (
        f" b: node(id: $id) {{ ... on {name} {{ {inside} }} }} c: nodes(ids: [$id]) {{ ... on {name} {{ {inside} }} }}"
    )
    own = f"a: {type_.one}({type_.key}: $id) {{ {inside} }}"
    document = f"query ($id: {type_.argument}) {{ {own}{node if type_.tenant else ''} }}"
    if not type_.readable(caller.tier.value):
        hidden = [truth.rows[type_.table][0]]
    else:
        shown = truth.visible(caller, type_.table)
        hidden = truth.invisible(caller, type_.table)
        for row in [*shown[:2], *shown[-2:]]:
            response = await send(document, kind, id=identity(type_, row))
            data = response["data"]
            answers = identity(type_, truth.standing(type_.table, row))
            for answered in (data["a"], *((data["b"], *data["c"]) if type_.tenant else ())):
                assert answered[type_.key] == answers
                assert_row(truth, caller, type_, answered)
            refused = refused_members(type_, caller.tier.value, many=False)
            assert {path[-1] for path in forbidden(response)} == refused
    if not type_.tenant:
        return
    unknown = await send(document, kind, id=f"{name}_BE_{type_.id_of(UNKNOWN)}")
    assert unknown["data"] == {"a": None, "b": None, "c": [None]}
    if not type_.readable(caller.tier.value):
        assert forbidden(unknown) == {("a",), ("b",), ("c",)}
    for row in [*hidden[:4], *hidden[-2:]]:
        assert await send(document, kind, id=identity(type_, row)) == unknown


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("name", TYPES)
async def test_the_links_of_a_row_lead_to_visible_rows_alone(
    send: Send, truth: Truth, kinds: Kinds, name: str, kind: str
) -> None:
    """Every connection of every row holds, and counts, the linked rows that the caller sees and no other."""
    type_, caller = types()[name], kinds[kind]
    if not type_.connections() or not type_.readable(caller.tier.value):
        return
    known = truth.by_identity[name]
    for members in connection_groups(type_):
        pages = f"{{ {type_.many}(first: 100) {{ nodes {{ {type_.key} {connection_selection(members)} }} }} }}"
        response = await send(pages, kind)
        refused = refused_members(type_, caller.tier.value, many=True) & {member.name for member in members}
        assert forbidden(response) == {(type_.many, "nodes", field) for field in refused}
        for node in response["data"][type_.many]["nodes"]:
            for member in members:
                page = node[member.name]
                if member.name in refused:
                    assert page is None
                    continue
                target = types()[str(member.target)]
                true = {identity(target, row) for row in truth.linked(caller, member, known[node[type_.key]])}
                assert page["totalCount"] == len(true), (node[type_.key], member.name)
                assert {row[target.key] for row in page["nodes"]} <= true
                assert len(page["nodes"]) == min(20, len(true))


@pytest.mark.parametrize(("name", "kind"), pairs())
async def test_a_link_shows_no_more_of_a_row_than_its_list(
    send: Send, truth: Truth, kinds: Kinds, name: str, kind: str
) -> None:
    """Whichever link leads to a row, each of its values is the truth or null and FORBIDDEN."""
    type_, caller = types()[name], kinds[kind]
    inside = row_selection(type_)
    for near, member in links_to(type_):
        rows = f"(first: 20) {{ nodes {{ {inside} }} }}" if member.many else f"{{ {inside} }}"
        response = await send(f"{{ {near.many}(first: 50) {{ nodes {{ {near.key} {member.name}{rows} }} }} }}", kind)
        root, link = (near.many,), (near.many, "nodes", member.name)
        if not near.readable(caller.tier.value):
            assert forbidden(response) == {root}
        elif not member.readable(caller.tier.value):
            assert forbidden(response) == {link}
            assert all(node[member.name] is None for node in response["data"][near.many]["nodes"])
        else:
            refused = refused_members(type_, caller.tier.value, many=False)
            step = ("nodes",) if member.many else ()
            assert forbidden(response) == {(*link, *step, field) for field in refused}
            for node in response["data"][near.many]["nodes"]:
                _assert_linked(truth, caller, name, node[member.name])


def _assert_linked(truth: Truth, caller: Caller, name: str, linked: Any) -> None:  # noqa: ANN401 - a row, a page or nothing
    for row in [] if linked is None else linked.get("nodes", [linked]):
        assert_row(truth, caller, types()[name], row)


async def test_viewer_says_what_the_file_says(send: Send, kinds: Kinds) -> None:
    """`viewer { may }` promises each tier the fields that `access.csv` lets it read, and no other."""
    for kind, caller in kinds.items():
        response = await send("{ viewer { may { type reads filters } } }", kind)
        said = {each["type"]: each for each in response["data"]["viewer"]["may"]}
        tier = caller.tier.value
        assert said.keys() == {name for name, type_ in types().items() if type_.readable(tier)}
        for name, each in said.items():
            members = types()[name].members.values()
            assert set(each["reads"]) - {THE_ROW} == {member.name for member in members if member.readable(tier)}
            assert set(each["filters"]) == {m.name for m in members if m.readable(tier) and m.filters}


async def test_the_matrix_has_something_to_find(truth: Truth, kinds: Kinds, border: Any) -> None:  # noqa: ANN401 - an address
    """Of every table that a tier reads there are rows that each caller sees and rows that it does not."""
    del border
    for name, type_ in types().items():
        for kind in ("caseworker", "office", "kenya", "region"):
            caller = kinds[kind]
            if not type_.tenant or not type_.readable(caller.tier.value):
                continue
            assert truth.visible(caller, type_.table), (name, kind)
            assert truth.invisible(caller, type_.table), (name, kind)
        if type_.tenant and "programme_id" in ACCESS.columns(type_.table):
            near = [row for row in truth.invisible(kinds["caseworker"], type_.table) if row["country_code"] == "BE"]
            assert near, name


async def test_every_table_of_the_database_is_in_the_matrix(border: Any) -> None:  # noqa: ANN401 - an address
    """No table is left out because the schema does not show it: what it does not show, `test_sql.py` asks for."""
    import asyncpg

    connection: Connection = await asyncpg.connect(**border.connect_arguments("hearth_operator"))
    try:
        rows = await connection.fetch(
            "SELECT relname FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind = 'r'"
        )
    finally:
        await connection.close()
    in_graph = {snake(name) for name in TYPES}
    assert {row[0] for row in rows} - {"hearth_migration"} == set(ACCESS.tables)
    assert set(ACCESS.tables) - in_graph == LEDGERS
