"""A home: a family, or a household run by a fixed team of carers."""

from __future__ import annotations

from typing import ClassVar
from uuid import UUID

from sqlalchemy import Computed, Index, and_, column

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
from graph.declarations.constraints import refusing
from graph.declarations.days import Days, When
from graph.declarations.fields import PERIOD, Day, all_of, in_force, link, plain, sensitive, through
from graph.declarations.files import Kept
from graph.declarations.lives import Corrected, Voidable, verbs
from graph.declarations.nouns import FEDERATION, NATIONAL, DerivedMutation
from graph.declarations.reckoned import Reckoned
from graph.declarations.row_rules import MoreThan, NotLess, held
from graph.entities.home_form import SETTING_OF_FORM, HomeForm, HomeProvider, HomeSetting
from graph.entities.home_open import OPEN, free_places, is_open
from graph.entities.home_places import READS as ADDRESS_READS
from graph.entities.home_places import locality_of
from graph.entities.home_rules import (
    AGES_TURNED,
    FEWER_THAN_NONE,
    NO_AGE,
    NO_ROOM_AT_ALL,
    PROGRAMME_RUNS,
    RESPONSIBLE_BEFORE,
)
from graph.entities.licences import READS, licensed_until
from graph.entities.registration import NUMBER_IS_NEW, REGISTERED
from graph.text import TextForm, number_key_sql


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
    rules: ClassVar = (
        held("home_capacity_check", MoreThan("capacity", 0), NO_ROOM_AT_ALL),
        held("home_ages_check", NotLess("ages_to", "ages_from"), AGES_TURNED),
        held("home_ages_from_check", MoreThan("ages_from", -1), NO_AGE),
        held("home_own_children_check", MoreThan("own_children", -1), FEWER_THAN_NONE),
        held("home_responsible_since_check", NotLess("responsible_since", "opened_on"), RESPONSIBLE_BEFORE),
        # What was taken back leaves its number to whichever is recorded rightly.
        refusing(
            Index(
                "home_registration_number_key",
                "country_code",
                "registration_number_key",
                unique=True,
                # Of the few that have a number alone: else PostgreSQL would walk all homes by it.
                postgresql_where=and_(column("voided_at").is_(None), column("registration_number_key").is_not(None)),
            ),
            REGISTERED,
        ),
    )
    keeps: ClassVar = (
        NUMBER_IS_NEW,
        PROGRAMME_RUNS,
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
        changes=OFFICE,
        in_files=Kept("moveHomeToProgramme makes another programme responsible."),
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
        "The village, town or quarter that it belongs to, by its address of today, or its last one.",
        default=None,
        creates=OFFICE,
        changes=NATIONAL,
        form=TextForm.NAME,
        reckoned=Reckoned("home_address", "home_id", ADDRESS_READS, (), locality_of, given=True),
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

    provider: HomeProvider | None = sensitive(
        Kind.ENUMERATION,
        "Who runs it; empty where nobody has written that down.",
        enumeration=HomeProvider,
        filters=True,
        default=None,
        creates=OFFICE,
        changes=OFFICE,
    )
    registration_number: str | None = sensitive(
        Kind.TEXT,
        "Its number in the register of homes that the country keeps; no other home of the country has it.",
        filters=True,
        default=None,
        creates=OFFICE,
        changes=OFFICE,
        form=TextForm.NUMBER,
        key="registration_number_key",
    )
    ages_from: int | None = sensitive(
        Kind.INTEGER,
        "The age from which it takes children in, in completed years; empty where none is said.",
        default=None,
        creates=OFFICE,
        changes=OFFICE,
    )
    ages_to: int | None = sensitive(
        Kind.INTEGER,
        "The age up to which it takes children in, in completed years; empty where none is said.",
        default=None,
        creates=OFFICE,
        changes=OFFICE,
    )
    languages: list[str] | None = sensitive(
        Kind.LANGUAGES,
        "ISO 639 codes of the languages that are spoken there, the most spoken first.",
        default=None,
        creates=OFFICE,
        changes=OFFICE,
    )
    own_children: int | None = sensitive(
        Kind.INTEGER,
        "How many children of the carers' own live there too; empty where nobody has written that down.",
        default=None,
        creates=OFFICE,
        changes=OFFICE,
    )
    responsible_since: Day | None = sensitive(
        Kind.DATE,
        "The first day on which the present programme is responsible, where another one was before; empty where it has"
        " been since the home opened, or nobody has said.",
        day=Days(When.FACT),
        default=None,
        creates=OFFICE,
        in_files=Kept("moveHomeToProgramme says since when.", once=True),
    )
    registration_number_key: str | None = sensitive(
        Kind.TEXT,
        "What registration numbers are compared by: other capitals, spaces or hyphens make no other number.",
        hidden=True,
        generated=Computed(number_key_sql("registration_number"), persisted=True),
        default=None,
    )

    licensed_until = worked_out(
        Kind.DATE,
        "The first day on which its licence or registration holds no longer, by the newest row that says so:"
        " `9999-12-31` for one without end, its own day where it was refused or withdrawn; empty where there is none,"
        " or nobody knows.",
        licensed_until,
        reads={"inspection": READS},
        filters=True,
        orders=True,
        served=looked_up("inspection_home_id_idx"),
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
        "How many children live there today, or are guests for some nights, those whom you do not see included.",
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
    team = all_of(
        "caregiver_assignment",
        "home_id",
        doc="Who cares for the home on a day, and who lives there, each with the role.",
        condition=in_force,
        uses=PERIOD,
        asks="The day; today where it is left out.",
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
