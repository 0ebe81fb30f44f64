"""A shallow reading of English verbs: which words report something, and in what mood.

Decides for every frame word in a sentence whether it is a verb or a noun, and whether it is
stated, negated, planned, merely possible or conditional. There is no parse tree: subjects and
objects are found by position, with the traps that matter here (passives, infinitives,
participles, "X's sister Y") handled by rule.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence

from msgspec import Struct
from msgspec.structs import replace

from generator.knowledge.cues.verbs import Frame, VerbCues
from generator.text.inflection import Form, inflect
from generator.text.syntax.carriers import Carriers
from generator.text.syntax.entries import Entry, entries_of
from generator.text.syntax.moods import Moods
from generator.text.syntax.unfulfilled import Mood
from generator.text.syntax.verbhood import Verbhood, behind_arms
from generator.text.tokens import Tokens

_LOOK_BACK = 6
_CHAINED = 3
_BEHIND = 3


class Predicate(Struct, frozen=True, kw_only=True):
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
    carried: int | None = None
    """Token of the verb that says a noun was done: "CONDUCTED a missile test"."""

    @property
    def is_noun(self) -> bool:
        return self.form == "noun"

    @property
    def is_state(self) -> bool:
        """Said of a weapon after "be": in service, on show."""
        return self.lemma in self.frame.states

    @property
    def is_east_asian(self) -> bool:
        return self.form == "east-asian"


class Grammar:
    """The verb cues, compiled. Stateless after construction."""

    def __init__(self, cues: VerbCues) -> None:
        self.cues = cues
        self.moods = Moods(cues)
        self.adverbs = frozenset(cues.adverbs)
        self.determiners = frozenset(cues.determiners)
        self.prepositions = frozenset(cues.prepositions)
        self._leading = {(word,) for word in cues.prepositions}
        self.pronouns = self.moods.pronouns
        self.telling = frozenset(cues.telling)
        self.modals = self.moods.modals
        self.auxiliaries = self.moods.auxiliaries
        self._carriers = Carriers(cues)
        self._participles = frozenset(forms.split()[1] for forms in cues.irregular.values())
        self._verbhood = Verbhood(cues, self.moods)
        self.copulas = self.moods.be | frozenset(cues.copulas)
        self._entries = entries_of(cues)

    def told_apart(self, tokens: Tokens) -> Tokens:
        """ "next May" is no modal: a capital inside the sentence makes it the month. And "won" is
        half of "won't" only before its "t"."""
        norms, contracted = tokens.norms, self.moods.contracted
        if "may" not in norms[1:] and contracted.isdisjoint(norms):
            return tokens
        told = tuple(_told(tokens, at, contracted) for at in range(len(norms)))
        return replace(tokens, norms=told)

    def predicates(
        self,
        tokens: Tokens,
        *,
        name_ends: Collection[int] = (),
        weapon_ends: Collection[int] = (),
    ) -> tuple[Predicate, ...]:
        """Frame words of a sentence in order. ``name_ends`` are the token indices just after
        names of actors: a base form right after one is a verb. ``weapon_ends`` are the same for
        weapons, which sail and fly: "the carrier sails through"."""
        tokens = self.told_apart(tokens)
        found: list[Predicate] = []
        taken = -1
        asks = tokens.text.rstrip(" \"”’'").endswith(("?", "？"))
        for index, norm in enumerate(tokens.norms):
            if index < taken or norm not in self._entries:
                continue
            begun = self._entries[norm]
            second = tokens.norms[index + 1] if index + 1 < len(tokens.norms) else ""
            entries = begun[second if second in begun else ""]
            if predicates := self._at(tokens, index, entries, name_ends, weapon_ends):
                found += predicates
                taken = max([predicate.last for predicate in predicates])
        if asks:
            found = [
                replace(one, mood="possible") if one.mood == "stated" else one for one in found
            ]
        return tuple(found)

    def _at(
        self,
        tokens: Tokens,
        index: int,
        entries: Sequence[Entry],
        name_ends: Collection[int],
        weapon_ends: Collection[int],
    ) -> list[Predicate]:
        best, found = 0, list[Predicate]()
        for entry in entries:
            last = index + 1 + len(entry.rest)
            rest = entry.rest
            if (rest and tokens.norms[index + 1 : last] != rest) or len(rest) < best:
                continue
            doing = entry.form == "third" or (entry.form == "base" and len(rest) > 0)
            moves = doing and entry.frame.intransitive and index in weapon_ends
            moves = moves and (rest != () or tokens.norms[last : last + 1] in self._leading)
            ends = weapon_ends if moves else name_ends
            bare = (
                entry.form == "gerund"
                and index in weapon_ends
                and behind_arms(tokens, last, entry.frame)
            )
            read = Entry(entry.frame, entry.lemma, "noun", rest) if bare else entry
            predicate = self._read(tokens, index, last, read, ends)
            if predicate is not None:
                best = max(best, len(entry.rest))
                found.append(predicate)
        return found

    def _read(
        self, tokens: Tokens, first: int, last: int, entry: Entry, name_ends: Collection[int]
    ) -> Predicate | None:
        norms = tokens.norms
        if entry.form == "east-asian":
            return self._eastern(tokens, first, last, entry)
        if self._verbhood.joined(tokens, first, form=entry.form, frame=entry.frame):
            return None
        group = self.group_start(tokens, first)
        chain = norms[group:first]
        after_name = self._verbhood.after_name(tokens, first, entry.form, name_ends)
        infinitive = "to" in chain
        supported = not self.auxiliaries.isdisjoint(chain)
        if entry.form == "noun":
            state = entry.lemma in entry.frame.states
            verbal = (supported and chain[-1] not in self.determiners) or infinitive
            verbal = verbal or after_name
            if verbal and not state and (entry.lemma in entry.frame.verbs or not entry.rest):
                return None
            if self._verbhood.part_of_name(tokens, first, last, entry.frame):
                return None
            if entry.lemma.endswith("ing") and self._verbhood.takes_object(tokens, first, last):
                return None
            mood, modal = self.moods.noun(norms, first, last)
            carried = (
                self._carriers.before(tokens, first) if entry.frame.object == "weapon" else None
            )
            found = _predicate(entry, mood=mood, modal=modal, group=first, first=first, last=last)
            return found if carried is None else replace(found, carried=carried)
        if not self._verbhood.holds(
            tokens,
            (first, last),
            chain,
            frame=entry.frame,
            lemma=entry.lemma,
            form=entry.form,
            after_name=after_name,
        ):
            return None
        passive = (
            entry.form in {"past", "participle"}
            and any(word in self.moods.be for word in chain)
            and not entry.frame.intransitive
        )
        if entry.form == "participle" and not supported and not passive and _distinct(entry, self):
            passive = True
        done = entry.form in {"past", "participle"}
        if not supported and done and norms[last : last + 1] == ("by",):
            passive = True  # "drones launched by Ruritania"
        if entry.form == "gerund" and norms[last : last + 1] == ("of",):
            mood, modal = self.moods.noun(norms, first, last)  # "the formal commissioning of"
            return _predicate(entry, mood=mood, modal=modal, group=group, first=first, last=last)
        shared = self._shared(tokens, first) if group == first and entry.form != "gerund" else ()
        mood, modal = self.moods.verb(norms, group, chain or shared)
        if infinitive or entry.form == "gerund":
            mood = self.moods.unfulfilled.mood(mood, norms, (group, first), entry.frame)
        return _predicate(
            entry, mood=mood, modal=modal, passive=passive, group=group, first=first, last=last
        )

    def _eastern(self, tokens: Tokens, first: int, last: int, entry: Entry) -> Predicate | None:
        behind = tokens.text[tokens.ends[last - 1] :][:_BEHIND]
        torn = " " in tokens.text[tokens.starts[first] : tokens.ends[last - 1]]
        if torn and " " not in entry.lemma:
            return None  # "소식통이 전했다" holds no "이전했"
        if self.moods.eastern.only_names(behind, entry.frame):
            return None
        mood = self.moods.east_asian(tokens, first, last)
        return _predicate(entry, mood=mood, group=first, first=first, last=last)

    def group_start(self, tokens: Tokens, first: int) -> int:
        """Walk left over auxiliaries, "to" and adverbs that belong to the verb."""
        norms = tokens.norms
        start = first
        position = first - 1
        if position > 0 and tokens.gap(first) == "-":
            position -= 1  # "was cold-launched": the first half of the verb
        while position >= 0 and first - position <= _LOOK_BACK:
            word = norms[position]
            gap = tokens.gap(position + 1)
            if gap.strip(" '-"):
                break
            if (
                word in self.auxiliaries
                or word == "to"
                or word in self.moods.negations
                or word == "t"
            ):
                start = position
            elif not (word in self.adverbs or word.endswith("ly")):
                break
            position -= 1
        return start

    def carrier(self, predicate: Predicate, tokens: Tokens) -> Predicate | None:
        """The verb that carries a noun, as if it were the deed itself."""
        at = predicate.carried
        if at is None:
            return None
        group = self.group_start(tokens, at)
        form = self._carriers.form(tokens.norms[at])
        return replace(predicate, form=form, group=group, first=at, last=at + 1, carried=None)

    def _shared(self, tokens: Tokens, first: int) -> tuple[str, ...]:
        """ "has not sold, lent or given": the auxiliaries of the first count for the others."""
        norms = tokens.norms
        at = first
        for _ in range(_CHAINED):
            joined = norms[at - 1] in {"and", "or", "nor"} if at else False
            at -= 1 + joined
            if at < 1 or not (joined or tokens.gap(at + 1).startswith(",")):
                return ()
            if not (norms[at].endswith("ed") or norms[at] in self._participles):
                return ()
            start = self.group_start(tokens, at)
            if start < at:
                return norms[start:at]
        return ()


def _predicate(
    entry: Entry,
    *,
    mood: Mood,
    group: int,
    first: int,
    last: int,
    modal: str = "",
    passive: bool = False,
) -> Predicate:
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


def _told(tokens: Tokens, at: int, contracted: frozenset[str]) -> str:
    norm = tokens.norms[at]
    if at and norm == "may" and tokens.raws[at] == "May":
        return "may-month"
    if norm in contracted and tokens.norms[at + 1 : at + 2] != ("t",):
        return f"{norm}-word"
    return norm


def _distinct(entry: Entry, grammar: Grammar) -> bool:
    forms = inflect(entry.lemma.split()[0], grammar.cues.irregular)
    return forms["past"] != forms["participle"]
