"""Write the migration for entities that have none yet: `python -m graph.revise "mentors beside young people"`.

The statements are written out word for word, so that the migration stays what it was when the entity changes later. A
change of a table that has its migration is written by hand; the drift test says what is missing. A new migration builds
on the newest version, whatever the files are called, and is named after its day and minute.
"""

from __future__ import annotations

import re
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path

from countries.seal import FUNCTIONS, seal_statements
from countries.tenancy import SCOPE_SIGNATURES, scope_statements
from graph.revisions import MigrationError, in_order
from graph.tables import EXTENSIONS, statements_for, table_order

VERSIONS = Path(__file__).resolve().parent.parent / "migrations" / "versions"
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


def migration_text(sentence: str, revision: str, previous: str | None, tables: list[str]) -> str:
    """The text of a migration that makes `tables`."""
    first = [*EXTENSIONS, *scope_statements(), *seal_statements()] if previous is None else []
    upgrade = "\n".join(_quoted(statement) for statement in [*first, *statements_for(tables)])
    gone = [f"DROP TABLE {name}" for name in reversed(tables)]
    if previous is None:
        gone += [f"DROP FUNCTION {signature}" for signature in (*SCOPE_SIGNATURES, *FUNCTIONS)]
    downgrade = "\n".join(_quoted(statement) for statement in gone)
    down = f'"{previous}"' if previous else "None"
    return f'''"""{sentence[0].upper()}{sentence[1:]}."""

from __future__ import annotations

from alembic import op

revision = "{revision}"
down_revision = {down}


def upgrade() -> None:
{upgrade}


def downgrade() -> None:
{downgrade}
'''


def write_migration(sentence: str, now: datetime, versions: Path = VERSIONS) -> Path | None:
    """Write the migration of the tables that no migration makes yet; nothing where there is none.

    Args:
        sentence: what the migration is about; with the minute, it becomes the file's name.
        now: what version and file are named after: its minute, or the next one that has no version yet.
        versions: the folder of all migrations.

    Raises:
        MigrationError: the migrations are not one line, so that nobody can say what a new one builds on.
    """
    line = in_order(versions)
    made = {name for revision in line for name in CREATED.findall(revision.path.read_text(encoding="utf-8"))}
    tables = [name for name in table_order() if name not in made]
    if not tables:
        return None
    taken = {revision.version for revision in line}
    while f"{now:%Y%m%d%H%M}" in taken:
        now += MINUTE
    slug = re.sub(r"[^a-z0-9]+", "_", sentence.lower()).strip("_")
    path = versions / f"{now:%Y-%m-%d_%H%M}_{slug}.py"
    previous = line[-1].version if line else None
    path.write_text(migration_text(sentence, f"{now:%Y%m%d%H%M}", previous, tables), encoding="utf-8")
    return path


def main() -> None:
    """Write it, and say where it is; a line that parts is an error with a hint."""
    try:
        written = write_migration(" ".join(sys.argv[1:]) or "new tables", datetime.now(UTC))
    except MigrationError as error:
        sys.exit(f"{error}\n{error.hint}")
    sys.stdout.write(f"{written or 'Every table has its migration.'}\n")


if __name__ == "__main__":
    main()
