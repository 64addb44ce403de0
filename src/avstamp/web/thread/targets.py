"""What does a reader mean by a typed figure, result or claim number, and how is a claim rested on it?"""

from __future__ import annotations

from datetime import datetime

from avstamp.domain.thread.addresses import (
    Address,
    FigureAddress,
    InvalidAddress,
    ResultAddress,
    parse_address,
)
from avstamp.domain.thread.claims import Relation
from avstamp.domain.thread.revisions import FigureVersion, ResultVersion
from avstamp.domain.values import Phrase, Text, Verbatim
from avstamp.web.start.queries import Start
from avstamp.web.start.visit import Visit
from avstamp.web.thread.actions import rest_on_claim, rest_on_figure, rest_on_result
from avstamp.web.thread.index import facts_or_none, may_see, newest_figures, newest_results, thread_index
from avstamp.web.thread.models import Claim
from avstamp.web.thread.permitting import ClaimRefused
from avstamp.web.thread.words import figure_name, figure_value, result_name

Target = Address | Claim


def read_target(visit: Visit, typed: str) -> Target:
    """What somebody typed: an address, or the number of a claim that the reader sees.

    Raises:
        ClaimRefused: it is neither, or names a figure, result or claim that is not there.
    """
    text = typed.strip().removeprefix("#")
    if text.isdecimal():
        entry = thread_index(visit.start).entries.get(int(text))
        if entry is None or not may_see(entry, visit):
            raise ClaimRefused(Phrase("thread.target.no_claim", {"number": text}))
        return Claim.objects.select_related("start__organisation").get(pk=entry.id)
    try:
        address = parse_address(text)
    except InvalidAddress as error:
        raise ClaimRefused(Phrase("thread.target.unknown", {"typed": typed})) from error
    if isinstance(address, FigureAddress):
        figure_now(address)
    elif address.subject not in newest_results(facts_or_none(), [address.subject], visit.start):
        raise ClaimRefused(Phrase("thread.target.no_result", {"typed": typed}))
    return address


def figure_now(address: FigureAddress) -> FigureVersion:
    """A figure as the fact base has it now; raises `ClaimRefused` when it has none."""
    subject = str(address.newest)
    found = newest_figures(facts_or_none(), [subject]).get(subject)
    if found is None:
        raise ClaimRefused(Phrase("thread.target.no_figure", {"typed": subject}))
    return found


def result_now(address: ResultAddress, start: Start) -> tuple[ResultAddress, ResultVersion]:
    """A result as it is computed now; raises KeyError when it is computed no longer."""
    newest = newest_results(facts_or_none(), [address.subject], start)[address.subject]
    return ResultAddress(address.method, newest.version, newest.data, address.parameters), newest


def rest_on(claim: Claim, target: Target, relation: Relation, *, visit: Visit, at: datetime) -> None:
    """Rest a claim on what was typed, as it is now; raises what the actions of the thread raise."""
    by = visit.person
    if isinstance(target, Claim):
        rest_on_claim(claim, target, relation=relation, by=by, at=at)
    elif isinstance(target, ResultAddress):
        now, newest = result_now(target, visit.start)
        rest_on_result(claim, now, newest, relation=relation, by=by, at=at)
    else:
        rest_on_figure(claim, target, figure_now(target), relation=relation, by=by, at=at)


def target_words(visit: Visit, typed: str) -> Text | None:
    """What an address or a number names, in words; None where it names nothing the reader sees."""
    try:
        target = read_target(visit, typed) if typed else None
    except ClaimRefused:
        return None
    if isinstance(target, Claim):
        return Verbatim(target.text)
    facts = facts_or_none()
    if isinstance(target, FigureAddress):
        now, subject = figure_now(target), str(target.newest)
        value = figure_value(facts, subject, now.value, now.decimals)
        return Phrase("thread.figure.with_value", {"figure": figure_name(facts, subject), "value": value})
    return None if target is None else result_name(facts, target.subject, visit.start)
