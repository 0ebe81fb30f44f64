"""Who did it.

Found by position: the nearest name before the verb that no preposition governs, the agent after
"by" in a passive, the owner of a noun, the main subject of the sentence for a participle clause.
"""

from __future__ import annotations

from generator.model import EntityId, Mention
from generator.text.eastern.roles import eastern_roles
from generator.text.reading import Reading
from generator.text.syntax.bystanders import Bystanders
from generator.text.syntax.control import Control, joined_to
from generator.text.syntax.grammar import Grammar, Predicate
from generator.text.syntax.joined import heads, named_behind_by, with_joined
from generator.text.syntax.nouns_doing import bracketed, of_noun

_PRONOUNS = frozenset({"he", "she", "it", "they", "we", "i", "you"})
_OBJECT_WITHIN = 4
"""Words between a verb and its object ("detected two more short-range missiles")."""
_TITLED = 3
_OWNED = 6
"""Words between an owner and the noun of a deed: "'s first successful cruise missile launch"."""
_LED = 3
_JOINING = frozenset({"and", "but", "or", "that", "then", "also", "who", "which"})
_RELATIVE = frozenset({"who", "which", "that"})
_AGENT = 8
"""Words behind a noun among which "by" leads to who did it."""
_PARTING = frozenset(',;:()"“”‘')
_ARTICLES = frozenset({
    "the", "a", "an", "this", "that", "these", "those", "its", "his", "her", "their", "our", "any",
    "some", "each", "every", "another",
})  # fmt: skip
"""Before these another noun phrase begins."""
_SHOWN_WITHIN = 7
"""The same behind "oversaw the test of a new"."""


class Subjects:
    """The rules for one grammar."""

    def __init__(self, grammar: Grammar) -> None:
        self.grammar = grammar
        self._control = Control(grammar)
        self._bystanders = Bystanders(grammar)

    def of(self, predicate: Predicate, reading: Reading) -> tuple[EntityId, ...]:
        """Who does what the predicate says, joined names included; empty if nobody is named."""
        actors = [item for item in reading.names if item.kind == "actor"]
        if predicate.is_east_asian:
            return self._eastern(predicate, reading, actors)
        actors = [item for item in actors if not self._bystanders.labels(item, reading)]
        carrier = self.grammar.carrier(predicate, reading.tokens)
        if carrier is not None:
            return self.of(carrier, reading)
        if predicate.is_noun:
            return self._noun_subjects(predicate, reading, actors)
        if predicate.passive:
            return named_behind_by(predicate, reading, actors)
        before = [item for item in actors if reading.place_of(item)[1] <= predicate.group]
        pronoun = predicate.group and reading.tokens.norms[predicate.group - 1] in _PRONOUNS
        alone = _counted(predicate, reading) or of_noun(predicate, reading, self.grammar)
        if pronoun or alone or self._reduced(predicate, reading):
            return ()
        chain = reading.between(predicate.group, predicate.first)
        relative = self._control.relative(predicate, reading, before)
        if relative is not None:
            return relative
        infinitive = (
            predicate.form == "base" and "to" in chain and chain[0] not in self.grammar.auxiliaries
        )
        object_of: Mention | None = None
        participle = predicate.form == "gerund" and predicate.group == predicate.first
        if participle or infinitive:
            earlier = joined_to(predicate, reading) if participle else None
            if earlier is not None:
                return self.of(earlier, reading)
            adjacent = self._adjacent(predicate, reading, before)
            if adjacent is not None and self._control.controls(adjacent, predicate, reading):
                return with_joined(adjacent, before, reading)
            blamed = self._control.blamed(predicate, reading, before)
            if blamed is not None:
                return blamed
            object_of = adjacent
        free = [
            item
            for item in before
            if item is not object_of
            and not self._bystanders.governed(item, reading)
            and not self._bystanders.is_object(item, predicate, reading)
            and not self._control.asked(item, reading)
            and not bracketed(item, reading)
        ]
        if not free or _has_own_subject(self._nearest(free, reading), predicate, reading):
            return ()
        unlisted = not participle and self._bystanders.unlisted(predicate, reading)
        if not infinitive and (
            unlisted or self._only_tells(self._nearest(free, reading), predicate, reading)
        ):
            return ()
        return with_joined(self._nearest(free, reading), free, reading)

    def _nearest(self, free: list[Mention], reading: Reading) -> Mention:
        """The last free name; an owner stands for what it owns only if nothing is nearer in its
        clause ("its launch came AFTER two Zendan jets flew")."""
        named = [item for item in free if item.rule != "demonym"]
        if not named:
            return free[-1]
        between = reading.between(reading.place_of(named[-1])[1], reading.place_of(free[-1])[0])
        return named[-1] if self.grammar.moods.clauses.isdisjoint(between) else free[-1]

    def _eastern(
        self, predicate: Predicate, reading: Reading, actors: list[Mention]
    ) -> tuple[EntityId, ...]:
        tokens = reading.tokens
        begin = tokens.starts[predicate.first]
        ends = [tokens.ends[item.last - 1] for item in reading.predicates if item.last]
        parts = eastern_roles(self.grammar.cues.east_asian_roles).read(
            reading.sentence.text,
            actors,
            offset=reading.sentence.start,
            verb=(begin, tokens.ends[predicate.last - 1]),
            after=max((end for end in ends if end <= begin), default=0),
        )
        return parts.actors

    def _reduced(self, predicate: Predicate, reading: Reading) -> bool:
        """ "The coast guard detected two missiles launched from the east": who detects them did
        not launch them. The verb stands right after the weapon, which is the object of another."""
        if predicate.form != "past" or predicate.group != predicate.first:
            return False
        if predicate.frame.object != "weapon" and self._describes_object(predicate, reading):
            return True
        for item in reading.mentions:
            if item.kind == "weapon" and reading.place_of(item)[1] == predicate.first:
                start = reading.place_of(item)[0]
                return any(
                    not other.is_noun
                    and (
                        0 <= start - other.last <= _OBJECT_WITHIN
                        if other.frame.object == "weapon"
                        else 0 <= start - other.last <= _SHOWN_WITHIN
                        and other.frame.type == "attends"
                    )
                    for other in reading.predicates
                    if other is not predicate
                )
        return False

    def _describes_object(self, predicate: Predicate, reading: Reading) -> bool:
        """ "fired at a tanker HEADED to Zenda": the noun right before a participle is what another
        verb is done to, and nobody's name stands between."""
        at = predicate.first - 1
        tokens = reading.tokens
        if at < 1 or tokens.gap(at + 1) != " " or not tokens.raws[at].islower():
            return False
        word = tokens.norms[at]
        grammar = self.grammar
        if (
            not word.isalpha()
            or word in grammar.adverbs
            or word in grammar.prepositions
            or word in grammar.pronouns
            or word in _JOINING
            or word.endswith("ly")
        ):
            return False
        earlier = [
            one
            for one in reading.predicates
            if one.last <= at and not one.is_noun and one.form in {"past", "third"}
        ]
        if earlier and tokens.norms[max(0, earlier[-1].group - 1)] in _RELATIVE:
            return False
        saying = grammar.moods.be | grammar.telling
        said = [place + 1 for place in range(at) if tokens.norms[place] in saying]
        if not (earlier or said):
            return False
        behind = max([one.last for one in earlier[-1:]] + said[-1:])
        between = reading.text_between(behind, at)
        words = reading.between(behind, at)
        parted = not _JOINING.isdisjoint(words) or not grammar.moods.clauses.isdisjoint(words)
        return "," not in between and not parted

    def _only_tells(self, item: Mention, predicate: Predicate, reading: Reading) -> bool:
        """ "The agency said the parade featured a rocket": between who says it and the verb stands
        who did it, with an article and without a name. A comma ends the clause."""
        start = reading.place_of(item)[1]
        words = reading.between(start, predicate.group)
        for at, word in enumerate(words[:-2]):
            if word in self.grammar.telling and words[at + 1] in _ARTICLES:
                return "," not in reading.text_between(start + at, predicate.group)
        return False

    def _adjacent(
        self, predicate: Predicate, reading: Reading, before: list[Mention]
    ) -> Mention | None:
        """ "with Hentzau personally receiving him": the name right before the participle."""
        if not before:
            return None
        last = before[-1]
        if self._bystanders.governed(last, reading):
            # "Hentzau, flanked by Rischenheim, inspecting": the one of whom an aside tells
            main = [item for item in before if not self._bystanders.governed(item, reading)]
            gap = _gap(main[-1], predicate, reading).strip() if main else ""
            if gap.startswith(",") and gap.endswith(",") and gap.count(",") == 2:
                return main[-1]
        words = reading.between(reading.place_of(last)[1], predicate.group)
        gap = _gap(last, predicate, reading)
        near = all(
            (word in self.grammar.adverbs and word not in self.grammar.prepositions)
            or word.endswith("ly")
            for word in words
        )
        return last if near and "," not in gap and last.rule != "demonym" else None

    def _noun_subjects(
        self, predicate: Predicate, reading: Reading, actors: list[Mention]
    ) -> tuple[EntityId, ...]:
        """The owner of a noun ("Ruritania's launch of"), or who it is said to be by."""
        before = [item for item in actors if reading.place_of(item)[1] <= predicate.first]
        nearest = before[-1] if before else None
        if nearest is not None and self._owns(nearest, predicate, reading):
            return (nearest.entity,)
        free = [item for item in before if not self._bystanders.governed(item, reading)]
        leading = (
            bool(free)
            and predicate.frame.object == "weapon"
            and self._leads(free[-1], predicate, reading)
        )
        agents = self._noun_agents(predicate, reading, actors)
        if agents and not (leading and self._shares(predicate, reading)):
            return agents
        if leading:
            return with_joined(free[-1], free, reading)
        if predicate.frame.symmetric:
            after = [item for item in actors if reading.place_of(item)[0] >= predicate.last]
            return self._partners(heads(after, reading), predicate, reading)
        return ()

    def _shares(self, predicate: Predicate, reading: Reading) -> bool:
        """ "Ruritanian tests and exercises by Zenda": the agent may be that of the exercises."""
        after = reading.between(predicate.last, predicate.last + _AGENT)
        return "by" in after and "and" in after[: after.index("by")]

    def _partners(
        self, after: list[Mention], predicate: Predicate, reading: Reading
    ) -> tuple[EntityId, ...]:
        """The two behind "talks between", in the noun's own phrase: "a meeting between their
        ministers in STRELSAU, RURITANIA said" names none, "talks with ZENDA in Strelsau" one."""
        if not after:
            return ()
        first, last = reading.place_of(after[0])
        words = reading.between(predicate.last, first)
        gap = reading.text_between(predicate.last, first)
        if len(words) > _OWNED or not set(gap).isdisjoint(_PARTING):
            return ()
        if not self.grammar.prepositions.isdisjoint(words):
            return ()
        found = [after[0].entity]
        if len(after) > 1:
            apart = reading.text_between(last, reading.place_of(after[1])[0])
            if after[0].rule == "demonym" and apart.endswith(", ") and apart.count(" ") <= _TITLED:
                return ()  # "between the Ruritanian leader, Hentzau, and ..."
            between = reading.between(last, reading.place_of(after[1])[0])
            joint = "and" in between and self.grammar.prepositions.isdisjoint(between)
            joint = joint and len(between) <= _OWNED
            if joint and "," not in reading.text_between(last, reading.place_of(after[1])[0]):
                found.append(after[1].entity)
        return tuple(dict.fromkeys(found))

    def _owns(self, item: Mention, predicate: Predicate, reading: Reading) -> bool:
        """ "Ruritania's second missile launch", "the Ruritanian launch". What stands behind "of" or
        an article belongs to another noun: "the staff's statement on the launch", "the Ruritanian
        minister called the launch"."""
        words = reading.between(reading.place_of(item)[1], predicate.first)
        owned = words[:1] == ("'s",) or item.rule == "demonym"
        return owned and len(words) <= _OWNED and self._one_phrase(item, predicate, reading)

    def _leads(self, item: Mention, predicate: Predicate, reading: Reading) -> bool:
        """ "the Ruritania missile launch": the name stands in the noun's own phrase."""
        words = reading.between(reading.place_of(item)[1], predicate.first)
        own = sum(
            len(range(*reading.place_of(one))) for one in reading.mentions if one.kind == "weapon"
        )
        return len(words) <= _LED + own and self._one_phrase(item, predicate, reading)

    def _one_phrase(self, item: Mention, predicate: Predicate, reading: Reading) -> bool:
        first = reading.place_of(item)[1]
        words = reading.between(first, predicate.first)
        gap = reading.text_between(first, predicate.first)
        return (
            not set(gap) & _PARTING
            and not any(
                word in _ARTICLES
                or word in self.grammar.prepositions
                or word in self.grammar.auxiliaries
                or word in self.grammar.pronouns
                for word in words
            )
            and not any(
                first <= one.first < predicate.first and not one.is_noun and one.form != "past"
                for one in reading.predicates
            )
        )

    def _noun_agents(
        self, predicate: Predicate, reading: Reading, actors: list[Mention]
    ) -> tuple[EntityId, ...]:
        """ "The launch of a missile by Ruritania"; but "a launch condemned by Ruritania" and "a
        launch scene released by the paper" tell who did something else."""
        after = reading.between(predicate.last, predicate.last + _AGENT)
        if "by" in after:
            end = predicate.last + after.index("by")
            last = reading.between(end - 1, end)
            done = end > predicate.last and last[0].endswith(("ed", "en"))
            weapon = any(reading.place_of(one)[1] == end for one in reading.mentions)
            other = any(
                predicate.last <= one.first < end and not one.is_noun for one in reading.predicates
            )
            if (done and not weapon) or other:
                return ()
        return named_behind_by(predicate, reading, actors)


def _has_own_subject(item: Mention, predicate: Predicate, reading: Reading) -> bool:
    """ "Ruritania said that 24 launchers went to the front": behind "that" stands who did it, and
    nobody knows that by name. A comma ends the clause ("in a move that surprised all, fired")."""
    start = reading.place_of(item)[1]
    words = reading.between(start, predicate.group)
    if len(words) > 1 and words[-1] in {"that", "which"} and words[0] not in {"'s", ","}:
        return words[-1] == "that"  # "urged the plant that produces tanks"
    if "that" not in words[:-1]:
        return False
    behind = start + len(words) - words[::-1].index("that")
    if behind >= predicate.group:
        return False
    return ", " not in reading.text_between(behind, predicate.group)


def _counted(predicate: Predicate, reading: Reading) -> bool:
    """ "as many as 4,000 killed": a number right before the participle, and no weapon's name."""
    before = reading.tokens.norms[predicate.group - 1] if predicate.group else ""
    counted = before.isdigit() and reading.tokens.gap(predicate.group) == " "
    return predicate.form == "past" and counted and predicate.frame.object != "weapon"


def _gap(item: Mention, predicate: Predicate, reading: Reading) -> str:
    return reading.text_between(reading.place_of(item)[1], predicate.group)
