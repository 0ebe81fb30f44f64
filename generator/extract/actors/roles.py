"""What the article itself says a person is, in its own words right beside the name.

An appositive after the name ("a former negotiator"), else the title before it. Nothing is
rephrased: the role is a slice of the sentence.
"""

from __future__ import annotations

import re

from generator.knowledge.base import KnowledgeBase
from generator.model import Mention
from generator.text.reading import Reading
from generator.text.tokens import fold, tokenise
from generator.text.tries import alternation

_LONGEST = 90
_MOST_WORDS = 7
_LONGEST_TITLE = 5
_END = re.compile(
    r"[,;:—–()\"“”?!]|\.(?=\s|$)|\b(?:who|which|whose|said|says|told|and was|has|had|was|is|will)\b"
)
_ABBREVIATION = re.compile(r"\b(?:[A-Z]\.)+|\b(?:[A-Z][a-z]{1,3}|Assoc|Assist)\.(?= [A-Z])")
_ARTICLE = re.compile(r"(?:an?|the|our|its|their|his|her|my|one of the|then) ")
_FIELDS = re.compile(r"\b(?:Minister|Secretary|Commissioner) (?:of|for) [A-Z][\w-]+$")
_MORE_FIELDS = re.compile(
    r"(?:, [A-Z][\w-]+(?: [A-Z][\w-]+)?){1,4},? and [A-Z][\w-]+(?: [A-Z][\w-]+)?(?=[,.;:]| who\b|$)"
)
"""The rest of an office of several fields: "Minister of Economy|, Trade and Industry|"."""
_LINKS = frozenset({"of", "at", "in", "for", "with"})
_INSIDE = frozenset({"of", "for", "and", "the", "&", "on"})
"""Small words inside an office in capitals."""
_HEAD_STOPS = frozenset(
    {"of", "at", "for", "in", "on", "with", "from", "to", "and", "by", "or", "as", "near", "that"}
)


class RoleReader:
    """The title words of one knowledge base."""

    def __init__(self, knowledge: KnowledgeBase) -> None:
        cues = knowledge.language.actors
        self._nouns = frozenset(cues.persons.nouns) | frozenset(cues.titles)
        self._tailed: set[tuple[str, ...]] = set()
        for office in cues.offices.values():
            for title in office.titles:
                words = tokenise(title).norms
                if "of" in words:
                    self._tailed.add(words)
                else:
                    self._nouns |= {words[-1]}
        self._honorifics = frozenset(cues.persons.honorifics)
        self._relations = frozenset(cues.persons.relations)
        self._small = frozenset(cues.persons.before_office) | frozenset(cues.office_prefixes)
        self._doing = frozenset(cues.persons.doing)
        self._calendar = frozenset(cues.calendar)
        self._states = frozenset(
            actor.id for actor in knowledge.actors.values() if actor.kind == "state"
        )
        verbs = knowledge.language.verbs
        self._stops = (
            frozenset(verbs.determiners)
            | frozenset(verbs.prepositions)
            | frozenset(verbs.subordinators)
            | frozenset(verbs.pronouns)
            | frozenset(verbs.be)
            | frozenset(verbs.have)
            | frozenset(cues.persons.verbs)
            | frozenset(cues.persons.shared_verbs)
            | {"and", "or", "but", "not", "so", "also", "yesterday", "today", "meanwhile"}
        ) - {"former", "joint"}
        chinese = cues.chinese
        self._chinese = re.compile(
            # "former" opens the words or stands behind a body; else it is "before": "选举前部长".
            rf"(?P<role>(?:(?:(?<!\w)|(?<=[据對对与與和由]))前)?[^{chinese.borders}\W\d_a-zA-Z]{{0,12}}"
            rf"(?:(?<=[党黨部局社厅廳])前)?{alternation(chinese.titles)})$"
        )
        korean = cues.korean
        self._korean_after = re.compile(
            rf" (?P<role>(?:[가-힣]{{1,8}} ){{0,3}}?[가-힣]{{0,6}}{alternation(korean.titles)})"
            rf"(?={alternation(korean.particles)}?(?:[\s,.“\"]|$))"
        )
        self._ending = re.compile(f"{alternation(korean.not_in_role)}$")
        self._korean_before = re.compile(
            rf"(?P<role>(?:[가-힣]{{1,7}} ){{0,2}}[가-힣]{{0,4}}{alternation(korean.before)}) $"
        )

    def beside(self, reading: Reading, mention: Mention) -> str | None:
        """The words that say who a person is, or None. At most 90 characters."""
        text = reading.sentence.text
        start = mention.start - reading.sentence.start
        end = mention.end - reading.sentence.start
        if not mention.surface[:1].isascii() and re.match("[一-鿿가-힣]", mention.surface):
            return self._eastern(reading, text, start, end)
        return self._after(text, end) or self._before(reading, mention)

    def _eastern(self, reading: Reading, text: str, start: int, end: int) -> str | None:
        before = text[max(0, start - 40) : start]
        found = self._chinese.search(before)
        if found is not None:
            begin = max(0, start - 40) + found.start("role")
            at = reading.sentence.start + begin
            # A sign that parts words may stand inside a name: "日|本首相".
            cut = next((one for one in reading.mentions if one.start < at < one.end), None)
            begin = cut.start - reading.sentence.start if cut is not None else begin
            return text[begin:start]
        found = self._korean_after.match(text[end : end + 60]) or self._korean_before.search(before)
        if found is None:
            return None
        words = found.group("role").split(" ")
        # "있으며 국무위 부장": what ends in a particle or an ending is no part of the office.
        ended = [at for at, word in enumerate(words[:-1], 1) if self._ending.search(word)]
        return " ".join(words[ended[-1] if ended else 0 :])

    def _after(self, text: str, end: int) -> str | None:
        rest = text[end : end + _LONGEST + 30]
        if not rest.startswith(", "):
            return None
        rest = rest[2:]
        if _HEAD_STOPS.intersection(rest.split(" ", 1)[:1]):
            return None
        masked = _ABBREVIATION.sub(lambda item: "x" * len(item.group()), rest)
        stop = _END.search(masked)
        # Without an end the phrase runs on: it would be cut in the middle.
        if stop is None and len(text) > end + len(rest) + 2:
            return None
        phrase = rest[: stop.start()] if stop else rest
        article = _ARTICLE.match(phrase)
        begin = article.end() if article else 0
        phrase = phrase[begin:].rstrip()
        more = _MORE_FIELDS.match(rest, stop.start()) if stop and _FIELDS.search(phrase) else None
        if more is not None:
            return phrase + more.group()
        head = ""
        for index, word in enumerate(phrase.split()):
            folded = fold(word)
            if index and folded in _HEAD_STOPS:
                break
            head = folded
        if head not in self._nouns or head in self._honorifics or len(phrase) > _LONGEST:
            return None
        if head in self._relations:
            return None
        # "Brandt, Minister Sato": the title of the next person.
        workplace = not _LINKS.isdisjoint(phrase.split())
        if article is None and re.search(r"\b[A-Z]\w+$", phrase) and not workplace:
            return None
        return phrase if stop is not None or text.endswith(phrase) else None

    def _before(self, reading: Reading, mention: Mention) -> str | None:
        tokens = reading.tokens
        first, _ = reading.place_of(mention)
        last = first
        while last > 0 and tokens.norms[last - 1] in self._honorifics and _joined(reading, last):
            last -= 1
        if last == 0 or not _joined(reading, last):
            return None
        head = self._head(tokens.norms, last)
        if head is None or tokens.norms[last - 1] in self._relations:
            return None
        position = self._begin(reading, head, last)
        if tokens.norms[position] == "'s":
            position += 1
        if position >= last:
            return None
        begin, end = tokens.starts[position], tokens.ends[last - 1]
        if reading.sentence.text[end : end + 1] == ".":
            end += 1
        return " ".join(reading.sentence.text[begin:end].split())

    def _head(self, norms: tuple[str, ...], last: int) -> int | None:
        """The first word of the title that ends before ``last``: "|Secretary| of State"."""
        for size in range(_LONGEST_TITLE, 2, -1):
            if norms[max(0, last - size) : last] in self._tailed:
                return last - size
        return last - 1 if norms[last - 1] in self._nouns else None

    def _begin(self, reading: Reading, head: int, last: int) -> int:
        """The first token of the office of which ``head`` is a word and that ends before
        ``last``."""
        tokens = reading.tokens
        named = {
            at: mention
            for mention in reading.mentions
            if mention.kind in {"actor", "place"}
            for at in range(*reading.place_of(mention))
        }
        verbs = {
            at
            for one in reading.predicates
            if not one.is_noun and tokens.raws[one.first].islower()
            for at in range(one.group, one.last)
        }
        office = tokens.raws[head][:1].isupper()
        position, owned = head, False
        while position > 0 and last - position < _MOST_WORDS:
            gap, word, raw = (
                tokens.gap(position),
                tokens.norms[position - 1],
                tokens.raws[position - 1],
            )
            if office and word in _INSIDE and gap == " " and position > 1:
                begin = self._joined_fields(reading, position, named)
                if begin is not None:
                    position = begin
                    continue
            # "Ruritania's defence minister": the owner belongs to the title, its 's as well.
            if gap not in {" ", "-", "", ".", ". "} or (gap[:1] == "." and len(word) > 1):
                break
            if word in self._stops or word.endswith("ly") or word in self._calendar:
                break
            if word == "'s" and owned:
                break  # "Ruritania's former Elphberg minister": a title has one owner
            if raw.islower() and gap != "-" and self._opens(word, office=office):
                break
            if position - 1 in verbs:
                break
            mention = named.get(position - 1)
            owned = owned or (mention is not None and mention.entity in self._states)
            position -= 1
        return position

    def _opens(self, word: str, *, office: bool) -> bool:
        """Whether a small word stands before an office and is no part of it: "APPOINT former
        Justice Minister", "QUOTING admiral"."""
        if word in self._small:
            return False
        if office:
            return word != "'s"
        doing = word.endswith("ing") and word not in self._doing
        return doing or (word.endswith("ed") and word != "retired")

    def _joined_fields(
        self, reading: Reading, position: int, named: dict[int, Mention]
    ) -> int | None:
        """Where the fields of an office begin whose last one stands at ``position``: "Trade and
        |Industry Minister|", "Joint Chiefs of |Staff Chairman|". Somebody's name is no field."""
        tokens = reading.tokens
        link, at = position - 1, position - 2
        if not tokens.raws[position][:1].isupper() or tokens.gap(link) != " ":
            return None
        if tokens.norms[link] == "the":
            if at < 1 or tokens.norms[at] != "of":
                return None
            link, at = at, at - 1
        if not tokens.raws[at][:1].isupper() or tokens.norms[at] in self._calendar:
            return None
        if tokens.norms[link] in {"of", "for", "on"}:
            return at if tokens.norms[at] not in self._stops else None
        if at in named or tokens.norms[at] in self._stops or tokens.norms[at] in self._nouns:
            return None
        while (
            at > 0
            and tokens.gap(at) == ", "
            and tokens.raws[at - 1][:1].isupper()
            and at - 1 not in named
            and position - at < 2 * _MOST_WORDS
        ):
            at -= 1
        return at


def _joined(reading: Reading, index: int) -> bool:
    """Only a space, or the full stop of an abbreviation, before a token."""
    gap = reading.tokens.gap(index)
    return gap == " " or (gap == ". " and len(reading.tokens.norms[index - 1]) <= 4)
