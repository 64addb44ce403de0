"""What do the tests of pages share: the style sheets and scripts that pages link to."""

from __future__ import annotations

import pytest

from avstamp.web.static_files import collect


@pytest.fixture(scope="session", autouse=True)
def linked_files():
    """Make the hashed copies that a page's links name, as the server does before it answers."""
    return collect()


@pytest.fixture(autouse=True)
def own_audit_folder(tmp_path_factory, monkeypatch):
    """Give each test a folder of its own for the signing key and the heads of the record."""
    monkeypatch.setenv("AVSTAMP_AUDIT", str(tmp_path_factory.mktemp("audit")))
