"""What do the tests of pages share: the style sheets and scripts that pages link to."""

from __future__ import annotations

import pytest

from avstamp.web.static_files import collect


@pytest.fixture(scope="session", autouse=True)
def linked_files():
    """Make the hashed copies that a page's links name, as the server does before it answers."""
    return collect()
