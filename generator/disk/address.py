"""What the site is called and where it is published, as ``mkdocs.yml`` says: for the door that
is not MkDocs.

Read without MkDocs, which takes a second to import, and without running anything: of the tags
that MkDocs allows there only ``!ENV`` is understood, everything else is skipped.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import yaml

from generator.pages.settings import SiteSettings

FILE = "mkdocs.yml"
PLUGIN = "briefings"
_INHERITED = 8
"""Files that inherit from one another; more is a ring."""


class _Loader(yaml.SafeLoader):
    """Plain data, ``!ENV``, and None for any other tag."""


def read_address(root: Path) -> SiteSettings:
    """The settings that MkDocs would hand to its plugin; the defaults where there is no file or
    none that can be read, which MkDocs itself will report."""
    values: dict[str, Any] = {}
    path = root / FILE
    for _ in range(_INHERITED):
        try:
            found = yaml.load(path.read_bytes(), Loader=_Loader)
        except (OSError, yaml.YAMLError, ValueError, RecursionError):
            break
        if not isinstance(found, dict):
            break
        values = found | values
        parent = found.get("INHERIT")
        if not isinstance(parent, str):
            break
        path = path.parent / parent
    url, title, description = map(values.get, ("site_url", "site_name", "site_description"))
    readings = _own(values.get("plugins")).get("readings")
    default = SiteSettings()
    return SiteSettings(
        title=title if isinstance(title, str) else default.title,
        description=description if isinstance(description, str) else default.description,
        site_url=url if isinstance(url, str) else None,
        directory_urls=values.get("use_directory_urls") is not False,
        readings=readings if isinstance(readings, int) else default.readings,
    )


def _own(plugins: object) -> dict[str, Any]:
    """What ``mkdocs.yml`` says of the plugin, whose list may be one of names or of pairs."""
    entries = plugins if isinstance(plugins, list) else [plugins]
    found = [entry.get(PLUGIN) for entry in entries if isinstance(entry, dict)]
    return next((one for one in found if isinstance(one, dict)), {})


def _from_environment(loader: yaml.SafeLoader, node: yaml.Node) -> Any:
    """``!ENV NAME`` and ``!ENV [NAME, OTHER, default]``."""
    if isinstance(node, yaml.ScalarNode):
        return os.environ.get(str(node.value))
    if not isinstance(node, yaml.SequenceNode):
        return None
    *names, default = [loader.construct_object(one) for one in node.value] or [None]
    return next((os.environ[name] for name in names if str(name) in os.environ), default)


def _skip(_loader: yaml.SafeLoader, _suffix: str, _node: yaml.Node) -> None:
    return None


_Loader.add_constructor("!ENV", _from_environment)
_Loader.add_multi_constructor("", _skip)
