"""What the lines around an article state about it: address, publisher, writer, date, title.

This module alone decides when ``Label: value`` is provenance and when it is a sentence that
happens to begin so (``Source: a diplomat told``).
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from generator.ingest.display import shown
from generator.ingest.stamps import Stamps
from generator.knowledge.cues.boilerplate import Boilerplate, LabelMeaning
from generator.model import Stated

_URL = re.compile(r"(?:https?://|www\.)?[\w-]+(?:\.[\w-]+)+(?::\d+)?(?:[/?#]\S*)?")
_DOMAIN_LIKE = re.compile(r"(?:https?://|www\.)\S+|[\w-]+(?:\.[\w-]+)+/\S*")
_PARTS = re.compile(r"(?:[^|·•\s　]|[^\S　](?![^\S　]))+")
_ADDRESS_LINE = re.compile(
    r"(?:(?:https?://|www\.)\S{1,300}|[\w-]+(?:\.[\w-]+)+/\S{0,300})(?:\s?\([^()]{1,30}\))?"
)
_MAIL = re.compile(r"[\w.+-]{1,64}@[\w-]+(?:\.[\w-]+)+")
_LONGEST = 500
_MAY = re.compile(r"\bmay\b", re.IGNORECASE)
_NAME = re.compile(r"[^\W\d_][\w.'’-]*|&")


@dataclass(frozen=True, slots=True)
class Fact:
    """``stated`` is None where the line says nothing worth keeping."""

    meaning: LabelMeaning
    stated: Stated | None


class Provenance:
    """The compiled labels of one :class:`Boilerplate`."""

    def __init__(self, cues: Boilerplate) -> None:
        self.stamps = Stamps(cues)
        self.meanings: dict[str, LabelMeaning] = {
            word.lower(): label.means for label in cues.labels for word in label.words
        }
        words = sorted(self.meanings, key=len, reverse=True)
        self._label = re.compile(
            r"\W{0,4}(" + "|".join(map(re.escape, words)) + r")\*{0,2}\s{0,3}[:：]\*{0,2}\s*(\S.*)",
            re.IGNORECASE | re.DOTALL,
        )
        openers = "|".join(map(re.escape, cues.byline))
        self._byline = re.compile(rf"\W{{0,3}}(?:{openers})\s+(\S.*)", re.IGNORECASE | re.DOTALL)
        self._prose = re.compile(
            r"\b(?:" + "|".join(map(re.escape, cues.prose)) + r")\b", re.IGNORECASE
        )
        self._small = frozenset(word.lower() for word in cues.small_words)

    def facts(self, line: str, *, offset: int, first: bool = False) -> tuple[Fact, ...]:
        """What the line states; empty where it is not a line of provenance. ``first`` marks the
        opening line, which is sooner a title."""
        if len(line) > _LONGEST:
            return ()
        fact = self._label_line(line, offset)
        if fact is not None:
            return (fact,)
        parts = [part for part in _PARTS.finditer(line) if part.group().strip()]
        if len(parts) > 5:
            return ()
        found = [self._part(part.group(), offset + part.start()) for part in parts]
        if found and all(fact is not None for fact in found):
            return tuple(fact for fact in found if fact is not None)
        if len(parts) > 1 and any(fact is not None for fact in found):
            unknown = [
                part.group() for part, fact in zip(parts, found, strict=True) if fact is None
            ]
            if all(self._is_name(text) for text in unknown):
                return tuple(fact for fact in found if fact is not None)
        return () if first or self._prose.search(line) else self._names_and_date(line, offset)

    def address(self, line: str, *, offset: int) -> tuple[Fact, ...]:
        """What a line states that is an address of the net or of mail and nothing else."""
        if len(line) > _LONGEST:
            return ()
        if _MAIL.fullmatch(line.strip(" <>()[]")):
            return (Fact("drop", None),)
        if _ADDRESS_LINE.fullmatch(line.strip(" <>[]")) is None:
            return ()
        hit = _DOMAIN_LIKE.search(line)
        return (
            (Fact("url", address(hit.group().rstrip(">]"), offset + hit.start())),) if hit else ()
        )

    def _label_line(self, line: str, offset: int) -> Fact | None:
        label = self._label.fullmatch(line)
        meaning = self.meanings.get(label.group(1).lower()) if label else None
        if label is None or meaning is None:
            return None
        return self._labelled(meaning, label.group(2), offset + label.start(2))

    def _names_and_date(self, line: str, offset: int) -> tuple[Fact, ...]:
        if len(line) > 80 or line.rstrip("*_ ").endswith((".", "!", "?")):
            return ()
        stated = self.stamps.read(line, offset=offset)
        if stated is None or len(stated.value) < 10:
            return ()
        if self.stamps.among_names(line, stated, offset=offset):
            return (Fact("date", stated),)
        return ()

    def _part(self, text: str, offset: int) -> Fact | None:
        lead = len(text) - len(text.lstrip())
        text, offset = text.strip(), offset + lead
        byline = self._byline.fullmatch(text)
        if byline is not None and self._is_name(byline.group(1)):
            return Fact("author", _trimmed(byline.group(1), offset + byline.start(1)))
        if self.stamps.alone(text):
            stated = self.stamps.read(text, offset=offset)
            return Fact("date", stated) if stated is not None else None
        return self._label_line(text, offset)

    def _labelled(self, meaning: LabelMeaning, text: str, offset: int) -> Fact | None:
        bare = text.strip(" *_<>()[]")
        if meaning in ("url", "publisher") and (
            _DOMAIN_LIKE.fullmatch(bare) or (meaning == "url" and _URL.fullmatch(bare))
        ):
            return Fact("url", address(bare, offset + text.index(bare)))
        if meaning == "date":
            dated = len(text) <= 60 and any(map(str.isdigit, text))
            prose = self._prose.search(_MAY.sub("", text))
            return (
                Fact("date", self.stamps.read(text, offset=offset)) if dated and not prose else None
            )
        if meaning == "title":
            return Fact("title", _trimmed(text, offset)) if len(text) <= 300 else None
        named = self._is_name(text) if meaning in ("publisher", "author") else len(text) <= 160
        if not named or meaning == "url" or self._prose.search(text):
            return None
        return Fact(meaning, None if meaning == "drop" else _trimmed(text, offset))

    def _is_name(self, text: str) -> bool:
        """A few words that are all written as names."""
        words = _NAME.findall(text)
        if not words or len(words) > 12 or len(text) > 90 or self._prose.search(text):
            return False
        first = words[0][0]
        return not first.islower() and all(
            not word[0].islower() or word.lower() in self._small for word in words
        )


def address(text: str, start: int) -> Stated:
    """An address as stated, with a scheme where the line has none."""
    value = shown(text)
    if not value.lower().startswith(("http://", "https://")):
        value = f"https://{value}"
    return Stated(start=start, end=start + len(text), value=value)


def _trimmed(text: str, offset: int) -> Stated | None:
    bare = text.strip(" *_\t,;")
    if len(bare.split()) > 1 and bare.endswith(".") and bare.count(".") == 1:
        bare = bare[:-1]
    if not bare:
        return None
    start = offset + text.index(bare)
    return Stated(start=start, end=start + len(bare), value=shown(bare))
