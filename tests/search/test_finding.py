"""Children, homes and partners are found by any beginning of any word of their names and numbers, the nearest first."""

from __future__ import annotations

import pytest

from graph.bulk.keys_anew import make_keys
from graph.entities import graph_model
from tests.search.stored_keys import assert_found_by
from tests.writes.writes import Row, Writes, uuid_of

SEARCH = """
query Q($search: String, $first: Int, $last: Int, $after: String, $before: String,
        $where: ChildWhere, $orderBy: [ChildOrderBy!]) {
  children(
    search: $search, first: $first, last: $last, after: $after, before: $before, where: $where, orderBy: $orderBy
  ) {
    totalCount
    nodes { id givenName familyName }
    pageInfo { startCursor endCursor hasNextPage hasPreviousPage }
  }
}
"""
UNORDERED = SEARCH.replace(", $orderBy: [ChildOrderBy!]", "").replace(", orderBy: $orderBy", "")


async def page_of(writes: Writes, search: str | None, as_: str = "office", /, **given: object) -> Row:
    """The page that a search finds."""
    body = await writes.send(SEARCH if "orderBy" in given else UNORDERED, as_, search=search, **given)
    assert "errors" not in body, body
    page: Row = body["data"]["children"]
    return page


def names_of(page: Row) -> list[str]:
    """The names of a page's children, in order."""
    return [" ".join(filter(None, (each["givenName"], each["familyName"]))) for each in page["nodes"]]


async def found(writes: Writes, search: str | None, as_: str = "office", /, **given: object) -> list[str]:
    """The names of the children that a search finds, in order."""
    return names_of(await page_of(writes, search, as_, **given))


async def children(writes: Writes, *names: tuple[str, str | None], programme: str = "own") -> list[Row]:
    """Children with these names."""
    home = await writes.home(programme, capacity=200)
    return [await writes.child(home, programme, givenName=given, familyName=family) for given, family in names]


async def refusal(writes: Writes, search: str, as_: str = "office") -> Row:
    """What is told of a search that cannot be meant."""
    body = await writes.send("query Q($s: String) { children(search: $s) { nodes { id } } }", as_, s=search)
    assert body.get("data") is None
    (error,) = body["errors"]
    assert search[:20] not in error["message"]
    row: Row = error
    return row


STEPHANIE = "Stéphanie Anne D\N{RIGHT SINGLE QUOTATION MARK}Adamo"


@pytest.mark.parametrize(
    "search",
    [
        "steph ada", "ADA  STÉPH", "ste\u0301phanie", "d'adamo anne", "dadamo", "stephanie d`adamo", "anne st",
        "stephanieannedadamo", "d adamo stephanie", "stephanie-anne", "\N{LEFT SINGLE QUOTATION MARK}adamo",
        "STEPHANIE ANN",
    ],
)  # fmt: skip
async def test_any_beginning_of_any_word_finds(writes: Writes, search: str) -> None:
    """Capitals, accents, apostrophes, the order of words, spaces and the form of Unicode make no difference."""
    if not await writes.value("SELECT count(*) FROM child WHERE given_name = 'Stéphanie Anne'"):
        await children(writes, ("Stéphanie Anne", STEPHANIE.split(" ")[2]), ("Steven", "Adam"))
    assert (await found(writes, search))[:1] == [STEPHANIE]
    assert STEPHANIE not in await found(writes, f"{search} xerxes")


async def test_every_word_has_to_be_found(writes: Writes) -> None:
    """A child that has one of the words alone is not found."""
    await children(writes, ("Zebedee", "Quartz"), ("Zebedee", "Umber"))
    assert await found(writes, "zebed quar") == ["Zebedee Quartz"]
    assert await found(writes, "quar umb") == []


async def test_the_nearest_come_first(writes: Writes) -> None:
    """The very name, then those that begin so, then those that are a letter off, then those that sound alike."""
    names = (
        ("Fredegond", "Vrolijk"),
        ("Wolfgangus", None),
        ("Wolfgamg", None),
        ("Wolfgang", None),
        ("Wholfkang", None),
    )
    await children(writes, *names)
    told = await found(writes, "wolfgang")
    assert told == ["Wolfgang", "Wolfgangus", "Wolfgamg"]
    assert await found(writes, "phredegonde") == ["Fredegond Vrolijk"]


@pytest.mark.parametrize(
    ("given", "family", "searches"),
    [
        ("Екатерина", "Ильина", ["екатерина", "ilina ekat", "Ekaterina", "катерина ильина"]),
        ("محمد", "الزهراني", ["محمد", "مُحَمَّد", "Mohammed", "muhammad", "الزه"]),
        ("小明", "王", ["王小明", "小明", "王", "wang xiaoming", "Xiaoming Wang", "xiao", "明", "王大明", "王明"]),
        ("민수", "김", ["김민수", "민수", "gim minsu", "김민", "김만수"]),
        ("ሙሉጌታ", "አበበ", ["ሙሉጌታ", "mulugeta", "አበ", "ሙሉታ አበበ"]),
        ("Ελένη", "Παπαδοπούλου", ["ελενη", "ΠΑΠΑΔ", "Eleni Papad"]),
        ("राम", "कुमार", ["राम", "कुमा", "ram kumar"]),
        ("José María", "Muñoz", ["jose maria munoz", "MUNOZ J", "josemaria"]),
        ("太郎", "山田", ["山田太郎", "太郎 山田", "yamada", "やまだ", "ヤマダ たろう", "tarou"]),
    ],
)  # fmt: skip
async def test_a_name_is_found_in_its_own_writing_and_by_its_reading(
    writes: Writes, given: str, family: str, searches: list[str]
) -> None:
    """Of every script, by its signs and in Latin letters; of ideographs also by the reading that somebody has given."""
    reading: Row = {"nameReading": "やまだ たろう"} if given == "太郎" else {}
    child = await writes.child(givenName=given, familyName=family, **reading)
    for search in searches:
        page = await page_of(writes, search)
        assert child["id"] in [each["id"] for each in page["nodes"]][:10], search


async def test_a_number_is_found_from_each_of_its_words_on(writes: Writes) -> None:
    """Spaces and dashes make no difference, and no other number is meant."""
    child = await writes.child(caseNumber="ZX-2031/0457", givenName="Numa")
    for search in ("zx-2031/0457", "2031", "0457", "ZX2031", "zx 2031 04", "2031-0457", "numa 2031"):
        assert child["id"] in [each["id"] for each in (await page_of(writes, search))["nodes"]], search
    for search in ("2032", "457", "zx-2031/0458", "031"):
        assert child["id"] not in [each["id"] for each in (await page_of(writes, search))["nodes"]], search


async def test_homes_and_partners_are_found_by_their_names(writes: Writes) -> None:
    """Both tiers of the country find them, a caseworker homes of its programmes alone."""
    home = await writes.home(name="Huis Zonnebloem")
    await writes.home("other", name="Huis Zonnehoed")
    partner = await writes.ok("addCommunityPartner", name="École Saint-Éloi", kind="SCHOOL")
    ask = """query Q($h: String, $p: String) {
      homes(search: $h) { nodes { name } }
      communityPartners(search: $p) { nodes { id } }
    }"""
    body = await writes.send(ask, "caseworker", h="zonne", p="ecole st-eloi")
    assert body["data"]["homes"]["nodes"] == [{"name": home["name"]}]
    assert body["data"]["communityPartners"]["nodes"] == []
    body = await writes.send(ask, "office", h="ZONNE huis", p="saint ecole")
    assert {each["name"] for each in body["data"]["homes"]["nodes"]} == {"Huis Zonnebloem", "Huis Zonnehoed"}
    assert body["data"]["communityPartners"]["nodes"] == [{"id": partner["id"]}]


async def test_a_change_of_name_changes_what_it_is_found_by(writes: Writes) -> None:
    """The old name finds nothing, and a full name follows where one half of it changes."""
    child = await writes.child(givenName="Ottokar", familyName="Beaufort")
    row = await writes.ok("updateChild", id=child["id"], version=child["version"], familyName="Marchbanks")
    assert await found(writes, "ottokarbeaufort") == []
    assert await found(writes, "beaufort ottokar") == []
    assert await found(writes, "ottokarmarchbamks") == ["Ottokar Marchbanks"]
    row = await writes.ok("updateChild", id=child["id"], version=row["version"], familyName=None)
    assert await found(writes, "marchbanks") == []
    assert await found(writes, "ottokar") == ["Ottokar"]


async def test_what_is_found_goes_along_to_another_programme(writes: Writes) -> None:
    """The old team finds the child no longer, by no word and in no count; the new one does."""
    (child,) = await children(writes, ("Peregrine", "Wimpole"))
    assert await found(writes, "peregr", "caseworker") == ["Peregrine Wimpole"]
    assert (await page_of(writes, "peregr wimp", "neighbour"))["totalCount"] == 0
    moved = {"id": child["id"], "version": child["version"], "movedOn": "2026-11-22"}
    moved["programmeId"] = writes.programmes["other"]
    await writes.ok("moveToProgramme", **moved)
    assert (await page_of(writes, "peregr", "caseworker"))["totalCount"] == 0
    assert await found(writes, "peregr", "neighbour") == ["Peregrine Wimpole"]
    assert await found(writes, "peregr", "kenya") == []


async def test_pages_of_a_search_follow_each_other(writes: Writes) -> None:
    """Forwards and backwards, with a filter or without, every row once; also where another order is asked for."""
    await children(writes, *((f"Quillon{letter}", "Ashdown") for letter in "abcdefg"), ("Quillon", "Ashdown"))
    whole = await page_of(writes, "quillon ash")
    ids = [each["id"] for each in whole["nodes"]]
    assert (whole["totalCount"], len(ids), names_of(whole)[0]) == (8, 8, "Quillon Ashdown")
    orders: list[dict[str, object]] = [
        {},
        {"where": {"not": {"id": {"in": ["Child_BE_01920000-0000-7000-8000-000000000000"]}}}},
    ]
    orders.append({"orderBy": [{"givenName": "DESC"}]})
    for given in orders:
        listed = [each["id"] for each in (await page_of(writes, "quillon ash", **given))["nodes"]]
        assert set(listed) == set(ids)
        assert (listed == ids) == ("orderBy" not in given)
        after: str | None = None
        seen: list[str] = []
        while len(seen) < len(ids):
            page = await page_of(writes, "quillon ash", first=3, after=after, **given)
            seen += [each["id"] for each in page["nodes"]]
            after = page["pageInfo"]["endCursor"]
            assert page["totalCount"] == len(ids)
            assert page["pageInfo"]["hasNextPage"] == (len(seen) < len(ids))
            assert page["pageInfo"]["hasPreviousPage"] == (len(seen) > 3)
        assert seen == listed
        back = await page_of(writes, "quillon ash", last=3, before=after, **given)
        assert [each["id"] for each in back["nodes"]] == listed[-4:-1]
        assert back["pageInfo"]["hasPreviousPage"]


async def test_a_search_narrows_what_else_is_asked(writes: Writes) -> None:
    """With a filter, below a programme and a home, and each alias by its own words."""
    home = await writes.home()
    kim, bo = [await writes.child(home, givenName=name, familyName="Tessellate") for name in ("Kimberlite", "Borealis")]
    ask = """query Q($home: ID!, $programme: ID!) {
      one: children(search: "tessel", where: { givenName: { startsWith: "Bor" } }) { totalCount nodes { id } }
      two: children(search: "tessel kimb") { nodes { id } }
      home(id: $home) { children(search: "boreal") { totalCount nodes { id } } }
      programmes(where: { id: { eq: $programme } }) {
        nodes { children(search: "tesselate") { totalCount nodes { id } } }
      }
    }"""
    body = await writes.send(ask, home=home["id"], programme=writes.programmes["own"])
    assert "errors" not in body, body
    data = body["data"]
    assert data["one"] == {"totalCount": 1, "nodes": [{"id": bo["id"]}]}
    assert data["two"] == {"nodes": [{"id": kim["id"]}]}
    assert data["home"]["children"] == {"totalCount": 1, "nodes": [{"id": bo["id"]}]}
    (programme,) = data["programmes"]["nodes"]
    assert {each["id"] for each in programme["children"]["nodes"]} == {kim["id"], bo["id"]}


@pytest.mark.parametrize("search", [None, "", "   "])
async def test_who_has_typed_nothing_sees_all(writes: Writes, search: str | None) -> None:
    """Every search field starts empty."""
    await children(writes, ("Anybody", None))
    assert (await page_of(writes, search))["totalCount"] == await writes.value(
        "SELECT count(*) FROM child WHERE country_code = 'BE'"
    )


@pytest.mark.parametrize("search", ["\u0301\u0300", "😀", "- / '", "\u200d"])
async def test_what_holds_no_letter_is_told(writes: Writes, search: str) -> None:
    """Only accents, pictures or dashes: a sentence, the place and what to do."""
    error = await refusal(writes, search)
    assert error["extensions"]["code"] == "BAD_USER_INPUT"
    assert error["path"] == ["children"]
    assert error["message"] == "`$s`: The search holds no letter and no digit."
    assert error["extensions"]["hint"] == "Write how a name or a number begins."


@pytest.mark.parametrize("search", ["a" * 121, "x" * 10_000, "a b c d e f g h i j k l m"])
async def test_a_search_has_its_bounds(writes: Writes, search: str) -> None:
    """Too many letters or words are refused before anything is asked of the database."""
    error = await refusal(writes, search)
    assert error["extensions"]["code"] == "BAD_USER_INPUT"
    assert error["extensions"]["hint"]


@pytest.mark.parametrize("search", ["q", "王", "ب", "አ", "😀 q", "'", "q'"])
async def test_a_search_of_one_letter_is_answered(writes: Writes, search: str) -> None:
    """Every script has names that begin so; what stands beside the letter is passed over."""
    if search == "'":
        assert (await refusal(writes, search))["extensions"]["code"] == "BAD_USER_INPUT"
        return
    assert (await page_of(writes, search))["totalCount"] >= 0


@pytest.mark.parametrize("as_", ["region", "headquarters"])
async def test_who_reads_no_name_does_not_search_by_it(writes: Writes, as_: str) -> None:
    """A region and headquarters hear that they may not, at the field, and the rest is answered."""
    body = await writes.send('{ homes(search: "a") { nodes { id } } all: homes { totalCount } }', as_)
    (error,) = body["errors"]
    assert (error["extensions"]["code"], error["path"]) == ("FORBIDDEN", ["homes"])
    assert body["data"]["homes"] is None
    assert body["data"]["all"]["totalCount"] >= 0


async def test_nobody_searches_without_end(writes: Writes) -> None:
    """A search counts for ten comparisons; of those an operation has two hundred."""
    fields = " ".join(
        f'a{number}: children(search: "a{number} b", first: 1) {{ nodes {{ id }} }}' for number in range(21)
    )
    body = await writes.send(f"{{ {fields} }}")
    assert body["errors"][0]["extensions"]["code"] == "TOO_COSTLY"


async def test_a_cursor_belongs_to_what_is_searched_for(writes: Writes) -> None:
    """One of a list without a search is refused; one of another search finds its row no longer there."""
    await children(writes, ("Ximena", "Yodel"))
    plain = (await page_of(writes, None, first=1))["pageInfo"]["endCursor"]
    body = await writes.send(UNORDERED, search="ximena", after=plain)
    assert body["errors"][0]["extensions"]["code"] == "BAD_USER_INPUT"
    own = (await page_of(writes, "ximena", first=1))["pageInfo"]["endCursor"]
    body = await writes.send(UNORDERED, search="wolf", after=own)
    assert body["data"]["children"] is None
    assert body["errors"][0]["message"] == "The row that the cursor names is not there."


async def test_a_dry_run_leaves_no_key(writes: Writes) -> None:
    """What is taken back is not found."""
    home = await writes.home()
    await writes.do("admitChild", **writes.about(home, givenName="Ephemeron"), dryRun=True)
    assert await found(writes, "ephemeron") == []


async def test_a_record_that_was_taken_back_is_not_found(writes: Writes) -> None:
    """By no word, and in no count."""
    child = await writes.child(givenName="Ignatius", familyName="Mistaken")
    assert (await page_of(writes, "ignat mist"))["totalCount"] == 1
    stay = await writes.placement(child)
    care = await writes.episode(child)
    await writes.ok("voidPlacement", id=stay["id"], version=stay["version"], reason="There is no such child.")
    await writes.ok("voidCareEpisode", id=care["id"], version=care["version"], reason="There is no such child.")
    child = await writes.again(child)
    await writes.ok("voidChild", id=child["id"], version=child["version"], reason="There is no such child.")
    assert (await page_of(writes, "ignat mist"))["totalCount"] == 0
    assert await found(writes, "ignatiusmistaken", where={"sex": {"eq": "FEMALE"}}) == []


async def test_rows_from_before_are_found_once_somebody_migrates(writes: Writes) -> None:
    """Also those that a server of before has renamed meanwhile; nothing is written a second time."""
    (one, other) = await children(writes, ("Bartholomew", "Olden"), ("Cuthbert", "Olden"))
    await writes.rows("DELETE FROM child_search_key WHERE row_id = $1 RETURNING key", uuid_of(one["id"]))
    await writes.rows(
        "UPDATE child SET given_name_search = '', family_name_search = '', case_number_search = '' WHERE id = $1"
        " RETURNING id",
        uuid_of(one["id"]),
    )
    renamed = "UPDATE child SET family_name = 'Younger', updated_at = now() WHERE id = $1 RETURNING id"
    await writes.rows(renamed, uuid_of(other["id"]))
    assert await found(writes, "olden") == ["Cuthbert Younger"]
    await make_keys(writes.operator)
    assert await found(writes, "olden") == ["Bartholomew Olden"]
    assert await found(writes, "cuthbertyounger") == ["Cuthbert Younger"]
    assert await make_keys(writes.operator) == 0
    await assert_found_by(writes.operator, graph_model())
