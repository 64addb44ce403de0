"""Which addresses give a unit's report?"""

from __future__ import annotations

from django.urls import re_path

from avstamp.web.reports import views

app_name = "reports"

urlpatterns = [re_path(r"^(?P<unit>[^/]+)/rapport\.(?P<suffix>docx|pdf|html)$", views.report, name="report")]
