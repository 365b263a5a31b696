"""Full names in fourteen scripts, from Faker's locales, and what one mistake makes of each: what searches are tried on.

A name is unique in its country. A mistake is one letter, or sign, that is left out, added, another one, or that changes
places with the next; anywhere in the full name, the space included. What is added comes from the script's own names.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import date
from functools import cache
from random import Random
from typing import TYPE_CHECKING
from uuid import UUID, uuid5
from warnings import catch_warnings, simplefilter

from faker import Faker
from sqlalchemy import ARRAY, Uuid, bindparam, column, insert, table

from graph.entities import graph_model
from graph.plan.sql.compiled import with_values
from graph.plan.sql.relation import table_source
from graph.plan.sql.search_keys import keys_of
from graph.text_keys import made

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    import asyncpg

LOCALES: Mapping[str, tuple[str, ...]] = {
    "Latin": ("fr_FR", "vi_VN", "cs_CZ", "tr_TR", "es_ES", "pl_PL", "en_US", "de_DE"),
    "Cyrillic": ("ru_RU", "bg_BG", "uk_UA", "mk_MK"),
    "Greek": ("el_GR",),
    "Arabic": ("ar_SA", "ar_PS", "fa_IR", "ar_DZ"),
    "Hebrew": ("he_IL",),
    "Devanagari": ("hi_IN", "ne_NP", "mr_IN"),
    "Bengali": ("bn_BD",),
    "Tamil": ("ta_IN",),
    "Thai": ("th_TH",),
    "Georgian": ("ka_GE",),
    "Armenian": ("hy_AM",),
    "Han": ("zh_CN", "zh_TW"),
    "Japanese": ("ja_JP",),
    "Hangul": ("ko_KR",),
}
"""Faker's locales by script."""
FAMILY_FIRST = {"Han": "", "Hangul": "", "Japanese": " "}
"""Scripts in which the family's name stands first, and what stands behind it."""
MISTAKES = ("left out", "added", "another", "swapped")


@dataclass(frozen=True, slots=True)
class FullName:
    """A child's name.

    Attributes:
        script: of `LOCALES`.
        given: the given name.
        family: the family's.
    """

    script: str
    given: str
    family: str

    @property
    def full(self) -> str:
        """As people write it."""
        between = FAMILY_FIRST.get(self.script)
        return f"{self.given} {self.family}" if between is None else f"{self.family}{between}{self.given}"


@cache
def full_names(script: str, many: int, seed: int) -> tuple[FullName, ...]:
    """So many names of a script, no full name twice; the same for the same seed."""
    with catch_warnings():
        simplefilter("ignore")  # some of Faker's locales have another name by now
        makers = [Faker(locale) for locale in LOCALES[script]]
    for each in makers:
        each.seed_instance(seed)
    made_up = [FullName(script, maker.first_name(), maker.last_name()) for _ in range(many) for maker in makers][:many]
    known = Counter(each.full for each in made_up)
    return tuple(each for each in made_up if known[each.full] == 1)


def mistyped(name: FullName, mistake: str, letters: Sequence[str], random: Random) -> str:
    """A full name with one mistake.

    Args:
        name: whose.
        mistake: of `MISTAKES`.
        letters: what is typed in error is one of these.
        random: says where.
    """
    full = name.full
    place = random.randrange(len(full))
    if mistake == "left out":
        return full[:place] + full[place + 1 :]
    if mistake == "added":
        return full[:place] + random.choice(letters) + full[place:]
    if mistake == "another":
        return full[:place] + random.choice([each for each in letters if each != full[place]]) + full[place + 1 :]
    place = random.randrange(len(full) - 1)
    return full[:place] + full[place + 1] + full[place] + full[place + 2 :]


def letters_of(names: Sequence[FullName]) -> list[str]:
    """The letters of names."""
    return sorted({letter for each in names for letter in each.given + each.family if letter.isalpha()})


COLUMNS = ("country_code", "id", "programme_id", "case_number", "given_name", "family_name", "sex", "enrolled_on")
FIRST_DAY = date(2020, 1, 1)
SPACE = UUID("6f2d8b1c-52d5-4c3b-9a7e-0c1f6d3a9b55")


async def admit_all(
    connection: asyncpg.Connection[asyncpg.Record], country: str, programmes: Sequence[UUID], names: Sequence[FullName]
) -> list[UUID]:
    """Write a child for each name, spread over programmes, with what it is found by; their ids.

    Args:
        connection: the operator's.
        country: whose children.
        programmes: of that country.
        names: of the children.
    """
    entity = graph_model().by_table["child"]
    keys = {name: each.made for name, each in entity.stored.items() if each.made is not None}
    ids = [uuid5(SPACE, f"{country} {number}") for number in range(len(names))]
    rows = []
    for number, (id_, name) in enumerate(zip(ids, names, strict=True)):
        programme = programmes[number % len(programmes)]
        texts = {"case_number": f"{country}-{2000 + number % 25}/{number:06}", "given_name": name.given}
        texts["family_name"] = name.family
        told = (country, id_, programme, *texts.values(), "UNKNOWN", FIRST_DAY)
        rows.append((*told, *(made(of.key, country, texts.get(of.text)) for of in keys.values())))
    await connection.copy_records_to_table("child", records=rows, columns=[*COLUMNS, *keys])
    source = table_source("child", "child_1")
    these = source.c.id == bindparam("ids", type_=ARRAY(Uuid())).any_()
    kept = table("child_search_key", *map(column, ("country_code", "key", "programme_id", "row_id")))
    chosen = keys_of(entity, source).where(these)
    text, values = with_values(insert(kept).from_select(list(kept.c.keys()), chosen), ids=ids)
    await connection.execute(text, *values)
    return ids
