"""A child: a child or young person whom the federation cares for."""

from __future__ import annotations

from datetime import datetime
from typing import ClassVar
from uuid import UUID

from sqlalchemy import Computed

from graph.declarations.base import OFFICE, Kind, Names, Owner, TenantEntity, looked_up, ranged, worked_out
from graph.declarations.columns import Answer, answered, day_about, listed
from graph.declarations.days import OWN, Days, When
from graph.declarations.fields import PERIOD, Day, in_force, link, one_of, personal, sensitive, through
from graph.declarations.files import Kept
from graph.declarations.lives import Voidable
from graph.declarations.nouns import NATIONAL, DerivedMutation
from graph.declarations.reckoned import Reckoned
from graph.described import Described
from graph.entities.ages import age_in_years, born_at_age, born_to_come_of_age, comes_of_age
from graph.entities.care import homes_lived_in, in_care
from graph.entities.care_reason import NEWEST_READS, newest_reason
from graph.entities.child_rules import ENROLLED_IN_A_PROGRAMME_THAT_RUNS, NUMBER_IS_ITS_OWN
from graph.entities.continuity import DAYS, carer_continuity, has_key_carer
from graph.entities.likeness import SUGGESTIONS
from graph.entities.paper import Paper
from graph.entities.reason_for_care import ReasonForCare
from graph.text import TextForm, number_key_sql


class Sex(Described):
    """Sex as recorded by the office."""

    FEMALE = "FEMALE", "A girl, or a young woman."
    MALE = "MALE", "A boy, or a young man."
    OTHER = "OTHER", "Neither of the two, as the office has recorded it."
    UNKNOWN = "UNKNOWN", "Not known to the office."


class Child(TenantEntity, Voidable, table=True):
    """A child or young person whom the federation cares for, also after the age of majority."""

    __tablename__ = "child"
    names: ClassVar[Names] = Names("Child", "child", "children")
    about_a_person: ClassVar = True
    same_as: ClassVar = "same_as_id"
    suggests: ClassVar = SUGGESTIONS
    statistics_reads: ClassVar = ("country_code", "id", "programme_id", "birth_date", "sex", "voided_at")
    owner: ClassVar = Owner("programme")
    natural_key: ClassVar = ("programme_id", "case_number")
    named_by: ClassVar = ("given_name", "family_name")
    country_back: ClassVar = ("children", "The children whom the federation cares for in the country.")
    rules: ClassVar = (NUMBER_IS_ITS_OWN,)
    keeps: ClassVar = (ENROLLED_IN_A_PROGRAMME_THAT_RUNS,)
    mutations: ClassVar = (DerivedMutation("updateChild", "Changes what is on record of a child.", creates=False),)

    programme_id: UUID = link(
        "programme",
        "The programme that is responsible for the child, wherever the child lives.",
        back="children", back_doc="The children whom the programme is responsible for.",
        creates=NATIONAL, changes=OFFICE, owned=True,
        in_files=Kept("moveToProgramme makes another programme responsible."),
    )  # fmt: skip
    case_number: str = personal(
        Kind.TEXT,
        "The office's own number for the child, unique within the programme.",
        searched=True,
        filters=True,
        orders=True,
        creates=NATIONAL,
        changes=NATIONAL,
        form=TextForm.NUMBER,
        key="case_number_key",
    )
    given_name: str = personal(
        Kind.TEXT,
        "The name that the child is called by.",
        searched=True,
        filters=True,
        orders=True,
        creates=NATIONAL,
        changes=OFFICE,  # brothers and sisters carry it in their bonds, also those of other programmes
        form=TextForm.NAME,
    )
    family_name: str | None = personal(
        Kind.TEXT,
        "The family's name; some people have one name only.",
        searched=True,
        filters=True,
        orders=True,
        default=None,
        creates=NATIONAL,
        changes=NATIONAL,
        form=TextForm.NAME,
    )
    name_reading: str | None = personal(
        Kind.TEXT,
        "How the name is read, in letters or in kana, where its writing does not say so.",
        searched=True,
        default=None,
        creates=NATIONAL,
        changes=NATIONAL,
        form=TextForm.NAME,
    )
    birth_date: Day | None = day_about(
        "The day of birth, or the first day of the time that is known; empty where it is unknown.",
        day=Days(When.FACT),
        known="How much of the birth date is known.",
        noun="birth date",
        of=personal,
        filters=True,
        orders=True,
        default=None,
        creates=NATIONAL,
        changes=NATIONAL,
    )
    sex: Sex = personal(
        Kind.ENUMERATION,
        "Sex as recorded.",
        enumeration=Sex,
        filters=True,
        then="birth_date",
        covers=("programme_id", "given_name", "family_name", "died_on", "voided_at"),
        creates=NATIONAL,
        changes=NATIONAL,
    )
    first_language: str | None = sensitive(
        Kind.TEXT, "ISO 639 code of the language that the child grew up in.",
        default=None, creates=NATIONAL, changes=NATIONAL, form=TextForm.NAME,
    )  # fmt: skip
    interests: str | None = sensitive(
        Kind.TEXT, "What the child likes and is good at, in the child's own words where possible.",
        default=None, creates=NATIONAL, changes=NATIONAL,
    )  # fmt: skip
    birth_registered: Answer = answered(
        "Whether the birth is registered (Convention on the Rights of the Child, article 7).",
        filters=True, creates=NATIONAL, changes=NATIONAL,
    )  # fmt: skip
    papers: list[Paper] | None = listed(
        Paper, "The papers that are with the child's file; empty where there is none, or nobody has looked.",
        default=None, creates=NATIONAL, changes=NATIONAL,
    )  # fmt: skip
    care_tonight: str | None = sensitive(
        Kind.TEXT, "What whoever is there tonight has to know: an allergy, a medicine, what helps to fall asleep.",
        longest=500, default=None, creates=NATIONAL, changes=NATIONAL,
    )  # fmt: skip
    enrolled_on: Day = sensitive(
        Kind.DATE,
        "The day from which the programme has been responsible for the child.",
        day=Days(When.PLAN, born=OWN),
        filters=True,
        orders=True,
        creates=NATIONAL,
        changes=OFFICE,
        owned=True,
    )
    reason_for_care: ReasonForCare | None = sensitive(
        Kind.ENUMERATION,
        "Why the child came into care the last time: the first reason of its newest time in care, or what a file says"
        " of a child without one; empty where it is not known.",
        enumeration=ReasonForCare, default=None, creates=NATIONAL, changes=NATIONAL, owned=True,
        in_files=Kept("correctCareEpisode sets the reasons of a time in care right.", once=True),
        reckoned=Reckoned("care_episode", "child_id", NEWEST_READS, (), newest_reason, given=True),
    )  # fmt: skip
    died_on: Day | None = day_about(
        "The day on which the child died, or the first day of the time that is known; empty while it lives.",
        day=Days(When.FACT, born=OWN),
        known="How much of the day of death is known.",
        noun="day of death",
        of=personal,
        filters=True,
        orders=True,
        default=None,
        creates=OFFICE,
        changes=NATIONAL,
        owned=True,
        in_files=Kept("correctDeath sets a death right, voidDeath takes it back.", once=True),
    )
    same_as_id: UUID | None = link(
        "child",
        "The record of the same child that stands, where this one was taken back for it.",
        back="alsoRecordedAs",
        back_doc="Records of the same child that were taken back for this one: what they held stands in its file.",
        default=None, creates=OFFICE, changes=OFFICE, owned=True,
        in_files=Kept("voidChild says which of two records stands.", once=True),
    )  # fmt: skip
    voided_at: datetime | None = sensitive(
        Kind.INSTANT,
        "When the record was taken back: the child was recorded twice, or in error; lists and counts leave it out.",
        default=None, creates=OFFICE, changes=OFFICE, owned=True,
    )  # fmt: skip
    void_reason: str | None = sensitive(
        Kind.TEXT, "How the error came about.", default=None, creates=OFFICE, changes=OFFICE, owned=True
    )
    case_number_key: str | None = personal(
        Kind.TEXT,
        "What case numbers are compared by: other capitals, spaces or hyphens make no other number.",
        hidden=True, generated=Computed(number_key_sql("case_number"), persisted=True), default=None, nullable=False,
    )  # fmt: skip
    case_number_twin: int = sensitive(
        Kind.INTEGER,
        "0; of children whose numbers were one before numbers were compared so, all but the first count from 1.",
        hidden=True, until=("case_number", "programme_id"), changes=NATIONAL, owned=True, default=0, default_sql="0",
    )  # fmt: skip

    age = worked_out(
        Kind.INTEGER,
        "Completed years of life today, in the country's time zone, or on the day of death; empty where the birth date"
        " is unknown.",
        lambda frame, row: age_in_years(row, frame.today),
        uses=("birth_date", "died_on"),
        filters=True,
        orders=True,
        served=ranged("child_birth_date_idx", "birth_date", born_at_age, falls=True, unless="died_on"),
    )
    comes_of_age_on = worked_out(
        Kind.DATE,
        "The day on which the child comes of age, by what its country has laid down today; empty where the birth date"
        " is unknown, or the child has died.",
        comes_of_age,
        uses=("birth_date", "died_on"),
        filters=True,
        served=ranged("child_birth_date_idx", "birth_date", born_to_come_of_age),
    )
    in_care = worked_out(
        Kind.BOOLEAN,
        "Whether the child lives in one of the federation's homes today, be that home yours to see or not.",
        in_care,
        reads={"placement": ("child_id", *PERIOD)},
        nullable=False,
        filters=True,
        served=looked_up("placement_child_id_idx"),
    )
    current_placement = one_of(
        "placement",
        "child_id",
        doc="Where the child lives today, with the home's name, whoever may see that; empty where it is not in care.",
        condition=in_force,
        uses=PERIOD,
    )
    homes_lived_in = worked_out(
        Kind.INTEGER,
        "In how many homes the child has lived by today, the one of today included; where it spent no night it has not"
        " lived.",
        homes_lived_in,
        reads={"placement": ("child_id", "home_id", *PERIOD)},
        nullable=False,
        filters=True,
        orders=True,
        served=looked_up("placement_child_id_idx"),
    )
    home = through(
        "home",
        via="placement",
        near="child_id",
        far="home_id",
        many=False,
        doc="The home of today; empty where there is none (`inCare`), or it is not yours to see (`currentPlacement`).",
        condition=in_force,
        uses=PERIOD,
    )
    has_key_carer = worked_out(
        Kind.BOOLEAN,
        "Whether the child has a key carer today, be that caregiver yours to see or not.",
        has_key_carer,
        reads={"caregiver_assignment": DAYS},
        nullable=False,
        filters=True,
        served=looked_up("caregiver_assignment_child_id_idx"),
    )
    key_carer = through(
        "caregiver",
        via="caregiver_assignment",
        near="child_id",
        far="caregiver_id",
        many=False,
        doc="The child's key carer of today; empty where there is none (`hasKeyCarer`), or another programme has"
        " engaged whoever it is (`caregiverAssignments` tells the name).",
        condition=in_force,
        uses=PERIOD,
    )
    carer_continuity = worked_out(
        Kind.INTEGER,
        "Of a hundred days in care, on how many the child has had the key carer who was that for longest (UN"
        " Guidelines, paragraph 90); empty without a day in care.",
        carer_continuity,
        reads={"placement": DAYS, "caregiver_assignment": ("caregiver_id", *DAYS)},
        asks="The first day that counts; all days in care where it is left out.",
        asked_as="since",
    )
    siblings = through(
        "child",
        via="sibling_bond",
        near="child_id",
        far="sibling_id",
        many=True,
        doc="Brothers and sisters by a bond in force today.",
        condition=in_force,
        uses=PERIOD,
    )
