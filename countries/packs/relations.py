"""Rules that hang together: of two that hold on one day, one may not say more than the other."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

from countries.packs.members import AGES, FORMS


@dataclass(frozen=True, slots=True)
class AtMost:
    """That one number is at most another one, on every day and everywhere.

    Attributes:
        lesser: the key of the one.
        greater: the key of the other, in the same unit.
        may_equal: whether both may say the same.
    """

    lesser: str
    greater: str
    may_equal: bool = True

    def holds(self, lesser: int, greater: int) -> bool:
        """Whether two numbers agree with it."""
        return lesser <= greater if self.may_equal else lesser < greater


RELATIONS = (
    AtMost("compulsory_school_from_age", "compulsory_school_until_age", may_equal=False),
    AtMost("age_of_being_heard", "age_of_majority"),
    AtMost("family_only_under_age", "age_of_majority"),
    AtMost("aftercare_begun_by_age", "age_of_majority"),
    AtMost("aftercare_begun_by_age", "aftercare_plan_from_age"),
    AtMost("aftercare_plan_from_age", "aftercare_in_touch_until_age"),
    AtMost("inspection_interval_months", "unannounced_inspection_interval_months"),
    AtMost("complaint_acknowledged_days", "complaint_answer_days"),
    AtMost("carer_not_approved_file_years", "carer_file_years"),
    *(
        AtMost(f"children_per_carer.{form}.{younger}", f"children_per_carer.{form}.{older}")
        for form in FORMS
        for younger, older in pairwise(AGES)
    ),
)
"""All of them. A rule that is not applicable contradicts none."""
