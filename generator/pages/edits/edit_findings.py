"""What an editor is told about hand edits.

This module alone words it; :mod:`generator.pages.edits.merge` decides what is the case.
"""

from __future__ import annotations

import difflib

from generator.model import PagePath
from generator.pages.parts import shown
from generator.problems import Problem

_DIFF_LINES = 14
_DIFF_INPUT_LINES = 400  # difflib is quadratic; a longer section is compared by its beginning


def damaged(path: PagePath, fault: str) -> Problem:
    return Problem(
        code="E_PAGE",
        message=f"the page {fault}; the file is left as it is",
        file=path,
        remedy="mend it, or delete it to have it generated again",
    )


def kept(path: PagePath, names: tuple[str, ...]) -> Problem:
    return Problem(
        code="W_EDITED",
        message=f"kept as edited: {', '.join(names)}",
        file=path,
        remedy="delete a part to have it generated again",
    )


def stale(path: PagePath, key: str, theirs: str, planned: str) -> Problem:
    return Problem(
        code="W_EDIT_STALE",
        message="the generator would now write something else here:\n" + _diff(theirs, planned),
        file=path,
        field=shown(key),
        remedy="delete the part to take the new text, or change it to say that you have seen this",
    )


def dropped(path: PagePath, key: str, theirs: str, planned: str) -> Problem:
    return Problem(
        code="W_EDIT_STALE",
        message="holds the article's own words and is always generated; "
        "this change was not kept:\n" + _diff(theirs, planned),
        file=path,
        field=shown(key),
        remedy="correct the article's facts in the .yml file beside it",
    )


def gone(path: PagePath, key: str) -> Problem:
    return Problem(
        code="W_EDIT_STALE",
        message="the generator does not write this part any more; your text is kept",
        file=path,
        field=shown(key),
        remedy="delete the part if it is not wanted",
    )


def uncited(path: PagePath, name: str) -> Problem:
    return Problem(
        code="E_PAGE",
        message=f"an edited section cites [^{name}], but the article has no such sentence",
        file=path,
        remedy="cite a sentence of the section on evidence",
    )


def _diff(old: str, new: str) -> str:
    lines = difflib.unified_diff(
        old.split("\n")[:_DIFF_INPUT_LINES],
        new.split("\n")[:_DIFF_INPUT_LINES],
        "kept",
        "generated",
        lineterm="",
        n=1,
    )
    told = [line[:200] for _, line in zip(range(_DIFF_LINES + 1), lines, strict=False)]
    return "\n".join([*told[:_DIFF_LINES], *(["..."] if len(told) > _DIFF_LINES else [])]) + "\n"
