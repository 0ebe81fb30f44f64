"""Cuts at clause bounds and nowhere else."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from workbench import grammar, knowledge

from generator.extract.summary import Summariser
from generator.text.condense import condense, finish, units
from generator.text.headline import headline
from generator.text.syntax.clauses import word_count

SUMMARISER = Summariser(knowledge(), grammar())
CUTTING = SUMMARISER.cutting
STOPS = frozenset(grammar().prepositions) | {"and", "or", "while"}


def words(text: str) -> list[str]:
    return re.findall(r"\w+", text.casefold())


def in_order(printed: str, source: str) -> bool:
    """Whether the words of ``printed`` stand in ``source`` in the same order."""
    rest = iter(words(source))
    return all(word in rest for word in words(printed))


WHOLE = (
    "North Korea fired a missile.",
    "According to KCNA, the missile flew 1,000 kilometers.",
    "While Seoul waited, Tokyo acted.",
    "He said: “We will wait, and we will see.”",
    "The parade showed tanks, drones, and launchers.",
    "朝鲜10日在平壤举行阅兵式。",
    "Is it over?",
    "It cost 1,200 won.",
    "KN-23 missiles hit the city.",
    "The U.S. and the U.K. agreed.",
)


@pytest.mark.parametrize("text", WHOLE)
def test_a_short_sentence_stays_as_it_is(text: str) -> None:
    """Nothing is cut, added or reworded where there is no need."""
    assert condense(text, cutting=CUTTING, limit=35) == text


@pytest.mark.parametrize("text", WHOLE)
def test_cutting_twice_changes_nothing_more(text: str) -> None:
    """The result of a cut is whole."""
    once = condense(text, cutting=CUTTING, limit=6)
    assert condense(once, cutting=CUTTING, limit=6) == once


CUTS = (
    ("In this context, North Korea fired a missile.", 35, "North Korea fired a missile."),
    ("But the talks went on for a week.", 35, "The talks went on for a week."),
    (
        "North Korea fired a missile (its third this year) on Monday.",
        35,
        "North Korea fired a missile on Monday.",
    ),
    (
        "North Korea fired a missile into the sea on Monday, which officials in Tokyo called a"
        " clear violation of resolutions.",
        12,
        "North Korea fired a missile into the sea on Monday.",
    ),
    (
        "North Korea fired a missile into the sea on Monday, while the navy of the South held a"
        " drill with two allies off the coast.",
        12,
        "North Korea fired a missile into the sea on Monday.",
    ),
)


@pytest.mark.parametrize(("text", "limit", "expected"), CUTS)
def test_lead_ins_asides_and_last_clauses_go(text: str, limit: int, expected: str) -> None:
    """What can be left off without breaking the sentence is left off."""
    assert condense(text, cutting=CUTTING, limit=limit) == expected


NEVER_TORN = (
    "He called it “a great day, a very great day, which nobody will forget, because it was new”"
    " and left the hall with his guests.",
    'She said "the drill, which began today, is a rehearsal of war, and a grave threat" on Monday'
    " in a long statement to the press.",
    "「我们将继续发展，因为这是我们的权利」，他在平壤的一次大型集会上对所有与会者说道，随后离开了会场。",
    "The unit (formed in 2019, when the force was new, and enlarged since, as was reported) fired"
    " two rockets at sea.",
)


@pytest.mark.parametrize("text", NEVER_TORN)
@pytest.mark.parametrize("limit", [4, 8, 12, 20])
@pytest.mark.parametrize("brackets", [True, False])
def test_quotations_and_brackets_are_never_torn(text: str, limit: int, brackets: bool) -> None:
    """A quotation or an aside is there from its first sign to its last, or not at all."""
    printed = condense(text, cutting=CUTTING, limit=limit, brackets=brackets)
    assert printed.count('"') % 2 == 0
    for opening, closing in ("“”", "「」", "()"):
        assert printed.count(opening) == printed.count(closing)
    for quoted in re.findall(r"[“\"「](.*?)[”\"」]", printed):
        assert quoted in text


LISTS = (
    ("showed tanks, drones, launchers, radars, trucks, and a band", "a band"),
    ("visited Russia, China, Laos, Cuba, Iran, Syria and Belarus", "Belarus"),
)


@pytest.mark.parametrize(("rest", "last"), LISTS)
@pytest.mark.parametrize("limit", [5, 7])
def test_a_list_is_never_cut_inside(rest: str, last: str, limit: int) -> None:
    """A list that ends early would say that there was no more."""
    printed = condense(f"The army {rest}.", cutting=CUTTING, limit=limit)
    assert printed.rstrip(".").endswith(last)


UNITS = (
    ("North Korea fired a missile.", 1),
    ("He said “we wait; we see” and left.", 1),
    ('He said "we wait; we see" and left.', 1),
    ("The unit (old; large) left.", 1),
    ("Seoul waited; Tokyo acted.", 2),
    ("朝鲜举行阅兵式；金正恩出席。", 2),
    ("One; two; three.", 3),
    ("One;", 1),
    ("", 0),
)


@pytest.mark.parametrize(("text", "count"), UNITS)
def test_units_part_at_semicolons_outside_quotations(text: str, count: int) -> None:
    """No character but the semicolons and the space around them is lost."""
    found = units(text)
    assert len(found) == count
    assert (
        "".join(found).replace(" ", "")
        == re.sub(r"[;；]", "", text if count > 1 else text.rstrip(";")).replace(" ", "")
        or count == 1
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It ended.", "It ended."),
        ("Did it end?", "Did it end?"),
        ("He said “it ended.”", "He said “it ended.”"),
        ("它结束了。", "它结束了。"),
        ("it ended", "It ended."),
        ("It ended,", "It ended."),
        ("它结束了", "它结束了。"),
        ("He said “it ended", "He said “it ended”."),
    ],
)
def test_a_statement_is_closed_like_a_sentence(text: str, expected: str) -> None:
    """A capital in front, a stop at the end, quotation marks in pairs."""
    assert finish(text) == expected


HEADLINES = (
    ("North Korea fired a missile.", "North Korea fired a missile"),
    ("Tokyo and Seoul agreed on a plan.", "Tokyo and Seoul agreed on a plan"),
    ("According to KCNA, North Korea fired a missile.", "North Korea fired a missile"),
    (
        "On the 14th, South Korea opened an embassy in Cuba.",
        "South Korea opened an embassy in Cuba",
    ),
    (
        "On Monday, May 1, the harbour council opened a bridge.",
        "The harbour council opened a bridge",
    ),
    ("Monday, May 1, was the last day.", "Monday, May 1, was the last day"),
    (
        "North Korea fired a missile (its third this year) on Monday.",
        "North Korea fired a missile on Monday",
    ),
    (
        "North Korea fired a missile on Monday, while the navy of the South held a drill.",
        "North Korea fired a missile on Monday",
    ),
)


@pytest.mark.parametrize(("text", "expected"), HEADLINES)
def test_a_headline_is_the_first_clause(text: str, expected: str) -> None:
    """Openings and asides go, the full stop goes, the words stay."""
    assert headline(text, cutting=CUTTING, stops=STOPS) == expected


LONG = (
    "The defence ministry of the Republic of Korea announced the purchase of twenty new fighter"
    " aircraft from a company in the United States on Monday.",
    "Officials in the capital spoke of a very long and difficult road towards a treaty between"
    " the two countries after the summit.",
)


def test_a_headline_does_not_end_inside_a_quotation() -> None:
    """What is quoted is quoted whole or not at all."""
    text = (
        'He called it "a great day, a very great day, which nobody will forget, because it was the'
        ' first of its kind" and left the hall with his guests.'
    )
    assert not headline(text, cutting=CUTTING, stops=STOPS).endswith("which")


def test_a_headline_does_not_end_before_a_noun_that_ends_like_a_verb() -> None:
    """A long participle opens what a title can do without; a "string" or a "spring" is none."""
    text = (
        "The new envoy of the northern islands handed the harbour a rusty string quartet hall that"
        " nobody in all of Strelsau had ever wanted"
    )
    assert "a rusty string quartet hall" in headline(text, cutting=CUTTING, stops=STOPS)


def test_a_headline_does_not_end_before_what_was_done_to() -> None:
    """ "Pulled from the sea" is no news without what was pulled."""
    text = (
        "A Ruritanian tug has pulled from the sea what officials believe is a Zendan barge, found"
        " drifting near the quay, the harbour board said."
    )
    assert headline(text, cutting=CUTTING, stops=STOPS).endswith("is a Zendan barge")


@pytest.mark.parametrize("text", LONG)
def test_a_headline_does_not_end_open(text: str) -> None:
    """No preposition, article or conjunction is the last word."""
    title = headline(text, cutting=CUTTING, stops=STOPS)
    assert word_count(title) <= 28
    assert title.split()[-1].casefold() not in STOPS | {"the", "a", "an", "of", "to", "its"}


CLAUSE = st.sampled_from(
    (
        "North Korea fired a missile",
        "which nobody saw",
        "while Seoul waited",
        "the army said",
        "“we will wait, and see”",
        '"it is new"',
        "(a first, they say)",
        "and Tokyo protested against the launch at once",
        "tanks",
        "drones and ships",
        "according to KCNA",
        "展示了新武器",
        "in 1,200 days",
    )
)
SENTENCE = st.lists(CLAUSE, min_size=1, max_size=9).map(lambda parts: ", ".join(parts) + ".")


@given(text=SENTENCE, limit=st.integers(3, 40), brackets=st.booleans())
def test_the_words_printed_are_the_sources_own(text: str, limit: int, brackets: bool) -> None:
    """Whatever is cut, the words that are left stand in the source in the same order."""
    printed = condense(text, cutting=CUTTING, limit=limit, brackets=brackets)
    assert in_order(printed, text)
    assert len(printed) <= len(text) + 2
    assert printed.count("“") == printed.count("”")
    assert printed.count('"') % 2 == 0


@given(text=SENTENCE)
def test_a_headline_is_made_of_the_sources_words(text: str) -> None:
    """A title never says what the sentence does not."""
    title = headline(text, cutting=CUTTING, stops=STOPS)
    assert in_order(title, text)
    assert "\n" not in title


@given(text=st.text(max_size=200))
def test_hostile_text_is_cut_without_a_fault(text: str) -> None:
    """Any characters may stand in an article."""
    assert isinstance(condense(text, cutting=CUTTING, limit=10), str)
    assert isinstance(headline(text, cutting=CUTTING, stops=STOPS), str)
    assert all(part.strip() for part in units(text))
