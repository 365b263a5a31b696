"""National code lists, read: which codes a country has in a list, from when until when, under which labels.

A list of a country is one file, `<COUNTRY>/<list>.csv`; `default/<list>.csv` holds for every country without one. An
installation's folder has the same files under `codes/`: a file there stands in the place of ours. `reading.py` says
what a file holds and finds what is wrong with it.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from countries.codes.code import Code, CodeFault, CodesError
from countries.codes.lists import LISTS
from countries.codes.reading import DEFAULT, read_list

if TYPE_CHECKING:
    from collections.abc import Iterator

    from countries.register.register import Register

_OURS = Path(__file__).parent
FOLDER = "codes"
"""What an installation's own lists stand in, inside its folder."""


def check(path: Path, register: Register) -> list[CodeFault]:
    """All that is wrong with the file of one list, `<COUNTRY>/<list>.csv`, in the order of its lines.

    Raises:
        OSError: it cannot be read.
    """
    return read_list(path, register)[1]


def is_list(path: Path) -> bool:
    """Whether a file is meant as a code list, by its place: its name is a list's, or its folder lies in `codes`."""
    return path.stem in LISTS or path.parent.parent.name == FOLDER


def load_codes(register: Register, folder: Path | None = None) -> tuple[Code, ...]:
    """Every code of every country, by country, list and place.

    Args:
        register: the countries.
        folder: the installation's own folder, whose `codes/` stands over our files; none where there is none.

    Raises:
        CodesError: files have faults; the error names all of them, each with file, line and column.
        OSError: a file cannot be read.
    """
    faults: list[CodeFault] = []
    found: dict[tuple[str, str], list[Code]] = {}
    for path in _files(folder):
        codes, wrong = read_list(path, register)
        faults += wrong
        found[path.parent.name, path.stem] = codes
    if faults:
        raise CodesError(faults)
    return tuple(_of_all(register, found))


def _files(folder: Path | None) -> Iterator[Path]:
    """The files that count: of two of one list of one country, the installation's own."""
    ours = {(path.parent.name, path.name): path for path in sorted(_OURS.glob("*/*.csv"))}
    own = {} if folder is None else {(each.parent.name, each.name): each for each in (folder / FOLDER).glob("*/*.csv")}
    for _, path in sorted((ours | own).items()):
        yield path


def _of_all(register: Register, found: dict[tuple[str, str], list[Code]]) -> Iterator[Code]:
    for country in register.values():
        for key in sorted(LISTS):
            own = found.get((country.code, key))
            listed = found.get((DEFAULT, key), []) if own is None else own
            yield from (each.of(country.code, country.languages) for each in listed)
