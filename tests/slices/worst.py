"""Documents that take long, each at another place, all within the limits of what a document may be."""

from __future__ import annotations

from graph.limits import MAX_ALIASES, MAX_LINES, MAX_REPEATS, MAX_SPREADS, MAX_TOKENS

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
    "links under many names": aliased(100, LINKS),
    "rows under many names": aliased(120, f'child(id: "{CHILD}") {{ id givenName home {{ occupancy }} }}'),
    "reports": "{ " + " ".join(f"a{year}: {REPORT % year}" for year in range(2_010, 2_030)) + " }",
    "conditions": "{ homes(where: { and: ["
    + '{ children: { some: { givenName: { contains: "x" } } } }, ' * 150
    + "] }) { totalCount } }",
    "the schema under many names": aliased(40, "__schema { types { fields { type { fields { args { name } } } } } }"),
    "the schema, almost too much of it": "{ __schema { types { fields { type { fields { name } } } } } }",
}
