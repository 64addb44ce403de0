"""A start whose joint analysis is closed, made in the database that the environment names; prints a personal link.

Run as a program of its own, so that the server of a journey and what fills its database never share a process.
"""

from __future__ import annotations

from datetime import UTC, datetime

from avstamp.web.databases import prepare_database

AT = datetime(2026, 12, 1, 8, 30, tzinfo=UTC)


def make() -> str:
    """The start of Provköping with a joint conclusion; answers the path of Mia's personal link."""
    prepare_database()
    from tests.web.starts import COUNCIL, FIGURE, TERM, scenario

    from avstamp.domain.start.authors import Author, AuthorKind
    from avstamp.domain.start.commission import Commissioner
    from avstamp.domain.start.openness import DocumentStatus
    from avstamp.domain.start.roll import Capacity, Side
    from avstamp.domain.start.steps import Step
    from avstamp.domain.thread.claims import ClaimKind, Relation
    from avstamp.library.facts import open_fact_base
    from avstamp.web.accounts.actions import enrol_person
    from avstamp.web.accounts.personal_links import link_path, make_personal_link
    from avstamp.web.start import actions as starts
    from avstamp.web.thread import actions as thread
    from avstamp.web.thread.dispute_actions import dispute_figure
    from avstamp.web.thread.targets import figure_now

    now = datetime.now(UTC)
    start = starts.create_start(
        organisation="provkoping", name="Provköping", unit="1481", term=TERM, parties=COUNCIL, by=None, at=AT
    )
    mia = enrol_person(email="mia@example.se", name="Mia Moberg", at=AT)
    starts.add_member(start, mia, Capacity.ELECTED, span=TERM, party="M", by=None, at=AT)
    starts.take_sides(start, {"S": Side.RULING, "M": Side.OPPOSITION}, from_day=TERM.first, by=None, at=AT)
    starts.commission_start(start, commissioner=Commissioner.PRESIDIUM, day=AT.date(), by=None, at=AT)
    starts.open_start(start, by=None, at=AT)
    starts.begin_step(start, Step.ANALYSIS, by=None, at=AT)
    finding, conclusion = (
        thread.write_claim(start, kind, text, author=Author(AuthorKind.JOINT), owner=None, by=None, at=AT)
        for kind, text in (
            (ClaimKind.FINDING, "Andelen behöriga till yrkesprogram minskar"),
            (ClaimKind.CONCLUSION, "Skolans resultat är vår största utmaning"),
        )
    )
    now_figure = figure_now(FIGURE)
    thread.rest_on_figure(finding, FIGURE, now_figure, relation=Relation.SUPPORTS, by=None, at=AT)
    thread.advance_claim(finding, DocumentStatus.COMPLETED, by=None, at=AT)
    thread.rest_on_claim(conclusion, finding, relation=Relation.SUPPORTS, by=None, at=AT)
    thread.advance_claim(conclusion, DocumentStatus.COMPLETED, by=None, at=AT)
    dispute_figure(start, FIGURE, now_figure, why="En skola saknas", by=None, at=AT)
    starts.finish_step(start, Step.ANALYSIS, by=None, at=AT)
    # Computed on this very fact base, as far as its page can tell: nothing has to be computed to show it.
    scenario(start, facts=open_fact_base().identity, by=mia)
    token = make_personal_link(mia, at=now, place="/start/provkoping/2026/", title="Provköping")
    return link_path(token)


if __name__ == "__main__":
    print(make())
