"""Small documents for tests of extractors: sentences given, names found by their words."""

from __future__ import annotations

import re
from functools import lru_cache
from pathlib import Path
from types import SimpleNamespace
from typing import cast

import msgspec
import yaml

from generator.knowledge.base import KnowledgeBase
from generator.knowledge.cues.claims import ClaimCues
from generator.knowledge.cues.genre import GenreCues
from generator.knowledge.cues.outlook import OutlookCues
from generator.knowledge.entities import Actor, Base
from generator.knowledge.language import Language
from generator.model import (
    Article,
    ArticleId,
    Document,
    EditorNotes,
    EntityId,
    Genre,
    Mention,
    MentionKind,
    MentionRule,
    Paragraph,
    PublicationDate,
    Sentence,
    SentenceId,
    Stated,
)

CUES = Path(__file__).parent.parent / "knowledge" / "language"

ACTORS: dict[str, tuple[str, str, bool]] = {
    # identity: (kind, sub-type, state media)
    "kim": ("person", "head_of_state", False),
    "kim-sister": ("person", "family", False),
    "lavrov": ("person", "foreign_minister", False),
    "trump": ("person", "head_of_state", False),
    "north-korea": ("state", "sovereign_state", False),
    "south-korea": ("state", "sovereign_state", False),
    "usa": ("state", "sovereign_state", False),
    "russia": ("state", "sovereign_state", False),
    "china": ("state", "sovereign_state", False),
    "japan": ("state", "sovereign_state", False),
    "iran": ("state", "sovereign_state", False),
    "jcs": ("organisation", "military_command", False),
    "iaea": ("organisation", "igo", False),
    "un": ("organisation", "igo", False),
    "unification-ministry": ("organisation", "ministry", False),
    "treasury": ("organisation", "ministry", False),
    "kcna": ("organisation", "media", True),
    "yonhap": ("organisation", "media", False),
    "reuters": ("organisation", "media", False),
}

COUNTRIES = {
    "kim": "north-korea",
    "kim-sister": "north-korea",
    "kcna": "north-korea",
    "lavrov": "russia",
    "trump": "usa",
    "treasury": "usa",
    "jcs": "south-korea",
    "unification-ministry": "south-korea",
}

NAMES: tuple[tuple[str, str, MentionRule, MentionKind], ...] = (
    ("Kim Jong Un's sister Kim Yo Jong", "", "alias", "actor"),
    ("Kim Yo Jong", "kim-sister", "alias", "actor"),
    ("Kim Jong Un", "kim", "alias", "actor"),
    ("Kim", "kim", "surname", "actor"),
    ("Sergei Lavrov", "lavrov", "alias", "actor"),
    ("Lavrov", "lavrov", "surname", "actor"),
    ("Trump", "trump", "surname", "actor"),
    ("North Koreans", "north-korea", "demonym", "actor"),
    ("North Korean", "north-korea", "demonym", "actor"),
    ("North Korea", "north-korea", "alias", "actor"),
    ("Pyongyang", "north-korea", "metonym", "actor"),
    ("South Korean", "south-korea", "demonym", "actor"),
    ("South Korea", "south-korea", "alias", "actor"),
    ("Seoul", "south-korea", "metonym", "actor"),
    ("Moscow", "russia", "metonym", "actor"),
    ("Beijing", "china", "metonym", "actor"),
    ("Washington", "usa", "metonym", "actor"),
    ("Tokyo", "japan", "metonym", "actor"),
    ("Tehran", "iran", "metonym", "actor"),
    ("United States", "usa", "alias", "actor"),
    ("U.S.", "usa", "alias", "actor"),
    ("Russian", "russia", "demonym", "actor"),
    ("Russia", "russia", "alias", "actor"),
    ("Chinese", "china", "demonym", "actor"),
    ("China", "china", "alias", "actor"),
    ("Japanese", "japan", "demonym", "actor"),
    ("Japan", "japan", "alias", "actor"),
    ("Iranian", "iran", "demonym", "actor"),
    ("Iran", "iran", "alias", "actor"),
    ("Joint Chiefs of Staff", "jcs", "alias", "actor"),
    ("JCS", "jcs", "alias", "actor"),
    ("IAEA", "iaea", "alias", "actor"),
    ("United Nations", "un", "alias", "actor"),
    ("Unification Ministry", "unification-ministry", "alias", "actor"),
    ("Treasury Department", "treasury", "alias", "actor"),
    ("KCNA", "kcna", "alias", "actor"),
    ("Yonhap", "yonhap", "alias", "actor"),
    ("Reuters", "reuters", "alias", "actor"),
    ("朝鲜", "north-korea", "alias", "actor"),
    ("中国外交部", "china", "alias", "actor"),
    ("북한", "north-korea", "alias", "actor"),
    ("합동참모본부", "jcs", "alias", "actor"),
    ("Hwasong-20", "hwasong-20", "alias", "weapon"),
    ("Hwasong-18", "hwasong-18", "alias", "weapon"),
)
_ENTITY = {(name): (entity, rule, kind) for name, entity, rule, kind in NAMES if entity}
_PATTERN = re.compile(
    "|".join(
        re.escape(name) if not name.isascii() else rf"(?<![\w]){re.escape(name)}(?!\w)"
        for name in sorted(_ENTITY, key=len, reverse=True)
    )
)


@lru_cache(maxsize=1)
def knowledge() -> KnowledgeBase:
    """The real cue files with a handful of invented actors."""

    def cues(topic: str, kind: type[Base]) -> Base:
        return msgspec.convert(yaml.safe_load((CUES / f"{topic}.yml").read_text("utf-8")), kind)

    language = SimpleNamespace(
        claims=cues("claims", ClaimCues),
        genre=cues("genre", GenreCues),
        outlook=cues("outlook", OutlookCues),
    )
    actors = {
        identity: Actor(
            id=identity,
            name=identity,
            kind=kind,  # type: ignore[arg-type]
            subtype=subtype,
            state_media=media,
            country=COUNTRIES.get(identity),
        )
        for identity, (kind, subtype, media) in ACTORS.items()
    }
    return KnowledgeBase(
        actors=actors,
        weapons={},
        classes={},
        places={},
        events={},
        instruments={},
        sources={},
        language=cast("Language", language),
    )


def document(
    *paragraphs: tuple[str, ...],
    genre: Genre | None = None,
    language: str = "en",
    dateline: str | None = None,
    publisher: str | None = None,
) -> Document:
    """Paragraphs of sentences, joined as a file would hold them."""
    text = ""
    spans: list[tuple[int, int, int]] = []
    cut: list[Paragraph] = []
    for index, paragraph in enumerate(paragraphs):
        begin = len(text)
        for sentence in paragraph:
            spans.append((len(text), len(text) + len(sentence), index))
            text += sentence + " "
        cut.append(Paragraph(start=begin, end=len(text) - 1))
        text = text[:-1] + "\n\n"
    sentences = tuple(
        Sentence(
            start=start,
            end=end,
            id=SentenceId(f"s{number}"),
            paragraph=paragraph,
            text=text[start:end],
            display=text[start:end],
        )
        for number, (start, end, paragraph) in enumerate(spans, start=1)
    )

    def stated(value: str | None) -> Stated | None:
        return None if value is None else Stated(start=0, end=0, value=value)

    article = Article(
        id=ArticleId("test"),
        file="seeds/test.txt",
        encoding="utf-8",
        text=text,
        text_sha256="",
        language=language,
        paragraphs=tuple(cut),
        dateline=stated(dateline),
        publisher=stated(publisher),
        notes=EditorNotes(genre=genre),
    )
    return Document(article=article, sentences=sentences)


def mentions(found: Document) -> tuple[Mention, ...]:
    """Names of :data:`NAMES` wherever they stand, longest first."""
    return tuple(
        Mention(
            start=sentence.start + match.start(),
            end=sentence.start + match.end(),
            sentence=sentence.id,
            surface=match.group(),
            rule=_ENTITY[match.group()][1],
            kind=_ENTITY[match.group()][2],
            entity=EntityId(_ENTITY[match.group()][0]),
        )
        for sentence in found.sentences
        for match in _PATTERN.finditer(sentence.text)
    )


UNDATED = PublicationDate(value=None, precision=None, basis="unknown", why="not stated")
