"""The `hearth` command: thin, no logic of its own."""

from __future__ import annotations

import asyncio
import gc
import sys
from collections.abc import Coroutine
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from graph.commands.cli_archive import archive, recover, rehearse
from graph.commands.cli_backup import backup, restore
from graph.commands.cli_cluster import distribute, place, places
from graph.commands.cli_figures import audit, close_period, report
from graph.commands.cli_nightly import nightly
from graph.commands.cli_rules import rules
from graph.commands.cli_words import words
from graph.commands.errors import NeverError, plainly, plainly_until_stopped
from graph.declarations.misdeclared import MisdeclaredError
from graph.http.json_text import TwiceError, read_json

if TYPE_CHECKING:
    from graph.settings.settings import Settings

DEFAULT_PORT = 8000
DEMO_COUNTRIES = "BE,KE,BO,NP"
Result = TypeVar("Result")

# What a command imports stays for as long as it runs: going through it again and again took a seventh of a start. A
# server that has begun sets its own.
gc.set_threshold(50_000, 20, 100)


def _settings() -> Settings:
    from graph.identity.development_secret import with_secret
    from graph.settings.settings import Settings

    return with_secret(Settings.from_environment())


def _listed(values: tuple[str, ...]) -> list[str]:
    """Values of an option that may be repeated, or hold several between commas."""
    return [part for value in values for part in value.split(",") if part]


def _run(work: Coroutine[Any, Any, Result]) -> Result:
    return asyncio.run(work)


class Commands(click.Group):
    """Says of a declaration that cannot be meant in one sentence where it stands, whatever the command."""

    def invoke(self, ctx: click.Context) -> object:
        """Run a command."""
        try:
            return super().invoke(ctx)
        except MisdeclaredError as error:
            raise NeverError(str(error)) from None


@click.group(cls=Commands)
@click.version_option(package_name="hearth-graph")
def main() -> None:
    """Hearth: one graph over the children, homes and communities of a care federation."""
    from graph.telemetry.logs import keep_values_out

    keep_values_out()


for command in (
    archive,
    audit,
    backup,
    close_period,
    distribute,
    nightly,
    place,
    places,
    recover,
    rehearse,
    report,
    restore,
    rules,
    words,
):
    main.add_command(command)


@main.command()
@click.option("--host", default="127.0.0.1", show_default=True)
@click.option("--port", default=DEFAULT_PORT, show_default=True)
@click.option("--workers", default=1, show_default=True, type=click.IntRange(1, 64))
@plainly_until_stopped
def serve(host: str, port: int, workers: int) -> None:
    """Serve the graph from HEARTH_DATABASE_URL, or from the embedded PostgreSQL."""
    from graph.commands.server import run_workers
    from graph.telemetry.logs import configure_logging

    settings = _settings()
    settings.check_bind(host)
    configure_logging(settings.log_format)
    run_workers(settings, host, port, workers)


@main.command()
@click.option("--port", default=DEFAULT_PORT, show_default=True)
@click.option("--countries", default=DEMO_COUNTRIES, show_default=True, help="ISO codes, or `all`.")
@click.option("--children", default=1000, show_default=True, type=click.IntRange(1, 100_000), help="For each country.")
@plainly_until_stopped
def demo(port: int, countries: str, children: int) -> None:
    """Migrate, seed and serve a demonstration, with a token for each kind of caller."""
    from graph.commands.demo import run_demo
    from graph.telemetry.logs import configure_logging

    settings = _settings()
    configure_logging(settings.log_format)
    _run(run_demo(settings, port, countries, children))


@main.command()
@plainly
def migrate() -> None:
    """Bring the schema to its newest version, the register of countries up to date, and texts to their one form.

    Rows whose case number or name turns out to be another's are listed in files for `hearth import`; it names them.
    """
    from graph.commands.bulk import run_migrate
    from graph.settings.settings import Settings

    _run(run_migrate(Settings.from_environment()))


@main.command()
@click.option("--countries", default=DEMO_COUNTRIES, show_default=True, help="ISO codes, or `all`.")
@click.option("--children", type=click.IntRange(1, 100_000), help="For each country; 100, if sizes are even.")
@click.option("--seed", "number", default=1, show_default=True, help="The same number gives the same data.")
@click.option(
    "--sizes",
    default="even",
    show_default=True,
    type=click.Choice(("even", "skewed")),
    help="`even`: as many children in each country. `skewed`: a country has 5 to 5,000, half of them fewer than 300; in"
    " some nobody has come or left for years.",
)
@plainly
def seed(countries: str, children: int | None, number: int, sizes: str) -> None:
    """Fill countries with synthetic children, homes, programmes and community links.

    A federation as large and as uneven as a real one: hearth seed --countries all --sizes skewed
    """
    from graph.commands.seed import seed_countries
    from graph.demo.sizes import Sizes
    from graph.settings.settings import Settings

    _run(seed_countries(Settings.from_environment(), countries, children, number, Sizes(sizes)))


@main.command()
@click.argument("file", type=click.Path(path_type=Path))
@plainly
def population(file: Path) -> None:
    """Bring national child populations into the register, all of a file or nothing.

    FILE is a CSV file (UTF-8) or a workbook (XLSX) as `hearth import` takes them, with the columns code, year, children
    and source. A country and year that are there already are replaced.
    """
    from graph.commands.bulk import run_population
    from graph.settings.settings import Settings

    _run(run_population(Settings.from_environment(), file))


class _WithColumns(click.Command):
    """Lists the names of files and their columns behind its help."""

    def format_epilog(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        from graph.commands.bulk import columns_help

        with formatter.section("Files and sheets, and their columns (* has to be filled)"):
            formatter.write_dl(columns_help())
        super().format_epilog(ctx, formatter)


@main.command(name="import", cls=_WithColumns)
@click.argument("path", metavar="FILE_OR_DIR", type=click.Path(path_type=Path))
@click.option("--country", required=True, help="ISO code.")
@click.option("--dry-run", is_flag=True, help="Check everything, say what would wait, and write nothing.")
@plainly
def import_(path: Path, country: str, dry_run: bool) -> None:  # noqa: FBT001 - click gives a flag's value by its name
    """Bring a country's rows from CSV files or a workbook (XLSX), all of them or none.

    FILE_OR_DIR is a CSV file (UTF-8) named after its table, a directory of them, or a workbook with a sheet for each.
    Rows are told by id or by name, so that a second import changes what differs. A column that a file leaves out stays
    as it is, an empty cell empties it. A cell that names a row may hold the row's id instead.

    While rows are written, others cannot write about the children and homes on record that the files name; how many
    those are, and for about how long, is said before. A dry run says it too.
    """
    from graph.commands.bulk import run_import
    from graph.settings.settings import Settings

    _run(run_import(Settings.from_environment(), path, country, dry_run=dry_run))


@main.command()
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path))
@click.option("--country", required=True, help="ISO code.")
@click.option("--format", "form", default="csv", show_default=True, type=click.Choice(["csv", "xlsx"]))
@click.option("--whole", is_flag=True, help="All rows of every table, as `hearth restore` takes them; as the operator.")
@plainly
def export(folder: Path, country: str, form: str, whole: bool) -> None:  # noqa: FBT001 - as above
    """Write a country's rows into an empty directory, as an import reads them.

    History, the feed of changes, keys of writes that were sent, and releases stay behind. With --whole nothing does:
    the directory is a backup of the country, which `hearth restore` brings into a database where the country is empty.
    """
    from graph.settings.settings import Settings

    if not whole:
        from graph.commands.bulk import run_export

        _run(run_export(Settings.from_environment(), folder, country, form))
        return
    from graph.commands.backup import run_whole_export

    if form != "csv":
        raise click.ClickException(
            "A whole export is a directory of CSV files. Leave --format out, or leave --whole out."
        )
    run_whole_export(Settings.from_environment(), folder, country)


@main.command()
@click.option("--role", required=True)
@click.option("--country")
@click.option("--countries", help="ISO codes, for a region.")
@click.option("--programme", "programmes", multiple=True, help="An id; may be repeated.")
@click.option("--subject", default="developer", show_default=True)
@plainly
def token(role: str, country: str | None, countries: str | None, programmes: tuple[str, ...], subject: str) -> None:
    """Print a development token."""
    from graph.identity.development_tokens import development_token

    listed = countries.split(",") if countries else None
    click.echo(
        development_token(
            _settings(), role=role, country=country, countries=listed, programmes=_listed(programmes), subject=subject
        )
    )


@main.command()
def schema() -> None:
    """Print the schema."""
    from graph.schema.sdl import print_sdl

    click.echo(print_sdl(), nl=False)


@main.command()
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--role", required=True)
@click.option("--country")
@click.option("--countries", help="ISO codes, for a region.")
@click.option("--programme", "programmes", multiple=True)
@click.option("--variables", default="{}", help="JSON.")
@plainly
def explain(
    file: Path,
    role: str,
    country: str | None,
    countries: str | None,
    programmes: tuple[str, ...],
    variables: str,
) -> None:
    """Print the plan of a query, then its one SQL statement."""
    from graph.commands.explain import explain_query
    from graph.identity.development_tokens import caller_of

    try:
        given = read_json(variables.encode())
    except TwiceError:
        raise click.ClickException("The variables give a member twice.") from None
    except ValueError:
        raise click.ClickException("The variables are no JSON.") from None
    if not isinstance(given, dict):
        raise click.ClickException('The variables are no JSON object, such as {"first": 2}.')
    listed = countries.split(",") if countries else None
    caller = caller_of(role=role, country=country, countries=listed, programmes=_listed(programmes))
    sys.stdout.write(explain_query(file.read_text(encoding="utf-8"), given, caller))


if __name__ == "__main__":
    main()
