"""Where on this machine does Avstamp keep things?

Everything Avstamp writes lies under one folder, `AVSTAMP_HOME`; the starter fact base lies inside the package and
is never written to. Nothing here creates a folder: whoever writes does.
"""

from __future__ import annotations

import os
from pathlib import Path

PACKAGE = Path(__file__).parent


def home() -> Path:
    """The folder for what Avstamp writes: `AVSTAMP_HOME`, else the user's data folder."""
    if named := os.environ.get("AVSTAMP_HOME"):
        return Path(named).expanduser()
    data = os.environ.get("XDG_DATA_HOME")
    return (Path(data) if data else Path.home() / ".local" / "share") / "avstamp"


def starter_fact_base() -> Path:
    """The fact base that comes with the program."""
    return PACKAGE / "factbase" / "starter"


def own_fact_base() -> Path:
    """Where `avstamp facts import` stores a fact base unless told otherwise."""
    return home() / "factbase"


def chosen_fact_base() -> Path:
    """The fact base to open: `AVSTAMP_FACTBASE`, else an imported one, else the starter."""
    if named := os.environ.get("AVSTAMP_FACTBASE"):
        return Path(named).expanduser()
    own = own_fact_base()
    return own if (own / "manifest.json").is_file() else starter_fact_base()


def cache() -> Path:
    """The folder for what can be deleted at any time and is made again: cubes, drawn charts."""
    return home() / "cache"


def audit() -> Path:
    """The folder with the key and the signed heads of the record: `AVSTAMP_AUDIT`, else in the home folder."""
    named = os.environ.get("AVSTAMP_AUDIT")
    return Path(named).expanduser() if named else home() / "audit"


def data_folder() -> Path:
    """The folder with real source files: `AVSTAMP_DATA`, else `../shared/data` beside the working folder."""
    return Path(os.environ.get("AVSTAMP_DATA", "../shared/data")).expanduser()
