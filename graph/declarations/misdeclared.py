"""A declaration that contradicts itself: refused at import, with the file and the line where it stands."""

from __future__ import annotations

import ast
import inspect
import sys
from contextlib import contextmanager
from pathlib import Path
from textwrap import dedent
from traceback import walk_tb
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping


class MisdeclaredError(ValueError):
    """A declaration cannot be meant.

    Args:
        entity: the class; or where it stands, as `file:line`, where there is none.
        name: the member that says it; the class itself where it has none of that name.
        message: what is wrong, and what to do.
    """

    def __init__(self, entity: type | str, name: str, message: str) -> None:
        said = f"{entity}: {name}" if isinstance(entity, str) else f"{place_of(entity, name)}: {entity.__name__}.{name}"
        super().__init__(f"{said}: {message}")


def place_of(entity: type, name: str) -> str:
    """The file and the line of a member, or of its class; the class's module where no file holds it."""
    try:
        lines, first = inspect.getsourcelines(entity)
        path = inspect.getsourcefile(entity)
    except (OSError, TypeError):
        return entity.__module__
    (body,) = ast.parse(dedent("".join(lines))).body
    for said, statement in _members(body):
        if said == name:
            return f"{path}:{first + statement.lineno - 1}"
    return f"{path}:{first}"


def body_error(body: Mapping[str, Any], name: str, message: str) -> MisdeclaredError:
    """As `MisdeclaredError`, of a class that is about to be made of its body."""
    path = getattr(sys.modules.get(body.get("__module__", "")), "__file__", None)
    called = str(body.get("__qualname__", "")).rpartition(".")[2]
    for found in _classes(path) if path else ():
        if found.name == called:
            lines = {said: statement.lineno for said, statement in _members(found)}
            return MisdeclaredError(f"{path}:{lines.get(name, found.lineno)}", f"{called}.{name}", message)
    return MisdeclaredError(path or str(body.get("__module__")), f"{called}.{name}", message)


@contextmanager
def told_with_its_line(path: str | None) -> Iterator[None]:
    """What a declaration of a file raises in its own line is told with that line, the class and the member.

    Raises:
        MisdeclaredError: something of that file cannot be meant.
    """
    try:
        yield
    except MisdeclaredError:
        raise
    except Exception as error:
        lines = [line for frame, line in walk_tb(error.__traceback__) if frame.f_code.co_filename == path]
        if not lines or path is None:
            raise
        raise MisdeclaredError(f"{path}:{lines[-1]}", _said_at(path, lines[-1]), _sentence(error)) from error


def _sentence(error: Exception) -> str:
    """What an error says, in a line; its class where it is not one of the house's own."""
    text = (str(error).strip().splitlines() or [""])[0]
    return text if type(error) is ValueError else f"{type(error).__name__}: {text}"


def _said_at(path: str, line: int) -> str:
    """`Child.names`: what stands at a line of a file; the file's name where that is in no class."""
    for found in _classes(path):
        if found.lineno <= line <= (found.end_lineno or found.lineno):
            spans = ((said, each.lineno, each.end_lineno or each.lineno) for said, each in _members(found))
            own = next((said for said, first, last in spans if first <= line <= last), None)
            return found.name if own is None else f"{found.name}.{own}"
    return Path(path).name


def _classes(path: str) -> Iterator[ast.ClassDef]:
    tree = ast.parse(Path(path).read_text(encoding="utf-8"))
    return (each for each in ast.walk(tree) if isinstance(each, ast.ClassDef))


def _members(body: ast.stmt) -> Iterator[tuple[str, ast.stmt]]:
    """The names that a class gives a value, or a type, each with its statement."""
    for statement in body.body if isinstance(body, ast.ClassDef) else ():
        targets = statement.targets if isinstance(statement, ast.Assign) else [getattr(statement, "target", None)]
        for target in targets:
            if isinstance(target, ast.Name):
                yield target.id, statement
