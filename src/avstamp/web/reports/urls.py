"""Which addresses give a unit's report, and the documents of an initiative?"""

from __future__ import annotations

from django.urls import path, re_path, register_converter
from django.urls.converters import StringConverter

from avstamp.web.reports import initiative_views, views
from avstamp.web.reports.initiative_page import KINDS
from avstamp.web.start.visit import HERE

app_name = "reports"


class InitiativeDocument(StringConverter):
    """One of the three documents by what it is called in an address."""

    regex = "|".join(KINDS)


class DocumentSuffix(StringConverter):
    """A kind of file that a document can be had as."""

    regex = "docx|pdf|html"


register_converter(InitiativeDocument, "initiative")
register_converter(DocumentSuffix, "suffix")

FILE = "initiativ/<initiative:document>.<suffix:suffix>"

urlpatterns = [
    re_path(r"^(?P<unit>[^/]+)/rapport\.(?P<suffix>docx|pdf|html)$", views.report, name="report"),
    path(HERE + "initiativ/", initiative_views.of_start, name="initiative_of_start"),
    path(HERE + FILE, initiative_views.of_start_file, name="initiative_of_start_file"),
    path("<str:unit>/initiativ/", initiative_views.initiative, name="initiative"),
    path("<str:unit>/" + FILE, initiative_views.initiative_file, name="initiative_file"),
]
