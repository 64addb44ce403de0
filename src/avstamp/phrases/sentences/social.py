"""What are the areas of social conditions called?"""

from __future__ import annotations

from collections.abc import Mapping

from avstamp.phrases.marking import Sentence
from avstamp.phrases.marking import gettext_noop as _

SENTENCES: Mapping[str, Sentence] = {
    "social.health": _("Hälsa"),
    "social.work": _("Arbete"),
    "social.education": _("Utbildning"),
    "social.means": _("Ekonomiska villkor"),
    "social.trust": _("Trygghet och tillit"),
    "social.housing": _("Boende"),
}
