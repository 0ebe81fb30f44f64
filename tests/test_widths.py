"""Half-width punctuation in East Asian text: which marks are read as full-width ones."""

from __future__ import annotations

import pytest
from msgspec.structs import replace
from workbench import analysed

from generator.text.widths import full_width


@pytest.mark.parametrize(
    "text",
    [
        "He said, at 12:30, that 1,500 km was enough; nobody agreed.",
        "射程1,500公里",
        "上午12:30",
        "KN-23,KN-24等",
        "北, 미사일 발사: 합참은 확인했다",
        "总统说，这是防御；完",
    ],
)
def test_marks_that_part_no_chinese_clauses_stay(text: str) -> None:
    """Numbers, clocks, Latin words, Korean and full-width text are read as they are written."""
    assert full_width(text) == text


@pytest.mark.parametrize(
    ("text", "wide"),
    [
        ("总统说,这是防御;军方称:属实", "总统说，这是防御；军方称：属实"),
        ("时说,2024年首次", "时说，2024年首次"),
        ("F-35C,舰载机", "F-35C，舰载机"),
        ("称“属实”,朝方", "称“属实”，朝方"),
        ("防衛省は発表した,中国は", "防衛省は発表した，中国は"),
        ("他说:“完了”", "他说：“完了”"),
    ],
)
def test_marks_beside_chinese_characters_are_full_width(text: str, wide: str) -> None:
    """A mark beside a Chinese or Japanese character is read as full-width, in its own place."""
    assert full_width(text) == wide
    assert len(wide) == len(text)


_ARTICLE = (
    "总统李在明在会上强调，演习是防御性的；如果对话破裂，局势可能恶化。\n\n"
    "岛内媒体称“云岭-7”导弹可达2000公里以上；军事专家顾长河在接受采访时说：该导弹射程“不超过1200公里”。\n\n"
    "对于有关报道，国防部发言人张晓刚予以否认，称其纯属捏造；日本防卫省则表示，情况不明。"
)


def test_an_article_says_the_same_in_half_width() -> None:
    """Speakers, statements that look ahead, weapons with their figures, persons and events do not
    depend on the width of punctuation."""
    to_narrow = str.maketrans("，：；", ",:;")
    wide, narrow = analysed(_ARTICLE), analysed(_ARTICLE.translate(to_narrow))
    assert len(wide.claims) > 3
    assert narrow.claims == wide.claims
    assert narrow.mentions == wide.mentions
    assert len(wide.outlook) == 1
    assert narrow.outlook == tuple(
        replace(one, quote=one.quote.translate(to_narrow)) for one in wide.outlook
    )
    assert narrow.weapons == wide.weapons
    assert narrow.events == wide.events
