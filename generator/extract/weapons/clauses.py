"""What stands between a frame word and a weapon, and whether it parts them.

Decides by the words alone: another clause, a relative one, an agent after "by", half of a compound.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from itertools import pairwise

from generator.extract.weapons.words import Words
from generator.text.reading import Reading
from generator.text.syntax.grammar import Grammar, Predicate

_WHICH_WITHIN = 8
_OUTER = 4
_ONE = frozenset({"was", "is", "has"})
_RELATIVE = 8
_APPOSED = 6
_SUBORDINATE = frozenset({"as", "while", "when", "because", "although", "though", "whereas"})
_AND_HAS = re.compile(r"\sand (?:carries|has|had|is|was|will|can|could|would)\s")
_LIKE = frozenset({("well",), ("such",), ("known",), ("same",)})
"""Before "as": no new clause."""
_RESUMED = re.compile(
    r",\s(?:it|he|she|they|we|there|this|is|are|was|were|has|have|had|will|would|can|could|saying|adding|claiming|stating|warning|telling|noting)\s"
)
"""Behind a comma: the subject of the main clause ("of the missile fired in May, it is") or its verb
("the Dart, a rocket shown in May, is"), or what somebody says ("sent a letter, saying")."""
_OBJECT_WITHIN = 6
_OWNED = frozenset({("its",), ("their",), ("his",), ("her",)})
_ABOUT = frozenset({"with", "on", "in", "about", "for", "regarding", "concerning", "of"})
_PIECE = 7
_ARTICLES = frozenset({"a", "an", "the"})
_WHICH = frozenset({"that", "which"})
_ABOARD = frozenset({"from", "aboard", "off", "on", "by"})
_JOINING = frozenset({"and", "or", "while", "then", "before", "after", "when", "as", "to", "by"})
_THAT = re.compile(r"(?<!\w)that (?=\S)", re.I)
_DEEDS = frozenset({"launch", "launching", "test", "testing", "firing"})
_AMOUNTS = frozenset({"more", "less", "fewer"})


def in_quotation(gap: str) -> bool:
    """ "Called it a "bird trained to": a quotation begins between, and goes on."""
    parts = gap.replace("“", '"').replace("”", '"').split('"')
    return len(parts) % 2 == 0 and " " in parts[-1].strip()


def relative_object(reading: Reading, last: int, predicate: Predicate) -> bool:
    """ "an ICBM that the DPRK flight-tested": the weapon before "that" is the object."""
    between = reading.between(last, predicate.group)
    between = between[1:] if between[:1] == ("s",) else between  # "the Dart-3s that"
    between = _behind_apposition(between, reading, last)
    if predicate.frame.intransitive or between[:1] not in {("that",), ("which",)}:
        return False
    return len(between) <= _RELATIVE and any(
        item.kind in {"actor", "weapon"} and last < reading.place_of(item)[0] < predicate.group
        for item in reading.mentions
    )


def has_object(predicate: Predicate, reading: Reading, prepositions: Collection[str]) -> bool:
    """ "Bombers launched cruise missiles", "tested its guns": a weapon follows with no preposition
    between, or what belongs to the subject."""
    owned = reading.between(predicate.last, predicate.last + 1) in _OWNED
    if owned and " " not in predicate.lemma:
        return True
    for later in reading.mentions[reading.index_of(offset_of(predicate.last, reading)) :]:
        first, _ = reading.place_of(later)
        if first > predicate.last + _OBJECT_WITHIN:
            return False
        if later.kind == "weapon":
            between = reading.between(predicate.last, first)
            gap = reading.text_between(predicate.last, first)
            return prepositions_free(between, prepositions) and not set(gap) & {",", ";", "("}
    return False


def prepositions_free(words: tuple[str, ...], prepositions: Collection[str]) -> bool:
    return not any(word in prepositions for word in words)


def has_relative_object(reading: Reading, predicate: Predicate) -> bool:
    """ "The Dart-3 that Ruritania tested, and the Dart-4": the verb has its object before it."""
    return any(
        item.kind == "weapon"
        and reading.place_of(item)[1] < predicate.group
        and relative_object(reading, reading.place_of(item)[1], predicate)
        for item in reading.mentions
    )


def _behind_apposition(between: tuple[str, ...], reading: Reading, last: int) -> tuple[str, ...]:
    """ "The Dart-4, a longer version that": the words from "that" on."""
    if between[:1] == () or between[0] not in _ARTICLES or "," not in reading.tokens.gap(last):
        return between
    at = next((at for at, word in enumerate(between[:_RELATIVE]) if word in _WHICH), 0)
    return between[at:] if between[at - 1] not in _ABOUT else between


def is_agent(predicate: Predicate, between: tuple[str, ...]) -> bool:
    """ "A leaflet handed out by the brigade, the Dart-3": what a participle was done by, and what
    follows it, are not its object."""
    bare = predicate.group == predicate.first and predicate.form in {"past", "participle"}
    return bare and "by" in between[:2]


def in_compound(predicate: Predicate, reading: Reading) -> bool:
    """ "The submarine-launched Dart-3": half of an adjective."""
    return (
        predicate.group == predicate.first
        and predicate.first > 0
        and reading.tokens.gap(predicate.first) in {"-", "‑"}
    )


def premodifies(predicate: Predicate, reading: Reading, determiners: Collection[str]) -> bool:
    """ "Delivered 20 upgraded launchers", "the improved Dart-3": half an adjective, which says less
    than a verb."""
    bare = predicate.group == predicate.first and predicate.form in {"past", "participle"}
    before = reading.between(predicate.first - 1, predicate.first) if predicate.first else ()
    return bare and bool(before) and (before[0] in determiners or before[0][:1].isdigit())


def among(between: tuple[str, ...]) -> bool:
    """ "Seven consignments from the port, among them the": told by way of example."""
    return ("among", "them") in pairwise(between) or "including" in between


def in_relative(gap: str) -> bool:
    """ "The boat, whose hull has been completed": what is said of the hull. Behind the comma that
    closes the clause the boat is spoken of again."""
    _, opened, rest = gap.partition("whose ")
    return bool(opened) and "," not in rest


def of_another(predicate: Predicate, reading: Reading) -> bool:
    """ "The delivery of a first tranche of Darts": the outer noun tells what became of them."""
    return any(
        item.is_noun
        and 0 < predicate.first - item.last <= _OUTER
        and reading.between(item.last - 1, item.last + 1).count("of") == 1
        for item in reading.predicates
    )


def of_relative(
    between: tuple[str, ...], group: int, reading: Reading, *, others: bool
) -> bool | None:
    """Whether a pronoun before a verb stands for the weapon ``between`` begins behind: the last of
    several ("the Dart-2, and the Dart-3, which was fired"). None if there is no such pronoun."""
    norms = reading.tokens.norms
    if not others and between[:1] == ("which",) and len(between) <= _WHICH_WITHIN:
        return True  # "from the Dart-3, which was shown"
    if between[:1] in {("it",), ("they",)} and norms[:2] == ("as", "for"):
        return True  # "as for the Dart-3, it has been fired"
    one = between[-1:] == ("that",) and norms[group] in _ONE
    return False if others and (one or between[-1:] == ("which",)) else None


def other_clause(between: tuple[str, ...], gap: str) -> bool:
    """ "Tested its shield, and as the carrier sails": the weapon belongs to the later clause."""
    if ("," in gap and _RESUMED.search(gap)) or _AND_HAS.search(gap):
        return True
    return "," in gap and any(
        word in _SUBORDINATE
        and between[at + 1 : at + 2] != ("well",)
        and between[max(0, at - 1) : at] not in _LIKE
        for at, word in enumerate(between)
    )


def in_that_clause(gap: str, *, told: bool = False) -> bool:
    """ "The placing of a beam that holds the submarine", "revealed in May that missiles were sent":
    a clause begins between. "That" right before a weapon points at it, unless the word before may
    be one of speech (``told``)."""
    return _THAT.search(gap) is not None or (told and gap.lower().endswith("that "))


def only_names(
    last: int, reading: Reading, *, made_of: Collection[str], followers: Collection[str]
) -> bool:
    """ "the missile programme", "a satellite launch site": the class noun that ends at a token only
    says what sort of thing follows."""
    behind = reading.between(last, last + 2)
    if not behind or reading.tokens.gap(last) not in {" ", "-"}:
        return False
    site = behind[0] in _DEEDS and behind[-1] in followers and len(behind) > 1
    return behind[0] in made_of or site


def in_pieces(
    first: int, reading: Reading, *, pieces: Collection[str], aids: Collection[str]
) -> bool:
    """ "components for the Dart-3", "spare parts for Ruritania's fleet of Dart-3s", "help with the
    Dart-3"."""
    before = reading.between(max(0, first - _PIECE), first)
    return any(
        (word in {"of", "for"} and noun in pieces) or (word in _ABOUT and noun in aids)
        for noun, word in pairwise(before)
    )


def fires(predicate: Predicate, first: int, last: int, reading: Reading) -> bool:
    """ "Missiles fired from the destroyer", "a test of the destroyer's guns": if the weapon is a
    ship, nothing was done to it."""
    if not predicate.frame.fires or predicate.last > first:
        return False
    between = reading.between(predicate.last, first)
    return not _ABOARD.isdisjoint(between) or reading.between(last, last + 1) == ("'s",)


def goes_on(
    between: tuple[str, ...], group: int, reading: Reading, adverbs: Collection[str]
) -> bool:
    """Whether an -ing form at a distance may be said of the subject: behind a comma, a joining word
    or an adverb, and not "the destroyer's crew at combat training"."""
    led = between[-1] in adverbs or between[-1] in _JOINING or between[-1].endswith("ly")
    return led or "," in reading.tokens.gap(group)


def more_than(words: tuple[str, ...], at: int) -> bool:
    """ "more than 3,000 bombs": compared is a number."""
    return words[at] == "than" and at > 0 and words[at - 1] in _AMOUNTS


def joins(reading: Reading, first: int, last: int) -> bool:
    """Whether a new clause may begin between two tokens."""
    return "and" in reading.between(first, last) or "," in reading.text_between(first, last)


def verb_between(reading: Reading, first: int, last: int) -> bool:
    return any(
        first <= item.first < last and not item.is_noun and item.form in {"past", "third"}
        for item in reading.predicates
    )


def points_back(
    predicate: Predicate, between: tuple[str, ...], reading: Reading, cues: Words
) -> bool:
    """ "This development follows work on several weapons": what was told before it, and no
    development of them. ``between`` begins with the noun."""
    pointed = reading.between(predicate.first - 1, predicate.first) in {("this",), ("these",)}
    return pointed and cues.linking.isdisjoint(between[1:2])


def for_another(between: tuple[str, ...], made_for: Collection[str]) -> bool:
    """ "Bearings used in the Dart-3": what is bought is a thing for it."""
    return any(
        word in made_for and following in {"in", "for", "by", "on", "with"}
        for word, following in pairwise(between)
    )


def without_places(between: tuple[str, ...], first: int, reading: Reading) -> tuple[str, ...]:
    """ "The stationing in Ruritania of the Dart-3": the words that begin at token ``first``,
    without a place and what leads to it."""
    taken: set[int] = set()
    for item in reading.mentions:
        if item.kind in {"place", "actor"}:
            begin, end = reading.place_of(item)
            if first < begin < first + len(between):
                taken.update(range(begin - 1, end))
    return tuple(word for at, word in enumerate(between, first) if at not in taken or word == "of")


def in_apposition(
    between: tuple[str, ...], last: int, reading: Reading, prepositions: Collection[str]
) -> bool:
    """ "On the Dart-3, the converted bus launched in May": a few words, and nobody named."""
    return (
        1 < len(between) <= _APPOSED
        and between[0] in _ARTICLES
        and reading.text_between(last, last + len(between)).count(",") == 1
        and "," in reading.tokens.gap(last)
        and not any(word in prepositions for word in between)
        and not any(
            last <= reading.place_of(item)[0] < last + len(between)
            for item in reading.mentions
            if item.kind in {"actor", "weapon"}
        )
    )


def behind_passive(
    predicate: Predicate, between: tuple[str, ...], reading: Reading, grammar: Grammar
) -> bool:
    """ "In the hall was exhibited the Dart-3": the subject stands behind its verb."""
    opening = predicate.frame.type == "displays" and predicate.passive
    if not opening or not between[:1] or between[0] not in grammar.determiners:
        return False
    lead = reading.between(0, predicate.group)
    named = any(
        reading.place_of(item)[1] == predicate.group and item.kind in {"actor", "weapon"}
        for item in reading.mentions
    )
    return bool(lead) and lead[0] in grammar.prepositions and not named


def suffers(predicate: Predicate, reading: Reading, be: Collection[str]) -> bool:
    """ "The Dart-3 was hit": who is hit hits nobody."""
    auxiliaries = reading.between(predicate.group, predicate.first)
    return predicate.frame.weapon == "used" and not set(auxiliaries).isdisjoint(be)


def engine_for(between: tuple[str, ...], engines: Collection[str]) -> bool:
    """ "a test of an engine for ICBMs" says nothing of the missile."""
    return "for" in between and any(word in engines for word in between)


def with_name(first: int, reading: Reading) -> int:
    """Where the phrase of a class noun right behind a name begins: "the Dart missile"."""
    for item in reading.mentions:
        begin, end = reading.place_of(item)
        if item.kind == "weapon" and end == first and begin < first:
            first = begin
    return first


def before_kin(
    first: int, reading: Reading, kin: Collection[tuple[str, ...]], determiners: Collection[str]
) -> int:
    """Where "a variant of the Dart-3" begins."""
    start = first
    while start and reading.tokens.norms[start - 1] in determiners:
        start -= 1
    return start - 2 if reading.between(start - 2, start) in kin else first


def offset_of(token: int, reading: Reading) -> int:
    """Where a token begins in the article."""
    starts = reading.tokens.starts
    own = starts[token] if token < len(starts) else len(reading.sentence.text)
    return reading.sentence.start + own


def counted_object(at: int, reading: Reading, grammar: Grammar) -> bool:
    """ "Shot down a drone": an article or a number stands behind the verb."""
    behind = reading.between(at + 1, at + 3)
    return any(
        (word in grammar.determiners or word[:1].isdigit())
        and not any(one in grammar.prepositions for one in behind[:step])
        for step, word in enumerate(behind)
    )
