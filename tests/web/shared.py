"""How do tests of one file share what is dear to build, each as if it had been built for that test alone?

What is built stands in a transaction that ends with the file; each test runs in a savepoint inside it and is undone.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from django.db import transaction


@contextmanager
def once_for_many(blocker: Any) -> Iterator[None]:
    """Let rows written in the block be there until its end, and nowhere after; for fixtures of a module.

    Args:
        blocker: pytest-django's `django_db_blocker`.
    """
    with blocker.unblock(), transaction.atomic():
        yield
        transaction.set_rollback(True)
