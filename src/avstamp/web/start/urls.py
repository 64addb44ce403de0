"""Which addresses belong to a start of a term? Each begins with the organisation and the year the term began."""

from __future__ import annotations

from django.urls import path

from avstamp.web.start import views

app_name = "start"

HERE = "start/<slug:organisation>/<int:year>/"
"""What the address of every page of one start begins with, in every app."""

urlpatterns = [
    path("start/", views.mine, name="mine"),
    path(HERE, views.overview, name="overview"),
    path(HERE + "far-jag/", views.allowed, name="allowed"),
]
