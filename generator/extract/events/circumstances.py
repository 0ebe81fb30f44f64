"""When it happened, and whether it did."""

from __future__ import annotations

import re

from generator.extract.events.extent import asides
from generator.knowledge.cues.verbs import VerbCues
from generator.model import AUTHOR, Claim, DateExpression, EventStatus, Precision
from generator.text.dates.calendar import day_beside
from generator.text.eastern.nested import JOINED
from generator.text.reading import Reading
from generator.text.syntax.grammar import Predicate

_ASIDE = 60
_YEAR = 4
_CLAUSES = frozenset({"since", "which", "who", "whose", "whom"})
_ACCUSED_WITHIN = 8
_ALLEGED_WITHIN = 10
_ARTICLES = frozenset({"the", "a", "an", "its", "their", "his", "her", "'s", "that", "this"})
_OTHER = 80
_COUNT = (
    r"(?:(?:an?|one|two|three|four|five|six|seven|eight|nine|ten|several|few|some|many|\d{1,3}|"
    r"just|less than|more than|shortly|soon|immediately|right|not long|long) ){0,3}"
    r"(?:(?:hour|day|week|month|year|minute)s? )?"
)
_APART = re.compile(
    rf"(?<![\w'-])(?P<count>{_COUNT})(?P<word>after|before|following)(?= )"
    r"(?! (?:\d|dawn|dusk|noon|midnight|sunrise|sunset|daybreak|all\b|long\b))",
    re.I,
)
_CLAUSE_END = re.compile(r"[,;:()]")
"""Where a clause that only tells what came before or after ends."""
_GOES_ON = re.compile(
    r", [^,;:()]{1,120}, (?:towards?|on|in|at|from|to|into|off|near|over|during) "
)
"""An aside between commas, behind which the clause goes on."""
_END = re.compile(r"\b(?:end|close) of\b")
_JOINTS = (", and ", ", but ", ", while ")
_SINCE = re.compile(r" since(?P<rest> .*)", re.S)
_ZONE = re.compile(r"\b(?:GMT|UTC)\b")


def when(
    predicate: Predicate, reading: Reading, dates: list[DateExpression]
) -> tuple[str | None, str | None, Precision | None, str | None]:
    """First day, last day, precision and words of the date nearest to the verb, with those joined
    to it by "and" or "to"; a date in brackets is far."""
    offset = reading.sentence.start
    at = offset + reading.tokens.starts[predicate.first]
    asides = _asides(reading.sentence.text, dates, offset=offset)
    dates = [
        date
        for date in dates
        if not _elsewhere(reading.sentence.text, date.start - offset)
        and _same_clause(date, at, asides, reading)
        and not _describes(date, predicate, reading)
        and not _behind_another(date, predicate, reading)
        and not _opens_another(date, predicate, reading)
        and not _closes_another(date, predicate, reading)
    ]
    if predicate.mood == "planned":
        # "told lawmakers LAST WEEK that it will launch": the day of the telling
        ahead = frozenset({"until", "before"})
        dates = [
            date
            for date in dates
            if date.relation != "past" or date.start >= at or date.edge in ahead
        ]
    if not dates:
        return None, None, None, None

    def far(date: DateExpression) -> int:
        aside = reading.sentence.text[: date.start - offset].rstrip().endswith("(")
        distance = date.start - at if date.start >= at else at - date.end + 10
        loose = aside or date.edge == "after"
        return distance + (_ASIDE if loose else 0) + (_OTHER if other_clause(date) else 0)

    def other_clause(date: DateExpression) -> bool:
        """Whether another verb stands before the date, which then belongs to that verb."""
        if date.start >= at:
            return False
        start = reading.tokens.at(date.start - offset)
        return any(not item.is_noun and item.last <= start for item in reading.predicates)

    nearest = min(dates, key=far)
    joined = [nearest]
    for date in dates:
        low, high = sorted((date, nearest), key=lambda item: item.start)
        between = reading.sentence.text[low.end - offset : high.start - offset]
        verbs = (
            offset + reading.tokens.starts[one.first]
            for one in reading.predicates
            if not one.is_noun
        )
        if between in JOINED or (
            len(between) <= 30
            and (" and " in between or "to" in between.split())
            and not any(low.end <= verb < high.start for verb in verbs)
        ):
            joined.append(date)
    joined.sort(key=lambda item: item.start)
    text = reading.sentence.text[joined[0].start - offset : joined[-1].end - offset]
    firsts = [item.first for item in joined if item.first]
    lasts = [item.last for item in joined if item.last]
    if len(firsts) != len(joined) or len(lasts) != len(joined):
        return None, None, None, " ".join(text.split())
    first, last = _bounds(nearest, joined, min(firsts), max(lasts))
    return first, last, nearest.precision if first or last else None, " ".join(text.split())


def _describes(date: DateExpression, predicate: Predicate, reading: Reading) -> bool:
    """Whether a year only tells which one is meant: "suspended the 2018 agreement"."""
    tokens = reading.tokens
    if not (len(date.surface) == _YEAR and date.surface.isdigit()):
        return False
    at = tokens.at(date.start - reading.sentence.start)
    if not at or at + 1 >= len(tokens) or tokens.norms[at - 1] not in _ARTICLES:
        return False
    following = tokens.norms[at + 1]
    own = predicate.is_noun and at < predicate.first <= at + _YEAR
    return not own and tokens.gap(at + 1) == " " and following.isalpha()


def _behind_another(date: DateExpression, predicate: Predicate, reading: Reading) -> bool:
    """ "urged them to keep the truce that has held SINCE the war ended in 1953"."""
    at = reading.tokens.at(date.start - reading.sentence.start)
    aside = asides(predicate, reading)
    between = [
        reading.tokens.norms[index]
        for index in range(predicate.last, at - 1)
        if not any(index in words for words in aside)
    ]
    return not _CLAUSES.isdisjoint(between) or "that" in between[1:]


def _opens_another(date: DateExpression, predicate: Predicate, reading: Reading) -> bool:
    """ "sent ships, AND ON MONDAY Ruritania protested": the day of the clause that begins there."""
    at = reading.tokens.at(date.start - reading.sentence.start)
    joint = at > predicate.last and reading.tokens.norms[at - 1] in {"and", "but", "while"}
    return (
        joint
        and "," in reading.tokens.gap(at - 1)
        and any(one.first > at and not one.is_noun for one in reading.predicates)
    )


def _closes_another(date: DateExpression, predicate: Predicate, reading: Reading) -> bool:
    """ "is to build two ships BY 2032, and plans to sell three": the day of the clause before."""
    if predicate.form == "gerund":
        return False  # "paraded at dawn, while also SHOWING drones": one deed told on
    end = date.end - reading.sentence.start
    between = reading.sentence.text[end : reading.tokens.starts[predicate.first]]
    first = reading.tokens.at(date.start - reading.sentence.start)
    return any(joint in between for joint in _JOINTS) and any(
        one.last <= first and not one.is_noun for one in reading.predicates
    )


def _bounds(
    date: DateExpression, joined: list[DateExpression], first: str, last: str
) -> tuple[str | None, str | None]:
    """ "Since 2022" has no end, "by May" and "before June" no start; "after" tells no day."""
    if len(joined) > 1 or date.edge == "on":
        return first, last
    opening = date.surface.lower()
    if date.edge == "since":
        return (None, None) if opening.startswith("as of") else (first, None)
    if date.edge == "before" and not _END.search(opening):
        last = day_beside(first, -1)
    return (None, last) if date.edge in {"until", "before"} else (None, None)


Aside = tuple[int, int, bool]
"""Start and end in the article of a clause with "after" or "before", and whether it is counted."""


def _asides(text: str, dates: list[DateExpression], *, offset: int) -> tuple[Aside, ...]:
    """ "Two days after the ministry threatened": clauses whose time is told by another one."""
    lower = text.lower()
    if not any(word in lower for word in ("after", "before", "following")):
        return ()
    found: list[Aside] = []
    for match in _APART.finditer(text):
        start = match.start("word")
        if any(date.start - offset <= start < date.end - offset for date in dates):
            continue  # "after Wednesday" is a date itself
        stop = _CLAUSE_END.search(text, match.end())
        if stop and (on := _GOES_ON.match(text, stop.start())):
            stop = _CLAUSE_END.search(text, on.end())
        end = stop.start() if stop else len(text)
        found.append((offset + match.start(), offset + end, bool(match["count"])))
    return tuple(found)


def _same_clause(
    date: DateExpression, at: int, asides: tuple[Aside, ...], reading: Reading
) -> bool:
    """Whether the date and the verb at ``at`` stand on the same side of every such clause. A
    date behind a bare "after" is the main verb's too where no other verb stands before it."""
    offset = reading.sentence.start
    for start, end, counted in asides:
        inside, own = start <= date.start < end, start <= at < end
        if own and not inside:
            return False
        if inside and not own:
            verbs = (
                offset + reading.tokens.starts[one.first]
                for one in reading.predicates
                if one.frame.event
            )
            if counted or any(start <= verb < date.start for verb in verbs):
                return False
    return True


def _elsewhere(text: str, at: int) -> bool:
    """ "6:52 a.m. (2152 GMT on Tuesday)": the day in another zone is not the day of the deed."""
    opening = text.rfind("(", max(0, at - _ASIDE), at)
    return opening >= 0 and _ZONE.search(text, opening, at) is not None


def said_behind(predicate: Predicate, claim: Claim, reading: Reading) -> bool:
    """ "Hentzau toured the yard, STRESSING its role": who does the deed speaks behind it, and is
    not the one who tells of it. "Tested it, its first SINCE both AGREED to talk": nor is who speaks
    in a clause that only tells since when."""
    verb = claim.cue.split(" ", 1)[0]
    end = reading.tokens.ends[predicate.last - 1]
    since = _SINCE.search(reading.sentence.text, end)
    if since is not None and since["rest"].split(",")[0].find(f" {claim.cue}") >= 0:
        return True
    if not verb.endswith("ing") or verb == "according":
        return False
    return f", {claim.cue}" in reading.sentence.text[end:]


_STATING = frozenset({"saying", "stating", "claiming", "insisting", "arguing", "adding", "noting"})


def compares(date: DateExpression, reading: Reading, cues: VerbCues) -> bool:
    """ "Its first launch SINCE SEPTEMBER": the day of the one before it."""
    if date.edge != "since":
        return False
    before = reading.tokens.at(date.start - reading.sentence.start)
    return not frozenset(cues.compared_since).isdisjoint(reading.between(0, before))


def is_to_come(start: str | None, dates: list[DateExpression]) -> bool:
    """Whether the day that was read is said to lie ahead."""
    return any(one.relation == "future" and one.first == start for one in dates)


_PRESENT = frozenset({"base", "third", "gerund", "noun", "east-asian"})


def status(
    predicate: Predicate,
    claim: Claim | None,
    reading: Reading,
    cues: VerbCues,
    *,
    coming: bool = False,
) -> EventStatus:
    """Denied and planned by the mood of the verb, planned too what is told in the present of a day
    to come (``coming``); reported where a source stands behind it. To reject and to deny are deeds
    themselves: what is denied is another one."""
    own = claim is not None and (
        reading.words(predicate.first, predicate.last) in claim.cue
        or _follows_on(predicate, claim, reading)
    )
    denied = claim is not None and claim.modality == "denied" and not own
    denied = denied and not _said_anew(predicate, claim, reading)
    if predicate.mood == "negated" or denied:
        return "denied"
    awaited = "to" in reading.between(predicate.group, predicate.first)
    if predicate.mood != "stated" or (coming and (awaited or predicate.form in _PRESENT)):
        return "planned"
    if claim is not None and claim.holder is None and _of_another_clause(predicate, claim, reading):
        claim = None
    if claim is not None and (
        claim.modality in {"reported", "hedged"} or claim.holder not in {None, AUTHOR}
    ):
        return "reported"
    said = _accused(predicate, reading, cues) or alleged(predicate, reading, cues)
    return "reported" if said else "happened"


def _said_anew(predicate: Predicate, claim: Claim | None, reading: Reading) -> bool:
    """ "rejected the charge, STATING that Zenda had fired": what is said then is not denied."""
    if claim is None or not claim.cue:
        return False
    before = reading.words(0, predicate.group)
    at = before.rfind(claim.cue)
    words = before[at + len(claim.cue) :].split() if at >= 0 else []
    return not _STATING.isdisjoint(words)


def _of_another_clause(predicate: Predicate, claim: Claim, reading: Reading) -> bool:
    """ "sanctioned firms THAT REPORTEDLY pay for it": the reserve is that of the later clause."""
    norms = reading.tokens.norms
    try:
        at = norms.index(claim.cue.lower(), predicate.last)
    except ValueError:
        return False
    return (
        not _CLAUSES.isdisjoint(norms[predicate.last : at]) or "that" in norms[predicate.last : at]
    )


def alleged(predicate: Predicate, reading: Reading, cues: VerbCues) -> bool:
    """ "reports THAT Ruritania sent", "accusations claiming THAT", "reports OF Ruritania sending":
    what a report or a claim holds, whatever is said of it."""
    before = reading.between(max(0, predicate.group - _ALLEGED_WITHIN), predicate.group)
    bare = predicate.form == "gerund" and predicate.group == predicate.first
    links = {"of", "about"} if bare else {"that", "how"}
    at = max((place for place, word in enumerate(before) if word in links), default=0)
    return any(word in cues.allegations for word in before[max(0, at - 2) : at])


def _accused(predicate: Predicate, reading: Reading, cues: VerbCues) -> bool:
    """ "Ruritania was accused of attacking": somebody says so."""
    if predicate.form != "gerund":
        return False
    before = reading.between(max(0, predicate.group - _ACCUSED_WITHIN), predicate.group)
    return any(word in cues.charging for word in before)


def _follows_on(predicate: Predicate, claim: Claim, reading: Reading) -> bool:
    """ "denied the charge and accused Ruritania": what comes behind "and" was done."""
    group = predicate.group
    if predicate.form != "past" or group != predicate.first or not claim.cue:
        return False
    if reading.between(group - 1, group) != ("and",):
        return False
    before = reading.words(0, group)
    at = before.rfind(claim.cue)
    return at >= 0 and not {"that", "having", "it"} & set(before[at:].lower().split())
