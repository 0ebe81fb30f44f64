"""Pictures: inert whatever a name holds, the same each time, and said in words as well."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from pathlib import Path

import markdown
import pytest
from markupsafe import Markup
from payloads import PAYLOADS, expected, read

from generator.model import PagePath
from generator.pages import charts
from generator.pages.charts.svg import element, figure, picture, table
from generator.pages.paths import site_link

CONVERTERS = (
    [],
    ["tables", "footnotes", "admonition", "toc", "pymdownx.tabbed"],
    ["attr_list", "md_in_html", "pymdownx.superfences", "pymdownx.details", "pymdownx.snippets"],
)


def neighbour(name: str, number: int = 0) -> charts.Neighbour:
    return charts.Neighbour(
        name=f"{name}{number or ''}", url=Markup("../x/"), words="Meeting", kind="actor"
    )


def reach(km: float, op: str = "=", *, words: str = "article") -> charts.Reach:
    return charts.Reach(km=km, op=op, origin="article", words=words)


def drawn(name: str) -> list[Markup]:
    """Every kind of picture with ``name`` wherever a text of an article can come in."""
    return [
        charts.ego(name, "actor", acting=[neighbour(name)], receiving=[neighbour(name)]),
        charts.ranges(
            [charts.Reaching(name=name, url=Markup("../x/"), figures=(reach(600, words=name),))]
        ),
        charts.strip(
            [
                charts.Dot(month="2025-01", label=name, planned=False, url=Markup("../t/")),
                charts.Dot(month="2025-03", label=name, planned=True, url=Markup("../t/")),
            ]
        ),
        charts.network(
            {one: charts.Member(name=name, url=Markup("../x/"), kind="actor") for one in "ab"},
            {("a", "b"): 2},
        ),
        charts.over_time(name, {"2025-01": 2, "2025-03": 1}, what="Mentions", undated=1),
    ]


def ids(svg: Markup) -> list[str]:
    return re.findall(r' id="([^"]+)"', svg)


@pytest.mark.parametrize("number", range(len(drawn("x"))))
def test_a_picture_is_well_formed_and_says_what_it_is(number: int) -> None:
    """XML, a title and a description that the picture points at, each identity once."""
    block = drawn("Name")[number]
    root = ET.fromstring(block)
    svg = root.find("svg")
    assert svg is not None
    assert svg.findtext("title")
    assert svg.findtext("desc")
    assert svg.attrib["aria-labelledby"].split() == ids(block)
    assert len(set(ids(block))) == len(ids(block))
    assert root.find("figcaption") is not None


@pytest.mark.parametrize("number", range(len(drawn("x"))))
def test_a_picture_is_one_block_of_markdown(number: int) -> None:
    """No blank line, each line begins with a tag; every reader of Markdown hands it through."""
    block = drawn("a\n\n    b *c* [d](e)")[number]
    assert all(line.startswith("<") for line in block.split("\n"))
    for extensions in CONVERTERS:
        around = f"## One\n\n{block}\n\nText *here*."
        converted = markdown.Markdown(extensions=extensions).convert(around)
        assert block in converted, extensions
        assert "<em>here</em>" in converted


def test_no_name_becomes_markup() -> None:
    """Whatever stands in a name: the same elements and attributes as for a harmless one, in
    each way of reading Markdown, and the name is read back as itself."""
    harmless = [read(block)[1] for block in drawn("Harmless")]
    looked = 0
    for payload in PAYLOADS:
        if not expected(payload):
            continue
        for number, block in enumerate(drawn(payload)):
            words, elements = read(block)
            assert elements == harmless[number], payload
            assert expected(payload) in words, payload
            for extensions in CONVERTERS:
                converted = markdown.Markdown(extensions=extensions).convert(str(block))
                assert read(converted)[1] == elements, (payload, extensions)
            looked += 1
    assert looked > 150


def test_the_writer_refuses_what_it_did_not_make() -> None:
    """A text is never an address, and no name of an element comes from outside."""
    with pytest.raises(TypeError, match="made by the generator"):
        element("a", "x", href="javascript:alert(1)")
    for name in ("a b", "a><script", "Script", ""):
        with pytest.raises(ValueError, match="no name"):
            element(name, "x")
    with pytest.raises(ValueError, match="no name"):
        element("a", "x", **{"on click": "x"})
    assert '"' not in element("a", "x", href=Markup('x" onload="y')).split("xlink:href=")[1][1:-7]


def test_names_are_escaped_once() -> None:
    """Markup made here stays, text does not become it."""
    assert element("g", element("text", "a & b <i>")) == (
        "<g><text>a &#38; b &#60;i&#62;</text></g>"
    )


@pytest.mark.parametrize(
    ("acting", "receiving", "shown"),
    [(0, 0, 0), (1, 0, 1), (0, 20, 13), (20, 0, 13), (20, 20, 13), (3, 20, 13), (5, 5, 10)],
)
def test_at_most_fourteen_nodes(acting: int, receiving: int, shown: int) -> None:
    """What is left out is counted in the caption; without a neighbour there is no picture."""
    block = charts.ego(
        "Name",
        "actor",
        acting=[neighbour("a", n) for n in range(1, acting + 1)],
        receiving=[neighbour("b", n) for n in range(1, receiving + 1)],
    )
    assert block.count("<a ") == shown
    assert bool(block) == bool(shown)
    left_out = acting + receiving - shown
    assert (f"{left_out} more stand in the list" in block) == (left_out > 0)


def test_nodes_of_a_picture_do_not_meet() -> None:
    """No two boxes overlap and all lie inside the picture."""
    sides = [neighbour("a long name that goes on and on", n) for n in range(1, 14)]
    block = charts.ego("Name", "weapon", acting=sides[:6], receiving=sides[6:])
    root = ET.fromstring(block)
    boxes = [
        tuple(float(rect.attrib[key]) for key in ("x", "y", "width", "height"))
        for rect in root.iter("rect")
    ]
    svg = root.find("svg")
    assert svg is not None
    _, _, wide, high = map(float, svg.attrib["viewBox"].split())
    for number, (x, y, w, h) in enumerate(boxes):
        assert x >= 0
        assert y >= 0
        assert x + w <= wide
        assert y + h <= high
        for other_x, other_y, other_w, other_h in boxes[number + 1 :]:
            apart = x + w <= other_x or other_x + other_w <= x
            assert apart or y + h <= other_y or other_y + other_h <= y


@pytest.mark.parametrize("counts", [{}, {"2025-03": 4}, {"2025-03-01": 1, "2025-03-09": 2}])
def test_one_period_is_no_development(counts: dict[str, int]) -> None:
    """A picture needs two periods with something in them."""
    assert charts.over_time("Name", counts, what="Mentions") == ""


@pytest.mark.parametrize(
    ("counts", "bars", "first"),
    [
        ({"2025-01-02": 1, "2025-01-30": 2, "2025-04": 1}, 2, "January 2025"),
        ({"2020-01": 1, "2025-04": 1}, 2, "2020"),
        ({"2025": 1, "2026-04-01": 1}, 2, "2025"),
        ({"1950": 1, "2025": 1, "2026": 3}, 2, "1987"),
    ],
)
def test_periods_follow_the_dates(counts: dict[str, int], bars: int, first: str) -> None:
    """Months where every date has one, else years, the newest forty."""
    block = charts.over_time("Name", counts, what="Mentions")
    assert block.count('class="bar"') == bars
    assert f"Bars from {first} to" in block
    assert "<details>" in block


def test_a_table_says_the_same() -> None:
    """One row a filled period, the head names the columns."""
    block = charts.over_time("Name", {"2025-01": 2, "2025-03": 1}, what="Mentions")
    assert "<tr><td>January 2025</td><td>2</td></tr>" in block
    assert "<tr><td>March 2025</td><td>1</td></tr>" in block
    assert "February" not in block.split("<table>")[1]


def test_the_same_facts_give_the_same_picture() -> None:
    """Byte for byte."""
    assert drawn("Name") == drawn("Name")


@pytest.mark.parametrize(
    ("origin", "target", "folders", "address"),
    [
        ("index.md", "actors/a.md", True, "actors/a/"),
        ("actors/a.md", "actors/b.md", True, "../b/"),
        ("actors/a.md", "index.md", True, "../../"),
        ("actors/index.md", "weapons/w.md", True, "../weapons/w/"),
        ("network.md", "actors/a.md", True, "../actors/a/"),
        ("network.md", "network.md", True, "./"),
        ("actors/a.md", "actors/b.md", False, "b.html"),
        ("actors/a.md", "index.md", False, "../index.html"),
        ("network.md", "actors/a.md", False, "actors/a.html"),
    ],
)
def test_addresses_are_those_of_built_pages(
    origin: str, target: str, folders: bool, address: str
) -> None:
    """A site builder leaves addresses in a picture alone, so they name the built page."""
    assert site_link(PagePath(origin), PagePath(target), folders=folders) == address


def test_an_empty_cell_is_a_dash() -> None:
    """No table has a hole."""
    assert "<td>–</td>" in table(("A",), [("",)])
    svg = picture([], name="n", title="T", description="D", width=1, height=1)
    assert "<details>" not in figure(svg, kind="k", caption="C")


def bars(block: Markup) -> list[tuple[float, float, str, str]]:
    """Width, dashes beyond it, class and words of each bar."""
    found = []
    for group in ET.fromstring(block).iter("g"):
        rect, path, words = group.find("rect"), group.find("path"), group.find("text")
        if rect is not None and path is not None and words is not None:
            going = float(path.attrib["d"].rpartition("h")[2])
            found.append(
                (float(rect.attrib["width"]), going, rect.attrib["class"], words.text or "")
            )
    return found


@pytest.mark.parametrize(
    ("op", "open_end", "style", "words"),
    [
        ("=", False, "bar", "1,000 km"),
        (">", True, "bar", "more than 1,000 km"),
        (">=", True, "bar", "at least 1,000 km"),
        ("<", False, "bar bar-hollow", "less than 1,000 km"),
        ("<=", False, "bar bar-hollow", "at most 1,000 km"),
        ("~", False, "bar bar-soft", "about 1,000 km"),
    ],
)
def test_a_comparator_shows_in_the_bar(op: str, open_end: bool, style: str, words: str) -> None:
    """More than goes on in dashes, less than is hollow, about is soft; the words say it too."""
    block = charts.ranges([charts.Reaching(name="A", url=Markup("a/"), figures=(reach(1000, op),))])
    ((_, going, found, said),) = bars(block)
    assert (going > 0) == open_end
    assert (found, said) == (style, words)


def test_lengths_are_proportional() -> None:
    """A linear scale: three times the distance, three times the length; farthest first."""
    weapons = [
        charts.Reaching(name=name, url=Markup("a/"), figures=(reach(km),))
        for name, km in (("A", 500), ("B", 1500), ("C", 15000))
    ]
    block = charts.ranges(weapons)
    widths = [wide for wide, *_ in bars(block)]
    assert widths == sorted(widths, reverse=True)
    assert widths[1] == pytest.approx(3 * widths[2], abs=0.2)
    assert widths[0] == pytest.approx(10 * widths[1], abs=1)
    assert block == charts.ranges(weapons[::-1])


def test_ranges_that_are_none_are_not_drawn() -> None:
    """Nothing, nought and infinity make no bar; of very many weapons the farthest are drawn."""
    assert charts.ranges([]) == ""
    none = [charts.Reaching(name="A", url=Markup("a/"), figures=())]
    assert charts.ranges(none) == ""
    odd = (reach(0), reach(float("inf")), reach(-5))
    assert charts.ranges([charts.Reaching(name="A", url=Markup("a/"), figures=odd)]) == ""
    many = [
        charts.Reaching(name=f"W{km}", url=Markup("a/"), figures=(reach(km),))
        for km in range(100, 5000, 100)
    ]
    block = charts.ranges(many)
    assert len(bars(block)) == 24
    assert "25 more with shorter ranges" in block


def test_a_wide_script_is_cut_sooner() -> None:
    """A label of East Asian letters keeps to its width."""
    name = "화성포대륙간탄도미싸일체계종합"
    block = charts.ego(name, "weapon", acting=[neighbour(name)], receiving=[])
    labels = [one.text or "" for one in ET.fromstring(block).iter("text")]
    assert max(map(len, labels)) <= 13
    assert name in block


def dot(month: str, *, planned: bool = False) -> charts.Dot:
    return charts.Dot(month=month, label="Visit", planned=planned, url=Markup("t/"))


def test_a_strip_shows_the_newest_two_years() -> None:
    """A column a month with something in it; a crowded month counts what it does not draw."""
    dots = [dot("2019-05"), dot("2025-01"), *[dot("2026-03")] * 11, dot("2026-04", planned=True)]
    block = charts.strip(dots, undrawn=3)
    assert block.count("<a ") == 3
    assert block.count('class="dot"') == 1 + 8
    assert block.count("dot-planned") == 1
    assert ">&#43;3<" in block
    assert "3 without a known month" in block
    assert "2019" not in block
    assert "<td>March 2026</td><td>11</td><td>Visit (11)</td>" in block
    assert charts.strip([]) == ""


def members(count: int) -> dict[str, charts.Member]:
    return {
        f"m{n}": charts.Member(name=f"M{n}", url=Markup("x/"), kind="actor") for n in range(count)
    }


@pytest.mark.parametrize(("count", "shown"), [(2, 2), (40, 40), (60, 40)])
def test_a_network_is_capped(count: int, shown: int) -> None:
    """The best tied forty; what is left out is counted, and no line leads to it."""
    ties = {("m0", f"m{n}"): 1 + n % 3 for n in range(1, count)}
    block = charts.network(members(count), ties)
    assert block.count("<a ") == shown
    assert block.count("<path") == shown - 1
    assert (f"{count - shown} with fewer relations" in block) == (count > shown)


def test_a_network_does_not_depend_on_the_order_of_its_input() -> None:
    """The same ties in another order and direction give the same ring; a tie to oneself none."""
    ties = {("m0", "m1"): 1, ("m2", "m1"): 3, ("m3", "m0"): 2, ("m1", "m1"): 5}
    turned = {(b, a): n for (a, b), n in reversed(ties.items())}
    block = charts.network(members(4), ties)
    assert block == charts.network(dict(reversed(members(4).items())), turned)
    assert charts.network(members(2), {("m1", "m1"): 5}) == ""
    assert charts.network({}, {}) == ""


ROOT = Path(__file__).resolve().parent.parent
BACKGROUND = {"default": "#ffffff", "slate": "#111a23"}


def luminance(colour: str) -> float:
    """Relative luminance (WCAG 2.2) of ``#rrggbb`` or ``#rgb``."""
    digits = colour.lstrip("#")
    digits = "".join(digit * 2 for digit in digits) if len(digits) == 3 else digits
    parts = [int(digits[at : at + 2], 16) / 255 for at in (0, 2, 4)]
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("scheme", BACKGROUND)
def test_colours_of_pictures_stand_out(scheme: str) -> None:
    """Shapes by 3 to 1 and words by 4.5 to 1, in the light and in the dark."""
    css = (ROOT / "theme/assets/stylesheets/charts.css").read_text("utf-8")
    block = css.split(f'[data-md-color-scheme="{scheme}"] {{')[1].split("}")[0]
    colours = dict(re.findall(r"--chart-([\w-]+): (#[0-9a-f]+);", block))
    assert colours.keys() == {"bar", "bar-2", "edge", "own", "own-text"}
    for name in ("bar", "bar-2", "edge", "own"):
        assert contrast(colours[name], BACKGROUND[scheme]) >= 3, name
    assert contrast(colours["own-text"], colours["own"]) >= 4.5


def test_every_class_of_a_picture_is_dressed() -> None:
    """No shape falls back to the browser's black, which the dark palette would swallow."""
    css = (ROOT / "theme/assets/stylesheets/charts.css").read_text("utf-8")
    many = [*[dot("2025-02")] * 12, dot("2025-03", planned=True)]
    blocks = [*drawn("Name"), charts.strip(many)]
    used = {
        name
        for block in blocks
        for names in re.findall(r'class="([^"]+)"', block)
        for name in names.split()
    }
    undressed = {name for name in used if f".{name}" not in css}
    assert undressed <= {
        "chart-counts",
        "chart-ego",
        "chart-ranges",
        "chart-strip",
        "node-actor",
        "strip",
    }


def test_labels_of_the_ring_stay_inside_the_picture() -> None:
    """Even the widest letters, at twelve and a half units a line, end before the edge."""
    long = {one: charts.Member(name="W" * 60, url=Markup("x/"), kind="actor") for one in "ab"}
    block = charts.network(long, {("a", "b"): 1})
    root = ET.fromstring(block)
    labels = [one.text or "" for one in root.iter("text")]
    circle = next(root.iter("circle"))
    room = 780 - float(circle.attrib["cx"]) - 13
    assert all(len(label) * 8.6 <= room for label in labels)


def test_labels_of_the_time_stay_inside_the_picture() -> None:
    """Also the last one, below a bar at the edge."""
    block = charts.over_time("X", {"2024-01-05": 2, "2025-10-05": 1}, what="Mentions")
    root = ET.fromstring(block)
    labels = [one for one in root.iter("text") if one.attrib.get("text-anchor") == "middle"]
    assert labels[-1].text == "Oct 2025"
    assert all(float(one.attrib["x"]) + 27 <= 640 for one in labels)
