"""The patterns of amounts, built from the words of ``knowledge/language/units.yml``.

Decides alone what a number, a unit and a comparing word look like on the page.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from msgspec import Struct

from generator.knowledge.cues.units import UnitCues, UnitForms
from generator.model import Comparator
from generator.text.dates.grammar import alternatives
from generator.text.eastern import numerals
from generator.text.phrases import Gated, anchors, headed
from generator.text.starts import Ending

DIGITS = (
    r"(?!0\d)"
    r"(?:\d{1,3}(?:,\d{3}){1,5}(?!\d)|\d{1,3}(?:[ \u00a0\u202f\u2009]\d{3}){1,5}(?!\d)|\d{1,12})"
    r"(?:\.\d{1,6})?"
)
_STOP = (
    r"(?!(?i:of|the|in|on|at|to|for|and|or|by|from|with|as|a|an|is|are|was|were|that|which|will|"
    r"after|before|but|into|than|against|during|while|when|"
    r"has|have|had|can|could|may|might|should|would)\s)"
)


class Patterns(Struct, frozen=True, kw_only=True):
    number: re.Pattern[str]
    scale: re.Pattern[str]
    scales: dict[str, int]
    rest: re.Pattern[str]
    """Digits after an East Asian scale word: the 5000 of 1만5000."""
    numbers: dict[str, int]
    words: frozenset[str]
    """Of every number in letters the word that must stand in a text which holds it."""
    spelt: Gated
    """Where a number in letters may begin."""
    unit: re.Pattern[str]
    units: dict[str, UnitForms]
    exact: dict[str, UnitForms]
    in_millions: dict[str, UnitForms]
    short: frozenset[str]
    money: frozenset[str]
    before: re.Pattern[str]
    befores: dict[str, UnitForms]
    signed: frozenset[str]
    """Units that stand before the number, and so are not repeated in a range."""
    noun: re.Pattern[str]
    """The thing counted; behind a hyphen none but itself: "six-wheeled launchers" are not six."""
    nouns: dict[str, str]
    to: re.Pattern[str]
    series: re.Pattern[str]
    """Behind a number without unit the next one, which has it: "60,000 and 66,000 tonnes"."""
    opener: Ending
    particle_verbs: frozenset[str]
    left: Ending
    lefts: dict[str, Comparator]
    and_more: dict[str, Comparator]
    right: re.Pattern[str]
    """Behind it no "than" may follow: "40 rockets and more than 500 drones"."""
    rights: dict[str, Comparator]
    listed_name: re.Pattern[str]
    any_name: re.Pattern[str]
    conversion: re.Pattern[str]


def _by_form(units: Iterable[UnitForms]) -> dict[str, UnitForms]:
    return {form.lower(): unit for unit in units for form in unit.forms}


def _by_word(table: dict[Comparator, tuple[str, ...]]) -> dict[str, Comparator]:
    return {word.lower(): op for op, words in table.items() for word in words}


@lru_cache(maxsize=8)
def amount_patterns(cues: UnitCues) -> Patterns:
    tens = [
        word
        for word, n in cues.numbers.items()
        if 20 <= n < 100 and n % 10 == 0 and " " not in word
    ]
    ones = [word for word, n in cues.numbers.items() if 1 <= n < 10 and " " not in word]
    words = rf"(?:{alternatives(tens)}[-‑ ]{alternatives(ones)}|{alternatives(cues.numbers)})"
    nouns = {form.lower(): name for name, forms in cues.counts.items() for form in forms}
    lefts, rights = _by_word(cues.before_number), _by_word(cues.after_number)
    dash = "".join(re.escape(w) for w in cues.range_words if len(w) == 1)
    spelt = alternatives(w for w in cues.range_words if len(w) > 1)
    signs = [form for unit in cues.before for form in unit.forms if form.isascii()]
    coded = [rf"(?<=\b{sign})" for sign in signs if sign.isalpha() and sign.isupper()]
    lead = "|".join((*coded, "(?<![A-Za-z0-9_./:第제])"))
    units = alternatives(f for u in cues.units if not u.exact for f in u.forms if not f.isascii())
    range_of = (
        rf"(?:{alternatives(w for w in cues.range_words if not w.isascii())}{numerals.SHAPE})?"
    )
    more = alternatives(_by_word(cues.and_more))
    number = re.compile(
        rf"(?:{lead})"
        r"(?<![A-Za-z\u3040-\u30ff\u4e00-\u9fff\uac00-\ud7a3”’」』\"'][-‑])(?<!\d[-‑,])(?<!\d\s[-–])"
        rf"(?:{DIGITS}(?!\d|st\b|nd\b|rd\b|th\b)|{words}"
        rf"|{numerals.NOT_BEHIND}{numerals.SHAPE}(?={range_of}{more}?{units}))"
    )
    return Patterns(
        number=number,
        scale=re.compile(rf"[\s-]?{alternatives(cues.scales)}"),
        rest=re.compile(r"\s?\d{1,4}(?!\d)(?:\.\d{1,4})?"),
        scales={word.lower(): n for word, n in cues.scales.items()},
        words=anchors(cues.numbers) or frozenset(),
        spelt=headed(number, cues.numbers),
        numbers={word.lower(): n for word, n in cues.numbers.items()},
        unit=re.compile(
            rf"[-‑\s]{{0,2}}(?P<unit>{alternatives(f for u in cues.units for f in u.forms)})"
        ),
        units=_by_form(u for u in cues.units if not u.exact and not u.in_millions),
        in_millions=_by_form(u for u in cues.units if u.in_millions),
        exact={form: unit for unit in cues.units if unit.exact for form in unit.forms},
        short=frozenset(form.lower() for form in cues.short_forms),
        money=frozenset(cues.money_scales),
        particle_verbs=frozenset(cues.particle_verbs),
        before=re.compile(
            rf"(?<![A-Za-z]){alternatives(f for u in cues.before for f in u.forms)}\s{{0,2}}$"
        ),
        befores=_by_form(cues.before),
        signed=frozenset(unit.to for unit in cues.before),
        noun=re.compile(
            rf"[-‑\s]{{0,2}}(?:{alternatives(cues.classifiers)}\s?)?(?:(?<![-‑\d]){_STOP}(?!{alternatives(ones)}\s)[A-Za-z][\w'’-]{{1,20}}\s){{0,3}}?(?P<noun>{alternatives(nouns)})"
        ),
        nouns=nouns,
        to=re.compile(
            rf"(?:\s{{0,2}}[{dash}]\s{{0,2}}|\s{{1,3}}(?P<word>{spelt})\s{{1,3}})"
            rf"(?:[$€£₩]\s?)?(?P<number>{DIGITS}(?!\d)|{words}|{numerals.SHAPE})"
        ),
        series=re.compile(rf"(?:,?\sand\s|和|、|및\s|과\s|와\s)(?P<number>{DIGITS})(?!\d)"),
        opener=Ending(
            re.compile(rf"{alternatives(cues.range_openers)}\s{{1,3}}$"), cues.range_openers
        ),
        left=Ending(
            re.compile(rf"(?P<word>{alternatives(lefts)})\s{{0,3}}(?:(?P<article>the|a|an)\s)?$"),
            lefts,
            ("the", "a", "an"),
        ),
        lefts=lefts,
        and_more=_by_word(cues.and_more),
        right=re.compile(rf"\s{{0,3}}(?P<word>{alternatives(rights)})(?!\sthan\b)"),
        rights=rights,
        listed_name=re.compile(rf"{alternatives(cues.name_words, any_case=False)}\s{{1,2}}$"),
        any_name=re.compile(r"(?<![.!?]\s)(?<!^)(?<![A-Za-z])[A-Z][a-z]{1,20}\s{1,2}$"),
        conversion=re.compile(
            rf"(?:\s{{0,2}}[(（/]\s{{0,2}}|,?\sor\s)(?:{alternatives(cues.conversion_words)}\s)?"
            rf"(?P<number>{DIGITS})"
        ),
    )  # fmt: skip
