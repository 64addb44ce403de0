"""How is a source named under a table or a figure?

The publisher answers for its own figures only: what Avstamp computed is said to be Avstamp's, and the
publisher's name is not put beside it.
"""

from __future__ import annotations

from collections.abc import Iterable

from avstamp.domain.documents import Citation
from avstamp.domain.values import Phrase
from avstamp.phrases.speech import say


def source_line(citations: Iterable[Citation], language: str = "sv") -> str:
    """One line that names the sources, each once, and then what is own processing; empty without sources."""
    return " ".join(say(phrase, language) for phrase in source_phrases(citations))


def source_phrases(citations: Iterable[Citation]) -> list[Phrase]:
    """What the line of sources says, a phrase a source, each once."""
    lines: list[Phrase] = []
    own = False
    for citation in citations:
        if citation.derived:
            own = True
            continue
        named = {"publisher": citation.publisher, "title": citation.title, "fetched": citation.fetched}
        line = Phrase("source.line", named)
        if line not in lines:
            lines.append(line)
    if own:
        lines.append(Phrase("source.own_processing"))
    return lines
