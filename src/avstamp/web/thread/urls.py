"""Which addresses show the thread of a start?"""

from __future__ import annotations

from django.urls import path

from avstamp.web.start.visit import HERE
from avstamp.web.thread import dispute_views, views, writing_views

app_name = "thread"
THREAD = HERE + "traden/"
DISPUTES = HERE + "ifragasatt/"

urlpatterns = [
    path(HERE + "traden.json", views.thread_as_json, name="thread_json"),
    path(THREAD, views.thread, name="thread"),
    path(THREAD + "se-over/", views.waiting, name="waiting"),
    path(THREAD + "skriv/<str:kind>/", writing_views.write, name="write"),
    path(THREAD + "uppgift/<path:address>/", views.figure, name="figure"),
    path(THREAD + "<int:number>.json", views.claim_as_json, name="claim_json"),
    path(THREAD + "<int:number>/", views.claim, name="claim"),
    path(THREAD + "<int:number>/andra/", writing_views.edit, name="edit"),
    path(THREAD + "<int:number>/underlag/", writing_views.add_evidence, name="add_evidence"),
    path(
        THREAD + "<int:number>/underlag/<int:edge>/ta-bort/",
        writing_views.drop_evidence,
        name="drop_evidence",
    ),
    path(THREAD + "<int:number>/fardigstall/", writing_views.complete, name="complete"),
    path(THREAD + "<int:number>/expediera/", writing_views.dispatch, name="dispatch"),
    path(THREAD + "<int:number>/svara/", writing_views.answer, name="answer"),
    path(DISPUTES, dispute_views.register, name="disputes"),
    path(DISPUTES + "ny/<path:address>/", dispute_views.raise_dispute, name="raise_dispute"),
    path(DISPUTES + "<int:number>/", dispute_views.dispute, name="dispute"),
    path(DISPUTES + "<int:number>/ta-hand-om/", dispute_views.take, name="take_dispute"),
    path(DISPUTES + "<int:number>/ta-tillbaka/", dispute_views.take_back, name="take_back_dispute"),
]
