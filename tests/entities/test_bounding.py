"""Which rows a reader sees: said by terms, by default of whose they are, and refused where it cannot be meant."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar
from uuid import UUID

import pytest

from countries.tenancy.caller import REACH, Tier
from countries.tenancy.rows import PLACES, TENANT
from countries.tenancy.terms import (
    AuthoredBy,
    Everywhere,
    InCountries,
    InCountry,
    InGroup,
    NotAmong,
    OfProgrammes,
    Own,
    Term,
    Unless,
    policy_of,
)
from graph.database.ddl import promise_of, statements_for
from graph.declarations.base import COUNTRY, Entity, Kind, Names, Owner, TenantEntity
from graph.declarations.days import When
from graph.declarations.derive import read_graph
from graph.declarations.fields import copied, link, sensitive
from graph.declarations.misdeclared import MisdeclaredError
from graph.declarations.nouns import NATIONAL, OFFICE
from graph.entities import all_entities, graph_model
from graph.plan.planner.feed import hidden_types
from graph.plan.planner.past import told_classes
from graph.plan.sql.parameters import Parameters
from graph.plan.sql.relation import table_source
from tests.entities.test_refused import declared, read

if TYPE_CHECKING:
    from graph.declarations.model import EntityModel

MODEL = graph_model()
READ = [(entity, tier) for entity in MODEL.by_table.values() for tier in sorted(entity.readers)]
PEOPLE = sensitive(Kind.TEXT_LIST, "Who.", hidden=True)
HERE = InCountry()


@pytest.mark.parametrize(("entity", "tier"), READ, ids=lambda each: getattr(each, "table", each))
def test_every_reader_of_every_table_has_a_rule(entity: EntityModel, tier: Tier) -> None:
    """Whose first term is the place that the tier's reach says, and only that of headquarters is always true."""
    rule = entity.rule(tier)
    assert rule
    if entity.rows_of in TENANT:
        assert rule[:1] == PLACES[REACH[tier]]
        assert ("true" in policy_of(rule).split(" AND ")) == (tier is Tier.HEADQUARTERS)
    assert not entity.asks_who(tier)
    # As it is written into the database, it is the rule's policy.
    policies = [
        text for text in statements_for([entity.table]) if text.startswith(f"CREATE POLICY {entity.table}_{tier} ")
    ]
    assert [text.partition(" USING ")[2] for text in policies] == (
        [f"({policy_of(rule)})"] if promise_of(entity).has_row_security else []
    )


@pytest.mark.parametrize("tier", Tier)
def test_nothing_of_today_is_hidden_but_what_nobody_reads(tier: Tier) -> None:
    """No entity of ours narrows a reader: the feed, and histories, tell what they told."""
    assert [entity.table for entity in MODEL.by_table.values() if entity.said] == []
    unread = [name for name, entity in MODEL.by_type.items() if entity.is_tenant and tier not in entity.readers]
    assert list(hidden_types(MODEL, tier)) == unread


def test_what_an_entity_says_takes_the_place_of_what_follows() -> None:
    """For the tiers that it names; the programme's column is the entity's own, whatever it is called."""
    with declared(
        owner=Owner("child"), rows={Tier.OFFICE: (HERE, NotAmong("excluded")), Tier.CASEWORKER: (HERE, OfProgrammes())},
        excluded=PEOPLE, __annotations__={"excluded": list[str]},
    ) as entity:  # fmt: skip
        made = read(entity).by_table[str(entity.__tablename__)]
        assert made.rule(Tier.CASEWORKER) == (HERE, OfProgrammes("programme_id"))
        assert [made.is_narrowed(tier) for tier in (Tier.CASEWORKER, Tier.OFFICE)] == [False, True]
        assert [made.asks_who(tier) for tier in (Tier.CASEWORKER, Tier.OFFICE)] == [False, True]
        statements = promise_of(made)
    assert statements.rows[Tier.OFFICE] == (HERE, NotAmong("excluded"))


def test_a_predicate_names_no_column_that_the_tier_may_not_read() -> None:
    """The policy bounds it all the same, and the statement is known to ask who the caller is."""
    hidden = sensitive(Kind.TEXT_LIST, "Who.", hidden=True, readers=OFFICE)
    with declared(
        rows={tier: (HERE, NotAmong("excluded")) for tier in NATIONAL}, excluded=hidden,
        __annotations__={"excluded": list[str]},
    ) as entity:  # fmt: skip
        made = read(entity).by_table[str(entity.__tablename__)]
    for tier, named in ((Tier.OFFICE, True), (Tier.CASEWORKER, False)):
        parameters = Parameters(tier)
        said = " ".join(map(str, parameters.tenancy(made, table_source(made.table, "t"))))
        assert ("excluded" in said) == named
        assert parameters.asks_who


def test_a_link_s_history_is_not_told_to_whoever_may_not_see_the_row() -> None:
    """Where the target is narrowed, and where the row itself is seen by more than see its owner."""
    mine: dict[str, Any] = {"rows": {Tier.CASEWORKER: (HERE, AuthoredBy("authors"))}, "authors": PEOPLE}
    wide: dict[str, Any] = {"owner": Owner("child"), "rows": {Tier.CASEWORKER: (HERE,)}}
    with declared(**mine, __annotations__={"authors": list[str]}) as target, declared(
        target_id=link(
            str(target.__tablename__), "Which.", back="backs", back_doc="Back.", creates=NATIONAL, default=None
        ),
        note=sensitive(Kind.TEXT, "A note.", creates=NATIONAL),
        __annotations__={"target_id": UUID | None, "note": str},
    ) as leading, declared(
        **wide, note=sensitive(Kind.TEXT, "A note.", creates=NATIONAL), __annotations__={"note": str}
    ) as widened:  # fmt: skip
        model = read_graph([*all_entities(), target, leading, widened])
        told = {
            (entity.__tablename__, tier): [
                each for labels in told_classes(model, made, tier).values() for each in labels
            ]
            for entity in (leading, widened)
            for tier in (Tier.CASEWORKER, Tier.OFFICE)
            for made in [model.by_table[str(entity.__tablename__)]]
        }
        assert "target" in told[leading.__tablename__, Tier.CASEWORKER]
        assert "target" not in told[leading.__tablename__, Tier.OFFICE]
        assert "child" in told[widened.__tablename__, Tier.CASEWORKER]
        assert "child" not in told[widened.__tablename__, Tier.OFFICE]


KIND = sensitive(Kind.TEXT, "A kind.")


@pytest.mark.parametrize(
    ("rule", "said"),
    [
        ((), "a rule of caseworker begins with InCountry(), and names no other place"),
        ((Unless("kind", "X"),), "begins with InCountry()"),
        ((Everywhere(),), "begins with InCountry()"),
        ((Everywhere(), HERE), "begins with InCountry()"),
        ((HERE, Everywhere()), "names no other place"),
        ((HERE, InCountries()), "names no other place"),
        ((HERE, InCountries(or_none=True)), "names no other place"),
        ((Unless("kind", "X"), HERE), "begins with InCountry()"),
        ((HERE, Unless("kind", "X"), Unless("kind", "X")), "a term stands in it twice"),
        ((HERE, Own("nothing")), "Own is about the column nothing, which is not there"),
        ((HERE, OfProgrammes()), "OfProgrammes is about the column of a programme, which is not there"),
        ((HERE, Own("kind")), "Own compares no column like kind, which is of Kind.TEXT"),
        ((HERE, AuthoredBy("kind")), "AuthoredBy compares no column like kind"),
        ((HERE, NotAmong("kind")), "NotAmong compares no column like kind"),
        ((HERE, Unless("people", "X")), "Unless compares no column like people"),
        ((HERE, Unless("when", "X")), "when is never 'X': When has no such member"),
    ],
)  # fmt: skip
def test_a_rule_that_cannot_be_meant_is_refused(rule: tuple[Term, ...], said: str) -> None:
    """Without a place, with another tier's, about a column that is not there or of another kind."""
    when = sensitive(Kind.ENUMERATION, "When.", enumeration=When)
    hints = {"kind": str, "people": list[str], "when": str}
    said_of = {"rows": {Tier.CASEWORKER: rule}, "kind": KIND, "people": PEOPLE, "when": when}
    with declared(**said_of, __annotations__=hints) as entity, pytest.raises(MisdeclaredError) as refused:
        read(entity)
    assert said in str(refused.value)


def test_a_copy_of_rows_that_its_reader_may_not_see_is_refused() -> None:
    """It would tell of a row what the row's own rule keeps back; for whoever sees all of them it is as any copy."""
    kept = {"rows": {Tier.CASEWORKER: (HERE, AuthoredBy("people"))}, "people": PEOPLE, "kind": KIND}
    copy = {"name": copied("kept_id", "kind", "A kind.", default=None)}
    with declared(**kept, __annotations__={"people": list[str], "kind": str}) as target:
        back = link(str(target.__tablename__), "Which.", back="backs", back_doc="Back.", default=None)
        for readers, refuses in ((NATIONAL, True), (OFFICE, False)):
            with declared(
                **copy, readers=readers, kept_id=back, __annotations__={"kept_id": UUID | None, "name": str | None}
            ) as entity:
                if not refuses:
                    assert read_graph([*all_entities(), target, entity])
                    continue
                with pytest.raises(MisdeclaredError) as refused:
                    read_graph([*all_entities(), target, entity])
                assert "name: it repeats rows of" in str(refused.value)
                assert "not all of which caseworker sees" in str(refused.value)


@pytest.mark.parametrize(
    "entity", [each for each in MODEL.by_table.values() if each.first_owner == "child_id"], ids=lambda each: each.table
)
def test_a_file_s_own_reader_is_said_once_for_every_table_of_the_file(entity: EntityModel) -> None:
    """A term that leaves the column to the table finds whose file a row is in; in the child's own row, its id."""
    rule = (HERE, Own())
    for each, column in ((entity, "child_id"), (MODEL.by_table["child"], "id")):
        own = replace(each, said={Tier.OFFICE: rule})
        assert own.rule(Tier.OFFICE) == (HERE, Own(column))
        assert f"{column}::text = ANY" in policy_of(own.rule(Tier.OFFICE))
        assert own.asks_who(Tier.OFFICE)


def test_a_rule_for_a_tier_that_does_not_read_is_refused() -> None:
    """It would be no policy, and whoever wrote it would think that it is one."""
    with declared(rows={Tier.REGION: (InCountries(),)}) as entity, pytest.raises(MisdeclaredError) as refused:
        read(entity)
    assert "region does not read the table" in str(refused.value)


def test_a_rule_is_refused_with_file_and_line() -> None:
    """Who reads the refusal finds the declaration."""

    class Loose(TenantEntity, table=True):
        """Of everybody."""

        __tablename__ = "loose"
        names: ClassVar[Names] = Names("Loose", "loose", "looses")
        owner: ClassVar = COUNTRY
        rows: ClassVar = {Tier.OFFICE: (InGroup("health"),)}

    try:
        with pytest.raises(MisdeclaredError) as refused:
            read(Loose)
    finally:
        Entity.metadata.remove(Entity.metadata.tables["loose"])
    lines = Path(__file__).read_text().splitlines()
    line = next(number for number, text in enumerate(lines, 1) if "Tier.OFFICE: (InGroup" in text)
    assert str(refused.value).startswith(f"{Path(__file__)}:{line}: Loose.rows: ")


def everything() -> dict[str, Any]:
    """All terms that a caseworker may be bound by at once."""
    return {
        "owner": Owner("child"),
        "rows": {
            Tier.CASEWORKER: (
                HERE, OfProgrammes(), Own("child_id"), AuthoredBy("people"), NotAmong("people"), InGroup("health"),
                Unless("kind", "X"),
            )
        },
        "kind": KIND, "people": PEOPLE, "__annotations__": {"kind": str, "people": list[str]},
    }  # fmt: skip


def test_all_terms_together_are_one_policy_of_one_login() -> None:
    """A conjunction, in the order in which they are said."""
    with declared(**everything()) as entity:
        made = read(entity).by_table[str(entity.__tablename__)]
    policy = policy_of(made.rule(Tier.CASEWORKER))
    assert policy.count(" AND ") == 6
    assert " OR " not in policy
    assert made.is_narrowed(Tier.CASEWORKER)
    assert not made.is_widened(Tier.CASEWORKER)
