"""Inputs of plain verbs, made up from what they take: a verb that an entity names is tried without a line for it here.

What a row leans on is recorded before it, by its own verb; what only an action makes, the hands below make.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from graph.declarations.days import When
from graph.declarations.verbs import Verb
from graph.entities import graph_model
from graph.kinds.kind import Kind
from graph.writes.actions import all_actions
from graph.writes.derived import derived_actions
from graph.writes.mutation import Given, Group, Linked, Parts

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Iterable, Mapping

    from graph.declarations.model import EntityModel
    from graph.declarations.nouns import DerivedMutation
    from graph.writes.mutation import InputEntry
    from tests.writes.writes import Json, Row, Writes

    Make = Callable[[Writes], Awaitable[Row]]

LONG_AGO, FIRST, LAST, LATER = "2012-05-01", "2026-06-01", "2026-09-01", "2026-10-01"
"""A day that leans on nothing; the first day of whatever is made up, its end, and another one to set that right."""
PLAIN: Mapping[Kind, Json] = {
    Kind.INTEGER: 4,
    Kind.BIG_INTEGER: "4",
    Kind.DECIMAL: "1250.50",
    Kind.UUID: "0199b0c8-7a6e-7c3e-9d2f-4f1a2b3c4d5e",
}


async def _child(writes: Writes, programme: str, word: str) -> Row:
    if not word:
        return await writes.child(None, programme)
    said = {name: f"{word} {name}" for name in ("givenName", "familyName", "interests")}
    said["caseNumber"] = f"{word}-{writes.number()}"
    home = await row_of(writes, graph_model().by_table["home"], programme, word=word)
    return await writes.child(home, programme, startedOn=FIRST, **said)


async def _placement(writes: Writes, programme: str, word: str) -> Row:
    return await writes.placement(await _child(writes, programme, word), office_of(programme))


async def _bond(writes: Writes, programme: str, word: str) -> Row:
    one, other = await _child(writes, programme, word), await _child(writes, programme, word)
    given = {"childId": one["id"], "siblingId": other["id"], "kind": "FULL", "startedOn": FIRST}
    row: Row = await writes.ok("recordSiblingBond", office_of(programme), **given)
    return row


async def _contact(writes: Writes, programme: str, word: str) -> Row:
    child = await _child(writes, programme, word)
    mother = await _mother(writes, programme, child["id"])
    said = {"note": f"{word} note"} if word else {}
    about = {"childId": child["id"], "relativeId": mother["id"], "kind": "VISIT", "dueOn": "2026-12-01"}
    row: Row = await writes.ok("planContact", office_of(programme), **about, **said)
    return row


async def _assessment(writes: Writes, programme: str, word: str) -> Row:
    said = {"assessedBy": f"{word} assessedBy"} if word else {}
    child = await _child(writes, programme, word)
    row: Row = await writes.ok("openGatekeeping", office_of(programme), childId=child["id"], openedOn=FIRST, **said)
    return row


async def _decided(writes: Writes, programme: str, child: str, **given: Json) -> Row:
    said = {"kind": "PLAN", "decidedOn": FIRST, "decidedBy": "An office", "outcome": "It stays at its school."}
    row: Row = await writes.ok("recordDecision", office_of(programme), childId=child, **said, **given)
    return row


async def _asked(writes: Writes, programme: str, child: str) -> Row:
    row: Row = await writes.ok("openGatekeeping", office_of(programme), childId=child, openedOn=FIRST)
    return row


async def _episode(writes: Writes, programme: str, word: str) -> Row:
    registered = await writes.registered(office_of(programme), programme)
    given = {"childId": registered["id"], "startedOn": FIRST}
    said = {"familyLocality": f"{word} familyLocality"} if word else {}
    row: Row = await writes.ok("beginCare", office_of(programme), **given, **said)
    return row


async def _mother(writes: Writes, programme: str, child: str, **said: Json) -> Row:
    rules = {"relation": "MOTHER", "whereabouts": "KNOWN", "contact": "ALLOWED"}
    rows: list[Row] = await writes.ok("recordRelative", office_of(programme), childIds=[child], **rules, **said)
    return rows[0]


async def _relative(writes: Writes, programme: str, word: str) -> Row:
    child = await _child(writes, programme, word)
    texts = ("givenName", "familyName", "phone", "locality", "language")
    said: Row = {name: f"{word} {name} {writes.number()}" for name in texts} if word else {}
    return await _mother(writes, programme, child["id"], **said)


async def _programme(writes: Writes, programme: str, word: str) -> Row:
    """One of its own: it ends, and is taken back, under nobody."""
    given = {"name": f"{word} Programme {writes.number()}".strip(), "kind": "EDUCATION", "startedOn": "2010-01-01"}
    row: Row = await writes.ok("startProgramme", office_of(programme), **given)
    return row


async def _assignment(writes: Writes, programme: str, word: str) -> Row:
    model, office = graph_model().by_table, office_of(programme)
    home, caregiver = [await row_of(writes, model[table], programme, word=word) for table in ("home", "caregiver")]
    given = {"homeId": home["id"], "caregiverId": caregiver["id"], "role": "PARENT", "startedOn": FIRST}
    row: Row = await writes.ok("assignCaregiver", office, **given)
    return row


HANDS: Mapping[str, Callable[[Writes, str, str], Awaitable[Row]]] = {
    "caregiver_assignment": _assignment,
    "care_episode": _episode,
    "child": _child,
    "family_contact": _contact,
    "gatekeeping_assessment": _assessment,
    "placement": _placement,
    "programme": _programme,
    "relative": _relative,
    "sibling_bond": _bond,
}
"""Rows that an action makes, by table: of a programme of the world, with that programme's office's hand."""
BESIDE: Mapping[str, Callable[[Writes, str, str], Awaitable[Row]]] = {
    "decision": _decided,
    "gatekeeping_assessment": _asked,
    "relative": _mother,
}
"""Rows of a child that has none yet, by table: what is made of it where something else leads to one."""
OF_ITS_OWN = {"programme_year": "programme"}
"""Rows of which there are few: what one leads to is made for it."""
SAID: Mapping[str, Mapping[Verb, Json]] = {
    # A part is of one country: tests/writes/test_jurisdictions.py gives those that there are.
    "programme.jurisdiction": {Verb.RECORD: None, Verb.CHANGE: None, Verb.CORRECT: None},
    "care_episode.destination": {Verb.CORRECT: "FAMILY"},
    "family_contact.missedReason": {Verb.CORRECT: None},
    "decision.lookAgainOn": {Verb.RECORD: LATER, Verb.CORRECT: LATER},
    "decision.lookedAtOn": {Verb.RECORD: LATER, Verb.CORRECT: LATER},
    "gatekeeping_assessment.completedOn": {Verb.CORRECT: LAST},
    "gatekeeping_assessment.dueOn": {Verb.CORRECT: LAST},
    "gatekeeping_assessment.necessity": {Verb.CORRECT: "NECESSARY"},
    # No programme is responsible for a home before it opens.
    "home.responsibleSince": {Verb.RECORD: FIRST, Verb.CORRECT: LAST},
    "relative.contactReason": {Verb.CORRECT: "COURT_ORDER"},
    "relative.living": {Verb.CORRECT: "NO"},
    "programme_year.year": {Verb.RECORD: 2024, Verb.CORRECT: 2025},
}  # fmt: skip
"""Values that do not follow from their kind, by column and by what is done."""


def office_of(programme: str) -> str:
    """Whose office writes rows of a programme of the world."""
    return "kenya" if programme == "kenya" else "office"


def plain_verbs() -> dict[str, tuple[EntityModel, DerivedMutation]]:
    """The mutations that derive, and whose place no action has taken: their entity, and what they do."""
    model = graph_model()
    derived = {action.name: action for action in derived_actions(model)}
    return {
        mutation.name: (entity, mutation)
        for entity in model.by_type.values()
        for mutation in entity.mutations
        if all_actions()[mutation.name].compose.__code__ is derived[mutation.name].compose.__code__
    }


async def made_up(
    writes: Writes, name: str, programme: str = "own", *, whole: bool = True, word: str = "", of: Row | None = None
) -> Row:
    """A good input of a plain verb.

    Args:
        writes: the world.
        name: the mutation.
        programme: whose rows it is about.
        whole: whether it gives everything that it may; else only what it has to.
        word: stands in every text.
        of: what it is about already: all else is made up to go with it.
    """
    entity, mutation = plain_verbs()[name]
    action = all_actions()[name]
    given: Row = {**(of or {})}
    if mutation.does is not Verb.RECORD:
        hand = HANDS.get(entity.table)
        row = await row_of(writes, entity, programme) if hand is None else await hand(writes, programme, "")
        given |= {"id": row["id"], "version": row["version"]}
    for taken in action.takes:
        if taken.name in given:
            continue
        # Nothing made up is answered for: that is said where a fact breaks a rule.
        if isinstance(taken, Group) or (isinstance(taken, Given) and taken.tiers is not None):
            continue
        if _is_in_another(entity, taken, given):
            continue
        if whole or taken_always(taken) or _is_first_whole(entity, taken) or _is_owner(entity, taken):
            if isinstance(taken, Parts):
                given[taken.name] = [await part_of(writes, taken, given, programme, word)]
            elif (target := of_same_owner(entity, taken)) is not None:
                found = await _row_beside(writes, entity, target, given, programme)
                given |= {} if found is None and not taken_always(taken) else {taken.name: found}
            else:
                given[taken.name] = await _value(writes, entity, taken, programme, word, mutation.does)
    return given


async def part_of(writes: Writes, parts: Parts, whole: Row, programme: str, word: str = "") -> Row:
    """One object of a list of parts; what it leads to of a child's is of the child whose its whole is."""
    of, made = graph_model().by_table[parts.table], {}
    for taken in parts.takes:
        target = of_same_owner(of, taken)
        if target is None:
            made[taken.name] = await _value(writes, of, taken, programme, word, Verb.RECORD)
        else:
            made[taken.name] = await _row_beside(writes, of, target, whole, programme)
    return made


def of_same_owner(entity: EntityModel, taken: InputEntry) -> EntityModel | None:
    """Where a link leads to another row of the child's, of a table of such rows alone; a part's whole is any."""
    target = graph_model().by_table[taken.table] if isinstance(taken, Linked) else None
    if target is None or not (_is_of_a_child(entity) and _is_of_a_child(target)):
        return None
    if entity.part_of is not None and f"{entity.stored[entity.part_of].label}Id" == taken.name:
        return None
    return target


def _is_of_a_child(entity: EntityModel) -> bool:
    """Whether its rows are a child's alone, and no children."""
    return [each.table for each in entity.owners] == ["child"] and entity.owners[0].column != "id"


async def beside(writes: Writes, entity: EntityModel, row: Row, other: EntityModel) -> Row:
    """Whose a row of another table is that leads to this one: the same child's; nothing where it may be anybody's."""
    if not (_is_of_a_child(entity) and _is_of_a_child(other)):
        return {}
    mine, theirs = (each.stored[each.owners[0].column].label for each in (entity, other))
    return {f"{theirs}Id": await _owner_of(writes, entity, mine, row["id"], "own")}


async def _owner_of(writes: Writes, entity: EntityModel, label: str, id_: str, programme: str) -> Json:
    document = f"query Q($id: ID!) {{ {entity.one}(id: $id) {{ {label} {{ id }} }} }}"
    body = await writes.send(document, office_of(programme), id=id_)
    return body["data"][entity.one][label]["id"]


async def _row_beside(writes: Writes, entity: EntityModel, target: EntityModel, given: Row, programme: str) -> Json:
    """The id of a row of the same owner's, where it has one."""
    owner = entity.owners[0]
    label = entity.stored[owner.column].label
    whose = given.get(f"{label}Id") or await _owner_of(writes, entity, label, given["id"], programme)
    one = graph_model().by_table[owner.table].one
    document = f"query Q($id: ID!) {{ {one}(id: $id) {{ {target.many}(first: 1) {{ nodes {{ id }} }} }} }}"
    body = await writes.send(document, office_of(programme), id=whose)
    there = body["data"][one][target.many]["nodes"]
    if not there and target.table in BESIDE:
        there = [await BESIDE[target.table](writes, programme, whose)]
    return there[0]["id"] if there else None


def _is_first_whole(entity: EntityModel, taken: InputEntry) -> bool:
    """Whether it names the first of those of which a row is a part of one."""
    return bool(entity.in_one) and taken.name == f"{entity.stored[entity.in_one[0]].label}Id"


def _is_in_another(entity: EntityModel, taken: InputEntry, given: Row) -> bool:
    """Whether it names a whole, and the row is a part of another one already."""
    names = [f"{entity.stored[name].label}Id" for name in entity.in_one]
    return taken.name in names and any(name in given for name in names)


def taken_always(taken: InputEntry) -> bool:
    """Whether an input has to give it."""
    return not isinstance(taken, Group) and taken.required


def _is_owner(entity: EntityModel, taken: InputEntry) -> bool:
    """Whether it names the first of those whose row it may be."""
    first = entity.first_owner
    return isinstance(taken, Linked) and first is not None and f"{entity.stored[first].label}Id" == taken.name


async def row_of(writes: Writes, entity: EntityModel, programme: str = "own", *, word: str = "") -> Row:
    """A row of a table, recorded by its own verb, or by hand where it has none."""
    if entity.table == "programme":
        return {"id": writes.programmes[programme], "version": 1}
    if entity.table in HANDS:
        return await HANDS[entity.table](writes, programme, word)
    records = (each.name for each in entity.mutations if each.does is Verb.RECORD)
    name = next(records)
    given = await made_up(writes, name, programme, whole=bool(word), word=word)
    row: Row = await writes.ok(name, office_of(programme), **without_end(entity, given))
    return row


def without_end(entity: EntityModel, given: Row) -> Row:
    """The same input of a row that goes on."""
    ends = [each.label for each in entity.stored.values() if each.day is not None and each.day.after is not None]
    said = [entity.stored[name].label for name in entity.at_end]
    return {name: value for name, value in given.items() if name not in (*ends, *said)}


async def _value(writes: Writes, entity: EntityModel, taken: InputEntry, programme: str, word: str, verb: Verb) -> Json:
    match taken:
        case Linked(many=True) | Group() | Parts():
            raise TypeError(taken.name)
        case Linked() if OF_ITS_OWN.get(entity.table) == taken.table:
            return (await HANDS[taken.table](writes, programme, word))["id"]
        case Linked():
            target = graph_model().by_table[taken.table]
            return (await row_of(writes, target, programme))["id"]
        case Given():
            return _plain(writes, entity, taken, word, verb)


def _plain(writes: Writes, entity: EntityModel, taken: Given, word: str, verb: Verb) -> Any:  # noqa: ANN401 - JSON
    said = SAID.get(f"{entity.table}.{taken.name}", {})
    if verb in said:
        return said[verb]
    match taken.kind:
        case Kind.TEXT:
            return f"{word} {taken.name} {writes.number()}".strip()[: taken.longest]
        case Kind.ENUMERATION if taken.enumeration is not None:
            return _other(list(taken.enumeration), verb)
        case Kind.ENUMERATION_LIST if taken.enumeration is not None:
            return [_other(list(taken.enumeration), verb)]
        case Kind.LANGUAGES:
            return ["fr", "nl"] if verb is Verb.RECORD else ["nl"]
        case Kind.DATE:
            day = entity.stored[taken.fills.partition(".")[2]].day
            if day is not None and day.after is not None:
                return LATER if verb is Verb.CORRECT else LAST
            return LONG_AGO if day is not None and day.when is When.FACT and not (day.born or day.inside) else FIRST
        case kind:
            return PLAIN[kind]


def _other(members: Iterable[str], verb: Verb) -> str:
    """The first of them; another one where something is changed."""
    listed = [str(each) for each in members]
    return listed[0] if verb is Verb.RECORD else listed[-1]


def maker_of(name: str) -> Make:
    """What makes up inputs of one verb."""

    async def make(writes: Writes) -> Row:
        return await made_up(writes, name)

    return make
