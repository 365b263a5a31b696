"""Which of the values that an input gives decide a mutation's text: those that its composing asks about.

Composing asks whether one of some values is given, and writes one text or another. Two inputs that answer its questions
alike have one text. The questions follow from one another; so the answers make a tree, one for each mutation:

    siblings? ─ no ──> exception? ─ no ──> a text
              │                   └ yes ─> a text
              └ yes ─> exception? …

A column that may be left out is written as empty or as it was, and is not asked about: twenty of them make no more.
How many texts a mutation has at most, a test counts (tests/writes/test_shapes.py).
"""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

Question = tuple[str, ...]
"""Whether one of these is given."""
Answers = tuple[bool, ...]


@dataclass(slots=True)
class _Asked:
    """A question, and what follows from each answer: the next one, or nothing more."""

    question: Question
    then: dict[bool, _Asked | None] = field(default_factory=dict)


class Shapes:
    """Remembers what composing has asked."""

    def __init__(self) -> None:
        self._first: dict[Hashable, _Asked | None] = {}

    def find(self, of: Hashable, present: frozenset[str]) -> tuple[Hashable, Answers] | None:
        """What an input's text is remembered under; nothing where nobody has composed it yet.

        Args:
            of: the mutation, and whatever else decides what is asked.
            present: the names that the input gives.
        """
        if of not in self._first:
            return None
        answers: list[bool] = []
        asked = self._first[of]
        while asked is not None:
            answer = not present.isdisjoint(asked.question)
            if answer not in asked.then:
                return None
            answers.append(answer)
            asked = asked.then[answer]
        return of, tuple(answers)

    def learn(self, of: Hashable, asked: Mapping[Question, bool]) -> tuple[Hashable, Answers]:
        """Remember the questions of one composing, in order, with their answers; what its text is remembered under."""
        questions: Iterable[tuple[Question, bool]] = asked.items()
        before: _Asked | None = None
        answered = False
        for question, answer in questions:
            if before is None:
                following = self._first.get(of)
                if following is None:
                    following = self._first[of] = _Asked(question)
            else:
                following = before.then.get(answered)
                if following is None:
                    following = before.then[answered] = _Asked(question)
            before, answered = following, answer
        if before is None:
            self._first[of] = None
        else:
            before.then[answered] = None
        return of, tuple(asked.values())
