"""A row of a child's file leads to rows of the same file alone."""

from __future__ import annotations

from alembic import op

revision = "202611301845"
down_revision = "202611301844"


def upgrade() -> None:
    op.execute("ALTER TABLE gatekeeping_assessment DROP CONSTRAINT gatekeeping_assessment_care_episode_id_fkey")
    op.execute("ALTER TABLE placement DROP CONSTRAINT placement_care_episode_id_fkey")
    op.execute("ALTER TABLE placement_exception DROP CONSTRAINT placement_exception_placement_id_fkey")
    op.execute("ALTER TABLE task DROP CONSTRAINT task_care_episode_id_fkey")
    op.execute("DROP INDEX care_episode_child_id_idx")
    op.execute("CREATE UNIQUE INDEX care_episode_child_id_idx ON care_episode (country_code, child_file_id, id)")
    op.execute("DROP INDEX placement_child_id_idx")
    op.execute(
        "CREATE UNIQUE INDEX placement_child_id_idx ON placement (country_code, child_file_id, id) INCLUDE (home_id, programme_id, started_on, ended_on, start_reason, end_reason, voided_at)"
    )
    # The owner sees no row while row security is forced, and the rows that are there would be compared with none.
    op.execute("ALTER TABLE care_episode NO FORCE ROW LEVEL SECURITY")
    op.execute("ALTER TABLE gatekeeping_assessment NO FORCE ROW LEVEL SECURITY")
    op.execute("ALTER TABLE placement NO FORCE ROW LEVEL SECURITY")
    op.execute("ALTER TABLE placement_exception NO FORCE ROW LEVEL SECURITY")
    op.execute("ALTER TABLE task NO FORCE ROW LEVEL SECURITY")
    op.execute(
        "ALTER TABLE gatekeeping_assessment ADD CONSTRAINT gatekeeping_assessment_care_episode_id_fkey FOREIGN KEY(country_code, child_file_id, care_episode_id) REFERENCES care_episode (country_code, child_file_id, id) DEFERRABLE INITIALLY DEFERRED"
    )
    op.execute(
        "ALTER TABLE placement ADD CONSTRAINT placement_care_episode_id_fkey FOREIGN KEY(country_code, child_file_id, care_episode_id) REFERENCES care_episode (country_code, child_file_id, id) DEFERRABLE INITIALLY DEFERRED"
    )
    op.execute(
        "ALTER TABLE placement_exception ADD CONSTRAINT placement_exception_placement_id_fkey FOREIGN KEY(country_code, child_file_id, placement_id) REFERENCES placement (country_code, child_file_id, id) DEFERRABLE INITIALLY DEFERRED"
    )
    op.execute(
        "ALTER TABLE task ADD CONSTRAINT task_care_episode_id_fkey FOREIGN KEY(country_code, child_file_id, care_episode_id) REFERENCES care_episode (country_code, child_file_id, id) DEFERRABLE INITIALLY DEFERRED"
    )
    op.execute("ALTER TABLE task FORCE ROW LEVEL SECURITY")
    op.execute("ALTER TABLE placement_exception FORCE ROW LEVEL SECURITY")
    op.execute("ALTER TABLE placement FORCE ROW LEVEL SECURITY")
    op.execute("ALTER TABLE gatekeeping_assessment FORCE ROW LEVEL SECURITY")
    op.execute("ALTER TABLE care_episode FORCE ROW LEVEL SECURITY")


def downgrade() -> None:
    op.execute("ALTER TABLE gatekeeping_assessment DROP CONSTRAINT gatekeeping_assessment_care_episode_id_fkey")
    op.execute("ALTER TABLE placement DROP CONSTRAINT placement_care_episode_id_fkey")
    op.execute("ALTER TABLE placement_exception DROP CONSTRAINT placement_exception_placement_id_fkey")
    op.execute("ALTER TABLE task DROP CONSTRAINT task_care_episode_id_fkey")
    op.execute("DROP INDEX care_episode_child_id_idx")
    op.execute("CREATE INDEX care_episode_child_id_idx ON care_episode (country_code, child_file_id, id)")
    op.execute("DROP INDEX placement_child_id_idx")
    op.execute(
        "CREATE INDEX placement_child_id_idx ON placement (country_code, child_file_id, id) INCLUDE (home_id, programme_id, started_on, ended_on, start_reason, end_reason, voided_at)"
    )
    op.execute("ALTER TABLE care_episode NO FORCE ROW LEVEL SECURITY")
    op.execute("ALTER TABLE gatekeeping_assessment NO FORCE ROW LEVEL SECURITY")
    op.execute("ALTER TABLE placement NO FORCE ROW LEVEL SECURITY")
    op.execute("ALTER TABLE placement_exception NO FORCE ROW LEVEL SECURITY")
    op.execute("ALTER TABLE task NO FORCE ROW LEVEL SECURITY")
    op.execute(
        "ALTER TABLE gatekeeping_assessment ADD CONSTRAINT gatekeeping_assessment_care_episode_id_fkey FOREIGN KEY(country_code, care_episode_id) REFERENCES care_episode (country_code, id)"
    )
    op.execute(
        "ALTER TABLE placement ADD CONSTRAINT placement_care_episode_id_fkey FOREIGN KEY(country_code, care_episode_id) REFERENCES care_episode (country_code, id)"
    )
    op.execute(
        "ALTER TABLE placement_exception ADD CONSTRAINT placement_exception_placement_id_fkey FOREIGN KEY(country_code, placement_id) REFERENCES placement (country_code, id)"
    )
    op.execute(
        "ALTER TABLE task ADD CONSTRAINT task_care_episode_id_fkey FOREIGN KEY(country_code, care_episode_id) REFERENCES care_episode (country_code, id)"
    )
    op.execute("ALTER TABLE task FORCE ROW LEVEL SECURITY")
    op.execute("ALTER TABLE placement_exception FORCE ROW LEVEL SECURITY")
    op.execute("ALTER TABLE placement FORCE ROW LEVEL SECURITY")
    op.execute("ALTER TABLE gatekeeping_assessment FORCE ROW LEVEL SECURITY")
    op.execute("ALTER TABLE care_episode FORCE ROW LEVEL SECURITY")
