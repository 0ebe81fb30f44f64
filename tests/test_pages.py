"""The plan of the site: pure, whole, honest where nothing was found, inert."""

from __future__ import annotations

import dataclasses
import json
import re
from functools import partial
from pathlib import Path

import jsonschema
import markdown
import pytest
import samples
import yaml
from msgspec.structs import replace
from payloads import PAYLOADS, expected, read
from pytest_regressions.file_regression import FileRegressionFixture

from generator.library import assemble
from generator.model import Actor, ArticleId, Briefing, EntityId, Page, Relation, Slug, Statement
from generator.pages import PAGES, SiteSettings, plan
from generator.pages.schema import schema

SETTINGS = SiteSettings()
FOLDER = Path(__file__).resolve().parent.parent / "templates"


@pytest.fixture(scope="module")
def templates() -> dict[str, str]:
    return {path.name: path.read_text(encoding="utf-8") for path in FOLDER.glob("*.j2")}


@pytest.fixture(scope="module")
def pages(templates: dict[str, str]) -> dict[str, str]:
    planned, problems = plan(samples.library(), templates, settings=SETTINGS)
    assert problems == ()
    return {page.path: page.text for page in planned}


OF_SOMETHING = {
    "moved",
    "period",
    "briefing",
    "reading",
    "actor",
    "weapon",
    "citation",
    "archive",
    "place",
    "list",
}
"""Kinds that a library without briefings has no page of."""


def body(text: str) -> str:
    return text.split("\n---\n", 1)[1]


OTHER_FILES = {"data", "feed", "table", "network", "stix", "citation"}
"""Kinds that are no pages; ``tests/test_exports.py`` looks at most of them."""
GOLDEN = (
    "index.md",
    "about.md",
    "timeline.md",
    "outlook.md",
    "actors/index.md",
    "actors/kim-jong-un.md",
    "actors/mira-vanholt.md",
    "weapons/index.md",
    "weapons/hwasong-20.md",
    "weapons/cruise-missile.md",
    "articles/index.md",
    "archive/index.md",
    "archive/2025.md",
    "network.md",
    "glossary.md",
    "sources.md",
    "places/index.md",
    "places/pyongyang.md",
    "tags.md",
    "tags/icbm.md",
    "articles/2025-10-10-hwasong-20-displayed-in-pyongyang.md",
    "articles/two-kn-23-missiles-fired.md",
    "articles/talks.md",
    "readings/talks.md",
    "readings/two-kn-23-missiles-fired.md",
    "data/2025-10-10-hwasong-20-displayed-in-pyongyang.json",
)


@pytest.mark.parametrize("path", GOLDEN)
def test_golden(path: str, pages: dict[str, str], file_regression: FileRegressionFixture) -> None:
    """A page reads as it did when a person last approved it."""
    file_regression.check(pages[path], extension=Path(path).suffix, encoding="utf-8")


def test_planning_twice_changes_nothing(templates: dict[str, str], pages: dict[str, str]) -> None:
    """The same input gives the same bytes, whatever the order of the briefings."""
    backwards = assemble(tuple(reversed(samples.samples())), samples.knowledge())
    planned, _ = plan(backwards, dict(reversed(templates.items())), settings=SETTINGS)
    assert {page.path: page.text for page in planned} == pages


def test_an_empty_library_has_all_lists(templates: dict[str, str]) -> None:
    """A site without briefings is a site: every list page says so."""
    planned, problems = plan(assemble((), samples.knowledge()), templates, settings=SETTINGS)
    assert problems == ()
    kinds = {page.kind for page in planned}
    assert kinds == {kind for kind, _ in PAGES} - OF_SOMETHING


def test_every_page_has_a_title_and_ends_in_one_newline(pages: dict[str, str]) -> None:
    """A title key in every head, a heading in every page, a clean end in every file."""
    for path, text in pages.items():
        assert text.endswith("\n"), path
        assert not text.endswith("\n\n"), path
        if path.endswith(".md"):
            assert yaml.safe_load(text.split("\n---\n", 1)[0])["title"], path
            assert re.search(r"^# \S", body(text), re.MULTILINE), path
            assert not re.search(r"[ \t]$|\n\n\n", body(text), re.MULTILINE), path


def test_a_briefing_has_all_sections_in_order(pages: dict[str, str]) -> None:
    """The same headings in the same order, however little was found."""
    for path, text in pages.items():
        if re.fullmatch(r"articles/(?!index).+\.md", path):
            assert re.findall(r"^## (.+)", text, re.MULTILINE) == [
                "Bottom line",
                "Summary",
                "Actors",
                "Weapons",
                "Outlook",
                "Timeline",
                "Who claims what",
                "Source and gaps",
                "Related briefings",
                "Evidence",
            ], path


def test_an_empty_section_says_so(pages: dict[str, str]) -> None:
    """No section is empty: each has its honest sentence."""
    text = pages["articles/talks.md"]
    empty = SETTINGS.empty
    for sentence in (empty.bluf, empty.summary, empty.actors, empty.weapons, empty.outlook):
        assert sentence in text
    for sentence in (empty.timeline, empty.claims, empty.gaps, empty.removed, empty.related):
        assert sentence in text
    assert "No weapon is named in this article." in text


def test_every_footnote_mark_has_its_note(pages: dict[str, str]) -> None:
    """What a mark points at is quoted below, word for word, with its place."""
    checked = 0
    for one in samples.library().briefings:
        text = pages[f"articles/{one.slug}.md"]
        notes = dict(re.findall(r"^\[\^(s\d+)\]: (.+)$", text, re.MULTILINE))
        marks = set(re.findall(r"\[\^(s\d+)\](?!:)", text))
        assert marks == set(notes)
        for identity, note in notes.items():
            start, end = map(int, re.findall(r"characters (\d+)-(\d+)$", note)[0])
            assert expected(one.article.text[start:end]) in read(note)[0]
            assert f"” {identity}, " in note
            checked += 1
    assert checked >= 9


def test_every_statement_of_a_briefing_carries_a_mark(pages: dict[str, str]) -> None:
    """Summary, outlook and table rows of a briefing all lead to a sentence."""
    text = pages["articles/2025-10-10-hwasong-20-displayed-in-pyongyang.md"]
    found = text.split("## Bottom line")[1].split("## Source and gaps")[0]
    lines = [
        line for line in found.splitlines() if line and not line.startswith(("#", "    ", "| ---"))
    ]
    heads = r"\| (Actor|Weapon) \||</?details|<summary>|(- )?\*\*[^*]+\*\*$"
    rows = [line for line in lines if not re.match(heads, line)]
    assert len(rows) > 15
    assert [line for line in rows if "[^s" not in line] == []


def test_no_page_repeats_what_was_left_out(pages: dict[str, str]) -> None:
    """A disclaimer stands in the data, never on a page."""
    disclaimer = "represents the views of the author"
    holders = [path for path, text in pages.items() if disclaimer in text]
    assert holders == ["data/2025-10-10-hwasong-20-displayed-in-pyongyang.json"]


def test_a_large_collection_has_no_pages_of_readings(templates: dict[str, str]) -> None:
    """Neither the pages nor a link to one, above the number that the site's owner set."""
    few = dataclasses.replace(SETTINGS, readings=1)
    planned, _ = plan(samples.library(), templates, settings=few)
    assert not [page.path for page in planned if page.path.startswith("readings/")]
    assert not [page.path for page in planned if "../readings/" in page.text]


def test_what_nobody_says_is_report_or_judgement(templates: dict[str, str]) -> None:
    """A judgement that no source is named for does not stand among the reports."""
    doc = samples.document(
        samples.article("The ship sank at noon. It was a mistake.", identity="sinking")
    )
    judged = samples.briefing(
        replace(
            samples.blank(doc, "The ship"),
            layers={doc.sentences[0].id: "fact", doc.sentences[1].id: "judgement"},
            claims=tuple(
                samples.claim(doc, number, holder=None, cue="", modality="asserted")
                for number in (1, 2)
            ),
        ),
        "the-ship",
    )
    library = assemble((judged,), samples.knowledge())
    planned, _ = plan(library, templates, settings=SETTINGS)
    page = next(page.text for page in planned if page.path == "articles/the-ship.md")
    reported, expected_part = (
        re.search(rf"{words} with no source named: 1 statement</summary>\n+- ([^.]+)", page)
        for words in ("Reported", "Judged or expected")
    )
    assert reported is not None
    assert reported[1] == "The ship sank at noon"
    assert expected_part is not None
    assert expected_part[1] == "It was a mistake"


def test_parts_of_a_sentence_that_nobody_says_are_one_line(templates: dict[str, str]) -> None:
    """What somebody says in passing is cut out with a mark, and leaves no two torn lines."""
    doc = samples.document(
        samples.article("The yard, which Zenda says is empty, opened on Monday.", identity="yard")
    )
    first = doc.sentences[0]
    cuts = (first.start, first.start + 10, first.start + 36, first.end)
    holders = (None, "zenda", None)
    cues = ("", "says", "")
    parted = samples.briefing(
        replace(
            samples.blank(doc, "The yard"),
            claims=tuple(
                replace(
                    samples.claim(doc, 1, holder=holder, cue=cue, modality="asserted"),
                    start=start,
                    end=end,
                )
                for holder, cue, start, end in zip(holders, cues, cuts, cuts[1:], strict=False)
            ),
        ),
        "the-yard",
    )
    library = assemble((parted,), samples.knowledge())
    planned, _ = plan(library, templates, settings=SETTINGS)
    page = next(page.text for page in planned if page.path == "articles/the-yard.md")
    assert "Reported with no source named: 1 statement<" in page
    assert "- The yard, … opened on Monday." in page


def test_a_status_is_never_raised(pages: dict[str, str]) -> None:
    """What is hypothetical or only mentioned reads as that wherever it is shown."""
    for path in (
        "articles/2025-10-10-hwasong-20-displayed-in-pyongyang.md",
        "weapons/hwasong-20.md",
        "weapons/index.md",
    ):
        line = next(
            line for line in pages[path].splitlines() if "](" in line and "Hwasong-20" in line
        )
        assert line, path
        assert ">launched or flown<" not in "".join(
            line for line in pages[path].splitlines() if "Hwasong-20" in line
        )
        assert ">hypothetical: launched or flown<" in pages[path]
    assert "not said to have happened" in pages["glossary.md"]
    assert ">mentioned only<" in pages["articles/2025-10-10-hwasong-20-displayed-in-pyongyang.md"]


def test_links_between_pages_hold(pages: dict[str, str]) -> None:
    """Each relative link leads to a planned file."""
    links = 0
    for path, text in pages.items():
        if not path.endswith(".md"):
            continue
        for target in re.findall(r"\]\(([^<)#]+)(?:#[^)]*)?\)", text):
            whole = (Path("/") / path).parent.joinpath(target)
            resolved = str(Path(*_resolve(whole.parts[1:])))
            assert resolved in pages, (path, target)
            links += 1
    assert links > 60


def _resolve(parts: tuple[str, ...]) -> list[str]:
    kept: list[str] = []
    for part in parts:
        if part == "..":
            kept.pop()
        else:
            kept.append(part)
    return kept


@pytest.mark.parametrize("name", ["火星-20", "화성-20", "Hwasong 20", "Hwasong20"])
def test_a_weapon_page_holds_every_spelling(name: str, pages: dict[str, str]) -> None:
    """A search for any spelling finds words of the page."""
    assert name in pages["weapons/hwasong-20.md"]


def test_an_unknown_actor_is_marked(pages: dict[str, str]) -> None:
    """A page of its own, which says that the knowledge base does not know it."""
    assert SETTINGS.empty.knowledge in pages["actors/mira-vanholt.md"]


def test_data_follow_the_schema(pages: dict[str, str]) -> None:
    """Every data file is valid against the published schema, which is itself valid."""
    published = json.loads(pages["data/schema.json"])
    assert published == schema()
    jsonschema.Draft202012Validator.check_schema(published)
    validated = 0
    for path, text in pages.items():
        if not re.fullmatch(r"data/(?!schema\.|stix\.).+\.json", path):
            continue
        name = Path(path).stem
        part = {**published, "$ref": f"#/$defs/{name}_file"}
        if f"{name}_file" in published["$defs"]:
            part = {key: part[key] for key in ("$schema", "$defs", "$ref")}
        else:
            part = published
        jsonschema.Draft202012Validator(part).validate(json.loads(text))
        validated += 1
    assert validated == 8


def test_data_are_written_stably(pages: dict[str, str]) -> None:
    """Sorted keys, no escapes, and a line for each entry of an outermost list."""
    for path, text in pages.items():
        if path.endswith(".json"):
            value = json.loads(text)
            if path == "data/schema.json":
                layout = json.dumps(value, ensure_ascii=False, indent=2, sort_keys=True)
            else:
                compact = partial(
                    json.dumps, ensure_ascii=False, separators=(",", ":"), sort_keys=True
                )
                members = [
                    f"{json.dumps(key)}: "
                    + (
                        "[\n" + ",\n".join(map(compact, member)) + "\n]"
                        if member and isinstance(member, list)
                        else compact(member)
                    )
                    for key, member in sorted(value.items())
                ]
                layout = "{\n" + ",\n".join(members) + "\n}"
            assert text == layout + "\n"


def test_spans_in_data_are_slices_of_the_source(pages: dict[str, str]) -> None:
    """text[start:end] is what the data say it is."""
    spans = 0
    for one in samples.library().briefings:
        value = json.loads(pages[f"data/{one.slug}.json"])
        text = one.article.text
        quoted = [*value["source"]["removed"], *value["outlook"]]
        for span in quoted:
            assert text[span["start"] : span["end"]] == span["quote"]
        for entity in (*value["actors"], *value["weapons"]):
            for mention in entity["mentions"]:
                assert text[mention["start"] : mention["end"]] == mention["surface"]
                spans += 1
        for weapon in value["weapons"]:
            for spec in weapon["specs"]:
                assert text[spec["start"] : spec["end"]] == spec["original"]
    assert spans == 9


def hostile(payload: str, number: int) -> Briefing:
    """A briefing in which every text an article can set is the payload."""
    one = samples.parade()
    analysis = one.analysis
    text = f"x{payload}x"
    # So much more than the title that a card does not leave it out as a repetition.
    line = f"{payload} {' '.join(f'w{n}' for n in range(99))} {payload}"
    identity = EntityId(payload)
    actor = Actor(
        id=identity, name=text, type="person", known=False, role=text, mentions=(), note=text
    )
    weapon = replace(
        analysis.weapons[0],
        name=text,
        weapon_class=text,
        id=EntityId(payload + "w"),
        specs=(replace(analysis.weapons[0].specs[0], original=text, knowledge_note=text),),
    )
    sentences = tuple(replace(s, display=text) for s in analysis.document.sentences)
    analysis = replace(
        analysis,
        document=replace(
            analysis.document,
            sentences=sentences,
            article=replace(one.article, file=text, id=ArticleId(f"h{number}")),
        ),
        title=text,
        bluf=Statement(text=line, evidence=samples.evidence(1)),
        summary=(Statement(text=payload, evidence=samples.evidence(1), holder=payload),),
        actors=(actor,),
        weapons=(weapon,),
        gaps=(payload,),
        machine_translated=(payload,),
        claims=tuple(replace(c, cue=payload, holder=payload) for c in analysis.claims),
        events=(
            replace(
                analysis.events[0],
                text=payload,
                place=payload,
                date_text=payload,
                weapons=(weapon.id,),
            ),
        ),
        relations=(
            Relation(
                subject=identity,
                predicate=text,  # printed with emphasis, as a term is
                object=weapon.id,
                holder=payload,
                evidence=samples.evidence(1),
            ),
        ),
        outlook=tuple(
            # A term is a cue, so no space stands at its ends; one would stop the emphasis.
            replace(o, quote=payload, condition=payload, term=text, scale=payload)
            for o in analysis.outlook
        ),
    )
    return replace(
        one,
        analysis=analysis,
        slug=Slug(payload),
        description=payload,
        publisher=payload,
        author=payload,
        url=payload,
        sourcing=payload,
        tags=(payload,),
    )


def test_hostile_articles_leave_pages_inert(
    templates: dict[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whatever text an article sets, its page has the elements of a harmless article's page."""
    monkeypatch.setattr("generator.pages.views.timeline_view.WHOLE", 0)
    names = ["tables", "footnotes", "admonition", "attr_list", "md_in_html", "pymdownx.tabbed"]
    converter = markdown.Markdown(extensions=[*names, "pymdownx.superfences", "pymdownx.details"])

    def elements(page: Page) -> list[tuple[str, tuple[str, ...]]]:
        converter.reset()
        return read(converter.convert(body(page.text)))[1]

    def planned(payload: str, number: int) -> dict[str, Page]:
        library = assemble((hostile(payload, number),), samples.knowledge())
        library = dataclasses.replace(library, former=((Slug("old"), library.briefings[0].slug),))
        pages, problems = plan(library, templates, settings=SETTINGS)
        assert problems == ()
        by_kind = {
            "genre" if page.path.startswith("tags/genre/") else page.kind: page
            for page in pages
            if page.path.endswith(".md")
        }
        assert by_kind.keys() == {kind for kind, _ in PAGES} - OTHER_FILES | {"genre"}
        return by_kind

    harmless = {kind: elements(page) for kind, page in planned("Harmless", 0).items()}
    looked = 0
    for number, payload in enumerate(PAYLOADS, 1):
        if not expected(payload):
            continue
        for kind, page in planned(payload, number).items():
            assert elements(page) == harmless[kind], (payload, kind)
            looked += 1
    assert looked > 11 * 80


def test_hundreds_of_briefings_are_planned(templates: dict[str, str]) -> None:
    """Each has its page, and none is in the way of another."""
    one = samples.parade()
    many = []
    for number in range(300):
        article = replace(one.article, id=ArticleId(f"{number:04}"))
        document = replace(one.analysis.document, article=article)
        analysis = replace(one.analysis, document=document)
        many.append(replace(one, analysis=analysis, slug=Slug(f"b{number:04}")))
    planned, problems = plan(assemble(many, samples.knowledge()), templates, settings=SETTINGS)
    assert problems == ()
    assert len(planned) > 600
