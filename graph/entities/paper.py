"""Papers: what proves who a child is, and what it has a right to."""

from __future__ import annotations

from graph.described import Described


class Paper(Described):
    """A paper of a child's own (UN Guidelines, paragraph 110; Convention on the Rights of the Child, article 7)."""

    BIRTH_CERTIFICATE = "BIRTH_CERTIFICATE", "That it was born, where, and to whom."
    IDENTITY_CARD = "IDENTITY_CARD", "An identity card."
    PASSPORT = "PASSPORT", "A passport."
    RESIDENCE_PERMIT = "RESIDENCE_PERMIT", "That it may live in the country."
    REFUGEE_PAPER = "REFUGEE_PAPER", "That it is a refugee, or asks for asylum."
    HEALTH_CARD = "HEALTH_CARD", "Vaccinations, an insurance."
    PARENTS_DEATH_CERTIFICATE = "PARENTS_DEATH_CERTIFICATE", "That a parent has died."
    COURT_FILE = "COURT_FILE", "What a court has written of it."
