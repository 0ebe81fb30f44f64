"""Lines that fall into short parts: bars of menus, buttons and counters, and trails of sections.

This module alone decides when such a line is the page's and not the article's. A part counts by
what it says ("Search", "KR", "57", "2 hours ago"); most parts must, and one at least must be a
control, since a row of names or of figures may well be a table.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from generator.knowledge.cues.boilerplate import Boilerplate

_LONGEST = 200
_PART = 40
_PART_WORDS = 5
_TRAIL = 110
_ROW = 12
_SIGNS = "☎✆✉\u2190-\u21ff\u2300-\u23ff\u25a0-\u27bf\u2b00-\u2bff\ufe0f\U0001f000-\U0001faff"
_BREAK = re.compile(rf"[|·•›»＞→←｜¦\[\]【】：<>\t\u3000{_SIGNS}]+|:\s|\s{{2,}}|\s/\s|\s[-–—]\s")
_HINT = re.compile(rf"[|·•›»＞→←｜¦\[【>\t\u3000{_SIGNS}]|\s\s|\s/\s|\s[-–—]\s")
_ARROW = re.compile(r"\s*(?:>{1,3}|[›»＞→／])\s*")
_HANDLE = re.compile(r"@\w{2,30}|[\w-]{2,30}\.(?:com|org|net|tv|me|ru|cn|kr|jp)/[\w.-]{1,40}")
"""An account: "@quaywatch", "telegram.me/quaywatch"."""
_FIGURE = re.compile(r"[+-]?\d[\d.,:  ]{0,12}[kKmM+%]?")
_STOPS = (".", "!", "?", ";", ",", "。", "！", "？", "，", '"', "”", "’")
_TRIM = " \t()（）*_#\"'“”‘’.,…+&-–—"

_LINKED = re.compile(r"[:：] ?\S+ \S+ \S")
""" "Read also: Two barges leave": a link with the title it leads to."""


class Bars:
    """The words of menus of one :class:`Boilerplate`."""

    def __init__(self, cues: Boilerplate, *, control: Callable[[str], bool]) -> None:
        """``control`` says whether a part is a control of the page as a line of its own is."""
        self._control = control
        self._menu = frozenset(word.casefold() for word in cues.menu)
        self._rubrics = frozenset(word.casefold() for word in (*cues.rubrics, *cues.kickers))

    def is_bar(self, line: str) -> bool:
        """Whether most parts of a line are controls or sections of a page."""
        if len(line) > _LONGEST:
            return False
        if not line.isascii() and line.strip(_TRIM).casefold() in self._menu:
            return True
        if _HINT.search(line) is None:
            return self._is_row(line)
        parts = [part.strip(_TRIM) for part in _BREAK.split(line)]
        parts = [part for part in parts if part]
        if not parts or any(len(part) > _PART or part.endswith(_STOPS) for part in parts):
            return False
        controls = sum(self.is_control(part) for part in parts)
        figures = sum(_FIGURE.fullmatch(part) is not None for part in parts)
        sections = sum(part.casefold() in self._rubrics for part in parts)
        known = controls + figures + sections
        return bool(controls) and known > 1 and 2 * known >= len(parts)

    def is_trail(self, line: str) -> bool:
        """Whether a line of a head leads from section to section: "Local > Strelsau"."""
        if len(line) > _TRAIL or _ARROW.search(line) is None:
            return False
        parts = [part.strip(_TRIM) for part in _ARROW.split(line)]
        parts = [part for part in parts if part]
        if not parts or any(len(part.split()) > _PART_WORDS for part in parts):
            return False
        known = any(part.casefold() in self._rubrics or self.is_control(part) for part in parts)
        steps = len(parts) > 2 and "／" not in line  # which also stands between two names
        return known or (steps and not line.rstrip().endswith(_STOPS))

    def is_control(self, part: str) -> bool:
        """Whether a part of a line is a button, a counter or a language of the page."""
        if part.casefold() in self._menu or _HANDLE.fullmatch(part):
            return True
        if _LINKED.search(part):
            return False  # the day behind "Read also: Two barges leave" is that of the other piece
        return self._control(part) or self._is_row(part)

    def _is_row(self, part: str) -> bool:
        """Buttons with nothing but a space between them: "Share Tweet Print A- A+"."""
        words = part.casefold().split(" ")
        few = 2 if part.isascii() else 1
        return few < len(words) <= _ROW and all(word in self._menu for word in words)
