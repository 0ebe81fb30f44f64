"""Who and what is named, where, and by which rule.

Decides the reading of every name in the body: the capital as a city or a government, a surname,
"the North", half a pair ("North and South Korea"), a name another word must support. It does
not decide which mentions make an actor or a weapon of the briefing.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from generator.knowledge.base import KnowledgeBase
from generator.knowledge.names import Name, build_indexes
from generator.model import Document, EntityId, Mention, MentionKind, MentionRule, Sentence, Span
from generator.text.tokens import Tokens, fold, tokenise

_NEAR_WEAPON = 6
_NEAR = 12
_PAIR_WORDS = frozenset({"and", "or", "&"})


@dataclass(slots=True)
class _Context:
    """What the whole article says, gathered before any weak name is read."""

    words: frozenset[str]
    plain: Counter[str]
    full_names: dict[str, list[tuple[int, str]]] = field(default_factory=dict)
    date: str | None = None


class Recogniser:
    """The name indexes and reading rules of one knowledge base. Stateless between documents."""

    def __init__(self, knowledge: KnowledgeBase) -> None:
        self.knowledge = knowledge
        self.names, self.topics = build_indexes(knowledge)
        cues = knowledge.language.actors
        self._spatial = frozenset(cues.spatial)
        self._motion = frozenset(cues.motion)
        self._reaching = frozenset(cues.reaching)
        self._city_nouns = frozenset(cues.city_nouns)
        self._city_parts = frozenset(cues.city_parts)
        self._city_suffixes = frozenset(cues.city_suffixes)
        self._side_blocks = frozenset(cues.side_blocks)
        self._titles = frozenset(cues.titles)
        self._not_names = frozenset(cues.not_names)
        self._calendar = frozenset(cues.calendar)
        self._modifiers = frozenset(cues.modifiers)
        self._modified = frozenset(cues.modified)
        self._class_blocks = cues.class_blocks
        self._families = _designation_families(knowledge)
        self._surnames = _surnames(knowledge)

    def recognise(
        self, document: Document, *, reserved: Iterable[Span] = ()
    ) -> tuple[Mention, ...]:
        """All mentions in reading order; names and topics may overlap, names never do.

        ``reserved`` are names known by their form: a known name inside one counts only if it
        covers all of it ("Seoul" in "Seoul National University" does not).
        """
        held = {span.start: span.end for span in reserved}
        tokens = tokenise(document.article.text)
        context = self._gather(document, tokens)
        rejected = {fold(item) for item in document.article.notes.reject}
        mentions: list[Mention] = []
        for sentence in document.sentences:
            reader = _SentenceReader(self, tokens, sentence, context, mentions, held)
            mentions.extend(reader.read())
        return tuple(
            mention
            for mention in sorted(mentions, key=lambda item: (item.start, item.end, item.entity))
            if fold(mention.surface) not in rejected and mention.entity not in rejected
        )

    def _gather(self, document: Document, tokens: Tokens) -> _Context:
        article = document.article
        stated = article.published.value if article.published else None
        context = _Context(
            words=frozenset(tokens.norms), plain=Counter(), date=article.notes.date or stated
        )
        for sentence in document.sentences:
            index, stop = tokens.at(sentence.start), tokens.at(sentence.end)
            while index < stop:
                step = 1
                for end, names in self.names.at(tokens, index):
                    plain = [name for name in names if name.reading in {"plain", "demonym"}]
                    if plain and end <= stop:
                        for name in plain:
                            context.plain[name.entity] += 1
                            self._note_full_name(context, name, tokens.starts[index])
                        step = end - index
                        break
                index += step
        return context

    def _note_full_name(self, context: _Context, name: Name, offset: int) -> None:
        actor = self.knowledge.actors.get(name.entity)
        if actor is None or actor.kind != "person" or len(name.raws) < 2:
            return
        for surname in self._surnames.get(name.entity, ()):
            context.full_names.setdefault(surname, []).append((offset, name.entity))


def _surnames(knowledge: KnowledgeBase) -> dict[str, tuple[str, ...]]:
    """Identity of a person -> folded surnames by which the person is called again."""
    result: dict[str, tuple[str, ...]] = {}
    for actor in knowledge.actors.values():
        if actor.kind == "person":
            weak = [
                alias.text
                for alias in actor.aliases
                if alias.rule == "surname" or alias.style == "surname"
            ]
            result[actor.id] = tuple({tokenise(word).norms[-1] for word in weak})
    return result


def _designation_families(knowledge: KnowledgeBase) -> dict[str, str]:
    """Folded first word of numbered designations -> how the family is written."""
    counts: Counter[str] = Counter()
    written: dict[str, str] = {}
    for weapon in knowledge.weapons.values():
        for text in {weapon.name, *(alias.text for alias in weapon.aliases)}:
            tokens = tokenise(text)
            if len(tokens) >= 2 and tokens.norms[1].isdigit() and tokens.raws[0].isascii():
                word = tokens.norms[0]
                counts[word] += 1
                written.setdefault(word, tokens.raws[0])
    return {word: written[word] for word, count in counts.items() if count > 1 and len(word) > 1}


class _SentenceReader:
    """Reads one sentence left to right; earlier mentions are at hand for what refers back."""

    def __init__(
        self,
        rules: Recogniser,
        tokens: Tokens,
        sentence: Sentence,
        context: _Context,
        before: list[Mention],
        reserved: Mapping[int, int],
    ) -> None:
        self.reserved = reserved
        self.rules = rules
        self.tokens = tokens
        self.sentence = sentence
        self.context = context
        self.before = before
        self.first = tokens.at(sentence.start)
        self.stop = tokens.at(sentence.end)
        self.found: list[Mention] = []

    def read(self) -> Iterator[Mention]:
        index = self.first
        while index < self.stop:
            index = self._step(index)
        yield from self.found
        yield from self._topics()

    def _step(self, index: int) -> int:
        held = self.reserved.get(self.tokens.starts[index])
        if held is not None:
            return self._reserved(index, held)
        half = self._pair_half(index)
        if half is not None:
            self.found.append(half)
            return index + 1
        for end, names in self.rules.names.at(self.tokens, index):
            if end > self.stop:
                continue
            mention = self._choose(names, index, end)
            if mention is not None:
                self.found.append(mention)
                return self._list_tail(mention, index, end)
            if any(name.reading == "blocked" for name in names):
                return end
        unknown = self._unknown_designation(index)
        if unknown is not None:
            self.found.append(unknown)
            return self.tokens.at(unknown.end - 1) + 1
        return index + 1

    def _reserved(self, index: int, end: int) -> int:
        """A name known by its form begins here: a listed name counts only if it reaches as far."""
        for last, names in self.rules.names.at(self.tokens, index):
            if self.tokens.ends[last - 1] >= end and last <= self.stop:
                mention = self._choose(names, index, last)
                if mention is not None:
                    self.found.append(mention)
                    return last
        return max(index + 1, self.tokens.at(end - 1) + 1)

    # -- choosing a reading ---------------------------------------------------------------

    def _choose(self, names: tuple[Name, ...], first: int, last: int) -> Mention | None:
        plain = [name for name in names if name.reading in {"plain", "demonym", "seat"}]
        capitals = [name for name in names if name.reading == "metonym"]
        if capitals:
            city = [name for name in names if name.kind == "place"]
            if city and self._is_city(first, last):
                return self._mention(city[0], first, last)
            return self._mention(capitals[0], first, last)
        actors = [name for name in plain if name.kind != "place"] or plain
        if len({name.entity for name in actors}) == 1 and self._supported(actors[0], first, last):
            return self._mention(actors[0], first, last)
        if len(actors) > 1:
            nearest = self._by_country(actors, first, last)
            if nearest is not None:
                return self._mention(nearest, first, last)
        weak = [name for name in names if name.reading not in {"plain", "demonym", "seat"}]
        return self._choose_weak(weak, first, last)

    def _choose_weak(self, names: list[Name], first: int, last: int) -> Mention | None:
        by_reading: dict[str, list[Name]] = {}
        for name in names:
            by_reading.setdefault(name.reading, []).append(name)
        for reading, group in by_reading.items():
            mention: Mention | None = None
            if reading == "expanded":
                spelled_out = [name for name in group if self.context.plain[name.entity]]
                mention = self._mention(spelled_out[0], first, last) if spelled_out else None
            elif reading == "dated":
                mention = self._dated(group, first, last)
            elif reading == "surname":
                mention = self._surname(group, first, last)
            elif reading == "north-south":
                mention = self._side(group, first, last)
            elif reading == "combining":
                if last < self.stop and self.tokens.gap(last) == "-":
                    mention = self._mention(group[0], first, last)
            elif reading in {"role", "shared-name", "participant"}:
                continue
            else:
                mention = self._in_context(group, first, last)
            if mention is not None:
                return mention
        return None

    def _supported(self, name: Name, first: int, last: int) -> bool:
        """Whether the words a name asks for are there, and those that forbid it are not."""
        if name.blocked_by and self._near(name.blocked_by, first, last, _NEAR_WEAPON):
            return False
        if name.needs:
            reach = _NEAR_WEAPON if name.kind == "weapon" else _NEAR
            if not self._near(name.needs, first, last, reach):
                return False
        if last < self.stop and self.tokens.norms[last - 1] in self.rules._modifiers:
            following = self.tokens.norms[last]
            if self.tokens.gap(last) == " " and following in self.rules._modified:
                return False
        return name.reading != "seat" or not self._is_city(first, last)

    def _dated(self, names: list[Name], first: int, last: int) -> Mention | None:
        """A name that changed its meaning: only the article's own date can decide."""
        at = self.context.date
        fitting = [
            name
            for name in names
            if (at is None and name.valid_to is None)
            or (
                at is not None
                and (name.valid_from or "")[: len(at)] <= at
                and (name.valid_to is None or at <= name.valid_to[: len(at)])
            )
        ]
        fitting = [name for name in fitting if self._allowed(name, first, last, dated=True)]
        return self._mention(fitting[0], first, last) if len(fitting) == 1 else None

    def _in_context(self, names: list[Name], first: int, last: int) -> Mention | None:
        fitting = [name for name in names if self._allowed(name, first, last)]
        if not fitting:
            return None
        chosen = self._by_country(fitting, first, last)
        if chosen is None:
            sure = [name for name in fitting if name.needs]
            chosen = sure[0] if len({name.entity for name in sure}) == 1 else None
        return self._mention(chosen, first, last) if chosen else None

    def _allowed(self, name: Name, first: int, last: int, *, dated: bool = False) -> bool:
        if name.blocked_by and self._near(name.blocked_by, first, last, _NEAR_WEAPON):
            return False
        if not name.needs:
            return dated or name.kind == "actor"
        if self._near(name.needs, first, last, _NEAR_WEAPON if name.kind == "weapon" else _NEAR):
            return True
        return name.in_article and any(_has_words(word, self.context.words) for word in name.needs)

    def _near(self, words: Iterable[str], first: int, last: int, reach: int) -> bool:
        window = self.tokens.norms[max(self.first, first - reach) : first]
        window += self.tokens.norms[last : min(self.stop, last + reach)]
        inside = set(window)
        return any(_has_words(word, inside) for word in words)

    def _by_country(self, names: list[Name], first: int, last: int) -> Name | None:
        """The candidate whose state stands next to it, else is nearest in the sentence, else
        is the only one the article speaks of."""
        by_state: dict[str, Name] = {}
        for name in names:
            actor = self.rules.knowledge.actors.get(name.entity)
            if actor is not None and actor.country:
                by_state.setdefault(actor.country, name)
        if not by_state:
            return None
        start = self.tokens.starts[first]
        for mention in reversed(self.found):
            if mention.entity in by_state and mention.kind == "actor":
                if start - mention.end <= 40:
                    return by_state[mention.entity]
                break
        after = self.tokens.norms[last : last + 6]
        for state, name in by_state.items():
            actor = self.rules.knowledge.actors[state]
            if after[:1] == ("of",) and fold(actor.name.split()[0]) in after:
                return name
        for state, name in by_state.items():
            seats = {fold(item.text) for item in self.rules.knowledge.actors[state].metonyms}
            if seats & set(self.tokens.norms[last : min(self.stop, last + 5)]):
                return name
        present = [state for state in by_state if self.context.plain[state]]
        if len(present) == 1 and len(by_state) > 1:
            return by_state[present[0]]
        return None

    # -- capitals -------------------------------------------------------------------------

    def _is_city(self, first: int, last: int) -> bool:
        rules, tokens = self.rules, self.tokens
        norms = tokens.norms
        before = norms[first - 1] if first > self.first else ""
        after = norms[last] if last < self.stop else ""
        gap_after = tokens.gap(last) if last < self.stop else ""
        if gap_after == "-":
            return after in rules._city_suffixes
        if first > self.first and tokens.gap(first) == "-":
            return False
        pair = self._paired(first)
        if pair is not None:
            return pair
        if gap_after.strip() == "" and (after in rules._city_nouns):
            return after != "military" or norms[last + 1 : last + 2] == ("parade",)
        if gap_after.startswith(",") and self._state_follows(last):
            return True
        if before in rules._spatial or before in rules._reaching:
            return True
        if before in {"to", "from", "for", "back", "of"}:
            window = norms[max(self.first, first - 5) : first - 1]
            if before == "of":
                return bool(window) and window[-1] in rules._city_parts
            return any(word in rules._motion for word in window)
        if after == "'s":
            following = next(iter(self.rules.names.at(tokens, last + 1)), None)
            return following is not None and any(name.kind == "place" for name in following[1])
        return before == "the" and after in rules._city_nouns

    def _paired(self, first: int) -> bool | None:
        """Reading of the other half of "Pyongyang and Beijing", if this is the second."""
        if first - 1 > self.first and self.tokens.norms[first - 1] in _PAIR_WORDS and self.found:
            previous = self.found[-1]
            if previous.end == self.tokens.ends[first - 2]:
                return previous.kind == "place"
        return None

    def _state_follows(self, last: int) -> bool:
        for _, names in self.rules.names.at(self.tokens, last):
            for name in names:
                actor = self.rules.knowledge.actors.get(name.entity)
                if actor is not None and actor.kind == "state" and name.reading == "plain":
                    return True
        return False

    # -- names that refer back ------------------------------------------------------------

    def _surname(self, names: list[Name], first: int, last: int) -> Mention | None:
        tokens = self.tokens
        if not self._stands_alone(first, last):
            return None
        entities = {name.entity: name for name in names}
        surname = tokens.norms[last - 1]
        offset = tokens.starts[first]
        earlier = [
            entity
            for position, entity in self.context.full_names.get(surname, ())
            if position < offset and entity in entities
        ]
        if earlier:
            return self._mention(entities[EntityId(self._likeliest(earlier))], first, last)
        if surname in self.context.full_names:
            later = {entity for _, entity in self.context.full_names[surname]}
            if len(later) == 1:
                entity = EntityId(later.pop())
                return self._mention(entities[entity], first, last) if entity in entities else None
        heads = [name for name in names if self._heads_present_state(name.entity)]
        if len(heads) == 1:
            return self._mention(heads[0], first, last, inferred=True)
        return None

    def _likeliest(self, earlier: list[str]) -> str:
        """The person named last; a person named in this paragraph goes before others."""
        here = {
            mention.entity
            for mention in [*self.before[-40:], *self.found]
            if mention.kind == "actor" and mention.rule in {"alias", "surname"}
        }
        for entity in reversed(earlier):
            if entity in here:
                return entity
        return earlier[-1]

    def _heads_present_state(self, entity: str) -> bool:
        actor = self.rules.knowledge.actors[entity]
        return (
            actor.subtype == "head-of-state"
            and actor.country is not None
            and self.context.plain[actor.country] > 0
        )

    def _stands_alone(self, first: int, last: int) -> bool:
        """No capitalised neighbour makes the word part of another name."""
        tokens, rules = self.tokens, self.rules
        if last < self.stop and tokens.gap(last) in {" ", "-"}:
            following = tokens.raws[last]
            if (
                following[0].isupper()
                and tokens.norms[last] not in rules._calendar
                and tokens.norms[last] not in rules._not_names
            ):
                return False
            if tokens.gap(last) == "-" and following not in {"led", "backed", "era", "appointed"}:
                return False
        if first > self.first and tokens.gap(first) in {" ", "-"}:
            previous = tokens.norms[first - 1]
            capital = tokens.raws[first - 1][0].isupper()
            known = previous in rules._titles or previous in rules._not_names or previous == "'s"
            if capital and not known and not self._ends_mention(first):
                return False
        return True

    def _ends_mention(self, index: int) -> bool:
        return bool(self.found) and self.found[-1].end == self.tokens.ends[index - 1]

    def _side(self, names: list[Name], first: int, last: int) -> Mention | None:
        """ "The North" is a state only in an article that names one of the pair."""
        tokens = self.tokens
        word = last - 1
        if not tokens.raws[word][0].isupper():
            return None
        if last < self.stop and tokens.gap(last) in {" ", "-"}:
            following = tokens.norms[last]
            if following in self.rules._side_blocks or (
                tokens.raws[last][0].isupper() and following not in self.rules._calendar
            ):
                return None
        if any(self.context.plain[name.entity] for name in names):
            return self._mention(names[0], first, last)
        return None

    def _pair_half(self, index: int) -> Mention | None:
        """The first half of "North and South Korea": the shared word stands after the second."""
        tokens = self.tokens
        if index + 3 >= self.stop or tokens.norms[index + 1] not in _PAIR_WORDS:
            return None
        if not tokens.raws[index][0].isupper():
            return None
        for end, names in self.rules.names.at(tokens, index + 2):
            for name in names:
                if name.reading != "plain" or len(name.raws) < 2 or end > self.stop:
                    continue
                words = (tokens.norms[index], *tokens.norms[index + 3 : end])
                twin = self.rules.names.lookup(words)
                if twin is not None and twin.entity != name.entity:
                    return self._mention(twin, index, index + 1)
        return None

    # -- weapons --------------------------------------------------------------------------

    def _list_tail(self, mention: Mention, first: int, last: int) -> int:
        """ "Hwasong-18, 19 and 20": numbers after a designation stand for the family."""
        tokens = self.tokens
        if mention.kind != "weapon" or not tokens.norms[last - 1].isdigit():
            return last
        family = tokens.norms[first : last - 1]
        position = last
        while position < self.stop:
            gap = tokens.gap(position)
            number = position
            if tokens.norms[position] in _PAIR_WORDS and gap in {" ", ", "}:
                number = position + 1
            elif gap not in {", ", ", -", "/", "/-"}:
                break
            if number >= self.stop or not tokens.norms[number].isdigit():
                break
            name = self.rules.names.lookup((*family, tokens.norms[number]))
            if name is None or name.kind != "weapon":
                break
            self.found.append(self._mention(name, number, number + 1))
            position = number + 1
        return position

    def _unknown_designation(self, index: int) -> Mention | None:
        """A number the knowledge base lacks in a family it knows: kept, marked unknown."""
        tokens = self.tokens
        family = self.rules._families.get(tokens.norms[index])
        if family is None or index + 1 >= self.stop or not tokens.norms[index + 1].isdigit():
            return None
        if tokens.gap(index + 1) not in {"-", " ", ""} or len(tokens.norms[index + 1]) > 3:
            return None
        if tokens.raws[index][0].islower() or (len(family) <= 3 and tokens.gap(index + 1) != "-"):
            return None
        last = index + 2
        if last < self.stop and tokens.gap(last) == "" and len(tokens.raws[last]) <= 2:
            last += 1
        text = self.tokens.text[tokens.starts[index] : tokens.ends[last - 1]]
        identity = "-".join(tokens.norms[index:last])
        return Mention(
            start=tokens.starts[index],
            end=tokens.ends[last - 1],
            sentence=self.sentence.id,
            surface=text,
            rule="pattern",
            kind="weapon",
            entity=EntityId(identity),
            known=False,
        )

    # -- topics ---------------------------------------------------------------------------

    def _topics(self) -> Iterator[Mention]:
        index = self.first
        while index < self.stop:
            step = 1
            for end, names in self.rules.topics.at(self.tokens, index):
                if end > self.stop:
                    continue
                mention = self._topic(names, index, end)
                if mention is not None:
                    yield mention
                    step = end - index
                    break
            index += step

    def _topic(self, names: tuple[Name, ...], first: int, last: int) -> Mention | None:
        start, end = self.tokens.starts[first], self.tokens.ends[last - 1]
        name = names[0]
        if name.is_class:
            word = self.tokens.norms[last - 1]
            before = self.tokens.norms[first - 1] if first > self.first else ""
            if before in self.rules._class_blocks.get(word, ()):
                return None
            inside = any(item.start < end and start < item.end for item in self.found)
            if inside or (name.needs and not self._near(name.needs, first, last, _NEAR_WEAPON)):
                return None
        elif name.reading != "plain" and not self._topic_fits(name):
            return None
        return self._mention(name, first, last)

    def _topic_fits(self, name: Name) -> bool:
        """A weak name of an event or treaty needs a participant in the same sentence."""
        event = self.rules.knowledge.events.get(name.entity)
        instrument = self.rules.knowledge.instruments.get(name.entity)
        parties: tuple[str, ...] = ()
        if event is not None:
            parties = event.participants
        elif instrument is not None:
            parties = instrument.parties
        return any(mention.entity in parties for mention in self.found)

    def _mention(self, name: Name, first: int, last: int, *, inferred: bool = False) -> Mention:
        start, end = self.tokens.starts[first], self.tokens.ends[last - 1]
        if name.text.endswith(".") and self.tokens.text[end : end + 1] == ".":
            end += 1
        rule: MentionRule = name.rule
        kind: MentionKind = name.kind
        return Mention(
            start=start,
            end=end,
            sentence=self.sentence.id,
            surface=self.tokens.text[start:end],
            rule=rule,
            kind=kind,
            entity=name.entity,
            inferred=inferred,
        )


def _has_words(phrase: str, words: Iterable[str]) -> bool:
    inside = words if isinstance(words, (set, frozenset)) else set(words)
    return all(fold(part) in inside for part in phrase.replace("-", " ").split())
