"""Does the wheel hold everything an installed Avstamp needs?

Hatch runs this before it packs: the message catalogues are compiled, and the build stops when a front-end
file is missing, because an installed Avstamp has no Node to fetch it with. The editable install that
`make setup` makes points at the working tree instead, so it asks nothing.
"""

from __future__ import annotations

import runpy
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class CustomBuildHook(BuildHookInterface):  # type: ignore[type-arg]
    """Compile messages and check the front-end files before a wheel is packed."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Prepare the tree under `self.root`; `version` is "editable" for the set-up's own install."""
        if version == "editable" or self.target_name != "wheel":
            return
        scripts = Path(self.root) / "scripts"
        messages = runpy.run_path(str(scripts / "messages.py"))
        messages["compile_catalogues"](Path(self.root))
        runpy.run_path(str(scripts / "assets.py"))["check_assets"](Path(self.root))
