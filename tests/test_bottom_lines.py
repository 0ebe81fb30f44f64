"""Bottom lines of whole articles: what must hold of each, whatever it is about."""

from __future__ import annotations

import re
from functools import lru_cache

import pytest
from test_summary import own_words
from workbench import ROOT, analysed, knowledge

from generator.model import Analysis
from generator.text.tokens import is_latin

ARTICLES = sorted((ROOT / "tests" / "eval" / "development").glob("*.txt"))
TURNING = frozenset({
    "no", "not", "never", "neither", "nor", "without", "unless", "except", "hardly", "denied",
    "may", "might", "could", "would", "likely", "unlikely", "possibly", "probably", "perhaps",
    "reportedly", "allegedly", "suspected", "presumed", "about", "least", "most", "nearly", "up",
})  # fmt: skip
"""Words that turn, hedge or bound what stands beside them."""
ISOLATED = 3
"""Words of a gap that is no constituent of its own."""


@lru_cache(maxsize=1)
def analyses() -> tuple[tuple[str, Analysis], ...]:
    found = ((path.stem, analysed(path.read_text("utf-8"))) for path in ARTICLES)
    return tuple((name, one) for name, one in found if is_latin(_source(one)))


def _words(text: str) -> list[str]:
    return re.findall(r"[\w.'’$-]*\w", text.casefold())


def _source(analysis: Analysis) -> str:
    return " ".join(analysis.document.sentence(one).display for one in analysis.bluf.evidence)


def _gaps(printed: list[str], source: list[str]) -> list[list[str]]:
    """The words of the source left out before a printed word, stretch by stretch."""
    gaps: list[list[str]] = []
    at = 0
    for word in printed:
        if word not in source[at:]:
            continue
        place = source.index(word, at)
        if place > at:
            gaps.append(source[at:place])
        at = place + 1
    return gaps[1:] if source and printed and source[0] != printed[0] else gaps


def test_a_bottom_line_is_read_at_a_glance() -> None:
    """At most 35 words, names, days and sources put in among them."""
    long = {name: one.bluf.text for name, one in analyses() if len(one.bluf.text.split()) > 35}
    assert long == {}


def test_a_bottom_line_never_breaks_off() -> None:
    """No "…" that is not the article's, and a stop at the end."""
    broken = {
        name: one.bluf.text
        for name, one in analyses()
        if ("…" in one.bluf.text and "…" not in _source(one))
        or not re.search(r"[.!?…][\"'”’)]*$", one.bluf.text)
    }
    assert broken == {}


def test_every_word_of_a_bottom_line_stands_in_its_evidence() -> None:
    """But what stands in square brackets, and the words that give an opinion to its holder."""
    strange: dict[str, set[str]] = {}
    for name, one in analyses():
        own = set(_words(own_words(one.bluf.text))) - set(_words(_source(one)))
        if own:
            strange[name] = own
    assert strange == {}


def test_what_turns_or_counts_never_goes_alone() -> None:
    """Of a few words left out inside a bottom line none negates, hedges, bounds or counts what is
    printed: such a word goes with its whole constituent, or stays."""
    torn: dict[str, list[str]] = {}
    for name, one in analyses():
        source = re.sub(r"\([^()]*\)", "", _source(one))
        for gap in _gaps(_words(own_words(one.bluf.text)), _words(source)):
            turns = not TURNING.isdisjoint(gap) or any(word[0].isdigit() for word in gap)
            if turns and len(gap) <= ISOLATED:
                torn.setdefault(name, []).append(" ".join(gap))
    assert torn == {}


@pytest.mark.parametrize("mark", ['"', "“"])
def test_a_quotation_is_printed_whole(mark: str) -> None:
    """From its first mark to its last."""
    closing = {"“": "”"}.get(mark, mark)
    for name, one in analyses():
        text = one.bluf.text
        both = (
            text.count(mark) % 2 == 0
            if closing == mark
            else text.count(mark) == text.count(closing)
        )
        assert both, (name, text)


def test_an_opinion_has_a_holder() -> None:
    """What the writer recommends is never printed as if it were so."""
    cues = knowledge().language.summary
    bare = {
        name: one.bluf.text
        for name, one in analyses()
        if one.bluf.holder == "author"
        and one.layers.get(one.bluf.evidence[-1]) == "recommendation"
        and not one.bluf.text.startswith((cues.author_view, cues.author_label))
    }
    assert bare == {}


def test_a_statement_of_a_ministry_is_not_told_as_a_fact() -> None:
    """Whatever had to be cut: the source that only the first sentence names is put in."""
    found = analysed(
        "Kim Yo Jong, vice department director of the Central Committee of the Workers' Party of "
        "Korea, issued the following press statement on June 13:\n\nThe U.S. military crawled its "
        "nuclear submarine into Pusan Port on June 11, and two days before that two B-1B strategic "
        "bombers flown from Guam staged a precision-strike drill with fighters of the ROK and "
        "Japan in the sky southeast of Cheju Island. This is the third appearance of such assets."
    )
    assert found.bluf.holder == "kim-yo-jong"
    assert "[according to Kim Yo Jong]" in found.bluf.text


def test_no_statement_is_the_frame_of_a_quotation_alone() -> None:
    """ "The Joint Chiefs of Staff reported." says nothing: its quotation was too long to print."""
    quoted = (
        "At around 11:05 pm yesterday North Korea presumably failed to launch a missile from the "
        "Sunan area towards the East Sea and we and our allies are looking at everything that we "
        "have on the place and the time and the kind of the missile and on what became of it and "
        "on what may follow in the next days and weeks on land and at sea"
    )
    found = analysed(
        "A ballistic missile exploded in mid-air on Monday, a day after the launch of a satellite "
        "by North Korea.\n\nEarly in the morning the Joint Chiefs of Staff reported, “"
        f"{quoted}.”\n\nJapan lodged a protest against the launch through its embassy in Beijing."
    )
    assert not [one.text for one in found.summary if one.text.endswith("reported.")]
