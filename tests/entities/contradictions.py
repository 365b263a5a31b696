"""Declarations that cannot be meant: of each the text of its class, the line that is at fault, and what is told of it.

`HERE` stands at the end of the line that is told; what is told begins with the class and the word.
"""

from __future__ import annotations

from dataclasses import dataclass
from textwrap import indent

HERE = "  #!"
HEAD = '''"""Made up."""

from __future__ import annotations

from decimal import Decimal
from enum import StrEnum
from typing import ClassVar
from uuid import UUID

from sqlalchemy import CheckConstraint, Index

from countries.tenancy.caller import Tier
from graph.declarations.base import (
    COUNTRY, Kind, Names, Owner, TenantEntity, computed, counted, looked_up, worked_out
)
from graph.declarations.columns import answered, day_about, listed
from graph.declarations.constraints import refusing
from graph.declarations.days import MADE, Days, When
from graph.declarations.fields import Day, copied, in_force, link, personal, plain, sensitive, through
from graph.declarations.files import Beside, Kept
from graph.declarations.lives import Alone, Corrected, Dated, ReviewedBy, Voidable, verbs
from graph.declarations.nouns import NATIONAL, OFFICE, DerivedMutation, PartsOf, TableKind
from graph.declarations.obligations import Every, Obligation
from graph.declarations.rules import Others, Rule, Seen
from graph.declarations.selected import RowsOfMany, SelectedEntity, SelectOf
from graph.declarations.selection import PartOf
from graph.reasons import Reason
from graph.refusals import conflict

WRONG = conflict(Reason.HOME_FULL, "It is full.", "Look at it.")


class {enumeration}(StrEnum):
    """What there is."""

    A = "A"


'''


@dataclass(frozen=True, slots=True)
class Odd:
    """One declaration.

    Attributes:
        body: the lines of its class, behind its docstring and its table.
        told: what is told of it, from the class and the word on.
        bases: further bases.
        names: the arguments of its Names, where they are at fault, or odd.
        owner: whose row it is; nothing where the body says it.
        table: its table.
        enumeration: the name of an enumeration beside it.
        before: lines before the class.
        key: what tells it apart in files; nothing where the body says it.
    """

    body: str
    told: str
    bases: str = ""
    names: str = '"Zz", "zz", "zzs"'
    owner: str = 'Owner("child")'
    table: str = '__tablename__ = "zz"'
    enumeration: str = "ZzKind"
    before: str = ""
    key: str = "()"
    head: str = ""

    @property
    def text(self) -> str:
        """The module."""
        called = self.names.partition('"')[2].partition('"')[0]
        name = called if called.isidentifier() else "Zz"
        lines = [
            self.head or f"class {name}(TenantEntity{self.bases}, table=True):",
            '    """Made up."""',
            "",
            *([f"    {self.table}"] if self.table else []),
            *(
                [f"    names: ClassVar[Names] = Names({self.names}){HERE if 'names: ' in self.told else ''}"]
                if self.names
                else []
            ),
            *([f"    owner: ClassVar = {self.owner}"] if self.owner else []),
            *([f"    natural_key: ClassVar = {self.key}"] if self.key else []),
            indent(self.body, "    "),
            "",
        ]
        return HEAD.replace("{enumeration}", self.enumeration) + self.before + "\n".join(lines)


NAME = 'name: str = sensitive(Kind.TEXT, "X.", creates=NATIONAL)'
RECORD = 'mutations: ClassVar = verbs("record")'
HOLDS = "holds=lambda row, led, frame: row.c.name.is_not(None)"


def rule(said: str) -> str:
    """A class with a name, and a rule that is at fault."""
    return f"{NAME}\nkeeps: ClassVar = ({said},){HERE}"


ODD: dict[str, Odd] = {
    # What entities are called
    "a type that is there": Odd("", "Child.names: a type is called Child already: ", names='"Child", "zz", "zzs"'),
    "a field for one that is there": Odd(
        "", "Zz.names: a field of the root is called child already: ", names='"Zz", "child", "zzs"'
    ),
    "a field for many that is there": Odd(
        "", "Zz.names: a field of the root is called children already: ", names='"Zz", "zz", "children"'
    ),
    "all names that are there": Odd(
        "", "Placement.names: a type is called Placement", names='"Placement", "placement", "placements"'
    ),
    "one that is another's many": Odd("", "Zz.names: a field of the root is called homes", names='"Zz", "homes", "zzs"'),
    "one and many alike": Odd("", "Zz.names: one row and many are both called zz", names='"Zz", "zz", "zz"'),
    "a type of the schema": Odd("", "Viewer.names: Viewer is a type of the schema's own", names='"Viewer", "zz", "zzs"'),
    "a scalar": Odd("", "Date.names: Date is a type of the schema's own", names='"Date", "zz", "zzs"'),
    "a type as those of mutations": Odd("", "ZzInput.names: ZzInput is a type of", names='"ZzInput", "zz", "zzs"'),
    "a type as another's connection": Odd(
        "", "ChildEdge.names: a type is called ChildEdge already", names='"ChildEdge", "zz", "zzs"'
    ),
    "a field of the root": Odd("", "Zz.names: viewer is a field of the root already", names='"Zz", "viewer", "zzs"'),
    "a field of every payload": Odd("", "Zz.names: every payload has", names='"Zz", "errors", "zzs"'),
    "a type with a space": Odd("", "Zz.names: 'Z z' is no name of a type", names='"Z z", "zz", "zzs"'),
    "a type in small letters": Odd("", "zz.names: 'zz' is no name of a type", names='"zz", "zz", "zzs"'),
    "a type with underscores": Odd("", "__Zz.names: '__Zz' is no name", names='"__Zz", "zz", "zzs"'),
    "a field with a hyphen": Odd("", "Zz.names: 'z-z' is no name of a field", names='"Zz", "z-z", "zzs"'),
    "names that are none": Odd("", "Zz.names: it takes Names.", names="", before="", key='()\n    names: ClassVar = "Zz"  #!'),
    "no names": Odd("", "Zz.names: nothing says what GraphQL calls it", names="", head=f"class Zz(TenantEntity, table=True):{HERE}"),
    "no table": Odd("", "Zz.__tablename__: nothing says", table="", head=f"class Zz(TenantEntity, table=True):{HERE}"),
    "a table that is there": Odd(
        "", "Zz.__tablename__: the table of another entity is called child already: ", table=f'__tablename__ = "child"{HERE}'
    ),
    "a table in capitals": Odd("", "Zz.__tablename__: a table is called in small", table=f'__tablename__ = "ZZ"{HERE}'),
    "no sentence of a row": Odd(
        "", "Zz.__doc__: it says in no sentence", table='__doc__ = ""  #!\n    __tablename__ = "zz"',
    ),
    "no table at all": Odd("", "Zz.names: it has a name and no table", head="class Zz(TenantEntity):"),
    "no entity at all": Odd("", "Zz.names: it has a name and no table", head="class Zz:"),
    "a mutation of another entity": Odd(
        f'{NAME}\nmutations: ClassVar = (DerivedMutation("addCommunityPartner", "X.", creates=True),){HERE}',
        "Zz.mutations: a mutation is called addCommunityPartner already: ",
    ),
    "a mutation that is an action": Odd(
        f'{NAME}\nmutations: ClassVar = (DerivedMutation("recordDeath", "X.", creates=True),){HERE}',
        "Zz.mutations: recordDeath is an action of child",
    ),
    "a mutation without a row": Odd(
        f'{NAME}\nmutations: ClassVar = (DerivedMutation("closePeriod", "X.", creates=True),){HERE}',
        "Zz.mutations: closePeriod is a mutation without a row",
    ),
    "a mutation with a space": Odd(
        f'{NAME}\nmutations: ClassVar = (DerivedMutation("add zz", "X.", creates=True),){HERE}',
        "Zz.mutations: 'add zz' is no name of a field",
    ),
    "an enumeration of a name that is there": Odd(
        f'kind: CommunityPartnerKind = sensitive({HERE}\n    Kind.ENUMERATION, "X.", enumeration=CommunityPartnerKind, creates=NATIONAL\n)',
        "Zz.kind: another enumeration is called CommunityPartnerKind already: ",
        enumeration="CommunityPartnerKind",
    ),
    "an enumeration as a type of the schema": Odd(
        f'kind: Direction = sensitive(Kind.ENUMERATION, "X.", enumeration=Direction, creates=NATIONAL){HERE}',
        "Zz.kind: Direction is a type of the schema's own",
        enumeration="Direction",
    ),
    "an enumeration as an entity": Odd(
        f'kind: Home = sensitive(Kind.ENUMERATION, "X.", enumeration=Home, creates=NATIONAL){HERE}',
        "Zz.kind: Home is a type of Home: ",
        enumeration="Home",
    ),
    "an enumeration as a kind's condition": Odd(
        f'kind: Text = sensitive(Kind.ENUMERATION, "X.", enumeration=Text, creates=NATIONAL){HERE}',
        "Zz.kind: Text is a type of the schema's own",
        enumeration="Text",
    ),
    "a way back of a name that is there": Odd(
        f'other_id: UUID | None = link({HERE}\n    "home", "X.", back="placements", back_doc="X.", default=None, creates=NATIONAL\n)',
        "Zz.other_id: Home.placements is declared twice: ",
    ),
    "a way back as a column there": Odd(
        f'home_id: UUID = link("home", "X.", back="name", back_doc="X.", creates=NATIONAL){HERE}',
        "Zz.home_id: Home.name is declared twice: ",
        owner='COUNTRY',
    ),
    "a way back of the country": Odd(
        f'country_back: ClassVar = ("children", "X."){HERE}', "Zz.country_back: Country.children is declared twice: "
    ),
    "a country's way back that is one word": Odd(
        f'country_back: ClassVar = "zzs"{HERE}', "Zz.country_back: it takes a pair"
    ),
    "two columns of one name": Odd(
        f'a_b: str = sensitive(Kind.TEXT, "X.", creates=NATIONAL)\naB: str = sensitive(Kind.TEXT, "X.", creates=NATIONAL){HERE}',
        "Zz.aB: Zz.aB is declared twice: ",
    ),
    "a column as a link": Odd(
        f'child: str = sensitive(Kind.TEXT, "X.", creates=NATIONAL){HERE}', "Zz.child: Zz.child is declared twice: "
    ),
    "a computed value as a column": Odd(
        f'{NAME}\ncalledName = computed(Kind.TEXT, "X.", lambda row, _: row.c.name, uses=("name",))\ncalled_name = computed({HERE}\n    Kind.TEXT, "X.", lambda row, _: row.c.name, uses=("name",)\n)',
        "Zz.called_name: Zz.calledName is declared twice: ",
    ),
    "a column as a filter's word": Odd(
        f'or_: str = sensitive(Kind.TEXT, "X.", api="or", filters=True, creates=NATIONAL){HERE}', "Zz.or_: GraphQL has a or"
    ),
    "a column as an input's word": Odd(
        f'dry_run: str = sensitive(Kind.TEXT, "X.", creates=NATIONAL){HERE}', "Zz.dry_run: GraphQL has a dryRun"
    ),
    "a column as the row's history": Odd(
        f'history: str = sensitive(Kind.TEXT, "X.", creates=NATIONAL){HERE}', "Zz.history: GraphQL has a history"
    ),
    "a column of no name": Odd(
        f'name: str = sensitive(Kind.TEXT, "X.", api="the name", creates=NATIONAL){HERE}', "Zz.name: 'the name' is no name"
    ),
    "a column as the reason of a verb": Odd(
        f'reason: str = sensitive(Kind.TEXT, "X.", creates=NATIONAL)\nmutations: ClassVar = verbs("record", "correct"){HERE}',
        "Zz.mutations: correctZz takes reason twice",
        bases=", Corrected",
    ),
    "an index of a name that is there": Odd(
        f'rules: ClassVar = (Index("child_programme_id_idx", "country_code"),){HERE}',
        "Zz.rules: an index is called child_programme_id_idx already: ",
    ),
    "an index of a long name": Odd(
        f'rules: ClassVar = (Index("{"z" * 64}", "country_code"),){HERE}', "Zz.rules: zzz",
    ),
    # Its words
    "a word for another": Odd(
        f'natural_keys: ClassVar = ("child_id",){HERE}', "Zz.natural_keys: there is no such word; say natural_key."
    ),
    "a word that lacks a letter": Odd(f"keep: ClassVar = (){HERE}", "Zz.keep: there is no such word; say keeps."),
    "a word of nothing": Odd(f"colour: ClassVar = 1{HERE}", "Zz.colour: there is no such word."),
    "alone, not dated": Odd(f'alone: ClassVar = Alone("child_id"){HERE}', "Zz.alone: a row that is not dated"),
    "at_end, not dated": Odd(f'at_end: ClassVar = ("name",){HERE}\n{NAME}', "Zz.at_end: a row that is not dated"),
    "outlived, not dated": Odd(f"outlived: ClassVar = WRONG{HERE}", "Zz.outlived: a row that is not dated"),
    "an owner that is a text": Odd(f'owner: ClassVar = "child"{HERE}', "Zz.owner: it takes Owner.", owner=""),
    "a key that is a text": Odd(f'natural_key: ClassVar = ("name"){HERE}\n{NAME}', "Zz.natural_key: it takes a tuple of str", key=""),
    "verbs that are texts": Odd(f'mutations: ClassVar = ("record",){HERE}', "Zz.mutations: it takes a tuple of DerivedMutation"),
    "a rule by itself": Odd(f'keeps: ClassVar = Rule("x", "child_id", WRONG){HERE}', "Zz.keeps: it takes a tuple of Rule"),
    "readers that are one tier": Odd(f"readers: ClassVar = Tier.OFFICE{HERE}", "Zz.readers: it takes a frozenset of tiers"),
    "an obligation that is a text": Odd(f'obligation: ClassVar = "due_on"{HERE}', "Zz.obligation: it takes Obligation."),
    "a verb that is none": Odd(f'mutations: ClassVar = verbs("recrod"){HERE}', "Zz.mutations: recrod is no verb; say record"),
    "a verb twice": Odd(f'{NAME}\nmutations: ClassVar = verbs("record", "record"){HERE}', "Zz.mutations: two of them are"),
    "an end, not dated": Odd(f'{NAME}\nmutations: ClassVar = verbs("end"){HERE}', "Zz.mutations: a row that is not dated"),
    "taken back, not voidable": Odd(f'{NAME}\nmutations: ClassVar = verbs("void"){HERE}', "Zz.mutations: a row that cannot be"),
    "set right, with nothing to": Odd(f'{NAME}\nmutations: ClassVar = verbs("correct"){HERE}', "Zz.mutations: nothing of it may be"),
    "changed, with nothing to": Odd(f'{NAME}\nmutations: ClassVar = verbs("change"){HERE}', "Zz.mutations: nothing of it may be changed"),
    # Whose row it is
    "an owner of no table": Odd(f'owner: ClassVar = Owner("nobody"){HERE}', "Zz.owner: there is no table nobody", owner=""),
    "an owner twice": Odd(f'owner: ClassVar = Owner("child", "child"){HERE}', "Zz.owner: child stands there twice", owner=""),
    "an owner of itself": Odd(f'owner: ClassVar = Owner("zz"){HERE}', "Zz.owner: a row of zz owns nothing", owner=""),
    "an owner that owns nothing": Odd(f'owner: ClassVar = Owner("placement"){HERE}', "Zz.owner: a row of placement owns nothing", owner=""),
    "an owner that is no link": Odd(
        f'child_id: UUID = sensitive(Kind.UUID, "X.", creates=NATIONAL){HERE}', "Zz.child_id: it is no link to child"
    ),
    "nobody's": Odd("", "Zz.owner: nothing says whose row it is", owner="", head=f"class Zz(TenantEntity, table=True):{HERE}"),
    "a part of no column": Odd(f'owner: ClassVar = Owner("child", part_of="nix_id"){HERE}', "Zz.owner: nix_id leads to no row", owner=""),
    "a part of itself": Odd(
        f'owner: ClassVar = Owner("child", part_of="zz_id"){HERE}\nzz_id: UUID = link("zz", "X.", back="parts", back_doc="X.", creates=NATIONAL)',
        "Zz.owner: zz_id leads to a row of the same table", owner="",
    ),
    "a part that comes along with nothing": Odd(
        f'owner: ClassVar = Owner("child", comes_along=True){HERE}', "Zz.owner: it comes along with nothing", owner=""
    ),
    # Copies and links
    "a copy of nothing": Odd(
        f'home_id: UUID = link("home", "X.", back=None, creates=NATIONAL)\nhome_nom: str = copied("home_id", "nom", "X."){HERE}',
        "Zz.home_nom: it is a copy of nothing: home has no column nom", owner='Owner("home")',
    ),
    "a copy by no link": Odd(f'home_name: str = copied("house_id", "name", "X."){HERE}', "Zz.home_name: house_id is no link"),
    "a copy of itself": Odd(
        f'zz_id: UUID | None = link("zz", "X.", back=None, default=None, creates=NATIONAL)\na: str | None = copied("zz_id", "a", "X.", default=None){HERE}',
        "Zz.a: it is a copy of itself",
    ),
    "copies of each other": Odd(
        f'zz_id: UUID | None = link("zz", "X.", back=None, default=None, creates=NATIONAL)\na: str | None = copied("zz_id", "b", "X.", default=None){HERE}\nb: str | None = copied("zz_id", "a", "X.", default=None)',
        "Zz.a: it is a copy of itself",
    ),
    "a copy of what counts by itself": Odd(f'home_id: UUID = link("home", "X.", back=None, creates=NATIONAL)\nv: int = copied("home_id", "version", "X."){HERE}', "Zz.v: home.version changes by itself", owner='Owner("home")'),
    "a link to no table": Odd(f'x_id: UUID = link("nix", "X.", back=None, creates=NATIONAL){HERE}', "Zz.x_id: it leads to nix, and there is no such table"),
    "a link to a table with a letter wrong": Odd(
        f'x_id: UUID = link("hoem", "X.", back=None, creates=NATIONAL){HERE}', "Zz.x_id: it leads to hoem, and there is no such table; there is home."
    ),
    "a link to a register": Odd(f'x_id: UUID = link("country", "X.", back=None, creates=NATIONAL){HERE}', "Zz.x_id: the rows of country are no country's"),
    "a link to what is selected": Odd(f'x_id: UUID = link("timeline_entry", "X.", back=None, creates=NATIONAL){HERE}', "Zz.x_id: the rows of timeline_entry are in no table"),
    "a link to what the graph does not show": Odd(f'x_id: UUID = link("home_stay", "X.", back=None, creates=NATIONAL){HERE}', "Zz.x_id: the "),
    "a way back without a sentence": Odd(f'home_id: UUID = link("home", "X.", back="zzs", creates=NATIONAL){HERE}', "Zz.home_id: a way back has", owner='Owner("home")'),
    "a link by way of no table": Odd(
        f'homes = through("home", via="nix", near="child_id", far="home_id", many=True, doc="X.", condition=in_force, uses=()){HERE}',
        "Zz.homes: there is no table nix",
    ),
    "a link by way of no column": Odd(
        f'homes = through("home", via="placement", near="zz_id", far="home_id", many=True, doc="X.", condition=in_force, uses=()){HERE}',
        "Zz.homes: placement has no column zz_id",
    ),
    "a link by way of rows of others": Odd(
        f'homes = through("home", via="placement", near="child_id", far="home_id", many=True, doc="X.", condition=in_force, uses=()){HERE}',
        "Zz.homes: placement.child_id does not lead to zz",
    ),
    # Columns
    "no kind": Odd(f"name: str{HERE}", "Zz.name: nothing says what it is"),
    "no sentence of a column": Odd(f'name: str = sensitive(Kind.TEXT, "", creates=NATIONAL){HERE}', "Zz.name: it says in no sentence"),
    "a type of another kind": Odd(f'name: int = sensitive(Kind.TEXT, "X.", creates=NATIONAL){HERE}', "Zz.name: its type is int, and it is of Kind.TEXT"),
    "a day that is an instant": Odd(f'at: Day = sensitive(Kind.INSTANT, "X.", creates=NATIONAL){HERE}', "Zz.at: its type is date, and"),
    "maybe empty, without default": Odd(f'name: str | None = sensitive(Kind.TEXT, "X.", creates=NATIONAL){HERE}', "Zz.name: it may be empty, and nothing says"),
    "empty, and its type does not say so": Odd(f'name: str = sensitive(Kind.TEXT, "X.", nullable=True, creates=NATIONAL){HERE}', "Zz.name: it may be empty"),
    "no members": Odd(f'kind: ZzKind = sensitive(Kind.ENUMERATION, "X.", creates=NATIONAL){HERE}', "Zz.kind: a column says which members"),
    "members of a text": Odd(f'kind: str = sensitive(Kind.TEXT, "X.", enumeration=ZzKind, creates=NATIONAL){HERE}', "Zz.kind: a column says which members"),
    "members of another enumeration": Odd(
        f'kind: Other = sensitive(Kind.ENUMERATION, "X.", enumeration=ZzKind, creates=NATIONAL){HERE}',
        "Zz.kind: its type is Other, and its members are those of ZzKind",
        before='class Other(StrEnum):\n    """X."""\n\n    B = "B"\n\n\n',
    ),
    "an enumeration without members": Odd(
        f'kind: Nix = sensitive(Kind.ENUMERATION, "X.", enumeration=Nix, creates=NATIONAL){HERE}', "Zz.kind: Nix has no member",
        before='class Nix(StrEnum):\n    """X."""\n\n\n',
    ),
    "a member that is called otherwise": Odd(
        f'kind: Low = sensitive(Kind.ENUMERATION, "X.", enumeration=Low, creates=NATIONAL){HERE}', "Zz.kind: Low.A is 'a b'",
        before='class Low(StrEnum):\n    """X."""\n\n    A = "a b"\n\n\n',
    ),
    "a default that is no member": Odd(
        f'kind: ZzKind = sensitive({HERE}\n    Kind.ENUMERATION, "X.", enumeration=ZzKind, creates=NATIONAL, default_sql="\'B\'"\n)',
        "Zz.kind: a new row would be 'B', and ZzKind has no such member",
    ),
    "an option that is none": Odd(f'name: str = sensitive(Kind.TEXT, "X.", creats=NATIONAL){HERE}', "Zz.name: there is no option creats"),
    "one tier for a set": Odd(f'name: str = sensitive(Kind.TEXT, "X.", creates=Tier.OFFICE){HERE}', "Zz.name: who reads, creates or changes"),
    "written by who does not read": Odd(f'name: str = sensitive(Kind.TEXT, "X.", creates=frozenset({{Tier.REGION}})){HERE}', "Zz.name: region would write it"),
    "an identity that is no key": Odd(f'other: UUID = sensitive(Kind.ID, "X.", creates=NATIONAL){HERE}', "Zz.other: it cannot be Kind.ID"),
    "a stored yes or no": Odd(f'b: bool = sensitive(Kind.BOOLEAN, "X.", creates=NATIONAL){HERE}', "Zz.b: no column is"),
    "a list that is filtered": Odd(f'kinds: list[ZzKind] = listed(ZzKind, "X.", filters=True, creates=NATIONAL){HERE}', "Zz.kinds: "),
    "longer than a cell": Odd(f'name: str = sensitive(Kind.TEXT, "X.", longest=10**6, creates=NATIONAL){HERE}', "Zz.name: a text may say"),
    "covers no column": Odd(f'home_id: UUID = link("home", "X.", back=None, covers=("nix",), creates=NATIONAL){HERE}', "Zz.home_id: `covers` says nix", owner='Owner("home")'),
    "covers a text": Odd(f'home_id: UUID = link("home", "X.", back=None, covers=("name"), creates=NATIONAL){HERE}', "Zz.home_id: columns are named in a tuple", owner='Owner("home")'),
    "then no column": Odd(f'name: str = sensitive(Kind.TEXT, "X.", filters=True, then="nix", creates=NATIONAL){HERE}', "Zz.name: `then` says nix"),
    "a key of no column": Odd(f'name: str = sensitive(Kind.TEXT, "X.", filters=True, key="nix", creates=NATIONAL){HERE}', "Zz.name: `key` says nix"),
    "until no column": Odd(f'n: int = sensitive(Kind.INTEGER, "X.", until=("nix",), creates=NATIONAL){HERE}', "Zz.n: `until` says nix"),
    "statistics of no column": Odd(f'statistics_reads: ClassVar = ("nix",){HERE}', "Zz.statistics_reads: there is no column nix"),
    "statistics that add no column": Odd(f'statistics_adds: ClassVar = ("nix",){HERE}', "Zz.statistics_adds: there is no column nix"),
    "statistics of a column twice": Odd(
        f'statistics_reads: ClassVar = ("id", "id"){HERE}', "Zz.statistics_reads: a column stands there twice"
    ),
    "a day that a list is ordered by": Odd(
        f'on: Day = sensitive(Kind.DATE, "X.", day=Days(When.FACT), creates=NATIONAL){HERE}',
        "Zz.on: rows of TimelineEntry are ordered by it",
    ),
    "never empty, and its type says otherwise": Odd(
        f'name: str | None = sensitive(Kind.TEXT, "X.", default=None, nullable=False, creates=NATIONAL){HERE}',
        "Zz.name: its type says that it may be empty",
    ),
    "a void column of no name": Odd(f'void_column: ClassVar = "nix"{HERE}', "Zz.void_column: there is no column nix"),
    # Days
    "a day without a rule": Odd(f'on: Day = sensitive(Kind.DATE, "X.", creates=NATIONAL){HERE}', "Zz.on: a column says what its day may be"),
    "a day after none": Odd(f'on: Day = sensitive(Kind.DATE, "X.", day=Days(When.FACT, after="nix"), creates=NATIONAL){HERE}', "Zz.on: it comes after nix"),
    "a day in nobody's life": Odd(f'on: Day = sensitive(Kind.DATE, "X.", day=Days(When.FACT, lives=("nix_id",)), creates=NATIONAL){HERE}', "Zz.on: `lives` says nix_id"),
    "a day in a programme's life": Odd(f'on: Day = sensitive(Kind.DATE, "X.", day=Days(When.FACT, born=("programme_id",)), creates=NATIONAL){HERE}', "Zz.on: `born` says programme_id"),
    "a day inside what has no days": Odd(f'on: Day = sensitive(Kind.DATE, "X.", day=Days(When.FACT, inside=("child_id",)), creates=NATIONAL){HERE}', "Zz.on: `inside` says child_id"),
    "alone by no column": Odd(f'alone: ClassVar = Alone("nix"){HERE}', "Zz.alone: there is no column nix", bases=", Dated"),
    "at the end of no column": Odd(f'at_end: ClassVar = ("nix",){HERE}', "Zz.at_end: nix is no column", bases=", Dated"),
    "a second period": Odd(
        f'until_on: Day | None = sensitive({HERE}\n    Kind.DATE, "X.", day=Days(When.FACT, after="started_on"), default=None, creates=NATIONAL\n)\nalone: ClassVar = Alone("child_id")',
        "Zz.until_on: it would be the end", bases=", Dated",
    ),
    # That a row can be recorded
    "nobody gives it": Odd(f'name: str = sensitive(Kind.TEXT, "X."){HERE}\n{RECORD}', "Zz.name: a new row has to have it, and nobody gives it"),
    "changed, and never given": Odd(f'name: str = sensitive(Kind.TEXT, "X.", changes=NATIONAL){HERE}\n{RECORD}', "Zz.name: a new row has to have it"),
    "an action's own, and a plain verb": Odd(f'name: str = sensitive(Kind.TEXT, "X.", creates=NATIONAL, owned=True){HERE}\n{RECORD}', "Zz.name: an action alone writes it"),
    "nobody gives all of it": Odd(
        f'a: str = sensitive(Kind.TEXT, "X.", creates=OFFICE)\nb: str = sensitive(Kind.TEXT, "X.", creates=frozenset({{Tier.CASEWORKER}}))\n{RECORD}{HERE}',
        "Zz.mutations: nobody may give all",
    ),
    "parts of no table": Odd(f'{NAME}\nmutations: ClassVar = verbs("record", parts=(PartsOf("nix"),)){HERE}', "Zz.mutations: recordZz: exactly one link of nix"),
    # Rules
    "a rule without a sentence": Odd(rule(f'Rule("x", "name", conflict(Reason.HOME_FULL, "", ""), {HOLDS})'), "Zz.keeps: a refusal says what is wrong"),
    "a rule without a refusal": Odd(rule(f'Rule("x", "name", None, {HOLDS})'), "Zz.keeps: x: it has no sentence"),
    "seen without a refusal": Odd(
        rule(f'Rule("x", "name", WRONG, reads={{"child_id": ("died_on",)}}, back=(Seen("child_id", "died_on", "y", None),), {HOLDS})'),
        "Zz.keeps: x: it has no sentence",
    ),
    "a sentence of no parameter": Odd(rule(f'Rule("x", "name", conflict(Reason.HOME_FULL, "A {{n}}.", "B."), {HOLDS})'), "Zz.keeps: a refusal brings the parameters"),
    "a rule at no column": Odd(rule(f'Rule("x", "nix", WRONG, {HOLDS})'), "Zz.keeps: x: there is no column nix"),
    "a rule that reads what it does not say": Odd(rule(f'Rule("x", "child_id", WRONG, of=("child_id",), {HOLDS})'), "Zz.keeps: x: it reads zz.name, and `of`"),
    "a rule that reads no column": Odd(rule('Rule("x", "name", WRONG, holds=lambda row, led, frame: row.c.nix.is_(None))'), "Zz.keeps: x: there is no column zz.nix"),
    "a rule that reads of a child what it does not say": Odd(
        rule('Rule("x", "name", WRONG, reads={"child_id": ("died_on",)}, holds=lambda row, led, frame: led["child_id"].c.sex == row.c.name)'),
        "Zz.keeps: x: it reads child.sex",
    ),
    "a rule that reads what was and does not say so": Odd(
        rule('Rule("x", "name", WRONG, holds=lambda row, led, frame: frame.was.c.name == row.c.name)'), "Zz.keeps: x: it reads zz.name, and `was`"
    ),
    "a rule of others that reads more": Odd(
        rule('Rule("x", "name", WRONG, others=Others("zz", ("id",), lambda row, other: other.c.name == row.c.name))'),
        "Zz.keeps: x: it reads zz.name, and `columns`",
    ),
    "a rule about what it does not say": Odd(
        rule(f'Rule("x", "child_id", WRONG, of=("child_id",), about=lambda row, frame: row.c.name == "x", holds=lambda row, led, frame: row.c.child_id.is_not(None))'),
        "Zz.keeps: x: it reads zz.name",
    ),
    "a rule by no link": Odd(rule('Rule("x", "name", WRONG, holds=lambda row, led, frame: led["nix_id"].c.id.is_(None))'), "Zz.keeps: x: it cannot be asked"),
    "a rule that takes too little": Odd(rule('Rule("x", "name", WRONG, holds=lambda row: row.c.name.is_(None))'), "Zz.keeps: x: it cannot be asked"),
    "a rule of a text": Odd(rule(f'Rule("x", "name", WRONG, of=("name"), {HOLDS})'), "Zz.keeps: x: columns are named in a tuple"),
    "a rule told at no input": Odd(
        rule(f'Rule("x", "name", conflict(Reason.HOME_FULL, "A.", "B.", "nixId"), {HOLDS})') + f"\n{RECORD}", "Zz.keeps: x: it is told at nixId"
    ),
    "two rules of one name": Odd(rule(f'Rule("x", "name", WRONG, {HOLDS}), Rule("x", "name", WRONG, {HOLDS})'), "Zz.keeps: x: two rules"),
    "a constraint without a sentence": Odd(
        f'rules: ClassVar = (CheckConstraint("id is not null", name="zz_x_check"),){HERE}', "Zz.rules: zz_x_check has no sentence"
    ),
    # Worked out, obligations, files, selections
    "computed of no column": Odd(f'v = computed(Kind.TEXT, "X.", lambda row, _: row.c.nix, uses=("nix",)){HERE}', "Zz.v: there is no column zz.nix"),
    "computed of what it does not say": Odd(f'{NAME}\nv = computed(Kind.TEXT, "X.", lambda row, _: row.c.name, uses=()){HERE}', "Zz.v: it names zz.name"),
    "computed that takes too little": Odd(f'v = worked_out(Kind.TEXT, "X.", lambda row: row.c.id){HERE}', "Zz.v: it cannot be worked out"),
    "computed without a sentence": Odd(f'{NAME}\nv = computed(Kind.TEXT, "", lambda row, _: row.c.name, uses=("name",)){HERE}', "Zz.v: it says in no sentence"),
    "computed that is a member": Odd(f'v = computed(Kind.ENUMERATION, "X.", lambda row, _: row.c.id, uses=()){HERE}', "Zz.v: a member of an enumeration"),
    "counted of no table": Odd(f'v = counted("nix", "zz_id", "X.", condition=in_force, uses=()){HERE}', "Zz.v: "),
    "filtered and served by nothing": Odd(f'{NAME}\nv = worked_out(Kind.TEXT, "X.", lambda _, row: row.c.name, uses=("name",), filters=True){HERE}', "Zz.v: it filters or orders"),
    "served by no index": Odd(f'{NAME}\nv = worked_out(Kind.TEXT, "X.", lambda _, row: row.c.name, uses=("name",), filters=True, served=looked_up("nix")){HERE}', "Zz.v: nix is no index"),
    "an obligation of no column": Odd(f'obligation: ClassVar = Obligation(due="due_on", done="held_on"){HERE}', "Zz.obligation: due_on is no column"),
    "an obligation that is done when it is due": Odd(
        f'due_on: Day | None = sensitive(Kind.DATE, "X.", day=Days(When.FACT), default=None, creates=NATIONAL)\nobligation: ClassVar = Obligation(due="due_on", done="due_on"){HERE}',
        "Zz.obligation: ",
    ),
    "a natural key of no column": Odd(f'natural_key: ClassVar = ("nix",){HERE}', "Zz.natural_key: a file does not hold nix", key=""),
    "a key and no sheet": Odd(f'no_sheet: ClassVar = "Because."{HERE}', "Zz.no_sheet: no file holds the rows, and yet"),
    "mirrored by no link": Odd(f'mirrored_by: ClassVar = "nix"{HERE}', "Zz.mirrored_by: "),
    "beside what is no whole": Odd(f'{NAME}\nbeside: ClassVar = {{"name": Beside("aName", "X.")}}{HERE}', "Zz.beside: it is no part"),
    "a shadow of no table": Odd(f'shadow_of: ClassVar = "nix"{HERE}', "Zz.shadow_of: nix has no"),
    "kept from files that hold nothing": Odd(f'name: str = sensitive(Kind.TEXT, "X.", in_files=Kept("No.")){HERE}', "Zz.name: no file holds it"),
    "selected of no table": Odd(
        f'kind: str = sensitive(Kind.ENUMERATION, "X.", enumeration=ZzKind, primary_key=True)\nselection: ClassVar = RowsOfMany(lambda _: [PartOf("nix", "A", "X.", {{}})], kind="kind"){HERE}',
        "Zz.selection: A: there is no entity nix", head="class Zz(SelectedEntity, table=True):", owner="", key="",
    ),
    "selected as a table that is there": Odd(
        "selection: ClassVar = SelectOf(lambda frame: None)", "Zz.__tablename__: a table is called child already: ",
        head="class Zz(SelectedEntity, table=True):", owner="", key="", table=f'__tablename__ = "child"{HERE}',
    ),
    "a select that raises": Odd(
        f"selection: ClassVar = SelectOf(lambda frame: frame.nix){HERE}", "Zz.selection: ",
        head="class Zz(SelectedEntity, table=True):", owner="", key="",
    ),
    "selected without a selection": Odd("", "Zz.selection: ", head=f"class Zz(SelectedEntity, table=True):{HERE}", owner="", key=""),
    "rows for a tier that does not read": Odd(f"rows: ClassVar = {{Tier.REGION: ()}}{HERE}", "Zz.rows: region does not read"),
    # Python's own
    "a name that is none": Odd(f'name: str = sensitive(Kind.TXT, "X."){HERE}', "Zz.name: AttributeError"),
    "a word too few": Odd(f'keeps: ClassVar = (Rule("x", "name"),){HERE}', "Zz.keeps: TypeError"),
}  # fmt: skip
