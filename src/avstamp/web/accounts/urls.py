"""Which addresses belong to a person's account? Those of signing in, and those of the account itself."""

from __future__ import annotations

from django.urls import path

from avstamp.web.accounts import views

app_name = "accounts"

urlpatterns = [
    path("konto/lank/<str:token>/", views.open_link, name="open"),
]
