"""Values that count and compare, against real PostgreSQL, through the engine: as they are, as filters, as orders."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from tests.writes.writes import Row, Writes

FREE = "query Q($w: HomeWhere, $on: Date) { homes(where: $w) { nodes { id freePlaces later: freePlaces(on: $on) } } }"


async def names(writes: Writes, where: Row, as_: str = "caseworker", order: str = "") -> Any:  # noqa: ANN401 - JSON
    """The ids of the children that a caller finds."""
    told = await writes.send(
        f"query Q($w: ChildWhere) {{ children(where: $w{order}) {{ nodes {{ id }} }} }}", as_, w=where
    )
    assert "errors" not in told, told
    return [each["id"] for each in told["data"]["children"]["nodes"]]


async def test_nobody_above_a_country_reads_what_is_worked_out_of_its_rows(writes: Writes) -> None:
    """Readers are those who read all that it reads: of a home's capacity everybody, of its stays the country."""
    home = await writes.home()
    for as_ in ("region", "headquarters"):
        told = await writes.send("query Q($id: ID!) { home(id: $id) { capacity freePlaces } }", as_, id=home["id"])
        assert told["data"]["home"] == {"capacity": 4, "freePlaces": None}
        assert told["errors"][0]["extensions"]["code"] == "FORBIDDEN"
        told = await writes.send("{ homes(where: { freePlaces: { gt: 0 } }) { totalCount } }", as_)
        assert (told["data"], told["errors"][0]["extensions"]["code"]) == ({"homes": None}, "FORBIDDEN")
        told = await writes.send("{ homes(orderBy: [{ freePlaces: ASC }]) { totalCount } }", as_)
        assert (told["data"], told["errors"][0]["extensions"]["code"]) == ({"homes": None}, "FORBIDDEN")
    told = await writes.send("query Q($id: ID!) { home(id: $id) { freePlaces } }", "kenya", id=home["id"])
    assert told["data"]["home"] is None


async def test_places_that_are_free_are_told_of_a_day(writes: Writes) -> None:
    """Today where none is named; a colleague whose children live there is told of the same, and not by whom."""
    home = await writes.home(capacity=3)
    await writes.child(home, startedOn="2026-03-01")
    placed = await writes.child(home, startedOn="2026-03-01")
    await writes.ok("endPlacement", id=(await writes.placement(placed))["id"], endedOn="2026-05-01", endReason="OTHER",
                    version=(await writes.placement(placed))["version"])  # fmt: skip
    where = {"id": {"eq": home["id"]}}
    for as_ in ("office", "caseworker"):
        told = await writes.send(FREE, as_, w=where, on="2026-04-01")
        assert told["data"]["homes"]["nodes"] == [{"id": home["id"], "freePlaces": 2, "later": 1}]
        told = await writes.send(FREE, as_, w=where, on=None)
        assert told["data"]["homes"]["nodes"] == [{"id": home["id"], "freePlaces": 2, "later": 2}]
    text = 'query Q($id: ID!) { home(id: $id) { freePlaces(on: "2026-04-01") } }'
    assert (await writes.send(text, id=home["id"]))["data"]["home"] == {"freePlaces": 1}
    refused = await writes.send(text.replace("2026-04-01", "in April"), id=home["id"])
    assert refused["errors"][0]["extensions"]["code"] in ("BAD_USER_INPUT", "GRAPHQL_VALIDATION_FAILED")
    for operand, found in (({"eq": 2}, True), ({"gte": 3}, False), ({"in": [1, 2]}, True), ({"notIn": [2]}, False)):
        told = await writes.send(FREE, "office", w={"and": [where, {"freePlaces": operand}]})
        assert bool(told["data"]["homes"]["nodes"]) is found, operand
        told = await writes.send(FREE, "office", w={"and": [where, {"not": {"freePlaces": operand}}]})
        assert bool(told["data"]["homes"]["nodes"]) is not found, operand


async def test_a_list_is_ordered_by_what_is_worked_out_and_goes_on_from_a_cursor(writes: Writes) -> None:
    """Page by page, forward and backward, it is the list at once."""
    for places in (5, 1, 3, 3, 2):
        await writes.home(capacity=places)
    order = "orderBy: [{ freePlaces: DESC }, { name: ASC }]"
    whole = await writes.send(f"{{ homes(first: 1000, {order}) {{ nodes {{ id freePlaces }} }} }}", "caseworker")
    rows = whole["data"]["homes"]["nodes"]
    assert [row["freePlaces"] for row in rows] == sorted((row["freePlaces"] for row in rows), reverse=True)
    for size, cursor, word in (("first", "after", "endCursor"), ("last", "before", "startCursor")):
        found: list[Row] = []
        at = None
        while True:
            text = f"query Q($at: String) {{ homes({size}: 2, {cursor}: $at, {order})"
            told = await writes.send(
                f"{text} {{ nodes {{ id freePlaces }} pageInfo {{ {word} }} }} }}", "caseworker", at=at
            )
            page = told["data"]["homes"]
            if not page["nodes"]:
                break
            found = [*found, *page["nodes"]] if size == "first" else [*page["nodes"], *found]
            at = page["pageInfo"][word]
        assert found == rows


async def test_a_yes_or_no_is_asked_for_as_either(writes: Writes) -> None:
    """In the document and in a variable: one operation, both answers."""
    there = await writes.child()
    gone = await writes.child()
    placement = await writes.placement(gone)
    await writes.ok(
        "endPlacement", id=placement["id"], endedOn="2026-05-01", endReason="OTHER", version=placement["version"]
    )
    mine = {"id": {"in": [there["id"], gone["id"]]}}
    for asked, found in ((True, there), (False, gone)):
        assert await names(writes, {**mine, "inCare": {"eq": asked}}) == [found["id"]]
        assert await names(writes, {**mine, "not": {"inCare": {"eq": not asked}}}) == [found["id"]]
        word = str(asked).lower()
        where = f"where: {{ id: {{ in: $ids }}, inCare: {{ eq: {word} }} }}"
        text = f"query Q($ids: [ID!]) {{ children({where}) {{ nodes {{ id inCare }} }} }}"
        told = await writes.send(text, ids=mine["id"]["in"])
        assert told["data"]["children"]["nodes"] == [{"id": found["id"], "inCare": asked}]
    assert await names(writes, {**mine, "inCare": {"eq": True}}, "kenya") == []
    refused = await writes.send("{ children(where: { inCare: { eq: null } }) { totalCount } }")
    assert refused["errors"][0]["extensions"]["code"] == "BAD_USER_INPUT"


async def test_an_age_is_a_range_of_birth_dates(writes: Writes) -> None:
    """On both sides of a birthday, of one on 29 February, of whoever has died, and with values that no age has."""
    kims = {
        day: await writes.child(birthDate=day)
        for day in ("2014-11-22", "2014-11-23", "2015-11-22", "2016-02-29", "2013-11-22")
    }
    dead = await writes.child(birthDate="2010-01-01")
    await writes.ok("recordDeath", id=dead["id"], diedOn="2026-02-01", version=dead["version"])
    ages = {"2014-11-22": 12, "2014-11-23": 11, "2015-11-22": 11, "2016-02-29": 10, "2013-11-22": 13}
    mine = {"id": {"in": [*(kim["id"] for kim in kims.values()), dead["id"]]}}
    for operator, holds in (
        ("eq", int.__eq__), ("ne", int.__ne__), ("lt", int.__lt__), ("lte", int.__le__), ("gt", int.__gt__),
        ("gte", int.__ge__),
    ):  # fmt: skip
        for age in (10, 11, 12, 16):
            expected = {kims[day]["id"] for day, years in ages.items() if holds(years, age)}
            expected |= {dead["id"]} if holds(16, age) else set()
            assert set(await names(writes, {**mine, "age": {operator: age}})) == expected, (operator, age)
            expected = {*mine["id"]["in"]} - expected
            assert set(await names(writes, {**mine, "not": {"age": {operator: age}}})) == expected, (operator, age)
    assert set(await names(writes, {**mine, "age": {"in": [10, 13]}})) == {
        kims["2016-02-29"]["id"],
        kims["2013-11-22"]["id"],
    }
    for age in (-1, 2_147_483_647, -2_147_483_648):
        assert await names(writes, {**mine, "age": {"eq": age}}) == []


async def test_days_with_one_carer_are_a_share_of_all(writes: Writes) -> None:
    """Grouped by carer, compared with all days; empty where nobody has cared yet, which comes last."""
    kim, lou = await writes.child(), await writes.child()
    for carer, started, ended in (
        ("Ann", "2026-11-02", "2026-11-12"),
        ("Bo", "2026-11-12", None),
        ("Ann", "2026-10-28", "2026-11-02"),
    ):
        await writes.do(
            "recordSpell", shows="errors { code }", childId=kim["id"], carer=carer, startedOn=started, endedOn=ended
        )
    page = "children(where: { id: { in: $ids } }, orderBy: [{ carerContinuity: ASC }])"
    text = f"query Q($ids: [ID!]) {{ {page} {{ nodes {{ id carerContinuity }} }} }}"
    told = await writes.send(text, "caseworker", ids=[lou["id"], kim["id"]])
    assert told["data"]["children"]["nodes"] == [
        {"id": kim["id"], "carerContinuity": 60}, {"id": lou["id"], "carerContinuity": None},
    ]  # fmt: skip


async def test_coming_of_age_is_by_what_the_country_has_laid_down_today(writes: Writes) -> None:
    """Of a 29 February it is 1 March; of who has died there is none; filters agree with it on every border."""
    days = {
        "2009-03-01": "2027-03-01",
        "2008-02-29": "2026-03-01",
        "2010-02-28": "2028-02-28",
        "2009-02-28": "2027-02-28",
    }
    kims = {birth: await writes.child(birthDate=birth) for birth in days}
    mine = {"id": {"in": [kim["id"] for kim in kims.values()]}}
    for birth, day in days.items():
        assert (await writes.get("child", "comesOfAgeOn", id=kims[birth]["id"]))["comesOfAgeOn"] == day
        for operator, holds in (
            ("eq", str.__eq__),
            ("lte", str.__le__),
            ("lt", str.__lt__),
            ("gte", str.__ge__),
            ("gt", str.__gt__),
        ):
            expected = {kims[each]["id"] for each, other in days.items() if holds(other, day)}
            assert set(await names(writes, {**mine, "comesOfAgeOn": {operator: day}})) == expected, (operator, day)
    for operand in ({"gte": "0001-01-01"}, {"lte": "9999-12-31"}, {"in": sorted(days.values())}, {"isNull": False}):
        assert set(await names(writes, {**mine, "comesOfAgeOn": operand})) == set(mine["id"]["in"]), operand
    await writes.operator.execute(
        "UPDATE policy SET until_day = '2026-11-22' WHERE code = 'BE' AND key = 'age_of_majority'"
    )
    await writes.operator.execute(
        "INSERT INTO policy VALUES ('BE', 'age_of_majority', '2026-11-22', NULL, 21, 'made up')"
    )
    try:
        kim = kims["2008-02-29"]
        assert (await writes.get("child", "comesOfAgeOn", id=kim["id"]))["comesOfAgeOn"] == "2029-03-01"
        assert await names(writes, {**mine, "comesOfAgeOn": {"lt": "2029-03-02"}}) == [kim["id"]]
    finally:
        await writes.operator.execute("UPDATE policy SET key = 'undone' WHERE code = 'BE' AND from_day = '2026-11-22'")
        await writes.operator.execute(
            "UPDATE policy SET until_day = NULL WHERE code = 'BE' AND key = 'age_of_majority'"
        )


async def test_what_no_index_serves_is_refused_with_the_reason(writes: Writes) -> None:
    """As a filter or an order, in the document or in a variable: the hint says why, and what to use instead."""
    why = "`nextCheckUpOn` is worked out for each row, and no index serves to {} a list by it."
    for text, hint in (
        ("{ children(where: { nextCheckUpOn: { isNull: true } }) { totalCount } }", why.format("narrow")),
        ("{ children(orderBy: [{ nextCheckUpOn: ASC }]) { totalCount } }", why.format("order")),
    ):
        told = await writes.send(text, "caseworker")
        assert hint in {error["extensions"]["hint"] for error in told["errors"]}, told
    text = "query Q($w: ChildWhere) { children(where: $w) { totalCount } }"
    told = await writes.send(text, "caseworker", w={"nextCheckUpOn": {"isNull": True}})
    assert [error["extensions"]["hint"] for error in told["errors"]] == [why.format("narrow")], told
    told = await writes.send("{ children(orderBy: [{ comesOfAgeOn: ASC }]) { totalCount } }")
    hint = "`comesOfAgeOn` is worked out for each row, and no index serves to order a list by it."
    assert [error["extensions"]["hint"] for error in told["errors"]] == [
        f"{hint} Order it by `birthDate`, `diedOn`."
    ], told
