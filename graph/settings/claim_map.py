"""Where an identity provider's tokens say what Hearth reads: under other names, inside other claims, or by groups.

    claims of the provider ─> ClaimMap.read ─> sub, role, country, countries, programmes ─> `caller_from_claims`

Without a file a token is read as it is. With one, a text alone is a list of one, and a list of one is a text, because
providers write attributes either way; of a list of roles the one that is Hearth's is meant.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from countries.tenancy.caller import Tier
from countries.tenancy.rows import bounded_by
from graph.errors import Unauthenticated
from graph.refusals import Spoken

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

CLAIMS: Mapping[str, str] = {
    "subject": "sub",
    "role": "role",
    "country": "country",
    "countries": "countries",
    "programmes": "programmes",
}
"""What Hearth reads of a bearer, and the claim that says it where no file names another."""
OF_GROUPS = ("role", "country", "countries", "programmes")
"""What membership in a group of the provider's may give."""
ONE = ("role", "country")
"""What of it a bearer has one of."""
ROLES_TO_COME = frozenset({"safeguarding", "donor", "subject"})
ROLES = frozenset(Tier) | ROLES_TO_COME
UUID_TEXT = r"[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}"
TAKES: Mapping[str, frozenset[str]] = {tier: bounded_by(tier) for tier in Tier}
"""What a role takes besides; what else a group of it gave would refuse everybody in it (`graph/identity/claims.py`)."""
PROGRAMME = re.compile(rf"(?:Programme_(?P<country>[A-Z]{{2}})_)?(?P<id>{UUID_TEXT})")
ASK = "Ask whoever manages the identity provider."
SEVERAL = {
    "role": "The token gives several roles, and one is needed.",
    "country": "The token gives several countries, and one is needed.",
}
"""By the claim of ours that can have one value only."""


@dataclass(frozen=True, slots=True)
class ClaimPath:
    """One claim of a token.

    Attributes:
        written: as the file names it.
        ways: keys that lead to it; the first way that leads somewhere counts.
    """

    written: str
    ways: tuple[tuple[str, ...], ...]

    @classmethod
    def of(cls, written: str | Sequence[str]) -> ClaimPath:
        """A claim's name, or the names on the way to it with dots between them; a list of names is that way alone."""
        if not isinstance(written, str):
            return cls(".".join(written), (tuple(written),))
        way = tuple(written.split("."))
        return cls(written, ((written,), way) if len(way) > 1 else ((written,),))

    def find(self, claims: Mapping[str, object]) -> object:
        """Its value; None where there is no such claim."""
        return next((value for way in self.ways if (value := _follow(claims, way)) is not None), None)


@dataclass(frozen=True, slots=True)
class GroupMeaning:
    """What membership in a group gives.

    Attributes:
        gives: texts by what they are, one of `OF_GROUPS`.
        form: what the names of such groups look like, where a part of the name says something more.
    """

    gives: Mapping[str, tuple[str, ...]]
    form: re.Pattern[str] | None = None

    def of(self, group: str) -> Mapping[str, tuple[str, ...]] | None:
        """What membership in this group gives; None where it is no such group."""
        if self.form is None:
            return self.gives
        found = self.form.fullmatch(group)
        if found is None:
            return None
        # Providers like small letters; codes of countries have none.
        read = {name: (text if name == "programmes" else text.upper(),) for name, text in found.groupdict().items()}
        return {**self.gives, **{name: (*self.gives.get(name, ()), *texts) for name, texts in read.items()}}


@dataclass(frozen=True, slots=True)
class ClaimMap:
    """How the tokens of one provider are read.

    Attributes:
        paths: the claim that says each of `CLAIMS`; absent where groups alone say it.
        groups: the claim that lists the groups.
        named: what each group means, by its name.
        formed: what groups mean of whose name a part says something.
    """

    paths: Mapping[str, ClaimPath] = field(default_factory=lambda: {n: ClaimPath.of(c) for n, c in CLAIMS.items()})
    groups: ClaimPath | None = None
    named: Mapping[str, GroupMeaning] = field(default_factory=dict)
    formed: tuple[GroupMeaning, ...] = ()

    def read_claims(self, claims: Mapping[str, object]) -> dict[str, object]:
        """The claims as Hearth names them; what is not said is absent.

        Args:
            claims: the payload of a verified token.

        Raises:
            Unauthenticated: one has a shape that cannot be meant, or two say different things; no value is repeated.
        """
        read = {"iss": claims.get("iss"), "sub": self.paths["subject"].find(claims)}
        given = self._given(claims)
        for name in OF_GROUPS:
            texts = tuple(dict.fromkeys([*self._said(name, claims), *given[name]]))
            if name in ONE:
                read[name] = self._only(name, texts)
            else:
                read[name] = list(texts) or None
        return {name: value for name, value in read.items() if value is not None}

    def told(self) -> Spoken:
        """One sentence for who wonders where things are read: each of our names, and the claim that it is read from."""
        parts = [f"`{CLAIMS[name]}` = `{path.written}`" for name, path in self.paths.items()]
        if self.groups is None:
            return Spoken("This server reads {claims}.", (("claims", ", ".join(parts)),))
        groups = ("groups", self.groups.written)
        if not parts:
            return Spoken("This server reads groups from `{groups}`.", (groups,))
        return Spoken("This server reads {claims}, and groups from `{groups}`.", (("claims", ", ".join(parts)), groups))

    def _said(self, name: str, claims: Mapping[str, object]) -> tuple[str, ...]:
        path = self.paths.get(name)
        texts = () if path is None else _texts(path, claims)
        return tuple(text for text in texts if text in ROLES) if name == "role" and len(texts) > 1 else texts

    def _given(self, claims: Mapping[str, object]) -> dict[str, list[str]]:
        given: dict[str, list[str]] = {name: [] for name in OF_GROUPS}
        for group in () if self.groups is None else _texts(self.groups, claims):
            for meaning in self._meanings(group):
                for name, texts in meaning.items():
                    given[name] += texts
        return given

    def _meanings(self, group: str) -> Iterator[Mapping[str, tuple[str, ...]]]:
        for meaning in (*filter(None, (self.named.get(group),)), *self.formed):
            gives = meaning.of(group)
            if gives is not None:
                yield gives

    def _only(self, name: str, texts: tuple[str, ...]) -> str | None:
        if len(texts) > 1:
            raise Unauthenticated(SEVERAL[name], ASK)
        if not texts and name == "role":
            raise Unauthenticated("The token gives no role.", ASK)
        return texts[0] if texts else None


def _follow(claims: Mapping[str, object], way: tuple[str, ...]) -> object:
    value: object = claims
    for key in way:
        if not isinstance(value, dict):
            return None
        value = value.get(key)
    return value


def _texts(path: ClaimPath, claims: Mapping[str, object]) -> tuple[str, ...]:
    """The texts of a claim: of a list each, of a text itself, of what is absent or empty none."""
    value = path.find(claims)
    values = value if isinstance(value, list) else [] if value in (None, "") else [value]
    if not all(isinstance(each, str) for each in values):
        claim = (("claim", path.written),)
        raise Unauthenticated("The token's `{claim}` is neither a text nor a list of texts.", ASK, params=claim)
    return tuple(values)
