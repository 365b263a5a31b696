"""What cannot be kept for a time is refused, with its place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from countries.packs.units import RuleUnit
from graph.declarations.misdeclared import MisdeclaredError

if TYPE_CHECKING:
    from graph.declarations.base import Entity
    from graph.declarations.model import EntityModel


def refuse_forgetting(entity: type[Entity], read: EntityModel) -> None:
    """Refuse what cannot be emptied, or is counted in something else than months or years.

    Raises:
        MisdeclaredError: what, with its place.
    """
    said = entity.forgets
    if said is None:
        return
    if said.after.unit not in (RuleUnit.MONTHS, RuleUnit.YEARS):
        raise MisdeclaredError(entity, "forgets", f"{said.after.key} is not counted in months or years.")
    for name in said.columns:
        if name not in read.stored or not read.stored[name].nullable:
            raise MisdeclaredError(entity, "forgets", f"{name} is no column that may be empty.")
    if said.behind is not None:
        _refuse_behind(entity, read, said.behind.link)
        return
    if said.since not in read.stored or read.stored[said.since].day is None:
        raise MisdeclaredError(entity, "forgets", f"{said.since} is no column that is a day.")
    members = read.stored[said.where].enumeration if said.where in read.stored else None
    if members is None or not set(said.among) <= set(members):
        raise MisdeclaredError(entity, "forgets", f"{said.where} is no column with these members.")


def _refuse_behind(entity: type[Entity], read: EntityModel, link: str) -> None:
    if link not in read.stored or read.stored[link].target is None:
        raise MisdeclaredError(entity, "forgets", f"{link} is no link of its own.")
