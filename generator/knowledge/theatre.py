"""What a project says of its own theatre in ``theatre.yml``, added to the words of the language.

Decides alone which words of the language depend on where the articles play: the clock at home,
the agencies that speak for a state, what "the North" is not, and whose ministry an article names
without a state. A project without the file
counts in UTC and adds nothing.
"""

from __future__ import annotations

from typing import Any

import msgspec

from generator.knowledge.cues.actors import Writing
from generator.knowledge.entities import Base


class Theatre(Base, frozen=True, kw_only=True):
    """Shape of ``knowledge/theatre.yml``. Every key may be left out."""

    home_zone: str = "UTC"
    """A zone of ``language/dates.yml``; dates given in another one are explained in it."""
    state_agencies: tuple[str, ...] = ()
    """Added to ``agencies`` of ``language/genre.yml``."""
    side_blocks: tuple[str, ...] = ()
    """Added to ``side_blocks`` of ``language/actors.yml``."""
    writings: tuple[Writing, ...] = ()
    """The state at home in each way of writing, the first that fits."""


def at_home(topics: dict[str, Any], theatre: Theatre) -> dict[str, Any]:
    """The topics of the language with the words of the theatre."""
    replace = msgspec.structs.replace
    dates, genre, actors = topics["dates"], topics["genre"], topics["actors"]
    return topics | {
        "dates": replace(dates, home_zone=theatre.home_zone),
        "genre": replace(genre, agencies=(*genre.agencies, *theatre.state_agencies)),
        "actors": replace(
            actors,
            side_blocks=(*actors.side_blocks, *theatre.side_blocks),
            writings=theatre.writings,
        ),
    }
