"""Figures about the server for Prometheus, on a loopback port of their own. No country, no tier, no caller."""

from __future__ import annotations

import errno
import logging
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from prometheus_client import CollectorRegistry, Counter, Histogram, ProcessCollector, start_http_server

if TYPE_CHECKING:
    from collections.abc import Mapping
    from threading import Thread
    from wsgiref.simple_server import WSGIServer

logger = logging.getLogger("hearth.metrics")

METRICS_PORT = 9464
SECONDS = (0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0)


class Metrics:
    """The counters of one process."""

    def __init__(self) -> None:
        self.registry = CollectorRegistry()
        ProcessCollector(registry=self.registry)
        self._requests = Counter(
            "hearth_requests", "HTTP requests answered.", ("status", "operation"), registry=self.registry
        )
        self._duration = Histogram(
            "hearth_request_seconds",
            "From the request's head to the answer's last byte.",
            ("operation",),
            buckets=SECONDS,
            registry=self.registry,
        )
        self._stages = Histogram(
            "hearth_stage_seconds", "Time in each stage.", ("stage",), buckets=SECONDS, registry=self.registry
        )
        # The library looks up a child by its labels under a lock; there are few, and every request asks for some.
        self._requests_of = cache(lambda hundreds, operation: self._requests.labels(f"{hundreds}xx", operation))
        self._duration_of = cache(self._duration.labels)
        self._time_in = cache(self._stages.labels)

    def count(self, status: int, operation: str, seconds: float) -> None:
        """One request has been answered.

        Args:
            status: its HTTP status, kept as its class (`2xx`).
            operation: its operation type; empty where no GraphQL was read.
            seconds: how long it took.
        """
        self._requests_of(status // 100, operation or "none").inc()
        self._duration_of(operation or "none").observe(seconds)

    def observe(self, timings: Mapping[str, float]) -> None:
        """The stages of one answer, in milliseconds."""
        for stage, milliseconds in timings.items():
            self._time_in(stage).observe(milliseconds / 1000)


@dataclass(frozen=True, slots=True)
class MetricsServer:
    """A running `/metrics`.

    Attributes:
        port: where on 127.0.0.1 it answers.
    """

    port: int
    _server: WSGIServer
    _thread: Thread

    def stop(self) -> None:
        """Close it; blocks for at most half a second."""
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()


def start_metrics(metrics: Metrics, port: int = METRICS_PORT, *, tries: int = 1) -> MetricsServer | None:
    """Serve the metrics of this process on 127.0.0.1.

    Args:
        metrics: what to show.
        port: the first port to try; 0 takes any.
        tries: how many ports to try from there: as many as there are workers, which have one each.

    Returns:
        The running server; None where every port is taken, which is logged and stops nothing else.
    """
    for candidate in range(port, port + tries):
        try:
            server, thread = start_http_server(candidate, addr="127.0.0.1", registry=metrics.registry)
        except OSError as fault:
            if fault.errno != errno.EADDRINUSE:
                raise
        else:
            return MetricsServer(server.server_port, server, thread)
    logger.warning("no metrics: port %d is taken", port)
    return None
