"""What a report says, in the language that it is written in: English as it stands in the source, others by catalogue.

    said("On {day}, {children} lived there.", day=…, children=…)
    counted("one country", "{count} countries", 3)
    to_say("Children in care")                       the same, said later by `said`: what a table holds

The literals are collected from the source, and from the templates of the page, which say theirs in the same way.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, date, datetime
from typing import Any

from babel.dates import format_date
from babel.numbers import format_decimal
from markupsafe import Markup, escape

from graph.words.labels import INDICATOR, UNIT
from graph.words.placeholders import PLACEHOLDER
from graph.words.speaking import spoken
from graph.words.words import SOURCE

REPORT = "Report"
"""The context in which catalogues have what a report says."""
MINUS = "\N{MINUS SIGN}"


def to_say(text: str) -> str:
    """A text that is said later."""
    return text


def said(text: str, **params: object) -> str:
    """A text, its parameters put in."""
    return _put_in(spoken().words.say(text, REPORT), params)


def counted(one: str, many: str, count: int, **params: object) -> str:
    """What is said of a number of things; `{count}` is that number."""
    return _put_in(spoken().words.count(one, many, count, REPORT), {"count": number(count, 0), **params})


def marked(text: str, **params: object) -> Markup:
    """A text inside a page: a parameter that is markup stays so, all else is escaped."""
    return Markup(_put_in(str(escape(spoken().words.say(text, REPORT))), {k: escape(v) for k, v in params.items()}))  # noqa: S704 - every part is escaped


def number(value: float, decimals: int) -> str:
    """Digits in groups as the language writes them, a true minus before them: `1,234.5`."""
    form = "#,##0" + ("." + "0" * decimals if decimals else "")
    text = format_decimal(abs(value), form, locale=spoken().words.locale, decimal_quantization=True)
    return f"{MINUS}{text}" if value < 0 and any(sign in "123456789" for sign in text) else text


def day(value: date) -> str:
    """A day in words: 31 December 2025."""
    words = spoken().words
    return format_date(value, "d MMMM y" if words.tag == SOURCE else "long", locale=words.locale)


def instant(value: datetime) -> str:
    """An instant in words, UTC."""
    told = value.astimezone(UTC)
    return said("{day}, {time} UTC", day=day(told), time=f"{told:%H:%M}")


def territory(code: str, name: str) -> str:
    """A country's name in the language; its English short name as the register has it."""
    words = spoken().words
    return name if words.tag == SOURCE else words.locale.territories.get(code, name)


def of_indicator(text: str) -> str:
    """What an indicator says of itself."""
    return spoken().words.say(text, INDICATOR)


def of_unit(text: str) -> str:
    """What a value is counted in."""
    return spoken().words.say(text, UNIT)


def globals_of_page() -> Mapping[str, Any]:
    """What the templates of a page say their words with."""
    words = spoken().words
    return {
        "said": marked,
        "counted": counted,
        "of_indicator": of_indicator,
        "of_unit": of_unit,
        "language": words.tag,
        "direction": "rtl" if words.is_right_to_left else "ltr",
    }


def _put_in(text: str, params: Mapping[str, object]) -> str:
    return PLACEHOLDER.sub(lambda found: str(params.get(found[1], found[0])), text) if params else text
