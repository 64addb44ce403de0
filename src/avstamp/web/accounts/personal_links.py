"""How does an invited person come in the first time? By a link of their own, handed out or sent.

A link opens the person's place until it expires, or until the person has a way in of their own: who sets a password,
adds a passkey or signs in through the organisation needs no link, and nobody who finds an old one can use it. Only a
digest of the token is stored, so that a copy of the database opens nothing.
"""

from __future__ import annotations

import hashlib
import secrets
from datetime import datetime, timedelta

from allauth.mfa.models import Authenticator
from allauth.socialaccount.models import SocialAccount
from django.conf import settings
from django.db import transaction
from django.urls import reverse, translate_url
from django.utils.translation import get_language, override

from avstamp.domain.calendar.legal_time import end_of_day, legal_day
from avstamp.domain.errors import AvstampError
from avstamp.domain.values import Phrase
from avstamp.web.accounts.models import Person, PersonalLink

TOKEN_BYTES = 24
LINK_DAYS = 30
"""How long a link opens, unless whoever invites says otherwise."""


class LinkRefused(AvstampError, LookupError):
    """A personal link opens nothing; `phrase` says why. Which person it was made for is not told."""

    def __init__(self, phrase: Phrase) -> None:
        self.phrase = phrase
        super().__init__(phrase.key)


@transaction.atomic
def make_personal_link(
    person: Person, *, at: datetime, days: int = LINK_DAYS, place: str = "", title: str = ""
) -> str:
    """Return the token of a new link for a person; an earlier one to the same place opens nothing from now on.

    The start that invites writes the event of it. `link_path` turns the token into an address.

    Args:
        person: who comes in by it.
        at: now.
        days: how long it opens, 1 or more: to the end of the day that comes so many days after today.
        place: path of the page it leads to, on this server, in any language; empty for the person's starts.
        title: what that place is called ("Mölndal, mandatperioden 2026–2030"), shown before the link is used.

    Raises:
        LinkRefused: the person has been erased.
    """
    if not person.is_active:
        raise LinkRefused(Phrase("link.unknown"))
    token = secrets.token_urlsafe(TOKEN_BYTES)
    PersonalLink.objects.update_or_create(
        person=person,
        place=translate_url(place, settings.LANGUAGE_CODE),
        defaults={
            "digest": digest_of(token),
            "title": title,
            "made_at": at,
            "expires_at": end_of_day(legal_day(at) + timedelta(days=days)),
            "first_opened_at": None,
        },
    )
    return token


@transaction.atomic
def open_personal_link(token: str, *, at: datetime) -> PersonalLink:
    """The link that a token opens, with the instant of its first use kept.

    Raises:
        LinkRefused: as `find_personal_link`.
    """
    link = find_personal_link(token, at=at)
    if link.first_opened_at is None:
        link.first_opened_at = at
        link.save(update_fields=["first_opened_at"])
    return link


def find_personal_link(token: str, *, at: datetime) -> PersonalLink:
    """The link that a token would open now, untouched: mail scanners fetch pages, and must use nothing up.

    Raises:
        LinkRefused: there is no such link, it has expired, or the person has a way in of their own.
    """
    link = PersonalLink.objects.select_related("person").filter(digest=digest_of(token)).first()
    if link is None or not link.person.is_active:
        raise LinkRefused(Phrase("link.unknown"))
    refuse_link_of_no_use(link.person)
    if at >= link.expires_at:
        raise LinkRefused(Phrase("link.expired", {"day": link.last_day}))
    return link


def has_come_in(person: Person) -> bool:
    """Whether a person has been signed in at some time, by a link or otherwise."""
    return (
        person.last_login is not None or person.personal_links.filter(first_opened_at__isnull=False).exists()
    )


@transaction.atomic
def withdraw_unopened_links(person: Person) -> None:
    """Let no link that has never been used open anything for a person any more."""
    person.personal_links.filter(first_opened_at__isnull=True).delete()


def refuse_link_of_no_use(person: Person) -> None:
    """Refuse a link for one who has a way in of their own; raises `LinkRefused`."""
    if has_own_way_in(person):
        raise LinkRefused(Phrase("link.not_needed"))


def has_own_way_in(person: Person) -> bool:
    """Whether a person has a password, a passkey, or an account of the organisation's to sign in with.

    A security key that only confirms a password opens nothing by itself, and is no way in.
    """
    keys = Authenticator.objects.filter(user=person, type=Authenticator.Type.WEBAUTHN)
    return (
        person.has_usable_password()
        or any(key.wrap().is_passwordless for key in keys)
        or SocialAccount.objects.filter(user=person).exists()
    )


def link_path(token: str) -> str:
    """The path that a token's holder opens, in the language that is active; the server's own name goes before it."""
    return reverse("accounts:open", args=[token])


def place_of(link: PersonalLink) -> str:
    """The page that a link leads to, in the reader's language."""
    language = get_language() or settings.LANGUAGE_CODE
    with override(settings.LANGUAGE_CODE):
        return translate_url(link.place or reverse("start:mine"), language)


def digest_of(token: str) -> str:
    """What is stored of a token; it is random and long, so that a plain digest cannot be guessed backwards."""
    return hashlib.sha256(token.encode()).hexdigest()
