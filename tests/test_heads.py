"""What the lines around a title state: when, by which house, by whom."""

from __future__ import annotations

import pytest
from ingesting import article, shown

BODY = (
    "The board said that two ships had left the harbour before dawn and had turned back at the "
    "reef.\n\nNobody else spoke of it, and the quay was closed to all but the crew of the ships.\n"
)


def _day(text: str) -> str | None:
    stated = article(text).published
    return stated.value if stated else None


@pytest.mark.parametrize(
    "head",
    [
        "2031年3月4日两艘船离港",
        "两艘船3月4日09:42离港",
        "3 March, 09:42",
        "The board met at 09:42 on a day in 2031.",
        "Effective date: 4 March 2031",
        "Related: Ships leave port (4 March 2031)",
    ],
)
def test_a_headline_with_a_day_or_an_hour_states_nothing(head: str) -> None:
    """A day in a headline, or one without its year, is no stamp."""
    assert _day(f"{head}\n\n{BODY}") is None


@pytest.mark.parametrize(
    ("line", "day", "house"),
    [
        ("来源：港湾日报 作者：林子安 2031年3月4日 09:42", "2031-03-04", "港湾日报"),
        ("港口老李 2031-03-04 07:38 来源：海风瞭望 发布于山东", "2031-03-04", "海风瞭望"),
        ("2031-03-04 21:15:09　来源: 东港网　编辑：王小满", "2031-03-04", "东港网"),
        ("发布时间：2031年03月04日 08:30 | 来源：海疆在线 | 阅读 3421", "2031-03-04", "海疆在线"),
        ("海峽時報 民國120年3月4日 記者陳立文", "2031-03-04", "海峽時報"),
        ("潮風新聞 2031年3月4日 朝刊", "2031-03-04", "潮風新聞"),
        ("南海新報　令和13年3月4日（日）18:05更新", "2031-03-04", "南海新報"),
        ("Reef Shimbun   Reiwa 13 March 4 (Sun) 18:05 updated", "2031-03-04", "Reef Shimbun"),
        ("[동해일보=이민재 기자] 2031-03-04 10:11", "2031-03-04", "동해일보"),
        ("동해저널 남기훈 기자 | 2031-03-04 10:11", "2031-03-04", "동해저널"),
        ("입력 2031.03.04. 오전 5:31 수정 2031.03.05. 오전 9:12 기사원문", "2031-03-04", None),
        ("수정 2031.03.05. 오전 9:12 | 입력 2031.03.04. 오전 5:31", "2031-03-04", None),
        ("주체120(2031)년 3월 4일", "2031-03-04", None),
        ("2031-03-04 08:16 Published in Zenda | Naval field creator", "2031-03-04", None),
        ("By Ada Moor | Updated March 4, 2031, 6:12 a.m. ET | 8 min read", "2031-03-04", None),
        ("by A. Moor on March 4, 2031 in Ports, Reefs", "2031-03-04", None),
        ("【来源：海事在线】【作者：吕建】【发表时间：2031-03-04】", "2031-03-04", "海事在线"),
        ("서해방송 강하늘 기자 sky@west.example 2031.03.04 17:30", "2031-03-04", "서해방송"),
        ("by Ada Moor and Lee Dong-yun | 4 March 2031", "2031-03-04", None),
        ("（港湾社 2031-03-04 综合报道）两艘船离港。", "2031-03-04", "港湾社"),
    ],
)
def test_a_line_under_the_title_states_day_and_house(
    line: str, day: str, house: str | None
) -> None:
    """However its parts are set off, the stamp and the house of a line are read."""
    found = article(f"Two ships turn back\n{line}\n\n{BODY}")
    assert (found.published.value if found.published else None) == day
    assert (found.publisher.value if found.publisher else None) == house


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Updated: 5 March 2031", "Published: 4 March 2031"),
        ("Published: 4 March 2031", "Updated: 5 March 2031"),
        ("Last modified 5 March 2031, 10:12 local time", "First published 4 March 2031"),
        ("Wednesday, 5 March 2031 | 21°C | E-paper | Log in", "Published 4 March 2031"),
        ("최종편집 2031-03-05 10:00", "승인 2031.03.04 19:12"),
        ("更新：2031年3月5日 11:30", "公開日時：2031年3月4日 5:00"),
    ],
)
def test_the_day_of_a_change_or_of_a_visit_yields_to_that_of_publication(
    first: str, second: str
) -> None:
    """A page that states both came out on the day on which it says so, in whatever order."""
    assert _day(f"{first}\nTwo ships turn back\n{second}\n\n{BODY}") == "2031-03-04"


@pytest.mark.parametrize(
    "line",
    [
        "Captured by drone: the wreck on 3 March 2031",
        "Printed circuits came from Zenda until 3 March 2031",
    ],
)
def test_a_headline_that_opens_like_a_visit_stays(line: str) -> None:
    """Words that open a line about a copy of the page also open news."""
    assert line in shown(f"Two ships turn back\n\n{line}\n\n{BODY}")


@pytest.mark.parametrize(
    "line",
    [
        "Accessed 12 March 2031",
        "Retrieved on 2031-03-12",
        "Scraped: 2031-03-12 09:00",
        "Archived from the original on 12 March 2031",
        "First crawled 2031-03-11, accessed 2031-03-12",
        "Downloaded from harbour.example on 12 March 2031",
        "Today is Wednesday, March 12, 2031",
        "抓取时间：2031-03-12",
        "今天是2031年3月12日 星期三",
        "수집일: 2031.03.12",
        "閲覧日: 2031年3月12日",
        "Дата обращения: 12.03.2031",
        "Also read: Two barges leave the pier - March 12, 2031",
    ],
)
def test_the_day_of_a_visit_or_of_another_piece_is_not_that_of_publication(line: str) -> None:
    """Whoever copied the page wrote when; so did whoever linked an older article."""
    title = "Two ships turn back"
    texts = [f"{title}\n{line}\n\n{BODY}", f"{title}\n\n{BODY}\n\n{line}"]
    for text in (*texts, f"{line}\n{title}\n\n{BODY}"):
        assert _day(text) is None
        assert not any("2031" in sentence for sentence in shown(text))


def test_a_day_beside_the_weather_is_the_clock_of_the_page() -> None:
    """It is that on which the weather was so."""
    assert (
        _day(f"29.2 C\nStrelsau\nWednesday, March 12, 2031\nTwo ships turn back\n\n{BODY}") is None
    )


@pytest.mark.parametrize(
    ("line", "house"),
    [
        ("STRELSAU, March 4. /TIDE-INFORM/. Two ships left, the board said.", "TIDE-INFORM"),
        ("STRELSAU. March 4 (Tidefax) - Two ships left, the board said.", "Tidefax"),
    ],
)
def test_a_dateline_with_strokes_or_stops(line: str, house: str) -> None:
    """Agencies that set their name between strokes, or a stop behind the place."""
    found = article(f"Two ships turn back\n\n{line}\n\n{BODY}")
    assert found.dateline is not None
    assert found.publisher is not None
    assert found.publisher.value == house


def _title(text: str) -> str:
    stated = article(text).title
    return stated.value if stated else ""


@pytest.mark.parametrize(
    ("above", "house"),
    [
        # the title shows twice: what stands over the first is the page's
        ("The Old Quay Blog\nFree Talk\nTwo ships turn back at the reef\nNews", None),
        # the name of the page, and of the house behind it
        ("Two ships turn back at the reef - The Harbour Courier | Ports", "The Harbour Courier"),
        # signs of another script, and a section
        ("港口精品永久免费 视频观看\n\nPorts and Harbours", None),
        # a house above a headline whose words are all written with capitals
        ("Quay Advocates", None),
        # what a page says of itself
        ("You dont have javascript enabled! Please enable it!", None),
        ("Skip to main content", None),
        # menus without gaps, and a trail that ends in the beginning of the title
        ("NewsHarboursSportWeatherShop", None),
        ("HomeHarboursTwo ships turn...", None),
        ("menu_progress\nText Size", None),
        # the office of whoever speaks
        ("Deputy Harbour Minister\nMinister for Reefs", None),
    ],
)
def test_what_stands_over_a_title_is_no_title(above: str, house: str | None) -> None:
    """Neither the name of a page nor that of a house or of a section is the title."""
    title = "Two Ships Turn Back At The Northern Reef" if "Advocates" in above else ""
    title = title or "Two ships turn back at the reef"
    found = article(f"{above}\n\n{title}\n\n{BODY}")
    assert found.title is not None
    assert found.title.value == title
    assert (found.publisher.value if found.publisher else None) == house


@pytest.mark.parametrize(
    "title",
    [
        "Two ships turn back - and nobody says why",
        "Reef: two ships turn back | What we know",
        "Harbour Watch",
        "Minister Resigns",
        "Deputy Minister turns back two ships at the reef",
    ],
)
def test_a_title_with_signs_stays(title: str) -> None:
    """A dash or a bar in a title leads to no house where no other line repeats its beginning."""
    assert _title(f"{title}\n\n{BODY}") == title


@pytest.mark.parametrize(
    ("line", "house"),
    [
        ("Source: Harbour Courier OnlineEditor: Ada Moor", "Harbour Courier Online"),
        ("Source: Tidefax 20-09-31 10:54 Updated", "Tidefax"),
        ("Source: Tidefax", "Tidefax"),
    ],
)
def test_what_runs_on_behind_a_house_is_not_its_name(line: str, house: str) -> None:
    """A label or a day glued to a name ends it."""
    found = article(f"Two ships turn back\n\n{line}\n\n{BODY}")
    assert found.publisher is not None
    assert found.publisher.value == house


@pytest.mark.parametrize("line", ["Large Medium Small", "Free Opinion", "QRX FILE"])
def test_buttons_are_nobody(line: str) -> None:
    """Two or three words with capitals beside the title may be controls of the page."""
    found = article(f"Two ships turn back\n\n4 March 2031\n{line}\n\n{BODY}")
    assert found.author is None


def test_a_korean_writer_may_stand_before_the_paper() -> None:
    """ "Name, paper, reporter": the name in front is the writer's."""
    text = "배 두 척이 4일 새벽 항구를 떠났다가 암초 앞에서 돌아왔다고 위원회가 밝혔다.\n" * 3
    found = article(f"{text}\n김소미 항구닷컴 기자 somi@harbour.example\n")
    assert found.author is not None
    assert found.author.value == "김소미"


def test_a_long_head_of_a_tabloid_is_left_out_and_dates_it() -> None:
    """A skip link, a navigation bar of which two entries are known, bullets before the byline."""
    head = (
        "Jump directly to the content\nTHE DAILY BEACON\n"
        "News | Sport | TV | Puzzles | Log in | Harbour Life\nHome > World News\n\n"
        "SEA OF FEAR Ruritania's new boat surfaces off the cape\n"
        "- It was shadowed for a day\n- It carries six torpedoes\n- Expert: 'Theatre'\n\n"
        "By Ann Orlova, Foreign Editor\n"
        "Published: 06:12, 19 Feb 2027 | Updated: 09:40, 19 Feb 2027\n\n"
    )
    body = (
        "The boat of the northern fleet was seen off the cape on Wednesday with a frigate.\n\n"
        "Two aircraft were scrambled from the islands, and a destroyer tailed it for hours.\n"
    )
    read = article(head + body)
    assert _day(head + body) == "2027-02-19"
    assert read.title is None or "Sport" not in read.title.value
    assert read.title is None or "content" not in read.title.value


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("Sat, 05/02/2026 - 10:12", "2026-05-02"),
        ("Updated Thursday 05/02/2026", "2026-02-05"),
        ("05/02/2026", "2026"),
        ("Sun, 05/02/2026", "2026"),  # neither of both days
        ("Fri, 03/04/2026", "2026-04-03"),
    ],
)
def test_a_weekday_tells_which_number_is_the_month(line: str, day: str) -> None:
    """ "05/02" is two days; only one of them is a Saturday."""
    assert _day(f"Two ships turn back\n{line}\n\n{BODY}") == day


def test_a_day_between_the_name_of_the_page_and_its_title_is_that_of_the_visit() -> None:
    """Where a labelled day follows; without one it is the day of the page."""
    page = "'Two Barges Leave the Northern Harbour' - Harbour Times\nMonday, February 26, 2024\n\n"
    title = "‘Two barges leave the northern harbour’\n\n"
    body = (
        "STRELSAU — Two barges left the northern harbour on Wednesday, the coast guard said.\n\n"
        "They carried nothing that anybody had asked for, and came back in the evening.\n"
    )
    dated = page + title + "By ANS Updated: Jan 24, 2024 6:29 pm\n\n" + body
    assert _day(dated) == "2024-01-24"
    assert _day(page + title + body) == "2024-02-26"
    for text in (dated, page + title + body):
        read = article(text)
        assert read.title is not None
        assert read.title.value == "‘Two barges leave the northern harbour’"
