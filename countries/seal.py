"""Numbers of a country's feed as a client sees them: sealed, so that they say nothing of what others write.

A number counts all writes of its country. Told as it is, two of them would say how many writes lie between, also to a
caseworker who sees none of those. So a cursor holds the number as a permutation of 64 bits turns it around: four rounds
of a Feistel network whose round function is SHA-256 over the country's secret, the caller's scope, one half and the
round. The secret is made by the database, stands beside the country's counter, and is no part of any answer. Whoever
makes a cursor up hits a number that the feed has come to in one of 2^64 / n tries, and learns nothing by missing.

The statement itself seals and unseals: what PostgreSQL writes goes to the client as it is.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from countries.caller import Tier

if TYPE_CHECKING:
    from collections.abc import Iterator

# Written twice, because a function inside a function costs more than all four rounds; SHA-256 begins with the secret.
SEAL = """
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
""".strip()
"""`hearth_seal(number, secret, scope)`: sixteen hexadecimal digits, or `0`."""

UNSEAL = """
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
""".strip()
"""`hearth_unseal(sealed, secret, scope)`: the number; what was never sealed leads beyond every feed."""

FUNCTIONS = {
    "hearth_seal(bigint, uuid, text)": SEAL,
    "hearth_unseal(text, uuid, text)": UNSEAL,
}


def seal_statements() -> Iterator[str]:
    """The functions, callable by the tiers that act within one country: nobody else reads a feed."""
    readers = ", ".join(tier.login for tier in Tier if tier.is_national)
    for signature, text in FUNCTIONS.items():
        yield text
        yield f"REVOKE EXECUTE ON FUNCTION {signature} FROM PUBLIC"
        yield f"GRANT EXECUTE ON FUNCTION {signature} TO {readers}"
