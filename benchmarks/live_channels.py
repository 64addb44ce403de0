"""The peer of `benchmarks.live`: Avstamp's own pages, told by Django Channels with its in-memory layer.

    python -m benchmarks.live_channels --port 0

Votes are stored and screens made by the same views as ours, in the same kind of server. Only the telling is Channels'
own: each open page is a consumer in a group, and each vote is sent to the group of the screens at once; telephones are
in a group of their own, which is told when the agenda moves, as ours are. Rights are not asked for: that is left out
to the peer's advantage.
"""

from __future__ import annotations

import asyncio
import os
import re
import socket
import sys
from typing import Any

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "avstamp.web.settings")

VOTE = re.compile(r"^/(?:traff|lapp)/[^/]+/\d+/$")
STREAM = re.compile(r"^/(traff|lapp|start)/.*/handelser$")
HEADERS = [(b"content-type", b"text/event-stream"), (b"cache-control", b"no-store")]


def application() -> Any:
    """The pages with Channels before them."""
    from channels.generic.http import AsyncHttpConsumer
    from channels.layers import get_channel_layer
    from django.core.asgi import get_asgi_application

    from avstamp.web.room.quick_lane import with_quick_lane

    class Listener(AsyncHttpConsumer):
        """One open page."""

        async def handle(self, body: bytes) -> None:
            """Begin the stream, and stay."""
            self.group = "screens" if self.scope["path"].startswith("/start/") else "telephones"
            self.number = 0
            await self.channel_layer.group_add(self.group, self.channel_name)
            await self.send_headers(status=200, headers=HEADERS)
            await self.send_body(b"data: 0\n\n", more_body=True)

        async def http_request(self, message: Any) -> None:
            """As the original, which closes when the handler has returned."""
            await self.handle(message.get("body", b""))

        async def moved(self, message: Any) -> None:
            """Something has changed."""
            self.number += 1
            await self.send_body(b"data: %d\n\n" % self.number, more_body=True)

        async def disconnect(self) -> None:
            """The page is open no more."""
            await self.channel_layer.group_discard(self.group, self.channel_name)

    pages, listener = with_quick_lane(get_asgi_application()), Listener.as_asgi()  # type: ignore[arg-type]

    async def answer(scope: Any, receive: Any, send: Any) -> None:
        if scope["type"] == "http" and STREAM.match(scope["path"]):
            await listener(scope, receive, send)
            return
        await pages(scope, receive, send)
        if scope["type"] == "http" and scope["method"] == "POST":
            group = "screens" if VOTE.match(scope["path"]) else "telephones"
            await get_channel_layer().group_send(group, {"type": "moved"})

    return answer


def main() -> None:
    """Serve as `avstamp serve` does."""
    import uvicorn
    from django.conf import settings

    from avstamp.web.databases import prepare_database

    settings.CHANNEL_LAYERS = {"default": {"BACKEND": "channels.layers.InMemoryChannelLayer"}}
    prepare_database()
    with socket.create_server(("127.0.0.1", 0), backlog=2048) as listener:
        print(f"http://127.0.0.1:{listener.getsockname()[1]} ", flush=True)
        config = uvicorn.Config(
            application(), log_level="warning", access_log=False, timeout_graceful_shutdown=2
        )
        asyncio.run(uvicorn.Server(config).serve(sockets=[listener]))


if __name__ == "__main__":
    sys.exit(main())
