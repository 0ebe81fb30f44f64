"""Where a sentence names its source, and who that is.

Decides which words around a speech cue are the speaker: it walks left over adverbs and
appositions to the noun phrase before the verb, and asks whether its head is a recognised actor,
somebody who speaks for one, an unnamed source, or a thing that cannot speak. There is no parse
tree; every look to either side is bounded, so a hostile sentence costs no more than a long one.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from generator.knowledge.cues.claims import ClaimCues
from generator.knowledge.entities import Actor
from generator.model import ANONYMOUS, Mention
from generator.text.phrases import BLANK, words

_WINDOW = 260
_LONG_NAME = 10
"""Words of an unlisted name with its office, at most."""
_TOKEN = re.compile(r"[^\W_]+(?:[.'&/-][^\W_]+)*\.?|\S")
_CONTENT = re.compile(r" *(?:,? *\"|:|that\b|whether\b|how\b|why\b|to\b|having\b)")
_END = re.compile(r"[ \"'.,;)!?\u0001]*(?:$|\bon\b|\bin\b|\blate\b|\bearlier\b|\bat\b)")
_MARKS = frozenset(',;:()—–"!?') | {BLANK, "-", "--"}
_AND = re.compile(r"\b(?:and|but)(?: also)? +$")
_BY = re.compile(r" +by\b")
_POSSESSIVE = re.compile(r"'s?\b")

Way = Literal["subject", "inverted", "according", "by", "participle", "quoted", "label", "cjk"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Attribution:
    """Offsets count from the start of the sentence. ``outlet`` marks a carrier of others' words."""

    holder: str
    cue: tuple[int, int]
    source: tuple[int, int]
    way: Way
    denies: bool = False
    outlet: bool = False


class _Compiled:
    def __init__(self, cues: ClaimCues) -> None:
        self.verbs = words(
            (*cues.speech, *cues.strict_speech, *cues.intention, *cues.opinion, *cues.denial)
        )
        self.free = frozenset((*cues.speech, *cues.intention, *cues.denial))
        self.strict = frozenset(cues.strict_speech)
        self.opinion = frozenset(cues.opinion)
        self.denial = frozenset(cues.denial)
        self.soft = frozenset((*cues.intention, *cues.denial))
        self.verbs_after = frozenset(cues.passives)
        self.nominal = frozenset(cues.nominal_forms)
        self.participles = words(cues.participles)
        self.quoted = words(cues.quoted_as)
        self.inverted = frozenset(cues.inverted)
        self.according = words(cues.according)
        self.by = words(cues.passive_by)
        self.auxiliaries = frozenset(cues.auxiliaries)
        self.passives = frozenset(cues.passives)
        self.breaks = frozenset(cues.breaks)
        self.subordinators = frozenset(cues.subordinators)
        self.prepositions = frozenset(cues.prepositions)
        self.titles = frozenset(cues.titles)
        self.adjuncts = tuple(sorted(cues.adjuncts, key=len, reverse=True))
        self.voices = words(cues.voices)
        self.documents = words(cues.documents)
        self.unnamed = words(cues.unnamed)
        self.outlets = words(cues.outlets)
        self.outlet_subtypes = frozenset(cues.outlet_subtypes)
        self.personal = frozenset(cues.personal)
        self.pronouns = frozenset(cues.pronouns)
        self.cjk_speech = re.compile("|".join(map(re.escape, cues.cjk_speech)))
        self.cjk_unnamed = re.compile("|".join(map(re.escape, cues.cjk_unnamed)))
        self.cjk_after = re.compile("|".join(map(re.escape, cues.cjk_after)))
        self.cjk_before = re.compile(
            "(?:"
            + "|".join(map(re.escape, cues.cjk_before))
            + r")([^，。,]{1,30}?)(?:报道|報道|消息|，)"
        )


@lru_cache(maxsize=8)
def _compiled(cues: ClaimCues) -> _Compiled:
    return _Compiled(cues)


@dataclass(frozen=True, slots=True)
class _Line:
    """A sentence under reading: plain text, the same with quotations blanked, its actors with
    offsets from the sentence's start."""

    text: str
    outside: str
    actors: tuple[tuple[int, int, Mention], ...]


class Reader:
    """Reads sentences in order; remembers who spoke last, for "he said" and "the ministry said"."""

    def __init__(self, *, cues: ClaimCues, actors: Mapping[str, Actor]) -> None:
        self._cues = _compiled(cues)
        self._actors = actors
        self._last_person: str | None = None
        self._last_other: str | None = None
        self._heads: dict[str, str] = {}

    def read(
        self, *, text: str, outside: str, offset: int, mentions: Sequence[Mention]
    ) -> Attribution | None:
        """The source of the sentence, or None where it names none."""
        actors = tuple(
            (mention.start - offset, mention.end - offset, mention)
            for mention in sorted(mentions, key=lambda found: (found.start, -found.end))
        )
        line = _Line(text, outside, actors)
        found = self._choose(line)
        self._remember(line, found)
        return found

    def _remember(self, line: _Line, found: Attribution | None) -> None:
        persons = [m.entity for _, _, m in line.actors if self._kind(m.entity) == "person"]
        if found is not None and found.holder != ANONYMOUS:
            if self._kind(found.holder) == "person":
                self._last_person = found.holder
            else:
                self._last_other = found.holder
        elif len(set(persons)) == 1:
            self._last_person = persons[0]
        elif len(set(persons)) > 1:
            self._last_person = None
        for start, end, mention in line.actors:
            self._heads[line.text[start:end].rsplit(" ", 1)[-1].lower()] = mention.entity

    def _kind(self, identity: str) -> str | None:
        actor = self._actors.get(identity)
        return actor.kind if actor is not None else None

    def _choose(self, line: _Line) -> Attribution | None:
        found = sorted(self._all(line), key=lambda one: (one.cue[0], one.cue[1]))
        if not found:
            return None
        spoken = [one for one in found if not one.outlet]
        carriers = [one for one in found if one.outlet]
        quoted = next((one for one in found if one.way == "quoted"), None)
        if quoted is not None:
            return quoted
        if spoken and carriers:
            # An outlet only carries: the speaker it reports is the holder, it is the source.
            named = next((one for one in spoken if one.holder != ANONYMOUS), spoken[0])
            return Attribution(
                holder=named.holder,
                cue=named.cue,
                source=carriers[0].source,
                way=named.way,
                denies=named.denies,
            )
        return found[0]

    def _all(self, line: _Line) -> list[Attribution]:
        found: list[Attribution] = []
        floor = 0
        for match in self._cues.verbs.finditer(line.outside):
            one = self._subject(line, match, floor) or self._inverted(line, match)
            if one is not None:
                found.append(one)
                floor = match.end()
        for pattern, way in ((self._cues.according, "according"), (self._cues.by, "by")):
            for match in pattern.finditer(line.outside):
                one = self._after(line, match, way)  # type: ignore[arg-type]
                if one is not None:
                    found.append(one)
        found.extend(self._quoted(line))
        if not found:
            found.extend(self._participle(line))
        if not found:
            found.extend(self._label(line))
        if not found:
            found.extend(self._east_asian(line))
        return found

    # -- ways ------------------------------------------------------------------------------

    def _subject(self, line: _Line, match: re.Match[str], floor: int) -> Attribution | None:
        cues = self._cues
        verb = re.sub(" +", " ", match.group().lower())
        span = self._phrase_before(line, match.start(), floor)
        if span is None:
            span = self._shared_subject(line, match.start())
        if span is None or _BY.match(line.outside, match.end()):
            return None
        start, end = span
        who = self._who(line, start, end, verb=verb)
        if who is None:
            return None
        holder, outlet = who
        if _TOKEN.match(line.outside, start).group().lower() in cues.prepositions:  # type: ignore[union-attr]
            # "In 2019 Kim warned": the source is Kim.
            start = max((one[0] for one in line.actors if start <= one[0] < end), default=start)
        content = _CONTENT.match(line.outside, match.end())
        if verb in cues.strict and verb not in cues.free:
            last = _END.match(line.outside, match.end())
            opens = content is not None and "to" not in content.group()
            allowed = holder == ANONYMOUS and verb in cues.opinion
            if not (opens or (last and '"' in line.outside[: match.start()]) or allowed):
                trailing = last and "," in line.outside[:start]
                if not (trailing or (outlet and content is None)):
                    return None
        elif verb in cues.opinion and verb not in cues.free:
            named = holder != ANONYMOUS
            if named and not verb.endswith(("believes", "believed", "expects", "fears")):
                return None
        return Attribution(
            holder=holder,
            cue=(match.start(), match.end()),
            source=(start, end),
            way="subject",
            denies=verb in cues.denial,
            outlet=outlet,
        )

    def _shared_subject(self, line: _Line, verb: int) -> tuple[int, int] | None:
        """ "Seoul held a meeting AND URGED ...": the first name of the sentence."""
        if not _AND.search(line.outside[max(0, verb - 8) : verb]):
            return None
        for start, end, mention in line.actors:
            lead = line.outside[:start][-30:].lower().split()
            plain_start = len(line.outside[:start]) <= 30 and not (
                set(lead) & (self._cues.prepositions | self._cues.breaks)
            )
            own = not line.text[end : end + 2].startswith(("'s", "-"))
            if end < verb and plain_start and own and mention.rule != "demonym":
                return start, end
            return None
        return None

    def _phrase_before(self, line: _Line, verb: int, floor: int) -> tuple[int, int] | None:
        """Span of the noun phrase that is the verb's subject."""
        cues = self._cues
        low = max(floor, verb - _WINDOW)
        left = line.outside[low:verb]
        tokens = [(m.start() + low, m.end() + low, m.group()) for m in _TOKEN.finditer(left)]
        tokens = self._without_adjuncts(line, tokens)
        index = len(tokens) - 1
        for _ in range(4):
            while index >= 0 and (
                tokens[index][2].lower() in cues.auxiliaries
                or (tokens[index][2].endswith("ly") and tokens[index][2].islower())
            ):
                index -= 1
            if index >= 0 and tokens[index][2].lower() in cues.passives:
                return None
            if index < 0 or tokens[index][2] not in {",", ")", "—", "–"}:
                break
            # An apposition or an insertion: step to the mark that opens it.
            opener = "(" if tokens[index][2] == ")" else tokens[index][2]
            back = index - 1
            while back >= 0 and tokens[back][2] != opener:
                back -= 1
            if back <= 0:
                return None
            index = back - 1
        if index < 0:
            return None
        last = index
        while index >= 0:
            word = tokens[index][2]
            inside = any(s <= tokens[index][0] < e for s, e, _ in line.actors)
            if word in _MARKS or (word.lower() in cues.breaks and not inside):
                break
            index -= 1
        if index >= 0 and tokens[index][2].lower() in cues.subordinators:
            return None
        first = index + 1
        if first > last:
            return None
        return tokens[first][0], tokens[last][1]

    def _without_adjuncts(
        self, line: _Line, tokens: list[tuple[int, int, str]]
    ) -> list[tuple[int, int, str]]:
        for _ in range(2):
            if not tokens:
                break
            low = tokens[0][0]
            text = line.outside[low : tokens[-1][1]].lower().rstrip(",")
            adjunct = next((one for one in self._cues.adjuncts if text.endswith(" " + one)), None)
            if adjunct is None:
                break
            cut = low + len(text) - len(adjunct)
            tokens = [token for token in tokens if token[0] < cut]
            if len(tokens) > 1 and tokens[-1][2] == "," and "," not in [t[2] for t in tokens[:-1]]:
                tokens = tokens[:-1]
        return tokens

    def _inverted(self, line: _Line, match: re.Match[str]) -> Attribution | None:
        """``"...," said Kim`` and ``..., said the ministry``."""
        if match.group().lower() not in self._cues.inverted:
            return None
        before = line.outside[max(0, match.start() - 3) : match.start()].rstrip()
        if not before.endswith((",", '"', ",\u0001", BLANK)):
            return None
        return self._after(line, match, "inverted")

    def _after(self, line: _Line, match: re.Match[str], way: Way) -> Attribution | None:
        span = self._phrase_after(line, match.end())
        if span is None:
            return None
        who = self._who(line, *span, verb="")
        if who is None:
            return None
        holder, outlet = who
        return Attribution(
            holder=holder,
            cue=(match.start(), match.end()),
            source=span,
            way=way,
            outlet=outlet,
        )

    def _phrase_after(self, line: _Line, start: int) -> tuple[int, int] | None:
        end = start
        for found in _TOKEN.finditer(line.outside, start, min(len(line.outside), start + _WINDOW)):
            word = found.group()
            inside = any(s <= found.start() < e for s, e, _ in line.actors)
            if word in _MARKS and not (word == "-" and end == found.start()):
                if end > start:
                    break
                continue
            if word == "." and not inside:
                break
            stop = word.lower() in self._cues.breaks and word.lower() not in {"and", "for"}
            finite = word.lower() in self._cues.verbs_after or word.isdigit()
            if (stop or finite) and not inside and end > start:
                break
            end = found.end()
        while end > start and line.outside[end - 1] in ". ":
            if any(e == end for _, e, _ in line.actors):
                break
            end -= 1
        while start < end and line.outside[start] in ' "\u0001':
            start += 1
        return (start, end) if end > start else None

    def _quoted(self, line: _Line) -> list[Attribution]:
        """``KCNA quoted Kim as saying``: Kim speaks, the outlet is the source."""
        found: list[Attribution] = []
        for match in self._cues.quoted.finditer(line.outside):
            participle = match.group().lower().endswith("ing")
            inner = self._phrase_after(line, match.end())
            if inner is None:
                continue
            who = self._who(line, *inner, verb="")
            if participle:
                if who is not None:
                    found.append(Attribution(holder=who[0], cue=match.span(), source=inner,
                                             way="according", outlet=who[1]))  # fmt: skip
                continue
            outer = self._phrase_before(line, match.start(), 0)
            saying = re.compile(r" *as (?:saying|stating|telling|having)").match(
                line.outside, inner[1]
            )
            if outer is None or who is None or saying is None:
                continue
            found.append(Attribution(holder=who[0], cue=(match.start(), saying.end()),
                                     source=outer, way="quoted"))  # fmt: skip
        return found

    def _participle(self, line: _Line) -> list[Attribution]:
        """``..., saying it respects``: the subject of the sentence speaks."""
        for match in self._cues.participles.finditer(line.outside):
            before = line.outside[max(0, match.start() - 8) : match.start()].rstrip()
            if not before.endswith((",", "while", "and")):
                continue
            for start, end, mention in line.actors:
                if end > match.start():
                    break
                after = line.text[end : end + 2]
                if _POSSESSIVE.match(after) or after.startswith("-"):
                    continue
                opening = line.outside[max(0, start - _WINDOW) : start]
                lead = re.split(r"[,;:]", opening)[-1].split()
                if any(w.lower() in self._cues.prepositions for w in lead) or len(lead) > 4:
                    continue
                who = self._who(line, start, self._head_end(line, end), verb="")
                if who is not None:
                    return [Attribution(holder=who[0], cue=match.span(), source=(start, end),
                                        way="participle", outlet=False)]  # fmt: skip
                del mention
        return []

    def _head_end(self, line: _Line, end: int) -> int:
        """A demonym reaches on to the noun that speaks: "South Korean MILITARY"."""
        following = self._cues.voices.match(line.outside, end + 1)
        return following.end() if following else end

    def _label(self, line: _Line) -> list[Attribution]:
        """``Kim: "..."``."""
        match = re.compile(r"([^:\u0001\"]{2,80}): *\"").match(line.outside)
        if match is None:
            return []
        who = self._who(line, match.start(1), match.end(1), verb="")
        if who is None or len(match.group(1).split()) > 8:
            return []
        return [Attribution(holder=who[0], cue=(match.end(1), match.end(1) + 1),
                            source=match.span(1), way="label")]  # fmt: skip

    def _east_asian(self, line: _Line) -> list[Attribution]:
        cues = self._cues
        after = cues.cjk_after.search(line.outside)
        speech = cues.cjk_speech.search(line.outside)
        before = cues.cjk_before.search(line.outside)
        cue = before or after or speech
        if cue is None:
            return []
        if before:
            span = before.span(1)
            inside = [one for one in line.actors if span[0] <= one[0] and one[1] <= span[1]]
            holder = inside[-1][2].entity if inside and inside[-1][1] == span[1] else ANONYMOUS
            return [Attribution(holder=holder, cue=(before.start(), before.start() + 1),
                                source=span, way="cjk")]  # fmt: skip
        if after:
            inside = [one for one in line.actors if one[1] <= after.start()]
            start = max(0, after.start() - 12)
            if inside and inside[-1][1] == after.start():
                return [Attribution(holder=inside[-1][2].entity, cue=after.span(),
                                    source=inside[-1][:2], way="cjk")]  # fmt: skip
            return [Attribution(holder=ANONYMOUS, cue=after.span(),
                                source=(start, after.start()), way="cjk")]  # fmt: skip
        candidates = [one for one in line.actors if one[1] <= cue.start()]
        unnamed = cues.cjk_unnamed.search(line.outside, 0, cue.start())
        if unnamed and (not candidates or unnamed.start() < candidates[0][0]):
            return [Attribution(holder=ANONYMOUS, cue=cue.span(), source=unnamed.span(), way="cjk")]
        if not candidates:
            return []
        first = candidates[0]
        return [Attribution(holder=first[2].entity, cue=cue.span(), source=first[:2],
                            way="cjk")]  # fmt: skip

    # -- who -------------------------------------------------------------------------------

    def _who(self, line: _Line, start: int, end: int, *, verb: str) -> tuple[str, bool] | None:
        """Holder of a noun phrase and whether it is an outlet; None if it cannot speak."""
        cues = self._cues
        phrase = line.outside[start:end]
        inside = [one for one in line.actors if one[0] >= start - 1 and one[1] <= end + 1]
        tokens = [(m.start() + start, m.end() + start, m.group()) for m in _TOKEN.finditer(phrase)]
        core_end = end
        for position, (first, _, word) in enumerate(tokens):
            within = any(s <= first < e for s, e, _ in inside)
            if position and word.lower() in cues.prepositions and not within:
                core_end = tokens[position - 1][1]
                break
        core = line.outside[start:core_end].rstrip()
        core_end = start + len(core)
        if not core:
            return None
        bare = core.lower().rstrip(".")
        if bare in cues.personal:
            return (self._last_person, False) if self._last_person else (ANONYMOUS, False)
        if bare in cues.pronouns:
            return (self._last_other, False) if self._last_other and verb in cues.free else None
        for s, e, mention in inside:
            if e >= core_end - 1 and s < core_end:
                if mention.rule == "surname" and self._other_name(line, start, s):
                    return ANONYMOUS, False
                return self._named(line, mention, start, verb)
        head = core.rsplit(" ", 1)[-1].rstrip(".")
        return self._unlisted(line, head, core, (start, core_end, end), inside, verb)

    def _other_name(self, line: _Line, start: int, surname: int) -> bool:
        """ "John Kim" is not the Kim of the article."""
        before = line.outside[start:surname].split()
        last = before[-1] if before else ""
        return last[:1].isupper() and last.lower().rstrip(".") not in self._cues.titles

    def _named(
        self, line: _Line, mention: Mention, start: int, verb: str
    ) -> tuple[str, bool] | None:
        surface = mention.surface
        if mention.rule == "demonym" and not surface.endswith("s"):
            before = line.outside[max(0, start - 1) : start + 5].lower()
            if not surface.endswith("ese") or "the " not in before or verb in self._cues.nominal:
                return None
        if surface.lower().startswith("the ") and self._cues.unnamed.fullmatch(surface[4:]):
            return ANONYMOUS, False
        return mention.entity, self._is_outlet(mention.entity)

    def _is_outlet(self, identity: str) -> bool:
        actor = self._actors.get(identity)
        return actor is not None and (
            actor.state_media or actor.subtype in self._cues.outlet_subtypes
        )

    def _unlisted(
        self,
        line: _Line,
        head: str,
        core: str,
        span: tuple[int, int, int],
        inside: Sequence[tuple[int, int, Mention]],
        verb: str,
    ) -> tuple[str, bool] | None:
        """A head that no entity claims: a voice of one, a paper, an unnamed source, a name."""
        cues = self._cues
        start, core_end, end = span
        voice = _ends(cues.voices, core)
        paper = _ends(cues.documents, core)
        if voice or paper:
            of = [one for one in inside if one[0] >= core_end]
            own = [one for one in inside if one[1] <= core_end]
            if of and re.match(r" *(?:of|for|by|from)\b", line.outside[core_end:end]):
                return of[0][2].entity, False
            if own:
                return own[-1][2].entity, False
            known = self._heads.get(head.lower())
            return known or ANONYMOUS, False
        if _ends(cues.outlets, core):
            return ANONYMOUS, True
        if _ends(cues.unnamed, core):
            return ANONYMOUS, False
        names = [word for word in core.split() if word.lower() not in cues.titles]
        capital = bool(names) and names[-1][:1].isupper() and len(names) <= _LONG_NAME
        strong = verb in cues.free or not verb
        if capital and strong and verb not in cues.nominal and verb not in cues.soft:
            # A name that no entity claims: somebody speaks, and we cannot say which entity.
            return ANONYMOUS, False
        return None


def _ends(pattern: re.Pattern[str], phrase: str) -> bool:
    """Whether the phrase's last words are one of the pattern's."""
    last = None
    for last in pattern.finditer(phrase):
        pass
    return last is not None and last.end() == len(phrase.rstrip(" ."))
