"""A language that is none: each sentence in brackets, so that what is not translated shows."""

from __future__ import annotations

import io
from collections.abc import AsyncIterator, Iterator, Sequence
from gettext import GNUTranslations
from typing import TYPE_CHECKING

import pytest
from babel.messages.mofile import write_mo

from graph.commands.words import all_messages
from graph.words import negotiation, speaking
from graph.words.template import Message, template
from graph.words.words import Words, languages, words_of
from tests.http.real_app import Graph, real_client, tokens

if TYPE_CHECKING:
    from uuid import UUID

    from countries.connections.database import Database
    from countries.register.register import Register

PSEUDO = "eo"
"""The tag that stands for it: a real language's, of which there is no catalogue."""


@pytest.fixture(scope="session")
def messages() -> Sequence[Message]:
    """Everything that is said."""
    return list(all_messages())


@pytest.fixture(scope="session")
def pseudo_words(messages: Sequence[Message]) -> Words:
    """The language: `⟦There is no such {type}.⟧`."""
    catalogue = template(messages)
    for each in catalogue:
        if isinstance(each.id, str):
            each.string = f"⟦{each.id}⟧" if each.id else each.string
        else:
            each.string = tuple(f"⟦{text}⟧" for text in each.id)
    compiled = io.BytesIO()
    write_mo(compiled, catalogue)
    compiled.seek(0)
    return Words(PSEUDO, GNUTranslations(compiled))


@pytest.fixture
def pseudo(pseudo_words: Words, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """Let it be served; the value is its tag."""
    monkeypatch.setattr(negotiation, "languages", lambda: (*languages(), PSEUDO))
    monkeypatch.setattr(speaking, "words_of", lambda tag: pseudo_words if tag == PSEUDO else words_of(tag))
    speaking.spoken_by.cache_clear()
    yield PSEUDO
    speaking.spoken_by.cache_clear()


@pytest.fixture
async def graph(database: Database, register: Register, programmes: dict[str, list[UUID]]) -> AsyncIterator[Graph]:
    """The graph on the seeded world."""
    async with real_client(database, register) as client:
        yield Graph(client, tokens(programmes))
