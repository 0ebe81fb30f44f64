"""What the lines around an article state about it: address, publisher, writer, date, title.

This module alone decides when ``Label: value`` is provenance and when it is a sentence that
happens to begin so (``Source: a diplomat told``).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from generator.ingest.cutting import Cutter
from generator.ingest.pieces import address, own_name, own_writer, trimmed
from generator.ingest.stamps import DAYS, Stamps
from generator.ingest.titled import EasternWriters
from generator.ingest.visits import Visits
from generator.knowledge.cues.boilerplate import Boilerplate, LabelMeaning
from generator.model import Stated
from generator.text.scripts import EASTERN
from generator.text.tries import alternation, whole_words

_URL = re.compile(r"(?:https?://|www\.)?[\w-]+(?:\.[\w-]+)+(?::\d+)?(?:[/?#]\S*)?")
_DOMAIN_LIKE = re.compile(r"(?:https?://|www\.)\S+|[\w-]+(?:\.[\w-]+)+/\S*")
_ADDRESS_LINE = re.compile(
    r"(?:(?:https?://|www\.)\S{1,300}|[\w-]+(?:\.[\w-]+)+/\S{0,300})(?:\s?\([^()]{1,30}\))?"
)
_REMARK = re.compile(r"\s\([^()]{3,80}\)$")  # "harbour.example (automatic translation)"
_MAIL = re.compile(r"[\w.+-]{1,64}@[\w-]+(?:\.[\w-]+)+")
_PIECES = 5
_SIGNATURE = 70
_PERSON, _PEN_NAME = 3, 4  # words of a person's name, and of a writer behind a label
_SIGNATURE_WORDS = 4  # beside a mail address in a line that only says whom to write to
_BUTTON = 24  # characters of a part beside a stamp that says nothing
_SIGNS = 16  # of the longest name of a house or an account in a script without spaces
_LONGEST = 500
_MAY = re.compile(r"\bmay\b", re.IGNORECASE)
_DIGIT = re.compile(r"\d")
_FOR_HOUSE = re.compile(r"\s(?:FOR|for|For)\s(?:[tT][hH][eE]\s)?(?=[A-Z])")
_STAMPED = 140
_SIGNED = re.compile(r"(.{6,80}?\d.{0,20}?) by (\S.{0,60})", re.IGNORECASE)
_POSTED = re.compile(r"[Bb]y (\S[^\n]{2,40}?) on ([^\n]{6,60}?)(?: in [^\n]{2,60})?")
_PLACED = re.compile(
    r"\W{0,3}[A-Z][\w.'’-]+(?:[ ,/]{1,2}[A-Z][\w.'’-]+){0,3}, (?P<day>[^(),]{4,20}(?:, \d{4})?)"
    r"(?: \([^()]{3,80}\))?\.?"
)
_DOMAIN = re.compile(r"(?!www\.)(?:[a-z0-9-]{2,30}\.){1,3}[a-z]{2,6}")
_CYRILLIC = re.compile(r"[А-ЯЁ«][а-яё]{1,20}[а-яёА-ЯЁ0-9 «»-]{2,40}")
_NAME = re.compile(r"[^\W\d_][\w.'’-]*|&")


@dataclass(frozen=True, slots=True)
class Fact:
    """``stated`` is None where the line says nothing worth keeping."""

    meaning: LabelMeaning
    stated: Stated | None


class Provenance:
    """The compiled labels of one :class:`Boilerplate`."""

    def __init__(self, cues: Boilerplate, *, aside: Callable[[str], bool], stamps: Stamps) -> None:
        """``aside`` says whether a part of a line ("5 min read") is a control of the page."""
        self._aside = aside
        self.stamps = stamps
        self._visits = Visits(cues.visits, stamps)
        self.meanings: dict[str, LabelMeaning] = {
            word.lower(): label.means for label in cues.labels for word in label.words
        }
        labels = alternation(self.meanings)
        self._label = re.compile(
            rf"\W{{0,4}}({labels})\*{{0,2}}\s{{0,3}}[:：]\*{{0,2}}\s*(\S.*)",
            re.IGNORECASE | re.DOTALL,
        )
        openers = alternation(cues.byline)
        of_day = {word: means for word, means in self.meanings.items() if means in DAYS}
        self.day_word = whole_words(word for word in of_day if len(word) > 1)
        self._changes = frozenset(word for word, means in of_day.items() if means == "updated")
        self._byline = re.compile(rf"\W{{0,3}}{openers}:?\s+(\S.*)", re.IGNORECASE | re.DOTALL)
        self._signs = frozenset(word.lower() for word in cues.byline)
        self._nobody = frozenset(word.casefold() for word in cues.nobody)
        openers = alternation(cues.reporter_openings)
        self._reporter = re.compile(rf"{openers}\s+([^,]{{3,60}}), ([^,]{{3,60}})")
        self._prose = whole_words(cues.prose)
        self._small = frozenset(word.lower() for word in cues.small_words)
        self._rubrics = frozenset(word.casefold() for word in (*cues.rubrics, *cues.kickers))
        self._papers = whole_words(cues.papers)
        self._houses = whole_words((*cues.papers, *cues.institutions))
        self._roles = whole_words(cues.writer_roles)
        self._origin = re.compile(
            rf"{alternation(cues.origins)}[:：]?\s?[^\W\d]{{1,20}}", re.IGNORECASE
        )
        writers = (word for word, means in self.meanings.items() if means == "author")
        self._writers = EasternWriters(cues, labels=writers)
        self._cutter = Cutter(
            self.stamps,
            labels=self.meanings,
            openers=cues.byline,
            origins=cues.origins,
            writers=self._writers.shape,
        )

    def facts(self, line: str, *, offset: int, first: bool = False) -> tuple[Fact, ...]:
        """What the line states; empty where it is not a line of provenance. ``first`` marks the
        opening line, which is sooner a title."""
        if len(line) > _LONGEST or self._visits.holds(line):
            return (Fact("drop", None),) if len(line) <= _LONGEST else ()
        parts = self._cutter.parts(line)
        found = [self._part(part, offset + start) for start, part in parts]
        stamped = self._cutter.around_stamp(line, parts)
        if stamped:
            again = [self._part(part, offset + start) for start, part in stamped]
            clocked = self._cutter.is_clocked(line) and (not first or line.isascii())
            if all(
                (fact.stated is not None or len(part) <= _BUTTON)
                if fact
                else (clocked or self._writers.closes_house(part))
                for fact, (_, part) in zip(again, stamped, strict=True)
            ):
                parts, found = stamped, again
        told = sum(fact is not None and fact.stated is not None for fact in found)
        several = len(parts) > 1 and (told > 1 or all(fact is not None for fact in found))
        fact = None if several else self._label_line(line, offset)
        if fact is not None:
            return (fact,)
        known = tuple(filter(None, found))
        if len(known) == len(parts) and (known and (not first or any(f.stated for f in known))):
            return _of_page(known) if first else known
        if 1 < len(parts) <= _PIECES and known:
            unknown = [part for part, fact in zip(parts, found, strict=True) if fact is None]
            if all(self._is_brief(text) and self.is_name(text) for _, text in unknown):
                house = self._house_of(unknown, known, offset)
                if house or any(fact.stated is not None for fact in known):
                    return _of_page((*known, *house)) if first else (*known, *house)
        if first:
            return self._signed(line, offset) or self._placed(line, offset)
        if self._prose.search(line):
            return self._placed(line, offset)
        return (
            self._placed(line, offset)
            or self._names_and_date(line, offset)
            or self._signed(line, offset)
            or self._reported(line, offset)
        )

    def opens_byline(self, line: str) -> bool:
        """Whether a line opens as one that names a writer."""
        return line.split(" ", 1)[0].lower() in self._signs

    def _is_brief(self, text: str) -> bool:
        """Whether a part beside others may be a name: of a script without spaces a few signs."""
        bare = text.strip()
        return bare.isascii() or len(bare) <= _SIGNS or not EASTERN.search(bare)

    def _placed(self, line: str, offset: int) -> tuple[Fact, ...]:
        """ "Strelsau, 3 March 2031 (unofficial translation)": where and when a statement was made,
        with a note in brackets behind it."""
        hit = _PLACED.fullmatch(line) if len(line) <= _STAMPED else None
        if hit is None or not self.stamps.alone(hit["day"]):
            return ()
        stated = self.stamps.read(hit["day"], offset=offset + hit.start("day"))
        return (Fact("date", stated),) if stated is not None and len(stated.value) > 9 else ()

    def _reported(self, line: str, offset: int) -> tuple[Fact, ...]:
        """ "Reporter Ada Lindqvist, The Harbour Herald"."""
        hit = self._reporter.fullmatch(line)
        if hit is None or not (self.is_name(hit[1]) and self.is_name(hit[2])):
            return ()
        if not self.is_paper(hit[2]) or len(hit[1].split()) < 2:
            return ()
        return (
            Fact("author", trimmed(hit[1], offset + hit.start(1))),
            Fact("publisher", trimmed(hit[2], offset + hit.start(2))),
        )

    def _house_of(
        self, unknown: Sequence[tuple[int, str]], known: Sequence[Fact], offset: int
    ) -> tuple[Fact, ...]:
        """The publisher among the parts of "By X | Publisher" or "Publisher | 3 March"."""
        if any(fact.meaning == "publisher" for fact in known):
            return ()
        signed = any(fact.meaning == "author" for fact in known)
        dated = [fact.stated.start for fact in known if fact.meaning == "date" and fact.stated]
        for start, text in unknown:
            # Behind the day stands a section: "Posted by X | Feb 9 | Ports | 14 comments".
            section = any(day < offset + start for day in dated) or self._roles.search(text)
            if self.is_nobody(text):
                continue
            if self.is_house(text) or (signed and len(unknown) == 1 and not section):
                return (Fact("publisher", trimmed(text, offset + start)),)
        return ()

    def _signed(self, line: str, offset: int) -> tuple[Fact, ...]:
        """ "Posted on 03/03/2026 by admin": a stamp, and who posted."""
        if (posted := _POSTED.fullmatch(line)) and self.stamps.alone(posted[2]):
            day = self.stamps.read(posted[2], offset=offset + posted.start(2))
            if day is not None and self.is_name(posted[1]):
                return (Fact("date", day), Fact("author", trimmed(posted[1], offset + 3)))
        signed = _SIGNED.fullmatch(line)
        if signed is None or not self.stamps.alone(signed.group(1)):
            return ()
        if (stated := self.stamps.read(signed.group(1), offset=offset)) is None:
            return ()
        writer = signed.group(2).split(" in ")[0]
        if len(writer.split()) < 2 or not self.is_name(writer):
            return (Fact("date", stated),)
        return (Fact("date", stated), Fact("author", trimmed(writer, offset + signed.start(2))))

    def address(self, line: str, *, offset: int) -> tuple[Fact, ...]:
        """What a line states that is an address of the net or of mail and nothing else."""
        if len(line) > _LONGEST:
            return ()
        mail = _MAIL.search(line) if "@" in line else None
        if mail and len(line) <= _SIGNATURE and not line.rstrip().endswith((".", "!", "?", "。")):
            rest = (line[: mail.start()] + " " + line[mail.end() :]).split()
            if len(rest) <= _SIGNATURE_WORDS:
                return (Fact("drop", None),)
        if _ADDRESS_LINE.fullmatch(line.strip(" <>[]")) is None:
            return ()
        if (hit := _DOMAIN_LIKE.search(line)) is None:
            return ()
        stated = self.stamps.read(line[hit.end() :], offset=offset + hit.end())
        dated = () if stated is None else (Fact("date", stated),)
        return (Fact("url", address(hit.group().rstrip(">]"), offset + hit.start())), *dated)

    def _label_line(self, line: str, offset: int) -> Fact | None:
        label = self._label.fullmatch(line)
        meaning = self.meanings.get(label.group(1).lower()) if label else None
        if label is None or meaning is None:
            return None
        value, at = label.group(2), offset + label.start(2)
        if meaning == "publisher" and label.group(1).lower() in self._signs:
            # "Published by: Ada Lindqvist" names who put it on the page.
            named = self._labelled("author", value, at)
            person = 1 < len(value.split()) <= _PERSON and not self.is_house(value)
            return named if person and named else self._labelled(meaning, value, at)
        value = own_name(value) if meaning == "publisher" else value
        if meaning == "author" and not self._prose.search(value):
            words = value.split()
            if len(words) <= _PEN_NAME and not value.endswith((".", "!", "?", ",")):
                return Fact("author", trimmed(value, at))
        return self._labelled(meaning, value, at)

    def _names_and_date(self, line: str, offset: int) -> tuple[Fact, ...]:
        if len(line) > 80 or line.rstrip("*_ ").endswith((".", "!", "?")):
            return ()
        stated = self.stamps.read(line, offset=offset)
        whole = stated is not None and len(stated.value) >= 10
        if stated is None or not (whole and self.stamps.among_names(line, stated, offset=offset)):
            return ()
        name = line[: stated.start - offset].strip(" *_,(-–—")
        if name.endswith((":", "：")) and not self.is_house(name):
            return ()  # a label that is not of the page: "Effective date: 3 March 2031"
        if self.is_house(name) and self.is_name(name) and not _DIGIT.search(name):
            house = trimmed(name, offset + line.index(name))
            return (Fact("date", stated), Fact("publisher", house))
        return (Fact("date", stated),)

    def _part(self, text: str, offset: int) -> Fact | None:
        text, offset = text.strip(), offset + len(text) - len(text.lstrip())
        if self._visits.holds(text):
            return Fact("drop", None)
        byline = self._byline.fullmatch(text)
        signed = own_writer(byline.group(1)) if byline is not None else ""
        if byline and self.is_name(signed) and self.stamps.read(signed, offset=0) is None:
            if self.is_nobody(signed):
                return Fact("drop", None)
            return Fact("author", self._writer(signed, offset + byline.start(1)))
        empty = text[-1:] in (":", "：") and text.strip(" :：").lower() in self.meanings
        if empty or self._origin.fullmatch(text) or _DOMAIN.fullmatch(text):
            return Fact("drop", None)
        titled = self._writers.name(text, offset=offset)
        if titled is not None:
            return Fact("author", titled)
        if text.strip(" :[]").casefold() in self._rubrics or self._aside(text):
            return Fact("drop", None)
        if self.stamps.alone(text):
            stated = self.stamps.read(text, offset=offset)
            return self.day(text, stated) if stated is not None else None
        return self._label_line(text, offset)

    def day(self, text: str, stated: Stated | None) -> Fact:
        """What the day in ``text`` is: that of a change ("Last updated: 3 March 2031") or not."""
        word = self.day_word.search(text)
        changed = word is not None and word.group().lower() in self._changes
        return Fact("updated" if changed else "date", stated)

    def is_nobody(self, text: str) -> bool:
        """ "Staff writer", "Harbour Wire Staff": a byline that names no person."""
        bare = text.strip(" *_.,|").casefold()
        brief = len(bare) <= _SIGNATURE and not _DIGIT.search(bare)
        return brief and any(bare == word or bare.endswith(f" {word}") for word in self._nobody)

    def _writer(self, text: str, start: int) -> Stated | None:
        """A writer's name without the house or the office after it."""
        own = _FOR_HOUSE.split(text, maxsplit=1)[0]
        text = text if self.is_house(own) or " " not in own else own
        name, _, rest = text.partition(", ")
        apart = rest and (self.is_house(rest) or self._roles.search(rest))
        return trimmed(name if apart else text, start)

    def is_paper(self, text: str) -> bool:
        """Whether a name is formed like that of a newspaper, an agency or a journal."""
        return self._papers.search(text) is not None

    def is_house(self, text: str) -> bool:
        """Whether a name is formed like that of a body that publishes."""
        return self._houses.search(text) is not None

    def _labelled(self, meaning: LabelMeaning, text: str, offset: int) -> Fact | None:
        bare = _REMARK.sub("", text).strip(" *_<>()[]")
        if meaning in ("url", "publisher") and (
            _DOMAIN_LIKE.fullmatch(bare) or (meaning == "url" and _URL.fullmatch(bare))
        ):
            return Fact("url", address(bare, offset + text.index(bare)))
        if meaning in ("date", "updated"):
            dated = len(text) <= 60 and any(map(str.isdigit, text))
            dated = dated and not self._prose.search(_MAY.sub("", text))
            return Fact(meaning, self.stamps.read(text, offset=offset)) if dated else None
        if meaning == "title":
            return Fact("title", trimmed(text, offset)) if len(text) <= 300 else None
        if meaning == "author" and ", " in text and not self._prose.search(text):
            name = text.partition(", ")[0]
            if len(text) <= 120 and len(name.split()) > 1 and self.is_name(name):
                return Fact("author", trimmed(name, offset))
        named = self.is_name(text) or _CYRILLIC.fullmatch(text) is not None
        named = named if meaning in ("publisher", "author") else len(text) <= 160
        if not named or meaning == "url" or self._prose.search(text):
            return None
        return Fact(meaning, None if meaning == "drop" else trimmed(text, offset))

    def is_name(self, text: str) -> bool:
        """A few words that are all written as names."""
        words = _NAME.findall(text)
        if not words or len(words) > 12 or len(text) > 90 or self._prose.search(text):
            return False
        first = words[0][0]
        return not first.islower() and all(
            not word[0].islower() or word.lower() in self._small for word in words
        )


def _of_page(facts: tuple[Fact, ...]) -> tuple[Fact, ...]:
    """What the first line states: a day among nothing but buttons is sooner that of the visit."""
    stated = [fact for fact in facts if fact.stated is not None]
    if len(stated) == len(facts) or len(stated) != 1 or stated[0].meaning != "date":
        return facts
    return (Fact("updated", stated[0].stated),)
