"""Whoever lets children come at random: registered, asked about, taken into care; and what is to be done for them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hypothesis.strategies import booleans

from tests.writes.choosing import DAYS
from tests.writes.machine_care import Caring

if TYPE_CHECKING:
    from hypothesis.strategies import DataObject

    from tests.writes.model import Kept

WHY = {"reason": "At night.", "authorisedBy": "Director"}
REASONS = (["NEGLECT"], ["POVERTY"], ["ABUSE", "POVERTY"])


class Opening(Caring):
    """What is written as children come."""

    def is_out_of_care(self, child: Kept) -> bool:
        """Whether a child lives, and is in nobody's care."""
        times = self.both.world.of("CareEpisode", child=child.id)
        return not child.cells.get("diedOn") and all(row.cells["endedOn"] for row in times)

    def register_child(self, source: DataObject) -> None:
        """Whoever is asked for."""
        if self.many("Child", 9):
            return
        who = self.caller(source)
        given = self.new(source, "Child", who) | {
            "caseNumber": self.odd(source, f"r{len(self.sent)}", "b00"), "givenName": "Ada", "sex": "FEMALE",
            "programmeId": self.row(source, "Programme", who),
        }  # fmt: skip
        if source.draw(booleans()):
            given["enrolledOn"] = self.day(source, *DAYS[1:5])
        if source.draw(booleans()):
            given["birthDate"] = self.some(source, ("2015-05-05", None))
        self.send(source, who, "registerChild", given)

    def begin_care(self, source: DataObject) -> None:
        """Of a child who is in nobody's care, if there is one; with a home, or without."""
        if not any(map(self.is_out_of_care, self.both.world.of("Child"))):
            self.register_child(source)
            return
        who = self.caller(source)
        child = self.fitting(source, "Child", who, self.is_out_of_care)["id"]
        reasons = self.some(source, REASONS)
        given = self.new(source, "CareEpisode", who) | {
            "childId": child, "startedOn": self.day(source, *DAYS[3:]), "reasons": reasons,
        }  # fmt: skip
        if source.draw(booleans()):
            given["primaryReason"] = reasons[0]
        if source.draw(booleans()):
            given["homeId"] = self.row(source, "Home", who)
        if source.draw(booleans()) and (self.careless or "homeId" in given):
            given["exception"] = WHY
        self.send(source, who, "beginCare", given)

    def open_gatekeeping(self, source: DataObject) -> None:
        """Of somebody who comes, or has come."""
        if self.many("GatekeepingAssessment", 14):
            self.complete_gatekeeping(source)
            return
        who = self.caller(source)
        given = self.new(source, "GatekeepingAssessment", who)
        given["childId"] = self.fitting(source, "Child", who, self.is_out_of_care)["id"]
        if source.draw(booleans()):
            given["openedOn"] = self.day(source, *DAYS[1:5])
        if source.draw(booleans()):
            given |= {"assessor": "JOINT", "assessedBy": "Ms. Peeters"}
        self.send(source, who, "openGatekeeping", given)

    def complete_gatekeeping(self, source: DataObject) -> None:
        """For care, or for something else."""
        who = self.caller(source)
        given = self.fitting(source, "GatekeepingAssessment", who, lambda row: row.cells["completedOn"] is None)
        given["completedOn"] = self.day(source, *DAYS[3:5])
        given["outcome"] = self.some(source, ("ADMIT", "SUPPORT_FAMILY"))
        for name, values in (
            ("povertyOnly", ("YES", "NO")), ("necessity", ("NECESSARY", "NOT_NECESSARY")),
            ("recommendedForm", ("KINSHIP_FAMILY", None)),
        ):  # fmt: skip
            if source.draw(booleans()):
                given[name] = self.some(source, values)
        self.send(source, who, "completeGatekeeping", given)

    def record_task(self, source: DataObject) -> None:
        """Something of a child, done or not."""
        who = self.caller(source)
        given = self.new(source, "Task", who) | {
            "childId": self.row(source, "Child", who), "kind": self.some(source, ("FOLLOW_UP", "OTHER")),
            "title": "A school.", "dueOn": self.day(source, *DAYS[2:]),
        }  # fmt: skip
        if source.draw(booleans()):
            given["doneOn"] = self.day(source, *DAYS[2:5])
        self.send(source, who, "recordTask", given)

    def done_task(self, source: DataObject) -> None:
        """Mostly one that is open."""
        if not any(self.both.world.of("Task", doneOn=None)):
            self.record_task(source)
            return
        who = self.caller(source)
        given = self.fitting(source, "Task", who, lambda row: row.cells["doneOn"] is None)
        if source.draw(booleans()):
            given["doneOn"] = self.day(source, *DAYS[2:5])
        if source.draw(booleans()):
            given["outcome"] = self.some(source, ("It has one.", None))
        self.send(source, who, "doneTask", given)
