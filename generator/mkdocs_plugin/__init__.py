"""The MkDocs door: the planned pages, in memory, wherever MkDocs looks for pages.

Nothing is ever written to the docs folder: a plugin that does so while serving rebuilds without
end (measured: 24 rebuilds in 12 s). An error is logged as a warning, which ends a strict build
and leaves a server running with the last pages that were good.
"""

from __future__ import annotations

import gc
import re
from collections.abc import Iterable, Iterator, Mapping
from functools import partial
from pathlib import Path
from typing import Literal

from jinja2 import Environment
from mkdocs.config import config_options
from mkdocs.config.base import Config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import BasePlugin, CombinedEvent, event_priority, get_plugin_logger
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import AnchorLink
from mkdocs.utils.templates import TemplateContext

from generator.disk import Places, Workshop
from generator.disk.outcomes import FILE as OUTCOMES
from generator.disk.search import finish_search
from generator.disk.write import write_atomically
from generator.mkdocs_plugin import marks, site_map
from generator.mkdocs_plugin.frame import TEMPLATE as FRAMED
from generator.mkdocs_plugin.frame import Frame
from generator.mkdocs_plugin.header import FILE as HEADER
from generator.mkdocs_plugin.header import Header
from generator.mkdocs_plugin.rendering import Rendering
from generator.pages.search import Engine, SearchedPage, Section, readable
from generator.pages.sections import CUT, sections
from generator.pages.settings import SiteSettings
from generator.problems import Problem
from generator.text.printable import one_entry

log = get_plugin_logger("briefings")

_INDEX = "index.md"
_INDENTED = re.compile(r"\n\s+")
_VERBATIM = ("<pre", "<textarea", "`")
"""What the lines and gaps of a frame may matter to."""
_COMPACT = {"sort_keys": True, "separators": (",", ":")}
"""How data is written into a page: some 200 characters less in each."""
_SOURCE_MAP = (".js.map", ".css.map")
"""Files of the theme for its own makers, a third of what it adds to a site."""
_TONGUES = "assets/javascripts/lunr/"
"""Files of the theme that its search asks for in any language but English, 0.9 MB."""
_CONTENT = "\x02content\x03"
_APOLOGY = """\
---
title: The briefings could not be made
---

# The briefings could not be made

Mend what is named here and save; this page will make room for the briefings.

"""


class BriefingsConfig(Config):  # type: ignore[no-untyped-call]  # MkDocs is typed in part
    """Folders, relative to ``mkdocs.yml``. The generated pages belong to ``docs_dir``."""

    seeds = config_options.Dir(default="seeds")
    knowledge = config_options.Dir(default="knowledge")
    vocabulary = config_options.Optional(config_options.Dir())
    """Knowledge folder that lends its words and classes, if not the project's own."""
    templates = config_options.Dir(default="templates")
    readings = config_options.Type(int, default=SiteSettings().readings)
    """Up to so many briefings, each has a page that shows how its article was read."""
    search = config_options.Choice(("auto", "material", "pagefind"), default="auto")
    """What searches: Material's own index, fetched whole, or Pagefind's, of which a reader
    fetches little. ``auto`` takes Pagefind from :attr:`pagefind_from` briefings on."""
    pagefind_from = config_options.Type(int, default=200)


class BriefingsPlugin(BasePlugin[BriefingsConfig]):  # type: ignore[no-untyped-call]
    """Hands each build the pages of a plan; keeps the workshop from build to build."""

    def __init__(self) -> None:
        self._workshop: Workshop | None = None
        self._rendering: Rendering | None = None
        self._heads: dict[str, Mapping[str, object]] = {}
        self._searched: tuple[SearchedPage, ...] = ()
        self._cut: dict[str, tuple[Section, ...]] = {}
        self._whole: str | None = None
        self._header = Header()

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
        """That this method is there makes MkDocs keep the instance while serving."""

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        # Of 1,000 briefings the collector looked through 0.8 GB again and again, a tenth of the
        # time, to find 0.1 GB at most.
        gc.disable()
        places = self._places(config)
        settings = self._settings(config)
        if self._workshop is None or (self._workshop.places, self._workshop.settings) != (
            places,
            settings,
        ):
            self._workshop = Workshop(places, settings=settings)
        self._rendering = Rendering(config, places.cache)
        if self._rendering.wording is not None:
            config.extra_javascript.append(marks.FILE)
        self._heads = {}
        for folder in (
            places.root / OUTCOMES,
            places.seeds,
            places.knowledge,
            places.vocabulary,
            places.templates,
        ):
            if folder.exists() and str(folder) not in config.watch:
                config.watch.append(str(folder))
        return config

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        workshop = self._workshop or Workshop(self._places(config), settings=self._settings(config))
        poured = workshop.work()
        for problem in poured.problems:
            # What is only to be known must not end a strict build, as it does not end `check`.
            tell = log.warning if problem.severity == "error" else log.info
            tell(one_entry(str(problem)))
        for file in [one for one in files if _unused(one.src_uri, config)]:
            files.remove(file)
        for page in poured.plan.pages:
            _replace(files, config, page.path, page.text)
            if page.head is not None:
                self._heads[page.path] = page.head
        if files.get_file_from_path(_INDEX) is None:
            _replace(files, config, _INDEX, _apology(poured.problems))
        return site_map.in_order(files, config.docs_dir)

    def _settings(self, config: MkDocsConfig) -> SiteSettings:
        default = SiteSettings()
        return SiteSettings(
            title=config.site_name or default.title,
            description=config.site_description or default.description,
            site_url=config.site_url,
            directory_urls=config.use_directory_urls,
            readings=self.config.readings,
        )

    def on_page_read_source(self, *, page: Page, config: MkDocsConfig) -> str | None:  # noqa: ARG002
        """Without its head where that is known: reading YAML took a tenth of an unchanged build."""
        if page.file.src_uri not in self._heads:
            return None
        return page.file.content_string.partition("\n---\n")[2]

    def on_page_markdown(
        self,
        markdown: str,
        *,
        page: Page,
        config: MkDocsConfig,  # noqa: ARG002
        files: Files,  # noqa: ARG002
    ) -> str:
        page.meta = dict(self._heads.get(page.file.src_uri, page.meta))
        return markdown

    def on_pre_page(self, page: Page, *, config: MkDocsConfig, files: Files) -> Page:  # noqa: ARG002
        if self._rendering is not None:
            make = partial(self._rendering.render, page, page.render)
            # MkDocs has no event in the place of rendering: the page's own method is wrapped.
            page.render = make  # type: ignore[method-assign]
        return page

    def on_env(
        self,
        env: Environment,
        *,
        config: MkDocsConfig,  # noqa: ARG002
        files: Files,
    ) -> Environment:
        """The first moment at which every page has been read."""
        env.policies["json.dumps_kwargs"] = _COMPACT
        self._header = Header()
        frame = Frame(env, self._frame)
        for file in files.documentation_pages():
            page = file.page
            if page is not None and frame.fits(page, self._heads.get(file.src_uri)):
                page.meta["template"] = FRAMED
        self._searched, self._cut = tuple(_searched(files)), {}
        return env

    @event_priority(1)
    def _shorten(
        self,
        context: TemplateContext,
        *,
        page: Page,
        config: MkDocsConfig,  # noqa: ARG002
        nav: Navigation,  # noqa: ARG002
    ) -> TemplateContext:
        """Just before Material's search plugin reads the page."""
        self._whole = page.content
        kind, content = str(page.meta.get("kind") or ""), page.content or ""
        if kind in CUT and "search" not in page.meta:
            self._cut[page.url] = tuple(sections(content, kind=kind, url=page.url))
            page.content = ""
        else:
            page.content = readable(content, kind)
        return context

    @event_priority(-1)
    def _restore(
        self,
        context: TemplateContext,
        *,
        page: Page,
        config: MkDocsConfig,  # noqa: ARG002
        nav: Navigation,  # noqa: ARG002
    ) -> TemplateContext:
        page.content = self._whole
        return context

    on_page_context = CombinedEvent(_shorten, _restore)

    def on_post_page(self, output: str, *, page: Page, config: MkDocsConfig) -> str:  # noqa: ARG002
        """The theme's frame without the indentation of its templates, a fifth of it."""
        if page.meta.get("template") == FRAMED:
            return output
        content = page.content or ""
        frame = output.split(content) if content else []
        if len(frame) != 2:
            return output
        return self._frame(_CONTENT.join(frame)).replace(_CONTENT, content)

    def _frame(self, frame: str) -> str:
        return self._header.moved(_shortened(frame))

    def on_post_template(
        self,
        output: str,
        *,
        template_name: str,
        config: MkDocsConfig,  # noqa: ARG002
    ) -> str:
        return site_map.undated(output) if template_name == site_map.FILE else output

    def on_build_error(self, *, error: Exception) -> None:  # noqa: ARG002
        gc.enable()

    @event_priority(-100)
    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """After Material's search plugin has written its index."""
        gc.enable()
        if self._rendering is not None:
            self._rendering.finish()
            if wording := self._rendering.wording:
                _write(config, marks.FILE, marks.script(wording))
        if script := self._header.script():
            _write(config, HEADER, script)
        site_map.pack(Path(config.site_dir))
        problems = finish_search(
            Path(config.site_dir),
            self._searched,
            cut=self._cut,
            engine=self._engine(),
            language=config.theme.get("language") or "en",
            cache=self._places(config).cache,
        )
        for problem in problems:
            log.warning(one_entry(str(problem)))

    def _engine(self) -> Engine:
        briefings = sum(page.kind == "briefing" for page in self._searched)
        if self.config.search == "auto":
            return "pagefind" if briefings >= self.config.pagefind_from else "material"
        return "pagefind" if self.config.search == "pagefind" else "material"

    def _places(self, config: MkDocsConfig) -> Places:
        root = Path(config.config_file_path).parent if config.config_file_path else Path.cwd()
        return Places.below(
            root,
            seeds=self.config.seeds,
            knowledge=self.config.knowledge,
            vocabulary=self.config.vocabulary,
            templates=self.config.templates,
            out=config.docs_dir,
        )


def _unused(path: str, config: MkDocsConfig) -> bool:
    """Is it a file of the theme that no page of this site asks for?"""
    search = config.plugins.get("material/search")
    spoken = search.config.get("lang") if search else None
    english = spoken in ("en", ["en"])
    return path.endswith(_SOURCE_MAP) or (english and path.startswith(_TONGUES))


def _shortened(frame: str) -> str:
    return frame if any(tag in frame for tag in _VERBATIM) else _INDENTED.sub("\n", frame)


def _searched(files: Files) -> Iterator[SearchedPage]:
    for file in files.documentation_pages():
        page = file.page
        if page is not None and page.url is not None:
            under = {
                anchor: top.id
                for link in page.toc
                for top in (link.children if link.level == 1 else [link])
                for anchor in _anchors(top)
            }
            yield SearchedPage(url=page.url, source=file.src_uri, meta=page.meta, under=under)


def _anchors(link: AnchorLink) -> Iterator[str]:
    yield link.id
    for child in link.children:
        yield from _anchors(child)


def _replace(files: Files, config: MkDocsConfig, path: str, text: str) -> None:
    """``inclusion`` stays undefined: MkDocs then asks ``nav``, ``not_in_nav`` and
    ``exclude_docs``, as it does for a file on disk."""
    old = files.get_file_from_path(path)
    # As bytes, so that no system changes the line ends of a file that is no page.
    page = File.generated(config, path, content=text.encode("utf-8", "replace"))
    if old is not None:
        files.remove(old)
        page.edit_uri = old.edit_uri
    files.append(page)


def _write(config: MkDocsConfig, path: str, text: str) -> None:
    write_atomically(Path(config.site_dir, path), text.encode(), durable=False)


def _apology(problems: Iterable[Problem]) -> str:
    """A first page where there is none: what is wrong, each finding in a code block that its
    own text cannot leave."""
    lines = [
        "    " + one_entry(str(problem)).replace("\n", "\n    ")
        for problem in problems
        if problem.severity == "error"
    ]
    return _APOLOGY + "\n".join(lines or ["    No page was planned."]) + "\n"
