"""Countries: who may see which part of the graph.

One tenant is one country. Three promises hold here, and the database keeps all three:

1. a row of a tenant table belongs to one country, and no link leads out of it;
2. a transaction sees only the rows of the scope that it opened with, and without a scope it sees none;
3. every tier logs in as itself, and no login can become another.

This package knows no entity by name and reads no environment.
"""
