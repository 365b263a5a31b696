"""JSON: the answer of the query, as it was read, and what a reader has to know besides, in sentences."""

from __future__ import annotations

from pathlib import Path

import orjson

from graph.report.figures import Report
from graph.report.notes import notes


def write_json(report: Report, path: Path) -> None:
    """Write the answer and its notes, UTF-8, indented for people."""
    told = {**report.answer, "notes": dict(notes(report))}
    path.write_bytes(orjson.dumps(told, option=orjson.OPT_INDENT_2 | orjson.OPT_APPEND_NEWLINE))
