"""A home's address: where it is for a time."""

from __future__ import annotations

from typing import ClassVar
from uuid import UUID

from graph.declarations.base import Kind, Names, Owner, TenantEntity
from graph.declarations.fields import link, sensitive
from graph.declarations.lives import Alone, Corrected, Dated, Voidable, verbs
from graph.declarations.nouns import NATIONAL
from graph.declarations.row_rules import Within, held
from graph.reasons import Reason
from graph.refusals import bad_input, conflict
from graph.text import TextForm

NORTH, EAST = 9000, 18000
"""Hundredths of a degree from the equator, and from Greenwich, at most."""
LIVES_ELSEWHERE = conflict(
    Reason.ONE_AT_A_TIME,
    "The home is, or is to be, somewhere on one of these days already.",
    "Use moveHome, which ends the address before; or end, correct or void the other one first.",
    "startedOn",
)
NO_SUCH_LATITUDE = bad_input(
    Reason.WRONG_AMOUNT,
    "There is no such latitude: hundredths of a degree go from {least} to {most}.",
    "Give hundredths of a degree, north of the equator above 0.",
    "latitudeE2",
    least=-NORTH,
    most=NORTH,
)
NO_SUCH_LONGITUDE = bad_input(
    Reason.WRONG_AMOUNT,
    "There is no such longitude: hundredths of a degree go from {least} to {most}.",
    "Give hundredths of a degree, east of Greenwich above 0.",
    "longitudeE2",
    least=-EAST,
    most=EAST,
)


class HomeAddress(TenantEntity, Dated, Voidable, Corrected, table=True):
    """Where a home is for a time: families move, and where one grew up is not overwritten (paragraphs 11 and 110)."""

    __tablename__ = "home_address"
    names: ClassVar[Names] = Names("HomeAddress", "homeAddress", "homeAddresses")
    owner: ClassVar = Owner("home")
    natural_key: ClassVar = ("home_id", "started_on")
    alone: ClassVar = Alone("home_id", refusal=LIVES_ELSEWHERE)
    rules: ClassVar = (
        held("home_address_latitude_check", Within("latitude_e2", -NORTH, NORTH), NO_SUCH_LATITUDE),
        held("home_address_longitude_check", Within("longitude_e2", -EAST, EAST), NO_SUCH_LONGITUDE),
    )
    mutations: ClassVar = verbs("record", "correct", "end", "void")

    home_id: UUID = link(
        "home",
        "The home.",
        back="addresses",
        back_doc="Where the home is, and where it has been.",
        creates=NATIONAL,
    )
    locality: str = sensitive(
        Kind.TEXT,
        "The village, town or quarter that it belongs to.",
        creates=NATIONAL,
        form=TextForm.NAME,
    )
    latitude_e2: int | None = sensitive(
        Kind.INTEGER,
        "How far north of the equator, in hundredths of a degree, a kilometre or so; below 0 south of it.",
        default=None,
        creates=NATIONAL,
    )
    longitude_e2: int | None = sensitive(
        Kind.INTEGER,
        "How far east of Greenwich, in hundredths of a degree; below 0 west of it.",
        default=None,
        creates=NATIONAL,
    )
