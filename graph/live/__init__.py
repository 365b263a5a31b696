"""Subscriptions on their way to whoever listens.

a commit here ───────────> Hub ──> Group ──> one statement ──> one response ──┬─> Outbox of a socket
a message of another ────>  │      (same plan, arguments, scope)              └─> Outbox of an event stream
a look every few seconds ─> │
"""
