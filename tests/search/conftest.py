"""The writable world of `tests/writes`, once for each module here."""

from tests.writes.conftest import writes, written

__all__ = ["writes", "written"]
