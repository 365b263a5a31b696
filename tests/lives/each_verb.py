"""The tests of every plain verb, for whichever entities a module asks them of."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from graph.declarations.verbs import Verb
from tests.lives import facts

if TYPE_CHECKING:
    from collections.abc import Mapping

    import pytest

    from tests.writes.writes import Writes

OF = {
    "test_a_stale_version": (Verb.CHANGE, Verb.CORRECT, Verb.END, Verb.VOID),
    "test_each_value_alone": (Verb.RECORD, Verb.CHANGE, Verb.CORRECT),
    "test_an_end": (Verb.END,),
    "test_taken_back": (Verb.VOID,),
}
"""The tests that some verbs alone are asked."""


class EachVerb:
    """Its tests run in the subclasses, once for each mutation.

    Attributes:
        verbs: what each mutation does, by its name.
        shared: the types whose rows every programme of a country sees.
    """

    verbs: ClassVar[Mapping[str, Verb]]
    shared: ClassVar[tuple[str, ...]]

    @classmethod
    def pytest_generate_tests(cls, metafunc: pytest.Metafunc) -> None:
        """Ask each test of the mutations that it is about."""
        about = OF.get(metafunc.function.__name__, tuple(Verb))
        metafunc.parametrize("name", [name for name, verb in cls.verbs.items() if verb in about])

    async def test_strangers(self, writes: Writes, name: str) -> None:
        """Who may not see the rows does nothing to them, and learns nothing."""
        await facts.is_refused_to_strangers(writes, name, self.shared)

    async def test_it_is_done(self, writes: Writes, name: str) -> None:
        """It is done, and history and feed tell of it."""
        await facts.is_done(writes, name)

    async def test_a_stale_version(self, writes: Writes, name: str) -> None:
        """What has changed since is looked at again first."""
        await facts.is_refused_when_stale(writes, name)

    async def test_a_key(self, writes: Writes, name: str) -> None:
        """Under a key it is done once."""
        await facts.is_done_once_under_a_key(writes, name)

    async def test_each_value_alone(self, writes: Writes, name: str) -> None:
        """What is given alone changes alone, also of many columns and of many links."""
        await facts.each_value_goes_alone(writes, name)

    async def test_an_end(self, writes: Writes, name: str) -> None:
        """What has ended ends once where it can be set right."""
        await facts.ends_once(writes, name)

    async def test_taken_back(self, writes: Writes, name: str) -> None:
        """What was recorded in error is taken back once, and stays so."""
        await facts.is_taken_back_once(writes, name)
