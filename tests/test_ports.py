"""The ports on which tests begin servers."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from benchmarks import ports
from benchmarks.ports import claim_port

ROOT = Path(__file__).resolve().parent.parent
CLAIM = "from benchmarks.ports import claim_port; print(claim_port(), flush=True); input()"


def claimed_elsewhere(folder: Path) -> tuple[subprocess.Popen[str], int]:
    """Another process whose locks are in a folder, and the port that it claimed."""
    process = subprocess.Popen(  # noqa: S603 - our own words
        [sys.executable, "-c", CLAIM], cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
        env={**os.environ, "TMPDIR": str(folder)},
    )  # fmt: skip
    assert process.stdout is not None
    return process, int(process.stdout.readline())


def test_a_port_is_claimed_once_on_the_machine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Neither this process nor another one gets it again, though nobody listens on it, until its process ends."""
    monkeypatch.setattr(ports, "FOLDER", tmp_path / ports.FOLDER.name)
    (one, first), (other, second) = claimed_elsewhere(tmp_path), claimed_elsewhere(tmp_path)
    own = [claim_port() for _ in range(3)]
    assert len({first, second, *own}) == 5
    for process in (one, other):
        process.communicate("\n")
    assert ports._is_ours(first)


def test_a_port_is_none_that_the_kernel_hands_out() -> None:
    """Neither whoever binds 0 nor a connection that goes out gets it."""
    low, high = map(int, ports.HANDED_OUT.read_text().split())
    assert not low <= claim_port() <= high


def test_a_port_that_somebody_listens_on_is_left_out(monkeypatch: pytest.MonkeyPatch) -> None:
    """Also where whoever listens never claimed it."""
    taken, free = claim_port(), claim_port()
    monkeypatch.setattr(ports, "_ports", lambda: [taken, free])
    monkeypatch.setattr(ports, "_is_ours", lambda _: True)
    with socket.create_server(("127.0.0.1", taken)):
        assert claim_port() == free
    assert claim_port() == taken


@pytest.mark.parametrize(
    ("range_", "first"), [("32768\t60999", 20_000), ("16000 65535", 1_024), ("1024 65535", 20_000)]
)
def test_a_kernel_that_hands_out_others_is_believed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, range_: str, first: int
) -> None:
    """What is left is tried, the ports of known services last; where nothing is left, all."""
    monkeypatch.setattr(ports, "HANDED_OUT", tmp_path / "range")
    (tmp_path / "range").write_text(f"{range_}\n")
    assert ports._ports()[0] == first
    monkeypatch.setattr(ports, "HANDED_OUT", tmp_path / "none")
    assert ports._ports()[:1] == [20_000]
