"""How much of what is said there is in each language: the page `docs/languages.md`."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping

from babel import Locale
from babel.messages.catalog import Catalog

from graph.words.template import Message, key_of, texts_of
from graph.words.words import SOURCE

__all__ = ["page", "translated"]

SENTENCES = "errors and refusals"
KINDS = {
    None: SENTENCES,
    "Indicator": "indicators",
    "Unit": "indicators",
    "Report": "the report",
    "Noun": SENTENCES,
    "Phrase": SENTENCES,
}
LABELS = "labels and meanings"
"""What stands in the context of an enumeration."""
HEAD = """\
# Languages

What Hearth says to callers, and how much of it there is in each language. What is not there yet is said in English,
and `Content-Language` names the language of the answer. `hearth words update` writes this page; how a language is added
stands in [words.md](words.md).
"""


def translated(catalogue: Catalog) -> frozenset[tuple[str | None, str]]:
    """What a catalogue says, by context and English text."""
    return frozenset(key_of(each) for each in catalogue if each.id and all(texts_of(each)))


def page(messages: Iterable[Message], catalogues: Mapping[str, Catalog]) -> str:
    """The page.

    Args:
        messages: everything that the product says.
        catalogues: by language, without English.
    """
    known = {each.key for each in messages}
    kinds = list(dict.fromkeys(_kind(context) for context, _ in sorted(known, key=lambda key: str(key[0]))))
    whole = Counter(_kind(context) for context, _ in known)
    lines = [f"| language | {' | '.join(kinds)} | falls back |", f"|---|{'---:|' * (len(kinds) + 1)}"]
    lines.append(_line(SOURCE, kinds, whole, 0))
    for tag, catalogue in sorted(catalogues.items()):
        found = translated(catalogue) & known
        there = Counter(_kind(context) for context, _ in found)
        lines.append(_line(tag, kinds, there, len(known) - len(found)))
    return f"{HEAD}\n" + "\n".join(lines) + "\n"


def _line(tag: str, kinds: list[str], there: Mapping[str, int], missing: int) -> str:
    name = Locale.parse(tag).get_language_name("en")
    return f"| {name} (`{tag}`) | {' | '.join(str(there.get(kind, 0)) for kind in kinds)} | {missing} |"


def _kind(context: str | None) -> str:
    return KINDS.get(context, LABELS)
