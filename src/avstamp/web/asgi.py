"""What does the server run? Django under ASGI, with static files answered before Django is asked."""

from __future__ import annotations

import os
from typing import cast

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "avstamp.web.settings")

from django.core.asgi import get_asgi_application
from django.urls import get_resolver
from servestatic import ServeStaticASGI

from avstamp.web.room.listening import DatabaseRights
from avstamp.web.room.live import Application, Hub, with_events
from avstamp.web.room.quick_lane import with_quick_lane
from avstamp.web.static_files import collect


def is_hashed(path: str, url: str) -> bool:
    """Say whether a file has its hash in its name, so that browsers may keep it for ever."""
    parts = url.rsplit("/", 1)[-1].split(".")
    return (
        len(parts) > 2 and len(parts[-2]) == 12 and all(letter in "0123456789abcdef" for letter in parts[-2])
    )


pages = with_events(with_quick_lane(cast(Application, get_asgi_application())), Hub(DatabaseRights()))
# Reading the patterns imports the views, so that the first page waits for nothing but itself.
get_resolver().url_patterns  # noqa: B018
application = ServeStaticASGI(
    pages,
    root=str(collect()),
    prefix="static/",
    immutable_file_test=is_hashed,
    allow_all_origins=False,
)
