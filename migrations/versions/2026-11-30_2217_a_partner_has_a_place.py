"""A partner has a place."""

from __future__ import annotations

from alembic import op

revision = "202611302217"
down_revision = "202611302216"


def upgrade() -> None:
    op.execute("ALTER TABLE community_partner ADD COLUMN latitude_e2 INTEGER")
    op.execute(
        "COMMENT ON COLUMN community_partner.latitude_e2 IS 'How far north of the equator it is, in hundredths of a degree, a kilometre or so; below 0 south of it.'"
    )
    op.execute("ALTER TABLE community_partner ADD COLUMN longitude_e2 INTEGER")
    op.execute(
        "COMMENT ON COLUMN community_partner.longitude_e2 IS 'How far east of Greenwich, in hundredths of a degree; below 0 west of it.'"
    )
    op.execute(
        "ALTER TABLE community_partner ADD CONSTRAINT community_partner_latitude_check CHECK (latitude_e2 >= -9000 AND latitude_e2 <= 9000)"
    )
    op.execute(
        "ALTER TABLE community_partner ADD CONSTRAINT community_partner_longitude_check CHECK (longitude_e2 >= -18000 AND longitude_e2 <= 18000)"
    )
    op.execute(
        "GRANT SELECT (country_code, id, version, created_at, updated_at, name, kind, locality, latitude_e2, longitude_e2, voided_at, void_reason, name_order, name_search), INSERT (country_code, id, name, kind, locality, latitude_e2, longitude_e2, name_order, name_search), UPDATE (version, updated_at, name, kind, locality, latitude_e2, longitude_e2, name_order, name_search) ON community_partner TO hearth_caseworker"
    )
    op.execute(
        "GRANT SELECT (country_code, id, version, created_at, updated_at, name, kind, locality, latitude_e2, longitude_e2, voided_at, void_reason, name_order, name_search), INSERT (country_code, id, name, kind, locality, latitude_e2, longitude_e2, voided_at, void_reason, name_order, name_search), UPDATE (version, updated_at, name, kind, locality, latitude_e2, longitude_e2, voided_at, void_reason, name_order, name_search) ON community_partner TO hearth_office"
    )
    op.execute("GRANT SELECT, INSERT, UPDATE, MAINTAIN ON community_partner TO hearth_operator")


def downgrade() -> None:
    op.execute("ALTER TABLE community_partner DROP CONSTRAINT community_partner_longitude_check")
    op.execute("ALTER TABLE community_partner DROP CONSTRAINT community_partner_latitude_check")
    op.execute("ALTER TABLE community_partner DROP COLUMN longitude_e2")
    op.execute("ALTER TABLE community_partner DROP COLUMN latitude_e2")
