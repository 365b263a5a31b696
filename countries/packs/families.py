"""Rules that differ by form of care, by kind of carer or by age: a key for each member, with a dot between."""

from __future__ import annotations

from dataclasses import dataclass

from countries.packs.units import RuleUnit


@dataclass(frozen=True, slots=True)
class RuleFamily:
    """A rule of which each member has a key of its own: `setting_of.SOS_FAMILY`.

    Attributes:
        name: what stands before the dot.
        unit: what its values are counted in.
    """

    name: str
    unit: RuleUnit

    def key(self, member: str) -> str:
        """The key of one member."""
        return f"{self.name}.{member}"


SETTING_OF_FORM = RuleFamily("setting_of", RuleUnit.SETTING)
LICENCE_REQUIRED = RuleFamily("licence_required", RuleUnit.YES_NO)
