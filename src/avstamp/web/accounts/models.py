"""Who is a person to Avstamp? A name and an address, no personal identity number, and a key that can be erased."""

from __future__ import annotations

import uuid

from django.contrib.auth.models import AbstractBaseUser, BaseUserManager
from django.db import models


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

    def __str__(self) -> str:
        return self.name


class ActorKey(models.Model):
    """The random key behind a person's pseudonyms; deleting the row makes the record anonymous for good."""

    person = models.OneToOneField(Person, on_delete=models.CASCADE, related_name="actor_key")
    key = models.BinaryField(max_length=32)

    def __str__(self) -> str:
        return f"key of {self.person_id}"
