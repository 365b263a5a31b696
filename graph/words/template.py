"""The template of all catalogues: each thing that is said once, with where it comes from and what it is.

A message is its English text and a context. Sentences need none; a label stands in the context of its enumeration, for
`Unknown` may be said otherwise of a sex and of a birth date. What is counted has a plural.
"""

from __future__ import annotations

import io
from collections.abc import Iterable
from dataclasses import dataclass

from babel.messages.catalog import Catalog
from babel.messages.pofile import write_po

from graph.words.placeholders import placeholders

__all__ = ["Message", "template", "written"]

PROJECT = "hearth"
WIDTH = 120


@dataclass(frozen=True, slots=True)
class Message:
    """What is said somewhere.

    Attributes:
        text: the English text: the key of every catalogue.
        about: what it is, for whoever translates it.
        context: what tells it apart from the same text elsewhere; none for sentences.
        plural: the English text for any other number than one.
        file: where it is made, from the root of the packages on; none for what the schema says.
    """

    text: str
    about: str
    context: str | None = None
    plural: str | None = None
    file: str = ""

    @property
    def key(self) -> tuple[str | None, str]:
        """What it is looked up by."""
        return self.context, self.text

    @property
    def placeholders(self) -> frozenset[str]:
        """The parameters that it names."""
        return placeholders(self.text, self.plural or "")


def template(messages: Iterable[Message]) -> Catalog:
    """The catalogue of all messages, nothing translated; what is said in several places stands there once."""
    catalogue = Catalog(project=PROJECT, charset="utf-8", fuzzy=False)
    places: dict[tuple[str | None, str], list[str]] = {}
    abouts: dict[tuple[str | None, str], list[str]] = {}
    kept: dict[tuple[str | None, str], Message] = {}
    for message in messages:
        known = kept.setdefault(message.key, message)
        if message.plural and not known.plural:
            kept[message.key] = message
        if message.file and message.file not in (files := places.setdefault(message.key, [])):
            files.append(message.file)
        if message.about not in (told := abouts.setdefault(message.key, [])):
            told.append(message.about)
    for key, message in kept.items():
        catalogue.add(
            (message.text, message.plural) if message.plural else message.text,
            locations=[(file, 0) for file in places.get(key, ())],
            auto_comments=abouts[key],
            context=message.context,
        )
    return catalogue


def written(catalogue: Catalog) -> str:
    """A catalogue as the text of its file: no dates, no line numbers, so that it changes where words do."""
    out = io.BytesIO()
    write_po(out, catalogue, width=WIDTH, omit_header=True, include_lineno=False, ignore_obsolete=True)
    return out.getvalue().decode("utf-8")
