"""Shape of ``knowledge/language/boilerplate.yml``: lines around an article, not of it."""

from __future__ import annotations

from typing import Literal

from generator.knowledge.entities import Base

LabelMeaning = Literal["url", "publisher", "author", "date", "updated", "title", "drop"]


class Label(Base, frozen=True, kw_only=True):
    """Words that open a line ``Label: value`` and what the value states."""

    means: LabelMeaning
    words: tuple[str, ...]


class Boilerplate(Base, frozen=True, kw_only=True, eq=False):
    """``disclaimers``, ``credits`` and ``navigation`` hold patterns for whole lines: ``*`` stands
    for any words, ``(a|b)`` for either, ``#`` for a
    number; case, spacing and outer punctuation do not matter.
    Disclaimers and credits count only near the head or the tail of an article."""

    disclaimers: tuple[str, ...]
    editing_notes: tuple[str, ...]
    """Patterns of whole sentences that say the text was shortened; looked for in the first
    paragraphs too."""
    companions: tuple[str, ...]
    """Patterns of whole sentences that go if the sentence behind them goes."""
    credits: tuple[str, ...]
    house_notes: tuple[str, ...]
    """Patterns of whole lines near the head or the tail that need name nobody."""
    update_words: tuple[str, ...]
    """First words of an agency's note in brackets about what is new in the text."""
    captions: tuple[str, ...]
    """Patterns of whole captions that carry their credit; looked for everywhere."""
    credited_by: tuple[str, ...]
    """Last words of the credit in which a caption without a full stop ends."""
    navigation: tuple[str, ...]
    counted: tuple[str, ...]
    """Words of buttons that count: a line of them and of numbers is navigation."""
    menu: tuple[str, ...]
    """Words of menus and buttons: a line most of whose parts are such is navigation."""
    labels: tuple[Label, ...]
    visits: tuple[str, ...]
    """Words that open a line which says when the page was looked at or copied."""
    origins: tuple[str, ...]
    """Words before the place from which a writer's account writes, in a line of provenance."""
    byline: tuple[str, ...]
    """Words that open a line naming the writer."""
    nobody: tuple[str, ...]
    """Last words of a byline that names no person."""
    offices: tuple[str, ...]
    """Words of an office that stands above a title, as the letterhead of whoever speaks."""
    no_writer: tuple[str, ...]
    """Words of buttons and sections, which no writer is called."""
    reporter_openings: tuple[str, ...]
    """Words that open such a line only where a newspaper follows the name."""
    reporting: tuple[str, ...]
    """Words of report: what holds one is no disclaimer and no credit."""
    prose: tuple[str, ...]
    """Verbs that make a line a sentence, whatever word it opens with."""
    months: dict[str, int]
    stamp_words: tuple[str, ...]
    """Words that may stand beside a date in a line that only says when."""
    kickers: tuple[str, ...]
    """Words in capitals before a dash that name no place."""
    small_words: tuple[str, ...]
    """Words that stay lower-case inside a name or title."""
    dated_lines: tuple[str, ...]
    """Patterns of whole sentences that say when the article came out."""
    series: tuple[str, ...]
    """Patterns of whole lines of a letterhead that count issues."""
    rubrics: tuple[str, ...]
    """Names of sections of a paper: a line of its own near the title, or a part of one."""
    sections: tuple[str, ...]
    """Words of headings; a line that holds one names no writer."""
    part_heads: tuple[str, ...]
    """Whole lines that head a part of a text and are never its title."""
    papers: tuple[str, ...]
    """Words in the names of newspapers, agencies and journals."""
    institutions: tuple[str, ...]
    """Words in the names of other bodies that publish."""
    office_plurals: tuple[str, ...]
    """Words in -s in such names: "Ministry of Naval Affairs"."""
    writer_roles: tuple[str, ...]
    """Offices of a writer: "Ada Lindqvist, Ports Correspondent"."""
    writer_titles: tuple[str, ...]
    """Titles that follow a writer's name in scripts without capitals."""
    reports_from: tuple[str, ...]
    """Words between a writer and a place in a line that names the writer."""
    framed_wires: tuple[str, ...]
    framed_endings: tuple[str, ...]
    wires: tuple[str, ...]
    """Last signs of an agency's name before a place or a day in an East Asian dateline."""
    dispatches: tuple[str, ...]
    """What such a dateline calls the piece, behind the day or the agency."""
    reporters: tuple[str, ...]
    """What it calls its writer, right before the name."""
    comment_heads: tuple[str, ...]
    """Lines after which only readers' comments follow; numbers do not count."""
    link_heads: tuple[str, ...]
    """Lines after which titles of other articles follow."""
    link_openings: tuple[str, ...]
    """What such a line opens with before it names its subject."""
    writer_heads: tuple[str, ...]
    """Lines after which one paragraph about the writer follows."""
