"""Quality is a pinned number that cannot fall by accident."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import Any

import pytest
import yaml
from workbench import knowledge

from generator.evaluate import Report, evaluate
from generator.extract import analyse
from generator.ingest import read_article, to_document
from generator.model import Analysis, Article, EditorNotes

HERE = Path(__file__).parent
SEEDS = HERE.parent.parent / "seeds"
FLOORS: dict[str, dict[str, float]] = yaml.safe_load((HERE / "floors.yml").read_text("utf-8"))
CASES = [(name, task) for name, tasks in FLOORS.items() for task in tasks]


@lru_cache
def analysed(text: Path) -> Analysis:
    article = read_article(
        text.read_bytes(),
        file=f"seeds/{text.name}",
        language=knowledge().language,
        notes=EditorNotes(),
    )
    assert isinstance(article, Article), article
    return analyse(to_document(article, language=knowledge().language), knowledge=knowledge())


@lru_cache
def report(name: str) -> Report:
    gold: dict[str, dict[str, Any]] = {}
    analyses: dict[str, Analysis] = {}
    for path in sorted((HERE / name).glob("*.yml")):
        text = SEEDS / f"{path.stem}.txt" if name == "seeds" else path.with_suffix(".txt")
        gold[path.stem] = yaml.safe_load(path.read_text("utf-8"))
        analyses[path.stem] = analysed(text)
    assert gold
    return evaluate(analyses, gold)


@pytest.mark.parametrize(("name", "task"), CASES)
def test_no_task_falls_below_its_floor(name: str, task: str) -> None:
    """Each task reaches its floor on each set; the misses are printed when it does not."""
    tally = report(name)[task]
    assert tally.right > 0
    assert tally.f1 >= FLOORS[name][task], "\n".join(tally.misses)


def test_no_article_names_a_weapon_it_does_not_name() -> None:
    """An article without a weapon gets none."""
    empty = [
        path.stem
        for path in (HERE / "seeds").glob("*.yml")
        if not yaml.safe_load(path.read_text("utf-8"))["weapons"]
    ]
    assert empty
    wrong = [line for line in report("seeds")["weapons"].misses if line.startswith(tuple(empty))]
    assert wrong == []


@pytest.mark.parametrize("telling", sorted((HERE / "tellings").glob("*.txt")), ids=lambda p: p.stem)
def test_another_language_names_the_same(telling: Path) -> None:
    """A Chinese or Korean article and its English telling give the same known actors and the same
    known weapon systems; what nobody lists has no name that both languages share."""
    original, english = analysed(HERE / "development" / telling.name), analysed(telling)
    assert {one.id for one in original.actors if one.known} == {
        one.id for one in english.actors if one.known
    }
    systems = {one.id for one in original.weapons if one.kind == "system" and one.known}
    assert systems == {one.id for one in english.weapons if one.kind == "system" and one.known}
    assert len(systems) >= 2
