// What Material's search box lacks, whichever engine answers: choices that narrow a search, more
// results on demand, counts read out, the Tab key. Runs before Material's own script, because it
// has to see the worker that Material starts; workers/search-engines.js is that worker.
(() => {
  "use strict";

  const box = document.querySelector("[data-md-component=search]");
  const field = document.querySelector("[data-md-component=search-query]");
  const place = document.querySelector("[data-md-component=search-result]");
  if (!box || !field || !place || !window.Worker) return;
  const list = place.querySelector("ol");
  const meta = place.firstElementChild;
  meta.setAttribute("role", "status");

  let worker = null;
  let facets = {};
  let shown = 0;

  // Material wakes up to keys.
  const ask = (text) => {
    field.value = text;
    field.dispatchEvent(new KeyboardEvent("keyup"));
  };

  // --- choices ---

  const choices = document.createElement("details");
  const summary = document.createElement("summary");
  const fields = document.createElement("div");
  choices.className = "search-choices";
  choices.hidden = true;
  choices.append(summary, fields);
  // The lists of choices are fetched for whoever looks at them, not for who typed a choice.
  let unasked = false;
  const look = (open) => worker?.postMessage({ type: "look", data: open });
  choices.addEventListener("toggle", () => {
    if (!unasked) look(choices.open);
    unasked = false;
  });
  for (const sign of ["pointerenter", "focusin"]) {
    choices.addEventListener(sign, () => choices.open && look(true));
  }
  const selects = new Map();

  const without = (key) => field.value.replace(new RegExp(`(^|\\s)${key}:(?:"[^"]*"|\\S+)`, "g"), "$1").trim();
  const choose = (key, value) => {
    const rest = without(key);
    const wanted = value && `${key}:${/\s/.test(value) ? `"${value}"` : value}`;
    ask([rest, wanted].filter(Boolean).join(" "));
  };

  const makeChoices = () => {
    for (const [key, word] of Object.entries(facets)) {
      const choice = document.createElement("div");
      const label = document.createElement("label");
      const select = document.createElement("select");
      select.id = `search-${key}`;
      label.htmlFor = select.id;
      label.append(word);
      select.addEventListener("change", () => choose(key, select.value));
      choice.append(label, select);
      fields.append(choice);
      selects.set(key, select);
    }
    const words = Object.values(facets).map((word) => word.toLowerCase());
    summary.textContent = `Narrow by ${words.slice(0, -1).join(", ")} or ${words.at(-1)}`;
  };

  const showChoices = ({ counts, chosen = {} }) => {
    if (Object.keys(chosen).length && !choices.open) {
      unasked = true;
      choices.open = true;
    }
    for (const [key, select] of selects) {
      const [own = ""] = chosen[key] || [];
      const held = Object.entries((counts || {})[key] || {}).filter(([, number]) => number > 0);
      held.sort(([a, m], [b, n]) => key === "year" ? b.localeCompare(a) : n - m || a.localeCompare(b));
      const known = held.find(([value]) => value.toLowerCase() === own.toLowerCase());
      if (own && !known) held.unshift([own, 0]);
      select.replaceChildren(
        new Option("any", ""),
        ...held.slice(0, 200).map(([value, number]) => new Option(number ? `${value} (${number})` : value, value)),
      );
      select.value = known ? known[0] : own;
      // Not while counting: the Tab key would pass it by.
      select.disabled = Boolean(counts) && held.length === 0;
    }
  };

  // --- more results ---

  const more = document.createElement("button");
  more.type = "button";
  more.className = "search-more md-button";
  more.textContent = "Show more";
  more.hidden = true;
  let resume = null;
  more.addEventListener("click", () => {
    resume = shown;
    worker.postMessage({ type: 2, data: field.value, number: shown + 20 });
  });

  const tell = ({ items, total, failed, typed }) => {
    shown = items.length;
    more.hidden = shown >= total;
    choices.hidden = selects.size === 0 || !typed.trim();
    more.textContent = `Show more of ${total.toLocaleString("en")}`;
    if (failed) meta.textContent = "The search could not be loaded. Load the page again.";
    else if (total > shown) meta.textContent = `${total.toLocaleString("en")} matching pages, the best ${shown} shown`;
    else if (total > 0) meta.textContent = total === 1 ? "1 matching page" : `${total} matching pages`;
    else if (typed.trim()) meta.textContent = "No matching page";
    // Reached with Tab as well as with the arrows.
    for (const link of list.querySelectorAll("a")) link.tabIndex = 0;
    if (resume !== null) list.children[resume]?.querySelector("a")?.focus();
    resume = null;
  };

  meta.after(choices);
  list.after(more);
  // Material takes the last child for the list.
  place.append(list);
  place.after(more);

  // --- keys ---

  // Material closes the search on Tab and sends every other key to the field, also from a choice.
  box.addEventListener("keydown", (event) => {
    const { key, target } = event;
    const own = target.matches("select") || target === more || (target === summary && !/^Arrow/.test(key));
    if (key === "Tab" || (own && key !== "Escape")) event.stopPropagation();
  });
  box.addEventListener("focusout", ({ relatedTarget }) => {
    const toggle = document.getElementById("__search");
    if (relatedTarget && !box.contains(relatedTarget) && toggle.checked) toggle.click();
  });
  // A quick Enter would send the form before Material listens.
  field.form.addEventListener("submit", (event) => event.preventDefault());
  field.addEventListener("focus", () => worker?.postMessage({ type: "warm" }));

  // --- the worker ---

  const Plain = window.Worker;
  window.Worker = class extends Plain {
    constructor(...given) {
      super(...given);
      if (!String(given[0]).includes("search-engines.js")) return;
      window.Worker = Plain;
      worker = this;
      this.addEventListener("message", ({ data }) => {
        if (data.facets) {
          facets = data.facets;
          makeChoices();
        }
        // After Material has drawn what it makes of the same message.
        if (data.type === 3) setTimeout(() => tell(data.data));
        if (data.type === 4) setTimeout(() => showChoices(data.data));
      });
    }
  };
})();
