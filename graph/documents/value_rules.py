"""The specification's rules about arguments and their values, in our words: with the place, and what is expected there.

graphql-core's own repeat what is written, which may be a child's name, and say no place that a machine reads.
"""

from __future__ import annotations

from functools import reduce
from typing import TYPE_CHECKING

from graphql import (
    SKIP,
    GraphQLError,
    KnownArgumentNamesRule,
    ProvidedRequiredArgumentsRule,
    ValuesOfCorrectTypeRule,
    is_required_argument,
)

from graph.plan.read.misfits import MISSING, Listing, listed_names, meant, misfit, of_literal
from graph.plan.read.named_places import written
from graph.plan.read.places import inside
from graph.refusals import Spoken, filled, merged

if TYPE_CHECKING:
    from collections.abc import Mapping

    from graphql import (
        ArgumentNode,
        FieldNode,
        GraphQLInputType,
        Node,
        ValidationContext,
        ValueNode,
        VariableDefinitionNode,
        VisitorAction,
    )

    from graph.errors import Place
    from graph.plan.read.misfits import Misfit
    from graph.refusals import Params


TAKES = Listing("It takes {names}.", "It takes {names}, and {more} more.")
TAKES_NONE = "It takes no argument; leave it out."
UNKNOWN_ARGUMENT = "`{argument}` is no argument of that field of {owner}."


class FittingValues(ValuesOfCorrectTypeRule):
    """Every value fits where it stands."""

    def __init__(self, context: ValidationContext) -> None:
        super().__init__(context)
        self._named = ""

    def enter_argument(self, node: ArgumentNode, *_: object) -> None:
        """Remember whose value is looked at."""
        self._named = node.name.value

    def enter_variable_definition(self, node: VariableDefinitionNode, *_: object) -> None:
        """Remember whose default is looked at."""
        self._named = f"${node.variable.name.value}"

    def is_valid_value_node(self, node: ValueNode, input_type: GraphQLInputType | None) -> VisitorAction:
        """Report each place of a whole value that does not fit."""
        if input_type is not None:
            for each in of_literal(node, input_type, None):
                self.report_error(_misfitting((self._named, *each.steps), each, reduce(inside, each.steps, node)))
        return SKIP


class KnownArguments(KnownArgumentNamesRule):
    """Every argument is one of its field's."""

    def enter_argument(self, arg_node: ArgumentNode, *_args: object) -> None:
        """Report an argument that there is not, with those that there are."""
        field, owner, name = self.context.get_field_def(), self.context.get_parent_type(), arg_node.name.value
        if self.context.get_argument() or field is None or owner is None:
            return
        names = list(field.args)
        hint = meant(name, names) or (listed_names(TAKES, names) if names else Spoken(TAKES_NONE))
        named = (("argument", name), ("owner", owner.name))
        self.report_error(_told(UNKNOWN_ARGUMENT, hint, named, arg_node, {"place": (name,), "path": (name,)}))


class RequiredArguments(ProvidedRequiredArgumentsRule):
    """Every argument that has to be there is."""

    def leave_field(self, field_node: FieldNode, *_args: object) -> VisitorAction:
        """Report each argument that is missing."""
        field = self.context.get_field_def()
        if not field:
            return SKIP
        given = {each.name.value for each in field_node.arguments or ()}
        for name, argument in field.args.items():
            if name not in given and is_required_argument(argument):
                self.report_error(_misfitting((name,), misfit((), argument.type, MISSING), field_node))
        return None


def _misfitting(place: Place, what: Misfit, at: Node) -> GraphQLError:
    """The error of a value that does not fit at its place."""
    told: dict[str, object] = {"place": place, "expected": what.expected}
    if not str(place[0]).startswith("$"):
        told["path"] = place
    named = what.params_at(f"`{written(place)}`")
    return _told(what.fault, Spoken(what.hint, what.params), named, at, told)


def _told(sentence: str, advice: Spoken, params: Params, at: Node, told: Mapping[str, object]) -> GraphQLError:
    """An error of graphql-core that brings its templates along: only such are in our words."""
    params = merged(params, advice.params)
    hint = filled(advice.template, params)
    ours = {"hint": hint, "sentence": sentence, "advice": advice.template, "params": params}
    return GraphQLError(filled(sentence, params), at, extensions={**told, **ours})
