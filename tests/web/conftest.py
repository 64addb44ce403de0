"""What do the tests of pages share: the style sheets and scripts that pages link to."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from avstamp.web.static_files import collect
from private_postgresql import Cluster, find_programs, private_cluster


@pytest.fixture(scope="session", autouse=True)
def linked_files():
    """Make the hashed copies that a page's links name, as the server does before it answers."""
    return collect()


@pytest.fixture(autouse=True)
def own_audit_folder(tmp_path_factory, monkeypatch):
    """Give each test a folder of its own for the signing key and the heads of the record."""
    monkeypatch.setenv("AVSTAMP_AUDIT", str(tmp_path_factory.mktemp("audit")))


@pytest.fixture(scope="session")
def cluster() -> Iterator[Cluster]:
    """A private PostgreSQL; the test that asks is marked `needs("postgresql")` and of the group that shares it."""
    programs = find_programs()
    assert programs is not None, "mark the test with needs('postgresql')"
    with private_cluster(programs) as cluster:
        yield cluster
