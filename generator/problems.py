"""Findings: what went wrong or looks wrong, for a person to act on.

A finding is returned, never logged; the doors (command line, MkDocs plugin) decide what to do
with it. Each code has one documented sentence here; ``docs/problems.md`` is checked against it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Severity = Literal["error", "warning"]

CODES: dict[str, str] = {
    "E_ENCODING": "The file is not text in an encoding we can tell; save it as UTF-8.",
    "E_EMPTY": "The article holds no text once disclaimers and damage are taken away.",
    "E_FORMAT": "The file's ending is not one of .txt, .md, .html.",
    "E_TOO_LARGE": "The article is longer than the limit; split it or leave it out.",
    "E_SYMLINK": "The file is a symbolic link; seeds are read only from inside the folder.",
    "E_YAML": "The file is not valid YAML.",
    "E_KNOWLEDGE": "A knowledge file does not have the shape its kind demands.",
    "E_REFERENCE": "A knowledge file names an entity, source or rule that does not exist.",
    "E_DUPLICATE": "Two knowledge files claim the same identity or the same strong alias.",
    "E_NOTES": "An editor's file beside an article does not have the shape it needs.",
    "E_TEMPLATE": "A template cannot be read or names something that does not exist.",
    "E_READ": "A file or folder could not be read.",
    "E_PAGE": "A page changed by hand would break the site or cites what is not there; mend it.",
    "E_INTERNAL": "The generator met a fault of its own in this file; please report it.",
    "E_WRITE": "A file could not be written; nothing was half-written.",
    "E_LOCKED": "Another run is writing to the same folder.",
    "E_STALE": "A file on disk differs from the plan; run `briefings build`.",
    "E_OUTCOMES": "A record in outcomes.yml has not the shape it needs or fits two statements.",
    "E_SETTING": "Something set from outside, as SOURCE_DATE_EPOCH, cannot be used.",
    "E_SEARCH": "The search index of a large site could not be made.",
    "W_DUPLICATE_ARTICLE": "Two seeds hold the same text; the first by name is kept.",
    "W_NEAR_DUPLICATE": "Two seeds hold largely the same text; both are kept, as one source.",
    "W_SAME_ADDRESS": "Two seeds come from one address: an article and its update.",
    "W_ORPHAN": "A page on disk belongs to no article; `briefings build --prune` removes it.",
    "W_EDITED": "A section was edited by hand and is kept as it stands.",
    "W_EDIT_STALE": "The generator would now write something else under an edited section.",
    "W_NOTES_UNUSED": "A correction in an editor's file matched nothing in its article.",
    "W_OUTCOME_UNUSED": "A record in outcomes.yml fits no statement about the future.",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """``code`` is a key of :data:`CODES`; ``remedy`` says what to do in one sentence."""

    code: str
    message: str
    file: str = ""
    line: int | None = None
    field: str = ""
    remedy: str

    @property
    def severity(self) -> Severity:
        return "error" if self.code.startswith("E_") else "warning"

    def __str__(self) -> str:
        place = self.file + (f":{self.line}" if self.line else "")
        what = f"{self.field}: " if self.field else ""
        remedy = f" ({self.remedy})" if self.remedy else ""
        return f"{place}: {self.code}: {what}{self.message}{remedy}".lstrip(": ")
