"""How long the work takes on this machine: ``make bench``.

Two tables. The first holds what the parts do in a second of processor time, on articles of which
no two are alike (:mod:`benchmarks.made_up`). The second holds the commands that people wait for,
each in a process of its own, start of Python included, on the project's own seeds, beside the
limit that the project has set itself; status 1 if one is missed. Medians of :data:`REPEAT` runs.
"""

from __future__ import annotations

import os
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from statistics import median

from benchmarks import site
from benchmarks.growth import LIMIT, growth
from benchmarks.made_up import articles, with_aliases
from generator import ingest
from generator.disk.knowledge import load
from generator.disk.read import Places, read_inputs
from generator.extract import analyse, recognise
from generator.extract.quantities import find_quantities
from generator.extract.specs import SpecReader
from generator.extract.weapons import WeaponReader
from generator.knowledge.base import KnowledgeBase
from generator.model import Article, Document, EditorNotes
from generator.pages import SiteSettings, plan
from generator.project import Seed, brief, build_library
from generator.text.speech.voices import Voices
from generator.text.syntax.grammar import Grammar

ROOT = Path(__file__).resolve().parent.parent
REPEAT = 5
BATCH = 40
"""Articles of one run of the analysis."""
BRIEFINGS = 1000
ALIASES = 50_000
LIMITS = {"briefings build, warm": 2.0, "mkdocs build --strict": 10.0}
"""Seconds, medians."""


def seconds(*arguments: str) -> float:
    """Wall time of one run of a module; :exc:`SystemExit` with its words if it fails."""
    begin = time.perf_counter()
    done = subprocess.run(
        [sys.executable, "-m", *arguments],
        cwd=ROOT,
        env=os.environ | {"NO_MKDOCS_2_WARNING": "1"},
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        sys.exit(f"{' '.join(arguments)}\n{done.stdout}{done.stderr}")
    return time.perf_counter() - begin


def commands() -> int:
    """Prints the second table; 1 if a limit is missed."""
    with tempfile.TemporaryDirectory() as folder:
        out, site = f"{folder}/briefings", f"{folder}/site"
        first = seconds("generator", "build", "--out", out)
        measured = {
            "briefings build, warm": median(
                seconds("generator", "build", "--out", out) for _ in range(REPEAT)
            ),
            "mkdocs build --strict": median(
                seconds("mkdocs", "build", "--strict", "--site-dir", site) for _ in range(REPEAT)
            ),
        }
    print(f"{'briefings build, first run':48} {first:8.2f} s")
    for name, took in measured.items():
        print(f"{name:48} {took:8.2f} s    limit {LIMITS[name]:.0f} s")
    return 1 if any(measured[name] > limit for name, limit in LIMITS.items()) else 0


def processor(work: Callable[[], object]) -> float:
    """Seconds of processor time of one call."""
    begin = time.process_time()
    work()
    return time.process_time() - begin


def read(texts: tuple[str, ...], knowledge: KnowledgeBase) -> list[Document]:
    documents: list[Document] = []
    for at, text in enumerate(texts):
        article = ingest.read_article(
            text.encode(),
            file=f"seeds/{at}.txt",
            language=knowledge.language,
            notes=EditorNotes(),
        )
        assert isinstance(article, Article), str(article)
        documents.append(ingest.to_document(article, language=knowledge.language))
    return documents


def parts() -> Iterator[tuple[str, str]]:
    """The rows of the first table as they are measured."""
    places = Places.below(ROOT)
    inputs, _ = read_inputs(places)
    knowledge, _ = load(inputs.knowledge, cache=places.cache)
    assert knowledge is not None, "run `briefings check`"
    texts = articles(BATCH * (2 * REPEAT + 1))
    size = sum(map(len, texts)) / len(texts) / 4000
    yield "made-up articles, mean length", f"{size * 4000:8.0f} characters"

    batches = [texts[at : at + BATCH] for at in range(0, len(texts), BATCH)]
    took = median(processor(partial(read, batch, knowledge)) for batch in batches)
    yield "ingest, 4 kB an article", f"{BATCH * size / took:8.0f} articles/s"

    sets = [read(batch, knowledge) for batch in batches]
    names = Names(knowledge)
    names.read(sets[0])  # builds the indexes
    took = median(processor(partial(names.read, batch)) for batch in sets[1 : REPEAT + 1])
    yield "recognition alone, 4 kB an article", f"{BATCH * size / took:8.0f} articles/s"

    larger = with_aliases(knowledge, ALIASES)
    for name, known, own in (
        ("analysis, the project's knowledge", knowledge, sets[1 : REPEAT + 1]),
        (f"analysis, {ALIASES:,} names more", larger, sets[REPEAT + 1 :]),
    ):
        analysed(sets[0], known)  # builds the indexes
        took = median(processor(partial(analysed, batch, known)) for batch in own)
        yield f"{name}, 4 kB an article", f"{BATCH * size / took:8.0f} articles/s"
    del larger

    seeds = tuple(
        Seed(file=f"seeds/{at}.txt", raw=text.encode())
        for at, text in enumerate(articles(BRIEFINGS))
    )
    library, _ = build_library(
        seeds, knowledge=knowledge, each=map, brief=partial(brief, knowledge=knowledge)
    )
    planned = partial(plan, library, inputs.templates, settings=SiteSettings())
    work = [processor(planned) for _ in range(REPEAT)]
    yield f"plan of {len(library.briefings):,} briefings", f"{median(work):8.2f} s"
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    yield "peak memory of all this", f"{peak:8.0f} MB"


class Names:
    """Recognition without anything else: names, offices, weapons and their figures."""

    def __init__(self, knowledge: KnowledgeBase) -> None:
        self.knowledge = knowledge
        self.weapons = WeaponReader(knowledge, Grammar(knowledge.language.verbs))
        self.specs = SpecReader(knowledge)

    def read(self, documents: list[Document]) -> None:
        nobody = Voices(())
        for document in documents:
            readings = recognise(document, knowledge=self.knowledge).readings
            quantities = find_quantities(document, language=self.knowledge.language)
            arms = self.weapons.read(readings, voices=nobody)
            self.specs.read(
                readings,
                quantities=quantities,
                reference=arms.reference,
                voices=nobody,
                kinds=arms.kinds,
            )


def analysed(documents: list[Document], knowledge: KnowledgeBase) -> None:
    for document in documents:
        analyse(document, knowledge=knowledge)


def hostile() -> int:
    """Prints the third table; 1 if time grows with more than the text."""
    places = Places.below(ROOT)
    inputs, _ = read_inputs(places)
    knowledge, _ = load(inputs.knowledge, cache=places.cache)
    assert knowledge is not None, "run `briefings check`"
    failed = 0
    for name, each, times in growth(knowledge):
        failed |= times > LIMIT
        mark = f"    grows {times:.0f} times for 8" if times > LIMIT else ""
        print(f"{name:48} {each:8.1f} ms/kB{mark}", flush=True)
    return failed


def main() -> int:
    print(f"Medians of {REPEAT} runs.\n\nParts, processor time of one core")
    for name, value in parts():
        print(f"{name:48} {value}", flush=True)
    print("\nText made to be slow, 24 kB, processor time", flush=True)
    failed = hostile()
    print("\nA site of made-up briefings, processor time, medians of three", flush=True)
    site.main()
    print("\nCommands, wall time", flush=True)
    return commands() | failed


if __name__ == "__main__":
    sys.exit(main())
