"""What speaks for a home as the place of some children, what speaks against it, and what nobody knows."""

from __future__ import annotations

from graph.described import Described


class PlacementOptionReason(Described):
    """What is weighed when a home is sought for children; it says nothing of any child who lives there already."""

    ROOM_FOR_ALL = "ROOM_FOR_ALL", "There is room for all of them together, from that day on."
    LIVES_THERE = "LIVES_THERE", "One of them at least lives there, and need not move."
    SIBLINGS_THERE = "SIBLINGS_THERE", "A brother or a sister of theirs lives there (UN Guidelines, paragraph 17)."
    FAMILY_BASED = "FAMILY_BASED", "It counts as a family where it stands (paragraphs 22 and 23)."
    AGES_FIT = "AGES_FIT", "All of them are of the ages that it takes in."
    LICENSED = "LICENSED", "A licence is asked for, and is in force on that day."
    CARERS_CLEARED = "CARERS_CLEARED", "Everybody who cares there, or lives there, is cleared on that day."
    NEAR_FAMILY = "NEAR_FAMILY", "It is no farther from their family than the country lays down (paragraph 11)."
    NEAR_SCHOOL = "NEAR_SCHOOL", "None of them has farther to school than from where they live now."
    LANGUAGE_SPOKEN = "LANGUAGE_SPOKEN", "The language that each of them grew up in is spoken there."
    UNDER_THREE = "UNDER_THREE", "One of them is of an age at which only a family will do, and it is none."
    AGES_DO_NOT_FIT = "AGES_DO_NOT_FIT", "One of them is not of the ages that it takes in."
    HOME_NOT_LICENSED = "HOME_NOT_LICENSED", "A licence is asked for, and none is on record for that day."
    CARER_NOT_CLEARED = "CARER_NOT_CLEARED", "Somebody who cares there, or lives there, is not cleared on that day."
    SIBLINGS_APART = "SIBLINGS_APART", "A brother or a sister of theirs lives somewhere else, and they would be apart."
    FAR_FROM_HOME = "FAR_FROM_HOME", "It is farther from their family than the country lays down (paragraph 11)."
    FAR_FROM_SCHOOL = "FAR_FROM_SCHOOL", "One of them has farther to school than from where they live now."
    MANY_MOVES = "MANY_MOVES", "One of them would have moved more often in twelve months than is laid down (60)."
    LANGUAGE_NOT_SPOKEN = "LANGUAGE_NOT_SPOKEN", "The language that one of them grew up in is not spoken there."
    AGE_NOT_KNOWN = "AGE_NOT_KNOWN", "Nobody knows how old one of them is."
    AGES_NOT_SAID = "AGES_NOT_SAID", "It is not on record which ages it takes in."
    CARERS_NOT_KNOWN = "CARERS_NOT_KNOWN", "Nobody is on record who cares there."
    DISTANCE_NOT_KNOWN = "DISTANCE_NOT_KNOWN", "The place of their family, or of the home, is not on record."
    SCHOOL_NOT_KNOWN = "SCHOOL_NOT_KNOWN", "One of them goes to school, and how far that would be is not known."
    LANGUAGES_NOT_KNOWN = (
        "LANGUAGES_NOT_KNOWN",
        "Which language one grew up in, or is spoken there, is not known.",
    )
