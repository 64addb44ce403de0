"""Which addresses belong to a start of a term? Each begins with the organisation and the year the term began."""

from __future__ import annotations

from django.urls import path

from avstamp.web.start import views
from avstamp.web.start.visit import HERE as HERE

app_name = "start"

urlpatterns = [
    path("start/", views.mine, name="mine"),
    path(HERE, views.overview, name="overview"),
    path(HERE + "far-jag/", views.allowed, name="allowed"),
]
