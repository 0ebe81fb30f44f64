"""From the disk to the pages that should stand there, with what did not change kept in hand.

A :class:`Workshop` makes one plan after another; ``mkdocs serve`` keeps one alive. It alone
decides what is shown while something is broken: the last knowledge, briefing and page that were
good. A workshop that never saw a good one shows nothing and says why.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, replace
from functools import partial

from generator.disk import knowledge as stored
from generator.disk.analyses import Analyses
from generator.disk.outcomes import build_day, read_outcomes
from generator.disk.page_copies import PageCopies
from generator.disk.read import Places, read_inputs
from generator.knowledge.base import KnowledgeBase
from generator.library import Library
from generator.library.addresses import former_addresses
from generator.model import ArticleId, Page, PagePath, Slug
from generator.pages import paths, plan
from generator.pages.edits import memory
from generator.pages.edits.footnotes import footnotes
from generator.pages.edits.merge import is_edited
from generator.pages.front_matter import identity
from generator.pages.settings import SiteSettings
from generator.problems import Problem
from generator.project import Brief, Inputs, Outcome, Seed, brief, build_library, internal

MANY = 200
"""From so many new articles on, starting processes pays (measured: 0.3 s for two of them)."""

Progress = Callable[[int, int], None]
"""Told how many articles of how many are done."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Poured:
    """A plan merged with the hand edits on disk. ``library`` is None without knowledge;
    ``whole`` is False where an error kept something out of the plan."""

    library: Library | None
    plan: memory.Pages
    remembered: memory.Memory
    """The memory as found on disk."""
    problems: tuple[Problem, ...]

    @property
    def whole(self) -> bool:
        return not any(problem.severity == "error" for problem in self.problems)


class Workshop:
    """Plans a project again and again, repeating only what changed."""

    def __init__(
        self,
        places: Places,
        *,
        settings: SiteSettings | None = None,
        jobs: int | None = None,
        progress: Progress | None = None,
    ) -> None:
        self.places = places
        self.settings = settings or SiteSettings()
        self._jobs = jobs
        self._progress = progress
        self._knowledge: tuple[str, KnowledgeBase] | None = None
        self._analyses: Analyses | None = None
        self._outcomes: dict[Seed, Outcome] = {}
        self._good: dict[str, Outcome] = {}
        self._pages: dict[PagePath, Page] = {}
        self._copies = PageCopies(places.cache)

    def work(self) -> Poured:
        """Read everything, plan, and merge with what stands in the output folder."""
        inputs, unread = read_inputs(self.places)
        knowledge, problems = self._know(inputs)
        problems = (*unread, *map(self.places.located, problems))
        library: Library | None = None
        pages: tuple[Page, ...] = tuple(self._pages.values())
        remembered = memory.load(_text(self.places, memory.FILE) or "")
        if knowledge is not None:
            library, found = build_library(
                inputs.seeds,
                knowledge=knowledge,
                each=self._each,
                brief=partial(brief, knowledge=knowledge),
            )
            records, recording = read_outcomes(self.places)
            library = replace(
                library,
                resolutions=records,
                former=former_addresses(self._left(library, remembered), library.briefings),
            )
            pages, faults = self._plan(library, inputs)
            faults = tuple(map(self.places.located, faults))
            problems = (*problems, *recording, *found, *faults)
        current = {
            path: text
            for path in {page.path for page in pages} | set(map(PagePath, remembered))
            if (text := _text(self.places, path)) is not None
        }
        merged = memory.merge_all(
            pages,
            current,
            remembered,
            definitions=footnotes(library) if library else lambda _: {},
        )
        located = tuple(
            replace(problem, file=self.places.name(self.places.out / problem.file))
            for problem in merged.problems
        )
        return Poured(
            library=library,
            plan=merged,
            remembered=remembered,
            problems=(*problems, *located),
        )

    def _left(self, library: Library, remembered: memory.Memory) -> dict[Slug, ArticleId]:
        """The articles of the pages on disk at addresses that no briefing has, as those pages
        say themselves. A page with hand edits stays what it is."""
        used = {one.slug for one in library.briefings}
        found: dict[Slug, ArticleId] = {}
        for path, parts in remembered.items():
            slug = Slug(paths.article_slug(PagePath(path)))
            text = None if not slug or slug in used else _text(self.places, PagePath(path))
            if text and (article := identity(text)) and not is_edited(text, parts):
                found[slug] = ArticleId(article)
        return found

    def _know(self, inputs: Inputs) -> tuple[KnowledgeBase | None, tuple[Problem, ...]]:
        key = stored.digest(inputs.knowledge)
        if self._knowledge is not None and self._knowledge[0] == key:
            return self._knowledge[1], ()
        try:
            knowledge, problems = stored.load(inputs.knowledge, cache=self.places.cache)
        except Exception as error:  # a fault of ours in an odd file; serving must go on
            knowledge, problems = None, (internal(error, self.places.name(self.places.knowledge)),)
        if knowledge is not None:
            # Findings are told again in each run while they last, so only a clean one is kept.
            self._knowledge = ("" if problems else key, knowledge)
            self._analyses = Analyses(self.places.cache, key)
            self._outcomes = {}
        return (self._knowledge[1] if self._knowledge else None), problems

    def _each(self, brief: Brief, seeds: tuple[Seed, ...]) -> Iterator[Outcome]:
        outcomes: dict[Seed, Outcome] = {}
        for seed in seeds:
            if known := self._outcomes.get(seed) or (self._analyses and self._analyses.get(seed)):
                outcomes[seed] = known
        new = [seed for seed in seeds if seed not in outcomes]
        jobs = self._jobs or (1 if len(new) < MANY else os.cpu_count() or 1)
        for done, (seed, outcome) in enumerate(zip(new, spread(brief, new, jobs), strict=True), 1):
            outcomes[seed] = outcome
            if self._analyses:
                self._analyses.put(seed, outcome)
            if self._progress:
                self._progress(done, len(new))
        if new and self._analyses:
            self._analyses.keep_only(seeds)
        self._outcomes = outcomes
        for seed in seeds:
            outcome = outcomes[seed]
            if outcome.briefing is not None:
                self._good[seed.file] = outcome
            elif (good := self._good.get(seed.file)) is not None:
                outcome = replace(outcome, briefing=good.briefing)
            yield outcome

    def _plan(
        self, library: Library, inputs: Inputs
    ) -> tuple[tuple[Page, ...], tuple[Problem, ...]]:
        day, unset = build_day()
        try:
            settings = replace(self.settings, build_date=day)
            pages, problems = plan(library, inputs.templates, settings=settings, kept=self._copies)
        except Exception as error:  # a template may call anything; serving must go on
            pages, problems = (), (internal(error, self.places.name(self.places.templates)),)
        fresh = {page.path: page for page in pages}
        if any(problem.severity == "error" for problem in problems):
            fresh = self._pages | fresh
        else:
            self._copies.keep_used()
        self._pages = fresh
        return tuple(fresh[path] for path in sorted(fresh)), (*unset, *problems)


def spread(brief: Brief, seeds: Iterable[Seed], jobs: int) -> Iterator[Outcome]:
    """``map`` over processes; the same results in the same order for any number of them."""
    seeds = tuple(seeds)
    if jobs <= 1 or len(seeds) < 2:
        yield from map(brief, seeds)
        return
    with ProcessPoolExecutor(
        max_workers=min(jobs, len(seeds)), initializer=_hold, initargs=(brief,)
    ) as pool:
        yield from pool.map(_do, seeds, chunksize=max(1, min(16, len(seeds) // jobs)))


_held: list[Brief] = []
"""The function of a worker process: it carries the knowledge base and is sent only once."""


def _hold(brief: Brief) -> None:
    _held[:] = [brief]


def _do(seed: Seed) -> Outcome:
    return _held[0](seed)


def _text(places: Places, path: PagePath) -> str | None:
    """A page on disk; bytes that are no UTF-8 come as lone surrogates, for the merge to name."""
    try:
        return (places.out / path).read_bytes().decode("utf-8", "surrogateescape")
    except OSError:
        return None
