"""The catalogues: whole in the languages that promise it, right in all, and counted on a page that is in step."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest
from click.testing import CliRunner

from graph.cli import main
from graph.commands.words import CATALOGUES, PAGE, catalogue_of, page_of_languages
from graph.words.checking import faults_in
from graph.words.counts import translated
from graph.words.template import Message, updated
from graph.words.words import languages, words_of

WHOLE = ("ar", "fr")
"""Languages in which nothing falls back; English is what everything is declared in."""
HEAD = """\
msgid ""
msgstr ""
"Language: {tag}\\n"
"Content-Type: text/plain; charset=utf-8\\n"
"Plural-Forms: {plurals}\\n"

"""
TWO = "nplurals=2; plural=(n != 1);"
AGAIN = "Keep open what is open, and try again in {seconds} second"
BROKEN = {
    "a parameter that is missing": ('msgid "There is no such {type}."\nmsgstr "Das gibt es nicht."\n', TWO, 7, "lacks"),
    "a parameter that there is none": (
        'msgid "There is no such {type}."\nmsgstr "{typ}, {type}: nicht da."\n', TWO, 7, "there is none",
    ),
    "a form of a plural that is missing": (
        f'msgid "{AGAIN}."\nmsgid_plural "{AGAIN}s."\nmsgstr[0] "In {{seconds}} Sekunde."\nmsgstr[1] ""\n',
        TWO, 7, "2 forms",
    ),
    "a plural that is none": (f'msgid "{AGAIN}."\nmsgstr "In {{seconds}} Sekunden."\n', TWO, 7, "plural"),
    "a rule for plurals that is none": ("", "nplurals=2; plural=(n !=);", 1, "plural"),
    "as many forms as another language has": ("", "nplurals=3; plural=(n > 1);", 1, "plural forms"),
    "what nobody says": ('msgid "Nobody says this."\nmsgstr "Niemand."\n', TWO, 7, "Nothing says that"),
    "what is unsure": ('#, fuzzy\nmsgid "Check the day."\nmsgstr "Prüfen."\n', TWO, 8, "unsure"),
    "what is cut off": ('msgid "Check the day."\nmsgstr "Prüfen\n', TWO, 8, "no catalogue"),
}  # fmt: skip


@pytest.mark.parametrize("case", BROKEN)
def test_a_broken_catalogue_is_told_with_file_and_line(case: str, messages: Sequence[Message], tmp_path: Path) -> None:
    """And what is wrong with it."""
    text, plurals, line, told = BROKEN[case]
    path = tmp_path / "de.po"
    path.write_text(HEAD.format(tag="de", plurals=plurals) + text, encoding="utf-8")
    faults = faults_in(path, messages)
    assert faults, case
    assert (faults[0].file, faults[0].line) == (str(path), line), faults
    assert told in faults[0].fault, faults


def test_a_file_that_names_no_language_is_refused(messages: Sequence[Message], tmp_path: Path) -> None:
    """The language is the file's name."""
    path = tmp_path / "klingonisch.po"
    path.write_text(HEAD.format(tag="xx", plurals=TWO), encoding="utf-8")
    (fault,) = faults_in(path, messages)
    assert "no language tag" in fault.fault


def test_ours_are_right(messages: Sequence[Message]) -> None:
    """Plural forms, parameters, and nothing that nobody says."""
    found = [fault for tag in languages()[1:] for fault in faults_in(CATALOGUES / f"{tag}.po", messages)]
    assert not found, [str(each) for each in found[:5]]


def test_the_seven_languages_are_there() -> None:
    """English, and six beside it."""
    assert set(languages()) >= {"ar", "de", "en", "es", "fr", "nl", "pt"}


@pytest.mark.parametrize("tag", WHOLE)
def test_nothing_falls_back(tag: str, messages: Sequence[Message]) -> None:
    """In French and in Arabic everything is said."""
    missing = sorted({each.key for each in messages} - translated(catalogue_of(CATALOGUES / f"{tag}.po")), key=str)
    assert not missing, (len(missing), missing[:5])


@pytest.mark.parametrize("tag", ["ar", "de", "es", "fr", "nl", "pt"])
def test_catalogues_lie_as_an_update_lays_them(tag: str, messages: Sequence[Message]) -> None:
    """`hearth words update` changes nothing."""
    path = CATALOGUES / f"{tag}.po"
    assert updated(catalogue_of(path), messages, tag) == path.read_text(encoding="utf-8")


def test_the_page_of_languages_is_in_step(messages: Sequence[Message]) -> None:
    """What falls back is counted."""
    assert page_of_languages(messages) == PAGE.read_text(encoding="utf-8")


def test_plurals_follow_the_language() -> None:
    """One, two, few and many are others in Arabic; French says nought as one."""
    one, many = "one country", "{count} countries"
    arabic = {words_of("ar").count(one, many, number, "Report") for number in (1, 2, 3, 11, 100)}
    assert len(arabic) == 5
    french = words_of("fr")
    assert french.count(one, many, 0, "Report") == french.count(one, many, 1, "Report")
    assert french.count(one, many, 2, "Report") != french.count(one, many, 1, "Report")


def test_the_command_tells_file_and_line_and_fails(tmp_path: Path) -> None:
    """`hearth words check FILE`."""
    path = tmp_path / "de.po"
    path.write_text(HEAD.format(tag="de", plurals=TWO) + 'msgid "x"\nmsgstr "y"\n', encoding="utf-8")
    done = CliRunner().invoke(main, ["words", "check", str(path)])
    assert done.exit_code == 1
    assert f"{path}:7:" in done.output
