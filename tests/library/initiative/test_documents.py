"""The three documents: every figure is the fact base's, the invitation is the same to all, and blanks are marked."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from html import unescape
from io import BytesIO

import docx
import numpy as np
import pytest

from avstamp.domain.documents import Bullets, Document
from avstamp.domain.facts.unit import Unit
from avstamp.domain.position.findings.finding import Finding, Side
from avstamp.domain.start.commission import Commission, Commissioner
from avstamp.domain.start.mandates import Council, Seats
from avstamp.domain.start.steps import Step
from avstamp.domain.start.term import Span, council_term
from avstamp.domain.start.wheel_templates import find_template
from avstamp.domain.values import Gender, Phrase, Quantity
from avstamp.library.facts import open_fact_base
from avstamp.library.findings import unit_findings
from avstamp.library.initiative import DocumentKind, Initiative, Plan, Sender, SenderRole, blanks_in
from avstamp.library.initiative.build import build_initiative
from avstamp.library.initiative.own_figures import EconomyAhead
from avstamp.library.initiative.request import Effort, Gathering
from avstamp.library.report.files import render_document
from avstamp.phrases import say

TODAY = date(2026, 11, 24)
TERM = council_term(2026)
PARTIES = ("Centerpartiet", "Moderaterna", "Socialdemokraterna")
OFFICIAL = Sender("Åsa Öberg", "kommundirektör", SenderRole.OFFICIAL)
COUNCIL = Council("1481", 2026, tuple(Seats(name[0], name, 20) for name in reversed(PARTIES)))
BARE = Plan(term=TERM, council=COUNCIL)
WHOLE = Plan(
    term=TERM,
    commissioner=Commissioner.GROUP_LEADERS,
    council=COUNCIL,
    steps={step: Span(date(2027, number, 10), date(2027, number, 20)) for number, step in enumerate(Step, 1)},
    gathering=Gathering(date(2027, 1, 8), "kl. 9–16", "Stadshuset", date(2026, 12, 20), "kansli@example.se"),
    effort=Effort(3.0, 20, 40_000),
    number="KS 2026-123",
)


def build(
    kind: DocumentKind, plan: Plan = BARE, sender: Sender | None = None, *, unit: str = "1481"
) -> Document:
    base = open_fact_base()
    initiative = Initiative(plan, sender or Sender())
    economy = EconomyAhead(2035, 12.34)
    return build_initiative(base, base.units.get(unit), kind, initiative, today=TODAY, economy=economy)


def word_of(document: Document, language: str = "sv"):
    return docx.Document(BytesIO(render_document(document, suffix=".docx", language=language)))


def lines_of(document: Document, language: str = "sv") -> list[str]:
    """Every line of the page: headings, paragraphs, points and cells."""
    page = render_document(document, suffix=".html", language=language).decode()
    ends = re.sub(r"</(?:p|h\d|li|t[hd]|caption)>", "\n", page.partition("<body>")[2])
    return [line for line in map(str.strip, unescape(re.sub(r"<[^>]+>", "", ends)).split("\n")) if line]


def row_from_the_fact_base(finding: Finding, unit: Unit) -> list[str]:
    """A finding's row, read and counted anew from the values of all units."""
    cube = open_fact_base().cube
    slabs = cube.axes.slabs_of(finding.indicator.id, Gender.ALL)
    (slab,) = [at for at in range(slabs.start, slabs.stop) if cube.axes.slab_year[at] == finding.year]
    span = cube.axes.span_of(unit.kind)
    everyone = np.asarray(cube.values[slab, span], np.float64)
    value = float(cube.values[slab, cube.axes.unit_column[unit.id]])
    shown = finding.indicator.unit if finding.indicator.unit == "%" else ""
    place, n = 1 + int((everyone > value).sum()), int((~np.isnan(everyone)).sum())
    printed = [
        say(Quantity(one, shown, finding.indicator.decimals))
        for one in (value, float(np.nanmedian(everyone)))
    ]
    return [str(finding.year), *printed, f"{place} av {n}"]


@pytest.mark.parametrize("unit", ["1481", "0014"])
def test_every_figure_of_the_findings_is_the_fact_bases(unit):
    base = open_fact_base()
    found = unit_findings(base, base.units.get(unit))
    expected = [
        row_from_the_fact_base(finding, base.units.get(unit))
        for side in Side
        for finding in found.leading(side)
    ]

    tables = [
        table
        for table in word_of(build(DocumentKind.MEMO, unit=unit)).tables
        if table.rows[0].cells[-1].text == "Hur säkert"
    ]
    printed = [[cell.text for cell in row.cells][1:5] for table in tables for row in table.rows[1:]]

    assert printed == expected
    assert expected


def test_population_and_economy_are_the_fact_bases_with_their_sources():
    cube = open_fact_base().cube
    read = {}
    for indicator in ("N01951", "N03102"):
        newest = cube.axes.slabs_of(indicator, Gender.ALL).stop - 1
        value = float(cube.values[newest, cube.axes.unit_column["1481"]])
        read[indicator] = (value, int(cube.axes.slab_year[newest]))
    people, year = read["N01951"]
    result, result_year = read["N03102"]

    for kind in (DocumentKind.MEMO, DocumentKind.TJANSTESKRIVELSE):
        lines = lines_of(build(kind))
        (told,) = [line for line in lines if line.startswith("Vid utgången av")]
        assert told.startswith(f"Vid utgången av {year} hade Mölndal {say(Quantity(people, '', 0))} invånare")
        (economy,) = [line for line in lines if line.startswith("Årets resultat")]
        assert f"{say(Quantity(result, '%', 1))} år {result_year}" in economy
        (ahead,) = [line for line in lines if "balanskravet 2035" in line]
        assert "12\N{NO-BREAK SPACE}%" in ahead
        (source,) = [line for line in lines if line.startswith("Källa") and "SCB" in line]
        assert "Kolada" in source
        assert "egen bearbetning" in source


SENDERS = [
    Sender(),
    OFFICIAL,
    *(Sender("Sara Sund", "", SenderRole.GROUP_LEADER, party) for party in PARTIES),
]


@pytest.mark.parametrize("suffix", [".docx", ".html", ".pdf"])
def test_invitation_is_word_for_word_the_same_whoever_sends_it(suffix):
    made = {
        render_document(build(DocumentKind.INVITATION, WHOLE, sender), suffix=suffix, language="sv")
        for sender in SENDERS
    }

    assert len(made) == 1


def test_invitation_names_everyone_invited_the_days_and_what_to_bring():
    lines = lines_of(build(DocumentKind.INVITATION, WHOLE, OFFICIAL))

    assert [line for line in lines if line in PARTIES] == list(PARTIES)
    assert "Dag: 8 januari 2027" in lines
    assert "Svara senast: 20 december 2026, till kansli@example.se" in lines
    assert "10 maj 2027 till 20 maj 2027" in lines
    assert "Det här tar du med" in lines
    assert not any("Åsa" in line for line in lines)


@pytest.mark.parametrize("kind", DocumentKind)
@pytest.mark.parametrize("language", ["sv", "en"])
def test_headings_are_real_headings(kind, language):
    document = build(kind)
    word = word_of(document, language)
    headings = [p.text for p in word.paragraphs if p.style.name == "Heading 1"]

    assert headings == [say(section.heading, language) for section in document.sections]
    assert [p.text for p in word.paragraphs if p.style.name == "Title"] == [say(document.title, language)]
    assert all("w:tblHeader" in table.rows[0]._tr.xml for table in word.tables)


def test_tjansteskrivelse_has_its_customary_parts_in_order():
    headings = [say(section.heading) for section in build(DocumentKind.TJANSTESKRIVELSE).sections]

    assert headings == [
        "Ärendet",
        "Förslag till beslut",
        "Sammanfattning",
        "Bakgrund",
        "Bedömning",
        "Så passar det in i året",
        "Ekonomiska konsekvenser",
        "Konsekvenser för barn",
        "Konsekvenser för jämställdhet",
        "Beslutsunderlag",
        "Beslutet skickas till",
        "Underskrifter",
    ]


@pytest.mark.parametrize("kind", DocumentKind)
def test_what_nobody_has_said_is_marked_and_listed(kind):
    document = build(kind)
    marked = {found for line in lines_of(document) for found in re.findall(r"\[Fyll i: ([^\]]+)\]", line)}

    assert marked == {say(what) for what in blanks_in(document)}
    assert "diarienummer" in marked


def test_what_is_to_be_filled_in_is_marked_as_with_a_pen_in_word_and_on_the_page():
    document = build(DocumentKind.TJANSTESKRIVELSE)
    word = word_of(document)
    paragraphs = [
        *word.paragraphs,
        *(paragraph for table in word.tables for cell in table._cells for paragraph in cell.paragraphs),
    ]
    runs = [run for paragraph in paragraphs for run in paragraph.runs]
    penned = [run.text for run in runs if run.font.highlight_color is not None]
    page = render_document(document, suffix=".html", language="sv").decode()

    assert set(penned) == {f"[Fyll i: {say(what)}]" for what in blanks_in(document)}
    assert not any("[Fyll i" in run.text for run in runs if run.font.highlight_color is None)
    assert sorted(re.findall(r"<mark>(.*?)</mark>", page)) == sorted(penned)


def test_memo_with_everything_said_has_no_blanks():
    assert blanks_in(build(DocumentKind.MEMO, WHOLE, OFFICIAL)) == ()
    assert blanks_in(build(DocumentKind.INVITATION, WHOLE, OFFICIAL)) == ()
    left = {say(what) for what in blanks_in(build(DocumentKind.TJANSTESKRIVELSE, WHOLE, OFFICIAL))}
    assert left == {
        "budgetram",
        "sammanträde",
        "prövning av barnets bästa",
        "bedömning av jämställdhet",
        "direktörens namn",
        "direktörens titel",
    }


def test_what_the_writer_says_stands_in_the_documents():
    memo = lines_of(build(DocumentKind.MEMO, WHOLE, OFFICIAL))
    case = lines_of(build(DocumentKind.TJANSTESKRIVELSE, WHOLE, OFFICIAL))

    assert "Till: Alla gruppledare i fullmäktige" in memo
    assert "Från: Åsa Öberg, kommundirektör" in memo
    assert any("Med 3 timmar per möte och 20 deltagare blir det 300 timmar" in line for line in memo)
    assert "Diarienummer: KS 2026-123" in case
    assert "Handläggare: Åsa Öberg, kommundirektör" in case
    assert any(
        "40\N{NO-BREAK SPACE}000\N{NO-BREAK SPACE}kr, ryms inom beslutad budget" in line for line in case
    )


def test_group_leader_takes_the_initiative_but_an_official_signs():
    leader = Sender("Sara Sund", "", SenderRole.GROUP_LEADER, "Moderaterna")
    memo, case = (
        lines_of(build(kind, WHOLE, leader)) for kind in (DocumentKind.MEMO, DocumentKind.TJANSTESKRIVELSE)
    )

    assert "Från: Sara Sund, gruppledare, Moderaterna" in memo
    assert "På initiativ av en gruppledare. Från: Sara Sund, gruppledare, Moderaterna" in case
    assert case.count("Handläggare: [Fyll i: handläggarens namn], [Fyll i: handläggarens titel]") == 2


def test_commission_that_a_start_has_recorded_is_told_as_given():
    given = Commission(Commissioner.PRESIDIUM, date(2026, 12, 1))
    plan = replace(WHOLE, commissioner=Commissioner.PRESIDIUM, commission=given)

    case = lines_of(build(DocumentKind.TJANSTESKRIVELSE, plan))

    memo = lines_of(build(DocumentKind.MEMO, plan))
    assert "Nästa steg är att alla gruppledare bjuds in, med samma ord och samma dag." in memo
    told = "att notera att uppdraget till starten gavs den 1 december 2026 av fullmäktiges presidium,"
    assert told in case
    assert "Inbjuder: fullmäktiges presidium" in lines_of(build(DocumentKind.INVITATION, plan))


def test_group_leaders_who_have_not_met_do_not_invite_but_decide_first():
    lines = lines_of(build(DocumentKind.INVITATION, WHOLE))

    assert not any(line.startswith("Inbjuder") for line in lines)
    assert any("gruppledarna tar ställning till uppdraget" in line for line in lines)


def test_days_of_a_year_wheel_are_called_a_proposal_with_whose_year_it_is():
    wheel = find_template("ystad")
    plan = replace(WHOLE, wheel=wheel, proposed=frozenset({Step.WAYS}))
    memo = build(DocumentKind.MEMO, plan)
    year = next(section for section in memo.sections if section.heading == Phrase("initiative.year"))
    (table,) = [block for block in year.blocks if hasattr(block, "rows")]
    said = {say(row[1]): say(row[3]) for row in table.rows}

    assert said["Steg 5: Arbets- och förhållningssätt"] == "Förslag, inte lag"
    assert said["Steg 1: Omvärld"] == "Egen plan, inte lag"
    assert [row[0] for row in table.rows[:1]] == [Phrase("date", {"date": date(2026, 11, 30)})]
    assert any("Ystads kommun: Ekonomiåret" in line for line in lines_of(memo))


def test_region_is_told_nothing_of_an_economy_that_is_not_computed():
    base = open_fact_base()
    memo = build_initiative(base, base.units.get("0014"), DocumentKind.MEMO, Initiative(BARE), today=TODAY)

    assert not any("balanskravet" in line for line in lines_of(memo))


def test_decision_is_an_ordered_list_that_ends_as_one_sentence():
    decision = build(DocumentKind.TJANSTESKRIVELSE, WHOLE).sections[1]
    (points,) = [block for block in decision.blocks if isinstance(block, Bullets)]
    said = [say(point) for point in points.points]

    assert points.ordered
    assert all(point.startswith("att ") for point in said)
    assert [point[-1] for point in said] == [",", ",", ",", "h", "."]


def test_parties_stand_in_the_order_of_the_swedish_alphabet():
    names = ("Öpartiet", "Älvpartiet", "Åpartiet", "Zpartiet", "apartiet")
    council = Council("1481", 2026, (*(Seats(name, name, 1) for name in names), Seats("X", "Utan mandat", 0)))

    assert Plan(TERM, council=council).parties == (
        "apartiet",
        "Zpartiet",
        "Åpartiet",
        "Älvpartiet",
        "Öpartiet",
    )


@pytest.mark.parametrize("kind", DocumentKind)
def test_invented_organisation_says_whose_figures_it_shows(kind):
    said = "Demonstration. Organisationen och partierna är påhittade. Siffrorna kommer från Malå."

    assert said in lines_of(build(kind, replace(BARE, figures_of="Malå")))
    assert said not in lines_of(build(kind))
