"""What holds of a child's record: its number is its own within the programme, which runs when the child comes."""

from __future__ import annotations

from sqlalchemy import Index, column

from graph.declarations.constraints import refusing
from graph.declarations.rules import Rule
from graph.entities.programme import ENROLLED_IN_ITS_DAYS, RUN, runs
from graph.reasons import Reason
from graph.refusals import conflict

NUMBER_TAKEN = conflict(
    Reason.CASE_NUMBER_TAKEN,
    "Another child of the programme has that number; capitals, spaces and hyphens make no difference.",
    "Look for the child before you write it anew.",
    "caseNumber",
)
PROGRAMME_RUNS = conflict(
    Reason.PROGRAMME_NOT_RUNNING,
    "The responsible programme does not run on the first day.",
    "Choose a day within its life.",
    "startedOn",
)
NUMBER_IS_ITS_OWN = refusing(
    Index(
        "child_case_number_key",
        "country_code",
        "case_number_key",
        "programme_id",
        "case_number_twin",
        unique=True,
        # What was taken back leaves its number to whoever is recorded rightly.
        postgresql_where=column("voided_at").is_(None),
    ),
    NUMBER_TAKEN,
)
ENROLLED_IN_A_PROGRAMME_THAT_RUNS = Rule(
    "programme_runs",
    "enrolled_on",
    PROGRAMME_RUNS,
    reads={"programme_id": RUN},
    holds=lambda row, led, _frame: runs(led["programme_id"], row.c.enrolled_on),
    back=ENROLLED_IN_ITS_DAYS,
)
