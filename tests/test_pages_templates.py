"""A template mistake is named with file, line and the nearest right name; the rest is planned."""

from __future__ import annotations

import dataclasses
import re
from dataclasses import replace
from pathlib import Path

import pytest
import samples

from generator.library import assemble
from generator.model import Page, Slug
from generator.pages import EmptySentences, SiteSettings, plan
from generator.pages.contexts import COMMON, CONTEXTS
from generator.pages.render import FILTERS, Renderer, compiled
from generator.pages.views import front_views, page_views
from generator.pages.views import types as views
from generator.problems import Problem

FOLDER = Path(__file__).resolve().parent.parent / "templates"


@pytest.fixture(scope="module")
def templates() -> dict[str, str]:
    return {path.name: path.read_text(encoding="utf-8") for path in FOLDER.glob("*.j2")}


def planned(templates: dict[str, str]) -> tuple[tuple[Page, ...], tuple[Problem, ...]]:
    library = samples.library()
    library = replace(library, former=((Slug("old"), library.briefings[0].slug),))
    return plan(library, templates, settings=SiteSettings())


def test_the_templates_of_the_project_are_right(templates: dict[str, str]) -> None:
    """No problem, and a page for each."""
    assert planned(templates)[1] == ()


ENDLESS = "added to itself without end"


def doubled(step: str, start: str = "'a'") -> str:
    """A template that does ``step`` with ``of.t`` sixty times."""
    return f"{{% set of = namespace(t={start}) %}}{{% for a in range(60) %}}{step}{{% endfor %}}"


MISTAKES = {
    "wrong field": ("{{ briefing.sumary }}", 2, 'BriefingView has no "sumary"', '"summary"'),
    "wrong field below": ("{{ briefing.date.txt }}", 2, 'DateView has no "txt"', '"text"'),
    "wrong name": ("{{ breifing.title }}", 2, 'this page has no "breifing"', '"briefing"'),
    "wrong macro": (
        '{% import "macros.md.j2" as m %}{{ m.bage("x", "y") }}',
        2,
        'has no "bage"',
        '"badge"',
    ),
    "wrong word": (
        '{% import "words.md.j2" as words %}{{ words.status["displaid"] }}',
        2,
        'the list of words has no "displaid"',
        '"displayed"',
    ),
    "wrong filter": ("{{ briefing.title | uper }}", 2, "No filter named 'uper'", '"upper"'),
    "dangerous filter": ("{{ briefing.title | safe }}", 2, "No filter named 'safe'", ""),
    "broken tag": ("{% if briefing.title %}", 2, "Unexpected end of template", ""),
    "broken brace": ("{{ briefing.title }", 2, "unexpected '}'", ""),
    "join by tilde": ('{{ briefing.title ~ "x" }}', 2, "'~' is not allowed", "one after the other"),
    "escaping off": ("{% autoescape false %}x{% endautoescape %}", 2, "'autoescape' is not", ""),
    "missing template": ('{% include "gone.md.j2" %}', 2, 'no template "gone.md.j2"', "name a"),
    "itself": ('{% include "briefing.md.j2" %}', 2, "includes itself", ""),
    "underscore": ("{{ briefing.__class__ }}", 2, "", ""),
    "division": ("{{ 1 / 0 }}", 2, "ZeroDivisionError", ""),
    "text times number": ("{{ 9 * briefing.title }}", 2, "'*' is for numbers", ""),
    "power": ("{{ 9 ** 9 ** 9 }}", 2, "'**' is not allowed", ""),
    "loops without end": (
        "{% for a in range(99999) %}{% for b in range(99999) %}{% endfor %}{% endfor %}",
        2,
        "200,000 turns of loops",
        "",
    ),
    "loops over what has no length": (
        "{% for a in range(9999) %}{% for b in range(9999) | select %}{% endfor %}{% endfor %}",
        2,
        "200,000 turns of loops",
        "",
    ),
    "calls without end": (
        "{% macro f(n) %}{% if n %}{{ f(n - 1) }}{{ f(n - 1) }}{% endif %}{% endmacro %}"
        "{{ f(60) }}",
        2,
        "200,000 turns of loops",
        "",
    ),
    "text without end": (doubled("{% set of.t = of.t + of.t %}"), 2, ENDLESS, ""),
    "text without end, added on the right": (
        doubled("{% set of.t = 'a' + of.t %}{% set of.t = '' + (of.t + of.t) %}"),
        2,
        ENDLESS,
        "",
    ),
    "markup without end": (
        doubled("{% macro m() %}{{ of.t }}{% endmacro %}{% set of.t = m() + of.t %}"),
        2,
        ENDLESS,
        "",
    ),
    "list without end": (doubled("{% set of.t = of.t + of.t %}", "[1]"), 2, ENDLESS, ""),
    "join without end": (doubled("{% set of.t = [of.t, of.t] | join %}"), 2, ENDLESS, ""),
    "block without end": (
        doubled("{% set of.t %}{{ of.t }}{{ of.t }}{% endset %}"),
        2,
        ENDLESS,
        "",
    ),
    "filling without end": (doubled("{% set of.t = '%s%s' % (of.t, of.t) %}"), 2, ENDLESS, ""),
    "replacing without end": (doubled("{% set of.t = of.t.replace('a', 'aa') %}"), 2, ENDLESS, ""),
    "wrong field joined": (
        '{{ [briefing] | join(", ", attribute="titel") }}',
        2,
        'BriefingView has no "titel"',
        '"title"',
    ),
    "percent": ('{{ briefing.data.url % "x" }}', 2, "cannot fill text", ""),
}


@pytest.mark.parametrize("name", MISTAKES)
def test_a_mistake_is_named(name: str, templates: dict[str, str]) -> None:
    """File, line, what is wrong, and the nearest right name; once, not once a page."""
    text, line, message, remedy = MISTAKES[name]
    broken = templates | {"briefing.md.j2": f"# {{{{ briefing.title }}}}\n{text}\n"}
    pages, problems = planned(broken)
    assert len(problems) == 1, problems
    problem = problems[0]
    assert problem.code == "E_TEMPLATE"
    assert problem.file == "templates/briefing.md.j2"
    assert problem.line == line
    assert message in problem.message
    assert remedy in problem.remedy
    kinds = {page.kind for page in pages}
    assert "briefing" not in kinds
    assert {"index", "actor", "weapon", "data"} <= kinds


def test_a_mistake_in_a_template_no_page_uses_is_named(templates: dict[str, str]) -> None:
    """All templates are checked, not only those in use."""
    problems = planned(templates | {"spare.md.j2": "\n\n{% endfor %}"})[1]
    assert [(one.file, one.line) for one in problems] == [("templates/spare.md.j2", 3)]


@pytest.mark.parametrize(
    "text",
    [
        "{% if not briefing.title %}{{ briefing.titel }}{% endif %}",
        "{% for near in briefing.related %}{{ near.wy }}{% endfor %}",
        "{% for w in briefing.weapons %}{% for s in w.status %}{{ s.x }}{% endfor %}{% endfor %}",
    ],
)
def test_a_branch_no_article_takes_is_tried(text: str, templates: dict[str, str]) -> None:
    """A misspelt name is found before an article comes that needs it; pages stand meanwhile."""
    library = assemble((samples.talks(),), samples.knowledge())
    broken = templates | {"briefing.md.j2": f"# {{{{ briefing.title }}}}\n{text}\n"}
    pages, problems = plan(library, broken, settings=SiteSettings())
    assert [one.line for one in problems] == [2]
    assert "briefing" in {page.kind for page in pages}


def test_trials_know_what_pages_get(
    templates: dict[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The documented contexts are the names that pages really hand over."""
    seen: dict[str, set[str]] = {}

    def render(_: Renderer, name: str, **context: object) -> str:
        seen.setdefault(name.removesuffix(".md.j2"), set()).update(context)
        return "x\n"

    monkeypatch.setattr("generator.pages.trial", lambda _: ())
    monkeypatch.setattr("generator.pages.views.timeline_view.WHOLE", 0)
    monkeypatch.setattr(Renderer, "render", render)
    planned(templates)
    assert seen == {kind: {*COMMON, *context} for kind, context in CONTEXTS.items()}


def test_a_mistake_in_a_macro_is_placed_in_the_macro(templates: dict[str, str]) -> None:
    """The line shown is that of the file to mend."""
    broken = templates["macros.md.j2"].replace("link.text", "link.tekst")
    problems = planned(templates | {"macros.md.j2": broken})[1]
    assert {one.file for one in problems} == {"templates/macros.md.j2"}
    assert all('"text"' in one.remedy for one in problems)


def test_a_missing_template_is_named(templates: dict[str, str]) -> None:
    """Its pages are left out; the others stand."""
    fewer = {name: text for name, text in templates.items() if name != "outlook.md.j2"}
    pages, problems = planned(fewer)
    assert [one.file for one in problems] == ["templates/outlook.md.j2"]
    assert "outlook.md" not in {page.path for page in pages}


@pytest.mark.parametrize(
    ("template", "expected"),
    [
        ("{{ x }}", "\\*a\\*"),
        ("{{ x | upper }}", "\\*A\\*"),
        ("{% set y = x %}{{ y }}", "\\*a\\*"),
        ("{% set y %}{{ x }}{% endset %}{{ y }}", "\\*a\\*"),
        ("{% macro m(v) %}**{{ v }}**{% endmacro %}{{ m(x) }}", "**\\*a\\***"),
        ("{% macro m(v) %}{{ v }}{% endmacro %}{{ m(x) + x }}", "\\*a\\*\\*a\\*"),
        (
            "{% macro m() %}<i>{{ caller() }}</i>{% endmacro %}{% call m() %}{{ x }}{% endcall %}",
            "<i>\\*a\\*</i>",
        ),
        (
            "{% macro m(v) %}<i>{{ v }}</i>{% endmacro %}{{ [m(x), x] | join(', ') }}",
            "<i>\\*a\\*</i>, \\*a\\*",
        ),
        ("{{ x.replace('a', '<b>') }}", "\\*&lt;b&gt;\\*"),
        ("{{ '%s' | string % x }}", "\\*a\\*"),
        ("{{ '{}'.format(x) }}", "\\*a\\*"),
        ("{% filter indent(4, first=true) %}{{ x }}{% endfilter %}", "    \\*a\\*"),
        ("{{ '<b>' if x }}", "&lt;b&gt;"),
        ("{{ 5 }} {{ true }}", "5 True"),
    ],
)
def test_every_way_of_printing_escapes_once(template: str, expected: str) -> None:
    """Macros, set blocks, call blocks, joins and filters leave foreign text text."""
    result = compiled({"t.md.j2": template}).render("t.md.j2", x="*a*")
    assert result == expected + "\n"


def test_every_name_is_documented() -> None:
    """docs/templates.md names every view, every field and everything a template gets."""
    text = (FOLDER.parent / "docs" / "templates.md").read_text(encoding="utf-8")
    sections = dict(re.findall(r"^### `(\w+)`\n(.*?)(?=^##|\Z)", text, re.MULTILINE | re.DOTALL))
    seen = {**vars(views), **vars(page_views), **vars(front_views)}
    classes = {n: c for n, c in seen.items() if dataclasses.is_dataclass(c)}
    classes["EmptySentences"] = EmptySentences
    for name, view in classes.items():
        documented = re.findall(r"^\| `(\w+)` \|", sections[name], re.MULTILINE)
        assert documented == [field.name for field in dataclasses.fields(view)], name
    for kind, context in CONTEXTS.items():
        line = next(line for line in text.splitlines() if line.startswith(f"| `{kind}.md.j2` |"))
        assert all(f"`{name}`" in line for name in context), kind
    for name in (*FILTERS, *COMMON):
        assert f"`{name}`" in text, name


def test_templates_are_compiled_once(templates: dict[str, str]) -> None:
    """The same texts give the same compiled set."""
    assert compiled(dict(templates)) is compiled(templates)
