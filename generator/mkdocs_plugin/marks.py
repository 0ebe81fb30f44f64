"""What pages in brief leave out, put back by a script of the site.

The mark at a heading that leads to itself, the title of the way back from a note
(:mod:`generator.text.markup.wording`), and the links in the drawer of narrow screens, which the
theme's partial copies from the tabs. The script belongs to the settings of the site, which every
theme prints: a page can be in brief whatever frame it has.
"""

from __future__ import annotations

import json
from string import Template

from generator.text.markup.wording import Wording

FILE = "assets/javascripts/marks.js"
"""The theme's ``partials/nav.html`` asks for it by this name."""
_SCRIPT = Template(
    """\
/* Marks of headings, ways back from notes, links of the drawer: in each page they take more. */
(() => {
  const titles = $titles;
  const dress = () => {
    for (const heading of document.querySelectorAll("article :is(h1, h2, h3, h4, h5, h6)[id]")) {
      if (heading.querySelector(".headerlink")) continue;
      const link = document.createElement("a");
      link.className = "headerlink";
      link.href = "#" + heading.id;
      link.title = titles.permalink;
      link.textContent = "\u00b6";
      heading.append(link);
    }
    for (const back of document.querySelectorAll('.footnote a[href*="#fnref:"]')) {
      back.classList.add("footnote-backref");
      back.title ||= titles.back;
    }
    const drawer = document.querySelector(".md-nav--primary > .md-nav__list:empty");
    for (const tab of drawer ? document.querySelectorAll(".md-tabs__link") : []) {
      const item = document.createElement("li"), link = tab.cloneNode(true);
      item.className = "md-nav__item";
      link.className = "md-nav__link";
      item.append(link);
      drawer.append(item);
    }
  };
  // Material swaps pages without loading them; document$$ tells of each.
  if (typeof document$$ !== "undefined") document$$.subscribe(dress);
  else if (document.readyState !== "loading") dress();
  else document.addEventListener("DOMContentLoaded", dress);
})();
"""
)


def script(wording: Wording) -> str:
    """The text of :data:`FILE`."""
    titles = {"permalink": wording.permalink, "back": wording.back}
    return _SCRIPT.substitute(titles=json.dumps(titles, ensure_ascii=False))
