"""A new folder for a backup: all of it, or nothing, and readable by whoever made it alone."""

from __future__ import annotations

import os
import shutil
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from graph.backup.manifest import FILE, HeldFile
from graph.errors import BadUserInput

if TYPE_CHECKING:
    from collections.abc import Iterator

    from graph.backup.manifest import Manifest


@dataclass(frozen=True, slots=True)
class Folder:
    """A folder that is being filled."""

    path: Path

    def new_file(self, name: str) -> Path:
        """A file that nobody else reads; it is empty."""
        path = self.path / name
        path.touch(mode=0o600, exist_ok=False)
        return path

    def held(self) -> dict[str, HeldFile]:
        """What is on the disk now, once it is safe there."""
        found = {}
        for path in sorted(self.path.iterdir()):
            _sync(path)
            found[path.name] = HeldFile.of(path)
        return found

    def finish(self, manifest: Manifest) -> None:
        """Say what it is, last of all: from here on it is a backup."""
        making = self.new_file(f"{FILE}.making")
        making.write_text(manifest.text(), encoding="utf-8")
        _sync(making)
        making.rename(self.path / FILE)
        _sync(self.path)


@contextmanager
def new_folder(path: Path) -> Iterator[Folder]:
    """A folder to fill: a new one, or one that is empty. Where the block fails, it is as it was before.

    Raises:
        BadUserInput: it holds something already.
    """
    if path.is_symlink() or path.exists():
        if not path.is_dir() or any(path.iterdir()):
            unfinished = path.is_dir() and not (path / FILE).exists()
            raise BadUserInput(
                f"{path} holds something already.",
                "Name an empty directory, or a new one."
                + (" What is in it is no finished backup." if unfinished else ""),
            )
        made = False
    else:
        path.mkdir(parents=True, mode=0o700)
        made = True
    try:
        yield Folder(path)
    except BaseException as error:
        if isinstance(error, OSError) and error.filename is None:
            # A disk that is full does not say which; whoever reads it is to know.
            error.filename = str(path)
        for left in path.iterdir():
            left.unlink()
        if made:
            shutil.rmtree(path, ignore_errors=True)
        raise


def _sync(path: Path) -> None:
    """Wait until what is written is safe from a loss of power."""
    opened = os.open(path, os.O_RDONLY)
    try:
        os.fsync(opened)
    finally:
        os.close(opened)
