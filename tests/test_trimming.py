"""What goes of a sentence that is too long, and what never does."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from workbench import grammar, knowledge

from generator.extract.summary import Summariser
from generator.text.condense import line
from generator.text.syntax.clauses import word_count
from generator.text.trimming import trimmed

CUTTING = Summariser(knowledge(), grammar()).cutting


def _line(text: str, limit: int) -> str | None:
    return line(text, cutting=CUTTING, limit=limit)


NEVER = (
    # what turns the meaning
    "The ministry will hand over the twelve boats to the navy of the south unless the talks fail.",
    "The yard can build the frigate in three years without the turbines of the old partner abroad.",
    # a unit that the words behind it measure from
    "The patrol boat sank on Monday morning with its whole crew some 340 km off the northern cape.",
    # a preposition that belongs to its verb
    "The young crew of the frigate in the strait mistook the old ferry for a raider of the north.",
    "The council of the three states has prevented the yard from selling boats to the north.",
    # what somebody said, before its verb
    "The coast guard said the cutter Zenda, a boat of nine hundred tonnes, rammed the old ferry.",
    # the rest of a sentence behind a dash that no verb precedes
    "During a visit to the yard at Zenda – the oldest of the coast – he praised the old dockers.",
    # a definite noun that the words behind it tell
    "The helicopter of the northern coast guard crossed the airspace over the waters off Sedge.",
    # the clause that tells which of known things is meant
    "The boat that sank off the northern cape in May has been raised by a crane of the old yard.",
    # what somebody says of himself
    "A man who said that he was a docker has been seen near the yard by the crew of the ferry.",
    # a name and no verb
    "The board of the harbour listed the ports of the Republic of Korea and of the United States.",
)


@pytest.mark.parametrize("text", NEVER)
@pytest.mark.parametrize("less", [1, 3])
def test_what_a_sentence_needs_stays(text: str, less: int) -> None:
    """Where only words could go that the rest needs or that turn it, nothing goes."""
    printed = _line(text, word_count(text) - less)
    assert printed is None or printed == text


def test_a_pronoun_keeps_what_belongs_to_its_verb() -> None:
    """ "Drove it off" says something else than "drove it"."""
    text = "The coastal troops of the north saw the boat at noon and drove it off with four rockets"
    for limit in range(8, word_count(text)):
        assert not (_line(f"{text} of the old kind.", limit) or "").endswith("it.")


def test_a_time_counted_from_something_goes_whole() -> None:
    """ "A day before the council sat" leaves no "a day" behind."""
    text = "The northern navy fired two new missiles from the pier a day before the council sat."
    for limit in range(8, word_count(text)):
        assert not (_line(text, limit) or "").endswith("a day.")


LISTS = (
    "The office named four men, three firms, and one vessel involved in moving carbon fiber",
    "The army showed tanks, guns, launchers, and a new drone of the northern plant",
    "The minister met the envoys of Zenda, of Hentzau, and of Strelsau",
)


@pytest.mark.parametrize("text", LISTS)
def test_a_list_keeps_its_last_item(text: str) -> None:
    """A list cut short would say that there was no more."""
    whole = word_count(text)
    for limit in range(5, whole + 7):
        printed = _line(f"{text} for the harbour council of the southern coast.", limit)
        assert printed == (f"{text}." if limit >= whole else None)


GOES = (
    (
        "A boat of the northern yard that became entangled in the nets of a seiner off the cape is "
        "likely to have been made abroad, the coast guard said on Friday.",
        24,
        "A boat of the northern yard is likely to have been made abroad, the coast guard said on "
        "Friday.",
    ),
    # an aside between subject and verb
    (
        "Anna Moor, a former captain of the coast guard who now heads a small institute in the"
        " south, said the carrier had left the yard at Zenda on Monday.",
        15,
        "Anna Moor said the carrier had left the yard at Zenda on Monday.",
    ),
    (
        "The escort ship Marigold, built by the dockers of the Zenda yard in only 290 days, was"
        " handed over to the eastern fleet on March 8.",
        16,
        "The escort ship Marigold was handed over to the eastern fleet on March 8.",
    ),
    (
        "He told the sailors that such faults, which the officers of the yard had overlooked for"
        " months, must be mended before the ship leaves in April.",
        16,
        "He told the sailors that such faults must be mended before the ship leaves in April.",
    ),
    (
        "Rupert Black, 51, who fled from the north last spring, says he saw two of the boats in a"
        " tunnel near Zenda.",
        15,
        "Rupert Black says he saw two of the boats in a tunnel near Zenda.",
    ),
    # what two dashes set off
    (
        "The ruler watched the test of a missile fired from a new ship — the frigate"
        " Zenda — this week, the state agency said.",
        19,
        "The ruler watched the test of a missile fired from a new ship this week, the state"
        " agency said.",
    ),
    # an aside that counts up
    (
        "The attack on the northern harbour, involving nine boats, four drones, and two old mines,"
        " was meant to test the new batteries of the coast.",
        18,
        "The attack on the northern harbour was meant to test the new batteries of the coast.",
    ),
    # an opening that counts up
    (
        "With its nine frigates, its four submarines, and its planes on the islands, the northern"
        " navy has sealed off the whole strait.",
        12,
        "The northern navy has sealed off the whole strait.",
    ),
    # what is told of a source behind the verb of speech
    (
        "The council will put the ban on balloons into the law of the land, said Anna Moor, deputy"
        " head of the office and a sister of the mayor.",
        17,
        "The council will put the ban on balloons into the law of the land, said Anna Moor.",
    ),
    # a source that no comma sets off
    (
        "The envoys of the three states urged the north to begin “talks without any terms” they"
        " said in a joint statement.",
        17,
        "The envoys of the three states urged the north to begin “talks without any terms” they"
        " said.",
    ),
    # words that turn the meaning elsewhere
    (
        "The court closed down the scheme that placed northern clerks in foreign firms under false"
        " papers.",
        13,
        "The court closed down the scheme that placed northern clerks in foreign firms.",
    ),
    (
        "The institute says the north has finished its new pad and could launch a satellite before"
        " the end of the year.",
        15,
        "The institute says the north has finished its new pad and could launch a satellite.",
    ),
    # a weekday beside its date
    (
        "From six in the morning on Sunday, July 5, the navy saw nine boats off the cape.",
        16,
        "From six in the morning on July 5, the navy saw nine boats off the cape.",
    ),
    # some of those named
    (
        "The office named twelve hundred clerks of the north, many working in the south, whose pay"
        " went to the army.",
        16,
        "The office named twelve hundred clerks of the north, many working in the south.",
    ),
    # what closes the sentence
    (
        "The navy launched four cruise missiles from a boat off Zenda on Monday in answer to a"
        " drill of the allies.",
        14,
        "The navy launched four cruise missiles from a boat off Zenda on Monday.",
    ),
    (
        "The ministry sanctioned nine men of the northern office for their part in shipping shells"
        " to the front.",
        10,
        "The ministry sanctioned nine men of the northern office.",
    ),
    # a time counted from something else
    (
        "The north fired three missiles into the sea on Tuesday a day before the council of the"
        " allies met.",
        12,
        "The north fired three missiles into the sea on Tuesday.",
    ),
    # a clause that tells which, of something not known before
    (
        "The office named four firms in Zenda on Monday that sold turbines to the yards of the"
        " fleet.",
        10,
        "The office named four firms in Zenda on Monday.",
    ),
    # all but the first of several things done
    (
        "The office named four firms that move old coins, launder the money of the army, and buy"
        " parts for its drones.",
        10,
        "The office named four firms that move old coins.",
    ),
    # a second deed
    (
        "The ruler visited the shipyard of the eastern fleet on Monday and watched the launch of"
        " two missiles.",
        11,
        "The ruler visited the shipyard of the eastern fleet on Monday.",
    ),
    # what opens the sentence and tells no time
    (
        "In a long speech to the captains of the eastern fleet, the ruler promised the yard a third"
        " frigate by May.",
        11,
        "The ruler promised the yard a third frigate by May.",
    ),
    # who an unnamed source is
    (
        "The north has received a radar and twelve trucks in return for its troops, according to"
        " two officials with knowledge of the talks.",
        18,
        "The north has received a radar and twelve trucks in return for its troops, according to"
        " two officials.",
    ),
)


@pytest.mark.parametrize(("text", "limit", "expected"), GOES)
def test_whole_constituents_go(text: str, limit: int, expected: str) -> None:
    """What is left is a sentence, and nothing shows the cut."""
    assert _line(text, limit) == expected


def test_a_lone_and_between_commas_is_no_deed() -> None:
    """ "..., and, said he, ...": nothing is joined there, and nothing fails."""
    text = (
        "The marshal opened the yard, and, as the council said, the port, and the fort, on Monday."
    )
    assert _line(text, 9) is None or word_count(_line(text, 9) or "") <= 9


LEAST = (
    # rather who somebody is than the day
    (
        "Anna Moor, the general secretary of the harbour council, opened the yard at Zenda on"
        " Monday together with two captains.",
        17,
        "on Monday",
    ),
    # rather the parade than the name behind the colon
    (
        "In a loud parade of ten thousand sailors through the old town, the ruler showed what"
        " papers call the best missile of the fleet: the Marigold 2.",
        22,
        "the Marigold 2",
    ),
)


@pytest.mark.parametrize(("text", "limit", "kept"), LEAST)
def test_the_least_is_lost(text: str, limit: int, kept: str) -> None:
    """Of several cuts the one is taken that a reader misses least."""
    printed = _line(text, limit)
    assert printed is not None
    assert kept in printed


def test_telling_words_are_better_kept() -> None:
    """A phrase with a word of the title stays where another one can go."""
    text = "The navy, a small fleet of the south, fired four missiles at Zenda in answer to a raid"
    plain = trimmed(text, cutting=CUTTING, limit=14)
    told = trimmed(text, cutting=CUTTING, limit=14, telling=frozenset({"small", "fleet", "south"}))
    assert plain == "The navy fired four missiles at Zenda in answer to a raid"
    assert told == "The navy, a small fleet of the south, fired four missiles at Zenda"


PART = st.sampled_from(
    (
        "the navy fired two missiles",
        "which nobody saw",
        "a former captain of the fleet",
        "said on Monday",
        "the ministry said",
        "and opened a yard in the north",
        "“we will wait, and see”",
        "in answer to 12 flights",
        "that sold four boats",
        "not without losses",
        "unless it rains",
        "according to two officials familiar with it",
    )
)
TEXT = st.lists(PART, min_size=1, max_size=8).flatmap(
    lambda parts: st.lists(
        st.sampled_from((", ", " ")), min_size=len(parts), max_size=len(parts)
    ).map(lambda joints: "".join(map("".join, zip(parts, joints, strict=True))).strip(", ") + ".")
)


@given(text=TEXT, limit=st.integers(4, 35))
def test_no_word_is_put_in_and_the_limit_holds(text: str, limit: int) -> None:
    """The words are the source's own in its order, so many at most, with quotations whole."""
    printed = _line(text, limit)
    if printed is None:
        return
    rest = iter(re.findall(r"\w+", text.casefold()))
    assert all(word in rest for word in re.findall(r"\w+", printed.casefold()))
    assert word_count(printed) <= limit
    assert printed.count("“") == printed.count("”")
    assert "…" not in printed


@given(text=st.text(max_size=300), limit=st.integers(1, 20))
def test_hostile_text_is_trimmed_without_a_fault(text: str, limit: int) -> None:
    """Any characters may stand in an article."""
    assert word_count(_line(text, limit) or "") <= limit
