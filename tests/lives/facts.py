"""What is so of every plain verb, whatever it is declared of: refusals, history, feed, keys."""

from __future__ import annotations

from typing import TYPE_CHECKING

import orjson

from graph.declarations.base import Entity
from graph.declarations.constraints import row_rules
from graph.declarations.day_bounds import span_of
from graph.declarations.row_rules import After, Known
from graph.declarations.verbs import REASONED, Verb
from graph.reasons import Reason
from graph.writes.actions import all_actions
from graph.writes.mutation import Given, Linked, Parts
from tests.writes.made_up import made_up, of_same_owner, plain_verbs
from tests.writes.operations import with_unknown_ids

if TYPE_CHECKING:
    from graph.declarations.model import EntityModel
    from tests.writes.writes import Json, Row, Writes

ENTRIES = """
SELECT operation, reason, subject, version, coalesce(before, '{}') AS before, after
FROM (SELECT * FROM history_plain UNION ALL SELECT * FROM history_personal UNION ALL SELECT * FROM history_sensitive) h
WHERE country_code = 'BE' AND row_id = $1 AND version = $2
"""
FEED = "SELECT kind FROM change WHERE country_code = 'BE' AND row_id = $1 ORDER BY number DESC LIMIT 1"
KINDS = {Verb.RECORD: "CREATED", Verb.VOID: "VOIDED"}


async def told_of(writes: Writes, row: Row) -> tuple[list[Row], Json]:
    """What the history holds of a row's version, and what the feed tells last."""
    uuid = row["id"].rpartition("_")[2]
    entries = [
        entry | {side: orjson.loads(entry[side]) for side in ("before", "after")}
        for entry in await writes.rows(ENTRIES, uuid, row["version"])
    ]
    return entries, await writes.value(FEED, uuid)


async def is_done(writes: Writes, name: str) -> None:
    """It is done; the history says who, by what and why, and the feed names the row."""
    entity, mutation = plain_verbs()[name]
    given = await made_up(writes, name)
    row = await writes.ok(name, "office", **given)
    assert row["version"] == given.get("version", 0) + 1
    entries, kind = await told_of(writes, row)
    assert entries, name
    assert {(entry["operation"], entry["reason"]) for entry in entries} == {
        (name, given["reason"] if mutation.does in REASONED else None)
    }
    assert kind == KINDS.get(mutation.does, "UPDATED")
    if mutation.does is Verb.VOID:
        assert await writes.get(entity.one, "id", id=row["id"]) is None or row["voidedAt"]


async def is_refused_to_strangers(writes: Writes, name: str, seen: tuple[str, ...]) -> None:
    """Nobody without a country's role does it; another country and another programme are as if it were not there."""
    entity, _ = plain_verbs()[name]
    given = await made_up(writes, name)
    before = await writes.state()
    for as_ in ("region", "headquarters", "auditor"):
        body = (await writes.do(name, as_, **given)).body
        assert [error["extensions"]["code"] for error in body["errors"]] == ["FORBIDDEN"]
    leans = not all_actions()[name].creates or any(isinstance(each, Linked) for each in all_actions()[name].takes)
    strangers = ["kenya", *(["neighbour"] if entity.programme_column and "caseworker" in _tiers(name) else [])]
    for as_ in strangers if leans else ():
        told = await writes.do(name, as_, **given)
        assert {code for code, _ in told.refused} == {"NOT_FOUND"}, (name, as_)
        sees = seen if as_ == "neighbour" else ()
        assert told.body == (await writes.do(name, as_, **with_unknown_ids(given, sees))).body
    assert await writes.state() == before


def _tiers(name: str) -> set[str]:
    return {tier.value for tier in all_actions()[name].tiers}


async def is_refused_when_stale(writes: Writes, name: str) -> None:
    """Of a row that has changed since, nothing is written, and it is shown as it is now."""
    given = await made_up(writes, name)
    before = await writes.state()
    told = await writes.do(name, **given | {"version": given["version"] + 1})
    assert told.reasons == {Reason.STALE_VERSION}
    assert told.row["id"] == given["id"]
    assert await writes.state() == before


async def is_done_once_under_a_key(writes: Writes, name: str) -> None:
    """The same under the same key is told again, and done once; another input under it is refused."""
    given = await made_up(writes, name) | {"idempotencyKey": f"verb-{name}"}
    first = await writes.do(name, **given)
    assert (first.row is not None, first.errors) == (True, [])
    before = await writes.state()
    assert (await writes.do(name, **given)).body == first.body
    # What says no word of its own is told apart from the first one by what it leaves out.
    made = [await made_up(writes, name, whole=whole) | {"idempotencyKey": f"verb-{name}"} for whole in (True, False)]
    other = next(each for each in made if each != given)
    before = await writes.state()
    assert (await writes.do(name, **other)).reasons == {Reason.KEY_USED}
    assert await writes.state() == before


async def each_value_goes_alone(writes: Writes, name: str) -> None:
    """Each value that may be left out is given alone: that is what changes, and all that the history tells of.

    So a text that writes several columns writes what is meant.
    """
    entity, mutation = plain_verbs()[name]
    least, whole = await made_up(writes, name, whole=False), await made_up(writes, name)
    for taken in all_actions()[name].takes:
        goes_along = isinstance(taken, Given) and taken.about is not None
        apart = _comes_with_the_end(entity, taken.name) or _comes_with_the_start(entity, taken.name, mutation.does)
        beside = of_same_owner(entity, taken) is not None or _fills_another_table(entity, taken)
        if taken.name not in whole or taken.name in least or goes_along or apart or beside:
            continue
        if _coupled(entity, taken.name):
            continue
        given = await made_up(writes, name, whole=False)
        before = await writes.again(given) if "id" in given else {}
        row = await writes.ok(name, **given, **{taken.name: whole[taken.name]})
        entries, _ = await told_of(writes, row)
        said = {key for entry in entries for key in entry["after"]}
        label = taken.name.removesuffix("Id") if isinstance(taken, Linked | Parts) else taken.name
        own = {label, *_along(entity, label)} if not isinstance(taken, Parts) else set()
        known = {each.removesuffix("Id") for each in given} - {"id", "version", "reason"} | own
        if mutation.does is Verb.RECORD:
            assert own <= said <= known | _made(entity), (taken.name, said, known)
        else:
            as_it_was = {key for key in known if key in before and before[key] == row[key]}
            as_it_was |= {label} if whole[taken.name] is None else set()
            assert said == known - as_it_was, (taken.name, said, known)
            worked_out = {each.label for each in entity.stored.values() if each.generated}
            changed = {key for key in row if row[key] != before.get(key)} - {"version", "updatedAt"} - worked_out
            assert changed <= known, (taken.name, changed, known)


def _fills_another_table(entity: EntityModel, taken: object) -> bool:
    """What is written into a row beside its own, such as where a home is."""
    return isinstance(taken, Given) and bool(taken.fills) and not taken.fills.startswith(f"{entity.table}.")


def _comes_with_the_end(entity: EntityModel, name: str) -> bool:
    """What is said together with the end of a row is tried by itself."""
    if not entity.at_end:
        return False
    return name in {entity.stored[column].label for column in (span_of(entity)[1], *entity.at_end)}


def _coupled(entity: EntityModel, name: str) -> bool:
    """What the table lets stand beside some values alone is tried with them."""
    rules = row_rules(Entity.metadata.tables[entity.table])
    ends = {(each.name, each.day.after) for each in entity.stored.values() if each.day is not None}
    coupled = (form.columns for form, _ in rules if not isinstance(form, After | Known) and form.columns not in ends)
    return any(name in {entity.stored[column].label for column in columns} for columns in coupled)


def _comes_with_the_start(entity: EntityModel, name: str, verb: Verb) -> bool:
    """An end by itself would be of what begins today."""
    ends = (each for each in entity.stored.values() if each.label == name and each.day is not None and each.day.after)
    starts = (entity.stored[each.day.after].day for each in ends if each.day is not None and each.day.after)
    return verb is Verb.RECORD and any(day is not None and day.today for day in starts)


def _along(entity: EntityModel, label: str) -> set[str]:
    """What is written with a value: how much of a day is known, copies of a row, what is reckoned by the value."""
    (column,) = (each for each in entity.stored.values() if each.label == label)
    copies = entity.taken_from(column.name) if column.target is not None else {}
    precisions = {each.label for each in entity.stored.values() if each.about and each.about.of == column.name}
    told = (each for each in map(entity.stored.__getitem__, copies) if each.made is None)
    reckoned = {each.label for each in entity.stored.values() if each.reckoned and column.name in each.reckoned.uses}
    return {each.label for each in told} | precisions | reckoned


def _made(entity: EntityModel) -> set[str]:
    """What a new row has without anybody giving it: copies, what is reckoned, and today."""
    stored = entity.stored.values()
    made = {each.label for each in stored if (each.copy_of or each.reckoned) and each.made is None}
    return made | {each.label for each in stored if each.day is not None and each.day.today}


async def ends_once(writes: Writes, name: str) -> None:
    """A row whose end has come ends no more where a correction sets it right; else the day is given anew."""
    entity, _ = plain_verbs()[name]
    given = await made_up(writes, name)
    row = await writes.ok(name, **given)
    told = await writes.do(name, **given | {"version": row["version"]})
    corrected = any(each.does is Verb.CORRECT for each in entity.mutations)
    assert told.reasons == ({Reason.ENDED_ALREADY} if corrected else set())


async def is_taken_back_once(writes: Writes, name: str) -> None:
    """What was taken back is in no list, and no verb is done to it any more."""
    entity, _ = plain_verbs()[name]
    given = await made_up(writes, name)
    row = await writes.ok(name, **given)
    assert (row["voidReason"], row["voidedAt"] is not None) == (given["reason"], True)
    listed = await writes.send(f"{{ {entity.many}(first: 1000) {{ nodes {{ id }} }} }}")
    assert row["id"] not in {node["id"] for node in listed["data"][entity.many]["nodes"]}
    for other, (of, mutation) in plain_verbs().items():
        if of is entity and mutation.does is not Verb.RECORD:
            # What lies in another child's file would be told too.
            beside = {each.name for each in all_actions()[other].takes if of_same_owner(entity, each) is not None}
            made = await made_up(writes, other) | {"id": row["id"], "version": row["version"]}
            again = {name: value for name, value in made.items() if name not in beside}
            before = await writes.state()
            told = await writes.do(other, **again)
            assert told.reasons == {Reason.TAKEN_BACK}, other
            assert await writes.state() == before
