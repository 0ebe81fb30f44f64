"""Who speaks in a statement that looks ahead, and whether he tells of his own doing.

Decides which names in a sentence are the speaker's own (his state's, its bodies'), and whether the
subject of a verb is the speaker himself, his state or one of its bodies.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from msgspec import Struct

from generator.knowledge.base import KnowledgeBase
from generator.knowledge.cues.outlook import OutlookCues
from generator.model import ANONYMOUS, AUTHOR, Claim, Mention, Sentence
from generator.text.ahead.planned import WILL
from generator.text.marking import Marker
from generator.text.phrases import plain, words
from generator.text.tries import alternation

_SELF = 40
_NAME = re.compile(r"(?<!^)\b[A-Z][a-z]")
_SELF_SAID = re.compile(
    r"(?P<who>[A-Z][^,;.\"]{1,60}?) (?:said|says|announced|added|confirmed|declared|"
    r"insisted|insists|maintains|(?:told|tells|tell|assured|assures|promised|promises) "
    r"(?:the |his |her |its )?[\w'-]{1,20}(?: [\w'-]{1,20}){0,3}?) "
    r"(?:that )?"
    r"(?P<self>it|he|she|they|we|I) $"
)
""" "The union said IT would fight": one speaker, and what it says of itself."""
_SAID_I = re.compile(r"(?<![\w'-])I[ a-z]{0,12}$")
_PERSON = re.compile(
    r"\b(?:he|she) (?:said|says|told|added|wrote|adds)\b|\b(?:said|says) (?:he|she)\b"
)
_THIRD = re.compile(r"\b(?:he|she|it|they)\b[ a-z]{0,12}$", re.I)
WE = re.compile(r"(?<![\w'-])(?:[Ww]e|I)(?: \w+ly| also| therefore)? ?$")
_BEING = re.compile(r"(?:'m|'re|'s| am| are| is)\s*$")


def own_spans(
    sentence: Sentence,
    claim: Claim | None,
    actors: Sequence[Mention],
    knowledge: KnowledgeBase,
) -> tuple[int, ...]:
    """Ends, in the sentence, of names of the holder, of the holder's state or of its bodies."""
    if claim is None or claim.holder is None or claim.holder in {AUTHOR, ANONYMOUS}:
        return ()
    speaker = knowledge.actors.get(claim.holder)
    mine = {claim.holder, speaker.country if speaker is not None else None} - {None}
    ends = []
    for mention in actors:
        actor = knowledge.actors.get(mention.entity)
        body = actor is not None and actor.kind == "organisation" and actor.country in mine
        if mention.entity in mine or body:
            ends.append(mention.end - sentence.start)
    return tuple(ends)


def governs(claim: Claim | None, knowledge: KnowledgeBase) -> bool:
    """Whether the holder is a state, or is or serves a body of one: what he says is done with its
    things is its own doing. Press, scholars and whoever is out of office only tell of it."""
    speaker = knowledge.actors.get(claim.holder or "") if claim is not None else None
    if speaker is None or speaker.subtype in knowledge.language.outlook.onlookers:
        return False
    return speaker.kind == "state" or speaker.country is not None


class Said(Struct, frozen=True, kw_only=True):
    """A marker in its sentence, and who speaks. ``person``: the holder is known to be one.

    ``cue`` are the words of speech, ``source`` those for who speaks, ``word`` is the marker in
    small letters, ``subject`` what stands before it. ``known``: a named holder speaks, or a
    spokesperson nobody names; ``speaks``: so does a name that no entity claims. ``will``: the
    marker is a plain "will"; ``ours``: a "will" of the writer's or the quoted speaker's "we".
    ``own`` are the ends of names of the holder (:func:`own_spans`), ``others`` those of all other
    names; ``alone``: he speaks for a state, and nobody else is named."""

    text: str
    marker: Marker
    denied: bool
    cue: str
    source: str
    word: str
    subject: str
    named: bool
    known: bool
    speaks: bool
    will: bool
    we: bool
    ours: bool
    own: tuple[int, ...]
    author: bool
    person: bool
    others: tuple[int, ...]
    alone: bool


class Speakers:
    """The cues, compiled."""

    def __init__(self, cues: OutlookCues) -> None:
        self._spokespeople = words(cues.spokespeople)
        self._gap = re.compile(
            r"(?:'s?(?: \w+){1,3})?(?: (?:also|never|further|still|always|soon|now))?[ \"]*|"
            rf"(?:{alternation(cues.east_asian.before_will)}|\d{{1,2}}[月日])*"
        )
        self._own = re.compile(
            rf"(?<![\w'-]){alternation(cues.own_subjects)}\b[ a-z]{{0,12}}$", re.I
        )
        self._ours = re.compile(r"(?<![\w'-])(?:we|our [\w ]{2,24}|us)\b[ ,a-z]{0,12}$", re.I)

    def said(
        self,
        text: str,
        marker: Marker,
        *,
        claim: Claim | None,
        own: tuple[int, ...],
        person: bool,
        others: tuple[int, ...] = (),
        governs: bool = False,
    ) -> Said:
        """``marker`` in the plain ``text``, as ``claim`` attributes it."""
        holder = claim.holder if claim is not None else None
        source = plain(claim.source) if claim is not None else ""
        named = holder not in {None, AUTHOR, ANONYMOUS}
        insider = source.lower().endswith(("sources", "source", "insiders", "insider"))
        office = holder == ANONYMOUS and not insider and bool(self._spokespeople.search(source))
        subject = text[max(0, marker.start - _SELF) : marker.start]
        word = plain(text[marker.start : marker.end]).lower()
        if word == "going to":
            subject = _BEING.sub("", subject)
        will = word in WILL or (word == "going to" and bool(self._own.search(subject)))
        we = self._ours.search(subject) is not None
        quoted_i = '"' in text[: marker.start] and _SAID_I.search(subject) is not None
        first = WE.search(subject) is not None
        return Said(
            text=text,
            marker=marker,
            denied=claim is not None and claim.modality == "denied",
            cue=plain(claim.cue) if claim is not None else "",
            source=source,
            word=word,
            subject=subject,
            named=named,
            known=named or office,
            # "A furious Summer Palace has warned": a name that no entity claims threatens too.
            speaks=named or office or (holder == ANONYMOUS and _is_name(text, source)),
            will=will,
            we=we,
            ours=will
            and ((holder is None and (quoted_i or we or first)) or (holder == AUTHOR and first)),
            own=own,
            author=holder == AUTHOR,
            person=person,
            others=others,
            alone=governs and named and not others,
        )

    def promises_himself(self, said: Said) -> bool:
        """Whether the subject of the marker is whoever speaks."""
        return said.ours or _speaks_of_itself(said.text, said.marker.start) or self.acts(said)

    def tells_of_another(self, said: Said) -> bool:
        """Whether a known holder says what somebody else, whom he names, will do."""
        start = said.marker.start
        return said.named and any(
            end <= start and self._gap.fullmatch(said.text, end, start) for end in said.others
        )

    def acts(self, said: Said, at: int | None = None) -> bool:
        """Whether the subject of a verb ``at``, or of the marker, is the known holder, his state
        or one of its bodies."""
        if not said.known:
            return False
        text, start = said.text, said.marker.start if at is None else at
        subject = said.subject if at is None else text[max(0, at - _SELF) : at]
        last = subject.rstrip().lower()
        return any(end <= start and self._gap.fullmatch(text, end, start) for end in said.own) or (
            self._own.search(subject) is not None
            and not (said.person and last.endswith("they"))
            # "She doubts that IT will help" is of a thing.
            and not (last.endswith(" it") and _PERSON.search(text))
            and not _is_of_another(said, subject)
        )


def _is_name(text: str, source: str) -> bool:
    """Whether the words for a source hold a name; the capital at the head of a sentence is none."""
    if _NAME.search(source) or source.lower() in {"he", "she"}:
        return True
    return source[:1].isupper() and text.find(source) > 0


def _speaks_of_itself(text: str, at: int) -> bool:
    said = _SELF_SAID.search(text, 0, at)
    if said is None:
        return False
    many = said["who"].rstrip().endswith("s") and not said["who"].rstrip().endswith("ss")
    return not (many and said["self"] in {"it", "he", "she"})


def _is_of_another(said: Said, subject: str) -> bool:
    """Whether "he" or "they" stand in a speaker's own words, quoted or in a transcript: he calls
    himself "I" or "we"."""
    quoted = said.text.count('"', 0, said.marker.start) % 2 == 1 or not said.cue
    return quoted and _THIRD.search(subject) is not None
