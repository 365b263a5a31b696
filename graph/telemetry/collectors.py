"""What the metrics show, read when somebody asks: plain counts of the server's parts as Prometheus' families.

Labels are a tier, a code, a SQLSTATE, a stage; never a country, a caller, or anything that somebody has sent. The one
thread of the event loop counts, and the thread that shows the figures reads integers.
"""

from __future__ import annotations

from itertools import accumulate
from typing import TYPE_CHECKING

from prometheus_client.metrics_core import CounterMetricFamily, GaugeMetricFamily, HistogramMetricFamily, Metric
from prometheus_client.registry import Collector

from countries.connections.measured import SECONDS, Measured

if TYPE_CHECKING:
    from collections import Counter
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from countries.connections.database import Database
    from countries.connections.listener import Listener
    from countries.connections.replica import Replica

BOUNDS = (*map(str, SECONDS), "+Inf")


def histogram(
    name: str, documentation: str, labels: Sequence[str], measured: Iterable[tuple[Sequence[str], Measured]]
) -> HistogramMetricFamily:
    """A family of histograms, one for each set of labels' values."""
    family = HistogramMetricFamily(name, documentation, labels=labels)
    for values, each in measured:
        totals = [float(total) for total in accumulate(each.counts)]
        family.add_metric(values, list(zip(BOUNDS, totals, strict=True)), each.seconds)
    return family


class Durations(Collector):
    """A histogram of seconds by one label: an addition for each measurement, sums when somebody asks.

    The library's own takes a lock for each bucket.

    Args:
        name: of the metric.
        documentation: what it measures.
        label: what there is one histogram for each of.
    """

    def __init__(self, name: str, documentation: str, label: str) -> None:
        self._name, self._documentation, self._label = name, documentation, label
        self._measured: dict[str, Measured] = {}

    def add(self, value: str, seconds: float) -> None:
        """Count one measurement under a label's value."""
        measured = self._measured.get(value)
        if measured is None:
            measured = self._measured[value] = Measured()
        measured.add(seconds)

    def collect(self) -> Iterator[Metric]:
        """The histogram, for Prometheus."""
        each = [((value,), measured) for value, measured in list(self._measured.items())]
        yield histogram(self._name, self._documentation, [self._label], each)


class LabelledCounts(Collector):
    """A counter by two labels: an addition for each, as of `Durations`.

    Args:
        name: of the metric, without `_total`.
        documentation: what it counts.
        labels: what it counts by.
        counts: by the labels' values, of one place or several; an empty value is shown as `none`.
    """

    def __init__(
        self, name: str, documentation: str, labels: tuple[str, str], *counts: Counter[tuple[str, str]]
    ) -> None:
        self._name, self._documentation, self._labels, self._counts = name, documentation, labels, counts

    def collect(self) -> Iterator[Metric]:
        """The counter, for Prometheus."""
        family = CounterMetricFamily(self._name, self._documentation, labels=self._labels)
        total: dict[tuple[str, str], int] = {}
        for counts in self._counts:
            for key, count in list(counts.items()):
                total[key] = total.get(key, 0) + count
        for key, count in total.items():
            family.add_metric([value or "none" for value in key], count)
        yield family


class Connections(Collector):
    """The connections of each tier, who waits for one, and how long it takes."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def collect(self) -> Iterator[Metric]:
        """The figures, for Prometheus."""
        labels = ["tier", "server"]
        states = GaugeMetricFamily(
            "hearth_connections",
            "Connections that a tier may have (allowed), that are in use (busy), that are open beside them (idle).",
            labels=[*labels, "state"],
        )
        queue = GaugeMetricFamily("hearth_connection_queue", "Requests that wait for a connection now.", labels=labels)
        waits = []
        for server, tier, pool, shared in self._database.pools():
            turns = pool.turns
            for state, number in (("allowed", turns.places), ("busy", turns.places - turns.free), ("idle", pool.idle)):
                states.add_metric([tier, server, state], number)
            queue.add_metric([tier, server], shared.queued + turns.queued)
            waits.append(((tier.value, server), pool.waits))
        yield states
        yield queue
        yield histogram(
            "hearth_connection_wait_seconds",
            "How long requests waited: reads until their statement began, all else for a connection.",
            labels,
            waits,
        )


class FeedMessages(Collector):
    """How far messages about the feed are behind the commits of this process."""

    def __init__(self, listener: Listener) -> None:
        self._listener = listener

    def collect(self) -> Iterator[Metric]:
        """The figures, for Prometheus."""
        listener = self._listener
        yield GaugeMetricFamily(
            "hearth_listener_connected", "Whether this process hears the others: 1, or 0.", listener.is_connected
        )
        yield GaugeMetricFamily(
            "hearth_feed_untold_seconds",
            "For how long the feed has been ahead of the last NOTIFY: 0 where every commit has been told.",
            listener.untold_seconds,
        )
        each = [((), listener.told)]
        yield histogram("hearth_notify_seconds", "From a commit to the NOTIFY that tells the others.", [], each)


class KeySetAge(Collector):
    """How old the identity provider's keys are."""

    def __init__(self, seconds: Callable[[], float]) -> None:
        self._seconds = seconds

    def collect(self) -> Iterator[Metric]:
        """The figure, for Prometheus."""
        yield GaugeMetricFamily(
            "hearth_key_set_age_seconds",
            "Since the identity provider's keys were read last; +Inf where they never were.",
            self._seconds(),
        )


class ReplicaReads(Collector):
    """Who answered those who read from the replica, and how far behind it may be."""

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
