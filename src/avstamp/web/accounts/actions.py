"""What can be done to people?

A person belongs to no organisation, so these write no event of their own: the start that invites a person does.
"""

from __future__ import annotations

import secrets
from collections.abc import Iterable, Mapping
from datetime import datetime
from uuid import UUID

from django.db import transaction

from avstamp.web.accounts.models import ActorKey, Person
from avstamp.web.accounts.personal_links import link_path as link_path
from avstamp.web.accounts.personal_links import make_personal_link as make_personal_link
from avstamp.web.accounts.queries import find_person

KEY_BYTES = 32


@transaction.atomic
def enrol_person(*, email: str, name: str, at: datetime) -> Person:
    """The person with this address, made if there is none; an existing name is left as it is."""
    if (person := find_person(email)) is not None:
        return person
    person = Person(email=email, name=name, created_at=at)
    person.set_unusable_password()
    person.save()
    ActorKey.objects.create(person=person, key=secrets.token_bytes(KEY_BYTES))
    return person


@transaction.atomic
def erase_actor_key(person: Person) -> None:
    """Make everything the person has done in the record anonymous, for good."""
    ActorKey.objects.filter(person=person).delete()


@transaction.atomic
def receive_people(rows: Iterable[Mapping[str, object]]) -> dict[str, Person]:
    """People from an archive: those who are here already, by identifier, are left as they are."""
    received: dict[str, Person] = {}
    for row in rows:
        identifier = str(row["identifier"])
        person = Person.objects.filter(identifier=identifier).first() or _receive(row)
        received[identifier] = person
    return received


def _receive(row: Mapping[str, object]) -> Person:
    person = Person(
        identifier=UUID(str(row["identifier"])),
        email=str(row["email"]),
        name=str(row["name"]),
        created_at=datetime.fromisoformat(str(row["created_at"])),
    )
    person.set_unusable_password()
    person.save()
    if row["actor_key"] is not None:
        ActorKey.objects.create(person=person, key=bytes.fromhex(str(row["actor_key"])))
    return person
