"""Parts of countries with rules of their own."""

from __future__ import annotations

from alembic import op

revision = "202611301255"
down_revision = "202611301215"


def upgrade() -> None:
    op.execute(
        """
        CREATE TABLE jurisdiction (
          code TEXT COLLATE "C" NOT NULL,
          name TEXT COLLATE "C" NOT NULL,
          PRIMARY KEY (code, name)
        )
        """
    )
    op.execute(
        "COMMENT ON TABLE jurisdiction IS 'A part of a country with rules of its own: programmes stand in it, and a pack that is laid down keeps it then.'"
    )
    op.execute("COMMENT ON COLUMN jurisdiction.code IS 'The country''s ISO 3166-1 alpha-2 code.'")
    op.execute("COMMENT ON COLUMN jurisdiction.name IS 'The part, as the country''s pack names it.'")
    op.execute("GRANT SELECT (code, name) ON jurisdiction TO hearth_caseworker")
    op.execute("GRANT SELECT (code, name) ON jurisdiction TO hearth_office")
    op.execute("GRANT SELECT (code, name) ON jurisdiction TO hearth_region")
    op.execute("GRANT SELECT (code, name) ON jurisdiction TO hearth_headquarters")
    op.execute("GRANT SELECT, INSERT, UPDATE, MAINTAIN ON jurisdiction TO hearth_operator")
    op.execute(
        """
        ALTER TABLE programme ADD COLUMN jurisdiction TEXT COLLATE "C"
        """
    )
    op.execute(
        "COMMENT ON COLUMN programme.jurisdiction IS 'The part of the country in which it stands, where the country''s pack names parts: the rules of that part hold for its children and homes. Empty where the rules of the whole country do.'"
    )
    op.execute(
        "ALTER TABLE programme ADD CONSTRAINT programme_jurisdiction_fkey FOREIGN KEY(country_code, jurisdiction) REFERENCES jurisdiction (code, name)"
    )
    op.execute("CREATE INDEX programme_jurisdiction_idx ON programme (country_code, jurisdiction, id)")
    op.execute(
        "GRANT SELECT (country_code, id, version, created_at, updated_at, name, kind, started_on, ended_on, annual_budget, jurisdiction, people_reached, voided_at, void_reason, name_order) ON programme TO hearth_caseworker"
    )
    op.execute(
        "GRANT SELECT (country_code, id, version, created_at, updated_at, name, kind, started_on, ended_on, annual_budget, jurisdiction, people_reached, voided_at, void_reason, name_order, name_root_order), INSERT (country_code, id, name, kind, started_on, ended_on, annual_budget, jurisdiction, people_reached, voided_at, void_reason, name_order, name_root_order), UPDATE (version, updated_at, name, kind, started_on, ended_on, annual_budget, jurisdiction, people_reached, voided_at, void_reason, name_order, name_root_order) ON programme TO hearth_office"
    )
    op.execute(
        "GRANT SELECT (country_code, id, version, created_at, updated_at, name, kind, started_on, ended_on, annual_budget, jurisdiction, people_reached, voided_at, name_root_order) ON programme TO hearth_region"
    )
    op.execute(
        "GRANT SELECT (country_code, id, version, created_at, updated_at, name, kind, started_on, ended_on, annual_budget, jurisdiction, people_reached, voided_at, name_root_order) ON programme TO hearth_headquarters"
    )
    op.execute(
        "GRANT SELECT (country_code, id, kind, started_on, ended_on, voided_at) ON programme TO hearth_statistics"
    )
    op.execute("GRANT SELECT, INSERT, UPDATE, MAINTAIN ON programme TO hearth_operator")


def downgrade() -> None:
    op.execute("DROP INDEX programme_jurisdiction_idx")
    op.execute("ALTER TABLE programme DROP CONSTRAINT programme_jurisdiction_fkey")
    op.execute("ALTER TABLE programme DROP COLUMN jurisdiction")
    op.execute("DROP TABLE jurisdiction")
