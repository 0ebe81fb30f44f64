"""Shape of ``knowledge/language/genre.yml``: what kind of piece an article is."""

from __future__ import annotations

from generator.knowledge.entities import Base


class GenreWords(Base, frozen=True, kw_only=True, rename="kebab"):
    """Words for each kind of piece; the key of ``state_media`` is ``state-media``."""

    state_media: tuple[str, ...] = ()
    official: tuple[str, ...] = ()
    commentary: tuple[str, ...] = ()
    analysis: tuple[str, ...] = ()
    tabloid: tuple[str, ...] = ()
    flash: tuple[str, ...] = ()


class GenreCues(Base, frozen=True, kw_only=True, eq=False):
    """``words`` are counted; ``marks`` decide alone, wherever in the file they stand, ``heads``
    only near its beginning, ``houses`` only as part of the publisher's name."""

    agencies: tuple[str, ...]
    marks: GenreWords
    heads: GenreWords
    houses: GenreWords
    words: GenreWords
    news_verbs: tuple[str, ...]
    eastern_news_verbs: tuple[str, ...]
    flash: tuple[str, ...]
    own_voice: tuple[str, ...]
    translated: tuple[str, ...]
