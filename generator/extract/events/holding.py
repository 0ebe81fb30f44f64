"""Whether the words around let a frame word be an event.

Decides how near the words must stand that a frame asks for or forbids.
"""

from __future__ import annotations

from generator.knowledge.cues.verbs import VerbCues
from generator.text.reading import Reading
from generator.text.syntax.grammar import Predicate

_NEAR = 9
_OBJECT_WITHIN = 6
_LEAD = 7
_STOPS = frozenset(";:")
_ASIDES = frozenset({"the", "who", "which", "but", "he", "she", "it", "they", "according"})
_COUNTING = frozenset({"include", "includes", "included"})
_SHOWING = frozenset({"show", "reveal", "feature", "present", "display"})
_PICTURED = 8
_DETERMINERS = frozenset({
    "the", "a", "an", "his", "her", "its", "their", "our", "this", "that", "these", "those", "both",
    "several", "some", "two", "three", "four", "five", "another", "every", "many",
})  # fmt: skip
_GIVEN = frozenset({"supplies", "procures", "develops"})
_ADJECTIVES = 4
_PARTING = frozenset({"of", "in", "at", "on", "for", "with", "and", "to", "from", "by", "that"})


def holds(predicate: Predicate, reading: Reading, cues: VerbCues) -> bool:
    """Whether the words that a frame asks for are there, and none that it forbids."""
    frame = predicate.frame
    after = reading.between(predicate.last, predicate.last + 4)
    if frame.unless and not set(after).isdisjoint(frame.unless):
        return False
    if frame.unlike and predicate.is_noun and _follows(frame.unlike, predicate, reading):
        return False
    if predicate.form == "gerund" and any(
        item.rule == "demonym" and reading.place_of(item)[1] == predicate.group
        for item in reading.mentions
    ):
        return False  # "against Ruritanian invading forces"
    if predicate.form == "gerund" and _describing(predicate, reading, cues):
        return False
    if predicate.form == "past" and after[:1] and after[0] in _COUNTING:
        return False  # "the weapons TESTED INCLUDED a gun": the object is that of the next verb
    if frame.finite and predicate.passive and predicate.group == predicate.first:
        return False
    if frame.barred and not set(reading.tokens.norms).isdisjoint(frame.barred):
        return False
    if not frame.near or (frame.or_weapon and _next_to_weapon(predicate, reading)):
        return True
    last = predicate.last + _NEAR
    for at, gap in reading.marks(predicate.last + 1, last):
        aside = "," in gap and (
            reading.tokens.norms[at] in _ASIDES or reading.tokens.raws[at][:1].isupper()
        )
        if aside or not _STOPS.isdisjoint(gap):
            last = at
            break
    near = reading.between(predicate.last if frame.direct else max(0, predicate.group - 3), last)
    return not set(near).isdisjoint(frame.near)


def _describing(predicate: Predicate, reading: Reading, cues: VerbCues) -> bool:
    """ "in front of VISITING dignitaries" tells which ones; "Hentzau, REPLACING Rischenheim" took
    his office and removed nobody."""
    if predicate.lemma == "replace":
        return True
    if predicate.group < predicate.first:
        return False  # "is visiting factories"
    if predicate.frame.type == "attacks" and any(
        word in cues.drills for word in reading.between(predicate.last, predicate.last + 1)
    ):
        return True  # "bombing drills"
    raws = reading.tokens.raws[predicate.last : predicate.last + 1]
    word = reading.between(predicate.last, predicate.last + 1)
    plain = bool(raws) and raws[0].islower() and word[0] not in _DETERMINERS
    return predicate.lemma == "visit" and plain


def _follows(words: tuple[str, ...], predicate: Predicate, reading: Reading) -> bool:
    before = reading.between(max(0, predicate.first - _LEAD), predicate.first)
    return any(word in words for word in before)


def _next_to_weapon(predicate: Predicate, reading: Reading) -> bool:
    """Whether a weapon is the object of a verb, or the subject of a passive."""
    for item in reading.mentions:
        if item.kind != "weapon":
            continue
        first, last = reading.place_of(item)
        words = reading.between(predicate.last, first)
        if 0 <= first - predicate.last <= _OBJECT_WITHIN and _PARTING.isdisjoint(words):
            return True
        if predicate.passive and 0 <= predicate.group - last <= 1:
            return True
    return False


def only_pictured(predicate: Predicate, reading: Reading, cues: VerbCues) -> bool:
    """ "a video SHOWED six ships off the coast": a picture shows whatever there was, and is no
    display of arms unless it is one of a parade."""
    if predicate.frame.type != "displays" or predicate.is_noun or predicate.lemma not in _SHOWING:
        return False
    if not predicate.passive and any(
        item.kind == "weapon" and reading.place_of(item)[1] == predicate.group
        for item in reading.mentions
    ):
        return True  # "his interest in frigates showed what he wants"
    before = reading.between(max(0, predicate.group - _PICTURED), predicate.group)
    if not any(word in cues.pictured or word in cues.filmed for word in before):
        return False
    said = f" {' '.join(reading.tokens.norms)} "
    return not any(f" {phrase} " in said for phrase in cues.show_contexts)


def only_meant(predicate: Predicate, reading: Reading) -> bool:
    """ "gave Zenda drones TO ATTACK the town": what arms are given for is not done yet."""
    if predicate.form != "base" or reading.between(predicate.group, predicate.group + 1) != ("to",):
        return False
    earlier = [one for one in reading.predicates if one.last <= predicate.group and not one.is_noun]
    return (
        bool(earlier)
        and earlier[-1].frame.type in _GIVEN
        and earlier[-1].frame.event
        and predicate.frame.object != "weapon"
        and "," not in reading.text_between(earlier[-1].last, predicate.group)
    )


def told_as_done(predicate: Predicate, reading: Reading, cues: VerbCues) -> bool:
    """ "as shown by the test firing of the Dart-3", "after the launch of two missiles": a noun that
    tells a deed without naming who did it. "The launch of a missile" alone may be any launch."""
    norms = reading.tokens.norms
    if not predicate.frame.fires or norms[predicate.last : predicate.last + 1] != ("of",):
        return False
    at = predicate.first - 1
    while at > 0 and predicate.first - at <= _ADJECTIVES and norms[at] != "the":
        if reading.tokens.gap(at + 1) not in {" ", "-"}:
            return False
        at -= 1
    return (
        at > 0
        and norms[at] == "the"
        and norms[at - 1] in cues.telling_as_done
        and predicate.mood == "stated"
    )
