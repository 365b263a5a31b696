"""JSON in which a member stands twice, against a reader that sees every member."""

from __future__ import annotations

import json
from random import Random

import orjson
import pytest

from graph.http.json_text import TwiceError, read_json

PIECES = ("", "a", "b", '"', "\\", '\\"', '":', "u0022", "\\u0022", ":", "é", "\n", 'a":1,"a')
"""What keys and texts are made of: whatever looks like the end of one."""
SAMPLES = 20_000


def written(text: str, random: Random) -> str:
    """A text as JSON, each letter as it is, escaped, or as its number."""
    letters = (json.dumps(each, ensure_ascii=False)[1:-1] if random.random() < 0.7 else _number(each) for each in text)
    return f'"{"".join(letters)}"'


def _number(letter: str) -> str:
    return f"\\u{ord(letter):04x}"


def made_up(random: Random, depth: int = 4) -> str:
    """A JSON text, whose objects may have a key twice."""
    kind = random.choice("tvlooo") if depth else "t"
    if kind == "t":
        return written("".join(random.choices(PIECES, k=random.randint(0, 3))), random)
    if kind == "v":
        return random.choice(("1", "null", "true", "-0.5e3", "18446744073709551616"))
    inside = [made_up(random, depth - 1) for _ in range(random.randint(0, 3))]
    if kind == "l":
        return f"[{','.join(inside)}]"
    space = random.choice(("", " ", "\n\t"))
    return f"{{{space}{','.join(f'{written(random.choice(PIECES), random)}{space}:{each}' for each in inside)}}}"


def has_double(text: str) -> bool:
    """Whether an object in it has a key twice, by the standard library's reader."""
    found = []

    def note(pairs: list[tuple[str, object]]) -> dict[str, object]:
        found.append(len(dict(pairs)) < len(pairs))
        return dict(pairs)

    json.loads(text, object_pairs_hook=note)
    return any(found)


def test_a_member_that_stands_twice_is_found_however_it_is_written() -> None:
    """Whatever is escaped in keys and texts, nothing else is taken for it."""
    random = Random(13)  # noqa: S311 - reproducible, not secret
    doubles = 0
    for text in (made_up(random) for _ in range(SAMPLES)):
        doubled = has_double(text)
        doubles += doubled
        if doubled:
            with pytest.raises(TwiceError):
                read_json(text.encode())
        else:
            read_json(text.encode())
    assert SAMPLES / 20 < doubles < SAMPLES


@pytest.mark.parametrize("text", ["", "{", '{"a":1,}', "NaN", '"\\ud800"', "\ufeff{}"])
def test_what_is_no_json(text: str) -> None:
    """It is said as orjson says it, and no word of a member."""
    with pytest.raises(orjson.JSONDecodeError):
        read_json(text.encode())
