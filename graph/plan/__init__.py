"""The plan compiler: a whole query operation becomes one SQL statement that returns the response JSON.

    document ── prepare ──> Operation (argument slots, conditions)          read/
    Operation + variables ──> Arguments (values) and their shape            read/arguments.py
    Operation + Arguments ── plan ──> tree of rows and pages                planner/, tree/
    tree ── render ──> SQLAlchemy Core ── compile ──> text with $n          sql/
    Arguments + Scope ── bind ──> values for $n                             bind.py
    all of it, for queries, mutations and subscriptions                     compile/

Pure: no I/O, no driver, no web framework. Data in, data out; the same document, tier and shape always give the same
text.
"""
