"""The patterns of dates, built from the words of ``knowledge/language/dates.yml``.

Decides alone what a date looks like on the page. White space and repetition are bounded in every
pattern, so that the time to search grows with the length of the text only.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache

from msgspec import Struct

from generator.knowledge.cues.dates import DateCues, Edge
from generator.text.dates import compound as compound_dates
from generator.text.dates import han
from generator.text.dates.openings import counted, openings
from generator.text.starts import Ending, Heads
from generator.text.tries import alternation, trie

S = r"\s{1,3}"
GAP = r"\s{0,3}"
DAY = r"(?:3[01]|[12]\d|0?[1-9])"
YEAR = r"(?:1[0-9]|20|21)\d\d"
YEAR_END = r"(?![\d%]|[.,]\d|[-‑–]?[A-Za-z])"
DAY_END = r"(?!\d|[:.]\d|,\d{3}(?!\d)|%)"
ORDINAL = r"(?:st|nd|rd|th)"
HYPHEN = r"[-‐‑–—~]"


_LATIN = re.compile("[a-z]+")

_KINDS: tuple[tuple[str, str], ...] = (
    ("digit", "iso slashed year_part cjk cjk_year cjk_day decade years day_of_month"),
    ("month", "month_day day_month month"),
    ("era", "era"),
    ("unit", "which_part fraction_which ago stretch within"),
    ("unit season month weekday", "which"),
    ("fixed", "fixed unanchored"),
    ("weekday", "weekday"),
)
RULE_KINDS: dict[str, frozenset[str]] = {
    name: frozenset(kinds.split()) for kinds, names in _KINDS for name in names.split()
} | dict(compound_dates.KINDS)
"""For each rule the kinds of trigger without which it cannot match."""


def latin_words(text: str) -> list[str]:
    """Runs of Latin letters, small: a trigger in such letters ends where they end."""
    return _LATIN.findall(text.lower())


def _kinds(cues: DateCues) -> dict[str, str]:
    """Every word that can trigger the search, in the cases it is written in, and its kind."""
    words: dict[str, str] = {}
    groups: tuple[tuple[str, Iterable[str]], ...] = (
        ("fixed", [*cues.relative, *cues.unanchored]),
        ("season", cues.seasons),
        ("era", cues.eras),
        ("weekday", cues.weekdays),
        ("month", [*cues.months, *cues.months_short]),
        ("unit", [form for forms in cues.units.values() for form in forms]),
        ("counted", counted(cues)),
        ("han", han.TRIGGERS),
    )
    for kind, group in groups:
        for word in group:
            for form in (word, word[:1].upper() + word[1:], word.upper()):
                words[form] = kind
    return words


def alternatives(words: Iterable[str], *, any_case: bool = True) -> str:
    """A group of the words, longest first, that begins and ends at word boundaries."""
    groups: dict[tuple[str, str], list[str]] = {}
    for word in sorted(set(words), key=lambda w: (-len(w), w)):
        opening = r"(?<![A-Za-z])" if word[0].isascii() and word[0].isalpha() else ""
        closing = "(?![A-Za-z])" if word[-1].isascii() and word[-1].isalnum() else ""
        groups.setdefault((opening, closing), []).append(word.lower() if any_case else word)
    shapes = [
        f"{opening}{trie(group, space=S)}{closing}" for (opening, closing), group in groups.items()
    ]
    return ("(?i:" if any_case else "(?:") + "|".join(shapes) + ")"


def _names(full: Iterable[str], short: Iterable[str]) -> str:
    """Names with a capital or in capitals; short forms may end in a full stop."""
    full, short = sorted(full), sorted(short, key=len, reverse=True)
    both = "|".join([*full, *(name.upper() for name in full)])
    shape = rf"(?:{both})(?![A-Za-z])"
    if short:
        clipped = "|".join([*short, *(name.upper() for name in short)])
        shape += rf"|(?:{clipped})(?:\.|(?![A-Za-z]))"
    return rf"(?<![A-Za-z])(?:{shape})"


class Rule(Struct, frozen=True, kw_only=True):
    """One pattern. Of two that match as much the one of lower ``rank`` goes first; ``marked`` ones
    hold characters beyond ASCII; in ASCII it begins with a character of ``opening``, None: any."""

    name: str
    rank: int
    pattern: re.Pattern[str]
    marked: bool
    opening: frozenset[str] | None


def _by_kinds(
    shapes: Iterable[tuple[str, str]], opening: Mapping[str, frozenset[str]]
) -> tuple[tuple[frozenset[str], tuple[Rule, ...]], ...]:
    found: dict[frozenset[str], list[Rule]] = {}
    for rank, (name, shape) in enumerate(shapes):
        rule = Rule(
            name=name,
            rank=rank,
            pattern=re.compile(shape),
            marked=name.startswith(("cjk", "eastern")),
            opening=opening.get(name),
        )
        found.setdefault(RULE_KINDS[name], []).append(rule)
    return tuple((kinds, tuple(rules)) for kinds, rules in found.items())


class Grammar(Struct, frozen=True, kw_only=True):
    """``trigger`` finds what every date holds; ``rules`` are tried around it, by name."""

    trigger: re.Pattern[str]
    kinds: Mapping[str, str]
    """What kind of word a trigger is; digits are not listed."""
    heads: Heads
    """Of the triggers in Latin letters, by :func:`latin_words`."""
    latin: frozenset[str]
    """Of each trigger in Latin letters its longest word (:func:`latin_words`)."""
    script: re.Pattern[str]
    """The triggers in other letters."""
    numeral: re.Pattern[str]
    """The triggers that begin with a digit."""
    rules: tuple[tuple[frozenset[str], tuple[Rule, ...]], ...]
    """By the kinds of trigger without which they cannot match."""
    before: Ending
    """Words before a date that belong to its span, ending where the date starts."""
    edge: tuple[tuple[Edge, re.Pattern[str]], ...]
    after: re.Pattern[str]
    refused_before: Ending
    month_opener: re.Pattern[str]
    year_opener: re.Pattern[str]
    year_opener_weak: re.Pattern[str]
    year_determiner: re.Pattern[str]
    year_refused: re.Pattern[str]
    day_opener: re.Pattern[str]
    day_closer: re.Pattern[str]
    nowadays: re.Pattern[str]
    happening: re.Pattern[str]
    not_weekday: re.Pattern[str]
    not_weekday_before: re.Pattern[str]
    not_after_ambiguous: re.Pattern[str]


def _heads(triggers: Iterable[str]) -> Heads:
    found: dict[str, frozenset[str]] = {}
    for trigger in triggers:
        if runs := latin_words(trigger):
            found[runs[0]] = found.get(runs[0], frozenset()) | {max(runs, key=len)}
    return Heads(found)


def _ends(words: Iterable[str]) -> re.Pattern[str]:
    return re.compile(rf"{alternatives(words)}\s{{0,3}}$")


@lru_cache(maxsize=8)
def grammar(cues: DateCues) -> Grammar:
    """The patterns for one value of the cues (compared by identity)."""
    month = _names(cues.months, cues.months_short)
    weekday = _names(cues.weekdays, ())
    weekday_any = _names(cues.weekdays, cues.weekdays_short)
    units = alternatives(form for forms in cues.units.values() for form in forms)
    which = alternatives(cues.which)
    seasons = alternatives(cues.seasons)
    parts = alternatives(form for forms in cues.parts.values() for form in forms)
    fractions = alternatives(cues.fractions)
    count = rf"(?:\d{{1,4}}|{alternatives(cues.numbers)}|{alternatives(cues.vague_numbers)})"
    to = rf"(?:\s{{0,2}}{HYPHEN}\s{{0,2}}|{S}{alternatives(cues.range_words)}{S})"
    y, m, d = (alternation(marks) for marks in (cues.cjk_year, cues.cjk_month, cues.cjk_day))
    not_day = f"(?!{GAP}{alternation(cues.cjk_not_day)})"
    cjk_decade = alternation(cues.cjk_decade)
    eras = alternatives(cues.eras)
    era_tail = (
        rf",?{S}(?P<era>{eras}){GAP}(?P<number>\d{{1,3}})(?!\d)(?:{GAP}\({GAP}{YEAR}{GAP}\))?"
    )
    tail_year = (
        rf"(?:{era_tail}|,?{S}(?:in{S})?(?P<year>{YEAR}){YEAR_END}|,(?P<tight>{YEAR}){YEAR_END})?"
    )
    lead_day = rf"(?:(?P<weekday>{weekday_any})(?:,?{S}|{GAP}\())?"
    fixed = alternatives(cues.relative)
    unanchored = alternatives(cues.unanchored)
    shapes: tuple[tuple[str, str], ...] = (
        (
            "iso",
            rf"(?<![\w.,/-])(?P<year>{YEAR})([-./])(?P<month>1[0-2]|0?[1-9])\2"
            rf"(?P<day>{DAY})(?![\d/-])",
        ),
        (
            "slashed",
            rf"(?<![\w.,/-])(?P<a>\d{{1,2}})([/.])(?P<b>\d{{1,2}})\2(?P<year>{YEAR})(?![\d/-])",
        ),
        (
            "month_day",
            rf"{lead_day}(?P<month>{month}){S}(?:the{S})?(?P<day>{DAY}){ORDINAL}?{DAY_END}"
            rf"(?:{to}(?:(?P<month2>{month}){S})?(?P<day2>{DAY}){ORDINAL}?{DAY_END})?{tail_year}",
        ),
        (
            "day_month",
            rf"{lead_day}(?<![\w.,$/-])(?P<day>{DAY}){ORDINAL}?"
            rf"(?:(?:{S}(?P<month0>{month}))?{to}(?P<day2>{DAY}){ORDINAL}?)?"
            rf"{S}(?:(?:day{S})?of{S})?(?P<month>{month})(?!{S}\d{{1,2}}(?!\d)){tail_year}",
        ),
        (
            "month",
            rf"(?:(?P<part>{parts})(?:{HYPHEN}?(?:{to}|{S}(?:and|or){S})(?P<part2>{parts}))?"
            rf"(?:{HYPHEN}|{S}|(?<=-))"
            rf"(?:the{S})?|(?P<fraction>{fractions}){S})?"
            rf"(?P<month>{month})(?!{S}{DAY}(?:{ORDINAL}|(?!\d)))"
            rf"(?:{to}(?P<month2>{month}))?(?:,?{S}(?:of{S})?(?P<year>{YEAR}){YEAR_END})?",
        ),
        (
            "year_part",
            rf"(?:(?P<part>{parts})(?:{HYPHEN}|{S}|(?<=-))|(?P<fraction>{fractions}){S}"
            rf"|(?P<season>{seasons})"
            rf"(?:,?{S}(?:of{S})?))(?P<year>{YEAR}){YEAR_END}",
        ),
        (
            "era",
            rf"(?P<era>{eras}){GAP}(?P<number>\d{{1,3}}){y}?"
            rf"(?:{GAP}\({GAP}(?P<year>{YEAR}){y}?{GAP}\))?(?!\d)",
        ),
        (
            "cjk",
            rf"(?:(?<!\d)(?P<year>{YEAR}){GAP}{y}{GAP})?(?<!\d)(?P<month>1[0-2]|0?[1-9]){GAP}{m}"
            rf"(?:{GAP}(?P<day>{DAY}){GAP}{d}{not_day})?",
        ),
        ("cjk_year", rf"(?<!\d)(?P<year>{YEAR}){GAP}{y}(?P<decade>{cjk_decade})?"),
        ("cjk_day", rf"(?<!\d)(?P<day>{DAY}){d}{not_day}"),
        (
            "decade",
            rf"(?:(?:the{S})?(?P<part>{parts})(?:{HYPHEN}|{S})(?:the{S})?)?"
            rf"(?<![\w.,$-])(?P<year>(?:1[5-9]|20)\d0)"
            rf"{alternation(cues.decade_marks)}(?!\w)",
        ),
        ("years", rf"(?<![\w.,$€£₩#/-])(?P<year>{YEAR})(?:{to}(?P<year2>{YEAR}|\d\d))?{YEAR_END}"),
        ("which_part", rf"(?P<part>{parts}){S}(?P<which>{which}){S}(?P<unit>{units})"),
        (
            "which",
            rf"(?P<which>{which}){S}(?:(?P<unit>{units})(?!{S}of{S}(?:\w{{1,20}}ing|[A-Z]))"
            rf"|(?P<season>{seasons})|(?P<month>{month})|(?P<weekday>{weekday}))",
        ),
        ("fraction_which", rf"(?P<fraction>{fractions}){S}(?P<which>{which}){S}(?P<unit>{units})"),
        ("ago", rf"(?<![\w-])(?P<count>{count}){S}(?P<unit>{units}){S}"
                rf"(?:(?P<ago>{alternatives(cues.ago)})|(?P<now>{alternatives(cues.from_now)})|"
                rf"(?P<else>{alternatives(cues.anchored_elsewhere)}))"),
        (
            "stretch",
            rf"(?:the{S})?(?:(?P<past>{alternatives(cues.stretch_past)})"
            rf"|(?P<next>{alternatives(cues.stretch_future)}))"
            rf"{S}(?:(?P<count>{count}){S})?(?P<unit>{units})",
        ),
        (
            "within",
            rf"{alternatives(cues.within)}{S}(?:the{S})?(?:(?:next|coming){S})?"
            rf"(?P<count>{count}){S}(?P<unit>{units})",
        ),
        ("fixed", rf"(?P<fixed>{fixed})"),
        ("unanchored", unanchored),
        ("weekday", rf"(?P<weekday>{weekday})"),
        ("day_of_month", rf"the{S}(?P<day>{DAY}){ORDINAL}(?!\w)"),
        *compound_dates.shapes(cues, month=month, ordinal=ORDINAL),
    )  # fmt: skip
    kinds = _kinds(cues)
    numeral = (
        rf"[0-9](?<![0-9].)(?:\d{{3}}(?!\d)|\d?{ORDINAL}\b|\d?[./]\d{{1,2}}[./]\d{{4}}"
        rf"|\d{{0,3}}\s?(?:{y}|{m}|{d}))"
    )
    edges = [form for forms in cues.edges.values() for form in forms]
    lead_in = alternatives(cues.day_parts)
    return Grammar(
        trigger=re.compile(
            rf"{numeral}|{trie(kinds, space=S, bounded=True)}(?![A-Za-z])"
        ),
        kinds=kinds,
        numeral=re.compile(numeral),
        heads=_heads(kinds),
        latin=frozenset(max(runs, key=len) for word in kinds if (runs := latin_words(word))),
        script=re.compile(alternation(word for word in kinds if not latin_words(word))),
        rules=_by_kinds(shapes, openings(cues)),
        before=Ending(
            re.compile(
                rf"(?:{lead_in}|{alternatives(edges)})"
                rf"(?:{S}(?:about|around|the|{lead_in}))?\s{{1,3}}$"
            ),
            (*cues.day_parts, *edges),
            ("about", "around", "the"),
        ),
        edge=tuple(
            (edge, re.compile(rf"^{alternatives(forms)}")) for edge, forms in cues.edges.items()
        ),
        after=re.compile(rf"{S}{alternatives(cues.day_parts_after)}"),
        refused_before=Ending(_ends(cues.recurring), cues.recurring),
        month_opener=_ends(cues.month_openers),
        year_opener=_ends(cues.year_openers),
        year_determiner=re.compile(
            "(?:" + "|".join(
                re.escape(w) if w[0] in "'’" else rf"(?<![A-Za-z]){re.escape(w)}"
                for w in cues.year_determiners
            ) + r")\s{1,3}$", re.IGNORECASE
        ),
        year_refused=re.compile(
            rf"[-‑]?\s{{0,2}}(?:[a-z]{{1,20}}\s)?{alternatives(cues.not_before_year)}"
        ),
        year_opener_weak=_ends(cues.year_openers_weak),
        day_opener=_ends(cues.day_of_month_openers),
        day_closer=re.compile(
            rf"\s{{0,2}}(?:[.,;:!?)”\"\]]|$|{HYPHEN}|{alternatives(cues.after_day_of_month)})"
        ),
        nowadays=re.compile(alternatives(cues.nowadays)),
        happening=re.compile(rf"{S}(?:[\w-]{{1,20}}{S}){{0,2}}?{alternatives(cues.happenings)}"),
        not_weekday=_ends(cues.not_weekday_after),
        not_weekday_before=re.compile(
            rf"{S}{alternatives(cues.not_weekday_before, any_case=False)}"
        ),
        not_after_ambiguous=re.compile(rf"{S}{alternatives(cues.not_after_ambiguous)}"),
    )  # fmt: skip
