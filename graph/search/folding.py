"""Words as a search compares them: without capitals, accents, apostrophes, and letters of two forms.

A word is compared in its own script (`own`), which keeps what its readers tell apart, and in Latin letters (`latin`),
for whoever types those. Unicode says which script a letter is of. `anyascii` writes it in Latin, ideographs by their
most common Mandarin reading.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from unicodedata import category, combining, decimal, name, normalize

from anyascii import anyascii

VOICED = 8
"""The combining class of the marks that make another kana of one: they are no accents."""
APOSTROPHES = frozenset(
    "'`\N{ACUTE ACCENT}"
    "\N{MODIFIER LETTER APOSTROPHE}\N{LEFT SINGLE QUOTATION MARK}\N{RIGHT SINGLE QUOTATION MARK}"
    "\N{SINGLE HIGH-REVERSED-9 QUOTATION MARK}\N{PRIME}\N{FULLWIDTH APOSTROPHE}\N{MODIFIER LETTER TURNED COMMA}"
    "\N{MODIFIER LETTER PRIME}\N{MODIFIER LETTER RIGHT HALF RING}\N{MODIFIER LETTER LEFT HALF RING}"
    "\N{HEBREW PUNCTUATION GERESH}\N{ARMENIAN APOSTROPHE}"
)
"""What stands within a word and is left out of it. Behind one a word begins anew all the same."""
ALIKE = str.maketrans(
    {
        "\N{ARABIC LETTER ALEF MAKSURA}": "\N{ARABIC LETTER YEH}",
        "\N{ARABIC LETTER FARSI YEH}": "\N{ARABIC LETTER YEH}",
        "\N{ARABIC LETTER TEH MARBUTA}": "\N{ARABIC LETTER HEH}",
        "\N{ARABIC LETTER HEH GOAL}": "\N{ARABIC LETTER HEH}",
        "\N{ARABIC LETTER KEHEH}": "\N{ARABIC LETTER KAF}",
        "\N{ARABIC TATWEEL}": None,
        "\N{HEBREW LETTER FINAL KAF}": "\N{HEBREW LETTER KAF}",
        "\N{HEBREW LETTER FINAL MEM}": "\N{HEBREW LETTER MEM}",
        "\N{HEBREW LETTER FINAL NUN}": "\N{HEBREW LETTER NUN}",
        "\N{HEBREW LETTER FINAL PE}": "\N{HEBREW LETTER PE}",
        "\N{HEBREW LETTER FINAL TSADI}": "\N{HEBREW LETTER TSADI}",
        **{chr(code): chr(code - 0x60) for code in range(0x30A1, 0x30F7)},
    }
)
"""Letters that are written one for the other, those of another shape at a word's end, and katakana."""
ONE_LETTER = (
    ("\N{THAI CHARACTER NIKHAHIT}\N{THAI CHARACTER SARA AA}", "\N{THAI CHARACTER SARA AM}"),
    ("\N{LAO NIGGAHITA}\N{LAO VOWEL SIGN AA}", "\N{LAO VOWEL SIGN AM}"),
    ("\N{ARMENIAN SMALL LETTER ECH}\N{ARMENIAN SMALL LETTER YIWN}", "\N{ARMENIAN SMALL LIGATURE ECH YIWN}"),
)
"""What is one key of a keyboard, and what Unicode takes apart."""
SYLLABIC = frozenset({"CJK", "HIRAGANA", "KATAKANA", "HANGUL", "ETHIOPIC", "CHEROKEE", "CANADIAN", "YI", "VAI"})
"""Scripts of which one sign is a syllable, or a word."""


@dataclass(frozen=True, slots=True)
class Word:
    """A word as it is compared.

    Attributes:
        own: in its own script.
        latin: in Latin letters: the same where it is written in them, empty where it cannot be.
        signs: of a word of syllables or ideographs the signs that `own` is made of; none of a word of letters.
    """

    own: str
    latin: str
    signs: tuple[str, ...] = ()

    @property
    def is_number(self) -> bool:
        """Whether it holds a digit."""
        return any(letter.isdigit() for letter in self.own)


def words_of(text: str) -> list[Word]:
    """The words of a text, in order. What holds neither a letter nor a digit is none."""
    return [word for part in _parts(text) if (word := _word(part)).own]


def beginnings_of(text: str) -> list[Word]:
    """Where else a word begins: behind its apostrophes, and with each of its ideographs."""
    found: list[Word] = []
    for part in _parts(text):
        behind = "".join(" " if letter in APOSTROPHES else letter for letter in part).split()
        found += map(_word, behind[1:])
        signs = _word(part).signs
        if signs and all(script_of(sign) == "CJK" for sign in signs):
            found += (_word("".join(signs[place:])) for place in range(1, len(signs)))
    return [word for word in found if word.own]


def joined(words: list[Word]) -> Word:
    """Words as one, without what is between them."""
    signs = tuple(sign for word in words for sign in word.signs) if all(word.signs for word in words) else ()
    latin = "".join(word.latin for word in words) if all(word.latin for word in words) else ""
    return Word("".join(word.own for word in words), latin, signs)


def _parts(text: str) -> list[str]:
    """The stretches of letters, marks, digits, apostrophes and marks without width."""
    return "".join(letter if _is_of_word(letter) else " " for letter in normalize("NFC", text)).split()


@lru_cache(maxsize=4096)
def _is_of_word(letter: str) -> bool:
    kind = category(letter)
    return letter in APOSTROPHES or kind[0] in "LMN" or kind == "Cf"


def _word(part: str) -> Word:
    if part.isascii():
        own = "".join(letter for letter in part.casefold() if letter.isalnum())
        return Word(own, own)
    apart = normalize("NFKD", normalize("NFKD", part).casefold())
    own = normalize("NFC", "".join(map(_folded, apart)).translate(ALIKE))
    for two, one in ONE_LETTER:
        own = own.replace(two, one)
    if not all(script_of(sign) in SYLLABIC for sign in own):
        return Word(own, own if own.isascii() else _in_latin(part))
    # A syllable of Hangul begins with its first letter: who is still typing it has typed that.
    signs = tuple(normalize("NFD", sign) if script_of(sign) == "HANGUL" else sign for sign in own)
    return Word("".join(signs), _in_latin(part), signs)


@lru_cache(maxsize=4096)
def _folded(letter: str) -> str:
    """A letter of a word that was taken apart: nothing of an accent, and of what is no letter."""
    kind = category(letter)
    if kind == "Nd":
        return str(decimal(letter))
    if letter in APOSTROPHES or kind[0] not in "LMN" or combining(letter) not in (0, VOICED):
        return ""
    return letter if letter.isascii() or script_of(letter) != "LATIN" else _letters_of(anyascii(letter))


def _in_latin(part: str) -> str:
    return _letters_of(anyascii(normalize("NFC", part).translate(ALIKE)))


def _letters_of(text: str) -> str:
    return "".join(letter for letter in text.lower() if letter.isalnum())


@lru_cache(maxsize=4096)
def script_of(letter: str) -> str:
    """The script of a letter as Unicode calls it: LATIN, CYRILLIC, CJK. Of several that of the first."""
    return name(letter[0], "").partition(" ")[0]
