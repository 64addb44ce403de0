"""Which addresses belong to a person's own page, where what every app knows of the person comes together?"""

from __future__ import annotations

from django.urls import path

from avstamp.web.site import account_views

app_name = "account"

urlpatterns = [
    path("", account_views.mine, name="mine"),
    path("mina-uppgifter.zip", account_views.own_data, name="own_data"),
    path("radera/", account_views.erase, name="erase"),
]
