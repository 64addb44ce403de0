"""What is said of scenarios that a start has saved?"""

from __future__ import annotations

from collections.abc import Mapping

from avstamp.phrases.marking import Sentence
from avstamp.phrases.marking import gettext_noop as _

SENTENCES: Mapping[str, Sentence] = {
    "scenario.saved": _("Scenariot är sparat. Alla i starten ser det."),
    "scenario.was_withdrawn": _("Scenariot är tillbakadraget och står kvar att läsa."),
    "scenario.result": _("Scenario {number}, {name}"),
    "scenario.outcome": _(
        "Balanskravet bryts {year} i {broken} av framtiderna, och resultatet är då {result} av skatt och bidrag i "
        "median (version {version})."
    ),
    "scenario.begins": _("{scenario}. {base}"),
    "scenario.row.risk": _("Risk som godtas i något år"),
    "scenario.row.efficiency": _("Effektivisering per år för den risken"),
    "scenario.row.tax": _("Höjd skatt för samma sak"),
    "scenario.source.ready": _("Följer det färdiga scenariot ”{scenario}”."),
    "scenario.source.risk": _("Avstamps utgångspunkt; ingen har skrivit något annat."),
    "scenario.source.unsaid": _("Eget; upphov saknas."),
    "scenario.wrong.nothing": _(
        "Inget scenario följde med. Öppna sidan om ekonomin och välj Spara i en start."
    ),
    "scenario.wrong.name": _("Skriv ett namn på högst {most} tecken."),
    "scenario.wrong.author": _("Skriv vem som står bakom de egna antagandena och vad de bygger på."),
    "scenario.wrong.why": _("Skriv varför scenariot inte gäller längre, på högst {most} tecken."),
    "scenario.wrong.withdrawn": _("Scenariot är tillbakadraget. Spara ett nytt i stället."),
    "scenario.wrong.same": _(
        "Versionen säger detsamma som den förra. Ändra något, eller lämna den som den är."
    ),
    "scenario.wrong.no_economy": _("Faktabasen har inget bokslut att börja räkna från."),
    "scenario.wrong.choice": _("Välj ett till {most} scenarier att jämföra."),
    "archive.wrong.scenario": _(
        "Ett sparat scenario i arkivet har ett innehåll som Avstamp inte har skrivit. Exportera starten på nytt."
    ),
}
