"""The message guard finds a Swedish text without English, a broken field and a translation nothing uses."""

from pathlib import Path

import pytest

import messages

VIEW = 'from django.utils.translation import gettext as _\n\ntitle = _("Välj kommun")\n'
PAGE = (
    "{% load i18n %}<h1>{% translate 'Faktabas' %}</h1>"
    "{% blocktranslate with n=n %}Senaste år: {{ n }}{% endblocktranslate %}"
)
ENGLISH = {
    "Välj kommun": "Choose a municipality",
    "Faktabas": "Fact base",
    "Senaste år: %(n)s": "Newest year: %(n)s",
}


def _plant(folder: Path, english: dict[str, str]) -> Path:
    entries = "".join(f'\nmsgid "{key}"\nmsgstr "{value}"\n' for key, value in english.items())
    files = {
        "src/avstamp/web/site/views.py": VIEW,
        "src/avstamp/web/site/templates/site/page.html": PAGE,
        "src/avstamp/locale/en/LC_MESSAGES/django.po": messages.HEADER + entries,
    }
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    return folder


def test_complete_catalogue_has_no_faults(tmp_path: Path) -> None:
    assert messages.find_faults(_plant(tmp_path, ENGLISH)) == []


@pytest.mark.parametrize(
    ("change", "fault"),
    [
        ({"Faktabas": ""}, "src/avstamp/web/site/templates/site/page.html: no English for 'Faktabas'"),
        (
            {"Senaste år: %(n)s": "Newest year"},
            "src/avstamp/web/site/templates/site/page.html: "
            "the English for 'Senaste år: %(n)s' has other fields than the Swedish",
        ),
        ({"Gammalt": "Old"}, "src/avstamp/locale/en/LC_MESSAGES/django.po: nothing says 'Gammalt' any more"),
    ],
)
def test_planted_fault_is_found(tmp_path: Path, change: dict[str, str], fault: str) -> None:
    assert messages.find_faults(_plant(tmp_path, {**ENGLISH, **change})) == [fault]


def test_new_text_is_appended_untranslated(tmp_path: Path) -> None:
    root = _plant(tmp_path, {"Faktabas": "Fact base"})
    assert messages.append_new(root) == 2
    assert messages.find_faults(root) == [
        "src/avstamp/web/site/templates/site/page.html: no English for 'Senaste år: %(n)s'",
        "src/avstamp/web/site/views.py: no English for 'Välj kommun'",
    ]


def test_compiled_catalogue_translates(tmp_path: Path) -> None:
    import gettext

    root = _plant(tmp_path, ENGLISH)
    messages.compile_catalogues(root)
    with (root / messages.ENGLISH).with_suffix(".mo").open("rb") as stream:
        assert gettext.GNUTranslations(stream).gettext("Faktabas") == "Fact base"
