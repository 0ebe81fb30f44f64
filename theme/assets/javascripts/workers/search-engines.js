// The worker behind Material's search box, for both engines: Material's own (lunr, over an index
// that was sent whole) and Pagefind (files fetched as they are needed). It speaks Material's
// messages (0 set up, 1 ready, 2 query, 3 result), so that box, keys and results are the same; 4
// says how many results each choice would leave.
// config.engine, written by the build, says which engine; without it, Material's.
//
// Words of a query must all be there; words joined by a hyphen (KN-23), by quotation marks or by
// their script (火星) must stand side by side. If no page holds all of several single words, those
// that hold most of them are shown.
// `actor:"Kim Jong Un" year:2025` narrows a search; the choices below the box write the same.
"use strict";

const [SETUP, READY, QUERY, RESULT, COUNTS] = [0, 1, 2, 3, 4];
const PAGE = 6;
const SEAM = /\u2060(<\/mark>)?\s?(<mark>)?/g;
const joined = (html) => html.replace(SEAM, (_all, end, start) => end && start ? "" : `${end || ""}${start || ""}`);
// A character of a script without spaces, or a run of other letters and digits.
const EAST = "\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\uac00-\ud7af";
const PIECES = new RegExp(`[${EAST}]|(?:(?![${EAST}])[\\p{L}\\p{N}\\p{M}])+`, "gu");

const post = self.postMessage.bind(self);
const material = self.location.hash.slice(1).split("/").pop();
let engine = null;
let facets = {};
let newest = 0;

const escaped = (text) => text.replace(/[&<>"]/g, (one) => `&#${one.charCodeAt(0)};`);
const pieces = (text) => text.normalize("NFKC").toLowerCase().match(PIECES) || [];
const plain = (html) => html.replace(/<[^>]*>/g, " ");
// The page whose name was typed stands first, then pages with it among their other names, then
// those whose name begins so.
const namesakesFirst = (items, words, names) => {
  const whole = words.join(" ");
  const rank = (item) => {
    const held = names(item).map((name) => pieces(name || "").join(" "));
    if (held[0] === whole) return 0;
    if (held.includes(whole)) return 1;
    return held[0].startsWith(whole) ? 2 : 3;
  };
  return items.map((item) => [rank(item), item]).sort(([a], [b]) => a - b).map(([, item]) => item);
};

// What was typed: words, runs of words that stand side by side, words that stand by themselves, and
// what narrows the search.
const parse = (typed) => {
  const chosen = {};
  const operator = /(^|\s)([a-z]+):(?:"([^"]*)"|(\S+))/g;
  const rest = typed.replace(operator, (whole, _space, key, quoted, bare) => {
    if (!(key in facets)) return whole;
    (chosen[key] ||= []).push(quoted ?? bare);
    return " ";
  });
  const runs = [];
  const words = [];
  const loose = [];
  for (const [, quoted, bare] of rest.matchAll(/"([^"]+)"?|([^\s"]+)/g)) {
    const run = pieces(quoted ?? bare);
    words.push(...run);
    if (run.length > 1) runs.push(run);
    else loose.push(...run);
  }
  return { words, runs, loose, chosen };
};

const labelled = (title, kind, shown) => {
  const about = [kind, shown].filter(Boolean).map(escaped).join(" · ");
  return about ? `${title} <small class="search-about">${about}</small>` : title;
};

// --- Material's own engine --------------------------------------------------------------------

const startMaterial = async ({ config, docs, options }) => {
  // Material's worker is loaded into this one; what it listens to and says passes through here.
  let ask = null;
  const answers = [];
  const listen = self.addEventListener;
  self.addEventListener = (_type, handler) => { ask = handler; };
  self.postMessage = (message) => answers.shift()(message);
  importScripts(new URL(material, self.location));
  self.addEventListener = listen;
  const call = (type, data) => new Promise((resolve) => {
    answers.push(resolve);
    ask({ data: { type, data } });
  });
  await call(SETUP, { config, docs, options });

  const pages = config.pages || {};
  const folded = (html) => ` ${pieces(plain(html)).join(" ")}`;
  const texts = new Map(docs.map((doc) => [doc.location, null]));
  const bare = new Map(docs.map((doc) => [doc.location, doc]));
  const textOf = (location) => {
    if (texts.get(location) === null) {
      const doc = bare.get(location);
      texts.set(location, `${folded(doc.title)} ${folded(doc.text)}`);
    }
    return texts.get(location) || "";
  };
  const page = (location) => location.split("#")[0];
  const names = ([{ location }]) => {
    const own = page(location);
    return [plain(bare.get(own)?.title || ""), ...(pages[own] || [])[4] || []];
  };
  const has = (location, chosen) => {
    const own = (pages[page(location)] || [])[3] || [];
    return Object.entries(chosen).every(([key, values]) => values.every(
      (value) => own.some(([name, held]) => name === key && held.toLowerCase() === value.toLowerCase()),
    ));
  };
  const separator = new RegExp(config.separator);
  const terms = (words) => words.flatMap((word) => word.split(separator))
    .filter((word) => word && lunr.stopWordFilter(word));
  // A word begins another (missile, missiles), but the word itself counts more (20, 2025).
  const lookUp = async (words, sign) => {
    // Material itself puts the asterisk behind a word that is not demanded.
    const typed = words.map((word) => `${sign ? `+${word}*` : word} ${word}^3`).join(" ");
    return (await call(QUERY, typed)).data;
  };

  return async ({ words, runs, chosen }) => {
    if (words.length === 0) {
      const shown = docs.filter((doc) => !doc.location.includes("#") && has(doc.location, chosen))
        .sort((a, b) => ((pages[b.location] || [])[1] || "").localeCompare((pages[a.location] || [])[1] || ""));
      return present(shown.map((doc) => [{ ...doc, score: 1, terms: {} }]));
    }
    const wanted = terms(words);
    if (wanted.length === 0) return present([]);
    const besides = runs.map((run) => ` ${run.join(" ")}`);
    const fits = (doc) => has(doc.location, chosen) &&
      besides.every((run) => textOf(doc.location).includes(run));
    for (const sign of runs.length ? ["+"] : ["+", ""]) {
      const { items, suggest } = await lookUp(wanted, sign);
      const left = items.map((item) => item.filter(fits))
        .filter((item) => item.some((doc) => doc.score > 0));
      if (left.length) return present(namesakesFirst(left, words, names), suggest);
    }
    return present([]);
  };

  function present(items, suggest = []) {
    return {
      total: items.length,
      counts: async () => {
        const counts = {};
        for (const [{ location }] of items) {
          for (const [key, value] of (pages[page(location)] || [])[3] || []) {
            (counts[key] ||= {})[value] = (counts[key][value] || 0) + 1;
          }
        }
        return counts;
      },
      suggest,
      take: async (number) => items.slice(0, number).map((item) => {
        const own = page(item[0].location);
        const [kind, , shown] = pages[own] || [];
        const first = item.find((doc) => doc.location === own) || { ...bare.get(own), score: 0, terms: {} };
        const rest = item.filter((doc) => doc !== first && doc.location !== own);
        // The best stands first; Material takes the page itself out of the list.
        return [{ ...first, title: labelled(first.title, kind, shown) }, ...rest]
          .map((doc) => ({ ...doc, parent: undefined, tags: undefined }))
          .sort((a, b) => b.score - a.score);
      }),
    };
  }
};

// --- Pagefind ---------------------------------------------------------------------------------

// What a result says of its page travels as one word, so that it is not searched.
const unsealed = (text) => text
  ? JSON.parse(new TextDecoder().decode(Uint8Array.from(atob(text), (one) => one.charCodeAt(0))))
  : ["", "", []];

const EVERY = "zzeverypage";
// Behind the last word of any index, so that none of its files is fetched for it.
const NOTHING = "\u{2fa1d}";
const REMEMBERED = 12;
const startPagefind = async () => {
  const pagefind = await import(new URL("../../../search/pagefind/pagefind.js", self.location));
  // This is a worker already; a second one would be fetched for nothing.
  await pagefind.options({ noWorker: true, baseUrl: "/", excerptLength: 24 });
  await pagefind.init();
  // Its program starts with the first search: better while the reader types.
  await pagefind.search(NOTHING);
  // Fetched when somebody looks at the choices: at 4,000 briefings as much again as a search.
  let fetched = null;
  const values = () => fetched ||= pagefind.filters();
  // Searches of a moment ago: words that stand still while more are typed are looked for once.
  const remembered = new Map();

  return async ({ words, runs, loose, chosen }) => {
    // A choice as typed fetches the list of its own kind. If it finds nothing, it may be written
    // in another case in that list.
    const typed = narrowed(chosen, {});
    const found = await look({ words, runs, loose, filters: typed });
    if (found.total > 0 || Object.keys(chosen).length === 0) return found;
    const held = narrowed(chosen, (await pagefind.search(NOTHING, { filters: typed })).totalFilters);
    return JSON.stringify(held) === JSON.stringify(typed) ? found : look({ words, runs, loose, filters: held });
  };

  function narrowed(chosen, held) {
    const known = (key, one) => Object.keys(held[key] || {}).find((name) => name.toLowerCase() === one.toLowerCase());
    return Object.fromEntries(Object.entries(chosen)
      .map(([key, wanted]) => [key, { all: wanted.map((one) => known(key, one) ?? one) }]));
  }

  function search(text, options) {
    const key = JSON.stringify([text, options]);
    const found = remembered.get(key) || pagefind.search(text, options);
    remembered.delete(key);
    remembered.set(key, found);
    if (remembered.size > REMEMBERED) remembered.delete(remembered.keys().next().value);
    found.catch(() => remembered.delete(key));
    return found;
  }

  // The pages that several searches have found, those of most searches first, then the best; `of`
  // holds the searches of each by number.
  function gathered(searches) {
    const all = new Map();
    for (const [at, { results }] of searches.entries()) {
      for (const result of results) {
        const known = all.get(result.id) || { data: () => result.data(), score: 0, of: new Set() };
        known.score += result.score;
        known.of.add(at);
        all.set(result.id, known);
      }
    }
    return [...all.values()].sort((a, b) => b.of.size - a.of.size || b.score - a.score);
  }

  async function look({ words, runs, loose, filters }) {
    const run = (text, more = {}) => search(text, { filters, ...more });
    const counted = async (text) => {
      await values();
      return (await pagefind.search(text, { filters })).filters;
    };
    if (words.length === 0) {
      // A search without a word would fetch every file of the index; the build has put this one
      // on each page.
      const found = await run(EVERY, { sort: { date: "desc" } });
      return present(found.results, words, () => counted(EVERY));
    }
    const whole = words.join(" ");
    if (runs.length === 0) {
      const { results } = await run(whole);
      if (results.length || words.length < 2) return present(results, words, () => counted(whole));
      // No page holds all words: those that hold most of them.
      const some = gathered(await Promise.all(words.map((word) => run(word))));
      return present(some.map((one) => ({ ...one, has: (at) => one.of.has(at) })), words);
    }
    const phrases = (cut) => runs.map((one) => `"${one.slice(0, cut).join(" ")}"`);
    const apart = loose.length ? [loose.join(" ")] : [];
    // A run that is still being typed has no last word yet: the words before it must stand there,
    // and all words somewhere.
    for (const texts of [[...phrases(), ...apart], [...phrases(-1), whole]]) {
      const searches = await Promise.all(texts.map((text) => run(text)));
      const left = gathered(searches).filter((one) => one.of.size === searches.length);
      // Pagefind counts each search by itself; those of an overlap are known if it is one of them.
      const same = searches.findIndex((one) => one.results.length === left.length);
      if (left.length) return present(left, words, same < 0 ? undefined : () => counted(texts[same]), loose);
    }
    return present([], words);
  }

  // `besides` are words that were looked for apart: a result knows only where its run stands.
  function present(results, words, counts = async () => null, besides = []) {
    const beside = new RegExp(`<[^>]*>[^<]*</mark>|&[^;\\s]*;|(?<![\\p{L}\\p{N}])(${besides.join("|")})`, "giu");
    const marked = (excerpt) => besides.length
      ? excerpt.replace(beside, (all, word) => word ? `<mark>${word}</mark>` : all) : excerpt;
    return {
      total: results.length,
      counts,
      suggest: [],
      take: async (number) => {
        const loaded = await Promise.all(results.slice(0, number).map(async (result) => {
          const data = await result.data();
          const item = ({ url, title, excerpt }) => ({
            location: url.replace(/^\//, ""),
            title: escaped(title.replace(SEAM, "")),
            // An excerpt from the top begins with the heading.
            text: `<p>${joined(marked(excerpt.startsWith(`${title}. `) ? excerpt.slice(title.length + 2) : excerpt))}</p>`,
            score: result.score,
            terms: Object.fromEntries(words.map((word, at) => [word, result.has ? result.has(at) : true])),
          });
          const own = item({ url: data.url, title: data.meta.title, excerpt: data.excerpt });
          const [kind, shown, names] = unsealed(data.meta.card);
          own.title = labelled(own.title, kind, shown);
          const parts = data.sub_results.filter(({ url }) => url.includes("#"))
            .sort((a, b) => b.locations.length - a.locations.length).slice(0, 2);
          return { names: [data.meta.title, ...names], item: [own, ...parts.map(item)] };
        }));
        return namesakesFirst(loaded, words, (one) => one.names).map((one) => one.item);
      },
    };
  }
};

// --- messages ---------------------------------------------------------------------------------

// How many results each choice leaves is counted for whoever looks at the choices.
let looking = false;
let last = null;
const count = async () => {
  if (!last) return;
  const { found, chosen, say } = last;
  say(COUNTS, { counts: await found.counts(), chosen });
};

// Milliseconds to wait for the next key, before a search and before its results are fetched.
// Pagefind fetches every file of words that begin with what was typed: at 4,000 briefings very many
// for one letter, five for two, one or two from then on. Results of half a word are not shown.
let patience = () => [0, 0];
const patient = (words) => {
  const last = words.at(-1) || "";
  if (new RegExp(`[${EAST}]|\\d`).test(last)) return [40, 140];
  return [[250, 0], [140, 0]][last.length - 1] || [40, 140];
};
const pause = (moment) => new Promise((resolve) => { setTimeout(resolve, moment); });

const answer = async (typed, number) => {
  const turn = ++newest;
  const { chosen, ...query } = parse(typed);
  const say = (type, data) => { if (turn === newest) post({ type, data: { typed, ...data } }); };
  const [search, fetch] = patience(query.words);
  if (search) await pause(search);
  if (turn !== newest) return;
  if (query.words.length === 0 && Object.keys(chosen).length === 0) {
    say(RESULT, { items: [], suggest: [], total: 0 });
    last = null;
    say(COUNTS, { counts: null, chosen });
    return;
  }
  try {
    const quiet = fetch ? pause(fetch - search) : null;
    const found = await (await engine())({ ...query, chosen });
    await quiet;
    if (turn !== newest) return;
    // Enter opens the result with the highest score: it has to be the first.
    const items = (await found.take(number)).map((item, at) =>
      item.map((doc) => ({ ...doc, score: doc.score + (number - at) * 1e6 })));
    say(RESULT, { items, suggest: found.suggest, total: found.total });
    last = { found, chosen, say };
    if (looking) await count();
    else say(COUNTS, { counts: null, chosen });
  } catch (error) {
    console.warn(error);
    say(RESULT, { items: [], suggest: [], total: 0, failed: true });
  }
};

self.addEventListener("message", ({ data: { type, data, number } }) => {
  if (type === SETUP) {
    facets = data.config.facets || {};
    let started = null;
    const start = data.config.engine === "pagefind" ? startPagefind : startMaterial;
    engine = () => started ||= start(data);
    if (data.config.engine === "pagefind") patience = patient;
    else engine();
    post({ type: READY, facets });
  } else if (type === QUERY) {
    answer(data, number || PAGE);
  } else if (type === "look") {
    const before = looking;
    looking = data;
    if (looking && !before) count();
  } else if (type === "warm" && engine) {
    engine().catch(() => undefined); // told when it is asked
  }
});
