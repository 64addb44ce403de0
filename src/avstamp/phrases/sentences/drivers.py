"""What do we say about drivers, how they are placed and sorted, and the futures they open?"""

from __future__ import annotations

from collections.abc import Mapping

from avstamp.phrases.marking import Sentence
from avstamp.phrases.marking import gettext_noop as _

SENTENCES: Mapping[str, Sentence] = {
    "drivers.title": _("Drivkrafter"),
    "drivers.table": _("Drivkrafter med siffror för {unit}"),
    "drivers.column.area": _("Område"),
    "drivers.column.driver": _("Drivkraft"),
    "drivers.column.horizon": _("Sikt"),
    "drivers.column.nature": _("Vad den för med sig"),
    "drivers.column.figure": _("Mått"),
    "drivers.column.address": _("Uppgiftens adress"),
    "drivers.column.year": _("År"),
    "drivers.column.value": _("Värde"),
    "drivers.column.measure": _("Enhet"),
    "drivers.column.change": _("Förändring på fem år"),
    "drivers.file.note": _(
        "Drivkrafterna är formulerade av Avstamp. Måtten visar vad faktabasen kan säga om dem och bevisar dem inte."
    ),
    "drivers.report.about": _(
        "Omvärlden bestämmer mycket som ingen här råder över. Avstamp har {count} drivkrafter att börja samtalet "
        "med, var och en med egna siffror."
    ),
    "drivers.report.moved": _(
        "Här har underlaget rört sig mest på fem år, mätt mot hur mycket kommuner eller regioner skiljer sig åt:"
    ),
    "drivers.report.point": _("{driver}. {figure}: {value} ({year}), {change} på fem år utmed trenden."),
    "driver.area.economy": _("Ekonomi och arbete"),
    "driver.area.demography": _("Befolkningen"),
    "driver.area.environment": _("Klimat, energi och natur"),
    "driver.area.social": _("Sociala förhållanden"),
    "driver.area.technology": _("Teknik"),
    "driver.area.politics": _("Politik och lagar"),
    "driver.area.own": _("Egna"),
    "driver.horizon.year": _("i år"),
    "driver.horizon.term": _("under mandatperioden"),
    "driver.horizon.longer": _("längre fram"),
    "driver.nature.challenge": _("utmaning"),
    "driver.nature.possibility": _("möjlighet"),
    "driver.nature.both": _("både utmaning och möjlighet"),
    "driver.sign.rising": _("{name} stiger. Nu {value} ({year}), {here}."),
    "driver.sign.falling": _("{name} sjunker. Nu {value} ({year}), {here}."),
    "driver.sign.here.yes": _("och det går åt det hållet"),
    "driver.sign.here.no": _("och det går åt andra hållet"),
    "driver.sign.here.unknown": _("och riktningen går inte att säga"),
    "cross.question.today": _(
        "Vilken av framtiderna liknar mest den vi i dag räknar med, utan att ha bestämt det?"
    ),
    "cross.question.robust": _("Vilka beslut är kloka i alla fyra?"),
    "cross.question.regret": _("Vilket av våra beslut skulle vi ångra mest om fel framtid kom?"),
    "cross.question.early": _("Vad skulle vi märka först, och vem hos oss skulle märka det?"),
    "cross.question.best": _("Vad kan vi göra i dag som gör den framtid vi helst vill ha troligare?"),
    "cross.question.missing_voice": _("Vems framtid har vi inte beskrivit?"),
    "cross.wrong.same": _("Välj två olika drivkrafter."),
    "cross.wrong.end": _("Skriv vad båda ändarna av varje axel betyder."),
    "cross.end.first": _("ena änden"),
    "cross.end.second": _("andra änden"),
    "driver.axis.effect": _("Verkan på oss"),
    "driver.axis.uncertainty": _("Osäkerhet"),
    "driver.step.1": _("mycket liten"),
    "driver.step.2": _("liten"),
    "driver.step.3": _("varken liten eller stor"),
    "driver.step.4": _("stor"),
    "driver.step.5": _("mycket stor"),
    "driver.sort.assumption": _("Planeringsantaganden"),
    "driver.sort.critical": _("Kritiska osäkerheter"),
    "driver.sort.watch": _("Bevaka"),
    "driver.sort.assumption.about": _("Stor verkan och liten osäkerhet: planera för att det blir så."),
    "driver.sort.critical.about": _(
        "Stor verkan och stor osäkerhet: förbered er på att det går åt olika håll."
    ),
    "driver.sort.watch.about": _("Mindre verkan: håll ögonen på tecknen."),
    "driver.sort.waiting": _("Väntar på fler bedömningar"),
    "driver.question.challenge": _(
        "Hur arbetar vi redan för att möta den, och vad skulle vi göra om den kom dubbelt så fort?"
    ),
    "driver.question.possibility": _("Vad gör vi för att ta vara på den, och vem hos oss svarar för det?"),
    "driver.question.both": _("Vem hos oss gynnas av den och vem drabbas, och vad följer av det?"),
    "driver.chart.caption": _("Verkan och osäkerhet, drivkrafterna med sina nummer"),
    "driver.chart.alternative": _(
        "Fyra fält med {count} drivkrafter efter medianen av svaren. Kritiska osäkerheter är nummer {critical}. "
        "Tabellerna nedan har samma uppgifter."
    ),
    "driver.taken": _("Hämtade: {count}."),
    "driver.placed": _("Din bedömning är sparad."),
    "driver.not_yours": _("Den som skrev drivkraften kan ändra och återta den."),
    "driver.wrong.none_chosen": _("Kryssa för minst en drivkraft att hämta."),
    "driver.wrong.empty": _("Skriv både namn och text."),
    "driver.wrong.too_long": _("Namn och ändar får ha högst {name} tecken, texter högst {text}."),
    "driver.wrong.there_already": _("Någon av drivkrafterna finns redan i registret."),
    "driver.wrong.of_another": _("Drivkraften hör till en annan start."),
    "driver.wrong.scale": _("Välj ett steg från 1 till 5 på båda frågorna."),
    "driver.wrong.choice": _("Välj ett av alternativen i listan."),
    "driver.wrong.indicator": _(
        "Underlaget {written} finns inte, eller kan inte bära en drivkraft. Sök fram ett mått eller en iakttagelse."
    ),
    "driver.wrong.too_much_evidence": _("En drivkraft får ha högst {most} underlag. Ta bort några."),
    "driver.wrong.withdrawn": _("Drivkraften är återtagen."),
    "driver.wrong.changed_meanwhile": _(
        "Någon har ändrat drivkraften sedan du öppnade sidan. Läs den nya lydelsen och ändra sedan i den."
    ),
    "driver.wrong.reason": _("Skriv varför den återtas, med högst {text} tecken."),
    "cli.drivers.help": _("visa drivkrafterna i omvärlden med egna siffror"),
    "cli.drivers.description": _(
        "Visar de drivkrafter som alla börjar med, område för område, med kommunens eller regionens egna siffror "
        "och vad som är värt att bevaka."
    ),
    "cli.drivers.epilog": _("Exempel:\n  avstamp drivers Mölndal\n  avstamp drivers 0014 --json"),
    "cli.drivers.heading": _("Drivkrafter för {unit} ({id})"),
    "cli.drivers.moved": _("Underlaget har rört sig mest: {names}."),
    "cli.drivers.figure": _("{name}: {value} ({year}), förändring på fem år {change}"),
    "cli.drivers.watch": _("Bevaka: {sign}"),
}
