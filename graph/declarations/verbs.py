"""The plain verbs: what may become of any row, and what a mutation of each is called.

A verb is what a mutation does where no more is to be said of it. What has a meaning of its own is an action
(`graph/writes/actions/`), and takes the place of the verb whose name it bears.
"""

from __future__ import annotations

from enum import StrEnum
from typing import Literal

from graph.refusals import Named


class Verb(StrEnum):
    """What a derived mutation does."""

    RECORD = "record"
    """Makes a row."""
    CHANGE = "change"
    """Changes what is no fact: a phone number, what a child likes."""
    CORRECT = "correct"
    """Sets right what was recorded wrongly, and says why; the history keeps it."""
    END = "end"
    """Says the first day after a row's last, and what is said with it."""
    VOID = "void"
    """Takes back what was recorded in error, with its parts, and says why."""


VerbName = Literal["record", "change", "correct", "end", "void"]
PREFIX = {Verb.CHANGE: "update"}
"""How a mutation's name begins, where that is not the verb."""
SENTENCES = {
    Verb.RECORD: "Records {a_row}.",
    Verb.CHANGE: "Changes what is on record of {a_row}.",
    Verb.CORRECT: "Sets right what was recorded wrongly of {a_row}, and says why.",
    Verb.END: "Records that {a_row} has ended, or will.",
    Verb.VOID: (
        "Takes back {a_row} that was recorded in error; it stays on record, and lists and counts leave it out."
    ),
}
REASONED = frozenset({Verb.CORRECT, Verb.VOID})
"""Who does one of these says why."""


def name_of(verb: Verb, type_name: str) -> str:
    """The mutation field: `endCommunityLink`."""
    return f"{PREFIX.get(verb, verb.value)}{type_name}"


def sentence_of(verb: Verb, type_name: str) -> str:
    """What the mutation does, in a sentence."""
    words = Named(type_name).words
    return SENTENCES[verb].format(a_row=f"{'an' if words[0] in 'aeiou' else 'a'} {words}")
