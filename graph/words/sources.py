"""The sentences that callers may hear, read from the source: the templates of errors and refusals where they are made.

    raise BadUserInput("The list is empty.", "Leave it out, or name a member.", …)
    TOO_LONG = bad_input(Reason.TOO_LONG, "It may hold {limit} characters.", "Shorten it.", "name", limit=500)
    def _malformed(message, hint): … Unreadable(message, hint)          and who calls it

Nobody lists them. What has a parameter `message`, `hint`, `sentence` or `advice` tells a sentence; whoever hands such a
parameter on tells it too; a name leads to the constant that it stands for, a call to what it returns.
"""

from __future__ import annotations

import ast
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from graph.words.source_modules import Function, Module, modules_below, parameters_of

TELLING = frozenset({"advice", "all", "fault", "hint", "instead", "message", "sentence", "some", "template"})
"""The parameters that hold what a caller hears."""
FOR_OPERATORS = (
    "graph/backup",
    "graph/cli.py",
    "graph/commands",
    "graph/database",
    "graph/closing/again.py",
    "graph/closing/comparing.py",
    "graph/closing/named.py",
    "graph/declarations/misdeclared.py",
    "graph/demo",
    "graph/execute/trusted.py",
    "graph/graphiql",
    "graph/report",
    "graph/serving/listening.py",
    "graph/settings",
    "graph/telemetry/logs.py",
    "graph/words",
    "countries/archive",
    "countries/connections",
    "countries/disclosure",
    "countries/embedded",
    "countries/register/register.py",
    "countries/tenancy",
)
"""What only whoever runs a server reads, in its terminal or its log: English."""
BY_KEY = frozenset({"get", "pop", "setdefault"})
"""What looks a text up in a table."""
MADE = frozenset({"Plural", "Phrase"})
"""What marks a text, and is read where it stands."""


@dataclass(frozen=True, slots=True)
class ToldText:
    """A sentence, and where it stands.

    Attributes:
        text: the template.
        place: the file, from the root of the packages on.
        line: counted from 1.
        is_fixed: whether it is a literal; else it is made while it runs, and nobody can translate it.
        one: the template for the number one, where it counts.
        is_phrase: whether it is some words that a sentence takes in.
    """

    text: str
    place: str
    line: int
    is_fixed: bool = True
    one: str = ""
    is_phrase: bool = False


def sentences(root: Path) -> list[ToldText]:
    """Every sentence of the packages below a folder, each once for each place, in the order of the files."""
    modules = modules_below(root)
    return sorted(set(_Walk(modules).found()), key=lambda each: (each.place, each.line, each.text))


class _Walk:
    """The calls that tell a sentence, followed to the literals."""

    def __init__(self, modules: dict[str, Module]) -> None:
        self.modules = modules
        self.tellers: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
        """Who tells: the name, the file (empty: any), the parameters."""
        self.parameters: dict[tuple[str, str], list[str]] = {}
        self._declared()

    def found(self) -> Iterator[ToldText]:
        """All sentences."""
        known = -1
        while known != (known := sum(len(names) for each in self.tellers.values() for names in each.values())):
            for _ in self._once():
                pass
        yield from self._once()

    def _declared(self) -> None:
        """Functions and classes whose own parameters say that they tell."""
        for place, module in self.modules.items():
            for functions in module.functions.values():
                for each in functions:
                    self._declare(place, each.name, parameters_of(each))
            for made in module.classes:
                self._declare_class(place, made)
        self._inherit()
        self.tellers["replace"][""] = set(TELLING)
        self.parameters["", "replace"] = []

    def _inherit(self) -> None:
        """A class without fields of its own is made as its base is."""
        classes = [
            (place, node, base.id)
            for place, module in self.modules.items()
            for node in module.classes
            if (place, node.name) not in self.parameters
            for base in node.bases
            if isinstance(base, ast.Name)
        ]
        missing = len(classes)
        while missing:
            for place, node, base in classes:
                of = self.modules[place].imported.get(base, (place, base))
                if of in self.parameters:
                    self._declare(place, node.name, self.parameters[of])
            classes = [each for each in classes if (each[0], each[1].name) not in self.parameters]
            missing, known = len(classes), missing
            if missing == known:
                return

    def _declare_class(self, place: str, node: ast.ClassDef) -> None:
        made = next((each for each in node.body if isinstance(each, ast.FunctionDef) and each.name == "__init__"), None)
        if made is not None:
            self._declare(place, node.name, parameters_of(made))
            return
        fields = [e.target.id for e in node.body if isinstance(e, ast.AnnAssign) and isinstance(e.target, ast.Name)]
        if fields:
            self._declare(place, node.name, fields)

    def _declare(self, place: str, name: str, parameters: list[str]) -> None:
        self.parameters[place, name] = parameters
        if place.startswith(FOR_OPERATORS):
            return
        if telling := TELLING.intersection(parameters):
            self.tellers[name][place] |= telling

    def _once(self) -> Iterator[ToldText]:
        for place, module in self.modules.items():
            if place.startswith(FOR_OPERATORS):
                continue
            for made in module.classes:
                if any(isinstance(base, ast.Name) and base.id == "Enum" for base in made.bases):
                    yield from self._members(module, made)
            for call in module.calls:
                yield from _phrase(module, call)
                for argument in self._told(module, call):
                    yield from self._read(module, argument, module.inside[call], frozenset())

    def _members(self, module: Module, node: ast.ClassDef) -> Iterator[ToldText]:
        """The sentences that the members of an enumeration are made of."""
        for each in node.body:
            if isinstance(each, ast.Assign) and isinstance(each.value, ast.Tuple):
                yield from self._read(module, each.value, None, frozenset())

    def _told(self, module: Module, call: ast.Call) -> Iterator[ast.expr]:
        """The arguments of a call that hold a sentence."""
        name, is_method = _called(call)
        by_place = self.tellers.get(name)
        if not by_place:
            return
        place, real = module.imported.get(name, ("", name))
        if place and real != name:
            return
        places = [each for each in (module.place, place, "") if each in by_place]
        if not places and is_method:
            places = [each for each in by_place if not each.startswith(FOR_OPERATORS)]
        for each in places[:1] if not is_method else places:
            telling, parameters = by_place[each], self.parameters[each, name]
            for number, argument in enumerate(call.args):
                if isinstance(argument, ast.Starred):
                    yield argument.value
                elif number < len(parameters) and parameters[number] in telling:
                    yield argument
            yield from (keyword.value for keyword in call.keywords if keyword.arg in telling)

    def _read(
        self, module: Module, node: ast.expr, function: Function | None, seen: frozenset[tuple[str, int]]
    ) -> Iterator[ToldText]:
        """The literals that an expression may be."""
        if (key := (module.place, id(node))) in seen:
            return
        seen |= {key}
        yield from self._literal(module, node)
        for part in _alternatives(node):
            yield from self._read(module, part, function, seen)
        if isinstance(node, ast.Name):
            yield from self._named(module, node.id, function, seen)
        elif isinstance(node, ast.Call) and _called(node)[0] not in MADE:
            yield from self._returned(module, node, function, seen)

    @staticmethod
    def _literal(module: Module, node: ast.expr) -> Iterator[ToldText]:
        """What stands there itself."""
        match node:
            case ast.Constant(value=str(text)) if _is_sentence(text):
                yield ToldText(text, module.place, node.lineno)
            case ast.JoinedStr() | ast.BinOp(op=ast.Add() | ast.Mod()):
                yield ToldText(ast.unparse(node), module.place, node.lineno, is_fixed=False)
            case ast.Call(func=ast.Name(id="Plural"), args=[ast.Constant(value=str(many))], keywords=keywords):
                one = next((each.value for each in keywords if each.arg == "one"), None)
                if isinstance(one, ast.Constant):
                    yield ToldText(many, module.place, node.lineno, one=str(one.value))

    def _named(
        self, module: Module, name: str, function: Function | None, seen: frozenset[tuple[str, int]]
    ) -> Iterator[ToldText]:
        """What a name stands for: of the function, of the module, of another module; a parameter makes it tell."""
        if function is not None:
            values = module.assigned(function, name)
            for value in values:
                yield from self._read(module, value, function, seen)
            if name in parameters_of(function):
                self._tells(module, function, name)
                return
            if values:
                return
        if name in module.constants:
            yield from self._read(module, module.constants[name], None, seen)
        elif name in module.imported:
            place, real = module.imported[name]
            other = self.modules.get(place)
            if other is not None and real in other.constants:
                yield from self._read(other, other.constants[real], None, seen)

    def _tells(self, module: Module, function: Function, parameter: str) -> None:
        name = function.name
        if name == "__init__":
            return
        self.tellers[name][module.place].add(parameter)

    def _returned(
        self, module: Module, call: ast.Call, function: Function | None, seen: frozenset[tuple[str, int]]
    ) -> Iterator[ToldText]:
        """What a function returns, and what sentences it is given."""
        name, _ = _called(call)
        if isinstance(call.func, ast.Attribute) and name in BY_KEY:
            # A table's sentences, and the one for what it has not.
            for told in (call.func.value, *call.args[1:]):
                yield from self._read(module, told, function, seen)
        place, real = module.imported.get(name, (module.place, name))
        other = self.modules.get(place)
        if other is None:
            return
        for each in other.functions.get(real, ()):
            for value in other.returned(each):
                yield from self._read(other, value, each, seen)


def _alternatives(node: ast.expr) -> Iterator[ast.expr]:
    """The expressions of which one is the value."""
    match node:
        case ast.IfExp(body=body, orelse=orelse):
            yield from (body, orelse)
        case ast.BoolOp(values=parts) | ast.Tuple(elts=parts) | ast.List(elts=parts) | ast.Dict(values=parts):
            yield from parts
        case ast.NamedExpr(value=value) | ast.Starred(value=value) | ast.Subscript(value=value):
            yield value
        case _:
            return


def _called(call: ast.Call) -> tuple[str, bool]:
    match call.func:
        case ast.Name(id=name):
            return name, False
        case ast.Attribute(attr=name):
            return name, True
        case _:
            return "", False


def _phrase(module: Module, node: ast.Call) -> Iterator[ToldText]:
    match node:
        case ast.Call(func=ast.Name(id="Phrase"), args=[ast.Constant(value=str(text))]):
            yield ToldText(text, module.place, node.lineno, is_phrase=True)


def _is_sentence(text: str) -> bool:
    return text.rstrip().endswith((".", "?")) and any(sign.islower() for sign in text)
