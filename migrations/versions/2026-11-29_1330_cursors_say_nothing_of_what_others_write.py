"""Cursors say nothing of what others write."""

from __future__ import annotations

from alembic import op

revision = "202611291330"
down_revision = "0010"


def upgrade() -> None:
    op.execute(
        """
        CREATE FUNCTION hearth_seal(number bigint, secret uuid, scope text) RETURNS text
        LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
        DECLARE
          prefix bytea := uuid_send(secret) || convert_to(scope, 'UTF8');
          near bigint := number >> 32;
          far bigint := number & 4294967295;
          held bigint;
        BEGIN
          -- The beginning of a feed is no secret, and is there before its secret.
          IF number = 0 THEN
            RETURN '0';
          END IF;
          FOR turn IN 1..4 LOOP
            held := far;
            far := near # (substr(sha256(prefix || int8send(far << 8 | turn)), 1, 4)::bigint & 4294967295);
            near := held;
          END LOOP;
          RETURN lpad(to_hex(near), 8, '0') || lpad(to_hex(far), 8, '0');
        END
        $$
        """
    )
    op.execute("REVOKE EXECUTE ON FUNCTION hearth_seal(bigint, uuid, text) FROM PUBLIC")
    op.execute("GRANT EXECUTE ON FUNCTION hearth_seal(bigint, uuid, text) TO hearth_caseworker, hearth_office")
    op.execute(
        """
        CREATE FUNCTION hearth_unseal(sealed text, secret uuid, scope text) RETURNS bigint
        LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
        DECLARE
          prefix bytea := uuid_send(secret) || convert_to(scope, 'UTF8');
          near bigint;
          far bigint;
          held bigint;
          -- No feed comes this far, and a window's end still fits.
          beyond CONSTANT bigint := 4611686018427387904;
        BEGIN
          IF sealed = '0' THEN
            RETURN 0;
          END IF;
          IF secret IS NULL THEN
            RETURN beyond;
          END IF;
          near := ('x' || substr(sealed, 1, 8))::bit(32)::bigint;
          far := ('x' || substr(sealed, 9, 8))::bit(32)::bigint;
          FOR turn IN REVERSE 4..1 LOOP
            held := near;
            near := far # (substr(sha256(prefix || int8send(held << 8 | turn)), 1, 4)::bigint & 4294967295);
            far := held;
          END LOOP;
          held := (near << 32) | far;
          RETURN CASE WHEN held BETWEEN 1 AND beyond THEN held ELSE beyond END;
        END
        $$
        """
    )
    op.execute("REVOKE EXECUTE ON FUNCTION hearth_unseal(text, uuid, text) FROM PUBLIC")
    op.execute("GRANT EXECUTE ON FUNCTION hearth_unseal(text, uuid, text) TO hearth_caseworker, hearth_office")
    op.execute("ALTER TABLE change_counter ADD COLUMN secret UUID DEFAULT gen_random_uuid() NOT NULL")
    op.execute(
        "COMMENT ON COLUMN change_counter.secret IS 'What the numbers of the country''s cursors are sealed with; no answer has it.'"
    )
    op.execute("GRANT SELECT (secret) ON change_counter TO hearth_caseworker")
    op.execute("GRANT SELECT (secret) ON change_counter TO hearth_office")
    op.execute("CREATE INDEX change_programme_id_idx ON change (country_code, programme_id, number)")


def downgrade() -> None:
    op.execute("DROP INDEX change_programme_id_idx")
    op.execute("ALTER TABLE change_counter DROP COLUMN secret")
    op.execute("DROP FUNCTION hearth_unseal(text, uuid, text)")
    op.execute("DROP FUNCTION hearth_seal(bigint, uuid, text)")
