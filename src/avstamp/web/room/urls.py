"""Which addresses lay out a day, run it, show it to the room, and take its answers?"""

from __future__ import annotations

from django.urls import path

from avstamp.web.room import (
    agenda_views,
    ballot_views,
    leading_views,
    note_views,
    paper_entry_views,
    paper_views,
    phone_views,
    result_views,
    running_views,
    seat_views,
)
from avstamp.web.start.visit import HERE

app_name = "room"

DAYS = HERE + "traffar/"
DAY = DAYS + "<int:day>/"

urlpatterns = [
    path(DAYS, leading_views.days, name="days"),
    path(DAYS + "ny/", agenda_views.new, name="new"),
    path(DAY, leading_views.day, name="day"),
    path(DAY + "uppgifter/", agenda_views.details, name="details"),
    path(DAY + "slut/", agenda_views.over, name="over"),
    path(DAY + "skarm/", leading_views.screen, name="screen"),
    path(DAY + "skarm/tom/", running_views.clear, name="clear"),
    path(DAY + "lappar/", paper_views.slips, name="slips"),
    path(DAY + "papper/", paper_views.paper, name="paper"),
    path(DAY + "papper/blanketter/", paper_views.print_blank, name="paper_blank"),
    path(DAY + "papper/haften/", paper_views.print_coded, name="paper_coded"),
    path(DAY + "papper/<int:line>/", paper_entry_views.entry, name="paper_entry"),
    path(DAY + "papper/<int:line>/fil/", paper_entry_views.upload, name="paper_file"),
    path(DAY + "papper/<int:line>/hog/", paper_entry_views.pile, name="paper_pile"),
    path(DAY + "papper/<int:line>/svar.<str:suffix>", paper_entry_views.sheet, name="paper_sheet"),
    path(DAY + "korschema.<str:suffix>", leading_views.sheet, name="sheet"),
    path(DAY + "del/", agenda_views.line, name="new_line"),
    path(DAY + "del/<int:line>/", agenda_views.line, name="line"),
    path(DAY + "del/<int:line>/gor/", running_views.run, name="run"),
    path(DAY + "del/<int:line>/lagg/", running_views.lay, name="lay"),
    path(DAY + "del/<int:line>/fraga/", running_views.ask, name="ask"),
    path(DAY + "del/<int:line>/tal/", running_views.turn, name="turn"),
    path(DAY + "del/<int:line>/anteckningar/", note_views.notes, name="notes"),
    path(DAY + "del/<int:line>/resultat/", result_views.result, name="result"),
    path(DAY + "del/<int:line>/resultat.<str:suffix>", result_views.as_file, name="result_file"),
    path("traff/", phone_views.join, name="join"),
    path("traff/om-svaren/", phone_views.about, name="about_answers"),
    path("traff/<slug:code>/", phone_views.phone, name="phone"),
    path("traff/<slug:code>/<int:line>/", phone_views.answer, name="answer"),
    path("traff/<slug:code>/<int:line>/<int:item>/", phone_views.change, name="change"),
    path("traff/<slug:code>/mina/", seat_views.mine, name="mine"),
    path("traff/<slug:code>/plats/", seat_views.place, name="place"),
    path("traff/<slug:code>/plats/enhet/", seat_views.pass_on, name="pass"),
    path("traff/<slug:code>/plats/lamna/", seat_views.leave, name="leave"),
    path("traff/<slug:code>/enhet/", seat_views.device, name="device"),
    path("lapp/<slug:code>/", ballot_views.ballots, name="ballots"),
    path("lapp/<slug:code>/<int:line>/", ballot_views.ballot, name="ballot"),
]
