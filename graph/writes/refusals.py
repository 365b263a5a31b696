"""What any mutation may be refused with: its input and the limits of one, the row that it changes, its key."""

from __future__ import annotations

from graph.reasons import Reason
from graph.refusals import Named, Refusal, bad_input, conflict, forbidden
from graph.writes.identities import MAX_ROWS

NOTHING_GIVEN = bad_input(Reason.NOTHING_GIVEN, "Nothing is to be changed.", "Give at least one field.")
ANOTHER_COUNTRY = bad_input(
    Reason.ID_OF_ANOTHER_COUNTRY, "That id is of another country.", "Make it with your own country's code.", "id"
)
EMPTY = bad_input(Reason.EMPTY, "It cannot be empty.", "Leave it out, or give it a value.")
NOT_YOURS = forbidden(
    Reason.NOT_FOR_YOUR_ROLE,
    "Your role may not change this.",
    "Ask your national office; rows of other programmes carry a copy of it, or depend on it.",
)
DIFFERENT = bad_input(Reason.NAMED_TWICE, "It names 1 to {limit} different rows.", "Name each once.", limit=MAX_ROWS)
TWO_ROWS = bad_input(Reason.NAMED_TWICE, "Two new rows cannot have one id.", "Make a UUIDv7 for each.", "id")
ONE_EACH = bad_input(
    Reason.HALF_GIVEN,
    "It names one id for each of `{list}`.",
    "Name as many, or leave all of them out.",
    list="childIds",
)
NO_PARTS = bad_input(Reason.EMPTY, "One entry has to be there at least.", "Say what belongs to it.")
TOO_MANY = bad_input(Reason.TOO_MANY, "It holds at most {limit} entries.", "Send the rest later.", limit=MAX_ROWS)

STALE = conflict(
    Reason.STALE_VERSION, "It has changed since.", "Look at the row as it is now, and decide again.", "version"
)
TAKEN_BACK = conflict(Reason.TAKEN_BACK, "It was taken back as recorded in error.", "Record anew what is right.", "id")
AFTER_ITSELF = bad_input(
    Reason.AFTER_REFUSED, "A mutation cannot follow itself.", "Name the key of another one.", "after"
)
AFTER_UNKNOWN = Refusal(
    "NOT_FOUND",
    Reason.AFTER_REFUSED,
    "You have done nothing under that key.",
    "Send that one first, and then this one again; its own key is not used up.",
    ("input", "after"),
)
AFTER_REFUSED = conflict(
    Reason.AFTER_REFUSED,
    "What it was to follow has been refused.",
    "Decide anew; nothing of this one was written, and its own key is not used up.",
    "after",
)
OTHER_INPUT = conflict(
    Reason.KEY_USED,
    "The key was used for something else.",
    "Make a new key for every change that you intend.",
    "idempotencyKey",
)


def stands_on(type_name: str) -> Refusal:
    """What is told of each row that leans on one which is to be taken back."""
    sentence, advice = "A {type} leans on it.", "Take the {type} back first, or set it right; `params` say which it is."
    return conflict(Reason.STANDS_ON_IT, sentence, advice, "id", type=Named(type_name))


def not_together(entity_type: str, column: str) -> Refusal:
    """What is told where the end of a row is said, and not what is said with it, or the other way round."""
    return bad_input(
        Reason.HALF_GIVEN,
        "The day on which the {type} has ended comes together with {field}.",
        "Give both, or neither.",
        column,
        type=Named(entity_type),
        field=Named(column),
    )
