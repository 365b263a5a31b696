"""Made-up entities, as many as one likes, of shapes that are still to come: what follows from a declaration is tried.

    python -m tests.generated ../copy 40

copies this tree to a folder, adds so many entities with their migration, their part of the schema and their lines in
`access.csv`, and leaves the rest to the tests there.
"""

from __future__ import annotations

import csv
import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

TREE = Path(__file__).parents[1]
LEFT = shutil.ignore_patterns(".*", "__pycache__", "static", "node_modules")
BASE = {
    "country_code": "rc", "id": "rc", "version": "rw", "created_at": "r", "updated_at": "rw", "programme_id": "rc",
}  # fmt: skip
"""What every row has, and a caseworker's rights to it."""
LEADS = {"same_as_id": ("r", "rw"), "file_id": ("r", "r")}
"""What stands beside each link to a child, whose records lead on: a caseworker's rights to it, and the office's."""
MOVED, RESPONSIBLE = {"child", "home"}, "programme_id"
"""Whose rows go to another programme, and the column that says so: the office changes it."""
FREELY = "creates=NATIONAL, changes=NATIONAL"
KIND = """    kind: {name}Kind = sensitive(
        Kind.ENUMERATION, "What it is.", enumeration={name}Kind, filters=True, orders=True, creates=NATIONAL
    )
"""
NOTE = f"""    note: str | None = sensitive(Kind.TEXT, "In a sentence.", default=None, {FREELY})
"""
TITLE = f"""    title: str = personal(
        Kind.TEXT, "What it is called.", form=TextForm.NAME, filters=True, orders=True, {FREELY}
    )
"""
NUMBERS = f"""    points: int | None = sensitive(
        Kind.INTEGER, "How good.", filters=True, orders=True, default=None, {FREELY}
    )
    cost: str | None = sensitive(Kind.DECIMAL, "What it costs.", default=None, {FREELY})
"""
LISTED = f"""    topics: list[{{name}}Kind] | None = listed(
        {{name}}Kind, "What it is about.", default=None, nullable=True, {FREELY}
    )
    agreed: Answer = answered("Whether they agree.", filters=True, {FREELY})
    event_id: UUID | None = sensitive(Kind.UUID, "The occasion.", filters=True, default=None, {FREELY})
"""
ABOUT = f"""    held_on: Day | None = day_about(
        "When it was.", day=Days(When.FACT), known="How much of that is known.", filters=True, orders=True,
        default=None, nullable=True, {FREELY},
    )
"""
HIDDEN = """    finding: str | None = sensitive(
        Kind.TEXT, "For the office alone.", readers=frozenset({Tier.OFFICE}), default=None,
        creates=frozenset({Tier.OFFICE}), changes=frozenset({Tier.OFFICE}),
    )
"""
RIGHTS = {
    "Dated": {"started_on": "rc", "ended_on": "rcw"},
    "Voidable": {"voided_at": "rw", "void_reason": "rw"},
    KIND: {"kind": "rc"},
    NOTE: {"note": "rcw"},
    TITLE: {"title": "rcw", "title_order": "rcw"},
    NUMBERS: {"points": "rcw", "cost": "rcw"},
    LISTED: {"topics": "rcw", "agreed": "rcw", "event_id": "rcw"},
    ABOUT: {"held_on": "rcw", "held_on_precision": "rcw"},
    HIDDEN: {"finding": "rcw"},
}
"""What a caseworker may do with the columns of each piece."""
LED = "child"
"""Whose records lead on, where a child was recorded twice."""
OFFICE_ALONE = ("finding",)
OFFICE_CREATES = ("voided_at", "void_reason")


@dataclass(frozen=True, slots=True)
class Shape:
    """What a kind of entity is made of.

    Attributes:
        owners: whose row it is; none for a row of the country.
        lives: what becomes of its rows.
        verbs: what is done with them.
        pieces: its columns.
        beside: links to further rows, by column.
        part: whether it is a part of the entity that was made before it, whose owner it has.
    """

    owners: tuple[str, ...]
    lives: tuple[str, ...]
    verbs: str
    pieces: tuple[str, ...]
    beside: tuple[tuple[str, str], ...] = ()
    part: bool = False


SHAPES = {
    "Record": Shape(("child",), ("Dated", "Voidable"), "record end void", (KIND, NOTE)),
    "Inspection": Shape(("home",), (), "record change", (KIND, ABOUT, NUMBERS, HIDDEN)),
    "Offer": Shape(("programme",), ("Dated",), "record end", (TITLE, LISTED)),
    "Measure": Shape(("programme",), (), "record", (KIND, NUMBERS), part=True),
    "Meeting": Shape(("child", "home"), (), "record", (KIND, ABOUT, LISTED), (("partner_id", "community_partner"),)),
    "Contact": Shape(
        ("child",), ("Voidable",), "record void", (KIND, NOTE), (("other_id", "child"), ("home_id", "home"))
    ),
    "Institution": Shape((), (), "record change", (TITLE, KIND)),
}
"""By the second half of an entity's name."""
WORDS = ("Health", "School", "Family", "Leisure", "Money", "Travel", "Garden", "Music")


@dataclass(frozen=True, slots=True)
class Made:
    """One made-up entity.

    Attributes:
        name: of its type.
        table: of its rows.
        text: its module.
        rights: what a caseworker may do with each of its columns; the office may do as much.
        moves: whether its rows may go to another programme.
        led: its links to a child.
    """

    name: str
    table: str
    text: str
    rights: dict[str, str]
    moves: bool
    led: tuple[str, ...]


def entities(many: int, first: int = 0) -> list[Made]:
    """So many, from one of the shapes on: one of each shape, then one of each once more."""
    found: list[Made] = []
    for number in range(first, first + many):
        word, shape = WORDS[number // len(SHAPES) % len(WORDS)], list(SHAPES)[number % len(SHAPES)]
        more = number // (len(SHAPES) * len(WORDS))
        found.append(_made(f"{word}{'s' * more}", shape, found[-1] if found else None))
    return found


def _made(word: str, noun: str, before: Made | None) -> Made:
    shape, name = SHAPES[noun], f"{word}{noun}"
    table, one, many = f"{word}_{noun}".lower(), f"{word.lower()}{noun}", f"{word.lower()}{noun}s"
    beside = list(shape.beside)
    owner = ", ".join(f'"{each}"' for each in shape.owners)
    if shape.part and before is not None:
        beside.append((f"{before.table}_id", before.table))
        owner += f', part_of="{before.table}_id"'
    links = "".join(
        f"    {column}: UUID{'' if target not in OPTIONAL else ' | None'} = link(\n"
        f'        "{target}", "Who or what.", back="{many}{_after(column, shape)}", back_doc="Of {many}.",\n'
        f"        creates=NATIONAL{', default=None' if target in OPTIONAL else ''},\n    )\n"
        for column, target in beside
    )
    body = "".join(piece.replace("{name}", name) for piece in shape.pieces)
    bases, verbs = ", ".join(("TenantEntity", *shape.lives)), ", ".join(f'"{each}"' for each in shape.verbs.split())
    back = "" if shape.owners else f'    country_back: ClassVar = ("{many}", "The {many} there.")\n'
    text = f'''"""A made-up entity."""

from __future__ import annotations

from enum import StrEnum
from typing import ClassVar
from uuid import UUID

from countries.tenancy.caller import Tier
from graph.declarations.base import COUNTRY, Kind, Names, Owner, TenantEntity
from graph.declarations.columns import Answer, answered, day_about, listed
from graph.declarations.days import Days, When
from graph.declarations.fields import Day, link, personal, sensitive
from graph.declarations.lives import Dated, Voidable, verbs
from graph.declarations.nouns import NATIONAL
from graph.text import TextForm


class {name}Kind(StrEnum):
    """What there is."""

    FIRST = "FIRST"
    SECOND = "SECOND"
    OTHER = "OTHER"


class {name}({bases}, table=True):
    """A made-up entity: {one}."""

    __tablename__ = "{table}"
    names: ClassVar[Names] = Names("{name}", "{one}", "{many}")
    owner: ClassVar = {f"Owner({owner})" if shape.owners else "COUNTRY"}
    natural_key: ClassVar = ()
    mutations: ClassVar = verbs({verbs})
{back}
{links}{body}'''
    rights = dict(BASE) if shape.owners else {key: cell for key, cell in BASE.items() if key != "programme_id"}
    rights |= {f"{each}_id": "rc" for each in shape.owners} | {column: "rc" for column, _ in beside}
    for piece in (*shape.lives, *shape.pieces):
        rights |= RIGHTS[piece]
    led = (*(f"{each}_id" for each in shape.owners if each == LED), *(link for link, end in beside if end == LED))
    return Made(name, table, text, rights, not MOVED.isdisjoint(shape.owners), led)


OPTIONAL = ("community_partner", "home")
"""A link to one of these may be empty."""


def _after(column: str, shape: Shape) -> str:
    """The second of two ways back to one table has a name of its own."""
    return "OfOthers" if column == "other_id" and "child" in shape.owners else ""


def add_to(tree: Path, many: int, first: int = 0) -> list[Made]:
    """Add so many entities to a copy of this tree: modules, rights, the migration and the schema."""
    made = entities(many, first)
    for each in made:
        (tree / "graph" / "entities" / f"{each.table}.py").write_text(each.text, encoding="utf-8")
    with (tree / "tests" / "access.csv").open("a", encoding="utf-8", newline="") as file:
        lines = csv.writer(file, lineterminator="\n")
        for each in made:
            for column, cell in each.rights.items():
                mine = "-" if column in OFFICE_ALONE else cell
                moves = each.moves and column == RESPONSIBLE
                office = "rcw" if moves or column in OFFICE_CREATES else cell
                lines.writerow([each.table, column, mine, office, "-", "-", "-", "-", "-"])
            for link in each.led:
                for end, cells in LEADS.items():
                    lines.writerow([each.table, f"{link.removesuffix('id')}{end}", *cells, "-", "-", "-", "-", "-"])
    run(tree, "-m", "graph.database.migration_writer", "made-up entities")
    (tree / "schema.graphql").write_text(run(tree, "-m", "graph.cli", "schema"), encoding="utf-8")
    return made


def copied_to(tree: Path) -> Path:
    """A copy of this tree's code and tests."""
    for name in ("graph", "countries", "migrations", "tests", "examples", "docs"):
        shutil.copytree(TREE / name, tree / name, ignore=LEFT)
    for name in ("pyproject.toml", "schema.graphql"):
        shutil.copy(TREE / name, tree / name)
    return tree


def run(tree: Path, *arguments: str) -> str:
    """What a Python of that tree prints.

    Raises:
        RuntimeError: it failed.
    """
    # A run of tests in that tree is none of the processes of this one.
    own = {name: value for name, value in os.environ.items() if not name.startswith("PYTEST")}
    command = [sys.executable, *arguments]
    ran = subprocess.run(command, cwd=tree, env=own, capture_output=True, text=True, check=False)  # noqa: S603 - our own code
    if ran.returncode:
        raise RuntimeError(ran.stdout[-10_000:] + ran.stderr[-10_000:])
    return ran.stdout


if __name__ == "__main__":
    add_to(copied_to(Path(sys.argv[1])), int(sys.argv[2]))
