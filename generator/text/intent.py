"""What kind of statement looks ahead: whose "will" it is, and what for.

Decides between forecast, scheduled event, pledge, threat and warning for a marker that was found,
and whether reported speech belongs to a time that is over.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from generator.knowledge.base import KnowledgeBase
from generator.knowledge.cues.outlook import OutlookCues
from generator.model import (
    ANONYMOUS,
    AUTHOR,
    Claim,
    DateExpression,
    Mention,
    OutlookType,
    Sentence,
)
from generator.text.asking import Marker, opening
from generator.text.horizons import Times
from generator.text.phrases import plain, words
from generator.text.tries import alternation

_REFUSED = re.compile(r" (?:not|never)\b")
_SELF = 40
_FAR = 120
_REFUTABLE = frozenset({"forecast", "scheduled", "pledge"})
_PARTED = re.compile(r";| (?:and|but) ")
_HAD = re.compile(r"\b(?:had|having)(?: \w+ly| also| long)? *$", re.I)
_OWN_GAP = re.compile(r"(?:'s?(?: \w+){1,3})?(?: (?:also|never|further|still|always|soon|now))? *$")
_NAME = re.compile(r"(?<!^)\b[A-Z][a-z]")
_SELF_SAID = re.compile(
    r"(?P<who>[A-Z][^,;.\"]{1,60}?) (?:said|says|announced|added|confirmed|declared|"
    r"(?:told|assured|promised) (?:the |his |her |its )?[\w'-]{1,20}(?: [\w'-]{1,20}){0,3}?) "
    r"(?:that )?"
    r"(?P<self>it|he|she|they|we|I) $"
)
_JUDGED = re.compile(
    r"\b(?:assess|judge|estimate|believe|expect|predict|forecast|doubt|doubtful|think|reckon|fear|"
    r"hope|unlikely|likely|chance|possibility)(?:e?s|ed)?\b",
    re.I,
)
_DOUBTED = re.compile(r"(?<!\bno )\bdoubt(?:s|ed|ful|ing)?\b[^;\"]*$", re.I)
_SAID_I = re.compile(r"(?<![\w'-])I[ a-z]{0,12}$")
_PERSON = re.compile(
    r"\b(?:he|she) (?:said|says|told|added|wrote|adds)\b|\b(?:said|says) (?:he|she)\b"
)
_WARNED = re.compile(r",\"? (?:[\w'-]+ ){1,6}?(?:warned|cautioned|warns|cautions|warn|caution)\b")
"""Words of speech behind what was said, by somebody who is no holder."""
_THIRD = re.compile(r"\b(?:he|she|it|they)[ a-z]{0,12}$", re.I)
_IF = re.compile(r"\b(?:if|unless|until)\b", re.I)
_WE = re.compile(r"(?<![\w'-])(?:we|I)(?: \w+ly| also| therefore)? ?$")
_DARES = re.compile(r"\bdares?\b")
_RULED_OUT = re.compile(r"(?:\w+ )*(?:ruled|rules|rule|ruling) out", re.I)
_ANSWER = re.compile(
    r"\b(?:answer|meet|counter|repay|react to|respond to) [^.;]{1,60}? with [^.;]{0,30}?"
    r"\b(?:action|actions|measures|steps|force|fire|strength|means|blows?|fury|might)\b",
    re.I,
)
_BEING = re.compile(r"(?:'m|'re|'s| am| are| is)\s*$")
_FROM_NOW = re.compile(
    r"\b(?:from now on|henceforth|from this day on|from today),? we (?:should|must|shall)\b", re.I
)

_EASTERN_WILL = frozenset("将將")
_WILL = frozenset({"will", "would", "'ll", "shall", "won't"})


class Reading:
    """Cues that classify what :class:`Ahead` found."""

    def __init__(self, cues: OutlookCues) -> None:
        self.estimates = words(term for step in cues.estimates for term in step.terms)
        self.advice = words(cues.advice_by_actor)
        self.pledge_verbs = words(cues.pledge_verbs)
        self.formulas = opening(cues.pledge_formulas)
        self.warning_verbs = words(cues.warning_verbs)
        self.threat_words = words(cues.threat_words)
        self.harm = words(cues.harm)
        self.worries = words(cues.worries)
        self.worse = re.compile(
            rf"\b(?:will|would|can|could|may) only {alternation(cues.only_worse)}(?![\w-])", re.I
        )
        self.answering = words(cues.threat_if_provoked)
        self.provocations = words(cues.provocations)
        self.armed = words(cues.armed)
        self.hostile = opening(cues.hostile_acts)
        self.joint = words(cues.joint)
        self.as_planned = words(cues.as_planned)
        self.dated = words(cues.scheduled_if_dated)
        self.events = words(cues.scheduled_events)
        self.acts = opening((*cues.dated_acts, *cues.calendar_verbs))
        self.no_acts = opening(cues.no_acts)
        self.bygone = words(cues.bygone)
        self.hedges = words(cues.hedges)
        self.answers = tuple(one.lower() for one in cues.answers)
        self.no_answers = tuple(one.lower() for one in cues.no_answers)
        self.spokespeople = words(cues.spokespeople)
        self.otherwise = tuple(one.lower() for one in cues.warning_openings)
        eastern = cues.east_asian
        self.replies = re.compile(
            rf"以(?!\"?{alternation(eastern.kind_replies)})[^，。；]{{1,24}}?"
            rf"{alternation(eastern.replies)}"
        )
        self.ourselves = tuple(eastern.ourselves)
        self.own = re.compile(rf"(?<![\w'-]){alternation(cues.own_subjects)}[ a-z]{{0,12}}$", re.I)
        self.ours = re.compile(r"(?<![\w'-])(?:we|our [\w ]{2,24}|us)[ ,a-z]{0,12}$", re.I)


@lru_cache(maxsize=8)
def reading_of(cues: OutlookCues) -> Reading:
    return Reading(cues)


def bygone(text: str, claim: Claim, reading: Reading) -> bool:
    """ "said at the time", "had warned": reported speech of a time that is over."""
    if reading.bygone.search(text):
        return True
    cue = plain(claim.cue)
    at = text.find(cue) if cue else -1
    return cue.lower().startswith("had ") or (at > 0 and bool(_HAD.search(text, 0, at)))


def own_spans(
    sentence: Sentence,
    claim: Claim | None,
    actors: Sequence[Mention],
    knowledge: KnowledgeBase,
) -> tuple[int, ...]:
    """Ends, in the sentence, of names of the holder, of the holder's state or of its bodies."""
    if claim is None or claim.holder in {None, AUTHOR, ANONYMOUS} or claim.holder is None:
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


def kind_of(
    text: str,
    primary: Marker,
    *,
    claim: Claim | None,
    reading: Reading,
    own: tuple[int, ...],
    dates: tuple[DateExpression, ...],
    sentence: Sentence,
    times_ahead: Times,
) -> OutlookType:
    """What the marker is in this sentence: whose "will" it is, and what for."""
    holder = claim.holder if claim is not None else None
    cue = plain(claim.cue) if claim is not None else ""
    named = holder not in {None, AUTHOR, ANONYMOUS}
    # "A furious Summer Palace has warned": a name that no entity claims threatens all the same.
    capital = claim is not None and _named(text, plain(claim.source))
    office = (
        holder == ANONYMOUS
        and claim is not None
        and bool(reading.spokespeople.search(plain(claim.source)))
    )
    speaks = named or office or (holder == ANONYMOUS and capital)
    kind = primary.type
    subject = text[max(0, primary.start - _SELF) : primary.start]
    word = plain(text[primary.start : primary.end]).lower()
    if word == "going to":
        subject = _BEING.sub("", subject)
    will = word in _WILL or (word == "going to" and bool(reading.own.search(subject)))
    said = '"' in text[: primary.start] and _SAID_I.search(subject) is not None
    ours = will and (
        (holder is None and (said or bool(reading.ours.search(subject))))
        or (holder == AUTHOR and _WE.search(subject) is not None)
    )
    threatens = bool(reading.threat_words.search(text, primary.start)) or _answers(
        text, primary.start, reading
    )
    if kind in {"pledge", "warning"} and speaks and threatens:
        return "threat"
    if claim is not None and claim.modality == "denied" and kind in _REFUTABLE:
        at = text.find(cue)
        if 0 <= at < primary.start and not _PARTED.search(text, at, primary.start):
            return "forecast"  # "denied that he would visit": nobody's plan
    if kind == "recommendation" and reading.as_planned.search(text, primary.end):
        return "scheduled"  # "must, by the plan, be opened in May"
    if kind not in {"forecast", "scheduled"}:
        # "From now on we must": an order to one's own side
        ordered = named and kind == "recommendation" and _FROM_NOW.search(text, 0, primary.end)
        return "pledge" if ordered else kind
    own_side = speaks or ours or bool(reading.ours.search(subject))
    hostile = reading.hostile.match(text, primary.end) and _IF.search(text)
    if (speaks and word in _EASTERN_WILL and _replies(text, primary, own, reading)) or (
        will
        and (
            (own_side and (threatens or hostile))  # "would close the border if it was not stopped"
            or _strikes(text, primary.start, subject, reading, threatens=threatens)
        )
    ):
        return "threat"
    if _RULED_OUT.fullmatch(cue):
        return "forecast"  # "ruled out that it would": nobody's promise
    if kind == "scheduled":
        judged = primary.plain_modal or word in _WILL
        return "forecast" if judged and _JUDGED.search(text, 0, primary.start) else kind
    promised = (
        will
        and reading.pledge_verbs.search(cue) is not None
        and reading.as_planned.search(text, primary.end) is None
    )
    himself = _speaks_of_itself(text, primary.start) or (
        (named or office)
        and (
            (
                reading.own.search(subject)
                and not _of_a_thing(text, subject)
                and not _of_another(text, primary.start, subject)
            )
            or any(
                end <= primary.start and _OWN_GAP.fullmatch(text, end, primary.start) for end in own
            )
        )
    )
    if will and _DOUBTED.search(text, max(0, primary.start - _FAR), primary.start):
        return "forecast"
    stock = will and _formula(text, primary, reading)
    if (
        stock
        or promised
        or (will and (himself or ours) and not reading.no_acts.match(text, primary.end))
    ):
        return "pledge"
    estimated = reading.estimates.search(text, max(0, primary.start - 20), primary.end + 30)
    refused = _REFUSED.match(text, primary.end)
    if not (estimated or refused) and _calendar(
        text,
        primary,
        reading=reading,
        dates=dates,
        sentence=sentence,
        times_ahead=times_ahead,
    ):
        return "scheduled"
    otherwise = text.lstrip("\"' ").lower().startswith(reading.otherwise)
    warned = (
        reading.warning_verbs.search(cue)
        or reading.harm.search(text)
        or reading.worse.search(text, max(0, primary.start - 1))
        or otherwise
        or _WARNED.search(text)
        or reading.worries.search(text, 0, primary.start)
    )
    return "warning" if warned else kind


def _formula(text: str, primary: Marker, reading: Reading) -> bool:
    """ "The ministry will TAKE ALL POSSIBLE MEASURES": a body's stock words about itself, not what
    others expect of it."""
    formula = reading.formulas.match(text, primary.end)
    return formula is not None and _JUDGED.search(text, 0, primary.start) is None


def _replies(text: str, primary: Marker, own: tuple[int, ...], reading: Reading) -> bool:
    """ "If they come again, WE WILL ANSWER WITH fire", where "we" may be the speaker's state."""
    if reading.replies.match(text, primary.end) is None:
        return False
    return primary.start in own or text.endswith(reading.ourselves, 0, primary.start)


def _named(text: str, source: str) -> bool:
    """Whether the words for a source hold a name; the capital at the head of a sentence is none."""
    if _NAME.search(source) or source.lower() in {"he", "she"}:
        return True
    return source[:1].isupper() and text.find(source) > 0


def _strikes(text: str, at: int, subject: str, reading: Reading, *, threatens: bool) -> bool:
    """Whether an army answers somebody: "if he dares ..., the army will", by whoever says so."""
    if reading.provocations.search(text) is None:
        return False
    armed = reading.armed.search(subject) is not None
    ours = reading.ours.search(subject) is not None
    return armed and (threatens or ours or _DARES.search(text, 0, at) is not None)


def _answers(text: str, at: int, reading: Reading) -> bool:
    """ "Will answer the drills with action", "will respond firmly" to a provocation; not what
    allies do together."""
    if _ANSWER.search(text, at):
        return True
    found = reading.answering.search(text, at)
    if found is None or reading.joint.search(text, at):
        return False
    return bool(reading.provocations.search(text)) or text.startswith(" in kind", found.end())


def _speaks_of_itself(text: str, at: int) -> bool:
    """ "The union said it WOULD fight": one speaker, and what it says of itself."""
    said = _SELF_SAID.search(text, 0, at)
    if said is None:
        return False
    many = said["who"].rstrip().endswith("s") and not said["who"].rstrip().endswith("ss")
    return not (many and said["self"] in {"it", "he", "she"})


def _of_another(text: str, at: int, subject: str) -> bool:
    """Whether "he" or "they" stand in quoted words: a speaker calls himself "I" or "we"."""
    return text.count('"', 0, at) % 2 == 1 and _THIRD.search(subject) is not None


def _of_a_thing(text: str, subject: str) -> bool:
    """Whether the "it" of a person's words is something else: "she doubts that it will help"."""
    return subject.rstrip().lower().endswith(" it") and _PERSON.search(text) is not None


def _calendar(
    text: str,
    primary: Marker,
    *,
    reading: Reading,
    dates: tuple[DateExpression, ...],
    sentence: Sentence,
    times_ahead: Times,
) -> bool:
    """A plain "will" or "expected to" that names an event and its day."""
    word = plain(text[primary.start : primary.end]).lower()
    if _JUDGED.search(text, 0, primary.start):
        return False
    if word in _WILL and reading.as_planned.search(text, primary.end, primary.end + 120):
        return True
    if not reading.dated.search(word):
        return False
    window = text[primary.end : primary.end + 120]
    for one in dates:
        if one.relation == "past" and one.start - sentence.start >= primary.end:
            low, high = (at - sentence.start - primary.end for at in (one.start, one.end))
            window = window[:low] + " " * len(window[low:high]) + window[high:]
    if not reading.events.search(window) and not reading.acts.match(text, primary.end):
        return False
    dated = any(
        one.relation != "past" and one.start - sentence.start >= primary.end for one in dates
    )
    return dated or times_ahead.near(window)
