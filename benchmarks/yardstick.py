"""How fast this machine is today: a site of plain pages that MkDocs builds by itself.

The time of a shared machine changes by a factor of three within a day, and with it every figure
of a site. What a build of briefings takes is therefore told beside what this takes on the same
machine in the same minutes, and their quotient can be compared with that of another day.

The pages have the shape of those of which the limit in ``docs/performance.md`` was measured:
595 words in four sections, 4.7 kB, a table of three rows, five links within the site, three of 78
tags, in a folder for each of 48 months; nothing but the two index pages in the navigation.
"""

from __future__ import annotations

import random
from itertools import accumulate
from pathlib import Path
from string import ascii_lowercase

PAGES = 1000
LIMIT = 8.0 / 4.1
"""The limit of a build beyond the generator, in this yardstick: 8 s where it took 4.1 s."""
_CONFIGURATION = """\
site_name: Plain pages
theme:
  name: material
  font: false
nav: [index.md, tags.md]
not_in_nav: /briefings/
plugins: [search, tags]
markdown_extensions: [admonition, attr_list, md_in_html, tables, footnotes, toc]
"""
_WORDS = 4800
_ROWS = 3


def make(folder: Path, count: int = PAGES) -> None:
    """A project of ``count`` plain pages, the same in every run."""
    chance = random.Random(0)
    words = [
        "".join(chance.choices(ascii_lowercase, k=chance.randint(3, 11))) for _ in range(_WORDS)
    ]
    # By Zipf's law, as words of a language are.
    weights = list(accumulate(1 / at for at in range(1, _WORDS + 1)))
    paths = [
        f"briefings/{2023 + at % 4}/{at // 4 % 12 + 1:02}/page-{at:04}.md" for at in range(count)
    ]

    def prose(length: int) -> str:
        return " ".join(chance.choices(words, cum_weights=weights, k=length)).capitalize() + "."

    for at, path in enumerate(paths):
        sections = []
        for number in range(4):
            linked = chance.choices(paths, k=2 if number == 0 else 1)
            links = " ".join(f"[{prose(1)}](../../../{target})" for target in linked)
            section = f"## {prose(3)}\n\n{prose(75)}\n\n{prose(70)} {links}\n"
            if number == 1:
                rows = "".join(f"| {prose(1)} | {prose(1)} | {prose(4)} |\n" for _ in range(_ROWS))
                section += f"\n| Name | Role | Note |\n| --- | --- | --- |\n{rows}"
            sections.append(section)
        tags = "".join(f"  - tag {tag}\n" for tag in chance.sample(range(78), 3))
        head = (
            f"---\ntitle: Page {at}\ndate: 2026-01-{at % 28 + 1:02}\ntags:\n{tags}"
            f"actors: [a{at % 40}, b{at % 30}]\nweapons: [w{at % 20}]\n---\n"
        )
        file = folder / "docs" / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(f"{head}# Page {at}\n\n" + "\n".join(sections), "utf-8")
    (folder / "docs" / "index.md").write_text("# Home\n", "utf-8")
    (folder / "docs" / "tags.md").write_text("# Tags\n\n<!-- material/tags -->\n", "utf-8")
    (folder / "mkdocs.yml").write_text(_CONFIGURATION, "utf-8")
