"""From a constraint of the database to what a caller hears: one table, and a name that it lacks is a failing test.

Most of what a constraint holds has been checked before, in the same statement; what is left are races and rows that the
caller does not see. The answer names neither a row nor a value nor the constraint.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

import asyncpg

from graph.entities.base import Entity
from graph.entities.checks import ANSWER, Words
from graph.entities.derive import label_of
from graph.writes.action import RACED, Refusal, bad_input, conflict
from graph.writes.days import ENDS

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["GONE", "RACED", "REFUSALS", "TAKEN", "refusal_of"]

NO_MEMBER = bad_input("A value is none of those that there are.", "Compare it with the schema.")
NO_COUNTRY = bad_input("The country is not in the register.", "Ask whoever runs the server to migrate it.")
GONE = conflict("A row that it leans on is not there any more.", "Look at the rows again.")
TAKEN = conflict(
    "There is a row with that id already.", "Make a new id, or repeat under the key of the first time.", "id"
)
NUMBER_TAKEN = "Another child of the programme has that number; capitals, spaces and hyphens make no difference."


def _ends(name: str) -> Refusal:
    return replace(ENDS, path=("input", name))


REFUSALS: Mapping[str, Refusal] = {
    "change_kind_check": NO_MEMBER,
    "child_birth_date_precision_check": NO_MEMBER,
    "child_died_on_precision_check": NO_MEMBER,
    "child_reason_for_care_check": NO_MEMBER,
    "child_sex_check": NO_MEMBER,
    "community_link_ended_on_check": _ends("endedOn"),
    "community_link_kind_check": NO_MEMBER,
    "community_link_someone_check": bad_input("The tie is nobody's.", "Give childId, homeId, or both.", "childId"),
    "community_partner_kind_check": NO_MEMBER,
    "home_capacity_check": bad_input("A home has room for one child at least.", "Give a number above 0.", "capacity"),
    "home_closed_on_check": _ends("closedOn"),
    "home_form_check": NO_MEMBER,
    "home_stay_ended_on_check": _ends("endedOn"),
    "placement_end_reason_check": NO_MEMBER,
    "placement_ended_on_check": _ends("endedOn"),
    "placement_exception_rule_check": NO_MEMBER,
    "placement_start_reason_check": NO_MEMBER,
    "placement_void_reason_given": bad_input("It is not said why it is taken back.", "Give reason.", "reason"),
    "programme_ended_on_check": _ends("endedOn"),
    "programme_kind_check": NO_MEMBER,
    "sibling_bond_ended_on_check": _ends("endedOn"),
    "sibling_bond_kind_check": NO_MEMBER,
    "sibling_bond_two_children_check": bad_input(
        "Nobody is their own brother or sister.", "Name two children.", "siblingId"
    ),
    "child_country_code_fkey": NO_COUNTRY,
    "child_programme_id_fkey": GONE,
    "community_link_child_id_fkey": GONE,
    "community_link_country_code_fkey": NO_COUNTRY,
    "community_link_home_id_fkey": GONE,
    "community_link_partner_id_fkey": GONE,
    "community_link_programme_id_fkey": GONE,
    "community_partner_country_code_fkey": NO_COUNTRY,
    "home_country_code_fkey": NO_COUNTRY,
    "home_programme_id_fkey": GONE,
    "placement_child_id_fkey": GONE,
    "placement_country_code_fkey": NO_COUNTRY,
    "placement_exception_country_code_fkey": NO_COUNTRY,
    "placement_exception_home_id_fkey": GONE,
    "placement_exception_placement_id_fkey": GONE,
    "placement_exception_programme_id_fkey": GONE,
    "placement_home_id_fkey": GONE,
    "placement_programme_id_fkey": GONE,
    "programme_country_code_fkey": NO_COUNTRY,
    "sibling_bond_child_id_fkey": GONE,
    "sibling_bond_country_code_fkey": NO_COUNTRY,
    "sibling_bond_programme_id_fkey": GONE,
    "sibling_bond_sibling_id_fkey": GONE,
    "change_counter_pkey": RACED,
    "change_pkey": RACED,
    "child_pkey": TAKEN,
    "community_link_pkey": TAKEN,
    "community_partner_pkey": TAKEN,
    "history_personal_pkey": RACED,
    "history_plain_pkey": RACED,
    "history_sensitive_pkey": RACED,
    "home_pkey": TAKEN,
    "home_stay_pkey": TAKEN,
    "idempotency_key_pkey": RACED,
    "placement_exception_pkey": TAKEN,
    "placement_pkey": TAKEN,
    "programme_pkey": TAKEN,
    "sibling_bond_pkey": TAKEN,
    "child_case_number_key": conflict(NUMBER_TAKEN, "Look for the child before you write it anew.", "caseNumber"),
    "placement_one_home_at_a_time": conflict(
        "The child lives, or is to live, in a home on one of these days already.",
        "End, correct or void the other placement first.",
        "startedOn",
    ),
    "sibling_bond_one_at_a_time": conflict(
        "The two are on record as brothers or sisters on one of these days already.",
        "Look at their bonds.",
        "siblingId",
    ),
}
"""The refusal by the constraint's name."""

NAMED = re.compile(r'constraint "(\w+?)(?:_\d+)?"')
"""A distributed server tells the name in the message alone, with the number of the shard behind it."""
VIOLATION = "23"
MISSING = "23502"


def refusal_of(error: asyncpg.PostgresError) -> Refusal | None:
    """What a caller hears of a violated constraint; nothing where the error is another one."""
    if not (error.sqlstate or "").startswith(VIOLATION):
        return None
    if error.sqlstate == MISSING:
        return bad_input("A value that has to be there is missing.", "Compare the input with the schema.")
    found = NAMED.search(str(error.args[0]) if error.args else "")
    name = getattr(error, "constraint_name", None) or (found[1] if found else None)
    return REFUSALS.get(str(name)) or declared_refusals().get(str(name), RACED)


def declared_refusals() -> dict[str, Refusal]:
    """The refusals of the constraints that carry their own words, by name."""
    found: dict[str, Refusal] = {}
    for table in Entity.metadata.tables.values():
        for constraint in table.constraints:
            words = constraint.info.get(ANSWER)
            if isinstance(words, Words):
                label = label_of(table.c[words.column])
                found[str(constraint.name)] = bad_input(words.message, words.hint, label)
    return found
