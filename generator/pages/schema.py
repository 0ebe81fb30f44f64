"""The JSON schema (2020-12) of everything below ``briefings/data/``.

This module alone describes the published data to other programs. Value lists come from the types
of :mod:`generator.model`, so a new value cannot be forgotten here. Unknown keys are allowed,
because keys may be added. A key with a ``default`` is left out where it would say that; a row of a
table is without all that it does not know.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, get_args

from generator import model
from generator.library.ledger import DayBasis, LedgerState
from generator.library.outcomes import OutcomeValue
from generator.pages.data import SCHEMA_VERSION, UNSAID

Json = dict[str, Any]

_TEXT: Json = {"type": "string"}
_FLAG: Json = {"type": "boolean"}
_OFFSET: Json = {"type": "integer", "minimum": 0}
_SENTENCE: Json = {"type": "string", "pattern": "^s[1-9][0-9]*$"}
_ISO: Json = {"type": "string", "pattern": "^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$"}


def _maybe(schema: Json) -> Json:
    return {"anyOf": [schema, {"type": "null"}]}


def _list(schema: Json) -> Json:
    return {"type": "array", "items": schema}


def _one_of(literal: Any) -> Json:
    return {"type": "string", "enum": list(get_args(literal))}


def _object(title: str, /, **properties: Json) -> Json:
    named = {name.rstrip("_"): schema for name, schema in properties.items()}
    return {
        "type": "object",
        "description": title,
        "properties": named,
        "required": sorted(named),
    }


def _ref(name: str) -> Json:
    return {"$ref": f"#/$defs/{name}"}


_EVIDENCE = {**_list(_SENTENCE), "description": "Sentences of the article that carry this."}
_HOLDER = {
    **_maybe(_TEXT),
    "description": "An actor, 'author', 'anonymous', or null where no source is named.",
}
_SLUG: Json = {**_TEXT, "description": "Slug of the briefing."}


def _with_defaults(definitions: Json) -> Json:
    for name, unsaid in UNSAID.items():
        told = definitions[name]
        told["required"] = [key for key in told["required"] if key not in unsaid]
        for key, default in unsaid.items():
            told["properties"][key] = {**told["properties"][key], "default": default}
    return definitions


def _row(definition: Json, *, always: Iterable[str], **more: Json) -> Json:
    """What a row of a table may hold; only ``always`` stands in each."""
    properties = {**definition["properties"], **more}
    return {**definition, "properties": properties, "required": sorted(always)}


def _file(name: str, row: Json) -> Json:
    return _object(
        f"The file data/{name}.json.", schema={"const": SCHEMA_VERSION}, **{name: _list(row)}
    )


def _definitions() -> Json:
    return {
        "date": _object(
            "Publication date if known, else the date of the newest event reported.",
            value=_maybe(_ISO),
            precision=_maybe(_one_of(model.Precision)),
            basis=_one_of(model.DateBasis),
            why=_TEXT,
            evidence=_EVIDENCE,
        ),
        "removed": _object(
            "Characters of the article that are on no page, and why.",
            start=_OFFSET,
            end=_OFFSET,
            quote=_TEXT,
            why=_one_of(model.RemovalReason),
        ),
        "source": _object(
            "Where the article comes from. text_sha256 is the hash of the decoded text in UTF-8.",
            file=_TEXT,
            text_sha256={"type": "string", "pattern": "^[0-9a-f]{64}$"},
            encoding=_TEXT,
            publisher=_maybe(_TEXT),
            author=_maybe(_TEXT),
            url=_maybe(_TEXT),
            genre=_one_of(model.Genre),
            reliability={"type": "string", "enum": list("ABCDEF")},
            credibility={"type": "string", "enum": list("123456")},
            statement=_TEXT,
            removed=_list(_ref("removed")),
        ),
        "sentence": _object(
            "text[start:end] is the sentence.",
            id=_SENTENCE,
            start=_OFFSET,
            end=_OFFSET,
            layer=_one_of(model.Layer),
        ),
        "statement": _object("A printed statement.", text=_TEXT, evidence=_EVIDENCE),
        "mention": _object(
            "text[start:end] is surface; rule says why it names the entity.",
            sentence=_SENTENCE,
            start=_OFFSET,
            end=_OFFSET,
            surface=_TEXT,
            rule=_one_of(model.MentionRule),
            inferred=_FLAG,
        ),
        "actor": _object(
            "An actor that the article names.",
            id=_TEXT,
            name=_TEXT,
            type=_one_of(model.ActorType),
            known=_FLAG,
            role=_maybe(_TEXT),
            note=_maybe(_TEXT),
            mentions=_list(_ref("mention")),
        ),
        "status": _object(
            "What is said to have happened to a weapon; hypothetical: not said to have happened.",
            value=_one_of(model.WeaponStatus),
            holder=_HOLDER,
            outcome=_maybe({"type": "string", "enum": ["success", "failure", "unknown"]}),
            cue=_TEXT,
            hypothetical=_FLAG,
            evidence=_EVIDENCE,
        ),
        "spec": _object(
            "A figure given for a weapon; text[start:end] is original.",
            property=_TEXT,
            op=_one_of(model.Comparator),
            value={"type": "number"},
            value_to={"type": ["number", "null"]},
            original=_TEXT,
            start=_OFFSET,
            end=_OFFSET,
            holder=_HOLDER,
            evidence=_EVIDENCE,
            knowledge=_one_of(model.Agreement),
            knowledge_note=_TEXT,
        ),
        "weapon": _object(
            "A weapon, or a class of weapons, that the article names.",
            id=_TEXT,
            name=_TEXT,
            kind={"type": "string", "enum": ["system", "class"]},
            class_=_maybe(_TEXT),
            owner=_list(_TEXT),
            known=_FLAG,
            mentions=_list(_ref("mention")),
            status=_list(_ref("status")),
            specs=_list(_ref("spec")),
        ),
        "event": _object(
            "Something that happened, is planned or is denied; dates are inclusive.",
            start=_maybe(_ISO),
            end=_maybe(_ISO),
            precision=_maybe(_one_of(model.Precision)),
            date_text=_maybe(_TEXT),
            type=_TEXT,
            verb=_TEXT,
            actors=_list(_TEXT),
            recipients=_list(_TEXT),
            weapons=_list(_TEXT),
            place=_maybe(_TEXT),
            status=_one_of(model.EventStatus),
            holder=_HOLDER,
            text=_TEXT,
            evidence=_EVIDENCE,
        ),
        "relation": _object(
            "Two actors and what ties them.",
            subject=_TEXT,
            predicate=_TEXT,
            object=_TEXT,
            holder=_HOLDER,
            evidence=_EVIDENCE,
        ),
        "claim": _object(
            "Who stands behind a sentence, or the part text[start:end] of it.",
            sentence=_SENTENCE,
            start=_OFFSET,
            end=_OFFSET,
            holder=_HOLDER,
            cue=_TEXT,
            modality=_one_of(model.Modality),
            source=_TEXT,
            carrier=_TEXT,
        ),
        "outlook": _object(
            "A statement that looks ahead; text[start:end] is quote.",
            sentence=_SENTENCE,
            quote=_TEXT,
            start=_OFFSET,
            end=_OFFSET,
            type=_one_of(model.OutlookType),
            holder=_HOLDER,
            condition=_maybe(_TEXT),
            term=_maybe(_TEXT),
            percent=_maybe(
                {
                    "type": "array",
                    "items": {"type": "integer", "minimum": 0, "maximum": 100},
                    "minItems": 2,
                    "maxItems": 2,
                }
            ),
            scale=_maybe(_TEXT),
            horizon=_maybe(
                _object("Until when.", text=_TEXT, start=_maybe(_ISO), end=_maybe(_ISO))
            ),
            evidence=_EVIDENCE,
        ),
        "related": _object("Another one.", slug=_TEXT, why=_TEXT, kind=_one_of(model.RelatedKind)),
    }


def _files(told: Json) -> Json:
    """The tables. ``told``: the definitions of what stands in the file of a briefing."""
    head = _object(
        "The head of a briefing.",
        id=_TEXT,
        slug=_TEXT,
        title=_TEXT,
        description=_TEXT,
        date=_ref("date"),
        language=_TEXT,
        genre=_one_of(model.Genre),
        publisher=_TEXT,
        status=_one_of(model.ReviewStatus),
        tags=_list(_TEXT),
        actors=_list(_TEXT),
        weapons=_list(_TEXT),
        page=_TEXT,
        data=_TEXT,
    )
    heads = ("id", "slug", "date", "language", "genre", "status", "page", "data")
    named = {
        "type": "object",
        "description": "The sentences that name it, by the slug of their briefing.",
        "additionalProperties": _EVIDENCE,
    }
    entity = ("id", "name", "known", "page", "named")
    whole = {"page": _TEXT, "named": named}
    status = _row(told["status"], briefing=_SLUG, always=("briefing", "value", "evidence"))
    figure = ("briefing", "property", "op", "value", "original", "evidence")
    spec = _row(told["spec"], briefing=_SLUG, always=figure)
    over_all = {**whole, "status": _list(status), "specs": _list(spec)}
    event = _row(told["event"], briefing=_SLUG, always=("briefing", "type", "status", "evidence"))
    return {
        "briefings_file": _file("briefings", _row(head, always=heads)),
        "actors_file": _file("actors", _row(told["actor"], always=(*entity, "type"), **whole)),
        "weapons_file": _file(
            "weapons", _row(told["weapon"], always=(*entity, "kind"), **over_all)
        ),
        "events_file": _file("events", event),
        "outlook_file": _ledger_file(told["outlook"]),
    }


def _ledger_file(statement: Json) -> Json:
    record = _object(
        "What an editor recorded.",
        outcome=_one_of(OutcomeValue),
        date=_ISO,
        note=_maybe(_TEXT),
        source=_maybe(_TEXT),
    )
    row = _row(
        statement,
        always=("briefing", "quote", "type", "evidence", "state"),
        briefing=_SLUG,
        state={
            **_one_of(LedgerState),
            "description": "By the day of reckoning; nothing is resolved by itself.",
        },
        record=record,
        brier={"type": "number", "minimum": 0, "maximum": 1},
    )
    day = _object("The day of reckoning.", day=_maybe(_ISO), day_basis=_one_of(DayBasis))
    return {"allOf": [_file("outlook", row), day]}


def schema() -> Json:
    """The schema of ``data/<slug>.json``; the other files are ``#/$defs/<name>_file``."""
    briefing = _object(
        "One article as structured data. Offsets count code points of the decoded text.",
        schema={"const": SCHEMA_VERSION},
        id=_TEXT,
        slug=_TEXT,
        title=_TEXT,
        title_basis=_one_of(model.TitleBasis),
        description=_TEXT,
        date=_ref("date"),
        language=_TEXT,
        status=_one_of(model.ReviewStatus),
        tags=_list(_TEXT),
        source=_ref("source"),
        sentences=_list(_ref("sentence")),
        bluf=_ref("statement"),
        summary=_list(
            {
                "allOf": [
                    _ref("statement"),
                    {"properties": {"holder": _HOLDER}, "required": ["holder"]},
                ]
            }
        ),
        actors=_list(_ref("actor")),
        weapons=_list(_ref("weapon")),
        events=_list(_ref("event")),
        relations=_list(_ref("relation")),
        claims=_list(_ref("claim")),
        outlook=_list(_ref("outlook")),
        gaps=_list(_TEXT),
        machine_translated=_list(_TEXT),
        related=_list(_ref("related")),
    )
    told = _with_defaults(_definitions())
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Briefing",
        **briefing,
        "$defs": {**told, **_files(told)},
    }
