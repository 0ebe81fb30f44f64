"""A page is rendered again exactly when something it depends on has changed."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import pytest
import samples
from markupsafe import Markup

from generator import pages
from generator.disk.page_copies import PageCopies
from generator.pages import SiteSettings, plan
from generator.pages.kept import Rendered, key
from generator.pages.render import Renderer, compiled

FOLDER = Path(__file__).resolve().parent.parent / "templates"
OWN = {path.name: path.read_text(encoding="utf-8") for path in FOLDER.glob("*.j2")}
TEMPLATES = {
    "page.md.j2": '{% import "m.md.j2" as m with context %}{{ m.a(own) }}{{ site.title }}',
    "m.md.j2": "{% macro a(x) %}{{ x }}{{ empty.actors }}{% endmacro %}",
    "other.md.j2": "{{ site.count }}",
    "any.md.j2": "{% include own %}",
    "whole.md.j2": "{% for one in [site] %}{{ one.title }}{% endfor %}",
    "broken.md.j2": "{% if %}",
    "leads.md.j2": '{% include "broken.md.j2" %}',
}


@dataclass(frozen=True, slots=True)
class Shared:
    title: str = "t"
    count: int = 1
    actors: str = "none"


def named(
    template: str = "page.md.j2",
    *,
    templates: dict[str, str] | None = None,
    site: Shared | None = None,
    empty: Shared | None = None,
    **own: Any,
) -> str | None:
    return key(
        compiled(TEMPLATES | (templates or {})),
        template,
        shared={"site": site or Shared(), "empty": empty or Shared(), "about": Markup("a")},
        own={"own": "x", "head": {"title": "T", "tags": ["a"]}} | own,
    )


@pytest.mark.parametrize(
    "changed",
    [
        {},
        {"templates": {"other.md.j2": "new"}},
        {"templates": {"new.md.j2": "new"}},
        {"site": Shared(count=2)},
        {"empty": Shared(title="u")},
        {"head": {"tags": ["a"], "title": "T"}},
    ],
)
def test_what_a_page_does_not_read_changes_nothing(changed: dict[str, Any]) -> None:
    assert named() is not None
    assert named(**changed) == named()


@pytest.mark.parametrize(
    "changed",
    [
        {"template": "other.md.j2"},
        {"templates": {"page.md.j2": TEMPLATES["page.md.j2"] + "."}},
        {"templates": {"m.md.j2": TEMPLATES["m.md.j2"] + "."}},
        {"site": Shared(title="u")},
        {"empty": Shared(actors="nobody")},
        {"own": "y"},
        {"own": Markup("x")},
        {"own": ["x"]},
        {"head": {"title": "U", "tags": ["a"]}},
        {"more": None},
    ],
)
def test_what_a_page_reads_gives_it_another_name(changed: dict[str, Any]) -> None:
    assert named(**changed) not in {None, named()}


@pytest.mark.parametrize(
    ("template", "changed"),
    [
        ("any.md.j2", {"templates": {"other.md.j2": "new"}}),
        ("whole.md.j2", {"site": Shared(count=2)}),
    ],
)
def test_what_cannot_be_told_apart_counts_as_read(template: str, changed: dict[str, Any]) -> None:
    """A name of a template that is worked out, a value that is handed on."""
    assert named(template, templates={"broken.md.j2": ""}) is not None
    both = {"broken.md.j2": ""} | changed.pop("templates", {})
    assert named(template, templates=both, **changed) != named(
        template, templates={"broken.md.j2": ""}
    )


@pytest.mark.parametrize(
    "asked",
    [
        {"template": "broken.md.j2"},
        {"template": "leads.md.j2"},
        {"own": object()},
        {"own": iter("x")},
        {"own": "\ud800"},
    ],
)
def test_what_has_no_name_is_rendered_each_time(asked: dict[str, Any]) -> None:
    assert named(**asked) is None


def test_a_plan_from_copies_is_the_plan(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Text and head, for every page; nothing is rendered, and a damaged copy counts as none."""
    library = samples.library()
    wanted, _ = plan(library, OWN, settings=SiteSettings())
    plan(library, OWN, settings=SiteSettings(), kept=PageCopies(tmp_path))
    copies = sorted((tmp_path / "pages").iterdir())
    rendered: list[str] = []
    plainly = Renderer.render
    monkeypatch.setattr(pages, "trial", lambda _: ())
    monkeypatch.setattr(
        Renderer,
        "render",
        lambda self, name, **context: rendered.append(name) or plainly(self, name, **context),
    )
    for damaged in (0, 1):
        if damaged:
            copies[0].write_bytes(b"x")
        rendered.clear()
        kept = PageCopies(tmp_path)
        again, problems = plan(library, OWN, settings=SiteSettings(), kept=kept)
        kept.keep_used()
        assert problems == ()
        assert [(one.path, one.text, one.kind, one.head) for one in again] == [
            (one.path, one.text, one.kind, one.head) for one in wanted
        ]
        assert len(rendered) == damaged
    assert sorted((tmp_path / "pages").iterdir()) == copies
    renamed = replace(SiteSettings(), title="Other")
    assert any(
        "Other" in one.text
        for one in plan(library, OWN, settings=renamed, kept=PageCopies(tmp_path))[0]
        if one.kind == "briefing"
    )


def test_a_page_that_fails_is_not_kept(tmp_path: Path) -> None:
    templates = OWN | {"glossary.md.j2": "{{ nothing }}"}
    for _ in range(2):
        _, problems = plan(
            samples.library(), templates, settings=SiteSettings(), kept=PageCopies(tmp_path)
        )
        assert [one.code for one in problems] == ["E_TEMPLATE"]


def test_a_folder_that_cannot_be_written_holds_none(tmp_path: Path) -> None:
    (tmp_path / "pages").write_text("a file", "utf-8")
    copies = PageCopies(tmp_path)
    copies.put("a", Rendered("text", {}))
    assert copies.get("a") is None
    copies.keep_used()
    assert (tmp_path / "pages").read_text("utf-8") == "a file"
