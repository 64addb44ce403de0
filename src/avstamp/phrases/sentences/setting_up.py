"""What is said while a start is set up: year wheels, sides, mandates, lists of people, and what remains?"""

from __future__ import annotations

from collections.abc import Mapping

from avstamp.phrases.marking import Sentence
from avstamp.phrases.marking import gettext_noop as _

SENTENCES: Mapping[str, Sentence] = {
    "role.one_elected": _("förtroendevald"),
    "function.in_body": _("{function}, {body}"),
    "start.no_party": _("politisk vilde"),
    "side.ruling": _("styr"),
    "side.supporting": _("stödparti"),
    "side.opposition": _("opposition"),
    "side.independent": _("fristående"),
    "side.undecided": _("inget styre än"),
    "commissioner.presidium": _("fullmäktiges presidium"),
    "commissioner.group_leaders": _("alla gruppledare tillsammans"),
    "retention.keep": _("bevaras"),
    "retention.at_close": _("gallras när steget avslutas"),
    "retention.after_term": _("gallras efter mandatperioden"),
    "start.refused.invented_person": _(
        "Du är inloggad som en påhittad person i demonstrationen. Logga in som dig själv för att sätta upp en start."
    ),
    "start.refused.not_led": _(
        "{organisation} finns redan här. Nästa mandatperiod sätts upp av någon som har varit processledare där."
    ),
    "start.parties.stand": _("Starten är öppen, och mandaten ändras inte längre."),
    "start.parties.in_use": _(
        "Det finns personer för {parties}. Avsluta deras platser innan partiet tas bort."
    ),
    "start.registry.only_onwards": _(
        "En handling går bara framåt: den kan inte bli mindre färdig än den är."
    ),
    "start.member_unknown": _("Personen har ingen sådan plats i starten."),
    "start.ends_before": _("Platsen började {first}. Ange en dag som inte ligger före den."),
    "start.last_leader": _("Starten skulle stå utan processledare. Lägg till en annan först."),
    "start.mandates.nameless": _("Rad {row} har mandat men inget parti. Skriv partiets namn."),
    "start.mandates.seats": _("{party}: ”{value}” är inget antal mandat. Skriv ett heltal, minst 1."),
    "start.mandates.twice": _("Kortnamnet {party} står två gånger. Ge partierna olika kortnamn."),
    "start.mandates.even": _(
        "Summan är {total}. Antalet ledamöter i fullmäktige ska vara udda (KL 5 kap. 5 §). Rätta mandaten."
    ),
    "start.mandates.differs": _(
        "Summan är {total}, men enligt valresultatet är det {elected} mandat. Rätta, eller bekräfta summan."
    ),
    "start.task.parties": _("Fyll i partier och mandat"),
    "start.task.sides": _("Ange vilka som styr, eller att styret inte är klart"),
    "start.task.dates": _("Lägg in stegens dagar"),
    "start.task.commission": _("Ange vem som har gett uppdraget"),
    "start.task.people": _("Bjud in alla som ska vara med"),
    "start.task.opening": _("Öppna starten för alla"),
    "start.next.wait": _(
        "Starten förbereds. När den öppnas får alla tillgång i samma stund, och du ser det här."
    ),
    "start.next.lead_going": _("Pågår nu: {steps}. Avsluta steget när det är klart."),
    "start.next.open_step": _("Öppna nästa steg: {step}."),
    "start.next.all_done": _("Alla fem steg är klara."),
    "start.next.going": _("Pågår nu: {steps}. Se vad du kan göra."),
    "start.next.no_step": _("Inget steg pågår just nu. Se när nästa är planerat."),
    "invite.row": _("Rad {row}. {fault}"),
    "invite.email": _("E-post: ”{value}” är ingen e-postadress. Skriv den som namn@exempel.se."),
    "invite.name_long": _("Namn: längre än {most} tecken. Korta det."),
    "invite.email_long": _("E-post: längre än {most} tecken. Kontrollera adressen."),
    "invite.body_long": _("Organ: längre än {most} tecken. Korta det."),
    "invite.party_not_elected": _(
        "Parti: ”{value}” anges för någon som inte är förtroendevald. Ta bort partiet."
    ),
    "invite.party_unknown": _("Parti: ”{value}” finns inte i fullmäktige. Skriv något av: {parties}."),
    "invite.function_not_elected": _(
        "Funktion: ”{value}” anges för någon som inte är förtroendevald. Ta bort funktionen."
    ),
    "invite.body_without_function": _(
        "Organ: ”{value}” saknar funktion. Ange funktionen eller ta bort organet."
    ),
    "invite.twice": _("E-post: {value} står redan på rad {first} med samma roll. Ta bort en av raderna."),
    "invite.takes_part": _("E-post: {value} är redan med i starten i den rollen. Ta bort raden."),
    "wheel.ystad.title": _("Ystad: budgetupptakt i februari, beslut i juni"),
    "wheel.ystad.about": _("Omvärldsanalys i januari, analysdagar i mars och april, budget i juni."),
    "wheel.ystad.outlook_analysis": _("Omvärldsanalys"),
    "wheel.ystad.shared_conditions": _("Övergripande mål, ekonomiskt utrymme, anvisningar och tidplan"),
    "wheel.ystad.budget_opening": _("Budgetupptakt med nämndspresidier och förvaltningsledningar"),
    "wheel.ystad.analysis_days": _("Analysdagar"),
    "wheel.ystad.political_handling": _("Politisk beredning"),
    "wheel.ystad.board_decides": _("Kommunstyrelsen behandlar budgeten, efter förhandling enligt MBL"),
    "wheel.ystad.council_decides": _("Fullmäktige beslutar om budgeten"),
    "wheel.ostersund.title": _("Östersund: analys under hösten, budgetdag vid årsskiftet"),
    "wheel.ostersund.about": _(
        "Nuläges- och omvärldsanalys från september, bokslutsdag i början av februari."
    ),
    "wheel.ostersund.position_and_outlook": _("Nuläges- och omvärldsanalys med jämförelser"),
    "wheel.ostersund.political_budget_day": _("Politisk budgetdag"),
    "wheel.ostersund.accounts_day": _("Bokslutsdag i fullmäktige"),
    "wheel.sodertalje.title": _("Södertälje: omvärldsdag vid årets början, beslut i december"),
    "wheel.sodertalje.about": _(
        "Politiker och tjänstepersoner möts om omvärlden, sedan analys av resultatet."
    ),
    "wheel.sodertalje.outlook_day": _("Omvärldsdag med politiker och tjänstepersoner"),
    "wheel.sodertalje.results_analysis": _("Analys av resultatet"),
    "wheel.sodertalje.board_frames": _("Kommunstyrelsen lämnar ramar"),
    "wheel.sodertalje.boards_work": _("Nämnderna arbetar med sina förslag"),
    "wheel.sodertalje.council_decides": _("Fullmäktige beslutar om budgeten"),
    "wheel.umea.title": _("Umeå: ett och ett halvt år i förväg"),
    "wheel.umea.about": _(
        "Arbetet börjar i juni, och ”Nuläge och framtid” visas i december för fullmäktige, nämnder, bolag och fack."
    ),
    "wheel.umea.planning_begins": _("Planeringen börjar"),
    "wheel.umea.position_and_future": _(
        "Nuläge och framtid: genomgång för fullmäktige, nämnder, bolag och fack"
    ),
}
