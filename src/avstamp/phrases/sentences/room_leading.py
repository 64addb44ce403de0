"""What is said to and by the one who leads a day: clocks, the agenda, notes put together, and results that go on?"""

from __future__ import annotations

from collections.abc import Mapping

from avstamp.phrases.marking import Sentence
from avstamp.phrases.marking import gettext_noop as _

SENTENCES: Mapping[str, Sentence] = {
    "room.timer.not_running": _("Klockan går inte. Börja om den först."),
    "room.timer.not_paused": _("Klockan är inte pausad."),
    "room.day.reason": _("Skriv varför träffen ställs in, med högst {most} tecken."),
    "room.day.begun": _("En övning har varit öppen. Avsluta träffen i stället för att ställa in den."),
    "room.day.not_over": _("Träffen är varken avslutad eller inställd."),
    "room.day.still_open": _("En övning är öppen för svar. Stäng den först."),
    "room.day.over": _("Träffen är avslutad eller inställd. Ta upp den igen för att ändra något."),
    "room.refused.remove_answered": _(
        "Övningen har varit öppen och kan inte tas bort, eftersom svaren hör till den."
    ),
    "room.notes.no_heading": _("Rubriken finns inte längre. Läs om sidan."),
    "room.notes.none_chosen": _("Markera minst en anteckning först."),
    "room.notes.gone": _("En av anteckningarna finns inte längre. Läs om sidan och välj igen."),
    "room.notes.no_reason": _("Välj varför anteckningen döljs."),
    "room.notes.heading": _("Skriv en rubrik med högst {most} tecken."),
    "hide_reason.person": _("den pekar ut en enskild person"),
    "hide_reason.secrecy": _("den kan innehålla sekretess"),
    "hide_reason.insult": _("den är kränkande"),
    "hide_reason.other_matter": _("den hör inte till frågan"),
    "room.result.by_stage": _("Det som sades, och hur många som skrev det i varje steg"),
    "room.result.role": _("Roll"),
    "room.result.turns": _("Inlägg"),
    "room.result.minutes": _("Talartid, min.sek"),
    "room.result.share_of_time": _("Andel av tiden"),
    "room.result.share_of_present": _("Andel av de anslutna"),
    "room.result.speaking": _("Talartid per roll, bredvid rollens andel av dem som är anslutna"),
    "room.result.name": _("{day}, del {number}: {line}"),
    "room.result.row_name": _("{day}, del {number}: {line}, ”{row}”"),
    "room.outcome.whole": _("{answered} har svarat (version {version})"),
    "room.outcome.agree": _("{agree} av {n} instämmer (version {version})"),
    "room.outcome.effect": _(
        "effekt {effect} och osäkerhet {uncertainty} i median på skalan 1–5, {n} svar (version {version})"
    ),
    "room.outcome.median": _("median {median}, {n} svar (version {version})"),
    "room.outcome.score": _("poäng {score} från −1 till 1, visad {shown} gånger (version {version})"),
}
"""Phrase key to Swedish sentence."""
