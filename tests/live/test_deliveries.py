"""What subscribers are given, and what they are not: over a real socket, from a real database."""

from __future__ import annotations

import asyncio
import time
from typing import TYPE_CHECKING, Any

from countries.tenancy.caller import Caller, Tier
from graph.execute.request import GraphQLRequest
from graph.fanout.group import PAUSE_SECONDS
from tests.live.conftest import CHANGED, WATCH, token

if TYPE_CHECKING:
    from uuid import UUID

    from tests.live.conftest import Ledger, Served

TYPED = "subscription { changed(types: [HOME]) { nodes { rowId } } }"
ADMIT = "mutation ($input: AdmitChildInput!) { admitChild(input: $input) { child { id } errors { message } } }"
OPEN = "mutation ($input: OpenHomeInput!) { openHome(input: $input) { home { id } errors { message } } }"
FULL = "subscription { changed { nodes { rowId type node { id ... on Child { familyName } } } } }"


def rows(message: Any) -> list[str]:  # noqa: ANN401 - JSON
    """The ids in a delivery."""
    return [node["rowId"] for node in message["payload"]["data"]["changed"]["nodes"]]


async def test_a_change_is_delivered_once(served: Served, ledger: Ledger, child: Any) -> None:  # noqa: ANN401 - a row
    """Row, kind and where to go on; the key is the subscription's own, aliases included."""
    async with served.socket(token()) as socket:
        id_ = await served.subscribed(socket, CHANGED.replace("changed {", "news: changed {"))
        served.hub.told("BE", await ledger.rename(child, "Peeters"))
        message = await socket.hear()

        assert (message["id"], message["type"]) == (id_, "next")
        (change,) = message["payload"]["data"]["news"]["nodes"]
        assert change == {"rowId": child["global"], "kind": "UPDATED"}
        await socket.silence()

        end = message["payload"]["data"]["news"]["pageInfo"]["endCursor"]
        served.hub.told("BE", await ledger.rename(child, "Janssens"))
        await socket.hear()
        missed = "query ($since: String) { changes(since: $since) { nodes { rowId } } }"
        told = await served.post(missed, token(), since=end)
        assert told["changes"]["nodes"] == [{"rowId": child["global"]}]


async def test_a_mutation_reaches_who_listens(served: Served) -> None:
    """What a client writes over the same socket comes back as a change."""
    start = 'mutation { startProgramme(input: {name: "Nest", kind: YOUTH_CARE, startedOn: "2026-01-01"})'
    async with served.socket(token()) as socket:
        listening = await served.subscribed(socket, CHANGED)
        writing = await socket.subscribe(f"{start} {{ programme {{ id }} errors {{ message }} }} }}")
        heard = [await socket.hear() for _ in range(3)]

        assert {(each["id"], each["type"]) for each in heard} == {
            (listening, "next"), (writing, "next"), (writing, "complete"),
        }  # fmt: skip
        (made,) = (each["payload"]["data"]["startProgramme"] for each in heard
                   if each["id"] == writing and each["type"] == "next")  # fmt: skip
        (delivery,) = (each for each in heard if each["id"] == listening)
        assert made["errors"] == []
        assert made["programme"]["id"] in rows(delivery)


async def test_another_country_stays_silent(served: Served, ledger: Ledger) -> None:
    """A change in Kenya is Kenya's alone."""
    kenyan = (await ledger.children("KE"))[0]
    async with served.socket(token()) as belgian, served.socket(token(country="KE")) as own:
        await served.subscribed(belgian, CHANGED)
        await served.subscribed(own, CHANGED)
        served.hub.told("KE", await ledger.rename(kenyan, "Wanjiku", "KE"))

        assert rows(await own.hear()) == [kenyan["global"]]
        await belgian.silence()


async def test_types_are_chosen_and_an_empty_page_is_not_sent(served: Served, ledger: Ledger, child: Any) -> None:  # noqa: ANN401 - a row
    """Who listens to homes hears of no child."""
    async with served.socket(token()) as socket:
        await served.subscribed(socket, TYPED)
        served.hub.told("BE", await ledger.rename(child, "Claes"))
        await socket.silence()
        (home,) = await ledger.operator.fetch("SELECT id, programme_id FROM home WHERE country_code = 'BE' LIMIT 1")
        served.hub.told("BE", await ledger.add("BE", "Home", home["id"], home["programme_id"]))
        assert rows(await socket.hear()) == [f"Home_BE_{home['id']}"]


async def test_a_caseworker_never_hears_of_another_programme(
    served: Served, ledger: Ledger, caseworkers: list[tuple[UUID, str]]
) -> None:
    """Neither row nor count nor value of it, whatever is selected, while the own programme's changes come."""
    (own, mine), (other, _) = caseworkers
    ours, theirs = (await ledger.children("BE", own))[0], (await ledger.children("BE", other))[0]
    async with served.socket(mine) as socket, served.socket(token()) as office:
        await served.subscribed(socket, FULL)
        await served.subscribed(office, CHANGED)
        served.hub.told("BE", await ledger.rename(theirs, "Geheim"))
        assert rows(await office.hear()) == [theirs["global"]]
        await socket.silence()

        await ledger.rename(theirs, "Verborgen")
        served.hub.told("BE", await ledger.rename(ours, "Zichtbaar"))
        message = await socket.hear()
        assert rows(message) == [ours["global"]]
        assert "Geheim" not in str(message)
        assert "Verborgen" not in str(message)


async def test_many_share_one_statement(served: Served, ledger: Ledger, child: Any) -> None:  # noqa: ANN401 - a row
    """Fifty subscribers on ten sockets, one change: one read, and each has it under its own id."""
    figures = served.hub.figures
    bearer = token()
    sockets = [served.socket(bearer) for _ in range(10)]
    opened = [await each.__aenter__() for each in sockets]
    try:
        ids = [[await served.subscribed(socket, CHANGED) for _ in range(5)] for socket in opened]
        assert len(served.groups) == 1
        await asyncio.sleep(0.1)
        reads, deliveries = figures.reads, figures.deliveries
        served.hub.told("BE", await ledger.rename(child, "Maes"))
        heard = [[await socket.hear() for _ in range(5)] for socket in opened]

        assert [sorted(each["id"] for each in some) for some in heard] == [sorted(some) for some in ids]
        assert figures.reads - reads == 1
        assert figures.deliveries - deliveries == 50
    finally:
        for each in sockets:
            await each.__aexit__(None, None, None)
    await served.until(lambda: not served.groups and not figures.subscribers)


async def test_a_burst_comes_together_and_whole(served: Served, ledger: Ledger) -> None:
    """A hundred changes, one commit each, come in far fewer deliveries; none is lost and none comes twice."""
    children = await ledger.children("BE")
    async with served.socket(token()) as socket:
        await served.subscribed(socket, "subscription { changed { edges { cursor node { rowId } } } }")
        first, began = await ledger.head("BE"), time.monotonic()
        for number in range(100):
            served.hub.told("BE", await ledger.rename(children[number % 40], f"Name {number}"))
        cursors: list[str] = []
        deliveries = 0
        while len(cursors) < 100:
            edges = (await socket.hear())["payload"]["data"]["changed"]["edges"]
            cursors += [edge["cursor"] for edge in edges]
            deliveries += 1

        assert await ledger.numbers(cursors) == list(range(first + 1, first + 101))
        # One run a pause; what a run finds may fill a page of fifty, and then there is another one.
        assert deliveries <= (time.monotonic() - began) / PAUSE_SECONDS + 3
        assert deliveries < 100


async def test_what_comes_at_once_is_paged(served: Served, ledger: Ledger, child: Any) -> None:  # noqa: ANN401 - a row
    """One transaction with more changes than a page holds: several deliveries, each full but the last."""
    async with served.socket(token()) as socket:
        await served.subscribed(socket, CHANGED)
        served.hub.told("BE", await ledger.rename(child, "Willems", times=120))
        assert [len(rows(await socket.hear())) for _ in range(3)] == [50, 50, 20]
        await socket.silence()


async def test_a_child_is_delivered_when_the_answer_changes(served: Served, ledger: Ledger, child: Any) -> None:  # noqa: ANN401 - a row
    """Not at subscription, not when something else changes, not twice."""
    other = (await ledger.children("BE"))[1]
    await ledger.rename(child, "Before")
    async with served.socket(token()) as socket:
        await served.subscribed(socket, WATCH, id=child["global"])
        served.hub.told("BE", await ledger.rename(other, "Else"))
        served.hub.told("BE", await ledger.rename(child, "Before"))
        await socket.silence()
        served.hub.told("BE", await ledger.rename(child, "After"))
        message = await socket.hear()
        assert message["payload"] == {"data": {"childChanged": {"id": child["global"], "familyName": "After"}}}
        await socket.silence()


async def test_who_is_not_seen_and_who_is_not_there_are_alike(
    served: Served, ledger: Ledger, caseworkers: list[tuple[UUID, str]]
) -> None:
    """Another programme's child, another country's and nobody: accepted, and silent through every change."""
    (_, mine), (other, _) = caseworkers
    theirs, kenyan = (await ledger.children("BE", other))[0], (await ledger.children("KE"))[0]
    nobody = "Child_BE_01999999-9999-7999-8999-999999999999"
    async with served.socket(mine) as socket:
        reads = served.hub.figures.reads
        spent: list[int] = []
        for id_ in (theirs["global"], kenyan["global"], nobody):
            await served.subscribed(socket, WATCH, id=id_)
            spent.append(served.hub.figures.reads - reads - sum(spent))
        assert spent == [2, 2, 2]
        served.hub.told("BE", await ledger.rename(theirs, "Onzichtbaar"))
        served.hub.told("KE", await ledger.rename(kenyan, "Asha", "KE"))
        await socket.silence()


async def test_a_child_that_leaves_the_view_is_null_once(
    served: Served, ledger: Ledger, caseworkers: list[tuple[UUID, str]]
) -> None:
    """Rights are looked at with every delivery: another programme has become responsible."""
    (own, mine), (other, _) = caseworkers
    child = (await ledger.children("BE", own))[0]
    async with served.socket(mine) as socket:
        await served.subscribed(socket, WATCH, id=child["global"])
        served.hub.told("BE", await ledger.move(child, other))
        assert (await socket.hear())["payload"] == {"data": {"childChanged": None}}
        moved = {**child, "programme_id": other}
        served.hub.told("BE", await ledger.rename(moved, "Elders"))
        await socket.silence()
        served.hub.told("BE", await ledger.move(moved, own))


async def test_refusals_are_errors_of_the_operation(served: Served, child: Any) -> None:  # noqa: ANN401 - a row
    """A malformed id, two fields, a region, an unknown field, too many rows: one error, and the socket goes on."""
    deep = "subscription { changed { nodes { node { ... on Home { children(first: 1000) {"
    deep += " nodes { placements(first: 1000) { nodes { id } } } } } } } } }"
    refused = [
        (WATCH, {"id": "Child_BE_1"}, "BAD_USER_INPUT"),
        (WATCH, {"id": child["global"].replace("Child", "Home")}, "BAD_USER_INPUT"),
        (f"subscription {{ a: childChanged(id: \"{child['global']}\") {{ id }} changed {{ head }} }}", {},
         "GRAPHQL_VALIDATION_FAILED"),
        ("subscription { changed { nodes { nothing } } }", {}, "GRAPHQL_VALIDATION_FAILED"),
        ("subscription { __typename }", {}, "GRAPHQL_VALIDATION_FAILED"),
        ("subscription {", {}, "GRAPHQL_PARSE_FAILED"),
        ('subscription ($id: ID = "x") { childChanged(id: $id) { id } }', {"id": None}, "BAD_USER_INPUT"),
        ("subscription ($t: ChangedType = CHILD) { changed(types: [$t]) { head } }", {"t": None}, "BAD_USER_INPUT"),
        ("subscription ($t: [ChangedType!]) { changed(types: $t) { head } }", {"t": ["CHILD", 3]}, "BAD_USER_INPUT"),
        (WATCH, {"id": "Child_BE_\x00"}, "BAD_USER_INPUT"),
        (deep, {}, "TOO_COSTLY"),
    ]  # fmt: skip
    async with served.socket(token()) as socket:
        for document, variables, code in refused:
            id_ = await socket.subscribe(document, **variables)
            message = await socket.hear()
            assert (message["id"], message["type"]) == (id_, "error"), message
            assert {error["extensions"]["code"] for error in message["payload"]} == {code}, document
            places = [error["extensions"].get("place", [""])[0] for error in message["payload"]]
            assert places == ([f"${name}" for name in variables] if code == "BAD_USER_INPUT" else places)
    for claims in ({"role": "region", "countries": ["BE"]}, {"role": "headquarters"}, {"role": "auditor"}):
        bearer = token(country="", **claims)
        async with served.socket(bearer) as socket:
            for document in (CHANGED, WATCH):
                await socket.subscribe(document, **({"id": child["global"]} if document == WATCH else {}))
                (error,) = (await socket.hear())["payload"]
                assert error["extensions"]["code"] == "FORBIDDEN"


async def test_what_is_selected_decides_what_touches_it(served: Served, child: Any) -> None:  # noqa: ANN401 - a row
    """Whatever can stand in a child's answer, and what else the selection reads; for the feed everything."""
    engine, office = served.app.state.live.engine, Caller("oscar", Tier.OFFICE, ("BE",))
    around = {"Child", "CommunityLink", "Home", "Placement", "PlacementException", "SiblingBond"}
    entries = {
        "CareEpisode", "CaregiverAssignment", "GatekeepingAssessment", "Guardianship", "LegalStatus", "SupportService",
        "Task", "TemporaryStay",
    }  # fmt: skip
    for inside, more in (("id", set()), ("programme { name }", {"Programme"}),
                         ("communityLinks { nodes { partner { name } } }", {"CommunityPartner"}),
                         ("home { freePlaces } homesLivedIn inCare", {"TemporaryStay"}),
                         ("timeline { nodes { day row { ... on Placement { home { name } } } } }", entries),
                         ("programme { timeline { totalCount } }", {"Programme"} | entries)):  # fmt: skip
        document = f'subscription {{ childChanged(id: "{child["global"]}") {{ {inside} }} }}'
        assert set(engine.subscription(GraphQLRequest(document), office).touched_by) == around | more
        assert not engine.subscription(GraphQLRequest(document), office).reads_unheard
    assert engine.subscription(GraphQLRequest(CHANGED), office).touched_by is None
    assert engine.subscription(GraphQLRequest("{ viewer { role } }"), office) is None


async def test_a_fact_of_the_whole_country_is_delivered_to_a_caseworker(
    served: Served, caseworkers: list[tuple[UUID, str]]
) -> None:
    """Who looks at the room in a home is told when another programme's child takes a place, and hears of no child."""
    (own, mine), (other, _) = caseworkers
    given = {"name": "House in the sun", "form": "SMALL_GROUP_HOME", "capacity": 3, "openedOn": "2020-01-01"}
    made = await served.post(OPEN, token(), input=given | {"programmeId": f"Programme_BE_{own}"})
    home = made["openHome"]["home"]["id"]

    async def admit(number: str, programme: UUID) -> str:
        about = {"caseNumber": number, "givenName": number, "sex": "FEMALE", "reasonForCare": "NEGLECT"}
        where = {"homeId": home, "startedOn": "2026-01-10", "programmeId": f"Programme_BE_{programme}"}
        told = await served.post(ADMIT, token(), input=about | where)
        found: str = told["admitChild"]["child"]["id"]
        return found

    child = await admit("Ours", own)
    room, name = (
        f"subscription ($id: ID!) {{ childChanged(id: $id) {{ home {{ {asked} }} }} }}"
        for asked in ("occupancy freePlaces", "name")
    )
    async with served.socket(mine) as socket, served.socket(mine) as another:
        await served.subscribed(socket, room, id=child)
        await served.subscribed(another, name, id=child)
        theirs = await admit("Theirs", other)
        message = await socket.hear()
        assert message["payload"]["data"]["childChanged"]["home"] == {"occupancy": 2, "freePlaces": 1}
        assert theirs not in str(message)
        await another.silence()


async def test_who_shares_is_decided_by_the_whole_scope(served: Served, caseworkers: list[tuple[UUID, str]]) -> None:
    """Same document and arguments: programmes in another order share; others, another tier or country do not."""
    engine = served.app.state.live.engine
    (one, _), (two, _) = caseworkers
    request = GraphQLRequest("subscription ($types: [ChangedType!]) { changed(types: $types) { head } }")

    def key(tier: Tier, country: str, *programmes: UUID, **variables: object) -> object:
        caller = Caller("somebody", tier, (country,), programmes)
        return engine.subscription(GraphQLRequest(request.document, variables=variables), caller).key

    both = key(Tier.CASEWORKER, "BE", one, two)
    assert key(Tier.CASEWORKER, "BE", two, one) == both
    keys = [
        both, key(Tier.CASEWORKER, "BE", one), key(Tier.CASEWORKER, "NL", one), key(Tier.CASEWORKER, "BE"),
        key(Tier.OFFICE, "BE"), key(Tier.OFFICE, "NL"), key(Tier.OFFICE, "BE", types=["HOME"]),
        key(Tier.OFFICE, "BE", types=["CHILD"]),
    ]  # fmt: skip
    assert len(set(keys)) == len(keys)


async def test_whose_a_change_is_is_told_to_each(served: Served) -> None:
    """Two who listen alike are given what is theirs: only who wrote it is told so, and under which key."""
    whose = "subscription { changed { nodes { isMine operation idempotencyKey } } }"
    given = '{ name: "Quartet", kind: ARTS_AND_CULTURE, idempotencyKey: "hers" }'
    start = f"mutation {{ addCommunityPartner(input: {given}) {{ errors {{ message }} }} }}"
    async with served.socket(token(subject="hers")) as hers, served.socket(token(subject="his")) as his:
        listening = await served.subscribed(hers, whose)
        await served.subscribed(his, whose)
        await hers.subscribe(start)
        heard = [message for message in [await hers.hear() for _ in range(3)] if message["id"] == listening]
        told = [heard[0], await his.hear()]
    assert [each["payload"]["data"]["changed"]["nodes"] for each in told] == [
        [{"isMine": True, "operation": "addCommunityPartner", "idempotencyKey": "hers"}],
        [{"isMine": False, "operation": "addCommunityPartner", "idempotencyKey": None}],
    ]
