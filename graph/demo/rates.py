"""How often what happens: the rates that a population lives by, each with where it comes from.

Few countries count children in care, and fewer publish it: where a rate is one country's, that country stands beside
it, and every other one borrows it. What no source gives is made up and says so. Nothing here is a figure of the
federation's. What a country's law says is not here: it is asked of its pack, on the day.
"""

from __future__ import annotations

YEARS = 20
"""So far back a population lives: whoever came then has grown up by now."""
GROWING = 0.4
"""Of so many families the later of two chances decides when they came: more come now than did then. Made up."""
COMES_AS_A_BABY = 0.18
"""Of children who come alone, how many are not a year old: of those who began in England, as many in each year to 2023
(Department for Education, Children looked after in England; from memory)."""

GOES_HOME = 0.45
"""Families who go home from care, or to relatives, in time. Of the children who left care in England in 2014/15, 34 in
a hundred went back to parents or relatives (Department for Education, by the NSPCC, Returning home from care); with
guardianship, adoption and another's foster family it is every second one."""
HOME_WITHIN = ((90, 365), (365, 730), (730, 1826)), (50, 30, 20)
"""Days after which they do, and how often: soon, or hardly ever. Of 2,208 children of one English authority who came
between 2009 and 2015, 802 were back within six months (Child & Family Social Work, December 2019)."""
BACK_IN_CARE = 0.3
"""Of those who have gone home, how many are back within five years: 3,050 of 10,270 children who went home in England
in 2006/07 (Department for Education, by the NSPCC, Returning home from care)."""
BACK_WITHIN = ((3, 14), (15, 730), (730, 1826)), (8, 75, 17)
"""Days after which they are, and how often: 8 in a hundred within two weeks, 17 after two years and more (the same)."""

MOVES_FIRST_YEAR, MOVES_LATER = 0.35, 0.13
"""Moves of a group in its first year of care, and in each later one. Of 83,630 children in care in England in 2024, one
in ten had three places or more within the year (Stability measures for children looked after in England, 2024); a
federation of family homes moves fewer of those who have come to stay. Made up so that it is."""
BREAKS = 0.05
"""Moves before which the children were at home for a while. Made up."""

APART = 0.24
"""Groups of brothers and sisters who come apart at first. In England 34 in a hundred groups did (Children's
Commissioner, Siblings in care, 2023), in Washington 24 in a hundred children lived with none of theirs (Partners for
Our Children, 2015); a federation that lives for their being together parts as few as the best."""

CARER_LEAVES, STAFF_LEAVES = 0.09, 0.25
"""Family carers, and staff, who leave in a year. Of foster families 13 in a hundred gave it up in England in 2021/22
(Ofsted, by Community Care, 25 November 2022), and parents of a village stay longer; of the staff of children's homes
35 in a hundred leave there (Ofsted, Social care in England, 2022; from memory)."""
POST_IS_EMPTY = 0.12
"""Posts that nobody holds for some weeks once somebody has left. Made up."""

KEPT_TOGETHER = 0.7
"""Of the families whose children stayed at home, how many were helped so that they can. Made up."""
TRIED_BEFORE = 0.35
"""Families whose children came into care after help had kept them together for a time. Made up."""
FOR_POVERTY = 0.3
"""Families for whom care was asked though they lacked nothing but means. That it is why most children are in homes is
said of many countries (Save the Children, Keeping children out of harmful institutions, 2009); nobody gives a rate."""
