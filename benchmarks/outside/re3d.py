"""Named mentions of re3d, the defence and security corpus of Dstl, beside what the project finds.

Decides what of the annotation counts. Pronouns and descriptions in lower case are left out, save
for weapons and platforms, which are mostly nouns. Confidences are not used: a quarter of the
annotations lies below one half, true names and slips of a tool alike. Files begin with a byte
order mark, one JSON object a line; some offsets are wrong by the line ends, which is why the
value is looked up before a line counts.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from benchmarks.outside.floor import capitals
from benchmarks.outside.reading import marked, read
from benchmarks.outside.scoring import Marked, Score, meets, score, table, trimmed

NAMES = ("Person", "Organisation", "Location", "Nationality")
NOUNS = ("Weapon", "MilitaryPlatform")
"""Types whose mentions count in lower case too."""
FLOOR: Mapping[str, tuple[str, str]] = {
    "any": ("0.67", "0.92"),
    "Person": ("0.34", "0.61"),
    "Organisation": ("0.43", "0.61"),
    "Location": ("0.60", "0.70"),
    "Nationality": ("0.73", "0.74"),
    "Weapon": ("0.55", "0.71"),
    "MilitaryPlatform": ("0.42", "0.56"),
}
"""F1 (strict, overlap) of a floor without knowledge, measured on the same data: a list of
countries, a pattern for weapons, runs of capitalised words."""
_PRONOUN = re.compile(
    "i|we|he|she|it|they|you|me|us|him|her|them|my|our|his|its|their|your|who|this|that|these|those"
    "|mine|ours|theirs|(?:him|her|it|my)self|(?:them|our)selves|all|both|some|many|others|one"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Text:
    """One document with its annotation, spans trimmed."""

    name: str
    text: str
    gold: tuple[Marked, ...]


def load(folder: Path) -> tuple[Text, ...]:
    """Every document below the folder, in order of folder and identity."""
    texts = []
    for file in sorted(folder.glob("*/documents.json")):
        gold: dict[str, list[Mapping[str, Any]]] = {}
        for entity in _lines(file.with_name("entities.json")):
            gold.setdefault(entity["documentId"], []).append(entity)
        for document in sorted(_lines(file), key=lambda item: str(item["_id"])):
            text = str(document["text"])
            texts.append(
                Text(
                    name=f"{file.parent.name}-{document['_id']}",
                    text=text,
                    gold=tuple(_gold(text, gold.get(document["_id"], ()))),
                )
            )
    return tuple(texts)


def _lines(file: Path) -> list[Mapping[str, Any]]:
    return [json.loads(line) for line in file.read_text("utf-8-sig").split("\n") if line.strip()]


def _gold(text: str, entities: Iterable[Mapping[str, Any]]) -> Iterable[Marked]:
    common = _small(text)
    found = set()
    for entity in entities:
        kind, start, end = str(entity["type"]), int(entity["begin"]), int(entity["end"])
        if kind not in NAMES + NOUNS or not 0 <= start < end <= len(text):
            continue
        if _letters(text[start:end]) != _letters(str(entity["value"])):
            continue
        start, end = trimmed(text, start, end)
        if start < end and (kind in NOUNS or named(text[start:end], common)):
            found.add(Marked(start=start, end=end, types=(kind,)))
    return sorted(found)


def _small(text: str) -> frozenset[str]:
    """Words that the document writes in lower case somewhere."""
    return frozenset(word for word in re.findall(r"[A-Za-z]+", text) if word.islower())


def _letters(text: str) -> str:
    """White space and quotation marks of the values were straightened, the text's were not."""
    return re.sub(r"[^A-Za-z0-9]", "", text)


def named(surface: str, common: Iterable[str] = ()) -> bool:
    """Whether it begins as a name does. A first word that the document also writes small stands
    at the head of a sentence, and is a name only if another capitalised word follows."""
    words = surface.split()
    if not words or not words[0][0].isupper() or _PRONOUN.fullmatch(words[0].lower()):
        return False
    if words[0].lower() in common:
        return any(word[0].isupper() for word in words[1:])
    return True


def measure(
    texts: Iterable[Text], *, one_type: bool = False
) -> tuple[dict[str, dict[str, Score]], Counter[str]]:
    """Type (or ``any``) -> ``strict`` and ``overlap``; and how often which type was taken for
    which, among spans that agree to the character. ``one_type`` keeps the first reading only."""
    kinds = ("any", *NAMES, *NOUNS)
    scores = {kind: {"strict": Score(), "overlap": Score()} for kind in kinds}
    confusion: Counter[str] = Counter()
    for item in texts:
        found = marked(read(item.text, name=item.name))
        if one_type:
            found = tuple(replace(one, types=one.types[:1]) for one in found)
        common = _small(item.text)
        names = [one for one in found if named(item.text[one.start : one.end], common)]
        for kind in kinds:
            mine = found if kind in NOUNS else names
            wanted = [
                one
                for one in item.gold
                if kind != "any" or named(item.text[one.start : one.end], common)
            ]
            for way, counted in score(mine, wanted, kind=None if kind == "any" else kind).items():
                scores[kind][way].add(counted)
        confusion.update(_confused(names, item.gold))
    return scores, confusion


def _confused(found: Iterable[Marked], gold: Iterable[Marked]) -> Iterable[str]:
    wanted: dict[tuple[int, int], set[str]] = {}
    for item in gold:
        wanted.setdefault((item.start, item.end), set()).add(item.types[0])
    for one in found:
        types = wanted.get((one.start, one.end))
        if types and not types & set(one.types):
            yield f"{one.types[0]} for {sorted(types)[0]}"
        elif types:
            yield "right"


def misses(texts: Iterable[Text]) -> tuple[Counter[str], Counter[str]]:
    """Surfaces with their type: annotated ones that nothing touches, found ones that touch
    nothing."""
    missed: Counter[str] = Counter()
    wrong: Counter[str] = Counter()
    for item in texts:
        found = marked(read(item.text, name=item.name))
        for gold in item.gold:
            if not any(meets(_span(one), _span(gold), exact=False) for one in found):
                missed[f"{gold.types[0]}: {item.text[gold.start : gold.end]}"] += 1
        for one in found:
            if not any(meets(_span(one), _span(gold), exact=False) for gold in item.gold):
                wrong[f"{one.types[0]}: {item.text[one.start : one.end]}"] += 1
    return missed, wrong


def _span(item: Marked) -> tuple[int, int]:
    return item.start, item.end


def report(folder: Path) -> str:
    """The table of re3d."""
    texts = load(folder)
    scores, confusion = measure(texts)
    head = ("type", "gold", "strict P", "R", "F1", "floor", "overlap P", "R", "F1", "floor")
    rows = [
        (
            kind,
            str(ways["strict"].gold),
            *ways["strict"].cells(),
            FLOOR[kind][0],
            *ways["overlap"].cells(),
            FLOOR[kind][1],
        )
        for kind, ways in scores.items()
    ]
    same = sum(confusion.values())
    share = confusion["right"] / same if same else 0.0
    alone, _ = measure(texts, one_type=True)
    plain = _plain(texts)
    return "\n".join(
        (
            f"re3d: {len(texts)} documents, named mentions ({' and '.join(NOUNS)}: lower case too)",
            table(head, rows),
            f"type right on {share:.2f} of the {same} spans that agree to the character, "
            "a state counted as either",
            "states as Location only, peoples as Nationality only, overlap F1: "
            + ", ".join(f"{kind} {alone[kind]['overlap'].f1:.2f}" for kind in NAMES[1:]),
            "runs of capitalised words alone, type left aside: "
            f"strict F1 {plain['strict'].f1:.2f}, overlap F1 {plain['overlap'].f1:.2f}",
        )
    )


def _plain(texts: Iterable[Text]) -> dict[str, Score]:
    total = {"strict": Score(), "overlap": Score()}
    for item in texts:
        common = _small(item.text)
        spans = (capitals(item.text), item.gold)
        mine, wanted = ([o for o in s if named(item.text[o.start : o.end], common)] for s in spans)
        for way, counted in score(mine, wanted, kind=None).items():
            total[way].add(counted)
    return total
