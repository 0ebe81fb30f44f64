"""Who speaks in a printed statement.

An official bulletin that says at its head whose statement it prints says nothing of its own after
that, and so do paragraphs in quotation marks behind "extracts follow".
"""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from generator.knowledge.cues.claims import ClaimCues
from generator.model import ANONYMOUS, AUTHOR, Claim, Document, Genre, Mention, SentenceId
from generator.text.phrases import plain, squeezed
from generator.text.speech.labels import LABEL, Turn, comment_label, laid
from generator.text.speech.signed import signatory
from generator.text.syntax.outermost import outermost

_HEAD = 4
"""Sentences at the head of a bulletin in which it says whose statement follows."""
_LED = 12
"""Characters with which a sentence opens that hands over: its issuer may open it."""
_MARKS = frozenset('"“„«「『')
_BULLETINS: frozenset[Genre] = frozenset({"official", "state-media"})


def settle_statement(
    claims: tuple[Claim, ...],
    document: Document,
    *,
    mentions: tuple[Mention, ...],
    persons: frozenset[str],
    cues: ClaimCues,
    genre: Genre,
) -> tuple[Claim, ...]:
    """The claims of an official bulletin, those behind "issued the following statement" laid to
    who issued it unless they name another source. So are those of an article of another kind in
    which nobody else speaks behind these words, and all of a bulletin whose head names the person
    who speaks in it; a body that speaks in its own voice is no source. Any other text comes back
    as it was."""
    if genre in _BULLETINS and (span := signatory(document.article.text, cues)) is not None:
        words = document.article.text[slice(*span)]
        found = [one for one in mentions if one.entity in persons and one.surface in words]
        if found:
            turn = Turn(max(found, key=lambda one: len(one.surface)).entity, words)
            asked = _asked_in(document, words, cues)
            called = frozenset(words.lower().split())
            return tuple(
                laid(_unlabelled(one, called), turn)
                if one.start > span[1] and one.sentence not in asked
                else one
                for one in claims
            )
    for at, sentence in enumerate(document.sentences[:_HEAD]):
        text = " ".join(sentence.text.lower().split())
        opened = next((one for one in cues.statement_openers if one in text), None)
        if opened is None:
            continue
        head = {one.id for one in document.sentences[: at + 1]}
        # "A spokesman issued the following statement on Zenda": Zenda issued none.
        place = plain(sentence.text).lower().find(opened.split(" ", 1)[0])
        issuer = next(
            (
                one
                for one in outermost(mentions)
                if one.kind == "actor"
                and one.sentence in head
                and (one.sentence != sentence.id or one.start - sentence.start < max(place, _LED))
            ),
            None,
        )
        others = any(
            claim.holder not in {None, AUTHOR} for claim in claims if claim.sentence not in head
        )
        printed = genre in _BULLETINS or (
            not others and (genre != "news" or text.endswith((":", "：")))
        )
        if issuer is None or not printed:
            return claims
        turn = Turn(issuer.entity, issuer.surface)
        return tuple(claim if claim.sentence in head else laid(claim, turn) for claim in claims)
    return claims


def settle_comments(
    claims: tuple[Claim, ...], document: Document, *, cues: ClaimCues
) -> tuple[Claim, ...]:
    """The claims with those of a paragraph behind "Comment:" laid to the writer, unless they name
    a source; "from Zenda's perspective" names none there."""
    label = comment_label(cues.comment_labels)
    own: set[SentenceId] = set()
    paragraph = -1
    for sentence in document.sentences:
        if label.match(sentence.text):
            paragraph = sentence.paragraph
        if sentence.paragraph == paragraph:
            own.add(sentence.id)
    return tuple(
        replace(one, holder=AUTHOR, cue="", source="", modality="asserted")
        if one.sentence in own and one.cue.lower() in cues.views
        else replace(one, holder=AUTHOR)
        if one.sentence in own and one.holder is None
        else one
        for one in claims
    )


def _unlabelled(claim: Claim, called: frozenset[str]) -> Claim:
    """A claim without the label by which its paragraph calls the one who signs: "Minister: ..."."""
    own = claim.holder == ANONYMOUS and not claim.cue and claim.source.lower() in called
    return replace(claim, holder=None) if own else claim


def _asked_in(document: Document, signed: str, cues: ClaimCues) -> frozenset[SentenceId]:
    """The sentences of a printed statement that somebody else says: a paragraph behind another
    label than the signatory's own or "A:", and what follows it up to the next of these."""
    found: set[SentenceId] = set()
    other = False
    paragraph = -1
    for sentence in document.sentences:
        label = LABEL.match(sentence.text) if sentence.paragraph != paragraph else None
        paragraph = sentence.paragraph
        if label is not None:
            words = label["label"].lower()
            asks = sentence.text.rstrip(" *_").endswith(("?", "？"))
            known = asks or words in cues.turn_labels or label["label"].isupper()
            own = words in cues.answer_labels or words.rsplit(" ", 1)[-1] in signed.lower().split()
            other = not own if (known or own) else other
        if other:
            found.add(sentence.id)
    return frozenset(found)


def settle_extracts(
    claims: tuple[Claim, ...],
    document: Document,
    *,
    mentions: tuple[Mention, ...],
    persons: frozenset[str],
    cues: ClaimCues,
    genre: Genre,
) -> tuple[Claim, ...]:
    """The claims of paragraphs printed in quotation marks behind "extracts follow", laid to the
    last person whom the paragraph before them names. So are, in an official bulletin, those behind
    "it reads in part:", up to a heading. Any other text comes back as it was."""
    whole = squeezed(document.article.text)
    openers = cues.part_openers if genre in _BULLETINS else ()
    if not any(opener in whole for opener in (*cues.extract_openers, *openers)):
        return claims
    spoken: dict[SentenceId, Turn] = {}
    turn: Turn | None = None
    opening = -1
    printed = False
    for sentence in document.sentences:
        first = document.article.text[document.article.paragraphs[sentence.paragraph].start]
        if turn is not None and sentence.paragraph > opening:
            heading = document.article.paragraphs[sentence.paragraph].kind == "heading"
            if first in _MARKS or (printed and not heading):
                spoken[sentence.id] = turn
                continue
            turn = None
        text = " ".join(sentence.text.lower().split())
        if any(opener in text for opener in cues.extract_openers):
            turn = _named_in(sentence.paragraph, document, mentions, persons)
            opening = sentence.paragraph
        if openers and text.endswith(openers):
            turn = _speaker_of(sentence.id, claims) or _named_in(
                sentence.paragraph, document, mentions, persons
            )
            opening, printed = sentence.paragraph, True
    if not spoken:
        return claims
    return tuple(
        laid(claim, spoken[claim.sentence]) if claim.sentence in spoken else claim
        for claim in claims
    )


def _speaker_of(sentence: SentenceId, claims: Sequence[Claim]) -> Turn | None:
    """Who speaks in a sentence, if an entity does."""
    own = [one for one in claims if one.sentence == sentence and one.source]
    named = own and own[-1].holder not in {None, AUTHOR, ANONYMOUS}
    return Turn(own[-1].holder, own[-1].source) if named and own[-1].holder else None


def _named_in(
    paragraph: int, document: Document, mentions: tuple[Mention, ...], persons: frozenset[str]
) -> Turn | None:
    own = {one.id for one in document.sentences if one.paragraph == paragraph}
    named = [one for one in mentions if one.sentence in own and one.entity in persons]
    return Turn(named[-1].entity, named[-1].surface) if named else None
