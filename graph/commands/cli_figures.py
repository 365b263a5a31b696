"""What is done with figures: close a period, write the report, look at a release and draw it again."""

from __future__ import annotations

import asyncio
from pathlib import Path

import click

from graph.commands.errors import plainly

FORMATS = ("html", "xlsx", "csv", "sdmx", "json")


@click.command(name="close-period")
@click.option("--year", required=True, type=int)
@click.option("--quarter", type=int, help="1 to 4, for a quarter of the year.")
@click.option("--month", type=int, help="1 to 12, for a month of the year.")
@click.option("--reason", help="Why a period that is closed is published once more.")
@plainly
def close_period(year: int, quarter: int | None, month: int | None, reason: str | None) -> None:
    """Count a period that has ended, protect its figures and publish them."""
    from graph.commands.close_period import close_period as work
    from graph.indicators.period import Period
    from graph.settings.settings import Settings

    asyncio.run(work(Settings.from_environment(), Period.of(year, quarter, month), reason))


@click.command()
@click.option("--year", required=True, type=int)
@click.option("--quarter", type=int, help="1 to 4, for a quarter of the year.")
@click.option("--format", "form", default="html", show_default=True, type=click.Choice(FORMATS))
@click.option("--language", default="en", show_default=True, help="Of the words in html and xlsx, such as fr.")
@click.option("--output", required=True, type=click.Path(dir_okay=False, path_type=Path))
@plainly
def report(year: int, quarter: int | None, form: str, language: str, output: Path) -> None:
    """Write the international report of a closed period from its published figures.

    What csv, sdmx and json say is the same in every language: machines read them.
    """
    from graph.commands.report import write_report
    from graph.indicators.period import Period
    from graph.report import ReportFormat
    from graph.settings.settings import Settings

    period, kind = Period.of(year, quarter), ReportFormat(form)
    held = asyncio.run(write_report(Settings.from_environment(), period, kind, output, language))
    click.echo(f"{output}: {held:,} figures.")


@click.group()
def audit() -> None:
    """Look at what proves that figures tell nobody's child."""


@audit.command(name="release")
@click.argument("release", metavar="ID")
@click.option("--output", type=click.Path(dir_okay=False, path_type=Path), help="A new file, not standard output.")
@plainly
def audit_release(release: str, output: Path | None) -> None:
    """Show the proof of a release, as a page of HTML, and check it.

    ID is a period, 2025, 2025-Q1 or 2025-03, and its latest release is meant; or one of its releases, 2025/1 or
    2025-Q1/1; or a release's id, as `releases { id }` answers it. The page is written in any case; where the proof
    does not hold, the exit code is 1.
    """
    from graph.commands.audit import write_audit
    from graph.settings.settings import Settings

    audited = write_audit(Settings.from_environment(), release, output)
    click.echo(audited.page if output is None else f"{output}: the proof of {audited.label}.", nl=output is not None)
    if audited.faults:
        many = "1 fault" if audited.faults == 1 else f"{audited.faults:,} faults"
        raise click.ClickException(f"The proof of {audited.label} does not hold: {many}, which the page names.")


@audit.command(name="redraw")
@click.argument("release", metavar="ID")
@plainly
def audit_redraw(release: str) -> None:
    """Draw a release again from the counts and the key that are kept, and say what is not as it was published.

    As the statistics login, beside the releases that were out when it was drawn. ID is as `hearth audit release` takes
    it. The exit code is 1 where something differs.
    """
    from graph.commands.audit import redraw
    from graph.settings.settings import Settings

    done = redraw(Settings.from_environment(), release)
    label = f"{done.release.period.label}, release {done.release.revision}"
    for each in done.differing:
        click.echo(each)
    if done.differing:
        many = "1 thing differs" if len(done.differing) == 1 else f"{len(done.differing):,} things differ"
        raise click.ClickException(f"{label} was drawn again, and {many} from what is kept.")
    click.echo(
        f"{label}: {done.counts:,} counts were drawn again, {done.figures:,} figures are as they were published, and"
        " the key is the one to which it is bound."
    )
