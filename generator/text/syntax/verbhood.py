"""Whether a word that may be a noun or an adjective as well is the verb of its clause.

Decides by its form, by the words beside it and by the names before it.
"""

from __future__ import annotations

from collections.abc import Collection

from generator.knowledge.cues.verbs import Frame, VerbCues
from generator.text.inflection import Form
from generator.text.syntax.moods import Moods
from generator.text.tokens import Tokens

_JOINED = 8
_CLAUSAL = frozenset({"after", "before", "since", "until", "than", "as", "like"})
"""Behind these a participle may be a clause: "as agreed", "than expected"."""
_JOINTS = frozenset({"and", "or", "&"})
_LIKE_PREPOSITIONS = frozenset({"given", "provided", "granted"})
"""Participles that open a clause as a preposition does: "given its reach, the missile"."""


class Verbhood:
    """The words of one set of verb cues."""

    def __init__(self, cues: VerbCues, moods: Moods) -> None:
        self._moods = moods
        self._irregular = cues.irregular
        self._participles = frozenset(one.split()[1] for one in cues.irregular.values())
        self._adverbs = frozenset(cues.adverbs)
        self._determiners = frozenset(cues.determiners)
        self._prepositions = frozenset(cues.prepositions)
        self._leading = self._prepositions - _CLAUSAL
        self._followers = frozenset(cues.followers)
        self._mountings = frozenset(cues.mountings)
        self._firsts = frozenset(cues.compound_firsts)
        self._rooted = frozenset(cues.rooted)

    def joined(self, tokens: Tokens, first: int, *, form: Form, frame: Frame) -> bool:
        """ "the Strelsau-based maker", "Ruritania-backed rebels", "satellite-launching rockets";
        but arms "Ruritania-launched"."""
        done = form in {"past", "participle"} and frame.object != "weapon"
        done = done or form == "gerund"
        joined = bool(first) and tokens.gap(first).endswith(("-", "‑"))
        return joined and (done or tokens.norms[first] in self._rooted)

    def after_name(
        self, tokens: Tokens, first: int, form: Form, name_ends: Collection[int]
    ) -> bool:
        """Whether a name or a pronoun stands right before a word, as its subject does. A base form
        follows more than one: "Ruritania and Zenda launch", but "sent Ruritania strike drones"."""
        if form == "noun":
            form = "third" if tokens.norms[first].endswith("s") else "base"
        at = first
        while at and form in {"base", "third"} and self._adverb(tokens.norms[at - 1]):
            at -= 1
        if at not in name_ends and (not at or tokens.norms[at - 1] not in self._moods.pronouns):
            return False
        if tokens.norms[at - 1] == "'s":
            return False
        if form != "base" or at not in name_ends:
            return True
        before = tokens.norms[max(0, at - _JOINED) : at]
        return tokens.norms[at - 1].endswith("s") or not _JOINTS.isdisjoint(before)

    def _adverb(self, word: str) -> bool:
        return word in self._adverbs or word.endswith("ly")

    def holds(
        self,
        tokens: Tokens,
        place: tuple[int, int],
        chain: tuple[str, ...],
        *,
        frame: Frame,
        lemma: str,
        form: Form,
        after_name: bool,
    ) -> bool:
        """Whether a form that may be a noun or an adjective as well is the verb here."""
        first, last = place
        before = tokens.norms[first - 1] if first else ""
        if form in {"base", "third"} and lemma.split(maxsplit=1)[0] != "be":
            helped = any(
                word in self._moods.modals
                or word in self._moods.do
                or word in self._moods.contracted
                for word in chain
            )
            if form == "third" and not helped and self._is_noun(tokens, last, frame):
                return False
            generic = first > 1 and tokens.norms[first - 2] in {"those", "anyone", "whoever"}
            return before != "'s" and not generic and (helped or "to" in chain or after_name)
        if form == "gerund":
            if frame.symmetric and tokens.norms[last : last + 1] == ("of",):
                return False  # "the plenary meeting of"
            if frame.symmetric and self._passive_behind(tokens, last):
                return False  # "a security meeting led by"
            part = self.part_of_name(tokens, first, last, frame)
            return not (part or before in self._determiners)
        if tokens.norms[first] in _LIKE_PREPOSITIONS and self._opens(tokens, first, last):
            return False
        if form == "participle" and lemma.split(maxsplit=1)[0] not in self._irregular:
            return False  # regular verbs: the past entry already stands for both
        if (
            before in self._firsts
            and tokens.gap(first) == "-"
            and self._moods.auxiliaries.isdisjoint(chain)
        ):
            return False  # "a submarine-launched missile" tells what sort it is
        if before.endswith("ly") and first > 1 and tokens.norms[first - 2] in self._determiners:
            return False  # "the newly developed rocket"
        if self._attribute(tokens, first, frame) and self._moods.auxiliaries.isdisjoint(chain):
            return False
        if before in self._adverbs and (
            first < 2 or tokens.norms[first - 2] not in self._determiners
        ):
            return True  # "a missile first launched in May"
        if before == "that" and form == "past" and self._goes_on(tokens.norms[last : last + 1]):
            return True  # "the missile that killed five people"
        return before not in self._determiners or not self._moods.auxiliaries.isdisjoint(chain)

    def _opens(self, tokens: Tokens, first: int, last: int) -> bool:
        """Whether a word begins a clause and a noun phrase or "that" follows."""
        parted = not first or not tokens.gap(first).isspace()
        follower = tokens.norms[last : last + 1]
        return parted and bool(follower) and follower[0] in self._determiners | {"that"}

    def _goes_on(self, follower: tuple[str, ...]) -> bool:
        return bool(follower) and (
            follower[0] in self._determiners
            or follower[0] in self._prepositions
            or follower[0].isdigit()
        )

    def _passive_behind(self, tokens: Tokens, last: int) -> bool:
        word = tokens.norms[last] if last + 1 < len(tokens) else ""
        return (word.endswith("ed") or word in self._participles) and (
            tokens.norms[last + 1] in self._prepositions
        )

    def _is_noun(self, tokens: Tokens, last: int, frame: Frame) -> bool:
        """ "evading Ruritanian and Zendan sanctions for years": a verb whose object follows at once
        is none without one."""
        if frame.object == "weapon" or frame.symmetric or frame.to_whom[:1] != ("object",):
            return False
        if last >= len(tokens) or tokens.gap(last).strip(" '-$€£¥“\""):
            return True
        word = tokens.norms[last]
        if last > 1 and tokens.raws[last - 1][:1].isupper() and tokens.raws[last][:1].isupper():
            return True  # "the Sanctions List"
        named = any(noun.startswith(f"{tokens.norms[last - 1]} ") for noun in frame.nouns)
        if named and tokens.raws[last].islower() and word not in self._determiners:
            return True  # "the Ruritanian sanctions monitors"
        return (
            word in self._prepositions
            or word in self._moods.auxiliaries
            or word in {"and", "or", "that", "which", "to"}
            or (word.endswith("ed") and tokens.raws[last].islower())
        )

    def _attribute(self, tokens: Tokens, first: int, frame: Frame) -> bool:
        """ "with the already sanctioned group", "to sanctioned banks": what stands between an
        article or a preposition and a noun only describes it."""
        if frame.object == "weapon" or frame.weapon is not None:
            return False
        at = first - 1
        if at >= 0 and tokens.norms[at] in self._leading and tokens.gap(first) == " ":
            return True
        if at > 0 and tokens.gap(at).endswith("-") and tokens.norms[at].endswith("ed"):
            return True  # "Ruritania-designated sanctioned banks"
        while at > 0 and self._adverb(tokens.norms[at]) and tokens.gap(at + 1) == " ":
            at -= 1
        if at < 0 or at == first - 1 or tokens.gap(at + 1).strip():
            return False
        lead = tokens.norms[at]
        return lead in self._determiners or lead in self._prepositions

    def part_of_name(self, tokens: Tokens, first: int, last: int, frame: Frame) -> bool:
        """ "test stand", "launching ceremony", "multiple-launch rockets": the word only says what
        sort of thing follows."""
        if first and tokens.gap(first) == "-" and tokens.norms[first - 1] in self._firsts:
            return True
        if last >= len(tokens) or tokens.gap(last) not in {" ", "-"}:
            return False
        word = tokens.norms[last]
        return word in self._followers or (frame.type == "launches" and word in self._mountings)

    def takes_object(self, tokens: Tokens, first: int, last: int) -> bool:
        """ "has refrained from launching a missile": the -ing form is the verb, and no noun."""
        norms, lead = tokens.norms, tokens.norms[first - 1] if first else ""
        if last >= len(norms) or tokens.gap(last).strip() or norms[last] in self._prepositions:
            return False
        if lead in self._determiners or tokens.gap(first) == "-":
            return False
        led = norms[last] in self._determiners or norms[last].isdigit()
        return led or lead in self._prepositions


def behind_arms(tokens: Tokens, last: int, frame: Frame) -> bool:
    """ "Ruritania's missile TESTING": an -ing form behind a weapon and without an object is a
    noun."""
    if frame.object != "weapon" or frame.intransitive:
        return False
    return (
        last == len(tokens)
        or bool(tokens.gap(last).strip())
        or tokens.norms[last] in {"and", "or", "in", "by", "at", "for", "as", "on"}
    )
