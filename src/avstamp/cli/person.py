"""`avstamp person create|link|list`: people on this server, and links that let them in."""

from __future__ import annotations

import argparse
import os
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from avstamp.cli.arguments import Subparsers, chosen_language, teach, whole_number
from avstamp.cli.database import open_database
from avstamp.domain.values import Phrase
from avstamp.phrases import ExitCode, say

if TYPE_CHECKING:
    from avstamp.web.accounts.queries import Person

LONGEST = 365
USUAL = 30


def add_parser(subparsers: Subparsers[argparse.ArgumentParser]) -> None:
    """Add the `person` command and its parts to the command line."""
    parts = teach(subparsers, "person").add_subparsers(required=True, metavar="")
    create = teach(parts, "create", under="person")
    create.add_argument("email", help=_help("email"))
    create.add_argument("name", help=_help("name"))
    create.set_defaults(run=run_create)
    link = teach(parts, "link", under="person")
    link.add_argument("email", help=_help("email"))
    link.add_argument("--reset", action="store_true", help=_help("reset"))
    link.set_defaults(run=run_link)
    for part in (create, link):
        part.add_argument(
            "--days", type=whole_number(1, LONGEST), default=USUAL, metavar="N", help=_help("days")
        )
        part.add_argument("--server", metavar="URL", help=_help("server"))
    teach(parts, "list", under="person").set_defaults(run=run_list)


def _help(what: str) -> str:
    return say(Phrase(f"cli.person.{what}.help"), chosen_language(()))


def run_create(arguments: argparse.Namespace) -> int:
    """Take a person in and print a link; one who is here already is left as they are and gets a link too."""
    open_database()
    from avstamp.web.accounts.actions import enrol_person

    now = datetime.now(UTC)
    _tell_link(enrol_person(email=arguments.email, name=arguments.name, at=now), arguments, now)
    return ExitCode.OK


def run_link(arguments: argparse.Namespace) -> int:
    """Print a new link for a person; with --reset their own ways to sign in are taken away first."""
    open_database()
    from avstamp.web.accounts.actions import reset_ways_in
    from avstamp.web.accounts.queries import known_person

    person = known_person(arguments.email)
    if arguments.reset:
        reset_ways_in(person)
    _tell_link(person, arguments, datetime.now(UTC))
    return ExitCode.OK


def run_list(arguments: argparse.Namespace) -> int:
    """Print everyone on the server, one a line, with how they come in."""
    open_database()
    from avstamp.web.accounts.queries import everyone, has_own_way_in

    people = everyone()
    for person in people:
        way = "own_way" if has_own_way_in(person) else "by_link"
        values = {"email": person.email, "name": person.name, "way": Phrase(f"cli.person.{way}")}
        print(say(Phrase("cli.person.row", values), arguments.language))
    if not people:
        print(say(Phrase("cli.person.none"), arguments.language))
    return ExitCode.OK


def _tell_link(person: Person, arguments: argparse.Namespace, now: datetime) -> None:
    from django.utils.translation import override

    from avstamp.web.accounts.actions import link_path, make_personal_link, refuse_link_of_no_use

    refuse_link_of_no_use(person)
    token = make_personal_link(person, at=now, days=arguments.days)
    with override(arguments.language):
        path = link_path(token)
    values = {"name": person.name, "address": server_address(arguments.server) + path, "days": arguments.days}
    print(say(Phrase("cli.person.link_made", values), arguments.language))


def server_address(named: str | None) -> str:
    """What the server is reached as, without a slash at the end: as named, else by the first name it answers to.

    Example:
        >>> server_address("https://avstamp.example.se/")
        'https://avstamp.example.se'
    """
    if named:
        return named.rstrip("/")
    if hosts := os.environ.get("AVSTAMP_HOSTS"):
        scheme = "https" if os.environ.get("AVSTAMP_HTTPS") == "1" else "http"
        return f"{scheme}://{hosts.split(',')[0]}"
    return "http://127.0.0.1:8000"
