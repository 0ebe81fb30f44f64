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
