"""Figures for Prometheus."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

import httpx
from prometheus_client import generate_latest

from graph.metrics import Metrics, start_metrics

if TYPE_CHECKING:
    from starlette.applications import Starlette


async def test_requests_are_counted(app: Starlette, client: httpx.AsyncClient) -> None:
    """Requests count by status class and operation type, stages by their time; nothing names country or tier."""
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
    assert "office" not in text
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
