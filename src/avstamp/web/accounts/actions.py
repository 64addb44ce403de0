"""What can be done to people?

A person belongs to no organisation, so these write no event of their own: the start that invites a person does.
"""

from __future__ import annotations

import secrets
from collections.abc import Iterable, Mapping
from datetime import datetime
from uuid import UUID

from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from allauth.socialaccount.models import SocialAccount
from allauth.usersessions.models import UserSession
from django.contrib.auth import SESSION_KEY
from django.contrib.sessions.models import Session
from django.db import IntegrityError, transaction

from avstamp.domain.errors import AvstampError
from avstamp.domain.start.identity_numbers import holds_identity_number
from avstamp.domain.start.invitations import LONGEST_EMAIL, LONGEST_NAME
from avstamp.domain.values import Phrase
from avstamp.web.accounts.models import ActorKey, FormerName, Person
from avstamp.web.accounts.personal_links import LINK_DAYS as LINK_DAYS
from avstamp.web.accounts.personal_links import link_path as link_path
from avstamp.web.accounts.personal_links import make_personal_link as make_personal_link
from avstamp.web.accounts.personal_links import refuse_link_of_no_use as refuse_link_of_no_use
from avstamp.web.accounts.personal_links import withdraw_unopened_links as withdraw_unopened_links
from avstamp.web.accounts.queries import find_person

KEY_BYTES = 32
ERASED_NAME = "–"
"""What an erased person is called; a dash needs no language."""
ERASED_DOMAIN = "erased.invalid"
"""No message is ever sent to a domain that ends in this (RFC 2606)."""


class PersonRefused(AvstampError, ValueError):
    """Someone cannot be taken in, or known, as they were given; `phrase` says why."""

    def __init__(self, phrase: Phrase) -> None:
        self.phrase = phrase
        super().__init__(phrase.key)


@transaction.atomic
def enrol_person(*, email: str, name: str, at: datetime) -> Person:
    """The person with this address, made if there is none; an existing name is left as it is.

    Raises:
        PersonRefused: a personal identity number stands in the name or the address, or one of them is too long.
    """
    if (person := find_person(email)) is not None:
        return person
    try:
        # A part of its own: where somebody else is taking the same person in, only this is undone.
        with transaction.atomic():
            return sign_up_person(Person(email=email, name=name, created_at=at))
    except IntegrityError:
        if (person := find_person(email)) is None:
            raise
        return person


@transaction.atomic
def sign_up_person(person: Person) -> Person:
    """Store a new person, with the key behind their pseudonyms and no password.

    Raises:
        PersonRefused: as `enrol_person`.
    """
    refuse_identity_number(person.name, person.email)
    _refuse_too_long(person.name, person.email)
    person.set_unusable_password()
    person.save()
    _vouch_for_address(person)
    ActorKey.objects.create(person=person, key=secrets.token_bytes(KEY_BYTES))
    return person


def _vouch_for_address(person: Person) -> None:
    """Count an address as verified: whoever invited somebody at it has said that it is theirs."""
    EmailAddress.objects.create(user=person, email=person.email.lower(), verified=True, primary=True)


@transaction.atomic
def rename_person(person: Person, name: str, *, at: datetime) -> None:
    """Give a person another name, as they write it themselves; what they have signed keeps the one it was signed by.

    Raises:
        PersonRefused: a personal identity number stands in it, nothing does, or it is too long.
    """
    if not name.strip():
        raise PersonRefused(Phrase("person.nameless"))
    refuse_identity_number(name)
    _refuse_too_long(name.strip(), person.email)
    if name.strip() == person.name:
        return
    FormerName.objects.create(person=person, name=person.name, until=at)
    person.name = name.strip()
    person.save(update_fields=["name"])


def _refuse_too_long(name: str, email: str) -> None:
    # One database would keep it and another would not.
    if len(name) > LONGEST_NAME or len(email) > LONGEST_EMAIL:
        raise PersonRefused(Phrase("person.too_long", {"name": LONGEST_NAME, "email": LONGEST_EMAIL}))


def refuse_identity_number(*texts: str) -> None:
    """Refuse a text with a personal identity number in it: none is stored, whoever gives it.

    Raises:
        PersonRefused: there is one.
    """
    if any(holds_identity_number(text) for text in texts):
        raise PersonRefused(Phrase("person.identity_number"))


@transaction.atomic
def erase_actor_key(person: Person) -> None:
    """Make everything the person has done in the record anonymous, for good."""
    ActorKey.objects.filter(person=person).delete()


@transaction.atomic
def reset_ways_in(person: Person) -> None:
    """Take away a person's password, passkeys, codes, organisation's account and sessions: a link then opens again."""
    _forget_ways_in(person)
    person.set_unusable_password()
    person.save(update_fields=["password"])


def _forget_ways_in(person: Person) -> None:
    for rows in (Authenticator, SocialAccount, UserSession):
        rows.objects.filter(user=person).delete()
    person.personal_links.all().delete()
    _end_sessions(person)


@transaction.atomic
def forget_person(person: Person) -> None:
    """Take away everything that leads to a person; the row stays, without name, for what the law keeps."""
    erase_actor_key(person)
    _forget_ways_in(person)
    EmailAddress.objects.filter(user=person).delete()
    person.former_names.all().delete()
    person.name, person.email = ERASED_NAME, f"{person.identifier}@{ERASED_DOMAIN}"
    person.is_active, person.last_login = False, None
    person.set_unusable_password()
    person.save()


def _end_sessions(person: Person) -> None:
    """Delete the sessions of a person, and those that only got as far as their address; it stands inside each."""
    address = person.email.lower()
    for session in Session.objects.all().iterator():
        content = session.get_decoded()
        if content.get(SESSION_KEY) == str(person.pk) or address in str(content).lower():
            session.delete()


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
    _vouch_for_address(person)
    if row["actor_key"] is not None:
        ActorKey.objects.create(person=person, key=bytes.fromhex(str(row["actor_key"])))
    _receive_former_names(person, row.get("former_names"))
    return person


def _receive_former_names(person: Person, names: object) -> None:
    """The names of before; an archive from before they were kept has none."""
    for name, until in names if isinstance(names, list) else ():
        FormerName.objects.create(person=person, name=name, until=datetime.fromisoformat(until))
