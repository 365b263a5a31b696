"""The value of one environment variable: read, or refused by the variable's name and without the value."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum
from ipaddress import ip_address
from typing import TYPE_CHECKING, TypeVar
from urllib.parse import SplitResult, urlsplit

if TYPE_CHECKING:
    from collections.abc import Mapping

Member = TypeVar("Member", bound=StrEnum)
Value = TypeVar("Value")
LOOPBACK = "127.0.0.1"
HIGHEST_PORT = 65_535


@dataclass(eq=False)
class SettingsError(Exception):
    """A variable that cannot be meant.

    Attributes:
        variable: the name of the environment variable.
        message: what is wrong with it; never its value.
        hint: what to do about it.
    """

    variable: str
    message: str
    hint: str

    def __str__(self) -> str:
        return f"{self.variable}: {self.message} {self.hint}"


def is_loopback(host: str) -> bool:
    """Whether a host name or address is this machine only."""
    if host.lower() == "localhost":
        return True
    try:
        return ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return False


def split_address(name: str, value: str, hint: str) -> SplitResult:
    """The parts of an address; reading the port finds one that is no number.

    Raises:
        SettingsError: it cannot be read.
    """
    try:
        parts = urlsplit(value)
        _ = parts.port
    except ValueError:
        # The cause repeats the address, which may hold a password.
        raise SettingsError(name, "The address cannot be read.", hint) from None
    return parts


def seconds(
    variables: Mapping[str, str], name: str, bounds: tuple[timedelta, timedelta], default: timedelta
) -> timedelta:
    """A whole number of seconds within bounds; the default where the variable is not set.

    Raises:
        SettingsError: it is none, or outside them.
    """
    value = variables.get(name)
    if not value:
        return default
    low, high = (round(bound.total_seconds()) for bound in bounds)
    if not (value.isascii() and value.isdigit() and len(value) <= len(str(high)) and low <= int(value) <= high):
        raise SettingsError(name, "This is no whole number of seconds that may be meant.", f"Write {low} to {high}.")
    return timedelta(seconds=int(value))


def machine(variables: Mapping[str, str], name: str, *, default: str) -> str:
    """The address of a machine, or of all its networks; the default where the variable is not set.

    Raises:
        SettingsError: it is none.
    """
    value = variables.get(name) or default
    if value.lower() == "localhost":
        return LOOPBACK
    try:
        return str(ip_address(value.strip("[]")))
    except ValueError:
        raise SettingsError(
            name, "This is no address of a machine.", "Write 127.0.0.1, 0.0.0.0 for every network, or ::."
        ) from None


def port(variables: Mapping[str, str], name: str, *, default: int) -> int:
    """The number of a port; the default where the variable is not set.

    Raises:
        SettingsError: it is none.
    """
    value = variables.get(name)
    if not value:
        return default
    if not (value.isascii() and value.isdigit()) or not 0 < int(value[:6]) <= HIGHEST_PORT:
        raise SettingsError(name, "This is no port.", f"Write a number from 1 to {HIGHEST_PORT}, such as {default}.")
    return int(value)


def members(kind: type[Member]) -> dict[str, Member]:
    """The members of an enumeration by what is written for them."""
    return {member.value: member for member in kind}


def choice(variables: Mapping[str, str], name: str, choices: Mapping[str, Value], *, default: Value) -> Value:
    """What one of several words stands for, in capitals or not; the default where the variable is not set.

    Raises:
        SettingsError: it is another word.
    """
    value = variables.get(name, "").lower()
    if not value:
        return default
    if value not in choices:
        raise SettingsError(name, "There is no such choice.", f"Choose one of {', '.join(choices)}.")
    return choices[value]
