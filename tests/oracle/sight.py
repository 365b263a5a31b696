"""What one caller sees: which rows, which fields, what hangs on what today. Loops over Python rows, nothing else."""

from __future__ import annotations

from collections import defaultdict
from datetime import date, datetime
from decimal import Decimal
from functools import cached_property
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from countries.tenancy.caller import Caller
from tests.access import Access
from tests.oracle.rows import Row, Tables
from tests.oracle.vocabulary import Vocabulary
from tests.oracle.worked_out import Values
from tests.selected_rows import CodedId

PERIOD = ("started_on", "ended_on")


class Sight:
    """The tables through the eyes of one caller at one instant."""

    def __init__(self, vocabulary: Vocabulary, tables: Tables, access: Access, caller: Caller, now: datetime) -> None:
        self.vocabulary = vocabulary
        self.nouns = vocabulary.nouns
        self.tables = tables
        self.access = access
        self.caller = caller
        self.tier = caller.tier.value
        self.now = now
        self.worked: Values = {}
        """What computed values are, of those whose meaning nobody wrote down here by hand."""
        self.drawn: dict[tuple[str, str], list[object]] = {}
        """Values of computed fields as any caller sees them, for arguments."""
        self._rows: dict[str, list[Row]] = {}
        self._known_rows: dict[str, dict[tuple[str, Any], Row]] = {}
        self._hung: dict[tuple[str, str], dict[tuple[str, Any], list[Row]]] = {}
        self._rights: dict[tuple[str, str], bool] = {}

    @cached_property
    def days(self) -> dict[str, date]:
        """The date in each country."""
        return {
            country["code"]: self.now.astimezone(ZoneInfo(country["time_zone"])).date()
            for country in self.tables.rows["country"]
        }

    @cached_property
    def today(self) -> date:
        """The date in the one country of a national caller; nobody else follows what is in force today."""
        return self.days.get(self.caller.country or "", self.now.date())

    # Rights

    def may_see(self, type_name: str) -> bool:
        """Whether the tier reads the type at all."""
        return self.access.may_read(self.tier, self.nouns[type_name].table)

    def may(self, type_name: str, name: str) -> bool:
        """Whether the tier reads the field."""
        key = (type_name, name)
        if key not in self._rights:
            self._rights[key] = name == "__typename" or self._may(type_name, name)
        return self._rights[key]

    def _may(self, type_name: str, name: str) -> bool:
        noun = self.nouns[type_name]
        way = self.vocabulary.ways.get((type_name, name))
        if way is not None:
            ends = self.access.may_read(self.tier, self.nouns[way.via].table, way.near, way.far, *PERIOD)
            return ends and self.may_see(way.target)
        if (type_name, name) in self.vocabulary.worked_out:
            reads = self.vocabulary.worked_out[type_name, name]
            own = self.may_see(type_name)
            return own and all(self.access.may_read(self.tier, table, column) for table, column in reads)
        if name in noun.to_one:
            column, target = noun.to_one[name]
            return self.access.may_read(self.tier, noun.table, column) and self.may_see(target)
        if name in noun.to_many:
            target, column = noun.to_many[name]
            return self.access.may_read(self.tier, self.nouns[target].table, column) and self.may_see(type_name)
        identity = "code" if type_name == "Country" else "id"
        return self.access.may_read(self.tier, noun.table, identity if name == "id" else noun.values[name])

    # Rows

    def rows(self, type_name: str) -> list[Row]:
        """The rows that the caller sees; those that were recorded in error are in no list and behind no link."""
        if type_name not in self._rows:
            everything = self.tables.rows[self.nouns[type_name].table]
            voided = self.nouns[type_name].voided
            self._rows[type_name] = [
                row for row in everything if self._sees(type_name, row) and (voided is None or row[voided] is None)
            ]
        return self._rows[type_name]

    def _known(self, type_name: str) -> list[Row]:
        """The rows that the caller sees, with those that were recorded in error."""
        return [row for row in self.tables.rows[self.nouns[type_name].table] if self._sees(type_name, row)]

    def ids(self, table: str) -> list[UUID]:
        """The ids of the rows of a table that the caller sees; of one that no type shows, of its countries."""
        for name, noun in self.nouns.items():
            if noun.table == table:
                return [row["id"] for row in self.rows(name)]
        # Of those that no type shows, who may read one reads all of the country.
        rows = [row for row in self.tables.rows[table] if row["voided_at"] is None]
        return [row["id"] for row in rows if row["country_code"] in self.caller.countries]

    def known_ids(self, table: str) -> list[UUID]:
        """The ids of the rows of a table that the caller sees, with those that were recorded in error."""
        return [row["id"] for name, noun in self.nouns.items() if noun.table == table for row in self._known(name)]

    def by_id(self, type_name: str, country: str, uuid: UUID | CodedId) -> Row | None:
        """The visible row that somebody names by its id, also where it was recorded in error.

        The id of a record that was taken back for another one means that one.
        """
        same_as, known = self.nouns[type_name].same_as, self._known_by_id(type_name)
        row = known.get((country, uuid))
        other = row[same_as] if row is not None and same_as is not None else None
        return row if other is None else known.get((country, other))

    def _known_by_id(self, type_name: str) -> dict[tuple[str, Any], Row]:
        if type_name not in self._known_rows:
            rows = self._known(type_name)
            self._known_rows[type_name] = {(row["country_code"], row["id"]): row for row in rows}
        return self._known_rows[type_name]

    def meant(self, type_name: str, value: str) -> str:
        """The id of the record that an id means: of the one that it leads on to, where the caller sees it lead on."""
        same_as = self.nouns[type_name].same_as
        if same_as is None:
            return value
        _, country, uuid = value.split("_", 2)
        row = self._known_by_id(type_name).get((country, UUID(uuid)))
        return value if row is None or row[same_as] is None else f"{type_name}_{country}_{row[same_as]}"

    def _sees(self, type_name: str, row: Row) -> bool:
        if not self.may_see(type_name):
            return False
        if type_name == "Country" or self.tier == "headquarters":
            return True
        if row["country_code"] not in self.caller.countries:
            return False
        column = self.nouns[type_name].programme
        return self.tier != "caseworker" or column is None or row[column] in self.caller.programmes

    def find(self, type_name: str, country: str, uuid: UUID | CodedId | None) -> Row | None:
        """The visible row with this identity that a link or a cursor leads to."""
        column, value = ("code", country) if type_name == "Country" else ("id", uuid)
        found = self._hanging(type_name, column).get((country, value), [])
        return found[0] if found else None

    def _hanging(self, type_name: str, column: str) -> dict[tuple[str, Any], list[Row]]:
        if (type_name, column) not in self._hung:
            hung: dict[tuple[str, Any], list[Row]] = defaultdict(list)
            # What leads on to a record was taken back, and is shown by that one alone.
            leading = column == self.nouns[type_name].same_as
            for row in self._known(type_name) if leading else self.rows(type_name):
                hung[row["code" if type_name == "Country" else "country_code"], row[column]].append(row)
            self._hung[type_name, column] = hung
        return self._hung[type_name, column]

    def in_force(self, row: Row, on: date | None = None) -> bool:
        """Half-open: the last day is the one before `ended_on`; today's where no day is asked about."""
        started, ended, day = row["started_on"], row["ended_on"], on or self.today
        return bool(started <= day and (ended is None or day < ended))

    def linked(self, type_name: str, row: Row, name: str, on: date | None = None) -> list[Row]:
        """The visible rows at the end of a link; at most one where it leads to one.

        Of dated rows, those of the day that is asked about.
        """
        noun = self.nouns[type_name]
        country = row["code"] if type_name == "Country" else row["country_code"]
        if name in noun.to_one:
            column, target = noun.to_one[name]
            there = self.find(target, country, row[column])
            return [there] if there else []
        if name in noun.to_many:
            target, column = noun.to_many[name]
            here = country if type_name == "Country" else row["id"]
            return self._hanging(target, column).get((country, here), [])
        way = self.vocabulary.ways[type_name, name]
        between = self._hanging(way.via, way.near).get((country, row["id"]), [])
        far = {each[way.far] for each in between if self.in_force(each, on)}
        return [there for there in (self.find(way.target, country, uuid) for uuid in far) if there]

    # Values

    def value(self, type_name: str, row: Row, name: str) -> object:
        """A field's value, as JSON writes it."""
        match type_name, name:
            case _, "id":
                return identifier(type_name, row)
            case "Child", "age":
                return completed_years(row["birth_date"], min(self.today, row["died_on"] or self.today))
            case "Child", "inCare":
                there = self._hanging("Placement", "child_id").get((row["country_code"], row["id"]), [])
                return any(self.in_force(placement) for placement in there)
            case "CommunityLink", "hasHome":
                return row["home_id"] is not None
            case "Home", "isOpen":
                return self._is_open(row)
            case "Home", "occupancy":
                return self._taken(row)
            case "Home", "freePlaces":
                return max(0, row["capacity"] - self._taken(row)) if self._is_open(row) else 0
            case _ if (type_name, name) in self.vocabulary.worked_out:
                # A country's row is known by its code alone.
                key = (row["country_code"], row["id"]) if "country_code" in row else (row["code"], row["code"])
                worked = self.worked[type_name, name][key]
                return as_json(worked, as_text=(type_name, name) in self.vocabulary.as_text)
            case _:
                value = row[self.nouns[type_name].values[name]]
                return as_json(value, as_text=(type_name, name) in self.vocabulary.as_text)

    def _is_open(self, home: Row) -> bool:
        day, closed = self.days[home["country_code"]], home["closed_on"]
        return bool(home["opened_on"] <= day and (closed is None or closed > day))

    def _taken(self, home: Row) -> int:
        """How many places of a home are taken: by whichever child, whoever may see it."""
        mine = (home["country_code"], home["id"])
        rows = (row for row in self.tables.rows["placement"] if (row["country_code"], row["home_id"]) == mine)
        return sum(1 for row in rows if row["voided_at"] is None and self.in_force(row))

    def comparable(self, type_name: str, row: Row, name: str) -> Any:  # noqa: ANN401 - a value of any type
        """A field's value, as it is compared and ordered: a number as a number, also where JSON holds it as text."""
        if (type_name, name) in self.vocabulary.as_text:
            return row[self.nouns[type_name].values[name]]
        return self.value(type_name, row, name)


def identifier(type_name: str, row: Row) -> str:
    """The row's id in GraphQL."""
    if type_name == "Country":
        return f"Country_{row['code']}"
    return f"{type_name}_{row['country_code']}_{row['id']}"


def completed_years(birth: date | None, today: date) -> int | None:
    """Birthdays so far; who was born on 29 February has one on 1 March of a common year."""
    if birth is None:
        return None
    return today.year - birth.year - ((today.month, today.day) < (birth.month, birth.day))


def as_json(value: object, *, as_text: bool) -> object:
    """Dates and instants as ISO text; decimals and wide integers as text; instants as PostgreSQL's to_json writes."""
    match value:
        case datetime():
            text = value.isoformat()
            whole, _, fraction = text.partition("+")[0].partition(".")
            return f"{whole}.{fraction.rstrip('0')}+00:00" if fraction else f"{whole}+00:00"
        case date():
            return value.isoformat()
        case Decimal() | UUID():
            return str(value)
        case int() if as_text:
            return str(value)
        case list():
            return list(value)
        case _:
            return value
