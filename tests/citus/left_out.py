"""What of the leak matrix, the oracle and the imports is not run on a cluster, and why."""

from __future__ import annotations

TESTS = {
    "test_leaks_sql.test_no_function_of_the_callers_own_sees_hidden_rows": "nodes do not know a login's own function:"
    " a statement that calls it is refused",
    "test_leaks_mutations.test_as_many_statements_for_a_hidden_row_as_for_none": "it listens on the socket of the"
    " embedded server, and a cluster has none",
    "test_found.test_a_sibling_is_listed_once": "refused by the node, and told under another SQLSTATE where one"
    " statement adds rows by way of the coordinator, as no login of the server does",
}
"""Tests of one server that say nothing of a cluster, by module and name, each with its reason."""

MODULES = {
    "countries/leaks/test_bounded.py": "made-up tables are made for one server: on a cluster they would have to be"
    " distributed, and the bounds are policies, which shards have as tables have",
    "countries/leaks/test_narrower.py": "made-up tables, as above",
    "countries/leaks/test_sql_reach.py": "what a login may do to one server: other databases, files, sessions; that"
    " nodes are closed as the coordinator is, test_distributing.py looks at",
    "countries/leaks/test_sql_writes.py": "it writes by SQL of its own, many countries in one statement, which a"
    " cluster refuses before a policy is asked; test_writes.py and test_leaks_mutations.py try what the server writes",
    "oracle/test_derived.py": "it asks no database",
}
"""The same of whole modules, below `tests/`."""
