"""Every refusal that the product declares, looked for in the template: `python -m tests.words.declared`.

A process that has imported the tests has refusals of theirs, too; so this is one that has not. It writes how many there
are, and a line for each text that no catalogue knows.
"""

from __future__ import annotations

import gc
import sys

from graph.commands.words import all_messages
from graph.refusals import Plural, Refusal
from graph.schema.sdl import build_schema
from graph.writes.actions import all_actions


def main() -> None:
    """Look through all that is in memory."""
    all_actions()
    build_schema()
    messages = list(all_messages())
    known = {each.text for each in messages} | {each.plural for each in messages}
    declared = [each for each in gc.get_objects() if isinstance(each, Refusal)]
    sys.stdout.write(f"{len(declared)}\n")
    for each in declared:
        for text in (each.sentence, each.advice, *each.further):
            if text not in known and not (isinstance(text, Plural) and text.one in known):
                sys.stdout.write(f"{each.reason}: {text}\n")


if __name__ == "__main__":
    main()
