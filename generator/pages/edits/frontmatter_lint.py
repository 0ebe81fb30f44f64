"""What an editor may put into a page's front matter without breaking the site.

MkDocs prints broken front matter as text, and a wrong type under some keys ends the whole build
(measured with MkDocs 1.6.1 and Material 9.8.1), so the faults are named here first.
"""

from __future__ import annotations

from datetime import date

import yaml

_SCALARS = (str, int, float, bool, date)
_TEXT = (
    *("title", "description", "date", "date_basis", "slug", "id", "genre", "language", "status"),
    *("source", "source_author", "source_publisher", "source_url", "feed"),
)
_LISTS = ("tags", "hide", "summary", "actors", "weapons", "about", "aliases")
_REFUSED = ("template", "icon", "layout", "status_icon")


def line(key: str, value: object) -> str:
    """One front matter line, written by the serialiser."""
    dumped = yaml.safe_dump(
        {key: value}, default_flow_style=None, allow_unicode=True, width=10**9, sort_keys=False
    )
    return dumped.rstrip("\n")


def fault(front: str) -> str:
    """What is wrong with these front matter lines, as the end of "the page ...", or nothing."""
    try:
        data = yaml.safe_load(front)
    except (yaml.YAMLError, ValueError, RecursionError) as error:
        why = getattr(error, "problem", None) or "not YAML"
        return f"has broken front matter ({why})"
    if data is not None and not isinstance(data, dict):
        return "has front matter that is no list of keys"
    faults = (_fault_of(key, value) for key, value in (data or {}).items())
    return next(filter(None, faults), "")


def _fault_of(key: object, value: object) -> str:
    if key in _REFUSED:
        return f"sets {key!r}, which belongs to the theme"
    if key in _TEXT and value is not None and not isinstance(value, _SCALARS):
        return f"needs plain text under {key!r}"
    if key in _LISTS and not _is_list_of_scalars(value):
        return f"needs a list of plain words under {key!r}"
    if key == "search" and not isinstance(value, dict):
        return "needs keys such as 'exclude: true' under 'search'"
    return ""


def mended(part: str) -> str:
    """A front matter key as its editor meant it: ``tags: politics`` is a list of one, and empty
    entries are left out. Either ends the whole build as it stands. What cannot be read is
    returned as it is, for :func:`fault` to name."""
    try:
        data = yaml.safe_load(part)
    except (yaml.YAMLError, ValueError, RecursionError):
        return part
    if not isinstance(data, dict) or len(data) != 1:
        return part
    ((key, value),) = data.items()
    if not _is_list_of_scalars(value):
        return part
    entries = value if isinstance(value, list) else [value]
    wanted = [entry for entry in entries if entry not in (None, "")]
    return part if wanted == value else line(key, wanted)


def _is_list_of_scalars(value: object) -> bool:
    if value is None or isinstance(value, str):
        return True
    return isinstance(value, list) and all(
        item is None or isinstance(item, _SCALARS) for item in value
    )
