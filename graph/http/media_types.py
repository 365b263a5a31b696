"""Media types: what a client accepts (RFC 9110, 12.5.1), and what it says that it sends (8.3)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

GRAPHQL_RESPONSE = "application/graphql-response+json"
JSON = "application/json"
HTML = "text/html"

WORD = r"[!#$%&'*+.^_`|~0-9A-Za-z-]++"
MEDIA_TYPE = re.compile(rf"\s*({WORD})/({WORD})\s*")
PARAMETER = re.compile(rf';\s*+(?:({WORD})=({WORD}|"(?:[^"\\]|\\.)*+")\s*+)?')
WEIGHT = re.compile(r"0(?:\.[0-9]{0,3})?|1(?:\.0{0,3})?")
NAMED = 2  # the precision of a range that is the offer itself
LONGEST_HEADER = 4_096  # characters; a longer one is read up to here


@dataclass(frozen=True, slots=True)
class MediaType:
    """One media type or range with its parameters, names in small letters.

    Attributes:
        name: `type/subtype`, with `*` in a range.
        parameters: value by name, without quotation marks.
    """

    name: str
    parameters: dict[str, str]

    @property
    def weight(self) -> float:
        """The `q` of a range, 0 to 1; 0, which refuses, where it cannot be read."""
        value = self.parameters.get("q", "1")
        return float(value) if WEIGHT.fullmatch(value) else 0.0

    @property
    def is_utf8(self) -> bool:
        """Whether it names UTF-8, or no encoding."""
        return self.parameters.get("charset", "utf-8").lower() in {"utf-8", "utf8"}

    def precision(self, offer: str) -> int:
        """How exactly the range names the offer: 2 by itself, 1 by its type, 0 by `*/*`, -1 not at all."""
        ranges = ("*/*", f"{offer.partition('/')[0]}/*", offer)
        return ranges.index(self.name) if self.name in ranges and self.is_utf8 else -1


def parse_media_types(header: str) -> list[MediaType]:
    """The media types of a header, in its order. An element that follows no grammar ends the reading."""
    found: list[MediaType] = []
    header, position = header[:LONGEST_HEADER], 0
    while match := MEDIA_TYPE.match(header, position):
        position = match.end()
        parameters: dict[str, str] = {}
        while parameter := PARAMETER.match(header, position):
            position = parameter.end()
            if parameter[1]:
                parameters.setdefault(parameter[1].lower(), _unquoted(parameter[2]))
        if header[position : position + 1] not in {"", ","}:
            break
        found.append(MediaType(f"{match[1]}/{match[2]}".lower(), parameters))
        position += 1
    return found


@lru_cache(maxsize=128)
def negotiate(accept: str | None, offers: tuple[str, ...]) -> str | None:
    """The offer that a client likes best, or None where it likes none.

    Without a header, or with `*/*`, it is the first offer. Between offers of one weight the one that is named most
    exactly wins, and of two such the later one: a client that knows both JSON types means the newer.

    Args:
        accept: the `Accept` header.
        offers: media types, the fallback first.
    """
    if accept is None or not accept.strip():
        return offers[0]
    ranges = parse_media_types(accept)
    ranked: list[tuple[float, int, int, str]] = []
    for position, offer in enumerate(offers):
        # Of all ranges that match, the most exact one decides; `;q=0` of it refuses.
        precision, weight = max(((media.precision(offer), media.weight) for media in ranges), default=(-1, 0.0))
        if precision >= 0 and weight > 0:
            ranked.append((weight, precision, position if precision == NAMED else -position, offer))
    return max(ranked)[3] if ranked else None


@lru_cache(maxsize=128)
def is_json_body(content_type: str) -> bool:
    """Whether a `Content-Type` says JSON in UTF-8."""
    types = parse_media_types(content_type)
    return len(types) == 1 and types[0].name == JSON and types[0].is_utf8


def _unquoted(value: str) -> str:
    return re.sub(r"\\(.)", r"\1", value[1:-1]) if value.startswith('"') else value
