"""The measure against other people's annotation, on tiny files in their formats."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from benchmarks.outside import gum, gum_text, re3d
from benchmarks.outside.floor import capitals
from benchmarks.outside.reading import marked, read
from benchmarks.outside.scoring import Marked, Score, score, table, trimmed


def span(text: str, surface: str, *types: str) -> Marked:
    start = text.index(surface)
    return Marked(start=start, end=start + len(surface), types=types)


@pytest.mark.parametrize(
    ("surface", "kept"),
    [
        ("Mosul", "Mosul"),
        ("U.S.", "U.S."),
        ("Anna", "Anna"),
        ("the U.S.'s", "U.S."),
        ("The Coalition’s ", "Coalition"),
        ("the Marines'", "Marines"),
        ("“Aleppo,”", "Aleppo"),
        ("a tank.", "tank"),
    ],
)
def test_articles_and_possessives_are_stripped(surface: str, kept: str) -> None:
    """Both sides lose article, possessive and punctuation, and nothing else."""
    start, end = trimmed(surface, 0, len(surface))
    assert surface[start:end] == kept


@pytest.mark.parametrize(
    "surface", ["He", "they", "rebels", "forces of Assad", "Rebels", "", "Some"]
)
def test_pronouns_and_nominals_are_no_names(surface: str) -> None:
    """Neither is a word that stands large only at the head of a sentence."""
    assert not re3d.named(surface, {"rebels"})


@pytest.mark.parametrize("surface", ["Assad", "Syrian army", "State Department", "U.S."])
def test_names_are_names(surface: str) -> None:
    """A capital first letter makes a name, the word's small twin not withstanding a second one."""
    assert re3d.named(surface, {"state"})


TEXT = "Syria said Kim met the army near Aleppo."


@pytest.mark.parametrize(
    ("found", "kind", "strict", "overlap"),
    [
        ([], None, (0, 0), (0, 0)),
        ([span(TEXT, "Aleppo", "Location")], "Location", (1, 1), (1, 1)),
        ([span(TEXT, "near Aleppo", "Location")], "Location", (1, 0), (1, 1)),
        ([span(TEXT, "Kim", "Location")], "Location", (1, 0), (1, 0)),
        ([span(TEXT, "Kim", "Location")], None, (1, 1), (1, 1)),
        ([span(TEXT, "Syria", "Location", "Organisation")], "Organisation", (1, 1), (1, 1)),
        ([span(TEXT, "Syria", "Location", "Organisation")], "Location", (0, 0), (0, 0)),
        ([span(TEXT, "Kim", "Location", "Organisation")], "Organisation", (0, 0), (0, 0)),
    ],
)
def test_what_a_found_span_is_worth(
    found: list[Marked], kind: str | None, strict: tuple[int, int], overlap: tuple[int, int]
) -> None:
    """(charged, right): a span of two types is charged once, and only where neither is right."""
    gold = [
        span(TEXT, "Syria", "Organisation"),
        span(TEXT, "Kim", "Person"),
        span(TEXT, "Aleppo", "Location"),
    ]
    scores = score(found, gold, kind=kind)
    assert (scores["strict"].found, scores["strict"].right_found) == strict
    assert (scores["overlap"].found, scores["overlap"].right_found) == overlap


def test_scores_add_up() -> None:
    """Precision and recall are counted over all texts, not averaged; nothing divides by zero."""
    total = Score()
    assert (total.precision, total.recall, total.f1) == (0, 0, 0)
    total.add(Score(found=2, gold=4, right_found=1, right_gold=1))
    total.add(Score(found=2, gold=0, right_found=2, right_gold=0))
    assert total.cells() == ("0.75", "0.25", "0.38")


def test_a_table_is_aligned_markdown() -> None:
    """It can be pasted into a page as it stands."""
    assert table(("a", "bb"), [("ccc", "d")]).splitlines() == [
        "| a   | bb |",
        "|-----|----|",
        "| ccc | d  |",
    ]


def test_the_floor_reads_runs_of_capitals() -> None:
    """Words that only begin a sentence are taken off."""
    text = "On Monday the Free Army of Idlib met Tom."
    assert [text[one.start : one.end] for one in capitals(text)] == ["Free Army of Idlib", "Tom"]


# -- re3d ---------------------------------------------------------------------------------------

REPORT = "Rebels left Aleppo. The rebels met France's envoy.\nHe saw a tank near Qasr\nBridge."


def entity(
    value: str, kind: str, *, text: str = REPORT, confidence: float = 1
) -> dict[str, object]:
    begin = text.index(value.replace("Qasr Bridge", "Qasr\nBridge"))
    return {
        "documentId": "D1",
        "begin": begin,
        "end": begin + len(value),
        "type": kind,
        "value": value,
        "confidence": confidence,
    }


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    folder = tmp_path / "Some Source"
    folder.mkdir()
    lines = [
        entity("Rebels", "Organisation"),
        entity("Aleppo", "Location", confidence=0),
        entity("Aleppo", "Organisation"),
        entity("France's", "Organisation"),
        entity("He", "Person"),
        entity("a tank", "MilitaryPlatform"),
        entity("Qasr Bridge", "Location"),
        entity("Rebels left", "Temporal"),
        {**entity("Aleppo", "Person"), "value": "Homs"},
        {**entity("Aleppo", "Person"), "end": 10_000},
    ]
    documents = [{"_id": "D1", "title": "t", "text": REPORT}]
    for name, rows in (("documents", documents), ("entities", lines)):
        text = "".join(json.dumps(row) + "\n" for row in rows)
        (folder / f"{name}.json").write_text(text, "utf-8-sig")
    return tmp_path


def test_re3d_keeps_names_of_any_confidence(corpus: Path) -> None:
    """Byte order marks, wrong offsets, other types, pronouns and sentence heads do no harm."""
    (text,) = re3d.load(corpus)
    assert [(text.text[one.start : one.end], *one.types) for one in text.gold] == [
        ("Aleppo", "Location"),
        ("Aleppo", "Organisation"),
        ("France", "Organisation"),
        ("tank", "MilitaryPlatform"),
        ("Qasr\nBridge", "Location"),
    ]


def test_re3d_is_scored_with_the_projects_own_knowledge(corpus: Path) -> None:
    """A state annotated as an organisation is right as one; a platform counts in lower case."""
    scores, confusion = re3d.measure(re3d.load(corpus))
    assert scores["Organisation"]["strict"].right_gold >= 1
    assert scores["MilitaryPlatform"]["strict"].cells() == ("1.00", "1.00", "1.00")
    assert confusion["right"] >= 1
    missed, wrong = re3d.misses(re3d.load(corpus))
    assert not any("France" in line for line in (*missed, *wrong))


# -- GUM ----------------------------------------------------------------------------------------

XML = """<text id="GUM_news_x" type="news" dateCreated="2015-08-21" title="x">
<head>
<s type="frag">
France	NP	France
wo	MD	will
n't	RB	not
go	VV	go
</s>
</head>
<p>
<s type="decl">
<date when="2015-08-20">
Yesterday	NN	yesterday
</date>
,	,	,
"	``	"
Jo	NP	Jo
of	IN	of
<w>
Aix	NP	Aix
-	HYPH	-
Sud	NP	Sud
</w>
"	''	"
left	VVD	leave
the	DT	the
town	NN	town
's	POS	's
edge	NN	edge
&amp;	CC	&amp;
<date when="--10">
autumn	NN	autumn
</date>
.	SENT	.
</s>
</p>
</text>
"""
TSV = """#FORMAT=WebAnno TSV 3.2
#Text=France wo n't go
1-1	0-6	France	place	new	_
1-2	7-9	wo	_	_	_
1-3	10-13	n't	_	_	_
1-4	14-16	go	_	_	_
2-1	0-1	Yesterday	time[1]	_	_
2-2	0-1	,	_	_	_
2-3	0-1	"	_	_	_
2-4	0-1	Jo	person[2]	_	_
2-5	0-1	of	person[2]	_	_
2-6	0-1	Aix	person[2]|place[3]	_	_
2-7	0-1	-	person[2]|place[3]	_	_
2-8	0-1	Sud	person[2]|place[3]	_	_
2-9	0-1	"	_	_	_
2-10	0-1	left	_	_	_
2-11	0-1	the	place[4]	_	_
2-12	0-1	town	place[4]	_	_
2-13	0-1	's	place[4]	_	_
2-14	0-1	edge	place[4]	_	_
2-15	0-1	&	_	_	_
2-16	0-1	autumn	time[5]	_	_
2-17	0-1	.	_	_	_
"""


def made() -> gum_text.Text:
    text = gum_text.set_again(XML, name="GUM_news_x")
    gum_text.mark_names(text, TSV)
    return text


def test_a_word_list_becomes_running_text() -> None:
    """Blocks are parted, words and punctuation set as in print, spans lead to the characters."""
    text = made()
    first, second = "France won't go", 'Yesterday, "Jo of Aix-Sud" left the town\'s edge & autumn.'
    assert text.text == f"{first}\n\n{second}\n"
    assert [text.text[start:end] for start, end in text.sentences] == [first, second]
    assert [(text.text[d[0] : d[1]], *d[2:]) for d in text.dates] == [
        ("Yesterday", "2015-08-20", "2015-08-20")
    ]


def test_only_proper_nouns_are_names() -> None:
    """Nested names both count, a described place does not."""
    text = made()
    assert [(text.text[one.start : one.end], *one.types) for one in text.names] == [
        ("France", "Location"),
        ("Jo of Aix-Sud", "Person"),
        ("Aix-Sud", "Location"),
    ]


def test_a_name_inside_a_description_is_not_charged() -> None:
    """The corpus marks "the agency KCNA" whole: the name in it is neither right nor wrong."""
    text = made()
    found = [
        span(text.text, surface, kind)
        for surface, kind in (
            ("town", "Location"),
            ("left the town", "Location"),
            ("France", "Location"),
            ("autumn", "Weapon"),
        )
    ]
    assert [text.text[one.start : one.end] for one in gum.fair(text, found)] == [
        "left the town",
        "France",
    ]


def test_layers_that_disagree_are_refused() -> None:
    """An offset that is wrong by a word would make every figure wrong."""
    with pytest.raises(ValueError, match="layers disagree"):
        gum_text.mark_names(gum_text.set_again(XML, name="x"), TSV.replace("\tJo\t", "\tJoe\t"))


@pytest.mark.parametrize(
    ("value", "days"),
    [
        ("--10", None),
        ("w", None),
        ("2015-13", None),
        ("-2009-03-13", None),
        ("2015", ("2015-01-01", "2015-12-31")),
        ("2016-02", ("2016-02-01", "2016-02-29")),
        ("2015-08-20", ("2015-08-20", "2015-08-20")),
    ],
)
def test_the_days_of_an_annotated_date(value: str, days: tuple[str, str] | None) -> None:
    """A date without a year of four digits cannot be compared."""
    assert gum_text.days_of(value) == days


def test_dates_and_sentences_are_counted() -> None:
    """Yesterday is found and right to the day; the heading is no sentence of the body."""
    text = made()
    analysis = read(text.text, name=text.name, date=text.date)
    dates = gum.DateScore()
    gum.count_dates(text, analysis, dates)
    assert (dates.gold, dates.found, dates.right, dates.exact) == (1, 1, 1, 1)
    starts, whole = gum.count_sentences(text, analysis)
    assert (starts.f1, whole.f1) == (1, 1)


# -- the command --------------------------------------------------------------------------------


def test_the_command_prints_every_table(corpus: Path, root: Path) -> None:
    """Both folders come from the command line, and the same data print the same tables."""
    (corpus / "xml").mkdir()
    (corpus / "coref").mkdir()
    (corpus / "xml" / "GUM_news_x.xml").write_text(XML, "utf-8")
    (corpus / "coref" / "GUM_news_x.tsv").write_text(TSV, "utf-8")
    command = [
        sys.executable,
        "-m",
        "benchmarks.outside",
        "--re3d",
        str(corpus),
        "--gum",
        str(corpus),
    ]
    done = subprocess.run(command, cwd=root, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert [line for line in done.stdout.splitlines() if line.startswith(("re3d", "GUM"))] == [
        "re3d: 1 documents, named mentions (Weapon and MilitaryPlatform: lower case too)",
        "GUM: sentences",
        "GUM: dates",
        "GUM: named persons, organisations, places",
    ]
    assert str(corpus) not in done.stdout


def test_the_command_needs_a_folder_that_holds_data(tmp_path: Path, root: Path) -> None:
    """Misuse is told as such, not measured as nothing."""
    for options in ([], ["--re3d", str(tmp_path)], ["--gum", str(tmp_path)]):
        command = [sys.executable, "-m", "benchmarks.outside", *options]
        done = subprocess.run(command, cwd=root, capture_output=True, text=True, check=False)
        assert done.returncode == 2
        assert "usage:" in done.stderr


def test_every_kind_of_mention_has_a_type() -> None:
    """States are read as either land or government, peoples as either, places as places."""
    text = "Syrian troops fired a missile at a destroyer near Guam, France said. Syrians fled.\n"
    types = {text[one.start : one.end]: one.types for one in marked(read(text, name="x"))}
    assert types["France"] == ("Location", "Organisation")
    assert types["destroyer"] == ("MilitaryPlatform",)
    assert types["missile"] == ("Weapon",)
    assert types["Guam"][0] == "Location"
