"""How a client's value becomes one that PostgreSQL takes, and what is refused on the way."""

from __future__ import annotations

from datetime import UTC, date, datetime
from decimal import Decimal
from enum import Enum
from typing import TYPE_CHECKING
from uuid import UUID

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.entities.child import Sex
from graph.errors import BadUserInput
from graph.kinds.kind import MAX_TEXT
from graph.kinds.values import MAX_LIST, day, decimal, each, instant, integer, member, text
from graph.plan.bind import bind
from graph.plan.planner.filters import prefix_end
from graph.plan.read.ids import id_of, parse_id, part
from graph.plan.tree.sources import FromArgument, FromScope, Scope

if TYPE_CHECKING:
    from graph.kinds.values import Convert

UUID_TEXT = "0199b0c8-7a6e-7c3e-9d2f-4f1a2b3c4d5e"
ID = f"Child_BE_{UUID_TEXT}"
TEXTS = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\x00"), max_size=40)


def test_an_id_is_taken_apart() -> None:
    """An id names its type, its country and its row."""
    found = parse_id(ID)
    assert (found.type_name, found.country, found.uuid) == ("Child", "BE", UUID(UUID_TEXT))


@pytest.mark.parametrize(
    "value",
    [
        "",
        "Child",
        "Child_BE",
        "Child_BE_",
        f"Child_be_{UUID_TEXT}",
        f"Child_BEL_{UUID_TEXT}",
        f"Child-BE-{UUID_TEXT}",
        f"Child_BE_{UUID_TEXT.upper()}",
        f"Child_BE_{UUID_TEXT.replace('-', '')}",
        f"Child_BE_{{{UUID_TEXT}}}",
        f"Child_BE_{UUID_TEXT}0",
        f"Child_BE_{UUID_TEXT}\n",
        f" {ID}",
        f"{ID} ",
        f"Child_BE_{UUID_TEXT[:-1]}\N{ARABIC-INDIC DIGIT ONE}",
        f"Ch\x00ild_BE_{UUID_TEXT}",
        f"Ch\ud800ild_BE_{UUID_TEXT}",
        f"Child_BE_Child_BE_{UUID_TEXT}",
        "x" * 100_000,
        3,
        None,
        True,
        [ID],
    ],
    ids=lambda value: repr(value)[:40],
)
def test_malformed_ids(value: object) -> None:
    """Whatever is not exactly an id is refused before anything is looked up."""
    with pytest.raises(BadUserInput, match="no id of this graph"):
        parse_id(value)


def test_an_id_of_another_type() -> None:
    """Where a Child is expected, an id of a Home is refused; the message names the type and no id."""
    assert id_of("Child")(ID).country == "BE"
    with pytest.raises(BadUserInput, match="does not name a Home") as refusal:
        id_of("Home")(ID)
    assert UUID_TEXT not in f"{refusal.value.message} {refusal.value.hint}"


def test_parts_of_an_id() -> None:
    """A statement compares country and uuid of an id with a column each."""
    assert part(parse_id, "country")(ID) == "BE"
    assert part(parse_id, "uuid")(ID) == UUID(UUID_TEXT)


@pytest.mark.parametrize(
    ("prefix", "end"),
    [
        ("a", "b"),
        ("Ann", "Ano"),
        ("z", "{"),
        ("\x7f", "\x80"),
        ("\ud7ff", "\ue000"),
        ("x\ud7ff", "x\ue000"),
        ("\uffff", "\U00010000"),
        ("a\U0010ffff", "b"),
        ("a\U0010ffff\U0010ffff", "b"),
        ("\U0010fffe", "\U0010ffff"),
        ("\N{LATIN SMALL LETTER E}\N{COMBINING ACUTE ACCENT}", "e\u0302"),
    ],
)
def test_where_a_prefix_ends(prefix: str, end: str) -> None:
    """The end is the next text that does not begin so: past the surrogates, carried over the last code point."""
    assert prefix_end(prefix) == end


@pytest.mark.parametrize("prefix", ["", "\U0010ffff", "\U0010ffff\U0010ffff"])
def test_a_prefix_without_an_end(prefix: str) -> None:
    """A prefix that every text has, or that nothing comes after, is refused."""
    with pytest.raises(BadUserInput, match="at least one character"):
        prefix_end(prefix)


@settings(deadline=None)
@given(TEXTS.filter(lambda value: bool(value.rstrip("\U0010ffff"))), TEXTS)
def test_a_prefix_is_a_range(prefix: str, other: str) -> None:
    """By code point, exactly the texts from a prefix up to its end begin with it."""
    end = prefix_end(prefix)
    end.encode()
    for candidate in (prefix + other, other, end, end + other):
        assert candidate.startswith(prefix) == (prefix <= candidate < end)


@pytest.mark.parametrize("value", ["a\x00b", "\ud800", "a\udfffb", "x" * (MAX_TEXT + 1), 3, None, b"x", True])
def test_text_that_postgresql_cannot_hold(value: object) -> None:
    """NUL, half a surrogate pair, endless text and whatever is no text are refused."""
    with pytest.raises(BadUserInput):
        text(value)


@settings(deadline=None)
@given(TEXTS)
def test_other_text_is_left_alone(value: str) -> None:
    """All well-formed text passes through unchanged."""
    assert text(value) == value


def test_the_longest_text() -> None:
    """Text of exactly the limit is taken."""
    assert len(text("x" * MAX_TEXT)) == MAX_TEXT


@pytest.mark.parametrize("value", [True, False, 1.0, "1", None, 10**18, -(10**18), 2**200])
def test_what_is_no_whole_number(value: object) -> None:
    """A truth value is no number, a float no whole one, and beyond 18 digits PostgreSQL's bigint would overflow."""
    with pytest.raises(BadUserInput, match="18 digits"):
        integer(value)


@pytest.mark.parametrize("value", [0, -1, 10**18 - 1, -(10**18) + 1])
def test_whole_numbers(value: int) -> None:
    """Whole numbers within the limit pass through."""
    assert integer(value) == value


@pytest.mark.parametrize(
    "value",
    [
        "1",
        1,
        1.5,
        None,
        Decimal("NaN"),
        Decimal("sNaN"),
        Decimal("Infinity"),
        Decimal("1E+31"),
        Decimal("1E-31"),
        Decimal("1E+999999"),
        Decimal("1" * 31),
    ],
)
def test_what_is_no_decimal(value: object) -> None:
    """No float, nothing infinite, nothing with a monstrous exponent or more than 30 digits."""
    with pytest.raises(BadUserInput):
        decimal(value)


@pytest.mark.parametrize("value", ["0", "-0", "0.00", "1250.00", "1" * 30, "1E+30", "-1E-30"])
def test_decimals(value: str) -> None:
    """Finite numbers of at most 30 digits keep their scale."""
    assert str(decimal(Decimal(value))) == str(Decimal(value))


def test_days_and_instants() -> None:
    """A day is no instant, and an instant has an offset."""
    assert day(date(2026, 5, 31)) == date(2026, 5, 31)
    assert instant(datetime(2026, 5, 31, tzinfo=UTC)).tzinfo is UTC
    for no_day in (datetime(2026, 5, 31, tzinfo=UTC), "2026-05-31", None):
        with pytest.raises(BadUserInput):
            day(no_day)
    for no_instant in (datetime(2026, 5, 31), date(2026, 5, 31), "2026-05-31T00:00:00Z", None):  # noqa: DTZ001 - it is refused
        with pytest.raises(BadUserInput):
            instant(no_instant)


def test_members_of_an_enumeration() -> None:
    """A member becomes its text, also where its name is another."""
    color = Enum("color", {"RED": "r"})
    assert (member(Sex.FEMALE), member(color["RED"]), member("MALE")) == ("FEMALE", "r", "MALE")


def test_lists() -> None:
    """A list is converted item by item, up to its limit; anything else is refused."""
    assert each(integer)([1, 2]) == [1, 2]
    assert each(integer)([]) == []
    assert each(integer)([1] * MAX_LIST) == [1] * MAX_LIST
    for wrong in ("ab", None, {"a": 1}, [1] * (MAX_LIST + 1), [1, None], [[1]]):
        with pytest.raises(BadUserInput):
            each(integer)(wrong)


CONVERSIONS: list[Convert] = [text, integer, decimal, day, instant, parse_id, id_of("Home"), prefix_end, each(text)]


@pytest.mark.parametrize("convert", CONVERSIONS)
@settings(deadline=None)
@given(value=st.one_of(st.text(), st.integers(), st.floats(), st.booleans(), st.none(), st.binary(), st.decimals()))
def test_a_conversion_refuses_or_answers(convert: Convert, value: object) -> None:
    """No value at all makes a conversion fail in another way than with an error that has message and hint."""
    try:
        convert(value)
    except BadUserInput as error:
        assert error.message  # noqa: PT017 - whether it is raised is the value's affair
        assert error.hint  # noqa: PT017 - as above
        if isinstance(value, str) and len(value) > 12:
            assert value not in f"{error.message} {error.hint}"  # noqa: PT017 - as above


def test_binding_finds_every_value() -> None:
    """Values come from the scope by name and from the arguments by steps; an error names the field."""
    scope = Scope("BE", ("BE",), (), date(2026, 11, 22), {})
    arguments: list[object] = [{"and": [{"name": {"eq": "Ada"}}, {"name": {"eq": "\x00"}}]}]
    good = FromArgument(0, ("and", 0, "name", "eq"), text, ("homes",))
    bad = FromArgument(0, ("and", 1, "name", "eq"), text, ("homes", "nodes", "children"))
    found = bind([FromScope("country"), FromScope("countries"), FromScope("today"), good], arguments, scope)
    assert found == ["BE", ["BE"], date(2026, 11, 22), "Ada"]
    with pytest.raises(BadUserInput) as refusal:
        bind([good, bad], arguments, scope)
    assert refusal.value.path == ("homes", "nodes", "children")
