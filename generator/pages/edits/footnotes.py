"""The footnote of every sentence of an article, for hand edits that cite what no page cites."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from generator.library import Library
from generator.model import PagePath
from generator.pages import paths
from generator.text.markup.markdown import escape


def footnotes(library: Library) -> Callable[[PagePath], Mapping[str, str]]:
    """From the page of a briefing to its sentences: ``s7`` -> ``[^s7]: ...``, worded as the
    template of briefings words them."""
    briefings = {paths.article(briefing.slug): briefing for briefing in library.briefings}

    def of(path: PagePath) -> Mapping[str, str]:
        briefing = briefings.get(path)
        if briefing is None:
            return {}
        return {
            one.id: f"[^{one.id}]: “{escape(one.display)}” {one.id}, "
            f"characters {one.start}-{one.end}"
            for one in briefing.analysis.document.sentences
        }

    return of
