"""Whoever writes at random: which mutation, as whom, with which input, good and bad."""

from __future__ import annotations

from hypothesis.stateful import initialize, rule
from hypothesis.strategies import DataObject, booleans, data, integers

from graph.declarations.declared import camel
from tests.writes.choosing import DAYS, EDGES
from tests.writes.machine_carers import Caregiving
from tests.writes.machine_doors import WHY
from tests.writes.model import Cells, Kept

OWN, OTHER, KENYAN = (
    f"Programme_{country}_0199cccc-0000-7000-8000-{number:012d}" for number, country in enumerate(("BE", "BE", "KE"))
)
NAMES = ("Ada", "Bo", "Kim")
BIRTHS = ("2014-01-01", "2026-01-10", "2026-01-11", "2026-06-01", "2028-01-01", None, *EDGES)
PRECISIONS = ("DAY", "MONTH", "YEAR")


def has_died(child: Kept) -> bool:
    """Whether a child's death is on record."""
    return bool(child.cells.get("diedOn"))


class Machine(Caregiving):
    """Writes at random."""

    @initialize()
    def begin_small(self) -> None:
        """Two programmes in one country, one in the other; in each two homes, and two children who are siblings."""
        office, kenya = self.both.everybody["office"], self.both.everybody["kenya"]
        world = self.both.world
        for who, programme in ((office, OWN), (office, OTHER), (kenya, KENYAN)):
            given = {"id": programme, "name": "Team", "kind": "ALTERNATIVE_CARE", "startedOn": "2020-01-01"}
            self.wait(self.both.do(who, "startProgramme", given))
            siblings: list[Cells] = []
            for number in range(2):
                home = {
                    "id": world.client_id("Home", who.country), "programmeId": programme, "name": "House",
                    "form": "KINSHIP_FAMILY", "capacity": 2, "openedOn": "2021-01-01",
                }  # fmt: skip
                self.wait(self.both.do(who, "openHome", home))
                child = {
                    "id": world.client_id("Child", who.country), "caseNumber": f"b{programme[-1]}{number}",
                    "givenName": "Ada",
                    "sex": "FEMALE", "reasonForCare": "NEGLECT", "programmeId": programme, "homeId": home["id"],
                    "startedOn": "2026-01-10", "birthDate": "2015-01-01", "siblings": list(siblings),
                }  # fmt: skip
                self.wait(self.both.do(who, "admitChild", child))
                siblings.append({"siblingId": child["id"], "kind": "FULL"})
            caregiver = {
                "id": world.client_id("Caregiver", who.country), "programmeId": programme, "givenName": "Eva",
                "kind": "HOUSEHOLD_ADULT", "engagedOn": "2021-01-01",
            }  # fmt: skip
            self.wait(self.both.do(who, "recordCaregiver", caregiver))
            passed = {
                "id": world.client_id("CaregiverCheck", who.country), "caregiverId": caregiver["id"],
                "kind": "BACKGROUND_CHECK", "decidedOn": "2025-06-01", "validUntil": "2030-01-01", "outcome": "PASSED",
            }  # fmt: skip
            self.wait(self.both.do(who, "recordCaregiverCheck", passed))
        self.wait(self.both.check())

    def start_programme(self, source: DataObject) -> None:
        """Seldom good for much: nobody but the office is in it."""
        if self.many("Programme", 6):
            return
        who = self.caller(source, office=True)
        given = self.new(source, "Programme", who) | {
            "name": "New",
            "kind": "AFTERCARE",
            "startedOn": self.day(source, "2025-06-01"),
        }
        if source.draw(booleans()):
            given["endedOn"] = self.day(source, "2026-03-01", "2027-02-01")
        self.send(source, who, "startProgramme", given)

    def open_home(self, source: DataObject) -> None:
        """With no room at all it is refused."""
        if self.many("Home", 8):
            return
        who = self.caller(source, office=True)
        given = self.new(source, "Home", who) | {
            "programmeId": self.row(source, "Programme", who), "name": self.some(source, NAMES),
            "form": "KINSHIP_FAMILY", "capacity": self.odd(source, self.some(source, (1, 2)), 0),
            "openedOn": self.day(source, "2025-06-01"),
        }  # fmt: skip
        self.send(source, who, "openHome", given)

    def update_home(self, source: DataObject) -> None:
        """Name, size, place."""
        who = self.caller(source)
        given = self.own(source, "Home", who)
        for name, values in (("name", NAMES), ("capacity", (1, 2, 3, 0)), ("locality", ("Gent", "Mons"))):
            if source.draw(booleans()):
                given[name] = self.some(source, values)
        self.send(source, who, "updateHome", given)

    def close_home(self, source: DataObject) -> None:
        """Mostly somebody lives there, but in the last one that was opened."""
        who = self.caller(source, office=True)
        given = self.fitting(source, "Home", who, self.is_empty) | {"closedOn": self.day(source, "2027-02-01")}
        self.send(source, who, "closeHome", given)

    def admit_child(self, source: DataObject) -> None:
        """With or without brothers and sisters."""
        who = self.caller(source)
        given = self.new(source, "Child", who) | {
            "caseNumber": self.odd(source, f"n{len(self.sent)}", "b00"),
            "givenName": self.some(source, NAMES), "sex": "MALE", "reasonForCare": "ABUSE",
            "programmeId": self.row(source, "Programme", who), "homeId": self.row(source, "Home", who),
            "startedOn": self.day(source, "2026-01-10", "2026-03-01"),
        }  # fmt: skip
        if source.draw(booleans()):
            given["birthDate"] = self.some(
                source, ("2016-05-05", None, *(("2026-03-01", "2027-01-01", *EDGES) if self.careless else ()))
            )
        if source.draw(booleans()):
            children = [self.row(source, "Child", who) for _ in range(source.draw(integers(1, 2)))]
            children = children if self.careless else list(dict.fromkeys(children))
            given["siblings"] = [{"siblingId": child, "kind": "FULL"} for child in children]
        if source.draw(booleans()):
            given["exception"] = WHY
        self.send(source, who, "admitChild", given)

    def update_child(self, source: DataObject) -> None:
        """Number, names, birth."""
        who = self.caller(source)
        given = self.own(source, "Child", who)
        for name, values in (
            ("caseNumber", ("b00", f"n{len(self.sent)}")), ("givenName", NAMES), ("familyName", ("Claes", None)),
            ("birthDate", BIRTHS),
            ("birthDatePrecision", ("YEAR",)),
            ("interests", ("Chess", None)),
        ):  # fmt: skip
            if source.draw(integers(0, 2)) == 0:
                given[name] = self.some(source, values)
        self.send(source, who, "updateChild", given)

    def move_to_programme(self, source: DataObject) -> None:
        """There, and back again."""
        who = self.caller(source, office=True)
        given = self.own(source, "Child", who) | {"programmeId": self.row(source, "Programme", who)}
        child = self.both.world.rows.get(given["id"])
        if not self.careless and child is not None and child.country == "BE":
            given["programmeId"] = OTHER if child.programme == OWN else OWN
        if source.draw(booleans()):
            given["movedOn"] = self.day(source, "2026-11-22")
        if source.draw(booleans()):
            given["caseNumber"] = self.some(source, ("b00", f"n{len(self.sent)}"))
        self.send(source, who, "moveToProgramme", given)

    def record_sibling_bond(self, source: DataObject) -> None:
        """Across programmes, where the office says so."""
        who = self.caller(source)
        given = self.new(source, "SiblingBond", who) | {
            "childId": self.row(source, "Child", who), "siblingId": self.row(source, "Child", who), "kind": "HALF",
        }  # fmt: skip
        if source.draw(booleans()):
            given["startedOn"] = self.day(source, *DAYS[:-1])
        self.send(source, who, "recordSiblingBond", given)

    def place_child(self, source: DataObject) -> None:
        """Before and after today, into full homes and empty ones."""
        who = self.caller(source)
        given = self.new(source, "Placement", who) | {
            "childId": self.row(source, "Child", who), "startedOn": self.day(source, *DAYS[1:]),
        }  # fmt: skip
        if source.draw(integers(0, 3)):
            given["homeId"] = self.row(source, "Home", who)
        else:
            given["arrangement"] = self.some(source, ("WITH_OWN_FAMILY", "OTHER_FOSTER_FAMILY"))
        if source.draw(booleans()):
            given["exception"] = WHY
        self.send(source, who, "placeChild", given)

    def place_siblings(self, source: DataObject) -> None:
        """Mostly brothers and sisters."""
        who = self.caller(source)
        bonds = [row.cells for row in self.both.world.of("SiblingBond") if self.both.world.sees(who, row)]
        pairs = [[bond["child"], bond["sibling"]] for bond in bonds]
        two = [self.row(source, "Child", who), self.row(source, "Child", who)]
        children = self.some(source, pairs if pairs and not self.careless else [*pairs, two])
        given = {
            "childIds": children,
            "homeId": self.row(source, "Home", who),
            "startedOn": self.day(source, *DAYS[1:]),
        }
        if source.draw(booleans()):
            given["exception"] = WHY
        self.send(source, who, "placeSiblings", given)

    def end_placement(self, source: DataObject) -> None:
        """Once, and once more."""
        who = self.caller(source)
        why = self.some(source, ("OTHER", "MOVE", "HOME_CLOSED", "ADOPTION"))
        given = self.own(source, "Placement", who) | {"endedOn": self.day(source, *DAYS[1:]), "endReason": why}
        self.send(source, who, "endPlacement", given)

    def correct_placement(self, source: DataObject) -> None:
        """Home, days, reasons."""
        who = self.caller(source)
        given = self.own(source, "Placement", who) | {"reason": "Copied wrongly."}
        if source.draw(booleans()):
            given["homeId"] = self.row(source, "Home", who)
        for name, values in (
            ("startedOn", DAYS), ("endedOn", (*DAYS, None)), ("endReason", ("OTHER", "DEATH", "ADOPTION")),
            ("startReason", ("EMERGENCY",)), ("exception", (WHY,)),
        ):  # fmt: skip
            if source.draw(booleans()):
                given[name] = self.some(source, values)
        if given.get("endedOn") and not self.careless:
            given["endReason"] = self.some(source, ("OTHER", "MOVE", "DEATH"))
        self.send(source, who, "correctPlacement", given)

    def void_placement(self, source: DataObject) -> None:
        """It never was."""
        who = self.caller(source)
        self.send(source, who, "voidPlacement", self.own(source, "Placement", who) | {"reason": "Another child."})

    def record_death(self, source: DataObject) -> None:
        """Of a day, a month, a year."""
        who = self.caller(source)
        given = self.own(source, "Child", who) | {"diedOn": self.day(source, *DAYS[2:5])}
        if source.draw(booleans()):
            given["diedOnPrecision"] = self.some(source, PRECISIONS)
        self.send(source, who, "recordDeath", given)

    def correct_death(self, source: DataObject) -> None:
        """Another day, or more of it, or less."""
        if not any(map(has_died, self.both.world.of("Child"))):
            self.record_death(source)
            return
        who = self.caller(source)
        given = self.fitting(source, "Child", who, has_died) | {"reason": "Miswritten."}
        for name, values in (("diedOn", DAYS[1:5]), ("diedOnPrecision", PRECISIONS), ("exception", (WHY,))):
            if source.draw(booleans()):
                given[name] = self.some(source, values)
        if not self.careless and "diedOn" not in given:
            given["diedOn"] = self.some(source, DAYS[1:5])
        self.send(source, who, "correctDeath", given)

    def void_death(self, source: DataObject) -> None:
        """It was another child."""
        if not any(map(has_died, self.both.world.of("Child"))):
            self.record_death(source)
            return
        who = self.caller(source)
        given = self.fitting(source, "Child", who, has_died) | {"reason": "Another child."}
        if source.draw(booleans()):
            given["exception"] = WHY
        self.send(source, who, "voidDeath", given)

    def add_community_link(self, source: DataObject) -> None:
        """A child's, a home's, or nobody's."""
        who = self.caller(source)
        given = self.new(source, "CommunityLink", who) | {"kind": "SCHOOL", "startedOn": self.day(source, *DAYS[:4])}
        for name, type_ in (("childId", "Child"), ("homeId", "Home")):
            if source.draw(booleans()) or (name == "homeId" and "childId" not in given and not self.careless):
                given[name] = self.row(source, type_, who)
        self.send(source, who, "addCommunityLink", given)

    def end_community_link(self, source: DataObject) -> None:
        """Where there is one."""
        if not any(self.both.world.of("CommunityLink", endedOn=None)):
            self.add_community_link(source)
            return
        who = self.caller(source)
        given = self.fitting(source, "CommunityLink", who, lambda row: row.cells["endedOn"] is None)
        self.send(source, who, "endCommunityLink", given | {"endedOn": self.day(source, *DAYS[1:])})

    def repeat(self, source: DataObject) -> None:
        """What was sent before is sent again, with its key or without."""
        if not self.sent:
            return
        who, name, given = self.some(source, self.sent)
        self.carry_out(who, name, given, source.draw(integers(0, 40)))

    @rule(source=data())
    def step(self, source: DataObject) -> None:
        """Any of them; mostly one that has not gone well yet, in this sequence or before it."""
        writes = (
            self.start_programme, self.open_home, self.update_home, self.close_home, self.admit_child,
            self.update_child, self.move_to_programme, self.record_sibling_bond, self.place_child,
            self.place_siblings, self.end_placement, self.correct_placement, self.void_placement,
            self.record_death, self.correct_death, self.void_death, self.add_community_link,
            self.end_community_link, self.correct_community_link, self.void_community_link, self.end_sibling_bond,
            self.void_sibling_bond, self.end_care, self.record_legal_status, self.end_legal_status,
            self.void_legal_status, self.reopen_home, self.void_home, self.end_programme, self.register_child,
            self.begin_care, self.open_gatekeeping, self.complete_gatekeeping, self.record_task, self.done_task,
            self.record_caregiver, self.record_caregiver_check, self.move_caregiver, self.assign_caregiver,
            self.name_key_carer, self.hand_over_home, self.end_caregiver_assignment, self.record_temporary_stay,
            self.end_temporary_stay, self.void_temporary_stay, self.repeat,
        )  # fmt: skip
        done = {outcome.partition(" ")[0] for outcome in self.both.outcomes if "done" in outcome}
        new = [write for write in writes if camel(write.__name__) in self.due - done]
        is_new = bool(source.draw(integers(0, 3)))
        self.some(source, new if new and is_new else writes)(source)
