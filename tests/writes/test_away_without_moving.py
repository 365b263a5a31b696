"""A story: respite, a week in hospital, weekends with his mother, and home; and what the other team sees of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from tests.writes.operations import MIRROR, seen

if TYPE_CHECKING:
    from tests.writes.writes import Json, Row, Writes

CHILD = """
    home { id } keyCarer { id }
    temporaryStays(orderBy: [{ startedOn: ASC }]) { nodes { kind endedOn hasHome home { id } } }
    placements { nodes { id endedOn } } siblingBonds { nodes { sibling { home { id } } } }
    tasks { nodes { kind notOwedReason owed } } timeline { nodes { kind } }"""
HOST = "freePlaces occupancy guestStays { totalCount nodes { id } } children { totalCount } placements { totalCount }"
FEED = "{ changes(first: 500) { nodes { type rowId } } }"


@dataclass
class Away:
    """Who is away, and from where.

    Attributes:
        writes: the world.
        child: the boy.
        placement: where he lives on, with his sister.
        host: the respite family, of another programme.
    """

    writes: Writes
    child: Row
    placement: Row
    host: Row

    async def stay(self, as_: str, kind: str, start: str, **given: Json) -> Row:
        """He is away for some nights."""
        about = {"childId": self.child["id"], "placementId": self.placement["id"], "kind": kind, "startedOn": start}
        row: Row = await self.writes.ok("recordTemporaryStay", as_, **about | given)
        return row

    async def file(self) -> Json:
        """What his own team reads."""
        return await self.writes.get("child", CHILD, "caseworker", id=self.child["id"])

    async def host_sees(self) -> tuple[int, int]:
        """What the host's team reads: that a place is taken, and nothing of whom by."""
        home = await self.writes.get("home", HOST, "neighbour", id=self.host["id"])
        named = [home["guestStays"]["totalCount"], home["children"]["totalCount"], home["placements"]["totalCount"]]
        assert named == [0, 0, 0]
        assert await self.writes.get("child", "id", "neighbour", id=self.child["id"]) is None
        told = (await self.writes.send(FEED, "neighbour"))["data"]["changes"]["nodes"]
        assert "TemporaryStay" not in {each["type"] for each in told}
        return home["freePlaces"], home["occupancy"]


async def _begins(writes: Writes) -> Away:
    own, host = await writes.home(capacity=2), await writes.home("other", capacity=1)
    about = {"programmeId": writes.programmes["own"], "givenName": "Ama", "kind": "FAMILY_CARER"}
    carer = await writes.ok("recordCaregiver", **about, engagedOn="2020-01-01")
    who = {"homeId": own["id"], "caregiverId": carer["id"], "role": "PARENT", "startedOn": "2025-12-01"}
    await writes.ok("assignCaregiver", **who)
    answer = {"reason": "Her checks are on their way.", "authorisedBy": "Duty officer"}
    sister = await writes.child(own, exception=answer)
    bonds = [{"siblingId": sister["id"], "kind": "FULL"}]
    child = await writes.child(own, siblings=bonds, exception=answer)
    task = {"childId": child["id"], "kind": "PREPARATION", "title": "See the dentist.", "dueOn": "2027-06-01"}
    await writes.ok("recordTask", "caseworker", **task)
    return Away(writes, child, await writes.placement(child), host)


async def test_away_without_moving(writes: Writes) -> None:
    """Three stays on one placement: no move, his bed, his carer and his sister stay; all of it ends with care."""
    away = await _begins(writes)
    before = await away.file()
    assert await away.host_sees() == (1, 0)

    # His caseworker cannot name a home of another programme; the office sends him to the respite family.
    guest = {"childId": away.child["id"], "placementId": away.placement["id"], "kind": "RESPITE"}
    stranger = await writes.do(
        "recordTemporaryStay", "caseworker", **guest, startedOn="2026-09-05", homeId=away.host["id"]
    )
    assert stranger.refused == [("NOT_FOUND", "input.homeId")]
    await away.stay("office", "RESPITE", "2026-09-05", nightsAWeek=2, homeId=away.host["id"])
    assert await away.host_sees() == (0, 1)

    hospital = await writes.ok("addCommunityPartner", name=f"Clinic {writes.number()}", kind="HEALTH_SERVICE")
    await away.stay("caseworker", "HOSPITAL", "2026-10-05", endedOn="2026-10-12", partnerId=hospital["id"])
    assert await away.host_sees() == (0, 1)
    await away.stay("caseworker", "TRIAL_AT_HOME", "2026-10-17", nightsAWeek=2, note="His mother calls on Sunday.")

    file = await away.file()
    assert [(each["kind"], each["hasHome"], each["home"]) for each in file["temporaryStays"]["nodes"]] == [
        ("RESPITE", True, None), ("HOSPITAL", False, None), ("TRIAL_AT_HOME", False, None),
    ]  # fmt: skip
    same = ("home", "keyCarer", "placements", "siblingBonds")
    assert [file[name] for name in same] == [before[name] for name in same]
    assert file["keyCarer"] is not None
    assert file["siblingBonds"]["nodes"][0]["sibling"]["home"] == file["home"]
    kinds = [each["kind"] for each in file["timeline"]["nodes"]]
    assert kinds.count("TEMPORARY_STAY_STARTED_ON") == len(file["temporaryStays"]["nodes"])

    # He goes home: nothing stays owed but what follows him there, and the host's place is free.
    episode = await writes.episode(away.child, "caseworker")
    ends = {"endedOn": "2026-11-20", "destination": "FAMILY", "followUpUntil": "2027-05-20"}
    await writes.ok("endCare", "caseworker", **seen(episode), **ends)
    file = await away.file()
    assert [each["endedOn"] for each in file["temporaryStays"]["nodes"]] == ["2026-11-20", "2026-10-12", "2026-11-20"]
    assert file["placements"]["nodes"] == [{"id": away.placement["id"], "endedOn": "2026-11-20"}]
    assert {each["kind"]: (each["notOwedReason"], each["owed"]) for each in file["tasks"]["nodes"]} == {
        "PREPARATION": ("CARE_ENDED", False), "FOLLOW_UP": (None, True),
    }  # fmt: skip
    assert await away.host_sees() == (1, 0)
    assert await writes.value(MIRROR) == 0
