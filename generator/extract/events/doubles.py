"""Which deeds of a sentence are one deed, and which only say who reported another.

Decides what of the events that were read is told twice.
"""

from __future__ import annotations

from generator.knowledge.cues.verbs import VerbCues
from generator.model import EntityId, Event
from generator.text.reading import Reading
from generator.text.syntax.grammar import Predicate

ATTACK = "attacks"
_USE = "uses"
_COMMISSION, _DEPLOYED = "commissions", "deploys"
_ANNOUNCED = "announces"
_COMPLEMENT = 9
"""Words from "announced" to its "that": "announced in a statement on Monday that"."""
_AT_END = 6
_WHEN = frozenset({
    "on", "in", "at", "during", "via", "through", "late", "early", "earlier", "today", "yesterday",
    "this", "last",
})  # fmt: skip
_OPENING = frozenset({"in", "on", "at", "after", "before", "during", "following", "amid", "as"})
_PAPERS = frozenset({"statement", "statements", "report", "reports", "document", "documents"})
_SAYING = frozenset(
    {"saying", "stating", "that", "claiming", "which", "warning", "quoting", "calling"}
)
_PAPER = 8


def only_reports(predicate: Predicate, reading: Reading, cues: VerbCues) -> bool:
    """ "announced on Monday THAT", "..., the ministry announced on Monday", "issued a statement
    SAYING": words of speech, and no deed beside the one that they report."""
    if predicate.frame.type != _ANNOUNCED or predicate.mood != "stated":
        return False
    norms = reading.tokens.norms
    opening = reading.between(max(0, predicate.group - _COMPLEMENT), predicate.group)
    if (
        "as" in opening
        and predicate.last < len(norms)
        and "," in reading.tokens.gap(predicate.last)
    ):
        return True  # "the frigate, as the ministry has announced, entered service"
    after = norms[predicate.last : predicate.last + _COMPLEMENT]
    aside = not after or after[0] in _WHEN or after[0] in cues.weekdays
    if "that" in after and (aside or after[0] == "that"):
        return True
    if after and after[0] in cues.pronouns:
        return True  # "announced they would"
    if aside and len(norms) - predicate.last <= _AT_END and norms[0] not in _OPENING:
        return "," in reading.text_between(0, predicate.group)
    papers = norms[predicate.first : predicate.last + _PAPER]
    return not _PAPERS.isdisjoint(papers) and not _SAYING.isdisjoint(norms[predicate.last :])


def one_deed(events: list[Event]) -> list[Event]:
    """ "Struck the depot with drones" is one attack: the use of the drones is told in it. A ship
    commissioned is in service, which is no second event."""
    attacks = [item for item in events if item.type == ATTACK]
    downed = [(item.verb, item.weapons) for item in events if item.type == "intercepts"]
    supplied = [(item.text, item.weapons) for item in events if item.type == "supplies"]
    commissioned = [(item.verb, item.weapons) for item in events if item.type == _COMMISSION]
    return [
        item
        for item in events
        if not (item.type == _DEPLOYED and (item.verb, item.weapons) in commissioned)
        and not (item.type == _DEPLOYED and (item.text, item.weapons) in supplied)
        and not (item.type == _USE and (item.verb, item.weapons) in downed)
        and (
            item.type != _USE
            or not any(
                set(item.weapons) <= set(other.weapons) or item.verb.split()[0] == other.verb
                for other in attacks
            )
        )
    ]


def _told(event: Event) -> tuple[str, tuple[EntityId, ...]]:
    return event.type, event.weapons


def repeats(event: Event, predicate: Predicate, found: list[Event]) -> bool:
    """The same verb frame by the same actors in one sentence is one event; so is an attack and
    what it hit ("attacked the city, hitting a plant")."""
    if predicate.form == "gerund" and event.type == ATTACK:
        return any((other.type, other.actors) == (ATTACK, event.actors) for other in found)
    if not event.verb.isascii() and any(
        (other.type, other.weapons, other.evidence) == (event.type, event.weapons, event.evidence)
        for other in found
    ):
        return True
    if any(
        other.text == event.text
        and (predicate.carried is not None or (other.type, other.weapons) == _told(event))
        for other in found
    ):
        return True  # "held a launch drill": the drill and its launch; "test-firing" is one test
    if any(
        (other.type, other.actors, other.evidence) == (event.type, event.actors, event.evidence)
        and not event.recipients
        and other.text.endswith(event.text)
        for other in found
    ):
        return True  # "summoned the envoy to protest"
    if any(
        (*_told(other), other.evidence) == (*_told(event), event.evidence)
        and (other.text.startswith(event.text) or event.text.startswith(other.text))
        for other in found
    ):
        return True  # "test-firing of the missile", read as a noun and as a verb
    return any(
        (other.type, other.verb, other.actors, other.weapons, other.evidence)
        == (event.type, event.verb, event.actors, event.weapons, event.evidence)
        for other in found
    )
