"""Rows of two countries with the same ids: neither changes what is counted in the other."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from graph.declarations.columns import Answer
from graph.entities.care_episode import ParentsAtEntry
from graph.entities.caregiver import CaregiverKind
from graph.entities.child import Sex
from graph.entities.gatekeeping_assessment import Assessor
from graph.entities.home_form import HomeForm
from graph.entities.legal_status import LegalStatusKind
from graph.entities.met_with import MetWith
from graph.entities.placement_reasons import PlacementEndReason
from graph.entities.programme import ProgrammeKind
from tests.indicators.hand import YEAR, Hand, cells
from tests.indicators.test_catalogue import MEASURES

if TYPE_CHECKING:
    from uuid import UUID

    import asyncpg

    from graph.indicators.model import Measure
    from tests.indicators.hand import Cells

REUNIFIED, MOVE = PlacementEndReason.REUNIFICATION_WITH_FAMILY, PlacementEndReason.MOVE


async def first_story(hand: Hand) -> list[UUID]:
    """One stays, a brother moves from residential care into the family, two come again."""
    family = await hand.home(places=6)
    group = await hand.home(HomeForm.SMALL_GROUP_HOME, places=12)
    ann, ben, cleo = await hand.child("2010-03-01"), await hand.child("2012-05-01", Sex.MALE), await hand.child()
    dan = await hand.child("2009-01-01")
    for one, other in ((ann, ben), (ann, cleo)):
        await hand.bond(one, other)
    care = await hand.stay(ann, family, "2023-01-01", parents=ParentsAtEntry.NONE)
    mother = await hand.carer(CaregiverKind.FAMILY_CARER, Answer.YES)
    await hand.carer(CaregiverKind.MANAGER, Answer.YES)
    await hand.key_carer(ann, mother, "2023-01-01")
    await hand.ground(ann, LegalStatusKind.CARE_ORDER, None)
    await hand.asked(ann, care, "2022-12-01", Assessor.JOINT)
    await hand.decided(ann, "2025-05-01", "SPOKE")
    await hand.decided(dan, "2025-05-01", None)
    await hand.stay(ben, group, "2024-01-01", "2025-04-01", MOVE)
    await hand.stay(ben, family, "2025-04-01")
    await hand.stay(cleo, group, "2024-06-01", "2025-02-01", REUNIFIED)
    again = await hand.stay(cleo, group, "2025-09-01", "2025-11-01")
    await hand.asked(cleo, again, "2025-08-01", Assessor.JOINT)
    await hand.stay(dan, group, "2022-01-01", "2023-01-01", REUNIFIED)
    await hand.stay(dan, group, "2024-06-01")
    await hand.met(ann, MetWith.PARENT, "2025-12-01")
    await hand.met(ben, MetWith.GUARDIAN, "2025-11-01")
    await hand.tie(ann, "2024-01-01")
    return [row.id for row in (family, group, ann, ben, cleo, dan)]


async def second_story(hand: Hand) -> list[UUID]:
    """The same rows by their ids, and another life in each of them, so that what is mixed up shows."""
    youth = ProgrammeKind.YOUTH_CARE
    family = await hand.home(HomeForm.YOUTH_HOME, kind=youth, places=30, closed="2025-06-01")
    group = await hand.home(HomeForm.FOSTER_FAMILY, kind=youth, places=1)
    ann, ben = await hand.child("2004-01-01", Sex.OTHER, kind=youth), await hand.child("2024-01-01", kind=youth)
    cleo, dan = await hand.child(None, Sex.MALE, kind=youth), await hand.child("2001-01-01", Sex.MALE, kind=youth)
    for one, other in ((ann, ben), (ann, cleo)):
        await hand.bond(one, other, "2025-05-01", "2025-10-01")
    care = await hand.stay(ann, family, "2025-02-01", "2025-04-01", MOVE)
    mother = await hand.carer(CaregiverKind.MANAGER, Answer.YES)
    await hand.carer(CaregiverKind.STAFF, Answer.NO)
    await hand.key_carer(ben, mother, "2023-01-01")
    await hand.ground(cleo, LegalStatusKind.AGREEMENT, "2025-01-01")
    await hand.asked(ann, care, "2025-01-01", Assessor.AUTHORITY)
    await hand.decided(cleo, "2025-05-01", "WROTE")
    await hand.decided(dan, "2024-05-01", "SPOKE")
    await hand.stay(ben, group, "2025-04-01", "2025-09-01", REUNIFIED)
    await hand.stay(ben, family, "2026-04-01")
    await hand.stay(cleo, group, "2025-11-01")
    again = await hand.stay(cleo, family, "2025-02-01", "2025-06-01")
    await hand.asked(cleo, again, "2025-08-01", Assessor.JOINT)
    await hand.stay(dan, family, "2025-06-01", "2025-06-02")
    await hand.stay(dan, family, "2026-06-01")
    await hand.met(cleo, MetWith.ADULT_FAMILY, "2025-12-24")
    await hand.met(ann, MetWith.PARENT, "2025-06-01")
    await hand.tie(ann, "2024-01-01", "2024-03-01")
    return [row.id for row in (family, group, ann, ben, cleo, dan)]


async def everything(connection: asyncpg.Connection[asyncpg.Record], measure: Measure) -> dict[object, Cells]:
    """What a measure counts, split by split."""
    return {split: await cells(connection, measure, YEAR, *split) for split in sorted(measure.all_splits)}


@pytest.mark.parametrize("measure", MEASURES, ids=lambda each: each.code)
async def test_another_countrys_rows_never_mix(hand: Hand, measure: Measure) -> None:
    """Two countries together count what each of them counts alone."""
    connection, alone, ids = hand.connection, [], []
    stories = (("KE", first_story), ("NL", second_story))
    for country, story in stories:
        apart = connection.transaction()
        await apart.start()
        ids.append(await story(Hand(connection, country)))
        alone.append(await everything(connection, measure))
        await apart.rollback()
    for country, story in stories:
        await story(Hand(connection, country))
    together = await everything(connection, measure)
    assert together == {split: found | alone[1][split] for split, found in alone[0].items()}
    assert ids[0] == ids[1]
    assert any(together.values())
