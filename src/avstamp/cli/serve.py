"""`avstamp serve`: show Avstamp in the browser, from this machine."""

from __future__ import annotations

import argparse
import os
import socket

from avstamp.domain.errors import AvstampError

DEFAULT_HOST = "127.0.0.1"
DEFAULT_PORT = 8000
# Open streams would otherwise hold a stopping server for ever.
SECONDS_TO_STOP = 2


class AddressTaken(AvstampError, OSError):
    """Nothing can be served there: another program listens already, or the address is not this machine's."""

    def __init__(self, host: str, port: int, reason: str) -> None:
        self.host = host
        self.port = port
        super().__init__(f"cannot listen on {host}:{port}: {reason}; choose another port with --port")


def add_parser(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the `serve` command to the command line."""
    parser = subparsers.add_parser(
        "serve",
        help="visa Avstamp i webbläsaren",
        description="Visar Avstamp i webbläsaren. Avsluta med Ctrl+C.",
    )
    parser.add_argument("--host", default=DEFAULT_HOST, metavar="ADRESS", help="adress (förval: %(default)s)")
    parser.add_argument(
        "--port",
        type=int,
        default=DEFAULT_PORT,
        metavar="PORT",
        help="port; 0 väljer en ledig (förval: %(default)s)",
    )
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Serve the pages until the program is stopped; return the exit code."""
    # uvicorn and Django are loaded here, so that the other commands start without them.
    import uvicorn

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "avstamp.web.settings")
    listener = _listen(args.host, args.port)
    print(
        f"Avstamp visas på http://{_shown(args.host)}:{listener.getsockname()[1]} (avsluta med Ctrl+C)",
        flush=True,
    )
    config = uvicorn.Config(
        "avstamp.web.asgi:application",
        timeout_graceful_shutdown=SECONDS_TO_STOP,
        lifespan="auto",
        log_level="warning",
        server_header=False,
    )
    server = uvicorn.Server(config)
    server.run(sockets=[listener])
    return 0 if server.started else 1


def _listen(host: str, port: int) -> socket.socket:
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    try:
        return socket.create_server((host, port), family=family, backlog=2048)
    except (OSError, OverflowError) as error:
        raise AddressTaken(host, port, str(error)) from error


def _shown(host: str) -> str:
    return f"[{host}]" if ":" in host else host
