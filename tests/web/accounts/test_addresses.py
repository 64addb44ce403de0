"""An address is one person's, however its letters are written."""

from __future__ import annotations

import pytest
from django.db import IntegrityError, transaction
from tests.web.starts import AT, person

from avstamp.web.accounts.actions import enrol_person
from avstamp.web.accounts.models import Person

pytestmark = pytest.mark.django_db


def test_same_address_with_other_capitals_is_the_same_person():
    sara = person("sara")
    assert enrol_person(email="SARA@Example.se", name="Sara", at=AT) == sara


def test_database_refuses_a_second_person_with_the_address_in_capitals():
    person("sara")
    with pytest.raises(IntegrityError), transaction.atomic():
        Person.objects.create(email="SARA@example.se", name="Sara", created_at=AT)
    assert Person.objects.count() == 1
