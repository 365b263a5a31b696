"""The addresses on which this machine is to listen, tried before anything else is begun."""

from __future__ import annotations

import socket

from graph.database.location import PlaceError
from graph.serving.server import BACKLOG


def listen(host: str, port: int) -> socket.socket:
    """Listen, so that nobody else takes the port while the database starts.

    Raises:
        PlaceError: somebody has, or there is no such address here.
    """
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    try:
        listener = socket.create_server((host, port), family=family, backlog=BACKLOG)
    except OSError as error:
        raise PlaceError(f"Nothing can listen on port {port} of {host}.", "Name another one with --port.") from error
    listener.set_inheritable(True)
    return listener


def check_metrics_host(host: str) -> None:
    """Make sure that the address on which metrics are shown is one of this machine.

    Raises:
        PlaceError: it is not. A port that is taken is another matter: workers look for the next one.
    """
    try:
        socket.create_server((host, 0), family=socket.AF_INET6 if ":" in host else socket.AF_INET).close()
    except OSError as error:
        raise PlaceError(
            f"No metrics can be shown on {host}.",
            "Name an address of this machine in HEARTH_METRICS_HOST: 127.0.0.1, or 0.0.0.0 for every network.",
        ) from error
