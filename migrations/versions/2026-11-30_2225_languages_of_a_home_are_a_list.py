"""Languages of a home are a list."""

from __future__ import annotations

from alembic import op

revision = "202611302225"
down_revision = "202611302217"


def upgrade() -> None:
    op.execute(
        r"""
        ALTER TABLE home ALTER COLUMN languages TYPE text[] COLLATE "C" USING string_to_array(nullif(
          btrim(regexp_replace(regexp_replace(languages, '["\\]', '', 'g'), '[\s,;]+', ' ', 'g')), ''), ' ')
        """
    )
    op.execute(
        "COMMENT ON COLUMN home.languages IS 'ISO 639 codes of the languages that are spoken there, the most spoken first.'"
    )
    # What the history says of them is read as they are today.
    op.execute("ALTER TABLE history_sensitive NO FORCE ROW LEVEL SECURITY")
    op.execute(
        r"""
        UPDATE history_sensitive SET before = jsonb_set(before, '{languages}', ('["' || replace(btrim(regexp_replace(
          regexp_replace(before ->> 'languages', '["\\]', '', 'g'), '[\s,;]+', ' ', 'g')), ' ', '","') || '"]')::jsonb)
        WHERE type = 'Home' AND jsonb_typeof(before -> 'languages') = 'string'
        """
    )
    op.execute(
        r"""
        UPDATE history_sensitive SET after = jsonb_set(after, '{languages}', ('["' || replace(btrim(regexp_replace(
          regexp_replace(after ->> 'languages', '["\\]', '', 'g'), '[\s,;]+', ' ', 'g')), ' ', '","') || '"]')::jsonb)
        WHERE type = 'Home' AND jsonb_typeof(after -> 'languages') = 'string'
        """
    )
    op.execute("ALTER TABLE history_sensitive FORCE ROW LEVEL SECURITY")


def downgrade() -> None:
    op.execute("ALTER TABLE history_sensitive NO FORCE ROW LEVEL SECURITY")
    op.execute(
        r"""
        UPDATE history_sensitive SET before = jsonb_set(before, '{languages}',
          ('"' || regexp_replace(before ->> 'languages', '[\[\]",]', '', 'g') || '"')::jsonb)
        WHERE type = 'Home' AND jsonb_typeof(before -> 'languages') = 'array'
        """
    )
    op.execute(
        r"""
        UPDATE history_sensitive SET after = jsonb_set(after, '{languages}',
          ('"' || regexp_replace(after ->> 'languages', '[\[\]",]', '', 'g') || '"')::jsonb)
        WHERE type = 'Home' AND jsonb_typeof(after -> 'languages') = 'array'
        """
    )
    op.execute("ALTER TABLE history_sensitive FORCE ROW LEVEL SECURITY")
    op.execute(
        "COMMENT ON COLUMN home.languages IS 'ISO 639 codes of the languages that are spoken there, a space between: `sw en`.'"
    )
    op.execute(
        """ALTER TABLE home ALTER COLUMN languages TYPE text COLLATE "C" USING array_to_string(languages, ' ')"""
    )
