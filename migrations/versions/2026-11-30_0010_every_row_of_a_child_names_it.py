"""Every row of a child names it."""

from __future__ import annotations

from alembic import op

revision = "202611300010"
down_revision = "202611291655"
contracts = True
"""A server of before records an exception without its child."""


def upgrade() -> None:
    op.execute("ALTER TABLE placement_exception ADD COLUMN child_id UUID")
    # The owner sees no row while row security is forced.
    op.execute("ALTER TABLE placement NO FORCE ROW LEVEL SECURITY")
    op.execute("ALTER TABLE placement_exception NO FORCE ROW LEVEL SECURITY")
    op.execute(
        """
        UPDATE placement_exception e SET child_id = p.child_id
        FROM placement p
        WHERE p.country_code = e.country_code AND p.id = e.placement_id
        """
    )
    op.execute("ALTER TABLE placement_exception FORCE ROW LEVEL SECURITY")
    op.execute("ALTER TABLE placement FORCE ROW LEVEL SECURITY")
    op.execute("ALTER TABLE placement_exception ALTER COLUMN child_id SET NOT NULL")
    op.execute(
        "ALTER TABLE placement_exception ADD CONSTRAINT placement_exception_child_id_fkey FOREIGN KEY(country_code, child_id) REFERENCES child (country_code, id)"
    )
    op.execute("CREATE INDEX placement_exception_child_id_idx ON placement_exception (country_code, child_id, id)")
    op.execute("COMMENT ON COLUMN placement_exception.child_id IS 'The child.'")
    op.execute("COMMENT ON COLUMN sibling_bond.programme_id IS 'The programme that is responsible for the child.'")
    op.execute("GRANT SELECT (child_id), INSERT (child_id) ON placement_exception TO hearth_caseworker, hearth_office")


def downgrade() -> None:
    op.execute(
        "COMMENT ON COLUMN sibling_bond.programme_id IS 'The programme that is responsible for the child who holds the bond.'"
    )
    op.execute("ALTER TABLE placement_exception DROP COLUMN child_id")
