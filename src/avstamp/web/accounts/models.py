"""Who is a person to Avstamp? A name and an address, no personal identity number, and a key that can be erased."""

from __future__ import annotations

import uuid
from datetime import date, timedelta

from django.contrib.auth.models import AbstractBaseUser, BaseUserManager
from django.db import models
from django.db.models.functions import Lower

from avstamp.domain.calendar.legal_time import legal_day

DIGEST_LENGTH = 64
"""Characters of a SHA-256 digest in hexadecimal."""


class People(BaseUserManager["Person"]):
    """Finds people by the address they sign in with, however they write its letters."""

    def get_by_natural_key(self, username: str | None) -> Person:
        """The person with this address."""
        return self.get(email__iexact=username)


class Person(AbstractBaseUser):
    """A person, in any number of starts. `identifier` names the person in archives, on every server."""

    identifier = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    email = models.EmailField(unique=True)
    name = models.CharField(max_length=200)
    is_active = models.BooleanField(default=True)
    created_at = models.DateTimeField()

    objects = People()

    USERNAME_FIELD = "email"
    REQUIRED_FIELDS = ["name"]

    class Meta:
        constraints = [models.UniqueConstraint(Lower("email"), name="accounts_person_one_an_address")]

    def __str__(self) -> str:
        return self.name


class FormerName(models.Model):
    """What a person was called until an instant: what was signed before it was signed by that name."""

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="former_names")
    name = models.CharField(max_length=200)
    until = models.DateTimeField()

    class Meta:
        ordering = ["until", "id"]

    def __str__(self) -> str:
        return f"{self.person_id} until {self.until:%Y-%m-%d}"


class ActorKey(models.Model):
    """The random key behind a person's pseudonyms; deleting the row makes the record anonymous for good."""

    person = models.OneToOneField(Person, on_delete=models.CASCADE, related_name="actor_key")
    key = models.BinaryField(max_length=32)

    def __str__(self) -> str:
        return f"key of {self.person_id}"


class PersonalLink(models.Model):
    """A way in for an invited person until an own password or passkey is set; the token itself is nowhere stored.

    `place` is where the link leads, `title` what that is called; a new link to the same place replaces the old.
    """

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="personal_links")
    digest = models.CharField(max_length=DIGEST_LENGTH, unique=True)
    place = models.CharField(max_length=200, blank=True)
    title = models.CharField(max_length=300, blank=True)
    made_at = models.DateTimeField()
    expires_at = models.DateTimeField()
    first_opened_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["person", "place"], name="accounts_link_one_a_place"),
            models.CheckConstraint(
                condition=models.Q(expires_at__gt=models.F("made_at")), name="accounts_link_ends_later"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.person_id}: {self.place or '/'}"

    @property
    def last_day(self) -> date:
        """The day to which the link opens, that day included."""
        return legal_day(self.expires_at - timedelta(microseconds=1))
