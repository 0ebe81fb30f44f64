"""What kind of piece an article is.

Decides how far a sentence without a source may be taken as its writer's opinion. An editor's
word comes first, then marks that settle it, then words that are counted a sentence; where
nothing stands out the kind is ``unknown``.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache

from generator.knowledge.base import KnowledgeBase
from generator.knowledge.cues.claims import Tone, tone
from generator.knowledge.cues.genre import GenreCues, GenreWords
from generator.knowledge.language import Language
from generator.model import Document, Genre, Mention
from generator.text.phrases import LONGEST, Gated, Lists, plain, squeezed, words
from generator.text.speech.labels import comment_label
from generator.text.speech.signed import signatory

_FLASH_LENGTH = 3
_OPENING = 300
"""Characters in which an agency puts its name: "Strelsau, March 3 (RNA) --"."""
_HEAD = 5
"""Lines in which a piece says what it is."""
_SHORT, _TITLE = 80, 160
"""Characters of the longest line above a text, and of the longest title without a stop."""
_MARKED = re.compile(r'"[^"]*"?')
_IN_BRACKETS = re.compile(r"\([^()\n]{2,40}\)(?= *(?:--|[—–-]))")
_NEWS_SHARE = 0.2
"""Share of sentences with wire-style speech from which a piece is news."""
_ENOUGH = 5
_JUDGED = 0.5
"""From this share of judgements on, a piece of at least so many sentences argues."""
_TECHNICAL = 0.1
_COMMENTED = 0.25
"""Share of a piece behind the words "Comment:" from which on it is one."""
_OWN_VOICE = 0.1
_LOUD = 4
"""Different loaded words of its own with which a piece that reports is a tabloid's."""
_LEAN: Mapping[Genre, float] = {
    "state-media": 0.34,
    "official": 0.45,
    "tabloid": 0.3,
    "commentary": 0.3,
    "analysis": 0.4,
}
"""Cue words a sentence from which a kind is believed."""


class _Patterns:
    def __init__(self, cues: GenreCues) -> None:
        self.marks = {genre: _anywhere(listed) for genre, listed in _by_genre(cues.marks)}
        self.heads = {genre: words(listed) for genre, listed in _by_genre(cues.heads)}
        self.houses = {genre: words(listed) for genre, listed in _by_genre(cues.houses)}
        self.words = {genre: words(listed) for genre, listed in _by_genre(cues.words)}
        self.news = words(cues.news_verbs)
        self.eastern_news = cues.eastern_news_verbs
        self.flash = tuple(opening.lower() for opening in cues.flash)
        self.translated = words(cues.translated)
        self.own_voice = words(filter(str.isascii, cues.own_voice))
        self.eastern_voice = tuple(one for one in cues.own_voice if not one.isascii())
        self.leaning = Lists((*self.words.values(), self.news, self.own_voice))


def _by_genre(cues: GenreWords) -> tuple[tuple[Genre, tuple[str, ...]], ...]:
    """In the order in which marks are believed."""
    listed: tuple[tuple[Genre, tuple[str, ...]], ...] = (
        ("official", cues.official),
        ("commentary", cues.commentary),
        ("flash", cues.flash),
        ("analysis", cues.analysis),
        ("state-media", cues.state_media),
        ("tabloid", cues.tabloid),
    )
    return tuple((genre, phrases) for genre, phrases in listed if phrases)


def _anywhere(phrases: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(" ".join(one.lower().split()) for one in phrases)


@lru_cache(maxsize=8)
def _patterns(cues: GenreCues) -> _Patterns:
    return _Patterns(cues)


@lru_cache(maxsize=2)
def _agencies(knowledge: KnowledgeBase) -> Gated:
    """Names of state agencies. A dateline and a publisher's line are no sentences, so nothing
    is mentioned there."""
    known = [
        name
        for actor in knowledge.actors.values()
        if actor.state_media
        for name in (actor.name, *(alias.text for alias in actor.aliases if not alias.weak))
    ]
    return words((*knowledge.language.genre.agencies, *known), exact=True)


def find_genre(
    document: Document, *, mentions: tuple[Mention, ...], knowledge: KnowledgeBase
) -> Genre:
    """The kind of piece; ``unknown`` where its words do not tell."""
    article = document.article
    if article.notes.genre is not None:
        return article.notes.genre
    patterns = _patterns(knowledge.language.genre)
    if _state_agency(document, mentions, knowledge):
        return "state-media"
    for genre, heads in patterns.heads.items():
        if any(heads.search(line) for line in _first_lines(article.text)):
            return genre
    if article.dateline is None and signatory(article.text, knowledge.language.claims):
        return "official"
    # Before the marks: an institute's brief ends in a disclaimer as an opinion piece does.
    house = plain(article.publisher.value) if article.publisher is not None else ""
    for genre, houses in patterns.houses.items():
        if houses.search(house):
            return genre
    whole = squeezed(article.text)
    for genre, marks in patterns.marks.items():
        # A wire that tells of an institute's "commercial satellite imagery" is a wire.
        wired = genre == "analysis" and article.dateline is not None
        if not wired and any(mark in whole for mark in marks):
            return genre
    sentences = [plain(sentence.text[:LONGEST]) for sentence in document.sentences]
    if not sentences:
        return "unknown"
    comment = comment_label(knowledge.language.claims.comment_labels)
    behind = next((at for at, one in enumerate(sentences) if comment.match(one)), len(sentences))
    if len(sentences) - behind >= _COMMENTED * len(sentences):
        return "commentary"
    if len(sentences) <= _FLASH_LENGTH and sentences[0].lstrip().lower().startswith(patterns.flash):
        return "flash"
    read_tone = tone(knowledge.language.claims)
    return _leaning(sentences, patterns, read_tone=read_tone, dated=article.dateline is not None)


def _first_lines(text: str) -> list[str]:
    """The short lines above the text: a letterhead, a rubric, a title. A sentence is none."""
    lines = text[: 3 * _OPENING].splitlines()[:_HEAD]
    return [
        plain(line)
        for at, line in enumerate(lines)
        if len(line) <= (_TITLE if at == 0 and line[-1:].isalnum() else _SHORT)
    ]


def _state_agency(
    document: Document,
    mentions: tuple[Mention, ...],
    knowledge: KnowledgeBase,
) -> bool:
    article = document.article
    agencies = _agencies(knowledge)
    opening = article.text[:_OPENING]
    if any(agencies.search(found) for found in _IN_BRACKETS.findall(opening)):
        return True
    for stated in (article.publisher, article.dateline):
        if stated is None:
            continue
        if agencies.search(stated.value):
            return True
        covered = {
            mention.entity
            for mention in mentions
            if mention.start < stated.end and stated.start < mention.end
        }
        if any(one in knowledge.actors and knowledge.actors[one].state_media for one in covered):
            return True
    return False


def _leaning(sentences: list[str], patterns: _Patterns, *, read_tone: Tone, dated: bool) -> Genre:
    count = len(sentences)
    opened = [(one, patterns.leaning.opened(one)) for one in sentences]
    share = {
        genre: sum(len(pattern.findall(one)) for one, lists in opened if pattern in lists) / count
        for genre, pattern in patterns.words.items()
    }
    shouts = sum(one.rstrip("\"' \n").endswith(("!", "?")) for one in sentences)
    share["tabloid"] = share.get("tabloid", 0.0) + shouts / count
    news, own = patterns.news, patterns.own_voice
    reported = (
        sum(
            (news in lists and bool(news.search(one))) or _tells(one, patterns.eastern_news)
            for one, lists in opened
        )
        / count
    )
    if reported >= 2 * _NEWS_SHARE or (dated and reported >= _NEWS_SHARE):
        # Wire copy quotes loaded words; only its own make it a tabloid.
        loaded = patterns.words["tabloid"]
        loud = [
            word.lower()
            for one, lists in opened
            if loaded in lists
            for word in loaded.findall(_spoken(one))
        ]
        shrill = len(set(loud)) >= _LOUD and len(loud) / count >= _LEAN["tabloid"]
        return "tabloid" if shrill else "news"
    mine = (
        sum(
            (own in lists and bool(own.search(_spoken(one))))
            or _tells(_spoken(one), patterns.eastern_voice)
            for one, lists in opened
        )
        / count
    )
    if count >= _ENOUGH and mine >= _OWN_VOICE:
        return "commentary"
    leaning = [genre for genre in _LEAN if share.get(genre, 0.0) >= _LEAN[genre]]
    if leaning:
        return max(leaning, key=lambda genre: share[genre] / _LEAN[genre])
    judged = sum(read_tone(one) != "fact" for one in sentences) / count
    argues = count >= _ENOUGH and judged >= _JUDGED
    if dated or (reported >= _NEWS_SHARE and not (argues and judged >= 2 * reported)):
        return "news"
    if argues:
        return "analysis" if share.get("analysis", 0.0) >= _TECHNICAL else "commentary"
    return "unknown"


def _tells(sentence: str, verbs: tuple[str, ...]) -> bool:
    return not sentence.isascii() and any(verb in sentence for verb in verbs)


def _spoken(sentence: str) -> str:
    """What of a sentence is the writer's: all, or nothing where a quotation stands. Chinese and
    its like put names and ironies in marks as well, so that what is around them counts there."""
    if '"' not in sentence:
        return sentence
    return "" if sentence.isascii() else _MARKED.sub("", sentence)


def machine_translation_signs(document: Document, *, language: Language) -> tuple[str, ...]:
    """Words of the article that suggest machine translation, verbatim and each once.

    Empty for an article that is not in English: the cues are about English.
    """
    if not document.article.language.startswith("en"):
        return ()
    pattern = _patterns(language.genre).translated
    found: dict[str, str] = {}
    for sentence in document.sentences:
        for match in pattern.finditer(plain(sentence.text[:LONGEST])):
            found.setdefault(match.group().lower(), sentence.text[match.start() : match.end()])
    return tuple(found.values())
