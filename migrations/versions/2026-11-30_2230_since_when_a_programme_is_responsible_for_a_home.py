"""Since when a programme is responsible for a home."""

from __future__ import annotations

from alembic import op

revision = "202611302230"
down_revision = "202611302228"


def upgrade() -> None:
    op.execute("ALTER TABLE home ADD COLUMN responsible_since DATE")
    op.execute(
        "COMMENT ON COLUMN home.responsible_since IS 'The first day on which the present programme is responsible, where another one was before; empty where it has been since the home opened, or nobody has said.'"
    )
    op.execute("ALTER TABLE home ADD CONSTRAINT home_responsible_since_check CHECK (responsible_since >= opened_on)")
    op.execute(
        "GRANT SELECT (country_code, id, version, created_at, updated_at, programme_id, name, form, setting, capacity, locality, opened_on, closed_on, provider, registration_number, ages_from, ages_to, languages, own_children, responsible_since, registration_number_key, voided_at, void_reason, name_order), UPDATE (version, updated_at, locality) ON home TO hearth_caseworker"
    )
    op.execute(
        "GRANT SELECT (country_code, id, version, created_at, updated_at, programme_id, name, form, setting, capacity, locality, opened_on, closed_on, provider, registration_number, ages_from, ages_to, languages, own_children, responsible_since, registration_number_key, voided_at, void_reason, name_order, name_search), INSERT (country_code, id, programme_id, name, form, capacity, locality, opened_on, closed_on, provider, registration_number, ages_from, ages_to, languages, own_children, responsible_since, voided_at, void_reason, name_order, name_search), UPDATE (version, updated_at, programme_id, name, form, capacity, locality, opened_on, closed_on, provider, registration_number, ages_from, ages_to, languages, own_children, responsible_since, voided_at, void_reason, name_order, name_search) ON home TO hearth_office"
    )
    op.execute(
        "GRANT SELECT (country_code, id, programme_id, form, setting, capacity, opened_on, closed_on, voided_at) ON home TO hearth_region"
    )
    op.execute(
        "GRANT SELECT (country_code, id, programme_id, form, setting, capacity, opened_on, closed_on, voided_at) ON home TO hearth_headquarters"
    )
    op.execute(
        "GRANT SELECT (country_code, id, programme_id, form, setting, capacity, opened_on, closed_on, updated_at, voided_at) ON home TO hearth_statistics"
    )
    op.execute("GRANT SELECT, INSERT, UPDATE, MAINTAIN ON home TO hearth_operator")


def downgrade() -> None:
    op.execute("ALTER TABLE home DROP CONSTRAINT home_responsible_since_check")
    op.execute("ALTER TABLE home DROP COLUMN responsible_since")
