"""An address is one person's, however its letters are written."""

from __future__ import annotations

import pytest
from django.db import IntegrityError, transaction
from tests.web.starts import AT, person

from avstamp.domain.start.invitations import LONGEST_EMAIL, LONGEST_NAME
from avstamp.domain.values import Phrase
from avstamp.web.accounts.actions import PersonRefused, enrol_person
from avstamp.web.accounts.models import Person
from avstamp.web.start.models import FunctionHeld

pytestmark = pytest.mark.django_db


def test_same_address_with_other_capitals_is_the_same_person():
    sara = person("sara")
    assert enrol_person(email="SARA@Example.se", name="Sara", at=AT) == sara


@pytest.mark.parametrize("what", [{"name": "å" * 201}, {"email": f"{'s' * 250}@example.se"}])
def test_name_or_address_longer_than_is_kept_is_refused_in_words(what):
    with pytest.raises(PersonRefused) as refused:
        enrol_person(**{"email": "sara@example.se", "name": "Sara", **what}, at=AT)
    assert refused.value.phrase == Phrase("person.too_long", {"name": 200, "email": 254})


def test_lengths_are_those_of_the_columns():
    columns = {name: Person._meta.get_field(name).max_length for name in ("name", "email")}
    assert columns == {"name": LONGEST_NAME, "email": LONGEST_EMAIL}
    assert FunctionHeld._meta.get_field("body").max_length == LONGEST_NAME


def test_database_refuses_a_second_person_with_the_address_in_capitals():
    person("sara")
    with pytest.raises(IntegrityError), transaction.atomic():
        Person.objects.create(email="SARA@example.se", name="Sara", created_at=AT)
    assert Person.objects.count() == 1
