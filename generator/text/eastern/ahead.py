"""Where a Chinese, Japanese or Korean sentence looks ahead, and on what condition.

Decides by words, by the form of a Korean verb, and by what follows a Chinese "可能" or "将"; a
sentence that says "at the time" tells of the past.
"""

from __future__ import annotations

import re

from generator.knowledge.cues.outlook import OutlookCues
from generator.model import OutlookType
from generator.text.eastern.coming import DAY, Coming, coming
from generator.text.eastern.korean import future_form, is_hangul, past_before
from generator.text.marking import Marker
from generator.text.widths import full_width

_ASKS = re.compile(
    r"(?:[?？]|(?:[うくすつぬぶむぐる]の|だろう)か[。.]?|"
    r"(?:을|일|할|될|올|갈|볼|날)까\.?|것인가\.?)[\"') 」』]*$"
)
""" "Will the day come" needs no question mark in Korean."""
_DONE = re.compile(r"[^，。；、,]{1,8}?了")
"""Turns "可能使用了" to the past."""
_KOREAN_VOW = re.compile(
    r"(?<!모르)(?<!알)(?<!좋)(?<!있)(?<!없)(?<!크)(?<!많)(?<!어렵)(?<!싶)(?<![0-9 ])(?P<term>겠)"
    r"(?:다|습니다|으며|고 (?:밝|말|강조|다짐|약속))"
)
_VOWED = re.compile(r"(?:라)?고 [^,.\"”]{0,20}?(?:했던|하던|한 바|다던|온) |的")
""" "The satellite that it HAD VOWED to launch", "计划部署的": a vow of before, or a thing."""
_PLAN = re.compile(
    r"(?:る|す|다는 )?(?P<term>[预預]定|计划|計劃|計画|構え|계획|방침|구상)"
    r"(?:[\d下本廿十二]+|で、?|을)?"
)
""" "預定|廿", "늘린다는 |계획|을": the word of the plan in what was looked for."""
_AS_PLANNED = re.compile(r"(?:通り|どおり)[^、。]{0,16}?(?:[したっわれ]た|完了)")
""" "予定通り完了した": of what was done."""
_ATTRIBUTE = re.compile(r"[^，。；、,]{1,10}?(?:的|[时時](?![间間])|之[际際])")
""" "The missiles ABOUT TO be fielded", "when ABOUT TO board": not said of what comes."""
_PLANNED_THING = re.compile(r"된 [가-힣]|定(?:する|している|されている|された|の)[一-龥]")
""" "이달 말로 예정된 회의", "予定する戦略": of a thing, where the clause looks ahead by itself."""
_HIRAGANA = re.compile(r"[ぁ-ゖ]")
_COMES = re.compile(r"(?:[うくすつぬぶむぐる]|ない)(?:もの|の)?$|(?<=[一-龥])の$")
_STANDS = re.compile(
    r"(?:(?:い|であ|でき|ってあ)る|(?<!能性)(?<!恐れ)(?<!それ)[がはも]ある)(?:もの|の)?$"
)
""" "とみられる" behind the plain form of a verb looks ahead; behind a noun, "た" or "ている" it
guesses at what is or was."""
_OF_A_THING = re.compile(r"性(?:[がの]ある(?:もの|[一-龥ァ-ヴ])|[もを]含め)")
""" "What MAY BE a missile"."""
_BECOMES = re.compile(r"(?:に|と)な")
_WILL_AFTER = re.compile(r"[^，。；]{0,12}?[会會]")
_WHETHER = re.compile(
    r"(?P<term>会不会|會不會|是否[会會将將]?|能否|何[时時])[^。；？?]{1,40}?(?:没有松口|沒有鬆口|未松口|未鬆口|"
    r"未表态|未表態|没有表态|沒有表態|未置可否|未说明|未說明|没有说明|沒有說明|未透露|没有透露|沒有透露)"
)
""" "WHETHER he goes, they HAVE NOT SAID": open."""
_KOREAN_AIM = re.compile(r"\d{2,4}년대?[^.\"”]{0,50}?는 (?P<term>(?:것이|게) 목표)")
""" "2035년까지 진수하는 |것이 목표": a plan with its time."""
_KOREAN_WORD = re.compile(r"[가-힣]+$")
_UNABLE = re.compile(r"[一-龥]不(?:了|起|住|动|成|过|到)")
""" "撑不了": what then cannot be done."""
_MANAGES = re.compile(r"[一-龥]{1,2}得[到了起住上过過动動成]")
_PARTED = re.compile(r"[，,；;。]|(?:며|고|면서|는데)(?: |,)")
_COMING = re.compile(rf"{DAY}|未来|未來|将来|將來|今后|今後")
_WEAK_WILL = frozenset("将將会會")
_VIEWED = 12
"""Characters before a word of expectation in which the verb of what is expected ends."""
_KOREAN_CAN = re.compile(r"(?P<last>[가-힣]) ?(?P<term>수 ?(?:도 )?(?:있|없))")
_KOREAN_VIEWED = re.compile(
    r"(?P<term>수 ?(?:도 )?(?:있|없)다)[\"”]?고 "
    r"(?:보고|본다|봤다|내다|전망|예상했|예상한|관측|우려|경고|진단)"
)
_KOREAN_IF = re.compile(
    r"[^,.\"“”。]{2,60}?[가-힣]면(?=[ ,])(?! 안 (?:된|되))|"
    r"[^,.\"“”。]{2,60}?(?:경우|(?:않는|못하는|없는) 한)(?=[ ,])"
)
_JAPANESE_IF = re.compile(
    r"(?:^|(?<=[、，。「]))[^、，。「」]{2,40}?(?:(?<!に)(?<!によ)れば|なら|場合(?:には|は)?)(?=[、，])"
)


def east_asian(text: str, *, cues: OutlookCues) -> tuple[Marker, ...]:
    """At most one marker: what the sentence as a whole says of what comes."""
    patterns = coming(cues.east_asian)
    text = full_width(text).replace("計畫", "計劃")
    if patterns.history.search(text):
        return ()
    if _ASKS.search(text):
        asked = patterns.asked.search(text)
        return (Marker(start=asked.start(), end=asked.end(), type="question"),) if asked else ()
    listed = _listed(text, patterns)
    if listed is not None:
        return (listed,)
    if (whether := _WHETHER.search(text)) is not None:
        span = whether.span("term")
        return (Marker(start=span[0], end=whether.end(), type="question", term=span),)
    if (aim := _KOREAN_AIM.search(text)) is not None:
        span = aim.span("term")
        return (Marker(start=span[0], end=span[1], type="scheduled", term=span),)
    vow = _KOREAN_VOW.search(text)
    if vow and not patterns.courtesies.search(text, 0, vow.start()):
        return (Marker(start=vow.start(), end=vow.end(), type="pledge", term=vow.span("term")),)
    dated = patterns.dated.search(text)
    described = dated and dated["soon"] and _ATTRIBUTE.match(text, dated.end("soon"))
    if dated and not described and "了" not in text[dated.end() : dated.end() + 3]:
        span = next(dated.span(way) for way in ("term", "soon", "after") if dated[way])
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


def _listed(text: str, patterns: Coming) -> Marker | None:
    """The first kind of statement of which a listed word stands in the sentence."""
    for kind, pattern in patterns.listed:
        match = pattern.search(text)
        if match is None or _passed_over(text, kind, match, patterns):
            continue
        if kind == "scheduled" and is_hangul(match.group()[0]):
            match = max(pattern.finditer(text), key=_first)  # verb, then "planned"
            if text.startswith(" 수 ", match.end()):
                continue  # "may visit"
        first = _forecast(text, patterns)
        if first is not None and (
            # Advice of a later clause leaves what an earlier one says; a thing that is planned
            # leaves what is said of it.
            (kind == "recommendation" and _PARTED.search(text, first[1], match.start()))
            or (
                kind == "scheduled"
                and first[0] > match.end()
                and _PLANNED_THING.match(text, match.end() - 1)
            )
        ):
            return Marker(start=first[0], end=first[1], type="forecast", term=first)
        term: tuple[int, int] | None = match.span()
        if kind in {"threat", "warning"}:
            term = first or (match.span() if kind == "warning" else None)
        elif (plan := _PLAN.fullmatch(text, *match.span())) is not None:
            term = plan.span("term")
        elif match.group().endswith(("应", "應")):
            term = match.end() - 1, match.end() + text.startswith(tuple("该該当當"), match.end())
        elif match.group() == "야 한다":  # the verb that must be done belongs to it
            verb = _KOREAN_WORD.search(text, 0, match.start())
            term = (verb.start() if verb else match.start(), match.end())
        return Marker(start=match.start(), end=match.end(), type=kind, term=term)
    return None


def _passed_over(text: str, kind: OutlookType, match: re.Match[str], patterns: Coming) -> bool:
    """A rule, a remark, a vow of before, a view of another, a habit."""
    start, end = match.span()
    if patterns.handed_on.match(text, end):
        return True
    if kind == "recommendation":
        return bool(
            text.startswith("待つしかない", start - 1)  # "one can but wait"
            or patterns.rules.search(text, 0, start)
            or patterns.rules_behind.search(text, end)
            or patterns.remarks.match(text, start)
        )
    if kind in {"pledge", "scheduled"} and (
        _VOWED.match(text, end) or _AS_PLANNED.match(text, end)
    ):
        return True
    if kind == "pledge":
        return bool(patterns.viewed.match(text, end) or patterns.courtesies.search(text, 0, start))
    return kind == "threat" and patterns.habits.search(text, 0, start) is not None


def _first(one: re.Match[str]) -> int:
    return one.start()


def announced(text: str, *, cues: OutlookCues) -> tuple[Marker, ...]:
    """ "The navies hold a drill from the 10th": a Korean verb of a calendar in the present, at the
    end of a sentence that the caller knows to name a day to come."""
    patterns = coming(cues.east_asian)
    found = patterns.calendar.search(text, max(0, len(text) - 20))
    if found is None or patterns.habits.search(text) or patterns.history.search(text):
        return ()
    return (Marker(start=found.start(), end=found.end(), type="scheduled"),)


def _expected(text: str, patterns: Coming) -> re.Match[str] | None:
    """The first word of a forecast; one that only expects leaves the term to a word of degree."""
    first: re.Match[str] | None = None
    japanese = _HIRAGANA.search(text) is not None
    for match in patterns.forecast.finditer(text):
        korean = is_hangul(match.group()[0])
        if korean and (past_before(text, match.start()) or _told_before(text, match, patterns)):
            continue
        if japanese and not _japanese_ahead(text, match):
            continue
        if patterns.attributes.fullmatch(match.group()) and _ATTRIBUTE.match(text, match.end()):
            continue
        if match.group().endswith("可能") and not japanese and _of_now(text, match.end(), patterns):
            continue
        if first is None and patterns.expecting.fullmatch(match.group()) is None:
            return match
        if first is not None and patterns.degrees.fullmatch(match.group()):
            return match
        first = first or match
    return first


def _told_before(text: str, match: re.Match[str], patterns: Coming) -> bool:
    """ "이같이 전망했다": of what was said before."""
    since = max(0, match.start() - len("이와 같이 "))
    return patterns.looking.fullmatch(match.group()) is not None and bool(
        patterns.alike.search(text, since, match.start())
    )


def _japanese_ahead(text: str, match: re.Match[str]) -> bool:
    """Whether a word of likelihood in a Japanese sentence is about what comes: not what a thing
    can do ("搭載可能"), may be ("の可能性があるもの") or did ("したとみられる")."""
    before = text[max(0, match.start() - _VIEWED) : match.start()]
    if match.group() == "可能":
        if not text.startswith("性", match.end()):
            return _BECOMES.match(text, match.end()) is not None
        return not (before.endswith(("た", "だ")) or _OF_A_THING.match(text, match.end()))
    if match.group()[0] in "とだ見は" or match.group().startswith("かも"):
        return _COMES.search(before) is not None and _STANDS.search(before) is None
    return True


def _forecast(text: str, patterns: Coming) -> tuple[int, int] | None:
    if (told := _KOREAN_VIEWED.search(text) or patterns.unable.search(text)) is not None:
        return told.span("term")
    match = _expected(text, patterns)
    if match and patterns.looking.fullmatch(match.group()):
        # "It is LIKELY that ..., he EXPECTED": the words of likelihood come before those of speech.
        return (
            future_form(text, verbs_in_i=patterns.verbs_in_i, guessed=patterns.guessed)
            or match.span()
        )
    if match and not _WEAK_WILL.isdisjoint(match.group()):
        hedge = patterns.may.search(text, 0, match.start())
        return hedge.span("may") if hedge else match.span()
    if match:
        return match.span()
    japanese = _HIRAGANA.search(text) is not None
    for match in patterns.may.finditer(text):
        if not _of_now(text, match.end(), patterns) and not (
            japanese and not _japanese_ahead(text, match)
        ):
            return match.span("may")
    for match in patterns.will.finditer(text):
        if not re.match(r"[^，。；]{1,16}了", text[match.end() : match.end() + 20]):
            return match.span()
    plain = _plain_will(text, patterns) or future_form(
        text, verbs_in_i=patterns.verbs_in_i, guessed=patterns.guessed
    )
    if plain:
        return plain
    conditions = east_asian_conditions(text, cues=patterns)
    can = next((one for one in _KOREAN_CAN.finditer(text) if text[one.end() :][:1] != "는"), None)
    if can and (
        conditions
        or patterns.looking.search(text)
        or patterns.horizons.search(text, 0, can.start())
    ):
        return can.span("term")
    if conditions:
        end = conditions[0][1]
        result = patterns.result.search(text, end) or _UNABLE.search(text, end)
        if result:
            return result.span()
    return None


def _plain_will(text: str, patterns: Coming) -> tuple[int, int] | None:
    """ "这也|会": a future, unless it was so, or is so each time."""
    will = patterns.plain_will.search(text)
    if will is None or "了" in text[will.end() :] or patterns.habits.search(text):
        return None
    return will.end() - 1, will.end()


def _of_now(text: str, end: int, patterns: Coming) -> bool:
    """Whether a "may" that ends at ``end`` guesses at what was, is, or measures."""
    if _DONE.match(text, end) or patterns.present.match(text, end):
        return True
    if patterns.of_it.search(text) and _WILL_AFTER.match(text, end) is None:
        return True  # "今次": of what was just told
    if text.endswith("未必", 0, end) and _MANAGES.match(text, end):
        return True  # "未必做得到": what is able to do it
    size = patterns.size.match(text, end)
    return size is not None and _COMING.search(text, 0, end) is None


def east_asian_conditions(text: str, *, cues: OutlookCues | Coming) -> tuple[tuple[int, int], ...]:
    """Half-open spans of conditions, without the comma that ends them."""
    patterns = cues if isinstance(cues, Coming) else coming(cues.east_asian)
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
