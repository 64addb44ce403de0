"""Which addresses show what may come, and how earlier forecasts have come true?"""

from __future__ import annotations

from django.urls import path

from avstamp.web.outlook import ledger_views, own_views, scenario_views, views, wording_views
from avstamp.web.start.visit import HERE

app_name = "outlook"

OWN = HERE + "drivkrafter/"
SAVED = HERE + "scenarier/"

urlpatterns = [
    path(OWN, own_views.register, name="register"),
    path(OWN + "hamta/", own_views.take_over, name="take_over"),
    path(OWN + "ny/", wording_views.write, name="write"),
    path(OWN + "kors/", own_views.crosses, name="crosses"),
    path(OWN + "kors/<int:cross>/", own_views.cross, name="cross"),
    path(OWN + "<int:driver>/", own_views.driver, name="driver"),
    path(SAVED, scenario_views.scenarios, name="scenarios"),
    path(SAVED + "spara/", scenario_views.save, name="save_scenario"),
    path(SAVED + "jamfor/", scenario_views.compared, name="compared"),
    path(SAVED + "<int:scenario>/", scenario_views.scenario, name="scenario"),
    path(SAVED + "<int:scenario>/dra-tillbaka/", scenario_views.withdraw, name="withdraw_scenario"),
    path(OWN + "<int:driver>/andra/", wording_views.edit, name="edit_driver"),
    path(OWN + "<int:driver>/aterta/", wording_views.withdraw, name="withdraw_driver"),
    path("om/metod/prognoser/", views.record, name="record"),
    path("<str:unit>/omvarld/befolkning/", views.population, name="population"),
    path(
        "<str:unit>/omvarld/befolkning.csv", views.population_as_file, {"kind": "csv"}, name="population_csv"
    ),
    path(
        "<str:unit>/omvarld/befolkning.xlsx",
        views.population_as_file,
        {"kind": "xlsx"},
        name="population_xlsx",
    ),
    path("<str:unit>/omvarld/ekonomi/", views.economy, name="economy"),
    path("<str:unit>/omvarld/ekonomi/spara/", scenario_views.save_choice, name="save_choice"),
    path("<str:unit>/omvarld/drivkrafter/", views.drivers, name="drivers"),
    path("<str:unit>/omvarld/drivkrafter.csv", views.drivers_as_csv, name="drivers_csv"),
    path("<str:unit>/omvarld/drivkrafter.json", views.drivers_as_json, name="drivers_json"),
    path("<str:unit>/omvarld/socialt/", views.social, name="social"),
    path("<str:unit>/omvarld/utslapp/", views.emissions, name="emissions"),
    path("<str:unit>/omvarld/utslapp.csv", views.emissions_as_csv, name="emissions_csv"),
    path("<str:unit>/omvarld/ekonomi/bokslut/", views.economy_accounts, name="economy_accounts"),
    path("<str:unit>/omvarld/ekonomi/bokslut/huvudbok/", ledger_views.place, name="economy_ledger"),
    path("<str:unit>/omvarld/ekonomi/bokslut.csv", views.economy_accounts_csv, name="economy_accounts_csv"),
    path("<str:unit>/omvarld/ekonomi.xlsx", views.economy_as_xlsx, name="economy_xlsx"),
]
