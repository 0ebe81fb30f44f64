"""Faster reading of Markdown, with the same result but for the way back from a note.

Python-Markdown tries some twenty patterns on every run of text. This extension asks first whether
the text holds the sign that a pattern begins with, and leaves a pattern out where it cannot match:
pages of briefings are tables and notes of many short texts, most of which hold no sign at all.
A pattern that this module does not know is always tried.

A note leads back to the first place that cites it, where Python-Markdown prints an arrow for each:
a sentence is cited in every section of a briefing, and the arrows were a seventh of its page.
"""

from __future__ import annotations

import re
from typing import Any

from markdown import Markdown
from markdown.extensions import Extension
from markdown.treeprocessors import InlineProcessor, Treeprocessor
from markdown.util import AtomicString

_SIGNS: dict[str, tuple[str, ...]] = {
    "backtick": ("`",),
    "escape": ("\\",),
    "footnote": ("[^",),
    "link": ("[",),
    "image_link": ("![",),
    "autolink": ("<",),
    "automail": ("<",),
    "linebreak": ("  \n",),
    "html": ("<",),
    "entity": ("&",),
    "em_strong": ("*", "_"),
    "em_strong2": ("_",),
    "not_strong": ("*", "_"),
}
"""Name of a pattern -> what a text must hold one of to match it."""
_REFERENCES = frozenset({"reference", "short_reference", "image_reference", "short_image_ref"})
"""Patterns that match only where the page defines addresses: ``[name]: address``."""
_DUPLICATES = "footnote-duplicate"
_CITATION = re.compile(r"fnref\d*:(.*)")
"""The name of a citation; with a number where Python-Markdown met the note before."""


class SignedInline(InlineProcessor):
    """The inline processor that looks for signs first."""

    def run(self, tree: Any, ancestors: list[str] | None = None) -> Any:
        patterns = self.inlinePatterns
        signs = {
            patterns.get_index_for_name(name): found
            for name, found in _SIGNS.items()
            if name in patterns
        }
        # Addresses are defined in the blocks of a page, which have all been read by now.
        idle = {
            patterns.get_index_for_name(name)
            for name in _REFERENCES
            if name in patterns and not self.md.references
        }
        self._asked = [
            (number, signs.get(number, ())) for number in range(len(patterns)) if number not in idle
        ]
        return super().run(tree, ancestors)

    # The name under which the class above calls its own private method.
    def _InlineProcessor__handleInline(self, data: str, patternIndex: int = 0) -> str:  # noqa: N802, N803
        if isinstance(data, AtomicString):
            return data
        for number, signs in self._asked:
            if number < patternIndex or (signs and not any(sign in data for sign in signs)):
                continue
            matched, start = True, 0
            while matched:
                # The one step of the original that is repeated here is private to its class.
                data, matched, start = self._InlineProcessor__applyPattern(  # type: ignore[attr-defined]
                    self.inlinePatterns[number], data, number, start
                )
        return data


class OneWayBack(Treeprocessor):
    """In place of the step that adds an arrow for each further citation. Runs when headings have
    been read, which are known to hold a citation by its name."""

    def run(self, root: Any) -> None:
        named: set[str] = set()
        for element in root.iter("sup"):
            citation = _CITATION.fullmatch(element.get("id", ""))
            if citation and citation[1] in named:
                del element.attrib["id"]
            elif citation:
                named.add(citation[1])
                element.set("id", f"fnref:{citation[1]}")


class RenderingExtension(Extension):
    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802
        md.treeprocessors.register(SignedInline(md), "inline", 20)
        if _DUPLICATES in md.treeprocessors:
            md.treeprocessors.register(OneWayBack(md), _DUPLICATES, 0.5)


def makeExtension(**kwargs: Any) -> RenderingExtension:  # noqa: N802
    return RenderingExtension(**kwargs)
