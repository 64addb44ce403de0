"""What does the record say was done, event by event, and how is it told that all had the same at the same time?"""

from __future__ import annotations

from collections.abc import Mapping

from avstamp.phrases.marking import Sentence, ngettext
from avstamp.phrases.marking import gettext_noop as _

SENTENCES: Mapping[str, Sentence] = {
    # What was done: a key for every action that is recorded, and one for those of a newer version.
    "event.other": _("Annan händelse: {action}."),
    "event.start.created": ngettext(
        "Starten skapades. Fullmäktige har {parties} parti.",
        "Starten skapades. Fullmäktige har {parties} partier.",
        by="parties",
    ),
    "event.start.planned": _("Starten planerades efter en mall."),
    "event.start.registered": _("Starten diariefördes eller fick en ny dokumentstatus: {status}."),
    "event.start.commissioned": _("Uppdraget registrerades. Uppdragsgivare: {commissioner}."),
    "event.start.opened": ngettext(
        "Starten öppnades för alla samtidigt, {people} person.",
        "Starten öppnades för alla samtidigt, {people} personer.",
        by="people",
    ),
    "event.start.imported": ngettext(
        "Starten lästes in från ett arkiv med {rows} rad.",
        "Starten lästes in från ett arkiv med {rows} rader.",
        by="rows",
    ),
    "event.parties.kept": _("Partierna i fullmäktige skrevs in: {parties} partier med {seats} mandat."),
    "event.meeting.added": _("Ett möte lades in den {first}."),
    "event.meeting.removed": _("Ett möte den {first} togs bort."),
    "event.steps.planned": _("Stegens dagar planerades."),
    "event.link.made": _("En personlig länk skapades åt {member}, för att delas ut."),
    "event.person.erased": _("En person raderades på egen begäran."),
    "event.step.opened": _("{step} öppnades för alla samtidigt."),
    "event.step.closed": _("{step} avslutades för alla samtidigt."),
    "event.sides.taken": _("Partiernas sidor från {from}: {sides}."),
    "event.side": _("{party} {side}"),
    "event.member.added": _("{member} lades till. Deltar som {capacity}."),
    "event.member.ended": _("{member} slutar den {last}. Deltar som {capacity}."),
    "event.function.given": _("{member} fick en funktion: {function}."),
    "event.claim.written": _("Nummer {number} påbörjades."),
    "event.claim.edited": _("Texten till nummer {number} ändrades."),
    "event.claim.completed": _("Nummer {number} färdigställdes."),
    "event.claim.dispatched": _("Nummer {number} expedierades."),
    "event.claim.answered": _("Den som ansvarar för nummer {number} svarade: {verdict}."),
    "event.evidence.added": _("Nummer {number} fick ett underlag."),
    "event.evidence.removed": _("Ett underlag togs bort från nummer {number}."),
    "event.driver.edited": _("Drivkraft nummer {driver} fick en ny lydelse, nummer {version}."),
    "event.driver.withdrawn": _("Drivkraft nummer {driver} återtogs."),
    "event.driver.placed": _("Drivkraft nummer {driver} placerades efter effekt och osäkerhet."),
    "event.cross.written": _("Scenariokors nummer {cross} skrevs."),
    "event.day.made": _("Träff nummer {day} lades upp, med {lines} delar."),
    "event.day.changed": _("Del {line} i träff nummer {day} ändrades."),
    "event.day.line_removed": _("Del {line} i träff nummer {day} togs bort."),
    "event.day.edited": _("Uppgifterna om träff nummer {day} ändrades."),
    "event.day.ended": _("Träff nummer {day} avslutades."),
    "event.day.cancelled": _("Träff nummer {day} ställdes in."),
    "event.day.resumed": _("Träff nummer {day} togs upp igen."),
    "event.day.notes_hidden": _(
        "Anteckningar i del {line} i träff nummer {day} doldes: {notes} stycken, eftersom {why_hidden}."
    ),
    "event.day.notes_shown": _(
        "Dolda anteckningar i del {line} i träff nummer {day} visades igen: {notes} stycken."
    ),
    "event.day.result_kept": _("Resultatet av del {line} i träff nummer {day} fick en ny version."),
    "event.slips.made": _("{slips} lappar till anonyma omgångar skrevs ut för träff nummer {day}."),
    "event.exercise.opened": _("Del {line} i träff nummer {day} öppnades för svar {openness}."),
    "event.exercise.closed": _("Del {line} i träff nummer {day} stängdes. Antal svar: {answers}."),
    "event.paper.entered": _(
        "Svar från {ballots} blanketter skrevs in till del {line} i träff nummer {day}."
    ),
    "event.paper.counted": _(
        "Högen med blanketter till del {line} i träff nummer {day} räknades: {pile} i högen, {entered} inskrivna."
    ),
    "event.exercise.settled": _("Del {line} i träff nummer {day} avslutades, och bara summor finns kvar."),
    "event.exercise.shown": _("Resultatet av del {line} i träff nummer {day} visades på skärmen."),
    "event.exercise.hidden": _("Resultatet av del {line} i träff nummer {day} togs bort från skärmen."),
    "event.exercise.stage": _("Del {line} i träff nummer {day} gick vidare till nästa steg: {stage}."),
    "event.scenario.saved": _("Scenario nummer {scenario} för ekonomin sparades, version {version}."),
    "event.scenario.withdrawn": _("Scenario nummer {scenario} för ekonomin drogs tillbaka."),
    "event.dispute.raised": _("Uppgiften {figure} ifrågasattes. Ifrågasättande nummer {number}."),
    "event.dispute.taken": _("Ifrågasättande nummer {number} fick en ansvarig."),
    "event.dispute.closed": _("Ifrågasättande nummer {number} avslutades: {outcome}."),
    "event.finding.set_aside": _("En iakttagelse lades åt sidan. {finding}."),
    "event.finding.taken_back": _("En iakttagelse togs tillbaka. {finding}."),
    "event.position.own_kept": _(
        "Egna uppgifter sparades: {register}. Nya rader: {new}, ändrade: {changed}, oförändrade: {same}."
    ),
    "event.position.own_withdrawn": _("Rad {row} bland de egna uppgifterna togs bort."),
    # What stands in the content of events.
    "event.author.party": _("ett parti"),
    "event.author.side": _("en sida"),
    "event.author.person": _("en politisk vilde"),
    "event.author.officials": _("tjänstepersonerna"),
    "event.author.joint": _("alla gemensamt"),
    "event.author.method": _("en metod"),
    "event.commissioner.presidium": _("fullmäktiges presidium"),
    "event.commissioner.group_leaders": _("samtliga gruppledare"),
    "event.unplanned": _("dag inte bestämd"),
    # Who did it.
    "actor.console": _("Serverns kommandorad"),
    "actor.elected": _("En förtroendevald"),
    "actor.other": _("En inbjuden"),
    "actor.yourself": _("Du"),
    "actor.erased": _("Någon vars namn har raderats"),
    # What is told of the record as a whole.
    "record.checked": _("Kontrollerad senast {at}, till och med händelse {number}."),
    "record.never_checked": _("Loggen har inte kontrollerats än."),
    "record.too_long": _(
        "Loggen har {count} händelser. En så lång logg kontrolleras på servern med ”avstamp audit verify”."
    ),
    "record.head": _("Senaste underskriften gäller händelse {number}, {at}."),
    "record.no_head": _("Ingen underskrift finns än."),
    "record.none": _("Ingenting är gjort än."),
    "record.none_of_kind": _("Ingen händelse av det slaget finns."),
    "record.all_kinds": _("Alla händelser"),
    # Groups of events, to choose among.
    "record.kind.start": _("Starten, partierna och mötena"),
    "record.kind.step": _("Stegen"),
    "record.kind.sides": _("Partiernas sidor"),
    "record.kind.member": _("Deltagare, funktioner och länkar"),
    "record.kind.claim": _("Påståenden, tolkningar, bedömningar och deras underlag"),
    "record.kind.dispute": _("Ifrågasatta uppgifter"),
    "record.kind.position": _("Egna uppgifter"),
    "record.kind.day": _("Träffar och övningar"),
    # That all had the same at the same time.
    "access.opened": _(
        "Starten öppnades {at}. Då fick alla som deltog tillgång till samma underlag i samma ögonblick."
    ),
    "access.everyone": ngettext(
        "{count} person hade tillgång från det ögonblicket.",
        "{count} personer hade tillgång från det ögonblicket.",
        by="count",
    ),
    "access.from_opening": _("När starten öppnades"),
    "access.on_entering": _("När personen kom med, {first}"),
    "access.between": _("När de kom med, {first} till {last}"),
    "access.not_invited": _("Inte inbjudna av starten"),
    "access.no_party": _("utan parti"),
}
