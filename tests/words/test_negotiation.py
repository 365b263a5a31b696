"""Which language a client is answered in, by what it says that it reads."""

from __future__ import annotations

import pytest

from graph.words.negotiation import preferred, served

HEADERS = {
    "nothing": ("", "en"),
    "one": ("fr", "fr"),
    "a region": ("fr-BE", "fr"),
    "a region of a region": ("pt-Latn-BR", "pt"),
    "capitals": ("NL-be", "nl"),
    "by weight": ("en;q=0.3, de;q=0.7, fr;q=0.5", "de"),
    "the first of two alike": ("es, fr", "es"),
    "one that is not here, and another": ("sw, ar;q=0.4", "ar"),
    "one that is not here": ("sw", "en"),
    "any": ("*", "en"),
    "any but one": ("en;q=0, *;q=0.5", "ar"),
    "none of all": ("fr;q=0", "en"),
    "nobody's": ("fr;q=0, nl;q=0.001", "nl"),
    "malformed": ("fr;q=2, nl;q=x, de;;q=1, ;, es;q=0.5", "es"),
    "spaces": ("  fr ;q=0.1 ,\tde ; q=0.2", "de"),
    "a sentence": ("please answer in French", "en"),
    "very many": (",".join(f"x{number}" for number in range(5_000)) + ",fr", "en"),
}


@pytest.mark.parametrize("case", HEADERS)
def test_a_header_chooses_a_language(case: str) -> None:
    """By weight, then by order; a region reads what its language has; what is malformed says nothing."""
    header, language = HEADERS[case]
    assert served(preferred(header)) == language


def test_all_that_a_client_reads_is_kept_for_labels_of_a_country() -> None:
    """Languages without a catalogue stay in the order, for a country's own labels; English comes last."""
    assert preferred("sw-KE, fr;q=0.5") == ("sw", "fr", "en")
