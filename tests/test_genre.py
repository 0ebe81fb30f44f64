"""What kind of piece an article is."""

from __future__ import annotations

import pytest
import workbench
from drafting import document, knowledge, mentions

from generator.extract.genre import find_genre, machine_translation_signs
from generator.model import Document, Genre


def genre(found: Document) -> Genre:
    return find_genre(found, mentions=mentions(found), knowledge=knowledge())


PIECES: tuple[tuple[Genre, tuple[str, ...]], ...] = (
    ("unknown", ("The harbour lies to the east.", "It has two cranes.")),
    (
        "news",
        (
            "North Korea fired two missiles on Sunday, South Korea's military said.",
            "The missiles flew 500 kilometres, the Joint Chiefs of Staff said.",
            "Tokyo said no damage was reported.",
        ),
    ),
    (
        "news",
        (
            "Two furious officials were killed, the army said.",
            "The fury of the storm stunned the town, witnesses said.",
            "Police confirmed the deaths.",
        ),
    ),
    (
        "news",
        (
            "The harbour staff conveyed a message to the press on the 17th.",
            "It added that the tugs had been warned.",
            "The ministry explained that the pier is closed.",
            "The crane was painted green.",
        ),
    ),
    (
        "commentary",
        (
            "The author is head of the harbour division at an institute.",
            "The tugs have crossed a line.",
        ),
    ),
    (
        "official",
        (
            "FOR IMMEDIATE RELEASE",
            "Today the Treasury Department designated four persons.",
        ),
    ),
    (
        "official",
        (
            "The Ministers reaffirmed the importance of the alliance.",
            "They reiterated their support for sanctions pursuant to the resolution.",
            "The Secretary welcomed the outcome.",
        ),
    ),
    (
        "state-media",
        (
            "The respected Comrade Kim Jong Un gave field guidance to the yard.",
            "The puppet warmongers will regret their reckless moves.",
        ),
    ),
    (
        "commentary",
        (
            "Recently the border has been tense.",
            "This move is essentially a signal to the south.",
            "In this context, the dilemma is profound.",
        ),
    ),
    ("commentary", ("The border is calm.", "The views expressed are those of the author.")),
    (
        "analysis",
        (
            "Key findings",
            "Commercial satellite imagery from May shows two new halls at the site.",
        ),
    ),
    (
        "tabloid",
        (
            "Guess who's back in town?",
            "The crazed tyrant stunned the world!",
            "His armoured train rolled out.",
        ),
    ),
    (
        "tabloid",
        (
            "TUBBY tyrant Kim Jong Un has built a monster drone, a defector chillingly claims.",
            "The doomsday beast is said to lurk in a tunnel near Sinpo, spooks said.",
            "Experts poured cold water on the story, Sky reported.",
        ),
    ),
    (
        "news",
        (
            "韩国联合参谋本部表示，朝鲜发射两枚导弹。",
            "外交部发言人宣布召见大使。",
            "事件仍在调查。",
        ),
    ),
    ("unknown", ("半岛局势复杂。", "各方应保持冷静。", "道路还很长。")),
    (
        "news",
        (
            "합참은 북한이 미사일을 발사했다고 밝혔다.",
            "미사일은 350㎞를 비행했다.",
            "국방부도 이를 전했다.",
        ),
    ),
    ("official", ("FINANCIAL SANCTIONS NOTICE", "The following entries have been added.")),
    ("state-media", ("Respected Comrade Kim Jong Un Sees Drill", "The drill was a success.")),
    ("flash", ("URGENT: N. Korea fires missile toward sea.",)),
)


@pytest.mark.parametrize(("expected", "sentences"), PIECES)
def test_the_words_tell_the_kind_of_piece(expected: Genre, sentences: tuple[str, ...]) -> None:
    """Marks settle it, words are counted, and without either the kind is unknown."""
    assert genre(document(sentences)) == expected


def test_a_state_agency_in_the_dateline_makes_state_media() -> None:
    """Wherever the agency puts its name, the state speaks: one that the knowledge calls state
    media, by any of its strong names, and one that only the words list."""
    dated = document(("Two ships left.",), dateline="Pyongyang, May 3 (KCNA) --")
    for publisher in ("Xinhua", "CGTN"):
        printed = document(("Two ships left.",), publisher=publisher)
        assert find_genre(printed, mentions=(), knowledge=workbench.knowledge()) == "state-media"
    assert find_genre(dated, mentions=(), knowledge=workbench.knowledge()) == "state-media"
    foreign = document(("Two ships left.",), dateline="Tokyo, May 3 (Kyodo) --")
    assert find_genre(foreign, mentions=(), knowledge=workbench.knowledge()) == "news"


def test_the_disclaimer_of_an_institute_makes_its_brief_no_opinion_piece() -> None:
    """Who publishes is believed before what stands below the text."""
    sentences = ("Two ships left.", "The views expressed are those of the author.")
    brief = document(sentences, publisher="Calder Institute for Strategic Studies")
    assert genre(brief) == "analysis"
    assert genre(document(sentences)) == "commentary"


def test_a_few_words_of_speech_make_no_news_of_a_piece_that_argues() -> None:
    """Twice as many judgements as sources, and half of all sentences."""
    told = ("Zenda said the ships left.", "The mayor told reporters that the pier was empty.")
    plain = ("The ships came back at noon.", "The pier was shut.", "The crews went home.")
    judged = (
        "Such tactics are hardly surprising.",
        "The visit is an internal matter for the party.",
        "It seems that the timing was no accident.",
        "Clearly, the port wants a larger role.",
        "This was a mistake.",
    )
    assert genre(document((*told, *plain[:1], *judged))) == "commentary"
    assert genre(document((*told, *plain, *judged[:2]))) == "news"


@pytest.mark.parametrize(
    ("lead", "expected"),
    [
        (
            "The press release of the Office of Foreign Assets Control came late, so that dealers "
            "in the harbour had already left, the police said.",
            "news",
        ),
        (
            "Public opinion turned against the plan once the editorial writers had seen the "
            "figures that the ministry had kept back until then.",
            "unknown",
        ),
    ],
)
def test_a_sentence_is_no_letterhead(lead: str, expected: str) -> None:
    """What a piece speaks of in its first sentence is not what it is."""
    assert genre(document((lead, "Two ships left."))) == expected


@pytest.mark.parametrize(
    ("publisher", "expected"),
    [
        ("The Strait Courier", "unknown"),
        ("Lakehead Institute for Sea Studies", "analysis"),
        ("Centre for Northern Waters", "analysis"),
        ("Ministry of Harbours", "official"),
    ],
)
def test_the_house_tells_the_kind(publisher: str, expected: Genre) -> None:
    """The name of the publisher settles what the words leave open."""
    printed = document(("Two ships left.", "They were grey."), publisher=publisher)
    assert find_genre(printed, mentions=(), knowledge=workbench.knowledge()) == expected


def test_the_editor_has_the_last_word() -> None:
    """A kind set beside the article is not argued with."""
    assert genre(document(("FOR IMMEDIATE RELEASE",), genre="analysis")) == "analysis"


def test_signs_of_machine_translation_are_the_words_of_the_article() -> None:
    """Verbatim, each once, and only for English."""
    sentences = ("As everyone knows, it made Small moves.", "As everyone knows, it did.")
    assert machine_translation_signs(document(sentences), language=knowledge().language) == (
        "As everyone knows",
        "Small moves",
    )
    assert not machine_translation_signs(
        document(sentences, language="zh"), language=knowledge().language
    )
    assert not machine_translation_signs(
        document(("Two ships left the harbour.",)), language=knowledge().language
    )


PLAIN_ENGLISH: tuple[str, ...] = (
    "The minister said the talks would resume in May.",
    "Both sides have an interest in calm, but neither trusts the other.",
    "It was a risky move, and nobody in the capital could say who had ordered it.",
    "The ship was launched at dawn while the crew stood on deck.",
    "Critics called the plan wasteful; supporters called it overdue.",
    "The exercise opened with a parade and closed with a concert.",
)

CALQUES: tuple[str, ...] = (
    "It is not difficult to see that the alliance is tied to the chariot of one man.",
    "This wave of operations was pushed to the forefront at this sensitive time.",
    "The outside world generally holds that he must bow his head.",
    "Relevant departments expressed their concern, and relevant personnel left.",
    "It should be known that the strength of this ship aroused widespread concern.",
    "As it became known, the meeting took place in connection with this.",
)


@pytest.mark.parametrize("sentence", PLAIN_ENGLISH)
def test_plain_english_shows_no_signs_of_machine_translation(sentence: str) -> None:
    """A caution must be earned: ordinary prose gives none."""
    language = knowledge().language
    assert machine_translation_signs(document((sentence,)), language=language) == ()


@pytest.mark.parametrize("sentence", CALQUES)
def test_set_phrases_of_other_languages_show_through(sentence: str) -> None:
    """Word-for-word Chinese, Korean and Russian turns of phrase are quoted as the reason."""
    signs = machine_translation_signs(document((sentence,)), language=knowledge().language)
    assert signs
    assert all(sign in sentence for sign in signs)
