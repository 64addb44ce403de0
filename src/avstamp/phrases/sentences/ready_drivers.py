"""What does the ready set of drivers say? Our own words; no sentence is taken from anybody else's report."""

from __future__ import annotations

from collections.abc import Mapping

from avstamp.phrases.marking import Sentence
from avstamp.phrases.marking import gettext_noop as _

SENTENCES: Mapping[str, Sentence] = {
    "driver.tax_base": _("Skatteunderlaget växer långsammare"),
    "driver.tax_base.text": _(
        "Löner och antal arbetade timmar avgör vad skatten ger. Växer de långsammare än priserna måste samma "
        "verksamhet rymmas i mindre."
    ),
    "driver.tax_base.question": _(
        "Vad gör vi först om skatteintäkterna blir två procent lägre än vi räknar med?"
    ),
    "driver.interest": _("Räntor och lån kostar mer"),
    "driver.interest.text": _(
        "Stora investeringar har lånats till. Varje procentenhet i ränta tränger undan verksamhet, och "
        "företag som inte klarar den försvinner."
    ),
    "driver.interest.question": _("Hur hög ränta klarar vi innan vi måste välja bort en investering?"),
    "driver.housing_construction": _("Bostadsbyggandet svänger"),
    "driver.housing_construction.text": _(
        "Byggandet styr när nya invånare kommer och var förskolor och skolor behövs. Det kan bromsa in på ett"
        " år och ta flera år att komma tillbaka."
    ),
    "driver.housing_construction.question": _(
        "Vilka av våra planer bygger på att bostäderna blir klara i tid?"
    ),
    "driver.industry_change": _("Näringslivet byggs om"),
    "driver.industry_change.text": _(
        "Branscher växer och krymper fortare. En ort med få branscher drabbas hårdare när en av dem "
        "försvinner och vinner mer när en ny kommer."
    ),
    "driver.industry_change.question": _(
        "Vilket enskilt företag eller vilken bransch vore svårast att förlora?"
    ),
    "driver.matching": _("De lediga jobben och de arbetslösa möts inte"),
    "driver.matching.text": _(
        "Arbetsgivare söker folk samtidigt som många står utan arbete länge. Den som saknar "
        "gymnasieutbildning har svårast att komma in."
    ),
    "driver.matching.question": _(
        "Vilka utbildningar skulle vi behöva för att fler här ska få jobben som finns?"
    ),
    "driver.recruitment": _("Svårare att hitta personal"),
    "driver.recruitment.text": _(
        "Många går i pension medan alla arbetsgivare söker samma unga. Det avgör vad som går att göra, även "
        "när pengarna räcker."
    ),
    "driver.recruitment.question": _(
        "Vad kan vi sluta göra, eller göra på ett annat sätt, om en av tio tjänster inte går att tillsätta?"
    ),
    "driver.oldest": _("Fler blir mycket gamla"),
    "driver.oldest.text": _(
        "De stora årskullarna från 1940-talet har fyllt åttio. Fler behöver hemtjänst, boende och vård, och "
        "de flesta av dem bor redan här."
    ),
    "driver.oldest.question": _("Var ska de som är åttiofem om tio år bo, och vem ska hjälpa dem?"),
    "driver.fewer_children": _("Färre barn föds"),
    "driver.fewer_children.text": _(
        "När kullarna blir mindre står förskolor halvtomma, sedan skolor. Det frigör pengar först när lokaler"
        " och grupper anpassas."
    ),
    "driver.fewer_children.question": _(
        "Vilka lokaler har vi för många av om fem år, och när måste vi bestämma oss?"
    ),
    "driver.dependency": _("Färre ska försörja fler"),
    "driver.dependency.text": _(
        "Antalet barn och äldre växer i förhållande till dem som arbetar. Det märks både i skatten och i vem "
        "som ska göra jobbet."
    ),
    "driver.dependency.question": _(
        "Hur ser vår budget ut om försörjningskvoten stiger som väntat och skatten inte höjs?"
    ),
    "driver.domestic_moves": _("Flyttningar inom landet"),
    "driver.domestic_moves.text": _(
        "Vilka som flyttar hit och härifrån avgör åldrarna mer än hur många de är. Distansarbete och "
        "bostadspriser kan vända strömmen."
    ),
    "driver.domestic_moves.question": _(
        "Vilka vill vi ska stanna, och vad säger de själva att det hänger på?"
    ),
    "driver.migration": _("Invandringen ändras snabbt"),
    "driver.migration.text": _(
        "Krig, lagar och arbetsmarknad kan mångdubbla eller halvera invandringen på ett år. Skola, bostäder "
        "och språkundervisning hinner sällan med."
    ),
    "driver.migration.question": _(
        "Hur snabbt kan vi ställa om till dubbelt så många nyanlända, och till hälften så många?"
    ),
    "driver.settlement": _("Tillväxten fördelas ojämnt"),
    "driver.settlement.text": _(
        "Somliga orter växer medan andra töms, ofta i samma kommun. Kostnaden per invånare stiger i båda "
        "fallen."
    ),
    "driver.settlement.question": _("Vilken service ska finnas där invånarna blir färre?"),
    "driver.warmer_climate": _("Ett varmare klimat med mer extremt väder"),
    "driver.warmer_climate.text": _(
        "Skyfall, torka och värmeböljor kommer oftare. Äldre är känsligast för värmen, och avbrott i el och "
        "vatten drabbar dem först."
    ),
    "driver.warmer_climate.question": _(
        "Vad hos oss slutar fungera efter två veckors värmebölja eller ett skyfall över tätorten?"
    ),
    "driver.climate_transition": _("Utsläppen måste ned till nästan noll"),
    "driver.climate_transition.text": _(
        "Transporter, uppvärmning och industri ska ställas om inom tjugo år. Den som är tidig kan få jobben, "
        "den som är sen får kostnaden."
    ),
    "driver.climate_transition.question": _("Vilka av besluten vi tar i år låser fast utsläpp efter 2045?"),
    "driver.electrification": _("Allt mer går på el"),
    "driver.electrification.text": _(
        "Bilar, maskiner och industri byter till el. Där elnätet räcker kan nytt komma till, och där det inte"
        " räcker tar det stopp."
    ),
    "driver.electrification.question": _("Vilka etableringar eller bostäder väntar på mer el hos oss?"),
    "driver.energy_supply": _("Energin blir dyrare och osäkrare"),
    "driver.energy_supply.text": _(
        "Priserna på el och värme svänger, och tillgången kan inte tas för given. Lokaler och fordon gör "
        "kommuner och regioner känsliga."
    ),
    "driver.energy_supply.question": _("Vad kostar det oss om energipriset fördubblas ett år?"),
    "driver.nature": _("Vatten och natur utarmas"),
    "driver.nature.text": _(
        "Sjöar når inte god status och arter försvinner. Kraven på den som bygger och den som renar vatten "
        "blir hårdare."
    ),
    "driver.nature.question": _("Var krockar våra planer på att bygga med vattnet och naturen?"),
    "driver.circular": _("Material ska användas om"),
    "driver.circular.text": _(
        "Nya regler om avfall flyttar ansvar mellan producenter och kommuner. Det som kastas i dag kan bli en"
        " resurs, men sortering kostar."
    ),
    "driver.circular.question": _("Vad köper vi nytt som vi kunde laga, dela eller köpa begagnat?"),
    "driver.inequality": _("Villkoren glider isär"),
    "driver.inequality.text": _(
        "Skillnaderna mellan dem som har det bra och dem som har det svårt syns i skolresultat, hälsa och "
        "trygghet. De är dyra att möta sent."
    ),
    "driver.inequality.question": _("Vilka barn vet vi redan i förskolan att vi behöver göra mer för?"),
    "driver.mental_health": _("Fler mår psykiskt dåligt"),
    "driver.mental_health.text": _(
        "Oro, nedstämdhet och stress leder till frånvaro i skola och arbete. Skola, socialtjänst och vård "
        "möter samma människor var för sig."
    ),
    "driver.mental_health.question": _(
        "Vem har ansvaret när skolan, socialtjänsten och vården möter samma ungdom?"
    ),
    "driver.crime": _("Brott och otrygghet"),
    "driver.crime.text": _(
        "Kriminella nätverk värvar unga och riktar in sig på bidrag, upphandlingar och tjänstepersoner. Oron "
        "påverkar hur människor rör sig."
    ),
    "driver.crime.question": _(
        "Var i vår verksamhet skulle det vara lättast att lura till sig pengar eller pressa någon?"
    ),
    "driver.trust": _("Tilliten förändras"),
    "driver.trust.text": _(
        "Där människor litar på varandra och på det allmänna går svåra beslut att genomföra. Tillit tar lång "
        "tid att bygga och kort tid att förlora."
    ),
    "driver.trust.question": _("Vilket av våra beslut senaste året har kostat mest förtroende, och varför?"),
    "driver.young_outside": _("Unga som hamnar utanför"),
    "driver.young_outside.text": _(
        "Den som varken studerar eller arbetar som ung riskerar att bli kvar där. Samtidigt behövs varje ung "
        "människa på arbetsmarknaden."
    ),
    "driver.young_outside.question": _("Hur många unga känner vi inte till, och vem letar upp dem?"),
    "driver.expectations": _("Invånarna väntar sig mer"),
    "driver.expectations.text": _(
        "Den som ordnar allt annat i telefonen väntar sig svar på en gång även av kommunen och regionen. "
        "Gapet märks innan pengarna finns."
    ),
    "driver.expectations.question": _(
        "Vilka förväntningar kan vi möta, och vilka behöver vi säga att vi inte kan möta?"
    ),
    "driver.artificial_intelligence": _("Artificiell intelligens ändrar arbetet"),
    "driver.artificial_intelligence.text": _(
        "Texter, bedömningar och planering kan göras fortare, ibland utan att någon märker felen. Yrken "
        "ändras innan utbildningarna gör det."
    ),
    "driver.artificial_intelligence.question": _(
        "Vilka arbetsuppgifter hos oss vill vi att en människa alltid ska ansvara för?"
    ),
    "driver.connectivity": _("Uppkoppling överallt"),
    "driver.connectivity.text": _(
        "Med snabbt bredband kan arbete, vård och undervisning ske var som helst. Där nätet saknas blir "
        "avstånden längre än förut."
    ),
    "driver.connectivity.question": _("Vad kunde vi göra på distans i morgon om alla hade uppkoppling?"),
    "driver.welfare_technology": _("Teknik i vård och omsorg"),
    "driver.welfare_technology.text": _(
        "Tillsyn på distans, läkemedelsrobotar och egna mätningar hemma kan frigöra tid där personalen inte "
        "räcker. Det kräver tillit och utbildning."
    ),
    "driver.welfare_technology.question": _(
        "Vilka besök behövs för människans skull, och vilka bara för kontrollen?"
    ),
    "driver.cyber_threats": _("Angrepp på it-system"),
    "driver.cyber_threats.text": _(
        "Utpressning och sabotage slår mot kommuner och regioner varje år. Löner, journaler och trygghetslarm"
        " kan stå stilla i veckor."
    ),
    "driver.cyber_threats.question": _(
        "Hur arbetar vi tre veckor utan it-system, och när övade vi det senast?"
    ),
    "driver.digital_exclusion": _("Alla är inte med digitalt"),
    "driver.digital_exclusion.text": _(
        "När tjänster blir digitala först når de inte den som saknar kunskap, teknik eller e-legitimation. "
        "Det gäller ofta dem som behöver mest."
    ),
    "driver.digital_exclusion.question": _("Hur får den hjälp som varken har telefon eller dator?"),
    "driver.state_steering": _("Staten styr mer i detalj"),
    "driver.state_steering.text": _(
        "Nya lagar, riktade bidrag och krav på rapporter kommer ofta utan full finansiering. Det egna "
        "handlingsutrymmet krymper bit för bit."
    ),
    "driver.state_steering.question": _("Vilka riktade bidrag kostar mer att söka och redovisa än de ger?"),
    "driver.equalisation": _("Utjämningen mellan kommuner och regioner görs om"),
    "driver.equalisation.text": _(
        "Systemet som jämnar ut inkomster och kostnader ses över med jämna mellanrum. Utfallet kan flytta "
        "stora belopp på en gång."
    ),
    "driver.equalisation.question": _("Vad händer med våra planer om utjämningen ger oss en procent mindre?"),
    "driver.security": _("Säkerhetsläget kräver beredskap"),
    "driver.security.text": _(
        "Kriget i Europa har gjort civilt försvar till en uppgift här och nu: lager, personal, reservkraft "
        "och övning. Det kostar innan det behövs."
    ),
    "driver.security.question": _("Vilka tre verksamheter måste fungera i krig, och gör de det i dag?"),
    "driver.democracy": _("Demokratin prövas"),
    "driver.democracy.text": _(
        "Hårdare tonläge, hot och påverkan utifrån får människor att avstå från att rösta, tala eller ta "
        "uppdrag. Skillnaderna mellan områden är stora."
    ),
    "driver.democracy.question": _(
        "Vilka hör vi aldrig av mellan valen, och hur skulle vi få veta vad de tycker?"
    ),
    "driver.elected_duties": _("Färre vill ha förtroendeuppdrag"),
    "driver.elected_duties.text": _(
        "Partierna har svårt att fylla listorna, och många lämnar sina uppdrag i förtid. Det gör besluten "
        "färre människors sak."
    ),
    "driver.elected_duties.question": _(
        "Vad skulle få en trettioåring att stanna i sitt uppdrag hela mandatperioden?"
    ),
}
