"""Scores of the analysis against gold annotation.

Decides how a finding and a gold entry are held to be the same: names and surfaces compare
without case, hyphens and spaces; sentences by the words they share. A sentence that stands in
neither outlook list of the gold is not counted.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from generator.model import ANONYMOUS, AUTHOR, Actor, Analysis, Outlook, Weapon

_SHARED = 0.6
_STATUS_GOLD: dict[str, frozenset[str]] = {
    "displayed": frozenset({"displayed"}),
    "tested": frozenset({"flight-tested", "ground-tested", "used"}),
    "launched": frozenset({"flight-tested", "displayed", "deployed"}),
    "deployed": frozenset({"deployed"}),
    "claimed": frozenset({"claimed", "planned", "mentioned"}),
    "planned": frozenset({"planned"}),
    "transferred": frozenset({"transferred"}),
    "mentioned": frozenset({"mentioned"}),
    "hypothetical": frozenset({"mentioned"}),
    "used": frozenset({"used"}),
}
_TYPE_GOLD: dict[str, frozenset[str]] = {
    "conditional": frozenset({"forecast", "warning", "threat", "pledge", "scheduled"}),
    "forecast": frozenset({"forecast", "warning", "scheduled"}),
    "warning": frozenset({"warning", "threat"}),
    "scheduled": frozenset({"scheduled", "pledge"}),
}


@dataclass(slots=True)
class Tally:
    """Right, missed and wrong of one task, with a line for each that is not right."""

    right: float = 0
    missed: float = 0
    wrong: float = 0
    misses: list[str] = field(default_factory=list)

    @property
    def precision(self) -> float:
        return self.right / (self.right + self.wrong) if self.right + self.wrong else 1.0

    @property
    def recall(self) -> float:
        return self.right / (self.right + self.missed) if self.right + self.missed else 1.0

    @property
    def f1(self) -> float:
        total = self.precision + self.recall
        return 2 * self.precision * self.recall / total if total else 0.0

    def add(self, other: Tally) -> None:
        self.right += other.right
        self.missed += other.missed
        self.wrong += other.wrong
        self.misses += other.misses


Report = dict[str, Tally]


def evaluate(analyses: Mapping[str, Analysis], gold: Mapping[str, Mapping[str, Any]]) -> Report:
    """Tallies by task over all articles that have gold, keyed by the file's stem."""
    report: Report = {}
    for stem in sorted(gold):
        if stem not in analyses:
            continue
        for task, tally in score(analyses[stem], gold[stem], label=stem).items():
            report.setdefault(task, Tally()).add(tally)
    return report


def score(analysis: Analysis, gold: Mapping[str, Any], *, label: str = "") -> Report:
    """Tallies of one article."""
    return {
        "actors": _entities(analysis.actors, gold.get("actors") or [], label, "actor"),
        "actors outside the knowledge base": _open_set(analysis, gold, label),
        "weapons": _entities(analysis.weapons, gold.get("weapons") or [], label, "weapon"),
        "weapon status": _status(analysis, gold.get("weapons") or [], label),
        "specifications": _specs(analysis, gold.get("weapons") or [], label),
        "outlook sentences": _outlook(analysis, gold, label),
        "outlook type": _outlook_type(analysis, gold.get("outlook") or [], label),
        "outlook term": _outlook_term(analysis, gold.get("outlook") or [], label),
        "no outlook": _not_outlook(analysis, gold.get("not_outlook") or [], label),
        "holders": _holders(analysis, gold, label),
        "dated events": _events(analysis, gold.get("events") or [], label),
        "publication date": _published(analysis, gold.get("published") or {}, label),
        "summary": _summary(analysis, gold.get("summary_best") or [], label),
        "boilerplate": _boilerplate(analysis, gold.get("boilerplate") or [], label),
        "spans": _spans(analysis, label),
    }


def fold(text: object) -> str:
    """Letters and digits only, lower case."""
    return re.sub(r"[^\w]+", "", str(text).casefold())


def _same_sentence(left: str, right: str) -> bool:
    first, second = fold(left), fold(right)
    if not first or not second:
        return False
    if first in second or second in first:
        return True
    one = set(re.findall(r"\w+", left.casefold()))
    two = set(re.findall(r"\w+", right.casefold()))
    return len(one & two) / max(1, min(len(one), len(two))) >= _SHARED and (
        len(one & two) / max(len(one), len(two)) >= _SHARED
    )


# -- actors and weapons ---------------------------------------------------------------------


def _surfaces(entry: Mapping[str, Any]) -> set[str]:
    listed = entry.get("surface") or []
    values = [listed] if isinstance(listed, str) else list(listed)
    return {fold(item) for item in (*values, entry.get("name", ""))} - {""}


def _found_surfaces(item: Actor | Weapon) -> set[str]:
    return {fold(item.name), *(fold(mention.surface) for mention in item.mentions)}


def _pairs(
    found: Sequence[Actor | Weapon], gold: Sequence[Mapping[str, Any]]
) -> list[tuple[Actor | Weapon, Mapping[str, Any]]]:
    """Best one-to-one pairs: by shared surfaces, then by a surface inside another."""
    options: list[tuple[int, int, int]] = []
    for left, item in enumerate(found):
        mine = _found_surfaces(item)
        for right, entry in enumerate(gold):
            wanted = _surfaces(entry)
            exact = len(mine & wanted) * 10
            named = 25 if fold(entry.get("name", "")) == fold(item.name) else 0
            inside = sum(any(a in b or b in a for b in wanted) for a in mine if len(a) > 3)
            if exact or named or (inside and item.mentions):
                options.append((exact + named + min(inside, 3), left, right))
    pairs: list[tuple[Actor | Weapon, Mapping[str, Any]]] = []
    used_left: set[int] = set()
    used_right: set[int] = set()
    for weight, left, right in sorted(options, key=lambda item: (-item[0], item[1], item[2])):
        weak = weight < 10
        if left in used_left or right in used_right or (weak and _misfit(found[left], gold[right])):
            continue
        used_left.add(left)
        used_right.add(right)
        pairs.append((found[left], gold[right]))
    return pairs


def _misfit(item: Actor | Weapon, entry: Mapping[str, Any]) -> bool:
    """A loose match of surfaces counts only between things of one kind."""
    if isinstance(item, Weapon):
        return False
    return (item.type == "state") != (entry.get("type") == "state")


def _entities(
    found: Sequence[Actor | Weapon], gold: Sequence[Mapping[str, Any]], label: str, what: str
) -> Tally:
    tally = Tally()
    pairs = _pairs(found, gold)
    matched = {id(item) for item, _ in pairs}
    answered = {id(entry) for _, entry in pairs}
    tally.right = len(pairs)
    for entry in gold:
        if id(entry) not in answered and not entry.get("optional"):
            tally.missed += 1
            tally.misses.append(f"{label}: {what} missed: {entry.get('name')}")
    for item in found:
        if id(item) not in matched:
            tally.wrong += 1
            surfaces = sorted({mention.surface for mention in item.mentions})
            tally.misses.append(f"{label}: {what} wrong: {item.name} {surfaces}")
    return tally


def _open_set(analysis: Analysis, gold: Mapping[str, Any], label: str) -> Tally:
    tally = Tally()
    entries = [entry for entry in gold.get("actors") or [] if entry.get("open_set")]
    answered = {id(entry) for _, entry in _pairs(analysis.actors, entries)}
    for entry in entries:
        if id(entry) in answered:
            tally.right += 1
        else:
            tally.missed += 1
            tally.misses.append(f"{label}: unlisted actor missed: {entry.get('name')}")
    return tally


def _status(analysis: Analysis, gold: Sequence[Mapping[str, Any]], label: str) -> Tally:
    tally = Tally()
    for item, entry in _pairs(analysis.weapons, gold):
        if not isinstance(item, Weapon) or not entry.get("status"):
            continue
        wanted = entry["status"] if isinstance(entry["status"], list) else [entry["status"]]
        allowed = frozenset().union(
            *(_STATUS_GOLD.get(str(value), frozenset()) for value in wanted)
        )
        values = {claim.value for claim in item.status}
        if values & allowed:
            tally.right += 1
        else:
            tally.wrong += 1
            tally.missed += 1
            tally.misses.append(f"{label}: status of {item.name}: {sorted(values)} for {wanted}")
    return tally


def _specs(analysis: Analysis, gold: Sequence[Mapping[str, Any]], label: str) -> Tally:
    tally = Tally()
    found = [spec for weapon in analysis.weapons for spec in weapon.specs]
    for entry in gold:
        for spec in entry.get("specs") or []:
            number = re.search(r"\d[\d,]*\.?\d*", str(spec.get("value", "")))
            if number is None:
                continue
            value = float(number.group().replace(",", ""))
            hit = any(
                abs(item.value - value) < 0.5 or str(spec["value"]) in item.original
                or number.group() in item.original.replace(",", "")
                for item in found
            )  # fmt: skip
            if hit:
                tally.right += 1
            else:
                tally.missed += 1
                tally.misses.append(f"{label}: specification missed: {dict(spec)}")
    return tally


# -- outlook ---------------------------------------------------------------------------------


def _match(items: Iterable[Outlook], text: str, analysis: Analysis) -> Outlook | None:
    for item in items:
        sentence = analysis.document.sentence(item.sentence).text
        if _same_sentence(item.quote, text) or _same_sentence(sentence, text):
            return item
    return None


def _outlook(analysis: Analysis, gold: Mapping[str, Any], label: str) -> Tally:
    tally = Tally()
    hits: set[int] = set()
    for entry in gold.get("outlook") or []:
        item = _match(analysis.outlook, str(entry["text"]), analysis)
        if item is not None:
            tally.right += 1
            hits.add(id(item))
        elif not entry.get("optional"):
            tally.missed += 1
            tally.misses.append(f"{label}: outlook missed: {entry['text']}")
    denied = [str(text) for text in gold.get("not_outlook") or []]
    for item in analysis.outlook:
        if id(item) in hits:
            continue
        if any(_same_sentence(item.quote, text) for text in denied):
            tally.wrong += 1
            tally.misses.append(f"{label}: outlook wrong: {item.quote}")
        else:
            tally.misses.append(f"{label}: outlook not in the gold (not counted): {item.quote}")
    return tally


def _outlook_type(analysis: Analysis, gold: Sequence[Mapping[str, Any]], label: str) -> Tally:
    tally = Tally()
    for entry in gold:
        item = _match(analysis.outlook, str(entry["text"]), analysis)
        if item is None:
            continue
        wanted = str(entry.get("type"))
        if item.type == wanted or item.type in _TYPE_GOLD.get(wanted, frozenset()):
            tally.right += 1
        else:
            tally.wrong += 1
            tally.missed += 1
            tally.misses.append(f"{label}: type {item.type} for {wanted}: {entry['text'][:90]}")
    return tally


def _outlook_term(analysis: Analysis, gold: Sequence[Mapping[str, Any]], label: str) -> Tally:
    tally = Tally()
    for entry in gold:
        item = _match(analysis.outlook, str(entry["text"]), analysis)
        wanted = entry.get("likelihood")
        if item is None or not wanted:
            continue
        words = [wanted] if isinstance(wanted, str) else list(wanted)
        term = fold(item.term or "")
        if any(fold(word) in term or (term and term in fold(word)) for word in words):
            tally.right += 1
        else:
            tally.wrong += 1
            tally.missed += 1
            tally.misses.append(f"{label}: term {item.term!r} for {words}: {entry['text'][:70]}")
    return tally


def _not_outlook(analysis: Analysis, gold: Sequence[object], label: str) -> Tally:
    tally = Tally()
    for text in gold:
        if any(_same_sentence(item.quote, str(text)) for item in analysis.outlook):
            tally.wrong += 1
            tally.missed += 1
            tally.misses.append(f"{label}: taken for outlook: {text}")
        else:
            tally.right += 1
    return tally


# -- claims, events, dates, summary ------------------------------------------------------------


def _holders(analysis: Analysis, gold: Mapping[str, Any], label: str) -> Tally:
    """What the publisher says in its own voice is as good as no holder."""
    tally = Tally()
    publisher = fold(gold.get("publisher") or "")
    names = {str(actor.id): _found_surfaces(actor) for actor in analysis.actors}
    for entry in gold.get("claims") or []:
        wanted = str(entry.get("attributed_to") or "")
        if publisher and fold(wanted) in publisher:
            wanted = ""
        for sentence in analysis.document.sentences:
            if not _same_sentence(sentence.text, str(entry.get("text", ""))):
                continue
            claim = next((c for c in analysis.claims if c.sentence == sentence.id), None)
            if claim is not None and _holder_fits(claim.holder, claim.source, wanted, names):
                tally.right += 1
            else:
                tally.wrong += 1
                tally.missed += 1
                got = claim.holder if claim else None
                tally.misses.append(f"{label}: holder {got} for {wanted}: {sentence.text[:80]}")
            break
    return tally


def _holder_fits(
    holder: str | None, source: str, wanted: str, names: Mapping[str, set[str]]
) -> bool:
    target = fold(wanted)
    if target in {"", "author", "none", "null", "authorvoice", "unattributed"}:
        return holder in {None, AUTHOR}
    if holder == ANONYMOUS:
        return bool(
            set(re.findall(r"\w{4,}", source.casefold()))
            & set(re.findall(r"\w{4,}", wanted.casefold()))
        )
    if holder is None:
        return False
    mine = names.get(holder, set()) | {fold(holder), fold(source)}
    return any(item and (item in target or target in item) for item in mine)


def _events(analysis: Analysis, gold: Sequence[Mapping[str, Any]], label: str) -> Tally:
    tally = Tally()
    dates = [(event.start, event.end) for event in analysis.events]
    dates += [(item.first, item.last) for item in analysis.dates]
    for entry in gold:
        date = entry.get("date")
        if not date:
            continue
        day = str(date)[:10]
        if any(start and end and _overlaps(day, start, end) for start, end in dates):
            tally.right += 1
        else:
            tally.missed += 1
            tally.misses.append(f"{label}: dated event missed: {day} {entry.get('date_text')}")
    return tally


def _overlaps(day: str, start: str, end: str) -> bool:
    size = len(day)
    return start[:size] <= day <= end[:size]


def _published(analysis: Analysis, gold: Mapping[str, Any], label: str) -> Tally:
    tally = Tally()
    value = str(gold.get("value") or "")[:10]
    mine = analysis.published.value or ""
    size = min(len(value), len(mine))
    right = (not value and not mine) or (size > 0 and value[:size] == mine[:size])
    if right:
        tally.right = 1
    else:
        tally.wrong = tally.missed = 1
        tally.misses.append(f"{label}: published {mine or 'unknown'} for {value or 'unknown'}")
    return tally


def _summary(analysis: Analysis, gold: Sequence[object], label: str) -> Tally:
    tally = Tally()
    used = {item for statement in analysis.summary for item in statement.evidence}
    texts = [analysis.document.sentence(item).text for item in sorted(used)]
    for best in gold:
        if any(_same_sentence(text, str(best)) for text in texts):
            tally.right += 1
        else:
            tally.missed += 1
            tally.misses.append(f"{label}: best sentence unused: {str(best)[:100]}")
    return tally


def _boilerplate(analysis: Analysis, gold: Sequence[object], label: str) -> Tally:
    tally = Tally()
    for text in gold:
        kept = [s for s in analysis.document.sentences if _same_sentence(s.text, str(text))]
        if kept:
            tally.wrong += 1
            tally.missed += 1
            tally.misses.append(f"{label}: boilerplate kept: {text}")
        else:
            tally.right += 1
    return tally


def _spans(analysis: Analysis, label: str) -> Tally:
    tally = Tally()
    text = analysis.document.article.text
    spans = [(m.start, m.end, m.surface) for m in analysis.mentions]
    spans += [(d.start, d.end, d.surface) for d in analysis.dates]
    spans += [(q.start, q.end, q.surface) for q in analysis.quantities]
    spans += [(o.start, o.end, o.quote) for o in analysis.outlook]
    spans += [(s.start, s.end, s.original) for w in analysis.weapons for s in w.specs]
    for start, end, surface in spans:
        if text[start:end] == surface:
            tally.right += 1
        else:
            tally.wrong += 1
            tally.missed += 1
            tally.misses.append(f"{label}: span {start}-{end} is not {surface!r}")
    return tally


def table(report: Report) -> str:
    """The report as lines of text: task, precision, recall, F1, counts."""
    width = max((len(task) for task in report), default=4)
    lines = [f"{'task':{width}}  precision  recall     F1  right missed wrong"]
    for task, tally in report.items():
        lines.append(
            f"{task:{width}}  {tally.precision:9.3f}  {tally.recall:6.3f}  {tally.f1:5.3f}"
            f"  {tally.right:5g} {tally.missed:6g} {tally.wrong:5g}"
        )
    return "\n".join(lines)
