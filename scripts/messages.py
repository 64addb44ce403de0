"""Is every Swedish text on the screen also there in English?

Finds the texts that Python files and templates send through gettext, and compares them with
`src/avstamp/locale/en/LC_MESSAGES/django.po`. Swedish is the language of the source, so only English has a
catalogue. Everything runs on Babel: no GNU gettext is needed on the machine.

    scripts/messages.py check     list what English lacks, breaks or no longer needs (part of `make check`)
    scripts/messages.py update    append what is new, with an empty translation to fill in
    scripts/messages.py compile   write the .mo files that Django reads
"""

from __future__ import annotations

import argparse
import ast
import io
import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_python
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from django.utils.translation.template import templatize

ROOT = Path(__file__).resolve().parent.parent
SOURCE = Path("src/avstamp")
LOCALE = SOURCE / "locale"
ENGLISH = LOCALE / "en/LC_MESSAGES/django.po"

PLAIN = ("_", "gettext", "gettext_lazy", "gettext_noop")
PLURAL = ("ngettext", "ngettext_lazy")
CONTEXT = ("pgettext", "pgettext_lazy")
BOTH = ("npgettext", "npgettext_lazy")
STRING = re.compile(r"""u?(?:'(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*")""", re.DOTALL)
CALL = re.compile(
    rf"(?<!\w)(?P<function>_|n?p?gettext)\((?P<arguments>\s*{STRING.pattern}(?:\s*,\s*{STRING.pattern})*)",
    re.DOTALL,
)
FIELD = re.compile(r"%\(\w+\)[#0\- +]*\d*(?:\.\d+)?[a-zA-Z]|%[a-zA-Z]|\{[^{}]*\}")


@dataclass(frozen=True)
class Text:
    """One text to translate: the Swedish, any plural and context, and a file that says it."""

    singular: str
    plural: str | None
    context: str | None
    path: str

    @property
    def key(self) -> tuple[str, str | None]:
        """What gettext looks a translation up by."""
        return self.singular, self.context


def find_texts(root: Path) -> dict[tuple[str, str | None], Text]:
    """Return every text that the sources under `root` send through gettext, by message and context."""
    texts: dict[tuple[str, str | None], Text] = {}
    for path in sorted((root / SOURCE).rglob("*")):
        if path.suffix not in {".py", ".html", ".txt"} or "static" in path.parts:
            continue
        if path.suffix != ".py" and "templates" not in path.parts:
            continue
        for text in _texts_in(path, path.relative_to(root).as_posix()):
            texts.setdefault(text.key, text)
    return texts


def _texts_in(path: Path, name: str) -> Iterator[Text]:
    source = path.read_text("utf-8")
    for function, words in _python_calls(source) if path.suffix == ".py" else _template_calls(source, name):
        context = words.pop(0) if function in (*CONTEXT, *BOTH) and words else None
        if words and words[0]:
            yield Text(words[0], words[1] if function in (*PLURAL, *BOTH) else None, context, name)


def _python_calls(source: str) -> Iterator[tuple[str, list[str]]]:
    keywords = dict.fromkeys((*PLAIN, *PLURAL, *CONTEXT, *BOTH))
    for _line, function, arguments, _comments in extract_python(
        io.BytesIO(source.encode()), keywords, [], {}
    ):
        yield function, [arguments] if isinstance(arguments, str) else list(arguments or ())


def _template_calls(source: str, name: str) -> Iterator[tuple[str, list[str]]]:
    """Find the calls in what Django turns a template into, which has the form of Python without being it."""
    for call in CALL.finditer(templatize(source, origin=name)):
        yield call["function"], [ast.literal_eval(text) for text in STRING.findall(call["arguments"])]


def read_catalogue(root: Path) -> Catalog:
    """Return the English catalogue under `root`; an empty one when there is none yet."""
    path = root / ENGLISH
    if not path.is_file():
        return Catalog(locale="en")
    with path.open("rb") as stream:
        return read_po(stream, locale="en", abort_invalid=True)


def find_faults(root: Path) -> list[str]:
    """Return one line for each text that English lacks, breaks or no longer needs."""
    texts, catalogue = find_texts(root), read_catalogue(root)
    faults = []
    for key, text in sorted(texts.items(), key=lambda item: (item[1].path, item[0][0])):
        message = catalogue.get(text.singular, text.context)
        if message is None or message.fuzzy or not _is_translated(message):
            faults.append(f"{text.path}: no English for {key[0]!r}")
        elif not _keeps_fields(message):
            faults.append(f"{text.path}: the English for {key[0]!r} has other fields than the Swedish")
    unused = [m for m in catalogue if m.id and (_singular(m), m.context) not in texts]
    return [*faults, *(f"{ENGLISH}: nothing says {_singular(message)!r} any more" for message in unused)]


def append_new(root: Path) -> int:
    """Append the texts the English catalogue does not have, untranslated; return how many."""
    catalogue = read_catalogue(root)
    new = [text for text in find_texts(root).values() if catalogue.get(text.singular, text.context) is None]
    path = root / ENGLISH
    if not path.is_file():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(HEADER, "utf-8")
    with path.open("a", encoding="utf-8") as stream:
        for text in new:
            stream.write(_entry(text))
    return len(new)


def compile_catalogues(root: Path) -> None:
    """Write the .mo file beside every .po file under `root`."""
    for path in sorted((root / LOCALE).glob("*/LC_MESSAGES/django.po")):
        with path.open("rb") as stream:
            catalogue = read_po(stream, locale=path.parent.parent.name, abort_invalid=True)
        with path.with_suffix(".mo").open("wb") as stream:
            write_mo(stream, catalogue)


HEADER = """# English texts of Avstamp; the message ids are the Swedish ones.
msgid ""
msgstr ""
"Project-Id-Version: avstamp\\n"
"Language: en\\n"
"MIME-Version: 1.0\\n"
"Content-Type: text/plain; charset=UTF-8\\n"
"Content-Transfer-Encoding: 8bit\\n"
"Plural-Forms: nplurals=2; plural=(n != 1);\\n"
"""


def _entry(text: Text) -> str:
    lines = [f"\n#: {text.path}"]
    if text.context is not None:
        lines.append(f"msgctxt {_quoted(text.context)}")
    lines.append(f"msgid {_quoted(text.singular)}")
    if text.plural is None:
        lines.append('msgstr ""')
    else:
        lines += [f"msgid_plural {_quoted(text.plural)}", 'msgstr[0] ""', 'msgstr[1] ""']
    return "\n".join(lines) + "\n"


def _quoted(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"').replace("\t", "\\t").replace("\n", "\\n")
    return f'"{escaped}"'


def _singular(message: Message) -> str:
    return message.id if isinstance(message.id, str) else message.id[0]


def _translations(message: Message) -> tuple[str, ...]:
    return (message.string,) if isinstance(message.string, str) else tuple(message.string)


def _is_translated(message: Message) -> bool:
    return all(_translations(message))


def _keeps_fields(message: Message) -> bool:
    """Say whether a translation names the same fields; a singular may leave the count out."""
    ids = (message.id,) if isinstance(message.id, str) else tuple(message.id)
    named = [set(FIELD.findall(text)) for text in ids]
    given = [set(FIELD.findall(text)) for text in _translations(message)]
    return all(fields <= set.union(*named) for fields in given) and given[-1] == named[-1]


def main(argv: list[str] | None = None) -> int:
    """Check, update or compile the catalogue."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("action", choices=("check", "update", "compile"))
    parser.add_argument("--root", type=Path, default=ROOT, help="folder that holds src/avstamp")
    options = parser.parse_args(argv)
    if options.action == "compile":
        compile_catalogues(options.root)
    elif options.action == "update":
        print(f"{append_new(options.root)} new texts in {ENGLISH}")
    else:
        faults = find_faults(options.root)
        print(
            "\n".join(faults) if faults else "messages: English is complete",
            file=sys.stderr if faults else sys.stdout,
        )
        return 1 if faults else 0
    return 0


if __name__ == "__main__":
    sys.exit(main())
