"""Why something is refused, where a screen branches on it: `extensions.reason`, `MutationError.reason`, a fault.

There is one enumeration for all of them: a client that knows a reason from a mutation's payload knows it wherever it
meets it. A code has several reasons; a reason has several sentences where more can be said.
"""

from __future__ import annotations

from graph.described import Described

__all__ = ["OF_OPERATION", "Reason"]


class Reason(Described):
    """Why it is refused: what a screen branches on. `message` says it in words, `params` what the words are about."""

    # The frame of a request

    ANSWER_TOO_LARGE = "ANSWER_TOO_LARGE", "The answer has more rows, bytes or memory than one request may take."
    BODY_UNREADABLE = "BODY_UNREADABLE", "The request cannot be read: its body, its head or its media type."
    BUDGET_SPENT = "BUDGET_SPENT", "The caller has had its share of the server's time for now."
    DOCUMENT_INVALID = "DOCUMENT_INVALID", "The document does not fit the schema."
    DOCUMENT_NOT_TRUSTED = "DOCUMENT_NOT_TRUSTED", "The document is none of those that are known beforehand."
    DOCUMENT_TOO_LARGE = "DOCUMENT_TOO_LARGE", "The request has more text, depth or parts than one may have."
    DOCUMENT_UNREADABLE = "DOCUMENT_UNREADABLE", "The document does not follow GraphQL's grammar."
    NOT_FOR_YOUR_ROLE = "NOT_FOR_YOUR_ROLE", "The caller's role, or its mandate, does not reach so far."
    NOT_THIS_WAY = "NOT_THIS_WAY", "It is not answered by this path, this method, or from this web page."
    NOT_NOW = "NOT_NOW", "It cannot be answered now; the same may succeed a moment later."
    OUR_FAULT = "OUR_FAULT", "A fault of the server; its log says more."
    TOOK_TOO_LONG = "TOOK_TOO_LONG", "The database did not finish in the time that a request has."
    TOKEN_MISSING = "TOKEN_MISSING", "The request carries no bearer token, or more than one."
    TOKEN_REFUSED = "TOKEN_REFUSED", "The token cannot be taken: ask for a new one."

    # What an argument says

    DOES_NOT_FIT = "DOES_NOT_FIT", "A value cannot be meant where it stands; `extensions.place` says where that is."
    NO_SUCH_ROW = "NO_SUCH_ROW", "There is no such row, or it is not the caller's to see."
    NO_SUCH_COUNTRY = "NO_SUCH_COUNTRY", "The register has no such country."
    NO_SUCH_PERIOD = "NO_SUCH_PERIOD", "Year, quarter and month name no period that figures are kept of."
    NOTHING_NEW = "NOTHING_NEW", "Nothing of the period has changed since it was published."
    NOT_PUBLISHED = "NOT_PUBLISHED", "The period has no such release."
    PERIOD_CLOSED = "PERIOD_CLOSED", "The period is closed already, or is being closed."
    PERIOD_OPEN = "PERIOD_OPEN", "The period has not begun, has not ended, or has not been closed."
    RESYNC = "RESYNC", "A cursor of the feed cannot be followed: load everything anew, and begin from `head`."
    WRONG_CURSOR = "WRONG_CURSOR", "The row that a cursor names is not there."

    # A value by itself

    EMPTY = "EMPTY", "A value has to be there, and is empty or missing."
    HALF_GIVEN = "HALF_GIVEN", "Two values come together, and one of them is given alone."
    ONE_OF_TWO = "ONE_OF_TWO", "There are two ways to say which row is meant, and both are taken, or none."
    ID_OF_ANOTHER_COUNTRY = "ID_OF_ANOTHER_COUNTRY", "The id of a new row is of another country."
    NAMED_TWICE = "NAMED_TWICE", "A list names something twice, or nothing, or too many."
    NO_MEMBER = "NO_MEMBER", "A value is none of an enumeration's."
    NO_SUCH_PART = "NO_SUCH_PART", "The country's pack names no such part of it."
    NO_SUCH_CODE = "NO_SUCH_CODE", "A code is none of the country's list."
    CODE_OUT_OF_FORCE = "CODE_OUT_OF_FORCE", "A code of the country's list may not be used on that day."
    NOTHING_GIVEN = "NOTHING_GIVEN", "Nothing is to be changed."
    TOO_LONG = "TOO_LONG", "A text has more characters than it may have."
    TOO_MANY = "TOO_MANY", "A list holds more than it may."
    WRONG_AMOUNT = "WRONG_AMOUNT", "A number is too large or too small, or has too many digits."

    # Days

    DAY_IN_FUTURE = "DAY_IN_FUTURE", "A fact is dated after today."
    DAY_TOO_EARLY = "DAY_TOO_EARLY", "A day lies before any that can be meant."
    DAY_TOO_FAR = "DAY_TOO_FAR", "A plan lies further ahead than plans may."
    BEGINS_LATER = "BEGINS_LATER", "Something that lies in its days begins on that day, or later."
    ENDS_BEFORE_START = "ENDS_BEFORE_START", "It ends before its first day, or on it where it lasts a day at least."
    ENDED_ALREADY = "ENDED_ALREADY", "It has ended already."
    ENDS_EARLIER = "ENDS_EARLIER", "It is to end before that day."
    ONE_AT_A_TIME = "ONE_AT_A_TIME", "There is one of that sort at a time, and another one on one of these days."
    OUTSIDE_ITS_DAYS = "OUTSIDE_ITS_DAYS", "The day lies outside the days of a row that it leads to."
    PROGRAMME_NOT_RUNNING = "PROGRAMME_NOT_RUNNING", "The programme does not run on the first day."

    # A child's life

    BORN_LATER = "BORN_LATER", "The child was not born yet by that day."
    DIED_BEFORE = "DIED_BEFORE", "The child had died by then."
    BIRTH_DATE_DIFFERS = "BIRTH_DATE_DIFFERS", "Two records say different birth dates of one child."
    DEATH_DIFFERS = "DEATH_DIFFERS", "Two records say otherwise of one child's death."
    DEATH_ENDED_IT = "DEATH_ENDED_IT", "It ended by the child's death, which is said of the child."
    DEATH_KNOWN = "DEATH_KNOWN", "The child's death is on record already."
    DEATH_NOT_KNOWN = "DEATH_NOT_KNOWN", "No death of the child is on record, or none by then."
    DEATH_EARLIER = "DEATH_EARLIER", "A placement ended by death before that day."
    GOES_ON_AFTER_DEATH = "GOES_ON_AFTER_DEATH", "It would go on after the child's death."
    LIVED_LATER = "LIVED_LATER", "The child has lived in a home after that day."
    ON_RECORD_EARLIER = "ON_RECORD_EARLIER", "Something of the child is on record before that day."
    SEX_DIFFERS = "SEX_DIFFERS", "Two records say different sexes of one child."
    TIED_LATER = "TIED_LATER", "The child has a tie to the community after that day."

    # Homes and who lives there

    HOME_CLOSED = "HOME_CLOSED", "The home is closed, or not open on every one of these days."
    HOME_FULL = "HOME_FULL", "The home has no room on every one of these days."
    HOME_OPEN = "HOME_OPEN", "A home is open, where it would have to be closed."
    HOME_NOT_LICENSED = "HOME_NOT_LICENSED", "The home needs a licence, and has none on the first day."
    UNDER_THREE = "UNDER_THREE", "The child is of an age at which only a family will do."
    SIBLINGS_APART = "SIBLINGS_APART", "Brothers and sisters would live apart."
    PARENT_AND_CHILD_APART = "PARENT_AND_CHILD_APART", "A parent in our care and its child would live apart."
    NOBODY_PARTS = "NOBODY_PARTS", "Nobody would live apart."
    HOME_NOT_EMPTY = "HOME_NOT_EMPTY", "Children live in the home, or are to live there, on that day or later."
    HOME_OR_OTHER = "HOME_OR_OTHER", "A home is given where the child lives in none, or neither is said."
    HOME_OF_ANOTHER_PROGRAMME = "HOME_OF_ANOTHER_PROGRAMME", "Another programme is responsible for the home."
    HOME_TOO_SMALL = (
        "HOME_TOO_SMALL",
        "More children live in the home, or are to live there, than it would have room for.",
    )
    OTHER_FORM = "OTHER_FORM", "The home is of another form than is said."
    LIVES_ELSEWHERE = "LIVES_ELSEWHERE", "The child lives, or is to live, in a home on one of these days."
    LIVES_IN_CARE = "LIVES_IN_CARE", "A child lives in a home, or is to live there, on that day or later."
    LIVES_THERE_ALREADY = "LIVES_THERE_ALREADY", "Whoever is to live there does so already."

    # Programmes, bonds and ties

    BOND_KNOWN = "BOND_KNOWN", "The two are on record as brothers or sisters on one of these days."
    CONTACT_KNOWN = "CONTACT_KNOWN", "The same contact of two brothers or sisters is on record already."
    MAY_NOT_MEET = "MAY_NOT_MEET", "It is laid down that the child and its relative may not meet for now."
    HAS_DIED = "HAS_DIED", "The relative has died."
    MEETS_NOBODY = "MEETS_NOBODY", "It is not said whom a child has met, or none of the children has met somebody."
    NO_COURT_ORDER = "NO_COURT_ORDER", "What only a court forbids is said to be forbidden for another reason."
    OWN_RELATIVE = "OWN_RELATIVE", "Nobody is their own relative."
    RELATIVE_KNOWN = "RELATIVE_KNOWN", "The person is on record as a relative of the child already."
    CASE_NUMBER_TAKEN = "CASE_NUMBER_TAKEN", "Another child of the programme has that number."
    ENROLLED_LATER = "ENROLLED_LATER", "The programme has become responsible later than that."
    NOT_SIBLINGS = "NOT_SIBLINGS", "They are not all brothers and sisters of one another."
    CARER_NOT_CLEARED = "CARER_NOT_CLEARED", "The caregiver is not cleared on the first day."
    CARER_OF_ANOTHER_PROGRAMME = "CARER_OF_ANOTHER_PROGRAMME", "Another programme has engaged the caregiver."
    CARES_FOR_NONE = "CARES_FOR_NONE", "The caregiver does not care for the home on that day."
    CARES_STILL = "CARES_STILL", "The caregiver cares for a child or a home on that day, or later."
    LOGIN_TAKEN = "LOGIN_TAKEN", "Another caregiver of the country has that login."
    REGISTRATION_NUMBER_TAKEN = "REGISTRATION_NUMBER_TAKEN", "Another home of the country has that number."
    CARE_NOT_BEGUN = "CARE_NOT_BEGUN", "The child is not in care on the day."
    ENDS_CARE = "ENDS_CARE", "The reason is one of an end of care, which is said by itself."
    DESTINATION_NOT_KNOWN = "DESTINATION_NOT_KNOWN", "A plan that ends care does not say with whom the child will live."
    OF_ANOTHER_CHILD = "OF_ANOTHER_CHILD", "A row that it leads to is another child's."
    POVERTY_ALONE = "POVERTY_ALONE", "Poverty alone is no reason to take a child into care."
    POSSIBLE_DUPLICATE = (
        "POSSIBLE_DUPLICATE",
        "The same child may be on record already; it is a warning, and refuses nothing.",
    )
    RESPONSIBLE_ALREADY = "RESPONSIBLE_ALREADY", "That programme is responsible for the child already."
    RECORD_OF_ITSELF = "RECORD_OF_ITSELF", "A record is taken back for another one, and not for itself."
    SAME_CHILD = "SAME_CHILD", "Nobody is their own brother or sister."
    YEAR_ON_RECORD = "YEAR_ON_RECORD", "A programme's year is on record."
    TIED_TO_BOTH = "TIED_TO_BOTH", "It names two of those of whom it can be one's alone."
    TIED_TO_NOBODY = "TIED_TO_NOBODY", "It names none of those whose it could be."

    # What is on record

    AFTER_REFUSED = "AFTER_REFUSED", "What it was to follow was refused, or is not known, or is itself."
    ID_TAKEN = "ID_TAKEN", "There is a row with that id already."
    KEY_USED = "KEY_USED", "The idempotency key was used for something else."
    OTHERS_WRITE = "OTHERS_WRITE", "Others are changing the same rows at this moment."
    NOT_OWED = "NOT_OWED", "It is owed no longer."
    REASON_MISSING = "REASON_MISSING", "It is not said why."
    ROW_GONE = "ROW_GONE", "A row that it leans on is not there any more."
    STALE_VERSION = "STALE_VERSION", "The row has changed since the version that the client saw."
    STANDS_ON_IT = "STANDS_ON_IT", "Another row leans on the one that is to be taken back; `params` name it."
    TAKEN_BACK = "TAKEN_BACK", "The row was taken back as recorded in error."

    # Files

    FILE_UNREADABLE = "FILE_UNREADABLE", "A file is missing, or cannot be read as what its name says."
    KEPT_ON_RECORD = "KEPT_ON_RECORD", "It is on record otherwise, and an import does not change it."
    NAME_OF_SEVERAL = "NAME_OF_SEVERAL", "Several rows on record have that name; an id says which is meant."
    SAID_TWICE = "SAID_TWICE", "The file holds the same row twice, or says otherwise of it in two places."
    SAME_ON_RECORD = "SAME_ON_RECORD", "Another row on record has that already, under another id."
    UNKNOWN_COLUMN = "UNKNOWN_COLUMN", "The header of a column is missing, stands twice, or is none of the table's."
    UNKNOWN_TABLE = "UNKNOWN_TABLE", "No table is called so."

    # What whoever runs the server mends

    CLOCKS_DIFFER = (
        "CLOCKS_DIFFER", "This machine's clock and the identity provider's are further apart than tokens allow for.",
    )  # fmt: skip
    DATABASE_AWAY = "DATABASE_AWAY", "No database server answers, or not in time."
    KEYS_MISSING = (
        "KEYS_MISSING", "The identity provider's keys were never had, are too old, or lack one that may be new.",
    )  # fmt: skip
    LOGIN_REFUSED = "LOGIN_REFUSED", "The database server does not let a login of this server in."
    NO_CONNECTIONS = "NO_CONNECTIONS", "The database server has no connection left for this server."
    NODE_AWAY = "NODE_AWAY", "A node of the cluster cannot be reached: the countries whose rows it holds wait for it."
    NOT_AS_IT_SHOULD_BE = "NOT_AS_IT_SHOULD_BE", "What a command works on is not as it has to be for it."
    REPLICA_LEFT_OUT = "REPLICA_LEFT_OUT", "The replica is not used; the primary answers instead of it."
    SCHEMA_DIFFERS = "SCHEMA_DIFFERS", "The database's schema is older than this server, or too new for it."
    STARTING = "STARTING", "The server is not ready yet; what keeps it is none of the other reasons."


OF_OPERATION = frozenset(
    {
        Reason.BUDGET_SPENT, Reason.CLOCKS_DIFFER, Reason.DATABASE_AWAY, Reason.DOES_NOT_FIT, Reason.KEYS_MISSING,
        Reason.LOGIN_REFUSED, Reason.NO_CONNECTIONS, Reason.NODE_AWAY, Reason.REPLICA_LEFT_OUT, Reason.RESYNC,
        Reason.SCHEMA_DIFFERS, Reason.STARTING,
    }
)  # fmt: skip
"""What whoever runs the server meets in logs, figures and `/health/ready`; the table of docs/operating.md has them."""
