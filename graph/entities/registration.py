"""The number under which an authority has registered a home: no other home of the country has it."""

from __future__ import annotations

from graph.declarations.rules import Others, Rule
from graph.reasons import Reason
from graph.refusals import conflict
from graph.text import number_key

REGISTERED = conflict(
    Reason.REGISTRATION_NUMBER_TAKEN,
    "Another home of the country has that registration number; capitals, spaces and hyphens make no difference.",
    "Look for the home before you write it anew.",
    "registrationNumber",
)
NUMBER_IS_NEW = Rule(
    "registration_number_is_new",
    "registration_number",
    REGISTERED,
    others=Others(
        "home",
        ("registration_number_key",),
        lambda row, other: other.c.registration_number_key == number_key(row.c.registration_number),
    ),
)
