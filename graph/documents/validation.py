"""The specification's validation rules, walked through a document together.

graphql-core asks every rule about every kind of node anew for each document, which takes longer than the rules
themselves. Here one rule stands for all of them, and who cares for which kind of node is found out once.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

from graphql import (
    BREAK,
    SKIP,
    FragmentDefinitionNode,
    GraphQLError,
    KnownArgumentNamesRule,
    OverlappingFieldsCanBeMergedRule,
    ParallelVisitor,
    ProvidedRequiredArgumentsRule,
    TypeInfo,
    TypeInfoVisitor,
    ValidationContext,
    ValidationRule,
    ValuesOfCorrectTypeRule,
    specified_rules,
)
from graphql.language.visitor import EnterLeaveVisitor
from graphql.pyutils import RefMap
from graphql.validation.rules.overlapping_fields_can_be_merged import RuleContext
from graphql.validation.validate import FragmentNestingVisitor, ValidationAbortedError
from graphql.validation.validation_context import VariableUsage, VariableUsageVisitor
from strawberry.schema.validation_rules.maybe_null import MaybeNullValidationRule
from strawberry.schema.validation_rules.one_of import OneOfInputValidationRule

from graph.documents.value_rules import FittingValues, KnownArguments, RequiredArguments
from graph.plan.read.walk import walk
from graph.shares.steps import step

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from graphql import (
        ASTValidationRule,
        DocumentNode,
        GraphQLSchema,
        Node,
        OperationDefinitionNode,
        Visitor,
    )

COMPARISONS = 100_000
"""What comparing fields with each other may cost, in the rule's own unit: about half a second."""


COMPARISON_STEPS = 5
RULE_STEPS = 2
"""Steps that one rule's look at one node takes."""
FAULT_STEPS = 2_000
"""Steps that a fault takes: its place is found by counting lines, names are looked for that are alike, and what is
wrong is printed."""
FAULTS_WITH_NAMES = 10
"""How many faults of a document say which name may have been meant: looking for it takes most of a fault's time."""


class _Comparisons(RuleContext):
    """What the comparisons of one document may still cost: each takes steps."""

    __slots__ = ("_left",)

    @property
    def remaining_complexity_budget(self) -> int:
        """What is left."""
        return self._left

    @remaining_complexity_budget.setter
    def remaining_complexity_budget(self, left: int) -> None:
        step(COMPARISON_STEPS)
        self._left = left


class MergeableFields(OverlappingFieldsCanBeMergedRule):
    """The specification's rule with a smaller budget: its own lets one document take seconds."""

    def __init__(self, context: ValidationContext) -> None:
        super().__init__(context)
        self.rule_context = _Comparisons()
        self.rule_context.remaining_complexity_budget = COMPARISONS


OURS: Mapping[object, type[ASTValidationRule]] = {
    OverlappingFieldsCanBeMergedRule: MergeableFields,
    KnownArgumentNamesRule: KnownArguments,
    ProvidedRequiredArgumentsRule: RequiredArguments,
    ValuesOfCorrectTypeRule: FittingValues,
}
RULES: tuple[type[ASTValidationRule], ...] = (
    *(OURS.get(rule, rule) for rule in specified_rules),
    MaybeNullValidationRule,
    OneOfInputValidationRule,
)
"""The specification's, and Strawberry's for its inputs."""


MAX_FAULTS = 100
"""Faults of one document that are told."""


def faults_of(schema: GraphQLSchema, document: DocumentNode) -> list[GraphQLError]:
    """What is wrong with a document: nothing, where it is valid.

    The last one says so where validation gave up. As graphql-core's `validate`, but in steps.
    """
    faults: list[GraphQLError] = []
    types = TypeInfo(schema)
    context = _Context(schema, document, types, faults)
    fragments = {node.name.value: node for node in document.definitions if isinstance(node, FragmentDefinitionNode)}
    visitors: list[Visitor] = [FragmentNestingVisitor(fragments)] if fragments else []
    try:
        walk(document, TypeInfoVisitor(types, ParallelVisitor([*visitors, EveryRule(context)])))
    except ValidationAbortedError as error:
        faults.append(ValidationAbortedError(error.message))
    except RecursionError:
        faults.append(ValidationAbortedError("Validation aborted."))
    return faults


class _Context(ValidationContext):
    """What the rules know and tell, in steps; what is kept for a node is kept for that one, not for all equal ones."""

    def __init__(
        self, schema: GraphQLSchema, document: DocumentNode, types: TypeInfo, faults: list[GraphQLError]
    ) -> None:
        super().__init__(schema, document, types, self._tell)
        self._faults = faults
        # To look in a dictionary for a node is to go through all that it holds.
        self._fragment_spreads = RefMap()  # type: ignore[assignment]  # used as a dictionary is
        self._variable_usages = RefMap()  # type: ignore[assignment]  # as above
        self._recursive_variable_usages = RefMap()  # type: ignore[assignment]  # as above

    def _tell(self, fault: GraphQLError) -> None:
        if len(self._faults) >= MAX_FAULTS:
            raise ValidationAbortedError("Too many validation errors, error limit reached. Validation aborted.")
        self._faults.append(fault)
        self._hide_suggestions = len(self._faults) >= FAULTS_WITH_NAMES
        step(FAULT_STEPS)

    def get_variable_usages(self, node: OperationDefinitionNode | FragmentDefinitionNode) -> list[VariableUsage]:
        """The variables that are used directly within an operation or a fragment."""
        usages = self._variable_usages.get(node)
        if usages is None:
            visitor = VariableUsageVisitor(self._type_info, node if isinstance(node, FragmentDefinitionNode) else None)
            walk(node, TypeInfoVisitor(self._type_info, visitor))
            usages = self._variable_usages[node] = visitor.usages
        return usages

    def spend_fragment_work(self, amount: int) -> None:
        """Count what the fragments of several operations cost."""
        step(amount)
        super().spend_fragment_work(amount)


class EveryRule(ValidationRule):
    """All of `RULES` as one."""

    def __init__(self, context: ValidationContext) -> None:
        super().__init__(context)
        self._rules: Sequence[Any] = [rule(context) for rule in RULES]
        # For each rule the node whose inside it does not want to see, or BREAK where it wants to see no more.
        self._skipping: list[object] = [None] * len(RULES)

    def get_enter_leave_for_kind(self, kind: str) -> EnterLeaveVisitor:
        """Whom to tell of a node of this kind; asked once for each kind in a document."""
        found: EnterLeaveVisitor | None = self.enter_leave_map.get(kind)
        if found is None:
            entering, leaving = _interested(kind)
            enter = self._entering([(number, getattr(self._rules[number], name)) for number, name in entering])
            leave = self._leaving({number: getattr(self._rules[number], name) for number, name in leaving})
            found = EnterLeaveVisitor(enter, leave) if entering or leaving else EnterLeaveVisitor(None, None)
            self.enter_leave_map[kind] = found
        return found

    def _entering(self, told: Sequence[tuple[int, Callable[..., object]]]) -> Callable[..., None]:
        skipping = self._skipping

        def enter(node: Node, *where: object) -> None:
            step(RULE_STEPS * len(told))
            for number, tell in told:
                if skipping[number] is None:
                    answer = tell(node, *where)
                    if answer is not None:
                        skipping[number] = _skipped(answer, node)

        return enter

    def _leaving(self, told: dict[int, Callable[..., object]]) -> Callable[..., None]:
        skipping = self._skipping

        def leave(node: Node, *where: object) -> None:
            step(RULE_STEPS * len(told))
            for number, skipped in enumerate(skipping):
                if skipped is node:
                    skipping[number] = None
                elif skipped is None and number in told and told[number](node, *where) is BREAK:
                    skipping[number] = BREAK

        return leave


def _skipped(answer: object, node: Node) -> object:
    if answer is SKIP or answer is False:
        return node
    if answer is BREAK or answer is True:
        return BREAK
    raise TypeError("A validation rule edits no document.")


@cache
def _interested(kind: str) -> tuple[Sequence[tuple[int, str]], Sequence[tuple[int, str]]]:
    """The rules, by number, that have a method for entering such a node, and for leaving it."""
    entering, leaving = (
        [
            (number, name)
            for number, rule in enumerate(RULES)
            for name in [next((name for name in (f"{step}_{kind}", step) if hasattr(rule, name)), None)]
            if name is not None
        ]
        for step in ("enter", "leave")
    )
    return entering, leaving
