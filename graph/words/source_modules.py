"""The modules of the packages as their source has them: what names stand for, what is called, what functions return."""

from __future__ import annotations

import ast
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

Function = ast.FunctionDef | ast.AsyncFunctionDef
PACKAGES = ("graph", "countries")


@dataclass(slots=True)
class Module:
    """A file.

    Attributes:
        place: where it is, from the folder of the packages on.
        constants: what names of the module stand for.
        functions: by name, methods too.
        classes: all of them.
        calls: all of them.
        imported: the file and the name there, by the name here.
        inside: the function that a call stands in; none for the module's own.
    """

    place: str
    constants: dict[str, ast.expr] = field(default_factory=dict)
    functions: dict[str, list[Function]] = field(default_factory=lambda: defaultdict(list))
    classes: list[ast.ClassDef] = field(default_factory=list)
    calls: list[ast.Call] = field(default_factory=list)
    imported: dict[str, tuple[str, str]] = field(default_factory=dict)
    inside: dict[ast.AST, Function | None] = field(default_factory=dict)
    _assigned: dict[Function, dict[str, list[ast.expr]]] = field(default_factory=dict)
    _returned: dict[Function, list[ast.expr]] = field(default_factory=dict)

    def assigned(self, function: Function, name: str) -> Sequence[ast.expr]:
        """What a name of a function may stand for."""
        if function not in self._assigned:
            found: dict[str, list[ast.expr]] = defaultdict(list)
            for node in ast.walk(function):
                for target, value in _assignments(node):
                    found[target].append(value)
            self._assigned[function] = found
        return self._assigned[function].get(name, ())

    def returned(self, function: Function) -> Sequence[ast.expr]:
        """What a function may return."""
        if function not in self._returned:
            self._returned[function] = [
                node.value for node in ast.walk(function) if isinstance(node, ast.Return) and node.value is not None
            ]
        return self._returned[function]


def modules_below(root: Path) -> dict[str, Module]:
    """Every module of the packages below a folder, by its place."""
    found: dict[str, Module] = {}
    for package in PACKAGES:
        for path in sorted((root / package).rglob("*.py")):
            module = _read(path.relative_to(root).as_posix(), ast.parse(path.read_text(encoding="utf-8")))
            found[module.place] = module
    return found


def parameters_of(function: Function) -> list[str]:
    """The names of a function's parameters, as a caller counts them."""
    names = [each.arg for each in (*function.args.posonlyargs, *function.args.args)]
    if names and names[0] in {"self", "cls"}:
        names = names[1:]
    return [*names, *(each.arg for each in function.args.kwonlyargs)]


def _read(place: str, tree: ast.Module) -> Module:
    module = Module(place)
    for node in tree.body:
        for name, value in _assignments(node):
            module.constants[name] = value
    _enter(module, tree, None)
    return module


def _enter(module: Module, node: ast.AST, function: Function | None) -> None:
    for child in ast.iter_child_nodes(node):
        inside = function
        match child:
            case ast.FunctionDef() | ast.AsyncFunctionDef():
                module.functions[child.name].append(child)
                inside = child
            case ast.ClassDef():
                module.classes.append(child)
            case ast.Call():
                module.calls.append(child)
                module.inside[child] = function
            case ast.ImportFrom(module=str(name)):
                place = name.replace(".", "/") + ".py"
                module.imported |= {each.asname or each.name: (place, each.name) for each in child.names}
        _enter(module, child, inside)


def _assignments(node: ast.AST) -> Iterator[tuple[str, ast.expr]]:
    match node:
        case ast.Assign(targets=targets, value=value):
            for target in targets:
                yield from ((name, value) for name in _names(target))
        case ast.For(target=target, iter=ast.Tuple() as value):
            yield from ((name, value) for name in _names(target))
        case ast.AnnAssign(target=ast.Name(id=name), value=ast.expr() as value):
            yield name, value
        case ast.NamedExpr(target=ast.Name(id=name), value=value):
            yield name, value


def _names(target: ast.expr) -> Iterator[str]:
    for part in target.elts if isinstance(target, ast.Tuple) else [target]:
        if isinstance(part, ast.Name):
            yield part.id
