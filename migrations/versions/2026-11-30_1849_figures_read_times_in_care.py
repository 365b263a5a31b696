"""Figures read times in care."""

from __future__ import annotations

from alembic import op

revision = "202611301849"
down_revision = "202611301847"


def upgrade() -> None:
    op.execute("CREATE POLICY care_episode_statistics ON care_episode TO hearth_statistics USING (true)")
    op.execute(
        "GRANT SELECT (country_code, id, child_file_id, entered_from, started_on, ended_on, destination, voided_at) ON care_episode TO hearth_statistics"
    )
    op.execute("REVOKE SELECT ON placement FROM hearth_statistics")
    op.execute(
        "GRANT SELECT (country_code, child_file_id, home_id, programme_id, care_episode_id, arrangement, setting, started_on, ended_on, voided_at, updated_at) ON placement TO hearth_statistics"
    )
    op.execute("CREATE POLICY legal_status_statistics ON legal_status TO hearth_statistics USING (true)")
    op.execute(
        "GRANT SELECT (country_code, child_file_id, domain, started_on, ended_on, voided_at) ON legal_status TO hearth_statistics"
    )
    op.execute("CREATE POLICY caregiver_statistics ON caregiver TO hearth_statistics USING (true)")
    op.execute(
        "GRANT SELECT (country_code, kind, minimum_qualification, engaged_on, left_on, voided_at) ON caregiver TO hearth_statistics"
    )
    op.execute(
        "CREATE POLICY caregiver_assignment_statistics ON caregiver_assignment TO hearth_statistics USING (true)"
    )
    op.execute(
        "GRANT SELECT (country_code, child_file_id, role, started_on, ended_on, voided_at) ON caregiver_assignment TO hearth_statistics"
    )
    op.execute(
        "CREATE POLICY gatekeeping_assessment_statistics ON gatekeeping_assessment TO hearth_statistics USING (true)"
    )
    op.execute(
        "GRANT SELECT (country_code, care_episode_id, completed_on, assessor, voided_at) ON gatekeeping_assessment TO hearth_statistics"
    )


def downgrade() -> None:
    op.execute("REVOKE SELECT ON gatekeeping_assessment FROM hearth_statistics")
    op.execute("DROP POLICY gatekeeping_assessment_statistics ON gatekeeping_assessment")
    op.execute("REVOKE SELECT ON caregiver_assignment FROM hearth_statistics")
    op.execute("DROP POLICY caregiver_assignment_statistics ON caregiver_assignment")
    op.execute("REVOKE SELECT ON caregiver FROM hearth_statistics")
    op.execute("DROP POLICY caregiver_statistics ON caregiver")
    op.execute("REVOKE SELECT ON legal_status FROM hearth_statistics")
    op.execute("DROP POLICY legal_status_statistics ON legal_status")
    op.execute("REVOKE SELECT ON placement FROM hearth_statistics")
    op.execute(
        "GRANT SELECT (country_code, child_file_id, home_id, programme_id, arrangement, setting, started_on, ended_on, end_reason, voided_at, updated_at) ON placement TO hearth_statistics"
    )
    op.execute("REVOKE SELECT ON care_episode FROM hearth_statistics")
    op.execute("DROP POLICY care_episode_statistics ON care_episode")
