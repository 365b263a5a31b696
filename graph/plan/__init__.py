"""The plan compiler: a whole query operation becomes one SQL statement that returns the response JSON.

    document ── prepare ──> Operation (argument slots, conditions)          selection.py
    Operation + variables ──> Arguments (values) and their shape            arguments.py
    Operation + Arguments ── plan ──> tree of rows and pages                roots, planner, filters, ordering
    tree ── render ──> SQLAlchemy Core ── compile ──> text with $n          render.py, paging.py, statement.py
    Arguments + Scope ── bind ──> values for $n                             values.py

Pure: no I/O, no driver, no web framework. Data in, data out; the same document, tier and shape always give the same
text.
"""
