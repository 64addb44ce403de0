"""Which addresses belong to the frame? The last pattern takes any one word as a unit, so it stands last."""

from __future__ import annotations

from django.urls import path

from avstamp.web.site import demonstration_views, views

app_name = "site"

urlpatterns = [
    path("", views.choose, name="choose"),
    path("sok", views.search, name="search"),
    path("sok.json", views.suggest, name="suggest"),
    path("om/faktabas/", views.fact_base, name="fact_base"),
    path("om/metod/", views.method, name="method"),
    path("tillganglighet/", views.accessibility, name="accessibility"),
    path("demonstration/", demonstration_views.demonstration, name="demonstration"),
    path("demonstration/som/", demonstration_views.act_as, name="act_as"),
    path("<str:unit>/", views.start, name="start"),
]
