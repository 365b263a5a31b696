"""What a kind of value is: its type in PostgreSQL, its scalar, its operators, its cell in a file. One row a kind.

`kind.py` names the kinds, `table.py` says what each is, `values.py` reads what a client sends and `cells.py` what a
file holds. A further kind is a member there, a row there, and where neither reads it yet a function beside the others.
"""
