"""Which words a frame lists, in all their forms, by the first and the second of them.

Decides how the listed verbs and nouns are spelled where they stand in a sentence, and nothing of
what they do there.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from msgspec import Struct

from generator.knowledge.cues.verbs import Frame, VerbCues
from generator.text.inflection import Form, spellings, third
from generator.text.tokens import tokenise


class Entry(Struct, frozen=True):
    """One form of a listed verb or noun: ``rest`` are the words behind its first."""

    frame: Frame
    lemma: str
    form: Form
    rest: tuple[str, ...]


Entries = Mapping[str, Mapping[str, tuple[Entry, ...]]]
"""By their first word, then by the word behind it, the longest first; "" leads to those of one
word, which any other may follow. "Take part" is not looked for behind each "take"."""


def entries_of(cues: VerbCues) -> Entries:
    """Every form of all words of the frames."""
    listed: dict[str, list[Entry]] = {}
    for frame in cues.frames:
        for first, entry in _of_frame(frame, cues):
            listed.setdefault(first, []).append(entry)
    return {first: _by_second(entries) for first, entries in listed.items()}


def _by_second(entries: Sequence[Entry]) -> dict[str, tuple[Entry, ...]]:
    longest = sorted(entries, key=lambda entry: -len(entry.rest))
    return {
        second: tuple(entry for entry in longest if entry.rest[:1] in {(), (second,)})
        for second in ("", *(entry.rest[0] for entry in entries if entry.rest))
    }


def _of_frame(frame: Frame, cues: VerbCues) -> Iterator[tuple[str, Entry]]:
    """Its entries, each behind its first word."""
    for verb in frame.verbs:
        yield from _of_verb(frame, verb, cues)
    for noun in frame.nouns:
        yield from _of_noun(frame, noun, frozenset(cues.prepositions))
    for state in frame.states:
        words = tokenise(state).norms
        yield words[0], Entry(frame, state, "noun", words[1:])
    for text in frame.east_asian:
        words = tokenise(text).norms
        yield words[0], Entry(frame, text, "east-asian", words[1:])


def _of_verb(frame: Frame, verb: str, cues: VerbCues) -> Iterator[tuple[str, Entry]]:
    words = tokenise(verb).norms
    # "test-fire": the last part of a hyphenated verb takes the ending.
    hyphenated = "-" in verb.split(" ", maxsplit=1)[0]
    head = words[1] if hyphenated else words[0]
    for form, word in spellings(head, cues.irregular):
        if hyphenated:
            yield words[0], Entry(frame, verb, form, (word, *words[2:]))
        else:
            yield word, Entry(frame, verb, form, tuple(words[1:]))


def _of_noun(frame: Frame, noun: str, links: frozenset[str]) -> Iterator[tuple[str, Entry]]:
    """Singular and plural; ``links`` are prepositions, in which a noun may end: "test of"."""
    words = tokenise(noun).norms
    variants = [words] if words[-1] in links else [words, (*words[:-1], third(words[-1]))]
    if words[-1] in links and len(words) > 1:
        variants.append((third(words[0]), *words[1:]))
    for variant in variants:
        yield variant[0], Entry(frame, noun, "noun", variant[1:])
