"""Whatever headquarters reads is made of published figures: no picture, sentence or file knows a count behind them.

So an attacker who has the figures has all that the report's maps, ranks, shares and words could tell.
"""

from __future__ import annotations

import re
import zipfile
from decimal import ROUND_HALF_UP, Decimal
from pathlib import Path

import asyncpg

from countries.embedded.postgres import SUPERUSER
from countries.register.register import Register
from graph.closing.named import NamedRelease
from graph.commands.audit import audit
from graph.commands.report import _shaped, report_query
from graph.indicators.catalogue import all_indicators
from graph.indicators.period import Period
from graph.report import ReportFormat, write
from graph.report.figures import report_of
from tests.closing.gathered import gather
from tests.closing.office import Office

FAULT = re.compile("<li>(.*?)</li>")
YEARS = {Period(2024), Period(2025)}
OTHERWISE = """
SET session_replication_role = replica;
UPDATE figure_proof SET amount = amount + 1, children = children + 1;
UPDATE country_count SET amount = amount + 1, children = children + 1;
UPDATE child SET sex = CASE sex WHEN 'FEMALE' THEN 'MALE' ELSE 'FEMALE' END, birth_date = birth_date - 2000;
UPDATE placement SET ended_on = started_on + 1, end_reason = 'ADOPTION' WHERE ended_on IS NULL AND child_id::text < '8';
"""
"""Other children, and other counts behind the same figures."""


async def written(office: Office, folder: Path) -> dict[str, bytes]:
    """The report in every format, as headquarters writes it; of an archive what is in it."""
    report = report_of(_shaped(await office.ask(report_query(Period(2025), YEARS))))
    found: dict[str, bytes] = {}
    for form in ReportFormat:
        path = folder / form.value
        write(report, form, path)
        if zipfile.is_zipfile(path):
            with zipfile.ZipFile(path) as archive:
                found |= {f"{form} {name}": archive.read(name) for name in archive.namelist()}
        else:
            found[form] = path.read_bytes()
    return found


async def test_values_are_made_of_published_numbers(small: Office) -> None:
    """A rate, a share or a mean is its published numerator over its published denominator, and nothing finer."""
    seen = 0
    for year in (2024, 2025):
        cells = report_of(_shaped(await small.ask(report_query(Period(year), YEARS)))).cells
        for cell in cells:
            indicator = all_indicators()[cell.indicator]
            figure = cell.figure
            if figure.value is None or figure.numerator is None:
                assert figure.value is None
                continue
            below = Decimal(1 if indicator.denominator is None else str(figure.denominator))
            exact = Decimal(indicator.scale) * Decimal(str(figure.numerator)) / below
            step = Decimal(1).scaleb(-indicator.decimals)
            assert Decimal(str(figure.value)).quantize(step) == exact.quantize(step, ROUND_HALF_UP), cell
            seen += 1
    assert seen > 100


async def test_other_children_behind_the_same_figures_are_the_same_report(small: Office, tmp_path: Path) -> None:
    """Not a byte of any format, nor of what the attacker gathers, hangs on a count or on a child."""
    before, gathered = await written(small, tmp_path), await gather(small)
    owner = await asyncpg.connect(**small.address.connect_arguments(SUPERUSER))
    try:
        await owner.execute(OTHERWISE)
    finally:
        await owner.close()
    after = await written(small, tmp_path)
    assert {name for name in before if before[name] != after.get(name)} <= {"xlsx docProps/core.xml"}
    assert await gather(small) == gathered
    assert len(before) > len(ReportFormat)


async def test_the_page_of_a_release_hangs_on_no_count(small: Office, register: Register) -> None:
    """What an auditor reads of it is made of figures and of the federations that could be: it is the same page."""
    owner = await asyncpg.connect(**small.address.connect_arguments(SUPERUSER))
    before = [await audit(small.address, register, NamedRelease(period)) for period in sorted(YEARS)]
    try:
        await owner.execute(OTHERWISE)
    finally:
        await owner.close()
    after = [await audit(small.address, register, NamedRelease(period)) for period in sorted(YEARS)]
    assert [each.page for each in after] == [each.page for each in before]
    assert all("sibling_days" not in fault for each in before for fault in FAULT.findall(each.page))
