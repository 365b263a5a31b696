"""Sentences about made-up children and the people around them: short, plain, and never about trouble.

Nobody should learn what the software can do by reading an invented child's misery.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from graph.entities.community_link import CommunityLinkKind

if TYPE_CHECKING:
    from random import Random

SMALL = 3
SCHOOL = 6
TEEN = 12
GROWN = 16

INTERESTS = {
    0: (
        "Falls asleep to singing.", "Laughs at the cat next door.", "Loves to be carried through the garden.",
        "Likes water, spoons and everything that rattles.", "Wants the same picture book every evening.",
    ),
    SMALL: (
        "Digs for worms and gives each of them a name.", "Dances as soon as there is music.",
        "Builds towers and is proud when they stand.", "Draws suns on everything.", "Asks why, all day long.",
        "Feeds the chickens before breakfast.", "Knows every song of the kindergarten by heart.",
    ),
    SCHOOL: (
        "Runs faster than anyone in the street.", "Reads under the blanket.", "Sorts stones by colour.",
        "I want to be a bus driver or a vet.", "Good at sums, better at football.", "Sings in the choir, second voice.",
        "Knows the names of forty birds.", "Plays chess with the neighbour and now sometimes wins.",
        "Makes kites that fly.",
    ),
    TEEN: (
        "Takes bicycles apart and puts them together again.", "Writes stories about a girl who can fly.",
        "Plays the guitar; three songs so far.", "Bakes bread for the whole house on Sundays.",
        "I like biology because frogs are better than people think.", "Goalkeeper, also when it rains.",
        "Helps the little ones with homework.", "Films everything and cuts it into short stories.",
        "Learns Spanish from songs.",
    ),
    GROWN: (
        "Saves for a driving licence.", "Wants to become a nurse and volunteers on Saturdays.",
        "Repairs telephones for half the quarter.", "Cooks well and says so.", "Runs ten kilometres before work.",
        "I sew my own clothes and sell some of them.", "Trains the under-tens at the club.",
        "Apprentice carpenter; made the kitchen table.", "Reads the newspaper and argues about it.",
    ),
}  # fmt: skip
"""What a child likes, by the age from which it fits."""

NOTES = {
    CommunityLinkKind.SCHOOL: (
        "Walks there with two friends.", "The class teacher knows the family well.", "Likes the library best.",
    ),
    CommunityLinkKind.SPORTS_CLUB: (
        "Trains twice a week.", "The coach brings everyone home after matches.", "Made the team this season.",
    ),
    CommunityLinkKind.ARTS_AND_CULTURE: (
        "Plays at the summer concert.", "The drum is on loan from the music school.", "Paints there on Wednesdays.",
    ),
    CommunityLinkKind.FAITH: ("Goes because the grandmother always did.", "Looks forward to the feast days."),
    CommunityLinkKind.NEIGHBOUR: (
        "Has a key and a place at the table.", "Lends the garden, the ladder and the dog.", "Tells the best stories.",
    ),
    CommunityLinkKind.VOLUNTEER: ("Helps at the food table on Saturdays.", "Comes to read aloud every Tuesday."),
    CommunityLinkKind.EMPLOYER: ("First contract, signed with pride.", "Two afternoons a week, paid."),
    CommunityLinkKind.HEALTH_SERVICE: ("The same nurse since the first visit.", "Close enough to walk."),
    CommunityLinkKind.PEER_GROUP: ("Young people who know what care is like.", "They cook together once a month."),
    CommunityLinkKind.OTHER: ("A place to be among others.",),
}  # fmt: skip
"""What a tie to the community means, by its kind."""


def interest(years: float, rng: Random) -> str:
    """What somebody of this age may like."""
    fitting = max(since for since in INTERESTS if since <= max(years, 0))
    return rng.choice(INTERESTS[fitting])


def note(kind: CommunityLinkKind, rng: Random) -> str:
    """What a tie of this kind may mean."""
    return rng.choice(NOTES[kind])
