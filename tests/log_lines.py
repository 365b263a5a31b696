"""What the product has logged: other loggers say more once any test of the same process has set up a server's."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import logging

    import pytest


def ours(caplog: pytest.LogCaptureFixture) -> list[logging.LogRecord]:
    """The records of the product's own loggers."""
    return [record for record in caplog.records if record.name.startswith("hearth")]
