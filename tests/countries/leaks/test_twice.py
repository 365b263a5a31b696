"""The doors to a child who was recorded twice: whose the file is now says who reads both records and their rows."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.countries.leaks.border import PROGRAMME_SECRET
from tests.countries.leaks.conftest import NEIGHBOUR, Send
from tests.countries.leaks.documents import UNKNOWN
from tests.countries.leaks.shape import types
from tests.countries.leaks.truth import Row, Truth, identity
from tests.countries.leaks.twice import (
    BOND_TO_CAME,
    BOND_TO_LEFT,
    CALLED,
    CAME,
    CAME_BOND,
    CAME_FOR,
    CAME_STAY,
    ERROR,
    LEFT,
    LEFT_BOND,
    LEFT_FIRST,
    LEFT_FOR,
    LEFT_STAYS,
    LEFT_TIE,
    LIVED_IN,
    SIBLING,
    SISTER,
    SISTERS,
    TAKEN_BACK,
    WHY,
)
from tests.countries.leaks.twice_files import DOORS, IDS, NATIONAL, SEES, child, file_of, of, page

if TYPE_CHECKING:
    from collections.abc import Iterable
    from uuid import UUID

    from countries.tenancy.caller import Caller

Kinds = dict[str, "Caller"]
DAYS = {"LEFT": 7, "CAME": 6}
"""Of each file: birth and first day of her who stands, and each stay, exception, bond and tie of both records."""
PAST = 'history { operation subject reason before after } asKnownAt(instant: "2100-01-01T00:00:00Z")'


@pytest.mark.parametrize("kind", NATIONAL)
async def test_a_file_is_its_programmes_by_every_id_and_at_every_door(
    send: Send, programmes: dict[str, list[UUID]], kind: str
) -> None:
    """By an old id as by the new one: the whole file for the programme that has it now, and no row for the other."""
    for name, ids in IDS.items():
        named = [child(each)["id"] for each in ids]
        for id_ in named:
            data = (await send(DOORS, kind, id=id_, ids=named))["data"]
            if name not in SEES[kind]:
                empty = {"child": None, "node": None, "nodes": [None] * len(ids), "children": page()}
                assert data == empty
                continue
            whose = f"Programme_BE_{programmes['BE'][1 if name == 'LEFT' else 0]}"
            answers = [data["child"], data["node"], *data["nodes"], *data["children"]["nodes"]]
            assert data["children"]["totalCount"] == 1
            timelines = [each.pop("timeline") for each in answers]
            assert answers == [file_of(name, kind, whose)] * len(answers)
            for timeline in timelines:
                assert timeline["totalCount"] == DAYS[name]
                assert {each["child"]["id"] for each in timeline["nodes"]} == {named[-1]}


@pytest.mark.parametrize("kind", NATIONAL)
async def test_conditions_mean_a_child_by_every_id(send: Send, kind: str) -> None:
    """On a link as on an id of its own; a record that went is found as such, and who it was is nobody else's to ask."""
    document = (
        "query ($id: ID!) { placements(where: { child: { id: { eq: $id } } }) { nodes { child { id } } }"
        " bonds: siblingBonds(where: { sibling: { id: { eq: $id } } }) { nodes { sibling { id } } }"
        " twice: children(where: { alsoRecordedAs: { some: { id: { eq: $id } } } }) { nodes { id } }"
        " led: children(where: { sameAs: { id: { eq: $id } } }) { totalCount } }"
    )
    for name, ids in IDS.items():
        stands = child(ids[-1])
        for uuid in ids:
            data = (await send(document, kind, **child(uuid)))["data"]
            there = name in SEES[kind]
            stays = {"LEFT": 2, "CAME": 1}[name] if there else 0
            assert data["placements"]["nodes"] == [{"child": stands}] * stays
            bonds = there and kind != NEIGHBOUR
            assert data["bonds"]["nodes"] == ([{"sibling": stands}] if bonds else [])
            assert data["twice"]["nodes"] == ([stands] if there and uuid != ids[-1] else [])
            assert data["led"] == {"totalCount": 0}


async def test_the_sibling_of_both_reads_a_name_and_no_more(send: Send) -> None:
    """The own bond to one who has left shows the name, now and in its past; the one to her who came leads to her."""
    bonds = f"siblingBonds {{ nodes {{ id siblingName sibling {{ id }} {PAST} }} }}"
    document = (
        f"query ($id: ID!) {{ child(id: $id) {{ {bonds} siblings {{ nodes {{ id }} }}"
        " siblingBondsOfOthers { nodes { id } } } }"
    )
    told = (await send(document, "caseworker", **child(SIBLING)))["data"]["child"]
    found = {each["id"]: (each["siblingName"], each["sibling"]) for each in told["siblingBonds"]["nodes"]}
    assert found == {
        of("SiblingBond", BOND_TO_LEFT)["id"]: (CALLED, None),
        of("SiblingBond", BOND_TO_CAME)["id"]: (CALLED, child(CAME_FOR)),
        of("SiblingBond", SISTERS[0])["id"]: ("Sis", child(SISTER)),
    }
    assert told["siblings"]["nodes"] == [child(CAME_FOR), child(SISTER)]
    assert {each["id"] for each in told["siblingBondsOfOthers"]["nodes"]} == {
        of("SiblingBond", each)["id"] for each in (CAME_BOND, SISTERS[1])
    }
    said = {each["id"]: str((each["history"], each["asKnownAt"])) for each in told["siblingBonds"]["nodes"]}
    assert LEFT_FOR not in said[of("SiblingBond", BOND_TO_LEFT)["id"]]


@pytest.mark.parametrize("kind", NATIONAL)
async def test_the_past_of_an_old_record_goes_with_it(send: Send, kind: str) -> None:
    """What was written of it before is its new programme's to read, and no longer the old one's."""
    rows = "query ($id: ID!) { child(id: $id) { %s placements { nodes { %s } } alsoRecordedAs { nodes { %s } } } }"
    stay = f"query ($id: ID!) {{ placement(id: $id) {{ {PAST} }} }}"
    for name, ids in IDS.items():
        told = (await send(rows % (PAST, PAST, PAST), kind, **child(ids[0])))["data"]["child"]
        uuid = {"LEFT": LEFT_STAYS[0], "CAME": CAME_STAY}[name]
        placed = (await send(stay, kind, **of("Placement", uuid)))["data"]["placement"]
        if name not in SEES[kind]:
            assert (told, placed) == (None, None)
            continue
        word = PROGRAMME_SECRET if name == "LEFT" else WHY
        gone = told["alsoRecordedAs"]["nodes"][-1]
        for each in (gone, placed):
            assert {"word": word} in [entry["after"] for entry in each["history"]]
        assert "voidChild" in {entry["operation"] for entry in gone["history"]}
        assert gone["asKnownAt"]["voidReason"] == word


@pytest.mark.parametrize("kind", ["caseworker", NEIGHBOUR])
async def test_the_feed_tells_a_programme_what_has_left_it_and_what_came(send: Send, kind: str) -> None:
    """Of what left that it is gone; of the record that went where it leads, to whoever has the file now."""
    document = "{ changes(first: 1000) { nodes { rowId kind isGone node { id ... on Child { sameAs { id } } } } } }"
    told = (await send(document, kind))["data"]["changes"]["nodes"]
    left, came = (LEFT, CAME) if kind == "caseworker" else (CAME, LEFT)
    stands = CAME_FOR if kind == "caseworker" else LEFT_FOR
    of_left = [each for each in told if each["rowId"] == child(left)["id"]]
    assert {each["kind"] for each in of_left} == {"UPDATED", "LEFT"}
    assert all(each["isGone"] and each["node"] is None for each in of_left)
    of_came = [each for each in told if each["rowId"] == child(came)["id"]]
    assert [each["kind"] for each in of_came if each["kind"] != "UPDATED"] == ["VOIDED"]
    assert all(each["isGone"] and each["node"] == {**child(came), "sameAs": child(stands)} for each in of_came)
    assert {"rowId": child(stands)["id"], "kind": "UPDATED", "isGone": False, "node": {
        **child(stands), "sameAs": None,
    }} in told  # fmt: skip


async def test_a_file_is_of_one_programme(truth: Truth) -> None:
    """Whatever stands in a child's file, and what was written of it, is of the programme that has the child now."""
    owners = {(row["country_code"], row["id"]): row["programme_id"] for row in truth.rows["child"]}
    files = {key: key for key in owners}
    for row in truth.rows["child"]:
        stands = truth.standing("child", row)
        assert row["programme_id"] == stands["programme_id"]
        files[row["country_code"], row["id"]] = (stands["country_code"], stands["id"])
    of_rows = dict(owners)
    for table in ("placement", "sibling_bond", "community_link", "placement_exception"):
        for row in truth.rows[table]:
            # A tie may be a home's own.
            whose = owners.get((row["country_code"], row["child_id"]), row["programme_id"])
            assert row["programme_id"] == whose, (table, row["id"])
            of_rows[row["country_code"], row["id"]] = row["programme_id"]
    written = _past(truth)
    assert {LEFT, LEFT_FIRST, CAME, LEFT_STAYS[0], CAME_STAY} <= {row["row_id"] for row in written}
    for row in written:
        key = (row["country_code"], row["row_id"])
        assert key not in of_rows or row["programme_id"] == of_rows[key], row


def _past(truth: Truth) -> list[Row]:
    return [row for table in ("plain", "personal", "sensitive") for row in truth.rows[f"history_{table}"]]


@pytest.mark.parametrize("kind", NATIONAL)
async def test_what_was_taken_back_is_there_by_its_id_for_its_own(
    send: Send, truth: Truth, kinds: Kinds, kind: str
) -> None:
    """Of each kind that can be: in no list; by its id for whoever sees such rows, with the reason; else as unknown."""
    asked = [each for each in _taken_back(truth) if each[1]["country_code"] == "BE"]
    assert {name for name, _ in asked} >= {"Home", "SiblingBond", "CommunityLink", "CommunityPartner", "Programme"}
    document = (
        "query ($id: ID!) { node(id: $id) { id ... on %s { voidReason } }"
        " %s(where: { id: { eq: $id } }) { totalCount } }"
    )
    for name, row in asked:
        type_ = types()[name]
        data = (await send(document % (name, type_.many), kind, id=identity(type_, row)))["data"]
        seen = truth.sees(kinds[kind], type_.table, row)
        assert data["node"] == ({"id": identity(type_, row), "voidReason": row["void_reason"]} if seen else None)
        assert data[type_.many] == {"totalCount": 0}


def _taken_back(truth: Truth) -> Iterable[tuple[str, Row]]:
    for type_ in types().values():
        for row in truth.rows[type_.table]:
            if row.get("id") in {*TAKEN_BACK, ERROR}:
                yield type_.name, row


@pytest.mark.parametrize(
    ("mutation", "noun", "given"),
    [
        ("updateChild", "Child", {"version": 2, "interests": "Chess"}),
        ("placeChild", "Child", {"homeId": of("Home", LIVED_IN)["id"], "startedOn": "2026-05-01"}),
        ("recordSiblingBond", "Child", {"siblingId": child(SISTER)["id"], "kind": "FULL"}),
        ("endPlacement", "Placement", {"version": 2, "endedOn": "2026-02-05", "endReason": "MOVE"}),
        ("endCommunityLink", "CommunityLink", {"version": 2, "endedOn": "2026-02-05"}),
        ("voidSiblingBond", "SiblingBond", {"version": 2, "reason": "No."}),
    ],
)
async def test_a_file_that_has_left_is_no_one_to_write(
    send: Send, mutation: str, noun: str, given: dict[str, object]
) -> None:
    """A caseworker who names one of its rows, by any id, is told what an unknown id is told."""
    document = (
        f"mutation ($input: {mutation[0].upper()}{mutation[1:]}Input!) {{ {mutation}(input: $input)"
        " { errors { code reason message path hint params } } }"
    )
    field = "childId" if mutation in ("placeChild", "recordSiblingBond") else "id"
    hidden = {"Child": (LEFT_FIRST, LEFT, LEFT_FOR), "Placement": LEFT_STAYS, "CommunityLink": (LEFT_TIE,)}
    answers = [
        await send(document, "caseworker", input={**given, field: of(noun, uuid)["id"], "dryRun": True})
        for uuid in (UNKNOWN, *hidden.get(noun, (LEFT_BOND,)))
    ]
    unknown = answers[0]["data"][mutation]["errors"]
    assert [error["code"] for error in unknown] == ["NOT_FOUND"]
    assert all(answer == answers[0] for answer in answers)


async def test_a_file_that_has_come_is_written_by_its_new_id(send: Send) -> None:
    """The old record is told to have been taken back, to whoever has the file now, and to nobody else."""
    document = "mutation ($input: UpdateChildInput!) { updateChild(input: $input) { errors { reason } } }"
    for uuid, version, caseworker in ((CAME_FOR, 1, []), (CAME, 2, ["TAKEN_BACK"])):
        given = {**child(uuid), "version": version, "interests": "Chess", "dryRun": True}
        for kind, reasons in (("caseworker", caseworker), (NEIGHBOUR, ["NO_SUCH_ROW"])):
            told = (await send(document, kind, input=given))["data"]["updateChild"]["errors"]
            assert [error["reason"] for error in told] == reasons
