"""What does the page of one figure say: its finding in words, its cautions, and the words of its charts?"""

from __future__ import annotations

from collections.abc import Mapping

from avstamp.phrases.marking import Sentence
from avstamp.phrases.marking import gettext_noop as _

SENTENCES: Mapping[str, Sentence] = {
    "chart.map.missing": _("Uppgift saknas"),
    "chart.median": _("Median"),
}
