"""All that is a child's moves with the child: over every entity that a child owns, whichever they are."""

from __future__ import annotations

from uuid import UUID

import pytest

from graph.entities import graph_model
from graph.entities.history import TABLE_OF_CLASS
from tests.owning import fill_file, owned_in_order, rows_of
from tests.writes.writes import Row, Writes, uuid_of

MODEL = graph_model()
ROOT = "child"
ENTRY = (
    "INSERT INTO {} (country_code, type, row_id, version, programme_id, issuer, subject, operation, after)"
    " VALUES ('BE', $1, $2, 1, $3, 'test', 'test', 'test', '{{}}')"
)


@pytest.fixture
async def moved(writes: Writes) -> tuple[Row, dict[str, list[UUID]]]:
    """A child with a row in every table that a child owns, each with a history; and after that under another team."""
    child = await writes.child()
    id_, old = uuid_of(child["id"]), uuid_of(writes.programmes["own"])
    await fill_file(writes.operator, MODEL, ROOT, "BE", id_)
    files = {
        entity.type_name: [row["id"] for row in await rows_of(writes.operator, entity, ROOT, id_)]
        for entity in owned_in_order(MODEL, ROOT)
    }
    for type_name, ids in files.items():
        for table in TABLE_OF_CLASS.values():
            for each in ids:
                await writes.operator.execute(ENTRY.format(table), type_name, each, old)
    child = await writes.again(child)
    await writes.ok("moveToProgramme", id=child["id"], version=child["version"], programmeId=writes.programmes["other"])
    return child, files


async def test_nothing_is_left_behind(writes: Writes, moved: tuple[Row, dict[str, list[UUID]]]) -> None:
    """Every row of every table that a child owns is the new programme's, and so is what was kept of it before."""
    child, files = moved
    assert len(files) > 1
    assert all(files.values()), files
    new = uuid_of(writes.programmes["other"])
    for entity in MODEL.owned_by(ROOT):
        rows = await rows_of(writes.operator, entity, ROOT, uuid_of(child["id"]))
        assert {row["id"] for row in rows} == {*files[entity.type_name]}
        assert {row[entity.programme_column or ""] for row in rows} == {new}, entity.table
        for table in TABLE_OF_CLASS.values():
            query = f"SELECT DISTINCT programme_id FROM {table} WHERE row_id = ANY ($1)"  # noqa: S608 - a constant
            kept = await writes.rows(query, files[entity.type_name])
            assert kept == [{"programme_id": new}], (entity.table, table)


async def test_the_old_team_hears_that_it_left_and_the_new_one_that_it_came(
    writes: Writes, moved: tuple[Row, dict[str, list[UUID]]]
) -> None:
    """Each row has a place in the feed of both, and only the new team sees it."""
    _, files = moved
    old, new = (uuid_of(writes.programmes[name]) for name in ("own", "other"))
    for entity in MODEL.owned_by(ROOT):
        for each in files[entity.type_name]:
            told = await writes.rows("SELECT kind, programme_id FROM change WHERE row_id = $1 ORDER BY number", each)
            assert told[-2:] == [{"kind": "LEFT", "programme_id": old}, {"kind": "UPDATED", "programme_id": new}]
            id_ = f"{entity.type_name}_BE_{each}"
            assert await writes.get(entity.one, "id", "caseworker", id=id_) is None, entity.table
            assert await writes.get(entity.one, "id", "neighbour", id=id_) == {"id": id_}, entity.table


async def test_the_history_of_a_row_tells_when_its_programme_became_another(
    writes: Writes, moved: tuple[Row, dict[str, list[UUID]]]
) -> None:
    """A copy keeps a history of its own: what was known of a row at an instant is that row's, and nobody else's."""
    _, files = moved
    old, new = (writes.programmes[name] for name in ("own", "other"))
    for entity in MODEL.owned_by(ROOT):
        for each in files[entity.type_name]:
            shows = "history { operation before after }"
            found = await writes.get(entity.one, shows, id=f"{entity.type_name}_BE_{each}")
            entry = next(one for one in found["history"] if one["operation"] == "moveToProgramme")
            assert (entry["before"], entry["after"]) == ({"programme": old}, {"programme": new})


async def test_a_uuid_of_two_types_takes_nobody_elses_history_along(writes: Writes) -> None:
    """A client names what it adds, by another child's uuid too: that child's history stays with its programme."""
    stays, goes = await writes.child(), await writes.child()
    stays = await writes.ok("updateChild", id=stays["id"], version=stays["version"], interests="Chess")
    tie = {"id": f"CommunityLink_BE_{uuid_of(stays['id'])}", "childId": goes["id"], "kind": "FAITH"}
    await writes.ok("addCommunityLink", startedOn="2026-03-01", **tie)
    shows, before = "history { operation }", [{"operation": "updateChild"}, {"operation": "admitChild"}]
    assert [each for each in before if each in (await writes.get("child", shows, id=stays["id"]))["history"]] == before
    goes = await writes.again(goes)
    await writes.ok("moveToProgramme", id=goes["id"], version=goes["version"], programmeId=writes.programmes["other"])
    told = await writes.get("child", shows, "caseworker", id=stays["id"])
    assert [each for each in before if each in told["history"]] == before
    tied = await writes.get("communityLink", shows, "neighbour", id=tie["id"])
    assert {"operation": "addCommunityLink"} in tied["history"]
