"""Demonstration data: made-up children, homes and communities of every country, the same for the same seed.

    families    sibling groups: ages, names, what makes them brothers and sisters
    homes       programmes and homes with room for them
    plans       when they come, step out and leave; ways_out of a population of twenty years
    rates       how often what happens, with its sources
    care        who lives where, from when to when; stays tells why
    bonds       who is whose sister or brother
    community   schools, clubs, neighbours
    records     identities and the times of recording
    rows        all of it, row by row
    stories     of other tables, a file each; telling is what they have to hand
    tables      what has to be told of each table, and what follows by itself
    sizes       how many children each country has, and where nobody comes or leaves
    fill        one country into the database
    crew        several countries at a time, in processes of their own
    write       all of it, once: `seed`
    progress    how far it has come

No name, day or sentence here belongs to anybody: names come from Faker's lists, everything else from chance.
"""

from __future__ import annotations

from graph.demo.progress import counted
from graph.demo.rows import Batch, country_rows
from graph.demo.write import ProgrammeSize, SeedReport, largest_programmes, seed

__all__ = ["Batch", "ProgrammeSize", "SeedReport", "counted", "country_rows", "largest_programmes", "seed"]
