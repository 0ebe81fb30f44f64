"""Which word of the sentence says what happens to a weapon.

The verb whose object or passive subject it is, or the noun it forms a compound with; the nearest
one wins, and a word that only carries the weapon, or is aimed against it, does not count.
"""

from __future__ import annotations

from collections.abc import Callable, Collection
from functools import lru_cache

from msgspec import Struct

from generator.extract.weapons.beside import apposed_to, joined_to, part_of
from generator.extract.weapons.clauses import (
    among,
    before_kin,
    behind_passive,
    engine_for,
    fires,
    for_another,
    goes_on,
    has_object,
    has_relative_object,
    in_apposition,
    in_compound,
    in_pieces,
    in_quotation,
    in_relative,
    in_that_clause,
    is_agent,
    joins,
    more_than,
    of_another,
    of_relative,
    only_names,
    other_clause,
    points_back,
    premodifies,
    relative_object,
    suffers,
    verb_between,
    with_name,
    without_places,
)
from generator.extract.weapons.eastern import eastern_cost, fires_itself
from generator.extract.weapons.fronted import fronted, inverted
from generator.extract.weapons.holding import barred, holds, is_instrument, right_behind
from generator.extract.weapons.words import Words
from generator.model import Mention
from generator.text.reading import Reading
from generator.text.syntax.grammar import Grammar, Predicate

_COMPOUND = 4
_FAR = 18
_APPOSED = 6
_CLAUSE = 25


class Governors(Struct, frozen=True, kw_only=True, eq=False):
    """The rules for one grammar; ``classes`` are the identities of class nouns ("missile")."""

    grammar: Grammar
    cues: Words
    classes: Collection[str]
    kin: Collection[tuple[str, ...]]
    """Phrases that lead from a variant to its family, cut into words."""
    followers: Collection[str]
    """Words behind a deed that make it the name of a thing: "launch site"."""
    platform: Callable[[str], bool]
    """Whether a weapon or class is a ship or an aircraft."""
    cruises: Callable[[str], bool]
    """Whether it flies and comes back."""
    chain: Callable[[str], Collection[str]]
    """The class of a weapon and the wider ones."""

    @lru_cache(maxsize=64)  # noqa: B019 - asked four times for each mention of a sentence
    def governor(
        self, mention: Mention, reading: Reading, kind: str | None = None
    ) -> Predicate | None:
        """The frame word that says what happens to a weapon; None if no word does. ``kind`` is
        the class that the article gives a weapon which is not listed."""
        if not reading.predicates:
            return None
        best: tuple[float, Predicate] | None = None
        first, last = reading.place_of(mention)
        kinds = {"made_of": self.cues.made_of, "followers": self.followers}
        if mention.entity in self.classes and only_names(last, reading, **kinds):
            return None
        piece = in_pieces(first, reading, pieces=self.cues.pieces, aids=self.cues.aids)
        first = before_kin(first, reading, self.kin, self.grammar.determiners)
        own_verb = bool(self.grammar.moods.auxiliaries & set(reading.between(last, last + 1)))
        for predicate in reading.predicates:
            frame = predicate.frame
            if is_instrument(predicate, first, reading) and not barred(predicate, reading):
                return predicate
            if frame.weapon is None or not self.fits(predicate, kind or mention.entity, reading):
                continue
            if (
                own_verb
                and predicate.last <= first
                and joins(reading, predicate.last, first)
                and not fronted(predicate, first, reading, self.grammar)
            ):
                continue  # "testing the Dart-2, and the Dart-3 will stay"
            told = reading.between(last, last + 1) in {("which",), ("that",)}
            apart = not told and any(
                word not in self.grammar.adverbs for word in reading.between(last, predicate.first)
            )
            if piece and (predicate.first < last or apart):
                continue  # "components for the Dart-3"; but "wreckage of a Dart-3 fired in May"
            firing = fires(predicate, first, last, reading) or predicate.lemma == "test-fire"
            firing = firing or fires_itself(predicate, reading, self.cues)
            if firing and self.platform(kind or mention.entity):
                continue
            cost = self._cost(predicate, first, last, reading)
            if cost is not None and (best is None or cost < best[0]):
                best = (cost, predicate)
        if best is not None or piece:
            return best[1] if best is not None else None
        beside = (
            (None if own_verb else joined_to(mention, reading))
            or apposed_to(mention, reading, self.classes)
            or part_of(mention, reading, self.classes, self.grammar.determiners)
        )
        return self.governor(beside, reading, kind) if beside is not None else None

    def fits(self, predicate: Predicate, kind: str, reading: Reading) -> bool:
        """Whether the frame of a word holds in its sentence for that weapon."""
        frame = predicate.frame
        if not holds(predicate, reading):
            return False
        platform = self.platform(kind) or (predicate.is_east_asian and self.cruises(kind))
        if frame.platforms is not None and platform is not frame.platforms:
            return False
        if frame.by and set(frame.by).isdisjoint(self.chain(kind)):
            return False
        return reading.leads_on(predicate)

    def _cost(self, predicate: Predicate, first: int, last: int, reading: Reading) -> float | None:
        """How well a frame word governs the weapon at a token range; None if it does not."""
        if predicate.is_east_asian:
            return eastern_cost(predicate, (first, last), reading, cues=self.cues)
        if predicate.is_state:
            return self._state_cost(predicate, first, last, reading)
        if predicate.is_noun:
            return self._noun_cost(predicate, first, last, reading)
        if last <= predicate.group:
            return self._subject_cost(predicate, first, last, reading)
        if predicate.last > first:
            return None
        before = fronted(predicate, first, reading, self.grammar)
        if before is not None:
            return 1.15 if before else None
        upside_down = inverted(predicate, first, reading, self.grammar)
        return upside_down or self._object_cost(predicate, first, reading)

    def _subject_cost(
        self, predicate: Predicate, first: int, last: int, reading: Reading
    ) -> float | None:
        """The weapon stands before the verb, and is not whose its subject is ("its sponsor")."""
        gap = reading.text_between(last, predicate.group)
        between = reading.between(last, predicate.group)
        timed = reading.words(predicate.first, predicate.last) == "following"
        timed = timed and self.grammar.auxiliaries.isdisjoint(between)
        apart = timed or in_relative(gap) or in_quotation(gap) or between[:1] == ("'s",)
        if ";" in gap or len(between) > _CLAUSE or apart:
            return None
        if not predicate.passive and relative_object(reading, last, predicate):
            return 1.0 + 0.05 * len(between)
        loose = predicate.passive and predicate.group == predicate.first
        meant = "to" in reading.between(predicate.group, predicate.first)  # "sent it to track"
        acting = bool(predicate.frame.by) and not predicate.passive
        if acting:
            heads = self._heads_subject(reading, first, last, predicate.group)
            return 0.9 + 0.05 * len(between) + meant if heads else None
        subject_like = (predicate.passive and not loose) or predicate.frame.intransitive
        bare = predicate.group == predicate.first and predicate.form in {"past", "participle"}
        after = reading.between(predicate.last, predicate.last + 1)
        plain = all(word in self.grammar.adverbs for word in between)
        apposed = plain and bool(after) and after[0] in self.grammar.prepositions
        reduced = bare and len(between) <= 1 and ("," not in gap or apposed)
        reduced = reduced or (
            bare
            and bool(after)
            and in_apposition(between, last, reading, self.grammar.prepositions)
        )
        if bare and between[-1:] in {("one",), ("ones",), ("those",)}:
            return None  # "slimmer than the one tested in May": another
        doing = predicate.form == "gerund" and predicate.group == predicate.first
        if (
            doing
            and "," in gap
            and any(item.last <= first and not item.is_noun for item in reading.predicates)
        ):
            return None  # "Ruritania showed its fighter, joining a club": Ruritania does
        if (
            doing
            and not between
            and "," not in gap
            and not has_object(predicate, reading, self.grammar.prepositions)
        ):
            return 0.9  # "footage showed the Dart-3 lifting off"
        reduced = reduced and not has_object(predicate, reading, self.grammar.prepositions)
        if (
            doing
            and between
            and not goes_on(between, predicate.group, reading, self.grammar.adverbs)
        ):
            return None  # "the destroyer's crew at combat training"
        if predicate.frame.intransitive and suffers(predicate, reading, self.grammar.moods.be):
            return None
        if reduced or (subject_like and self._heads_subject(reading, first, last, predicate.group)):
            return 1.0 + 0.1 * len(between) + verb_between(reading, last, predicate.group) + meant
        return None

    def _heads_subject(self, reading: Reading, first: int, last: int, group: int) -> bool:
        """Whether a weapon at a token range can be the subject of a verb after it: it stands
        right before the verb, or it opens the clause."""
        between = reading.between(last, group)
        first = with_name(first, reading)
        others = any(
            last <= reading.place_of(item)[0] < group
            and item.kind == "weapon"
            and item.entity not in self.classes
            for item in reading.mentions
        )
        relative = of_relative(between, group, reading, others=others)
        if relative is not None:
            return relative
        nearby = reading.between(max(0, first - 3), first)
        governed = next(
            (word for word in reversed(nearby) if word not in self.grammar.determiners), ""
        )
        if governed in self.grammar.cues.subordinators:
            governed = ""  # "as the carrier sails"
        if (
            len(between) <= _APPOSED
            and not others
            and not self._prepositions(between)
            and governed not in self.grammar.prepositions
        ):
            return True
        opening = first
        while opening and not set(reading.tokens.gap(opening)) & {",", ";", ":"}:
            words = reading.tokens.norms[max(0, opening - 2) : opening]
            if words[-1] == "that" and words[0] in self.cues.speech:
                break
            opening -= 1
        lead = reading.between(opening, first)
        return len(lead) <= _APPOSED - 1 and not any(
            word in self.grammar.prepositions
            or word in self.grammar.pronouns
            or word in self.grammar.modals
            for word in lead
        )

    def _state_cost(
        self, predicate: Predicate, first: int, last: int, reading: Reading
    ) -> float | None:
        """ "The Dart-3 is in service", "the Dart-3 in service with", "on show were the Dart-3"."""
        if predicate.last <= first:
            between = reading.between(predicate.last, first)
            inverted = between[:1] and between[0] in self.grammar.moods.be
            return 1.0 + 0.1 * len(between) if inverted and len(between) <= _FAR else None
        if last > predicate.first:
            return None
        start = predicate.first
        grammar = self.grammar
        helping = grammar.copulas | grammar.auxiliaries | grammar.adverbs
        while start > last and reading.tokens.norms[start - 1] in helping:
            start -= 1
        linked = not grammar.copulas.isdisjoint(reading.between(start, predicate.first))
        if start == last:
            return 1.0
        if not linked or not self._heads_subject(reading, first, last, start):
            return None
        return 1.0 + 0.1 * (start - last)

    def _noun_cost(
        self, predicate: Predicate, first: int, last: int, reading: Reading
    ) -> float | None:
        if predicate.first >= last:
            gap = reading.text_between(last, predicate.first)
            between = reading.between(last, predicate.first)
            clean = not set(gap) & {",", ";", ":", "("}
            apart = self._prepositions(between) or not self.cues.parting.isdisjoint(between)
            if len(between) <= _COMPOUND and clean and not apart:
                return 0.2 + 0.1 * len(between)
            return None
        if predicate.last <= first and not of_another(predicate, reading):
            between = reading.between(predicate.last - 1, first)
            near = without_places(between, predicate.last - 1, reading)
            linked = any(word in self.cues.linking for word in near[:3]) or among(between)
            if any(word in self.cues.carrying for word in between) or engine_for(
                between, self.cues.engines
            ):
                return None
            gap = reading.text_between(predicate.last, first)
            linked = linked and not points_back(predicate, between, reading, self.cues)
            if not linked or ";" in gap or len(between) > 16 or in_that_clause(gap):
                return None
            return 0.8 + 0.1 * len(between)
        # "test missile" and the like: the word is part of the name of the weapon.
        return None

    def _object_cost(self, predicate: Predicate, first: int, reading: Reading) -> float | None:
        """The weapon stands after the verb."""
        between = reading.between(predicate.last, first)
        if predicate.frame.by:
            plain = len(between) <= _APPOSED and between[:1] == ("by",)
            return 0.9 + 0.05 * len(between) if plain else None
        if is_agent(predicate, between) or in_compound(predicate, reading):
            return None
        if has_relative_object(reading, predicate):
            return None
        told = predicate.lemma == "show" and not self.grammar.determiners.isdisjoint(between[:1])
        told = told and "," not in reading.text_between(predicate.last, predicate.last + 1)
        told = told or behind_passive(predicate, between, reading, self.grammar)
        if predicate.passive and not told:  # "Kim was shown a new launcher"
            return None
        gap = reading.text_between(predicate.last, first)
        frame = predicate.frame
        if other_clause(between, gap) or in_that_clause(gap, told=frame.type == "displays"):
            return None
        far = frame.direct and not right_behind(predicate.last, first, reading, self.grammar)
        if frame.intransitive or frame.by or far:
            return None
        if any(word in self.cues.carrying for word in between[-4:]) and frame.type != "displays":
            return None
        if (
            len(between) > _FAR
            or ";" in gap
            or any(
                word in self.cues.against and not more_than(between, at)
                for at, word in enumerate(between)
                if at >= len(between) - 3
            )
        ):
            return None
        if engine_for(between, self.cues.engines) or for_another(between, self.cues.made_for):
            return None
        other = any(word in gap for word in (", which", ", who", ", but"))
        other = other or premodifies(predicate, reading, self.grammar.determiners)
        apart = verb_between(reading, predicate.last, first)
        return 1.0 + 0.1 * len(between) + 2 * other + apart

    def _prepositions(self, words: tuple[str, ...]) -> bool:
        return any(word in self.grammar.prepositions for word in words)
