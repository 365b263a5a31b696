"""What graphql-core says of a document, as templates: its sentences are English, and put together when they are told.

The templates are graphql-core's own words, so that English stays as it is; a message is read back into the one that it
was made of. What no template knows is told whole, as the detail of a sentence.
"""

from __future__ import annotations

import re
from itertools import chain

from graph.refusals import Alternatives, Spoken
from graph.words.placeholders import PLACEHOLDER

__all__ = ["DETAIL", "TEMPLATES", "said_by_library"]

DETAIL = "{detail}"
"""Another language says what it is about, and quotes the English."""
OF_A_DOCUMENT = (
    "Cannot query field '{field}' on type '{type}'.",
    "Cannot query field '{field}' on type '{type}'. Did you mean {names}?",
    "Cannot query field '{field}' on type '{type}'. Did you mean to use an inline fragment on {names}?",
    "Field '{field}' must not have a selection since type '{type}' has no subfields.",
    "Field '{field}' of type '{type}' must have a selection of subfields. Did you mean '{field_again} { ... }'?",
    "Field '{field}' of type '{type}' must have at least one field selected.",
    "Fragment cannot condition on non composite type '{type}'.",
    "Fragment '{fragment}' cannot condition on non composite type '{type}'.",
    "Fragment cannot be spread here as objects of type '{type}' can never be of type '{other}'.",
    "Fragment '{fragment}' cannot be spread here as objects of type '{type}' can never be of type '{other}'.",
    "Fragment '{fragment}' is never used.",
    "Cannot spread fragment '{fragment}' within itself.",
    "Cannot spread fragment '{fragment}' within itself via {path}.",
    "Unknown fragment '{fragment}'.",
    "Unknown type '{type}'.",
    "Unknown type '{type}'. Did you mean {names}?",
    "Unknown directive '@{directive}'.",
    "Unknown argument '{argument}' on directive '@{directive}'.",
    "Directive '@{directive}' may not be used on {place}.",
    "The directive '@{directive}' can only be used once at this location.",
    "Argument '@{directive}({argument}:)' of type '{type}' is required, but it was not provided.",
    "There can be only one argument named '{argument}'.",
    "There can be only one input field named '{field}'.",
    "There can be only one operation named '{operation}'.",
    "There can be only one fragment named '{fragment}'.",
    "There can be only one variable named '${variable}'.",
    "This anonymous operation must be the only defined operation.",
    "The {operation} operation is not supported by the schema.",
    "The {definition} definition is not executable.",
    "Variable '${variable}' is not defined.",
    "Variable '${variable}' is not defined by operation '{operation}'.",
    "Variable '${variable}' is never used.",
    "Variable '${variable}' is never used in operation '{operation}'.",
    "Variable '${variable}' cannot be non-input type '{type}'.",
    "Variable '${variable}' of type '{type}' used in position expecting type '{expected}'.",
    "Anonymous Subscription must select only one top level field.",
    "Subscription '{operation}' must select only one top level field.",
    "Anonymous Subscription must not select an introspection top level field.",
    "Subscription '{operation}' must not select an introspection top level field.",
    "Maximum introspection depth exceeded",
    (
        "Fields '{field}' conflict because '{one}' and '{other}' are different fields."
        " Use different aliases on the fields to fetch both if this was intentional."
    ),
    (
        "Fields '{field}' conflict because they have differing arguments."
        " Use different aliases on the fields to fetch both if this was intentional."
    ),
)
OF_ITS_SYNTAX = (
    "Syntax Error: Unexpected {token}.",
    "Syntax Error: Expected {expected}, found {token}.",
    "Syntax Error: Unexpected variable '${variable}' in constant value.",
    "Syntax Error: Unterminated string.",
)
TEMPLATES = (*OF_A_DOCUMENT, *OF_ITS_SYNTAX, DETAIL)
NAMES = "names"
NAME = re.compile(r"'([^']+)'")


def said_by_library(message: str, whole: str) -> Spoken:
    """The sentence that a message of graphql-core was made of, with its parameters: names of the document.

    Args:
        message: as graphql-core says it.
        whole: the same as it is told where no template knows it.
    """
    if whole == message:
        for template, form in FORMS:
            if (found := form.fullmatch(message)) is not None:
                return Spoken(template, tuple((name, _param(name, value)) for name, value in found.groupdict().items()))
    return Spoken(DETAIL, (("detail", whole),))


def _param(name: str, value: str) -> str:
    return Alternatives(NAME.findall(value)) if name == NAMES else value


def _form(template: str) -> str:
    parts = PLACEHOLDER.split(template)
    texts, names = parts[::2], parts[1::2]
    groups = [f"(?P<{name}>{'.+' if name in {NAMES, 'path', 'token', 'expected'} else '[^ ]+?'})" for name in names]
    return "".join(chain.from_iterable(zip(map(re.escape, texts), [*groups, ""], strict=True)))


# The longest first, for one may end where another goes on; at once, for who waits for its refusal waits for no more.
FORMS = tuple(
    (template, re.compile(_form(template), re.DOTALL))
    for template in sorted(chain(OF_A_DOCUMENT, OF_ITS_SYNTAX), key=len, reverse=True)
)
"""Each template, and what its messages look like."""
