"""Mutations: from an input to one statement that checks, writes, and remembers what it wrote.

    input ─> inputs.py ──> values ─┐
    action (actions/, verbs/) ─> writing.py ─> statement ─┴─> transaction.py: locks, statement, payload, COMMIT

An action says what it takes, what it checks and what it writes. Everything else is the same for all: ids are read
under the caller's own policies in the statement that writes; history and feed are written in it too; a key that was
sent before gives the outcome of the first time.
"""
