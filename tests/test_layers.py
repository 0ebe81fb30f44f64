"""Fact, judgement, recommendation, rhetoric."""

from __future__ import annotations

import pytest
from drafting import document, knowledge, mentions

from generator.extract.claims import find_claims
from generator.extract.layers import find_layers
from generator.model import Genre

CASES: tuple[tuple[Genre, str, str], ...] = (
    ("news", "Two ships left the harbour on Monday.", "fact"),
    ("commentary", "North Korea held a parade on October 10.", "fact"),
    ("news", "The two sides met in Busan on May 2.", "fact"),
    ("news", "In May the yard was empty.", "fact"),
    ("news", "There was no sign of a truce.", "fact"),
    ("news", "After months of uncertainty the port has approved the plan.", "fact"),
    ("news", "It was notable that the speech was short.", "judgement"),
    ("news", "May 9, the day of the parade, was dry.", "fact"),
    ("news", "The important guests left the key port.", "fact"),
    ("news", "The ship is a destroyer with an important name.", "fact"),
    ("news", "An officer of the central bank is in Tokyo.", "fact"),
    ("news", "The missile was fired at dawn and fell into the sea.", "fact"),
    ("news", "러시아 함정 두 척이 항구에 들어왔다.", "fact"),
    ("news", "Moscow said such a step was an important signal.", "fact"),
    ("news", "The harbour is the core logic of the whole plan.", "judgement"),
    ("news", "Such tactics are hardly surprising.", "judgement"),
    ("unknown", "This decision was an important step for the region.", "judgement"),
    ("unknown", "It was the most serious clash in years.", "judgement"),
    ("news", "The visit is an internal matter for the party.", "judgement"),
    ("news", "It is obvious that the format has outlived its use.", "judgement"),
    ("news", "The pause seems planned.", "judgement"),
    ("unknown", "众所周知，这座港口的作用至关重要。", "judgement"),
    ("unknown", "이번 발사는 훈련을 노린 것이다.", "judgement"),
    ("unknown", "今回の飛行は極めて異例だ。", "judgement"),
    ("commentary", "Moscow said the treaty clearly shows its strength.", "fact"),
    ("commentary", 'Kim Jong Un said: "The enemy must leave!"', "fact"),
    ("news", "The army must report losses within a day, Moscow said.", "fact"),
    ("commentary", "The parade shows that the army wants attention.", "judgement"),
    ("analysis", "This marks a pivotal moment for the alliance.", "judgement"),
    ("commentary", "The treaty is essentially a barter deal.", "judgement"),
    ("commentary", "Tensions may rise again.", "judgement"),
    ("news", "Analysts believe the treaty will undoubtedly hold.", "judgement"),
    ("official", "The talks should resume.", "judgement"),
    ("commentary", "The two sides should return to talks.", "recommendation"),
    ("analysis", "It is necessary to keep the hotline open.", "recommendation"),
    ("commentary", "Pressure alone cannot solve the problem, and talks must resume.",
     "recommendation"),
    ("tabloid", "Guess who is back in town?", "rhetoric"),
    ("tabloid", "Let that sink in.", "rhetoric"),
    ("tabloid", "Is this the end of the alliance?", "rhetoric"),
    ("tabloid", "The price is shocking!", "rhetoric"),
)  # fmt: skip


@pytest.mark.parametrize(("genre", "sentence", "layer"), CASES)
def test_a_sentence_has_the_layer_of_its_words_and_its_holder(
    genre: Genre, sentence: str, layer: str
) -> None:
    """What a named source says is a fact about that source."""
    found = document((sentence,))
    known = mentions(found)
    claims = find_claims(found, mentions=known, knowledge=knowledge(), genre=genre)
    layers = find_layers(found, claims=claims, knowledge=knowledge(), genre=genre)
    assert layers == {"s1": layer}
