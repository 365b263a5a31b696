"""What the product says, put together from where it is declared: the messages of every catalogue."""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from pathlib import Path

from babel import Locale, UnknownLocaleError
from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po

from countries.packs.keys import KEYS
from countries.register.register import Region
from graph.documents.enumerations import enumerations_of, scalars_of
from graph.documents.library_words import DETAIL, TEMPLATES
from graph.entities import graph_model
from graph.errors import BadUserInput
from graph.indicators.catalogue import all_indicators
from graph.indicators.model import National
from graph.indicators.splits import CATEGORIES
from graph.refusals import NOUN, PHRASE, Named
from graph.report.names import category_words, region_words
from graph.report.saying import REPORT
from graph.schema.sdl import build_schema
from graph.words.checking import CatalogueFault, faults_in
from graph.words.counts import page, translated
from graph.words.labels import INDICATOR, RULE_DOC, UNIT, context_of, label_of
from graph.words.said import report_texts
from graph.words.sources import sentences
from graph.words.template import Message, updated

ABOUT_DETAIL = (
    "What graphql-core says, in English: say what it is about, as in 'The document cannot be meant: {detail}'."
)
ROOT = Path(__file__).resolve().parents[2]
CATALOGUES = ROOT / "graph" / "words" / "catalogues"
PAGE = ROOT / "docs" / "languages.md"


def all_messages(root: Path = ROOT) -> Iterator[Message]:
    """Everything that may be said to a caller: labels, indicators, nouns, errors and refusals."""
    yield from _labels()
    yield from _scalars()
    yield from _indicators()
    yield from _nouns()
    yield from _rules()
    yield from _report(root)
    for text in TEMPLATES:
        yield Message(text, "What graphql-core says of a document." if text != DETAIL else ABOUT_DETAIL)
    for found in sentences(root):
        if found.is_phrase:
            yield Message(found.text, "Some words inside a sentence.", PHRASE, file=found.place)
        elif found.is_fixed:
            about = "An error's sentence, or its hint."
            yield Message(found.one or found.text, about, plural=found.text if found.one else None, file=found.place)


def _labels() -> Iterator[Message]:
    for name, values in enumerations_of(build_schema()._schema).items():  # noqa: SLF001 - as graph/serving/server.py
        context = context_of(name)
        for member, doc in values.items():
            yield Message(label_of(member), f"Label of {name}.{member}.", context)
            yield Message(doc, f"What {name}.{member} means.", context)


def _scalars() -> Iterator[Message]:
    for name, description in scalars_of(build_schema()._schema).items():  # noqa: SLF001 - as above
        yield Message(description, f"How a value of {name} is written.")


def _indicators() -> Iterator[Message]:
    for national in National:
        yield Message(national.value, "What an indicator is divided by.", INDICATOR)
    for code, indicator in all_indicators().items():
        told = {
            "Title of the indicator": indicator.title,
            "What is counted for": indicator.numerator_doc,
            "What it is divided by": indicator.denominator_doc,
            "What is left out of": indicator.exclusions,
        }
        for about, text in told.items():
            if text:
                yield Message(text, f"{about} {code}.", INDICATOR)
        yield Message(indicator.unit, "Unit of an indicator.", UNIT)


def _report(root: Path) -> Iterator[Message]:
    yield from report_texts(root, REPORT)
    for region in Region:
        yield Message(region_words(region.value), "A region of the federation.", REPORT)
    for dimension, categories in CATEGORIES.items():
        for category in categories:
            yield Message(category_words(category), f"A category of figures, of {dimension.value}.", REPORT)


def _rules() -> Iterator[Message]:
    for key, rule in KEYS.items():
        yield Message(rule.doc, f"What the rule {key} says.", RULE_DOC)


def _nouns() -> Iterator[Message]:
    for name, entity in graph_model().by_type.items():
        about = f"The noun for a row of {name}, inside a sentence."
        yield Message(Named(name).words, about, NOUN)
        for column in entity.stored.values():
            if column.name.endswith("_date"):
                yield Message(Named(column.label).words, "The noun for a day, inside a sentence.", NOUN)
    yield Message("day", "The noun for a day, inside a sentence.", NOUN)


def catalogue_of(path: Path) -> Catalog:
    """A catalogue as it stands in its file; an empty one where there is none yet.

    Raises:
        BadUserInput: the file's name is no language tag.
    """
    try:
        Locale.parse(path.stem)
    except (UnknownLocaleError, ValueError):
        raise BadUserInput("That is no language tag.", "Name a language as fr.") from None
    text = path.read_bytes() if path.exists() else b""
    return read_po(io.BytesIO(text), locale=path.stem)


def update_catalogues(tags: Sequence[str]) -> Iterator[tuple[Path, int]]:
    """Bring catalogues up to what is said now, and write the page that counts them.

    Args:
        tags: of the languages; all that there are where none is named.

    Yields:
        The file of each, and how many messages fall back.
    """
    messages = list(all_messages())
    keys = {each.key for each in messages}
    for path in [CATALOGUES / f"{tag}.po" for tag in tags] or sorted(CATALOGUES.glob("*.po")):
        before = catalogue_of(path)
        path.write_text(updated(before, messages, path.stem), encoding="utf-8")
        yield path, len(keys - translated(catalogue_of(path)))
    PAGE.write_text(page_of_languages(messages), encoding="utf-8")


def page_of_languages(messages: Sequence[Message]) -> str:
    """`docs/languages.md`, as the catalogues are now."""
    return page(messages, {path.stem: catalogue_of(path) for path in sorted(CATALOGUES.glob("*.po"))})


def catalogue_faults(files: Sequence[Path] = ()) -> Iterator[CatalogueFault]:
    """What is wrong with catalogues: with all of ours, where none is named."""
    messages = list(all_messages())
    for path in files or sorted(CATALOGUES.glob("*.po")):
        yield from faults_in(path, messages)
