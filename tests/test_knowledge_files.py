"""The knowledge as it stands: sound, linked, and as large as it has been."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec
import pytest

from generator.knowledge.base import KnowledgeBase
from generator.knowledge.entities import FOLDERS, RULES
from generator.knowledge.packing import PACK_VERSION, pack, unpack
from generator.knowledge.parse import parse_knowledge
from generator.knowledge.schema import schemas
from generator.knowledge.yamltext import load
from generator.text.tokens import tokenise

KNOWLEDGE = Path(__file__).parent.parent / "knowledge"
LEAST = {
    "actors": 219 + 318,
    "weapons": 153,
    "classes": 75,
    "places": 98,
    "events": 58,
    "instruments": 22,
    "sources": 107,
}


@pytest.fixture(scope="module")
def files() -> dict[str, str]:
    return {
        path.relative_to(KNOWLEDGE).as_posix(): path.read_text("utf-8")
        for path in sorted(KNOWLEDGE.rglob("*.yml"))
    }


@pytest.fixture(scope="module")
def knowledge(files: dict[str, str]) -> KnowledgeBase:
    parsed, found = parse_knowledge(files)
    assert [str(item) for item in found] == []
    assert parsed is not None
    return parsed


def entities(knowledge: KnowledgeBase) -> Iterator[Any]:
    for folder in FOLDERS:
        yield from getattr(knowledge, folder).values()


@pytest.mark.parametrize("kind", LEAST)
def test_nothing_got_lost(knowledge: KnowledgeBase, kind: str) -> None:
    """Each kind holds at least as many entries as it once did."""
    assert len(getattr(knowledge, kind)) >= LEAST[kind]


def test_every_entity_names_a_source(knowledge: KnowledgeBase) -> None:
    """No fact without a source, and each named source is listed."""
    for entity in entities(knowledge):
        assert entity.sources, entity.id
        assert set(entity.sources) <= set(knowledge.sources), entity.id


def test_background_alone_is_never_certain(knowledge: KnowledgeBase) -> None:
    """What nobody looked up is marked likely."""
    unseen = {name for name, source in knowledge.sources.items() if not source.seen}
    certain = [item for item in entities(knowledge) if item.confidence == "certain"]
    assert certain
    assert [item.id for item in certain if set(item.sources) <= unseen] == []


def test_every_strong_name_names_one_entity(knowledge: KnowledgeBase) -> None:
    """Compared as articles are read, a strong name has one owner."""
    owners: dict[tuple[str, tuple[str, ...]], str] = {}
    clashes = []
    for entity in entities(knowledge):
        weak = {alias.text for alias in entity.aliases if alias.weak}
        strong = [("en", entity.name)] if entity.name not in weak else []
        strong += [(alias.lang[:2], alias.text) for alias in entity.aliases if not alias.weak]
        for lang, text in strong:
            owner = owners.setdefault((lang, tokenise(text).norms), entity.id)
            if owner != entity.id:
                clashes.append((text, owner, entity.id))
    assert clashes == []


def test_every_class_leads_up_to_weapon(knowledge: KnowledgeBase) -> None:
    """The classes are one tree, and what flies does so all the way down."""
    for identity, entry in knowledge.classes.items():
        chain = knowledge.class_chain(identity)
        assert chain[-1] == "weapon", chain
        if entry.parent and knowledge.classes[entry.parent].flies:
            assert entry.flies, identity


def test_rules_in_use_are_rules_that_exist(knowledge: KnowledgeBase) -> None:
    """Every rule of the list is used, so that the list holds nothing idle."""
    used = {alias.rule for entity in entities(knowledge) for alias in entity.aliases if alias.weak}
    assert used <= set(RULES)
    assert set(RULES) <= used


def test_identities_in_cues_exist(knowledge: KnowledgeBase) -> None:
    """A cue in the form of an identity that is none would wait for a word nobody writes."""
    words = {"re-election", "re-elected", "test-fired"}
    for event in knowledge.events.values():
        for cue in event.cues:
            for word in cue:
                if "-" in word and word.islower() and " " not in word:
                    assert word in words or knowledge.get(word), (event.id, word)


def word_lists(value: Any, where: str) -> Iterator[tuple[str, list[str]]]:
    if isinstance(value, list):
        yield where, [item for item in value if isinstance(item, str)]
    inner = value.items() if isinstance(value, dict) else enumerate(value)
    for key, item in inner:
        if isinstance(item, dict | list):
            yield from word_lists(item, f"{where} {key}")


def test_no_list_holds_a_word_twice(files: dict[str, str]) -> None:
    """An editor who takes a word out of a list of the language has taken it out."""
    lists = [
        one
        for name, text in files.items()
        if name.startswith("language/")
        for one in word_lists(load(text), name)
    ]
    assert len(lists) > len(list((KNOWLEDGE / "language").glob("*.yml")))
    twice = {
        where: sorted(word for word, count in Counter(words).items() if count > 1)
        for where, words in lists
        if len(set(words)) < len(words)
    }
    assert twice == {}


def test_packing_keeps_everything(knowledge: KnowledgeBase) -> None:
    """The compiled copy unpacks to the same knowledge."""
    data = pack(knowledge)
    again = unpack(data)
    assert pack(again) == data
    for name in (*FOLDERS, "sources"):
        assert getattr(again, name) == getattr(knowledge, name)
    assert PACK_VERSION


@pytest.mark.parametrize("data", [b"", b"\xc1", b"\x80", b"\x93\x01\x02\x03"])
def test_a_damaged_copy_is_refused(data: bytes) -> None:
    """A copy that is no copy raises, so that the files are parsed instead."""
    with pytest.raises(msgspec.DecodeError):
        unpack(data)


def test_schemas_describe_the_files() -> None:
    """One schema a folder and list; a written file needs no id and may write aliases plainly."""
    made = {name: json.loads(text) for name, text in schemas().items()}
    assert {f"{folder}.json" for folder in FOLDERS} <= set(made)
    assert {"sources.json", "gazetteer.json", "language-dates.json"} <= set(made)
    actor = made["actors.json"]["$defs"]["Actor"]
    assert sorted(actor["required"]) == ["kind", "name"]
    assert {"type": "string"} in actor["properties"]["aliases"]["items"]["anyOf"]
    assert schemas() == schemas()
