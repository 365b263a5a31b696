"""Commands of ours that ask the graph keep what it says: each error as it was, with its code."""

from __future__ import annotations

import pytest

from countries.tenancy.caller import Caller, Tier
from graph.commands.asking import ask
from graph.errors import BadUserInput, Forbidden, HearthErrors, NotFound, ValidationFailed
from graph.execute.engine import Engine

REPORT = '{ indicatorReport(indicators: ["CARE_STOCK"], period: { year: 2018 }) { cells { value } } }'
REFUSED = (
    ("{ releaseProof(period: { year: 2018 }) { low } }", Tier.HEADQUARTERS, Forbidden),
    (REPORT, Tier.AUDITOR, Forbidden),
    ("{ releaseProof(period: { year: 1999 }) { low } }", Tier.AUDITOR, NotFound),
    ("{ releaseProof(period: { year: 2018, month: 14 }) { low } }", Tier.AUDITOR, BadUserInput),
    ("{ nothing }", Tier.AUDITOR, ValidationFailed),
)  # fmt: skip


@pytest.mark.parametrize(("document", "tier", "kind"), REFUSED)
async def test_an_error_keeps_its_kind(engine: Engine, document: str, tier: Tier, kind: type[Exception]) -> None:
    """Its code, its sentence and its hint."""
    with pytest.raises(HearthErrors) as refused:
        await ask(engine, document, Caller("somebody", tier))
    (error,) = refused.value.errors
    assert isinstance(error, kind)
    assert error.message
    assert error.hint


async def test_every_error_of_an_answer_is_kept(engine: Engine) -> None:
    """Not only the first one."""
    document = """{
      a: releaseProof(period: { year: 2018 }) { low }
      b: releaseProof(period: { year: 2019 }) { low }
    }"""
    with pytest.raises(HearthErrors) as refused:
        await ask(engine, document, Caller("somebody", Tier.HEADQUARTERS))
    assert [(error.path, error.code) for error in refused.value.errors] == [
        (("a",), "FORBIDDEN"),
        (("b",), "FORBIDDEN"),
    ]
