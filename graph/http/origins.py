"""Which web pages may call: their origins, one by one, or any port of this machine's own name."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection

ANY_PORT = ":*"
"""How an entry ends that means every port of a host: `http://localhost:*`."""


def is_among(origin: str, origins: Collection[str]) -> bool:
    """Whether an origin is one of those that are named.

    Args:
        origin: as a browser says it.
        origins: `https://host`, `https://host:port`, or `http://localhost:*`.
    """
    if origin in origins:
        return True
    host, _, port = origin.rpartition(":")
    # `http://localhost` without a port is on port 80, which is a port too.
    return (port.isdecimal() and f"{host}{ANY_PORT}" in origins) or f"{origin}{ANY_PORT}" in origins
