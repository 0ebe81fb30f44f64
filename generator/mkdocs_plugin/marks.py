"""What pages in brief leave out, put back by a script of the site.

The mark at a heading that leads to itself, the looks of the mark of a note, the way back from it
and what it quotes, where that is all that an entry of a folded list says
(:mod:`generator.text.markup.wording`); and of the theme's partials the looks of the table of
contents and what the drawer of narrow screens holds, which stands in header and tabs. The script
belongs to the settings of the site, which every theme prints: a page can be in brief whatever frame
it has. It works before Material's own script, which looks for all this, has read the page; a page
that Material swaps in asks for it at the end of its text (``dress`` in ``main.html``).
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
  const made = (name, className, more) =>
    Object.assign(document.createElement(name), { className }, more);

  const markHeadings = () => {
    for (const heading of document.querySelectorAll("article :is(h1, h2, h3, h4, h5, h6)[id]")) {
      if (heading.querySelector(".headerlink")) continue;
      const href = "#" + heading.id, title = titles.permalink;
      heading.append(made("a", "headerlink", { href, title, textContent: "\u00b6" }));
    }
  };

  const quoteNotes = () => {
    for (const mark of document.querySelectorAll("article details li > sup:first-child > a")) {
      const note = document.getElementById(decodeURIComponent(mark.hash).slice(1));
      if (!note || mark.parentElement.previousSibling) continue;
      const words = note.textContent;
      mark.parentElement.before(words.slice(words.indexOf("“") + 1, words.lastIndexOf("”")));
    }
  };

  const leadBack = () => {
    // Material makes the addresses of a page that it swaps in whole.
    for (const mark of document.querySelectorAll('article a[href*="#fn:"]')) {
      const name = decodeURIComponent(mark.hash).slice(4), id = "fnref:" + name;
      const note = document.getElementById("fn:" + name);
      if (note) mark.className = "footnote-ref";
      if (!note || document.getElementById(id)) continue;
      mark.parentElement.id = id;
      const back = { href: "#" + id, title: titles.back, textContent: "\u21a9" };
      note.lastElementChild.append("\u00a0", made("a", "footnote-backref", back));
    }
  };

  const dressContents = () => {
    for (const item of document.querySelectorAll('[data-md-component="toc"] li:not([class])')) {
      const link = item.firstElementChild, under = link.nextElementSibling;
      item.className = "md-nav__item";
      link.className = "md-nav__link";
      if (!under) continue;
      const part = made("nav", "md-nav", { ariaLabel: link.textContent });
      under.className = "md-nav__list";
      under.replaceWith(part);
      part.append(under);
    }
  };

  const fillDrawer = () => {
    const drawer = document.querySelector(".md-nav--primary:empty");
    const logo = document.querySelector(".md-header .md-logo");
    if (!drawer || !logo) return;
    const head = made("label", "md-nav__title", { htmlFor: "__drawer" });
    const list = made("ul", "md-nav__list"), own = logo.cloneNode(true);
    own.className = "md-nav__button md-logo";
    head.append(own, " " + logo.title);
    list.dataset.mdScrollfix = "";
    for (const tab of document.querySelectorAll(".md-tabs__link")) {
      const item = made("li", "md-nav__item"), link = tab.cloneNode(true);
      link.className = "md-nav__link";
      item.append(link);
      list.append(item);
    }
    drawer.append(head, list);
  };

  self.dress = () => {
    markHeadings();
    quoteNotes();
    leadBack();
    dressContents();
    fillDrawer();
  };
  dress();
  if (typeof document$$ !== "undefined") document$$.subscribe(dress);
})();
"""
)


def script(wording: Wording) -> str:
    """The text of :data:`FILE`."""
    titles = {"permalink": wording.permalink, "back": wording.back}
    return _SCRIPT.substitute(titles=json.dumps(titles, ensure_ascii=False))
