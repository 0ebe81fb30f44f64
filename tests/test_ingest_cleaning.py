"""What is taken out of an article and what it states. First of all: what must stay."""

from __future__ import annotations

import pytest
from ingesting import article, document, language, shown

from generator.ingest import read_article
from generator.model import EditorNotes
from generator.problems import Problem

BODY = (
    "The fleet left port on Monday, officials in the harbour said.\nIt came back the day after.\n"
)


@pytest.mark.parametrize(
    "line",
    [
        "Source: a diplomat told reporters that the test failed.",
        'Statement: "We will respond," the ministry said.',
        "By Friday the fleet had left.",
        "By sea and by land the army moved north.",
        "The article does not reflect the position of the party, he said.",
        "For reference only two launches were counted.",
        "Read more books, the minister told students.",
        "Share this burden with allies, he urged.",
        "Copyright law was changed in 2024, the assembly said.",
        "Photo: the picture that was shown is old.",
        "Date: nobody knows when it happened.",
        "Getty Images sued the ministry over the pictures.",
        "Editing by hand took three weeks.",
        "NATO - The alliance met on Monday.",
        "Hwasong-20 (ICBM) - the largest of all - was shown.",
        "BREAKING - The ship sank.",
        "Related to this was the arrest of a spy.",
        "Menu of options: talks, sanctions or war.",
        "Related articles of the treaty were amended.",
        "Subscribe to that view or not, the treaty holds.",
        "404 soldiers were buried there.",
        "For the harbour board a click here is a ship lost there.",
        "Plus: two tugs and a barge, the board said.",
        "Pictures from the web show the pier.",
        "Read more on the pier, he told the board.",
        "Advertising pays for the harbour.",
        "The boats that were to follow turned back.",
        "Report like a sailor, he told them.",
        "(Updating the radar took three years.)",
        "Tags: red for mines, blue for nets, the manual says.",
        "Weather Strelsau had not seen in years sank two boats.",
        "This is a provisional agreement, the two ministers said.",
        "Images of the dock show two new cranes.",
        "Read next to the treaty, the statement is a threat.",
        "声明：两国将停止演习，外交部发言人宣布。",
        "댓글 부대가 여론을 조작했다고 검찰이 밝혔다.",
        "제보를 받은 경찰이 배를 수색했다.",
        "关注此事的渔民说，船没有武器。",
        "点赞之余，专家提醒不要高估这种导弹。",
        "In the event of a conflict, the harbour would lose its tugs.",
        "Show the comments to the court, the judge told them.",
        "Next to the pier a harbour tug sank.",
        "One of my tugs lay there with the old pier in the background.",
        "本文を読んだ港湾局は＝8日午前に会見し、船はないと述べた。",
        "Return to the harbour was barred by ice.",
        "Related reports of two wrecks were denied, the board said.",
        "Hits on the pier: three, the board said.",
        "인기 있는 항구에서 배가 침몰했다고 해경이 밝혔다.",
        "有料会員記事を読んだ漁師は港に戻ったと述べた。",
        "写真を公開した港湾局は、船に武器はなかったと述べた。",
        "1 boat and 2 tugs were lost there.",
        "Ada Lindqvist, the harbour master, said the pier was closed.",
        "Ada Lindqvist, a researcher at the Harbour Institute, believes that the pier will sink.",
    ],
)
def test_kept(line: str) -> None:
    """A sentence of the article that opens or ends like boilerplate stays, wherever it stands."""
    for text in (f"{line}\n{BODY}", f"{BODY}{line}\n"):
        found = article(text)
        assert not found.removed
        assert " ".join(line.split()) in shown(text)


@pytest.mark.parametrize(
    ("line", "why"),
    [
        ("Statement: This article represents the views of the author.", "disclaimer"),
        ("This article does not represent the position of this site.", "disclaimer"),
        (
            "The above content is ** from the network, any infringement please contact us!",
            "disclaimer",
        ),
        ("The content is for reference only.", "disclaimer"),
        ("(The article only represents the author's personal opinion.)", "disclaimer"),
        ("What is printed here has nothing to do with this platform.", "disclaimer"),
        ("Reprinted from the Harbour Post with thanks", "disclaimer"),
        ("© 2025 Harbour Post. All rights reserved.", "disclaimer"),
        ("免责声明：本文仅代表作者观点。", "disclaimer"),
        ("本文转自海港日报，如有侵权请联系删除。", "disclaimer"),
        ("저작권자 © 항구일보 무단전재 및 재배포 금지", "disclaimer"),
        ("(Reporting by A. Smith in Seoul; editing by B. Jones)", "boilerplate"),
        ("A fisherman mends a net. JUNG YEON-JE/AFP/Getty Images", "boilerplate"),
        ("Photo: KCNA", "boilerplate"),
        ("jane.doe@example.org", "boilerplate"),
        ("www.example.org (Issue 114.10.23.)", "boilerplate"),
        ("Jane Doe, Associated Press", "boilerplate"),
        ("(END)", "boilerplate"),
        ("2025-10-23 08:30:12　来源：海港日报", "boilerplate"),
        ("Read more: Fleet visits a factory", "navigation"),
        ("Share this article", "navigation"),
        ("Advertisement · Scroll to continue", "navigation"),
        ("Previous  | Tug turns back", "navigation"),
        (">> Also on Quaywatch: Two barges leave | Opinion: A pier too far?", "navigation"),
        ("SPONSORED: How buoys can cut your costs by 30%", "navigation"),
        ("Related content: Podcast - The tug that would not turn", "navigation"),
        ("Show comments", "navigation"),
        ("Click the blue words above to follow us", "navigation"),
        ("Here's how you know", "navigation"),
        ("Read More : Two tugs turn back", "navigation"),
        ("请到「今天看啥」查看全文", "navigation"),
        ("주메뉴 바로가기", "navigation"),
        ("[記事全文] ([記事全文]は外部サイトへ移動します)", "navigation"),
        ("港に戻った曳船(左)=8日午前、北港市", "boilerplate"),
        ("关键词：", "navigation"),
        ("(广告)请继续往下阅读", "navigation"),
        ("热词:海港 拖船 码头", "navigation"),
        ("[많이 본 뉴스] 오늘의 환율 / 주말 날씨", "navigation"),
        ("この記事は有料会員記事です。", "navigation"),
        ("月300本まで読めるコースのお申し込みはこちら", "navigation"),
        ("당신의 의견을 남겨주세요", "navigation"),
        ("Выбор читателей", "navigation"),
        ("Читайте подробнее в справке агентства>>", "navigation"),
        ("【写真】港に戻った曳船", "boilerplate"),
        ("[사진] 지난해 취역한 예인선. /항구일보 자료사진", "boilerplate"),
        ("2031年3月、港に戻った曳船（共同）", "boilerplate"),
        ("（社会部・高浜渉）", "boilerplate"),
        ("（海港社,NHK）", "boilerplate"),
        ("( 항구방송 ch21, www.harbour.example )", "boilerplate"),
        (
            "(Provisional translation. In case of discrepancy, the Ruritanian text prevails.)",
            "boilerplate",
        ),
        ("(The following English text is for reference.)", "boilerplate"),
        ("Ada Lindqvist, columnist", "boilerplate"),
        (
            "Ada Lindqvist is a senior fellow at the Harbour Institute. She writes on piers.",
            "boilerplate",
        ),
        ("[ADVERTISEMENT] These knives cut everything >>", "navigation"),
        ("Guess you like: Cat, 12, rows a boat", "navigation"),
        ("Harbour Uncle chats about ships  + Follow", "navigation"),
        ("PLUS: Watch the moment the crane falls", "navigation"),
        ("For the list of the ships concerned, click here.", "boilerplate"),
        ("(Picture from the internet, infringement will be deleted)", "boilerplate"),
        ("Responsible editor: Ada Lind  |  Report  Like 3.1k", "navigation"),
        ("ADVERTISEMENT", "navigation"),
        ("Subscribe to our newsletter", "navigation"),
        ("Click here to read the full story", "navigation"),
        ("We use cookies to improve your visit.", "navigation"),
        ("Follow us on Facebook", "navigation"),
        ("Tags: fleet, harbour", "navigation"),
        ("관련기사", "navigation"),
        ("相关阅读：海港", "navigation"),
        ("Have an opinion? Send up to 800 words to letters@harbour.example.", "boilerplate"),
        ("Images (c) Thorn Imaging, used with permission. [image: dock.jpg]", "boilerplate"),
        ("Like this: Like Loading... | Support the blog on Ko-fi", "navigation"),
        ("(Note 1) Times are subject to change depending on the weather.", "boilerplate"),
        ("Talk: A. Moor. You can hear it wherever you get your podcasts.", "boilerplate"),
        ("This is a provisional translation. The above date is local time.", "boilerplate"),
        ('Before reading, please click "Follow", thank you', "boilerplate"),
        ("Advertisement - scroll to continue", "navigation"),
        ("Gift this article", "navigation"),
        ("(LEAD) (ATTN: RECASTS headline, lead; ADDS byline)", "boilerplate"),
        ("Note: The schedule is subject to change without notice.", "boilerplate"),
        ("If you enjoyed this piece, consider supporting the site.", "boilerplate"),
        ("审核：李大力 校对：赵云", "boilerplate"),
        ("关注公众号，获取更多资讯", "boilerplate"),
        ("写真提供：北港市", "boilerplate"),
        ("（おわり）", "boilerplate"),
        ("Page captured 5 May 2031 from cache", "boilerplate"),
        ("大家好，我是老周，点个关注不迷路！", "boilerplate"),
        ("【関連記事】巡視船、3年ぶりに入港", "navigation"),
        ("좋아요 31 · 훈훈해요 2 · 댓글 114", "navigation"),
        ("***", "scrape damage"),
        ("- 3 -", "scrape damage"),
        ("Page 2 of 9", "scrape damage"),
        ("The fleet left port on Monday, officials in the harbour said.", "scrape damage"),
    ],
)
def test_removed(line: str, why: str) -> None:
    """A whole line of boilerplate leaves the body, keeps its place and says why."""
    text = BODY + line + "\n"
    (gone,) = article(text).removed
    assert (text[gone.start : gone.end], gone.why) == (line, why)
    assert len(shown(text)) == 2


def test_glued() -> None:
    """A disclaimer glued to the end of the last paragraph goes, its sentence neighbours stay."""
    text = BODY + "The sea was calm. Statement: This article represents the views of the author."
    assert shown(text)[-1] == "The sea was calm."
    assert article(text).removed[0].why == "disclaimer"


@pytest.mark.parametrize(
    ("head", "field", "value"),
    [
        ("Original: www.example.org/a/1/", "url", "https://www.example.org/a/1/"),
        ("URL: https://example.org/a?x=1", "url", "https://example.org/a?x=1"),
        ("Source: https://example.org/a", "url", "https://example.org/a"),
        ("Source: Harbour Post", "publisher", "Harbour Post"),
        ("来源：海港日报", "publisher", "海港日报"),
        ("출처: 항구일보", "publisher", "항구일보"),
        ("By Jane Doe", "author", "Jane Doe"),
        ("作者：张三", "author", "张三"),
        ("Published: 14 March 2024", "published", "2024-03-14"),
        ("Updated: March 5, 2025, 09:10 GMT", "published", "2025-03-05"),
        ("March 5, 2025 | By Jane Doe", "published", "2025-03-05"),
        ("2024-02-15 10:22", "published", "2024-02-15"),
        ("2024年2月15日", "published", "2024-02-15"),
        ("2024년 2월 15일 오전 10:22", "published", "2024-02-15"),
        ("Date: 2026-03-10T23:30:00-11:00", "published", "2026-03-10"),
        ("Date: 25/12/2025", "published", "2025-12-25"),
        ("Date: 03/04/2026", "published", "2026"),
        ("Date: Sept. 2024", "published", "2024-09"),
        ("Harbour Post, 10 March 2026", "published", "2026-03-10"),
        ("SEOUL, Oct. 11, 2025 (Yonhap) -- It began.", "published", "2025-10-11"),
        ("Pyongyang, May 3, Juche 112 (2023) (KCNA) -- It began.", "published", "2023-05-03"),
        ("SEOUL, Oct. 11 (Yonhap) -- It began.", "publisher", "Yonhap"),
        ("SEOUL, Oct. 11 (Yonhap) -- It began.", "dateline", "SEOUL, Oct. 11 (Yonhap)"),
        ("PYONGYANG, October 12 (KCNA) -- It began.", "publisher", "KCNA"),
        ("LONDON (Reuters) - It began.", "publisher", "Reuters"),
        ("WASHINGTON — It began.", "dateline", "WASHINGTON"),
        ("(서울=연합뉴스) 홍길동 기자 = 시작됐다.", "publisher", "연합뉴스"),
        ("新华社北京10月12日电 会议开始了。", "dateline", "新华社北京10月12日电"),
        ("【ソウル共同】会議が始まった。", "dateline", "【ソウル共同】"),
        ("【ソウル聯合ニュース】会議が始まった。", "dateline", "【ソウル聯合ニュース】"),
        ("【港湾时报特约记者 林海】会议开始了。", "dateline", "【港湾时报特约记者 林海】"),
    ],
)
def test_stated(head: str, field: str, value: str) -> None:
    """Lines around the text state its provenance, with the characters that carry it."""
    text = f"Fleet Leaves Harbour At Dawn\n\n{head}\n\n{BODY}"
    found = article(text)
    stated = getattr(found, field)
    assert stated.value == value
    assert (
        value.removeprefix("https://")[:4] in text[stated.start : stated.end]
        or field == "published"
    )
    assert found.title is not None
    assert found.title.value == "Fleet Leaves Harbour At Dawn"


@pytest.mark.parametrize(
    "head", ["Date: 2026-02-30", "Date: 0001-01-01", "SEOUL, Oct. 11 (Yonhap) -- It began."]
)
def test_no_date(head: str) -> None:
    """A day that does not exist, or one without its year, is no publication date."""
    assert article(f"{head}\n\n{BODY}").published is None


@pytest.mark.parametrize(
    ("first", "title"),
    [
        ("Fleet Leaves Harbour\n\n", "Fleet Leaves Harbour"),
        ("FLEET LEAVES HARBOUR\n", "FLEET LEAVES HARBOUR"),
        ("Will the fleet leave?\n\n", "Will the fleet leave?"),
        ("2026\n\n", "2026"),
        ("ANALYSIS\n\nFleet Leaves Harbour\n\n", "Fleet Leaves Harbour"),
        ("舰队离开海港\n\n", "舰队离开海港"),
        ("Published: 14 March 2024\nFleet Leaves Harbour\n\n", "Fleet Leaves Harbour"),
        ("Title: Fleet leaves\n\n", "Fleet leaves"),
        ("The fleet left.\n\n", None),
        ("Guess who left? The fleet did, and all of the town came to see it go.\n\n", None),
        ("The ship that lay in port for 3 weeks of rain and of storm goes out at 4 or 5\n", None),
    ],
)
def test_title(first: str, title: str | None) -> None:
    """A short first line without a full stop is the title, and no sentence of the body."""
    found = document(first + BODY)
    assert (found.article.title and found.article.title.value) == title
    assert all(sentence.display != title for sentence in found.sentences)


def test_headings() -> None:
    """A short line between paragraphs is a heading and still a sentence; the last line is none."""
    found = document(f"Fleet Leaves\n\nBACKGROUND\n\n{BODY}\nTHE END OF IT\n")
    kinds = [(found.article.paragraphs[s.paragraph].kind, s.display) for s in found.sentences]
    assert kinds[0] == ("heading", "BACKGROUND")
    assert kinds[-1] == ("text", "THE END OF IT")


@pytest.mark.parametrize(
    "text",
    [
        "",
        " \n\t\n",
        "\ufeff",
        "\u200b\u3000\n",
        "Breaking",
        "https://example.org/a?b=c",
        "Share this\n\nAdvertisement",
    ],
)
def test_empty(text: str) -> None:
    """What holds no text besides boilerplate is refused as empty."""
    found = read_article(
        text.encode(), file="seeds/a.txt", language=language(), notes=EditorNotes()
    )
    assert isinstance(found, Problem)
    assert found.code == "E_EMPTY"


def test_a_heading_that_names_the_subject_of_its_links_takes_them_along() -> None:
    """The titles of other articles below "Read more on X" go with it; a sentence stays."""
    found = article(f"{BODY}\nREAD MORE ON THE HARBOUR\nTen tugs that sank\n")
    assert [gone.note for gone in found.removed] == ["links", "links"]
    kept = article(f"{BODY}\nRead more on the harbour, he urged them.\nTen tugs sank.\n")
    assert not kept.removed


def test_the_sharper_of_two_stated_dates_stays() -> None:
    """A date that may be two days gives the year; the same year told to the day is taken."""
    found = article(f"Date: 04/03/2031\n\n{BODY}\nPublished: March 4, 2031\n")
    assert found.published is not None
    assert found.published.value == "2031-03-04"


def test_comments_below_links_go_too() -> None:
    """A list of links ends where the readers' comments begin, which run to the end of the page."""
    text = (
        f"{BODY}{BODY.replace('port', 'the bay').replace('Monday', 'Sunday')}"
        "\nRelated articles\n- A tug that turned\n\nComments (2)\n"
        "quay88: what can it even hit\n(deleted by moderator)\n"
    )
    assert [words for words in shown(text) if "quay88" in words or "moderator" in words] == []


def test_a_note_that_says_when_a_talk_was_held_stays() -> None:
    """That a talk was cut for print is the page's, but not its day."""
    held = "The talk was held on 11 June 2031 and has been edited for length."
    assert held in shown(f"{BODY}{held}\n\n{BODY.replace('Monday', 'Sunday')}")


def test_notes_that_name_a_source_go_and_one_that_tells_something_stays() -> None:
    """Numbered notes below the text are known by their marks in it; a list without marks stays."""
    text = "The tug was sold in May.1 Its price fell by half.2 Nobody knows why.3\n"
    notes = (
        '1 See A. Moor, "Tugs of the North", Quay Notes, July 2031.\n'
        "2 Harbour Board, press conference, June 2031.\n"
        "3 The board said in 2030 that two buyers had withdrawn.\n"
    )
    found = article(f"{BODY}{text}\n_______\n{notes}")
    assert [gone.note for gone in found.removed if gone.note == "footnote"] == ["footnote"] * 2
    assert any("two buyers" in words for words in shown(f"{BODY}{text}\n_______\n{notes}"))
    points = "The board wants:\n1 new pier\n2 new tugs\n3 new nets\n"
    assert not article(f"{BODY}{points}").removed


def test_the_foot_of_a_page_goes_with_its_first_line() -> None:
    """Behind a line of the page short lines are the page's too; a row of titles is links."""
    foot = "Tags: tug, pier\nDefence desk round-up\nComments are moderated by volunteers\n"
    assert len(article(f"{BODY}{foot}").removed) == 3
    titles = (
        "Ten tugs that sank last year\nA pier too far for the board\nWhat the nets brought up\n"
    )
    assert [gone.note for gone in article(f"{BODY}{titles}").removed] == ["links"] * 3
    assert not article(f"{BODY}The board will buy:\n{titles}").removed
    assert not article(f"{BODY}Two tugs and a barge\n").removed


def test_links_below_related_go_though_they_are_sentences() -> None:
    """What never comes back to the words of the text is of other articles."""
    body = BODY + BODY.replace("port", "the bay").replace("came back", "turned")
    body += BODY.replace("port", "the pier").replace("came back", "sank")
    other = "If you cannot sleep, a new mattress may help.\nDive into secrets of the opera.\n"
    assert {gone.note for gone in article(f"{body}Related\n{other}").removed} == {"links"}
    same = "The fleet left port with officials.\nThe harbour board saw the fleet.\n"
    assert len(article(f"{body}Related\n{same}").removed) == 1


def test_the_whole_text_is_never_dropped_for_words_of_the_page_in_it() -> None:
    """A page scraped into one paragraph keeps it."""
    text = "두 척의 예인선이 월요일 항구를 떠났다고 항만청이 밝혔다. " * 4
    assert article(f"{text} ⓒ 항구일보 무단전재 및 재배포 금지\n").removed == ()


def test_a_loud_byline_names_the_writer_alone() -> None:
    """The office and the address that run on behind the name are not of it."""
    found = article(
        f"Two tugs sink in the bay\n\n- BY ADA MOOR Ports Editor ada@tide.example\n\n{BODY}"
    )
    assert found.author is not None
    assert found.author.value == "ADA MOOR"


def test_titles_of_the_pieces_before_and_after_are_no_title_and_give_no_day() -> None:
    """Each stands above its day, and the text takes up none of their words."""
    text = (
        "When the mayor met the choir at last\nJanuary 17, 2031\n\n"
        "A case for new bells in Zenda\nMarch 10, 2031\n\n"
        f"Fleet leaves harbour port again\n\n{BODY}"
    )
    found = article(text)
    assert found.published is None
    assert found.title is not None
    assert found.title.value == "Fleet leaves harbour port again"


def test_a_house_in_quotes_is_its_name_alone() -> None:
    """ "(Source: The "Harbour Times.")" names the Harbour Times."""
    found = article(f'Two tugs sink in the bay\n\n(Source: The "Harbour Times.")\n\n{BODY}')
    assert found.publisher is not None
    assert found.publisher.value == "Harbour Times"
