"""A child's timeline: all that has a day in the file, from whatever table, as it is written, ended and voided."""

from __future__ import annotations

from typing import Any

from graph.declarations.days import When
from graph.declarations.selections import Together
from graph.entities import graph_model
from tests.owning import fill_file, owned_in_order, rows_of
from tests.writes.writes import Writes, uuid_of

MODEL = graph_model()
SHOWN = ("kind", "day", "precision", "endedOn")
TIMELINE = "timeline(first: 1000) { totalCount nodes { id kind day precision endedOn child { id } row { id } } }"


async def timeline(writes: Writes, child: str, as_: str = "office") -> list[dict[str, Any]]:
    """The entries of a child, as somebody sees them; each once, as many as are counted."""
    found = await writes.get("child", TIMELINE, as_, id=child)
    nodes: list[dict[str, Any]] = found["timeline"]["nodes"]
    assert found["timeline"]["totalCount"] == len(nodes) == len({each["id"] for each in nodes})
    return nodes


async def test_a_life_is_told_from_its_end(writes: Writes) -> None:
    """Birth, enrolment, care, stay and tie, the latest first; an end with its beginning, a plan ahead of today."""
    child = await writes.child(birthDate="2015-05-01", startedOn="2026-01-10")
    link = await writes.ok("addCommunityLink", childId=child["id"], kind="SCHOOL", startedOn="2026-02-01")
    await writes.ok("endCommunityLink", id=link["id"], version=1, endedOn="2026-06-30")
    other = await writes.home()
    await writes.ok("placeChild", childId=child["id"], homeId=other["id"], startedOn="2027-01-01", startReason="MOVE")
    told = [tuple(each[name] for name in SHOWN) for each in await timeline(writes, child["id"])]
    days = ["2027-01-01", "2026-02-01", "2026-01-13", *["2026-01-10"] * 4, "2015-05-01"]
    assert [day for _, day, *_ in told] == days
    assert told[0] == ("PLACEMENT_STARTED_ON", "2027-01-01", None, None)
    assert told[1] == ("COMMUNITY_LINK_STARTED_ON", "2026-02-01", None, "2026-06-30")
    assert told[2] == ("GATEKEEPING_ASSESSMENT_DUE_ON", "2026-01-13", None, None)
    assert {*told[3:7]} == {
        ("PLACEMENT_STARTED_ON", "2026-01-10", None, "2027-01-01"), ("CHILD_ENROLLED_ON", "2026-01-10", None, None),
        ("CARE_EPISODE_STARTED_ON", "2026-01-10", None, None),
        ("GATEKEEPING_ASSESSMENT_OPENED_ON", "2026-01-10", None, None),
    }  # fmt: skip
    assert told[7] == ("CHILD_BIRTH_DATE", "2015-05-01", "DAY", None)


async def test_what_was_recorded_in_error_is_gone_also_for_whoever_names_it(writes: Writes) -> None:
    """A placement that is voided leaves the timeline; its entry's id answers as one that no row has."""
    child = await writes.child()
    (entry,) = (each for each in await timeline(writes, child["id"]) if each["kind"] == "PLACEMENT_STARTED_ON")
    shown = await writes.get("timelineEntry", "day row { id }", id=entry["id"])
    assert shown == {"day": entry["day"], "row": entry["row"]}
    await writes.ok("voidPlacement", id=entry["row"]["id"], version=1, reason="The wrong child.")
    assert "PLACEMENT_STARTED_ON" not in {each["kind"] for each in await timeline(writes, child["id"])}
    assert await writes.get("timelineEntry", "day row { id }", id=entry["id"]) is None
    after = f'{{ child(id: "{child["id"]}") {{ timeline(first: 1) {{ edges {{ cursor }} }} }} }}'
    cursor = (await writes.send(after))["data"]["child"]["timeline"]["edges"][0]["cursor"]
    gone = cursor.partition("_")[0] + "_" + entry["id"].split("_", 2)[2]
    body = await writes.send(after.replace("first: 1", f'first: 1, after: "{gone}"'))
    assert body["data"]["child"]["timeline"] is None
    assert [error["extensions"]["code"] for error in body["errors"]] == ["BAD_USER_INPUT"]


async def test_a_day_that_is_not_known_has_no_entry(writes: Writes) -> None:
    """Without a birth date there is none; of a birth known to a year, and of a death, the first day counts."""
    child = await writes.child(birthDate=None)
    assert "CHILD_BIRTH_DATE" not in {each["kind"] for each in await timeline(writes, child["id"])}
    later = await writes.again(child)
    await writes.ok(
        "updateChild", id=child["id"], version=later["version"], birthDate="2015-01-01", birthDatePrecision="YEAR"
    )
    later = await writes.again(child)
    await writes.ok(
        "recordDeath", id=child["id"], version=later["version"], diedOn="2026-03-01", diedOnPrecision="MONTH"
    )
    told = {each["kind"]: (each["day"], each["precision"]) for each in await timeline(writes, child["id"])}
    assert told["CHILD_BIRTH_DATE"] == ("2015-01-01", "YEAR")
    assert told["CHILD_DIED_ON"] == ("2026-03-01", "MONTH")
    assert next(iter(told)) == "CHILD_DIED_ON"


async def test_others_see_nothing_of_it(writes: Writes) -> None:
    """Another programme's caseworker, and another country, find neither the child's entries nor one by its id."""
    child = await writes.child()
    entries = await timeline(writes, child["id"], "caseworker")
    assert entries
    listed = (
        "query ($ids: [ID!]!) { nodes(ids: $ids) { id } timelineEntries(where: { id: { in: $ids } }) { totalCount } }"
    )
    ids = [each["id"] for each in entries]
    assert (await writes.send(listed, "caseworker", ids=ids))["data"]["timelineEntries"]["totalCount"] == len(ids)
    for stranger in ("neighbour", "kenya"):
        assert await writes.get("child", TIMELINE, stranger, id=child["id"]) is None
        found = (await writes.send(listed, stranger, ids=ids))["data"]
        assert found == {"nodes": [None] * len(ids), "timelineEntries": {"totalCount": 0}}
    moved = await writes.again(child)
    other = writes.programmes["other"]
    await writes.ok("moveToProgramme", id=child["id"], version=moved["version"], programmeId=other)
    assert {each["id"] for each in await timeline(writes, child["id"], "neighbour")} == {*ids}
    assert (await writes.send(listed, "caseworker", ids=ids))["data"]["timelineEntries"]["totalCount"] == 0


async def test_every_day_of_every_row_that_a_child_owns_has_an_entry(writes: Writes) -> None:
    """Over all entities, without naming one: each day that somebody gives stands there, or ends one that does."""
    child = await writes.child()
    id_ = uuid_of(child["id"])
    await fill_file(writes.operator, MODEL, "child", "BE", id_)
    wanted = set()
    for entity in (MODEL.by_table["child"], *owned_in_order(MODEL, "child")):
        rows = await rows_of(writes.operator, entity, "child", id_) if entity.table != "child" else [
            dict(row) for row in await writes.rows("SELECT * FROM child WHERE id = $1", id_)
        ]  # fmt: skip
        for column in entity.stored.values():
            given = column.day is not None and column.day.when is not When.MADE and bool(column.api)
            if not given or (column.day is not None and column.day.after is not None):
                continue
            wanted |= {
                (
                    entity.type_name,
                    str(row["id"]),
                    f"{entity.table}_{column.name}".upper(),
                    row[column.name].isoformat(),
                )
                for row in rows
                if row[column.name] is not None and (entity.void_column is None or row[entity.void_column] is None)
            }
    told = {
        (each["row"]["id"].split("_")[0], each["row"]["id"].split("_")[2], each["kind"], each["day"])
        for each in await timeline(writes, child["id"])
    }
    assert told == wanted
    assert {name for name, *_ in wanted} >= {
        entity.type_name for entity in MODEL.owned_by("child") if _has_days(entity)
    }


def _has_days(entity: Any) -> bool:  # noqa: ANN401 - an entity
    selection = MODEL.selected["timeline_entry"].selection
    assert isinstance(selection, Together)
    return any(part.table == entity.table for part in selection.parts)
