"""Words as data: one type for each file of ``knowledge/language/``.

A topic is a module of :mod:`generator.knowledge.cues` holding one strict type; the file of the
same name in ``knowledge/language/`` fills it. Adding a topic is a module, a field here, a file.
"""

from __future__ import annotations

from typing import Any

from msgspec.structs import replace

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
