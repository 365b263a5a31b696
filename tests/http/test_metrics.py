"""Figures for Prometheus."""

from __future__ import annotations

import asyncio
from math import inf
from typing import TYPE_CHECKING

import httpx
import pytest
from prometheus_client import generate_latest

from countries.register.register import load_register
from graph.database.location import PlaceError
from graph.errors import TimedOut
from graph.http.app import create_app
from graph.serving.listening import check_metrics_host
from graph.settings.settings import Identity, Settings
from graph.telemetry.metrics import Metrics, start_metrics
from tests.http.conftest import is_ready

if TYPE_CHECKING:
    from starlette.applications import Starlette

    from tests.http.small_engine import SmallEngine


async def test_requests_are_counted(app: Starlette, client: httpx.AsyncClient) -> None:
    """Requests count by status class and operation type, stages by their time, answers by tier; none by country."""
    await client.post("/graphql", json={"query": "{ who }"})
    await client.post("/graphql", json={"query": 'mutation { rename(name: "Anna") }'})
    await client.get("/nowhere")
    metrics: Metrics = app.state.metrics
    value = metrics.registry.get_sample_value
    assert value("hearth_requests_total", {"status": "2xx", "operation": "query"}) == 1
    assert value("hearth_requests_total", {"status": "2xx", "operation": "mutation"}) == 1
    assert value("hearth_requests_total", {"status": "4xx", "operation": "none"}) == 1
    assert value("hearth_request_seconds_count", {"operation": "query"}) == 1
    assert value("hearth_stage_seconds_sum", {"stage": "transaction"}) == 0.003
    text = generate_latest(metrics.registry).decode()
    assert "BE" not in text
    assert value("hearth_answers_total", {"tier": "office", "code": "OK"}) == 2
    assert "Anna" not in text


async def test_two_applications_count_for_themselves(client: httpx.AsyncClient) -> None:
    """One process may hold several applications."""
    await client.get("/nowhere")
    assert Metrics().registry.get_sample_value("hearth_requests_total", {"status": "4xx", "operation": "none"}) is None


async def test_metrics_have_a_port_of_their_own(app: Starlette, client: httpx.AsyncClient) -> None:
    """/metrics answers on loopback, and not beside the graph."""
    assert (await client.get("/metrics")).status_code == 404
    server = start_metrics(app.state.metrics, 0)
    assert server is not None
    try:
        text = await asyncio.to_thread(lambda: httpx.get(f"http://127.0.0.1:{server.port}/metrics").text)
    finally:
        await asyncio.to_thread(server.stop)
    assert 'hearth_requests_total{operation="none",status="4xx"} 1.0' in text


def test_a_taken_port_stops_nothing() -> None:
    """Workers look for a port each; without a free one the server goes on without metrics."""
    first = start_metrics(Metrics(), 0)
    assert first is not None
    try:
        assert start_metrics(Metrics(), first.port) is None
        second = start_metrics(Metrics(), first.port, tries=20)
        assert second is not None
        assert second.port > first.port
        second.stop()
    finally:
        first.stop()


async def test_the_age_of_the_keys(engine: SmallEngine, settings: Settings) -> None:
    """A server with an identity provider shows how old its keys are; one that never had any, that it never had."""
    identity = Identity("https://id.example", "hearth", "http://127.0.0.1:9/keys")
    app = create_app(engine, Settings(identity=identity), load_register(), ready=is_ready)
    value = app.state.metrics.registry.get_sample_value
    assert value("hearth_key_set_age_seconds") == inf
    keys = app.state.authenticator.keys
    keys._fetched = keys._clock() - 90
    assert 90 <= (value("hearth_key_set_age_seconds") or 0) < 1_000
    development = create_app(engine, settings, load_register(), ready=is_ready)
    assert development.state.metrics.registry.get_sample_value("hearth_key_set_age_seconds") is None


async def test_a_fault_of_ours_is_counted(app: Starlette, engine: SmallEngine, client: httpx.AsyncClient) -> None:
    """INTERNAL counts by the direct path as by the one of browsers, and an error that an engine raises by its code."""
    engine.faults["who"], engine.faults["hello"] = RuntimeError("Anna"), TimedOut("Too slow.", "Try again.")
    await client.post("/graphql", json={"query": "{ who }"})
    await client.post("/graphql", json={"query": "{ who }"}, headers={"Origin": "https://office.example"})
    await client.post("/graphql", json={"query": "{ hello }"})
    value = app.state.metrics.registry.get_sample_value
    assert value("hearth_answers_total", {"tier": "office", "code": "INTERNAL"}) == 2
    assert value("hearth_answers_total", {"tier": "office", "code": "TIMEOUT"}) == 1
    assert value("hearth_answers_total", {"tier": "office", "code": "OK"}) is None


@pytest.mark.parametrize("host", ["0.0.0.0", "127.0.0.2"])  # noqa: S104 - asked for
def test_metrics_answer_on_the_address_that_is_asked_for(host: str) -> None:
    """Outside a container nobody reaches the container's own loopback."""
    server = start_metrics(Metrics(), 0, host=host)
    assert server is not None
    try:
        asked = "127.0.0.1" if host == "0.0.0.0" else host  # noqa: S104 - every network of this machine
        assert httpx.get(f"http://{asked}:{server.port}/metrics").status_code == 200
        if host != "0.0.0.0":  # noqa: S104 - as above
            with pytest.raises(httpx.ConnectError):
                httpx.get(f"http://127.0.0.1:{server.port}/metrics")
    finally:
        server.stop()


def test_an_address_of_another_machine_stops_the_start() -> None:
    """Before the first request, with the name of the variable."""
    check_metrics_host("127.0.0.1")
    check_metrics_host("::")
    with pytest.raises(PlaceError) as refused:
        check_metrics_host("192.0.2.1")
    assert "HEARTH_METRICS_HOST" in refused.value.hint
