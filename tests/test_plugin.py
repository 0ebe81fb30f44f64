"""The MkDocs door: the same site as from disk, one rebuild a save, and no fault that ends it."""

from __future__ import annotations

import gzip
import json
import os
import re
import shutil
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest
from small_project import make, run, tree


@pytest.fixture(scope="session")
def base(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project that was built once."""
    folder = make(tmp_path_factory.mktemp("base"))
    built = run(folder, "generator", "build")
    assert built.returncode == 0, built.stderr
    return folder


@pytest.fixture
def project(base: Path, tmp_path: Path) -> Path:
    """A copy of it for one test."""
    return Path(shutil.copytree(base, tmp_path / "project"))


def without_plugin(project: Path) -> None:
    config = project / "mkdocs.yml"
    text = config.read_text("utf-8")
    assert "  briefings: {}\n" in text
    config.write_text(text.replace("  briefings: {}\n", ""), "utf-8")


def build_site(project: Path, *arguments: str) -> dict[str, bytes]:
    """The files of a strict build."""
    built = run(project, "mkdocs", "build", "--strict", *arguments)
    assert built.returncode == 0, built.stderr
    return tree(project / "site")


def briefings(site: dict[str, bytes]) -> list[bytes]:
    """The pages of both."""
    found = [page for name, page in site.items() if re.match("articles/.+/index.html", name)]
    assert len(found) == 2
    return found


def test_the_site_from_memory_is_the_site_from_disk(project: Path) -> None:
    """Byte for byte but for white space in the frame, ways back from notes, what HTML lets a
    writer leave out, what serves scripts alone, which stands in a file of its own, and the day of
    the build in the site map;
    whether the pages are on disk or not, with a hand edit among them. The plugin writes nothing
    into the docs folder and takes the indentation out of the theme's frame, never out of a page's
    own HTML; and without the plugin the search index is Material's own."""
    page = sorted((project / "briefings/articles").glob("*harbour*.md"))[0]
    text = page.read_text("utf-8")
    page.write_text(text.replace("## Summary\n", "## Summary\n\nMy own line.\n"), "utf-8")
    assert run(project, "generator", "build").returncode == 0
    before = tree(project / "briefings")
    from_memory = build_site(project)
    assert tree(project / "briefings") == before
    edited = [name for name, content in from_memory.items() if b"My own line." in content]
    assert any(name.endswith(".html") for name in edited)

    without_plugin(project)
    from_disk = build_site(project)
    assert len([name for name in from_disk if name.endswith(".html")]) > 8
    unused = {name for name in from_disk if name.endswith(".map") or "/lunr/" in name}
    assert from_disk.keys() - unused == from_memory.keys() - {HEADER, MARKS}
    header = from_memory.pop(HEADER).decode()
    del from_memory[MARKS]
    differing = [
        name for name in from_memory if flat(name, from_disk) != flat(name, from_memory, header)
    ]
    assert sorted(differing) == ["search/search_index.json", "sitemap.xml", "sitemap.xml.gz"]
    dated = rb"\s*<lastmod>[\d-]+</lastmod>"
    assert re.sub(dated, b"", from_disk["sitemap.xml"]) == from_memory["sitemap.xml"]
    assert gzip.decompress(from_memory["sitemap.xml.gz"]) == from_memory["sitemap.xml"]
    for name in from_disk:
        if name.endswith(".html") and name != "404.html":
            own = in_brief(from_disk[name])
            own = own.split(b"</h1>", 1)[1].split(b"</article>")[0]
            own = own.rpartition(b"<script>")[0]
            own = re.sub(rb"(?:\s|</div>)+\Z", b"", own)
            assert own in in_brief(from_memory[name]), name
            assert len(from_memory[name]) < len(from_disk[name]) - 5000, name


HEADER = "assets/javascripts/header.js"
MARKS = "assets/javascripts/marks.js"
WAYS_BACK = re.compile(
    rb" id=fnref\d*:\w+(?=><a)|(?<=<a) class=footnote-ref"
    rb"|(?:\xc2\xa0)?<a [^>]*href=#fnref[^>]*>[^<]*</a>"
)
"""Names and looks of citations, and arrows to them."""


DRAWER = re.compile(
    rb"(<nav class=\"md-nav md-nav--primary[^>]*>)\n<label.*?</label>\n"
    rb"<ul class=md-nav__list data-md-scrollfix>.*?</ul>\n(?=</nav>)",
    re.DOTALL,
)


def in_brief(page: bytes) -> bytes:
    """Without ends of rows and cells, quotation marks around a word, ways back, and what a script
    puts back: marks of headings, looks of citations and contents, ways back, what the drawer
    holds."""
    page = re.sub(rb"</tr>\n|</t[dhr]>", b"", page)
    page = re.sub(rb'="([\w#:-]+)"(?=[^<>]*>)', rb"=\1", page)
    page = re.sub(rb"<a class=headerlink [^>]*>[^<]*</a>", b"", page)
    page = re.sub(rb"(<li id=fn:\w+>)\n<p>", rb"\1<p>", page).replace(b"</p>\n</li>", b"</p></li>")
    page = DRAWER.sub(rb"\1", page)
    page = re.sub(rb" class=md-nav__(?:item|link)(?=>)", b"", page)
    page = re.sub(
        rb'<nav class=md-nav aria-label=(?:"[^"]*"|[^ >]*)><ul class=md-nav__list>', b"<ul>", page
    )
    page = page.replace(b"</ul></nav></li>", b"</ul></li>")
    for name, sign in {b"&para;": "¶", b"&#8617;": "↩", b"&#160;": "\xa0"}.items():
        page = page.replace(name, sign.encode())
    return unsaid(WAYS_BACK.sub(b"", page))


ENTRY = re.compile(rb"<li>([^<]+)(<sup><a href=#fn:(\w+)>\d+</a></sup></li>)")


def unsaid(page: bytes) -> bytes:
    """Entries of folded lists without what their note quotes, which a script puts back."""
    notes = dict(re.findall(rb"<li id=fn:(\w+)><p>(.*?)</p></li>", page))

    def entry(found: re.Match[bytes]) -> bytes:
        quoted = b"\xe2\x80\x9c" + found[1] + b"\xe2\x80\x9d "
        return b"<li>" + found[2] if notes.get(found[3], b"").startswith(quoted) else found[0]

    parts = re.split(rb"(<details>.*?</details>)", page, flags=re.DOTALL)
    return b"".join(ENTRY.sub(entry, part) if at % 2 else part for at, part in enumerate(parts))


def flat(name: str, site: dict[str, bytes], header: str = "") -> bytes:
    """A file of a site; of a page, in brief, without its indentation and spaces in data, and with
    what the plugin has moved into the script ``header``."""
    if not name.endswith(".html"):
        return site[name]
    page = re.sub(rb"\n\s+", b"\n", site[name])
    if header:
        page = re.sub(rb'<script src="[^"]*%b"></script>\n' % MARKS.encode(), b"", page)
        page = put_back(page.decode(), header).encode()
    return re.sub(rb"(?<=[,:]) (?=\S)", b"", in_brief(page))


def put_back(page: str, header: str) -> str:
    """What the script writes, where the theme had it."""
    place = re.search(
        rf'<script src="([^"]*){HEADER}"></script>\n(<script src="[^"]*palette.js"></script>\n)',
        page,
    )
    if place is None:
        return page
    root = place[1]
    (html,) = re.findall(r'"beforebegin", (".*")\);\n', header)
    (told,) = re.findall(r"told = (\{.*\});\n", header)
    switch, end, search = json.loads(html).partition("</form>\n")
    page = page.replace(place[0], switch + end + place[2] + search)
    settings = json.loads(told)
    settings["base"] = root.rstrip("/") or "."
    settings["search"] = "#".join(root + path for path in settings["search"].split("#"))
    script = f'<script src="{root}assets/javascripts/search.js">'
    written = json.dumps(settings, sort_keys=True)
    moved = f'<script id="__config" type="application/json">{written}</script>\n'
    return page.replace(script, moved + script)


def test_a_frame_that_cannot_be_shared_keeps_what_puts_the_marks_back(project: Path) -> None:
    """A theme without the switch between light and dark: no header of it is moved, and each page
    in brief asks for the script of the marks."""
    config = project / "mkdocs.yml"
    text = config.read_text("utf-8")
    bare = re.sub(r"  palette:\n(?:    .*\n)+", "", text)
    assert bare != text
    config.write_text(bare, "utf-8")
    site = build_site(project)
    assert HEADER not in site
    assert MARKS in site
    for page in briefings(site):
        assert b"headerlink" not in page
        assert b'<script src="../../assets/javascripts/marks.js"></script>' in page


def test_markdown_set_up_another_way_leaves_pages_whole(project: Path) -> None:
    """Pages that are not read quickly have marks of their own and ask for no script."""
    config = project / "mkdocs.yml"
    text = config.read_text("utf-8").replace("  - admonition\n", "  - admonition\n  - attr_list\n")
    config.write_text(text, "utf-8")
    site = build_site(project)
    assert MARKS not in site
    for page in briefings(site):
        assert page.count(b"headerlink") == len(re.findall(rb"<h\d id=", page))
        assert b"marks.js" not in page
        assert b"md-nav__list data-md-scrollfix></ul>" not in page


def test_pages_below_a_tab_stand_in_the_drawer(project: Path) -> None:
    """A script copies the tabs into the drawer only where they are all there is."""
    config = project / "mkdocs.yml"
    text = config.read_text("utf-8")
    nested = text.replace(
        "  - Sources: sources.md\n  - Tags: tags.md\n",
        "  - More:\n      - Sources: sources.md\n      - Tags: tags.md\n",
    )
    assert nested != text
    config.write_text(nested, "utf-8")
    for page in briefings(build_site(project)):
        drawer = page.split(b"md-nav--primary", 1)[1].split(b"md-nav--secondary")[0]
        assert b'href="../../sources/"' in drawer
        assert b'href="../../tags/"' in drawer


def test_an_empty_docs_folder_is_enough(project: Path, base: Path, tmp_path: Path) -> None:
    """Nothing on disk, called from another folder: the same site."""
    shutil.rmtree(project / "briefings")
    (project / "briefings").mkdir()
    built = run(tmp_path, "mkdocs", "build", "--strict", "-f", str(project / "mkdocs.yml"))
    assert built.returncode == 0, built.stderr
    assert not any((project / "briefings").iterdir())
    site = tree(project / "site")
    assert site
    other = Path(shutil.copytree(base, tmp_path / "other"))
    build_site(other)
    pages = [name for name in site if name.endswith(".html")]
    assert [name for name in pages if site[name] != (other / "site" / name).read_bytes()] == []


@pytest.mark.parametrize(
    ("file", "text", "code"),
    [
        ("templates/briefing.md.j2", "{{ no_such_name }}", "E_TEMPLATE"),
        ("knowledge/actors/ruritania.yml", "name: [", "knowledge/actors/ruritania.yml"),
        ("seeds/storm.txt", "", "E_EMPTY"),
    ],
)
def test_a_fault_is_a_warning(project: Path, file: str, text: str, code: str) -> None:
    """A strict build fails and names it; a plain one shows the pages there are."""
    (project / file).write_text(text, "utf-8")
    strict = run(project, "mkdocs", "build", "--strict")
    assert strict.returncode == 1
    assert code in strict.stderr
    assert "Traceback" not in strict.stderr
    plain = run(project, "mkdocs", "build")
    assert plain.returncode == 0, plain.stderr
    assert (project / "site/index.html").is_file()


def test_with_no_page_at_all_the_site_says_why(project: Path) -> None:
    """The finding stands on the first page as text, markup in it included."""
    shutil.rmtree(project / "briefings")
    (project / "briefings").mkdir()
    (project / "knowledge/actors/<img src=x onerror=alert(1)>.yml").write_text("name: [", "utf-8")
    built = run(project, "mkdocs", "build")
    assert built.returncode == 0, built.stderr
    text = (project / "site/index.html").read_text("utf-8")
    assert "The briefings could not be made" in text
    assert "&lt;img src=x onerror=alert(1)&gt;.yml" in text
    assert "<img src=x" not in text


class Server:
    """``mkdocs serve`` in a process, with what it says."""

    def __init__(self, project: Path) -> None:
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = free.getsockname()[1]
        self.log = project / "serve.log"
        with self.log.open("w") as output:
            self.process = subprocess.Popen(
                [sys.executable, "-m", "mkdocs", "serve", "-a", f"127.0.0.1:{self.port}"],
                cwd=project,
                env=os.environ
                | {"NO_MKDOCS_2_WARNING": "1", "SITE_URL": f"http://127.0.0.1:{self.port}/"},
                stdout=output,
                stderr=subprocess.STDOUT,
            )

    def said(self) -> str:
        """The log without the requests."""
        lines = self.log.read_text("utf-8").splitlines()
        return "\n".join(line for line in lines if '"GET ' not in line)

    def builds(self) -> int:
        """Builds that ended after the first. MkDocs says "built in" once for equal durations."""
        return self.said().count("Reloading browsers")

    def page(self, path: str) -> str:
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{self.port}/{path}", timeout=5) as got:
                return str(got.read().decode("utf-8"))
        except (urllib.error.URLError, TimeoutError, ConnectionError):
            return ""

    def until(self, path: str, words: str) -> None:
        """Wait until the page says the words; a busy machine takes a while to build."""
        end = time.monotonic() + 90
        while words not in self.page(path):
            assert time.monotonic() < end, f"{path} never said {words!r}:\n{self.said()}"
            assert self.process.poll() is None, self.said()
            time.sleep(0.1)

    def one_more(self, before: int) -> None:
        """One rebuild and no other: a loop would show within this time."""
        end = time.monotonic() + 90
        while self.builds() == before and time.monotonic() < end:
            time.sleep(0.1)
        time.sleep(0.8)
        assert self.builds() == before + 1, self.said()


@pytest.fixture
def server(project: Path) -> Iterator[Server]:
    started = Server(project)
    yield started
    started.process.terminate()
    started.process.wait(timeout=10)


def test_serving_follows_every_kind_of_save_with_one_rebuild(project: Path, server: Server) -> None:
    """An article, a template, a knowledge file, a hand edit; and a broken template leaves the
    last good page standing."""
    (page,) = (project / "briefings/articles").glob("*harbour*.md")
    address = f"articles/{page.stem}/"
    server.until(address, "six frigates")
    template = project / "templates/briefing.md.j2"
    seed = project / "seeds/harbour.txt"
    actor = project / "knowledge/actors/ruritania.yml"
    saves = [
        (seed, ("six frigates", "seven frigates"), address, "seven frigates"),
        (template, ("## Evidence", "## Evidence quoted"), address, "Evidence quoted"),
        (actor, ("A kingdom in a novel.", "A made-up kingdom."), "actors/ruritania/", "A made-up"),
        (page, ("## Summary\n", "## Summary\n\nMy own line.\n"), address, "My own line."),
    ]
    for file, (old, new), where, words in saves:
        before = server.builds()
        text = file.read_text("utf-8")
        assert old in text
        file.write_text(text.replace(old, new), "utf-8")
        server.until(where, words)
        server.one_more(before)
    before = server.builds()
    text = template.read_text("utf-8")
    template.write_text(text + "{{ no_such_name }}", "utf-8")
    server.one_more(before)
    assert "E_TEMPLATE" in server.said()
    assert "seven frigates" in server.page(address)
    template.write_text(text.replace("## Evidence quoted", "## Evidence again"), "utf-8")
    server.until(address, "Evidence again")
    assert "Traceback" not in server.said()
