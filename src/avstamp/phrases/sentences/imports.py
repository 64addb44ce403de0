"""What is said of everything that can be wrong with a source's files?"""

from __future__ import annotations

from collections.abc import Mapping

from avstamp.phrases.marking import Sentence
from avstamp.phrases.marking import gettext_noop as _

SENTENCES: Mapping[str, Sentence] = {
    "import.from": _("{source}: {failure}"),
    "import.file_missing": _("ingen fil med {what} i {folder}; se docs/reference/data.md"),
    "import.file.values": _("värden"),
    "import.file.units": _("kommuner och regioner"),
    "import.file.metadata": _("uppgifter om indikatorerna"),
    "import.file.groups": _("jämförelsegrupper"),
    "import.file.seats": _("mandat"),
    "import.file.turnout": _("valdeltagande"),
    "import.file.municipality_outlines": _("kommungränser"),
    "import.file.region_outlines": _("regiongränser"),
    "import.file.scb_people": _("folkmängd efter kommun, ålder och kön"),
    "import.file.scb_nation": _("landets folkmängd efter ålder och kön"),
    "import.file.scb_changes": _("befolkningsförändringar"),
    "import.emissions.no_heading": _(
        "ingen rubrikrad med år; ta fram filen ur Nationella emissionsdatabasen på nytt"
    ),
    "import.emissions.not_a_number": _("rad {row}, år {year}: {found} är inget tal; rätta det"),
    "import.emissions.unreadable": _("rad {row}: något av värdena är inget tal; rätta det"),
    "import.emissions.unknown": _("rad {row}: {found} är okänt; kontrollera stavningen"),
    "import.emissions.unknown_unit": _("enheten {unit} är okänd; ta bort den"),
    "import.emissions.twice": _("{cell} finns två gånger; behåll en"),
    "import.emissions.negative": _("{cell} är negativt; rätta det"),
    "import.emissions.missing": _("kommun {unit} saknar utsläpp {year}; lägg till dem"),
    "import.emissions.sum": _(
        "delarna av {unit} {year} blir tillsammans {total} ton men det hela är {whole} ton; rätta dem"
    ),
    "import.emissions.sectors": _(
        "sektorerna i {unit} {year} blir tillsammans {total} ton men det hela är {whole} ton; rätta dem"
    ),
    "import.scb.misplaced": _("kommunen {found} står där {code} {expected} ska stå; rätta ordningen"),
    "import.scb.municipality_count": _("{found} kommuner i stället för {expected}; ta fram hela tabellen"),
    "import.scb.age_missing": _("kommun {unit} {year} {sex} saknar antal för någon ålder; fyll i det"),
    "import.scb.unreadable": _("rad {number} går inte att läsa ({error}); rätta den"),
    "import.scb.no_heading": _("bladet {sheet} säger inte år eller kön i rubriken; ta fram filen på nytt"),
    "import.scb.negative": _("kommun {unit} {year} {sex} har ett negativt antal; rätta det"),
    "import.scb.unit_missing": _("kommun {unit} har ingen folkmängd efter ålder {year}; lägg till den"),
    "import.scb.december": _(
        "enhet {unit} {year}: {total} personer efter ålder men {counted} den 31 december; kontrollera året"
    ),
    "import.scb.years": _("åren {first} till {last} har luckor; lägg till dem som saknas"),
    "import.scb.cell_missing": _("landet saknar en rad för {year}, {sex}, {age} år; lägg till den"),
    "import.scb.cell_twice": _("landet har {count} rader för {year}, {sex}, {age} år; behåll en"),
    "import.scb.cell_negative": _("landet har ett negativt antal {year}, {sex}, {age} år; rätta det"),
    "import.scb.no_changes": _("enhet {unit} har inga förändringar {year}; lägg till dem"),
    "import.scb.unknown_unit": _("förändringar {year} för den okända enheten {unit}; ta bort dem"),
    "import.scb.sum": _("{what} {year} är i kommunerna tillsammans {total} och inte landets tal; rätta dem"),
    "import.scb.people": _("folkmängd"),
    "import.scb.births": _("födda"),
    "import.scb.deaths": _("döda"),
    "import.row": _("{file} rad {row}"),
    "import.empty": _("tom"),
    "import.values.column_missing": _("{file}: kolumnen {missing} saknas; kolumnerna ska vara {columns}"),
    "import.values.not_a_number": _(
        "{place}: {column} är {found} och inget tal; rätta det eller ta bort raden"
    ),
    "import.values.not_a_whole_year": _("{place}: året är {found} och inget helt år; rätta det"),
    "import.values.unknown.indicator": _(
        "{place}: indikatorn (kpi) '{word}' är okänd ({rows} rader); kontrollera stavningen eller uppdatera "
        "källans lista"
    ),
    "import.values.unknown.unit": _(
        "{place}: enheten (geo) '{word}' är okänd ({rows} rader); kontrollera stavningen eller uppdatera "
        "källans lista"
    ),
    "import.values.unknown.gender": _(
        "{place}: könet (gender) '{word}' är okänt ({rows} rader); kontrollera stavningen"
    ),
    "import.values.odd_year": _("{place}: året {year} ligger inte mellan {first} och {last}; rätta det"),
    "import.values.duplicate": _("{place}: {cell} finns redan i {other}; behåll en av dem"),
    "import.group.unknown_unit": _(
        "grupp {id} '{title}': okänd kommun eller region {units}; ta bort den ur gruppen"
    ),
    "import.group.riddle": _(
        "grupp {id} '{title}': det framgår inte för vilken enhet och verksamhet den är gjord"
    ),
    "import.outline.none": _("filen innehåller inga gränser; den ska vara en GeoJSON FeatureCollection"),
    "import.outline.missing": _("{unit} saknar gräns"),
    "import.outline.unknown": _("gräns för okänd enhet {unit}"),
    "import.outline.several": _("{unit} har flera gränser"),
    "import.catalogue.empty": _("{file} rad {line} ({id}): {columns} är tom; fyll i den"),
    "import.catalogue.twice": _(
        "{file} rad {line} ({id}): indikatorn finns redan i {other}; behåll en av dem"
    ),
    "import.catalogue.no_such": _(
        "katalogen {id} '{title}': källan har ingen sådan indikator; ta bort raden"
    ),
    "import.catalogue.other_title": _(
        "katalogen {id}: källans titel är '{published}', katalogen säger '{title}'"
    ),
    "import.election.cell": _("rad {line}, {column} = '{value}': {action}"),
    "import.election.table": _("hela tabellen, {column} = '{value}': {action}"),
    "import.election.encoding": _("spara filen som UTF-8"),
    "import.election.column": _("lägg till kolumnen; tabellen kan ha fått en ny form"),
    "import.election.fill_in": _("fyll i den tomma cellen"),
    "import.election.whole_number": _("skriv ett heltal som är noll eller större"),
    "import.election.decimal": _("skriv ett tal med decimalpunkt"),
    "import.election.one_of": _("skriv en av {codes}"),
    "import.election.code_length": _("skriv en kod med {digits} siffror, med den inledande nollan"),
    "import.election.level": _("nivån för {assembly} är {level}"),
    "import.election.level_unread": _("nivån för {assembly} läses inte här"),
    "import.election.country": _("ange landets {number} koder att kontrollera mot"),
    "import.election.no_such_area": _("rätta koden; {assembly} har inget sådant område"),
    "import.election.add_rows": _("lägg till raderna för {assembly} {unit}; ingen går att läsa"),
    "import.election.keep_one_row": _("behåll en av de {times} raderna"),
    "import.election.keep_one_party": _("behåll en; {unit} har partiet även på rad {line}"),
    "import.election.riksdag": _("rätta dem; riksdagen har {seats}"),
    "import.election.odd_total": _("rätta dem; mandaten i {unit} ska bli ett udda tal"),
    "import.election.doubt_without_area": _(
        "rätta det kända tvivlet på rad {line}; tabellen har inget sådant område"
    ),
    "import.election.doubt_settled": _("ta bort det kända tvivlet på rad {line}; det är avgjort"),
    "import.election.too_many_votes": _("rätta det; {entitled} är röstberättigade"),
    "import.election.other_share": _("rätta det; rösterna ger {share}"),
}
