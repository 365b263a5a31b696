"""The tests; none is collected where a declaration cannot be meant: that ends them, with its file and line."""

from graph.declarations.misdeclared import MisdeclaredError

try:
    from graph.entities import graph_model

    graph_model()
except MisdeclaredError as error:
    raise SystemExit(str(error)) from None
