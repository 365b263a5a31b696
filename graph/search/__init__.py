"""What names and numbers are found by, and what a search looks for: texts in, keys out, and no statement.

a name, when it is written   keys.py    its keys, of which PostgreSQL makes a row each (`graph/entities/search.py`)
a search                     asked.py   beginnings and keys, each with how far it is from what was typed
"""
