"""Question: when was the article published, or as near as it can honestly be said?

Decides alone what may date an article. In order: the editor's word, a stated date, and what the
text reports: dates with a year, anniversaries of what has a founding date, and known events
reported as fresh or as still to come. Office holders never date an article. Where these disagree
or say too little the date stays unknown: a wrong date is worse than none.
"""

from __future__ import annotations

import re
from datetime import date, timedelta
from functools import lru_cache

from msgspec.structs import replace

from generator.knowledge.anniversaries import anniversary
from generator.knowledge.base import KnowledgeBase
from generator.knowledge.coming import coming_events, looked_back
from generator.knowledge.cues.dates import DateCues
from generator.knowledge.dating import (
    Evidence,
    Story,
    day_of_its_weapon,
    known_events,
    quoted,
    read_story,
)
from generator.knowledge.elapsed import counted_months, counted_years, named_year
from generator.knowledge.newest import FRESH, newest_day
from generator.knowledge.weekdays import day_of_numbers, day_of_the_week, fits_opening, told_later
from generator.knowledge.yesterday import named_yesterday
from generator.model import (
    DateExpression,
    Document,
    Genre,
    Mention,
    Precision,
    PublicationDate,
    SentenceId,
)
from generator.text.dates.calendar import Interval, anchor_of, resolve
from generator.text.dates.expressions import DateMatch, find
from generator.text.dates.meanings import Calendar
from generator.text.scripts import EASTERN
from generator.text.tries import alternation

STAMP = 30
"""Characters that may stand beside a date that stamps a page."""
APART = timedelta(days=92)
"""Evidence further apart than this disagrees."""


def _iso(day: date, precision: Precision) -> str:
    return day.isoformat()[: {"day": 10, "month": 7, "year": 4}[precision]]


def _partial_days(story: Story) -> list[tuple[DateMatch, DateExpression]]:
    """Days without a year that are not ahead, the dateline's first."""
    return [
        (match, said)
        for sentence in story.document.sentences
        for match, said in story.of(sentence)
        if isinstance(match.meaning, Calendar)
        and match.meaning.first.day
        and match.meaning.first == match.meaning.last
        and not said.first
        and said.relation != "future"
        and said.edge in {"on", "after"}
    ]


@lru_cache(maxsize=8)
def _copyright(cues: DateCues) -> re.Pattern[str]:
    """A mark of copyright and its year, which is not the first one of a span of years."""
    marks = alternation(cues.copyright)
    return re.compile(rf"{marks}[^\n\d]{{0,40}}(\d{{4}})(?!\s?[-–—]\s?\d|\d)", re.IGNORECASE)


def _imprint(story: Story) -> Evidence | None:
    """The one year of the copyright line, or of the same day told in full, for a dateline that
    leaves the year out."""
    article, own = story.document.article, story.dateline_day()
    if own is None:
        return None
    lines = (article.text[one.start : one.end] for one in article.removed)
    years = {int(hit[1]) for line in lines for hit in _copyright(story.cues).finditer(line[:600])}
    same = {int(one.first[:4]) for one in story.dates if one.first == one.last
            and one.first and one.first[5:] == f"{own.month:02}-{own.day:02}"}  # fmt: skip
    why = "The copyright line of the page gives {}." if years else "The text gives its day with {}."
    years = years or same
    if len(years) != 1:
        return None
    year = anchor_of(str(years.pop()))
    if year is None or story.too_early(year.last):
        return None
    base = Evidence(interval=year, why=why.format(year.first.year), sentences=(), firm=True)
    sharp = _sharpened(story, base)
    on = anchor_of(f"{year.first.year}-{own.month:02}-{own.day:02}")
    if sharp is base or on is None or not fits_opening(story, on.first):
        return None  # the year of the page, or of an owner, is not that of the piece
    return sharp


def _sharpened(story: Story, base: Evidence) -> Evidence:
    """The newest day without a year that fits the evidence for the year."""
    best = base
    dateline = story.document.article.dateline
    partial = _partial_days(story)
    days = [(match.meaning, quoted(said), said.sentence) for match, said in partial]
    if dateline:
        text = story.document.article.text[dateline.start : dateline.end]
        first = story.document.sentences[:1]
        days += [(m.meaning, f'"{text}"', s.id) for m in find(text, cues=story.cues) for s in first]
    for meaning, surface, sentence in days:
        if not isinstance(meaning, Calendar) or meaning.first.day is None or meaning.first.year:
            continue
        day = meaning
        if base.interval.precision == "year":
            year = base.interval.first.year
            day = Calendar(
                first=replace(meaning.first, year=year), last=replace(meaning.last, year=year)
            )
        found = resolve(day, anchor=base.interval, direction="unknown")
        if found is None:
            continue
        if base.interval.first <= found.last <= base.interval.last + FRESH:
            newer = best.interval.precision != "day" or found.last > best.interval.last
            if newer:
                best = Evidence(
                    interval=found,
                    why=f"{base.why.rstrip('.')}; the newest event reported is dated {surface}.",
                    sentences=tuple(dict.fromkeys((*base.sentences, sentence))),
                    firm=True,
                    passing=base.passing,
                )
    return best


def _infer(story: Story, *, argues: bool) -> PublicationDate:
    candidates = [
        evidence
        for evidence in (
            told_later(story, newest_day(story)),
            anniversary(story),
            _imprint(story),
            named_year(story),
        )
        if evidence is not None
    ]
    firm = [_sharpened(story, evidence) for evidence in candidates]
    recent, coming = known_events(story), coming_events(story)
    known = tuple(e for e in recent if e.firm or _supported(e, (*recent, *coming)))
    pool = [
        *firm,
        *filter(
            None,
            [
                day_of_the_week(story),
                counted_years(story),
                named_yesterday(story),
                counted_months(story),
                day_of_its_weapon(story),
            ],
        ),
        *_back(story),
        *(_sharpened(story, e) for e in known if e.firm),
        *(e for e in known if not e.firm),
    ]
    if not pool:
        return _from_coming(story, coming, recent)
    exact = [e for e in pool if e.interval.precision != "year"] or pool
    newest = max(
        exact, key=lambda e: (e.firm, e.interval.last) if e.firm else (False, e.interval.last)
    )
    later = [e for e in exact if e.interval.first > newest.interval.last + APART]
    earlier = [e for e in exact if e.interval.last < newest.interval.first - APART]
    ahead = [e for e in coming if e.interval.last < newest.interval.first]
    if later or ahead or (earlier and not newest.firm):
        other = (later or ahead or earlier)[0]
        return _unknown(f"The evidence disagrees: {newest.why} {other.why}", newest.sentences)
    return _inferred(_in_passing(newest) if argues and not _has_line(story) else newest)


def _back(story: Story) -> tuple[Evidence, ...]:
    """What the article looks back on, where a second thing agrees: the place of the event, or the
    day of the week that the dateline's day has in that year."""
    found = looked_back(story, _partial_days(story))
    if found is None:
        return ()
    sharp = _sharpened(story, found)
    day = sharp.interval.last
    own = story.dateline_day()
    on_line = own is not None and (own.month, own.day) == (day.month, day.day)
    agrees = found.firm or (on_line and fits_opening(story, day, named_only=True))
    return (sharp,) if agrees else ()


def _has_line(story: Story) -> bool:
    return story.document.article.dateline is not None


def _in_passing(evidence: Evidence) -> Evidence:
    """The month of a day that a piece which argues names in passing: it came out later."""
    at = evidence.interval
    if at.precision != "day" or not evidence.passing:
        return evidence
    month = Interval(first=at.first.replace(day=1), last=at.last, precision="month")
    return Evidence(
        interval=month, why=evidence.why, sentences=evidence.sentences, firm=evidence.firm
    )


def _supported(evidence: Evidence, others: tuple[Evidence, ...]) -> bool:
    """Whether a second known event agrees: "recently" alone may speak of an old one again."""
    low, high = evidence.interval.first - APART, evidence.interval.last + APART
    return any(
        other.why != evidence.why and other.interval.first <= high and other.interval.last >= low
        for other in others
    )


def _from_coming(
    story: Story, coming: tuple[Evidence, ...], recent: tuple[Evidence, ...]
) -> PublicationDate:
    """The days before the events still to come, unless something reported lies after them."""
    if coming:
        late = [r for r in recent if any(r.interval.first > e.interval.last for e in coming)]
        if late:
            return _unknown(f"The evidence disagrees: {late[0].why} {coming[0].why}", ())
        first = max(e.interval.first for e in coming)
        last = min(e.interval.last for e in coming)
        if first > last:
            return _unknown(f"The evidence disagrees: {coming[0].why} {coming[-1].why}", ())
        narrow = min(coming, key=lambda e: (e.interval.last - e.interval.first).days)
        return _inferred(narrow)
    line = story.document.article.dateline
    if line is not None and story.dateline_day() is not None:
        words = " ".join(line.value.split())
        why = f"The dateline “{words}” leaves the year out, and nothing in the text fixes it."
        return _unknown(why, ())
    partial = _partial_days(story)
    if partial:
        said = partial[0][1]
        why = f"The text names {quoted(said)} without a year, and nothing in it fixes the year."
        return _unknown(why, (said.sentence,))
    for said in story.dates:
        if said.first is None and said.precision is None:
            why = f"The text says {quoted(said)}, and nothing in it fixes the month or the year."
            return _unknown(why, (said.sentence,))
    return _unknown("No date is stated and none of the events reported fixes one.", ())


def _inferred(evidence: Evidence) -> PublicationDate:
    precision = evidence.interval.precision
    return PublicationDate(
        value=_iso(evidence.interval.last, precision),
        precision=precision,
        basis="inferred",
        why=evidence.why,
        evidence=evidence.sentences,
    )


def _unknown(why: str, evidence: tuple[SentenceId, ...]) -> PublicationDate:
    return PublicationDate(value=None, precision=None, basis="unknown", why=why, evidence=evidence)


def _given(story: Story) -> PublicationDate | None:
    """The editor's date, or the one the article states."""
    article = story.document.article
    if article.notes.date and (noted := anchor_of(article.notes.date)):
        return PublicationDate(
            value=article.notes.date,
            precision=noted.precision,
            basis="editor",
            why="The editor's notes on the article give it.",
        )
    if article.published and (stated := anchor_of(article.published.value)):
        words = article.text[article.published.start : article.published.end]
        why = f"The article states it: “{' '.join(words.split())}”."
        value, precision = article.published.value, stated.precision
        if precision == "year" and (day := day_of_numbers(story, words, stated.first.year)):
            value, precision = day.isoformat(), "day"
        return PublicationDate(value=value, precision=precision, basis="stated", why=why)
    for sentence in (*story.document.sentences[:3], *story.document.sentences[-2:]):
        for match, said in story.of(sentence):
            before, after = sentence.text[: match.core], sentence.text[match.end :]
            whole = said.first is not None and said.first == said.last
            if whole and (_stamp(before, after) or (sentence.id == "s1" and _line(before, after))):
                return PublicationDate(
                    value=said.first,
                    precision="day",
                    basis="stated",
                    why=f"The article states it: {quoted(said)}.",
                    evidence=(sentence.id,),
                )
    return None


def _stamp(before: str, after: str) -> bool:
    """Whether a date stands nearly alone, as the stamp of a page does."""
    alone = re.fullmatch(r"\W*(?:\w+\W*)?", before) and len(before) <= STAMP
    if len(EASTERN.findall(after)) > 6:  # a caption: "2031年3月4日在港口下水的拖船"
        return False
    return bool(alone) and len(after) <= STAMP and not re.search(r"[.!?。]|[a-z]{3}", after)


def _line(before: str, after: str) -> bool:
    """Whether a date stands in a dateline: place names before it, an agency or a dash after."""
    places = re.fullmatch(r"(?:[A-Z][\w.'’-]{0,30}[,\s(]{1,3}){0,6}", before)
    return places is not None and re.match(r"\s{0,2}(?:\(|--|[—–:-]\s)", after) is not None


def derive_published(
    document: Document,
    *,
    mentions: tuple[Mention, ...],
    dates: tuple[DateExpression, ...],
    knowledge: KnowledgeBase,
    genre: Genre = "unknown",
) -> PublicationDate:
    """The article's date: its publication, else that of the newest event it reports, to the month
    in a piece that argues.

    ``dates`` are those of ``find_dates``, not yet counted from any article date.
    """
    story = read_story(document, mentions=mentions, dates=dates, knowledge=knowledge)
    return _given(story) or _infer(story, argues=genre in ("commentary", "analysis"))
