"""Figures about the server for Prometheus, on a port of their own. By tier at most: no country, no caller."""

from __future__ import annotations

import errno
import logging
from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from prometheus_client import CollectorRegistry, ProcessCollector, start_http_server
from prometheus_client.metrics_core import CounterMetricFamily, GaugeMetricFamily, Metric
from prometheus_client.registry import Collector

from countries.connections.causes import CAUSES
from graph.settings.settings import METRICS_PORT
from graph.settings.variables import LOOPBACK
from graph.telemetry.collectors import Connections, Durations, FeedMessages, KeySetAge, LabelledCounts, ReplicaReads

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence
    from threading import Thread
    from wsgiref.simple_server import WSGIServer

    from countries.connections.database import Database
    from countries.connections.listener import Listener
    from countries.connections.replica import Replica

logger = logging.getLogger("hearth.metrics")

OK = "OK"
CLASSES = [f"{hundreds}xx" for hundreds in range(10)]
"""An HTTP status as it is shown: its class."""
STATUS, TIER_CODE, TIER_STATE = ("status", "operation"), ("tier", "code"), ("tier", "sqlstate")
ANSWERS = "Answers by tier and code: OK, or each code of their errors and of their payloads' refusals."
FAULTS = "Faults of the database by tier and SQLSTATE, or by their name where PostgreSQL said none."


@dataclass(slots=True)
class LiveFigures:
    """What one process has to do with subscriptions.

    Attributes:
        subscribers: how many there are.
        clients: how many sockets and event streams they come through, those without a subscription too.
        deliveries: how many responses subscribers were given.
        reads: how many statements that took.
        drops: how many clients were let go because they read too slowly.
        answers: how many operations were answered, by tier and code.
    """

    subscribers: int = 0
    clients: int = 0
    deliveries: int = 0
    reads: int = 0
    drops: int = 0
    answers: Counter[tuple[str, str]] = field(default_factory=Counter)

    def answered(self, tier: str, codes: Sequence[str]) -> None:
        """An operation was answered with these codes; with none it went well."""
        count_codes(self.answers, tier, codes)


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


def count_codes(answers: Counter[tuple[str, str]], tier: str, codes: Sequence[str]) -> None:
    """Count an answer under each of its codes; under OK where it has none."""
    for code in codes or (OK,):
        answers[tier, code] += 1


class Metrics:
    """The counters of one process.

    Args:
        live: the figures of its subscriptions, where it has any.
    """

    def __init__(self, live: LiveFigures | None = None) -> None:
        self.registry = CollectorRegistry()
        ProcessCollector(registry=self.registry)
        self._requests: Counter[tuple[str, str]] = Counter()
        self._answers: Counter[tuple[str, str]] = Counter()
        self.registry.register(LabelledCounts("hearth_requests", "HTTP requests answered.", STATUS, self._requests))
        self._duration = Durations(
            "hearth_request_seconds", "From the request's head to the answer's last byte.", "operation"
        )
        self._stages = Durations("hearth_stage_seconds", "Time in each stage.", "stage")
        self.registry.register(self._duration)
        self.registry.register(self._stages)
        live_answers = [] if live is None else [live.answers]
        self.registry.register(LabelledCounts("hearth_answers", ANSWERS, TIER_CODE, self._answers, *live_answers))
        self.registry.register(LabelledCounts("hearth_database_faults", FAULTS, TIER_STATE, CAUSES.counts))
        if live is not None:
            self.registry.register(LiveCollector(live))

    def count(self, status: int, operation: str, seconds: float) -> None:
        """One request has been answered.

        Args:
            status: its HTTP status, kept as its class (`2xx`).
            operation: its operation type; empty where no GraphQL was read.
            seconds: how long it took.
        """
        operation = operation or "none"
        self._requests[CLASSES[status // 100], operation] += 1
        self._duration.add(operation, seconds)

    def answered(self, tier: str, codes: Sequence[str]) -> None:
        """A GraphQL request has been answered over HTTP.

        Args:
            tier: the caller's; empty where nobody is known.
            codes: those of its errors; none where it went well.
        """
        if codes:
            count_codes(self._answers, tier, codes)
        else:
            self._answers[tier, OK] += 1

    def show_replica(self, replica: Replica) -> None:
        """Show who answers headquarters and regions from now on."""
        self.registry.register(ReplicaReads(replica))

    def show_database(self, database: Database) -> None:
        """Show connections, and who answers headquarters and regions, from now on."""
        self.registry.register(Connections(database))
        if database.replica is not None:
            self.show_replica(database.replica)

    def show_feed(self, listener: Listener) -> None:
        """Show how far messages about the feed are behind, from now on."""
        self.registry.register(FeedMessages(listener))

    def show_keys(self, age: Callable[[], float]) -> None:
        """Show how old the keys are with which tokens are checked.

        Args:
            age: says it, in seconds.
        """
        self.registry.register(KeySetAge(age))

    def observe(self, timings: Mapping[str, float]) -> None:
        """The stages of one answer, in milliseconds."""
        for stage, milliseconds in timings.items():
            self._stages.add(stage, milliseconds / 1000)


@dataclass(frozen=True, slots=True)
class MetricsServer:
    """A running `/metrics`.

    Attributes:
        port: where it answers.
    """

    port: int
    _server: WSGIServer
    _thread: Thread

    def stop(self) -> None:
        """Close it; blocks for at most half a second."""
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()


def start_metrics(
    metrics: Metrics, port: int = METRICS_PORT, *, host: str = LOOPBACK, tries: int = 1
) -> MetricsServer | None:
    """Serve the metrics of this process.

    Args:
        metrics: what to show.
        host: the address that it answers on.
        port: the first port to try; 0 takes any.
        tries: how many ports to try from there: as many as there are workers, which have one each.

    Returns:
        The running server; None where every port is taken, which is logged and stops nothing else.
    """
    for candidate in range(port, port + tries):
        try:
            server, thread = start_http_server(candidate, addr=host, registry=metrics.registry)
        except OSError as fault:
            if fault.errno != errno.EADDRINUSE:
                raise
        else:
            return MetricsServer(server.server_port, server, thread)
    logger.warning("no metrics: port %d is taken", port)
    return None
