"""What a row keeps by itself, where a file leaves some of it out: asked of the rows as they are to be.

While a file is read (`row_rules.py`) nobody knows what stands on record in the columns that it leaves out, or whether
anything does.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import func

from graph.bulk.checks import FileCheck, broken
from graph.bulk.import_context import FALSE, NULL, ONE
from graph.bulk.keeping import changed
from graph.bulk.row_rules import ASKED_OF_ALL, TOLD_APART, rules_read
from graph.bulk.sheets import all_sheets

if TYPE_CHECKING:
    from collections.abc import Iterator

    from graph.bulk.import_context import Ground


def rules_told_in_part(ground: Ground) -> Iterator[FileCheck]:
    """The forms that no row of the file was asked for, because the file does not hold all that they read."""
    for table, given in ground.given.items():
        sheet = all_sheets()[table]
        keeps = rules_read(sheet)
        for form, listed in keeps.rules.items():
            for rule, refusal in () if form in (*TOLD_APART, *ASKED_OF_ALL) else listed:
                headers = [keeps.headers[name] for name in rule.columns if keeps.headers[name] in given]
                if len(headers) in (0, len(rule.columns)):
                    continue
                final = ground.final(table)
                fails = rule.holds(final).is_(FALSE)
                # A name that means no row, or several, is told of as such.
                links = [each.column for each in sheet.references if each.column in rule.columns]
                meant = [func.coalesce(final.c[f"{link}_many"], ONE) == ONE for link in links]
                asked = [*changed(sheet, final), final.c.faulty.is_(FALSE), *meant]
                rows = broken(final, NULL, final.clause, *asked, fails)
                yield FileCheck(sheet, headers[0], refusal, rows)
