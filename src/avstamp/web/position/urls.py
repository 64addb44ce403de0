"""Which addresses show a unit's indicators, and a start's own position?"""

from __future__ import annotations

from django.urls import path

from avstamp.web.position import own_views, views
from avstamp.web.start.visit import HERE

app_name = "position"

OWN = HERE + "nulage/"

urlpatterns = [
    path(OWN, own_views.position, name="own"),
    path(OWN + "lagg-at-sidan/", own_views.aside, name="aside"),
    path(OWN + "<slug:register>/", own_views.register, name="register"),
    path(OWN + "<slug:register>/fil/", own_views.upload, name="upload"),
    path(OWN + "<slug:register>/mall.xlsx", own_views.blank, name="blank"),
    path(OWN + "<slug:register>/<int:number>/ta-bort/", own_views.withdraw, name="withdraw"),
    path("<str:unit>/nulage/", views.lenses, name="lenses"),
    path("<str:unit>/nulage/ar-vi-dyra/", views.costs, name="costs"),
    path("<str:unit>/nulage/balanskrav/", views.balance, name="balance"),
    path("<str:unit>/nulage/balanskrav.xlsx", views.balance_as_xlsx, name="balance_xlsx"),
    path("<str:unit>/nulage/blir-vi-battre/", views.improvement, name="improvement"),
    path("<str:unit>/nulage/formaga/", views.expectations, name="expectations"),
    path("<str:unit>/nulage/iakttagelser/", views.findings, name="findings"),
    path("<str:unit>/nulage/iakttagelser.json", views.findings_json, name="findings_json"),
    path("<str:unit>/nulage/nyckeltal/", views.key_ratios, name="key_ratios"),
    path("<str:unit>/nulage/om-fyra-ar/", views.heading, name="heading"),
    path("<str:unit>/nulage/liknande/", views.similar, name="similar"),
    path("<str:unit>/nulage/<slug:lens>/", views.lens, name="lens"),
    path("<str:unit>/nulage/<slug:lens>/<slug:area>/", views.area, name="area"),
    path("<str:unit>/omvarld/", views.outlook, name="outlook"),
    path("<str:unit>/omvarld/<slug:area>/", views.area, name="outlook_area"),
    path("<str:unit>/figurer/", views.figures, name="figures"),
]
