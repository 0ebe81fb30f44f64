"""What holds for every analysis, whatever the article says."""

from __future__ import annotations

import re
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from workbench import analysed, cases, document, knowledge

from generator.briefing import compose
from generator.extract import analyse
from generator.ingest import read_article, to_document
from generator.model import ANONYMOUS, AUTHOR, Analysis, EditorNotes, Span
from generator.problems import Problem

NAMES = (
    "North Korea|South Korea|the North|North and South Korea|Pyongyang|Seoul and Tokyo|Washington"
    "|Kim Jong Un|Kim|Kim Yo-jong|Putin|Xi|the Kremlin|JCS|South Korea's Joint Chiefs of Staff"
    "|KCNA|the DPRK foreign minister|Chinese leadership|Gen. Park Min-seok|an official"
    "|the Harlan Institute|朝鲜|金正恩|북한|김정은|U.S.|U.S.-South Korea|Sino-Russian"
)
WEAPONS = (
    "the Hwasong-20|Hwasong-18, 19 and 20|a Hwasong-2|KN-23|Hwasong-11Da-4.5|two ballistic missiles"
    "|a 5,000-ton destroyer|Patriot batteries|a rocket engine|weapons|火星-20|화성-18"
    "|a drone similar to the Israeli Harop"
)
VERBS = (
    "tested|displayed|will launch|may deploy|could fire|might sell|did not test|has never used"
    "|condemned|met|said|said that|is likely to test|has a 70 percent chance to test|warned|denied"
    "|plans to build|was fired by|visited|and|, which was tested by|if|unless|should buy|举行|发射"
)
REST = (
    "on October 10, 2025|on Monday|last year|by the end of 2027|on the 14th|next week|10日"
    "|more than 15,000 kilometers|about 600 km|5,000 tons|in Pyongyang|near Wonsan|at a parade"
    '|at 3 a.m.|(his third)|“we will not wait”|"first, and last"|‘no’|「不」|–|—|...|***'
    "|Original: www.example.org/1|# heading|- item|\n\n|\n|\t|\u200b|;|:|,|!|?"
)


def words(source: str) -> st.SearchStrategy[str]:
    return st.sampled_from(source.split("|"))


SCRAP = st.one_of(words(NAMES), words(WEAPONS), words(VERBS), words(REST), st.text(max_size=4))
CLAUSE = st.tuples(words(NAMES), words(VERBS), words(WEAPONS), words(REST)).map(" ".join)
SENTENCE = st.one_of(
    CLAUSE,
    st.tuples(CLAUSE, words(VERBS), SCRAP).map(" ".join),
    st.lists(SCRAP, min_size=1, max_size=9).map(" ".join),
).map(lambda text: text[:1].upper() + text[1:] + ".")
ARTICLE = st.lists(SENTENCE, min_size=1, max_size=6).map(" ".join)
DATE = st.sampled_from([None, "2024-05-01", "2025-10", "2026"])


def analysis_of(text: str, date: str | None) -> Analysis | None:
    """None where the reader of articles finds nothing to read."""
    language = knowledge().language
    article = read_article(
        text.encode(), file="seeds/case.txt", language=language, notes=EditorNotes(date=date)
    )
    if isinstance(article, Problem):
        return None
    return analyse(to_document(article, language=language), knowledge=knowledge())


def check_spans(analysis: Analysis) -> None:
    """Whatever points into the article points at the characters it claims."""
    text = analysis.document.article.text
    spans: list[tuple[Span, str]] = [(item, item.surface) for item in analysis.mentions]
    spans += [(item, item.surface) for item in (*analysis.dates, *analysis.quantities)]
    spans += [(s, s.original) for weapon in analysis.weapons for s in weapon.specs]
    spans += [(sentence, sentence.text) for sentence in analysis.document.sentences]
    for span, surface in spans:
        assert 0 <= span.start < span.end <= len(text)
        assert text[span.start : span.end] == surface
    for item in analysis.outlook:
        assert text[item.start : item.end] == item.quote


def check_evidence(analysis: Analysis) -> None:
    """Every statement rests on sentences that are there, and lies in them."""
    sentences = {sentence.id: sentence for sentence in analysis.document.sentences}
    for actor in analysis.actors:
        assert actor.mentions
    for weapon in analysis.weapons:
        assert weapon.mentions
        assert weapon.status
        assert all(item.evidence for item in (*weapon.status, *weapon.specs))
    carriers = [
        *analysis.events,
        *analysis.relations,
        *analysis.outlook,
        *analysis.summary,
        *(item for weapon in analysis.weapons for item in (*weapon.status, *weapon.specs)),
    ]
    for item in carriers:
        assert item.evidence
        assert set(item.evidence) <= set(sentences)
    for mention in analysis.mentions:
        home = sentences[mention.sentence]
        assert home.start <= mention.start < mention.end <= home.end
    for outlook in analysis.outlook:
        home = sentences[outlook.sentence]
        assert home.start <= outlook.start < outlook.end <= home.end


def check_holders(analysis: Analysis) -> None:
    """A holder is a known or listed actor, the author, or nobody by name."""
    allowed = {None, AUTHOR, ANONYMOUS, *(str(actor.id) for actor in analysis.actors)}
    allowed |= set(knowledge().actors)
    holders = [item.holder for item in analysis.claims]
    holders += [item.holder for item in (*analysis.events, *analysis.relations)]
    holders += [item.holder for item in (*analysis.outlook, *analysis.summary)]
    for weapon in analysis.weapons:
        holders += [item.holder for item in (*weapon.status, *weapon.specs)]
    assert set(holders) <= allowed


def check_odds(analysis: Analysis) -> None:
    """ "May", "might" and "could" promise no number."""
    for item in analysis.outlook:
        if item.percent is not None:
            assert item.term is not None
            assert item.term.casefold() not in {"may", "might", "could", "possible", "possibly"}
            assert item.scale


def check_names(analysis: Analysis) -> None:
    """One mention of a known thing names something of the knowledge, of the kind it says."""
    for mention in analysis.mentions:
        if mention.known and mention.kind == "actor":
            assert mention.entity in knowledge().actors
        elif mention.known:
            assert knowledge().get(mention.entity) is not None
    layer = [item for item in analysis.mentions if item.kind in {"weapon", "place"}]
    for one, other in pairwise(layer):
        assert one.end <= other.start


def check_voices(analysis: Analysis) -> None:
    """What is told of a weapon or an event is not the writer's own where the claim is nobody's."""
    plain = {claim.sentence for claim in analysis.claims if claim.holder is None}
    for weapon in analysis.weapons:
        for status in weapon.status:
            assert status.holder != AUTHOR or status.evidence[0] not in plain
    for event in analysis.events:
        assert event.holder != AUTHOR or event.evidence[0] not in plain


CHECKS = (check_spans, check_evidence, check_holders, check_odds, check_names, check_voices)


@settings(max_examples=150)
@given(text=ARTICLE, date=DATE)
def test_every_analysis_keeps_its_promises(text: str, date: str | None) -> None:
    """Analysing never fails, and spans, evidence, holders, odds and names are sound."""
    analysis = analysis_of(text, date)
    if analysis is not None:
        for check in CHECKS:
            check(analysis)


@settings(max_examples=40)
@given(text=ARTICLE, date=DATE)
def test_the_same_article_gives_the_same_analysis(text: str, date: str | None) -> None:
    """No clock, no memory of an earlier article."""
    assert analysis_of(text, date) == analysis_of(text, date)


@settings(max_examples=60)
@given(text=ARTICLE)
def test_every_analysis_can_be_composed(text: str) -> None:
    """A briefing has an address, a description and tags that are not empty."""
    analysis = analysis_of(text, None)
    if analysis is not None:
        briefing = compose(analysis, knowledge=knowledge())
        assert briefing.slug
        assert not re.search(r"[\s/\\]", briefing.slug)
        assert all(tag.strip() for tag in briefing.tags)


@settings(max_examples=60)
@given(text=ARTICLE)
def test_an_appended_sentence_moves_no_name(text: str) -> None:
    """Names before it keep their places: offsets count from the start of the article. It has a
    title and a sentence already: a single line may be read as either once a text follows."""
    whole = f"Two ships leave\n\nTwo ships left the harbour on Monday, the port said. {text}"
    first = analysis_of(whole, None)
    second = analysis_of(f"{whole}\n\nThe weather on the coast was calm all week.", None)
    assert first is not None
    assert second is not None
    before = {(item.start, item.end) for item in first.mentions if item.rule == "alias"}
    after = {(item.start, item.end) for item in second.mentions if item.rule == "alias"}
    assert before == after


@pytest.mark.parametrize("topic", ["mentions", "weapons", "events", "summary", "claims", "names"])
def test_the_cases_keep_them_too(topic: str) -> None:
    """The same checks on every article of the case files."""
    table = cases(topic)
    assert table
    for case in table:
        for check in CHECKS:
            check(case.analysis())


LARGE = "North Korea tested the Hwasong-18, 19 and 20 in Pyongyang on May 1, 2024, if it could. "


@pytest.mark.parametrize(
    "text",
    [
        LARGE * 300,
        "Kim " * 5000 + "left.",
        "(" * 3000 + "North Korea fired a missile.",
        "“" * 3000 + "North Korea fired a missile.",
        "a, " * 5000 + "and North Korea fired a missile.",
        "North Korea fired a missile" + " and and" * 3000 + ".",
        "Hwasong-" * 3000 + "20.",
        "A" * 20000,
        "朝" * 20000,
        " ".join(f"Gen. {a}{b}ba {b}{a}ra left." for a in "ABCDEFGHIJ" for b in "abcdefghij"),
        "on May 1, 2024 and " * 1000 + ".",
        '"a, b" ' * 3000 + "he said.",
    ],
    ids=[
        *("long", "kims", "brackets", "quotes", "commas", "ands", "hyphens", "letters", "han"),
        *("people", "dates", "quoted"),
    ],
)
def test_hostile_articles_are_read(text: str) -> None:
    """What is found in text made to be slow keeps the promises too."""
    analysis = analysed(text)
    for check in CHECKS:
        check(analysis)


def test_documents_do_not_share_memory() -> None:
    """A name learnt in one article means nothing in the next."""
    alone = analyse(document("Brandt said it was over again."), knowledge=knowledge())
    analyse(document("Gen. Hugo Brandt spoke. Brandt left."), knowledge=knowledge())
    assert analyse(document("Brandt said it was over again."), knowledge=knowledge()) == alone
