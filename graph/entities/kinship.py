"""What somebody is to a child, and whether the child meets them."""

from __future__ import annotations

from graph.described import Described


class Kinship(Described):
    """What somebody is to a child (UN Guidelines, paragraphs 11, 14 and 81)."""

    MOTHER = "MOTHER", "The child's mother."
    FATHER = "FATHER", "The child's father."
    STEP_PARENT = "STEP_PARENT", "Married to a parent, or lives with one as if they were."
    PARTNER = "PARTNER", "The young person's own husband, wife or partner."
    GRANDMOTHER = "GRANDMOTHER", "A grandmother."
    GRANDFATHER = "GRANDFATHER", "A grandfather."
    AUNT_OR_UNCLE = "AUNT_OR_UNCLE", "A sister or a brother of a parent."
    SIBLING = "SIBLING", "A brother or sister who is not in the federation's care; two who are have a sibling bond."
    OWN_CHILD = "OWN_CHILD", "The young person's own child."
    COUSIN = "COUSIN", "A cousin."
    FAMILY_FRIEND = "FAMILY_FRIEND", "As close as family: a godparent, a friend of the parents."
    FRIEND_OR_NEIGHBOUR = "FRIEND_OR_NEIGHBOUR", "A friend of the child's own, or a neighbour."
    OTHER = "OTHER", "None of these."


class Whereabouts(Described):
    """Whether it is known where somebody is."""

    KNOWN = "KNOWN", "It is known where they are."
    UNKNOWN = "UNKNOWN", "Nobody knows where they are."


class Tracing(Described):
    """Where the search for somebody of the family stands (UN Guidelines, paragraphs 146 to 151)."""

    NOT_NEEDED = "NOT_NEEDED", "Nobody has to look for them."
    OPEN = "OPEN", "Somebody looks for them."
    TRACED = "TRACED", "Somebody was found, and it is not yet sure that it is they."
    VERIFIED = "VERIFIED", "They were found, and it is they."
    NOT_FOUND = "NOT_FOUND", "They were looked for, and not found."
    STOPPED = "STOPPED", "Nobody looks for them any longer."


class ContactRule(Described):
    """Whether a child and somebody of its family meet (UN Guidelines, paragraph 81)."""

    ENCOURAGED = "ENCOURAGED", "They are helped to meet."
    ALLOWED = "ALLOWED", "They may meet."
    SUPERVISED = "SUPERVISED", "They may meet where somebody is with them."
    NOT_NOW = "NOT_NOW", "They may not meet for now; there is a day to look again."
    FORBIDDEN = "FORBIDDEN", "A court has forbidden that they meet."


class ContactReason(Described):
    """Why a child and somebody of its family may not meet freely; none of them is a punishment (paragraphs 96, 97)."""

    COURT_ORDER = "COURT_ORDER", "A court has ordered it."
    RISK_OF_VIOLENCE = "RISK_OF_VIOLENCE", "The child might be hurt."
    RISK_OF_ABDUCTION = "RISK_OF_ABDUCTION", "The child might be taken away."
    CHILDS_WISH = "CHILDS_WISH", "The child does not want it."
    OWN_WISH = "OWN_WISH", "The relative does not want it."


MAY_NOT_MEET = (ContactRule.NOT_NOW, ContactRule.FORBIDDEN)
"""Where no contact is planned."""
