"""Links out of their index."""

from __future__ import annotations

from alembic import op

revision = "0008"
down_revision = "0007"


def upgrade() -> None:
    op.execute("DROP INDEX placement_child_id_idx")
    op.execute(
        "CREATE INDEX placement_child_id_idx ON placement (country_code, child_id, id)"
        " INCLUDE (home_id, programme_id, started_on, ended_on, start_reason, end_reason, voided_at)"
    )
    op.execute("DROP INDEX placement_home_id_idx")
    op.execute(
        "CREATE INDEX placement_home_id_idx ON placement (country_code, home_id, id)"
        " INCLUDE (child_id, programme_id, started_on, ended_on, voided_at)"
    )
    op.execute("DROP INDEX community_link_child_id_idx")
    op.execute(
        "CREATE INDEX community_link_child_id_idx ON community_link (country_code, child_id, id)"
        " INCLUDE (programme_id, partner_id, kind, started_on, ended_on)"
    )
    op.execute("DROP INDEX sibling_bond_child_id_idx")
    op.execute(
        "CREATE INDEX sibling_bond_child_id_idx ON sibling_bond (country_code, child_id, id)"
        " INCLUDE (sibling_id, programme_id, started_on, ended_on)"
    )


def downgrade() -> None:
    op.execute("DROP INDEX placement_child_id_idx")
    op.execute("CREATE INDEX placement_child_id_idx ON placement (country_code, child_id, id)")
    op.execute("DROP INDEX placement_home_id_idx")
    op.execute("CREATE INDEX placement_home_id_idx ON placement (country_code, home_id, id)")
    op.execute("DROP INDEX community_link_child_id_idx")
    op.execute("CREATE INDEX community_link_child_id_idx ON community_link (country_code, child_id, id)")
    op.execute("DROP INDEX sibling_bond_child_id_idx")
    op.execute("CREATE INDEX sibling_bond_child_id_idx ON sibling_bond (country_code, child_id, id)")
