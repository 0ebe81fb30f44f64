"""Briefings made by hand: invented articles with real offsets.

Everything an extractor could find is written out here, so that pages can be tested without any.
"""

from __future__ import annotations

import hashlib
import re
from typing import cast

from msgspec.structs import replace

from generator.knowledge import entities
from generator.knowledge.base import KnowledgeBase
from generator.library import Library, assemble
from generator.model import (
    ANONYMOUS,
    AUTHOR,
    Actor,
    Analysis,
    Article,
    ArticleId,
    Briefing,
    Claim,
    Document,
    EntityId,
    Event,
    Horizon,
    Mention,
    MentionKind,
    Outlook,
    Paragraph,
    PublicationDate,
    Relation,
    Removed,
    Sentence,
    SentenceId,
    Slug,
    Specification,
    Statement,
    StatusClaim,
    Weapon,
)
from tests import workbench

PARADE = (
    "North Korea rolled the Hwasong-20 through Pyongyang on October 10, 2025. "
    "The missile has a range exceeding 15,000 kilometers. "
    'Kim Jong-un said the weapon "will never be used first". '
    "A defence official warned that a test is likely before the end of 2026 if talks fail. "
    "Analyst Mira Vanholt doubts that KN-23 missiles were among the vehicles. "
    "Cruise missiles closed the column.\n\n"
    "Statement: This article represents the views of the author."
)
TEST = (
    "South Korea's military said the North fired two KN-23 missiles on March 4. "
    "Both flew about 600 kilometers and one failed, a source said. "
    "Seoul might deploy more interceptors."
)
TALKS = (
    "Delegations met on Lake Orsa. "
    "Nobody named a date for the next round. "
    "The hosts will publish a summary by Friday."
)


def article(text: str, *, identity: str, removed: str = "") -> Article:
    start = text.index(removed) if removed else 0
    return Article(
        id=ArticleId(identity),
        file=f"seeds/{identity}.txt",
        encoding="utf-8",
        text=text,
        text_sha256=hashlib.sha256(text.encode()).hexdigest(),
        language="en",
        paragraphs=(Paragraph(start=0, end=len(text)),),
        removed=(Removed(start=start, end=start + len(removed), why="disclaimer"),)
        if removed
        else (),
    )


def document(one: Article) -> Document:
    """Cut at full stops; good enough for texts written here."""
    body = one.removed[0].start if one.removed else len(one.text)
    found = [
        (match.start(), match.end())
        for match in re.finditer(r"\S.*?[.?!](?=\s|$)", one.text[:body], re.DOTALL)
    ]
    return Document(
        article=one,
        sentences=tuple(
            Sentence(
                start=start,
                end=end,
                id=SentenceId(f"s{number}"),
                paragraph=0,
                text=one.text[start:end],
                display=" ".join(one.text[start:end].split()),
            )
            for number, (start, end) in enumerate(found, 1)
        ),
    )


def mention(
    doc: Document, surface: str, entity: str, kind: MentionKind = "actor", **options: object
) -> Mention:
    """The first occurrence of ``surface``, or of its ``nth``."""
    nth = cast("int", options.pop("nth", 0))
    start = [m.start() for m in re.finditer(re.escape(surface), doc.article.text)][nth]
    sentence = next(s for s in doc.sentences if s.start <= start < s.end)
    return Mention(
        start=start,
        end=start + len(surface),
        sentence=sentence.id,
        surface=surface,
        rule="alias",
        kind=kind,
        entity=EntityId(entity),
        known=bool(options.pop("known", True)),
        inferred=bool(options.pop("inferred", False)),
    )


def evidence(*numbers: int) -> tuple[SentenceId, ...]:
    return tuple(SentenceId(f"s{number}") for number in numbers)


def claim(doc: Document, number: int, **said: object) -> Claim:
    """Who stands behind the whole of a sentence."""
    sentence = doc.sentences[number - 1]
    span = {"start": sentence.start, "end": sentence.end, "sentence": sentence.id}
    return Claim(**{**span, **said})  # type: ignore[arg-type]


def blank(doc: Document, title: str) -> Analysis:
    """An analysis that found nothing."""
    return Analysis(
        document=doc,
        genre="unknown",
        mentions=(),
        actors=(),
        weapons=(),
        dates=(),
        quantities=(),
        published=PublicationDate(
            value=None, precision=None, basis="unknown", why="The article names no date."
        ),
        layers={sentence.id: "fact" for sentence in doc.sentences},
        claims=(),
        events=(),
        relations=(),
        outlook=(),
        title=title,
        title_basis="derived",
        bluf=Statement(text="", evidence=()),
        summary=(),
        gaps=(),
    )


def briefing(analysis: Analysis, slug: str, **changes: object) -> Briefing:
    one = Briefing(
        analysis=analysis,
        slug=Slug(slug),
        description=analysis.bluf.text or analysis.title,
        publisher=None,
        author=None,
        url=None,
        reliability="F",
        credibility="6",
        sourcing="No statement of this article is attributed to a source.",
        tags=(),
        status="draft",
    )
    return replace(one, **changes)  # type: ignore[arg-type]


def parade() -> Briefing:
    doc = document(
        article(
            PARADE,
            identity="a1b2c3d4e5f60718",
            removed="Statement: This article represents the views of the author.",
        )
    )
    kim = mention(doc, "Kim Jong-un", "kim-jong-un")
    north = mention(doc, "North Korea", "north-korea")
    analyst = mention(doc, "Mira Vanholt", "mira-vanholt", known=False)
    ours = (
        mention(doc, "Hwasong-20", "hwasong-20", "weapon"),
        mention(doc, "KN-23", "hwasong-11a", "weapon"),
        mention(doc, "Cruise missiles", "cruise-missile", "weapon"),
    )
    place = mention(doc, "Pyongyang", "pyongyang", "place")
    figure = PARADE.index("exceeding 15,000 kilometers")
    quote = doc.sentences[3]
    analysis = replace(
        blank(doc, "Hwasong-20 displayed in Pyongyang"),
        genre="analysis",
        mentions=(north, ours[0], place, kim, analyst, ours[1], ours[2]),
        actors=(
            Actor(
                id=EntityId("north-korea"),
                name="North Korea",
                type="state",
                known=True,
                role=None,
                mentions=(north,),
            ),
            Actor(
                id=EntityId("kim-jong-un"),
                name="Kim Jong Un",
                type="person",
                known=True,
                role="leader",
                mentions=(kim,),
            ),
            Actor(
                id=EntityId("mira-vanholt"),
                name="Mira Vanholt",
                type="person",
                known=False,
                role="analyst",
                mentions=(analyst,),
                note="Named once only.",
            ),
        ),
        weapons=(
            Weapon(
                id=EntityId("hwasong-20"),
                name="Hwasong-20",
                kind="system",
                weapon_class="icbm",
                owner=(EntityId("north-korea"),),
                known=True,
                mentions=(ours[0],),
                status=(
                    StatusClaim(value="displayed", holder=None, evidence=evidence(1), cue="rolled"),
                    StatusClaim(
                        value="flight-tested",
                        holder=ANONYMOUS,
                        evidence=evidence(4),
                        cue="test",
                        hypothetical=True,
                    ),
                ),
                specs=(
                    Specification(
                        start=figure,
                        end=figure + len("exceeding 15,000 kilometers"),
                        property="range_km",
                        op=">",
                        value=15000.0,
                        original="exceeding 15,000 kilometers",
                        holder=None,
                        evidence=evidence(2),
                        knowledge="agrees",
                        knowledge_note="The knowledge base holds more than 15,000 km, claimed.",
                    ),
                ),
            ),
            Weapon(
                id=EntityId("hwasong-11a"),
                name="Hwasong-11A",
                kind="system",
                weapon_class="srbm",
                owner=(EntityId("north-korea"),),
                known=True,
                mentions=(ours[1],),
                status=(
                    StatusClaim(
                        value="mentioned", holder="mira-vanholt", evidence=evidence(5), cue="doubts"
                    ),
                ),
            ),
            Weapon(
                id=EntityId("cruise-missile"),
                name="cruise missile",
                kind="class",
                weapon_class="cruise-missile",
                owner=(),
                known=True,
                mentions=(ours[2],),
                status=(StatusClaim(value="displayed", holder=None, evidence=evidence(6)),),
            ),
        ),
        published=PublicationDate(
            value="2025-10-10",
            precision="day",
            basis="inferred",
            why="the newest event that the article reports",
            evidence=evidence(1),
        ),
        claims=(
            claim(doc, 1, holder=None, cue="", modality="asserted"),
            claim(doc, 2, holder=None, cue="", modality="asserted"),
            claim(doc, 3, holder="kim-jong-un", cue="said", modality="reported"),
            claim(
                doc,
                4,
                holder=ANONYMOUS,
                cue="warned",
                modality="reported",
                source="A defence official",
            ),
            claim(doc, 5, holder="mira-vanholt", cue="doubts", modality="hedged"),
        ),
        events=(
            Event(
                start="2025-10-10",
                end="2025-10-10",
                precision="day",
                date_text="on October 10, 2025",
                type="military-display",
                verb="rolled",
                actors=(EntityId("north-korea"),),
                recipients=(),
                weapons=(EntityId("hwasong-20"),),
                place="pyongyang",
                status="happened",
                holder=None,
                evidence=evidence(1),
                text="North Korea rolled the Hwasong-20 through Pyongyang",
            ),
        ),
        relations=(
            Relation(
                subject=EntityId("north-korea"),
                predicate="displays",
                object=EntityId("hwasong-20"),
                holder=None,
                evidence=evidence(1),
            ),
        ),
        outlook=(
            Outlook(
                sentence=SentenceId("s4"),
                quote=quote.text,
                start=quote.start,
                end=quote.end,
                type="warning",
                holder=ANONYMOUS,
                condition="if talks fail",
                term="likely",
                percent=(55, 80),
                scale="ICD 203",
                horizon=Horizon(text="before the end of 2026", end="2026-12-31"),
                evidence=evidence(4),
            ),
            Outlook(
                sentence=SentenceId("s3"),
                quote="will never be used first",
                start=PARADE.index("will never"),
                end=PARADE.index("will never") + len("will never be used first"),
                type="pledge",
                holder="kim-jong-un",
                condition=None,
                term=None,
                percent=None,
                scale=None,
                horizon=None,
                evidence=evidence(3),
            ),
        ),
        bluf=Statement(
            text="North Korea displayed the Hwasong-20 in Pyongyang on 10 October 2025.",
            evidence=evidence(1),
        ),
        summary=(
            Statement(text=doc.sentences[0].display, evidence=evidence(1)),
            Statement(text=doc.sentences[2].display, evidence=evidence(3), holder="kim-jong-un"),
            Statement(text=doc.sentences[4].display, evidence=evidence(5), holder="mira-vanholt"),
        ),
        gaps=("How many vehicles: not stated.", "Who measured the range: not stated."),
        machine_translated=("asymmetric means",),
    )
    return briefing(
        analysis,
        "2025-10-10-hwasong-20-displayed-in-pyongyang",
        publisher="The Orsa Review",
        author="J. Ferro",
        url="https://example.org/parade?id=7&x=[1]",
        sourcing="Five statements: one each by Kim Jong Un, Mira Vanholt and an unnamed official; "
        "two without a source.",
        tags=("north-korea", "icbm", "parade"),
    )


def flight() -> Briefing:
    doc = document(article(TEST, identity="0f1e2d3c4b5a6978"))
    south = mention(doc, "South Korea", "south-korea")
    north = mention(doc, "the North", "north-korea")
    missile = mention(doc, "KN-23", "hwasong-11a", "weapon")
    figure = TEST.index("about 600 kilometers")
    last = doc.sentences[2]
    analysis = replace(
        blank(doc, "Two KN-23 missiles fired"),
        genre="news",
        mentions=(south, north, missile),
        actors=(
            Actor(
                id=EntityId("south-korea"),
                name="South Korea",
                type="state",
                known=True,
                role=None,
                mentions=(south,),
            ),
            Actor(
                id=EntityId("north-korea"),
                name="North Korea",
                type="state",
                known=True,
                role=None,
                mentions=(north,),
            ),
        ),
        weapons=(
            Weapon(
                id=EntityId("hwasong-11a"),
                name="Hwasong-11A",
                kind="system",
                weapon_class="srbm",
                owner=(EntityId("north-korea"),),
                known=True,
                mentions=(missile,),
                status=(
                    StatusClaim(
                        value="flight-tested",
                        holder="south-korea",
                        evidence=evidence(1, 2),
                        outcome="failure",
                        cue="fired",
                    ),
                ),
                specs=(
                    Specification(
                        start=figure,
                        end=figure + len("about 600 kilometers"),
                        property="flown_km",
                        op="~",
                        value=600.0,
                        original="about 600 kilometers",
                        holder=ANONYMOUS,
                        evidence=evidence(2),
                    ),
                ),
            ),
        ),
        published=PublicationDate(
            value="2026-03", precision="month", basis="editor", why="an editor supplied it"
        ),
        claims=(
            claim(doc, 1, holder="south-korea", cue="said", modality="reported"),
            claim(doc, 2, holder=ANONYMOUS, cue="said", modality="reported"),
            claim(doc, 3, holder=AUTHOR, cue="might", modality="hedged"),
        ),
        events=(
            Event(
                start=None,
                end=None,
                precision=None,
                date_text="on March 4",
                type="missile-test",
                verb="fired",
                actors=(EntityId("north-korea"),),
                recipients=(),
                weapons=(EntityId("hwasong-11a"),),
                place=None,
                status="reported",
                holder="south-korea",
                evidence=evidence(1),
            ),
        ),
        outlook=(
            Outlook(
                sentence=SentenceId("s3"),
                quote=last.text,
                start=last.start,
                end=last.end,
                type="forecast",
                holder=AUTHOR,
                condition=None,
                term="might",
                percent=None,
                scale=None,
                horizon=None,
                evidence=evidence(3),
            ),
        ),
        bluf=Statement(text=doc.sentences[0].display, evidence=evidence(1), holder="south-korea"),
        summary=(Statement(text=doc.sentences[0].display, evidence=evidence(1)),),
    )
    return briefing(
        analysis, "two-kn-23-missiles-fired", tags=("north-korea", "srbm"), status="reviewed"
    )


def talks() -> Briefing:
    """An article in which nearly nothing is found: every section has to say so."""
    return briefing(blank(document(article(TALKS, identity="77aa")), "Talks"), "talks")


def knowledge() -> KnowledgeBase:
    def alias(text: str, lang: str = "en") -> entities.Alias:
        return entities.Alias(text=text, lang=lang)

    actors = (
        entities.Actor(
            id="north-korea",
            name="North Korea",
            kind="state",
            official_name="Democratic People's Republic of Korea",
            aliases=(alias("DPRK"), alias("북한", "ko"), alias("朝鲜", "zh")),
            capital="pyongyang",
            description="State in the northern half of the Korean peninsula.",
            confidence="certain",
            sources=("atlas",),
        ),
        entities.Actor(id="south-korea", name="South Korea", kind="state", aliases=(alias("ROK"),)),
        entities.Actor(
            id="kim-jong-un",
            name="Kim Jong Un",
            kind="person",
            country="north-korea",
            aliases=(alias("Kim Jong-un"), alias("김정은", "ko"), alias("金正恩", "zh")),
            roles=(
                entities.Role(title="General Secretary", org="party", valid_from="2021-01-10"),
                entities.Role(
                    title="First Secretary", valid_from="2012-04-11", valid_to="2016-05-09"
                ),
            ),
            founded=None,
            sources=("atlas", "unheard"),
        ),
    )
    weapons = (
        entities.Weapon(
            id="hwasong-20",
            name="Hwasong-20",
            country="north-korea",
            weapon_class="icbm",
            aliases=(alias("Hwasongpho-20"), alias("화성-20", "ko"), alias("火星-20", "zh")),
            range_km=(
                entities.Range(
                    km=15000, op=">", kind="claimed", note="never flown", sources=("atlas",)
                ),
            ),
            propulsion="solid",
            stages=3,
            first_seen="2025-10-10",
        ),
        entities.Weapon(
            id="hwasong-11a",
            name="Hwasong-11A",
            weapon_class="srbm",
            aliases=(alias("KN-23"),),
            designations={"us": "KN-23"},
        ),
    )
    classes = (
        entities.WeaponClass(id="icbm", name="intercontinental ballistic missile", short="ICBM"),
        entities.WeaponClass(id="srbm", name="short-range ballistic missile", short="SRBM"),
        entities.WeaponClass(id="cruise-missile", name="cruise missile"),
    )
    return KnowledgeBase(
        actors={one.id: one for one in actors},
        weapons={one.id: one for one in weapons},
        classes={one.id: one for one in classes},
        places={"pyongyang": entities.Place(id="pyongyang", name="Pyongyang")},
        events={},
        instruments={},
        sources={
            "atlas": entities.Source(
                id="atlas", title="Atlas of States", url="https://example.org/atlas"
            )
        },
        # Pages ask only for the labels of events.
        language=workbench.knowledge().language,
    )


def samples() -> tuple[Briefing, ...]:
    return parade(), flight(), talks()


def library() -> Library:
    return assemble(samples(), knowledge())
