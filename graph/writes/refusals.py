"""What any mutation may be refused with: its input and the limits of one, the row that it changes, its key."""

from __future__ import annotations

from decimal import Decimal

from graph.reasons import Reason
from graph.refusals import bad_input, conflict, forbidden

MAX_ROWS = 100
"""Rows that one list of an input may name."""
MAX_NAME = 500
"""Characters of a text that lists are filtered or ordered by: an index of PostgreSQL holds some 2,700 bytes."""
WHOLE_DIGITS, DECIMALS = 12, 2
"""Digits of money before the point and behind it."""
AMOUNT = Decimal(10) ** WHOLE_DIGITS
"""The first number that a column of money cannot hold."""

NOTHING_GIVEN = bad_input(Reason.NOTHING_GIVEN, "Nothing is to be changed.", "Give at least one field.")
ANOTHER_COUNTRY = bad_input(
    Reason.ID_OF_ANOTHER_COUNTRY, "That id is of another country.", "Make it with your own country's code.", "id"
)
EMPTY = bad_input(Reason.EMPTY, "It cannot be empty.", "Leave it out, or give it a value.")
BLANK = bad_input(Reason.EMPTY, "The text is empty.", "Leave it out, or write something.")
NOT_YOURS = forbidden(
    Reason.NOT_FOR_YOUR_ROLE,
    "Your role may not change this.",
    "Ask your national office; rows of other programmes carry a copy of it, or depend on it.",
)
TOO_LARGE = bad_input(Reason.WRONG_AMOUNT, "The number is too large.", "Check it.")
NO_AMOUNT = bad_input(
    Reason.WRONG_AMOUNT,
    "The number does not fit.",
    "Give at most {digits} digits before the point and {decimals} behind it.",
    digits=WHOLE_DIGITS,
    decimals=DECIMALS,
)
LONG_NAME = bad_input(Reason.TOO_LONG, "It may hold {limit} characters.", "Shorten it.", limit=MAX_NAME)
DIFFERENT = bad_input(Reason.NAMED_TWICE, "It names 1 to {limit} different rows.", "Name each once.", limit=MAX_ROWS)
TOO_MANY = bad_input(Reason.TOO_MANY, "It holds at most {limit} entries.", "Send the rest later.", limit=MAX_ROWS)

STALE = conflict(
    Reason.STALE_VERSION, "It has changed since.", "Look at the row as it is now, and decide again.", "version"
)
TAKEN_BACK = conflict(Reason.TAKEN_BACK, "It was taken back as recorded in error.", "Record anew what is right.", "id")
OTHER_INPUT = conflict(
    Reason.KEY_USED,
    "The key was used for something else.",
    "Make a new key for every change that you intend.",
    "idempotencyKey",
)
