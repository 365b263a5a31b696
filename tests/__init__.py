"""The tests; none is collected where a declaration cannot be meant: that ends them, with its file and line."""

from graph.declarations.misdeclared import MisdeclaredError

try:
    from graph.writes.actions import all_actions

    all_actions()
except MisdeclaredError as error:
    raise SystemExit(str(error)) from None
