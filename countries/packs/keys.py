"""The rules that every country lays down, key by key: what each says, in which unit, and within which bounds.

A key is asked for on a day in a country, never by an `if`: `frame.policy(AGE_OF_MAJORITY, day)` in an expression. A
rule that differs by form of care, by kind of carer or by age is a family: a key for each member, with a dot between
(`setting_of.SOS_FAMILY`). Paragraphs are those of the UN Guidelines for the Alternative Care of Children, A/RES/64/142.

To add a rule: its line here, and its line in `default.csv`, which holds every key on every day.
"""

from __future__ import annotations

from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING

from countries.packs.families import LICENCE_REQUIRED, SETTING_OF_FORM
from countries.packs.members import AGES, CARERS, CHECKS, FORMS, HEALTH_CHECKS, MEMBERS
from countries.packs.units import RuleUnit

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping


@dataclass(frozen=True, slots=True)
class RuleKey:
    """A rule that every country lays down.

    Attributes:
        key: in snake_case, unique; of a family with a dot and the member.
        doc: what it says, in a sentence that a reader of law understands.
        unit: what its value is counted in.
        least: the smallest number that can be meant; 0 where the unit is none of numbers.
        most: the largest one.
        may_be_none: whether `NOT_APPLICABLE` may stand there: nothing is asked.
    """

    key: str
    doc: str
    unit: RuleUnit
    least: int = 0
    most: int = 0
    may_be_none: bool = False

    @property
    def members(self) -> tuple[str, ...]:
        """The values, or the members of a list, that its unit has; none where it is a number or words."""
        return MEMBERS.get(self.unit, ())


def _years(key: str, doc: str, least: int, most: int, *, none: bool = False) -> RuleKey:
    return RuleKey(key, doc, RuleUnit.YEARS, least, most, none)


def _months(key: str, doc: str, least: int, most: int, *, none: bool = False) -> RuleKey:
    return RuleKey(key, doc, RuleUnit.MONTHS, least, most, none)


def _days(key: str, doc: str, least: int, most: int, *, none: bool = False) -> RuleKey:
    return RuleKey(key, doc, RuleUnit.DAYS, least, most, none)


def _hours(key: str, doc: str, least: int, most: int, *, none: bool = False) -> RuleKey:
    return RuleKey(key, doc, RuleUnit.HOURS, least, most, none)


def _words(member: str) -> str:
    return member.replace("_", " ").lower()


PART_BODY = RuleKey(
    "jurisdiction_body",
    "The public body whose rules hold in a part of the country: a part is one because this names it.",
    RuleUnit.BODY,
    may_be_none=True,
)
AGE_OF_MAJORITY = _years("age_of_majority", "Age in years at which the law calls a person adult.", 15, 21)
FAMILY_ONLY_UNDER = _years("family_only_under_age", "Age under which only a family will do (¶22).", 0, 18)


def _ages() -> Iterator[RuleKey]:
    yield PART_BODY
    yield AGE_OF_MAJORITY
    yield _years("age_of_being_heard", "Age from which a child is heard on every decision about it (¶6, 64).", 0, 18)
    yield _years("compulsory_school_from_age", "Age at which school begins to be compulsory (¶85).", 3, 8)
    yield _years("compulsory_school_until_age", "Age at which school is compulsory no longer (¶85).", 10, 19)
    yield FAMILY_ONLY_UNDER
    yield _years("aftercare_begun_by_age", "Age by which a plan for the time after care is begun (¶131-134).", 12, 18)
    yield _years(
        "aftercare_plan_from_age",
        "Age from which care ends by plan only with an agreed plan for afterwards and a named person (¶131-133).",
        12,
        21,
    )
    yield _years("aftercare_in_touch_until_age", "Age until which a care leaver is kept in touch with (¶131).", 16, 30)


def _entry() -> Iterator[RuleKey]:
    doc = "Hours after an emergency by which it is assessed whether care is necessary (¶32-40)."
    yield _hours("gatekeeping_hours", doc, 1, 720)
    yield _days("legal_basis_days", "Days in care after which a legal basis must be there (¶47).", 0, 365)
    yield _days("reason_known_days", "Days in care after which the reason for care must be known (¶15).", 0, 365)
    yield _days(
        "guardian_days", "Days in care after which somebody must decide for the child before the law (¶19).", 0, 365
    )
    yield _days("support_answer_days", "Days within which help that was asked for is answered (¶32-38).", 1, 365)
    yield RuleKey(
        "siblings_stay_together", "Whether brothers and sisters are to be placed together (¶17).", RuleUnit.YES_NO
    )
    yield RuleKey(
        "distance_from_home_km",
        "Kilometres from the family's home beyond which a placement asks for a reason (¶11).",
        RuleUnit.KILOMETRES,
        1,
        2_000,
    )


def _plans() -> Iterator[RuleKey]:
    yield _days("plan_first_days", "Days in care after which there must be a care plan (¶61-63).", 1, 365)
    yield _months("plan_interval_months", "Months after which a care plan is looked at again (¶61-63).", 1, 24)
    yield _days(
        "review_first_days", "Days after entry by which a placement is reviewed for the first time (¶66-67).", 1, 365
    )
    yield _months("review_interval_months", "Months from one review of a placement to the next (¶67).", 1, 24)
    yield _months(
        "look_again_months", "Months after which brothers and sisters apart are looked at again (¶17).", 1, 24
    )
    yield _months(
        "assessment_interval_months", "Months from one assessment of a child's needs to the next (¶58).", 1, 36
    )


def _contact() -> Iterator[RuleKey]:
    yield _days("visit_first_days", "Days after entry or a move by which the worker visits the child (¶128).", 1, 365)
    yield _days("visit_interval_days", "Days from one visit of the worker to the next (¶128).", 1, 365)
    yield _days("contact_interval_days", "Days within which a child has contact with its family (¶81).", 1, 365)
    yield _days(
        "sibling_contact_interval_days",
        "Days within which brothers and sisters who live apart have contact (¶17).",
        1,
        365,
    )
    yield _days("temporary_stay_days", "Days after which a temporary stay is a move that nobody decided (¶60).", 1, 365)
    yield _days(
        "emergency_shelter_days",
        "Days after which a stay in a shelter is no emergency any more (¶60).",
        1,
        365,
        none=True,
    )
    yield RuleKey(
        "moves_a_year",
        "Moves within twelve months beyond which a reason is asked for (¶60).",
        RuleUnit.TIMES_A_YEAR,
        0,
        12,
    )
    yield RuleKey(
        "key_carers_a_year",
        "Key carers of a child under three within twelve months beyond which it is found (¶90).",
        RuleUnit.TIMES_A_YEAR,
        1,
        12,
    )
    yield _days("health_check_first_days", "Days after entry by which a child's health is checked (¶84).", 1, 365)
    for kind in HEALTH_CHECKS:
        yield _months(
            f"health_check_interval_months.{kind}",
            f"Months from one health check to the next (¶84): {_words(kind)}.",
            1,
            60,
            none=True,
        )


def _after() -> Iterator[RuleKey]:
    yield _months("aftercare_touch_months", "Months from one touch with a care leaver to the next (¶131).", 1, 24)
    yield _months("follow_up_months", "Months for which a return to the family is followed up (¶52).", 0, 60)
    yield _days("follow_up_interval_days", "Days from one visit after a return to the next (¶52).", 1, 365)


def _homes() -> Iterator[RuleKey]:
    for form in FORMS:
        key = SETTING_OF_FORM.key(form)
        yield RuleKey(key, f"What counts as its setting (¶29 c): {_words(form)}.", RuleUnit.SETTING)
    for form in FORMS:
        yield RuleKey(
            LICENCE_REQUIRED.key(form),
            f"Whether a licence or a registration is asked for (¶55, 105): {_words(form)}.",
            RuleUnit.YES_NO,
            may_be_none=True,
        )
    yield _months("licence_months", "Months for which a licence of a home holds (¶105).", 1, 240, none=True)
    yield _months("inspection_interval_months", "Months from one inspection of a home to the next (¶128).", 1, 60)
    yield _months(
        "unannounced_inspection_interval_months",
        "Months within which a home is inspected without notice (¶128).",
        1,
        60,
        none=True,
    )
    for form in FORMS:
        yield RuleKey(
            f"largest_home.{form}",
            f"Children who live in one home at most (¶23, 123): {_words(form)}.",
            RuleUnit.CHILDREN,
            1,
            100,
            may_be_none=True,
        )
    for form in FORMS:
        for age in AGES:
            yield RuleKey(
                f"children_per_carer.{form}.{age}",
                f"Children for each carer at most (¶126), {_words(age)}: {_words(form)}.",
                RuleUnit.CHILDREN,
                1,
                50,
                may_be_none=True,
            )
    yield RuleKey(
        "own_children_counted", "Whether the carers' own children count among those of a carer (¶126).", RuleUnit.YES_NO
    )


def _carers() -> Iterator[RuleKey]:
    for kind in CARERS:
        yield RuleKey(
            f"checks_required.{kind}",
            f"The checks that are asked of one before a child is cared for (¶113): {_words(kind)}.",
            RuleUnit.CHECKS,
            may_be_none=True,
        )
    for check in CHECKS:
        yield _months(
            f"check_interval_months.{check}",
            f"Months after which a check is made again (¶113-115): {_words(check)}.",
            1,
            120,
            none=True,
        )
    for kind in CARERS:
        yield RuleKey(
            f"minimum_qualification.{kind}",
            f"The lowest level of education that is asked of one (¶115): {_words(kind)}.",
            RuleUnit.LEVEL,
            may_be_none=True,
        )
    yield _months("training_interval_months", "Months from one training of a carer to the next (¶115).", 1, 60)


def _voice_and_safety() -> Iterator[RuleKey]:
    yield _days("complaint_acknowledged_days", "Days within which a complaint is acknowledged (¶99).", 1, 90)
    yield _days("complaint_answer_days", "Days within which a complaint is answered (¶99).", 1, 365)
    yield RuleKey(
        "complaint_outside_body",
        "The body outside of the association to which a child can complain (¶99, 130).",
        RuleUnit.BODY,
        may_be_none=True,
    )
    yield _hours(
        "incident_told_hours", "Hours within which an authority is told of violence or restraint (¶96-97).", 1, 720
    )
    yield _hours("return_talk_hours", "Hours after a missing child's return within which a talk is offered.", 1, 720)
    yield _days("record_request_days", "Days within which a request to read a file is answered (¶111).", 1, 365)
    yield RuleKey("complete_file_fields", "What a complete file of a child has (¶110).", RuleUnit.FIELDS)


def _keeping() -> Iterator[RuleKey]:
    yield _years("child_file_years", "Years after a child's birth for which its file is kept (¶111).", 18, 200)
    yield _years(
        "child_file_years_after_death", "Years for which the file of a child that died in care is kept.", 1, 200
    )
    yield _years("adoption_file_years", "Years after the order for which the file of an adoption is kept.", 18, 200)
    yield _years("carer_file_years", "Years after an approval has ended for which a carer's file is kept.", 1, 100)
    yield _years(
        "carer_not_approved_file_years", "Years for which the file of a carer who was not approved is kept.", 1, 100
    )
    yield _years("contact_details_years", "Years after care for which a relative's contact details are kept.", 0, 100)
    yield _months("failed_check_months", "Months for which the outcome of a check that was not passed is kept.", 1, 120)
    yield _years("donor_file_years", "Years after the last gift for which a donor's details are kept.", 1, 50)
    yield _days("imported_row_days", "Days for which a row that was brought in a file is kept as it was.", 1, 365)


def _all() -> Iterator[RuleKey]:
    yield from _ages()
    yield from _entry()
    yield from _plans()
    yield from _contact()
    yield from _after()
    yield from _homes()
    yield from _carers()
    yield from _voice_and_safety()
    yield from _keeping()


KEYS: Mapping[str, RuleKey] = MappingProxyType({each.key: each for each in _all()})
"""Every rule, by its key, in the order in which the law is read: ages, entry, plans, afterwards, homes, carers, safety,
keeping."""
