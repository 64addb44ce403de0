"""What is said of a day: its exercises, faults in answers, results that are held back, agendas and the run sheet?"""

from __future__ import annotations

from collections.abc import Mapping

from avstamp.phrases.marking import Sentence
from avstamp.phrases.marking import gettext_noop as _

SENTENCES: Mapping[str, Sentence] = {
    "exercise.check_in": _("Incheckning"),
    "exercise.statements": _("Påståenden"),
    "exercise.epa": _("EPA: enskilt, i par, alla"),
    "exercise.round": _("Laget runt"),
    "exercise.collection": _("Öppen insamling"),
    "exercise.best_worst": _("Viktigast och minst viktigt"),
    "exercise.placing": _("Effekt och osäkerhet"),
    "exercise.confidence": _("Så säkra är vi"),
    "exercise.pulse": _("Puls"),
    "exercise.check_out": _("Utcheckning"),
    "exercise_state.planned": _("Planerad"),
    "exercise_state.open": _("Öppen för svar"),
    "exercise_state.closed": _("Stängd"),
    "exercise_state.reopened": _("Öppen igen för sena svar"),
    "exercise_state.settled": _("Avslutad, bara summor finns kvar"),
    "openness.named": _("med namn"),
    "openness.anonymous": _("anonymt"),
    "stage.alone": _("Enskilt"),
    "stage.pairs": _("I par"),
    "stage.all": _("Alla"),
    "room.withheld.collecting": _(
        "Medan den anonyma omgången är öppen visas bara hur många som har svarat. Resultatet visas när den stängs."
    ),
    "room.withheld.few": _(
        "Det är färre än {least} svar. Resultatet visas inte, eftersom det kunde röja vem som svarat vad."
    ),
    "room.withheld.few_disposed": _(
        "Det är färre än {least} svar. Resultatet visas inte, eftersom det kunde röja vem som svarat vad, och svaren "
        "är raderade. Öppnas omgången igen får alla svara på nytt."
    ),
    "room.withheld.disposed": _(
        "Svar från grupper med färre än {least} nya svar är raderade och ingår inte i någon summa. Öppnas omgången "
        "igen får de svara på nytt."
    ),
    "room.withheld.unchanged": _("Inga nya svar har kommit sedan resultatet visades."),
    "room.withheld.gained_few": _(
        "Nya svar har kommit, men i någon grupp färre än {least}. Det resultat som redan visats står kvar, eftersom "
        "skillnaden annars kunde röja vem som svarat vad."
    ),
    "room.withheld.divides": _(
        "De grupperna visas inte var för sig, eftersom någon av dem är mindre än {least} svar."
    ),
    "room.withheld.small_groups": _(
        "Svar från grupper med färre än {least} visas inte och ingår inte i någon summa."
    ),
    "room.exercise.no_question": _("Frågan saknas. Skriv vad deltagarna ska svara på."),
    "room.exercise.long_question": _("Frågan är för lång. Den får vara högst {most} tecken."),
    "room.exercise.few_items": _("Rader att svara på saknas: minst {least} behövs, {given} finns."),
    "room.exercise.many_items": _("Raderna att svara på är för många: högst {most} går, {given} finns."),
    "room.exercise.item_length": _("Rad {number} är tom eller för lång. Den får vara högst {most} tecken."),
    "room.exercise.item_twice": _("Rad {number} finns redan: ”{text}”. Ta bort den ena."),
    "room.exercise.scale": _("Välj en skala som övningen kan ha."),
    "room.exercise.never_anonymous": _(
        "Den här övningen görs tillsammans och kan inte vara anonym. Välj svar med namn eller en annan övning."
    ),
    "room.exercise.minutes": _("Tiden ska vara från 1 till {most} minuter."),
    "room.exercise.most_each": _("Antalet svar per person ska vara från 1 till 10."),
    "room.refused.open_already": _("Övningen är redan öppen för svar."),
    "room.refused.not_open": _("Övningen är inte öppen för svar."),
    "room.refused.written_down": _(
        "Databasservern loggar det som skrivs till den, och då är svaren inte anonyma. Be den som sköter servern "
        "stänga av det, eller ändra övningen till svar med namn."
    ),
    "room.refused.not_closed": _("Stäng övningen först."),
    "room.refused.settled": _("Övningen är avslutad för gott och kan inte öppnas igen."),
    "room.refused.no_stage": _("Det finns inget nästa steg i övningen."),
    "room.answer.vote": _(
        "”{value}” är inget svar på ett påstående. Välj instämmer, instämmer inte eller kan inte ta ställning."
    ),
    "room.answer.step": _("”{value}” finns inte på skalan. Välj ett steg från {first} till {last}."),
    "room.answer.set": _("Välj bland de {size} som visas."),
    "room.answer.best_and_worst": _("Välj en som är viktigast och en annan som är minst viktig."),
    "room.answer.empty": _("Svaret är tomt. Svara på minst en fråga."),
    "room.answer.many_words": _("Skriv högst {most} ord. Du skrev {given}."),
    "room.answer.long_word": _(
        "”{value}” är för långt. Skriv högst {most} tecken, och skilj orden åt med komma."
    ),
    "room.answer.long_note": _("Texten är {given} tecken. Den får vara högst {most}."),
    "room.answer.twice": _("Rad {number} är besvarad två gånger. Svara en gång."),
    "room.answer.other_kind": _("Övningen tar inte emot den sortens svar. Läs om sidan."),
    "room.answer.no_item": _("Det finns ingen rad {number} att svara på. Den sista är {last}."),
    "room.answer.identity_number": _("Texten innehåller ett personnummer. Ta bort det och skicka igen."),
    "room.answer.many_notes": _("Skriv högst {most} anteckningar. Du har skrivit {given}."),
    "room.refused.answered": _(
        "Övningen har varit öppen och kan inte ändras, eftersom svaren gäller det som stod där. Lägg till en ny."
    ),
    "room.refused.turn": _("Välj en roll, och skriv en talartid från 1 till {most} sekunder."),
    "room.refused.no_exercise": _("Den delen av dagen har ingen övning att öppna."),
    "room.day.title": _("Skriv vad det heter, med högst {most} tecken."),
    "room.unknown_day": _("Ingen träff har den koden här. Läs koden på skärmen och skriv den igen."),
    "room.slips.none": _("Skriv hur många lappar varje grupp ska ha. Ingen grupp har fått någon."),
    "room.slips.many": _("Det blir för många lappar. En träff kan ha högst {most} och har redan {already}."),
    "room.ballot.unknown_slip": _(
        "Koden finns inte på någon lapp till den här träffen. Läs på lappen och skriv igen."
    ),
    "room.ballot.spent": _("Lappen har redan svarat i den här omgången. Svaret är räknat."),
    "room.ballot.named": _("Den här övningen är inte anonym. Svara på träffens sida i stället."),
    "room.seat.no_guests": _("Till den här träffen krävs ett konto. Logga in först."),
    "room.seat.name": _("Skriv ditt namn, med högst {most} tecken."),
    "room.seat.role": _("Välj vilken roll du har."),
    "room.seat.anonymous": _("Den här omgången är anonym. Svara med en lapp i stället."),
    "room.group": _("{roles}"),
    "room.result.all": _("Alla som visas"),
    "room.result.group": _("Grupp"),
    "room.result.agree": _("Instämmer"),
    "room.result.disagree": _("Instämmer inte"),
    "room.result.undecided": _("Kan inte ta ställning"),
    "room.result.skipped": _("Hoppade över"),
    "room.result.share": _("Andel som instämmer"),
    "room.result.median": _("Median"),
    "room.result.statement": _("Påstående"),
    "room.result.statements": _("Hur rummet röstade, och hur stor andel av varje grupp som instämmer"),
    "room.result.driver": _("Drivkraft"),
    "room.result.effect": _("Effekt, median"),
    "room.result.uncertainty": _("Osäkerhet, median"),
    "room.result.effect_consensus": _("Samsyn om effekt, 0–1"),
    "room.result.uncertainty_consensus": _("Samsyn om osäkerhet, 0–1"),
    "room.result.n": _("Svar"),
    "room.result.placing": _("Drivkrafter efter effekt och osäkerhet, 1–5"),
    "room.result.need": _("Behov"),
    "room.result.score": _("Poäng, −1 till 1"),
    "room.result.best": _("Viktigast"),
    "room.result.worst": _("Minst viktigt"),
    "room.result.shown": _("Visad"),
    "room.result.best_worst": _("Valda som viktigast och minst viktigt"),
    "room.result.said": _("Vad som sades"),
    "room.result.number": _("Antal"),
    "room.result.what_was_said": _("Det som sades, vanligast först"),
    "room.result.more": _("Ytterligare {more} visas inte på skärmen."),
    "room.answer.skip": _("Hoppa över"),
    "room.ask.effect": _("Effekt på oss"),
    "room.ask.uncertainty": _("Osäkerhet om hur det går"),
    "room.ask.step.1": _("Mycket liten"),
    "room.ask.step.2": _("Liten"),
    "room.ask.step.3": _("Varken liten eller stor"),
    "room.ask.step.4": _("Stor"),
    "room.ask.step.5": _("Mycket stor"),
    "room.ask.best": _("Viktigast av dem"),
    "room.ask.worst": _("Minst viktig av dem"),
    "room.act.open": _("Öppna för svar"),
    "room.act.close": _("Stäng"),
    "room.act.reopen": _("Öppna igen för sena svar"),
    "room.act.settle": _("Avsluta för gott"),
    "room.act.stage": _("Gå till nästa steg"),
    "room.act.show": _("Visa resultatet"),
    "room.act.hide": _("Dölj resultatet"),
    "agenda_template.half_day": _("En halvdag"),
    "agenda_template.whole_day": _("En heldag"),
    "agenda_template.council_evening": _("En kväll med fullmäktige"),
    "agenda.break": _("Paus"),
    "agenda.lunch": _("Lunch"),
    "agenda.welcome": _("Välkomna"),
    "agenda.welcome.aim": _(
        "Säg varför ni är här, vad dagen ska ge och hur svaren används. Alla ansluter sin telefon."
    ),
    "agenda.check_in": _("Hur är läget?"),
    "agenda.check_in.aim": _("Ett ord var. Alla har sagt något innan någon talar länge."),
    "agenda.facts": _("Fakta vi står på"),
    "agenda.facts.aim": _(
        "Visa läget i siffror utan att tolka dem. Den som tvivlar på en uppgift ifrågasätter den, så får den ett svar."
    ),
    "agenda.outlook": _("Vad i omvärlden påverkar oss mest?"),
    "agenda.outlook.aim": _(
        "Placera drivkrafterna efter effekt och osäkerhet, och tala om dem där ni är mest oense."
    ),
    "agenda.position": _("Var står vi i dag?"),
    "agenda.position.aim": _(
        "Tänk först själv och sedan med andra, så att också den tystes iakttagelse kommer fram."
    ),
    "agenda.collection": _("Det som behöver sägas"),
    "agenda.collection.aim": _(
        "Ge plats för det obekväma. Ingen kan se vem som skrivit vad. Läs upp utan att gissa."
    ),
    "agenda.analysis": _("Vad står vi bakom, och vad delar oss?"),
    "agenda.analysis.aim": _("Rösta om påståendena. Börja samtalet i det som alla sidor står bakom."),
    "agenda.needs": _("Vilka förändringar är viktigast?"),
    "agenda.needs.aim": _("Välj viktigast och minst viktigt några gånger. Fråga vad som får vänta."),
    "agenda.ways": _("Hur vill vi arbeta tillsammans?"),
    "agenda.ways.aim": _("Ordet går laget runt. Alla talar en gång innan någon talar två gånger."),
    "agenda.confidence": _("Hur säkra är vi på att det blir av?"),
    "agenda.confidence.aim": _("Ett svar var, anonymt. Fråga sedan vad som skulle göra oss säkrare."),
    "agenda.pulse": _("Hur fungerar arbetet?"),
    "agenda.pulse.aim": _("Några korta frågor, anonymt. Samma frågor nästa gång visar om det rör sig."),
    "agenda.next": _("Vad händer nu?"),
    "agenda.next.aim": _("Säg vem som gör vad till när, och när resultatet kommer tillbaka till alla."),
    "agenda.check_out": _("Ett ord att gå hem med"),
    "agenda.check_out.aim": _("Ett ord var, och tack."),
    "runsheet.title": _("Körschema: {title}"),
    "runsheet.subtitle": _("{day}, klockan {first}–{last}, {place}"),
    "runsheet.subtitle_no_place": _("{day}, klockan {first}–{last}"),
    "runsheet.time": _("{first}–{last}"),
    "runsheet.caption": _("Dagens ordning"),
    "runsheet.order": _("Ordning"),
    "runsheet.aims": _("Vad varje del är till för"),
    "runsheet.aim": _("{time} {title} – {aim}"),
    "runsheet.bring": _("Att ha till hands"),
    "runsheet.bring.screen": _(
        "En stor skärm som läses från längst bak i rummet, och en dator med skärmbilden öppen."
    ),
    "runsheet.bring.phones": _("Deltagarnas egna telefoner, och några att låna ut."),
    "runsheet.bring.slips": _(
        "Utskrivna lappar till de anonyma omgångarna, en skål för varje grupp, och en person som ser till att var och "
        "en drar en lapp."
    ),
    "runsheet.bring.clock": _("Någon som håller ordning på talartiden."),
    "runsheet.column.time": _("Tid"),
    "runsheet.column.line": _("Vad"),
    "runsheet.column.minutes": _("Minuter"),
    "runsheet.column.exercise": _("Övning"),
    "runsheet.column.step": _("Steg"),
    "runsheet.talk": _("Samtal"),
    "runsheet.no_step": _("Inget steg"),
}
"""Phrase key to Swedish sentence."""
