"""Figures about the server for Prometheus, on a loopback port of their own. No country, no tier, no caller."""

from __future__ import annotations

import errno
import logging
from bisect import bisect_left
from dataclasses import dataclass
from functools import cache
from itertools import accumulate
from typing import TYPE_CHECKING

from prometheus_client import CollectorRegistry, Counter, ProcessCollector, start_http_server
from prometheus_client.metrics_core import CounterMetricFamily, GaugeMetricFamily, HistogramMetricFamily, Metric
from prometheus_client.registry import Collector

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from threading import Thread
    from wsgiref.simple_server import WSGIServer

    from countries.replica import Replica

logger = logging.getLogger("hearth.metrics")

METRICS_PORT = 9464
SECONDS = (0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0)


class Durations(Collector):
    """A histogram of seconds by one label: an addition for each measurement, sums when somebody asks.

    The library's own takes a lock for each bucket. Here the one thread of the event loop adds, and the thread that
    shows the figures reads integers.

    Args:
        name: of the metric.
        documentation: what it measures.
        label: what there is one histogram for each of.
    """

    def __init__(self, name: str, documentation: str, label: str) -> None:
        self._name, self._documentation, self._label = name, documentation, label
        self._counts: dict[str, list[int]] = {}
        self._sums: dict[str, float] = {}

    def add(self, value: str, seconds: float) -> None:
        """Count one measurement under a label's value."""
        counts = self._counts.get(value)
        if counts is None:
            counts = self._counts[value] = [0] * (len(SECONDS) + 1)
            self._sums[value] = 0.0
        counts[bisect_left(SECONDS, seconds)] += 1
        self._sums[value] += seconds

    def collect(self) -> Iterator[HistogramMetricFamily]:
        """The histogram, for Prometheus."""
        family = HistogramMetricFamily(self._name, self._documentation, labels=[self._label])
        for value, counts in list(self._counts.items()):
            totals = [float(total) for total in accumulate(counts)]
            bounds = [*map(str, SECONDS), "+Inf"]
            family.add_metric([value], list(zip(bounds, totals, strict=True)), self._sums[value])
        yield family


class ReplicaReads(Collector):
    """Who answered those who read from the replica, and how far behind it may be; read when somebody asks."""

    def __init__(self, replica: Replica) -> None:
        self._replica = replica

    def collect(self) -> Iterator[Metric]:
        """The figures, for Prometheus."""
        reads = CounterMetricFamily(
            "hearth_replica_reads", "Statements of headquarters and regions.", labels=["answered_by"]
        )
        reads.add_metric(["replica"], self._replica.answered)
        reads.add_metric(["primary"], self._replica.passed_on)
        yield reads
        yield GaugeMetricFamily(
            "hearth_replica_seconds_behind",
            "How far behind the primary the replica may be; +Inf while it is not used.",
            self._replica.seconds_behind,
        )


@dataclass(slots=True)
class LiveFigures:
    """What one process has to do with subscriptions.

    Attributes:
        subscribers: how many there are.
        clients: how many sockets and event streams they come through, those without a subscription too.
        deliveries: how many responses subscribers were given.
        reads: how many statements that took.
        drops: how many clients were let go because they read too slowly.
    """

    subscribers: int = 0
    clients: int = 0
    deliveries: int = 0
    reads: int = 0
    drops: int = 0


class LiveCollector(Collector):
    """The subscriptions; read when somebody asks."""

    def __init__(self, figures: LiveFigures) -> None:
        self._figures = figures

    def collect(self) -> Iterator[Metric]:
        """The figures, for Prometheus."""
        figures = self._figures
        yield GaugeMetricFamily("hearth_subscribers", "Subscriptions at this moment.", figures.subscribers)
        yield GaugeMetricFamily("hearth_live_clients", "Sockets and event streams at this moment.", figures.clients)
        yield CounterMetricFamily("hearth_deliveries", "Responses that subscribers were given.", figures.deliveries)
        yield CounterMetricFamily("hearth_delivery_reads", "Statements run for subscriptions.", figures.reads)
        yield CounterMetricFamily("hearth_subscriber_drops", "Clients let go for reading too slowly.", figures.drops)


class Metrics:
    """The counters of one process.

    Args:
        live: the figures of its subscriptions, where it has any.
    """

    def __init__(self, live: LiveFigures | None = None) -> None:
        self.registry = CollectorRegistry()
        ProcessCollector(registry=self.registry)
        self._requests = Counter(
            "hearth_requests", "HTTP requests answered.", ("status", "operation"), registry=self.registry
        )
        self._duration = Durations(
            "hearth_request_seconds", "From the request's head to the answer's last byte.", "operation"
        )
        self._stages = Durations("hearth_stage_seconds", "Time in each stage.", "stage")
        self.registry.register(self._duration)
        self.registry.register(self._stages)
        if live is not None:
            self.registry.register(LiveCollector(live))
        # The library looks up a child by its labels under a lock; there are few, and every request asks for some.
        self._requests_of = cache(lambda hundreds, operation: self._requests.labels(f"{hundreds}xx", operation))

    def count(self, status: int, operation: str, seconds: float) -> None:
        """One request has been answered.

        Args:
            status: its HTTP status, kept as its class (`2xx`).
            operation: its operation type; empty where no GraphQL was read.
            seconds: how long it took.
        """
        self._requests_of(status // 100, operation or "none").inc()
        self._duration.add(operation or "none", seconds)

    def show_replica(self, replica: Replica) -> None:
        """Show who answers headquarters and regions from now on."""
        self.registry.register(ReplicaReads(replica))

    def observe(self, timings: Mapping[str, float]) -> None:
        """The stages of one answer, in milliseconds."""
        for stage, milliseconds in timings.items():
            self._stages.add(stage, milliseconds / 1000)


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
