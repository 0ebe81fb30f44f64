"""The relation network as GraphML: who is tied to whom, by what, said where.

A directed multigraph: one edge for each relation of each briefing, so that each leads to its own
evidence. A node is whatever stands at either end of one.
"""

from __future__ import annotations

from collections.abc import Mapping

from generator.library import Library
from generator.pages import paths
from generator.pages.exports.xmltext import DECLARATION, element, lines
from generator.pages.links import Directory
from generator.text.markup.markdown import clean

NAMESPACE = "http://graphml.graphdrawing.org/xmlns"
NODE = ("id", "label", "kind", "known", "page")
EDGE = ("predicate", "label", "holder", "briefing", "published", "evidence")


def graph(library: Library, directory: Directory) -> str:
    """The whole file. Identities of nodes are file names of pages, which XML allows."""
    relations = [
        (briefing, relation)
        for briefing in library.briefings
        for relation in briefing.analysis.relations
    ]
    ends = sorted({end for _, one in relations for end in (one.subject, one.object)})
    parts = [
        f'<key id="{prefix}-{name}" for="{kind}" attr.name="{name}" attr.type="string"/>'
        for prefix, kind, names in (("n", "node", NODE), ("e", "edge", EDGE))
        for name in names
    ]
    kinds = _kinds(library)
    for end in ends:
        kind, page = kinds.get(end, ("", ""))
        values = {
            "id": end,
            "label": directory.name(end),
            "kind": kind,
            "known": "true" if library.knowledge.get(end) else "false",
            "page": page,
        }
        parts.append(f'<node id="{paths.file_name(end)}">{_data("n", values)}</node>')
    for number, (briefing, relation) in enumerate(relations, 1):
        values = {
            "predicate": relation.predicate,
            "label": directory.event_label(relation.predicate),
            "holder": relation.holder or "",
            "briefing": briefing.slug,
            "published": briefing.analysis.published.value or "",
            "evidence": " ".join(relation.evidence),
        }
        source, target = paths.file_name(relation.subject), paths.file_name(relation.object)
        ends_of = f'id="e{number}" source="{source}" target="{target}"'
        parts.append(f"<edge {ends_of}>{_data('e', values)}</edge>")
    keys = len(NODE) + len(EDGE)
    return (
        f'{DECLARATION}<graphml xmlns="{NAMESPACE}">\n{lines(parts[:keys], depth=1)}'
        f'  <graph id="relations" edgedefault="directed">\n{lines(parts[keys:], depth=2)}'
        "  </graph>\n</graphml>\n"
    )


def _kinds(library: Library) -> dict[str, tuple[str, str]]:
    """Identity -> kind and page of what has a page; a weapon's page goes first, as in links."""
    actors = {str(one.id): (str(one.type), str(paths.actor(one.id))) for one in library.actors}
    weapons = {
        str(one.id): (
            "weapon" if one.kind == "system" else "weapon class",
            str(paths.weapon(one.id)),
        )
        for one in library.weapons
    }
    return actors | weapons


def _data(prefix: str, values: Mapping[str, str]) -> str:
    """Empty values are left out."""
    return "".join(
        element("data", clean(value).strip(), key=f"{prefix}-{name}")
        for name, value in values.items()
        if value
    )
