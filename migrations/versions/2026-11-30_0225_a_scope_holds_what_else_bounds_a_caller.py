"""A scope holds what else bounds a caller."""

from __future__ import annotations

from alembic import op

revision = "202611300225"
down_revision = "202611300010"


def upgrade() -> None:
    op.execute(
        """
        CREATE OR REPLACE FUNCTION hearth_scope(country text, countries text, programmes text) RETURNS void
        LANGUAGE plpgsql AS $$
        BEGIN
          -- Always all of them, one statement each: what an earlier transaction left behind is overwritten,
          -- and the workers of a distributed server hear of each.
          EXECUTE format('SET LOCAL hearth.country = %L', country);
          EXECUTE format('SET LOCAL hearth.countries = %L', countries);
          EXECUTE format('SET LOCAL hearth.programmes = %L', programmes);
          -- What bounds few callers is empty for all others.
          IF current_setting('hearth.groups', true) <> '' THEN SET LOCAL hearth.groups = ''; END IF;
          IF current_setting('hearth.own', true) <> '' THEN SET LOCAL hearth.own = ''; END IF;
          IF current_setting('hearth.persons', true) <> '' THEN SET LOCAL hearth.persons = ''; END IF;
        END
        $$
        """
    )
    op.execute(
        """
        CREATE FUNCTION hearth_scope(country text, countries text, programmes text, names text[], texts text[]) RETURNS void
        LANGUAGE plpgsql AS $$
        BEGIN
          PERFORM hearth_scope(country, countries, programmes);
          FOR place IN 1 .. cardinality(names) LOOP
            EXECUTE format('SET LOCAL hearth.%I = %L', names[place], texts[place]);
          END LOOP;
        END
        $$
        """
    )
    op.execute("REVOKE EXECUTE ON FUNCTION hearth_scope(text, text, text, text[], text[]) FROM PUBLIC")
    op.execute(
        "GRANT EXECUTE ON FUNCTION hearth_scope(text, text, text, text[], text[]) TO hearth_caseworker, hearth_office, hearth_region, hearth_headquarters, hearth_auditor"
    )


def downgrade() -> None:
    op.execute("DROP FUNCTION hearth_scope(text, text, text, text[], text[])")
    op.execute(
        """
        CREATE OR REPLACE FUNCTION hearth_scope(country text, countries text, programmes text) RETURNS void
        LANGUAGE plpgsql AS $$
        BEGIN
          -- Always all of them, one statement each: what an earlier transaction left behind is overwritten,
          -- and the workers of a distributed server hear of each.
          EXECUTE format('SET LOCAL hearth.country = %L', country);
          EXECUTE format('SET LOCAL hearth.countries = %L', countries);
          EXECUTE format('SET LOCAL hearth.programmes = %L', programmes);
        END
        $$
        """
    )
