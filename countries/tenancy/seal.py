"""Numbers of a country's feed as a client sees them: of one history, and sealed, so that they say nothing of others.

A number counts all writes of its country. Told as it is, two of them would say how many writes lie between, also to a
caseworker who sees none of those. So a cursor holds the number as a permutation of 64 bits turns it around: four rounds
of a Feistel network whose round function is SHA-256 over the history, the caller's scope, one half and the round.
Whoever makes a cursor up hits a change in one of 2^64 / n tries, and learns nothing by missing.

A number alone does not say of which history it is: after a restore others are given the same numbers. So

    the secret     of a country is a generated column: no dump, COPY or export holds it, and each row that comes back
                   gets another one
    the timeline   is another one after a recovery to a point in time, and after a promotion
    the mark       is the microsecond in which the change was written, in turns of 16 seconds: it stands in the cursor
                   beside the number, and tells a copy of the files that was started without a recovery

The first two make the history, with which numbers are sealed; the third is compared with the change itself. Nothing is
remembered outside the statement: all processes agree, and a promotion needs nobody to notice it.

The statement itself seals and unseals: what PostgreSQL writes goes to the client as it is.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from countries.tenancy.caller import Tier
from countries.tenancy.logins import OPERATOR

if TYPE_CHECKING:
    from collections.abc import Iterator

    import asyncpg

MARK_BITS = 24
"""How many bits of a place are its mark, as `hearth_place` makes it; 38 are left to the number."""

# Called immutable because a generated column takes nothing else: PostgreSQL works it out where a row comes in, and
# again where the country of a row is set. It is called with a column, so that no plan holds what it answered.
SECRET = """
CREATE FUNCTION hearth_secret(country text) RETURNS uuid
LANGUAGE plpgsql IMMUTABLE AS $$
BEGIN
  RETURN gen_random_uuid();
END
$$
""".strip()
"""`hearth_secret(country)`: another one at each call."""

HISTORY = """
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
""".strip()
"""`hearth_history(secret)`: of which history a country's feed is; null stands for a feed that has not begun."""

PLACE = """
CREATE FUNCTION hearth_place(number bigint, changed_at timestamptz) RETURNS bigint
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT (number << 24) | ((extract(epoch FROM changed_at) * 1000000)::bigint & 16777215)
$$
""".strip()
"""`hearth_place(number, changed_at)`: the number of a change, and its mark."""

# Written twice, because a function inside a function costs more than all four rounds; SHA-256 begins with the history.
SEAL = """
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
""".strip()
"""`hearth_seal(place, history, scope)`: sixteen hexadecimal digits; those of the beginning begin with `0000`."""

UNSEAL = """
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
""".strip()
"""`hearth_unseal(sealed, history, scope)`: the place; what was never sealed, or in another history, leads elsewhere."""

FUNCTIONS = {
    "hearth_secret(text)": SECRET,
    "hearth_history(uuid)": HISTORY,
    "hearth_place(bigint, timestamptz)": PLACE,
    "hearth_seal(bigint, uuid, text)": SEAL,
    "hearth_unseal(text, uuid, text)": UNSEAL,
}


def seal_statements() -> Iterator[str]:
    """The functions, callable by the tiers that act within one country: nobody else reads a feed.

    The operator adds rows of the counter, and each of them makes its secret.
    """
    readers = [tier.login for tier in Tier if tier.is_national]
    for signature, text in FUNCTIONS.items():
        yield text
        yield f"REVOKE EXECUTE ON FUNCTION {signature} FROM PUBLIC"
        callers = [*readers, OPERATOR] if text is SECRET else readers
        yield f"GRANT EXECUTE ON FUNCTION {signature} TO {', '.join(callers)}"


async def begin_new_histories(operator: asyncpg.Connection[asyncpg.Record], country: str | None = None) -> int:
    """Make every cursor of a country's feed, or of all, one of before: their clients load everything again.

    Recoveries, promotions and restored dumps need nobody to call this. A copy of the server's files that is started as
    it is does, for clients that had heard of nothing that it lacks, and hold it all the same.

    Args:
        operator: a connection as the operator.
        country: its code; none for all.

    Returns:
        How many feeds that were.
    """
    # Setting the column that the secret is generated from generates it anew.
    told = await operator.execute(
        "UPDATE change_counter SET country_code = country_code WHERE country_code = coalesce($1::text, country_code)",
        country,
    )
    return int(told.rpartition(" ")[2])
