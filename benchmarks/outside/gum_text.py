"""Running text, sentences, dates and names from the files of GUM.

Decides how a text is made of its word lists (``xml/``, one word a line, and ``coref/``, the same
words with entities): blank lines between headings, paragraphs, items and turns, and none of the
spaces that the word lists put before punctuation.
"""

from __future__ import annotations

import calendar
import html
import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from benchmarks.outside.scoring import Marked, trimmed

BLOCKS = frozenset({"head", "p", "item", "caption", "figure", "l", "lg", "list", "sp", "quote"})
NAMED = {"person": "Person", "organization": "Organisation", "place": "Location"}
_CLOSING = frozenset({",", ".", ";", ":", "?", "!", ")", "]", "}", "%", "…", "''", "..."})
_OPENING = frozenset({"(", "[", "{", "$", "£", "€", "#"})
_ISO = re.compile(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?")
_PROPER = ("NP", "NPS")
_LINK = re.compile(r"of|the|and|for|de|la|al|in|on|['’]s|[-&.,]")


@dataclass(slots=True)
class Text:
    """One document, set again; offsets count characters of ``text``."""

    name: str
    genre: str
    date: str | None
    text: str = ""
    words: list[tuple[int, int, str, str]] = field(default_factory=list)
    """Start, end, form, part of speech of each word."""
    sentences: list[tuple[int, int]] = field(default_factory=list)
    dates: list[tuple[int, int, str, str]] = field(default_factory=list)
    """Start, end, first day, last day (ISO)."""
    names: list[Marked] = field(default_factory=list)
    described: list[tuple[int, int]] = field(default_factory=list)
    """Phrases for persons, organisations and places that hold more than proper nouns."""


def load(folder: Path) -> tuple[Text, ...]:
    """Every text with both layers, by name."""
    texts = []
    for file in sorted(folder.glob("xml/*.xml")):
        text = set_again(file.read_text("utf-8-sig"), name=file.stem)
        layer = folder / "coref" / f"{file.stem}.tsv"
        if layer.is_file():
            mark_names(text, layer.read_text("utf-8-sig"))
        texts.append(text)
    return tuple(texts)


def set_again(source: str, *, name: str) -> Text:
    """Running text, sentences and dates from the word list of one file."""
    head = dict(re.findall(r'(\w+)="([^"]*)"', source.split("\n", 1)[0]))
    setting = _Setting(
        Text(name=name, genre=head.get("type", ""), date=head.get("dateCreated") or None)
    )
    for line in source.split("\n"):
        tag = re.match(r"<(/?)(\w+)([^>]*)>$", line)
        if tag:
            setting.tag(tag[2], closing=bool(tag[1]), attributes=tag[3])
        elif "\t" in line:
            form, speech = (html.unescape(part) for part in line.split("\t")[:2])
            setting.word(form, speech)
    return setting.finish()


class _Setting:
    """The state between two lines of a word list."""

    def __init__(self, text: Text) -> None:
        self.text = text
        self.parts: list[str] = []
        self.length = 0
        self.apart = False
        """A block ended or began since the last word."""
        self.glued = False
        """The next word follows without a space."""
        self.in_word = self.in_sentence = False
        self.sentence = self.date = 0
        self.value = ""

    def tag(self, element: str, *, closing: bool, attributes: str) -> None:
        if element == "w":
            self.in_word = not closing
            self.glued = self.glued and self.in_word
        elif element == "s":
            self._sentence(closing=closing)
        elif element == "date":
            self._date(closing=closing, attributes=attributes)
        elif element in BLOCKS and not self.in_sentence:
            self.apart = True

    def _sentence(self, *, closing: bool) -> None:
        words = self.text.words
        self.in_sentence = not closing
        if not closing:
            self.sentence = len(words)
        elif len(words) > self.sentence:
            self.text.sentences.append((words[self.sentence][0], words[-1][1]))

    def _date(self, *, closing: bool, attributes: str) -> None:
        words = self.text.words
        if not closing:
            self.date, self.value = len(words), attributes
        elif len(words) > self.date:
            bounds = _days(self.value)
            if bounds:
                self.text.dates.append((words[self.date][0], words[-1][1], *bounds))

    def word(self, form: str, speech: str) -> None:
        space = " "
        if not self.parts:
            space = ""
        elif self.apart:
            space = "\n\n"
        elif self.glued or _tight(form, speech):
            space = ""
        self.parts += [space, form]
        start = self.length + len(space)
        self.length = start + len(form)
        self.text.words.append((start, self.length, form, speech))
        self.apart = False
        self.glued = self.in_word or form in _OPENING or speech == "``"

    def finish(self) -> Text:
        self.text.text = "".join(self.parts) + "\n"
        return self.text


def _tight(form: str, speech: str) -> bool:
    """Whether a word stands without a space after the one before it."""
    return (
        form in _CLOSING
        or speech in {"''", "POS"}
        or form.lower() == "n't"
        or (form[:1] in "'’" and len(form) > 1 and speech != "``")
    )


def _days(attributes: str) -> tuple[str, str] | None:
    """First and last day that the annotation allows; None without a year of four digits."""
    values = dict(re.findall(r'(\w+)="([^"]*)"', attributes))
    first = values.get("when") or values.get("from") or values.get("notBefore")
    last = values.get("when") or values.get("to") or values.get("notAfter")
    begin = days_of(first or last or "")
    end = days_of(last or first or "")
    return (begin[0], end[1]) if begin and end else None


def days_of(value: str) -> tuple[str, str] | None:
    match = _ISO.fullmatch(value)
    if match is None:
        return None
    year, month, day = match.groups()
    if month is None:
        return f"{year}-01-01", f"{year}-12-31"
    if not 1 <= int(month) <= 12:
        return None
    last = calendar.monthrange(int(year), int(month))[1]
    return f"{year}-{month}-{day or '01'}", f"{year}-{month}-{day or last}"


def mark_names(text: Text, layer: str) -> None:
    """Add the mentions of persons, organisations and places; :exc:`ValueError` where the words
    of the layer are not the words of the text.

    The annotation marks whole phrases and nests them; a name is a phrase whose words,
    leading article aside, are proper nouns and the small words between them. Every other phrase
    is a description, in which a name may stand unmarked ("the main agency, KCNA").
    """
    spans: dict[str, tuple[str, list[int]]] = {}
    index = -1
    for line in layer.split("\n"):
        if not re.match(r"\d+-\d+\t", line):
            continue
        index += 1
        cells = line.split("\t")
        if index >= len(text.words) or cells[2] != text.words[index][2]:
            raise ValueError(f"{text.name}: the layers disagree at {cells[0]} {cells[2]!r}")
        if cells[3] == "_":
            continue
        for entity in cells[3].split("|"):
            kind, _, number = entity.rstrip("]").partition("[")
            key = number or f"one-{index}"
            spans.setdefault(key, (kind, []))[1].append(index)
    found = set()
    for kind, indexes in spans.values():
        words = [text.words[one] for one in indexes]
        if kind not in NAMED:
            continue
        start, end = trimmed(text.text, words[0][0], words[-1][1])
        if not _proper(words):
            text.described.append((words[0][0], words[-1][1]))
        elif start < end:
            found.add(Marked(start=start, end=end, types=(NAMED[kind],)))
    text.names = sorted(found)


def _proper(words: Iterable[tuple[int, int, str, str]]) -> bool:
    rest = [(form, speech) for _, _, form, speech in words]
    while rest and rest[0][0].lower() in {"the", "a", "an"}:
        rest.pop(0)
    return (
        bool(rest)
        and rest[0][1] in _PROPER
        and all(speech in _PROPER or _LINK.fullmatch(form.lower()) for form, speech in rest)
    )
