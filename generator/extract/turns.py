"""Who speaks in an interview or a transcript.

A label is a person's name, or a word for who asks or answers, at the head of a paragraph before a
colon. A text is a transcript only from three such turns on, so a lone "Background:" is no speaker.
An unlabelled paragraph belongs to a turn if another turn follows it: what stands behind the last
turn may be the writer's again.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from itertools import pairwise

from generator.knowledge.cues.claims import ClaimCues
from generator.model import (
    ANONYMOUS,
    Claim,
    Document,
    Mention,
    Sentence,
)
from generator.text.phrases import plain
from generator.text.speech.cues import compiled
from generator.text.speech.labels import LABEL, TURNS, Turn, laid
from generator.text.speech.voices import Voices

_INTRODUCTION = 12
"""Sentences in which an article says whom it interviews."""
_NEAR = 80
"""Characters between "spoke to" and the name, at most."""
_WITH = re.compile(r" (?:with|to|for|of) |^ (?=[A-Z])")
_OURS = re.compile(r" (?:(?:to|with) )?(?:us|our|me|my)\b")
_QUESTION = 400
"""Characters of a question that stands alone in its paragraph, at most."""
_SIGN = re.compile(r"\[(?P<label>[^\[\]/:]{2,40}?) ?(?:/[^\[\]]{2,90})?\]")
"""A speaker as broadcasters print one, alone in square brackets: "[Black / harbour master]"."""
_MARKS = frozenset('"“„«「『')


def settle_turns(
    claims: tuple[Claim, ...],
    document: Document,
    *,
    mentions: tuple[Mention, ...],
    persons: frozenset[str],
    unlisted: AbstractSet[str],
    cues: ClaimCues,
) -> tuple[Claim, ...]:
    """The claims of a transcript, each laid to who speaks, unless its sentence names another
    source. Any other text comes back as it was. ``persons`` are entities that can speak, and
    ``unlisted`` those that the knowledge base lacks."""
    if signs := _signs(document, mentions, persons, cues):
        return _signed(claims, document, signs)
    turns = _turns(document, mentions, persons, cues)
    guest = _guest(document, mentions, persons, cues, before=min(turns, default=None))
    if len(turns) < TURNS:
        turns = _asked(document, guest)
    elif guest := (
        _labelled(turns, cues)
        or guest
        or _introduced(document, mentions, persons & unlisted, cues, min(turns))
    ):
        answers = frozenset(cues.answer_labels)
        turns = {at: guest if one.label.lower() in answers else one for at, one in turns.items()}
    if len(turns) < TURNS:
        return claims
    asking = Turn(ANONYMOUS, "")
    askers = _askers(document, mentions, cues, before=min(turns))
    turns = {
        at: Turn(ANONYMOUS, one.label) if one.holder in askers else one for at, one in turns.items()
    }
    last = max(turns)
    speaker: Turn | None = None
    paragraph = -1
    settled: list[Claim] = []
    voices = Voices(claims)
    for sentence in document.sentences:
        if sentence.paragraph in turns:
            speaker = turns[sentence.paragraph]
        elif sentence.paragraph > last or (
            sentence.paragraph != paragraph and LABEL.match(sentence.text)
        ):
            speaker = None  # "Courier: And the launchers?" is nobody's answer
        paragraph = sentence.paragraph
        own = voices.of(sentence.id)
        silent = speaker is None or speaker == asking  # a question claims nothing
        settled += own if silent or speaker is None else [laid(claim, speaker) for claim in own]
    return tuple(settled)


def _signs(
    document: Document, mentions: tuple[Mention, ...], persons: frozenset[str], cues: ClaimCues
) -> Mapping[str, Turn | None]:
    """The sentences that are a speaker in square brackets, two at least and a person among them;
    None stands for an anchor or a reporter, whose words are the article's own."""
    found: dict[str, Turn | None] = {}
    for sentence in document.sentences:
        match = _SIGN.fullmatch(sentence.text.strip())
        if match is None:
            continue
        label = match["label"].strip()
        if label.lower() in cues.turn_labels:
            found[sentence.id] = None
        for one in mentions:
            if one.sentence == sentence.id and one.entity in persons and one.surface in label:
                found[sentence.id] = Turn(one.entity, label)
    return found if len(found) > 1 and any(found.values()) else {}


def _signed(
    claims: tuple[Claim, ...], document: Document, signs: Mapping[str, Turn | None]
) -> tuple[Claim, ...]:
    """Every sentence laid to the speaker whose name stands in brackets before it."""
    speaker: Turn | None = None
    settled: list[Claim] = []
    voices = Voices(claims)
    for sentence in document.sentences:
        own = voices.of(sentence.id)
        if sentence.id in signs:
            speaker = signs[sentence.id]
            settled += own
        else:
            settled += own if speaker is None else [laid(claim, speaker) for claim in own]
    return tuple(settled)


def _guest(
    document: Document,
    mentions: tuple[Mention, ...],
    persons: frozenset[str],
    cues: ClaimCues,
    *,
    before: int | None,
) -> Turn | None:
    """Whom an interview is with: the first person named behind "spoke to" in the paragraphs
    before its first turn."""
    for sentence in document.sentences[:_INTRODUCTION]:
        if before is not None and sentence.paragraph >= before:
            break
        text = plain(sentence.text)
        named = [
            one
            for one in mentions
            if one.sentence == sentence.id
            and one.entity in persons
            and not _asks(text, one.start - sentence.start, cues)
        ]
        for cue in compiled(cues).interviewing.finditer(text):
            if one := _met(text, cue.span(), named, sentence.start):
                return Turn(one.entity, one.surface)
    return None


def _asks(text: str, start: int, cues: ClaimCues) -> bool:
    """Whether a name stands behind what an interviewer is: "contributing EDITOR Moor"."""
    before = text[:start].split()
    return bool(before) and before[-1].lower() in cues.askers


def _askers(
    document: Document, mentions: tuple[Mention, ...], cues: ClaimCues, *, before: int
) -> frozenset[str]:
    """Whom the introduction names behind what an interviewer is: "joins ANCHOR Moor"."""
    opening = {one.id: one for one in document.sentences if one.paragraph < before}
    return frozenset(
        one.entity
        for one in mentions
        if (said := opening.get(one.sentence)) is not None
        and _asks(plain(said.text), one.start - said.start, cues)
    )


def _labelled(turns: Mapping[int, Turn], cues: ClaimCues) -> Turn | None:
    """Whom labels name, if they name one person: he gives the answers marked "A:" too."""
    plainly = frozenset(cues.turn_labels)
    named = {
        one.holder: one
        for one in turns.values()
        if one.holder != ANONYMOUS and one.label.lower() not in plainly
    }
    return next(iter(named.values())) if len(named) == 1 else None


def _introduced(
    document: Document,
    mentions: tuple[Mention, ...],
    strangers: AbstractSet[str],
    cues: ClaimCues,
    before: int,
) -> Turn | None:
    """Whom an interview introduces before its first turn: the one person there that is no known
    officeholder, with whom a sentence opens. One who spoke to somebody may have asked."""
    opening = [one for one in document.sentences[:_INTRODUCTION] if one.paragraph < before]
    ids = {one.id for one in opening}
    texts = {one.id: (plain(one.text), one.start) for one in opening}
    named = [
        one
        for one in mentions
        if one.sentence in ids
        and one.entity in strangers
        and not _asks(texts[one.sentence][0], one.start - texts[one.sentence][1], cues)
    ]
    if len({one.entity for one in named}) != 1:
        return None
    for sentence in opening:
        heads = [
            one
            for one in named
            if one.sentence == sentence.id
            and all(
                word.lower().rstrip(".") in cues.addresses  # "Dr. Moor heads the desk"
                for word in sentence.text[: one.start - sentence.start].split()
            )
        ]
        if heads and compiled(cues).interviewing.search(plain(sentence.text)) is None:
            return Turn(heads[0].entity, heads[0].surface)
    return None


def _met(text: str, cue: tuple[int, int], named: Sequence[Mention], offset: int) -> Mention | None:
    """Who is interviewed by the words of a cue: "spoke in May WITH Black", "Black answered OUR
    questions"."""
    places = [(one.start - offset, one) for one in named]
    if _OURS.match(text, cue[1]):
        before = [pair for pair in places if pair[0] < cue[0]]
        return max(before, key=lambda pair: pair[0])[1] if before else None
    behind = [pair for pair in places if 0 <= pair[0] - cue[1] <= _NEAR]
    if not behind:
        return None
    at, first = min(behind, key=lambda pair: pair[0])
    return first if _WITH.search(text, cue[1], at) else None


def _asked(document: Document, guest: Turn | None) -> Mapping[int, Turn]:
    """The paragraphs of an interview without labels: a question stands alone in its paragraph,
    and the guest answers it up to the next one."""
    if guest is None:
        return {}
    article = document.article
    questions = [
        at
        for at, one in enumerate(article.paragraphs)
        if article.text[one.start : one.end].rstrip(" *_\n").endswith(("?", "？"))
        and article.text[one.start] not in _MARKS
        and one.end - one.start <= _QUESTION
    ]
    if len(questions) < TURNS or any(b - a < 2 for a, b in pairwise(questions)):
        return {}
    found: dict[int, Turn] = {}
    for at, following in pairwise((*questions, questions[-1] + 2)):
        found[at] = Turn(ANONYMOUS, "")
        found |= dict.fromkeys(range(at + 1, following), guest)
    return found


def _turns(
    document: Document, mentions: tuple[Mention, ...], persons: frozenset[str], cues: ClaimCues
) -> Mapping[int, Turn]:
    """The speaker of each labelled paragraph."""
    actors = {
        mention.start: mention
        for mention in mentions
        if mention.kind == "actor" and mention.entity in persons
    }
    found: dict[int, Turn] = {}
    missed: dict[int, str] = {}
    seen = -1
    for sentence in document.sentences:
        match = LABEL.match(sentence.text) if sentence.paragraph != seen else None
        seen = sentence.paragraph
        if match is not None:
            turn = _turn(sentence, match, actors, cues)
            if turn is not None:
                found[seen] = turn
            else:
                missed[seen] = match["label"]
    bodies = {one.surface: one.entity for one in mentions if one.kind == "actor"}
    if not found:
        alone = set(missed.values())
        if len(alone) == 1 and (label := alone.pop()) in bodies:
            # The questions are not the article's: one body answers all of them.
            return dict.fromkeys(missed, Turn(bodies[label], label))
        return _repeated(document, missed)
    known = {turn.label: turn for turn in found.values()}
    for label, times in Counter(missed.values()).items():
        # "Chiu:" again and again, where one person of that name is spoken of.
        named = {one.entity for one in actors.values() if label in one.surface.split()}
        if label not in known and times > 1:
            named = named or ({bodies[label]} if label in bodies else set())
            if len(named) == 1:  # or a body that answers: "The Ministry: ..."
                known[label] = Turn(named.pop(), label)
    return found | {at: known[label] for at, label in missed.items() if label in known}


def _repeated(document: Document, labels: Mapping[int, str]) -> dict[int, Turn]:
    """The turns of a talk whose labels name nobody known: two labels stand again and again, and
    what stands behind one of them is mostly questions, which claim nothing."""
    article = document.article
    often = Counter(labels.values()).most_common(2)
    if len(often) < len(("one", "other")) or min(times for _, times in often) < len(often):
        return {}
    asked: Counter[str] = Counter()
    for at, label in labels.items():
        one = article.paragraphs[at]
        asked[label] += article.text[one.start : one.end].rstrip(" *_\n").endswith(("?", "？"))
    (first, times), (second, others) = often
    asking = first if asked[first] * others >= asked[second] * times else second
    if not asked[asking] * 2 >= dict(often)[asking]:
        return {}
    return {
        at: Turn(ANONYMOUS, "" if label == asking else label)
        for at, label in labels.items()
        if label in {first, second}
    }


def _turn(
    sentence: Sentence,
    match: re.Match[str],
    actors: Mapping[int, Mention],
    cues: ClaimCues,
) -> Turn | None:
    label = match["label"]
    start = sentence.start + match.start("label")
    for offset in range(start, sentence.start + match.end("label")):
        mention = actors.get(offset)
        if mention is not None and mention.end == sentence.start + match.end("label"):
            return Turn(mention.entity, label)
    first, _, rest = label.lower().partition(" ")
    addressed = bool(rest) and first.rstrip(".") in cues.addresses  # "MR. BLACK:"
    return Turn(ANONYMOUS, label) if addressed or label.lower() in cues.turn_labels else None
