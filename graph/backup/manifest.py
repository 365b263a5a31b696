"""What a backup says of itself: `manifest.json`, written last, so that a folder without one is no backup.

{"format": 1, "kind": "whole", "country": null, "made": "2026-11-29T16:00:00+00:00", "hearth": "0.1.0",
 "schema": "202611291620", "postgres": "18.6", "files": {"hearth.dump": {"bytes": 5, "sha256": "…"}},
 "tables": {"public.child": 40}, "roles": ["hearth_office"], "extensions": ["btree_gist"]}
"""

from __future__ import annotations

import hashlib
import json
import re
from dataclasses import asdict, dataclass, field
from datetime import UTC, datetime
from enum import StrEnum
from importlib import metadata
from typing import TYPE_CHECKING, Any

from graph.errors import BadUserInput
from graph.http.json_text import TwiceError, read_json

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

FILE = "manifest.json"
FORMAT = 1
"""The form of the manifest and of what it tells of; one of another form is not read."""
PLAIN = re.compile(r"[A-Za-z0-9_][A-Za-z0-9_.-]*")
"""A file's name: nothing leads out of the folder."""
CHUNK = 1 << 20
ANOTHER = "Take another backup."


class BackupKind(StrEnum):
    """Of what it is a backup."""

    WHOLE = "whole"
    COUNTRY = "country"


@dataclass(frozen=True, slots=True)
class HeldFile:
    """A file: its length, and SHA-256 of what it holds in hexadecimal."""

    bytes: int
    sha256: str

    @classmethod
    def of(cls, path: Path) -> HeldFile:
        """What is on the disk now; all of it is read."""
        digest = hashlib.sha256()
        with path.open("rb") as file:
            while chunk := file.read(CHUNK):
                digest.update(chunk)
        return cls(path.stat().st_size, digest.hexdigest())


@dataclass(frozen=True, slots=True, kw_only=True)
class Manifest:
    """One backup.

    Attributes:
        kind: of what.
        country: whose, where it is one country's.
        made: the instant as of which it is.
        schema: the version of the schema.
        postgres: the version of the server, such as `18.6`.
        files: what belongs to it, by name.
        tables: how many rows each table holds.
        roles: the logins that rights are given to; of a whole backup.
        extensions: what PostgreSQL needs to know besides; of a whole backup.
        hearth: the version of the program that made it.
        format: the form of all this.
    """

    kind: BackupKind
    country: str | None
    made: datetime
    schema: str
    postgres: str
    files: Mapping[str, HeldFile]
    tables: Mapping[str, int]
    roles: tuple[str, ...] = ()
    extensions: tuple[str, ...] = ()
    hearth: str = field(default_factory=lambda: metadata.version("hearth-graph"))
    format: int = FORMAT

    @property
    def postgres_major(self) -> int:
        """The version of PostgreSQL that decides what can be read."""
        return int(self.postgres.partition(".")[0])

    @property
    def rows(self) -> int:
        """Rows of all tables."""
        return sum(self.tables.values())

    def text(self) -> str:
        """The file."""
        return json.dumps(asdict(self) | {"made": self.made.astimezone(UTC).isoformat()}, indent=1) + "\n"


def read_manifest(folder: Path) -> Manifest:
    """What a backup says of itself; its files are not looked at yet.

    Raises:
        BadUserInput: there is none, or it is cut off, or of a newer form.
    """
    path = folder / FILE
    if folder.is_file():
        raise BadUserInput(
            f"{folder} is a file; a backup is a directory.",
            f"Name the directory with its {FILE}. What pg_dump alone has made, pg_restore brings back, and hearth"
            " migrate behind it.",
        )
    if not folder.is_dir():
        raise BadUserInput(f"There is no directory {folder}.", "Name the one that hearth backup or export has made.")
    try:
        said = read_json(path.read_bytes())
    except FileNotFoundError:
        raise BadUserInput(
            f"{folder} is no whole backup: it has no {FILE}, which is written last.",
            "Name a directory that hearth backup, or hearth export --whole, has finished.",
        ) from None
    except (ValueError, TwiceError):
        raise BadUserInput(f"{path} is cut off, or was changed.", ANOTHER) from None
    if isinstance(said, dict) and said.get("format") != FORMAT and isinstance(said.get("format"), int):
        raise BadUserInput(
            f"{path} is of form {said['format']}; this Hearth reads form {FORMAT}.",
            "Restore it with the Hearth that made it.",
        )
    try:
        return _read(said)
    except (KeyError, TypeError, ValueError, AttributeError):
        raise BadUserInput(f"{path} does not say what a manifest says.", ANOTHER) from None


def _read(said: Any) -> Manifest:  # noqa: ANN401 - whatever stands in the file
    files = {
        _name(name): HeldFile(_number(each["bytes"]), _text(each["sha256"])) for name, each in said["files"].items()
    }
    kind = BackupKind(said["kind"])
    read = Manifest(
        kind=kind,
        country=_text(said["country"]) if kind is BackupKind.COUNTRY else None,
        made=datetime.fromisoformat(said["made"]).astimezone(UTC),
        schema=_text(said["schema"]),
        postgres=_text(said["postgres"]),
        files=files,
        tables={_text(name): _number(rows) for name, rows in said["tables"].items()},
        roles=tuple(_text(each) for each in said["roles"]),
        extensions=tuple(_text(each) for each in said["extensions"]),
        hearth=_text(said["hearth"]),
    )
    _ = read.postgres_major
    return read


def _name(name: str) -> str:
    if not PLAIN.fullmatch(name):
        raise ValueError(name)
    return name


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError
    return value


def _number(value: object) -> int:
    if not isinstance(value, int) or isinstance(value, bool) or value < 0:
        raise TypeError
    return value


def check_files(folder: Path, manifest: Manifest) -> None:
    """See that every file is there and holds what it held.

    Raises:
        BadUserInput: one is missing, cut off or changed.
    """
    for name, held in manifest.files.items():
        path = folder / name
        if not path.is_file():
            raise BadUserInput(f"{path} is missing.", f"Copy the directory anew, all of it. {ANOTHER}")
        size = path.stat().st_size
        if size != held.bytes:
            raise BadUserInput(
                f"{path} is cut off, or was changed: it has {size:,} bytes of {held.bytes:,}.",
                f"Copy the directory anew, all of it. {ANOTHER}",
            )
        if HeldFile.of(path) != held:
            raise BadUserInput(
                f"{path} was changed: it does not hold what {FILE} says (SHA-256).",
                f"Copy the directory anew, all of it. {ANOTHER}",
            )


def unlisted(folder: Path, manifest: Manifest) -> list[str]:
    """What lies in the folder and is not of the backup: no restore reads it, which whoever put it there is told."""
    return sorted({path.name for path in folder.iterdir()} - {FILE, *manifest.files})
