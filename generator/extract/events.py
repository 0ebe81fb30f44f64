"""What happened, who did it, to whom, with what, where and when.

An event is a frame word with an actor on its subject side (or a weapon in its place). Subjects
are found by position: the nearest name before the verb that no preposition governs, the agent
after "by" in a passive, the main subject of the sentence for a participle clause.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from generator.knowledge.base import KnowledgeBase
from generator.model import (
    AUTHOR,
    Claim,
    DateExpression,
    EntityId,
    Event,
    EventStatus,
    Mention,
    Precision,
    Relation,
    SentenceId,
)
from generator.text.grammar import Grammar, Predicate
from generator.text.reading import Reading

_OBJECT_REACH = 26
_NOUN_REACH = 12
_LOCATING = frozenset(
    {
        "in",
        "at",
        "near",
        "to",
        "from",
        "off",
        "into",
        "around",
        "on",
        "over",
        "visit",
        "visiting",
        "visited",
    }
)
_BREAKS = frozenset({"a", "an", "which", "who", "while", "but", "although", "whereas", "so"})
_MOST_WORDS = 24
_ASIDE = 60
_PRONOUNS = frozenset({"he", "she", "it", "they", "we", "i", "you"})
_GOVERNING = frozenset(
    {
        "of",
        "with",
        "against",
        "between",
        "in",
        "at",
        "to",
        "from",
        "by",
        "for",
        "on",
        "over",
        "under",
        "towards",
        "toward",
        "about",
        "among",
        "amid",
        "near",
        "like",
        "than",
        "including",
        "via",
    }
)


class EventReader:
    """The rules of one knowledge base."""

    def __init__(self, knowledge: KnowledgeBase, grammar: Grammar) -> None:
        self.knowledge = knowledge
        self.grammar = grammar

    def read(
        self,
        readings: tuple[Reading, ...],
        *,
        dates: tuple[DateExpression, ...],
        claims: Mapping[SentenceId, Claim],
        reference: Mapping[tuple[int, int], EntityId],
    ) -> tuple[Event, ...]:
        """Events in reading order; one report of an event is one entry."""
        by_sentence: dict[str, list[DateExpression]] = {}
        for date in dates:
            by_sentence.setdefault(date.sentence, []).append(date)
        found: list[Event] = []
        for reading in readings:
            claim = claims.get(reading.sentence.id)
            own = by_sentence.get(reading.sentence.id, [])
            for predicate in reading.predicates:
                if not predicate.frame.event or not self._holds(predicate, reading):
                    continue
                event = self._event(predicate, reading, own, claim, reference)
                if event is not None and not _repeats(event, found):
                    found.append(event)
        return tuple(found)

    def _holds(self, predicate: Predicate, reading: Reading) -> bool:
        frame = predicate.frame
        after = reading.between(predicate.last, predicate.last + 4)
        if frame.unless and any(word in frame.unless for word in after):
            return False
        near = reading.between(max(0, predicate.group - 3), predicate.last + 12)
        return not frame.near or any(word in frame.near for word in near)

    def _event(
        self,
        predicate: Predicate,
        reading: Reading,
        dates: list[DateExpression],
        claim: Claim | None,
        reference: Mapping[tuple[int, int], EntityId],
    ) -> Event | None:
        actors = self._subjects(predicate, reading)
        objects = self._objects(predicate, reading)
        recipients = tuple(dict.fromkeys(item.entity for item in objects if item.kind == "actor"))
        source = claim.holder if claim is not None else None
        spoken = claim.source if claim is not None else ""
        recipients = tuple(
            item.entity
            for item in objects
            if item.entity in recipients
            and item.entity not in actors
            and item.entity != source
            and not (spoken and item.surface in spoken)
        )
        recipients = tuple(dict.fromkeys(recipients))
        weapons = self._weapons(predicate, reading, objects, reference)
        wanted = predicate.frame.object
        if not actors and not (predicate.is_noun is False and weapons):
            return None
        if wanted == "weapon" and not weapons:
            return None
        if wanted == "actor" and not recipients and not predicate.frame.symmetric:
            return None
        if wanted == "actor" and not recipients and len(actors) < 2:
            return None
        start, end, precision, text = self._when(predicate, reading, dates)
        holder = claim.holder if claim is not None and claim.holder != AUTHOR else None
        return Event(
            start=start,
            end=end,
            precision=precision,
            date_text=text,
            type=predicate.frame.type,
            verb=predicate.lemma,
            actors=actors,
            recipients=recipients,
            weapons=weapons,
            place=self._place(predicate, reading),
            status=self._status(predicate, claim),
            holder=holder,
            evidence=(reading.sentence.id,),
            text=self._words(predicate, reading),
        )

    def _words(self, predicate: Predicate, reading: Reading) -> str:
        """The source's words from the subject, if it stands before the verb in its clause, to
        the end of the clause."""
        tokens = reading.tokens
        first = predicate.group
        if first < predicate.first and tokens.norms[first] == "to":
            first = predicate.first
        for index in range(predicate.group - 1, max(-1, predicate.group - 14), -1):
            if any(item.first <= index < item.last for item in reading.predicates):
                break
            starts = [
                reading.place_of(item)[0]
                for item in reading.mentions
                if item.kind in {"actor", "weapon"} and reading.place_of(item)[1] == index + 1
            ]
            if starts:
                first = min(starts)
            if index and set(tokens.gap(index)) & {",", ";", ":", "(", ")"}:
                break
        last = predicate.last
        while last < len(tokens) and last - first < _MOST_WORDS:
            gap = tokens.gap(last)
            if set(gap) & {";", ":", "(", ")"}:
                break
            if "," in gap and not self._continues(last, reading):
                break
            last += 1
        text = " ".join(reading.words(first, last).split())
        return text + '"' if text.count('"') % 2 else text

    def _continues(self, index: int, reading: Reading) -> bool:
        """Whether the words after a comma go on with a list of names."""
        ahead = [reading.place_of(item)[0] for item in reading.mentions]
        word = reading.tokens.norms[index]
        step = 1 if word in {"and", "or"} else 0
        return any(index + step <= start <= index + step + 1 for start in ahead) and not any(
            index <= item.first <= index + 4 and not item.is_noun for item in reading.predicates
        )

    # -- who ------------------------------------------------------------------------------

    def _subjects(self, predicate: Predicate, reading: Reading) -> tuple[EntityId, ...]:
        actors = _outermost(item for item in reading.mentions if item.kind == "actor")
        if predicate.is_east_asian:
            before = [item for item in actors if reading.place_of(item)[1] <= predicate.first]
            return (before[-1].entity,) if before else ()
        if predicate.is_noun:
            return self._noun_subjects(predicate, reading, actors)
        if predicate.passive:
            agent = self._agent(predicate, reading, actors)
            return (agent,) if agent else ()
        before = [item for item in actors if reading.place_of(item)[1] <= predicate.group]
        if predicate.group and reading.tokens.norms[predicate.group - 1] in _PRONOUNS:
            return ()
        infinitive = predicate.form == "base" and "to" in reading.between(
            predicate.group, predicate.first
        )
        if predicate.form == "gerund" or infinitive:
            adjacent = self._adjacent(predicate, reading, before)
            if adjacent is not None:
                return (adjacent.entity,)
        free = [
            item
            for item in before
            if not self._governed(item, reading) and not self._is_object(item, reading)
        ]
        if not free:
            return ()
        return self._with_joined(self._nearest(free), free, reading)

    def _is_object(self, mention: Mention, reading: Reading) -> bool:
        """Whether a verb stands right before the name (a determiner may come between)."""
        first, _ = reading.place_of(mention)
        while first and reading.tokens.norms[first - 1] in self.grammar.determiners:
            first -= 1
        return any(item.last == first and not item.is_noun for item in reading.predicates)

    def _gap(self, item: Mention, predicate: Predicate, reading: Reading) -> str:
        return reading.text_between(reading.place_of(item)[1], predicate.group)

    def _adjacent(
        self, predicate: Predicate, reading: Reading, before: list[Mention]
    ) -> Mention | None:
        """ "with Putin personally receiving him": the name right before the participle."""
        if not before:
            return None
        last = before[-1]
        words = reading.between(reading.place_of(last)[1], predicate.group)
        gap = self._gap(last, predicate, reading)
        near = all(word in self.grammar.adverbs or word.endswith("ly") for word in words)
        return last if near and "," not in gap and last.rule != "demonym" else None

    @staticmethod
    def _nearest(free: list[Mention]) -> Mention:
        """The last free name; a possessor stands for what it owns only if nothing is nearer."""
        named = [item for item in free if item.rule != "demonym"]
        return (named or free)[-1]

    def _with_joined(
        self, chosen: Mention, free: list[Mention], reading: Reading
    ) -> tuple[EntityId, ...]:
        result = [chosen.entity]
        position = free.index(chosen)
        for item in reversed(free[:position]):
            gap = reading.sentence.text[
                item.end - reading.sentence.start : chosen.start - reading.sentence.start
            ].strip(" \n")
            if gap not in {"and", ",", ", and", "& ", "and the", "-", "/"}:
                break
            result.insert(0, item.entity)
            chosen = item
        return tuple(dict.fromkeys(result))

    def _agent(
        self, predicate: Predicate, reading: Reading, actors: list[Mention]
    ) -> EntityId | None:
        after = reading.between(predicate.last, predicate.last + 8)
        if "by" not in after:
            return None
        by = predicate.last + after.index("by")
        for item in actors:
            if 0 <= reading.place_of(item)[0] - by <= 4:
                return item.entity
        return None

    def _noun_subjects(
        self, predicate: Predicate, reading: Reading, actors: list[Mention]
    ) -> tuple[EntityId, ...]:
        """The owner of a noun ("North Korea's launch of"), or who it is said to be by."""
        before = [item for item in actors if reading.place_of(item)[1] <= predicate.first]
        for item in reversed(before):
            words = reading.between(reading.place_of(item)[1], predicate.first)
            possessive = words[:1] == ("'s",) or item.rule == "demonym"
            if possessive and len(words) <= 6:
                return (item.entity,)
            break
        agent = self._agent(predicate, reading, actors)
        if agent is not None:
            return (agent,)
        free = [item for item in before if not self._governed(item, reading)]
        verbs = [item for item in reading.predicates if not item.is_noun]
        if free and not verbs and predicate.frame.object == "weapon":
            return (free[0].entity,)
        if predicate.frame.symmetric:
            after = [item for item in actors if reading.place_of(item)[0] >= predicate.last]
            return tuple(dict.fromkeys(item.entity for item in after[:2]))
        return ()

    def _governed(self, mention: Mention, reading: Reading) -> bool:
        """Whether a preposition stands before the name's noun phrase."""
        first, _ = reading.place_of(mention)
        position = first - 1
        steps = 0
        norms = reading.tokens.norms
        while position >= 0 and steps < 3:
            word = norms[position]
            gap = reading.tokens.gap(position + 1)
            if "," in gap or ";" in gap:
                return False
            if word in _GOVERNING:
                return True
            if word not in self.grammar.determiners and word not in {"'s", "and", "s"}:
                return False
            if word == "and":
                return self._pair_governed(position, reading)
            position -= 1
            steps += 1
        return False

    def _pair_governed(self, position: int, reading: Reading) -> bool:
        for item in reading.mentions:
            if item.kind == "actor" and reading.place_of(item)[1] == position:
                return self._governed(item, reading)
        return False

    # -- to whom, with what ------------------------------------------------------------------

    def _objects(self, predicate: Predicate, reading: Reading) -> list[Mention]:
        reach = _NOUN_REACH if predicate.is_noun else _OBJECT_REACH
        limit = min(self._clause_end(predicate, reading), predicate.last + reach)
        found = [
            item
            for item in _outermost(reading.mentions)
            if predicate.last <= reading.place_of(item)[0] < limit
            and item.rule != "demonym"
            and item.kind in {"actor", "weapon"}
        ]
        if predicate.passive or predicate.frame.intransitive:
            found += [
                item
                for item in reading.mentions
                if item.kind in {"weapon", "actor"}
                and reading.place_of(item)[1] <= predicate.group
                and predicate.group - reading.place_of(item)[1] <= 12
            ]
        return found

    def _clause_end(self, predicate: Predicate, reading: Reading) -> int:
        """Where the words after a verb stop belonging to it: the next stated verb or a break."""
        for item in reading.predicates:
            if item.first >= predicate.last + 1 and not item.is_noun:
                return item.group
        for index in range(predicate.last, len(reading.tokens)):
            gap = reading.tokens.gap(index) if index else ""
            if ";" in gap or ":" in gap:
                return index
            if "," in gap and reading.tokens.norms[index] in _BREAKS:
                return index
        return len(reading.tokens)

    def _weapons(
        self,
        predicate: Predicate,
        reading: Reading,
        objects: list[Mention],
        reference: Mapping[tuple[int, int], EntityId],
    ) -> tuple[EntityId, ...]:
        covering = [
            item
            for item in reading.mentions
            if item.kind == "weapon"
            and reading.place_of(item)[0] <= predicate.first
            and predicate.last <= reading.place_of(item)[1]
        ]
        near = covering or [item for item in objects if item.kind == "weapon"]
        if predicate.is_east_asian:
            near = [item for item in reading.mentions if item.kind == "weapon"]
        if not near and predicate.frame.object == "weapon":
            for item in reading.mentions:
                if item.kind != "weapon":
                    continue
                last = reading.place_of(item)[1]
                if last <= predicate.first and predicate.first - last <= 3:
                    near.append(item)
        return tuple(
            dict.fromkeys(
                reference[item.start, item.end]
                for item in near
                if (item.start, item.end) in reference
            )
        )

    # -- where, when, whether ------------------------------------------------------------------

    def _place(self, predicate: Predicate, reading: Reading) -> str | None:
        places = [item for item in reading.mentions if item.kind == "place"]
        limit = self._clause_end(predicate, reading)
        after = [
            item
            for item in places
            if predicate.last <= reading.place_of(item)[0] < min(limit, predicate.last + 14)
            and self._located(item, reading)
        ]
        if after:
            return after[0].entity
        before = [
            item
            for item in places
            if reading.place_of(item)[1] <= predicate.group
            and self._located(item, reading)
            and not set(reading.text_between(reading.place_of(item)[1], predicate.group))
            & {",", ";"}
        ]
        return before[-1].entity if before else None

    def _located(self, mention: Mention, reading: Reading) -> bool:
        first, _ = reading.place_of(mention)
        before = reading.between(max(0, first - 2), first)
        return any(word in _LOCATING for word in before)

    def _when(
        self, predicate: Predicate, reading: Reading, dates: list[DateExpression]
    ) -> tuple[str | None, str | None, Precision | None, str | None]:
        if not dates:
            return None, None, None, None
        offset = reading.sentence.start
        at = offset + reading.tokens.starts[predicate.first]

        def far(date: DateExpression) -> int:
            aside = reading.sentence.text[: date.start - offset].rstrip().endswith("(")
            return (date.start - at if date.start >= at else at - date.end + 10) + (
                _ASIDE if aside else 0
            )

        nearest = min(dates, key=far)
        joined = [nearest]
        for date in dates:
            if date is nearest:
                continue
            low, high = sorted((date, nearest), key=lambda item: item.start)
            between = reading.sentence.text[low.end - offset : high.start - offset]
            if len(between) <= 30 and (" and " in between or "to" in between.split()):
                joined.append(date)
        joined.sort(key=lambda item: item.start)
        text = reading.sentence.text[joined[0].start - offset : joined[-1].end - offset]
        firsts = [item.first for item in joined if item.first]
        lasts = [item.last for item in joined if item.last]
        if len(firsts) != len(joined) or len(lasts) != len(joined):
            return None, None, None, " ".join(text.split())
        return min(firsts), max(lasts), nearest.precision, " ".join(text.split())

    def _status(self, predicate: Predicate, claim: Claim | None) -> EventStatus:
        if predicate.mood == "negated" or (claim is not None and claim.modality == "denied"):
            return "denied"
        if predicate.mood != "stated":
            return "planned"
        if claim is not None and (
            claim.modality in {"reported", "hedged"} or claim.holder not in {None, AUTHOR}
        ):
            return "reported"
        return "happened"


def _outermost(mentions: Iterable[Mention]) -> list[Mention]:
    """Mentions that no longer actor mention covers ("DPRK" in "DPRK foreign minister")."""
    items = list(mentions)
    return [
        item
        for item in items
        if not any(
            other.kind == "actor"
            and other.start <= item.start
            and item.end <= other.end
            and other.end - other.start > item.end - item.start
            for other in items
        )
    ]


def _repeats(event: Event, found: list[Event]) -> bool:
    """The same verb frame by the same actors in one sentence is one event."""
    return any(
        (other.type, other.actors, other.weapons, other.evidence)
        == (event.type, event.actors, event.weapons, event.evidence)
        for other in found
    )


def relations_of(events: tuple[Event, ...]) -> tuple[Relation, ...]:
    """Who is tied to whom by what was done; plans and denials make no relation."""
    found: dict[tuple[str, str, str], Relation] = {}
    for event in events:
        if event.status in {"planned", "denied"}:
            continue
        for subject in event.actors:
            for target in (*event.recipients, *event.weapons):
                key = (subject, event.type, target)
                known = found.get(key)
                evidence = event.evidence if known is None else known.evidence + event.evidence
                found[key] = Relation(
                    subject=subject,
                    predicate=event.type,
                    object=target,
                    holder=event.holder,
                    evidence=tuple(dict.fromkeys(evidence)),
                )
    return tuple(found.values())
