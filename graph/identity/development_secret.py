"""The key of development tokens: from the environment, or one a data directory that nobody else can read."""

from __future__ import annotations

import os
import secrets
from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from graph.settings.settings import Settings

FILE = "dev-secret"


def with_secret(settings: Settings) -> Settings:
    """The settings with a key for development tokens, made on first use; unchanged where an issuer is named."""
    if settings.identity is not None or settings.dev_secret is not None:
        return settings
    return replace(settings, dev_secret=_kept(settings.data_dir))


def _kept(folder: Path) -> str:
    path = folder / FILE
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    try:
        opened = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        return path.read_text().strip()
    with os.fdopen(opened, "w") as file:
        file.write(secrets.token_urlsafe(48) + "\n")
    return path.read_text().strip()
