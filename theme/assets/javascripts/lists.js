// Filter and sort for long tables, and names of columns for narrow screens. A page asks for a
// filter with an empty element that carries data-list-filter; the other names of CHOICES add a
// choice of what its rows name (data-list-actor). The words are the values of these attributes.
// With data-list-items the entries of the lists below its headings are filtered. Without this
// script all stands as it is. Nothing is fetched or kept.
(() => {
  "use strict";

  // Hwasong-20, Hwasong 20 and hwasong20 are one word to a reader.
  const folded = (text) => text.toLowerCase().normalize("NFKC").replace(/[\s\u200b\-‐‑–—]+/g, "");

  const key = (cell) => {
    const text = cell ? cell.textContent.trim() : "";
    const number = text.replace(/(\d),(?=\d{3})/g, "$1").match(/\d+(\.\d+)?/);
    return { text, number: number ? Number(number[0]) : null };
  };

  const compare = (a, b, numeric) => {
    if (numeric && (a.number !== null || b.number !== null)) {
      // What has no figure stands last, whichever way the others go.
      if (a.number === null) return { last: 1 };
      if (b.number === null) return { last: -1 };
      return { order: a.number - b.number };
    }
    return { order: a.text.localeCompare(b.text, "en", { numeric: true }) };
  };

  const sortBy = (table, head, column) => {
    const up = head.getAttribute("aria-sort") !== "ascending";
    for (const other of table.tHead.rows[0].cells) other.removeAttribute("aria-sort");
    head.setAttribute("aria-sort", up ? "ascending" : "descending");
    const body = table.tBodies[0];
    const rows = [...body.rows].map((row) => ({ row, key: key(row.cells[column]) }));
    const filled = rows.filter((one) => one.key.text);
    const numeric = filled.length > 0 &&
      filled.filter((one) => one.key.number !== null).length * 2 >= filled.length &&
      column > 0;
    rows.sort((a, b) => {
      const { last, order } = compare(a.key, b.key, numeric);
      return last || (up ? order : -order);
    });
    body.append(...rows.map((one) => one.row));
  };

  const makeSortable = (table) => {
    if (!table.tHead || !table.tBodies[0] || table.tBodies[0].rows.length < 2) return;
    [...table.tHead.rows[0].cells].forEach((head, column) => {
      const button = document.createElement("button");
      button.type = "button";
      button.className = "list-sort";
      button.append(...head.childNodes);
      button.addEventListener("click", () => sortBy(table, head, column));
      head.append(button);
    });
  };

  const told = (where) => (row) =>
    [...row.querySelectorAll(where)].map((one) => one.textContent.trim()).filter(Boolean);
  const linked = (folder) => told(`a[href*="${folder}/"]`);

  // Of the second line of a card: date · genre · publisher, and a label that is none of these.
  const fact = (number) => (row) => {
    const line = row.querySelector("p:nth-child(2)");
    const words = line ? [...line.childNodes].filter((one) => one.nodeName !== "SPAN") : [];
    return words.map((one) => one.textContent).join("").split(" · ").slice(number, number + 1).filter(Boolean);
  };

  // What a row can be chosen by, in the order in which the choices stand.
  const CHOICES = {
    kind: (row) => told("td:nth-child(2) > em:first-child")(row).map((one) => one.replace(/\.$/, "")),
    type: told(".badge-outlook"),
    class: told("td:nth-child(2)"),
    owner: told("td:nth-child(3) > a"),
    status: told("td:nth-child(4) .badge"),
    genre: fact(1),
    publisher: fact(2),
    actor: linked("actors"),
    weapon: linked("weapons"),
    month: (row) => row.cells[0].textContent.match(/\p{L}+ \d{4}/gu) || [],
  };
  // The newest first; names of months as the generator writes them.
  const later = (a, b) => Date.parse(`1 ${b}`) - Date.parse(`1 ${a}`);

  const labelled = (words, control) => {
    const label = document.createElement("label");
    label.append(words, control);
    return label;
  };

  const choice = (words, rows, named) => {
    const control = document.createElement("select");
    const names = new Map();
    for (const row of rows) {
      for (const name of named(row)) {
        if (!names.has(name)) names.set(name, new Set());
        names.get(name).add(row);
      }
    }
    control.setAttribute("aria-label", words);
    control.append(new Option("–", ""));
    const listed = [...names.keys()];
    listed.sort(named === CHOICES.month ? later : (a, b) => a.localeCompare(b, "en", { numeric: true }));
    for (const name of listed) control.append(new Option(name, name));
    return {
      control,
      label: labelled(words, control),
      has: (row) => !control.value || names.get(control.value).has(row),
    };
  };

  const makeFilter = (place) => {
    const sheet = place.closest(".sheet, article, main") || document.body;
    const tables = [...sheet.querySelectorAll("table")].filter((one) => !one.closest(".chart"));
    tables.forEach(makeSortable);
    const rows = "listItems" in place.dataset
      ? [...sheet.querySelectorAll(":is(h2, h3) ~ ul > li")]
      : tables.flatMap((table) => [...table.tBodies].flatMap((body) => [...body.rows]));
    if (rows.length === 0) return;
    const field = document.createElement("input");
    const count = document.createElement("output");
    field.type = "search";
    field.autocomplete = "off";
    const choices = Object.entries(CHOICES)
      .map(([name, named]) => [place.getAttribute(`data-list-${name}`), named])
      .filter(([words]) => words)
      .map(([words, named]) => choice(words, rows, named));
    place.append(labelled(place.dataset.listFilter || "Filter", field), ...choices.map((one) => one.label), count);
    const texts = new Map(rows.map((row) => [row, folded(row.textContent)]));
    const apply = () => {
      const words = field.value.split(/\s+/).map(folded).filter(Boolean);
      const whole = folded(field.value);
      let shown = 0;
      for (const row of rows) {
        const text = texts.get(row);
        row.hidden = !(text.includes(whole) || words.every((word) => text.includes(word))) ||
          !choices.every((one) => one.has(row));
        if (!row.hidden) shown += 1;
      }
      const asked = whole || choices.some((one) => one.control.value);
      count.textContent = asked ? `${shown} of ${rows.length}` : "";
    };
    field.addEventListener("input", apply);
    for (const one of choices) one.control.addEventListener("change", apply);
  };

  // On a narrow screen a row is a block, and each cell says which column it is from.
  const nameCells = () => {
    for (const table of document.querySelectorAll(".sheet table")) {
      if (!table.tHead || table.closest(".chart")) continue;
      const names = [...table.tHead.rows[0].cells].map((head) => head.textContent.trim());
      for (const body of table.tBodies)
        for (const row of body.rows) [...row.cells].forEach((cell, n) => { cell.dataset.label = names[n] || ""; });
    }
  };

  // What scrolls within itself can be reached with the keyboard, and only then takes a stop.
  const markScrolling = () => {
    for (const one of document.querySelectorAll(".sheet :is(.md-typeset__scrollwrap, .chart)"))
      if (one.scrollWidth > one.clientWidth + 1) one.tabIndex = 0;
      else one.removeAttribute("tabindex");
  };

  // The theme shows a note while its mark has the focus or the pointer, and knows no key to send it
  // away. It sets this class again when the reader comes back.
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    for (const shown of document.querySelectorAll(".md-tooltip2--active"))
      shown.classList.remove("md-tooltip2--active");
  });

  const setUp = () => {
    nameCells();
    document.querySelectorAll("[data-list-filter]:empty").forEach(makeFilter);
    requestAnimationFrame(markScrolling);
  };

  // Material swaps pages without loading them; document$ tells of each.
  if (typeof document$ !== "undefined") document$.subscribe(setUp);
  else if (document.readyState !== "loading") setUp();
  else document.addEventListener("DOMContentLoaded", setUp);
  window.addEventListener("resize", () => requestAnimationFrame(markScrolling));
})();
