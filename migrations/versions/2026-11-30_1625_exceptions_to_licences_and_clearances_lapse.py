"""Exceptions to licences and clearances lapse."""

from __future__ import annotations

from alembic import op

revision = "202611301625"
down_revision = "202611301613"


def upgrade() -> None:
    op.execute("ALTER TABLE placement_exception DROP CONSTRAINT placement_exception_rule_check")
    op.execute(
        "ALTER TABLE placement_exception ADD CONSTRAINT placement_exception_rule_check CHECK (rule IN ('CAPACITY', 'HOME_NOT_LICENSED', 'CARER_NOT_CLEARED'))"
    )
    op.execute("ALTER TABLE placement_exception ADD COLUMN lapses_on DATE")
    op.execute(
        "COMMENT ON COLUMN placement_exception.lapses_on IS 'The first day on which it holds no longer, where one was set: by then the rule is kept, or somebody decides anew.'"
    )
    op.execute(
        "ALTER TABLE placement_exception ADD CONSTRAINT placement_exception_lapses_on_check CHECK (lapses_on > dated)"
    )
    op.execute("CREATE INDEX placement_exception_lapses_on_idx ON placement_exception (country_code, lapses_on, id)")
    op.execute(
        "GRANT SELECT (country_code, id, version, created_at, updated_at, child_id, programme_id, placement_id, home_id, rule, dated, lapses_on, reason, authorised_by, child_same_as_id, child_file_id), INSERT (country_code, id, child_id, programme_id, placement_id, home_id, rule, dated, lapses_on, reason, authorised_by) ON placement_exception TO hearth_caseworker"
    )
    op.execute(
        "GRANT SELECT (country_code, id, version, created_at, updated_at, child_id, programme_id, placement_id, home_id, rule, dated, lapses_on, reason, authorised_by, child_same_as_id, child_file_id), INSERT (country_code, id, child_id, programme_id, placement_id, home_id, rule, dated, lapses_on, reason, authorised_by), UPDATE (version, updated_at, programme_id, child_same_as_id) ON placement_exception TO hearth_office"
    )
    op.execute("GRANT SELECT, INSERT, UPDATE, MAINTAIN ON placement_exception TO hearth_operator")


def downgrade() -> None:
    op.execute("ALTER TABLE placement_exception DROP CONSTRAINT placement_exception_rule_check")
    op.execute(
        "ALTER TABLE placement_exception ADD CONSTRAINT placement_exception_rule_check CHECK (rule IN ('CAPACITY'))"
    )
    op.execute("DROP INDEX placement_exception_lapses_on_idx")
    op.execute("ALTER TABLE placement_exception DROP CONSTRAINT placement_exception_lapses_on_check")
    op.execute("ALTER TABLE placement_exception DROP COLUMN lapses_on")
