"""What an article comes down to: the cases of ``tests/cases/summary``."""

from __future__ import annotations

import re

import pytest
from workbench import Case, cases, knowledge

from generator.model import Analysis, Statement
from generator.text.dates.written import day

CUES = knowledge().language.summary


def _words(text: str) -> list[str]:
    return re.findall(r"\w+", text.casefold())


def in_order(printed: str, source: str) -> bool:
    """Whether the words of ``printed`` stand in ``source`` in the same order."""
    rest = iter(_words(source))
    return all(word in rest for word in _words(printed))


DAY = re.compile(r" \[(\d{1,2} [A-Z][a-z]+ \d{4})\]")
"""A day put in behind the article's own words for it."""


SOURCE = re.compile(r"\[(?:according to )?([^\W\d][^]]*?):?\](?:'s)?")
"""A person or a source put in, in square brackets."""


def own_words(text: str) -> str:
    """A statement without the words that mark it as the author's view, and without days and
    sources put in."""
    return (
        SOURCE.sub("", DAY.sub("", text))
        .removeprefix(CUES.author_view)
        .removeprefix(CUES.author_label)
    )


def composed(statement: Statement, analysis: Analysis) -> bool:
    """Whether a statement is in English and its evidence in other letters."""
    source = "".join(analysis.document.sentence(one).text for one in statement.evidence)
    return statement.text.isascii() and not any(
        word.isascii() for word in re.findall(r"[^\W\d]+", source)
    )


def _statements(analysis: Analysis, where: str) -> list[Statement]:
    return [analysis.bluf] if where == "bottom line" else list(analysis.summary)


def unmet(analysis: Analysis, line: str) -> str | None:
    """What is wrong with one expectation, or None.

    ``bottom line: words`` and ``summary: words``: these very words are printed there;
    ``bottom line not: words`` and ``summary not: words``: they are not. ``title: words`` is the
    whole title, ``title not: words`` a part it must not have. ``holder a: words``: the statement
    of the summary with these words is given to a.
    """
    where, _, words = line.partition(": ")
    if where.startswith("holder "):
        holders = [item.holder for item in analysis.summary if words in item.text]
        return None if holders == [where[7:]] else f"{line}: found {holders}"
    if where.startswith("title"):
        ends = words.endswith("$") and analysis.title.endswith(words[:-1])
        holds = ends or words in analysis.title
        good = not holds if where == "title not" else words == analysis.title
        return None if good else f"{line}: found {analysis.title!r}"
    texts = [item.text for item in _statements(analysis, where.removesuffix(" not"))]
    found = any(words in text for text in texts)
    return None if found != where.endswith(" not") else f"{line}: found {texts}"


@pytest.mark.parametrize("case", cases("summary"), ids=str)
def test_articles_come_down_to_what_the_case_says(case: Case) -> None:
    """Every line of the case holds for the article above it."""
    analysis = case.analysis()
    assert [fault for line in case.expected if (fault := unmet(analysis, line))] == []


@pytest.mark.parametrize("case", cases("summary"), ids=str)
def test_a_statement_is_the_articles_own(case: Case) -> None:
    """Its words stand in its evidence in that order; its quotations and brackets are whole."""
    analysis = case.analysis()
    for statement in (analysis.bluf, *analysis.summary):
        if composed(statement, analysis):
            continue
        source = " ".join(analysis.document.sentence(one).text for one in statement.evidence)
        assert statement.evidence
        explained = {
            day(date.first) for date in analysis.dates if date.first and date.first == date.last
        }
        assert set(DAY.findall(statement.text)) <= explained
        assert in_order(own_words(statement.text), source), statement.text
        assert statement.text.count("“") == statement.text.count("”")
        assert statement.text.count('"') % 2 == 0
        assert statement.text.count("(") == statement.text.count(")")


@pytest.mark.parametrize("case", cases("summary"), ids=str)
def test_names_days_and_sources_put_into_a_statement_stand_in_its_evidence(case: Case) -> None:
    """What is not the article's own wording names nobody and no day that its evidence does not."""
    analysis = case.analysis()
    for statement in (analysis.bluf, *analysis.summary):
        named = {
            entity.name
            for entity in (*analysis.actors, *analysis.weapons)
            if any(item.sentence in statement.evidence for item in entity.mentions)
        }
        days = {
            day(item.first)
            for item in analysis.dates
            if item.sentence in statement.evidence and item.first and item.first == item.last
        }
        assert set(SOURCE.findall(statement.text)) <= named
        if composed(statement, analysis):
            left = statement.text
            for words in sorted({*named, *days}, key=len, reverse=True):
                left = left.replace(words, "")
            deeds = " ".join(CUES.composing.deeds.values())
            assert not re.search(r"\d", left)
            assert set(_words(left)) <= {*_words(deeds), "on", "source", "and"}


@pytest.mark.parametrize("case", cases("summary"), ids=str)
def test_the_bottom_line_is_short(case: Case) -> None:
    """At most 35 words, so that it is read at a glance."""
    assert len(case.analysis().bluf.text.split()) <= 35


@pytest.mark.parametrize("case", cases("summary"), ids=str)
def test_no_statement_is_printed_twice(case: Case) -> None:
    """A summary says a thing once."""
    texts = [item.text for item in case.analysis().summary]
    assert len(set(texts)) == len(texts)
