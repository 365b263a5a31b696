"""Variables for the examples that name rows: ids of the test's own world in the places of those that are shown."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from graph.entities import graph_model

if TYPE_CHECKING:
    from collections.abc import Mapping
    from uuid import UUID

    import asyncpg

    Operator = asyncpg.Connection[asyncpg.Record]

CHILD = """
SELECT c.id, c.version, c.programme_id FROM child c JOIN placement p ON p.country_code = c.country_code
  AND p.child_id = c.id AND p.ended_on IS NULL WHERE c.country_code = 'BE' AND NOT EXISTS (
    SELECT FROM sibling_bond b WHERE b.country_code = c.country_code AND b.child_id = c.id AND b.ended_on IS NULL
  ) ORDER BY c.id LIMIT 1
"""
"""One without brothers and sisters, from whom no example parts it."""
SIBLINGS = """
SELECT b.child_id, b.sibling_id FROM sibling_bond b
  JOIN placement p ON p.country_code = b.country_code AND p.child_id = b.child_id AND p.ended_on IS NULL
  JOIN placement q ON q.country_code = b.country_code AND q.child_id = b.sibling_id AND q.ended_on IS NULL
WHERE b.country_code = 'BE' AND b.ended_on IS NULL ORDER BY 1, 2 LIMIT 1
"""
THIRD = """
SELECT child_id FROM placement WHERE country_code = 'BE' AND ended_on IS NULL AND child_id NOT IN ($1, $2)
ORDER BY child_id LIMIT 1
"""
PLACEMENT = """
SELECT p.id, p.version FROM placement p WHERE p.country_code = 'BE' AND p.ended_on IS NULL
  AND p.started_on < '2026-11-01'
  AND NOT EXISTS (SELECT FROM decision d WHERE d.country_code = p.country_code AND d.placement_id = p.id)
  AND NOT EXISTS (SELECT FROM sibling_bond b WHERE b.country_code = p.country_code AND b.child_id = p.child_id)
  AND NOT EXISTS (SELECT FROM temporary_stay s WHERE s.country_code = p.country_code AND s.placement_id = p.id)
ORDER BY p.id LIMIT 1
"""
HOMES = """
SELECT h.id, h.version, h.programme_id, h.capacity - count(p.id) FILTER (WHERE p.ended_on IS NULL) AS room,
  count(p.id) FILTER (WHERE p.ended_on IS NULL OR p.ended_on > '2026-11-22') AS there
FROM home h LEFT JOIN placement p ON p.country_code = h.country_code AND p.home_id = h.id
WHERE h.country_code = 'BE' AND h.closed_on IS NULL GROUP BY h.country_code, h.id ORDER BY room DESC, h.id
"""
CLOSED = """
UPDATE home SET closed_on = '2026-11-01' WHERE id = (
  SELECT h.id FROM home h WHERE h.country_code = 'BE' AND h.closed_on IS NULL AND NOT EXISTS (
    SELECT FROM placement p WHERE p.country_code = h.country_code AND p.home_id = h.id AND p.ended_on IS NULL
  ) ORDER BY h.id LIMIT 1
) RETURNING id, version
"""
"""A home that was closed by mistake."""
CARES = """
SELECT a.home_id, a.caregiver_id, (SELECT c.id FROM caregiver c WHERE c.country_code = 'BE' AND c.left_on IS NULL
  AND c.programme_id = a.programme_id AND c.id <> a.caregiver_id ORDER BY c.id LIMIT 1) AS other
FROM caregiver_assignment a JOIN home h ON h.country_code = a.country_code AND h.id = a.home_id
WHERE a.country_code = 'BE' AND a.role = 'PARENT' AND a.ended_on IS NULL AND a.voided_at IS NULL ORDER BY a.id LIMIT 1
"""
"""A home, its parent, and another caregiver of the programme."""
OF_PROGRAMME = """
SELECT id FROM caregiver WHERE country_code = 'BE' AND left_on IS NULL AND programme_id = $1 ORDER BY id LIMIT 1
"""
OF_NOBODY = """
SELECT id, version FROM caregiver c WHERE country_code = 'BE' AND left_on IS NULL AND NOT EXISTS (SELECT
  FROM caregiver_assignment a WHERE a.country_code = 'BE' AND a.caregiver_id = c.id AND a.ended_on IS NULL)
ORDER BY id LIMIT 1
"""
LIVES = "SELECT {} FROM placement WHERE country_code = 'BE' AND child_id = $1 AND ended_on IS NULL"
LINK = "SELECT id, version FROM community_link WHERE country_code = 'BE' AND ended_on IS NULL ORDER BY id LIMIT 1"
OTHER = "SELECT id FROM programme WHERE country_code = 'BE' AND ended_on IS NULL AND id <> $1 ORDER BY id LIMIT 1"
STRANGER = """
SELECT c.id FROM child c WHERE c.country_code = 'BE' AND c.id <> $1 AND NOT EXISTS (SELECT FROM sibling_bond b
  WHERE b.country_code = 'BE' AND b.child_id = $1 AND b.sibling_id = c.id) ORDER BY c.id LIMIT 1
"""
TWICE = """
WITH stays AS (
  SELECT c.id, c.version, c.birth_date, range_agg(daterange(p.started_on, p.ended_on)) AS days,
    least(min(p.started_on), (SELECT min(started_on) FROM sibling_bond b WHERE c.id IN (b.child_id, b.sibling_id)),
      (SELECT min(started_on) FROM community_link l WHERE l.child_id = c.id)) AS since,
    bool_or(coalesce(p.ended_on, 'infinity') > '2026-11-01') AS lives,
    array(SELECT b.sibling_id FROM sibling_bond b WHERE b.child_id = c.id) AS siblings
  FROM child c JOIN placement p ON p.country_code = c.country_code AND p.child_id = c.id AND p.voided_at IS NULL
  WHERE c.country_code = 'BE' AND c.died_on IS NULL GROUP BY c.country_code, c.id
)
SELECT a.id, a.version, b.id AS stays FROM stays a JOIN stays b ON b.id <> a.id AND NOT a.days && b.days
  AND b.birth_date < a.since AND NOT a.siblings && (b.id || b.siblings)
WHERE NOT a.lives ORDER BY a.id, b.id LIMIT 1
"""
"""Two records that nothing keeps from being one, but what they say of the child."""
FIRST = "SELECT id, version FROM {} WHERE country_code = 'BE' ORDER BY id LIMIT 1"
"""Of a type of which an example shows any row."""
WAITS = """
SELECT c.id FROM child c WHERE c.country_code = 'BE' AND c.died_on IS NULL AND c.enrolled_on < '2026-11-01'
  AND NOT EXISTS (SELECT FROM care_episode e WHERE e.country_code = 'BE' AND e.child_id = c.id AND e.voided_at IS NULL
    AND coalesce(e.ended_on, 'infinity') > '2026-11-01') ORDER BY c.id LIMIT 1
"""
"""A child who is in nobody's care: it comes, or comes back."""
GOES_ON = """
SELECT id, version FROM care_episode WHERE country_code = 'BE' AND ended_on IS NULL AND voided_at IS NULL
  AND started_on < '2026-11-01' ORDER BY id LIMIT 1
"""
ASKED = """
INSERT INTO gatekeeping_assessment (country_code, id, child_id, programme_id, opened_on, due_on)
SELECT country_code, uuidv7(), id, programme_id, '2026-11-18', '2026-11-21' FROM child
WHERE country_code = 'BE' AND id = $1 RETURNING id, version
"""
"""The question that an example answers."""
TO_DO = """
INSERT INTO task (country_code, id, child_id, programme_id, kind, title, due_on)
SELECT country_code, uuidv7(), id, programme_id, 'OTHER', 'Talk with the school.', '2026-11-30' FROM child
WHERE country_code = 'BE' AND id = $1 RETURNING id, version
"""
"""The task that an example is done with."""
DECIDED = """
INSERT INTO decision (
  country_code, id, child_id, programme_id, kind, decided_on, decided_by, outcome, look_again_on
)
SELECT country_code, uuidv7(), id, programme_id, 'CONTACT', '2026-11-18', 'Court', 'No visits for now.', '2026-12-18'
FROM child WHERE country_code = 'BE' AND id = $1 RETURNING id, version
"""
"""The decision that an example looks at again."""
SHARED = """
SELECT r.id AS relative, r.child_id AS one, q.child_id AS other FROM relative r JOIN relative q
  ON q.country_code = r.country_code AND q.person_id = r.person_id AND q.child_id <> r.child_id
JOIN placement p ON p.country_code = r.country_code AND p.child_id = r.child_id AND p.ended_on IS NULL
WHERE r.country_code = 'BE' AND r.living = 'YES' AND r.contact IN ('ENCOURAGED', 'ALLOWED') AND r.voided_at IS NULL
  AND r.programme_id = q.programme_id ORDER BY r.id LIMIT 1
"""
"""Somebody whom two children share, and both may meet."""
TO_MEET = """
INSERT INTO family_contact (country_code, id, child_id, programme_id, relative_id, kind, event_id, due_on, met_with)
SELECT country_code, uuidv7(), child_id, programme_id, id, 'VISIT', uuidv7(), '2026-11-20', 'PARENT' FROM relative
WHERE country_code = 'BE' AND id = $1 RETURNING id, version
"""
"""The contact that an example says was held, or missed."""
DEATH = """
WITH died AS (
  UPDATE child SET died_on = '2026-11-20', died_on_precision = 'DAY' WHERE country_code = 'BE' AND id = $1 RETURNING id
), ended AS (
  UPDATE placement SET ended_on = '2026-11-20', end_reason = 'DEATH' FROM died
  WHERE country_code = 'BE' AND child_id = died.id AND ended_on IS NULL RETURNING placement.id
)
UPDATE home_stay SET ended_on = '2026-11-20' FROM ended WHERE country_code = 'BE' AND home_stay.id = ended.id
"""
"""The death that an example sets right or takes back."""


async def own_variables(  # noqa: C901 - a line or two for each example that shows rows of its own
    operator: Operator, name: str, shown: Mapping[str, Any]
) -> dict[str, Any]:
    """An example's variables with rows of this world in the places of those that it shows.

    Args:
        operator: sees every row of the world.
        name: the example's file, without its ending.
        shown: the variables beside it.
    """
    child = await one(operator, CHILD)
    roomy = await operator.fetch(HOMES)
    lives_in = await operator.fetchval(LIVES.format("home_id"), child["id"])
    elsewhere = [home for home in roomy if home["id"] != lives_in]
    ids = {"Child": child["id"], "Home": elsewhere[0]["id"], "Programme": child["programme_id"]}
    versions = {"Child": child["version"], "Home": elsewhere[0]["version"]}
    if name in ("end_a_placement", "correct_a_placement", "void_a_placement"):
        row = await one(operator, PLACEMENT)
        ids["Placement"], versions["Placement"] = row["id"], row["version"]
    if name in ("a_respite_weekend", "a_decision_with_the_childs_words"):
        ids["Placement"] = await operator.fetchval(LIVES.format("id"), child["id"])
    if name == "end_a_community_link":
        row = await one(operator, LINK)
        ids["CommunityLink"], versions["CommunityLink"] = row["id"], row["version"]
    if name == "close_a_home":
        empty = next(home for home in roomy if not home["there"])
        ids["Home"], versions["Home"] = empty["id"], empty["version"]
    if name == "reopen_a_home":
        row = await one(operator, CLOSED)
        ids["Home"], versions["Home"] = row["id"], row["version"]
    if name in ("record_an_arrival_in_a_full_home", "admit_a_child_at_night"):
        ids["Home"] = next(home["id"] for home in reversed(elsewhere) if home["room"] <= 0)
    if name == "move_to_a_programme":
        ids["Programme"] = await operator.fetchval(OTHER, child["programme_id"])
    if name == "hand_over_a_home":
        return {**shown, "input": {**shown["input"], **await _handed_over(operator)}}
    await _of_carers(operator, name, ids, versions, (child["programme_id"], elsewhere[0]["programme_id"]))
    await _of_contacts(operator, name, ids, versions)
    if name in ("correct_a_death", "void_a_death"):
        await operator.execute(DEATH, child["id"])
    if name == "make_two_records_one":
        twice = await one(operator, TWICE)
        versions["Child"] = twice["version"]
    await _of_care(operator, name, ids, versions, child["id"])
    for kind in _named(shown) - ids.keys():
        row = await one(operator, FIRST.format(graph_model().by_type[kind].table))
        ids[kind], versions[kind] = row["id"], row["version"]
    found: dict[str, Any] = _with(shown, ids, versions, await _people(operator, name, child["id"]))
    return found


def _named(shown: Any) -> set[str]:  # noqa: ANN401 - any JSON
    """The types whose rows stand in the variables."""
    if isinstance(shown, dict | list):
        inside = shown.values() if isinstance(shown, dict) else shown
        return set[str]().union(*map(_named, inside))
    kind, _, rest = shown.partition("_BE_") if isinstance(shown, str) else ("", "", "")
    return {kind} if rest else set()


async def one(operator: Operator, statement: str) -> asyncpg.Record:
    """The one row that a statement finds."""
    row = await operator.fetchrow(statement)
    assert row is not None
    return row


async def _people(operator: Operator, name: str, child: object) -> dict[str, object]:
    """Children by the last digit of the id that the example shows."""
    if name == "place_siblings":
        row = await one(operator, SIBLINGS)
        return {"1": row["child_id"], "2": row["sibling_id"]}
    if name == "options_for_three_siblings":
        row = await one(operator, SIBLINGS)
        third = await operator.fetchval(THIRD, row["child_id"], row["sibling_id"])
        return {"1": row["child_id"], "2": row["sibling_id"], "3": third}
    if name == "part_siblings":
        return {"4": (await one(operator, SIBLINGS))["child_id"]}
    if name in ("is_a_child_on_record_twice", "place_a_child_elsewhere"):
        return {"6": child, "d": child}
    if name == "make_two_records_one":
        row = await one(operator, TWICE)
        return {"4": row["id"], "5": row["stays"]}
    if name in ("admit_a_registered_child", "open_gatekeeping", "begin_care", "return_for_support"):
        waits = await operator.fetchval(WAITS)
        return {"7": waits, "8": waits, "9": waits}
    if name in ("plan_a_contact", "record_an_afternoon_with_the_family", "contacts_of_a_month"):
        row = await one(operator, SHARED)
        return {"1": row["one"], "2": row["other"]}
    if name == "record_a_relative_of_three":
        row = await one(operator, SHARED)
        return {"1": row["one"], "2": row["other"], "6": await operator.fetchval(STRANGER, row["one"])}
    return {"1": child, "2": child, "3": await operator.fetchval(STRANGER, child)}


def _with(value: Any, ids: Mapping[str, object], versions: Mapping[str, object], people: Mapping[str, object]) -> Any:  # noqa: ANN401 - any JSON
    if isinstance(value, dict):
        told = {key: _with(inner, ids, versions, people) for key, inner in value.items()}
        kind = str(value.get("id", "")).partition("_")[0]
        return told | {"version": versions[kind]} if "version" in value and kind in versions else told
    if isinstance(value, list):
        return [_with(item, ids, versions, people) for item in value]
    kind, _, rest = value.partition("_BE_") if isinstance(value, str) else ("", "", "")
    if not rest or kind not in ids:
        return value
    if kind == "Child":
        # The one who is about to be admitted is nobody's row yet.
        return f"Child_BE_{people[value[-1]]}" if value[-1] in people else value
    return f"{kind}_BE_{ids[kind]}"


async def _of_carers(
    operator: Operator, name: str, ids: dict[str, Any], versions: dict[str, Any], programmes: tuple[UUID, UUID]
) -> None:
    """Caregivers of the child's programme, of the home's, or of nobody; and a programme that is not theirs."""
    if name in ("move_a_caregiver", "end_a_caregiver"):
        row = await one(operator, OF_NOBODY)
        ids["Caregiver"], versions["Caregiver"] = row["id"], row["version"]
        own = await operator.fetchval("SELECT programme_id FROM caregiver WHERE id = $1", row["id"])
        ids["Programme"] = await operator.fetchval(OTHER, own)
    elif name == "move_a_home_to_a_programme":
        ids["Programme"] = await operator.fetchval(OTHER, programmes[1])
    elif name in ("name_a_key_carer", "assign_a_caregiver"):
        ids["Caregiver"] = await operator.fetchval(OF_PROGRAMME, programmes[name == "assign_a_caregiver"])


async def _of_care(operator: Operator, name: str, ids: dict[str, Any], versions: dict[str, Any], child: UUID) -> None:
    """A time in care that goes on; a question and a task of a child's that nobody has answered yet."""
    kind, statement, about = {
        "end_care": ("CareEpisode", GOES_ON, ()),
        "complete_gatekeeping": ("GatekeepingAssessment", ASKED, (child,)),
        "done_a_task": ("Task", TO_DO, (child,)),
        "look_at_a_decision_again": ("Decision", DECIDED, (child,)),
    }.get(name, ("", "", ()))
    if kind:
        row = await operator.fetchrow(statement, *about)
        assert row is not None
        ids[kind], versions[kind] = row["id"], row["version"]


async def _of_contacts(operator: Operator, name: str, ids: dict[str, Any], versions: dict[str, Any]) -> None:
    """Somebody of a child's family, and what was planned with them."""
    ids["Relative"] = (await one(operator, SHARED))["relative"]
    if name in ("a_contact_was_held", "a_contact_was_missed"):
        row = await operator.fetchrow(TO_MEET, ids["Relative"])
        assert row is not None
        ids["FamilyContact"], versions["FamilyContact"] = row["id"], row["version"]


async def _handed_over(operator: Operator) -> dict[str, str]:
    """A home with its parent, and who follows."""
    row = await one(operator, CARES)
    keys = {"homeId": ("Home", "home_id"), "fromId": ("Caregiver", "caregiver_id"), "toId": ("Caregiver", "other")}
    return {key: f"{kind}_BE_{row[column]}" for key, (kind, column) in keys.items()}
