"""What do the pages of a thread call authors, figures and what was typed?"""

from __future__ import annotations

from collections.abc import Mapping

from avstamp.phrases.marking import Sentence
from avstamp.phrases.marking import gettext_noop as _

SENTENCES: Mapping[str, Sentence] = {
    "author.side.ruling": _("Styret"),
    "author.side.opposition": _("Oppositionen"),
    "author.side.supporting": _("Stödpartierna"),
    "author.side.independent": _("Fristående partier"),
    "author.side.undecided": _("Partierna"),
    "author.officials": _("Tjänstepersonsledningen"),
    "author.joint": _("Gemensamt"),
    "author.joint.put_in": _("Gemensamt, inlagt av {who}"),
    "author.method": _("Beräknat"),
    "draft_readers.party": _("Ett utkast för {author} ser bara partiets förtroendevalda i starten."),
    "draft_readers.side": _("Ett utkast för {author} ser bara de förtroendevalda på den sidan."),
    "draft_readers.person": _("Ett utkast för {author} ser bara den personen."),
    "draft_readers.officials": _("Ett utkast för tjänstepersonsledningen ser bara tjänstepersonsledningen."),
    "draft_readers.joint": _("Ett gemensamt utkast ser alla förtroendevalda och tjänstepersonsledningen."),
    "draft_readers.method": _("Ett beräknat utkast ser alla förtroendevalda och tjänstepersonsledningen."),
    "thread.owner.nobody": _("Ingen angiven"),
    "thread.reading.none": _("{party} har inte skrivit någon tolkning."),
    "thread.figure": _("{name}, {unit} {year}"),
    "thread.figure.of_gender": _("{name}, {gender}, {unit} {year}"),
    "thread.figure.with_value": _("{figure}: {value}"),
    "thread.gender.K": _("kvinnor"),
    "thread.gender.M": _("män"),
    "thread.outcome": _("{value} ({year}), plats {place} av {n}"),
    "thread.result.challenge": _("Utmaning: {name}"),
    "thread.result.possibility": _("Möjlighet: {name}"),
    "thread.claim_numbered": _("nummer {number}"),
    "thread.target.unknown": _(
        "”{typed}” är varken en uppgift, en iakttagelse eller ett nummer i tråden. Kopiera adressen från "
        "uppgiftens sida."
    ),
    "thread.target.no_claim": _("Det finns inget med nummer {number} i tråden som du kan läsa."),
    "thread.target.no_figure": _("Faktabasen har ingen uppgift på adressen {typed}."),
    "thread.target.no_result": _("Metoden ger inte längre någon iakttagelse på adressen {typed}."),
    "thread.evidence.later_kind": _(
        "Det kan inte vara underlag här: en text vilar bara på sådant som kommer före den i tråden."
    ),
}
