"""What refuses a mutation is told together: all that its input shows, and else all that the rows show."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from sqlalchemy import column, false, func, literal_column, or_

from countries.tenancy.caller import Tier
from graph.declarations.plain_conditions import OnlySqlError, condition_of
from graph.entities import graph_model
from graph.kinds.kind import Kind
from graph.reasons import Reason
from graph.writes.actions import all_actions
from graph.writes.checks import CheckKind
from graph.writes.input_rules import InputRules
from graph.writes.mutation import Given, Linked, Parts
from graph.writes.statement import compile_write
from tests.reasons import given_to
from tests.writes.operations import OPERATIONS, seen
from tests.writes.writes import Json, Row, Writes, unknown

if TYPE_CHECKING:
    from graph.writes.mutation import InputEntry


def reasons(errors: list[Row]) -> set[tuple[str, str]]:
    """Path and reason of each."""
    assert all(error["message"] and error["hint"] for error in errors)
    return {(".".join(error["path"][1:]), error["reason"]) for error in errors}


async def refused(writes: Writes, name: str, as_: str = "office", /, **given: Json) -> set[tuple[str, str]]:
    """Why a mutation is refused; nothing is written, and a second time under a key it is told alike."""
    before = await writes.state()
    told = await writes.do(name, as_, **given)
    assert "errors" not in told.body, told.body
    assert await writes.state() == before
    assert reasons((await writes.do(name, as_, **given, dryRun=True)).errors) == reasons(told.errors)
    again = [await writes.do(name, as_, **given, idempotencyKey=f"{name} {given}"[:200]) for _ in range(2)]
    assert [each.errors for each in again] == [told.errors, told.errors]
    return reasons(told.errors)


ALONE: list[tuple[str, Row, set[tuple[str, str]]]] = [
    (
        "startProgramme",
        {"name": " ", "kind": "AFTERCARE", "startedOn": "2020-01-02", "endedOn": "2020-01-02"},
        {("name", "EMPTY"), ("endedOn", "ENDS_BEFORE_START")},
    ),
    (
        "openHome",
        {"name": "x" * 3_000, "capacity": 0, "openedOn": "1700-01-01", "programmeId": "x", "id": unknown("Child")},
        {
            ("name", "TOO_LONG"), ("capacity", "WRONG_AMOUNT"), ("openedOn", "DAY_TOO_EARLY"),
            ("programmeId", "DOES_NOT_FIT"), ("id", "DOES_NOT_FIT"),
        },
    ),
    ("updateHome", {"capacity": -1, "name": None}, {("capacity", "WRONG_AMOUNT"), ("name", "EMPTY")}),
    ("updateHome", {"version": 1, "idempotencyKey": ""}, {("idempotencyKey", "EMPTY"), ("", "NOTHING_GIVEN")}),
    (
        "admitChild",
        {"birthDate": "2021-01-01", "startedOn": "2020-01-01", "caseNumber": " ", "birthDatePrecision": None},
        {("startedOn", "BORN_LATER"), ("caseNumber", "EMPTY"), ("birthDatePrecision", "EMPTY")},
    ),
    (
        "addCommunityLink",
        {"childId": None, "homeId": None, "startedOn": "2020-01-02", "endedOn": "2020-01-01", "note": " "},
        {("childId", "TIED_TO_NOBODY"), ("endedOn", "ENDS_BEFORE_START"), ("note", "EMPTY")},
    ),
    (
        "correctPlacement",
        {"startedOn": "2020-01-02", "endedOn": "2020-01-01", "reason": " ", "homeId": "x", "endReason": "MOVE"},
        {("endedOn", "ENDS_BEFORE_START"), ("reason", "EMPTY"), ("homeId", "DOES_NOT_FIT")},
    ),
    ("correctPlacement", {"endedOn": None, "endReason": "MOVE", "startedOn": None}, {
        ("endReason", "HALF_GIVEN"), ("startedOn", "EMPTY"),
    }),
    (
        "placeSiblings",
        {"childIds": ["x", "y"], "homeId": "z", "startedOn": "1700-01-01", "exception": {"reason": ""}},
        {
            ("childIds.0", "DOES_NOT_FIT"), ("childIds.1", "DOES_NOT_FIT"), ("homeId", "DOES_NOT_FIT"),
            ("startedOn", "DAY_TOO_EARLY"), ("exception.reason", "EMPTY"),
        },
    ),
]  # fmt: skip


@pytest.mark.parametrize(("name", "given", "wanted"), ALONE)
async def test_all_that_an_input_shows(name: str, given: Row, wanted: set[tuple[str, str]], writes: Writes) -> None:
    """Formats, bounds, rules of the row by itself: each at its place, before anything is looked up."""
    wanted_paths = {path.partition(".")[0] for path, _ in wanted}
    whole = {**await OPERATIONS[name](writes), **given}
    if "exception" in given:
        whole["exception"] = {"authorisedBy": "N. Claes", **given["exception"]}
    if ("", "NOTHING_GIVEN") in wanted:
        whole = {each: whole[each] for each in ("id", "version", "idempotencyKey")}
    told = await writes.do(name, **whole)
    assert "errors" not in told.body, (told.body, wanted_paths)
    assert reasons(told.errors) == wanted
    # Nobody else hears less, or more: nothing has been looked up.
    if Tier.CASEWORKER in all_actions()[name].tiers and not {"name", "capacity"} & given.keys():
        assert reasons((await writes.do(name, "neighbour", **whole)).errors) == wanted


async def test_all_that_the_rows_show_of_an_admission(writes: Writes) -> None:
    """Links that lead nowhere, a home that is closed and full, a number that is taken, bonds that cannot be."""
    full = await writes.home(capacity=1)
    child = await writes.child(full, startedOn="2026-01-15")
    home = await writes.ok("updateHome", **seen(full), locality="Mons")
    other = await writes.ok("updateHome", **seen(home), locality="Ghent")
    given = writes.about(other, caseNumber=child["caseNumber"], startedOn="1950-01-01", siblings=[
        {"siblingId": unknown("Child"), "kind": "FULL"},
        {"siblingId": child["id"], "kind": "FULL"},
        {"siblingId": unknown("Child", "KE"), "kind": "HALF"},
    ])  # fmt: skip
    given.pop("birthDate", None)
    assert await refused(writes, "admitChild", **given) == {
        ("caseNumber", "CASE_NUMBER_TAKEN"),
        ("startedOn", "HOME_CLOSED"),
        ("startedOn", "PROGRAMME_NOT_RUNNING"),
        ("homeId", "HOME_FULL"),
        ("siblings.0.siblingId", "NO_SUCH_ROW"),
        ("siblings.2.siblingId", "NO_SUCH_ROW"),
    }
    for as_ in ("neighbour", "kenya"):
        hears = await refused(writes, "admitChild", as_, **given)
        assert {reason for _, reason in hears} == {"NO_SUCH_ROW"}, as_
        assert {"programmeId", "homeId", "siblings.1.siblingId"} <= {path for path, _ in hears}


async def test_a_stale_version_is_told_with_the_rules(writes: Writes) -> None:
    """The row is shown as it is now, and what of it stands against the change is told along."""
    home = await writes.home(capacity=3)
    for _ in range(2):
        await writes.child(home)
    now = await writes.ok("updateHome", **seen(home), locality="Mons")
    given = {"id": home["id"], "version": home["version"], "capacity": 1}
    assert await refused(writes, "updateHome", **given) == {
        ("version", "STALE_VERSION"), ("capacity", "HOME_TOO_SMALL"),
    }  # fmt: skip
    assert (await writes.do("updateHome", **given)).row == now


async def test_all_that_the_rows_show_of_a_correction(writes: Writes) -> None:
    """A placement seen long ago, to a home that is full and was not open by then, of a child who was placed since."""
    full = await writes.home(capacity=1, openedOn="2026-02-01")
    await writes.child(full, startedOn="2026-03-01")
    child = await writes.child()
    first = await writes.placement(child)
    later = await writes.home()
    await writes.ok("placeChild", childId=child["id"], homeId=later["id"], startedOn="2026-06-01")
    given = {"id": first["id"], "version": 9, "homeId": full["id"], "endedOn": None, "reason": "So it was."}
    assert await refused(writes, "correctPlacement", **given) == {
        ("version", "STALE_VERSION"),
        ("startedOn", "LIVES_ELSEWHERE"),
        ("homeId", "HOME_FULL"),
        ("startedOn", "HOME_CLOSED"),
    }


async def test_what_few_mutations_ask_is_told_with_the_rest(writes: Writes) -> None:
    """That an admission cannot be moved before the enrolment by a caseworker comes along with a home that is full."""
    child, full = await writes.child(startedOn="2026-01-10"), await writes.home(capacity=1, openedOn="2020-01-01")
    await writes.child(full, startedOn="2026-01-01")
    given = {**seen(await writes.placement(child)), "homeId": full["id"], "startedOn": "2026-01-05", "reason": "So."}
    assert await refused(writes, "correctPlacement", "caseworker", **given) == {
        ("startedOn", "ENROLLED_LATER"), ("homeId", "HOME_FULL"),
    }  # fmt: skip
    assert await refused(writes, "correctPlacement", **given) == {("homeId", "HOME_FULL")}


async def test_each_of_several_children_is_told_at_its_place(writes: Writes) -> None:
    """Of brothers and sisters who are to move: who is not there, who has died, who was placed since."""
    one, two, three = await writes.siblings(3)
    home = await writes.home()
    await writes.ok("recordDeath", id=two["id"], version=two["version"], diedOn="2026-05-01")
    await writes.ok("placeChild", childId=three["id"], homeId=home["id"], startedOn="2026-08-01")
    wanted = [one["id"], two["id"], three["id"], unknown("Child")]
    told = await refused(
        writes, "placeSiblings", childIds=wanted, homeId=(await writes.home())["id"], startedOn="2026-07-01"
    )
    assert ("childIds.3", "NO_SUCH_ROW") in told
    assert ("childIds.1", "GOES_ON_AFTER_DEATH") in told
    assert ("childIds.2", "LIVES_ELSEWHERE") in told
    assert not {path for path, _ in told if path == "childIds.0"}


# Over all mutations


SPOILT: dict[Kind, tuple[Json, str]] = {
    Kind.TEXT: (" ", "EMPTY"),
    Kind.DATE: ("1700-01-01", "DAY_TOO_EARLY"),
    Kind.DECIMAL: ("0.001", "WRONG_AMOUNT"),
}
"""By kind a value that fits its type and that no column holds."""


def spoilt(taken: InputEntry, path: str = "") -> tuple[Json, dict[str, str]]:
    """A value of an input that is refused by itself, and at which paths, why; nothing where none is."""
    at = f"{path}{taken.name}"
    if isinstance(taken, Linked):
        return (["x", "y"], {f"{at}.0": "DOES_NOT_FIT", f"{at}.1": "DOES_NOT_FIT"}) if taken.many else (
            "x", {at: "DOES_NOT_FIT"}
        )  # fmt: skip
    if isinstance(taken, Given):
        value, reason = SPOILT.get(taken.kind, (None, ""))
        return (value, {at: reason}) if reason else (_any(taken), {})
    many = isinstance(taken, Parts) or taken.many
    inner = {each.name: spoilt(each, f"{at}.0." if many else f"{at}.") for each in taken.takes}
    given = {name: value for name, (value, _) in inner.items() if value is not None}
    told = {place: reason for _, found in inner.values() for place, reason in found.items()}
    return ([given] if many else given), told


def _any(taken: Given) -> Json:
    """A value that can be meant, of what has to be there."""
    if not taken.required:
        return None
    return next(iter(taken.enumeration)).value if taken.enumeration is not None else 2_000


async def test_every_value_that_cannot_be_meant_is_told(writes: Writes) -> None:
    """Of every mutation: each text, day, amount and id of its input that is wrong by itself, in one answer."""
    before = await writes.state()
    for name, action in all_actions().items():
        given: Row = {} if action.creates else {"id": "x", "version": 1}
        wanted = {} if action.creates else {"id": "DOES_NOT_FIT"}
        for taken in action.takes:
            value, told = spoilt(taken)
            given |= {} if value is None else {taken.name: value}
            wanted |= told
        # Who is known already is not described anew: of both together it is told first that they are.
        if name == "admitChild":
            wanted["childId"] = "ONE_OF_TWO"
        if name == "admitSiblings":
            wanted["children.0.childId"] = "ONE_OF_TWO"
        found = await writes.do(name, **given)
        assert "errors" not in found.body, found.body
        assert dict(reasons(found.errors)) == wanted, name
    assert await writes.state() == before


def test_every_rule_of_a_row_by_itself_is_asked_of_the_input() -> None:
    """What the table holds of a row, and its entity of its own columns alone, is asked where the input gives them."""
    asked = {
        (action.name, rule.refusal.reason)
        for action in all_actions().values()
        for row in InputRules(graph_model()).of(action).own
        for rule in row.rules
    }
    assert asked >= {
        ("openHome", Reason.WRONG_AMOUNT), ("updateHome", Reason.WRONG_AMOUNT), ("admitChild", Reason.BORN_LATER),
        ("startProgramme", Reason.ENDS_BEFORE_START), ("addCommunityLink", Reason.ENDS_BEFORE_START),
        ("addCommunityLink", Reason.TIED_TO_NOBODY), ("recordSiblingBond", Reason.SAME_CHILD),
        ("correctPlacement", Reason.ENDS_BEFORE_START), ("correctPlacement", Reason.HALF_GIVEN),
    }  # fmt: skip


COLUMN: Any = column("one")
OTHER: Any = column("other")
CONDITIONS: list[tuple[Any, dict[str, object], bool | None]] = [
    (COLUMN > OTHER, {"one": 2, "other": 1}, True),
    (COLUMN > OTHER, {"one": 1, "other": 1}, False),
    (literal_column("1") <= COLUMN, {"one": 1}, True),
    (literal_column("'DEATH'") == COLUMN, {"one": "DEATH"}, True),
    (COLUMN != OTHER, {"one": None, "other": 1}, None),
    (COLUMN.is_(None), {"one": None}, True),
    (COLUMN.is_not(None), {"one": None}, False),
    ((COLUMN > OTHER) | COLUMN.is_(None), {"one": None, "other": 1}, True),
    ((COLUMN > OTHER) & COLUMN.is_(None), {"one": None, "other": 1}, None),
    ((COLUMN > OTHER) & COLUMN.is_not(None), {"one": None, "other": 1}, False),
    (~((COLUMN > OTHER) | (COLUMN == OTHER)), {"one": 1, "other": 2}, True),
    (~(COLUMN.is_(None) & OTHER.is_(None)), {"one": None, "other": 2}, True),
    (or_(COLUMN.is_(None).self_group() == OTHER.is_(None).self_group(), false()), {"one": None, "other": None}, True),
]


async def test_a_condition_over_plain_values(writes: Writes) -> None:
    """It is what PostgreSQL says it is: true, false, or neither."""
    kinds = {int: "int", str: "text", type(None): "int"}
    for condition, values, wanted in CONDITIONS:
        assert condition_of(condition)(values) is wanted
        text = str(condition.compile(compile_kwargs={"literal_binds": True}))
        cells = ", ".join(
            f"{'NULL' if value is None else repr(value)}::{kinds[type(value)]} AS {name}"
            for name, value in values.items()
        )
        assert await writes.value(f"SELECT {text} FROM (SELECT {cells}) AS row") is wanted, text  # noqa: S608 - ours


@pytest.mark.parametrize("condition", [func.coalesce(COLUMN, OTHER) == COLUMN, COLUMN + OTHER > COLUMN])
def test_a_condition_that_only_the_database_works_out(condition: Any) -> None:  # noqa: ANN401 - as above
    """It is no condition over plain values: the statement asks it."""
    with pytest.raises(OnlySqlError):
        condition_of(condition)


def test_every_check_leans_on_the_rows_that_it_reads() -> None:
    """Where the row that a mutation changes is not there, no rule of it is told; rules of other rows are."""
    for action in all_actions().values():
        for present in [*given_to(action)][:2]:
            checks = compile_write(graph_model(), action, Tier.OFFICE, present, keyed=False).checks
            there = {each for each, check in checks.items() if check.kind in {CheckKind.GONE, CheckKind.MISSING}}
            gone = {each for each, check in checks.items() if check.kind is CheckKind.GONE}
            for each, check in checks.items():
                assert check.leans_on <= there, each
                assert each not in there or not check.leans_on, each
                assert check.kind is not CheckKind.STALE or gone <= check.leans_on, each
