"""A declaration that contradicts itself: refused at import, with the file and the line where it stands."""

from __future__ import annotations

import ast
import inspect
from textwrap import dedent


class MisdeclaredError(ValueError):
    """A declaration cannot be meant.

    Args:
        entity: the class.
        name: the member that says it; the class itself where it has none of that name.
        message: what is wrong, and what to do.
    """

    def __init__(self, entity: type, name: str, message: str) -> None:
        super().__init__(f"{place_of(entity, name)}: {entity.__name__}.{name}: {message}")


def place_of(entity: type, name: str) -> str:
    """The file and the line of a member, or of its class; the class's module where no file holds it."""
    try:
        lines, first = inspect.getsourcelines(entity)
        path = inspect.getsourcefile(entity)
    except (OSError, TypeError):
        return entity.__module__
    (body,) = ast.parse(dedent("".join(lines))).body
    for statement in body.body if isinstance(body, ast.ClassDef) else ():
        named = statement.target if isinstance(statement, ast.AnnAssign) else None
        targets = statement.targets if isinstance(statement, ast.Assign) else [named]
        if any(isinstance(each, ast.Name) and each.id == name for each in targets):
            return f"{path}:{first + statement.lineno - 1}"
    return f"{path}:{first}"
