"""Sheets derive from entities: every column that the office gives, and each link by what tells its target."""

from __future__ import annotations

import pytest

from countries.tenancy.caller import Tier
from graph.bulk.sheets import all_sheets
from graph.bulk.staging import columns_of
from graph.bulk.store import PARTS
from graph.commands.bulk import columns_help
from graph.entities import graph_model

CHILD, HOME = "childProgramme, childCaseNumber*", "homeProgramme, homeName*"
OF_TODAY = {
    "programmes": (
        "id, name*, kind*, startedOn*, endedOn, annualBudget, jurisdiction, peopleReached, voidedAt, voidReason"
    ),
    "homes": (
        "id, programme*, name*, form*, capacity*, locality, openedOn*, closedOn, provider, registrationNumber,"
        " agesFrom, agesTo, languages, ownChildren, responsibleSince, voidedAt, voidReason"
    ),
    "communityPartners": "id, name*, kind*, locality, voidedAt, voidReason",
    "children": (
        "id, programme*, sameAsProgramme, sameAsCaseNumber, caseNumber*, givenName*, familyName, nameReading,"
        " birthDate, birthDatePrecision, sex*, firstLanguage, interests, enrolledOn*, reasonForCare, diedOn,"
        " diedOnPrecision, voidedAt, voidReason"
    ),
    "siblingBonds": (
        f"id, {CHILD}, siblingProgramme, siblingCaseNumber*, kind*, startedOn*, endedOn, voidedAt, voidReason"
    ),
    "communityLinks": (
        "id, childProgramme, childCaseNumber, homeProgramme, homeName, partner, kind*, startedOn*, endedOn, note,"
        " voidedAt, voidReason"
    ),
    "placements": (
        f"id, {CHILD}, {HOME.replace('homeName*', 'homeName')}, careEpisode, partner, arrangement, startedOn*, endedOn,"
        " startReason*, endReason, localKind, moveReason, prepared, preparedOn, distanceKm, voidedAt,"
        " voidReason,"
        " exceptionReason, exceptionAuthorisedBy"
    ),
    "placementExceptions": "id, placement*, homeProgramme, homeName, rule*, dated*, lapsesOn, reason*, authorisedBy*",
}
"""What people have in their files: names, columns and their order. A new entity may come between, and none may go."""


@pytest.mark.parametrize("name", OF_TODAY)
def test_files_of_today_stay_as_they_are(name: str) -> None:
    """Headers, their order, and what has to be filled."""
    assert dict(columns_help())[name] == OF_TODAY[name]


def test_sheets_come_in_the_order_that_people_know() -> None:
    """What is new stands behind what it leads to, and leaves the others where they were."""
    assert [name for name, _ in columns_help() if name in OF_TODAY] == list(OF_TODAY)


@pytest.mark.parametrize("table", [entity.table for entity in graph_model().by_type.values() if entity.is_tenant])
def test_every_table_of_a_country_has_a_sheet_or_says_why_not(table: str) -> None:
    """With every column that the office gives with a new row; what is copied follows, and what is made of a text."""
    entity, sheet = graph_model().by_table[table], all_sheets().get(table)
    if sheet is None:
        assert entity.files.no_sheet is not None
        return
    assert sheet.name == entity.many
    told = [column for column in entity.stored.values() if column.made is None]
    reckoned = {each.name for each in told if each.reckoned is not None and not each.reckoned.given}
    given = {each.name for each in told if Tier.OFFICE in each.written.creates} - reckoned
    copies = {column.name for column in told if column.copy_of and not column.otherwise}
    assert set(columns_of(sheet)) == (given - set(entity.key)) | copies
    assert not {cell.column for cell in sheet.cells} & copies
    headers = [cell.header for cell in sheet.cells]
    assert len(set(headers)) == len(headers)


@pytest.mark.parametrize("table", all_sheets())
def test_what_may_not_be_empty_has_to_be_filled(table: str) -> None:
    """A column of the table that needs a value is asked for in the header, be it a link or a value."""
    sheet = all_sheets()[table]
    for column in sheet.entity.in_sheet:
        assert sheet.cell(sheet.header_of(column.name)).required == column.is_required


def test_what_is_said_of_a_part_beside_its_whole_is_written() -> None:
    """Each such part has its way into the table."""
    assert {cell.part for sheet in all_sheets().values() for cell in sheet.of_parts} == PARTS.keys()


def test_what_a_mutation_owns_no_file_changes() -> None:
    """Each column that is left to a mutation names the one that changes it, in a sentence."""
    kept = [
        each
        for sheet in all_sheets().values()
        for column in sheet.entity.in_sheet
        if (each := sheet.kept(column.name)) is not None
    ]
    assert len(kept) > 5
    assert all(each.instead.endswith(".") for each in kept)
