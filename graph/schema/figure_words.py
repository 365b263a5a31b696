"""The words in which figures say what they are worth: whether one is shown, how complete a country's records are."""

from __future__ import annotations

from graph.described import Described


class FigureStatus(Described):
    """Whether a figure is shown, and exact."""

    PUBLISHED = "PUBLISHED", "It is exact, as homes and their places are, or an office's own figures."
    APPROXIMATE = "APPROXIMATE", "It is rounded: the true one is at most `uncertainty` away, also from a zero."
    SUPPRESSED = "SUPPRESSED", "It is hidden, so that nobody can be told from it; it is no zero."
    NOT_AVAILABLE = "NOT_AVAILABLE", "There is nothing to divide by, or no such number."


class Completeness(Described):
    """How complete a country's records are, as far as published figures tell."""

    COMPLETE = "COMPLETE", "By what was published, nearly all birth dates are on record."
    PARTIAL = "PARTIAL", "By what was published, birth dates may be missing."
    NOT_ASSESSED = "NOT_ASSESSED", "Too little was published to tell."


class Timeliness(Described):
    """Whether a country wrote records after the period had ended."""

    TIMELY = "TIMELY", "Records were written after the period had ended."
    LATE = "LATE", "The last record is from before its end."
    NO_RECORDS = "NO_RECORDS", "There are none."
