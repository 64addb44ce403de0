"""Which addresses show one indicator of one unit?"""

from __future__ import annotations

from django.urls import path

from avstamp.web.facts import views

app_name = "facts"

urlpatterns = [
    path("<str:unit>/figur/<str:indicator>.csv", views.figure_as_csv, name="csv"),
    path("<str:unit>/figur/<str:indicator>.xlsx", views.figure_as_xlsx, name="xlsx"),
    path("<str:unit>/figur/<str:indicator>/utforska/", views.explore, name="explore"),
    path("<str:unit>/figur/<str:indicator>/", views.figure, name="figure"),
]
