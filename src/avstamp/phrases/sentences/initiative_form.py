"""What is said on the page of an initiative and in the terminal: fields, choices, and what was wrong?"""

from __future__ import annotations

from collections.abc import Mapping

from avstamp.phrases.marking import Sentence
from avstamp.phrases.marking import gettext_noop as _

SENTENCES: Mapping[str, Sentence] = {
    "initiative.document.memo": _("Promemoria"),
    "initiative.document.invitation": _("Inbjudan"),
    "initiative.document.tjansteskrivelse": _("Tjänsteskrivelse"),
    "initiative.role.official": _("tjänsteperson"),
    "initiative.role.group_leader": _("gruppledare"),
    "initiative.field.namn": _("Namn"),
    "initiative.field.titel": _("Titel"),
    "initiative.field.roll": _("Roll"),
    "initiative.field.parti": _("Parti, för den som är gruppledare"),
    "initiative.field.uppdragsgivare": _("Uppdragsgivare och mottagare"),
    "initiative.field.dnr": _("Diarienummer"),
    "initiative.field.dag": _("Första mötets dag"),
    "initiative.field.tid": _("Tid"),
    "initiative.field.plats": _("Plats"),
    "initiative.field.svara": _("Svara senast"),
    "initiative.field.kontakt": _("Svara till"),
    "initiative.field.arshjul": _("Föreslå dagar efter ett årshjul"),
    "initiative.field.step_first": _("{step}, första dag"),
    "initiative.field.step_last": _("{step}, sista dag"),
    "initiative.field.timmar": _("Timmar per möte"),
    "initiative.field.deltagare": _("Antal deltagare"),
    "initiative.field.budget": _("Kostnad utöver arbetstid, kronor"),
    "initiative.group.sender": _("Vem som tar initiativet"),
    "initiative.group.commission": _("Uppdraget"),
    "initiative.group.meeting": _("Det första mötet"),
    "initiative.group.days": _("Stegens dagar"),
    "initiative.group.effort": _("Tid och pengar"),
    "initiative.wrong.long": _("{label}: {count} tecken är för långt. Korta till högst {most}."),
    "initiative.wrong.choice": _("{label}: ”{written}” går inte att välja. Välj något av {known}."),
    "initiative.wrong.day": _(
        "{label}: ”{written}” är ingen dag. Skriv år-månad-dag, till exempel 2027-01-20."
    ),
    "initiative.wrong.outside_term": _(
        "{label}: {written} ligger utanför mandatperioden. Välj en dag från {first} till {last}."
    ),
    "initiative.wrong.number": _("{label}: ”{written}” går inte att läsa. Skriv ett tal från 0 till {most}."),
    "initiative.wrong.whole": _(
        "{label}: ”{written}” går inte att läsa. Skriv ett heltal från 0 till {most}."
    ),
    "initiative.wrong.party": _(
        "Parti anges bara för den som är gruppledare. Välj rollen gruppledare, eller ta bort partiet."
    ),
    "initiative.wrong.answer_late": _("Svara senast: dagen ligger efter mötet {day}. Välj en tidigare dag."),
    "initiative.wrong.step_order": _(
        "{step}: sista dagen ligger före den första, {first}. Byt plats på dagarna, eller ta bort den sista."
    ),
    "initiative.wrong.step_first": _("{step}: första dagen saknas. Fyll i den, eller ta bort den sista."),
    "initiative.wrong.unknown_field": _("Fältet ”{given}” finns inte. Det här går att sätta: {known}."),
    "cli.initiative.help": _("skriv promemoria, inbjudan eller tjänsteskrivelse till en gemensam start"),
    "cli.initiative.description": _(
        "Skriver ett av tre dokument att börja mandatperioden med: en promemoria till fullmäktiges presidium "
        "eller gruppledarna, en inbjudan till alla gruppledare, eller ett utkast till tjänsteskrivelse. De "
        "har kommunens eller regionens egna siffror med källa. Det som inte är ifyllt märks ut."
    ),
    "cli.initiative.epilog": _(
        "Exempel:\n"
        "  avstamp initiative Mölndal --document memo --output promemoria.docx\n"
        "  avstamp initiative Mölndal --document invitation --output inbjudan.docx \\\n"
        "    --set dag=2027-01-20 --set tid=9–16 --set arshjul=ystad\n"
        "  avstamp initiative 0014 --document tjansteskrivelse --output utkast.pdf"
    ),
    "cli.initiative.document.help": _("memo (promemoria), invitation (inbjudan) eller tjansteskrivelse"),
    "cli.initiative.out.help": _("fil att skriva; ändelsen bestämmer formatet: .docx, .pdf eller .html"),
    "cli.initiative.set.help": _(
        "ett fält med samma namn som på sidan, till exempel namn, roll, parti, uppdragsgivare, dag eller "
        "budget; går att ange flera gånger"
    ),
    "cli.initiative.working": _("Skriver om {unit}"),
    "cli.initiative.written": _("{document} för {unit} är skriven till {path}."),
    "cli.initiative.left": _("Kvar att fylla i: {blanks}."),
}
