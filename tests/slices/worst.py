"""Documents that take long, each at another place, all within the limits of what a document may be."""

from __future__ import annotations

from graph.documents.limits import MAX_ALIASES, MAX_LINES, MAX_REPEATS, MAX_SPREADS, MAX_TOKENS

CHILD = "Child_BE_0199b0c8-7a6e-7c3e-9d2f-4f1a2b3c4d5e"


def aliased(count: int, field: str) -> str:
    """A document that asks for one field under many names."""
    return "{ " + " ".join(f"a{number}: {field}" for number in range(count)) + " }"


LINKS = "children(first: 1) { nodes { id givenName placements(first: 1) { nodes { home { name } } } } }"
CHAIN = " ".join(f"fragment F{n} on Home {{ ...F{n + 1} ...F{n + 1} id }}" for n in range(MAX_SPREADS // 2 - 2))
REPORT = 'indicatorReport(indicators: ["CARE_STOCK", "ENTRIES"], period: { year: %d }, by: [SEX]) { cells { value } }'

WORST = {
    "tokens": "{ " + "homes " * (MAX_TOKENS - 4) + "}",
    "a list of literals": "{ homes(where: { name: { in: [" + '"a" ' * (MAX_TOKENS - 100) + "] } }) { totalCount } }",
    "a literal that nests": "query ($v: String!) { homes(where: "
    + "{ and: [" * 20
    + "{ name: { in: ["
    + '"a" ' * 5_000
    + "$v] } }"
    + "] }" * 20
    + ") { totalCount } }",
    "a long text": '{ homes(where: { name: { eq: "' + "x" * 100_000 + '" } }) { totalCount } }',
    "a long comment": "{ homes { totalCount } } #" + "x" * 100_000,
    "many lines": "{"
    + "\n" * (MAX_LINES - 10)
    + " ".join(f"a{n}: homes(x: 1) {{ nodes {{ id }} }}" for n in range(110))
    + "}",
    "commas": "{ homes" + "," * 100_000 + "{ totalCount } }",
    "fields that are merged": "{ "
    + "homes { nodes { children { nodes { placements { nodes { id } } } } } } " * MAX_REPEATS
    + "}",
    "fields that are none": aliased(MAX_ALIASES, "homez"),
    "input fields that are none": "{ homes(where: {"
    + " ".join(f"placementswhere{n}: 1" for n in range(400))
    + "}) { totalCount } }",
    "fragments in a chain": "{ homes { nodes { ...F0 } } } "
    + CHAIN
    + f" fragment F{MAX_SPREADS // 2 - 2} on Home {{ id }}",
    "operations with one fragment": " ".join(
        f"query Q{n} ($b: Int) {{ homes {{ nodes {{ ...F }} }} }}" for n in range(MAX_SPREADS)
    )
    + " fragment F on Home { "
    + " ".join(f"a{n}: children(first: $b) {{ totalCount }}" for n in range(300))
    + " }",
    "links under many names": aliased(50, LINKS),
    "rows under many names": aliased(120, f'child(id: "{CHILD}") {{ id givenName home {{ occupancy }} }}'),
    "reports": "{ " + " ".join(f"a{year}: {REPORT % year}" for year in range(2_010, 2_030)) + " }",
    "conditions": "{ homes(where: { and: ["
    + '{ children: { some: { givenName: { contains: "x" } } } }, ' * 150
    + "] }) { totalCount } }",
    "the schema under many names": aliased(40, "__schema { types { fields { type { fields { args { name } } } } } }"),
    "the schema, almost too much of it": "{ __schema { types { fields { type { fields { name } } } } } }",
}

MANY = 100_000
NAMES = "query ($in: [String!]) { homes(where: { name: { in: $in } }) { totalCount } }"
DAYS = "query ($in: [Date!]) { children(where: { birthDate: { in: $in } }) { totalCount } }"
WHERE = "query ($w: HomeWhere) { homes(where: $w) { totalCount } }"
ORDER = "query ($o: [HomeOrderBy!]) { homes(orderBy: $o) { totalCount } }"
UPDATE = "mutation ($input: UpdateHomeInput!) { updateHome(input: $input) { errors { code } } }"
A_NAME: dict[str, object] = {"name": {"eq": "x"}}

LONG_VARIABLES: dict[str, tuple[str, dict[str, object], int]] = {
    "all fit": (NAMES, {"in": ["a"] * MANY}, 400),
    "the last does not": (NAMES, {"in": [*["a"] * MANY, 1]}, 400),
    "the last is null": (NAMES, {"in": [*["a"] * MANY, None]}, 400),
    "none fits": (NAMES, {"in": [1] * MANY}, 400),
    "nine do not": (NAMES, {"in": [*[1] * 9, *["a"] * MANY]}, 400),
    "days that are none": (DAYS, {"in": ["2020-13-01"] * MANY}, 400),
    "fields that are none": (WHERE, {"w": {f"f{number}": 1 for number in range(MANY)}}, 400),
    "fields that a mutation has not": (UPDATE, {"input": {f"f{number}": 1 for number in range(MANY)}}, 400),
    "variables that are none": (WHERE, {f"v{number}": 1 for number in range(MANY)}, 200),
    "lists in variables that are none": (WHERE, {f"v{number}": [1] * 5 for number in range(MANY // 6)}, 200),
    "filters": (WHERE, {"w": {"and": [A_NAME] * (MANY // 3)}}, 400),
    "filters in filters": (WHERE, {"w": {"and": [{"or": [A_NAME] * 10}] * (MANY // 40)}}, 400),
    "filters of which one does not fit": (WHERE, {"w": {"and": [*[A_NAME] * (MANY // 3), {"name": 1}]}}, 400),
    "one value for a list, often": (WHERE, {"w": {"and": {"or": [{"name": {"in": "a"}}] * (MANY // 4)}}}, 400),
    "orders": (ORDER, {"o": [{"name": "ASC"}] * (MANY // 2)}, 400),
}
"""Documents with very many values in their variables, and the status of the answer."""
