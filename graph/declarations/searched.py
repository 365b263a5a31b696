"""How the rows of an entity are searched for: by which of its texts, and how the keys of a row are put together.

    given_name: str = personal(Kind.TEXT, "…", form=TextForm.NAME, searched=True)
    named_by: ClassVar = ("given_name", "family_name")

What Python makes of each text stands beside it (`graph/search/keys.py`). PostgreSQL puts the keys of a row together:
those of its texts, and those of its names in full. So a key of two columns follows where one of them is written.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from sqlalchemy import Text, case, func, literal_column
from sqlalchemy.dialects.postgresql import ARRAY

from graph.search.keys import BETWEEN, OMITTED, PART, WHOLE, WITHOUT
from graph.text import TextForm
from graph.text_keys import TextKey

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from graph.declarations.members import Column

Sql = Any
"""An SQL expression."""
KEYS_OF = "{}_search_key"
"""The table of an entity's keys."""
FORMS = (1, 2)
"""Where all of a text stands as one word, in its own script and in Latin letters."""
EMPTY = ("", WHOLE, OMITTED + WHOLE)
"""What is put together of texts that hold no letter: no keys."""
EACH = r"(\S*)"
"""What stands behind each `WITHOUT`, for a regular expression of PostgreSQL."""


@dataclass(frozen=True, slots=True)
class Searched:
    """How rows are searched for.

    Attributes:
        table: the table of their keys.
        columns: the columns that hold what is made of the texts.
        names: those of them that are a name in full: one, or two together.
        void: the column that is filled in a row that was recorded in error, which nobody finds.
        texts: the columns of the texts.
    """

    table: str
    columns: tuple[str, ...]
    names: tuple[tuple[str, ...], ...]
    void: str | None
    texts: tuple[Column, ...]

    @classmethod
    def of(cls, table: str, texts: Iterable[Column], full_name: tuple[str, ...], void: str | None) -> Searched:
        """How the rows of a table are searched for."""
        listed = tuple(texts)
        alone = ((each.name,) for each in listed if each.form is TextForm.NAME and each.name not in full_name)
        names = (*([full_name] if full_name else []), *alone)
        beside = TextKey.SEARCH.beside
        return cls(
            KEYS_OF.format(table),
            tuple(beside(each.name) for each in listed),
            tuple(tuple(map(beside, name)) for name in names),
            void,
            listed,
        )

    @property
    def needed(self) -> tuple[str, ...]:
        """The columns of a row that its keys hang on."""
        return self.columns if self.void is None else (*self.columns, self.void)

    def keys(self, cell: Callable[[str], Sql]) -> Sql:
        """The keys of a row, as an array; some may stand in it twice, and of `EMPTY`.

        Args:
            cell: a column of the row, by its name.
        """
        own = (_part(cell(name), 2) for name in self.columns)
        in_full = (more for name in self.names for more in _in_full(*map(cell, name)))
        listed: Sql = func.concat_ws(said_text(BETWEEN), *own, *in_full)
        if self.void is not None:
            listed = case((cell(self.void).is_(None), listed), else_=said_text(""))
        return func.string_to_array(listed, said_text(BETWEEN), type_=ARRAY(Text()))

    def said(self, cell: Callable[[str], Sql], *, in_full: bool) -> Sql:
        """A text with each key of a row that a word may begin, behind a `BETWEEN` or a `PART`.

        Args:
            cell: a column of the row, by its name.
            in_full: whether the names in full are in it.
        """
        whole = (more for name in self.names for more in _whole(*map(cell, name))) if in_full else ()
        return said_text(BETWEEN).op("||")(func.concat_ws(said_text(BETWEEN), *map(cell, self.columns), *whole))


def _whole(first: Sql, second: Sql | None = None) -> Iterator[Sql]:
    """A name in full as one word: of two both ways round."""
    for place in FORMS:
        one = _form(first, place)
        if second is None:
            yield said_text(WHOLE).op("||")(one)
            continue
        # One of the two may not be known.
        one, other = (func.coalesce(each, said_text("")) for each in (one, _form(second, place)))
        yield said_text(WHOLE).op("||")(one).op("||")(other)
        yield said_text(WHOLE).op("||")(other).op("||")(one)


def _in_full(first: Sql, second: Sql | None = None) -> Iterator[Sql]:
    """The keys of a name in full. Of one in syllables also without each of its signs."""
    yield from _whole(*([first] if second is None else [first, second]))
    if second is None:
        yield _without(first, SIGN, None)
        return
    # Of a name in two scripts nobody looks for the sign that is wrong.
    for text, other in ((first, second), (second, first)):
        there = func.coalesce(_part(other, 3), said_text(WITHOUT))
        whole = func.coalesce(_form(other, FORMS[0]), said_text(""))
        yield _without(text, SIGN.op("||")(whole), there)
        yield _without(text, whole.op("||")(SIGN), there)


def _without(text: Sql, joined: Sql, there: Sql | None) -> Sql:
    """All of a text without each of its signs, put together with what else the name holds; of letters nothing."""
    key = said_text(OMITTED + WHOLE).op("||")(joined)
    listed = func.regexp_replace(_part(text, 3), said_text(WITHOUT + EACH), key, said_text("g"))
    return listed if there is None else case((there != said_text(""), listed))


def _form(text: Sql, place: int) -> Sql:
    """All of a text as one word: in its own script, or in Latin letters."""
    return func.split_part(_part(text, 1), said_text(BETWEEN), literal_column(str(place)))


def _part(text: Sql, place: int) -> Sql:
    return func.split_part(text, said_text(PART), literal_column(str(place)), type_=Text())


def said_text(text: str) -> Sql:
    """A text as an expression."""
    return literal_column(f"'{text}'", Text())


SIGN = said_text(r"\1")
"""What stood there."""
