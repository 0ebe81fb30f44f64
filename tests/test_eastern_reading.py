"""What plain news in Chinese, Korean and Japanese says: whose body, who speaks, what comes."""

from __future__ import annotations

import pytest
from workbench import analysed

from generator.model import ANONYMOUS, AUTHOR


def speakers(text: str) -> list[str | None]:
    """The holder of each sentence that has one, in order."""
    return [claim.holder for claim in analysed(text, "2025-11-02").claims if claim.holder]


def ahead(text: str) -> list[str]:
    """The kinds of statements that look ahead, in order."""
    return [one.type for one in analysed(text, "2025-11-02").outlook]


def actors(text: str) -> list[str]:
    """The identities of the actors, in order."""
    return [one.id for one in analysed(text, "2025-11-02").actors]


@pytest.mark.parametrize(
    "text",
    [
        "據美國某研究中心的前海軍軍官分析，航母需要維護。",
        "美軍如此規模的海空軍力集結引發關注。",
        "北朝鮮の総書記は「海軍の核武装化を急ぐ」と述べた。韓国側は反論した。",
        "金正恩视察了海军部队。",
        "发展中国家的代表出席了会议。",
    ],
)
def test_a_bare_body_is_not_that_of_the_wrong_state(text: str) -> None:
    """A word every state has a body for names none where another state, or nobody, is meant."""
    wrong = {"taiwanese-navy", "taiwanese-air-force", "south-korean-navy", "pla-navy", "china"}
    assert wrong.isdisjoint(actors(text))


@pytest.mark.parametrize(
    ("text", "actor"),
    [
        ("中國外交部發言人說，希望各方克制。", "chinese-foreign-ministry"),
        ("中國海軍一艘驅逐艦穿越海峽。", "pla-navy"),
        ("解放軍軍機飛越外海，海軍派遣軍艦監控。", "taiwanese-navy"),
        ("韓國統一部說，將持續觀察。", "south-korean-unification-ministry"),
        ("해군은 북한 잠수함의 동향을 주시하고 있다고 밝혔다.", "south-korean-navy"),
    ],
)
def test_a_body_is_that_of_the_state_before_it_or_at_home(text: str, actor: str) -> None:
    """A state right before a body owns it; listed simplified names count in traditional text."""
    assert actor in actors(text)


@pytest.mark.parametrize(
    ("text", "holder"),
    [
        ("据美国媒体报道，这艘航母已经返回母港。", ANONYMOUS),
        ("据韩国联合参谋本部消息，朝鲜发射了导弹。", "south-korean-joint-chiefs-of-staff"),
        ("나는 미국은 핵무기를 동원하지 않을 것으로 본다.", AUTHOR),
        ("笔者认为，这场对抗还会持续。", AUTHOR),
        ("木原稔防衛相は訪米した。木原氏は「前倒しが必要だ」と述べた。", "minoru-kihara"),
        (
            "北朝鮮は7日にミサイルを発射し、韓国軍は約700キロ飛行したと分析した。",
            "south-korean-armed-forces",
        ),
        ("防衛省は、ミサイルはEEZの外に落下したと発表した。", "japanese-defence-ministry"),
        ("ミサイルは2発だったと防衛省が発表した。", "japanese-defence-ministry"),
        ("北朝鮮メディアは、実験が行われたと報じました。", ANONYMOUS),
        ("朝鲜官媒13日称，新型导弹试射成功。", ANONYMOUS),
        ("官方朝中社报道，领导人观看了训练。", "kcna"),
        ("軍方強調，已嚴密監控。", ANONYMOUS),
        ("國防部統計，昨日偵獲共機21架次。", "taiwanese-defence-ministry"),
        ("在特朗普表示希望对话之后，金正恩表示可能重返会谈。", "kim-jong-un"),
        ("朝鲜对此表达强烈不满，并警告称此举十分危险。", "north-korea"),
        ("金正恩高度评价训练成果，强调要经常检验。", "kim-jong-un"),
        ("美国总统特朗普立即否认了这一说法。", "donald-trump"),
        ("美國海軍上周五證實目前有兩艘航母在附近。", "us-navy"),
    ],
)
def test_who_speaks(text: str, holder: str) -> None:
    """The nearest clause's own subject speaks; the press of a state is not the state."""
    assert speakers(text)[-1] == holder


@pytest.mark.parametrize(
    "text",
    [
        "韩国的原则与朝鲜宣布不再受协议约束的声明让关系破裂。",
        "随着朝鲜公开表示不满，局势更加紧张。",
        "军舰于15日抵达港口，渔民返回家中。",
    ],
)
def test_nobody_speaks(text: str) -> None:
    """A verb of speech that only describes a noun reports nothing."""
    assert speakers(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "防衛省は、弾道ミサイルの可能性があるものが発射されたと発表した。",
        "北朝鮮はミサイル4発を発射したとみられる。",
        "新型艦は弾道ミサイルも搭載可能だ。",
        "現場には技術者がいたとみられる。",
        "政府は来年度から取得する方針だったが、計画を改めた。",
        "질문 주시면 답변드리겠습니다.",
        "정례브리핑 시작하겠습니다.",
    ],
)
def test_nothing_looks_ahead(text: str) -> None:
    """A guess at what was, an ability, a plan of before and a courtesy foretell nothing."""
    assert ahead(text) == []


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("北朝鮮は来月にも衛星を打ち上げるとみられる。", "forecast"),
        ("北朝鮮は近く核実験に踏み切る可能性がある。", "forecast"),
        ("導入が進めば、早期の運用が可能になる。", "forecast"),
        ("政府は来年度に護衛艦を派遣する方向で調整している。", "scheduled"),
        ("정부는 평화를 지켜나가겠습니다.", "pledge"),
        ("북한은 핵을 포기하지 않을 것이라고 밝혔다.", "pledge"),
        ("전문가들은 북한이 핵을 포기하지 않을 것으로 본다.", "forecast"),
        ("군 관계자에 따르면 북한은 앞으로 시험을 더 실시할 수 있습니다.", "forecast"),
    ],
)
def test_what_looks_ahead(text: str, kind: str) -> None:
    """The form of the verb before a word of likelihood tells whether it is about what comes."""
    assert ahead(text) == [kind]


def test_according_to_is_no_condition() -> None:
    """Korean "따르면" ends like a condition and is none."""
    found = analysed("정부에 따르면 북한은 곧 시험을 실시할 것으로 보인다.", "2025-11-02").outlook
    assert [one.condition for one in found] == [None]


def deeds(text: str) -> list[tuple[str, tuple[str, ...]]]:
    """Kind and who did it, of each event, in order."""
    return [(one.type, one.actors) for one in analysed(text, "2025-11-02").events]


@pytest.mark.parametrize(
    "text",
    [
        "導彈發射地點位於該國西部。",
        "報道並未說明彈道導彈的種類及發射地點。",
        "군은 미사일 발사 장소를 분석하고 있다.",
        "若有3艘航母在同一地域部署,則可以維持存在。",
        "一旦朝鲜发射导弹，局势就会恶化。",
        "朝鮮通常會在附近水域發射導彈。",
        "朝鮮試射後,中日韓同聲譴責。",
    ],
)
def test_no_deed(text: str) -> None:
    """A deed that only names a place, that is supposed or that is a habit is no event."""
    assert deeds(text) == []


@pytest.mark.parametrize(
    ("text", "deed"),
    [
        ("当年美国将多个航母战斗群部署亚太。", ("deploys", ("united-states",))),
        ("这是李在明政府上臺後朝鮮第一次發射彈道導彈。", ("launches", ("north-korea",))),
        ("방사청은 미국산 해상작전헬기 MH-60R 추가 구매를 확정했다.", ("procures", ())),
        ("北朝鮮が弾道ミサイルを発射した。", ("launches", ("north-korea",))),
    ],
)
def test_who_did_it(text: str, deed: tuple[str, tuple[str, ...]]) -> None:
    """Where a thing was made and since when something is so name nobody who acts."""
    assert deed in deeds(text)


@pytest.mark.parametrize(
    ("text", "status"),
    [
        (
            "此次试射的高度较之前的“火星-12”更高，最高高度可能超过2500公里。",
            {"hwasong-12": "mentioned"},
        ),
        ("這種導彈的射程比「火星-12」更遠，可達8000公里。", {"hwasong-12": "mentioned"}),
        ("SLBM이 아닌 초대형 방사포를 발사했다.", {"kn-25": "flight-tested"}),
        (
            "朝鲜发射的不是“火星-12”，而是“火星-14”。",
            {"hwasong-12": "mentioned", "hwasong-14": "flight-tested"},
        ),
        ("朝中社表示，成功发射洲际导弹，是完成核武的最后一步。", {"icbm": "flight-tested"}),
        ("要对付一枚“火星-18”导弹，需部署上千枚拦截器。", {"hwasong-18": "mentioned"}),
    ],
)
def test_what_another_is_held_against_was_not_fired(text: str, status: dict[str, str]) -> None:
    """A weapon compared with or denied takes no deed and no figure; a class beside the one that was
    fired is not listed."""
    weapons = analysed(text, "2025-11-02").weapons
    assert {one.id: [told.value for told in one.status] for one in weapons} == {
        name: [value] for name, value in status.items()
    }
    figures = [spec.property for one in weapons for spec in one.specs]
    assert [one for one in figures if one != "quantity"] == []


@pytest.mark.parametrize(
    "text",
    ["全球第一艘電磁彈射航母福建艦入列。", "展示されたミサイルの一部も駆逐艦で運用される。"],
)
def test_an_ordinal_and_a_part_are_no_count(text: str) -> None:
    """ "第一艘" and "一部" count nothing."""
    assert [spec for one in analysed(text, "2025-11-02").weapons for spec in one.specs] == []


@pytest.mark.parametrize(
    ("text", "genre"),
    [
        (
            "[사설] 도박을 멈춰야\n북한이 핵을 포기하지 않을 것임을 천명했다.\n법령까지 만들었다.",
            "commentary",
        ),
        ("海軍艦隊出航\n國防部統計，共3艘。\n軍方強調，嚴密監控。\n艦長稱，一切正常。", "news"),
    ],
)
def test_the_kind_of_piece(text: str, genre: str) -> None:
    """A rubric in brackets is an opinion's; sentences that hand on words are news."""
    assert analysed(text, "2025-11-02").genre == genre


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("中国外交部发言人8月29日在谈到朝鲜发射导弹问题时表示，希望各方克制。", None),
        ("据朝中社6日报道，金正恩日前指导朝鲜人民军发射了弹道导弹。", None),
        ("朝鮮中央通信は30日、ミサイルの発射実験が28日に行われたと伝えた。", "2025-10-28"),
        ("韓国軍合同参謀本部は30日、北朝鮮が弾道ミサイルを発射したと発表した。", "2025-10-30"),
        ("합동참모본부는 30일 북한이 탄도미사일을 발사했다고 밝혔다.", "2025-10-30"),
        ("조선중앙통신은 30일 신형 미사일을 시험발사했다고 보도했다.", None),
    ],
)
def test_the_day_of_the_words_is_not_that_of_the_deed(text: str, first: str | None) -> None:
    """A day right behind the source dates the words where another day, state media or words about
    the deed tell so."""
    start = analysed(text, "2025-11-02").events[0].start
    assert start == first


@pytest.mark.parametrize(
    "text",
    [
        "오늘 발사한 것은 미사일이 아니라고 군 소식통이 전했습니다.",
        "젤렌스키 대통령이 파병된 북한군의 사상자를 밝혔다.",
        "雖然美國不太可能在總統訪問中國之前採取行動。",
        "他需要这种地位才能呼吁联合国取消制裁。",
        "북한이 미사일을 쏘아댈 때마다 정부는 성명을 냈다.",
    ],
)
def test_nothing_was_done(text: str) -> None:
    """A letter of a particle is no part of a verb; what is hardly possible, needed or a habit, and
    what somebody underwent, is no deed."""
    assert deeds(text) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("金正恩观看了导弹发射训练。", [("launches", ())]),
        ("金正恩総書記は弾道ミサイルの発射を視察した。", [("launches", ())]),
        ("金正恩到现场了解发射计划、经过改良的弹道导弹的性能。", []),
    ],
)
def test_who_looks_on_does_nothing(text: str, found: list[tuple[str, tuple[str, ...]]]) -> None:
    """A launch that somebody watches is not his, and one that he asks about is none."""
    assert deeds(text) == found


def test_who_stands_right_before_the_verb_acts() -> None:
    """ "X 将公布 Y 发射…的数据": Y fires."""
    found = deeds("日本统合幕僚监部公布了朝鲜发射导弹的数据。")
    assert ("launches", ("north-korea",)) in found


@pytest.mark.parametrize("text", ["朝鲜始终选择以强硬方式予以回击。", "他了解發射計劃的內容。"])
def test_a_habit_and_a_plan_as_a_thing_foretell_nothing(text: str) -> None:
    """What is always done is no threat, and a plan that is looked at no schedule."""
    assert ahead(text) == []
