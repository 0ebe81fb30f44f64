"""Words as data: one type for each file of ``knowledge/language/``.

A topic is a module of :mod:`generator.knowledge.cues` holding one strict type; the file of the
same name in ``knowledge/language/`` fills it. Adding a topic is a module, a field here, a file.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, get_args, get_type_hints

from msgspec import Struct
from msgspec.structs import asdict, replace

from generator.knowledge.cues.actors import ActorCues
from generator.knowledge.cues.boilerplate import Boilerplate
from generator.knowledge.cues.claims import ClaimCues
from generator.knowledge.cues.dates import DateCues
from generator.knowledge.cues.genre import GenreCues
from generator.knowledge.cues.languages import Languages
from generator.knowledge.cues.outlook import OutlookCues
from generator.knowledge.cues.sentences import SentenceRules
from generator.knowledge.cues.specs import SpecCues
from generator.knowledge.cues.summary import SummaryCues
from generator.knowledge.cues.units import UnitCues
from generator.knowledge.cues.verbs import VerbCues
from generator.knowledge.cues.weapons import WeaponCues
from generator.knowledge.entities import Base
from generator.text.eastern.han import traditional_letters


class Language(Base, frozen=True, kw_only=True):
    """All cue files together; the field's name is the file's name."""

    actors: ActorCues
    specs: SpecCues
    summary: SummaryCues
    verbs: VerbCues
    dates: DateCues
    claims: ClaimCues
    genre: GenreCues
    outlook: OutlookCues
    units: UnitCues
    boilerplate: Boilerplate
    sentences: SentenceRules
    languages: Languages
    weapons: WeaponCues


def shared(topics: dict[str, Any]) -> dict[str, Any]:
    """The topics, with words that two of them read and one file holds."""
    east = topics["claims"].east_asian
    letters = traditional_letters(east.traditional, east.traditional_keeps)
    topics = {
        # The lists of claims are read as simplified, like their text.
        name: cues if name == "claims" else _both_ways(cues, type(cues), letters)
        for name, cues in topics.items()
    }
    verbs, outlook, claims = topics["verbs"], topics["outlook"], topics["claims"]
    actors, dates = topics["actors"], topics["dates"]
    weekdays = tuple(map(str.lower, (*dates.weekdays, *dates.weekdays_short)))
    months = tuple(map(str.lower, (*dates.months, *dates.months_short)))
    eastern = replace(
        outlook.east_asian,
        disposal_verbs=verbs.disposal_verbs,
        disposal_openers=verbs.disposal_openers,
        measure_words=verbs.measure_words,
    )
    return topics | {
        "outlook": replace(outlook, east_asian=eastern),
        "claims": replace(claims, days_between=(*claims.days_between, *weekdays, *months)),
        "verbs": replace(
            verbs, weekdays=weekdays, posts=(*verbs.posts, *actors.titles, *actors.persons.kin)
        ),
    }


def _both_ways(cues: Any, kind: Any, letters: Mapping[int, str]) -> Any:
    """Cues of a type with each Chinese word of their lists in traditional characters too. What has
    a fixed length, a pair of words, stays as it is."""
    if isinstance(cues, Struct):
        kinds = get_type_hints(type(cues))
        own = {name: _both_ways(one, kinds[name], letters) for name, one in asdict(cues).items()}
        return replace(cues, **own)
    of = get_args(kind)
    if isinstance(cues, dict):
        return {key: _both_ways(value, of[1], letters) for key, value in cues.items()}
    if not isinstance(cues, tuple) or of[1:] != (Ellipsis,):
        return cues
    if of[0] is not str:
        return tuple(_both_ways(one, of[0], letters) for one in cues)
    others = (one.translate(letters) for one in cues if not one.isascii())
    return tuple(dict.fromkeys((*cues, *others)))
