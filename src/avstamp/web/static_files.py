"""Where do style sheets, scripts and fonts get their hashed, compressed copies?

The copies lie in a folder of their own per content, under Avstamp's cache: a new version of any file makes a new
folder, and an installed Avstamp makes its copies the first time it serves a page.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import tempfile
from functools import cache
from importlib.metadata import version
from pathlib import Path

from avstamp import places

WEB = Path(__file__).parent
MANIFEST = "staticfiles.json"
CARRYING_FILES = ("django-allauth", "django-htmx")
"""Packages that bring scripts of their own, which change with the version."""


@cache
def collected_folder() -> Path:
    """Return the folder for the copies of exactly the files that this installation carries."""
    digest = hashlib.sha256()
    for package in CARRYING_FILES:
        digest.update(f"{package} {version(package)}".encode())
    for path in _files():
        digest.update(path.relative_to(WEB).as_posix().encode())
        digest.update(path.read_bytes())
    return places.cache() / "static" / digest.hexdigest()[:16]


def collect() -> Path:
    """Make the hashed, compressed copies unless they are there; return their folder.

    They are made beside the folder and moved into place whole, so that two servers may start at once.
    """
    from django.contrib.staticfiles.finders import get_finders
    from servestatic.storage import CompressedManifestStaticFilesStorage

    target = collected_folder()
    if (target / MANIFEST).is_file():
        return target
    target.parent.mkdir(parents=True, exist_ok=True)
    making = Path(tempfile.mkdtemp(dir=target.parent))
    storage = CompressedManifestStaticFilesStorage(location=making)
    paths = {}
    for finder in get_finders():
        for name, source in finder.list([]):
            (making / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(source.path(name), making / name)
            paths[name] = (storage, name)
    for _name, _hashed, processed in storage.post_process(paths):
        if isinstance(processed, Exception):
            raise processed
    try:
        os.replace(making, target)  # noqa: PTH105 - Path.rename says the same, replace says it aloud
    except OSError:
        # Another process was first; its copies are the same.
        shutil.rmtree(making)
    return target


def _files() -> list[Path]:
    return sorted(path for path in WEB.glob("*/static/**/*") if path.is_file())
