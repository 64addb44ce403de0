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
    "room.act.remove": _("Ta bort"),
    "room.asks.remove": _("Delen tas bort från dagordningen. Det går inte att ångra."),
    "room.asks.settle": _(
        "Övningen kan inte öppnas igen. Av en anonym omgång finns sedan bara de summor och anteckningar som har visats "
        "kvar. Det går inte att ångra."
    ),
    "room.stage_now.alone": _("Enskilt: tänk själv och skriv."),
    "room.stage_now.pairs": _("I par: jämför, och skriv det ni är överens om."),
    "room.stage_now.all": _("Alla: tala tillsammans, och skriv det alla ska höra."),
    "room.notes.collecting": _("Omgången är anonym och öppen. Anteckningarna kommer hit när den stängs."),
    "room.notes.not_published": _(
        "Omgången är anonym, och färre än fem har svarat. Anteckningarna visas för ingen."
    ),
    "room.chart.placing.caption": _("Effekt och osäkerhet, drivkrafterna med sina nummer"),
    "room.chart.placing.alternative": _(
        "Diagram över {count} drivkrafter efter effekt och osäkerhet. Stor effekt och stor osäkerhet har nummer "
        "{critical}. Samma tal står i tabellen."
    ),
    "room.chart.shares.caption": _("Andel som instämmer"),
    "room.chart.shares.alternative": _(
        "Stapeldiagram över hur stor andel som instämmer i {count} påståenden. Flest instämmer i ”{most}”. Samma tal "
        "står i tabellen."
    ),
    "room.chart.scores.caption": _("Viktigast och minst viktigt"),
    "room.chart.scores.alternative": _(
        "Stapeldiagram över poängen för {count} behov, från −1 till 1. Högst poäng har ”{most}”. Samma tal står i "
        "tabellen."
    ),
    "room.chart.score": _("poäng från −1 till 1"),
    "room.chart.steps.caption": _("Så många svarade varje steg"),
    "room.chart.steps.alternative": _(
        "Stapeldiagram över hur många som svarade vart och ett av {count} steg. Vanligast är {most}. Samma tal står i "
        "tabellen."
    ),
    "room.chart.answers": _("svar"),
    "room.note.shown": _(
        "{answered} svarade. Grupper med färre än fem svar visas inte för sig och ingår inte i summorna."
    ),
    "room.note.statements": _(
        "Andelen räknas av dem som instämmer, inte instämmer eller inte kan ta ställning. Sista kolumnen säger hur "
        "många som skulle behöva ändra sin röst för att flest skulle tycka tvärtom."
    ),
    "room.note.best_worst": _(
        "Poängen är (viktigast − minst viktigt) / antal gånger behovet visades. Den säger inte om skillnaden mellan "
        "två behov beror på slumpen."
    ),
    "room.note.placing": _(
        "Medianen är det mittersta svaret. Samsynen är 1 när alla svarar lika och 0 när hälften står i var ände."
    ),
    "room.note.round": _(
        "Tiden är noterad för rollen, aldrig för personen. Roller med färre än fem anslutna räknas ihop med andra."
    ),
    "room.note.notes": _(
        "Anteckningar räknas ihop när de lyder lika eller när den som leder har lagt dem under en rubrik. Varje "
        "anteckning finns kvar som den skrevs."
    ),
    "room.file.sheet": _("Tabell {number}"),
    "room.file.about": _("Om resultatet"),
    "room.file.origin": _("{title}, {line}, version {version}, sparad {day}. Adress i tråden: {address}"),
    "room.result.turns_it": _("Röster som vänder"),
    "agenda_template.at_home": _("Hemma före mötet: samla in synpunkter"),
    "agenda.home_outlook": _("Vad påverkar oss mest?"),
    "agenda.home_outlook.aim": _(
        "Svaras på hemma under några dagar. Läs drivkrafterna i Omvärld först, och placera dem som du ser dem."
    ),
    "agenda.home_position": _("Vad ser du när du läser nuläget?"),
    "agenda.home_position.aim": _(
        "Var och en läser siffrorna i lugn och ro och skriver det viktigaste. Anteckningarna läggs ihop före mötet."
    ),
    "agenda.home_analysis": _("Vad står vi bakom?"),
    "agenda.home_analysis.aim": _("Svaren visar var samtalet behövs. Dölj resultatet till mötet."),
    "agenda.home_needs": _("Vilka förändringar är viktigast?"),
    "agenda.home_needs.aim": _("Ett första val hemma, att jämföra med valet efter samtalet."),
    "agenda.home_ways": _("Hur fungerar arbetet i dag?"),
    "agenda.home_ways.aim": _("Några korta frågor. Samma frågor efter mötet visar om det rör sig."),
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
