"""The file that says how a provider's tokens are read: what it may say, and where it is wrong."""

from __future__ import annotations

from pathlib import Path
from typing import Any
from uuid import UUID

import pytest

from countries.register.register import load_register
from countries.tenancy.caller import REACH, Caller, Reach, Tier
from graph.errors import Unauthenticated
from graph.identity.claims import caller_from_claims
from graph.settings.claim_file import MOST_BYTES, ClaimFileError, line_of, read_claim_file
from graph.settings.claim_map import CLAIMS, ClaimMap
from graph.settings.settings import Identity, Settings, SettingsError

REGISTER = load_register()
EXAMPLES = Path(__file__).parents[2] / "examples" / "identity"
SPACE = "https://hearth.example"
PROGRAMME = "0199b0c8-7a6e-7c3e-9d2f-4f1a2b3c4d5e"
OTHER = "0199b0c8-7a6e-7c3e-9d2f-4f1a2b3c4d5f"

KEYCLOAK = """
[groups]
claim = "realm_access.roles"

[groups.means]
hearth-headquarters = { role = "headquarters" }
hearth-benelux      = { role = "region", countries = ["BE", "NL", "LU"] }
"hearth-office-{country}" = { role = "office" }
"hearth-caseworker-{country}" = { role = "caseworker" }
"hearth-programme-{programmes}" = {}
"""
MEANS = "[groups]\nclaim = 'g'\n[groups.means]\n"
NAMESPACED = """
[claims]
subject = "oid"
role = "https://hearth.example/role"
country = "https://hearth.example/country"
countries = "https://hearth.example/countries"
programmes = ["app.metadata", "programmes"]
"""


def written(folder: Path, text: str) -> Path:
    """A file with that text."""
    path = folder / "claims.toml"
    path.write_bytes(text.encode())
    return path


def reading(folder: Path, text: str) -> ClaimMap:
    """How tokens are read by a file with that text."""
    return read_claim_file(written(folder, text), REGISTER)


def who(claim_map: ClaimMap, **claims: Any) -> Caller:  # noqa: ANN401 - the claims of a token
    """The caller of a token."""
    return caller_from_claims(claim_map.read_claims({"iss": "i", "sub": "anna", **claims}), REGISTER)


def caller(tier: Tier, *countries: str, programmes: tuple[str, ...] = (), subject: str = "anna") -> Caller:
    """A caller of the provider."""
    return Caller(subject, tier, countries, tuple(UUID(each) for each in programmes), "i")


@pytest.mark.parametrize(
    ("provider", "claims", "expected"),
    [
        ("keycloak", {"realm_access": {"roles": ["hearth-office-be"]}}, caller(Tier.OFFICE, "BE")),
        ("keycloak", {"realm_access": {"roles": ["offline_access", "hearth-auditor"]}}, caller(Tier.AUDITOR)),
        ("auth0", {f"{SPACE}/role": "office", f"{SPACE}/country": "BE"}, caller(Tier.OFFICE, "BE")),
        ("auth0", {f"{SPACE}/role": "region", f"{SPACE}/countries": ["BE"]}, caller(Tier.REGION, "BE")),
        ("entra", {"oid": "o", "roles": ["Hearth.Office.BE"]}, caller(Tier.OFFICE, "BE", subject="o")),
        ("entra", {"oid": "o", "roles": ["Hearth.Benelux"]}, caller(Tier.REGION, "BE", "NL", "LU", subject="o")),
    ],
)
def test_examples_of_providers(provider: str, claims: dict[str, Any], expected: Caller) -> None:
    """The files that come as examples read tokens as those providers write them."""
    assert who(read_claim_file(EXAMPLES / f"{provider}.toml", REGISTER), **claims) == expected


@pytest.mark.parametrize(
    ("roles", "expected"),
    [
        (["offline_access", "hearth-headquarters"], caller(Tier.HEADQUARTERS)),
        (["hearth-benelux"], caller(Tier.REGION, "BE", "NL", "LU")),
        (["hearth-office-BE", "uma_authorization"], caller(Tier.OFFICE, "BE")),
        (["hearth-office-ke"], caller(Tier.OFFICE, "KE")),
        ("hearth-office-KE", caller(Tier.OFFICE, "KE")),
        (["hearth-caseworker-BE"], caller(Tier.CASEWORKER, "BE")),
        (
            ["hearth-caseworker-be", f"hearth-programme-{PROGRAMME}", f"hearth-programme-Programme_BE_{OTHER}"],
            caller(Tier.CASEWORKER, "BE", programmes=(PROGRAMME, OTHER)),
        ),
    ],
)
def test_groups_become_roles(tmp_path: Path, roles: object, expected: Caller) -> None:
    """Membership in the provider's groups gives role, countries and programmes; other groups are for others."""
    assert who(reading(tmp_path, KEYCLOAK), realm_access={"roles": roles}) == expected


@pytest.mark.parametrize(
    "claims",
    [
        {},
        {"realm_access": None},
        {"realm_access": {}},
        {"realm_access": {"roles": []}},
        {"realm_access": ["hearth-headquarters"]},
        {"realm_access": {"roles": {"hearth-headquarters": True}}},
        {"realm_access": {"roles": ["hearth-headquarters", 7]}},
        {"realm_access": {"roles": ["Hearth-Headquarters"]}},
        {"realm_access": {"roles": ["hearth-headquarters "]}},
        {"realm_access": {"roles": ["hearth-headquarters", "hearth-office-BE"]}},
        {"realm_access": {"roles": ["hearth-office-BE", "hearth-office-NL"]}},
        {"realm_access": {"roles": ["hearth-office-XX"]}},
        {"realm_access": {"roles": ["hearth-office-BE", f"hearth-programme-{PROGRAMME}"]}},
        {"realm_access": {"roles": ["hearth-caseworker-BE", f"hearth-programme-Programme_KE_{PROGRAMME}"]}},
        {"roles": ["hearth-headquarters"]},
        {"role": "headquarters"},
        {"realm_access.role": "headquarters"},
    ],
)
def test_groups_that_give_nothing_or_too_much(tmp_path: Path, claims: dict[str, Any]) -> None:
    """Without a role, with two, or with what a role does not take nobody comes in; no value is repeated."""
    with pytest.raises(Unauthenticated) as caught:
        who(reading(tmp_path, KEYCLOAK), **claims)
    assert caught.value.hint
    for value in ("hearth-", PROGRAMME, "XX"):
        assert value not in str(caught.value)


def test_what_groups_give_is_read_from_groups_alone(tmp_path: Path) -> None:
    """A claim that happens to have a name of ours does not speak beside the groups, unless the file names it."""
    roles = {"roles": ["hearth-office-BE"]}
    alone = reading(tmp_path, KEYCLOAK)
    assert who(alone, realm_access=roles, role="headquarters", country="NL") == caller(Tier.OFFICE, "BE")
    both = reading(tmp_path, f'[claims]\ncountry = "country"\n{KEYCLOAK}')
    assert who(both, realm_access=roles, country="BE") == caller(Tier.OFFICE, "BE")
    with pytest.raises(Unauthenticated, match="several countries"):
        who(both, realm_access=roles, country="NL")


def test_namespaced_and_nested_claims(tmp_path: Path) -> None:
    """A claim is found by its whole name, dots and all, or on the way into others."""
    claim_map = reading(tmp_path, NAMESPACED)
    office = {"oid": "bob", f"{SPACE}/role": "office", f"{SPACE}/country": "BE"}
    assert who(claim_map, **office) == caller(Tier.OFFICE, "BE", subject="bob")
    assert who(claim_map, **office, role="headquarters") == caller(Tier.OFFICE, "BE", subject="bob")
    worker = {**office, f"{SPACE}/role": ["caseworker"], "app.metadata": {"programmes": PROGRAMME}}
    assert who(claim_map, **worker) == caller(Tier.CASEWORKER, "BE", programmes=(PROGRAMME,), subject="bob")
    region = {"oid": "bob", f"{SPACE}/role": "region", f"{SPACE}/countries": ["BE", "NL"]}
    assert who(claim_map, **region) == caller(Tier.REGION, "BE", "NL", subject="bob")
    with pytest.raises(Unauthenticated, match="`sub`"):
        who(claim_map, **{name: value for name, value in office.items() if name != "oid"})


def test_a_role_among_roles_of_others(tmp_path: Path) -> None:
    """Where a claim lists roles of several services, the one that is ours is meant; of two of ours none is."""
    claim_map = reading(tmp_path, '[claims]\nrole = "resource_access.hearth.roles"\n')
    for roles in (["manage-account", "office"], ["office"], "office"):
        claims = {"resource_access": {"hearth": {"roles": roles}}, "country": "BE"}
        assert who(claim_map, **claims) == caller(Tier.OFFICE, "BE")
    for roles in (["office", "headquarters"], ["office", "donor"], ["manage-account"], [], ["a", "b"]):
        with pytest.raises(Unauthenticated, match="role"):
            who(claim_map, resource_access={"hearth": {"roles": roles}}, country="BE")


def test_what_a_file_does_not_name_has_the_name_of_ours(tmp_path: Path) -> None:
    """A file that names one claim leaves the others as they are."""
    claim_map = reading(tmp_path, '\ufeff[claims]\r\nsubject = "email"\r\n')
    assert who(claim_map, email="a@b.example", role="region", countries=["BE"]) == caller(
        Tier.REGION, "BE", subject="a@b.example"
    )
    assert {name: path.written for name, path in claim_map.paths.items()} == {**CLAIMS, "subject": "email"}


@pytest.mark.parametrize(
    ("text", "line", "said"),
    [
        ("[claims]\nrole = 'r'\ncuontry = 'c'\n", 3, "`cuontry`"),
        ("# a\n\n[claim]\nrole = 'r'\n", 3, "`claim`"),
        ("claims.role = 'r'\nclaims.\"a b\" = 'c'\n", 2, "`a b`"),
        ("[claims]\nrole = 7\n", 2, "names no claim"),
        ("[claims]\nrole = ''\n", 2, "names no claim"),
        ("[claims]\nrole = []\n", 2, "names no claim"),
        ("[claims]\nrole = [\n  'a',\n  7,\n]\n", 2, "names no claim"),
        ("claims = 'role'\n", 1, "is a table"),
        ("[claims]\nrole = 'a'\n[[groups]]\nclaim = 'g'\n", 3, "is a table"),
        ("[claims]\nrole = 'a'\n\n[groups]\nclaim = 'g'\n", 4, "lacks `means`"),
        ("[groups.means]\na = { role = 'office' }\n", 1, "lacks `claim`"),
        ("[groups]\nclaim = 'g'\nmeans = {}\n", 3, "No group means anything"),
        ("[groups]\nclaim = 'g'\n[groups.means]\na = 'office'\n", 4, "is a table"),
        ("[groups]\nclaim = 'g'\n[groups.means]\na = {}\n", 4, "gives nothing"),
        ("[groups]\nclaim = 'g'\n[groups.means]\na = { rolle = 'office' }\n", 4, "`rolle`"),
        ("[groups]\nclaim = 'g'\n[groups.means.a]\nrole = 'office'\n\nland = 'BE'\n", 6, "`land`"),
        ("[groups]\nclaim = 'g'\n[groups.means]\na = { role = 'admin' }\n", 4, "no `role`"),
        ("[groups]\nclaim = 'g'\n[groups.means]\na = { role = 'donor' }\n", 4, "not served yet"),
        ("[groups]\nclaim = 'g'\n[groups.means]\na = { role = ['office'] }\n", 4, "no `role`"),
        ("[groups]\nclaim = 'g'\n[groups.means]\na = { country = 'XX' }\n", 4, "no `country`"),
        ("[groups]\nclaim = 'g'\n[groups.means]\na = { country = 'be' }\n", 4, "no `country`"),
        ("[groups]\nclaim = 'g'\n[groups.means]\na = { countries = ['BE', 'XX'] }\n", 4, "no `countries`"),
        ("[groups]\nclaim = 'g'\n[groups.means]\na = { countries = [] }\n", 4, "empty"),
        ("[groups]\nclaim = 'g'\n[groups.means]\na = { programmes = ['x'] }\n", 4, "no `programmes`"),
        ("[groups]\nclaim = 'g'\n[groups.means]\n'a-{land}' = { role = 'office' }\n", 4, "braces"),
        ("[groups]\nclaim = 'g'\n[groups.means]\n'{country}{country}' = { role = 'office' }\n", 4, "braces"),
        (f"{MEANS}a = {{ role = 'headquarters', country = 'BE' }}\n", 4, "takes no `country`"),
        (f"{MEANS}[groups.means.a]\nrole = 'auditor'\ncountries = ['BE']\n", 6, "takes no `countries`"),
        (f"{MEANS}a = {{ role = 'office', countries = ['BE'] }}\n", 4, "takes no `countries`"),
        (f"{MEANS}a = {{ role = 'region', country = 'BE' }}\n", 4, "takes no `country`"),
        (f"{MEANS}'a-{{country}}' = {{ role = 'headquarters' }}\n", 4, "takes no `country`"),
        (f"{MEANS}'a-{{programmes}}' = {{ role = 'office' }}\n", 4, "takes no `programmes`"),
        (f"{MEANS}'a-{{country}}' = {{ role = 'office', country = 'BE' }}\n", 4, "says its `country` too"),
        ("[groups]\nclaim = 'g'\nmeaning = 1\n", 3, "`meaning`"),
        ("[claims]\nrole = 'a'\nrole = 'b'\n", 3, "no TOML"),
        ("[claims]\nrole = https://a.example\n", 2, "no TOML"),
        ("[claims]\nrole = 'a\n", 2, "no TOML"),
        ("[claims]\nrole = '''a\n\n", 3, "no TOML"),
        ("[claims\n", 1, "no TOML"),
        ("{}", 1, "no TOML"),
    ],
)
def test_a_fault_has_its_file_and_line(tmp_path: Path, text: str, line: int, said: str) -> None:
    """An unknown key, or a value that cannot be meant, is told with file, line and what to do."""
    path = written(tmp_path, text)
    with pytest.raises(ClaimFileError) as caught:
        read_claim_file(path, REGISTER)
    assert caught.value.message.startswith(f"{path}, line {line}: "), caught.value.message
    assert said in caught.value.message
    assert caught.value.hint


@pytest.mark.parametrize("tier", Tier)
@pytest.mark.parametrize("name", ["country", "countries", "programmes"])
def test_a_group_gives_what_its_role_takes(tmp_path: Path, tier: Tier, name: str) -> None:
    """A file is refused for what a group gives exactly where a token that says so would be."""
    value: dict[str, Any] = {"country": "BE", "countries": ["BE", "NL"], "programmes": [PROGRAMME]}
    claims = {"sub": "anna", "role": tier.value, name: value[name]}
    if REACH[tier] is Reach.ONE_COUNTRY:
        claims |= {"country": "BE"}
    if REACH[tier] is Reach.COUNTRIES:
        claims |= {"countries": ["BE", "NL"]}
    text = f"[groups]\nclaim = 'g'\n[groups.means]\na = {{ role = '{tier}', {name} = {value[name]!r} }}\n"
    path = written(tmp_path, text)
    try:
        caller_from_claims(claims, REGISTER)
    except Unauthenticated:
        with pytest.raises(ClaimFileError, match=f"takes no `{name}`"):
            read_claim_file(path, REGISTER)
    else:
        read_claim_file(path, REGISTER)


def test_an_unknown_key_near_a_known_one(tmp_path: Path) -> None:
    """The hint tells which key may be meant, and which there are."""
    with pytest.raises(ClaimFileError) as caught:
        reading(tmp_path, "[claims]\nprograms = 'p'\n")
    assert caught.value.hint.startswith("Do you mean `programmes`? ")
    assert all(name in caught.value.hint for name in CLAIMS)


@pytest.mark.parametrize("text", ["", "\n# nothing\n", "[claims]\n", "[claims]\n[groups]\n"])
def test_a_file_that_says_nothing(tmp_path: Path, text: str) -> None:
    """A file without a word is no file that somebody meant."""
    with pytest.raises(ClaimFileError, match="says nothing"):
        reading(tmp_path, text)


def test_a_file_that_cannot_be_read(tmp_path: Path) -> None:
    """What is not there, is a folder, is too long or is no text is told by its path."""
    for path in (tmp_path / "nowhere.toml", tmp_path):
        with pytest.raises(ClaimFileError, match=str(path)):
            read_claim_file(path, REGISTER)
    with pytest.raises(ClaimFileError, match="longer than"):
        reading(tmp_path, "#" * (MOST_BYTES + 1))
    latin = tmp_path / "latin.toml"
    latin.write_bytes(b"[claims]\nrole = 'r\xf4le'\n")
    with pytest.raises(ClaimFileError, match="line 2: This is no UTF-8"):
        read_claim_file(latin, REGISTER)


def test_a_line_is_found_wherever_the_statement_stands() -> None:
    """Among statements of several lines, comments and tables in any order, each key has the line where it begins."""
    text = (
        "# a comment\n"  # 1
        "a = [\n  1, # one\n\n  2,\n]\n"  # 2
        "\n"
        'b = """\n[no.table]\nc = 1\n"""\n'  # 8
        "[t]\n"  # 12
        "'x.y' = 1\n"
        "[u.v]\n"  # 14
        "w = {p = 1, q = 2}\n"
        "[t.later]\n"  # 16
        "z = 1"
    )
    lines = {("a",): 2, ("b",): 8, ("t",): 12, ("t", "x.y"): 13, ("u",): 14, ("u", "v", "w", "q"): 15}
    lines |= {("t", "later"): 16, ("t", "later", "z"): 17}
    assert {keys: line_of(text, keys) for keys in lines} == lines


def test_the_settings_read_the_file(tmp_path: Path) -> None:
    """The variable names the file; its fault is told by the variable, the file and the line."""
    variables = {
        "HEARTH_OIDC_ISSUER": "i",
        "HEARTH_OIDC_AUDIENCE": "a",
        "HEARTH_OIDC_JWKS_URL": "https://id.example/keys",
        "HEARTH_OIDC_CLAIMS": str(written(tmp_path, NAMESPACED)),
    }
    read = Settings.from_environment(variables).identity
    assert read == Identity("i", "a", "https://id.example/keys", claims=reading(tmp_path, NAMESPACED))
    path = written(tmp_path, "[claims]\nrolle = 'r'\n")
    with pytest.raises(SettingsError) as caught:
        Settings.from_environment(variables)
    assert str(caught.value) == (
        f"HEARTH_OIDC_CLAIMS: {path}, line 2: There is no key `rolle` here. Do you mean `role`? "
        "[claims] takes subject, role, country, countries, programmes."
    )
