"""`avstamp serve`: show Avstamp in the browser, from this machine."""

from __future__ import annotations

import argparse
import os
import socket
import subprocess
import sys
from typing import Any

from avstamp.cli.arguments import Subparsers, chosen_language, teach, whole_number
from avstamp.cli.database import open_database
from avstamp.domain.errors import AvstampError, FactBaseUnusable
from avstamp.domain.values import Phrase
from avstamp.library.facts import open_fact_base
from avstamp.library.findings import has_findings
from avstamp.library.forecasts import all_forecasts_ready
from avstamp.library.population_kept import has_population
from avstamp.phrases import say

DEFAULT_HOST = "127.0.0.1"
APPLICATION = "avstamp.web.asgi:application"
"""Named and not imported: nothing of the web app is loaded before it is served."""

DEFAULT_PORT = 8000
# Open streams would otherwise hold a stopping server for ever.
SECONDS_TO_STOP = 2


class AddressTaken(AvstampError, OSError):
    """Nothing can be served there: another program listens already, or the address is not this machine's."""

    def __init__(self, host: str, port: int, reason: str) -> None:
        self.host = host
        self.port = port
        super().__init__(f"cannot listen on {host}:{port}: {reason}; choose another port with --port")


def add_parser(subparsers: Subparsers[argparse.ArgumentParser]) -> None:
    """Add the `serve` command to the command line."""
    language = chosen_language(())
    parser = teach(subparsers, "serve")
    parser.add_argument(
        "--host",
        default=DEFAULT_HOST,
        help=say(Phrase("cli.serve.host.help", {"default": DEFAULT_HOST}), language),
    )
    parser.add_argument(
        "--port",
        type=whole_number(0, 65535),
        default=DEFAULT_PORT,
        help=say(Phrase("cli.serve.port.help", {"default": str(DEFAULT_PORT)}), language),
    )
    parser.add_argument(
        "--processes",
        type=whole_number(1, 64),
        default=1,
        help=say(Phrase("cli.serve.processes.help"), language),
    )
    parser.add_argument(
        "--demonstration", action="store_true", help=say(Phrase("cli.serve.demonstration.help"), language)
    )
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Serve the pages until the program is stopped; return the exit code."""
    # uvicorn and Django are loaded here, so that the other commands start without them.
    import uvicorn

    listener = _listen(arguments.host, arguments.port)
    _prepare(arguments.language)
    open_database()
    processes = arguments.processes
    if arguments.demonstration and _is_loopback(listener):
        # What the demonstration may do is known by the process that began it.
        processes = 1
        _demonstrate()
    config = uvicorn.Config(
        _load_application() if processes == 1 else APPLICATION,
        workers=processes,
        timeout_graceful_shutdown=SECONDS_TO_STOP,
        lifespan="auto",
        log_level="warning",
        # Who asked for which page when is written down nowhere: an anonymous ballot would be in it.
        access_log=False,
        server_header=False,
    )
    working = _make_forecasts()
    address = f"http://{_shown(arguments.host)}:{listener.getsockname()[1]}"
    print(say(Phrase("cli.serve.ready", {"address": address}), arguments.language), flush=True)
    try:
        return _serve(config, listener)
    finally:
        # A signal that ends this process at once leaves the work to end by itself, within a minute.
        if working and working.poll() is None:
            working.terminate()


def _serve(config: Any, listener: socket.socket) -> int:
    import uvicorn
    from uvicorn.supervisors import Multiprocess

    server = uvicorn.Server(config)
    if config.workers == 1:
        server.run(sockets=[listener])
        return 0 if server.started else 1
    # Several processes take connections from one address; one that dies is started anew.
    Multiprocess(config, sockets=[listener]).run()
    return 0


def _prepare(language: str) -> None:
    """Build what the first page would else wait for, in a process of its own so that the server stays small."""
    try:
        fact_base = open_fact_base()
        ready = fact_base.has_cube and has_findings(fact_base) and has_population(fact_base)
    except FactBaseUnusable:
        # The pages themselves say what is wrong and what to do about it.
        return
    if not ready:
        command = [sys.executable, "-m", "avstamp.cli", "--language", language, "facts", "prepare"]
        subprocess.run(command, check=False)  # noqa: S603 - our own program; without it the first page is only slow


def _make_forecasts() -> subprocess.Popen[bytes] | None:
    """Make the country's forecasts beside the server where there are none: pages answer without them until then."""
    try:
        if all_forecasts_ready(open_fact_base()):
            return None
    except FactBaseUnusable:
        return None
    command = [sys.executable, "-m", "avstamp.cli", "facts", "forecast"]
    working = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)  # noqa: S603 - as above
    if hasattr(os, "setpriority"):
        # Pages come first: whoever reads one must not wait for this.
        os.setpriority(os.PRIO_PROCESS, working.pid, 15)
    return working


def _is_loopback(listener: socket.socket) -> bool:
    from avstamp.web.site.loopback import is_loopback

    return is_loopback(listener.getsockname()[0])


def _demonstrate() -> None:
    """Have a demonstration to click through, on a server that only this machine reaches."""
    from django.conf import settings

    from avstamp.web.site.demonstration_content import KEY
    from avstamp.web.start.queries import find_organisation

    settings.SERVES_THIS_MACHINE_ONLY = True
    if find_organisation(KEY) is None:
        # In a process of its own: the first page waits for nothing, and the one that serves stays small.
        command = [sys.executable, "-m", "avstamp.cli", "start", "demonstrate"]
        subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)  # noqa: S603 - our own program


def _load_application() -> Any:
    """The web app with every address loaded, so that the first page waits for nothing but itself."""
    from uvicorn.importer import import_from_string

    return import_from_string(APPLICATION)


def _listen(host: str, port: int) -> socket.socket:
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    try:
        return socket.create_server((host, port), family=family, backlog=2048)
    except (OSError, OverflowError) as error:
        raise AddressTaken(host, port, str(error)) from error


def _shown(host: str) -> str:
    return f"[{host}]" if ":" in host else host
