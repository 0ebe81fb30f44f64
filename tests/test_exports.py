"""Feeds, tables, network, bundle and citations: each by the rules of its own standard, with
hostile text in every field, and poured alike by both doors."""

from __future__ import annotations

import csv
import dataclasses
import html
import io
import json
import re
import uuid
import xml.etree.ElementTree as ET
from email.utils import parsedate_to_datetime
from pathlib import Path
from typing import Any

import pytest
import samples
import stix2
from mkdocs.commands.build import build
from mkdocs.config import load_config
from msgspec.structs import replace
from payloads import PAYLOADS, expected, read
from small_project import make, run, tree
from test_pages import hostile

from generator.disk import read_address
from generator.knowledge import entities
from generator.knowledge.base import KnowledgeBase
from generator.library import Library, assemble
from generator.model import Briefing, EntityId, Relation
from generator.pages import SiteSettings, exports, paths
from generator.pages.exports import identity, moments, tables
from generator.pages.exports.addresses import LOCAL, Addresses
from generator.pages.kept import Nothing
from generator.pages.render import compiled
from generator.pages.site import Site
from generator.text.markup.markdown import clean

SETTINGS = SiteSettings(site_url="https://example.org/team/site/")
HOME = "https://example.org/team/site/"
ATOM = "{http://www.w3.org/2005/Atom}"
GRAPHML = "{http://graphml.graphdrawing.org/xmlns}"
KINDS = (
    exports.feeds,
    exports.csv_tables,
    exports.relation_network,
    exports.stix_bundle,
    exports.citations,
)


def related(one: Briefing) -> Briefing:
    """The briefing with a relation to an actor and one to a weapon."""

    def tie(subject: str, predicate: str, target: str) -> Relation:
        return Relation(
            subject=EntityId(subject),
            predicate=predicate,
            object=EntityId(target),
            holder="kim-jong-un",
            evidence=samples.evidence(1, 3),
        )

    ties = (
        tie("north-korea", "military-display", "hwasong-20"),
        tie("kim-jong-un", "consult", "north-korea"),
    )
    return replace(one, analysis=replace(one.analysis, relations=ties), credibility="2")


def knowledge() -> KnowledgeBase:
    """With the coordinates of a place and the code of its country."""
    base = samples.knowledge()
    place = entities.Place(
        id="pyongyang",
        name="Pyongyang",
        country="north-korea",
        coordinates=entities.Coordinates(lat=39.03, lon=125.75),
    )
    state = entities.Actor(id="north-korea", name="North Korea", kind="state", iso2="KP")
    actors = {**base.actors, "north-korea": state}
    return dataclasses.replace(base, places={"pyongyang": place}, actors=actors)


def library() -> Library:
    return assemble((related(samples.parade()), samples.flight(), samples.talks()), knowledge())


def written(of: Library, settings: SiteSettings = SETTINGS) -> dict[str, str]:
    site = Site.of(of, compiled({}), settings, Nothing())
    pages = [page for kind in KINDS for page in kind(site)]
    texts = {str(page.path): page.text for page in pages}
    assert len(texts) == len(pages)
    return texts


@pytest.fixture(scope="module")
def files() -> dict[str, str]:
    return written(library())


# --- which files there are ----------------------------------------------------------------------


def test_a_site_has_these_files(files: dict[str, str]) -> None:
    """Three feeds, three tables, network, bundle, a citation each, and feeds of what has news."""
    assert sorted(
        path for path in files if not path.startswith(("articles/", "actors/", "wea"))
    ) == [
        "data/events.csv",
        "data/network.graphml",
        "data/outlook.csv",
        "data/stix.json",
        "data/weapon-claims.csv",
        "feed.json",
        "feed.xml",
        "rss.xml",
    ]
    assert {path for path in files if path.startswith("articles/")} == {
        paths.bibtex(one.slug) for one in library().briefings
    }
    assert "actors/kim-jong-un.xml" in files
    assert "weapons/hwasong-20.xml" in files


def test_what_is_named_in_undated_briefings_only_has_no_feed() -> None:
    """A feed without a single date is no news."""
    one = samples.parade()
    published = replace(one.analysis.published, value=None, precision=None, basis="unknown")
    undated = replace(one, analysis=replace(one.analysis, published=published))
    assert not [
        path
        for path in written(assemble((undated,), knowledge()))
        if path.startswith(("actors/", "weapons/"))
    ]


def test_the_same_library_gives_the_same_bytes(files: dict[str, str]) -> None:
    """In whatever order the briefings come."""
    backwards = (samples.talks(), samples.flight(), related(samples.parade()))
    assert written(assemble(backwards, knowledge())) == files


def test_an_empty_library_has_valid_files() -> None:
    """A site without briefings has feeds without entries."""
    empty = written(assemble((), knowledge()))
    atom(empty["feed.xml"])
    rss(empty["rss.xml"])
    json_feed(empty["feed.json"])
    graphml(empty["data/network.graphml"])
    assert [one.type for one in bundle(empty["data/stix.json"]).objects] == ["identity"]
    for path in ("data/events.csv", "data/weapon-claims.csv", "data/outlook.csv"):
        assert table(empty[path]) == []


# --- Atom ---------------------------------------------------------------------------------------

RFC3339 = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)")
ABSOLUTE = re.compile(r"[a-z][a-z0-9+.-]*:\S+")
# Element -> least and most often, after the RELAX NG grammar of RFC 4287, appendix B.
MANY = 10**9
FEED = {
    "author": (1, MANY),
    "category": (0, MANY),
    "generator": (0, 1),
    "id": (1, 1),
    "link": (1, MANY),
    "subtitle": (0, 1),
    "title": (1, 1),
    "updated": (1, 1),
    "entry": (0, MANY),
}
ENTRY = {
    "category": (0, MANY),
    "content": (0, 1),
    "id": (1, 1),
    "link": (1, MANY),
    "published": (0, 1),
    "summary": (0, 1),
    "title": (1, 1),
    "updated": (1, 1),
}
ATTRIBUTES = {
    "category": {"term", "scheme", "label"},
    "link": {"href", "rel", "type", "hreflang", "title", "length"},
    "title": {"type"},
    "summary": {"type"},
    "content": {"type"},
}
XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"


def _hold(parent: ET.Element, rules: dict[str, tuple[int, int]]) -> None:
    names = [child.tag.removeprefix(ATOM) for child in parent]
    assert set(names) <= rules.keys()
    for name, (least, most) in rules.items():
        assert least <= names.count(name) <= most, name
    for child in parent:
        name = child.tag.removeprefix(ATOM)
        if name not in {"entry", "author"}:
            assert len(child) == 0, name
            assert child.attrib.keys() <= ATTRIBUTES.get(name, set()) | {XML_LANG}, name
        if name in {"title", "subtitle", "summary", "content"}:
            assert child.get("type", "text") == "text", name
        if name == "id":
            assert ABSOLUTE.fullmatch(child.text or "")
        if name in {"updated", "published"}:
            assert RFC3339.fullmatch(child.text or "")
        if name == "category":
            assert child.get("term")
        if name == "link":
            assert ABSOLUTE.fullmatch(child.attrib["href"])
    links = [(link.get("rel"), link.get("type")) for link in parent.findall(f"{ATOM}link")]
    assert len(links) == len(set(links))
    assert any(rel == "alternate" for rel, _ in links)


def atom(text: str) -> ET.Element:
    """The feed, held against the grammar and the rules of RFC 4287."""
    feed = ET.fromstring(text)
    assert feed.tag == f"{ATOM}feed"
    _hold(feed, FEED)
    for author in feed.findall(f"{ATOM}author"):
        assert [child.tag for child in author] == [f"{ATOM}name"]
        assert author[0].text
    entries = feed.findall(f"{ATOM}entry")
    for entry in entries:
        _hold(entry, ENTRY)
    ids = [entry.findtext(f"{ATOM}id") for entry in entries]
    assert len(ids) == len(set(ids))
    return feed


def test_every_atom_feed_is_valid(files: dict[str, str]) -> None:
    """The feed of the site and those of actors and weapons."""
    feeds = {path: text for path, text in files.items() if path.endswith(".xml")}
    del feeds["rss.xml"]
    assert len(feeds) > 6
    for path, text in feeds.items():
        own = [link.get("href") for link in atom(text).findall(f"{ATOM}link[@rel='self']")]
        assert own == [HOME + path]


def test_an_atom_entry_says_what_the_briefing_says(files: dict[str, str]) -> None:
    """Newest first; title, addresses, bottom line, holder and the date with its basis."""
    feed = atom(files["feed.xml"])
    assert feed.findtext(f"{ATOM}updated") == "2026-03-01T00:00:00Z"
    titles = [one.findtext(f"{ATOM}title") for one in feed.iter(f"{ATOM}entry")]
    assert titles == ["Two KN-23 missiles fired", "Hwasong-20 displayed in Pyongyang", "Talks"]
    flight, parade, talks = feed.findall(f"{ATOM}entry")
    assert flight.findtext(f"{ATOM}published") == "2026-03-01T00:00:00Z"
    terms = {one.get("scheme"): one.get("term") for one in flight.findall(f"{ATOM}category")}
    assert terms["urn:briefings:date-precision"] == "month"
    assert terms["urn:briefings:date-basis"] == "editor"
    links = {one.get("rel"): one.get("href") for one in parade.findall(f"{ATOM}link")}
    slug = samples.parade().slug
    assert links == {
        "alternate": f"{HOME}articles/{slug}/",
        "related": f"{HOME}data/{slug}.json",
        "via": "https://example.org/parade?id=7&x=%5B1%5D",
    }
    body = parade.findtext(f"{ATOM}content") or ""
    assert body.startswith("North Korea displayed the Hwasong-20 in Pyongyang on 10 October 2025.")
    assert body.endswith(
        "Date: 10 October 2025 (inferred: the newest event that the article reports)."
    )
    assert "the article’s author" not in files["feed.xml"]
    assert talks.find(f"{ATOM}published") is None
    assert talks.findtext(f"{ATOM}updated") == f"{moments.UNKNOWN}T00:00:00Z"


def test_an_entity_feed_holds_its_briefings(files: dict[str, str]) -> None:
    """Those that name it, with the identities they have in the feed of the site."""
    whole = {one.text for one in atom(files["feed.xml"]).findall(f"{ATOM}entry/{ATOM}id")}
    feed = atom(files["weapons/hwasong-11a.xml"])
    own = [one.text for one in feed.findall(f"{ATOM}entry/{ATOM}id")]
    assert len(own) == 2
    assert set(own) < whole
    assert feed.findtext(f"{ATOM}title") == "Hwasong-11A: Security briefings"


def test_identities_outlive_title_and_address() -> None:
    """A new title, slug or address of the site leaves the identity of an entry as it was."""
    one = samples.parade()
    renamed = replace(one, analysis=replace(one.analysis, title="Another"), slug="another")
    moved = SiteSettings(site_url="https://elsewhere.example/")
    before = atom(written(assemble((one,), knowledge()))["feed.xml"])
    after = atom(written(assemble((renamed,), knowledge()), moved)["feed.xml"])
    for path in (f"{ATOM}id", f"{ATOM}entry/{ATOM}id"):
        assert before.findtext(path) is not None
        assert before.findtext(path) == after.findtext(path)


def test_identities_are_uuids_of_version_5() -> None:
    """As the standard library makes them of the same name."""
    space = uuid.UUID(bytes=identity.NAMESPACE)
    for name in (("report", "a1"), ("x",), ("é", "火星")):
        assert identity.uuid5(*name) == str(uuid.uuid5(space, "\x1f".join(name)))


def test_the_day_of_the_build_is_said_only_when_given() -> None:
    """``build_date`` dates the feeds and no entry."""
    built = written(library(), dataclasses.replace(SETTINGS, build_date="2027-05-06"))
    feed = atom(built["feed.xml"])
    assert feed.findtext(f"{ATOM}updated") == "2027-05-06T00:00:00Z"
    assert "2027" not in "".join(one.text or "" for one in feed.iter(f"{ATOM}published"))


@pytest.mark.parametrize(
    ("value", "day"),
    [
        (None, None),
        ("", None),
        ("soon", None),
        ("2025-13", None),
        ("2025-02-30", None),
        ("2025", "2025-01-01"),
        ("2025-10", "2025-10-01"),
        ("2025-10-11", "2025-10-11"),
    ],
)
def test_the_day_of_a_date(value: str | None, day: str | None) -> None:
    """A month is its first day; what is no date has none."""
    assert moments.day(value) == day


# --- RSS and JSON Feed --------------------------------------------------------------------------


def rss(text: str) -> ET.Element:
    """The channel, held against the RSS 2.0 specification."""
    root = ET.fromstring(text)
    assert (root.tag, root.get("version")) == ("rss", "2.0")
    (channel,) = root
    for name in ("title", "link", "description"):
        assert channel.findtext(name), name
    parsedate_to_datetime(channel.findtext("lastBuildDate") or "")
    guids = []
    for item in channel.findall("item"):
        assert {child.tag for child in item} <= {
            *("title", "link", "guid", "pubDate", "description", "category"),
        }
        assert item.findtext("title")
        assert ABSOLUTE.fullmatch(item.findtext("link") or "")
        guid = item.find("guid")
        assert guid is not None
        assert guid.get("isPermaLink") == "false"
        guids.append(guid.text)
        if (date := item.findtext("pubDate")) is not None:
            parsedate_to_datetime(date)
    assert len(guids) == len(set(guids))
    return channel


def test_the_rss_feed_is_valid(files: dict[str, str]) -> None:
    """Dates in the form of RFC 822 with the right day of the week; none where none is known."""
    channel = rss(files["rss.xml"])
    dates = [item.findtext("pubDate") for item in channel.findall("item")]
    assert dates == ["Sun, 01 Mar 2026 00:00:00 GMT", "Fri, 10 Oct 2025 00:00:00 GMT", None]
    bodies = [item.findtext("description") or "" for item in channel.findall("item")]
    assert {name for body in bodies for name, _ in read(body)[1]} == {"p"}


def json_feed(text: str) -> dict[str, Any]:
    """The feed, with all that JSON Feed 1.1 demands, and nothing it does not know."""
    feed: dict[str, Any] = json.loads(text)
    assert feed["version"] == "https://jsonfeed.org/version/1.1"
    assert isinstance(feed["title"], str)
    known = {"version", "title", "home_page_url", "feed_url", "description", "authors", "items"}
    assert feed.keys() <= known
    seen = set()
    for item in feed["items"]:
        assert isinstance(item["id"], str)
        assert item["id"] not in seen
        seen.add(item["id"])
        assert isinstance(item["content_text"], str)
        assert ABSOLUTE.fullmatch(item["url"])
        assert all(isinstance(tag, str) for tag in item["tags"])
        if "date_published" in item:
            assert RFC3339.fullmatch(item["date_published"])
        standard = {"id", "url", "external_url", "title", "content_text", "summary"}
        standard |= {"date_published", "tags", "language"}
        assert {key for key in item if not key.startswith("_")} <= standard
    return feed


def test_the_json_feed_is_valid(files: dict[str, str]) -> None:
    """The same entries, with what each date rests on in an extension."""
    feed = json_feed(files["feed.json"])
    ids = [one.text for one in atom(files["feed.xml"]).findall(f"{ATOM}entry/{ATOM}id")]
    assert [item["id"] for item in feed["items"]] == ids
    assert [item["_briefing"]["date_basis"] for item in feed["items"]] == [
        "editor",
        "inferred",
        "unknown",
    ]
    assert "date_published" not in feed["items"][2]


# --- CSV ----------------------------------------------------------------------------------------


def table(text: str) -> list[dict[str, str]]:
    """The rows, held against RFC 4180."""
    assert text.endswith("\r\n")
    assert "\n" not in text.replace("\r\n", "")
    header, *rows = csv.reader(io.StringIO(text, newline=""), strict=True)
    assert len(header) == len(set(header))
    assert all(len(row) == len(header) for row in rows)
    again = io.StringIO(newline="")
    csv.writer(again, quoting=csv.QUOTE_MINIMAL).writerows([header, *rows])
    assert again.getvalue() == text
    return [dict(zip(header, row, strict=True)) for row in rows]


def test_the_tables_hold_what_the_data_hold(files: dict[str, str]) -> None:
    """Every event, claim and outlook, each with briefing, page and sentences."""
    whole = library()
    events = table(files["data/events.csv"])
    assert [row["type"] for row in events] == [one.event.type for one in whole.timeline]
    assert events[0]["weapons"] == "hwasong-20"
    assert events[1]["start"] == ""
    outlook = table(files["data/outlook.csv"])
    assert len(outlook) == len(whole.outlook)
    likely = next(row for row in outlook if row["term"] == "likely")
    assert (likely["percent_from"], likely["percent_to"]) == ("55", "80")
    assert likely["horizon_end"] == "2026-12-31"
    might = next(row for row in outlook if row["term"] == "might")
    assert might["percent_from"] == ""
    claims = table(files["data/weapon-claims.csv"])
    assert len(claims) == sum(len(one.status) + len(one.specs) for one in whole.weapons)
    figure = next(row for row in claims if row["claim"] == "range_km")
    assert (figure["op"], figure["value"], figure["words"]) == (
        "above",
        "15000",
        "exceeding 15,000 kilometers",
    )
    tested = [row for row in claims if row["value"] == "flight-tested"]
    assert {(row["weapon"], row["hypothetical"]) for row in tested} == {
        ("hwasong-20", "true"),
        ("hwasong-11a", "false"),
    }
    slugs = {one.slug for one in whole.briefings}
    for row in (*events, *outlook, *claims):
        assert row["briefing"] in slugs
        assert re.fullmatch(r"s\d+(; s\d+)*", row["evidence"])


@pytest.mark.parametrize(
    ("cell", "as_written"),
    [
        ("plain", "plain"),
        ("a = b", "a = b"),
        ("Hwasong-20; KN-23", "Hwasong-20; KN-23"),
        ("", ""),
        (None, ""),
        (-5, "-5"),
        ('=HYPERLINK("http://x")', '\'=HYPERLINK("http://x")'),
        ("+1", "'+1"),
        ("-1", "'-1"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("  =1", "'=1"),
        ("\t=1", "'=1"),
        ("\r\n=1", "'=1"),
        ("\u200b=1", "'=1"),
        ("\ufeff=1", "'=1"),
        ("＝1", "'＝1"),
        ("'quoted'", "''quoted'"),
        ("a;=1+1", "a;'=1+1"),
        ('a; "=1+1', "a; \"'=1+1"),
        ("two\nlines", "two lines"),
    ],
)
def test_no_cell_is_a_formula(cell: tables.Cell, as_written: str) -> None:
    """Nor becomes one where a spreadsheet parts at semicolons; white space hides none."""
    assert tables.inert(cell) == as_written


# --- GraphML ------------------------------------------------------------------------------------


def graphml(text: str) -> ET.Element:
    """The graph, held against the structure of the GraphML schema."""
    root = ET.fromstring(text)
    assert root.tag == f"{GRAPHML}graphml"
    keys = {one.attrib["id"]: one.attrib for one in root.findall(f"{GRAPHML}key")}
    assert all(one["attr.type"] == "string" for one in keys.values())
    (graph,) = root.findall(f"{GRAPHML}graph")
    assert graph.get("edgedefault") == "directed"
    nodes = [one.attrib["id"] for one in graph.findall(f"{GRAPHML}node")]
    edges = [one.attrib["id"] for one in graph.findall(f"{GRAPHML}edge")]
    assert len({*nodes, *edges}) == len(nodes) + len(edges)
    for part in graph:
        kind = part.tag.removeprefix(GRAPHML)
        assert re.fullmatch(r"[\w.-]+", part.attrib["id"], re.ASCII)
        used = [one.attrib["key"] for one in part]
        assert len(used) == len(set(used))
        assert all(keys[one]["for"] == kind for one in used)
        if kind == "edge":
            assert {part.attrib["source"], part.attrib["target"]} <= set(nodes)
    return graph


def test_the_network_holds_every_relation(files: dict[str, str]) -> None:
    """One edge a relation, with who says so and where."""
    graph = graphml(files["data/network.graphml"])
    edges = graph.findall(f"{GRAPHML}edge")
    found = [(one.get("source"), one.get("target")) for one in edges]
    assert found == [("north-korea", "hwasong-20"), ("kim-jong-un", "north-korea")]
    values = {one.attrib["key"]: one.text for one in edges[1]}
    assert values["e-predicate"] == "consult"
    assert values["e-evidence"] == "s1 s3"
    assert values["e-holder"] == "kim-jong-un"
    assert values["e-briefing"] == samples.parade().slug
    labels = {one.text for one in graph.iterfind(f"{GRAPHML}node/{GRAPHML}data[@key='n-label']")}
    assert labels == {"North Korea", "Hwasong-20", "Kim Jong Un"}


# --- STIX ---------------------------------------------------------------------------------------


def bundle(text: str) -> stix2.Bundle:
    """The bundle as the standard's own library reads it, with every reference in it resolved."""
    parsed = stix2.parse(text, allow_custom=False)
    assert isinstance(parsed, stix2.Bundle)
    ids = [one.id for one in parsed.objects]
    assert len(ids) == len(set(ids))
    for one in parsed.objects:
        refs = [one.get("created_by_ref"), one.get("source_ref"), one.get("target_ref")]
        refs += one.get("object_refs", [])
        assert {ref for ref in refs if ref} <= set(ids)
        assert uuid.UUID(one.id.rpartition("--")[2]).version == 5
        assert one.created <= one.modified
    return parsed


def test_the_bundle_is_stix(files: dict[str, str]) -> None:
    """A report each, an identity an actor, the place with its country, the tie of two actors."""
    parsed = bundle(files["data/stix.json"])
    of: dict[str, list[Any]] = {}
    for one in parsed.objects:
        of.setdefault(one.type, []).append(one)
    assert [one.name for one in of["report"]] == [
        "Two KN-23 missiles fired",
        "Hwasong-20 displayed in Pyongyang",
        "Talks",
    ]
    assert {one.name: one.identity_class for one in of["identity"]} == {
        "Security briefings": "system",
        "Kim Jong Un": "individual",
        "Mira Vanholt": "individual",
        "North Korea": "organization",
        "South Korea": "organization",
    }
    (place,) = of["location"]
    assert (place.name, place.country, place.latitude) == ("Pyongyang", "KP", 39.03)
    (tie,) = of["relationship"]
    assert tie.relationship_type == "consult"
    assert tie.description.startswith("s1: “North Korea rolled the Hwasong-20")
    assert tie.labels == ["holder:kim-jong-un"]
    assert tie.confidence == 70
    parade = of["report"][1]
    assert {place.id, tie.id} < set(parade.object_refs)
    assert parade.published.isoformat() == "2025-10-10T00:00:00+00:00"
    assert "weapon:hwasong-20" in parade.labels
    assert "date-basis:inferred" in parade.labels


def test_what_cannot_be_judged_has_no_confidence(files: dict[str, str]) -> None:
    """Credibility 6 gives no number."""
    reports = [one for one in bundle(files["data/stix.json"]).objects if one.type == "report"]
    assert ["confidence" in one for one in reports] == [False, True, False]


def test_an_actor_is_as_old_as_its_first_briefing(files: dict[str, str]) -> None:
    """Created with the oldest briefing that names it, modified with the newest."""
    (north,) = (
        one for one in bundle(files["data/stix.json"]).objects if one.get("name") == "North Korea"
    )
    assert str(north.created)[:10] == "2025-10-10"
    assert str(north.modified)[:10] == "2026-03-01"


# --- BibTeX -------------------------------------------------------------------------------------


def bibtex(text: str) -> tuple[str, dict[str, str]]:
    """Key and fields of the one entry, read by counting braces as BibTeX does."""
    head = re.match(r"@misc\{([A-Za-z0-9:-]+),\n", text)
    assert head
    fields, at = {}, head.end()
    while name := re.compile(r"  (\w+) = ").match(text, at):
        at, depth, start = name.end(), 0, name.end()
        while depth or text[at] != ",":
            depth += {"{": 1, "}": -1}.get(text[at], 0)
            assert depth >= 0
            at += 1
        fields[name[1]] = text[start:at]
        at += 2
    assert text[at:] == "}\n"
    return head[1], fields


def test_a_briefing_is_cited(files: dict[str, str]) -> None:
    """Title, date with its basis, the source, and the page."""
    one = samples.parade()
    key, fields = bibtex(files[paths.bibtex(one.slug)])
    assert key == "briefing-a1b2c3d4e5f60718"
    assert fields["title"] == "{{Hwasong-20 displayed in Pyongyang}}"
    assert (fields["year"], fields["month"]) == ("{2025}", "oct")
    assert "Source: J. Ferro, The Orsa Review, https://example.org/parade" in fields["note"]
    assert "inferred" in fields["note"]
    assert fields["url"] == f"{{{HOME}articles/{one.slug}/}}"


def test_no_date_is_cited_where_none_is_known(files: dict[str, str]) -> None:
    """No year, and the note says so."""
    _, fields = bibtex(files["articles/talks.bib"])
    assert not {"year", "month"} & fields.keys()
    assert "Date: not known" in fields["note"]


# --- hostile text -------------------------------------------------------------------------------

BROKEN = (
    "]]>",
    "<![CDATA[x]]>",
    "&lt;script&gt;",
    "&#x3C;b&#x3E;",
    "a\x00b\x0bc\x1bd\ufffe\ud800e",
    "}},\n  note = {owned",
    "\\input{/etc/passwd} % \\end",
    '=cmd|" /C calc"!A0',
    '"\r\n=1+1,"',
    "a\u2028b\u2029c\u0085d",
    "x\x1fy",
)


def shape(element: ET.Element) -> list[Any]:
    """Elements and names of attributes, without any text; runs of one kind count once."""
    parts = [shape(child) for child in element]
    kept = [part for at, part in enumerate(parts) if at == 0 or part != parts[at - 1]]
    return [element.tag, sorted(element.attrib), *kept]


@pytest.mark.parametrize("payload", [*filter(expected, PAYLOADS), *BROKEN])
def test_hostile_text_stays_text(payload: str) -> None:
    """Every file stays valid, and has the structure of a harmless article's file."""
    titled = hostile(payload, 1)
    harmless = hostile("Harmless", 1)

    def all_of(one: Briefing) -> dict[str, str]:
        tied = related(one)
        first, second = tied.analysis.actors[0].id, tied.analysis.weapons[0].id
        ties = tuple(replace(t, subject=first, object=second) for t in tied.analysis.relations)
        tied = replace(tied, analysis=replace(tied.analysis, relations=ties[:1]))
        return written(assemble((tied,), knowledge()))

    files, plain = all_of(titled), all_of(harmless)
    feeds = [path for path in files if path.endswith(".xml") and path != "rss.xml"]
    assert len(feeds) == 2
    for path in feeds:
        atom(files[path])
    assert shape(atom(files["feed.xml"])) == shape(atom(plain["feed.xml"]))
    title = clean(f"x{payload}x").strip()
    assert atom(files["feed.xml"]).findtext(f"{ATOM}entry/{ATOM}title") == title
    channel = rss(files["rss.xml"])
    assert shape(channel) == shape(rss(plain["rss.xml"]))
    shown = channel.findtext("item/title") or ""
    assert read(shown)[1] == []
    assert {name for name, _ in read(channel.findtext("item/description") or "")[1]} == {"p"}
    assert json_feed(files["feed.json"])["items"][0]["title"] == title
    assert shape(graphml(files["data/network.graphml"])) == shape(
        graphml(plain["data/network.graphml"])
    )
    bundle(files["data/stix.json"])
    for path in ("data/events.csv", "data/weapon-claims.csv", "data/outlook.csv"):
        rows = table(files[path])
        assert len(rows) == len(table(plain[path]))
        for cell in (cell for row in rows for cell in row.values()):
            assert not re.match(r"\s*[=+\-@\t\r]", cell)
    (name,) = (path for path in files if path.endswith(".bib"))
    _, fields = bibtex(files[name])
    assert fields.keys() == {"title", "author", "year", "month", "howpublished"} | {
        *("note", "url"),
    }
    for text in files.values():
        assert not re.search("[\x00-\x08\x0b\x0c\x0e-\x1f\u202a-\u202e\ud800-\udfff]", text)
        assert text.encode("utf-8")


def test_only_web_addresses_are_handed_on() -> None:
    """An address that is a script is left out everywhere."""
    one = replace(samples.parade(), url="javascript:alert(1)")
    assert "javascript" not in "".join(written(assemble((one,), knowledge())).values())


# --- addresses and the two doors ----------------------------------------------------------------


@pytest.mark.parametrize(
    ("path", "folders", "address"),
    [
        ("index.md", True, ""),
        ("index.md", False, "index.html"),
        ("actors/index.md", True, "actors/"),
        ("articles/a.md", True, "articles/a/"),
        ("articles/a.md", False, "articles/a.html"),
        ("data/a.json", True, "data/a.json"),
        ("about.md", True, "about/"),
    ],
)
def test_whole_addresses(path: str, folders: bool, address: str) -> None:
    """Where MkDocs puts the page, below the address of the site."""
    settings = SiteSettings(site_url=HOME.rstrip("/"), directory_urls=folders)
    assert Addresses.of(settings).page(paths.PagePath(path)) == HOME + address


@pytest.mark.parametrize("url", [None, "", "javascript:alert(1)", "/only/a/path"])
def test_a_site_without_an_address_has_the_local_one(url: str | None) -> None:
    """And never one that is none."""
    assert Addresses.of(SiteSettings(site_url=url)).site == LOCAL


@pytest.mark.parametrize(
    ("text", "url", "folders"),
    [
        (None, None, True),
        ("- no\n- mapping\n", None, True),
        ("site_url: [", None, True),
        ("site_url: 5\n", None, True),
        ("site_url: https://a.example/\nuse_directory_urls: false\n", "https://a.example/", False),
        ("site_url: !ENV [NO_SUCH_NAME, 'https://b.example/']\n", "https://b.example/", True),
        ("site_url: !ENV [TEST_ADDRESS, 'https://b.example/']\n", "https://env.example/", True),
        ("site_url: !ENV TEST_ADDRESS\n", "https://env.example/", True),
        ("site_url: !ENV []\n", None, True),
        ("INHERIT: base.yml\nx: !!python/name:os.system\n", "https://base.example/", True),
        ("INHERIT: mkdocs.yml\n", None, True),
    ],
)
def test_the_address_is_that_of_mkdocs(
    text: str | None,
    url: str | None,
    folders: bool,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Environment and inheritance included, nothing run; what cannot be read gives the default."""
    monkeypatch.setenv("TEST_ADDRESS", "https://env.example/")
    monkeypatch.delenv("NO_SUCH_NAME", raising=False)
    (tmp_path / "base.yml").write_text("site_url: https://base.example/\n", "utf-8")
    if text is not None:
        (tmp_path / "mkdocs.yml").write_text(text, "utf-8")
    assert read_address(tmp_path) == SiteSettings(site_url=url, directory_urls=folders)


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project built by both doors under an address with a sub-path."""
    folder = make(tmp_path_factory.mktemp("exports"))
    patch = pytest.MonkeyPatch()
    patch.setenv("SITE_URL", HOME)
    notes = 'publisher: The Orsa "Review" <b>\nurl: https://example.org/a?b=1&c=2\n'
    (folder / "seeds/harbour.yml").write_text(notes, "utf-8")
    built = run(folder, "generator", "build")
    assert built.returncode == 0, built.stderr
    checked = run(folder, "generator", "check")
    assert checked.returncode == 0, checked.stderr
    build(load_config(str(folder / "mkdocs.yml"), strict=True))
    patch.undo()
    return folder


def test_both_doors_pour_the_same_files(project: Path) -> None:
    """Whatever is no page reaches the site byte for byte as it stands on disk."""
    disk, site = tree(project / "briefings"), tree(project / "site")
    others = [name for name in disk if not name.endswith(".md") and not name.startswith(".")]
    endings = {Path(name).suffix for name in others}
    assert endings == {".json", ".xml", ".csv", ".graphml", ".bib"}
    assert [name for name in others if site.get(name) != disk[name]] == []
    assert b"\r\n" in disk["data/events.csv"]
    assert HOME.encode() in disk["feed.xml"]


def test_other_files_are_in_no_index(project: Path) -> None:
    """Neither the search index nor the site map nor the navigation knows them."""
    places = ("search/search_index.json", "sitemap.xml")
    for place in places:
        text = (project / "site" / place).read_text("utf-8")
        assert not re.search(r"\.(?:csv|graphml|bib|xml)\b", text.replace("sitemap.xml", "")), place
    home = (project / "site/index.html").read_text("utf-8")
    navigation = "".join(re.findall(r"<nav.*?</nav>", home, re.DOTALL))
    assert navigation
    assert not re.search(r"\.(?:csv|graphml|bib|xml|json)\b", navigation)


def head(project: Path, page: str) -> str:
    return (project / "site" / page / "index.html").read_text("utf-8").partition("</head>")[0]


def linked_data(text: str) -> dict[str, Any]:
    (found,) = re.findall(r'<script type="application/ld\+json">(.*?)</script>', text, re.DOTALL)
    data: dict[str, Any] = json.loads(found)
    return data


def feeds(text: str) -> dict[str, str]:
    found = re.findall(r'<link rel="alternate feed" type="([\w/+]+)" .*?href="(.*?)">', text)
    return dict(found)


def test_the_head_of_a_briefing_describes_it(project: Path) -> None:
    """schema.org, Open Graph and feeds; the date is said of the article, which has it."""
    (slug,) = (path.stem for path in (project / "briefings/articles").glob("*harbour*.md"))
    text = head(project, f"articles/{slug}")
    data = linked_data(text)
    assert data["@type"] == "Report"
    assert data["@context"] == "https://schema.org"
    assert data["url"] == f"{HOME}articles/{slug}/"
    assert {"name": "Ruritania"} in data["about"]
    assert data["citation"]["publisher"]["name"] == 'The Orsa "Review" <b>'
    assert data["citation"]["url"] == "https://example.org/a?b=1&c=2"
    assert "datePublished" not in data
    tags = dict(re.findall(r'<meta (?:property|name)="([\w:]+)" content="(.*?)">', text))
    assert tags["og:type"] == "article"
    assert tags["og:url"] == f"{HOME}articles/{slug}/"
    assert html.unescape(tags["og:title"]) == data["headline"]
    (said,) = re.findall(
        r'<meta name="description" property="og:description" content="(.*?)">', text
    )
    assert html.unescape(said) == data["description"]
    assert tags["twitter:card"] == "summary"
    assert feeds(text) == {"application/atom+xml": "../../feed.xml"}
    assert f'href="../../data/{slug}.json"' in text
    # The theme fetches a sitemap.xml beside each of these.
    assert 'rel="alternate"' not in text


def test_the_head_of_other_pages(project: Path) -> None:
    """A dossier names its own feed; a list is a web page; links of all of them lead to files."""
    dossier = head(project, "actors/ruritania")
    assert 'href="../ruritania.xml"' in dossier
    assert (project / "site/actors/ruritania.xml").is_file()
    assert linked_data(dossier)["@type"] == "WebPage"
    assert linked_data(head(project, "timeline"))["name"] == "Timeline"
    assert feeds(head(project, ".")) == {
        "application/atom+xml": "feed.xml",
        "application/rss+xml": "rss.xml",
        "application/feed+json": "feed.json",
    }


def test_a_briefing_says_how_to_cite_it(project: Path) -> None:
    """A line to copy and the file beside the page."""
    (page,) = (project / "briefings/articles").glob("*harbour*.md")
    (line,) = (one for one in page.read_text("utf-8").splitlines() if "**Cite this" in one)
    assert f"[BibTeX]({page.stem}.bib)" in line
    assert page.with_suffix(".bib").is_file()
