"""An attacker who knows everything that is published cannot tell a hidden count."""

from __future__ import annotations

import pytest

from countries.figures import Counting
from graph.closing import close
from graph.closing.close import Closing
from graph.closing.earlier import Earlier
from graph.indicators.period import Period
from tests.closing.attacker import Attacker
from tests.closing.gathered import gather
from tests.closing.knowledge import OF_CHILDREN, Key, Knowledge
from tests.closing.naive import only_primaries
from tests.closing.office import AUDITOR, Office, Truth
from tests.conftest import NOW

PROOF = """query($period: PeriodInput!, $revision: Int) {
  releaseProof(period: $period, revision: $revision) { measure area splits { dimension value } low high } }"""
ORDER = ("SEX", "AGE_GROUP", "SETTING", "CARE_FORM", "PROGRAMME_KIND")
Proof = dict[Key, tuple[int, int]]


async def proof_of(office: Office, year: int, revision: int = 1) -> Proof:
    """The intervals of hidden counts of children that an auditor reads."""
    answer = await office.ask(PROOF, AUDITOR, period={"year": year}, revision=revision)
    found: Proof = {}
    for row in answer["releaseProof"]:
        categories = tuple(sorted((each["dimension"], each["value"]) for each in row["splits"]))
        if row["measure"] in OF_CHILDREN:
            found[Key((str(year), revision), row["measure"], row["area"], categories)] = (row["low"], row["high"])
    return found


def amount_of(truth: Truth, key: Key) -> int:
    """The count itself."""
    named = dict(key.categories)
    split = [dimension for dimension in ORDER if dimension in named]
    return truth[key.measure, key.area, ",".join(split), ",".join(named[each] for each in split)][0]


def is_told(least: int, most: int) -> bool:
    """Whether an interval is narrower than promised."""
    return most - least < 5 or least > 4 or most < 5


def tells(attacker: Attacker, proof: Proof) -> bool:
    """Whether the attacker gets closer to one hidden count than its proof says, and than promised."""
    return any(
        is_told(low, high) or is_told(*attacker.interval(key, min(low, 4), max(high, 5)))
        for key, (low, high) in sorted(proof.items(), key=repr)
    )


EARLIER = Closing._earlier


async def nothing_binds(statistics: Counting, period: Period) -> tuple[list[Earlier], Earlier | None]:
    """The release that is replaced, and none that binds."""
    _, previous = await EARLIER(statistics, period)
    return [], previous


@pytest.mark.parametrize(
    "flows",
    [
        False,
        True,
    ],
)
async def test_it_never_gets_narrower_than_promised(office: Office, *, flows: bool) -> None:
    """All that is published of two years leaves every hidden count of children as wide as its proof, and the truth."""
    gathered = await gather(office)
    attacker = Attacker(Knowledge(gathered, flows=flows))
    hidden = 0
    for year in (2024, 2025):
        truth = await office.truth(year)
        for key, (low, high) in (await proof_of(office, year)).items():
            least, most = attacker.interval(key, low, high)
            assert not is_told(low, high), (key, low, high)
            assert least <= low <= high <= most, (key, least, low, high, most)
            assert least <= amount_of(truth, key) <= most, key
            hidden += 1
    assert hidden > 50
    assert len(gathered.figures) > 1_500


async def test_small_counts_alone_do_not_hide(fresh: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where nothing is hidden beside small counts, the attacker works them out."""
    monkeypatch.setattr(close, "protect", only_primaries)
    await fresh.closing.close(Period(2025), NOW)
    attacker = Attacker(Knowledge(await gather(fresh)))
    truth, exact = await fresh.truth(2025), 0
    for key in await proof_of(fresh, 2025):
        least, most = attacker.interval(key)
        exact += least == most == amount_of(truth, key)
    assert exact


async def test_a_restatement_that_forgets_the_release_before(fresh: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    """Two revisions, each protected by itself, give away what did not change."""
    await fresh.closing.close(Period(2024), NOW)
    assert await fresh.leave_late("UG", 10, "2024-12-20") == 10
    monkeypatch.setattr(Closing, "_earlier", staticmethod(nothing_binds))
    closed = await fresh.closing.close(Period(2024), NOW, "Uganda entered late.")
    assert closed.revision == 2
    attacker = Attacker(Knowledge(await gather(fresh), frozenset({"UG"})))
    proof = await proof_of(fresh, 2024) | await proof_of(fresh, 2024, 2)
    assert tells(attacker, proof)


async def test_our_own_restatement_keeps_the_promise(federation: Office) -> None:
    """A quarter, its year, and the year once more after a late entry: together they tell no more than was promised."""
    await federation.closing.close(Period(2025, 3), NOW)
    await federation.closing.close(Period(2025), NOW)
    assert await federation.leave_late("BO", 10, "2025-12-20") == 10
    closed = await federation.closing.close(Period(2025), NOW, "Bolivia entered late.")
    assert closed.revision == 2
    attacker = Attacker(Knowledge(await gather(federation), frozenset({"BO"}), flows=True))
    for revision in (1, 2):
        truth, proof = await federation.truth(2025, revision=revision), await proof_of(federation, 2025, revision)
        assert proof
        for key, (low, high) in proof.items():
            least, most = attacker.interval(key, min(low, 4), max(high, 5))
            assert not is_told(least, most), (key, least, most)
            assert least <= amount_of(truth, key) <= most, key
