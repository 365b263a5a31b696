"""The rules that a placement keeps with the rows around it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from sqlalchemy import ColumnElement, Integer, and_, literal_column, or_

from countries.packs.families import SETTING_OF_FORM
from countries.packs.keys import FAMILY_ONLY_UNDER
from graph.declarations.row_rules import OnlyWith
from graph.declarations.rules import EMPTY, Rule, RuleFrame, Seen, Sql, one_at_a_time
from graph.entities.ages import completed_years
from graph.entities.arrangement import OF_A_HOME, OF_NO_HOME, SETTING_OF, PlacementSetting
from graph.entities.child_rules import PROGRAMME_RUNS
from graph.entities.members import among, member
from graph.entities.placement_exception import PlacementRule
from graph.entities.programme import LIVES_IN_CARE, RUN, runs
from graph.reasons import Reason
from graph.refusals import Named, bad_input, conflict

DEATH: ColumnElement[Any] = literal_column("'DEATH'")

REASON_HAS_END = "end_reason_has_its_day"
IN_CARE = "placement_in_episode"
THE_HOMES = "arrangement_is_the_homes"

LIVES_ELSEWHERE = conflict(
    Reason.LIVES_ELSEWHERE,
    "The child lives, or is to live, in a home on one of these days already.",
    "End, correct or void the other placement first.",
    "startedOn",
)
LEFT_WITHOUT_REASON = bad_input(
    Reason.REASON_MISSING, "It is not said why the child left.", "Give endReason.", "endReason"
)
LEFT_WITHOUT_DAY = bad_input(
    Reason.HALF_GIVEN, "It is said why the child left, and not when.", "Give endedOn, or leave both empty.", "endReason"
)

HOME_OR_OTHER = bad_input(
    Reason.HOME_OR_OTHER,
    "A child lives in a home of ours, or in an arrangement that is none of ours: one of the two is given.",
    "Give the home alone, or leave it out and give an arrangement that is no form of a home.",
    "arrangement",
)
OTHER_FORM = bad_input(
    Reason.OTHER_FORM, "The home is of another form.", "Leave the arrangement out: the home says it.", "arrangement"
)
PARTNER_OF_HOME = bad_input(
    Reason.HOME_OR_OTHER,
    "A partner is named where the child lives in none of our homes.",
    "Leave the partner out, or the home.",
    "partnerId",
)
NO_DISTANCE = bad_input(Reason.WRONG_AMOUNT, "A distance is not below 0.", "Give kilometres.", "distanceKm")
HOME_CLOSED = conflict(
    Reason.HOME_CLOSED, "The home is not open on every one of these days.", "Choose days within its life.", "startedOn"
)
HOME_NOT_EMPTY = conflict(
    Reason.HOME_NOT_EMPTY,
    "Children live there, or are to live there, on that day or later.",
    "Find them another home first.",
    "closedOn",
)
LIVED_BEFORE = conflict(
    Reason.ON_RECORD_EARLIER,
    "A child has lived in the home before that day.",
    "Check the day, or the days of the placements.",
    "openedOn",
)
LIVED_LATER = conflict(
    Reason.LIVED_LATER,
    "The child has lived in a home after that day.",
    "Correct or void the later placements first, or check the day.",
    "diedOn",
)
SAID_OF_CHILD = conflict(
    Reason.DEATH_ENDED_IT,
    "The placement ended by the child's death.",
    "Set the death right with correctDeath or voidDeath.",
    "endedOn",
)
NOT_ON_RECORD = conflict(
    Reason.DEATH_NOT_KNOWN, "No death of the child is on record by then.", "Record it with recordDeath.", "endReason"
)


def _closes_after(row: Any, led: Mapping[str, Any], _frame: RuleFrame) -> Sql:  # noqa: ANN401 - whatever gives columns
    """A stay ends before its home closes; one that goes on lives in a home that is open."""
    home = led["home_id"]
    if row.c.ended_on is EMPTY:
        return home.c.closed_on.is_(None)
    return home.c.closed_on.is_(None) | (row.c.ended_on.is_not(None) & (row.c.ended_on <= home.c.closed_on))


def _responsible(row: Any, led: Mapping[str, Any], _frame: RuleFrame) -> Sql:  # noqa: ANN401 - as above
    """The programme runs on the first day; before the child came under it, another one was responsible."""
    return runs(led["programme_id"], row.c.started_on) | (row.c.started_on < led["child_id"].c.enrolled_on)


def _ends_by(row: Any, led: Mapping[str, Any], _frame: RuleFrame) -> Sql:  # noqa: ANN401 - as above
    """Nobody lives in a home under a programme that has ended."""
    return row.c.ended_on.is_not(None) & (row.c.ended_on <= led["programme_id"].c.ended_on)


def _opened_by(row: Any, led: Mapping[str, Any], _frame: RuleFrame) -> Sql:  # noqa: ANN401 - as above
    return led["home_id"].c.opened_on <= row.c.started_on


def _death_on_record(row: Any, led: Mapping[str, Any], _frame: RuleFrame) -> Sql:  # noqa: ANN401 - as above
    died_on = led["child_id"].c.died_on
    return died_on.is_not(None) & (row.c.ended_on >= died_on)


def _follows_death(row: Any, led: Mapping[str, Any], frame: RuleFrame) -> Sql:  # noqa: ANN401 - as above
    """An end by death follows the death: it changes with that alone."""
    kept = [row.c[name].is_not_distinct_from(frame.was.c[name]) for name in ("ended_on", "end_reason")]
    return or_(led["child_id"].c.died_on.is_(None), and_(*kept))


NOT_IN_CARE = conflict(
    Reason.CARE_NOT_BEGUN,
    "The child is not in care on the first day.",
    "Begin its care with beginCare first, or choose another day.",
    "startedOn",
)

YOUNG_IN_FAMILIES = conflict(
    Reason.UNDER_THREE,
    "The child is of an age at which its country lets it live in a family alone.",
    "Choose a family. Where it has to be all the same, say in `exception` why, and with `lapsesOn` until when.",
    "startedOn",
)
PLANNED_TOO_YOUNG = conflict(
    Reason.UNDER_THREE,
    "On the first day of a {type} that is planned the child would be of an age at which only a family will do.",
    "Take the plan back first, `params` say which it is; then set the birth date right, and plan anew.",
    "birthDate",
    type=Named("Placement"),
)
OF_AGE: ColumnElement[int] = literal_column(str(FAMILY_ONLY_UNDER.most), Integer())
"""Years from which no country may say that only a family will do: the rules of nobody so old are looked up."""
RESIDENTIAL_ELSEWHERE = tuple(each for each in OF_NO_HOME if SETTING_OF[each] is PlacementSetting.RESIDENTIAL)


def _lives_in_family(row: Any, led: Mapping[str, Any], frame: RuleFrame) -> Sql:  # noqa: ANN401 - as above
    """In no residential care, or of an age; the age of a child of whom nobody knows it refuses nothing."""
    day, part = row.c.started_on, led["programme_id"].c.jurisdiction
    born = led["child_id"].c.birth_date
    years = completed_years(born, day)
    setting = frame.laid_down(SETTING_OF_FORM, day, jurisdiction=part, of=row.c.arrangement)
    return or_(
        born.is_(None),
        years >= OF_AGE,
        years >= frame.laid_down(FAMILY_ONLY_UNDER, day, jurisdiction=part),
        and_(among(row.c.arrangement, OF_A_HOME), setting != member(PlacementSetting.RESIDENTIAL)),
    )


OF_PLACEMENT = (
    Rule(
        "young_live_in_families",
        "started_on",
        YOUNG_IN_FAMILIES,
        of=("started_on", "arrangement"),
        reads={"child_id": ("birth_date",), "programme_id": ("jurisdiction",)},
        about=lambda row, _frame: among(row.c.arrangement, (*OF_A_HOME, *RESIDENTIAL_ELSEWHERE)),
        holds=_lives_in_family,
        left=True,
        plans="started_on",
        exception=PlacementRule.UNDER_THREE,
        lapses="lapses_on",
        back=(
            Seen(
                "child_id",
                "birth_date",
                "planned_while_young",
                PLANNED_TOO_YOUNG,
                known=True,
                named=True,
                advice="End the placement that is planned, in the file or before; or check the birth date.",
            ),
        ),
        advice="Choose a family; or bring an exception of this rule with its lapsesOn in the sheet of exceptions.",
    ),
    Rule(
        IN_CARE,
        "started_on",
        NOT_IN_CARE,
        of=("started_on", "care_episode_id"),
        holds=lambda row, _led, _frame: row.c.care_episode_id.is_not(None),
        plans="started_on",
    ),
    one_at_a_time(
        "no_other_placement",
        "placement",
        ("child_id",),
        LIVES_ELSEWHERE,
        advice="End or correct the other placement, in the file or before.",
    ),
    Rule(
        "home_is_open",
        "started_on",
        HOME_CLOSED,
        of=("started_on", "ended_on"),
        reads={"home_id": ("opened_on", "closed_on")},
        holds=lambda row, led, frame: (led["home_id"].c.opened_on <= row.c.started_on) & _closes_after(row, led, frame),
        back=(
            Seen("home_id", "closed_on", "home_is_empty", HOME_NOT_EMPTY, _closes_after),
            Seen(
                "home_id",
                "opened_on",
                "nobody_lived_there_before",
                LIVED_BEFORE,
                _opened_by,
                ("started_on",),
                known=True,
            ),
        ),
    ),
    Rule(
        THE_HOMES,
        "arrangement",
        OTHER_FORM,
        of=("arrangement",),
        reads={"home_id": ("form",)},
        # That a home has no other arrangement than a home's, the row says by itself.
        about=lambda row, _frame: among(row.c.arrangement, OF_A_HOME),
        holds=lambda row, led, _frame: row.c.arrangement == led["home_id"].c.form,
        finding=False,
    ),
    Rule(
        "programme_runs",
        "started_on",
        PROGRAMME_RUNS,
        reads={"programme_id": RUN, "child_id": ("enrolled_on",)},
        holds=_responsible,
        back=(
            Seen(
                "programme_id",
                "ended_on",
                "nobody_lives_in_care",
                LIVES_IN_CARE,
                _ends_by,
                ("ended_on",),
                named=True,
                known=True,
            ),
        ),
    ),
    Rule(
        "end_has_reason",
        "end_reason",
        LEFT_WITHOUT_REASON,
        of=("ended_on", "end_reason"),
        holds=lambda row, _led, _frame: row.c.ended_on.is_(None) | row.c.end_reason.is_not(None),
        empty=True,
        whole=True,
    ),
    # Where an end is taken back, a mutation takes its reason back with it.
    Rule(
        REASON_HAS_END,
        "end_reason",
        LEFT_WITHOUT_DAY,
        of=("end_reason", "ended_on"),
        form=OnlyWith("end_reason", "ended_on"),
    ),
    Rule(
        "death_is_said_once",
        "ended_on",
        SAID_OF_CHILD,
        of=("ended_on", "end_reason"),
        reads={"child_id": ("died_on",)},
        was=("ended_on", "end_reason"),
        about=lambda _row, frame: frame.was.c.end_reason == DEATH,
        holds=_follows_death,
        empty=True,
        whole=True,
        header="end_reason",
    ),
    Rule(
        "death_is_on_record",
        "end_reason",
        NOT_ON_RECORD,
        of=("ended_on", "end_reason"),
        reads={"child_id": ("died_on",)},
        about=lambda row, _frame: and_(row.c.end_reason == DEATH, row.c.ended_on.is_not(None)),
        holds=_death_on_record,
        left=True,
        advice="Fill diedOn in the child's row.",
    ),
)
