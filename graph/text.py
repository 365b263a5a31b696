"""The one form of a text: what is stored of it, and by what two numbers are compared.

A name is one name, however it was typed. What is stored is the form that a person reads; what nobody sees makes no
second one. Three forms, declared at the column (`form=`):

    PROSE    NFC, and nothing else: lines and spaces are the writer's own
    NAME     NFC; marks without width and control characters left out; every run of spaces is one; none at the ends;
             hyphens, dashes of a figure's width and minus signs are `-`
    NUMBER   stored as a name; two are compared by their key, for which capitals, wide and narrow letters, every mark
             without width, and spaces against hyphens make no difference

Some marks without width are seen by what they do to the letters beside them: the joiners of Persian, Hindi, Nepali,
Bengali or Sinhala, the variants of Han and Mongolian letters. They stay where they do it, and go where they do nothing.

The sets are Unicode's: Default_Ignorable_Code_Point, White_Space, Joining_Type; the rule for joiners follows UAX #31,
the key is NFKC_Casefold (Unicode Standard, 3.13). PostgreSQL works the key out, in one expression for the column and
for what it is compared with, so that there is one rule, and one version of Unicode.
"""

from __future__ import annotations

import re
from enum import Enum
from typing import TYPE_CHECKING, Any
from unicodedata import category, combining, normalize

from sqlalchemy import Text, func, literal_column
from sqlalchemy.sql.expression import collate

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from sqlalchemy import ColumnElement

Ranges = tuple[tuple[int, int], ...]


class TextForm(Enum):
    """How a text is kept."""

    PROSE = "prose"
    NAME = "name"
    NUMBER = "number"

    @property
    def doc(self) -> str:
        """What a description says of it."""
        return FORM_DOCS[self]


FORM_DOCS: Mapping[TextForm, str] = {
    TextForm.PROSE: "",
    TextForm.NAME: " Kept in one Unicode form, with single spaces and without marks that nobody sees.",
    TextForm.NUMBER: " Kept as names are; other capitals, spaces or hyphens make no other number.",
}
"""What a description says of a text's form."""


RULES = 1
"""The version of what is stored; rows that keep an earlier one are brought to it by `hearth migrate`."""

UNSEEN: Ranges = (
    (0x00AD, 0x00AD), (0x034F, 0x034F), (0x061C, 0x061C), (0x115F, 0x1160), (0x17B4, 0x17B5), (0x180B, 0x180F),
    (0x200B, 0x200F), (0x202A, 0x202E), (0x2060, 0x206F), (0x3164, 0x3164), (0xFE00, 0xFE0F), (0xFEFF, 0xFEFF),
    (0xFFA0, 0xFFA0), (0xFFF0, 0xFFFB), (0x1BCA0, 0x1BCA3), (0x1D173, 0x1D17A), (0xE0000, 0xE0FFF),
)  # fmt: skip
"""Marks without width: Default_Ignorable_Code_Point, and the marks of interlinear notes."""
CONTROLS: Ranges = ((0x0001, 0x0008), (0x000E, 0x001B), (0x007F, 0x0084), (0x0086, 0x009F))
"""Control characters that are no space."""
SPACES: Ranges = (
    (0x0009, 0x000D), (0x001C, 0x0020), (0x0085, 0x0085), (0x00A0, 0x00A0), (0x1680, 0x1680), (0x2000, 0x200A),
    (0x2028, 0x2029), (0x202F, 0x202F), (0x205F, 0x205F), (0x2800, 0x2800), (0x3000, 0x3000),
)  # fmt: skip
"""White_Space, the separators of files, and the empty Braille pattern."""
HYPHENS: Ranges = (
    (0x002D, 0x002D), (0x2010, 0x2013), (0x2043, 0x2043), (0x2212, 0x2212), (0xFE63, 0xFE63), (0xFF0D, 0xFF0D),
)  # fmt: skip
"""What a name keeps as `-`: nobody can tell them apart, and programs put one in another's place."""
DASHES: Ranges = (*HYPHENS, (0x2014, 0x2015), (0xFE58, 0xFE58))
"""What makes no difference in a number: longer dashes too."""

ZWNJ, ZWJ = "\N{ZERO WIDTH NON-JOINER}", "\N{ZERO WIDTH JOINER}"
VIRAMA = 9
"""The combining class of the marks that bind one consonant to the next."""
JOINS_BOTH: Ranges = (
    (0x0620, 0x0620), (0x0626, 0x0626), (0x0628, 0x0628), (0x062A, 0x062E), (0x0633, 0x063F), (0x0641, 0x0647),
    (0x0649, 0x064A), (0x066E, 0x066F), (0x0678, 0x0687), (0x069A, 0x06BF), (0x06C1, 0x06C2), (0x06CC, 0x06CC),
    (0x06CE, 0x06CE), (0x06D0, 0x06D1), (0x06FA, 0x06FC), (0x06FF, 0x06FF), (0x0712, 0x0714), (0x071A, 0x071D),
    (0x071F, 0x0727), (0x0729, 0x0729), (0x072B, 0x072B), (0x072D, 0x072E), (0x074E, 0x0758), (0x075C, 0x076A),
    (0x076D, 0x0770), (0x0772, 0x0772), (0x0775, 0x0777), (0x077A, 0x077F), (0x07CA, 0x07EA), (0x08A0, 0x08A9),
    (0x08AF, 0x08B0), (0x08B3, 0x08B8), (0x08BA, 0x08C8), (0x1820, 0x1878), (0x1887, 0x18A8), (0x18AA, 0x18AA),
    (0x10D01, 0x10D21), (0x10D23, 0x10D23), (0x1E900, 0x1E943),
)  # fmt: skip
"""Letters that join the one before and the one behind: Joining_Type D of the scripts that people write today."""
JOINS_BEFORE: Ranges = (
    (0x0622, 0x0625), (0x0627, 0x0627), (0x0629, 0x0629), (0x062F, 0x0632), (0x0648, 0x0648), (0x0671, 0x0673),
    (0x0675, 0x0677), (0x0688, 0x0699), (0x06C0, 0x06C0), (0x06C3, 0x06CB), (0x06CD, 0x06CD), (0x06CF, 0x06CF),
    (0x06D2, 0x06D3), (0x06D5, 0x06D5), (0x06EE, 0x06EF), (0x0710, 0x0710), (0x0715, 0x0719), (0x071E, 0x071E),
    (0x0728, 0x0728), (0x072A, 0x072A), (0x072C, 0x072C), (0x072F, 0x072F), (0x074D, 0x074D), (0x0759, 0x075B),
    (0x076B, 0x076C), (0x0771, 0x0771), (0x0773, 0x0774), (0x0778, 0x0779), (0x08AA, 0x08AC), (0x08AE, 0x08AE),
    (0x08B1, 0x08B2), (0x08B9, 0x08B9), (0x10D22, 0x10D22),
)  # fmt: skip
"""Letters that join the one before alone: Joining_Type R."""
HAN: Ranges = ((0x3400, 0x4DBF), (0x4E00, 0x9FFF), (0xF900, 0xFAFF), (0x20000, 0x323AF))
HAN_VARIANTS: Ranges = ((0xFE00, 0xFE0F), (0xE0100, 0xE01EF))
MONGOLIAN: Ranges = ((0x1820, 0x18AA),)
MONGOLIAN_VARIANTS: Ranges = ((0x180B, 0x180F),)
"""Variants, and the mark that sets a last vowel apart."""


def _among(ranges: Ranges) -> frozenset[str]:
    return frozenset(chr(code) for first, last in ranges for code in range(first, last + 1))


_UNSEEN, _CONTROLS = _among(UNSEEN), _among(CONTROLS)
_JOINS_BOTH, _JOINS_BEFORE = _among(JOINS_BOTH), _among(JOINS_BEFORE)
_HAN_VARIANTS, _MONGOLIAN_VARIANTS = _among(HAN_VARIANTS), _among(MONGOLIAN_VARIANTS)
_WRITTEN_ALIKE = {ord(each): "-" for each in _among(HYPHENS)} | {ord(each): " " for each in _among(SPACES)}
EDGE = "|"
"""Stands at the end of a part of a text: no letter, and nothing composes with it."""


def normal(text: str, form: TextForm) -> str:
    """A text as it is stored. To bring it to its form once more changes nothing.

    Args:
        text: as it was typed, without NUL and half surrogate pairs.
        form: of the column that keeps it.

    Returns:
        The text; of a name that holds nothing to be seen, the empty text.
    """
    if form is TextForm.PROSE:
        return text if text.isascii() else normalize("NFC", text)
    if text.isascii() and text.isprintable():
        return " ".join(text.split())
    # What is left out may bring together what composes, and what composes may change what a joiner stands beside.
    while (seen := _seen(text)) != text:
        text = seen
    return text


def normal_start(text: str, form: TextForm) -> str:
    """The beginning of a text in its form: the last space stays, for more may follow."""
    return normal(f"{text}{EDGE}", form)[:-1]


def normal_part(text: str, form: TextForm) -> str:
    """Any part of a text in its form: a space at either end stays."""
    return normal(f"{EDGE}{text}{EDGE}", form)[1:-1]


def is_blank(text: str) -> bool:
    """Whether nothing of a text is to be seen, whatever its form."""
    return not normal(text, TextForm.NAME)


def _seen(text: str) -> str:
    composed = normalize("NFC", text).translate(_WRITTEN_ALIKE)
    kept: list[str] = []
    for place, letter in enumerate(composed):
        if letter in _CONTROLS or (letter in _UNSEEN and not _shapes(letter, kept, composed, place + 1)):
            continue
        kept.append(letter)
    return normalize("NFC", " ".join("".join(kept).split()))


def _shapes(mark: str, before: list[str], text: str, following: int) -> bool:
    """Whether a mark without width changes how the letters beside it look."""
    if not before:
        return False
    last = before[-1]
    if mark in _HAN_VARIANTS:
        return _is_of(last, HAN)
    if mark in _MONGOLIAN_VARIANTS:
        return _is_of(last, MONGOLIAN)
    after = text[following : following + 1]
    if mark == ZWJ:
        # Behind a virama it asks for the half form, before one it keeps the first letter whole (Bengali, Sinhala).
        return combining(last) == VIRAMA or (category(last) == "Lo" and after != "" and combining(after) == VIRAMA)
    if mark != ZWNJ:
        return False
    if combining(last) == VIRAMA:
        return category(after) == "Lo" if after else False
    return _base(reversed(before)) in _JOINS_BOTH and _base(text[following:]) in _JOINS_BOTH | _JOINS_BEFORE


def _is_of(letter: str, ranges: Ranges) -> bool:
    """Whether a letter is of sets too large to be kept letter by letter."""
    return any(first <= ord(letter) <= last for first, last in ranges)


def _base(letters: Iterable[str]) -> str:
    """The first letter that is no mark above or below another one, and has a width."""
    return next((each for each in letters if category(each) not in ("Mn", "Me") and each not in _UNSEEN), "")


# The key of a number, in SQL


def _class(*sets: Ranges) -> str:
    """Sets of characters as PostgreSQL's regular expressions write them."""
    return "".join(_escaped(first) if first == last else f"{_escaped(first)}-{_escaped(last)}"
                   for ranges in sets for first, last in ranges)  # fmt: skip


def _escaped(code: int) -> str:
    return f"\\u{code:04x}" if code <= 0xFFFF else f"\\U{code:08x}"  # noqa: PLR2004 - the last code of four digits


def _quoted(text: str) -> Any:  # noqa: ANN401 - an expression
    return literal_column(f"'{text}'", Text())


LEFT_OUT = _quoted(f"[{_class(UNSEEN, CONTROLS)}]")
AROUND = _quoted(f"^[{_class(SPACES)}]+|[{_class(SPACES)}]+$")
BETWEEN = _quoted(f"[{_class(SPACES, DASHES)}]+")
NOTHING, HYPHEN, EVERYWHERE = _quoted(""), _quoted("-"), _quoted("g")
NFKC: ColumnElement[Any] = literal_column("NFKC")
NFKD: ColumnElement[Any] = literal_column("NFKD")
NO_LETTER = _quoted("[^[:alnum:]]+")


def number_key(number: Any) -> Any:  # noqa: ANN401 - expressions
    """What two numbers are compared by; NULL of NULL.

    Args:
        number: an SQL expression of text.
    """
    shown = func.regexp_replace(number, LEFT_OUT, NOTHING, EVERYWHERE)
    folded = func.normalize(func.casefold(collate(func.normalize(shown, NFKC), "pg_unicode_fast")), NFKC)
    trimmed = func.regexp_replace(folded, AROUND, NOTHING, EVERYWHERE)
    return collate(func.regexp_replace(trimmed, BETWEEN, HYPHEN, EVERYWHERE), "C")


def name_key(name: Any) -> Any:  # noqa: ANN401 - as above
    """What two names are alike by: letters and digits alone, whatever their case and accents; NULL where none is left.

    Args:
        name: an SQL expression of text.
    """
    folded = func.normalize(func.casefold(collate(func.normalize(name, NFKD), "pg_unicode_fast")), NFKD)
    letters = func.regexp_replace(folded, NO_LETTER, NOTHING, EVERYWHERE)
    return func.nullif(collate(letters, "C"), NOTHING)


def number_key_sql(column: str) -> str:
    """The same as text, for the definition of a generated column."""
    return re.sub(r"\s+", " ", str(number_key(literal_column(column, Text()))))
