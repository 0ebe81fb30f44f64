"""Which words of the sentence belong to an event: where its clause ends, what is printed of it."""

from __future__ import annotations

from generator.extract.events.extent import in_clock
from generator.model import DateExpression
from generator.text.inflection import spellings
from generator.text.reading import Reading
from generator.text.syntax.grammar import Grammar, Predicate
from generator.text.tokens import tokenise

_JOINING = frozenset({"and", "but"})
_STARTERS = frozenset(
    {"the", "a", "an", "'s", "and", "of", "by", "with", "its", "their", "in", "to"}
)
_MOST_WORDS = 26
_ADJECTIVES = 5
_LONGEST_SUBJECT = 14
_CARRIERS = frozenset({
    "has", "have", "had", "is", "are", "was", "were", "will", "would", "may", "might", "could",
    "can", "should", "must", "did", "does", "do", "also",
})  # fmt: skip
"""Words that open the verb of a new clause after its subject."""
_SEEN = frozenset({"attends", "inspects"})
_NEAR = 8
_SUBJECT_WITHIN = 5
_QUOTES = ('"', "“", "”")
_LEADS = frozenset({"the", "a", "an", "its", "their", "two", "three", "four", "several"})
_RELATIVE = frozenset({"which", "that", "who"})


class Wording:
    """The rules for one grammar."""

    def __init__(self, grammar: Grammar) -> None:
        cues = grammar.cues
        self._auxiliaries = grammar.auxiliaries - {"s"}
        self._prepositions = grammar.prepositions
        self._adverbs = grammar.adverbs
        self._articles = grammar.determiners | {"'s"}
        self._pronouns = grammar.pronouns
        self._pasts = frozenset(forms.split()[0] for forms in cues.irregular.values()) - {"be"}
        self._occurring = frozenset(
            word for verb in cues.occurring for _, word in spellings(verb, cues.irregular)
        )
        self._telling = frozenset(cues.backshifting) | {"says", "claims", "that", "announces"}

    def of(self, predicate: Predicate, reading: Reading, *, led: bool) -> str:
        """The source's words from the verb, or from the noun with its adjectives, to the end of its
        clause. Where no actor is found for a page to print before them (``led`` is false), they
        begin with the weapon that is the subject. Words cut for length end in an ellipsis."""
        tokens = reading.tokens
        first, last = self._span(predicate, reading, led=led)
        cut = last < len(tokens) and last - first >= _MOST_WORDS
        text = _shown(first, last, reading)
        if text.count('"') % 2:
            text += '"'
        if text.count("“") > text.count("”"):
            text += "”"
        return f"{text} …" if cut else text

    def dates(
        self, predicate: Predicate, reading: Reading, dates: list[DateExpression]
    ) -> list[DateExpression]:
        """The dates that may be those of a deed. That of a visit or of sanctions stands in the
        noun's own phrase, or behind a verb that only says that it took place: "the sanctions
        expire in May" tells no day on which they were imposed. Nor is the day on which a test is
        condemned that of the test: what stands before another verb belongs to that verb."""
        if not predicate.is_noun or not dates:
            return dates
        if predicate.frame.object == "weapon":
            return [date for date in dates if not _of_another(date, predicate, reading)]
        first, last = self._span(predicate, reading, led=True)
        tokens, offset = reading.tokens, reading.sentence.start
        behind = next((word for word in tokens.norms[last:] if word not in self._auxiliaries), "")
        if behind in self._occurring:
            return dates
        low, high = tokens.starts[first], tokens.ends[last - 1]
        return [date for date in dates if low <= date.start - offset < high]

    def _span(self, predicate: Predicate, reading: Reading, *, led: bool) -> tuple[int, int]:
        """First token of the words and the index behind the last."""
        tokens = reading.tokens
        first = self._first(predicate, reading, led=led)
        last = max(predicate.last, first + 1)
        opened = _quotes(reading, first, last)
        named = reading.between(predicate.last, predicate.last + 1) == ("of",)
        noun = predicate.is_noun or (predicate.form == "gerund" and named)
        phrase = predicate.carried is None and (noun or _reduced(predicate))
        while last < len(tokens) and last - first < _MOST_WORDS:
            between = tokens.gap(last)
            gap = set(between)
            if gap & {";", ":", "(", ")", "—"} and not in_clock(last, reading):
                break
            raw = reading.text_between(last, last)
            if _closes(raw, opened=opened):
                break
            opened = opened != (sum(raw.count(mark) for mark in _QUOTES) % 2 == 1)
            if tokens.norms[last] in _JOINING and (
                self._new_clause(last + 1, reading)
                or (last > predicate.last + 2 and _past(last + 1, reading))
            ):
                break
            # A comma without a space stands inside a number.
            if "," in gap and between != "," and not _continues(last, reading):
                break
            if tokens.norms[last : last + 2] == ("according", "to"):
                break
            if phrase and self._verb_at(last, reading):
                break
            last += 1
        return first, last

    def _first(self, predicate: Predicate, reading: Reading, *, led: bool) -> int:
        tokens = reading.tokens
        first = _noun_start(predicate, reading) if predicate.is_noun else predicate.group
        if predicate.carried is not None:
            first = predicate.carried
        if first < predicate.first and tokens.norms[first] == "to":
            first = predicate.first
        if predicate.passive or predicate.frame.receiving:
            return self._clause_start(first, predicate, reading)
        return first if led else _subject_start(first, reading)

    def _clause_start(self, first: int, predicate: Predicate, reading: Reading) -> int:
        """Where the clause of a passive begins: its subject is what it was done to. "Which"
        leads on to what it stands for."""
        tokens = reading.tokens
        start = first
        bare = _reduced(predicate)
        while start and first - start < _LONGEST_SUBJECT:
            gap = tokens.gap(start)
            word = tokens.norms[start - 1]
            if bare and start < first and tokens.norms[start] in _LEADS:
                break  # "and THE drill staged by Ruritania"
            if word in _RELATIVE:
                return _antecedent(start - 1, reading)
            if (gap.strip(" '-’") and gap != ",") or word in self._telling:
                break
            start -= 1
        if start and first - start >= _LONGEST_SUBJECT:
            return _subject_start(first, reading)  # no words from the middle of a name
        while start < first and tokens.norms[start] in _JOINING:
            start += 1
        return start

    def _verb_at(self, index: int, reading: Reading) -> bool:
        """Whether the verb whose subject a noun is begins at a token: "his visit to Strelsau LED
        to protests". A participle does no harm here: the phrase only ends sooner."""
        word, before = reading.tokens.norms[index], reading.tokens.norms[index - 1]
        if reading.tokens.gap(index).endswith(("-", "‑")):
            return False  # "by Ruritania-backed rebels"
        low = reading.tokens.raws[index].islower()  # "in May" is no modal
        if low and word in self._auxiliaries | self._pasts | self._telling:
            return True
        if low and word in self._occurring and word.endswith("s"):
            return True  # "the latest launch COMES a day after"
        if before in self._articles or before.endswith("ly"):
            return False
        if word.endswith("ed") and before not in self._adverbs | self._prepositions:
            return True
        if not reading.tokens.raws[index].islower() or reading.tokens.gap(index) != " ":
            return False
        kinds = {
            item.kind
            for item in reading.mentions
            if item.rule != "demonym" and reading.place_of(item)[1] == index
        }
        formed = word.endswith(("s", "ed")) or "actor" in kinds  # "from the Zenda AREA"
        named = not kinds.isdisjoint({"actor", "place"})
        return named and formed and word not in self._prepositions | self._adverbs | _JOINING

    def _new_clause(self, index: int, reading: Reading) -> bool:
        """Whether a stated verb, or a subject followed by one, begins right after "and"."""
        subjects = [
            reading.place_of(item)[1]
            for item in reading.mentions
            if item.kind == "actor" and reading.place_of(item)[0] in {index, index + 1}
        ]
        begins = {index, *subjects, *(end + 1 for end in subjects)}
        norms = reading.tokens.norms
        verbs = _CARRIERS | self._pasts | (self._telling - {"that"})
        if any(norms[end : end + 1] and norms[end] in verbs for end in subjects):
            return True
        if any(
            item.group in begins and item.form in {"past", "third", "gerund"} and not item.is_noun
            for item in reading.predicates
        ):
            return True
        if norms[index : index + 1] and norms[index] in self._pasts | self._telling:
            return True
        if not norms[index : index + 1] or norms[index] not in self._articles | self._pronouns:
            return False
        for at in range(index + 1, min(index + _SUBJECT_WITHIN, len(norms))):
            if norms[at] in self._prepositions or set(reading.tokens.gap(at)) - set(" -'"):
                return False
            if norms[at] in self._auxiliaries | self._pasts | (self._telling - {"that"}):
                return True
            if norms[at].endswith("ed") and norms[at - 1] not in self._articles:
                return True
        return False


def _of_another(date: DateExpression, predicate: Predicate, reading: Reading) -> bool:
    """ "On Friday the ministry CONDEMNED the test": the day is not that of the test, as it is in
    "on Friday he attended the test"."""
    at = reading.tokens.at(date.start - reading.sentence.start)
    return predicate.carried is None and any(
        at < one.first < predicate.first and not one.is_noun and one.frame.type not in _SEEN
        for one in reading.predicates
    )


def _past(index: int, reading: Reading) -> bool:
    """ "expressed her willingness to talk and HOPED": a second verb."""
    return index < len(reading.tokens) and reading.tokens.norms[index].endswith("ed")


def _reduced(predicate: Predicate) -> bool:
    """ "objects fired by Ruritania fell": the participle only describes the subject of a verb."""
    return predicate.passive and predicate.group == predicate.first


def _quotes(reading: Reading, first: int, last: int) -> bool:
    """Whether the words so far open a quotation and do not close it."""
    text = reading.words(first, last)
    return sum(text.count(mark) for mark in _QUOTES) % 2 == 1


def _closes(gap: str, *, opened: bool) -> bool:
    """Whether a gap closes a quotation that began before the words."""
    if opened or not any(mark in gap for mark in _QUOTES):
        return False
    return "”" in gap or "," in gap or gap[:1] == '"'


def _antecedent(index: int, reading: Reading) -> int:
    """The first word of the weapon that "which" stands for, or the word behind "which"."""
    starts = [
        reading.place_of(item)[0]
        for item in reading.mentions
        if item.kind == "weapon" and reading.place_of(item)[1] == index
    ]
    return min(starts, default=index + 1)


def _noun_start(predicate: Predicate, reading: Reading) -> int:
    """First of the adjectives before a noun: after the owner, an article or a comma."""
    tokens = reading.tokens
    ends = {reading.place_of(item)[1] for item in reading.mentions if item.kind == "actor"}
    first = predicate.first
    while first and predicate.first - first < _ADJECTIVES:
        before = tokens.norms[first - 1]
        if first in ends or before in _STARTERS or set(tokens.gap(first)) - set(" -'’"):
            break
        first -= 1
    return first


def _subject_start(first: int, reading: Reading) -> int:
    starts = [
        reading.place_of(item)[0]
        for item in reading.mentions
        if item.kind == "weapon"
        and 0 <= first - reading.place_of(item)[1] <= _NEAR
        and (
            reading.place_of(item)[1] == first
            or "," not in reading.text_between(reading.place_of(item)[1], first)
        )
    ]
    return min(starts, default=first)


def _shown(first: int, last: int, reading: Reading) -> str:
    """The words as displayed, if the repairs of the sentence left its words alone."""
    sentence = reading.sentence
    if sentence.display != sentence.text:
        shown = tokenise(sentence.display)
        if shown.norms == reading.tokens.norms and first < last:
            return sentence.display[shown.starts[first] : shown.ends[last - 1]]
    return " ".join(reading.words(first, last).split())


def _continues(index: int, reading: Reading) -> bool:
    """Whether the words after a comma go on with a list of names, which ends in "and"."""
    word = reading.tokens.norms[index]
    joined = word in {"and", "or"}
    step = 1 if joined else 0
    ends = [
        reading.place_of(item)[1]
        for item in reading.mentions
        if reading.place_of(item)[0] == index + step
        or (reading.place_of(item)[0] == index + step + 1 and _leads(index + step, reading))
    ]
    if not ends or any(
        index <= item.first <= index + 4 and not item.is_noun for item in reading.predicates
    ):
        return False
    return joined or any(
        reading.tokens.norms[end : end + 1] in {("and",), ("or",)}
        or (end < len(reading.tokens) and _continues_after(end, reading))
        for end in ends
    )


def _leads(index: int, reading: Reading) -> bool:
    word = reading.tokens.norms[index]
    return word in _LEADS or word.isdigit()


def _continues_after(end: int, reading: Reading) -> bool:
    """ "the Dart-1, the Dart-2, the Dart-3 and the Dart-4": one more comma, and a name."""
    if "," not in reading.tokens.gap(end):
        return False
    step = 1 if reading.tokens.norms[end] in {"and", "or"} else 0
    return any(
        end + step <= reading.place_of(item)[0] <= end + step + 1 for item in reading.mentions
    )
