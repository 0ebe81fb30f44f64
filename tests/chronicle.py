"""Documents and cues for the tests of dates, amounts and the article's own date."""

from __future__ import annotations

import hashlib
import re
from functools import cache
from pathlib import Path
from types import SimpleNamespace
from typing import Any, cast

import msgspec
import yaml

from generator.knowledge.base import KnowledgeBase
from generator.knowledge.cues.dates import DateCues
from generator.knowledge.cues.units import UnitCues
from generator.knowledge.entities import Actor, Founding, KnownEvent, Weapon
from generator.knowledge.language import Language
from generator.model import (
    Article,
    ArticleId,
    Document,
    EntityId,
    Mention,
    Paragraph,
    Sentence,
    SentenceId,
)

LANGUAGE = Path(__file__).resolve().parent.parent / "knowledge/language"


@cache
def language() -> Language:
    """The cue files that dates and amounts need, as editors left them."""
    topics = {"dates": DateCues, "units": UnitCues}
    read = {
        name: msgspec.convert(yaml.safe_load((LANGUAGE / f"{name}.yml").read_text("utf-8")), kind)
        for name, kind in topics.items()
    }
    theatre = yaml.safe_load((LANGUAGE.parent / "theatre.yml").read_text("utf-8"))
    read["dates"] = msgspec.structs.replace(read["dates"], home_zone=theatre["home_zone"])
    return cast("Language", SimpleNamespace(**read))


def document(*sentences: str, **article: Any) -> Document:
    """One paragraph of these sentences."""
    text = " ".join(sentences)
    spans = []
    at = 0
    for number, sentence in enumerate(sentences, 1):
        spans.append(
            Sentence(
                id=SentenceId(f"s{number}"),
                start=at,
                end=at + len(sentence),
                paragraph=0,
                text=sentence,
                display=sentence,
            )
        )
        at += len(sentence) + 1
    given = Article(
        id=ArticleId("a"),
        file="seeds/a.txt",
        encoding="utf-8",
        text=text,
        text_sha256=hashlib.sha256(text.encode()).hexdigest(),
        language="en",
        paragraphs=(Paragraph(start=0, end=len(text)),),
        **article,
    )
    return Document(article=given, sentences=tuple(spans))


def _mention(identity: str, name: str, at: int, sentence: SentenceId) -> Mention:
    return Mention(
        start=at,
        end=at + len(name),
        sentence=sentence,
        surface=name,
        rule="alias",
        kind="actor",
        entity=EntityId(identity.replace("_", "-")),
    )


def mentions(doc: Document, **names: str) -> tuple[Mention, ...]:
    """A mention wherever one of the names stands; ``rivera_party="Rivera Party"``."""
    found = []
    for identity, name in names.items():
        for sentence in doc.sentences:
            found.extend(
                _mention(identity, name, sentence.start + match.start(), sentence.id)
                for match in re.finditer(re.escape(name), sentence.text)
            )
    return tuple(sorted(found, key=lambda m: m.start))


def knowledge() -> KnowledgeBase:
    """An invented land: a party with a founding day, events with dates."""
    actors = (
        Actor(
            id="rivera-party",
            name="Rivera Party",
            kind="organisation",
            founded=Founding(date="1950-06-12"),
        ),
        Actor(id="norland", name="Norland", kind="state"),
        Actor(id="ostia", name="Ostia", kind="state"),
        Actor(
            id="young-agency",
            name="Young Agency",
            kind="organisation",
            founded=Founding(date="2020-01-01"),
        ),
    )
    events = (
        KnownEvent(
            id="herald",
            name="A herald in Norland",
            date="2021-05-02",
            cues=(("norland", "ostia", "herald"),),
        ),
        KnownEvent(
            id="ties",
            name="Norland and Ostia open embassies",
            date="2021-05-14",
            cues=(("norland", "ostia", "embassies"),),
        ),
        KnownEvent(
            id="vote", name="Norland votes", date="2022-03-20", cues=(("norland", "election"),)
        ),
        KnownEvent(
            id="fleet",
            name="Fleet review at Ostia",
            date="2023-09-06",
            cues=(("norland", "fleet review"),),
        ),
        KnownEvent(id="pact", name="Old pact", date="2012-02-02", cues=(("norland", "old pact"),)),
        KnownEvent(
            id="spear",
            name="First flight of the Spear-9",
            date="2024-03-05",
            participants=("spear-9",),
            place="porto",
            cues=(("spear-9", "first flight"),),
        ),
        KnownEvent(id="war", name="Long war", date="2010-02-01/", cues=(("norland", "long war"),)),
    )
    weapons = (
        Weapon(id="spear-9", name="Spear-9", weapon_class="missile", first_seen="2024-02-01"),
    )
    return KnowledgeBase(
        actors={actor.id: actor for actor in actors},
        weapons={weapon.id: weapon for weapon in weapons},
        classes={},
        places={},
        events={event.id: event for event in events},
        instruments={},
        sources={},
        language=language(),
    )
