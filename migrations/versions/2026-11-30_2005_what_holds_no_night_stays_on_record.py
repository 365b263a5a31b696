"""What holds no night stays on record."""

from __future__ import annotations

from alembic import op

revision = "202611302005"
down_revision = "202611301905"


def upgrade() -> None:
    op.execute("ALTER TABLE care_episode DROP CONSTRAINT care_episode_ended_on_check")
    op.execute("ALTER TABLE care_episode ADD CONSTRAINT care_episode_ended_on_check CHECK (ended_on >= started_on)")
    op.execute("ALTER TABLE caregiver_assignment DROP CONSTRAINT caregiver_assignment_ended_on_check")
    op.execute(
        "ALTER TABLE caregiver_assignment ADD CONSTRAINT caregiver_assignment_ended_on_check CHECK (ended_on >= started_on)"
    )
    op.execute("ALTER TABLE community_link DROP CONSTRAINT community_link_ended_on_check")
    op.execute("ALTER TABLE community_link ADD CONSTRAINT community_link_ended_on_check CHECK (ended_on >= started_on)")
    op.execute("ALTER TABLE guardianship DROP CONSTRAINT guardianship_ended_on_check")
    op.execute("ALTER TABLE guardianship ADD CONSTRAINT guardianship_ended_on_check CHECK (ended_on >= started_on)")
    op.execute("ALTER TABLE home_address DROP CONSTRAINT home_address_ended_on_check")
    op.execute("ALTER TABLE home_address ADD CONSTRAINT home_address_ended_on_check CHECK (ended_on >= started_on)")
    op.execute("ALTER TABLE home_stay DROP CONSTRAINT home_stay_ended_on_check")
    op.execute("ALTER TABLE home_stay ADD CONSTRAINT home_stay_ended_on_check CHECK (ended_on >= started_on)")
    op.execute("ALTER TABLE legal_status DROP CONSTRAINT legal_status_ended_on_check")
    op.execute("ALTER TABLE legal_status ADD CONSTRAINT legal_status_ended_on_check CHECK (ended_on >= started_on)")
    op.execute("ALTER TABLE placement DROP CONSTRAINT placement_ended_on_check")
    op.execute("ALTER TABLE placement ADD CONSTRAINT placement_ended_on_check CHECK (ended_on >= started_on)")
    op.execute("ALTER TABLE sibling_bond DROP CONSTRAINT sibling_bond_ended_on_check")
    op.execute("ALTER TABLE sibling_bond ADD CONSTRAINT sibling_bond_ended_on_check CHECK (ended_on >= started_on)")
    op.execute("ALTER TABLE support_service DROP CONSTRAINT support_service_ended_on_check")
    op.execute(
        "ALTER TABLE support_service ADD CONSTRAINT support_service_ended_on_check CHECK (ended_on >= started_on)"
    )
    op.execute("ALTER TABLE temporary_stay DROP CONSTRAINT temporary_stay_ended_on_check")
    op.execute("ALTER TABLE temporary_stay ADD CONSTRAINT temporary_stay_ended_on_check CHECK (ended_on >= started_on)")


def downgrade() -> None:
    # Where rows end on their first day it refuses and loses none: whoever goes back sets them right first.
    op.execute("ALTER TABLE care_episode DROP CONSTRAINT care_episode_ended_on_check")
    op.execute("ALTER TABLE care_episode ADD CONSTRAINT care_episode_ended_on_check CHECK (ended_on > started_on)")
    op.execute("ALTER TABLE caregiver_assignment DROP CONSTRAINT caregiver_assignment_ended_on_check")
    op.execute(
        "ALTER TABLE caregiver_assignment ADD CONSTRAINT caregiver_assignment_ended_on_check CHECK (ended_on > started_on)"
    )
    op.execute("ALTER TABLE community_link DROP CONSTRAINT community_link_ended_on_check")
    op.execute("ALTER TABLE community_link ADD CONSTRAINT community_link_ended_on_check CHECK (ended_on > started_on)")
    op.execute("ALTER TABLE guardianship DROP CONSTRAINT guardianship_ended_on_check")
    op.execute("ALTER TABLE guardianship ADD CONSTRAINT guardianship_ended_on_check CHECK (ended_on > started_on)")
    op.execute("ALTER TABLE home_address DROP CONSTRAINT home_address_ended_on_check")
    op.execute("ALTER TABLE home_address ADD CONSTRAINT home_address_ended_on_check CHECK (ended_on > started_on)")
    op.execute("ALTER TABLE home_stay DROP CONSTRAINT home_stay_ended_on_check")
    op.execute("ALTER TABLE home_stay ADD CONSTRAINT home_stay_ended_on_check CHECK (ended_on > started_on)")
    op.execute("ALTER TABLE legal_status DROP CONSTRAINT legal_status_ended_on_check")
    op.execute("ALTER TABLE legal_status ADD CONSTRAINT legal_status_ended_on_check CHECK (ended_on > started_on)")
    op.execute("ALTER TABLE placement DROP CONSTRAINT placement_ended_on_check")
    op.execute("ALTER TABLE placement ADD CONSTRAINT placement_ended_on_check CHECK (ended_on > started_on)")
    op.execute("ALTER TABLE sibling_bond DROP CONSTRAINT sibling_bond_ended_on_check")
    op.execute("ALTER TABLE sibling_bond ADD CONSTRAINT sibling_bond_ended_on_check CHECK (ended_on > started_on)")
    op.execute("ALTER TABLE support_service DROP CONSTRAINT support_service_ended_on_check")
    op.execute(
        "ALTER TABLE support_service ADD CONSTRAINT support_service_ended_on_check CHECK (ended_on > started_on)"
    )
    op.execute("ALTER TABLE temporary_stay DROP CONSTRAINT temporary_stay_ended_on_check")
    op.execute("ALTER TABLE temporary_stay ADD CONSTRAINT temporary_stay_ended_on_check CHECK (ended_on > started_on)")
