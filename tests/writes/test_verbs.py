"""What is so of the plain verbs, over all entities that declare some: none is named here."""

from __future__ import annotations

from types import MappingProxyType

from graph.entities import graph_model
from tests.lives.each_verb import EachVerb
from tests.writes.made_up import plain_verbs


class TestEachVerb(EachVerb):
    """What is so of every verb, of the entities that there are."""

    verbs = MappingProxyType({name: mutation.does for name, (_, mutation) in plain_verbs().items()})
    shared = tuple(
        each.type_name for each in graph_model().by_type.values() if each.is_tenant and not each.programme_column
    )
