"""Why a write is refused, as a rule or a constraint says it: once, beside what it refuses.

    TOO_LONG = bad_input(Reason.TOO_LONG, "It may hold {limit} characters.", "Shorten it.", "name", limit=500)
               code             reason     sentence                           advice        path    params

Sentence and advice are templates: `{limit}` stands for a parameter, so that another language can say the same. A
parameter is a number, a day, or the name of a type or a field. It comes from the declaration or from what the caller
sent, never from a row: a refusal is made before a row is read. One that rows stand against is told of each, by its id.

    Plural("Try again in {seconds} seconds.", one="Try again in {seconds} second.", by="seconds")
    Spoken("It is one of {names}.", (("names", "GIRL, BOY"),))

A template is never put together of pieces: a language has its own order of words. What is added to an advice is a
sentence of its own, and stays one until the text is made.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING, NamedTuple, Self, TypeAlias

from graph.reasons import Reason
from graph.words.placeholders import PLACEHOLDER
from graph.words.words import ENGLISH, Words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

__all__ = [
    "Alternatives",
    "Named",
    "Param",
    "Params",
    "Path",
    "Phrase",
    "Plural",
    "Refusal",
    "Spoken",
    "bad_input",
    "conflict",
    "filled",
    "forbidden",
    "joined",
    "not_found",
]

Path: TypeAlias = "tuple[str | int, ...]"
"""Where in the arguments, from `input` on; of an error, the response keys from the root on."""

NOUN, PHRASE = "Noun", "Phrase"
"""The contexts in which catalogues have the parameters that are words."""
CAPITAL = re.compile(r"(?<=.)(?=[A-Z])")
NOT_FOUND_HINT = "Use an id that a query gave you; it may be of a row that you do not see."


class Named(str):
    """The name of a type or a field as the schema has it: `CommunityLink`; in a sentence it is a `community link`."""

    __slots__ = ()

    @property
    def words(self) -> str:
        """As a person writes it."""
        return CAPITAL.sub(" ", self).lower()


class Phrase(str):
    """Some words of English that a sentence takes in as a parameter: a language has its own for them."""

    __slots__ = ()


class Alternatives(str):
    """Names of which one may be meant: a language has its own *or* between them.

    Attributes:
        names: each by itself.
    """

    __slots__ = ("names",)

    names: tuple[str, ...]

    def __new__(cls, names: Iterable[str]) -> Self:
        """Names, as English lists them."""
        quoted = tuple(f"'{each}'" for each in names)
        made = super().__new__(cls, ENGLISH.either(quoted))
        made.names = quoted
        return made


class Plural(str):
    """A template in the plural, which knows its singular; which form is said depends on a parameter, a whole number.

    Attributes:
        one: the template where there is one.
        by: the name of the parameter that counts.
    """

    __slots__ = ("by", "one")

    one: str
    by: str

    def __new__(cls, many: str, *, one: str, by: str) -> Self:
        """A plural, its singular, and the parameter that decides."""
        made = super().__new__(cls, many)
        made.one, made.by = one, by
        return made


Param: TypeAlias = "str | int | date"
Params: TypeAlias = "tuple[tuple[str, Param], ...]"


def filled(template: str, params: Params, words: Words = ENGLISH) -> str:
    """A sentence in a language, its parameters put in: nouns and phrases of that language, all else as it is."""
    if not params or "{" not in template:
        return words.say(template)
    values = dict(params)

    def worded(found: re.Match[str]) -> str:
        match values.get(found[1], found[0]):
            case Named() as name:
                return words.say(name.words, NOUN)
            case Phrase() as phrase:
                return words.say(phrase, PHRASE)
            case Alternatives(names=names):
                return words.either(names)
            case value:
                return str(value)

    return PLACEHOLDER.sub(worded, _form(template, values, words))


def _form(template: str, values: Mapping[str, Param], words: Words) -> str:
    """The template in a language; of what is counted in the form that the number has there."""
    number = values.get(template.by) if isinstance(template, Plural) else None
    if isinstance(template, Plural) and isinstance(number, int):
        return words.count(template.one, template, number)
    return words.say(template)


def named_in(*templates: str) -> Iterator[str]:
    """The parameters that templates name."""
    for template in templates:
        yield from PLACEHOLDER.findall(template)


class Spoken(NamedTuple):
    """A sentence: its template, and the parameters that it names."""

    template: str
    params: Params = ()

    def __str__(self) -> str:
        return filled(self.template, self.params)


def joined(templates: Iterable[str], params: Params, words: Words = ENGLISH) -> str:
    """Sentences one after the other in a language, their parameters put in."""
    return " ".join(filled(each, params, words) for each in templates)


def merged(params: Params, further: Params) -> Params:
    """Parameters and further ones, which take the place of those of their names."""
    return tuple((dict(params) | dict(further)).items())


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why a write is refused: part of a payload's `errors`, or a fault of a file.

    Attributes:
        code: as `extensions.code` of an error.
        reason: which of the reasons of that code.
        sentence: what is wrong, without any value; `{name}` stands for a parameter.
        advice: what to do, likewise.
        path: where in the arguments, from `input` on.
        params: the parameters, each with its value.
        further: templates of what is said behind the advice, each a sentence.

    Raises:
        ValueError: it says nothing, or names a parameter that it does not bring.
    """

    code: str
    reason: Reason
    sentence: str
    advice: str
    path: Path = ("input",)
    params: Params = ()
    further: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        if not self.sentence or not self.advice:
            message = f"a refusal says what is wrong and what to do: {self.reason}"
            raise ValueError(message)
        unknown = set(named_in(self.sentence, self.advice, *self.further)) - {name for name, _ in self.params}
        if unknown:
            message = f"a refusal brings the parameters that it names: {self.reason}, {', '.join(sorted(unknown))}"
            raise ValueError(message)

    @property
    def message(self) -> str:
        """The sentence, its parameters put in."""
        return filled(self.sentence, self.params)

    def about(self, **params: Param) -> Refusal:
        """The same with further parameters, in the place of those of their names."""
        return replace(self, params=merged(self.params, tuple(params.items())))

    def advising(self, said: Spoken) -> Refusal:
        """The same with one more sentence of advice, once."""
        if said.template in self.further:
            return self
        return replace(self, further=(*self.further, said.template), params=merged(self.params, said.params))

    @property
    def hint(self) -> str:
        """The advice and what is said behind it, the parameters put in."""
        return joined((self.advice, *self.further), self.params)


def conflict(reason: Reason, sentence: str, advice: str, *path: str | int, **params: Param) -> Refusal:
    """The refusal of a write that does not go with what is on record."""
    return Refusal("CONFLICT", reason, sentence, advice, ("input", *path), tuple(params.items()))


def bad_input(reason: Reason, sentence: str, advice: str, *path: str | int, **params: Param) -> Refusal:
    """The refusal of a value that cannot be meant."""
    return Refusal("BAD_USER_INPUT", reason, sentence, advice, ("input", *path), tuple(params.items()))


def forbidden(reason: Reason, sentence: str, advice: str, *path: str | int, **params: Param) -> Refusal:
    """The refusal of what the caller's role may not write."""
    return Refusal("FORBIDDEN", reason, sentence, advice, ("input", *path), tuple(params.items()))


def not_found(type_name: str, *path: str | int) -> Refusal:
    """The refusal of an id under which the caller sees no row: unknown, of another country or programme alike."""
    params: Params = (("type", Named(type_name)),)
    sentence = "There is no such {type}."
    return Refusal("NOT_FOUND", Reason.NO_SUCH_ROW, sentence, NOT_FOUND_HINT, ("input", *path), params)
