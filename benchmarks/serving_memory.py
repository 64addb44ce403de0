"""How much memory does a serving process take, once it has the fact base open and has answered?

Run as a program of its own by `benchmarks.facts`: asks the web app for pages and prints the process's resident
memory in megabytes.
"""

from __future__ import annotations

import os
import resource

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "avstamp.web.settings")

UNITS = ("1481", "0180", "1480", "2584", "0980", "0001", "0014", "0009", "1440", "2418")
PAGES = (
    "",
    "nulage/",
    "nulage/ekonomi/",
    "nulage/kvalitet/",
    "omvarld/",
    "figurer/",
    "figur/N15428/",
    "figur/N15428/?vy=karta",
    "figur/N01951/?vy=tabell",
)
AHEAD = (
    "omvarld/befolkning/",
    "omvarld/ekonomi/",
    "omvarld/ekonomi/?effektivisering=0,3",
    "omvarld/ekonomi/bokslut/",
)
"""Pages that the worker computes; what they hold is read by the process that serves."""

MANY = 120
"""Units that are asked for once more, so that a large part of the fact base has been read."""


def main() -> None:
    """Ask for the pages and print the peak of resident memory."""
    import django
    from django.test import Client

    from avstamp.library.facts import open_fact_base
    from avstamp.web.static_files import collect

    django.setup()
    collect()
    client = Client()
    everyone = [unit.id for unit in open_fact_base().units.all]
    addresses = [(unit, page) for unit in UNITS for page in PAGES]
    addresses += [(unit, page) for unit in UNITS[:3] for page in AHEAD]
    addresses += [(unit, "nulage/ekonomi/") for unit in everyone[:MANY]]
    for unit, page in addresses:
        answer = client.get(f"/{unit}/{page}", headers={"host": "localhost"})
        if answer.status_code != 200:
            raise SystemExit(f"/{unit}/{page} answered {answer.status_code}")
    print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)


if __name__ == "__main__":
    main()
