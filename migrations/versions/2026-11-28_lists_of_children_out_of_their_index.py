"""Lists of children out of their index."""

from __future__ import annotations

from alembic import op

revision = "0006"
down_revision = "0005"


def upgrade() -> None:
    op.execute("DROP INDEX child_sex_idx")
    op.execute(
        "CREATE INDEX child_sex_idx ON child (country_code, sex, birth_date, id)"
        " INCLUDE (programme_id, given_name, family_name)"
    )


def downgrade() -> None:
    op.execute("DROP INDEX child_sex_idx")
    op.execute("CREATE INDEX child_sex_idx ON child (country_code, sex, birth_date, id)")
