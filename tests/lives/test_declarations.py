"""What contradicts itself of what becomes of a row fails where it stands; an action takes a verb's place."""

from __future__ import annotations

from contextlib import contextmanager
from itertools import count
from types import ModuleType
from typing import TYPE_CHECKING, Any, ClassVar

import pytest

import graph.writes.actions as found_actions
from graph.declarations.base import Entity, Kind, Names, Owner, TenantEntity
from graph.declarations.derive import complete_tables
from graph.declarations.fields import sensitive
from graph.declarations.lives import Alone, Corrected, Dated, Voidable, verbs
from graph.declarations.misdeclared import MisdeclaredError
from graph.declarations.nouns import NATIONAL, Privacy
from graph.declarations.verbs import Verb, name_of, sentence_of
from graph.entities import all_entities
from graph.writes.action import Action
from graph.writes.actions import all_actions, modules, named

if TYPE_CHECKING:
    from collections.abc import Iterator

    from graph.writes.writing import Writing

NUMBERS = count(1)


@contextmanager
def declared(*bases: type, **said: Any) -> Iterator[type[Entity]]:  # noqa: ANN401 - whatever a declaration holds
    """A class with a note, declared and completed; its table is taken away afterwards."""
    all_entities()
    name = f"odd{next(NUMBERS)}"
    hints = {"note": str, **dict.fromkeys(set(said) - {"__annotations__"}, ClassVar), **said.pop("__annotations__", {})}
    body = {
        "__module__": __name__, "__doc__": "A row.", "__tablename__": name, "names": Names("Odd", name, f"{name}s"),
        "owner": Owner("child"), "note": sensitive(Kind.TEXT, "A note.", creates=NATIONAL), **said,
        "__annotations__": {"names": ClassVar, "owner": ClassVar, **hints},
    }  # fmt: skip
    make: Any = type(TenantEntity)
    entity: type[Entity] = make(name.title(), (TenantEntity, *bases), body, table=True)
    try:
        complete_tables([entity])
        yield entity
    finally:
        Entity.metadata.remove(Entity.metadata.tables[name])


@pytest.mark.parametrize(
    ("bases", "said", "sentence"),
    [
        ((), {"mutations": verbs("end")}, "not dated does not end"),
        ((), {"mutations": verbs("void")}, "cannot be taken back has no such verb"),
        ((), {"mutations": verbs("correct")}, "nothing of it may be set right"),
        ((Corrected,), {"mutations": (*verbs("correct"), *verbs("correct"))}, "two of them are called correctOdd"),
        ((Dated,), {"at_end": ("reason",)}, "reason is no column that is empty until the end"),
        ((Dated,), {"at_end": ("note",)}, "note is no column that is empty until the end"),
        ((Dated,), {"alone": Alone("sort")}, "there is no column sort"),
        ((Voidable,), {"void_column": "note"}, "it follows from Voidable"),
    ],
)
def test_what_contradicts_itself_is_refused(bases: tuple[type, ...], said: dict[str, object], sentence: str) -> None:
    """At import, with the class and its file."""
    with pytest.raises(MisdeclaredError, match=sentence), declared(*bases, **said):
        pass


def test_the_file_and_the_line_are_told() -> None:
    """Whoever reads the message finds the member that says it."""

    class Odd(TenantEntity, table=True):
        """A row."""

        __tablename__ = "odd_line"
        names: ClassVar[Names] = Names("OddLine", "oddLine", "oddLines")
        owner: ClassVar = Owner("child")
        mutations: ClassVar = verbs("end")

    with pytest.raises(MisdeclaredError, match=rf"{__file__}:\d+: Odd.mutations: "):
        complete_tables([Odd])
    Entity.metadata.remove(Entity.metadata.tables["odd_line"])


def test_an_entity_says_what_it_has_more_to_say_of() -> None:
    """A column that it declares itself is its own; the others are the mixin's, behind all of its own."""
    why = sensitive(Kind.TEXT, "Why.", default=None, creates=NATIONAL)
    with declared(Voidable, void_reason=why, __annotations__={"void_reason": str | None}) as entity:
        columns = Entity.metadata.tables[str(entity.__tablename__)].columns
        assert columns["void_reason"].comment == "Why."
        assert columns["voided_at"].info["hearth"].privacy is Privacy.SENSITIVE
        # Where a record leads on to stands behind everything that somebody declares.
        assert [each.name for each in columns if not each.name.startswith("child_")][-1] == "voided_at"


@pytest.mark.parametrize(("verb", "name"), [(Verb.END, "endTie"), (Verb.CHANGE, "updateTie"), (Verb.VOID, "voidTie")])
def test_a_verb_is_called_by_what_it_does(verb: Verb, name: str) -> None:
    """The name is the verb and the type; the sentence names the row as a person does."""
    assert name_of(verb, "Tie") == name
    assert " a tie" in sentence_of(verb, "Tie")
    assert " an open tie" in sentence_of(verb, "OpenTie")


def _nothing(_: Writing) -> None:
    """Composes nothing."""


def _module(name: str, *actions: Action) -> ModuleType:
    module = ModuleType(name)
    module.__file__ = f"{name}.py"
    vars(module)["ACTIONS"] = actions
    return module


def test_an_action_takes_the_place_of_a_verb(monkeypatch: pytest.MonkeyPatch) -> None:
    """A module that is there is found, and what it lists is done instead of the verb of that name."""
    meant = Action("endCommunityLink", "Ends a tie.", "community_link", (), _nothing, creates=False)
    monkeypatch.setattr(found_actions, "modules", lambda: iter([*modules(), _module("ties", meant)]))
    all_actions.cache_clear()
    assert all_actions()["endCommunityLink"] is meant
    monkeypatch.undo()
    all_actions.cache_clear()
    assert all_actions()["endCommunityLink"] is not meant


def test_what_lists_nothing_or_lists_twice_is_refused() -> None:
    """A file among the actions is one; two of one name are told with the file of the second."""
    meant = Action("endCommunityLink", "Ends a tie.", "community_link", (), _nothing, creates=False)
    with pytest.raises(ValueError, match=r"empty\.py:1: ACTIONS: it lists none"):
        named(iter([_module("empty")]))
    with pytest.raises(ValueError, match=r"two\.py:1: ACTIONS: there is another mutation endCommunityLink"):
        named(iter([_module("one", meant), _module("two", meant)]))
