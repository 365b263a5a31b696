"""The template of all catalogues: each thing that is said once, with where it comes from and what it is.

A message is its English text and a context. Sentences need none; a label stands in the context of its enumeration, for
`Unknown` may be said otherwise of a sex and of a birth date. What is counted has a plural.
"""

from __future__ import annotations

import io
from collections.abc import Iterable
from dataclasses import dataclass

from babel import Locale
from babel.messages.catalog import Catalog
from babel.messages.catalog import Message as Entry
from babel.messages.pofile import write_po
from babel.plural import to_gettext

from graph.words.placeholders import placeholders

__all__ = ["Key", "Message", "key_of", "template", "texts_of", "updated", "written"]

PROJECT = "hearth"
WIDTH = 120
HEAD = """\
# {name}: what Hearth says, as `hearth words update` lays it out. See docs/words.md.
msgid ""
msgstr ""
"Project-Id-Version: hearth\\n"
"Language: {tag}\\n"
"MIME-Version: 1.0\\n"
"Content-Type: text/plain; charset=utf-8\\n"
"Content-Transfer-Encoding: 8bit\\n"
"Plural-Forms: {plurals}\\n"

"""
Key = tuple[str | None, str]
"""What a message is looked up by: its context and its English text."""


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
    def key(self) -> Key:
        """What it is looked up by."""
        return self.context, self.text

    @property
    def placeholders(self) -> frozenset[str]:
        """The parameters that it names."""
        return placeholders(self.text, self.plural or "")


def template(messages: Iterable[Message], tag: str | None = None) -> Catalog:
    """The catalogue of all messages, nothing translated; what is said in several places stands there once.

    Args:
        messages: everything that the product says.
        tag: of a language, which has so many plural forms; none for the template itself.
    """
    catalogue = Catalog(locale=tag, project=PROJECT, charset="utf-8", fuzzy=False)
    places: dict[Key, list[str]] = {}
    abouts: dict[Key, list[str]] = {}
    kept: dict[Key, Message] = {}
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


def updated(before: Catalog, messages: Iterable[Message], tag: str) -> str:
    """The text of a language's catalogue with all messages: what is translated stays, what nobody says any more goes.

    Args:
        before: the catalogue as it is.
        messages: everything that the product says.
        tag: of the language.
    """
    after, locale = template(messages, tag), Locale.parse(tag)
    translated = {key_of(each): each for each in before if each.id}
    for entry in after:
        held = translated.get(key_of(entry))
        if held is not None and bool(held.pluralizable) == bool(entry.pluralizable):
            entry.string, entry.user_comments = held.string, held.user_comments
        elif entry.pluralizable:
            entry.string = ("",) * before.num_plurals
    name = str(locale.get_language_name("en"))
    return HEAD.format(name=name, tag=tag, plurals=_plurals(before, locale)) + written(after)


def _plurals(before: Catalog, locale: Locale) -> str:
    """The rule for plurals: as the catalogue has it; of a new one CLDR's, unless gettext tells fewer forms apart."""
    if any(each.id for each in before) or len(locale.plural_form.tags) + 1 != before.num_plurals:
        return before.plural_forms
    return to_gettext(locale.plural_form)


def key_of(entry: Entry) -> Key:
    """What an entry of a catalogue is looked up by."""
    text = entry.id if isinstance(entry.id, str) else entry.id[0]
    return entry.context or None, text


def texts_of(entry: Entry) -> tuple[str, ...]:
    """What an entry says in its language, in each plural form where it counts."""
    return (entry.string,) if isinstance(entry.string, str) else tuple(entry.string or ())
