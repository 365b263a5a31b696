"""Where each child lives is told to whoever it belongs together with."""

from __future__ import annotations

from alembic import op

revision = "202611302206"
down_revision = "202611302007"


def upgrade() -> None:
    op.execute(
        """
        CREATE TABLE sibling_stay (
          country_code TEXT COLLATE "C" NOT NULL,
          id UUID NOT NULL,
          child_id UUID NOT NULL,
          home_id UUID,
          started_on DATE NOT NULL,
          ended_on DATE,
          voided_at TIMESTAMP WITH TIME ZONE,
          PRIMARY KEY (country_code, id),
          CONSTRAINT sibling_stay_ended_on_check CHECK (ended_on >= started_on)
        )
        """
    )
    op.execute(
        "COMMENT ON TABLE sibling_stay IS 'Where a child lives, and on which days, for the sake of those whom it belongs together with.'"
    )
    op.execute("COMMENT ON COLUMN sibling_stay.country_code IS 'The country that the row belongs to.'")
    op.execute("COMMENT ON COLUMN sibling_stay.id IS 'The id of the placement.'")
    op.execute("COMMENT ON COLUMN sibling_stay.child_id IS 'The child in whose file the placement stands.'")
    op.execute("COMMENT ON COLUMN sibling_stay.home_id IS 'The home; empty where it is none of ours.'")
    op.execute("COMMENT ON COLUMN sibling_stay.started_on IS 'The first day.'")
    op.execute(
        "COMMENT ON COLUMN sibling_stay.ended_on IS 'The first day on which the child no longer lives there; empty while that is open.'"
    )
    op.execute("COMMENT ON COLUMN sibling_stay.voided_at IS 'When the placement was found to be an error.'")
    op.execute(
        "CREATE INDEX sibling_stay_child_id_idx ON sibling_stay (country_code, child_id, started_on, ended_on) INCLUDE (home_id, voided_at)"
    )
    op.execute("ALTER TABLE sibling_stay ENABLE ROW LEVEL SECURITY")
    op.execute("ALTER TABLE sibling_stay FORCE ROW LEVEL SECURITY")
    op.execute("ALTER TABLE sibling_stay ALTER COLUMN country_code SET (n_distinct = 8)")
    op.execute(
        "CREATE POLICY sibling_stay_caseworker ON sibling_stay TO hearth_caseworker USING (country_code = nullif(current_setting('hearth.country', true), ''))"
    )
    op.execute(
        "GRANT SELECT (country_code, id, child_id, home_id, started_on, ended_on, voided_at), INSERT (country_code, id, child_id, home_id, started_on, ended_on, voided_at), UPDATE (home_id, started_on, ended_on, voided_at) ON sibling_stay TO hearth_caseworker"
    )
    op.execute(
        "CREATE POLICY sibling_stay_office ON sibling_stay TO hearth_office USING (country_code = nullif(current_setting('hearth.country', true), ''))"
    )
    op.execute(
        "GRANT SELECT (country_code, id, child_id, home_id, started_on, ended_on, voided_at), INSERT (country_code, id, child_id, home_id, started_on, ended_on, voided_at), UPDATE (child_id, home_id, started_on, ended_on, voided_at) ON sibling_stay TO hearth_office"
    )
    op.execute("GRANT SELECT, INSERT, UPDATE, MAINTAIN ON sibling_stay TO hearth_operator")
    # One row for each placement there is. The owner sees none while row security is forced.
    op.execute("ALTER TABLE placement NO FORCE ROW LEVEL SECURITY")
    op.execute("ALTER TABLE sibling_stay NO FORCE ROW LEVEL SECURITY")
    op.execute(
        "INSERT INTO sibling_stay (country_code, id, child_id, home_id, started_on, ended_on, voided_at) SELECT country_code, id, child_file_id, home_id, started_on, ended_on, voided_at FROM placement"
    )
    op.execute("ALTER TABLE sibling_stay FORCE ROW LEVEL SECURITY")
    op.execute("ALTER TABLE placement FORCE ROW LEVEL SECURITY")
    op.execute("ALTER TABLE placement_exception DROP CONSTRAINT placement_exception_rule_check")
    op.execute(
        "ALTER TABLE placement_exception ADD CONSTRAINT placement_exception_rule_check CHECK (rule IN ('CAPACITY', 'HOME_NOT_LICENSED', 'CARER_NOT_CLEARED', 'UNDER_THREE', 'SIBLINGS_APART', 'PARENT_AND_CHILD_APART'))"
    )


def downgrade() -> None:
    op.execute("ALTER TABLE placement_exception NO FORCE ROW LEVEL SECURITY")
    op.execute("DELETE FROM placement_exception WHERE rule IN ('SIBLINGS_APART', 'PARENT_AND_CHILD_APART')")
    op.execute("ALTER TABLE placement_exception FORCE ROW LEVEL SECURITY")
    op.execute("ALTER TABLE placement_exception DROP CONSTRAINT placement_exception_rule_check")
    op.execute(
        "ALTER TABLE placement_exception ADD CONSTRAINT placement_exception_rule_check CHECK (rule IN ('CAPACITY', 'HOME_NOT_LICENSED', 'CARER_NOT_CLEARED', 'UNDER_THREE'))"
    )
    op.execute("DROP TABLE sibling_stay")
