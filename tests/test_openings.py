"""What stands around an article: when, who, where, the title, and what is not the article."""

from __future__ import annotations

import pytest
from tables import body
from workbench import Case, analysed, cases


def unmet(case: Case) -> list[str]:
    """What of ``case`` does not hold."""
    analysis = analysed(body(case.text))
    article = analysis.document.article
    lines = [sentence.text for sentence in analysis.document.sentences]
    faults = []
    for wish in case.expected:
        key, _, wanted = wish.partition(": ")
        wanted = wanted.strip('"')
        if key in {"gone", "kept"}:
            assert wanted in article.text, f"{wanted!r} does not stand in the text"
            stands = any(wanted in line for line in lines)
            if stands != (key == "kept"):
                faults.append(f"{'lost' if key == 'kept' else 'left'}: {wanted!r}")
            continue
        got = {
            "date": analysis.published.value or "unknown",
            "title": analysis.title,
            "publisher": article.publisher.value if article.publisher else "none",
            "author": article.author.value if article.author else "none",
        }[key]
        if got.casefold() != wanted.casefold():
            faults.append(f"{key} {got!r} for {wanted!r}")
    return faults


@pytest.mark.parametrize("case", cases("openings"), ids=str)
def test_head_and_foot_of_an_article_are_read_and_set_apart(case: Case) -> None:
    """Date, publisher, author and title are those stated; frame goes, body stays."""
    assert unmet(case) == []
