"""Write the migration of what entities say and no migration makes yet.

    python -m graph.database.migration_writer "mentors beside young people"              all that is new
    python -m graph.database.migration_writer "mentors beside young people" mentor       of these tables alone

New tables are written whole. Of a table that has its migration the columns, links, constraints and indexes that are new
are added: what stands, a throw-away database says that the migrations have run on. All else is written by hand, and the
drift test says what (`additions.py`). The statements are written out word for word, so that the migration stays what it
was when the entity changes later. A new migration builds on the newest version, whatever the files are called, and is
named after its day and minute.
"""

from __future__ import annotations

import asyncio
import re
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from countries.connections.coming_in import come_in
from countries.embedded.postgres import SUPERUSER, EmbeddedPostgres, find_binaries
from countries.tenancy.logins import ALL_LOGINS, OWNER
from countries.tenancy.policies import SCOPE_SIGNATURES, scope_statements
from countries.tenancy.seal import FUNCTIONS, seal_statements
from graph.database.additions import additions, standing_in
from graph.database.ddl import EXTENSIONS, statements_for, table_order
from graph.database.migrate import make_database, run_migrations
from graph.database.revisions import MigrationError, in_order

if TYPE_CHECKING:
    from collections.abc import Sequence

    from graph.database.additions import Addition, Standing

VERSIONS = Path(__file__).resolve().parents[2] / "migrations" / "versions"
CREATED = re.compile(r"CREATE TABLE (\w+)")
LINE = 120
"""How long a line may be before the formatter breaks it."""
MINUTE = timedelta(minutes=1)


def _quoted(statement: str) -> str:
    # A pattern's escapes are PostgreSQL's to read, not Python's.
    raw = "r" if "\\" in statement else ""
    if "\n" not in statement and '"' not in statement:
        line = f'    op.execute({raw}"{statement}")'
        return line if len(line) <= LINE else f'    op.execute(\n        {raw}"{statement}"\n    )'
    body = "\n".join(f"        {line}" if line else "" for line in statement.splitlines())
    return f'    op.execute(\n        {raw}"""\n{body}\n        """\n    )'


def migration_text(
    sentence: str, revision: str, previous: str | None, tables: Sequence[str], added: Sequence[Addition] = ()
) -> str:
    """The text of a migration that makes `tables`, and adds to others."""
    first = [*EXTENSIONS, *scope_statements(), *seal_statements()] if previous is None else []
    up = [_quoted(statement) for statement in [*first, *statements_for(tables)]]
    for each in added:
        up += [f"    # {each.remark}"] if each.remark else []
        up.append(_quoted(each.up))
    gone = [each.down for each in reversed(added) if each.down]
    gone += [f"DROP TABLE {name}" for name in reversed(tables)]
    if previous is None:
        gone += [f"DROP FUNCTION {signature}" for signature in (*SCOPE_SIGNATURES, *FUNCTIONS)]
    upgrade, downgrade = "\n".join(up), "\n".join(_quoted(statement) for statement in gone)
    down = f'"{previous}"' if previous else "None"
    contracts = "contracts = True\n" if any(each.remark for each in added) else ""
    return f'''"""{sentence[0].upper()}{sentence[1:]}."""

from __future__ import annotations

from alembic import op

revision = "{revision}"
down_revision = {down}
{contracts}

def upgrade() -> None:
{upgrade}


def downgrade() -> None:
{downgrade}
'''


def write_migration(
    sentence: str,
    now: datetime,
    versions: Path = VERSIONS,
    *,
    named: Sequence[str] = (),
    standing: Standing = frozenset(),
) -> Path | None:
    """Write the migration of what no migration makes yet; nothing where there is none.

    Args:
        sentence: what the migration is about; with the minute, it becomes the file's name.
        now: what version and file are named after: its minute, or the next one that has no version yet.
        versions: the folder of all migrations.
        named: the tables that it is about; all, where none is named.
        standing: what the migrations leave.

    Raises:
        MigrationError: the migrations are not one line, so that nobody can say what a new one builds on; or a table is
            named that no entity has.
    """
    wanted = [name for name in table_order() if not named or name in named]
    if stray := set(named).difference(wanted):
        tables = ", ".join(sorted(stray))
        raise MigrationError(f"No entity has the table {tables}.", "Name tables as `__tablename__` says them.")
    line = in_order(versions)
    made = {name for revision in line for name in CREATED.findall(revision.path.read_text(encoding="utf-8"))}
    new = [name for name in wanted if name not in made]
    added = additions(standing, wanted)
    if not new and not added:
        return None
    taken = {revision.version for revision in line}
    while f"{now:%Y%m%d%H%M}" in taken:
        now += MINUTE
    slug = re.sub(r"[^a-z0-9]+", "_", sentence.lower()).strip("_")
    path = versions / f"{now:%Y-%m-%d_%H%M}_{slug}.py"
    previous = line[-1].version if line else None
    path.write_text(migration_text(sentence, f"{now:%Y%m%d%H%M}", previous, new, added), encoding="utf-8")
    return path


async def standing_after() -> Standing:
    """What the migrations leave in an empty database, of a server that is thrown away."""
    with (
        TemporaryDirectory(prefix="hearth-revise-") as folder,
        EmbeddedPostgres(Path(folder) / "data", find_binaries(None), logins=ALL_LOGINS) as server,
    ):
        await make_database(server, SUPERUSER, "revised")
        address = server.with_database("revised")
        await run_migrations(address.connect_arguments(OWNER))
        connection = await come_in(address, OWNER)
        try:
            return await standing_in(connection)
        finally:
            await connection.close()


def main() -> None:
    """Write it, and say where it is; a line that parts is an error with a hint."""
    sentence, *named = sys.argv[1:] or [""]
    try:
        in_order(VERSIONS)
        standing = asyncio.run(standing_after())
        written = write_migration(sentence or "new tables", datetime.now(UTC), named=named, standing=standing)
    except MigrationError as error:
        sys.exit(f"{error}\n{error.hint}")
    sys.stdout.write(f"{written or 'Every table has its migration.'}\n")


if __name__ == "__main__":
    main()
