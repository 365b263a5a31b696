"""What each caller sees of the files of children who were recorded twice, written here by hand."""

from __future__ import annotations

from tests.countries.leaks.border import HIDDEN_HOME, HIDDEN_HOME_NAME, PROGRAMME_SECRET
from tests.countries.leaks.conftest import NEIGHBOUR
from tests.countries.leaks.twice import (
    CAME,
    CAME_BOND,
    CAME_EXCEPTION,
    CAME_FOR,
    CAME_STAY,
    CAME_TIE,
    LEFT,
    LEFT_BOND,
    LEFT_EXCEPTION,
    LEFT_FIRST,
    LEFT_FOR,
    LEFT_STAYS,
    LEFT_TIE,
    LIVED_IN,
    SIBLING,
    SIBLING_CALLED,
    WHY,
)

NATIONAL = ("caseworker", NEIGHBOUR, "office", "kenya")
IDS = {"LEFT": (LEFT_FIRST, LEFT, LEFT_FOR), "CAME": (CAME, CAME_FOR)}
"""Of both files every id, the last one that of the record that stands."""
SEES = {"caseworker": ("CAME",), NEIGHBOUR: ("LEFT",), "office": ("LEFT", "CAME"), "kenya": ()}
"""Whose the files are."""
FILE = (
    "id hasSameAs sameAs { id } inCare currentPlacement { id homeName home { id } }"
    " alsoRecordedAs { totalCount nodes { id hasSameAs sameAs { id } voidReason programme { id } } }"
    " placements { totalCount nodes { id child { id } home { id } exceptions { nodes { id child { id } } } } }"
    " siblingBonds { totalCount nodes { id child { id } sibling { id } siblingName } } siblings { nodes { id } }"
    " communityLinks { totalCount nodes { id child { id } hasHome home { id } } }"
    " timeline { totalCount nodes { kind child { id } } }"
)
DOORS = (
    f"query ($id: ID!, $ids: [ID!]!) {{ child(id: $id) {{ {FILE} }} node(id: $id) {{ id ... on Child {{ {FILE} }} }}"
    f" nodes(ids: $ids) {{ id ... on Child {{ {FILE} }} }} children(where: {{ id: {{ in: $ids }} }})"
    f" {{ totalCount nodes {{ {FILE} }} }} }}"
)


def of(type_name: str, uuid: str) -> dict[str, str]:
    """A Belgian row's id, as an answer has it."""
    return {"id": f"{type_name}_BE_{uuid}"}


def child(uuid: str) -> dict[str, str]:
    """A Belgian child's."""
    return of("Child", uuid)


def page(*nodes: object) -> dict[str, object]:
    """A page of a connection."""
    return {"totalCount": len(nodes), "nodes": list(nodes)}


def file_of(name: str, kind: str, whose: str) -> dict[str, object]:
    """What a caller sees of a file that is its own: all of it, and nothing of the other programme's around it.

    Args:
        name: of the file.
        kind: the caller's.
        whose: the id of the programme that the file is of now.
    """
    office, stands = kind == "office", child(IDS[name][-1])
    led = {"hasSameAs": True, "sameAs": stands, "programme": {"id": whose}}
    why = PROGRAMME_SECRET if name == "LEFT" else WHY
    also = [{**child(uuid), **led, "voidReason": why} for uuid in IDS[name][:-1]]

    def stay(uuid: str, *exceptions: str) -> dict[str, object]:
        told = [{**of("PlacementException", each), "child": stands} for each in exceptions]
        return {**of("Placement", uuid), "child": stands, "home": home, "exceptions": {"nodes": told}}

    home = of("Home", {"LEFT": LIVED_IN, "CAME": HIDDEN_HOME}[name]) if office else None
    if name == "LEFT":
        sibling = child(SIBLING) if office else None
        return {
            **stands, "hasSameAs": False, "sameAs": None, "inCare": False, "currentPlacement": None,
            "alsoRecordedAs": page(*also),
            "placements": page(stay(LEFT_STAYS[0]), stay(LEFT_STAYS[1], LEFT_EXCEPTION)),
            "siblingBonds": page({
                **of("SiblingBond", LEFT_BOND), "child": stands, "sibling": sibling, "siblingName": PROGRAMME_SECRET,
            }),
            "siblings": {"nodes": [sibling] if sibling else []},
            "communityLinks": page({**of("CommunityLink", LEFT_TIE), "child": stands, "hasHome": True, "home": home}),
        }  # fmt: skip
    return {
        **stands, "hasSameAs": False, "sameAs": None, "inCare": True,
        "currentPlacement": {**of("Placement", CAME_STAY), "homeName": HIDDEN_HOME_NAME, "home": home},
        "alsoRecordedAs": page(*also),
        "placements": page(stay(CAME_STAY, CAME_EXCEPTION)),
        "siblingBonds": page({
            **of("SiblingBond", CAME_BOND), "child": stands, "sibling": child(SIBLING), "siblingName": SIBLING_CALLED,
        }),
        "siblings": {"nodes": [child(SIBLING)]},
        "communityLinks": page({**of("CommunityLink", CAME_TIE), "child": stands, "hasHome": True, "home": home}),
    }  # fmt: skip
