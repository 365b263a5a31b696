"""What the packs that come with the program say: real differences, each with its source, and what nobody has read."""

from __future__ import annotations

import re
from functools import cache

from countries.packs.keys import KEYS
from countries.packs.packs import Packs, load_packs
from countries.packs.timeline import LaidDown, RuleOrigin
from countries.register.register import load_register
from graph.entities.home_form import SETTING_OF, HomeForm, HomeSetting

DIFFERENT = 3
"""Rules that a country says otherwise than the default, so that it counts as one that differs."""
A_PLACE = re.compile(r"paragraph \d|reg\. \d|\bart\. \d|\bs\. \d|§ \d")
A_LINK = re.compile(r"https?://|www\.|\.(org|com|net|gov|eu)\b")
UNREAD = re.compile(r"general knowledge|to be confirmed|own floor|reading|A/RES/64/142|Merton and Salford")


@cache
def packs() -> Packs:
    """What countries lay down, as it comes with the program."""
    return load_packs(load_register())


def all_rules() -> list[LaidDown]:
    """Every rule that some line says, each line once."""
    found = {
        (each.line.file.name, each.line.line): each
        for rules in packs().places.values()
        for pieces in rules.values()
        for each in pieces
    }
    return [found[place] for place in sorted(found)]


def said_otherwise(code: str) -> set[str]:
    """The rules that a country, or a part of it, says otherwise than the default on some day."""
    default = {each.key.key: each.value for each in all_rules() if each.origin is RuleOrigin.FEDERATION}
    return {
        key
        for (country, _), rules in packs().places.items()
        if country == code
        for key, pieces in rules.items()
        if any(each.value != default[key] for each in pieces)
    }


def test_twelve_countries_of_five_regions_differ_in_several_rules() -> None:
    """A country differs where it says three rules at least otherwise than the default, on some day."""
    register = load_register()
    different = [code for code in register if len(said_otherwise(code)) >= DIFFERENT]
    assert len(different) >= 12, different
    assert len({register[code].region for code in different}) >= 5, different


def test_parts_of_a_country_differ_from_each_other() -> None:
    """Belgium's three communities and the four parts of the United Kingdom have rules of their own."""
    for code, parts in (("BE", 3), ("GB", 4)):
        named = packs().jurisdictions(code)
        assert len(named) == parts
        told = {tuple(each.value for key in KEYS for each in packs().places[code, part][key]) for part in named}
        assert len(told) == parts, code


def test_what_was_read_names_its_paragraph() -> None:
    """Whoever doubts a rule finds the place."""
    read = [each for each in all_rules() if each.certain]
    assert read
    assert [each.line.place for each in read if A_PLACE.search(each.source) is None] == []


def test_what_was_not_read_says_so() -> None:
    """It says where it comes from, and who is to confirm it."""
    unread = [each for each in all_rules() if not each.certain]
    assert [each.line.place for each in unread if UNREAD.search(each.source) is None] == []


def test_no_source_is_a_link_that_nobody_opened() -> None:
    """The research names no link to a law, and none is made up."""
    assert [each.line.place for each in all_rules() if A_LINK.search(each.source)] == []


def test_no_country_reviews_less_often_than_the_guidelines_ask() -> None:
    """Three months where nothing stricter holds: a law that asks for less stays out of the packs."""
    asked = [each for each in all_rules() if each.key.key == "review_interval_months"]
    assert max(each.whole or 0 for each in asked) == 3


def test_no_country_lets_a_child_under_three_do_without_a_family() -> None:
    """Three years, or more."""
    asked = [each for each in all_rules() if each.key.key == "family_only_under_age"]
    assert min(each.whole or 0 for each in asked) == 3


def test_figures_count_every_form_as_the_default_reads_it() -> None:
    """The setting of a home is the one that the default says of its form."""
    read = {each.key.key: each.value for each in all_rules() if each.origin is RuleOrigin.FEDERATION}
    assert {form: SETTING_OF[form] for form in HomeForm} == {form: read[f"setting_of.{form}"] for form in HomeForm}


def test_countries_that_read_a_familys_setting_otherwise_say_whose_reading_it_is() -> None:
    """National statistics count families of the federation among establishments in some countries."""
    key = f"setting_of.{HomeForm.SOS_FAMILY}"
    otherwise = [each for each in all_rules() if each.key.key == key and each.value == HomeSetting.RESIDENTIAL]
    assert len({each.line.file for each in otherwise}) >= 2
    assert [each.line.place for each in otherwise if "the reading of" not in each.source] == []
