"""The day on which a child died."""

from __future__ import annotations

from alembic import op

revision = "0009"
down_revision = "0008"


def upgrade() -> None:
    op.execute("ALTER TABLE child ADD COLUMN died_on DATE")
    op.execute(
        """
        ALTER TABLE child ADD COLUMN died_on_precision TEXT COLLATE "C"
        """
    )
    op.execute(
        "ALTER TABLE child ADD CONSTRAINT child_died_on_precision_check CHECK (died_on_precision IN ('DAY', 'MONTH', 'YEAR', 'ESTIMATED'))"
    )
    op.execute(
        "ALTER TABLE child ADD CONSTRAINT child_died_on_precision_known CHECK ((died_on IS NULL) = (died_on_precision IS NULL))"
    )
    op.execute(
        "COMMENT ON COLUMN child.died_on IS 'The day on which the child died, or the first day of the time that is known; empty while it lives.'"
    )
    op.execute("COMMENT ON COLUMN child.died_on_precision IS 'How much of the day of death is known.'")
    op.execute(
        "GRANT SELECT (died_on, died_on_precision), UPDATE (died_on, died_on_precision) ON child TO hearth_caseworker"
    )
    op.execute(
        "GRANT SELECT (died_on, died_on_precision), INSERT (died_on, died_on_precision), UPDATE (died_on, died_on_precision) ON child TO hearth_office"
    )
    # An age needs the day of death, and lists of children are read from this index alone.
    op.execute("DROP INDEX child_sex_idx")
    op.execute(
        "CREATE INDEX child_sex_idx ON child (country_code, sex, birth_date, id)"
        " INCLUDE (programme_id, given_name, family_name, died_on)"
    )
    # Ends by death are said of the child now, and open ties end with it. Where a fact of a later day stands against the
    # death, or there are several, nothing is written: hearth migrate lists those. The owner sees no row while row
    # security is forced.
    op.execute("ALTER TABLE child NO FORCE ROW LEVEL SECURITY")
    op.execute("ALTER TABLE placement NO FORCE ROW LEVEL SECURITY")
    op.execute("ALTER TABLE community_link NO FORCE ROW LEVEL SECURITY")
    op.execute("ALTER TABLE history_personal NO FORCE ROW LEVEL SECURITY")
    op.execute("ALTER TABLE history_sensitive NO FORCE ROW LEVEL SECURITY")
    op.execute("ALTER TABLE change NO FORCE ROW LEVEL SECURITY")
    op.execute("ALTER TABLE change_counter NO FORCE ROW LEVEL SECURITY")
    op.execute(
        """
        WITH ended AS (
          SELECT country_code, child_id, min(ended_on) AS died_on
          FROM placement
          WHERE end_reason = 'DEATH' AND voided_at IS NULL
          GROUP BY country_code, child_id
          HAVING count(*) = 1
        ), death AS (
          SELECT e.country_code, e.child_id, e.died_on, day.today
          FROM ended e
            JOIN child c ON c.country_code = e.country_code AND c.id = e.child_id
            JOIN country k ON k.code = e.country_code
            CROSS JOIN LATERAL (SELECT (now() AT TIME ZONE k.time_zone)::date AS today) day
          WHERE e.died_on <= day.today
            AND (c.birth_date IS NULL OR c.birth_date <= e.died_on)
            AND NOT EXISTS (
              SELECT FROM placement p
              WHERE p.country_code = e.country_code AND p.child_id = e.child_id AND p.voided_at IS NULL
                AND (p.started_on > e.died_on OR coalesce(p.ended_on, 'infinity') > e.died_on + 1)
            )
            AND NOT EXISTS (
              SELECT FROM community_link l
              WHERE l.country_code = e.country_code AND l.child_id = e.child_id
                AND (l.started_on > e.died_on OR l.ended_on > e.died_on + 1)
                AND coalesce(l.ended_on, 'infinity') > l.started_on + 1
                AND (l.started_on > e.died_on OR l.ended_on <= day.today)
            )
        ), tie AS (
          SELECT l.country_code, l.id, l.ended_on AS was, greatest(d.died_on, l.started_on + 1) AS ended_on
          FROM community_link l JOIN death d ON d.country_code = l.country_code AND d.child_id = l.child_id
          WHERE l.ended_on IS NULL OR l.ended_on > d.today
        ), said AS (
          UPDATE child c
          SET died_on = d.died_on, died_on_precision = 'DAY', version = c.version + 1, updated_at = now()
          FROM death d
          WHERE c.country_code = d.country_code AND c.id = d.child_id
          RETURNING c.country_code, c.id, c.version, c.programme_id, c.died_on
        ), untied AS (
          UPDATE community_link l
          SET ended_on = t.ended_on, version = l.version + 1, updated_at = now()
          FROM tie t
          WHERE l.country_code = t.country_code AND l.id = t.id
          RETURNING l.country_code, l.id, l.version, l.programme_id, t.was, l.ended_on
        ), personal AS (
          INSERT INTO history_personal
            (country_code, type, row_id, version, programme_id, issuer, subject, operation, reason, before, after)
          SELECT country_code, 'Child', id, version, programme_id, 'hearth', 'migrate', 'migrate',
            'The placement ended by death.',
            jsonb_build_object('diedOn', null, 'diedOnPrecision', null),
            jsonb_build_object('diedOn', died_on, 'diedOnPrecision', 'DAY')
          FROM said
          RETURNING row_id
        ), sensitive AS (
          INSERT INTO history_sensitive
            (country_code, type, row_id, version, programme_id, issuer, subject, operation, reason, before, after)
          SELECT country_code, 'CommunityLink', id, version, programme_id, 'hearth', 'migrate', 'migrate',
            'The placement ended by death.',
            jsonb_build_object('endedOn', was), jsonb_build_object('endedOn', ended_on)
          FROM untied
          RETURNING row_id
        ), touched AS (
          SELECT country_code, 'Child' AS type, id, programme_id FROM said
          UNION ALL
          SELECT country_code, 'CommunityLink', id, programme_id FROM untied
        ), counter AS (
          INSERT INTO change_counter AS taken (country_code, last)
          SELECT country_code, count(*) FROM touched GROUP BY country_code
          ON CONFLICT (country_code) DO UPDATE SET last = taken.last + excluded.last
          RETURNING taken.country_code, taken.last
        )
        INSERT INTO change (country_code, number, type, row_id, kind, programme_id)
        SELECT t.country_code,
          c.last - count(*) OVER of_country + row_number() OVER (of_country ORDER BY t.type, t.id),
          t.type, t.id, 'UPDATED', t.programme_id
        FROM touched t JOIN counter c ON c.country_code = t.country_code
        WINDOW of_country AS (PARTITION BY t.country_code)
        """
    )
    op.execute("ALTER TABLE change_counter FORCE ROW LEVEL SECURITY")
    op.execute("ALTER TABLE change FORCE ROW LEVEL SECURITY")
    op.execute("ALTER TABLE history_sensitive FORCE ROW LEVEL SECURITY")
    op.execute("ALTER TABLE history_personal FORCE ROW LEVEL SECURITY")
    op.execute("ALTER TABLE community_link FORCE ROW LEVEL SECURITY")
    op.execute("ALTER TABLE placement FORCE ROW LEVEL SECURITY")
    op.execute("ALTER TABLE child FORCE ROW LEVEL SECURITY")


def downgrade() -> None:
    op.execute("DROP INDEX child_sex_idx")
    op.execute(
        "CREATE INDEX child_sex_idx ON child (country_code, sex, birth_date, id)"
        " INCLUDE (programme_id, given_name, family_name)"
    )
    op.execute("ALTER TABLE child DROP COLUMN died_on_precision")
    op.execute("ALTER TABLE child DROP COLUMN died_on")
