"""Where a Chinese, Japanese or Korean sentence looks ahead, and on what condition.

Decides by words, by the ending of the syllable before a Korean "것" or "가능성" (future or past),
and by what follows a Chinese "可能" or "将"; a sentence that says "at the time" tells of the past.
"""

from __future__ import annotations

import re
from functools import lru_cache

from generator.knowledge.cues.outlook import EastAsian, OutlookCues
from generator.model import OutlookType
from generator.text.eastern.disposal import object_ahead
from generator.text.marking import Marker
from generator.text.tries import alternation
from generator.text.widths import full_width

_ASKS = re.compile(r"(?:[?？]|(?:을|일|할|될|올|갈|볼|날)까\.?)[\"') 」』]*$")
""" "Will the day come" needs no question mark in Korean."""
_HANGUL, _LAST = 0xAC00, 0xD7A3
_RIEUL, _SSANG_SIOT = 8, 20
_DONE = re.compile(r"[^，。；、,]{1,8}?了")
"""Turns "可能使用了" to the past."""
_KOREAN_FUTURE = re.compile(
    r"(?P<last>[가-힣]) ?"
    r"(?P<term>것(?:으로(?: [가-힣]+)?|이|인|임|이라|이란|(?=[\"”’'」]))|"
    r"가능성(?:[이은도] ?(?:매우 |더 |상당히 |아주 )?(?:크|높|낮|적|희박|있|없)[가-힣]?)?|"
    r"전망|예정|듯|셈|공산)"
)
_KOREAN_OPEN = re.compile(r"(?P<last>[가-힣]) ?(?P<term>가능성[을도은]? ?(?:완전히 |전혀 )?배제)")
""" "Another launch cannot be ruled out"; of what was, the syllable before tells."""
_KOREAN_VOW = re.compile(
    r"(?<!모르)(?<!알)(?<!좋)(?<!있)(?<!없)(?<!크)(?<!많)(?<!어렵)(?<!싶)(?<![0-9 ])(?P<term>겠)"
    r"(?:다|습니다|으며|고 (?:밝|말|강조|다짐|약속))"
)
_BYGONE = re.compile(
    r"(?:(?P<sibilant>[가-힣])을 (?:것(?:이라는|이란|으로|이라고)|거라는)|(?P<told>[가-힣])다는) $"
)
""" "An observation that it WILL HAVE come": what was, however the form looks."""
_VOWED = re.compile(r"(?:라)?고 [^,.\"”]{0,20}?(?:했던|하던|한 바|다던|온) ")
""" "The satellite that it HAD VOWED to launch": a vow of before."""
_ATTRIBUTE = re.compile(r"[^，。；、,]{1,10}?的")
""" "The missiles ABOUT TO be fielded": said of a thing, not of what comes."""
_HIRAGANA = re.compile(r"[ぁ-ゖ]")
_COMES = re.compile(r"(?:[うくすつぬぶむぐる]|ない)(?:もの|の)?$|(?<=[一-龥])の$")
_STANDS = re.compile(r"(?:い|であ|でき|ってあ)る(?:もの|の)?$")
""" "とみられる" behind the plain form of a verb looks ahead; behind a noun, "た" or "ている" it
guesses at what is or was."""
_OF_A_THING = re.compile(r"性[がの]ある(?:もの|[一-龥ァ-ヴ])")
""" "What MAY BE a missile"."""
_BECOMES = re.compile(r"(?:に|と)な")
_KOREAN_WORD = re.compile(r"[가-힣]+$")
_DAY = (
    r"(?:\d{2,4}年|\d{1,2}月|\d{1,2}日|明年|后年|今年|下月|下个月|下周|年底|年内|季度|"
    r"[春夏秋冬]季|[上下]半年)"
)
_WEAK_WILL = frozenset("将將会會")
_VIEWED = 12
"""Characters before a word of expectation in which the verb of what is expected ends."""
_KOREAN_CAN = re.compile(r"(?P<last>[가-힣]) ?(?P<term>수 ?(?:도 )?(?:있|없))")
_KOREAN_IF = re.compile(
    r"[^,.\"“”。]{2,60}?[가-힣]면(?=[ ,])|"
    r"[^,.\"“”。]{2,60}?(?:경우|(?:않는|못하는|없는) 한)(?=[ ,])"
)
_JAPANESE_IF = re.compile(
    r"(?:^|(?<=[、，。「]))[^、，。「」]{2,40}?(?:(?<!に)(?<!によ)れば|なら|場合(?:には|は)?)(?=[、，])"
)


class _Patterns:
    def __init__(self, cues: EastAsian) -> None:
        listed: tuple[tuple[OutlookType, tuple[str, ...]], ...] = (
            ("question", cues.question),
            ("threat", cues.threat),
            ("pledge", cues.pledge),
            ("warning", cues.warning),
            ("recommendation", cues.recommendation),
            ("scheduled", cues.scheduled),
        )
        self.listed = tuple((kind, re.compile(alternation(phrases))) for kind, phrases in listed)
        self.history = re.compile(alternation(cues.history))
        self.forecast = re.compile(alternation(cues.forecast))
        self.may = re.compile(
            rf"(?P<may>{alternation(cues.may)})(?!{alternation(cues.present_after)})"
        )
        before = "".join(f"(?<!{re.escape(one)})" for one in cues.not_will_before)
        disposed = object_ahead(
            cues.disposal_verbs, cues.disposal_openers, cues.disposal_counted_verbs
        )
        no_object = f"(?!{disposed})"
        self.will = re.compile(rf"{before}[将將](?!{alternation(cues.not_will_after)}){no_object}")
        self.announced = re.compile(
            rf"{alternation(cues.announcing)}[^。；]{{0,24}}?[，, ]?(?P<term>将|將)"
        )
        self.own = re.compile(
            rf"{alternation(cues.saying)}[，, ]?(?P<term>将|將)(?=继续|繼續|坚|进一步|一如)"
        )
        self.dated = re.compile(
            rf"(?P<term>预计|預計|预定|預定|计划|計劃|拟|将|將)[^，。；]{{0,4}}?{_DAY}[^，。；]{{0,24}}?"
            rf"{alternation(cues.dated_acts)}"
            rf"|{_DAY}[^，。；了]{{0,12}}?(?P<after>预计|預計|预定|預定|计划|計劃|拟|将|將)"
            rf"[^，。；]{{0,24}}?{alternation(cues.dated_acts)}"
        )
        self.warned = re.compile(alternation(cues.warned))
        self.asked = re.compile(alternation(cues.asked_ahead))
        self.looking = re.compile(alternation(cues.looking))
        self.expecting = re.compile(alternation(cues.expecting))
        self.degrees = re.compile(alternation(cues.degrees))
        self.attributes = re.compile(alternation(cues.attributes))
        self.calendar = re.compile(rf"{alternation(cues.calendar_verbs)}[.\"')]{{0,3}}\s*$")
        self.horizons = re.compile(alternation(cues.horizons))
        self.viewed = re.compile(rf"(?:으로|이라는|이란|이라고) ?{alternation(cues.views)}")
        self.courtesies = re.compile(rf"{alternation(cues.courtesies)}$")
        self.habits = re.compile(alternation(cues.habits))
        self.rules = re.compile(alternation(cues.rules))
        self.condition = re.compile(rf"{alternation(cues.conditions)}[^，。；,\"]{{1,60}}")
        self.result = re.compile(alternation(cues.results))
        self.verbs_in_i = tuple(cues.verbs_in_i)
        self.no_condition = re.compile(rf"{alternation(cues.no_conditions)}$")


@lru_cache(maxsize=8)
def _patterns(cues: EastAsian) -> _Patterns:
    return _Patterns(cues)


def _final(syllable: str) -> int:
    """Number of the final consonant of a Korean syllable; 0 where it has none."""
    code = ord(syllable)
    return (code - _HANGUL) % 28 if _HANGUL <= code <= _LAST else 0


def _ahead(text: str, last: int) -> bool:
    """Whether the verb form that ends at ``last`` is future: "할", but not "했을" or "한"."""
    if _final(text[last]) != _RIEUL:
        return False
    return not (text[last] == "을" and last and _final(text[last - 1]) == _SSANG_SIOT)


def east_asian(text: str, *, cues: OutlookCues) -> tuple[Marker, ...]:
    """At most one marker: what the sentence as a whole says of what comes."""
    patterns = _patterns(cues.east_asian)
    text = full_width(text)
    if patterns.history.search(text):
        return ()
    if _ASKS.search(text):
        asked = patterns.asked.search(text)
        return (Marker(start=asked.start(), end=asked.end(), type="question"),) if asked else ()
    listed = _listed(text, patterns)
    if listed is not None:
        return (listed,)
    vow = _KOREAN_VOW.search(text)
    if vow and not patterns.courtesies.search(text, 0, vow.start()):
        return (Marker(start=vow.start(), end=vow.end(), type="pledge", term=vow.span("term")),)
    dated = patterns.dated.search(text)
    if dated and "了" not in text[dated.end() : dated.end() + 3]:
        span = dated.span("term") if dated["term"] else dated.span("after")
        return (Marker(start=span[0], end=span[1], type="scheduled", term=span),)
    announced = patterns.announced.search(text)
    said = announced or patterns.own.search(text)
    if said:
        span = said.span("term")
        decided: OutlookType = "scheduled" if announced else "pledge"
        return (Marker(start=span[0], end=span[1], type=decided, term=span),)
    span_ = _forecast(text, patterns)
    if span_ is not None:
        feared: OutlookType = "warning" if patterns.warned.search(text) else "forecast"
        return (Marker(start=span_[0], end=span_[1], type=feared, term=span_),)
    return ()


def _listed(text: str, patterns: _Patterns) -> Marker | None:
    """The first kind of statement of which a listed word stands in the sentence."""
    for kind, pattern in patterns.listed:
        match = pattern.search(text)
        ruled = (
            kind == "recommendation"
            and match is not None
            and (patterns.rules.search(text, 0, match.start()) is not None)
        )
        if match is None or ruled:
            continue
        if kind in {"pledge", "scheduled"} and _VOWED.match(text, match.end()):
            continue
        if kind == "pledge" and patterns.viewed.match(text, match.end()):
            continue
        if kind == "threat" and patterns.habits.search(text, 0, match.start()):
            continue
        if kind == "scheduled" and _HANGUL <= ord(match.group()[0]) <= _LAST:
            match = max(pattern.finditer(text), key=_first)  # verb, then "planned"
        term: tuple[int, int] | None = match.span()
        if kind in {"threat", "warning"}:
            term = _forecast(text, patterns) or (match.span() if kind == "warning" else None)
        elif match.group() == "야 한다":  # the verb that must be done belongs to it
            verb = _KOREAN_WORD.search(text, 0, match.start())
            term = (verb.start() if verb else match.start(), match.end())
        return Marker(start=match.start(), end=match.end(), type=kind, term=term)
    return None


def _first(one: re.Match[str]) -> int:
    return one.start()


def announced(text: str, *, cues: OutlookCues) -> tuple[Marker, ...]:
    """ "The navies hold a drill from the 10th": a Korean verb of a calendar in the present, at the
    end of a sentence that the caller knows to name a day to come."""
    patterns = _patterns(cues.east_asian)
    found = patterns.calendar.search(text, max(0, len(text) - 20))
    if found is None or patterns.habits.search(text) or patterns.history.search(text):
        return ()
    return (Marker(start=found.start(), end=found.end(), type="scheduled"),)


def _past_before(text: str, at: int) -> bool:
    """Whether what an observation is about lies in the past: "했을 것이라는", "했다는"."""
    found = _BYGONE.search(text, max(0, at - _VIEWED), at)
    return found is not None and _final(found["sibilant"] or found["told"]) == _SSANG_SIOT


def _expected(text: str, patterns: _Patterns) -> re.Match[str] | None:
    """The first word of a forecast; one that only expects leaves the term to a word of degree."""
    first: re.Match[str] | None = None
    japanese = _HIRAGANA.search(text) is not None
    for match in patterns.forecast.finditer(text):
        korean = _HANGUL <= ord(match.group()[0]) <= _LAST
        if korean and _past_before(text, match.start()):
            continue
        if japanese and not _japanese_ahead(text, match):
            continue
        if patterns.attributes.fullmatch(match.group()) and _ATTRIBUTE.match(text, match.end()):
            continue
        if first is None and patterns.expecting.fullmatch(match.group()) is None:
            return match
        if first is not None and patterns.degrees.fullmatch(match.group()):
            return match
        first = first or match
    return first


def _japanese_ahead(text: str, match: re.Match[str]) -> bool:
    """Whether a word of likelihood in a Japanese sentence is about what comes: not what a thing
    can do ("搭載可能"), may be ("の可能性があるもの") or did ("したとみられる")."""
    before = text[max(0, match.start() - _VIEWED) : match.start()]
    if match.group() == "可能":
        if not text.startswith("性", match.end()):
            return _BECOMES.match(text, match.end()) is not None
        return not (before.endswith(("た", "だ")) or _OF_A_THING.match(text, match.end()))
    if match.group()[0] in "とだ見":
        return _COMES.search(before) is not None and _STANDS.search(before) is None
    return True


def _forecast(text: str, patterns: _Patterns) -> tuple[int, int] | None:
    match = _expected(text, patterns)
    if match and patterns.looking.fullmatch(match.group()):
        # "It is LIKELY that ..., he EXPECTED": the words of likelihood come before those of speech.
        return _korean(text, patterns) or match.span()
    if match and not _WEAK_WILL.isdisjoint(match.group()):
        hedge = patterns.may.search(text, 0, match.start())
        return hedge.span("may") if hedge else match.span()
    if match:
        return match.span()
    japanese = _HIRAGANA.search(text) is not None
    for match in patterns.may.finditer(text):
        if not _DONE.match(text, match.end()) and not (
            japanese and not _japanese_ahead(text, match)
        ):
            return match.span("may")
    for match in patterns.will.finditer(text):
        if not re.match(r"[^，。；]{1,16}了", text[match.end() : match.end() + 20]):
            return match.span()
    korean = _korean(text, patterns)
    if korean:
        return korean
    conditions = east_asian_conditions(text, cues=patterns)
    can = _KOREAN_CAN.search(text)
    if can and (
        conditions
        or patterns.looking.search(text)
        or patterns.horizons.search(text, 0, can.start())
    ):
        return can.span("term")
    if conditions:
        result = patterns.result.search(text, conditions[0][1])
        if result:
            return result.span()
    return None


def _korean(text: str, patterns: _Patterns) -> tuple[int, int] | None:
    """The future of a Korean verb before "thing" or "possibility", or a possibility left open."""
    for match in _KOREAN_FUTURE.finditer(text):
        last = match.start("last")
        is_a = text[last] == "일" and not text[:last].endswith(patterns.verbs_in_i)
        possible = match["term"].startswith("가능성")
        if _ahead(text, last) and not (is_a and possible):
            return match.span("term")
    for match in _KOREAN_OPEN.finditer(text):
        last = match.start("last")
        done = text[last] == "을" and not _ahead(text, last)
        if not done and text[last] != "일":
            return match.span("term")
    return None


def east_asian_conditions(
    text: str, *, cues: OutlookCues | _Patterns
) -> tuple[tuple[int, int], ...]:
    """Half-open spans of conditions, without the comma that ends them."""
    patterns = cues if isinstance(cues, _Patterns) else _patterns(cues.east_asian)
    match = patterns.condition.search(full_width(text))
    if match:
        return (match.span(),)
    if _HIRAGANA.search(text) is not None:
        found = _JAPANESE_IF.search(text)
        return (found.span(),) if found else ()
    for match in _KOREAN_IF.finditer(text):
        if patterns.no_condition.search(text, match.start(), match.end()) is None:
            start = match.start() + len(match.group()) - len(match.group().lstrip())
            return ((start, match.end()),)
    return ()
