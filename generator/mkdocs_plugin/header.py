"""What serves scripts alone: in one file of the site, not in each page.

The search box, the switch between light and dark and the settings of the theme's script are the
same on every page but for relative addresses, and do nothing where scripts are off. They are taken
out of the frame as the theme has written it and put back by a script in their place, before
anything is drawn. A frame in which they do not stand as expected, or not as on the first page, is
left as it is. Measured at 2,185 pages: 3.7 kB each.
"""

from __future__ import annotations

import json
import re
from string import Template

FILE = "assets/javascripts/header.js"
_SWITCH = "assets/javascripts/palette.js"
"""Of this project's theme: it needs the switch, and runs behind it."""
_HEADER = re.compile(
    r'(<form class="md-header__option" data-md-component="palette">.*?</form>\n)'
    rf'(<script src="([^"]*){re.escape(_SWITCH)}"></script>\n)'
    r"(.*?)(?=</nav>\n</header>)",
    re.DOTALL,
)
_SETTINGS = re.compile(r'<script id="__config" type="application/json">(.*?)</script>\n?')
_ADDRESS = re.compile(r'\b(?:href|src|action)="(?!javascript:void\(0\)")')
_SCRIPT = Template(
    """\
/* What the theme prints into each page for its script alone: light or dark, search, settings. */
(() => {
  const script = document.currentScript, root = new URL("../..", script.src).href;
  const settings = document.createElement("script"), told = $settings;
  told.base = root;
  told.search = root + told.search;
  settings.id = "__config";
  settings.type = "application/json";
  settings.textContent = JSON.stringify(told);
  script.before(settings);
  script.insertAdjacentHTML("beforebegin", $html);
})();
"""
)


class Header:
    """Of one build."""

    def __init__(self) -> None:
        self._moved: tuple[str, str] | None = None

    def moved(self, frame: str) -> str:
        """The frame of a page without it."""
        header, settings = _HEADER.search(frame), _SETTINGS.search(frame)
        if header is None or settings is None or settings.start() < header.end():
            return frame
        switch, script, root, search = header.groups()
        told = json.loads(settings[1])
        told.pop("base", None)
        told["search"] = str(told.get("search", "")).replace(root, "")
        moved = (switch + search, json.dumps(told, ensure_ascii=False))
        if _ADDRESS.search(moved[0]) or (self._moved or moved) != moved:
            return frame
        self._moved = moved
        place = script.replace(_SWITCH, FILE)
        before, between = frame[: header.start()], frame[header.end() : settings.start()]
        return before + place + script + between + frame[settings.end() :]

    def script(self) -> str | None:
        """The text of :data:`FILE`; None if no frame was without it."""
        if self._moved is None:
            return None
        html, settings = self._moved
        written = json.dumps(html, ensure_ascii=False)
        return _SCRIPT.substitute(html=written, settings=settings)
