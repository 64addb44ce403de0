"""How is a person erased, and what stays because the law keeps it?

What leads to the person goes: name, address, ways to sign in, sessions, and the key behind their pseudonyms, so that
nobody can any more tell who did what in the record. That somebody held an office or a task, and texts that are an
authority's documents, stay without the name. The record is not touched, so it verifies as before.
"""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from avstamp.web.accounts.actions import forget_person
from avstamp.web.accounts.queries import Person
from avstamp.web.audit.actions import record_event
from avstamp.web.start.queries import starts_of


@transaction.atomic
def erase_person(person: Person, *, at: datetime) -> None:
    """Erase a person for good; each organisation's record says that it was done, by a pseudonym then nobody's."""
    for organisation in sorted({start.organisation.key for start in starts_of(person)}):
        record_event(organisation, "person.erased", "person", by=person, at=at)
    forget_person(person)
