// Filter and sort for long tables. A page asks for it with an empty element that carries
// data-list-filter; without this script the tables stand as they are. Nothing is fetched or kept.
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

  const setUp = () => {
    for (const place of document.querySelectorAll("[data-list-filter]:empty")) {
      const sheet = place.closest(".sheet, article, main") || document.body;
      const tables = [...sheet.querySelectorAll("table")].filter((one) => !one.closest(".chart"));
      if (tables.length === 0) continue;
      tables.forEach(makeSortable);
      const label = document.createElement("label");
      const field = document.createElement("input");
      const count = document.createElement("output");
      field.type = "search";
      field.autocomplete = "off";
      label.append(place.dataset.listFilter || "Filter", field);
      place.append(label, count);
      const rows = tables.flatMap((table) => [...table.tBodies].flatMap((body) => [...body.rows]));
      field.addEventListener("input", () => {
        const words = field.value.split(/\s+/).map(folded).filter(Boolean);
        const whole = folded(field.value);
        let shown = 0;
        for (const row of rows) {
          const text = folded(row.textContent);
          row.hidden = !(text.includes(whole) || words.every((word) => text.includes(word)));
          if (!row.hidden) shown += 1;
        }
        count.textContent = whole ? `${shown} of ${rows.length}` : "";
      });
    }
  };

  // Material swaps pages without loading them; document$ tells of each.
  if (typeof document$ !== "undefined") document$.subscribe(setUp);
  else if (document.readyState !== "loading") setUp();
  else document.addEventListener("DOMContentLoaded", setUp);
})();
