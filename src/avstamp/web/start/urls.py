"""Which addresses belong to a start of a term? Each begins with the organisation and the year the term began."""

from __future__ import annotations

from django.urls import path

from avstamp.web.start import dates_views, people_views, record_views, setting_up_views, views
from avstamp.web.start.visit import HERE as HERE

app_name = "start"

urlpatterns = [
    path("start/", views.mine, name="mine"),
    path("start/ny/", setting_up_views.new, name="new"),
    path("start/ny/<str:unit>/", setting_up_views.new_for, name="new_for"),
    path(HERE, views.overview, name="overview"),
    path(HERE + "far-jag/", views.allowed, name="allowed"),
    path(HERE + "mandat/", setting_up_views.parties, name="parties"),
    path(HERE + "styre/", setting_up_views.sides, name="sides"),
    path(HERE + "styre/skifte/", setting_up_views.sides, {"shift": True}, name="shift"),
    path(HERE + "uppdrag/", setting_up_views.commission, name="commission"),
    path(HERE + "oppna/", setting_up_views.opening, name="opening"),
    path(HERE + "diarium/", setting_up_views.registry, name="registry"),
    path(HERE + "kopiera/", setting_up_views.clone, name="clone"),
    path(HERE + "datum/", dates_views.dates, name="dates"),
    path(HERE + "datum/steg/", dates_views.steps, name="steps"),
    path(HERE + "datum/arshjul/", dates_views.wheel, name="wheel"),
    path(HERE + "datum/mote/", dates_views.meeting, name="meeting"),
    path(HERE + "datum/mote/<int:meeting>/ta-bort/", dates_views.remove_meeting, name="remove_meeting"),
    path(HERE + "steg/<slug:step>/", dates_views.move_step, name="move_step"),
    path(HERE + "personer/", people_views.people, name="people"),
    path(HERE + "personer/lista/", people_views.invite, name="invite"),
    path(HERE + "personer/lista/mall.csv", people_views.list_file, name="list_file"),
    path(HERE + "personer/ny/", people_views.add, name="add"),
    path(HERE + "personer/lankar/", people_views.links, name="links"),
    path(HERE + "personer/<int:membership>/avsluta/", people_views.end, name="end"),
    path(HERE + "loggen/", record_views.record, name="record"),
    path(HERE + "loggen/kontroll/", record_views.check, name="record_check"),
    path(HERE + "loggen.jsonl", record_views.as_lines, name="record_lines"),
    path(HERE + "samma-tid/", record_views.access, name="access"),
]
