"""A home: a family, or a household run by a fixed team of carers."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, ClassVar
from uuid import UUID

from sqlalchemy import Computed, and_, case, func, literal_column

from graph.declarations.base import (
    OFFICE,
    Kind,
    Names,
    Owner,
    TenantEntity,
    counted,
    looked_up,
    taken_apart,
    worked_out,
)
from graph.declarations.days import Days, When
from graph.declarations.fields import PERIOD, Day, in_force, link, plain, sensitive, through
from graph.declarations.files import Kept
from graph.declarations.lives import Corrected, Voidable, verbs
from graph.declarations.nouns import FEDERATION, NATIONAL, DerivedMutation
from graph.declarations.row_rules import MoreThan, held
from graph.declarations.rules import Rule, Seen
from graph.described import Described
from graph.entities.programme import HOME_OPEN, RUN, begins_later, runs
from graph.reasons import Reason
from graph.refusals import bad_input, conflict
from graph.text import TextForm

if TYPE_CHECKING:
    from graph.declarations.frame import Frame, Rows, Sql
    from graph.declarations.rules import RuleFrame


class HomeForm(Described):
    """The form of care that a home gives (UN Guidelines, paragraph 29)."""

    SOS_FAMILY = (
        "SOS_FAMILY",
        "A family of the federation: a parent by profession, with children who grow up as brothers and sisters.",
    )
    FOSTER_FAMILY = "FOSTER_FAMILY", "A family of its own that takes children in."
    KINSHIP_FAMILY = "KINSHIP_FAMILY", "Relatives, or people close to the family."
    SMALL_GROUP_HOME = "SMALL_GROUP_HOME", "A small group of children whom people look after in shifts."
    YOUTH_HOME = "YOUTH_HOME", "A shared home of young people, with somebody beside them."
    SUPERVISED_INDEPENDENT_LIVING = (
        "SUPERVISED_INDEPENDENT_LIVING",
        "A place of their own for young people, with somebody who looks in.",
    )
    EMERGENCY_SHELTER = "EMERGENCY_SHELTER", "For days or weeks, until it is known what is to be."


class HomeSetting(Described):
    """The setting that a form of care counts as in statistics (UN Guidelines, paragraph 29 c)."""

    FAMILY_BASED = "FAMILY_BASED", "In a family."
    RESIDENTIAL = "RESIDENTIAL", "In a group that is no family."
    INDEPENDENT = "INDEPENDENT", "On their own, with support."


SETTING_OF: Mapping[str, str] = {
    HomeForm.SOS_FAMILY: HomeSetting.FAMILY_BASED,
    HomeForm.FOSTER_FAMILY: HomeSetting.FAMILY_BASED,
    HomeForm.KINSHIP_FAMILY: HomeSetting.FAMILY_BASED,
    HomeForm.SMALL_GROUP_HOME: HomeSetting.RESIDENTIAL,
    HomeForm.YOUTH_HOME: HomeSetting.RESIDENTIAL,
    HomeForm.EMERGENCY_SHELTER: HomeSetting.RESIDENTIAL,
    HomeForm.SUPERVISED_INDEPENDENT_LIVING: HomeSetting.INDEPENDENT,
}
"""The setting of each form: forms add up to settings."""
SETTING_OF_FORM = (
    "CASE WHEN form IN ('SOS_FAMILY', 'FOSTER_FAMILY', 'KINSHIP_FAMILY') THEN 'FAMILY_BASED'"
    " WHEN form = 'SUPERVISED_INDEPENDENT_LIVING' THEN 'INDEPENDENT' ELSE 'RESIDENTIAL' END"
)
"""The same as PostgreSQL works it out."""


NO_ROOM_AT_ALL = bad_input(
    Reason.WRONG_AMOUNT, "A home has room for one child at least.", "Give a number above 0.", "capacity"
)
PROGRAMME_CLOSED = conflict(
    Reason.PROGRAMME_NOT_RUNNING,
    "The programme does not run on the first day.",
    "Choose a day within its life.",
    "openedOn",
)


def _closes_by(row: Any, led: Mapping[str, Any], _frame: RuleFrame) -> Sql:  # noqa: ANN401 - whatever gives columns
    """A home is closed when its programme ends."""
    return row.c.closed_on.is_not(None) & (row.c.closed_on <= led["programme_id"].c.ended_on)


OPEN = ("opened_on", "closed_on")
"""The columns that `is_open` reads."""


def is_open(home: Rows, day: Sql) -> Sql:
    """Whether a home is open on a day."""
    return and_(home.c.opened_on <= day, home.c.closed_on.is_(None) | (home.c.closed_on > day))


def free_places(frame: Frame, row: Rows) -> Sql:
    """The places that nobody takes, on a day on which the home is open."""
    nothing: Sql = literal_column("0")
    stays = frame.rows("home_stay", home_id=row.c.id)
    taken = frame.value(func.count(), stays, in_force(stays, frame.on))
    return case((is_open(row, frame.on), func.greatest(row.c.capacity - taken, nothing)), else_=nothing)


class Home(TenantEntity, Voidable, Corrected, table=True):
    """A place where children live: a family, or a household that a fixed team of carers runs."""

    __tablename__ = "home"
    names: ClassVar[Names] = Names("Home", "home", "homes")
    readers: ClassVar = FEDERATION
    statistics_reads: ClassVar = (
        "country_code", "id", "programme_id", "form", "setting", "capacity", "opened_on", "closed_on", "updated_at",
        "voided_at",
    )  # fmt: skip
    owner: ClassVar = Owner("programme")
    natural_key: ClassVar = ("programme_id", "name")
    country_back: ClassVar = ("homes", "The homes in the country.")
    rules: ClassVar = (held("home_capacity_check", MoreThan("capacity", 0), NO_ROOM_AT_ALL),)
    keeps: ClassVar = (
        Rule(
            "programme_runs",
            "opened_on",
            PROGRAMME_CLOSED,
            reads={"programme_id": RUN},
            holds=lambda row, led, _frame: runs(led["programme_id"], row.c.opened_on),
            back=(
                begins_later("home"),
                Seen(
                    "programme_id",
                    "ended_on",
                    "no_home_is_open",
                    HOME_OPEN,
                    _closes_by,
                    ("closed_on",),
                    named=True,
                    known=True,
                ),
            ),
        ),
    )
    mutations: ClassVar = (
        DerivedMutation("openHome", "Opens a home.", creates=True),
        DerivedMutation(
            "updateHome",
            "Changes what is on record of a home; it cannot become smaller than the number of children who live there.",
            creates=False,
        ),
        *verbs("correct", "void"),
    )

    programme_id: UUID = link(
        "programme",
        "The programme that is responsible for the home.",
        back="homes",
        back_doc="The homes that the programme is responsible for.",
        readers=FEDERATION,
        creates=OFFICE,
    )
    name: str = sensitive(
        Kind.TEXT,
        "What the people who live there call it.",
        searched=True,
        filters=True,
        orders=True,
        creates=OFFICE,
        changes=OFFICE,  # its children's placements carry it, also those of programmes that a caseworker does not see
        form=TextForm.NAME,
    )
    form: HomeForm = plain(
        Kind.ENUMERATION,
        "The form of care that it gives.",
        enumeration=HomeForm,
        filters=True,
        orders=True,
        creates=OFFICE,
    )
    setting: HomeSetting | None = plain(
        Kind.ENUMERATION,
        "The setting that its form counts as.",
        enumeration=HomeSetting,
        filters=True,
        generated=Computed(SETTING_OF_FORM, persisted=True),
        default=None,
        nullable=False,
    )
    capacity: int = plain(
        Kind.INTEGER,
        "How many children can live there at once.",
        filters=True,
        orders=True,
        creates=OFFICE,
        changes=OFFICE,
    )
    locality: str | None = sensitive(
        Kind.TEXT,
        "The village, town or quarter that it belongs to.",
        default=None,
        creates=OFFICE,
        changes=NATIONAL,
        form=TextForm.NAME,
    )
    opened_on: Day = plain(Kind.DATE, "Its first day.", day=Days(When.PLAN), filters=True, orders=True, creates=OFFICE)
    closed_on: Day | None = plain(
        Kind.DATE,
        "The first day after its last, once it has closed.",
        day=Days(When.PLAN, after="opened_on"),
        filters=True,
        default=None,
        creates=OFFICE,
        changes=OFFICE,
        owned=True,
        in_files=Kept("The home is closed already; open another one.", once=True),
    )

    is_open = worked_out(
        Kind.BOOLEAN,
        "Whether it is open today, in the country's time zone.",
        lambda frame, row: is_open(row, frame.today),
        uses=OPEN,
        nullable=False,
        filters=True,
        served=taken_apart("home_closed_on_idx", "closed_on"),
    )
    occupancy = counted(
        "home_stay",
        "home_id",
        "How many children live there today, those whom you do not see included.",
        condition=in_force,
        uses=PERIOD,
        filters=True,
        orders=True,
        served=looked_up("home_stay_home_id_idx"),
    )
    free_places = worked_out(
        Kind.INTEGER,
        "How many of its places are free, whoever takes the others; 0 while it is not open.",
        free_places,
        uses=("capacity", *OPEN),
        reads={"home_stay": ("home_id", *PERIOD)},
        nullable=False,
        filters=True,
        orders=True,
        served=looked_up("home_stay_home_id_idx"),
        asks="The day, by the places that the home has now; today where it is left out.",
    )
    children = through(
        "child",
        via="placement",
        near="home_id",
        far="child_id",
        many=True,
        doc="The children who live there today.",
        condition=in_force,
        uses=PERIOD,
    )
