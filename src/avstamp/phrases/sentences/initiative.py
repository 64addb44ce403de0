"""What do the memo, the invitation and the draft report say with which somebody takes the initiative to a start?"""

from __future__ import annotations

from collections.abc import Mapping

from avstamp.phrases.marking import Sentence
from avstamp.phrases.marking import gettext_noop as _

SENTENCES: Mapping[str, Sentence] = {
    # What has to be filled in.
    "blank.fill_in": _("[Fyll i: {what}]"),
    "initiative.blank.answer_by": _("sista dag att svara"),
    "initiative.blank.budget": _("belopp"),
    "initiative.blank.children": _("prövning av barnets bästa"),
    "initiative.blank.contact": _("vem man svarar till"),
    "initiative.blank.day": _("dag för första mötet"),
    "initiative.blank.days": _("dagar"),
    "initiative.blank.director_name": _("direktörens namn"),
    "initiative.blank.director_title": _("direktörens titel"),
    "initiative.blank.equality": _("bedömning av jämställdhet"),
    "initiative.blank.frame": _("budgetram"),
    "initiative.blank.hours": _("timmar per möte"),
    "initiative.blank.name": _("namn"),
    "initiative.blank.number": _("diarienummer"),
    "initiative.blank.official_name": _("handläggarens namn"),
    "initiative.blank.official_title": _("handläggarens titel"),
    "initiative.blank.parties": _("partierna i fullmäktige"),
    "initiative.blank.party": _("parti"),
    "initiative.blank.people": _("antal deltagare"),
    "initiative.blank.place": _("plats"),
    "initiative.blank.recipient": _("fullmäktiges presidium eller alla gruppledare tillsammans"),
    "initiative.blank.report_day": _("sammanträde"),
    "initiative.blank.time": _("tid"),
    "initiative.blank.title": _("titel"),
    # To, from, number.
    "initiative.to": _("Till: {recipient}"),
    "initiative.recipient.presidium": _("Fullmäktiges presidium"),
    "initiative.recipient.group_leaders": _("Alla gruppledare i fullmäktige"),
    "initiative.from": _("Från: {name}, {title}"),
    "initiative.from.group_leader": _("Från: {name}, gruppledare, {party}"),
    "initiative.from.group_leader_titled": _("Från: {name}, {title}, gruppledare, {party}"),
    "initiative.number": _("Diarienummer: {number}"),
    "initiative.invented": _(
        "Demonstration. Organisationen och partierna är påhittade. Siffrorna kommer från {unit}."
    ),
    # The commission.
    "initiative.commission.given": _("Uppdraget till starten gavs den {day} av {by}."),
    "initiative.commission.asked": _("Uppdraget till starten ges av {by}."),
    "initiative.commission.all": _("Det gäller först när gruppledarna för alla partier står bakom det."),
    "initiative.commission.open": _(
        "Uppdraget till starten ges av fullmäktiges presidium eller av alla gruppledare tillsammans."
    ),
    "initiative.commission.never": _("Det ges aldrig av bara majoriteten."),
    # The steps, the factors and the year.
    "initiative.steps.caption": _("De fem stegen och deras dagar"),
    "initiative.steps.step": _("Steg"),
    "initiative.steps.question": _("Fråga"),
    "initiative.steps.days": _("Dagar"),
    "initiative.steps.numbered": _("{number}. {step}"),
    "initiative.steps.proposed": _(
        "Dagar som ingen har valt är ett förslag, satt efter ett verkligt planeringsår ({title}). De kan ändras."
    ),
    "initiative.step.outlook": _(
        "Vilka möjligheter och utmaningar ger omvärlden oss, i år och under mandatperioden?"
    ),
    "initiative.step.position": _("Var står vi i ekonomi, kvalitet och förmåga att möta förväntningar?"),
    "initiative.step.analysis": _("Vad står alla bakom, och vad skiljer?"),
    "initiative.step.needs": _("Vilka förändringar betyder mest?"),
    "initiative.step.ways": _("Hur arbetar styre, opposition och tjänstepersoner så att det lyckas?"),
    "initiative.factor.process": _(
        "Använd den planering och uppföljning som redan finns. Varje steg har sin plats i året, från "
        "årsredovisning till budget, och inget görs två gånger."
    ),
    "initiative.factor.everyone": _(
        "Samla alla i rummet. Styre, stödpartier, opposition och tjänstepersoner möts kring samma underlag."
    ),
    "initiative.factor.truth": _(
        "Det som är sant måste få sägas. Ingen äger siffrorna och ingen kan ta bort dem. Tolkningar står bredvid."
    ),
    "initiative.factor.action": _(
        "Ord måste bli handling. Beslut får en ansvarig, ett datum och en väntad effekt, och de följs upp."
    ),
    "initiative.year": _("Så passar det in i året"),
    "initiative.year.about": _(
        "Starten läggs in i det planeringsår som ändå pågår. Stegen står här bland de datum som lagen sätter."
    ),
    "initiative.year.caption": _("Startens steg och lagens datum"),
    "initiative.year.when": _("När"),
    "initiative.year.ground": _("Grund"),
    "initiative.year.step": _("Steg {number}: {step}"),
    "initiative.year.first_meeting": _("Första mötet med alla gruppledare"),
    "initiative.year.the_start": _("Starten"),
    "initiative.year.planned": _("Egen plan, inte lag"),
    "initiative.year.proposed": _("Förslag, inte lag"),
    # What it takes.
    "initiative.effort.meetings": _("Varje steg behöver minst ett möte, alltså fem möten."),
    "initiative.effort.hours": _(
        "Med {hours} timmar per möte och {people} deltagare blir det {total} timmar av deltagarnas tid."
    ),
    "initiative.effort.hours.blank": _("Deltagarnas tid: {hours} och {people}."),
    "initiative.effort.officials": _(
        "Faktaunderlaget är redan framtaget. Tjänstepersonerna lägger till egna uppgifter, svarar på "
        "ifrågasatta siffror och lämnar bedömningar."
    ),
    "initiative.effort.budget": _("Kostnad utöver arbetstid: {amount}."),
    "initiative.effort.licence": _("Programmet är öppen källkod och kostar inget i licens."),
    # Who decides.
    "initiative.decides.council": _(
        "Fullmäktige beslutar om mål, budget, skatt och nämndernas organisation (KL 5:1). Starten "
        "förbereder besluten och ersätter inget av dem."
    ),
    "initiative.decides.board": _(
        "Styrelsen leder och samordnar, följer det som påverkar utveckling och ekonomi och verkställer "
        "fullmäktiges beslut (KL 6:1, 6:11 och 6:13)."
    ),
    "initiative.decides.boards": _(
        "Nämnderna svarar för att besluten verkställs och redovisar det till fullmäktige (KL 6:4 och 6:5)."
    ),
    "initiative.decides.officials": _(
        "Tjänstepersonerna lämnar bedömningar, aldrig tolkningar, och är sakliga (RF 1:9)."
    ),
    "initiative.decides.auditors": _("Revisorerna läser det som deras granskning kräver (KL 12:9)."),
    # The unit's own figures.
    "initiative.figures.about": _(
        "Uppgifterna gäller {unit} och kommer ur öppna källor. Senaste år i faktabasen är {year}. De är "
        "utgångspunkt för samtalet och säger inte vad som bör göras."
    ),
    "initiative.figures.conditions": _("Befolkning och ekonomi"),
    "initiative.figures.economy_ahead": _(
        "Om det fortsätter som i dag bryts balanskravet {year} i {share} av de framtider som har prövats."
    ),
    "initiative.figures.possibility": _("Möjligheter"),
    "initiative.figures.possibility.municipality": _(
        "De största möjligheterna: {unit} bland landets kommuner"
    ),
    "initiative.figures.possibility.region": _("De största möjligheterna: {unit} bland landets regioner"),
    "initiative.figures.challenge": _("Utmaningar"),
    "initiative.figures.challenge.municipality": _("De största utmaningarna: {unit} bland landets kommuner"),
    "initiative.figures.challenge.region": _("De största utmaningarna: {unit} bland landets regioner"),
    "initiative.figures.lasts": _("Hur säkert"),
    "initiative.figures.more": _(
        "Alla mått, med jämförelser, källor och vad som talar emot, finns i rapporten ur Avstamp."
    ),
    # The memo.
    "initiative.memo.title": _("Börja mandatperioden tillsammans, på fakta"),
    "initiative.memo.subtitle": _("Promemoria. {unit}, mandatperioden {first}–{last}."),
    "initiative.memo.proposal": _("Förslaget i korthet"),
    "initiative.memo.proposal.start": _(
        "{unit} börjar mandatperioden {first}–{last} med en gemensam start i fem steg, på fakta som alla "
        "kan se och ingen kan ändra."
    ),
    "initiative.memo.proposal.same_moment": _(
        "Alla partier och tjänstepersonernas ledning får tillgång till underlaget i samma stund, och det "
        "går att visa i efterhand."
    ),
    "initiative.memo.proposal.prepares": _(
        "Starten förbereder. Fullmäktige beslutar om mål och budget som vanligt."
    ),
    "initiative.memo.proposal.next": _(
        "Nästa steg är att uppdraget ges och att alla gruppledare bjuds in, med samma ord och samma dag."
    ),
    "initiative.memo.proposal.next_invite": _(
        "Nästa steg är att alla gruppledare bjuds in, med samma ord och samma dag."
    ),
    "initiative.memo.why": _("Varför på fakta?"),
    "initiative.memo.why.picture": _(
        "En mandatperiod börjar ofta med program, förhandlingar och en budget som redan är lagd. Var och "
        "en har då sin egen bild av hur det är i {unit}, och de bilderna prövas sällan mot varandra."
    ),
    "initiative.memo.why.agree": _(
        "De som först har sett samma siffror kan vara oense om vad som bör göras och ändå eniga om hur det är."
    ),
    "initiative.memo.why.apart": _(
        "Därför hålls fakta och tolkningar isär. Siffrorna står kvar som de är, med källa. Den som tror att "
        "en siffra är fel ifrågasätter den öppet och får ett svar med källa."
    ),
    "initiative.memo.why.readings": _(
        "Partiernas tolkningar skrivs när den samlade analysen är klar. De står bredvid siffrorna, lika "
        "stora, och tjänstepersonernas bedömningar är märkta som sådana."
    ),
    "initiative.memo.why.power": _(
        "Vilka som styr kan ändras under perioden. Underlaget hör därför varken till styret eller till "
        "oppositionen, och det som har sagts står kvar vid ett skifte."
    ),
    "initiative.memo.figures": _("Vad siffrorna redan säger"),
    "initiative.memo.steps": _("Fem steg"),
    "initiative.memo.steps.about": _(
        "Stegen bygger på varandra. Varje steg öppnas och avslutas för alla samtidigt."
    ),
    "initiative.memo.factors": _("Fyra saker som avgör om det lyckas"),
    "initiative.memo.effort": _("Vad det tar i tid och pengar"),
    "initiative.memo.decides": _("Vem beslutar vad?"),
    # The invitation.
    "initiative.invitation.title": _("Inbjudan till en gemensam start på mandatperioden"),
    "initiative.invitation.subtitle": _("{unit}, mandatperioden {first}–{last}."),
    "initiative.invitation.to": _("Till: Gruppledarna för alla partier i fullmäktige"),
    "initiative.invitation.by": _("Inbjuder: {by}"),
    "initiative.invitation.decide_first": _(
        "Det första mötet börjar därför med att gruppledarna tar ställning till uppdraget."
    ),
    "initiative.invitation.invited": _(
        "Du bjuds in till den gemensamma starten på mandatperioden {first}–{last} i {unit}."
    ),
    "initiative.invitation.same_words": _(
        "Alla gruppledare får den här inbjudan samtidigt och med samma ord, vare sig partiet styr, stöder "
        "styret, är i opposition eller är fristående."
    ),
    "initiative.invitation.when": _("När och var"),
    "initiative.when.day": _("Dag: {day}"),
    "initiative.when.time": _("Tid: {time}"),
    "initiative.when.place": _("Plats: {place}"),
    "initiative.when.answer": _("Svara senast: {day}, till {contact}"),
    "initiative.invitation.why": _("Vad det handlar om"),
    "initiative.invitation.why.start": _(
        "Vi ska tillsammans se var vi står och vad som väntar, komma fram till vad alla kan stå bakom, "
        "välja de förändringar som betyder mest och bestämma hur vi arbetar ihop."
    ),
    "initiative.invitation.why.facts": _(
        "Vi börjar med fakta. Tolkning, perspektiv och politik kommer sedan, och får sin plats bredvid."
    ),
    "initiative.invitation.bring": _("Det här tar du med"),
    "initiative.bring.picture": _(
        "Gruppens egen bild: vilka är de största möjligheterna och utmaningarna, i år och under mandatperioden?"
    ),
    "initiative.bring.doubts": _("Siffror som ni tvivlar på, och sådant som ni saknar siffror om."),
    "initiative.bring.people": _(
        "Namn och e-postadress till dem i gruppen som ska vara med, så att alla får tillgång samtidigt."
    ),
    "initiative.bring.clashes": _("Dagar i planen som krockar med något annat."),
    "initiative.bring.substitute": _("Kan du inte komma: namnet på den som kommer i stället."),
    "initiative.invitation.access": _("Samma tillgång i samma stund"),
    "initiative.access.moment": _(
        "Underlaget öppnas för alla partier och för tjänstepersonernas ledning i samma stund. Ingen av dem "
        "får det före någon annan."
    ),
    "initiative.access.before": _("Före dess ser bara de som förbereder starten vad som läggs in."),
    "initiative.access.proof": _(
        "Stunden skrivs in i en logg som inte kan ändras utan att det syns. Alla som deltar kan se när var "
        "och en fick tillgång."
    ),
    "initiative.invitation.steps": _("De fem stegen"),
    "initiative.invitation.steps.about": _("Stegen bygger på varandra, och alla är med i varje steg."),
    "initiative.invitation.commission": _("Uppdraget"),
    "initiative.invitation.free": _(
        "Starten handlar inte om vilka som ska styra, och ingen binder sig till något genom att komma."
    ),
    "initiative.invitation.parties": _("Inbjudna"),
    "initiative.invitation.order": _("Gruppledarna för dessa partier är inbjudna, i bokstavsordning:"),
    "initiative.invitation.no_parties": _("Gruppledarna för dessa partier är inbjudna: {parties}."),
}
