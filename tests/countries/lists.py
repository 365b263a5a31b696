"""Code lists for the tests: files of an installation's own."""

from __future__ import annotations

from pathlib import Path

HEADER = "code,from,until,international,certain,source,nl,fr,en"
FOSTER = "PLEEGGEZIN,,,FOSTER_FAMILY,no,Decree,Pleeggezin,Famille d'accueil,Foster family"
KIN = "NETWERK,,2024-01-01,KINSHIP_FAMILY,no,Decree,Netwerk,Réseau,Network family"
KIN_AGAIN = "NETWERK,2024-01-01,,KINSHIP_FAMILY,yes,Later decree,Netwerkgezin,Réseau familial,Network"
GONE = "VOORBIJ,,2026-02-01,OTHER,no,Decree,Voorbij,Révolu,Bygone"
NEW = "NIEUW,2026-02-01,,OTHER,no,Decree,Nieuw,,New"


def written(folder: Path, *lines: str, country: str = "BE", name: str = "placement_kinds") -> Path:
    """A file of these lines in an installation's folder; the path of the file."""
    path = folder / "codes" / country / f"{name}.csv"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")
    return path
