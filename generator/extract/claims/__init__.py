"""Who stands behind each sentence.

Decides the holder of every sentence: a recognised actor, an unnamed source, the writer, or
nobody named. A source needs a cue word and a speaker that can speak in front of it; what stands
inside a quotation or in the reported words is never the source. Where the cue is missing the
holder stays None: "no source named" is true, "the author says" often is not.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from msgspec.structs import replace

from generator.extract.claims.carrying import Draft, carried
from generator.knowledge.base import KnowledgeBase
from generator.knowledge.cues.claims import ClaimCues, Tone, tone
from generator.model import (
    ANONYMOUS,
    AUTHOR,
    Claim,
    Document,
    Genre,
    Mention,
    Modality,
    Sentence,
)
from generator.text.phrases import (
    BLANK,
    LONGEST,
    Gated,
    Lists,
    hit,
    outside_quotes,
    plain,
    speech_marks,
    unescaped,
    words,
)
from generator.text.quoted import own_words
from generator.text.reading import by_sentence
from generator.text.speech.attribution import Attribution, Voice
from generator.text.speech.speakers import Reader
from generator.text.syntax.noun_phrases import WHEN
from generator.text.tries import alternation

_OPINION_PIECES: frozenset[Genre] = frozenset({"commentary", "analysis", "tabloid"})
_LED = re.compile(r"[A-Z][a-z' ,-]{2,60}: *[\"\u0001]+")
_ASKED = re.compile(r"(?:Asked|Pressed|Questioned)\b[^,;:.\"\u0001]{2,120}, ")
""" "ASKED WHETHER IT WOULD, Black shook his head."""
_CALLED = re.compile(r" [\"“‘'][A-Z][\w'’.-]{1,24}(?: [A-Z][\w'’.-]{0,24}){0,4}[\"”’']")
""" "The blogger "RIVERWATCH"."""
_ON = re.compile(r" as follows *[.:] *$")
_SEEN, _SHOWN = 50, 90
"""Characters within which a sentence names pictures, and behind them what they do."""
_LEAD = 40
"""Characters of titles before a name that opens a sentence, at most."""


class _Hedges:
    def __init__(self, cues: ClaimCues) -> None:
        self.hearsay = words(cues.hearsay)
        self.impersonal_hedged = words(cues.impersonal_hedged)
        self.impersonal = words(cues.impersonal)
        self.unvoiced = words(cues.unvoiced)
        self.hedges = words(cues.hedges)
        self.first_person = words(cues.first_person)
        self.pictures = words(cues.pictures)
        self.showing = words(cues.showing)
        self.eastern = re.compile(alternation(cues.east_asian.hedges))
        self.lists = Lists(
            (
                self.hearsay,
                self.impersonal_hedged,
                self.impersonal,
                self.unvoiced,
                self.hedges,
                self.first_person,
            )
        )


@lru_cache(maxsize=8)
def _hedges(cues: ClaimCues) -> _Hedges:
    return _Hedges(cues)


def find_claims(
    document: Document,
    *,
    mentions: tuple[Mention, ...],
    knowledge: KnowledgeBase,
    genre: Genre,
    persons: frozenset[str] = frozenset(),
) -> tuple[Claim, ...]:
    """The claims of every sentence, in reading order: one, or one for each part of a sentence in
    which several speak. ``persons`` are the people among the entities mentioned."""
    cues = knowledge.language.claims
    reader = Reader(cues=cues, actors=knowledge.actors, persons=persons)
    named = by_sentence(one for one in mentions if one.kind == "actor")
    backward = tuple(one.lower() for one in cues.told_back)
    drafts: list[Draft] = []
    inside = False
    paragraph = -1
    for sentence in document.sentences:
        raw = unescaped(sentence.text[:LONGEST])
        text = plain(raw)
        if sentence.paragraph != paragraph:
            # A quotation over several paragraphs opens each anew; a stray mark ends here.
            inside = False
            paragraph = sentence.paragraph
        # The mask needs the curly marks, which `plain` makes straight.
        masked, runs_on = outside_quotes(speech_marks(raw, inside=inside), inside=inside)
        outside = text if masked is raw else plain(masked)
        voices = reader.read(
            text=text,
            outside=outside,
            offset=sentence.start,
            mentions=named.get(sentence.id, ()),
        )
        if genre in _OPINION_PIECES:
            voices = tuple(part for voice in voices for part in _judged(voice, outside))
        claims = tuple(
            _claim(sentence, voice, text=text, outside=outside, cues=cues, genre=genre)
            for voice in _whole(voices, sentence)
        )
        drafts.append(
            Draft(
                claims=claims,
                quote_open=inside,
                runs_on=runs_on,
                all_quoted=BLANK in masked and not masked.replace(BLANK, "").strip(" \n\t\"'.,”“"),
                opens=text.lstrip().startswith('"'),
                led=sentence.id not in named and _LED.fullmatch(outside) is not None,
                opener=_opener(outside, sentence, named.get(sentence.id, ()), persons),
                bare=_is_bare(sentence, claims),
                ours=text.startswith(cues.east_asian.own_voice)
                and not text.startswith(cues.east_asian.writing_to_readers),
                goes_on=text.startswith(("We ", "Our ")),
                leads_on=_ON.search(text) is not None,
                tells_back=text[:_LEAD].lower().lstrip("\"' ").startswith(backward),
            )
        )
        inside = runs_on
    pronouns = frozenset((*cues.personal, *cues.pronouns, *cues.east_asian.pronouns))
    return tuple(carried(drafts, document.sentences, pronouns=pronouns))


def _judged(voice: Voice, outside: str) -> tuple[Voice, ...]:
    """ "Zenda HELD the ships hostage, demanding that": in an opinion piece the deed before a
    participle is told by its writer."""
    found = voice.found
    if found is None or found.way != "participle":
        return (voice,)
    comma = outside.rfind(",", found.source[1], found.cue[0])
    if comma < 0:
        return (voice,)
    deed = Voice(start=voice.start, end=comma + 1, found=None)
    return deed, replace(voice, start=comma + 1)


def _whole(voices: tuple[Voice, ...], sentence: Sentence) -> tuple[Voice, ...]:
    """The last voice reaches to the end of the sentence, however long it is; no part begins or
    ends with white space, and none is a mere "After" before the clause it opens."""
    text = sentence.text
    if len(voices) > 1 and text[: voices[0].end].strip() in WHEN:
        voices = (replace(voices[1], start=voices[0].start), *voices[2:])
    if len(voices) == 1 and (voices[0].start, voices[0].end) == (0, len(text)):
        return voices
    fitted: list[Voice] = []
    for index, voice in enumerate(voices):
        end = len(text) if index + 1 == len(voices) else voice.end
        words = text[voice.start : end]
        start = voice.start + len(words) - len(words.lstrip(" ,\n\t"))
        start = start if index else 0
        same = (start, end) == (voice.start, voice.end)
        fitted.append(voice if same else replace(voice, start=start, end=end))
    return tuple(fitted)


def _claim(
    sentence: Sentence,
    voice: Voice,
    *,
    text: str,
    outside: str,
    cues: ClaimCues,
    genre: Genre,
) -> Claim:
    hedges = _hedges(cues)
    found = voice.found
    bare = Claim(
        start=sentence.start + voice.start,
        end=sentence.start + voice.end,
        sentence=sentence.id,
        holder=None,
        cue="",
        modality="asserted",
    )
    if voice.end < len(outside):
        outside = outside[: voice.end]  # places stay what they are; what came before is skipped
    said = text[voice.start : voice.end]
    opinion = genre in _OPINION_PIECES and tone(cues)(own_words(said)) != "fact"
    opinion = opinion and not _is_seen(said, hedges, tone(cues))
    opened = hedges.lists.opened(outside)
    plainly = text.isascii() or hedges.eastern.search(text, voice.start, voice.end) is None
    if found is None and not opened and plainly:
        return replace(bare, holder=AUTHOR) if opinion else bare
    at = voice.start
    hedge = (
        hit(hedges.hedges, outside, opened, at)
        or hit(hedges.hearsay, outside, opened, at)
        or (None if text.isascii() else hedges.eastern.search(text, at, voice.end))
    )
    if found is not None:
        start, end = found.cue
        return replace(
            bare,
            holder=found.holder,
            cue=sentence.text[start:end],
            modality="denied" if found.denies else "hedged" if hedge else "reported",
            source=sentence.text[found.source[0] : _named_end(sentence.text, found)],
            carrier=sentence.text[slice(*found.carrier)] if found.carrier else "",
        )
    # "is said to", "is expected to" name no source; "is widely seen as" tells that many say so.
    own = AUTHOR if opinion else None
    levels: tuple[tuple[Gated, Modality, str | None], ...] = (
        (hedges.hearsay, "hedged", None),
        (hedges.impersonal_hedged, "hedged", None),
        (hedges.impersonal, "reported", ANONYMOUS),
        (hedges.unvoiced, "reported", own),
    )
    for pattern, level, holder in levels:
        match = hit(pattern, outside, opened, at)
        if match:
            cue = sentence.text[match.start() : match.end()]
            return replace(
                bare,
                holder=holder,
                cue=cue,
                modality="hedged" if hedge else level,
                source=cue if holder == ANONYMOUS else "",
            )
    return _own_voice(bare, sentence, outside=outside, at=at, opinion=opinion, genre=genre,
                      hedges=hedges)  # fmt: skip


def _named_end(text: str, found: Attribution) -> int:
    """Where the words for a source end: behind a name in quotation marks, if nobody claims it."""
    end = found.source[1]
    called = _CALLED.match(text, end) if found.holder == ANONYMOUS else None
    return called.end() if called is not None else end


def _is_seen(text: str, hedges: _Hedges, read_tone: Tone) -> bool:
    """Whether pictures show what a sentence tells, and its writer judges nothing of it."""
    seen = hedges.pictures.search(text, 0, _SEEN)
    shown = hedges.showing.search(text, seen.end(), seen.end() + _SHOWN) if seen else None
    return (
        shown is not None
        and read_tone(text[shown.end() :]) == "fact"
        and hedges.hedges.search(text) is None
    )


def _own_voice(
    bare: Claim,
    sentence: Sentence,
    *,
    outside: str,
    at: int,
    opinion: bool,
    genre: Genre,
    hedges: _Hedges,
) -> Claim:
    hedge = hedges.hedges.search(outside, at) or (
        None if outside.isascii() else hedges.eastern.search(outside, at)
    )
    modality: Modality = "hedged" if hedge else "asserted"
    reports = genre in {"official", "state-media"}
    first = hedges.first_person.search(outside, at) if not reports else None
    if first:
        cue = sentence.text[first.start() : first.end()]
        return replace(bare, holder=AUTHOR, cue=cue, modality=modality)
    cue = sentence.text[hedge.start() : hedge.end()] if hedge else ""
    return replace(bare, holder=AUTHOR if opinion else None, cue=cue, modality=modality)


def _is_bare(sentence: Sentence, claims: tuple[Claim, ...]) -> bool:
    """Whether a sentence only says who speaks: "Black said." """
    (first, *more) = claims
    if more or not first.source or first.modality != "reported":
        return False
    said = " ".join(sentence.text.strip(' .,:"”“\n').split())
    return said == f"{first.source} {first.cue}"


def _opener(
    outside: str, sentence: Sentence, mentions: Sequence[Mention], persons: frozenset[str]
) -> Mention | None:
    """The person whom a sentence begins with, and no other person in it."""
    named = [one for one in mentions if one.entity in persons]
    if not named or len({one.entity for one in named}) > 1:
        return None
    first = min(named, key=lambda one: one.start)
    lead, after = first.start - sentence.start, first.end - sentence.start
    asked = _ASKED.match(outside, 0, lead)
    if asked is not None:
        outside, lead, after = outside[asked.end() :], lead - asked.end(), after - asked.end()
    opens = lead <= _LEAD and "," not in outside[:lead] and not outside.startswith("'", after)
    return first if opens and BLANK not in outside[:lead] else None
