"""Every error that a caller can meet.

    HearthError                 code, message, hint, retryable, path, reason, params, retry_after, place, expected, …
    ├─ Unauthenticated          no valid token
    ├─ Forbidden                the tier may not use this field, filter or order
    ├─ BadUserInput             a value that cannot be meant
    │  ├─ Unreadable            a request that cannot be read
    │  └─ NotThisWay            one that is answered by another way
    ├─ ParseFailed              the document is no GraphQL
    ├─ ValidationFailed         the document does not fit the schema
    ├─ NotFound                 a row that does not exist, or is not yours
    ├─ Conflict                 the write meets another row or another version
    ├─ TooCostly                more than one request may ask for
    │  └─ TooLarge              a request that is too large itself
    ├─ TimedOut                 the database took too long
    ├─ Unavailable              the database cannot be reached now
    └─ Internal                 our fault

A message says what is wrong and never repeats a value, SQL or another tenant's data; the hint says what to do.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING, ClassVar, Protocol, Self

from graph.reasons import Reason
from graph.refusals import Params, Refusal, Spoken, filled, joined, merged
from graph.words.speaking import spoken
from graph.words.words import ENGLISH, Words

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence


Place = tuple[str | int, ...]
"""Where a value stands: `$name` of a variable, or the name of an argument; then keys and indexes inside it."""


@dataclass(eq=False)
class HearthError(Exception):
    """The base of all. `path` names the response field it belongs to; without a path the whole request failed.

    Message and hint are given as templates, as those of a `Refusal`: `{name}` stands for a parameter. They are told
    with the parameters put in; the templates stay, for another language.

    Attributes:
        message: one sentence for a person.
        hint: what to do about it.
        path: response keys from the root to the field.
        locations: (line, column) pairs in the document, counted from 1.
        reason: which of several reasons of one code it is; the code's usual one where nothing is said.
        retry_after: whole seconds after which the same request may succeed; it is retryable then.
        place: where the value stands that it is about.
        expected: the type of that place, as the schema writes it.
        argument: the same place from the argument on, as `MutationError.path` has it; told as `path`.
        slot: the number of the argument that it is about, until `place` is known; never told.
        steps: keys and indexes inside that argument; never told.
        more: the further items of a list that are wrong; never told with this one.
        params: the parameters of message and hint, each with its value.
        sentence: the message as it was given, the template; never told.
        advice: the hint as it was given; never told.
        further: templates of what is said behind the advice, each a sentence; told in the hint.
        aside: parameters that are told elsewhere, as the place and the type there are: only put in.
        named: the place as a person reads it, such as `` `$where.sex` ``; told before the message.
    """

    message: str
    hint: str
    path: tuple[str | int, ...] | None = None
    locations: tuple[tuple[int, int], ...] = ()
    reason: Reason | None = None
    retry_after: int | None = None
    place: Place | None = None
    expected: str | None = None
    argument: Place | None = None
    slot: int | None = None
    steps: Place = ()
    more: tuple[HearthError, ...] = ()
    params: Params = ()
    sentence: str = ""
    advice: str = ""
    further: tuple[str, ...] = ()
    aside: Params = ()
    named: str = ""

    code: ClassVar[str] = "INTERNAL"
    usual: ClassVar[Reason] = Reason.OUR_FAULT
    """The reason where nothing else is said."""
    may_pass: ClassVar[bool] = False
    """Whether such an error may be gone a moment later."""

    def __post_init__(self) -> None:
        if not self.sentence:
            self.sentence, self.advice = self.message, self.hint
        self.message, self.hint = self.said_in(ENGLISH)
        if self.reason is None:
            self.reason = self.usual

    @property
    def put_in(self) -> Params:
        """All that the templates name: the parameters, and those that are told elsewhere."""
        return merged(self.params, self.aside) if self.aside else self.params

    @property
    def retryable(self) -> bool:
        """Whether the same request may succeed later."""
        return self.may_pass or self.retry_after is not None

    @property
    def is_spent(self) -> bool:
        """Whether the caller has had its share."""
        return self.reason is Reason.BUDGET_SPENT

    def advising(self, said: Spoken) -> Self:
        """The same with one more sentence in the hint, once."""
        if said.template in self.further:
            return self
        return replace(self, further=(*self.further, said.template), params=merged(self.params, said.params))

    def __str__(self) -> str:
        return self.message

    def said_in(self, words: Words) -> tuple[str, str]:
        """Message and hint in a language."""
        params = self.put_in
        message = filled(self.sentence, params, words)
        hint = joined((self.advice, *self.further), params, words)
        return f"{self.named}: {message}" if self.named else message, hint

    def formatted(self) -> dict[str, object]:
        """The error as the GraphQL specification writes it, in the language of the task at hand."""
        message, hint = self.said_in(spoken().words)
        body: dict[str, object] = {"message": message}
        if self.locations:
            body["locations"] = [{"line": line, "column": column} for line, column in self.locations]
        if self.path is not None:
            body["path"] = list(self.path)
        extensions: dict[str, object] = {"code": self.code, "hint": hint, "retryable": self.retryable}
        if self.reason is not None:
            extensions["reason"] = self.reason.value
        if self.params:
            extensions["params"] = told_params(self.params)
        if self.place is not None:
            extensions["place"] = list(self.place)
        if self.argument is not None:
            extensions["path"] = [str(step) for step in self.argument]
        if self.expected is not None:
            extensions["expected"] = self.expected
        body["extensions"] = extensions
        return body


class HearthErrors(Exception):
    """Several errors that refuse a request together."""

    def __init__(self, errors: Sequence[HearthError]) -> None:
        super().__init__(f"{len(errors)} errors")
        self.errors = list(errors)

    @classmethod
    def of(cls, errors: Sequence[HearthError]) -> HearthError | HearthErrors:
        """One error itself, or several together."""
        return errors[0] if len(errors) == 1 else cls(errors)


class Unauthenticated(HearthError):
    """The request carries no valid token."""

    code = "UNAUTHENTICATED"
    usual = Reason.TOKEN_REFUSED


class Forbidden(HearthError):
    """The caller's tier may not use this field, filter or order."""

    code = "FORBIDDEN"
    usual = Reason.NOT_FOR_YOUR_ROLE


class BadUserInput(HearthError):
    """A value, argument or body that cannot be meant."""

    code = "BAD_USER_INPUT"
    usual = Reason.DOES_NOT_FIT


class Unreadable(BadUserInput):
    """A request whose body, head or parameters cannot be read."""

    usual = Reason.BODY_UNREADABLE


class NotThisWay(BadUserInput):
    """An operation, or a path, that is answered by another way."""

    usual = Reason.NOT_THIS_WAY


class ParseFailed(HearthError):
    """The document does not follow GraphQL's grammar."""

    code = "GRAPHQL_PARSE_FAILED"
    usual = Reason.DOCUMENT_UNREADABLE


class ValidationFailed(HearthError):
    """The document does not fit the schema."""

    code = "GRAPHQL_VALIDATION_FAILED"
    usual = Reason.DOCUMENT_INVALID


class NotFound(HearthError):
    """There is no such row in the caller's scope."""

    code = "NOT_FOUND"
    usual = Reason.NO_SUCH_ROW


class Conflict(HearthError):
    """The change meets another row, or another version of the same row."""

    code = "CONFLICT"
    usual = Reason.NOT_AS_IT_SHOULD_BE


class TooCostly(HearthError):
    """The request asks for more rows, bytes or work than one request may."""

    code = "TOO_COSTLY"
    usual = Reason.ANSWER_TOO_LARGE


class TooLarge(TooCostly):
    """A request with more text, depth or parts than one may have."""

    usual = Reason.DOCUMENT_TOO_LARGE


class TimedOut(HearthError):
    """The database did not finish within the tier's time."""

    code = "TIMEOUT"
    usual = Reason.TOOK_TOO_LONG
    may_pass = True


class Unavailable(HearthError):
    """The database cannot be reached, or refuses work, for now."""

    code = "UNAVAILABLE"
    usual = Reason.NOT_NOW
    may_pass = True


class Internal(HearthError):
    """A fault of the server; its log has the reference in the message."""

    code = "INTERNAL"
    usual = Reason.OUR_FAULT


def told_params(params: Params) -> dict[str, str | int]:
    """Parameters as JSON has them: days as ISO 8601 text."""
    return {name: value.isoformat() if isinstance(value, date) else value for name, value in params}


def told_refusal(refusal: Refusal) -> dict[str, object]:
    """A refusal as a payload's `errors` have it, in the language of the task at hand."""
    words = spoken().words
    return {
        "code": refusal.code,
        "reason": refusal.reason.value,
        "message": filled(refusal.sentence, refusal.params, words),
        "params": told_params(refusal.params),
        "path": [str(step) for step in refusal.path],
        "hint": joined((refusal.advice, *refusal.further), refusal.params, words),
    }


def refusal_of(error: HearthError, path: Place) -> Refusal:
    """A value's error as the refusal of the input that it stands in."""
    reason = error.reason or error.usual
    return Refusal(error.code, reason, error.sentence, error.advice, path, error.put_in, error.further)


class HasCode(Protocol):
    """An error, or a refusal in a payload."""

    @property
    def code(self) -> str:
        """Its `extensions.code`."""
        ...


def codes_of(errors: Iterable[HasCode]) -> tuple[str, ...]:
    """The codes of errors or refusals, each once."""
    return tuple(dict.fromkeys([error.code for error in errors]))
