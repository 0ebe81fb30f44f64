"""The words by which Chinese, Japanese and Korean sentences look ahead, compiled.

Decides what may stand around such a word: "将" before a verb and no general, "恐" of a fear and no
terror, "遭到" with what is done to somebody.
"""

from __future__ import annotations

import re
from functools import lru_cache

from generator.knowledge.cues.outlook import EastAsian
from generator.model import OutlookType
from generator.text.eastern.disposal import object_ahead
from generator.text.tries import alternation

DAY = (
    r"(?:本月|本周|\d{2,4}年|\d{2,4}财年|\d{1,2}月|\d{1,2}日|明年|后年|今年|下月|下个月|下周|年底|年内|季度|"
    r"[春夏秋冬]季|[上下]半年)"
)
"""A day or a time of a calendar."""


class Coming:
    """The cues, compiled."""

    def __init__(self, cues: EastAsian) -> None:
        listed: tuple[tuple[OutlookType, tuple[str, ...]], ...] = (
            ("question", cues.question),
            ("threat", cues.threat),
            ("pledge", cues.pledge),
            ("warning", cues.warning),
            ("recommendation", cues.recommendation),
            ("scheduled", cues.scheduled),
        )
        vows = rf"{alternation(cues.vows)}(?!{alternation(cues.no_vows_after)})"
        fears = (
            "".join(f"(?<!{re.escape(one)})" for one in cues.no_fears_before)
            + rf"{alternation(cues.fears)}(?!{alternation(cues.no_fears_after)})"
        )
        fierce = (
            rf"[将將]以[^，。；]{{0,16}}?{alternation(cues.fierce)}[^，。；]{{0,10}}?"
            rf"{alternation(cues.replies)}"
        )
        will = r"것[\"”]이라고"
        kept = "|".join(
            re.escape(one.removesuffix("것이라고")) + will
            for one in cues.pledge
            if one.endswith("것이라고")
        )
        fears += r"|(?<=[うくすつぬぶむぐる])と(?:警告|威嚇)"
        struck = (
            rf"(?:[将將会會]|[必终終][将將会會]?)[^，。；]{{0,10}}?(?:遭到|遭受|受到|遭)[^，。；]{{0,24}}?"
            rf"{alternation((*cues.replies, *cues.punishments))}"
        )
        wish = r"(?<!もらい)(?<!いただき)(?<!知り)たい(?:[」\"]|と(?:述べ|語|話|強調|表明|訴え))"
        vows += f"|{wish}"
        should = (
            rf"(?:^|(?<=[，。；,]))[^，。；、,对對]{{0,10}}?"
            rf"(?<![{''.join(cues.no_should_before)}])[应應](?=[一-龥]{{2}})"
            rf"(?!{alternation(cues.no_should_after)})(?![^，。；]{{0,14}}(?:邀|请求|要求|請求))"
        )
        grown = {
            "threat": f"|{fierce}|{struck}",
            "recommendation": f"|{should}",
            "pledge": f"|{vows}|{kept}",
            "warning": f"|{fears}",
        }
        self.listed = tuple(
            (kind, re.compile(alternation(phrases) + grown.get(kind, "")))
            for kind, phrases in listed
        )
        self.history = re.compile(alternation(cues.history))
        self.forecast = re.compile(alternation(cues.forecast))
        self.may = re.compile(
            rf"(?P<may>{alternation(cues.may)})(?!{alternation(cues.present_after)})"
        )
        self.present = re.compile(alternation(cues.present_after))
        self.remarks = re.compile(rf"{alternation(cues.remarks)}")
        self.of_it = re.compile(rf"{alternation(cues.of_it)}")
        self.alike = re.compile(r"(?:이같이|이렇게|이와 같이|그같이|このように)")
        self.size = re.compile(
            rf"[会會]?{alternation(cues.reaching)}[^，。；,;\d]{{0,4}}[\d.,万萬千百]+余?(?:多)?"
            rf"{alternation(cues.sizes)}"
        )
        before = "".join(f"(?<!{re.escape(one)})" for one in cues.not_will_before)
        disposed = object_ahead(cues.disposal_verbs, cues.disposal_openers, cues.measure_words)
        no_object = f"(?!{disposed})"
        self.will = re.compile(rf"{before}[将將](?!{alternation(cues.not_will_after)}){no_object}")
        self.plain_will = re.compile(
            rf"{alternation(cues.will_led_by)}(?:不)?[会會](?![议議谈談见見晤员員长長场場上后後计計])"
        )
        self.announced = re.compile(
            rf"{alternation(cues.announcing)}[^。；]{{0,24}}?[，, ]?(?P<term>将|將)"
        )
        self.own = re.compile(
            rf"{alternation(cues.saying)}[，, ]?(?P<term>将|將)(?=继续|繼續|坚|进一步|一如)"
        )
        self.dated = re.compile(
            rf"(?P<term>预计|預計|预定|預定|计划|計劃|拟|[将將]{no_object})[^，。；]{{0,4}}?{DAY}[^，。；]{{0,24}}?"
            rf"{alternation(cues.dated_acts)}"
            rf"|(?P<soon>{alternation(cues.soon)})[^，。；的]{{0,12}}?"
            rf"{alternation((*cues.dated_acts, *cues.soon_acts))}(?![前时時之])"
            rf"|{DAY}[^，。；了]{{0,12}}?(?P<after>预计|預計|预定|預定|计划|計劃|拟|[将將]{no_object})"
            rf"[^，。；]{{0,24}}?{alternation(cues.dated_acts)}"
        )
        self.warned = re.compile(rf"{alternation(cues.warned)}(?![射性牌区區])")
        self.asked = re.compile(alternation(cues.asked_ahead))
        self.looking = re.compile(alternation(cues.looking))
        self.expecting = re.compile(alternation(cues.expecting))
        self.degrees = re.compile(alternation(cues.degrees))
        self.attributes = re.compile(alternation(cues.attributes))
        self.calendar = re.compile(rf"{alternation(cues.calendar_verbs)}[.。\"')]{{0,3}}\s*$")
        self.horizons = re.compile(alternation(cues.horizons))
        self.unable = re.compile(
            rf"{alternation(cues.horizons)}[^，。；,]{{0,10}}?(?P<term>{alternation(cues.unable)})"
        )
        self.viewed = re.compile(
            rf"(?:[\"”]?(?:으로|이라는|이란|이라고) ?|(?<=이라고) ){alternation(cues.views)}"
            r"|임을 (?:보여|시사|의미|뜻)"
        )
        self.handed_on = re.compile(rf"는 {alternation(cues.handed_on)}[가-힣]{{0,2}} ")
        self.courtesies = re.compile(rf"{alternation(cues.courtesies)}않?$")
        self.habits = re.compile(alternation(cues.habits))
        self.rules = re.compile(alternation(cues.rules))
        self.rules_behind = re.compile(alternation(cues.rules_behind))
        self.condition = re.compile(rf"{alternation(cues.conditions)}[^，。；,\"]{{1,60}}")
        self.result = re.compile(alternation(cues.results))
        self.verbs_in_i = tuple(cues.verbs_in_i)
        self.guessed = tuple(cues.guessed_before)
        self.no_condition = re.compile(rf"{alternation(cues.no_conditions)}$")


@lru_cache(maxsize=8)
def coming(cues: EastAsian) -> Coming:
    return Coming(cues)
