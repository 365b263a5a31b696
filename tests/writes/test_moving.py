"""All that is a child's, a home's, a caregiver's moves with it: over every entity of theirs, whichever they are."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from uuid import UUID

import pytest

from countries.tenancy.caller import Tier
from graph.declarations.model import EntityModel
from graph.entities import graph_model
from graph.entities.history import TABLE_OF_CLASS
from tests.owning import fill_file, owned_in_order, rows_of
from tests.writes.made_up import row_of
from tests.writes.writes import Row, Writes, uuid_of

MODEL = graph_model()
MOVES = {"child": "moveToProgramme", "home": "moveHomeToProgramme", "caregiver": "moveCaregiver"}
"""What lets another programme be responsible, by whatever else belongs to."""
ENTRY = (
    "INSERT INTO {} (country_code, type, row_id, version, programme_id, issuer, subject, operation, after)"
    " VALUES ('BE', $1, $2, 1, $3, 'test', 'test', 'test', '{{}}')"
)


@dataclass(frozen=True, slots=True)
class Moved:
    """What was moved.

    Attributes:
        root: its table.
        id: its identity.
        files: by type, the rows that belong to it.
    """

    root: str
    id: UUID
    files: dict[str, list[UUID]]

    @property
    def rows(self) -> Iterator[tuple[EntityModel, UUID]]:
        """Every row that belongs to it, of every table."""
        for entity in MODEL.owned_by(self.root):
            yield from ((entity, each) for each in self.files[entity.type_name])


async def _begun(writes: Writes, root: str) -> Row:
    match root:
        case "child":
            return await writes.child()
        case "home":
            return await writes.home()
        case _:
            return await row_of(writes, MODEL.by_table[root])


@pytest.fixture(params=sorted(MOVES))
async def moved(writes: Writes, request: pytest.FixtureRequest) -> Moved:
    """With a row in every table of which some belong to it, each with a history; and after that under another team."""
    root: str = request.param
    row = await _begun(writes, root)
    id_, old = uuid_of(row["id"]), uuid_of(writes.programmes["own"])
    await fill_file(writes.operator, MODEL, root, "BE", id_)
    files = {
        entity.type_name: [each["id"] for each in await rows_of(writes.operator, entity, root, id_)]
        for entity in owned_in_order(MODEL, root)
    }
    for type_name, ids in files.items():
        for table in TABLE_OF_CLASS.values():
            for each in ids:
                await writes.operator.execute(ENTRY.format(table), type_name, each, old)
    row = await writes.again(row)
    await writes.ok(MOVES[root], id=row["id"], version=row["version"], programmeId=writes.programmes["other"])
    return Moved(root, id_, files)


def test_whatever_others_belong_to_can_be_moved() -> None:
    """A table to which rows of others belong tomorrow is tried here too, or this says so."""
    assert MODEL.roots == tuple(sorted(MOVES))


async def test_nothing_is_left_behind(writes: Writes, moved: Moved) -> None:
    """Every row of every table that belongs to it is the new programme's, and so is what was kept of it before."""
    assert len(moved.files) > 1
    assert all(moved.files.values()), moved.files
    new = uuid_of(writes.programmes["other"])
    for entity in MODEL.owned_by(moved.root):
        rows = await rows_of(writes.operator, entity, moved.root, moved.id)
        assert {row["id"] for row in rows} == {*moved.files[entity.type_name]}
        assert {row[entity.programme_column or ""] for row in rows} == {new}, entity.table
        for table in TABLE_OF_CLASS.values():
            query = f"SELECT DISTINCT programme_id FROM {table} WHERE row_id = ANY ($1)"  # noqa: S608 - a constant
            kept = await writes.rows(query, moved.files[entity.type_name])
            assert kept == [{"programme_id": new}], (entity.table, table)


async def test_the_old_team_hears_that_it_left_and_the_new_one_that_it_came(writes: Writes, moved: Moved) -> None:
    """Each row has a place in the feed of both, and only the new team sees it."""
    old, new = (uuid_of(writes.programmes[name]) for name in ("own", "other"))
    for entity, each in moved.rows:
        told = await writes.rows("SELECT kind, programme_id FROM change WHERE row_id = $1 ORDER BY number", each)
        assert told[-2:] == [{"kind": "LEFT", "programme_id": old}, {"kind": "UPDATED", "programme_id": new}]
        if Tier.CASEWORKER in entity.readers:
            id_ = f"{entity.type_name}_BE_{each}"
            assert await writes.get(entity.one, "id", "caseworker", id=id_) is None, entity.table
            assert await writes.get(entity.one, "id", "neighbour", id=id_) == {"id": id_}, entity.table


async def test_the_history_of_a_row_tells_when_its_programme_became_another(writes: Writes, moved: Moved) -> None:
    """A copy keeps a history of its own: what was known of a row at an instant is that row's, and nobody else's."""
    old, new = (writes.programmes[name] for name in ("own", "other"))
    for entity, each in moved.rows:
        shows = "history { operation before after }"
        found = await writes.get(entity.one, shows, id=f"{entity.type_name}_BE_{each}")
        entry = next(one for one in found["history"] if one["operation"] == MOVES[moved.root])
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
