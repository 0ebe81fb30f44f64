"""What the published data leave out, and that nothing is lost by it."""

from __future__ import annotations

from typing import Any

import pytest

from generator.pages import data, data_tables
from generator.pages.schema import schema
from tests import samples

EMPTY: tuple[object, ...] = (None, "", [])


def entries(file: dict[str, Any], kind: str) -> list[dict[str, Any]]:
    """All entries of a kind in the file of a briefing, wherever they stand."""
    entities = [*file["actors"], *file["weapons"]]
    found: dict[str, list[dict[str, Any]]] = {
        "mention": [one for entity in entities for one in entity["mentions"]],
        "actor": file["actors"],
        "status": [one for weapon in file["weapons"] for one in weapon["status"]],
        "spec": [one for weapon in file["weapons"] for one in weapon["specs"]],
        "claim": file["claims"],
        "related": file["related"],
    }
    return found[kind]


@pytest.mark.parametrize("kind", sorted(data.UNSAID))
def test_a_key_that_is_left_out_has_a_default(kind: str) -> None:
    """With the defaults of the schema filled in, each entry has every key of its definition; and
    none that stands there says only its default."""
    properties = schema()["$defs"][kind]["properties"]
    defaults = {key: one["default"] for key, one in properties.items() if "default" in one}
    assert defaults == data.UNSAID[kind]
    found = [
        one
        for briefing in samples.library().briefings
        for one in entries(data.briefing(briefing), kind)
    ]
    assert found
    for one in found:
        assert {*defaults, *one} == {*properties}
        assert not any(one.get(key, "told") == default for key, default in defaults.items())


def test_what_no_claim_covers_has_no_source() -> None:
    """Claims of a named source, of an unnamed one, of doubt stand there; plain ones do not."""
    for briefing in samples.library().briefings:
        told = {(one["sentence"], one["start"]) for one in data.briefing(briefing)["claims"]}
        for claim in briefing.analysis.claims:
            plain = claim.holder is None and claim.modality == "asserted" and not claim.cue
            assert ((claim.sentence, claim.start) in told) is not plain


def test_rows_of_tables_hold_no_empty_key() -> None:
    """Where nothing is known, a row has no key; what it holds is what the record holds."""
    library = samples.library()
    rows = [
        *data_tables.briefings(library)["briefings"],
        *data_tables.actors(library)["actors"],
        *data_tables.weapons(library)["weapons"],
        *data_tables.events(library)["events"],
    ]
    assert rows
    assert not any(value in EMPTY for row in rows for value in row.values())
    records = [data.event(entry.event) for entry in library.timeline]
    for row, record in zip(data_tables.events(library)["events"], records, strict=True):
        assert record == {key: row.get(key, record[key]) for key in record}
        assert all(record[key] in EMPTY for key in record.keys() - row.keys())
