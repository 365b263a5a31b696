"""The passwords of a database's logins: random, made once, kept in one file that its owner alone reads."""

from __future__ import annotations

import json
import os
import secrets
from typing import TYPE_CHECKING

from countries.embedded.postgres_error import PostgresError

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

_BYTES = 24  # 192 bits of chance


def read_passwords(file: Path) -> dict[str, str]:
    """Password by login; empty where there is no file yet.

    Raises:
        PostgresError: the file is damaged.
    """
    try:
        found = json.loads(file.read_text())
    except FileNotFoundError:
        return {}
    except ValueError:
        found = None
    if not isinstance(found, dict) or not all(isinstance(value, str) for value in found.values()):
        raise PostgresError(
            f"The passwords in {file} cannot be read.",
            "Restore the file from a backup; without it the database beside it cannot be opened.",
        )
    return found


def complete_passwords(file: Path, logins: Iterable[str]) -> dict[str, str]:
    """The passwords in the file, with a new one for every login that had none."""
    passwords = read_passwords(file)
    missing = [login for login in logins if login not in passwords]
    if missing:
        passwords |= {login: secrets.token_urlsafe(_BYTES) for login in missing}
        write_privately(file, json.dumps(passwords, indent=1, sort_keys=True))
    return passwords


def write_privately(file: Path, text: str) -> None:
    """Replace a file at one stroke by one with mode 0600."""
    making = file.with_name(f".{file.name}.new")
    making.unlink(missing_ok=True)
    descriptor = os.open(making, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(descriptor, "w") as opened:
        opened.write(text)
        opened.flush()
        os.fsync(opened.fileno())
    making.replace(file)
