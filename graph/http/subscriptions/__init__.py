"""Subscriptions on their way to whoever listens: sockets, event streams, and what waits to be sent."""
