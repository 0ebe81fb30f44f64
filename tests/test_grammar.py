"""Which words report something, and in what mood."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from workbench import grammar, knowledge

from generator.text.inflection import inflect
from generator.text.syntax.grammar import Predicate
from generator.text.tokens import tokenise

IRREGULAR = knowledge().language.verbs.irregular


def read(text: str, *names: str) -> tuple[Predicate, ...]:
    """Frame words of a sentence; ``names`` are the actors in it."""
    tokens = tokenise(text)
    ends = {
        index + len(words)
        for name in names
        for words in (tokenise(name).norms,)
        for index in range(len(tokens))
        if tokens.norms[index : index + len(words)] == words
    }
    return grammar().predicates(tokens, name_ends=ends)


def moods(text: str, kind: str, *names: str) -> set[str]:
    return {item.mood for item in read(text, *names) if item.frame.type == kind}


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("The launcher stood in the yard.", "launches"),
        ("The test was hard.", "visits"),
        ("A test of nerves.", "meets"),
        ("The firefighters arrived.", "launches"),
        ("They are testy.", "tests"),
        ("The Fireside Inn.", "launches"),
        ("The country fairs.", "meets"),
        ("A strike-price.", "visits"),
    ],
)
def test_no_verb_is_seen_where_there_is_none(text: str, kind: str) -> None:
    """A word that only looks like a verb reports nothing."""
    assert kind not in {item.frame.type for item in read(text)}


@pytest.mark.parametrize(
    ("text", "mood"),
    [
        ("North Korea tested a missile.", "stated"),
        ("North Korea has tested a missile.", "stated"),
        ("North Korea was testing a missile.", "stated"),
        ("North Korea did test a missile.", "stated"),
        ("North Korea did not test a missile.", "negated"),
        ("North Korea has not tested a missile.", "negated"),
        ("North Korea never tested a missile.", "negated"),
        ("North Korea will not test a missile.", "negated"),
        ("North Korea failed to test a missile.", "negated"),
        ("North Korea refused to test a missile.", "negated"),
        ("North Korea will test a missile.", "planned"),
        ("North Korea is to test a missile.", "planned"),
        ("North Korea plans to test a missile.", "planned"),
        ("North Korea vowed to test a missile.", "planned"),
        ("North Korea is expected to test a missile.", "planned"),
        ("North Korea may test a missile.", "possible"),
        ("North Korea could soon test a missile.", "possible"),
        ("North Korea might have tested a missile.", "possible"),
        ("North Korea should test a missile.", "obliged"),
        ("North Korea must not test a missile.", "negated"),
        ("If North Korea tests a missile, we will see.", "conditional"),
        ("Unless North Korea tests a missile, we will see.", "conditional"),
    ],
)
def test_a_verb_has_the_mood_of_its_auxiliaries(text: str, mood: str) -> None:
    """Stated, negated, planned, possible, obliged or conditional."""
    assert moods(text, "tests", "North Korea") == {mood}


@pytest.mark.parametrize(
    ("text", "mood"),
    [
        ("The test of the missile surprised Tokyo.", "stated"),
        ("They left without a test of the missile.", "negated"),
        ("A test of the missile may follow.", "possible"),
        ("A test of the missile will follow.", "planned"),
        ("The planned test of the missile worried Tokyo.", "planned"),
    ],
)
def test_a_noun_has_the_mood_of_its_clause(text: str, mood: str) -> None:
    """An event that is only a noun is no more certain than the verb it hangs on."""
    assert moods(text, "tests") == {mood}


@pytest.mark.parametrize(
    ("text", "passive"),
    [
        ("North Korea tested a missile.", False),
        ("North Korea has tested a missile.", False),
        ("North Korea is testing a missile.", False),
        ("A missile was tested.", True),
        ("A missile has been tested.", True),
        ("A missile will be tested.", True),
        ("A missile was successfully tested.", True),
        ("A missile was being tested.", True),
    ],
)
def test_the_passive_is_told_from_the_active(text: str, passive: bool) -> None:
    """A form of "to be" before a participle turns subject and object round."""
    found = [item for item in read(text, "North Korea") if item.frame.type == "tests"]
    assert [item.passive for item in found] == [passive]


@pytest.mark.parametrize(
    ("verb", "forms"),
    [
        ("test", ("test", "tests", "tested", "tested", "testing")),
        ("fire", ("fire", "fires", "fired", "fired", "firing")),
        ("deploy", ("deploy", "deploys", "deployed", "deployed", "deploying")),
        ("supply", ("supply", "supplies", "supplied", "supplied", "supplying")),
        ("launch", ("launch", "launches", "launched", "launched", "launching")),
        ("transfer", ("transfer", "transfers", "transferred", "transferred", "transferring")),
        ("meet", ("meet", "meets", "met", "met", "meeting")),
        ("send", ("send", "sends", "sent", "sent", "sending")),
        ("fly", ("fly", "flies", "flew", "flown", "flying")),
        ("show", ("show", "shows", "showed", "shown", "showing")),
        ("withdraw", ("withdraw", "withdraws", "withdrew", "withdrawn", "withdrawing")),
        ("hold", ("hold", "holds", "held", "held", "holding")),
        ("plan", ("plan", "plans", "planned", "planned", "planning")),
    ],
)
def test_verbs_are_inflected(verb: str, forms: tuple[str, ...]) -> None:
    """Base, third person, past, participle, -ing."""
    found = inflect(verb, dict(IRREGULAR))
    order = ("base", "third", "past", "participle", "gerund")
    assert tuple(found[form] for form in order) == forms  # type: ignore[index]


def test_every_verb_of_the_cues_is_found_in_the_past() -> None:
    """No entry of the verb file is dead."""
    dead = []
    for frame in knowledge().language.verbs.frames:
        for verb in frame.verbs:
            head, *rest = verb.split()
            if head == "be" or "-" in head:
                continue
            past = " ".join((inflect(head, dict(IRREGULAR))["past"], *rest))
            kinds = {item.frame.type for item in read(f"Japan {past} it.", "Japan")}
            if frame.type not in kinds:
                dead.append((frame.type, verb, sorted(kinds)))
    assert dead == []


SCRAPS = """North Korea will not test - fire , may have been tested to by launch launches the
missile if planned 's it fails n't 火 20 ( " . would must being which"""
WORD = st.sampled_from(SCRAPS.split())


@given(words=st.lists(WORD, max_size=30))
def test_predicates_stand_in_order_inside_the_sentence(words: list[str]) -> None:
    """A frame word's group, first and last are places of the sentence, in that order."""
    text = " ".join(words)
    tokens = tokenise(text)
    found = grammar().predicates(tokens)
    for item in found:
        assert 0 <= item.group <= item.first < item.last <= len(tokens)
    assert [item.first for item in found] == sorted(item.first for item in found)
