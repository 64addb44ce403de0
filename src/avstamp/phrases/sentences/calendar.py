"""What is said of the year's dates, by law and by custom?"""

from __future__ import annotations

from collections.abc import Mapping

from avstamp.phrases.marking import Sentence
from avstamp.phrases.marking import gettext_noop as _

SENTENCES: Mapping[str, Sentence] = {
    "calendar.board_term_starts.title": _("Styrelsens nya mandattid börjar"),
    "calendar.board_term_starts.law": _(
        "Ledamöter och ersättare i styrelsen väljs för fyra år, räknat från och med den 1 januari "
        "året efter valåret. Fullmäktige får bestämma att mandattiden i stället räknas från det "
        "sammanträde då valet hålls."
    ),
    "calendar.annual_report_handed_over.title": _("Årsredovisningen för {previous_year} ska ha lämnats över"),
    "calendar.annual_report_handed_over.law": _(
        "Årsredovisningen ska lämnas över till fullmäktige och revisorerna snarast möjligt och "
        "senast den 15 april året efter det år som den avser."
    ),
    "calendar.discharge_decided.title": _("Beslut om ansvarsfrihet för {previous_year} ska ha fattats"),
    "calendar.discharge_decided.law": _(
        "Fullmäktige ska före utgången av juni besluta om ansvarsfrihet ska beviljas eller vägras "
        "för föregående år. Årsredovisningen ska godkännas innan dess (KL 11:21)."
    ),
    "calendar.election_day.title": _("Val till riksdag, regionfullmäktige och kommunfullmäktige"),
    "calendar.election_day.law": _(
        "Ordinarie val till riksdagen, regionfullmäktige och kommunfullmäktige hålls samma dag, den "
        "andra söndagen i september."
    ),
    "calendar.council_term_starts.title": _("Det nyvalda fullmäktiges mandattid börjar"),
    "calendar.council_term_starts.law": _(
        "Ledamöter och ersättare i fullmäktige väljs för fyra år, räknat från och med den 15 oktober valåret."
    ),
    "calendar.budget_proposed.title": _("Styrelsens förslag till budget för {next_year} ska vara klart"),
    "calendar.budget_proposed.law": _(
        "Styrelsen ska upprätta förslag till budget före utgången av oktober. Fullmäktiges presidium "
        "ska senast samtidigt upprätta förslag till budget för revisorerna."
    ),
    "calendar.tax_rate_proposed.title": _("Styrelsen ska ha föreslagit skattesatsen för {next_year}"),
    "calendar.tax_rate_proposed.law": _(
        "Om det finns särskilda skäl får budgetförslaget upprättas i november. Då ska styrelsen "
        "föreslå skattesatsen före utgången av oktober."
    ),
    "calendar.interim_report_handed_over.title": _("Delårsrapporten för {year} ska ha lämnats över"),
    "calendar.interim_report_handed_over.law": _(
        "Styrelsen ska lämna över delårsrapporten till fullmäktige och revisorerna inom två månader "
        "efter den period som rapporten omfattar. Fullmäktige ska behandla minst en delårsrapport."
    ),
    "calendar.budget_adopted.title": _("Budgeten för {next_year} ska vara fastställd"),
    "calendar.budget_adopted.law": _(
        "Fullmäktige ska fastställa budgeten före utgången av november. I budgeten anges "
        "skattesatsen (KL 11:6)."
    ),
    "calendar.budget_adopted.law_election_year": _(
        "Fullmäktige ska fastställa budgeten före utgången av november. Under valåret ska det "
        "nyvalda fullmäktige göra det. I budgeten anges skattesatsen (KL 11:6)."
    ),
    "calendar.tax_rate_adopted.title": _("Skattesatsen för {next_year} ska vara fastställd"),
    "calendar.tax_rate_adopted.law": _(
        "Om budgeten av särskilda skäl inte kan fastställas före utgången av november ska "
        "fullmäktige ändå fastställa skattesatsen inom den tiden."
    ),
    "calendar.late_budget_adopted.title": _("En försenad budget för {next_year} ska vara fastställd"),
    "calendar.late_budget_adopted.law": _(
        "Om budgeten av särskilda skäl inte kunde fastställas i november ska den fastställas före "
        "utgången av december. Fullmäktige får då fastställa en annan skattesats än den som "
        "bestämdes i november."
    ),
    "calendar.auditors_elected.title": _("Revisorer ska ha valts"),
    "calendar.auditors_elected.law": _(
        "Under valåret ska det nyvalda fullmäktige välja revisorer som granskar verksamheten under "
        "de fyra följande åren."
    ),
    "calendar.condition.special_reasons": _("Gäller bara om det finns särskilda skäl."),
    "calendar.condition.interim_period": _(
        "Gäller om delårsrapporten omfattar tiden till och med {period_end}."
    ),
    "calendar.new_boards.title": _("Nya nämnder börjar arbeta"),
    "calendar.new_boards.custom": _(
        "Nya nämnder börjar oftast vid årsskiftet efter valet. Fullmäktige bestämmer mandattiderna "
        "för andra nämnder än styrelsen."
    ),
    "calendar.outlook_days.title": _("Omvärldsdag, budgetdag och bokslutsdag"),
    "calendar.outlook_days.custom": _(
        "Många börjar året med en omvärldsanalys och med dagar där nämndernas presidier och "
        "förvaltningarnas ledningar går igenom omvärlden, bokslutet och förutsättningarna för "
        "budgeten."
    ),
    "calendar.basic_training.title": _("Utbildning för nya förtroendevalda"),
    "calendar.basic_training.custom": _(
        "Efter ett val hålls ofta först en grundutbildning för alla förtroendevalda och sedan varje "
        "nämnds egen utbildning."
    ),
    "calendar.analysis_days.title": _("Analysdagar och dialogdagar"),
    "calendar.analysis_days.custom": _(
        "Förvaltningarna redovisar sina behov för dem som förbereder budgeten."
    ),
    "calendar.cost_figures.title": _("Kostnader för {previous_year} visas efter hand i Kolada"),
    "calendar.cost_figures.custom": _(
        "Uppgifterna om kostnader kommer stegvis från april. SCB fastställer dem i slutet av augusti."
    ),
    "calendar.frames_decided.title": _("Ramar eller hela budgeten beslutas"),
    "calendar.frames_decided.custom": _(
        "Många beslutar om ramar eller om hela budgeten före sommaren, andra mellan oktober och december."
    ),
    "calendar.mark.law": _("Lag"),
    "calendar.mark.custom": _("Vanligt arbetssätt, inte lag"),
    "calendar.next.title": _("Nästa datum enligt lag"),
    "calendar.next.none": _("Inga datum enligt lag inom {days} dagar."),
    "calendar.source": _("Källa: {source}"),
}
