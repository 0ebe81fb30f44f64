"""Hand edits survive regeneration: a three-way merge of page, disk and memory.

This module alone decides which part of a page (:mod:`generator.pages.parts`) is an editor's: a
part on disk that is neither what is planned now nor what was generated last is the editor's
and stays as it stands. The memory of what was generated last is one digest a part.

What decides are the digests, never marks in the text, so no article can forge an edit.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from generator.model import Page, PagePath
from generator.pages.edits import edit_findings, frontmatter_lint
from generator.pages.parts import OPENING, WHOLE, cut, digest, is_body, shown
from generator.problems import Problem

_HALF = re.compile("[\ud800-\udfff]")
_DEFINITION = re.compile(r"^\[\^(s\d+)\]:", re.MULTILINE)
_REFERENCE = re.compile(r"\[\^(s\d+)\](?!:)")
_CONFLICT = re.compile(r"^(?:<{7}|>{7})(?: .*)?$", re.MULTILINE)
_EDITED_KEY = "edited:"


@dataclass(frozen=True, slots=True, kw_only=True)
class Merged:
    """What goes into the page. ``blocked``: the page on disk is damaged; leave the file alone
    and show ``page``, which is then the plain plan. ``remembered``: part -> digest, to be given
    back in the next run."""

    page: Page
    remembered: Mapping[str, str]
    edited: tuple[str, ...] = ()
    problems: tuple[Problem, ...] = ()
    blocked: bool = False


@dataclass(frozen=True, slots=True)
class _Verdict:
    text: str
    memory: str
    edited: bool = False
    stale: bool = False


def merge(
    planned: Page,
    current: str | None,
    remembered: Mapping[str, str],
    *,
    definitions: Callable[[], Mapping[str, str]] = dict,
) -> Merged:
    """One page, three ways: what is planned, what stands on disk, what was generated last.

    ``current`` is None where there is no file. Without memory every difference counts as an
    edit. A part that an editor deleted is generated again; a section that defines footnotes is
    always generated, so that every sentence a page cites is there. ``definitions``, asked only
    when needed, gives the whole line of each footnote that an edited section may cite besides
    those (``s7`` -> ``[^s7]: ...``).
    """
    if not planned.path.endswith(".md"):
        return Merged(page=planned, remembered={WHOLE: digest(planned.text)})
    ours = cut(planned.text)
    fresh = {key: digest(part) for key, part in ours.items()}
    if current is None or current == planned.text:
        return Merged(page=planned, remembered=fresh)
    if _HALF.search(current):
        return _blocked(planned, remembered, fresh, "is not UTF-8 text")
    theirs = cut(current)
    theirs.pop(_EDITED_KEY, None)
    if theirs.get("tags:", ours.get("tags:")) != ours.get("tags:"):
        theirs["tags:"] = frontmatter_lint.mended(theirs["tags:"])

    verdicts, problems = _verdicts(planned.path, ours, theirs, remembered)
    kept = {
        key: part
        for key, part in theirs.items()
        # What was generated last time, planned no more and never touched goes.
        if key not in ours and part and not _is_generated(digest(part), remembered.get(key))
    }
    edited = {key: verdict.text for key, verdict in verdicts.items() if verdict.edited} | kept
    if not edited:
        return Merged(page=planned, remembered=fresh, problems=problems)
    if fault := _fault(edited, planned.text):
        return _blocked(planned, remembered, fresh, fault)

    texts = {key: verdict.text for key, verdict in verdicts.items()}
    texts = _with_kept(texts, kept, order=list(theirs))
    names = tuple(shown(key) for key in texts if key in edited)
    text, missing = _complete(_join(texts, names), definitions)
    memory = {key: verdict.memory for key, verdict in verdicts.items()}
    memory |= {key: remembered[key] for key in kept if key in remembered}
    memory |= {  # the footnotes that were added are generated too
        key: f"{fresh[key]}/{digest(part)}"
        for key, part in cut(text).items()
        if _DEFINITION.search(ours.get(key, "")) and digest(part) != fresh[key]
    }
    return Merged(
        page=Page(path=planned.path, text=text, kind=planned.kind),
        remembered=memory,
        edited=names,
        problems=(
            *problems,
            *(
                edit_findings.stale(planned.path, key, verdict.text, ours[key])
                for key, verdict in verdicts.items()
                if verdict.stale
            ),
            *(edit_findings.gone(planned.path, key) for key in kept if key in remembered),
            edit_findings.kept(planned.path, names),
            *(edit_findings.uncited(planned.path, name) for name in missing),
        ),
    )


def _verdicts(
    path: PagePath,
    ours: Mapping[str, str],
    theirs: Mapping[str, str],
    remembered: Mapping[str, str],
) -> tuple[dict[str, _Verdict], tuple[Problem, ...]]:
    """What becomes of each planned part. One that defines footnotes is never an editor's."""
    verdicts: dict[str, _Verdict] = {}
    problems: list[Problem] = []
    for key, part in ours.items():
        verdict = _settle(part, theirs.get(key) or None, remembered.get(key))
        if verdict.edited and _DEFINITION.search(part):
            if key in remembered:
                problems.append(edit_findings.dropped(path, key, verdict.text, part))
            verdict = _Verdict(part, digest(part))
        verdicts[key] = verdict
    return verdicts, tuple(problems)


def is_edited(current: str, remembered: Mapping[str, str]) -> bool:
    """Does a page that is planned no more hold anything that was not generated?"""
    if WHOLE in remembered:
        return not _is_generated(digest(current), remembered[WHOLE])
    return any(
        part and not _is_generated(digest(part), remembered.get(key))
        for key, part in cut(current).items()
        if key != _EDITED_KEY
    )


def _settle(ours: str, theirs: str | None, memory: str | None) -> _Verdict:
    """Whose text a part is. The memory of an edited part holds two digests: what was generated
    when it was edited, and the edit itself. While the first differs from the plan the edit is
    stale; once the editor touches the part again it is taken as seen."""
    new = digest(ours)
    if theirs is None or theirs == ours:
        return _Verdict(ours, new)
    now = digest(theirs)
    if now == new or _is_generated(now, memory):
        return _Verdict(ours, new)
    generated, _, seen = (memory or new).partition(" ")
    base = generated.partition("/")[0]
    if seen and seen != now:
        base = new
    return _Verdict(theirs, f"{base} {now}", edited=True, stale=base != new)


def either(old: Mapping[str, str], new: Mapping[str, str]) -> dict[str, str]:
    """The memory of one page while it is being written: what is found there next time may be
    the old text or the new one, and neither is an edit."""
    both = dict(old) | dict(new)
    for key in old.keys() & new.keys():
        generated, space, seen = new[key].partition(" ")
        bases = dict.fromkeys([*generated.split("/"), *old[key].partition(" ")[0].split("/")])
        both[key] = "/".join(bases) + space + seen
    return both


def _is_generated(now: str, memory: str | None) -> bool:
    return memory is not None and now in memory.partition(" ")[0].split("/")


def _with_kept(
    texts: Mapping[str, str], kept: Mapping[str, str], *, order: list[str]
) -> dict[str, str]:
    """The editor's own parts go behind the part they stood behind, front matter last."""
    behind: dict[str | None, list[str]] = {}
    anchor: str | None = None
    for key in order:
        if key in texts:
            anchor = key
        elif key in kept:
            place = OPENING if key.startswith("##") and not is_body(anchor) else anchor
            behind.setdefault(place, []).append(key)
    placed: list[str] = list(behind.pop(None, []))
    for key in texts:
        placed.append(key)
        placed += behind.pop(key, [])
    return {key: texts.get(key, kept.get(key, "")) for key in placed}


def _join(texts: Mapping[str, str], names: Iterable[str]) -> str:
    front = [part for key, part in texts.items() if not is_body(key)]
    front.append(frontmatter_lint.line("edited", list(names)))
    body = [part for key, part in texts.items() if is_body(key) and part]
    return "\n\n".join(["\n".join(["---", *front, "---"]), *body]) + "\n"


def _complete(
    text: str, definitions: Callable[[], Mapping[str, str]]
) -> tuple[str, tuple[str, ...]]:
    """The text with the footnotes it cites and lacks, and the names nobody can define."""
    defined = set(_DEFINITION.findall(text))
    cited = dict.fromkeys(name for name in _REFERENCE.findall(text) if name not in defined)
    known = definitions() if cited else {}
    lines = [known[name].strip("\n") for name in cited if name in known]
    if lines:
        text = text.rstrip("\n") + "\n" + "".join(f"\n{line}\n" for line in lines)
    return text, tuple(name for name in cited if name not in known)


def _fault(edited: Mapping[str, str], planned: str) -> str:
    """Why the editor's parts cannot be shown, or nothing."""
    for key, part in edited.items():
        for mark in _CONFLICT.finditer(part):
            if mark[0] not in planned:
                return f"holds a merge conflict in {shown(key)!r}"
    front = [part for key, part in edited.items() if not is_body(key)]
    return frontmatter_lint.fault("\n".join(front)) if front else ""


def _blocked(
    planned: Page, remembered: Mapping[str, str], fresh: Mapping[str, str], fault: str
) -> Merged:
    return Merged(
        page=planned,
        remembered=dict(remembered) or fresh,
        problems=(edit_findings.damaged(planned.path, fault),),
        blocked=True,
    )
