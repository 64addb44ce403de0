"""What stands on the page on which somebody takes the initiative to a start: fields, and a document as it will be?"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from urllib.parse import urlencode

from django.utils.safestring import SafeString, mark_safe

from avstamp.domain.documents import Document
from avstamp.domain.facts.unit import Unit
from avstamp.domain.values import Phrase
from avstamp.library.facts import open_fact_base
from avstamp.library.initiative import DocumentKind, blanks_in, build_initiative
from avstamp.library.initiative.form import (
    PERSONAL,
    STEP_NAMES,
    Field,
    InitiativeForm,
    Surroundings,
    public_surroundings,
    read_initiative,
)
from avstamp.renderers.html import render_fragment
from avstamp.web.outlook.queries import economy_ahead
from avstamp.web.parties import NAMES

SLUGS: Mapping[DocumentKind, str] = {
    DocumentKind.MEMO: "promemoria",
    DocumentKind.INVITATION: "inbjudan",
    DocumentKind.TJANSTESKRIVELSE: "tjansteskrivelse",
}
"""What each document is called in an address and as a file."""

KINDS = {slug: kind for kind, slug in SLUGS.items()}

GROUPS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("sender", ("roll", "namn", "titel", "parti")),
    ("commission", ("uppdragsgivare", "dnr")),
    ("meeting", ("dag", "tid", "plats", "svara", "kontakt")),
    (
        "days",
        ("arshjul", *(f"{name}_{end}" for name in STEP_NAMES.values() for end in ("fran", "till"))),
    ),
    ("effort", ("timmar", "deltagare", "budget")),
)
"""The fields, in groups and in order."""

HEADING_LEVEL = 4
"""The document's own sections on the page: below the page, the part that shows it, and its title."""


@dataclass(frozen=True)
class FieldGroup:
    """Fields that belong together; `open` when something in them is written or wrong."""

    title: Phrase
    fields: Sequence[Field]
    open: bool


@dataclass(frozen=True)
class Choice:
    """One of the three documents, and whether it is the one that is shown."""

    slug: str
    title: Phrase
    shown: bool


@dataclass(frozen=True)
class InitiativePage:
    """The page: fields, what was wrong, the three documents, and the chosen one as it will be."""

    groups: Sequence[FieldGroup]
    wrong: Sequence[Phrase]
    choices: Sequence[Choice]
    shown: Choice
    document: Document
    body: SafeString
    blanks: Sequence[Phrase]
    shareable: str


def asked_of_everyone(asked: Mapping[str, str]) -> dict[str, str]:
    """What may be taken from an address: nothing of a person, even where somebody has put it there."""
    return {name: written for name, written in asked.items() if name not in PERSONAL}


def surroundings_of(unit: Unit, *, today: date) -> Surroundings:
    """What is known of a unit without a start."""
    return public_surroundings(open_fact_base(), unit, today=today, names=NAMES)


def made(unit: Unit, kind: DocumentKind, form: InitiativeForm, *, today: date) -> Document:
    """A document as it was asked for; the economy ahead is computed in the worker."""
    economy = None if kind is DocumentKind.INVITATION else economy_ahead(unit)
    return build_initiative(open_fact_base(), unit, kind, form.initiative, today=today, economy=economy)


def initiative_page(
    unit: Unit, asked: Mapping[str, str], surroundings: Surroundings, *, language: str
) -> InitiativePage:
    """Everything on the page for what was asked; an unknown document is the memo."""
    form = read_initiative(asked, surroundings)
    kind = KINDS.get(asked.get("dokument", ""), DocumentKind.MEMO)
    document = made(unit, kind, form, today=surroundings.today)
    choices = [Choice(slug, Phrase(f"initiative.document.{one}"), one is kind) for one, slug in SLUGS.items()]
    blocks = (*document.opening, *document.sections)
    share = form.shareable
    return InitiativePage(
        groups=[_group(key, names, form) for key, names in GROUPS],
        wrong=form.wrong,
        choices=choices,
        shown=next(one for one in choices if one.shown),
        document=document,
        # The renderer escapes every text that it is given.
        body=mark_safe(render_fragment(blocks, language=language, level=HEADING_LEVEL)),  # noqa: S308
        blanks=blanks_in(document),
        shareable=urlencode({"dokument": SLUGS[kind], **share}) if share else "",
    )


def _group(key: str, names: Sequence[str], form: InitiativeForm) -> FieldGroup:
    fields = [form.fields[name] for name in names if name in form.fields]
    touched = any(one.written or one.wrong for one in fields)
    return FieldGroup(Phrase(f"initiative.group.{key}"), fields, touched or key == "sender")
