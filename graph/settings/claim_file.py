"""A file that says how an identity provider's tokens are read: TOML, refused with its line where it cannot be meant.

    [claims]                     # what Hearth reads, and the claim that says it; the name of a claim, or a way into it
    subject = "oid"
    country = "https://example.org/country"

    [groups]                     # the provider's groups or roles, and what membership in each gives
    claim = "realm_access.roles"

    [groups.means]
    headquarters = { role = "headquarters" }
    "office-{country}" = { role = "office" }

What `[claims]` does not name has Hearth's own name, unless a group gives it: then groups alone do.
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from difflib import get_close_matches
from typing import TYPE_CHECKING, NoReturn

from graph.settings.claim_map import (
    CLAIMS,
    OF_GROUPS,
    ONE,
    PROGRAMME,
    ROLES,
    ROLES_TO_COME,
    TAKES,
    UUID_TEXT,
    ClaimMap,
    ClaimPath,
    GroupMeaning,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Container, Iterable, Mapping
    from pathlib import Path

MOST_BYTES = 256_000
CODE = "[A-Za-z]{2}"
IN_NAMES: Mapping[str, str] = {
    "country": CODE,
    "countries": CODE,
    "programmes": rf"(?:Programme_[A-Z]{{2}}_)?{UUID_TEXT}",
}
"""What a part of a group's name may say, as `{country}` in it, and what such a part looks like."""
PLACEHOLDER = re.compile(r"\{(\w*)\}")
AT_LINE = re.compile(r" \(at (?:line (?P<line>\d+), column \d+|end of document)\)$")

Keys = tuple[str, ...]


@dataclass(eq=False)
class ClaimFileError(Exception):
    """A file that cannot be meant.

    Attributes:
        message: which file, which line, what is wrong there.
        hint: what to do about it.
    """

    message: str
    hint: str

    def __str__(self) -> str:
        return f"{self.message} {self.hint}"


def read_claim_file(path: Path, countries: Container[str]) -> ClaimMap:
    """How tokens are read, as a file has it.

    Args:
        path: the file.
        countries: the country codes that exist.

    Raises:
        ClaimFileError: it cannot be read, or holds what cannot be meant.
    """
    try:
        with path.open("rb") as file:
            raw = file.read(MOST_BYTES + 1)
    except OSError as fault:
        hint = "Name a file that the server may read."
        raise ClaimFileError(f"{path}: {fault.strerror or 'The file cannot be read'}.", hint) from None
    if len(raw) > MOST_BYTES:
        raise ClaimFileError(f"{path}: The file is longer than {MOST_BYTES:,} bytes.", "Write `{country}` for codes.")
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as fault:
        line = raw.count(b"\n", 0, fault.start) + 1
        raise ClaimFileError(f"{path}, line {line}: This is no UTF-8.", "Save the file as UTF-8.") from None
    return _ClaimFile(path, text, countries).read()


@dataclass(frozen=True, slots=True)
class _ClaimFile:
    """One file that is being read."""

    path: Path
    text: str
    countries: Container[str]

    def read(self) -> ClaimMap:
        content = self._content()
        self._known((), content, ("claims", "groups"))
        claims, groups = self._table(content, "claims"), self._table(content, "groups")
        if not claims and not groups:
            hint = "Write a table [claims] or [groups], or name no file."
            raise ClaimFileError(f"{self.path}: The file says nothing.", hint)
        self._known(("claims",), claims, CLAIMS)
        named, formed = self._meanings(groups)
        by_groups = {name for meaning in (*named.values(), *formed) for name in _given_by(meaning)}
        paths = {name: ClaimPath.of(claim) for name, claim in CLAIMS.items() if name not in by_groups}
        paths |= {name: self._claim(("claims", name), value) for name, value in claims.items()}
        return ClaimMap(
            {name: paths[name] for name in CLAIMS if name in paths},
            self._claim(("groups", "claim"), groups["claim"]) if groups else None,
            named,
            formed,
        )

    def _content(self) -> dict[str, object]:
        try:
            return tomllib.loads(self.text)
        except tomllib.TOMLDecodeError as fault:
            said = str(fault)
            found = AT_LINE.search(said)
            line = found["line"] if found and found["line"] else str(len(self.text.splitlines()) or 1)
            message = f"{self.path}, line {line}: This is no TOML: {AT_LINE.sub('', said)}."
            raise ClaimFileError(
                message, 'Write name = "value", and names with other signs than A-z in quotes.'
            ) from None
        except RecursionError:
            raise ClaimFileError(f"{self.path}: The file is nested too deeply.", "Write two tables.") from None

    def _meanings(self, groups: Mapping[str, object]) -> tuple[dict[str, GroupMeaning], tuple[GroupMeaning, ...]]:
        if not groups:
            return {}, ()
        self._known(("groups",), groups, ("claim", "means"))
        for needed in ("claim", "means"):
            if needed not in groups:
                self._refuse(
                    ("groups",), f"[groups] lacks `{needed}`.", "Say which claim lists them, and what they mean."
                )
        means = self._table(groups, "means", ("groups",))
        if not means:
            self._refuse(("groups", "means"), "No group means anything.", "Write one line for each group.")
        read = {group: self._meaning(group, gives) for group, gives in means.items()}
        named = {group: meaning for group, meaning in read.items() if meaning.form is None}
        return named, tuple(meaning for meaning in read.values() if meaning.form is not None)

    def _meaning(self, group: str, gives: object) -> GroupMeaning:
        at = ("groups", "means", group)
        if not isinstance(gives, dict):
            self._refuse(at, "What a group gives is a table.", 'Write { role = "office", country = "BE" }.')
        self._known(at, gives, OF_GROUPS)
        form = self._form(at, group)
        if not gives and form is None:
            self._refuse(at, "The group gives nothing.", f"A group gives {', '.join(OF_GROUPS)}.")
        read = {name: self._given((*at, name), value) for name, value in gives.items()}
        self._fit(at, read, () if form is None else tuple(form.groupindex))
        return GroupMeaning(read, form)

    def _fit(self, at: Keys, gives: Mapping[str, tuple[str, ...]], by_name: tuple[str, ...]) -> None:
        """Refuse a group whose gifts exclude each other: nobody in it could sign in."""
        twice = next((name for name in by_name if name in gives and name in ONE), None)
        if twice is not None:
            self._refuse((*at, twice), f"The group's name says its `{twice}` too.", f"Leave out {twice} = ….")
        for role in gives.get("role", ()):
            takes = ("role", *sorted(TAKES[role]))
            wrong = next((name for name in (*gives, *by_name) if name not in takes), None)
            if wrong is not None:
                where = (*at, wrong) if wrong in gives else at
                takes_only = f"A group of that role gives {', '.join(takes)}."
                self._refuse(where, f"The role {role} takes no `{wrong}`.", takes_only)

    def _form(self, at: Keys, group: str) -> re.Pattern[str] | None:
        parts = PLACEHOLDER.findall(group)
        if not parts:
            return None
        for name in parts:
            if name not in IN_NAMES or parts.count(name) > 1:
                hint = f"A group's name may hold {', '.join(f'{{{name}}}' for name in IN_NAMES)}, each once."
                self._refuse(at, "The group's name holds a part in braces that means nothing.", hint)
        fixed = PLACEHOLDER.split(group)
        form = "".join(
            f"(?P<{part}>{IN_NAMES[part]})" if number % 2 else re.escape(part) for number, part in enumerate(fixed)
        )
        return re.compile(form)

    def _given(self, at: Keys, value: object) -> tuple[str, ...]:
        name = at[-1]
        values = value if isinstance(value, list) and name not in ONE else [value]
        is_right: dict[str, tuple[Callable[[str], object], str]] = {
            "role": (ROLES.__contains__, f"The roles are {', '.join(sorted(ROLES - ROLES_TO_COME))}."),
            "country": (self.countries.__contains__, "Write one ISO 3166-1 code, such as BE."),
            "countries": (self.countries.__contains__, 'Write ISO 3166-1 codes, such as ["BE", "NL"].'),
            "programmes": (PROGRAMME.fullmatch, "Write a list of ids of programmes."),
        }
        check, hint = is_right[name]
        for each in values:
            if isinstance(each, str) and name == "role" and each in ROLES_TO_COME:
                self._refuse(at, "This role is not served yet.", hint)
            if not isinstance(each, str) or not check(each):
                self._refuse(at, f"This is no `{name}`.", hint)
        if not values:
            self._refuse(at, f"`{name}` is empty.", hint)
        return tuple(values)

    def _claim(self, at: Keys, value: object) -> ClaimPath:
        names = [name for name in (value if isinstance(value, list) else [value]) if isinstance(name, str)]
        whole = len(names) == (len(value) if isinstance(value, list) else 1)
        if not whole or not names or not all(name.strip() for name in names):
            hint = (
                'Write "role", "realm_access.roles", "https://example.org/role" or ["resource_access", "a.b", "roles"].'
            )
            self._refuse(at, "This names no claim.", hint)
        return ClaimPath.of(names if isinstance(value, list) else names[0])

    def _table(self, content: Mapping[str, object], name: str, inside: Keys = ()) -> dict[str, object]:
        table = content.get(name, {})
        if not isinstance(table, dict):
            self._refuse(
                (*inside, name), f"`{name}` is a table.", f"Write [{'.'.join((*inside, name))}] on its own line."
            )
        return table

    def _known(self, at: Keys, table: Mapping[str, object], known: Iterable[str]) -> None:
        for key in table:
            if key not in known:
                near = get_close_matches(key, list(known), 1)
                hint = f"Do you mean `{near[0]}`? " if near else ""
                where = f"[{'.'.join(at)}]" if at else "The file"
                self._refuse((*at, key), f"There is no key `{key}` here.", f"{hint}{where} takes {', '.join(known)}.")

    def _refuse(self, keys: Keys, message: str, hint: str) -> NoReturn:
        raise ClaimFileError(f"{self.path}, line {line_of(self.text, keys)}: {message}", hint)


def line_of(text: str, keys: Keys) -> int:
    """The line, counted from 1, on which the statement begins that brings a key into a TOML text.

    The reader of the library tells no lines. A text that ends between two statements is TOML too: what is looked for is
    the shortest beginning of the text that, taken on to the end of its last statement, holds the key.
    """
    lines = text.split("\n")
    without, within = 0, len(lines)
    while within - without > 1:
        middle = (without + within) // 2
        if _holds(lines, middle, keys):
            within = middle
        else:
            without = middle
    return within


def _holds(lines: list[str], count: int, keys: Keys) -> bool:
    for end in range(count, len(lines) + 1):
        try:
            content: object = tomllib.loads("\n".join(lines[:end]))
        except tomllib.TOMLDecodeError:
            continue  # inside a statement of several lines
        for key in keys:
            if not isinstance(content, dict) or key not in content:
                return False
            content = content[key]
        return True
    return True


def _given_by(meaning: GroupMeaning) -> set[str]:
    return {*meaning.gives, *(meaning.form.groupindex if meaning.form else ())}
