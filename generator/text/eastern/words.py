"""The words of speech in Chinese, Japanese and Korean, compiled once for a set of cues.

Decides which characters make a verb of speech, the phrase before it and the words around it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from msgspec.structs import fields, replace

from generator.knowledge.cues.claims import EastAsianClaims
from generator.model import Mention
from generator.text.eastern.han import simplified
from generator.text.speech.attribution import Line
from generator.text.tries import alternation

LONGEST = 40
"""Characters of a phrase that names a speaker, at most."""
_LATE = 6
"""Characters between a person and the verb that are no part of the name, at most."""
ASIDE = re.compile(r"[(（][^()（）]{1,40}[)）]")
_DOUBTED = re.compile(r"(?<![，,：:说称道])\"(?P<held>\u0001{1,14})\"(?![，。,当今昨\d])")
CLAUSE = re.compile(r"[，。；：！？、,;\"\u0001]")


def _written_out(verbs: Iterable[str], formal: Iterable[str]) -> Iterator[str]:
    """The verbs, and those in -haetta with each of the ``formal`` endings in its stead."""
    for verb in verbs:
        yield verb
        stem = verb.removesuffix("했다")
        if stem and stem != verb:
            yield from (stem + end for end in formal)


def _inflected(verbs: Iterable[str]) -> Iterator[str]:
    """The verbs, and those in the past with the forms of what goes on in its stead: "述べた" and
    "述べている", "述べていました"."""
    for verb in verbs:
        yield verb
        if verb.endswith("た") and not verb.endswith(("ました", "いた")):
            yield from (verb[:-1] + end for end in ("ている", "ていた", "ています", "ていました"))


def _late_verbs(verbs: Iterable[str]) -> Iterator[str]:
    """The verbs without their particle, as behind a day: "と14日午前7時ごろに発表しました"."""
    return (verb[1:] for verb in verbs if verb[0] in "とを" and verb[1:2] > "ん")


class EasternWords:
    """The patterns of one set of cues."""

    def __init__(self, cues: EastAsianClaims) -> None:
        self._traditional = cues.traditional
        lists = (item.name for item in fields(cues) if not item.name.startswith("traditional"))
        cues = replace(
            cues,
            **{
                name: tuple(simplified(one, cues.traditional) for one in getattr(cues, name))
                for name in lists
            },
        )
        self.chinese = re.compile(
            rf"(?P<long>{alternation(cues.chinese_speech)}(?:道|说|称)?)"
            rf"|(?P<short>{alternation(cues.chinese_short)})(?=[，：,:\"]|$)"
            rf"|(?P<joined>{alternation(cues.chinese_calls)})(?!{alternation(cues.chinese_calling)})"
        )
        self.and_then = re.compile(rf"[，,]{alternation(cues.chinese_ands)}*$")
        self.given = re.compile(alternation(cues.chinese_given))
        self.when = re.compile(
            rf"(?!{alternation(cues.chinese_no_adjuncts)}){alternation(cues.chinese_whens)}"
        )
        self.when_end = re.compile(rf"{alternation(cues.chinese_when_ends)}$")
        self.no_subject = cues.chinese_no_subject
        self.calls = frozenset(cues.chinese_calls)
        self.day = re.compile(
            rf"(?:{alternation(cues.chinese_clocks)}?\d{{1,4}}(?:年|月|日|号|时|分|点)"
            r"|[上本这]?个?(?:星期|周)[一二三四五六日天](?:[（(][^（）()]{1,12}[）)])?|[今昨前当同本次近]日"
            r"|[今昨前当同本次近]天?(?:[（(](?:\d{1,2}|[一二三十廿卅]{1,3})日?[)）])日?"
            r"|(?:[一二三四五六七八九十]{1,2}月)?[一二三四五六七八九十廿卅]{1,3}[日号]"
            rf"|{alternation(cues.chinese_days)})+$"
        )
        self.adjunct = re.compile(
            rf"(?!{alternation(cues.chinese_no_adjuncts)}){alternation(cues.chinese_adjuncts)}[^，。]{{2,60}}$"
        )
        self.chinese_not = re.compile(rf"{alternation(cues.chinese_not)}$")
        self.opening = re.compile(
            rf"(?:(?<=^)|(?<=[，。；：、,;]))(?:{alternation(cues.leads)}[，, ]?)?"
            rf"{alternation(cues.chinese_openers)}(?P<who>[^，,：:。]{{0,30}}?)"
            rf"(?P<way>{alternation(cues.chinese_closers)})(?=[，,：:])"
        )
        self.opening_bare = re.compile(
            rf"(?:(?<=^)|(?<=[，。；：]))(?:{alternation(cues.leads)}[，, ]?)?"
            rf"(?P<way>{alternation(cues.chinese_openers)})"
            r"(?P<who>[^，,：:。；\"\u0001]{2,30})(?=[，,])"
        )
        self.cited = re.compile(
            rf"(?:^|(?<=[，。；：,;]))(?P<outlet>[^，。；：,;\"\u0001]{{0,20}}?){alternation(cues.chinese_citing)}"
            rf"(?P<np>[^，。；：,;\"\u0001]{{2,40}}?)(?P<cue>{alternation(cues.chinese_cited)}?"
            rf"{alternation((*cues.chinese_short, *cues.chinese_speech))})(?=[，：,:\"])"
        )
        stems = [one.removesuffix("했다") for one in cues.korean_speech if one.endswith("했다")]
        said = alternation(one for one in stems if one)
        self.joined = re.compile(
            rf"[；;]|，(?={alternation(cues.chinese_joins)})"
            rf"|(?P<stem>{said})"
            rf"(?:했{alternation(cues.korean_joins)}|하(?:고 있)?지만|하나|하며),? "
        )
        self.before = re.compile(rf"{alternation(cues.chinese_adverbs)}$")
        self.lead = re.compile(rf"{alternation(cues.leads)}[，, ]?")
        when = rf"(?:(?:\d{{1,2}}일(?:\([^)]{{1,12}}\))?|{alternation(cues.korean_days)}) )*"
        said_so = alternation(_written_out(cues.korean_speech, cues.korean_formal))
        self.korean = re.compile(
            r"(?:(?:다|라|자|냐|까)고|며|면서|라면서|\"고|\"라고|\"이라고|고|을|를|것으로|\") ?"
            rf"(?:(?P<np>(?:(?!고 )[^,\"\u0001]){{2,30}}?)(?:이|가|은|는) )?{when}"
            rf"(?:[^,\"\u0001]{{1,30}}(?:해|하며|통해|에서|에|으로|히|게|서) )?"
            rf"(?:{alternation(cues.korean_adverbs)} )?"
            rf"(?P<verb>{said_so})[.\"')]{{0,3}}\s*$"
        )
        self.korean_quoted = re.compile(r"\"(?P<cue>(?:이)?(?:라고|라며|라면서|며|면서|고))[ ,]")
        self.according = re.compile(
            r"(?P<np>[^,，、。\"\u0001]{1,40}?)(?:の(?:発表|説明|話|報道|分析))?"
            rf"(?P<cue>{alternation(cues.according)})"
        )
        self.japanese = re.compile(
            rf"(?P<verb>{alternation(_inflected(cues.japanese_speech))}"
            r"|と、?(?:同日|翌日|[^、。「」とはがを\u0001]{0,11}日)[^、。「」とはがを\u0001]{0,14}?"
            rf"{alternation(_late_verbs(_inflected(cues.japanese_speech)))})"
            rf"{alternation(cues.japanese_hearsay)}?[。.]?\s*$"
        )
        self.japanese_on = re.compile(rf"{alternation(cues.japanese_speech_on)}、$")
        self.goes_on = re.compile(alternation(cues.japanese_goes_on))
        self.on_topic = cues.chinese_on_topic
        self.voices = re.compile(rf"{alternation(cues.voices)}$")
        self.spokes = re.compile(alternation(cues.spokespersons))
        self.offices = re.compile(alternation(cues.offices))
        self.office_end = re.compile(rf"{alternation(cues.offices)}$")
        self._prepare_papers(cues)
        self.unnamed = re.compile(rf"{alternation(cues.unnamed)}$")
        self.unnamed_in = re.compile(alternation(cues.unnamed))
        self.outlets = re.compile(rf"{alternation(cues.outlets)}$")
        self.body_end = re.compile(rf"{alternation(cues.body_endings)}$")
        self.outlet_named = re.compile(rf"{alternation(cues.outlets)}(?:인)? \S{{2,20}}$")
        self.pronouns = frozenset(cues.pronouns)
        self.titles = frozenset(cues.offices)
        self.writers = frozenset(cues.writers)
        self.standing_sides = frozenset(one for one in cues.voices if len(one) == 2)
        self.sides = frozenset(cues.sides)
        self.papers = frozenset(cues.papers)
        self.dispatches = frozenset(cues.dispatches)
        self.standing_for = self.writers | self.pronouns | self.papers | self.dispatches
        self.denial = frozenset(cues.denial)
        self.adds = frozenset(cues.korean_adds)

    def _prepare_papers(self, cues: EastAsianClaims) -> None:
        self._analysing = re.compile(rf"{alternation(cues.chinese_analysing)}$")
        self.attribute_end = re.compile(f"的{alternation(cues.chinese_told)}")
        self.blame = re.compile(alternation(cues.chinese_blaming))
        self.printed = re.compile(
            rf"(?:^|(?<=[，。；]))(?P<outlet>[^，。；\"\u0001]{{2,24}}?)"
            rf"{alternation(cues.chinese_printing)}了?(?:一篇)?"
            rf"(?P<signed>{alternation(cues.chinese_signed)}为?)?(?P<np>[^，。；的\"\u0001]{{2,20}}?)的"
            rf"(?P<cue>{alternation(cues.chinese_signed)}?[^，。；的]{{0,4}}{alternation(cues.papers)})"
        )
        self.signed = re.compile(
            rf"{alternation(cues.signed)}(?:의|로)? ?(?:[가-힣]+ )?{alternation(cues.papers)}"
        )
        self.explained = re.compile(
            r"다는 (?:게|것이) (?P<np>[^,\"\u0001]{2,30}?)(?:의|측의|측) "
            rf"(?P<verb>{alternation(cues.korean_nouns)})이다[.\"')]{{0,3}}\s*$"
        )
        self.no_speakers = frozenset(cues.no_speakers)
        self.body_named = re.compile(rf"{alternation(cues.voices)}(?:인)? [가-힣A-Za-z]\S{{1,14}}$")

    def folded(self, line: Line) -> Line:
        """The sentence as these patterns want it: in simplified characters, each in its place."""
        text, outside = (simplified(one, self._traditional) for one in (line.text, line.outside))
        for quoted in _DOUBTED.finditer(outside):
            start, end = quoted.start("held"), quoted.end("held")
            named = any(start <= one[0] and one[1] <= end for one in line.actors)
            named = named or self.voices.search(text[start:end]) is not None
            if (named or self.office_end.search(text[start:end])) and not self.chinese.match(
                outside, end + 1
            ):  # what a writer does not grant its name: "台“国防部长”顾立雄"
                outside = f"{outside[: start - 1]}・{text[start:end]}・{outside[end + 1 :]}"
        return Line(text, outside, line.actors)

    def late(self, text: str, persons: Sequence[tuple[int, int, Mention]], end: int) -> bool:
        """Whether an office stands before the last person, and but a word or two behind:
        "总统泽连斯基立即"."""
        start, stop, _ = persons[-1]
        return end - stop <= _LATE and self.office_end.search(text, 0, start) is not None

    def before_day(self, text: str, start: int, end: int) -> int:
        """Where the day that ends a phrase begins; its end where no day does."""
        dated = self.day.search(text, start, end)
        return dated.start() if dated else end

    def introduces(self, text: str, name: str) -> bool:
        """Whether what ``name`` is stands right before it, where a text has it first: "专家顾"."""
        at = text.find(name) if 2 <= len(name) <= 12 else 0
        return at > 0 and any(one.search(text, 0, at) for one in (self.office_end, self.unnamed))

    def chinese_subject(
        self, text: str, verb: int, names: Iterable[tuple[int, int]] = ()
    ) -> tuple[int, int] | None:
        """The half-open span of the phrase before a Chinese verb of speech; ``names`` hold no
        word of an adjunct ("李在明" no "在")."""
        start = 0
        asides = [one.span() for one in ASIDE.finditer(text, max(0, verb - 90), verb)]
        for mark in CLAUSE.finditer(text, max(0, verb - 90), verb):
            if not any(a < mark.start() < b for a, b in asides):
                start = mark.end()
        end = verb
        for _ in range(4):
            before = end
            for pattern in (self.before, self.day):
                found = pattern.search(text, start, end)
                end = found.start() if found else end
            if end == before:
                break
        analysed = self._analysing.search(text, start, end)
        if analysed is not None and any(last == analysed.start() for _, last in names):
            end = analysed.start()
        lead = self.lead.match(text, start, end)
        start = lead.end() if lead else start
        spans = sorted({*names, *asides})
        held = [(first, last) for first, last in spans if start <= first < last <= end]
        adjunct = self.adjunct.search(text, start + 1, end)
        while adjunct and (last := next((b for a, b in held if a <= adjunct.start() < b), None)):
            adjunct = self.adjunct.search(text, last, end)
        if adjunct:
            end = adjunct.start()
        for pattern in (self.before, self.day, self.before):
            found = pattern.search(text, start, end)
            end = found.start() if found else end
        while start < end and text[start] == " ":
            start += 1
        return (start, end) if 0 < end - start <= LONGEST else None


@lru_cache(maxsize=8)
def eastern_words(cues: EastAsianClaims) -> EasternWords:
    return EasternWords(cues)
