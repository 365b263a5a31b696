"""Units of rules: what a value of each looks like in a file, and what of it is a whole number.

A value is text, so that one column holds all of them. `NOT_APPLICABLE` says that nothing is asked: a grandmother needs
no licence. That is no breach, and it is not the same as a rule that nobody knows.
"""

from __future__ import annotations

from countries.packs.explained import Explained

NOT_APPLICABLE = "NOT_APPLICABLE"
"""Nothing is asked."""


class RuleUnit(Explained):
    """What a rule's value is counted in; a file writes it in small letters."""

    YEARS = "YEARS", "A whole number of years: an age, or how long something is kept."
    MONTHS = "MONTHS", "A whole number of months of the calendar."
    DAYS = "DAYS", "A whole number of days."
    HOURS = "HOURS", "A whole number of hours."
    KILOMETRES = "KILOMETRES", "A whole number of kilometres."
    CHILDREN = "CHILDREN", "A whole number of children."
    TIMES_A_YEAR = "TIMES_A_YEAR", "How often within twelve months, a whole number."
    YES_NO = "YES_NO", "YES or NO."
    SETTING = "SETTING", "A setting of care: FAMILY_BASED, RESIDENTIAL or INDEPENDENT."
    LEVEL = "LEVEL", "A level of education: ISCED_0 to ISCED_8."
    CHECKS = "CHECKS", "Kinds of checks of a carer, a space between."
    FIELDS = "FIELDS", "Fields of a file, as Type.field, a space between."
    BODY = "BODY", "The name of a public body, or of one outside of the association, in words."

    @property
    def is_number(self) -> bool:
        """Whether its values are whole numbers."""
        return self in _NUMBERS

    @property
    def is_list(self) -> bool:
        """Whether a value names several members."""
        return self in (RuleUnit.CHECKS, RuleUnit.FIELDS)


_NUMBERS = frozenset(
    {
        RuleUnit.YEARS,
        RuleUnit.MONTHS,
        RuleUnit.DAYS,
        RuleUnit.HOURS,
        RuleUnit.KILOMETRES,
        RuleUnit.CHILDREN,
        RuleUnit.TIMES_A_YEAR,
    }
)
