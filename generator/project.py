"""From a project's files, as read, to its library: which seed becomes a briefing and which not.

Pure: the files come in as bytes and text, the findings go out. How the articles are spread over
processes is the caller's choice (``each``), and changes nothing in the result.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import islice

from msgspec.structs import replace

from generator import ingest
from generator.briefing import compose
from generator.briefing.corrections import unused
from generator.knowledge.base import KnowledgeBase
from generator.library import Library, assemble
from generator.model import Article, ArticleId, Briefing
from generator.problems import Problem


@dataclass(frozen=True, slots=True, kw_only=True)
class Seed:
    """One raw article. ``file`` is its path below the project with forward slashes; ``notes``
    is the text of the editor's file beside it."""

    file: str
    raw: bytes
    notes: str | None = None
    notes_file: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Inputs:
    """Everything a plan depends on, as it stands on disk."""

    seeds: tuple[Seed, ...]
    knowledge: Mapping[str, str] = field(default_factory=dict)
    templates: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What became of one seed. ``briefing`` is None where ``problems`` hold an error."""

    briefing: Briefing | None
    problems: tuple[Problem, ...] = ()


Brief = Callable[[Seed], Outcome]
Each = Callable[[Brief, tuple[Seed, ...]], Iterable[Outcome]]
"""Applies a function to every seed, results in the order of the seeds; ``map`` is one."""


def brief(seed: Seed, *, knowledge: KnowledgeBase) -> Outcome:
    """Read, analyse and compose one seed."""
    # Only here: a build in which no article changed does without the rules, whose modules take as
    # long to import as all others.
    from generator.extract import analyse, readings_that_lost  # noqa: PLC0415

    article, problems = read(seed, knowledge=knowledge)
    if article is None:
        return Outcome(briefing=None, problems=problems)
    try:
        document = ingest.to_document(article, language=knowledge.language)
        analysis = analyse(document, knowledge=knowledge)
        briefing = replace(
            compose(analysis, knowledge=knowledge),
            passed_over=readings_that_lost(analysis, knowledge=knowledge),
        )
    except Exception as error:  # one article that meets a fault of ours must not cost the others
        return Outcome(briefing=None, problems=(*problems, internal(error, seed.file)))
    left = tuple(unused(analysis, knowledge=knowledge))
    return Outcome(briefing=briefing, problems=(*problems, *(_unused(seed, one) for one in left)))


def read(seed: Seed, *, knowledge: KnowledgeBase) -> tuple[Article | None, tuple[Problem, ...]]:
    """The article of a seed, with the editor's notes in it."""
    notes, problems = ingest.parse_notes(seed.notes or "", file=seed.notes_file)
    try:
        article = ingest.read_article(
            seed.raw, file=seed.file, language=knowledge.language, notes=notes
        )
    except Exception as error:  # as above
        return None, (*problems, internal(error, seed.file))
    if isinstance(article, Problem):
        return None, (*problems, article)
    return article, tuple(problems)


def build_library(
    seeds: tuple[Seed, ...], *, knowledge: KnowledgeBase, each: Each, brief: Brief
) -> tuple[Library, tuple[Problem, ...]]:
    """All seeds together. Of seeds that hold the same text, white space apart, the first by name
    is kept."""
    problems: list[Problem] = []
    first: dict[str, Briefing] = {}
    identities: set[str] = set()
    for outcome in each(brief, tuple(sorted(seeds, key=lambda seed: seed.file))):
        problems += outcome.problems
        if outcome.briefing is None:
            continue
        article = outcome.briefing.article
        words = _words(article)
        kept = first.setdefault(words, outcome.briefing)
        if kept is not outcome.briefing:
            problems.append(_duplicate(article, kept.article))
        elif article.id in identities:
            first[words] = _renamed(outcome.briefing)
        identities.add(article.id)
    library = assemble(tuple(first.values()), knowledge)
    return library, (*problems, *_copies(library))


def _unused(seed: Seed, correction: tuple[str, str]) -> Problem:
    field, value = correction
    return Problem(
        code="W_NOTES_UNUSED",
        message=f'nothing in the article is "{value}"',
        file=seed.notes_file,
        field=field,
        remedy="mend the line or remove it",
    )


def _renamed(briefing: Briefing) -> Briefing:
    """Of two files of one name in two folders, or with two endings, the second one: its
    identity gets the start of a hash of its path."""
    article = briefing.article
    mark = hashlib.sha256(article.file.encode()).hexdigest()[:6]
    document = replace(
        briefing.analysis.document,
        article=replace(article, id=ArticleId(f"{article.id}-{mark}")),
    )
    analysis = replace(briefing.analysis, document=document)
    return replace(briefing, analysis=analysis)


def _words(article: Article) -> str:
    """A hash of what an article says, white space apart."""
    said = "".join(article.text.split())
    return hashlib.sha256(said.encode("utf-8", errors="replace")).hexdigest()


def _duplicate(article: Article, kept: Article) -> Problem:
    return Problem(
        code="W_DUPLICATE_ARTICLE",
        message=f"holds the same text as {kept.file}, which is kept",
        file=article.file,
        remedy="delete one of the two",
    )


_COPIED = {
    "text": ("W_NEAR_DUPLICATE", "holds largely the same text as {}"),
    "address": ("W_SAME_ADDRESS", "comes from the same address as {}"),
}


def _copies(library: Library) -> Iterator[Problem]:
    """A finding for each copy that no editor has reviewed, beside the article it is nearest to."""
    by_slug = {briefing.slug: briefing for briefing in library.briefings}
    for briefing in sorted(library.briefings, key=lambda one: one.article.file):
        earlier = (
            (near.kind, by_slug[near.slug].article.file)
            for near in briefing.related
            if near.kind in _COPIED and by_slug[near.slug].article.file < briefing.article.file
        )
        for kind, file in islice(earlier, 0 if briefing.status == "reviewed" else 1):
            code, message = _COPIED[kind]
            yield Problem(
                code=code,
                message=message.format(file),
                file=briefing.article.file,
                remedy="delete one of the two, or keep both and set status: reviewed in the notes "
                "of this one; their pages name each other",
            )


def internal(error: Exception, file: str) -> Problem:
    """An error of the generator itself while it read ``file`` (or a folder), with the place in
    the code that a report of it needs."""
    trace = error.__traceback__
    while trace is not None and trace.tb_next is not None:
        trace = trace.tb_next
    place = f" in {trace.tb_frame.f_code.co_qualname}:{trace.tb_lineno}" if trace else ""
    return Problem(
        code="E_INTERNAL",
        message=f"{type(error).__name__}{place}: {error}"[:300],
        file=file,
        remedy="please report it with the file; others are not affected",
    )
