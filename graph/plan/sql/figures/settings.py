"""What countries read forms of care as, in SQL: the register's rows of one country on one day, as JSON.

Figures count every home by the one reading of the federation (`SETTING_OF`), which is what their lattice adds up by; a
country's own reading changes no figure, it is told beside them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import case, func, literal_column, or_, select

from countries.packs.timeline import RuleOrigin
from graph.entities.home_form import SETTING_OF, HomeForm
from graph.plan.sql.figures.objects import pairs_of, word
from graph.plan.sql.policies import POLICY, WHOLE_COUNTRY, holds
from graph.plan.sql.relation import JsonObject, Relation

if TYPE_CHECKING:
    from collections.abc import Mapping

    from graph.plan.sql.composition import Composition
    from graph.plan.sql.paging import Sql
    from graph.plan.tree.view import View

KEYS: Mapping[str, tuple[str, str]] = {f"setting_of.{form}": (form, SETTING_OF[form]) for form in HomeForm}
"""Form and setting behind each key of the packs, in the order of the forms."""
ITS_OWN = (RuleOrigin.PART, RuleOrigin.INSTALLATION)
"""Who says what a part of a country says for itself; all else it has from its country."""


def settings_sql(predicates: Composition, view: View, country: Relation, on: Sql) -> Sql:
    """What a country, and each of its parts that has a reading of its own, reads every form of care as.

    Args:
        predicates: numbers aliases.
        view: what is asked of each reading.
        country: a row that has a `country_code`.
        on: the day.
    """
    said = predicates.alias(predicates.model.by_table[POLICY])
    values: dict[str, Any] = {
        "form": _by_key({key: word(form) for key, (form, _) in KEYS.items()}, said.c.key),
        "counted": _by_key({key: word(setting) for key, (_, setting) in KEYS.items()}, said.c.key),
        "national": said.c.value,
        "jurisdiction": func.nullif(said.c.jurisdiction, WHOLE_COUNTRY),
        "source": said.c.source,
        "certain": said.c.certain == word("YES"),
    }
    place = _by_key({key: literal_column(str(place)) for place, key in enumerate(KEYS)}, said.c.key)
    rows = (
        select(JsonObject(pairs_of(view, values)).label("entry"))
        .select_from(said.clause)
        .where(
            said.c.code == country.c.country_code,
            said.c.key.in_([word(key) for key in KEYS]),
            or_(said.c.jurisdiction == WHOLE_COUNTRY, said.c.origin.in_([word(each.value) for each in ITS_OWN])),
            *holds(said, on),
        )
        .order_by(place, said.c.jurisdiction)
        .correlate(country.clause)
    )
    found = Relation(rows.subquery(f"settings_{predicates.number()}"))
    gathered = func.coalesce(func.json_agg(found.c.entry), literal_column("'[]'::json"))
    return select(gathered).select_from(found.clause).correlate(country.clause).scalar_subquery()


def _by_key(values: Mapping[str, Sql], key: Sql) -> Sql:
    return case(*((key == word(name), value) for name, value in values.items()))
