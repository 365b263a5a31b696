"""From what a client saw to a table: worked by hand."""

from __future__ import annotations

import pytest

from benchmarks.ratios import ASKED, Ratio, Row, table
from benchmarks.workloads import FLOOR, HEARTH, POSTGRAPHILE, TEXTBOOK
from benchmarks.wrk import Load, LoadError, read_result, request_line

SAID = """Running 2s test @ http://127.0.0.1:4000
  1 threads and 16 connections
Requests/sec:   2500.00
RESULT {"requests":5000,"seconds":2.000000,"bytes":750000,"failed":3,"p50":6.250000,"p99":12.500000}
"""


def load(requests: int, seconds: float = 2.0) -> Load:
    """A run of which only the rate matters."""
    return Load(requests, seconds, bytes=0, failed=0, p50=1.0, p99=2.0)


def test_a_result_is_read_from_what_the_client_prints() -> None:
    """The line of our own script, wherever it stands; the client's own processor time comes with it."""
    read = read_result(SAID, client=0.5)
    assert read == Load(5000, 2.0, bytes=750_000, failed=3, p50=6.25, p99=12.5, client=0.5)
    assert read.rate == 2500


@pytest.mark.parametrize("said", ["", "unable to connect to 127.0.0.1:1 Connection refused\n"])
def test_a_client_that_says_nothing_is_an_error(said: str) -> None:
    """The error holds what the client said instead."""
    with pytest.raises(LoadError) as caught:
        read_result(said)
    assert said.strip() in str(caught.value)


def test_a_request_is_one_line() -> None:
    """Headers, a tab, the body, as the client's script takes it apart."""
    assert request_line({"A": "b", "C": "d e"}, b'{"x": 1}') == b'A=b;C=d e;\t{"x": 1}\n'


def test_a_ratio_compares_round_by_round() -> None:
    """The median of the rounds' ratios, which is not the ratio of the medians."""
    ratio = Ratio.of([100, 300, 400], [50, 200, 100])
    assert ratio == Ratio(2.0, 1.5, 4.0)
    assert str(ratio) == "2.00 (1.50-4.00)"
    with pytest.raises(ValueError, match="zip"):
        Ratio.of([1, 2], [1])


def test_rows_become_lines_and_a_table() -> None:
    """Each peer's line, and a row in which a peer that was not asked has an empty cell."""
    office = Row(
        "W1", {HEARTH: [load(4000), load(6000)], POSTGRAPHILE: [load(2000), load(2000)], FLOOR: [load(8000)] * 2}
    )
    assert office.lines() == ["W1 postgraphile 2.50 (2.00-3.00)", "W1 floor 0.62 (0.50-0.75)"]
    assert office.rate(HEARTH) == 2500
    eight = Row("W2-eight", {HEARTH: [load(10, 1.0)], TEXTBOOK: [load(4, 1.0)]})
    assert table([office, eight], "two cores", "2026-11-22").splitlines()[2:] == [
        "| | Hearth | PostGraphile 5 | textbook Strawberry + SQLModel | asyncpg alone |",
        "|---|---|---|---|---|",
        "| W1 one child by id | 2,500 | 2.50 (2.00-3.00) |  | 0.62 (0.50-0.75) |",
        f"| W2 {ASKED['W2']}, offices of eight countries | 10 |  | 2.50 (2.50-2.50) |  |",
    ]
    assert office.as_json()["rates"] == {HEARTH: 2500.0, POSTGRAPHILE: 1000.0, FLOOR: 4000.0}
