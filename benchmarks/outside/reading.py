"""A text of somebody else's corpus as the project reads it.

Decides which type of re3d or GUM a mention of the project answers to. A text goes through the
same doors as a seed: ingest, sentences, analysis, with the project's own knowledge.
"""

from __future__ import annotations

import re
from functools import lru_cache
from pathlib import Path

from benchmarks.outside.scoring import Marked, trimmed
from generator.disk.knowledge import load
from generator.disk.read import Places, read_texts
from generator.extract import analyse
from generator.ingest import read_article, to_document
from generator.knowledge.base import KnowledgeBase
from generator.model import Analysis, EditorNotes, Mention
from generator.problems import Problem

ROOT = Path(__file__).resolve().parent.parent.parent
PLATFORMS = frozenset(
    {
        "military-aircraft",
        "warship",
        "submarine",
        "armoured-vehicle",
        "military-vehicle",
        "uav",
        "usv",
        "uuv",
    }
)
"""Classes of ``knowledge/classes`` that carry weapons; what is below none of them is a weapon."""

_GUESSED = {"person": "Person", "organisation": "Organisation", "place": "Location"}


@lru_cache(maxsize=1)
def knowledge() -> KnowledgeBase:
    """The project's knowledge; :exc:`SystemExit` if it has an error."""
    places = Places.below(ROOT)
    files, problems = read_texts(places.knowledge, (".yml", ".yaml"), places)
    loaded, more = load(files, cache=places.cache)
    if loaded is None:
        raise SystemExit("\n".join(str(item) for item in (*problems, *more)))
    return loaded


def read(text: str, *, name: str, date: str | None = None) -> Analysis:
    """The analysis of a text; ``date`` is the article's date as an editor would state it.

    Line ends must be ``\\n`` already, so that offsets into ``text`` hold.
    """
    language = knowledge().language
    article = read_article(
        text.encode(),
        file=f"seeds/{re.sub(r'[^A-Za-z0-9_-]', '-', name)}.txt",
        language=language,
        notes=EditorNotes(date=date, language="en"),
    )
    if isinstance(article, Problem):
        raise SystemExit(f"{name}: {article}")
    if article.text != text:
        raise SystemExit(f"{name}: ingest changed the text; offsets would not hold")
    return analyse(to_document(article, language=language), knowledge=knowledge())


def marked(analysis: Analysis) -> tuple[Marked, ...]:
    """Every named thing the project sees, under the types of re3d.

    The name of a state may be meant as the land or as the government, which the project does not
    tell apart: it is read as either, Location first; so is the name of a people ("Syrians"),
    Nationality first. Events and instruments have no such type.
    """
    text = analysis.document.article.text
    kinds = {str(actor.id): str(actor.type) for actor in analysis.actors}
    found = set()
    for mention in analysis.mentions:
        types = _types(mention, kinds)
        if types:
            start, end = trimmed(text, mention.start, mention.end)
            found.add(Marked(start=start, end=end, types=types))
    for bare in analysis.unvouched:
        start, end = trimmed(text, bare.start, bare.end)
        found.add(Marked(start=start, end=end, types=(_GUESSED.get(bare.type or "", "untyped"),)))
    return tuple(sorted(found))


def _types(mention: Mention, kinds: dict[str, str]) -> tuple[str, ...]:
    base = knowledge()
    if mention.kind == "place":
        return ("Location",)
    if mention.kind == "weapon":
        weapon = base.weapons.get(mention.entity)
        if not mention.known and not any(char.isdigit() for char in mention.surface):
            return ("MilitaryPlatform",)  # a ship: what else has no number
        chain = base.class_chain(weapon.weapon_class if weapon else mention.entity)
        return ("MilitaryPlatform",) if PLATFORMS & set(chain) else ("Weapon",)
    if mention.kind != "actor":
        return ()
    actor = base.actors.get(mention.entity)
    if mention.rule == "demonym":
        people = actor is not None and mention.surface in actor.demonyms.people
        return ("Nationality", "Organisation") if people else ("Nationality",)
    kind = actor.kind if actor else kinds.get(mention.entity, "")
    return {
        "person": ("Person",),
        "state": ("Location", "Organisation"),
        "organisation": ("Organisation",),
        "group": ("Organisation", "Nationality"),
    }.get(kind, ("untyped",))
