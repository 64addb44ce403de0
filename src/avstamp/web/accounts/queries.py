"""What do other apps need to know of a person?"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from allauth.mfa.models import Authenticator
from allauth.socialaccount.models import SocialAccount

from avstamp.domain.audit.chain import instant, pseudonym
from avstamp.domain.calendar.legal_time import legal_day
from avstamp.domain.errors import AvstampError
from avstamp.web.accounts.models import ActorKey, FormerName, PersonalLink
from avstamp.web.accounts.models import Person as Person
from avstamp.web.accounts.personal_links import LinkRefused as LinkRefused
from avstamp.web.accounts.personal_links import has_come_in as has_come_in
from avstamp.web.accounts.personal_links import has_own_way_in as has_own_way_in

CONSOLE = "console"
"""The actor of what is done from the server's own command line."""

Row = dict[str, object]


def actor_of(person: Person | None, organisation: str) -> str:
    """What a person is called in an organisation's record; nobody means the server's console.

    Raises:
        ActorKey.DoesNotExist: the key has been erased, so the person does nothing more here.
    """
    if person is None:
        return CONSOLE
    key = ActorKey.objects.get(person=person).key
    return pseudonym(bytes(key), organisation)


def names_of_actors(people: Iterable[Person], organisation: str) -> dict[str, Person]:
    """Whose the pseudonyms in an organisation's record are, for those whose keys are kept."""
    keys = ActorKey.objects.filter(person__in=list(people)).select_related("person")
    return {pseudonym(bytes(row.key), organisation): row.person for row in keys}


@dataclass(frozen=True)
class WaysIn:
    """How a person can sign in."""

    password: bool
    codes: bool
    recovery_codes: bool
    passkeys: Sequence[Authenticator]
    providers: int
    links: Sequence[PersonalLink]


def ways_in(person: Person, *, at: datetime) -> WaysIn:
    """Every way a person can sign in now, for the page where they are changed."""
    authenticators = list(Authenticator.objects.filter(user=person).order_by("id"))
    kinds = {authenticator.type for authenticator in authenticators}
    links = [] if has_own_way_in(person) else list(person.personal_links.filter(expires_at__gt=at))
    return WaysIn(
        password=person.has_usable_password(),
        codes=Authenticator.Type.TOTP in kinds,
        recovery_codes=Authenticator.Type.RECOVERY_CODES in kinds,
        passkeys=[one for one in authenticators if one.type == Authenticator.Type.WEBAUTHN],
        providers=SocialAccount.objects.filter(user=person).count(),
        links=links,
    )


def names_of_people(identifiers: Iterable[str]) -> dict[str, str]:
    """The names of people by identifier, for those who are here."""
    rows = Person.objects.filter(identifier__in=list(identifiers)).values_list("identifier", "name")
    return {str(identifier): name for identifier, name in rows}


@dataclass(frozen=True)
class NamesThen:
    """What people were called when they signed something; `former` by identifier, oldest first."""

    former: Mapping[str, Sequence[tuple[datetime, str]]]

    def of(self, person: Person, at: datetime) -> str:
        """The name of a person at an instant."""
        rows = self.former.get(str(person.identifier), ())
        return next((name for until, name in rows if at < until), person.name)

    def on(self, identifier: str, day: date, *, now: str) -> str:
        """The name on a legal day of one who is called `now` today; the newer one on the day of a change."""
        rows = self.former.get(identifier, ())
        return next((name for until, name in rows if day < legal_day(until)), now)


def names_then(identifiers: Iterable[str]) -> NamesThen:
    """What people have been called, read once for a page."""
    former: dict[str, list[tuple[datetime, str]]] = {}
    rows = FormerName.objects.filter(person__identifier__in=set(identifiers))
    for identifier, until, name in rows.values_list("person__identifier", "until", "name"):
        former.setdefault(str(identifier), []).append((until, name))
    return NamesThen(former)


def identifiers_of(rows: Iterable[int]) -> dict[int, str]:
    """The identifiers of people by row."""
    found = Person.objects.filter(pk__in=list(rows)).values_list("pk", "identifier")
    return {row: str(identifier) for row, identifier in found}


def find_person(email: str) -> Person | None:
    """The person with this address, if there is one."""
    return Person.objects.filter(email__iexact=email).first()


def addresses_of_others(addresses: Mapping[str, str]) -> set[str]:
    """Of people by identifier: those whose address somebody else has, here or among them, but for capitals.

    Those who are here already are left out: they keep the address that they have here.
    """
    here = identifiers_here(addresses)
    new = {identifier: email for identifier, email in addresses.items() if identifier not in here}
    written = Counter(email.lower() for email in new.values())
    return {
        identifier
        for identifier, email in new.items()
        if written[email.lower()] > 1 or find_person(email) is not None
    }


def identifiers_here(identifiers: Iterable[str]) -> set[str]:
    """Those of some identifiers that people on this server have."""
    found = Person.objects.filter(identifier__in=list(identifiers)).values_list("identifier", flat=True)
    return {str(identifier) for identifier in found}


class UnknownPerson(AvstampError, LookupError):
    """Nobody on this server has the address asked for."""

    def __init__(self, email: str) -> None:
        self.email = email
        super().__init__(f"nobody has the address {email!r}")


def known_person(email: str) -> Person:
    """The person with this address; raises `UnknownPerson`."""
    if (person := find_person(email)) is None:
        raise UnknownPerson(email)
    return person


def everyone() -> Sequence[Person]:
    """Every person on the server who has not been erased, by address."""
    return list(Person.objects.filter(is_active=True).order_by("email"))


def people_rows(identifiers: Iterable[str]) -> list[Row]:
    """People as an archive holds them, in order of identifier; passwords are not among it."""
    found = Person.objects.filter(identifier__in=list(identifiers))
    people = found.select_related("actor_key").prefetch_related("former_names")
    return [
        {
            "identifier": str(person.identifier),
            "email": person.email,
            "name": person.name,
            "created_at": instant(person.created_at),
            "actor_key": bytes(person.actor_key.key).hex() if hasattr(person, "actor_key") else None,
            "former_names": [[row.name, instant(row.until)] for row in person.former_names.all()],
        }
        for person in sorted(people, key=lambda person: str(person.identifier))
    ]
