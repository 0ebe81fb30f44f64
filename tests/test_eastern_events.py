"""Who does what to whom in Chinese, Korean and Japanese sentences."""

from __future__ import annotations

import pytest
from workbench import analysed

from generator.model import Event


def events(text: str) -> dict[str, Event]:
    """Kind -> event."""
    return {event.type: event for event in analysed(text, "2024-11-02").events}


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("日本防卫省说，朝鲜没有发射导弹。", "visits"),
        ("平壤的天气很好，市民在江边散步，大家都很高兴。", "parades"),
        ("정부는 1일 개인 11명을 지정했다. 회담은 없었다.", "meets"),
        ("미국은 북한의 미사일 발사를 규탄했다.", "tests"),
        ("朝鲜可能访问俄罗斯，但没有人知道。", "visits"),
        ("朝鲜尚未发射弹道导弹。", "launches"),
        ("북한은 탄도미사일을 발사하지 않았다.", "launches"),
        ("这枚导弹据信已经坠入海中。", "launch-fails"),
        ("朝鲜要求将弹头的产能提高一倍。", "visits"),
    ],
)
def test_no_event_without_a_deed(text: str, kind: str) -> None:
    """A noun alone, a possibility and a deed of somebody unnamed report nothing."""
    assert kind not in events(text)


@pytest.mark.parametrize(
    ("text", "kind", "actors", "recipients"),
    [
        ("俄罗斯向朝鲜提供了防空导弹。", "supplies", ("russia",), ("north-korea",)),
        ("朝鲜在阅兵式上展示了“火星-20”洲际弹道导弹。", "displays", ("north-korea",), ()),
        ("韩国联合参谋本部说，朝鲜27日发射了一枚导弹。", "launches", ("north-korea",), ()),
        ("美国财政部宣布制裁两家朝鲜公司。", "sanctions", ("us-treasury",), ()),
        ("金正恩与普京在平壤举行会谈。", "meets", ("kim-jong-un", "vladimir-putin"), ()),
        ("韩国和美国19日开始联合军演。", "exercises", ("south-korea", "united-states"), ()),
        ("这是高市内阁上台后朝鲜第一次发射弹道导弹。", "launches", ("north-korea",), ()),
        ("朝鲜自新政府成立以来首次发射弹道导弹。", "launches", ("north-korea",), ()),
        ("朝鮮朝東海(日本稱日本海)發射一枚彈道導彈。", "launches", ("north-korea",), ()),
        ("普京对朝鲜发射弹道导弹表示担忧。", "launches", ("north-korea",), ()),
        ("俄罗斯军方消息人士表示，推测发射了弹道导弹。", "launches", (), ()),
        ("王毅将于下周访问朝鲜。", "visits", ("wang-yi",), ("north-korea",)),
        ("联合国安理会谴责朝鲜。", "condemns", ("un-security-council",), ("north-korea",)),
        ("美国谴责朝鲜发射导弹。", "launches", ("north-korea",), ()),
        (
            "북한이 ‘화성-19형’을 시험발사했다고 조선중앙통신이 보도했다.",
            "tests",
            ("north-korea",),
            (),
        ),
        (
            "러시아가 북한에 방공 미사일을 제공했다고 국정원이 밝혔다.",
            "supplies",
            ("russia",),
            ("north-korea",),
        ),
        (
            "국정원은 북한이 러시아에 병력을 파병했다고 밝혔다.",
            "deploys-troops",
            ("north-korea",),
            ("russia",),
        ),
        ("김정은 국무위원장이 베이징을 방문했다.", "visits", ("kim-jong-un",), ()),
        (
            "김정은 국무위원장이 시진핑 주석과 회담했다.",
            "meets",
            ("kim-jong-un", "xi-jinping"),
            (),
        ),
        ("북한은 열병식에서 화성-20형을 공개했다.", "displays", ("north-korea",), ()),
        ("미국은 북한의 미사일 발사를 규탄했다.", "condemns", ("united-states",), ()),
        ("미국은 북한의 미사일 발사를 규탄했다.", "launches", ("north-korea",), ()),
        (
            "미국은 어제 북한이 발사한 미사일을 강하게 규탄했다.",
            "condemns",
            ("united-states",),
            (),
        ),
        ("ロシアは北朝鮮に防空ミサイルを供与した。", "supplies", ("russia",), ("north-korea",)),
        ("岸田文雄首相は尹錫悦大統領と会談した。", "meets", ("fumio-kishida", "yoon-suk-yeol"), ()),
    ],
)
def test_the_mark_beside_a_name_tells_its_part(
    text: str, kind: str, actors: tuple[str, ...], recipients: tuple[str, ...]
) -> None:
    """Prepositions in Chinese, particles in Korean and Japanese."""
    event = events(text)[kind]
    assert (event.actors, event.recipients) == (actors, recipients)
    assert event.text in text


@pytest.mark.parametrize(
    ("text", "kind", "status"),
    [
        ("朝鲜发射了一枚种类不明的弹道导弹。", "launches", "happened"),
        ("북한이 탄도미사일을 발사해 안보리가 모였다.", "launches", "happened"),
        ("朝鲜发射弹道导弹，日本没有受到损失。", "launches", "happened"),
        ("金正恩上将發射彈道導彈的部隊改編。", "launches", "happened"),
        ("王毅将从今天起率领代表团对朝鲜进行正式访问。", "visits", "planned"),
    ],
)
def test_the_mood_is_read_in_the_clause_of_the_deed(text: str, kind: str, status: str) -> None:
    """A word that only holds the letters of "not" or "will" sets none, nor does another clause."""
    assert events(text)[kind].status == status


def test_since_when_is_not_when() -> None:
    """The day since which nothing was fired is not the day on which something was."""
    text = "这是朝鲜自5月8日以来首次发射弹道导弹。"
    assert events(text)["launches"].start is None


def test_one_deed_is_told_once() -> None:
    """Two words for the same deed in one sentence are one event."""
    found = analysed("북한은 열병식에서 화성-20형을 공개했다.", "2025-10-11").events
    assert [event.type for event in found] == ["displays"]


def test_two_or_three_is_no_number() -> None:
    """A count that only says about how many is none; an exact one is."""
    for text, counts in (("朝鲜发射了两三枚弹道导弹。", []), ("朝鲜发射了三枚弹道导弹。", [3.0])):
        specs = analysed(text, "2024-11-02").weapons[0].specs
        assert [one.value for one in specs if one.property == "quantity"] == counts


def test_the_navy_of_the_named_army_acts() -> None:
    """An army's navy is not the navy of those who write so."""
    assert events("朝鮮人民軍海軍進行了巡航導彈試射。")["tests"].actors == ("kpa-navy",)
