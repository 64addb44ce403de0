"""What is said of roles, sides, steps, document status and the commission of a start?"""

from __future__ import annotations

from collections.abc import Mapping

from avstamp.phrases.marking import Sentence
from avstamp.phrases.marking import gettext_noop as _

SENTENCES: Mapping[str, Sentence] = {
    "role.elected": _("förtroendevalda"),
    "role.ruling": _("styre"),
    "role.supporting": _("stödparti"),
    "role.opposition": _("opposition"),
    "role.independent": _("fristående parti eller politisk vilde"),
    "role.undecided": _("förtroendevald, styret inte klart"),
    "role.official": _("tjänstepersonsledning"),
    "role.process_leader": _("processledare"),
    "role.secretary": _("sekreterare"),
    "role.auditor": _("revisor"),
    "role.company": _("kommunalt eller regionalt bolag"),
    "role.union": _("facklig organisation"),
    "role.public": _("allmänhet"),
    "function.presidium": _("presidium"),
    "function.group_leader": _("gruppledare"),
    "function.board_presidium": _("nämndspresidium"),
    "function.board_member": _("ledamot i nämnd"),
    "function.substitute": _("ersättare"),
    "step_state.not_started": _("Inte påbörjad"),
    "step_state.in_progress": _("Pågår"),
    "step_state.done": _("Klar"),
    "start.opened": _("Starten öppnades för alla {at}."),
    "start.being_prepared": _("Starten förbereds och är inte öppnad än."),
    "start.your_roles": _("Du deltar som {roles}."),
    "start.step.unplanned": _("Inte planerat"),
    "start.step.planned_from": _("Från {first}"),
    "start.step.planned": _("{first} till {last}"),
    "start.step.open_already": _("{step} pågår redan."),
    "start.step.not_open": _("{step} pågår inte och kan därför inte avslutas."),
    "start.step.analysis_stays_closed": _(
        "Samlad analys är klar och öppnas inte igen, eftersom tolkningarna vilar på den. Skriv ett nytt "
        "påstående i stället."
    ),
    "start.exists": _("{organisation} har redan en start för mandatperioden från {year}."),
    "start.opened_already": _("Starten är redan öppnad för alla."),
    "start.party_unknown": _("Partiet finns inte i fullmäktige: {parties}."),
    "start.list_empty": _("Listan har rubriker men inga personer. Skriv en person på varje rad under dem."),
    "start.sides.day": _("{day} går inte att välja. Välj en dag från {first} till {last}."),
    "start.ends_later": _(
        "Uppdraget slutar redan {last}. Det går att korta, inte att förlänga; bjud in på nytt i stället."
    ),
    "start.refused.real_person": _(
        "Till en påhittad kommun bjuds ingen verklig person in. Adressen ska sluta på .invalid."
    ),
    "start.refused.leader_with_voice": _(
        "Den som leder processen har ingen röst i samma start: processledaren ser inga utkast. Gäller {people}."
    ),
    "start.refused.function_of_unelected": _(
        "Bara den som är förtroendevald alla dagarna kan ha uppgiften {function}. Det är inte {person}."
    ),
    "start.commission.missing": _(
        "Starten har ingen uppdragsgivare. Ange fullmäktiges presidium eller samtliga gruppledare."
    ),
    "start.commission.leaders_missing": _(
        "Alla gruppledare måste stå bakom uppdraget. Det saknas: {parties}. Uppdraget kan också ges av "
        "fullmäktiges presidium."
    ),
    "document_status.working": _("Arbetsmaterial"),
    "document_status.completed": _("Färdigställd"),
    "document_status.dispatched": _("Expedierad"),
}
