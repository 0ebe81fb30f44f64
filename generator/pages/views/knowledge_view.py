"""What the knowledge base says about an entity, as a page shows it.

This module alone decides which facts are shown under which label, and under which spellings a
page is found by the site's search.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from generator.knowledge.entities import Actor, AnyEntity, Entity, Range, Role, Weapon, WeaponClass
from generator.pages import formats
from generator.pages.links import Links
from generator.pages.views.page_views import FactView, KnowledgeView, RangeView, RoleView
from generator.pages.views.types import Link

_JOINT = re.compile(r"(?<=\w)[-‐‑ ](?=\d)")
"""Where a designation is written with a hyphen, a space or nothing: ``RD-23``, ``RD 23``."""


def actor_knowledge(actor: Actor, links: Links) -> KnowledgeView:
    facts = [
        _fact("Official name", actor.official_name),
        _fact("Kind", (actor.subtype or "").replace("-", " ")),
        _linked("State", [actor.country], links),
        _linked("Part of", [actor.parent], links),
        _linked("Head", [actor.head], links),
        _linked("Capital", [actor.capital], links),
        _fact("Status", actor.status),
        _fact("In existence", _span(actor.valid_from, actor.valid_to)),
        _fact("State media", "yes" if actor.state_media else None),
        *(_fact(f"On list {name}", value) for name, value in sorted(actor.lists.items())),
    ]
    if actor.founded:
        founded = FactView(
            label="Founded",
            value=formats.date(actor.founded.date),
            confidence=actor.founded.confidence,
            sources=_sources(actor.founded.sources, links),
        )
        facts.append(founded)
    return _knowledge(actor, facts, links, roles=tuple(_role(one, links) for one in actor.roles))


def weapon_knowledge(weapon: Weapon | WeaponClass, links: Links) -> KnowledgeView:
    if isinstance(weapon, WeaponClass):
        facts = [
            _fact("Definition", weapon.definition),
            _fact("Short form", weapon.short),
            _linked("Kind of", [weapon.parent], links),
        ]
        return _knowledge(weapon, facts, links)
    facts = [
        _linked("Class", [weapon.weapon_class], links),
        _fact("Subclass", weapon.subclass),
        _linked("State", [weapon.country], links),
        _linked("Also used by", weapon.operators, links),
        _linked("Family", [_other(weapon.family, weapon, links)], links),
        _linked("Variant of", [weapon.variant_of], links),
        _fact("Propulsion", weapon.propulsion),
        _fact("Stages", str(weapon.stages) if weapon.stages else None),
        _fact("Payload", weapon.payload),
        _fact("Basing", weapon.basing),
        _fact("Status", weapon.status),
        _fact("First seen", formats.date(weapon.first_seen)),
        _fact("First tested", formats.date(weapon.first_tested)),
        _fact("First successful test", formats.date(weapon.first_successful_test)),
        _fact("Last tested", formats.date(weapon.last_tested)),
        *(_fact(f"Designation ({k})", v) for k, v in sorted(weapon.designations.items())),
    ]
    ranges = (
        *(_range("Range", one, links) for one in weapon.range_km),
        *(_range("Intercept altitude", one, links) for one in weapon.intercept_altitude_km),
    )
    return _knowledge(weapon, facts, links, ranges=ranges)


def names(entity: Entity) -> tuple[str, ...]:
    """Every other name that stands for it alone, in every script, and designations."""
    listed = [alias.text for alias in entity.aliases if not alias.weak]
    if isinstance(entity, Weapon):
        listed += entity.designations.values()
    return tuple(name for name in dict.fromkeys(listed) if name != entity.name)


def spellings(entity: Entity) -> tuple[str, ...]:
    """Designations with hyphen, space and neither, where :func:`names` has only one of them, so
    that a search finds whichever a reader types."""
    known = (entity.name, *names(entity))
    varied = (
        _JOINT.sub(joint, name) for name in known if _JOINT.search(name) for joint in ("-", " ", "")
    )
    return tuple(name for name in dict.fromkeys(varied) if name not in known)


def _knowledge(
    entity: AnyEntity,
    facts: Iterable[FactView | None],
    links: Links,
    *,
    roles: tuple[RoleView, ...] = (),
    ranges: tuple[RangeView, ...] = (),
) -> KnowledgeView:
    return KnowledgeView(
        description=entity.description,
        notes=entity.notes,
        confidence=entity.confidence,
        facts=tuple(fact for fact in facts if fact is not None),
        roles=roles,
        ranges=ranges,
        aliases=names(entity),
        contested=tuple(
            dict.fromkeys(
                alias.text for alias in entity.aliases if alias.contested and not alias.weak
            )
        ),
        spellings=spellings(entity),
        sources=_sources(entity.sources, links),
    )


def _other(identity: str | None, entity: Entity, links: Links) -> str | None:
    """``identity`` where it is that of another entity: families have codes of their own too."""
    known = links.directory.library.knowledge
    return identity if identity and identity != entity.id and known.get(identity) else None


def _fact(label: str, value: str | None) -> FactView | None:
    return FactView(label=label, value=value.replace("_", " ")) if value else None


def _linked(label: str, identities: Iterable[str | None], links: Links) -> FactView | None:
    found = links.entities(identity for identity in identities if identity)
    return FactView(label=label, value="", links=found) if found else None


def _role(role: Role, links: Links) -> RoleView:
    return RoleView(
        title=role.title,
        organisation=links.entity(role.org) if role.org else None,
        since=formats.date(role.valid_from),
        until=formats.date(role.valid_to),
        confidence=role.confidence,
        note=role.note,
    )


def _range(label: str, value: Range, links: Links) -> RangeView:
    return RangeView(
        label=label,
        op=value.op,
        amount=formats.number(value.km),
        unit="km",
        kind=value.kind,
        confidence=value.confidence,
        note=value.note,
        sources=_sources(value.sources, links),
    )


def _sources(identities: Iterable[str], links: Links) -> tuple[Link, ...]:
    return tuple(links.source(identity) for identity in identities)


def _span(start: str | None, end: str | None) -> str | None:
    if not start and not end:
        return None
    if not start:
        return f"until {formats.date(end)}"
    return f"since {formats.date(start)}" if not end else formats.period(start, end)
