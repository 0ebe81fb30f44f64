"""Weapons by name that the knowledge base lacks, in Chinese, Japanese and Korean sentences.

Decides which letters beside a class noun are a system's name where nothing separates words: those
in quotation marks, a number before the letter for "type", a word with a hyphen and a number, a
class of ships, and a ship's name behind the word for a ship.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from generator.extract.mentions.view import View
from generator.model import Mention
from generator.text.scripts import HAN, HANGUL
from generator.text.slugs import slug
from generator.text.tokens import tokenise
from generator.text.widths import full_width

_KATAKANA = "ァ-ヴー"
_OPEN, _CLOSE = "“「『‘'\"", "”」』’'\""
_BORDERS = frozenset("，。、；：！？,.;:!?()（）的了在和与與及是不\n" + _OPEN + _CLOSE)
_PARTICLES = _BORDERS | frozenset("がはをにでへとも")
"""What parts a name from a class noun in Japanese, too: a name itself may hold these letters."""
_NEAR = 8
"""Letters between a name and its class noun: "“X”型高超音速" before "missile"."""
_SHIP_NEAR = 12
_SHIPS = frozenset("舰艦艇船")
_NUMBERS = frozenset("号號호")
_TAILS = frozenset("号號호舰艦함")
_CLOSING = frozenset(_CLOSE)
_LARGE = frozenset("舰艦함")
_NAVIES = frozenset("队隊军軍警군")
"""The last letter of words for a navy or a coast guard."""
WARSHIPS = frozenset("舰艦艇함정")
"""The last letter of words for warships and boats."""
_QUOTED = re.compile(
    rf"[{_OPEN}](?P<name>(?! )[{HAN}{HANGUL}{_KATAKANA}ぁ-んA-Za-z0-9·・ -]{{2,14}}(?<! ))"
    rf"[{_CLOSE}]"
    r"(?P<tail>[级級급号號호舰艦함型式형])?"
)
_TYPED = re.compile(r"(?<![0-9A-Za-z.-])(?P<name>(?:\d{2,3}|\d{5})[A-Z]{0,3}[型式])")
_NUMBERED = re.compile(
    rf"(?:(?<![{HAN}{HANGUL}])|(?<=[的了枚架艘套台辆輛部门門似为為和与與及由]))(?P<name>(?![和与與及由])[{HAN}]{{2,4}}-\d{{1,3}}[A-Z甲乙丙丁]?"
    rf"|[{HANGUL}]{{2,5}}-\d{{1,3}}(?:-\d)?(?:[A-Z]|[가나다라마바사아](?![{HANGUL}]))?)(?![\d-])"
)
_HYPHENED = re.compile(rf"([{HAN}{HANGUL}]+)[- ]?(\d.*)")
_OF_A_YEAR = re.compile(r"[- ]?(?:19|20)\d\d年?$")
""" "“국방-2025”": a show or a drill of a year, and no system."""
_IN_BRACKETS = re.compile(r" ?[型式号號형급級级]? ?[（(]$")
_CLASS_OF_SHIPS = re.compile(rf"(?<![{HANGUL}\d])(?P<name>[{HANGUL}]{{2,6}}급)(?= )")
_SHIP_BEHIND = re.compile(
    rf" ?(?P<name>(?:[{HANGUL}]{{2,6}}(?: [{HANGUL}]{{2,6}})?함|[{HANGUL}]{{2,5}}\d{{1,4}}호)"
    rf"(?=[은는이가을를과와도의]?(?:[^{HANGUL}]|$))"
    rf"|[{_KATAKANA}]{{3,12}}(?:・[{_KATAKANA}]{{2,12}}){{0,3}})"
)

_HULL_NUMBER = re.compile(r"(?<=[警巡])\d{3,5}[舰艦船艇]")
""" "海警3106舰": ships that go by a number."""
_SHIP_NAME = (
    rf"(?:(?![的型级級舰艦])[{HAN}]){{2,4}}[舰艦]"
    r"(?![队隊艇载载炮砲員员长長体體群桥橋岛島船机機种種级級型用首身隻只])"
)
_SHIP_BEFORE = re.compile(
    rf"(?:^|(?<=[的、，。“由与與及对對为為：])){_SHIP_NAME}|(?<=[舰艦艇][和与與及]){_SHIP_NAME}"
)
"""A ship's name before the letter for a warship: "遵义舰", but not "遵义舰长"."""


def named_ships(view: View) -> Iterator[Mention]:
    """Warships by name in a sentence that has no class noun and names no weapon."""
    begin, text = view.sentence.start, full_width(view.sentence.text)
    taken = sorted((item.start - begin, item.end - begin) for item in view.found)
    no_ships = view.rules.systems.no_ships
    quoted = (one.span("name") for one in _QUOTED.finditer(text) if _is_ship(text, one, no_ships))
    for start, end in (*quoted, *_ships(view, text)):
        if not any(a < end and start < b for a, b in taken):
            yield _named(view, text, start, end)


def native_systems(view: View, classes: Sequence[Mention]) -> Iterator[Mention]:
    """The unlisted systems beside the native class nouns of a sentence."""
    begin = view.sentence.start
    text = full_width(view.sentence.text)
    taken = sorted((item.start - begin, item.end - begin) for item in view.found)
    armed = {item.end - begin for item in view.found if item.kind == "weapon"}
    nouns = sorted((one.start - begin, one.end - begin) for one in classes)
    seen: list[tuple[int, int]] = []
    no_names = view.rules.systems.no_ships
    for start, end in (*_names(text, nouns, no_names), *_ships(view, text)):
        # "“X” 型（Q-23）": what stands in the brackets is the same thing, and known.
        known = any(_IN_BRACKETS.fullmatch(text[end:a].lstrip(_CLOSE)) for a, _ in taken if a > end)
        # "Q-23“X”侦察机": another name of what stands right before, and no ship.
        ship = text[end + 1 : end + 2] in _TAILS and text[end : end + 1] in _CLOSING
        known = known or (not ship and text[start - 1] in _OPEN and start - 1 in armed)
        if not known and not any(a < end and start < b for a, b in (*taken, *nouns, *seen)):
            seen.append((start, end))
            yield _named(view, text, start, end)


def _named(view: View, text: str, start: int, end: int) -> Mention:
    """The name as a weapon nobody lists, or the listed ship that it is with the letter behind its
    quotation marks: "“华盛顿”号"."""
    begin = view.sentence.start
    if text[end : end + 1] in _CLOSING and text[end + 1 : end + 2] in _TAILS:
        listed = view.rules.names.lookup(tokenise(text[start:end] + text[end + 1]).norms)
        if listed is not None and listed.kind == "weapon":
            tokens = view.tokens
            return view.mention(listed, tokens.at(begin + start), tokens.at(begin + end - 1) + 1)
    return view.unlisted(begin + start, begin + end, _identity(text[start:end]))


def _is_ship(text: str, quoted: re.Match[str], no_ships: tuple[str, ...]) -> bool:
    """ "“X”舰", "“X舰”", "수송함 ‘X’호": the letter for a warship, or its word before a numbered
    name; not "“主力舰”"."""
    name = quoted["name"]
    if (quoted["tail"] or "-") in "舰艦":
        return True
    if name[-1] in _LARGE and not quoted["tail"]:
        return len(name) > 2 and not name[:-1].endswith(no_ships)
    word = text[: quoted.start()].rstrip()[-1:]
    return quoted["tail"] in _NUMBERS and word != "" and word in WARSHIPS | _NAVIES


def _identity(name: str) -> str:
    """ "白鹭-9" and "云峰-9" are two: an address alone would keep the number only."""
    match = _HYPHENED.fullmatch(name)
    return f"{slug(match[1])}-{slug(match[2])}" if match else ""


def _names(
    text: str, nouns: Sequence[tuple[int, int]], no_names: tuple[str, ...]
) -> Iterator[tuple[int, int]]:
    for match in _QUOTED.finditer(text):
        if _OF_A_YEAR.search(match["name"]):
            continue
        if _BORDERS.isdisjoint(match["name"]) and (
            (match["tail"] or "") in {"舰", "艦", "함"}
            or _beside(text, match.start(), match.end(), nouns)
            or (match["tail"] in {"号", "號"} and _ship_follows(text, match.end()))
            or _is_ship(text, match, no_names)
        ):
            yield match.span("name")
    for match in _TYPED.finditer(text):
        if _before(text, match.end(), nouns):
            yield match.span("name")
    for pattern in (_NUMBERED, _CLASS_OF_SHIPS):
        for match in pattern.finditer(text):
            said = match["name"][:-1].endswith(
                no_names
            )  # "a 5,000-ton class", "of ministers' rank"
            if pattern is _NUMBERED or (not said and _before(text, match.end(), nouns)):
                yield match.span("name")
    for _, end in nouns:
        behind = _SHIP_BEHIND.match(text, end)
        if behind is not None and text[end - 1] in "함艦母舰機機":
            yield behind.span("name")


def _ships(view: View, text: str) -> Iterator[tuple[int, int]]:
    for match in _HULL_NUMBER.finditer(text):
        yield match.span()
    if "舰" in text or "艦" in text:
        for match in _SHIP_BEFORE.finditer(text):
            if not match[0][:-1].endswith(view.rules.systems.no_ships):
                yield match.span()


def _before(text: str, end: int, nouns: Sequence[tuple[int, int]]) -> bool:
    """A class noun follows, with nothing between that begins another phrase."""
    return any(
        end <= start <= end + _NEAR and _PARTICLES.isdisjoint(text[end:start]) for start, _ in nouns
    )


def _beside(text: str, start: int, end: int, nouns: Sequence[tuple[int, int]]) -> bool:
    return _before(text, end, nouns) or any(
        stop <= start and not text[stop:start].strip() for _, stop in nouns
    )


def _ship_follows(text: str, end: int) -> bool:
    for letter in text[end : end + _SHIP_NEAR]:
        if letter in _SHIPS:
            return True
        if letter in _BORDERS:
            return False
    return False
