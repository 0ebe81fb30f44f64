"""Strings that try to be more than text, and how to read text back from a built page."""

from __future__ import annotations

import unicodedata
from html.parser import HTMLParser

PAYLOADS: tuple[str, ...] = (
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "<IMG SRC=x OnErRoR=alert(1)>",
    "<svg onload=alert(1)>",
    "<details open ontoggle=alert(1)>",
    '<iframe srcdoc="<script>alert(1)</script>">',
    "<a href=javascript:alert(1)>go</a>",
    "[go](javascript:alert(1))",
    "[go](<javascript:alert(1)>)",
    "![x](x){: onerror=alert(1) }",
    "word{: onclick=alert(1) }",
    "# Heading {: #own onclick=alert(1) }",
    "{: onclick=alert(1) }",
    "[ref]: javascript:alert(1)",
    "*[HTML]: <b>x</b>",
    "[^1]: note <b>x</b>",
    "text[^s1] and [^1]",
    '!!! note "<b>title</b>"',
    '??? tip "<b>title</b>"',
    '=== "<b>tab</b>"',
    ": definition",
    "| a | b |",
    "a | b\n--|--\n1 | 2",
    "``` { .python title='<b>' }",
    "`code` and ``more``",
    "~~~",
    "1. one",
    "1) one",
    "- item",
    "+ item",
    "* item",
    "> quote",
    "---",
    "===",
    "Title\n=====",
    "    indented code",
    '--8<-- "mkdocs.yml"',
    "<!-- material/tags { include: [x] } -->",
    "<!-- comment",
    "--> out",
    "]]>",
    "</div></article>",
    "<base href=//evil.example>",
    "<style>*{display:none}</style>",
    "<plaintext>",
    "<textarea>",
    "{{ config }} {% raw %} {# x #}",
    "{++ins++} {--del--} {~~a~>b~~} {==mark==} {>>c<<}",
    "++ctrl+alt++",
    ":smile: :material-home: ::: generator",
    "http://evil.example www.evil.example me@evil.example",
    "<http://evil.example>",
    "$x^2$ \\(x\\) \\[y\\] $$z$$",
    "==mark== ^^ins^^ ~sub~ ~~del~~ ^sup^ (c) 1/4 -->",
    "__bold__ **bold** _em_ *em*",
    "snake_case_word __init__ 2*3*4",
    "back\\slash \\* \\< \\\\",
    "&lt;script&gt; &#60;b&#62; &amp;amp; &copy;",
    "a <b",
    "1 < 2 > 0 & 3",
    "[[wiki]] ![[embed]] [TOC]",
    "[x][y] [z]",
    "/// note\ntext\n///",
    "line one\nline two\r\n\r\nparagraph",
    "a\u2028b\u2029c\u0085d",
    "zero\u200bwidth <scr\u200bipt>",
    "bidi \u202eesrever\u202c \u2066x\u2069",
    "nul\x00 bell\x07 esc\x1b stx\x02klzzwxh:0001\x03 etx",
    "\x02amp\x03 \x0242\x03",
    "tag\U000e0041\U000e007f non\ufffe\ufdd0",
    "e\u0301 \u212b \uac00 \u1100\u1161",
    "＜script＞ ﹤b﹥",
    "title: evil\ntemplate: main.html",
    "---\ntitle: evil\n---",
    "'single' \"double\" “curly”",
    "trailing # hashes ##",
    "#",
    "!",
    "[",
    "[" * 40,
    "*" * 40,
    "`" * 7,
    "화성-20 火星-20 Ракета 🚀",
    "<%= x %> <?php x ?> ${x} #{x}",
    "@import url(x) @user",
    "\\",
    "|",
    "a\\|b|c",
    "\t tab \t",
)
TOKENS: tuple[str, ...] = (
    *"<>&\\`*_{}[]()#+-.!|~^=$:;@\"'/?%, \n\tax1",
    "[^s1]",
    "**",
    "](",
    "<b>",
    "&lt;",
    "{: ",
    "!!! ",
    "1. ",
    "www.",
    "http://",
    "++",
    "::",
    "\u200b",
    "\u202e",
    "\x02",
    "\x03",
    "e\u0301",
    "火",
    "    ",
    "\n\n",
    "---\n",
    "``",
    "<!--",
    "-->",
)


def expected(text: str) -> str:
    """What a reader should see, worked out apart from the product: no invisible characters,
    composed, one line."""
    dropped = "".join(
        char
        for char in text
        if char in "\t\n\r\x0b\x0c\x1c\x1d\x1e\x1f\x85\u200c\u200d"
        or not (
            unicodedata.category(char) in {"Cc", "Cf", "Cs"}
            or (ord(char) & 0xFFFE) == 0xFFFE
            or 0xFDD0 <= ord(char) <= 0xFDEF
        )
    )
    return " ".join(unicodedata.normalize("NFC", dropped).split())


class Reader(HTMLParser):
    """Text and elements of one page; a browser's reading is checked in ``tests/browser``."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.parts: list[str] = []
        self.elements: list[tuple[str, tuple[str, ...]]] = []
        self.targets: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, tuple(sorted(name for name, _ in attrs))))
        self.targets += [
            value or "" for name, value in attrs if name in {"href", "src", "xlink:href"}
        ]

    def handle_data(self, data: str) -> None:
        self.parts.append(data)

    def handle_comment(self, data: str) -> None:
        self.elements.append(("comment", (data,)))

    def handle_decl(self, decl: str) -> None:
        self.elements.append(("declaration", (decl,)))

    def handle_pi(self, data: str) -> None:
        self.elements.append(("instruction", (data,)))

    def unknown_decl(self, data: str) -> None:
        self.elements.append(("declaration", (data,)))


def read(page: str) -> tuple[str, list[tuple[str, tuple[str, ...]]]]:
    """Text with white space folded, and every element with the names of its attributes."""
    reader = Reader()
    reader.feed(page)
    reader.close()
    return " ".join("".join(reader.parts).split()), reader.elements


def targets(page: str) -> list[str]:
    """Every address that an element of the page points at."""
    reader = Reader()
    reader.feed(page)
    return reader.targets
