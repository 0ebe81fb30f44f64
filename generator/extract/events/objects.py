"""To whom, and with what: the names on the object side of a verb or noun."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from generator.extract.events.extent import clause_end
from generator.model import Claim, EntityId, Mention, WeaponStatus
from generator.text.reading import Reading
from generator.text.syntax.grammar import Predicate

_OBJECT_REACH = 26
_NOUN_REACH = 12
_LEAD = 3
_BESIDE = 3
_OWNED = 5
_GOVERNED = 5
"""Words from a name back to its preposition: "from the private firm"."""
_GIVEN_WITHIN = 4
"""Words from "sold" to whom it was sold to, without a preposition."""
_TOWARD = frozenset(
    {"to", "at", "against", "for", "from", "with", "toward", "towards", "over", "by"}
)
_FIRED = frozenset({"at", "against", "toward", "towards", "over", "into", "on", "to"})
_HANDED = frozenset({"to", "for", "with", "toward", "towards", "from", "by"})
_LED = {
    "launches": _FIRED,
    "tests": _FIRED,
    "launch-fails": _FIRED,
    "supplies": _HANDED,
    "displays": frozenset({"to"}),
    "deploys": frozenset({"to", "against", "toward", "towards", "for", "at"}),
    "develops": frozenset({"for"}),
    "commissions": frozenset(),
}
"""By the type of a deed, the prepositions that lead to whom it is done to: arms go to an army "for
use against" another, and are fired "from" a province."""
_LEADING = frozenset({
    "in", "at", "on", "from", "of", "with", "by", "to", "near", "over", "against", "for",
})  # fmt: skip
_FROM = frozenset({"launches", "tests", "launch-fails"})
_PARTED = frozenset({"but", "that", "which", "who", "while", "as", "after", "because"})
_WHO = frozenset({"who", "whom", "whose"})
_WORKS = frozenset({"production", "manufacturing", "manufacture", "assembly", "storage"})
_MADE = frozenset({"planned", "claimed"})
_SPEAKING = frozenset({"said", "says", "reported", "reports", "added", "claimed", "wrote", "noted"})
_CLAUSES = frozenset({
    "where", "when", "while", "because", "although", "though", "whereas", "whether", "once", "that",
    "which", "as", "if",
})  # fmt: skip
_TIMES = frozenset({"after", "before", "since", "until"})
"""Before a name and its verb these open another clause too."""
_VERB_WITHIN = 8

Deeds = Mapping[tuple[int, int], tuple[int, WeaponStatus] | None]
"""By the offsets of a weapon: the first token of the word that says what happens to it, and what
that comes to."""


def objects(predicate: Predicate, reading: Reading) -> list[Mention]:
    """The actors and weapons that may be what the predicate is about, in reading order; for a
    passive those before it come last."""
    reach = _NOUN_REACH if predicate.is_noun else _OBJECT_REACH
    limit = min(clause_end(predicate, reading), predicate.last + reach)
    found = [
        item
        for item in reading.names
        if predicate.last <= reading.place_of(item)[0] < limit
        and item.rule != "demonym"
        and item.kind in {"actor", "weapon"}
        and not (
            item.kind == "actor"
            and (_leads_compound(item, reading) or _heads_clause(item, predicate, reading))
        )
    ]
    given = predicate.frame.object != "weapon" or predicate.frame.giver
    if predicate.passive or predicate.frame.intransitive:
        struck = predicate.passive and predicate.frame.instrument is not None
        found += [
            item
            for item in reading.mentions
            if (
                (item.kind == "weapon" and not struck)
                or (item.kind == "actor" and given and not _led(item, predicate, reading))
            )
            and item.rule != "demonym"
            and reading.place_of(item)[1] <= predicate.group
            and predicate.group - reading.place_of(item)[1] <= 12
        ]
    return found


def _led(mention: Mention, predicate: Predicate, reading: Reading) -> bool:
    """ "it exists IN Ruritania and was passed on", "to Zenda, but it will be delivered": no subject
    of a passive."""
    first, last = reading.place_of(mention)
    if not _PARTED.isdisjoint(reading.between(last, predicate.group)):
        return True
    for at in range(first - 1, max(-1, first - 1 - _GOVERNED), -1):
        if reading.tokens.norms[at] in _LEADING:
            return True
        if "," in reading.tokens.gap(at + 1) or not reading.tokens.raws[at].islower():
            return False
    return False


def _leads_compound(mention: Mention, reading: Reading) -> bool:
    """ "over a Ruritania-led drill": the drill is the object, not the state."""
    end = mention.end - reading.sentence.start
    text = reading.sentence.text
    return text[end : end + 1] in {"-", "‑"} and text[end + 1 : end + 2].islower()


def _heads_clause(mention: Mention, predicate: Predicate, reading: Reading) -> bool:
    """ "attended a parade where Ruritania showed": the subject of another verb is no object."""
    first, last = reading.place_of(mention)
    if not _SPEAKING.isdisjoint(reading.between(last, last + 2)):
        return True  # "..., the agency reported on Monday"
    start = first - (reading.between(first - 1, first) in {("the",), ("its",), ("their",)})
    opener = reading.between(start - 1, start) if start > predicate.last else ()
    if opener and opener[0] in _CLAUSES:
        return opener[0] != "as" or _verb_follows(last, reading)
    return bool(opener) and opener[0] in _TIMES and _verb_follows(last, reading)


def _verb_follows(last: int, reading: Reading) -> bool:
    return any(
        last <= item.group <= last + _VERB_WITHIN
        and not item.is_noun
        and not set(reading.text_between(last, item.group)) & {";", ":"}
        for item in reading.predicates
    )


def recipients(
    found: list[Mention], *, actors: tuple[EntityId, ...], claim: Claim | None
) -> tuple[EntityId, ...]:
    """The actors among the objects who neither act themselves nor are only the source."""
    source = claim.holder if claim is not None else None
    spoken = claim.source if claim is not None else ""
    named = {item.entity for item in found if item.kind == "actor"}
    return tuple(
        dict.fromkeys(
            item.entity
            for item in found
            if item.entity in named
            and item.entity not in actors
            and item.entity != source
            and not (spoken and item.surface in spoken)
        )
    )


def _leads(lead: tuple[str, ...], predicate: Predicate) -> bool:
    """Whether the words before a name lead to whom it is done to: for arms the last preposition
    counts ("to Ruritania for use against Zenda"), but that of a place ("at targets in")."""
    own = _LED.get(predicate.frame.type)
    if own is None:
        return not _TOWARD.isdisjoint(lead)
    known = _TOWARD | _FIRED | _HANDED
    return next((word in own for word in reversed(lead) if word in known), False)


def leads(predicate: Predicate, reading: Reading) -> bool:
    """Whether a weapon stands right before an active verb, as its subject: "bombers flew a joint
    patrol"."""
    return not (predicate.passive or predicate.is_noun) and any(
        item.kind == "weapon" and reading.place_of(item)[1] == predicate.group
        for item in reading.mentions
    )


def owning(
    predicate: Predicate, reading: Reading, actors: tuple[EntityId, ...]
) -> tuple[EntityId, ...]:
    """Of the actors before a verb whose subject is the weapon those that own it: "Ruritania's
    Dart-3 made its debut", but "according to the agency, the Dart-3 made its debut"."""
    arms = [
        reading.place_of(item)[0]
        for item in reading.mentions
        if item.kind == "weapon" and reading.place_of(item)[1] <= predicate.group
    ]
    if not arms:
        return actors
    places = {at for item in reading.mentions for at in range(*reading.place_of(item))}
    kept: list[EntityId] = []
    for item in reading.names:
        last = reading.place_of(item)[1]
        if item.kind == "actor" and item.entity in actors and last <= arms[-1]:
            words = reading.between(last, arms[-1])
            owned = words[:1] == ("'s",) or item.rule == "demonym" or not words
            named = sum(last <= at < arms[-1] for at in places)
            if owned and len(words) - named <= _OWNED:
                kept.append(item.entity)
    return tuple(dict.fromkeys(kept))


def handed(
    predicate: Predicate,
    reading: Reading,
    *,
    actors: tuple[EntityId, ...],
    recipients: tuple[EntityId, ...],
) -> tuple[tuple[EntityId, ...], tuple[EntityId, ...]]:
    """Who gave and who got: whoever stands after "from" gave, and the subject of "receive" got."""
    limit = clause_end(predicate, reading)
    giver = next(
        (
            item.entity
            for item in reading.names
            if item.kind == "actor"
            and predicate.last <= reading.place_of(item)[0] < limit
            and "from"
            in reading.between(
                max(predicate.last, reading.place_of(item)[0] - 2), reading.place_of(item)[0]
            )
        ),
        None,
    )
    if predicate.frame.receiving:
        return (() if giver is None else (giver,)), actors
    if giver is None or (actors and not predicate.is_noun):
        return actors, recipients
    return (giver,), tuple(item for item in (*actors, *recipients) if item != giver)


def weapons(
    predicate: Predicate,
    reading: Reading,
    objects: list[Mention],
    *,
    reference: Mapping[tuple[int, int], EntityId],
    deeds: Deeds,
    made_of: Collection[str],
) -> tuple[tuple[EntityId, ...], bool]:
    """The weapons of the event, and whether one of them is used in earnest; ``reference`` leads
    from the offsets of a mention to its weapon. A weapon of which another word says what happened
    to it is no weapon of this event."""
    covering = [
        item
        for item in reading.mentions
        if item.kind == "weapon"
        and reading.place_of(item)[0] <= predicate.first
        and predicate.last <= reading.place_of(item)[1]
    ]
    governed = predicate.frame.weapon is not None and not covering
    plain = predicate.frame.weapon is None and predicate.frame.instrument is None
    near = covering or [
        item
        for item in objects
        if item.kind == "weapon"
        and (_done_to(item, predicate, deeds) if governed else not _named(item, reading, made_of))
        and not _done_by_another(item, predicate, reading, deeds=deeds, plain=plain)
    ]
    if not near and predicate.frame.object == "weapon":
        for item in reading.mentions:
            last = reading.place_of(item)[1]
            beside = last <= predicate.first and predicate.first - last <= _BESIDE
            verbal = any(word.endswith("ing") for word in reading.between(last, predicate.first))
            if item.kind == "weapon" and beside and not verbal:
                near.append(item)
        if governed:
            near = [item for item in near if _done_to(item, predicate, deeds)]
    spans = [(item.start, item.end) for item in near]
    used = any((deed := deeds.get(span)) is not None and deed[1] == "used" for span in spans)
    return tuple(dict.fromkeys(reference[span] for span in spans if span in reference)), used


def _named(item: Mention, reading: Reading, made_of: Collection[str]) -> bool:
    """ "signed a bill on the missile programme": the weapon only names what follows."""
    last = reading.place_of(item)[1]
    if reading.between(last, last + 1) == ("and",):  # "missile and drone production"
        last = next(
            (reading.place_of(one)[1] for one in reading.mentions if _at(one, last + 1, reading)),
            last,
        )
    behind = reading.between(last, last + 1)
    named = bool(behind) and (behind[0] in made_of or behind[0] in _WORKS)
    return named and reading.tokens.gap(last) == " "


def _at(mention: Mention, at: int, reading: Reading) -> bool:
    return mention.kind == "weapon" and reading.place_of(mention)[0] == at


def _done_by_another(
    item: Mention, predicate: Predicate, reading: Reading, *, deeds: Deeds, plain: bool
) -> bool:
    """ "sanctions in response to Ruritania's missile tests": what is done with the missiles is told
    by another word. An attack is made with what was fired, and not with what is made."""
    deed = deeds.get((item.start, item.end))
    behind = reading.between(predicate.last, max(predicate.last, reading.place_of(item)[0]))
    if predicate.frame.object != "weapon" and not _WHO.isdisjoint(behind):
        return True  # "killed Hentzau, who had fired a rocket"
    if deed is None or deed[0] <= predicate.first or predicate.frame.or_weapon:
        return False
    return plain or (predicate.frame.instrument is not None and deed[1] in _MADE)


def _done_to(item: Mention, predicate: Predicate, deeds: Deeds) -> bool:
    span = item.start, item.end
    if span not in deeds:
        return True
    deed = deeds[span]
    return deed is not None and deed[0] == predicate.first


def aimed(
    found: list[Mention], predicate: Predicate, reading: Reading, *, named: bool
) -> list[Mention]:
    """The actors that what is done with a weapon is done to: those behind a preposition that leads
    there, before the next noun of a deed; behind the verb itself where no weapon is ``named``
    between ("supplied Ruritania with")."""
    nouns = [item.first for item in reading.predicates if item.is_noun]
    limit = min((at for at in nouns if at >= predicate.last), default=len(reading.tokens))
    arms = [reading.place_of(item)[0] for item in found if item.kind == "weapon"]
    kept: list[Mention] = []
    for item in found:
        first, last = reading.place_of(item)
        if item.kind != "actor" or first < predicate.last:
            kept.append(item)
            continue
        if first >= limit and any(at < limit for at in arms):
            continue
        earlier = max((reading.place_of(one)[1] for one in kept if one.kind == "actor"), default=0)
        lead = reading.between(max(predicate.last, first - _LEAD, earlier), first)
        owns = reading.between(last, last + 1) == ("'s",)
        if owns and predicate.frame.type in _FROM:
            continue  # "launched at the North's station"
        if lead[-1:] == ("for",) and any(_at(one, last, reading) for one in reading.mentions):
            continue  # "shells for Ruritanian tanks": whose the tanks are
        ends = {reading.place_of(one)[1] for one in kept if one.kind == "actor"}
        parted = "," in reading.tokens.gap(first) and first not in ends
        to = _leads(lead, predicate) and not parted  # "on Thursday, Ruritania protested"
        to = to and "without" not in reading.between(predicate.last, first)
        own = predicate.frame.giver and not predicate.is_noun
        own = own and (not named or first < min(arms, default=0))
        own = own and first - predicate.last <= _GIVEN_WITHIN
        joined = bool(kept) and kept[-1].kind == "actor" and lead[-1:] in {("and",), ()}
        if to or joined or (own and not owns):
            kept.append(item)
    return kept
