"""The cue files that reading an article needs, and short ways to read one."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from types import SimpleNamespace
from typing import TypeVar, cast

import msgspec
import yaml

from generator.ingest import read_article, to_document
from generator.knowledge.cues.boilerplate import Boilerplate
from generator.knowledge.cues.claims import ClaimCues
from generator.knowledge.cues.dates import DateCues
from generator.knowledge.cues.languages import Languages
from generator.knowledge.cues.sentences import SentenceRules
from generator.knowledge.language import Language
from generator.model import Article, Document, EditorNotes

ROOT = Path(__file__).resolve().parent.parent
CASES = Path(__file__).resolve().parent / "cases"
T = TypeVar("T")


def cues(topic: str, kind: type[T]) -> T:
    text = (ROOT / "knowledge" / "language" / f"{topic}.yml").read_text(encoding="utf-8")
    return msgspec.convert(yaml.safe_load(text), kind)


@cache
def language() -> Language:
    """The topics that reading needs; the others are not its business."""
    found = SimpleNamespace(
        boilerplate=cues("boilerplate", Boilerplate),
        dates=cues("dates", DateCues),
        claims=cues("claims", ClaimCues),
        sentences=cues("sentences", SentenceRules),
        languages=cues("languages", Languages),
    )
    return cast("Language", found)


def article(text: str | bytes, *, file: str = "seeds/a.txt") -> Article:
    raw = text.encode() if isinstance(text, str) else text
    found = read_article(raw, file=file, language=language(), notes=EditorNotes())
    assert isinstance(found, Article), found
    return found


def document(text: str | bytes, *, file: str = "seeds/a.txt") -> Document:
    return to_document(article(text, file=file), language=language())


def shown(text: str | bytes, *, file: str = "seeds/a.txt") -> list[str]:
    return [sentence.display for sentence in document(text, file=file).sentences]
