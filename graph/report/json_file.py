"""JSON: the answer of the query, as it was read."""

from __future__ import annotations

from pathlib import Path

import orjson

from graph.report.figures import Report


def write_json(report: Report, path: Path) -> None:
    """Write the answer, UTF-8, indented for people."""
    path.write_bytes(orjson.dumps(report.answer, option=orjson.OPT_INDENT_2 | orjson.OPT_APPEND_NEWLINE))
