"""A shallow reading of English verbs: which words report something, and in what mood.

Decides for every frame word in a sentence whether it is a verb or a noun, and whether it is
stated, negated, planned, merely possible or conditional. There is no parse tree: subjects and
objects are found by position, with the traps that matter here (passives, infinitives,
participles, "X's sister Y") handled by rule.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from generator.knowledge.cues.verbs import Frame, VerbCues
from generator.text.inflection import Form, inflect, spellings, third
from generator.text.tokens import Tokens, tokenise

Mood = Literal["stated", "planned", "possible", "obliged", "negated", "conditional"]

_LOOK_BACK = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class Predicate:
    """A frame word at work. ``first`` and ``last`` (exclusive) index the sentence's tokens;
    ``group`` is where its auxiliaries begin."""

    frame: Frame
    lemma: str
    form: Form
    mood: Mood
    passive: bool
    group: int
    first: int
    last: int
    modal: str = ""

    @property
    def is_noun(self) -> bool:
        return self.form == "noun"

    @property
    def is_east_asian(self) -> bool:
        return self.form == "east-asian"


@dataclass(frozen=True, slots=True)
class _Entry:
    frame: Frame
    lemma: str
    form: Form
    rest: tuple[str, ...]


class Grammar:
    """The verb cues, compiled. Stateless after construction."""

    def __init__(self, cues: VerbCues) -> None:
        self.cues = cues
        self.be = frozenset(cues.be)
        self.have = frozenset(cues.have)
        self.do = frozenset(cues.do)
        self.future = frozenset(cues.future)
        self.possible = frozenset(cues.possible)
        self.obliged = frozenset(cues.obliged)
        self.negations = frozenset(cues.negations)
        self.adverbs = frozenset(cues.adverbs)
        self.determiners = frozenset(cues.determiners)
        self.prepositions = frozenset(cues.prepositions)
        self.conditionals = frozenset(word for word in cues.conditionals if " " not in word)
        self.pronouns = frozenset(cues.pronouns)
        self.intending = frozenset(cues.intending)
        self.unable = frozenset(cues.unable)
        self.light = frozenset(cues.light)
        self.modals = self.future | self.possible | self.obliged
        self.auxiliaries = self.be | self.have | self.do | self.modals
        self._entries: dict[str, list[_Entry]] = {}
        for frame in cues.frames:
            for verb in frame.verbs:
                self._add_verb(frame, verb)
            for noun in frame.nouns:
                self._add_noun(frame, noun)
            for text in frame.east_asian:
                words = tokenise(text).norms
                entry = _Entry(frame, text, "east-asian", words[1:])
                self._entries.setdefault(words[0], []).append(entry)
        for entries in self._entries.values():
            entries.sort(key=lambda entry: -len(entry.rest))

    def _add_verb(self, frame: Frame, verb: str) -> None:
        words = tokenise(verb).norms
        # "test-fire": the last part of a hyphenated verb takes the ending.
        hyphenated = "-" in verb.split(" ", maxsplit=1)[0]
        head = words[1] if hyphenated else words[0]
        for form, word in spellings(head, self.cues.irregular):
            if hyphenated:
                entry = _Entry(frame, verb, form, (word, *words[2:]))
                self._entries.setdefault(words[0], []).append(entry)
            else:
                entry = _Entry(frame, verb, form, tuple(words[1:]))
                self._entries.setdefault(word, []).append(entry)

    def _add_noun(self, frame: Frame, noun: str) -> None:
        words = tokenise(noun).norms
        last_plural = [*words[:-1], third(words[-1])]
        variants = [words] if words[-1] in self.prepositions else [words, tuple(last_plural)]
        if words[-1] in self.prepositions and len(words) > 1:
            variants.append((third(words[0]), *words[1:]))
        for variant in variants:
            entry = _Entry(frame, noun, "noun", tuple(variant[1:]))
            self._entries.setdefault(variant[0], []).append(entry)

    def predicates(
        self, tokens: Tokens, *, name_ends: Collection[int] = ()
    ) -> tuple[Predicate, ...]:
        """Frame words of a sentence in order. ``name_ends`` are the token indices just after
        names of actors: a base form right after one is a verb."""
        found: list[Predicate] = []
        taken = -1
        for index, norm in enumerate(tokens.norms):
            if index < taken or norm not in self._entries:
                continue
            predicates = list(self._at(tokens, index, name_ends))
            if predicates:
                found.extend(predicates)
                taken = max(predicate.last for predicate in predicates)
        return tuple(found)

    def _at(self, tokens: Tokens, index: int, name_ends: Collection[int]) -> Iterator[Predicate]:
        best = 0
        for entry in self._entries[tokens.norms[index]]:
            last = index + 1 + len(entry.rest)
            if tokens.norms[index + 1 : last] != entry.rest or len(entry.rest) < best:
                continue
            predicate = self._read(tokens, index, last, entry, name_ends)
            if predicate is not None:
                best = max(best, len(entry.rest))
                yield predicate

    def _read(
        self, tokens: Tokens, first: int, last: int, entry: _Entry, name_ends: Collection[int]
    ) -> Predicate | None:
        norms = tokens.norms
        if entry.form == "east-asian":
            return Predicate(
                frame=entry.frame,
                lemma=entry.lemma,
                form="east-asian",
                mood=self._east_asian_mood(tokens, first, last),
                passive=False,
                group=first,
                first=first,
                last=last,
            )
        group = self._group_start(tokens, first)
        chain = norms[group:first]
        after_name = first in name_ends or (first and norms[first - 1] in self.pronouns)
        infinitive = bool(chain) and chain[-1] == "to"
        supported = any(word in self.auxiliaries for word in chain)
        if entry.form == "noun":
            verbal = supported or infinitive or (after_name and norms[first - 1] != "'s")
            if verbal and (entry.lemma in entry.frame.verbs or not entry.rest):
                return None
            mood = self.noun_mood(norms, first)
            around = (*norms[max(0, first - 9) : first], *self._until_verb(norms, first + 1))
            modal = next((word for word in around if word in self.modals), "")
            return Predicate(
                frame=entry.frame,
                lemma=entry.lemma,
                form="noun",
                mood=mood,
                modal=modal,
                passive=False,
                group=first,
                first=first,
                last=last,
            )
        if entry.form in {"base", "third"} and entry.lemma.split()[0] != "be":
            modal_or_do = any(word in self.modals or word in self.do for word in chain)
            if not (modal_or_do or infinitive or after_name):
                return None
            if first and norms[first - 1] == "'s":
                return None
        if (
            entry.form in {"past", "participle"}
            and first
            and not supported
            and norms[first - 1] in self.determiners
        ):
            return None
        if entry.form == "participle" and entry.lemma.split()[0] not in self.cues.irregular:
            return None  # regular verbs: the past entry already stands for both
        passive = (
            entry.form in {"past", "participle"}
            and any(word in self.be for word in chain)
            and not entry.frame.intransitive
        )
        if entry.form == "participle" and not supported and not passive and _distinct(entry, self):
            passive = True
        mood, modal = self._mood(norms, group, chain, infinitive=infinitive)
        return Predicate(
            frame=entry.frame,
            lemma=entry.lemma,
            form=entry.form,
            mood=mood,
            passive=passive,
            group=group,
            first=first,
            last=last,
            modal=modal,
        )

    def _group_start(self, tokens: Tokens, first: int) -> int:
        """Walk left over auxiliaries, "to" and adverbs that belong to the verb."""
        norms = tokens.norms
        start = first
        position = first - 1
        while position >= 0 and first - position <= _LOOK_BACK:
            word = norms[position]
            gap = tokens.gap(position + 1)
            if gap.strip(" '-"):
                break
            if word in self.auxiliaries or word == "to" or word in self.negations or word == "t":
                start = position
            elif not (word in self.adverbs or word.endswith("ly")):
                break
            position -= 1
        return start

    def _mood(
        self, norms: tuple[str, ...], group: int, chain: tuple[str, ...], *, infinitive: bool
    ) -> tuple[Mood, str]:
        before = norms[max(0, group - 4) : group]
        modal = next((word for word in chain if word in self.modals), "")
        if any(word in self.negations for word in chain):
            return "negated", modal
        if infinitive and any(word in self.negations for word in before):
            return "negated", modal
        if chain and chain[0] == "be" and not modal and not infinitive:
            # "will begin trials and be delivered": the modal stands before the first verb.
            modal = next((word for word in reversed(norms[:group]) if word in self.modals), "will")
        if any(word in self.conditionals for word in norms[max(0, group - 8) : group]):
            return "conditional", modal
        if modal in self.possible:
            return "possible", modal
        if modal in self.obliged:
            return "obliged", modal
        if modal in self.future:
            return "planned", modal
        if infinitive:
            if any(word in self.unable for word in before[-2:]):
                return "negated", modal
            if any(word in self.intending for word in before):
                return "planned", modal
            if chain and chain[0] in self.be:
                return "planned", modal
        return "stated", modal

    def _east_asian_mood(self, tokens: Tokens, first: int, last: int) -> Mood:
        start = tokens.starts[max(0, first - 6)]
        end = tokens.ends[min(len(tokens), last + 8) - 1]
        near = tokens.text[start:end]
        for mood, words in self.cues.east_asian_moods.items():
            if any(word in near for word in words):
                return mood
        return "stated"

    def _until_verb(self, norms: tuple[str, ...], first: int) -> tuple[str, ...]:
        """Words after a noun up to its own verb: a modal among them sets the mood."""
        for index in range(first, min(len(norms), first + 9)):
            word = norms[index]
            if word in self.modals:
                return norms[first : index + 1]
            if word in self.be or word in self.have or word in self.do or word in self.pronouns:
                break
        return ()

    def noun_mood(self, norms: tuple[str, ...], first: int) -> Mood:
        before = norms[max(0, first - 9) : first]
        after = self._until_verb(norms, first + 1)
        if any(word in self.possible for word in (*before, *after)):
            return "possible"
        if any(word in self.conditionals for word in before):
            return "conditional"
        if any(word in self.future for word in (*before, *after)) or "planned" in before[-3:]:
            return "planned"
        if any(word in self.negations for word in before[-4:]):
            return "negated"
        if any(
            word == "to" and following in self.light for word, following in pairwise(before[-5:])
        ):
            return "planned"
        return "stated"


def _distinct(entry: _Entry, grammar: Grammar) -> bool:
    forms = inflect(entry.lemma.split()[0], grammar.cues.irregular)
    return forms["past"] != forms["participle"]
