"""The link checker itself: what it lets pass, and each fault it exists for."""

from __future__ import annotations

from pathlib import Path

import linkcheck
import pytest


def _site(folder: Path, body: str) -> Path:
    (folder / "about").mkdir()
    (folder / "about" / "index.html").write_text('<h2 id="who">Who</h2>', encoding="utf-8")
    (folder / "index.html").write_text(body, encoding="utf-8")
    (folder / "style.css").write_text("", encoding="utf-8")
    return folder


@pytest.mark.parametrize(
    "body",
    [
        '<a href="about/">x</a>',
        '<a href="about/#who">x</a>',
        '<a href="./about">x</a>',
        '<a href="#here">x</a><p id="here">',
        '<a href="https://example.org/">an outside source may be named</a>',
        '<a href="mailto:desk@example.org">x</a>',
        '<link rel="stylesheet" href="style.css">',
        '<link rel="canonical" href="https://example.org/">',
        '<img src="data:image/gif;base64,R0lGODlhAQABAAAAACw=">',
    ],
)
def test_sound_links_pass(tmp_path: Path, body: str) -> None:
    """Links within the site, and plain links out of it, are no findings."""
    assert linkcheck.check(_site(tmp_path, body))[0] == []


@pytest.mark.parametrize(
    ("body", "fault"),
    [
        ('<a href="gone/">x</a>', "leads nowhere"),
        ('<a href="/about/">forgets the sub-path</a>', "leads nowhere"),
        ('<a href="../../about/">climbs out</a>', "leads nowhere"),
        ('<a href="about/#nobody">x</a>', "anchor"),
        ('<a href="#nobody">x</a>', "anchor"),
        ('<script src="https://example.org/x.js"></script>', "another host"),
        ('<link rel="stylesheet" href="//example.org/x.css">', "another host"),
        ('<img src="missing.png">', "leads nowhere"),
        ('<a href="javascript:alert(1)">x</a>', "no web address"),
    ],
)
def test_each_fault_is_found(tmp_path: Path, body: str, fault: str) -> None:
    """Each kind of broken or foreign target is reported, and only once."""
    problems, _ = linkcheck.check(_site(tmp_path, body))
    assert len(problems) == 1
    assert fault in problems[0]


OWN = "https://example.org/team/"
CANONICAL = f'<link rel="canonical" href="{OWN}">'


@pytest.mark.parametrize(
    ("file", "text", "fault"),
    [
        ("sitemap.xml", f"<loc>{OWN}about/</loc>", ""),
        ("feed.json", f'{{"url": "{OWN}about/#who"}}', ""),
        ("feed.xml", "<link href='https://elsewhere.example/gone/'/>", ""),
        ("sitemap.xml", f"<loc>{OWN}gone/</loc>", "sitemap.xml: 'https://example.org/team/gone/'"),
        ("feed.xml", f'<link href="{OWN}about/?a=1&amp;b=2#not"/>', "names an anchor"),
    ],
)
def test_the_own_addresses_in_other_files_are_followed(
    tmp_path: Path, file: str, text: str, fault: str
) -> None:
    """As far as the first page says what the site's address is."""
    site = _site(tmp_path, CANONICAL)
    (site / file).write_text(text, encoding="utf-8")
    problems = linkcheck.check(site)[0]
    assert [problem for problem in problems if fault in problem] == problems
    assert bool(problems) == bool(fault)


def test_a_head_that_names_a_missing_file_is_found(tmp_path: Path) -> None:
    """Feeds and data of a page, and its canonical address."""
    head = CANONICAL + '<link rel="alternate feed" href="gone.xml">'
    site = _site(tmp_path, head + f'<link rel="canonical" href="{OWN}gone/">')
    assert len(linkcheck.check(site)[0]) == 2
