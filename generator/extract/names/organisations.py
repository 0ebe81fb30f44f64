"""Which runs of capitalised words name an organisation.

The head noun decides, at the end ("Harlan Institute") or before a tail ("University of Leeds"),
or the last word of a company. A run of common words only, a gathering or a paper counts if
something beside it acts or belongs to it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec.structs import replace

from generator.extract.names.abbreviations import spelled_from, stands_for
from generator.extract.names.form import CAPITAL, RUN_OR_NUMBER, UnlistedName, last_word
from generator.extract.names.organisation_words import OF, OrganisationWords, Words
from generator.knowledge.base import KnowledgeBase
from generator.model import Sentence
from generator.text.phrases import Gated, anchors, pieces
from generator.text.starts import starting
from generator.text.tokens import fold
from generator.text.tries import alternation

_WORD = (
    rf"(?:(?:[{CAPITAL}]\.){{2,8}}|[{CAPITAL}]\w*(?:['’‑-](?!s\b)\w+)*"
    r"|\d{1,4}(?:st|nd|rd|th))"
)
_HYPHENED = rf"[{CAPITAL}]\w*(?:['’‑](?!s\b)\w+)*-(?!s\b)\w+(?:['’‑-](?!s\b)\w+)*"
_LINK = r"(?:of|for|and|&|on|de|des|du|der|für|of the|for the|on the|and the|de la)"
_RUN = re.compile(rf"(?<![\w-])(?:{_WORD}(?:[ \n](?:{_LINK}[ \n])?{_WORD}){{1,14}}|{_HYPHENED})")
"""Two words or more, or one with a hyphen: no other word names an organisation by itself."""
_PART = re.compile(r"[^ \n]+")
_ABBREVIATION = re.compile(r"[ \n]?\((?:the )?([A-Z][A-Za-z&-]{1,9})\)")
_BEFORE_SHORT = re.compile(rf"(?<![\w-])(?P<run>{_WORD}(?:[ \n](?:{_LINK}[ \n])?{_WORD}){{1,7}})$")
_SPELLED_OUT = re.compile(r"[ \n]\((?:the )?$")
_LIST_TAIL = re.compile(
    rf"(?:,[ \n][{CAPITAL}]\w+(?:[ \n][{CAPITAL}]\w+)?){{1,4}},?[ \n]and[ \n][{CAPITAL}]\w+"
    rf"(?![ \n-][{CAPITAL}])"
)
"""Behind the last word and before "said", not before a name: ", and Rupert Hentzau"."""
_SHORT_FORM = re.compile(
    rf"\.?[ \n]\((?:the )?[\"“]?(?P<short>[{CAPITAL}][\w-]+(?: [{CAPITAL}][\w-]+){{0,3}})[\"”]?\)"
)
"""A few words of a name, given in brackets behind it as what it will be called."""
_SUFFIX = re.compile(r"\.?,? (?:(?i:ltd|llc|inc|limited|pte|plc|bhd)\b(?!\w)|S\.A\.|a\.s\.|B\.V\.)")
"""The legal form after a comma: "Zenda Trade Co., Ltd."."""
_REACH = 60
_LAWFUL = 2
"""So many words before a legal form name a company though they are common: "New Eastern Co Ltd"."""
_PERSON = 3
"""Words of somebody's name whose last one is also the head of a body's."""
_POSSESSED = ("'s ", "’s ", "s' ", "s’ ")
_ORDINAL = re.compile(r"\d+(?:st|nd|rd|th)$")

_GOES_ON = re.compile(r"['’]s? (?:[A-Z]\w+ )?(?:Republic|Army|Party|Assembly)\b")
"""Behind a run that is only the beginning of a name: "the Democratic People|'s Republic"."""


class OrganisationFinder:
    """The cues of one knowledge base; stateless between documents."""

    def __init__(self, knowledge: KnowledgeBase) -> None:
        cues = knowledge.language.actors
        own = cues.organisations
        self._words = OrganisationWords(knowledge)
        self._weak = frozenset(own.weak)
        self._never = frozenset(own.never)
        self._vessels = frozenset(cues.persons.not_after)
        self._people = frozenset((*cues.persons.nouns, *cues.nationals)) - self._words.heads
        self._sure = frozenset(own.sure)
        self._tailed = frozenset(own.tailed)
        self._plants = frozenset(own.plants)
        self._sites = frozenset(own.sites)
        self._spatial = frozenset(cues.spatial)
        self._acts = re.compile(
            rf",?[ \n](?:(?:also|has|have|had|later|first)[ \n])?{alternation(own.acts)}\b"
        )
        belongs = alternation(own.belongs)
        self._belongs = re.compile(
            rf"(?:\b{belongs}|[{CAPITAL}][\w-]+,? (?:of|at|from|with))[ \n](?:[Tt]he[ \n])?$"
        )
        acts = alternation(own.bare_acts)
        bare = alternation(own.bare)
        article = alternation(own.with_article)
        self._bare = Gated(
            re.compile(
                rf"(?:(?:^|[.;,:“\"][ \n]?|\b(?:that|and|but|if|as|told|urged|asked|by)[ \n])"
                rf"(?P<bare>{bare})"
                rf"|(?<!\b(?:to|of|in|by|on|at)[ ])\b[Tt]he[ \n](?P<body>{article}))"
                rf"(?=[ \n]{acts}\b)"
            ),
            anchors((*own.bare, *own.with_article)),
        )
        self._acting = anchors(own.bare_acts)

    def find(self, sentence: Sentence) -> Iterator[UnlistedName]:
        """Organisations of one sentence, then the abbreviations defined beside them."""
        text = sentence.text
        may_end = not self._words.none_closes(text)
        for match in starting(_RUN, text, RUN_OR_NUMBER) if may_end else ():
            start = match.start()
            words = [
                (start + part.start(), start + part.end(), part.group())
                for part in _PART.finditer(match.group())
            ]
            if any(self._words.closes(fold(word)) for _, _, word in words):
                for part in self._words.split(words):
                    yield from self._one(sentence, part)
        if "(" in text:
            yield from self._defined(sentence)
        acts = self._acting is None or not self._acting.isdisjoint(pieces(text))
        for match in self._bare.finditer(text) if acts else ():
            group = "bare" if match.group("bare") else "body"
            yield self._name(sentence, match.start(group), match.end(group))

    def _defined(self, sentence: Sentence) -> Iterator[UnlistedName]:
        """A name without a head noun that acts behind its abbreviation: "the Zenda Seismic Array
        (ZSA) measured"."""
        text = sentence.text
        for short in _ABBREVIATION.finditer(text):
            run = _BEFORE_SHORT.search(text, max(0, short.start() - _REACH), short.start())
            if run is None or self._acts.match(text, short.end()) is None:
                continue
            start, end = run.span("run")
            words = run.group("run").split()
            if words[0] == "The":
                start += len(words.pop(0)) + 1
            headless = not any(self._words.closes(fold(word)) for word in words)
            named = len(words) > 1 and fold(words[-1]) not in self._never
            if headless and named and spelled_from(short.group(1), words):
                whole = self._name(sentence, start, end)
                yield whole
                yield self._name(sentence, *short.span(1), full=whole.name)

    def _one(self, sentence: Sentence, words: Words) -> Iterator[UnlistedName]:
        text = sentence.text
        words = self._words.cut(words)
        if not words:
            return
        start, end = words[0][0], words[-1][1]
        if _GOES_ON.match(text, end):
            return
        # "Ministry of Trade, Industry and Energy": the tail is a list.
        more = _LIST_TAIL.match(text, end)
        if more is not None and fold(words[0][2]) in self._tailed and len(words) > 2:
            end = more.end()
        suffix = _SUFFIX.match(text, end)
        if suffix is not None and fold(words[-1][2]) in self._words.corporate:
            end = suffix.end()
        short = _ABBREVIATION.match(text, end)
        defined = short is not None and stands_for(short.group(1), [item[2] for item in words])
        registered = suffix is not None and len(words) > _LAWFUL
        if not self._counts(text, words, defined=defined or registered):
            if self._is_paper(words):
                yield replace(self._name(sentence, start, end), shared=True)
            return
        whole = self._name(sentence, start, end)
        yield whole
        if defined and short is not None:
            yield self._name(sentence, *short.span(1), full=whole.name)
            return
        called = _SHORT_FORM.match(text, end)
        if called is not None and f" {called.group('short')} " in f" {whole.name} ":
            yield self._name(sentence, *called.span("short"), full=whole.name)
            return
        opening = _SPELLED_OUT.search(text, max(0, start - 8), start)
        if opening is not None and text[end : end + 1] == ")":
            before = re.search(r"\b[A-Z][A-Za-z&-]{1,9}$", text[: opening.start()][-12:])
            if before and stands_for(before.group(), [item[2] for item in words]):
                first = opening.start() - len(before.group())
                yield self._name(sentence, first, opening.start(), full=whole.name)

    def _counts(self, text: str, words: Words, *, defined: bool) -> bool:
        """Whether a run with a head noun names a body; ``defined``: an abbreviation stands for it.

        What it takes depends on the head noun: a company needs a first word of its own, a plant a
        place, a gathering or a paper something beside it that acts or belongs to it."""
        folded = [fold(item[2]) for item in words]
        last = folded[-1]
        tail = any(word in OF for word in folded[1:])
        if self._is_no_name(words, folded, tail=tail):
            return False
        start, end = words[0][0], words[-1][1]
        before, after = text[max(0, start - _REACH) : start], text[end : end + _REACH]
        own = [word for word, item in zip(folded, words, strict=True) if self._words.is_own([item])]
        headed = tail and folded[0] in self._words.heads  # "Centre for Zendan Logistics"
        if last in self._words.companies and last not in self._words.heads and not headed:
            return own[:1] == folded[:1] and not before.endswith(("-", "/"))
        if after.startswith(("-class", "-type")):
            return False
        if last_word(before) in self._people and len(words) == _PERSON and not (tail or defined):
            return False  # "a citizen Tsai Ming Yuan"
        beside = self._acts.match(after) is not None or self._belongs.search(before) is not None
        if last in self._plants:
            if folded[-2] in self._sites or not own:
                return False
            place = before.rstrip().removesuffix(" the").rsplit(" ", 1)[-1].lower()
            return beside or (len(folded) > 2 and place not in self._spatial)
        numbered = any(_ORDINAL.match(word) for word in folded) or (
            last in self._words.military and folded[0] in self._words.ordinals
        )
        possessed = before.endswith(_POSSESSED) and len(folded) > 1
        if not own and possessed and last in self._sure:
            return True  # "the navy's Operations Command"
        paper = last in self._weak and len(folded) > 2 and self._acts.match(after) is not None
        if not own and paper:
            return folded[0] not in self._words.openers  # "The Morning Sea Courier reported"
        if not own and not numbered:
            return self._common_words_count(folded, tail=tail, defined=defined)
        # "Zenda Harbour Data Services": with two words of its own it is no service of a state.
        weak = (last in self._weak and not (last == "services" and len(own) > 1)) or len(words) == 1
        if weak and not (tail or defined or numbered):
            return beside and folded[0] not in self._words.openers
        if own and all(word in self._words.states for word in own) and not tail and len(folded) < 3:
            # "Chinese Company", "Russian Fleet": the words of a language, not of a name.
            return defined or beside
        return True

    def _is_no_name(self, words: Words, folded: list[str], *, tail: bool) -> bool:
        """Words that never name a body, a ship ("HMS Victory"), one word without a hyphen, and
        words in capitals, which shout, except on a list of designated companies."""
        if folded[-1] in self._never and not tail:
            return True
        if folded[0] in self._vessels and words[0][2].isupper():
            return True
        if len(words) < 2 and "-" not in words[0][2]:
            return True
        shouted = all(item[2].isupper() and len(item[2]) > 1 for item in words)
        return shouted and folded[-1] not in self._words.corporate

    def _common_words_count(self, folded: list[str], *, tail: bool, defined: bool) -> bool:
        """Of a run of nobody's own words: "the Joint Fire Command", "Ministry of Public Order"."""
        if len(folded) > 2 and (
            folded[-1] in self._words.military
            or (folded[-1] in self._sure and folded[0] not in self._words.links)
            or (tail and folded[0] in self._tailed)
        ):
            return True
        return defined

    def _is_paper(self, words: Words) -> bool:
        """A paper that nobody quotes: no actor, but no city either ("the Strelsau Post")."""
        return len(words) > 1 and fold(words[-1][2]) in self._weak

    def _name(
        self, sentence: Sentence, start: int, end: int, *, full: str | None = None
    ) -> UnlistedName:
        return UnlistedName(
            start=sentence.start + start,
            end=sentence.start + end,
            sentence=sentence.id,
            type="organisation",
            name=full or " ".join(sentence.text[start:end].split()),
            again=full is not None,
        )
