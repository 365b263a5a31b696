"""Cursors say of which history they are."""

from __future__ import annotations

from alembic import op

revision = "202611291620"
down_revision = "202611291612"


def upgrade() -> None:
    op.execute("DROP FUNCTION hearth_unseal(text, uuid, text)")
    op.execute("DROP FUNCTION hearth_seal(bigint, uuid, text)")
    op.execute(
        """
        CREATE FUNCTION hearth_secret(country text) RETURNS uuid
        LANGUAGE plpgsql IMMUTABLE AS $$
        BEGIN
          RETURN gen_random_uuid();
        END
        $$
        """
    )
    op.execute("REVOKE EXECUTE ON FUNCTION hearth_secret(text) FROM PUBLIC")
    op.execute("GRANT EXECUTE ON FUNCTION hearth_secret(text) TO hearth_caseworker, hearth_office, hearth_operator")
    op.execute(
        """
        CREATE FUNCTION hearth_history(secret uuid) RETURNS uuid
        LANGUAGE plpgsql STABLE AS $$
        DECLARE
          timeline integer;
          place text := '';
        BEGIN
          IF pg_is_in_recovery() THEN
            timeline := greatest((SELECT timeline_id FROM pg_control_checkpoint()),
              (SELECT min_recovery_end_timeline FROM pg_control_recovery()));
          ELSE
            -- Of the control file the timeline is that of the last checkpoint, which may be from before a promotion.
            timeline := ('x' || left(pg_walfile_name(pg_current_wal_lsn()), 8))::bit(32)::integer;
          END IF;
          -- A feed that has not begun has no secret: there the server, the database and the table stand for it.
          IF secret IS NULL THEN
            SELECT concat_ws('|', s.system_identifier, d.oid, to_regclass('public.change_counter')::oid) INTO place
            FROM pg_control_system() s, pg_database d WHERE d.datname = current_database();
          END IF;
          RETURN encode(substr(sha256(convert_to(concat_ws('|', secret, timeline, place), 'UTF8')), 1, 16), 'hex')::uuid;
        END
        $$
        """
    )
    op.execute("REVOKE EXECUTE ON FUNCTION hearth_history(uuid) FROM PUBLIC")
    op.execute("GRANT EXECUTE ON FUNCTION hearth_history(uuid) TO hearth_caseworker, hearth_office")
    op.execute(
        """
        CREATE FUNCTION hearth_place(number bigint, changed_at timestamptz) RETURNS bigint
        LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
          SELECT (number << 24) | ((extract(epoch FROM changed_at) * 1000000)::bigint & 16777215)
        $$
        """
    )
    op.execute("REVOKE EXECUTE ON FUNCTION hearth_place(bigint, timestamptz) FROM PUBLIC")
    op.execute("GRANT EXECUTE ON FUNCTION hearth_place(bigint, timestamptz) TO hearth_caseworker, hearth_office")
    op.execute(
        """
        CREATE FUNCTION hearth_seal(number bigint, secret uuid, scope text) RETURNS text
        LANGUAGE plpgsql STABLE AS $$
        DECLARE
          prefix bytea := uuid_send(secret) || convert_to(scope, 'UTF8');
          near bigint := number >> 32;
          far bigint := number & 4294967295;
          held bigint;
        BEGIN
          -- The beginning of a feed is there before its secret, and looks the same whether others have written or not.
          IF number = 0 THEN
            prefix := uuid_send(hearth_history(NULL)) || convert_to(scope, 'UTF8');
            RETURN '0000' || left(encode(sha256(prefix), 'hex'), 12);
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
        LANGUAGE plpgsql STABLE AS $$
        DECLARE
          prefix bytea := uuid_send(secret) || convert_to(scope, 'UTF8');
          near bigint := ('x' || substr(sealed, 1, 8))::bit(32)::bigint;
          far bigint := ('x' || substr(sealed, 9, 8))::bit(32)::bigint;
          held bigint;
          -- No feed comes this far, and a window's end still fits.
          beyond CONSTANT bigint := 4611686018427387904;
        BEGIN
          -- Few other places begin so; it is dear to ask for the server.
          IF left(sealed, 4) = '0000' AND sealed = hearth_seal(0, NULL, scope) THEN
            RETURN 0;
          END IF;
          IF secret IS NULL THEN
            RETURN beyond;
          END IF;
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
    op.execute("ALTER TABLE change_counter DROP COLUMN secret")
    op.execute(
        "ALTER TABLE change_counter ADD COLUMN secret UUID GENERATED ALWAYS AS (hearth_secret(country_code)) STORED NOT NULL"
    )
    op.execute(
        "COMMENT ON COLUMN change_counter.secret IS 'What the numbers of the country''s cursors are sealed with; no answer has it.'"
    )
    op.execute("GRANT SELECT (secret) ON change_counter TO hearth_caseworker")
    op.execute("GRANT SELECT (secret) ON change_counter TO hearth_office")


def downgrade() -> None:
    op.execute("DROP FUNCTION hearth_unseal(text, uuid, text)")
    op.execute("DROP FUNCTION hearth_seal(bigint, uuid, text)")
    op.execute("DROP FUNCTION hearth_place(bigint, timestamptz)")
    op.execute("DROP FUNCTION hearth_history(uuid)")
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
    op.execute("ALTER TABLE change_counter DROP COLUMN secret")
    op.execute("DROP FUNCTION hearth_secret(text)")
    op.execute("ALTER TABLE change_counter ADD COLUMN secret UUID DEFAULT gen_random_uuid() NOT NULL")
    op.execute(
        "COMMENT ON COLUMN change_counter.secret IS 'What the numbers of the country''s cursors are sealed with; no answer has it.'"
    )
    op.execute("GRANT SELECT (secret) ON change_counter TO hearth_caseworker")
    op.execute("GRANT SELECT (secret) ON change_counter TO hearth_office")
