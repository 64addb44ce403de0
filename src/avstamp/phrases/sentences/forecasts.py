"""What is said of where a figure is heading, how sure that is, and how wrong it has been before?"""

from __future__ import annotations

from collections.abc import Mapping

from avstamp.phrases.marking import Sentence
from avstamp.phrases.marking import gettext_noop as _

SENTENCES: Mapping[str, Sentence] = {
    "forecast.not_ready": _(
        "Prognoserna räknas fram en gång för hela landet, och det är inte klart på den här datorn. Ladda om sidan om "
        "en stund."
    ),
    "forecast.sentence": _(
        "Prognosen för {year} är {point}. I åtta fall av tio väntas utfallet hamna mellan {low} och {high}, "
        "och i nitton fall av tjugo mellan {lowest} och {highest}."
    ),
    "forecast.as_now": _(
        "Prognosen är ”som nu”: de år vi har kunnat pröva har inget räknesätt träffat bättre än att anta "
        "samma värde som {origin_year}."
    ),
    "forecast.past.municipality": _(
        "Så fel har det varit förut: prognoser av det här måttet för {ahead} år framåt har i genomsnitt missat "
        "utfallet med {error}. Den som antog ett oförändrat värde missade med {error_as_now}. {inner} av utfallen "
        "låg inom det inre intervallet och {outer} inom det yttre. Det bygger på {forecasts} prognoser för "
        "kommuner, gjorda med {years} olika utgångsår."
    ),
    "forecast.past.region": _(
        "Så fel har det varit förut: prognoser av det här måttet för {ahead} år framåt har i genomsnitt missat "
        "utfallet med {error}. Den som antog ett oförändrat värde missade med {error_as_now}. {inner} av utfallen "
        "låg inom det inre intervallet och {outer} inom det yttre. Det bygger på {forecasts} prognoser för "
        "regioner, gjorda med {years} olika utgångsår."
    ),
    "forecast.not_a_plan": _(
        "En prognos säger vart det lutar om inget särskilt görs. Den vet inget om beslut som redan är fattade."
    ),
    "forecast.why_not.country": _(
        "Ingen prognos: metoden lär sig av kommuner och regioner bredvid varandra, och riket har ingen bredvid sig."
    ),
    "forecast.why_not.projection": _("Ingen prognos: måttet är redan en framskrivning."),
    "forecast.why_not.no_figure": _("Ingen prognos: det finns ingen uppgift att utgå från."),
    "forecast.why_not.ended": _(
        "Ingen prognos: måttet har inte rapporterats på mer än tre år. Den senaste uppgiften är från {year}."
    ),
    "forecast.why_not.behind": _(
        "Ingen prognos: den senaste uppgiften är från {year}, och andra har uppgifter som är mer än två år nyare."
    ),
    "forecast.why_not.short": _(
        "Ingen prognos: det krävs minst fem uppgifter utan längre avbrott, och här finns {values}."
    ),
    "forecast.why_not.constant": _("Ingen prognos: uppgiften har aldrig ändrats för någon."),
    "forecast.why_not.untested": _(
        "Ingen prognos: måttet har funnits för kort tid för att en prognos ska ha kunnat prövas mot ett utfall."
    ),
    "forecast.caption": _("{name}, {unit}: prognos"),
    "forecast.alternative": _(
        "Linjen visar {name} för {unit} till {origin_year}, då värdet var {value}. Därefter öppnar sig en solfjäder "
        "av tänkbara värden: {year} är prognosen {point}, det inre intervallet {low} till {high} och det yttre "
        "{lowest} till {highest}."
    ),
    "forecast.chart.known": _("Senaste uppgift"),
    "forecast.chart.forecast": _("Prognos {year}:"),
    "forecast.chart.inner": _("80 av 100:"),
    "forecast.chart.outer": _("95 av 100:"),
    "forecast.year": _("{year} (prognos)"),
    "forecast.year.as_now": _("{year} (prognos: som nu)"),
    "forecast.column.point": _("Prognos"),
    "forecast.column.inner_low": _("80 %, från"),
    "forecast.column.inner_high": _("80 %, till"),
    "forecast.column.outer_low": _("95 %, från"),
    "forecast.column.outer_high": _("95 %, till"),
    "forecast.column.error": _("Medelfel förut"),
    "forecast.column.error_as_now": _("Medelfel ”som nu”"),
    "forecast.column.inner": _("Inom 80 % förut"),
    "forecast.column.outer": _("Inom 95 % förut"),
    "forecast.record.all": _("Alla mått"),
    "forecast.record.years.caption": _("Andel utfall inom intervallen, efter utfallsår"),
    "forecast.record.years.alternative": _(
        "Ett år framåt låg {inner} av utfallen inom det inre intervallet och {outer} inom det yttre, räknat över "
        "{first}–{last}. Målet är 80 och 95 procent."
    ),
    "forecast.record.outer_line": _("95 av 100, {ahead} år framåt"),
    "forecast.record.inner_line": _("80 av 100, {ahead} år framåt"),
    "cli.forecast.help": _("visa vart ett mått är på väg, och hur säkert det är"),
    "cli.forecast.description": _(
        "Ett till fyra år framåt med intervall som ska hålla i 80 och 95 fall av 100, och hur fel metoden har haft "
        "förut för samma mått."
    ),
    "cli.forecast.epilog": _(
        "Exempel:\n  avstamp forecast N15428 Mölndal\n  avstamp forecast N15428 Mölndal Göteborg --json"
    ),
}
