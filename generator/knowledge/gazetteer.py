"""Light entries of ``gazetteer.yml`` as the entities they stand for."""

from __future__ import annotations

from generator.knowledge.entities import Actor, Demonyms, GazetteerState, Metonym, Place
from generator.text.slugs import slug


def state(entry: GazetteerState, *, capital: str | None, sources: tuple[str, ...]) -> Actor:
    """The state; ``capital`` is the identity of its place."""
    named = entry.capital if entry.capital != capital else None
    return Actor(
        id=entry.id,
        name=entry.name,
        kind="state",
        iso2=entry.iso2,
        iso3=entry.iso3,
        wikidata=entry.wikidata,
        aliases=entry.aliases,
        capital=capital,
        demonyms=Demonyms(adjective=entry.adjective, people=entry.people),
        metonyms=(Metonym(text=named),) if named else (),
        sources=sources,
    )


def capital(entry: GazetteerState, *, sources: tuple[str, ...]) -> Place:
    """The capital, which has no file of its own."""
    name = entry.capital or ""
    return Place(
        id=slug(name),
        name=name,
        subtype="capital-city",
        country=entry.id,
        metonym_of=entry.id,
        description=f"Capital of {entry.name}.",
        sources=sources,
    )
