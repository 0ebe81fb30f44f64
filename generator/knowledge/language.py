"""Words as data: one type for each file of ``knowledge/language/``.

A topic is a module of :mod:`generator.knowledge.cues` holding one strict type; the file of the
same name in ``knowledge/language/`` fills it. Adding a topic is a module, a field here, a file.
"""

from __future__ import annotations

from generator.knowledge.entities import Base


class Language(Base):
    """All cue files together; the field's name is the file's name."""
