"use strict";
// Searches the pages of the site in the reader's own browser: nothing is sent anywhere. Words are
// found in all their forms (Snowball), with and without dots and rings, and inside compounds.
(() => {
  const FEW = new Set(("och att i på för med av en ett som den det de till är om vi han hon så " +
    "har kan ska vid från inte eller men sin sitt sina the and of to a in for is").split(" "));
  const MOST = 100; // results that are shown
  const AROUND = 160; // characters of the text that are shown
  const { lang, entries } = window.fardplanSearch;
  const page = document.querySelector("[data-search]");
  const field = page.querySelector("input");
  const list = page.querySelector("ol");
  const count = page.querySelector("[role=status]");
  const stemmer = lang === "sv" ? new SwedishStemmer() : { stemWord: (word) => word };

  // Snowball leaves "hälsan" as it is, though it makes "häls" of "hälsa".
  const ending = lang === "sv" ? /(?<=....)an$/u : /$^/;
  const stem = (word) => stemmer.stemWord(word.normalize("NFC").toLowerCase()).replace(ending, "");
  const fold = (word) => word.normalize("NFD").replace(/\p{M}/gu, "");
  const isFew = (word) => FEW.has(word.normalize("NFC").toLowerCase());
  const forms = (word) => isFew(word) ? null : [...new Set([stem(word), fold(stem(word))])];

  const index = new MiniSearch({
    fields: ["title", "place", "text", "inside"],
    processTerm: forms,
    searchOptions: {
      processTerm: (word) => isFew(word) ? null : stem(word),
      boost: { title: 5, place: 1.5, inside: 0.5 },
      prefix: (word) => word.length > 2,
      fuzzy: (word) => word.length > 4 ? 0.2 : false,
    },
  });
  index.addAll(entries.map((entry, id) => ({ id, ...entry })));

  function find(words) {
    const all = index.search(words, { combineWith: "AND" });
    return all.length ? all : index.search(words);
  }

  function show() {
    const words = field.value.trim();
    const found = words ? find(words) : [];
    list.replaceChildren(...found.slice(0, MOST).map(line));
    const { none, one, many } = page.dataset;
    const said = found.length === 0 ? none : found.length === 1 ? one : many;
    count.textContent = words ? said.replace("{n}", found.length).replace("{words}", () => words) : "";
    const address = new URL(location.href);
    if (words) address.searchParams.set("q", words);
    else address.searchParams.delete("q");
    // A browser may refuse this for a page that is read from the disk: the search works anyway.
    try { history.replaceState(null, "", address); } catch { /* nothing is lost */ }
  }

  function line(result) {
    const entry = entries[result.id];
    const heading = make("h2", {}, make("a", { href: entry.address }, entry.title));
    const where = make("p", { className: "where" }, [entry.kind, entry.place].filter(Boolean).join(" · "));
    const part = excerpt(entry.text, new Set(result.terms));
    return make("li", {}, heading, where, ...(part.length ? [make("p", {}, ...part)] : []));
  }

  // Returns the first place of the text where a word is found, with every such word marked.
  function excerpt(text, terms) {
    const isHit = (word) => (forms(word) ?? []).some((form) => terms.has(form));
    const words = [...text.matchAll(/[\p{L}\p{N}]+/gu)];
    const first = words.find((found) => isHit(found[0]));
    const from = first ? start(text, first.index - AROUND / 2) : 0;
    const to = end(text, from + AROUND);
    const parts = from > 0 ? ["… "] : [];
    let at = from;
    for (const { 0: word, index: place } of words) {
      if (place < from || place + word.length > to || !isHit(word)) continue;
      parts.push(text.slice(at, place), make("mark", {}, word));
      at = place + word.length;
    }
    parts.push(text.slice(at, to), ...(to < text.length ? [" …"] : []));
    return text ? parts : [];
  }

  function start(text, at) {
    return at <= 0 ? 0 : text.indexOf(" ", at) + 1;
  }

  function end(text, at) {
    const blank = text.lastIndexOf(" ", at);
    return at >= text.length ? text.length : blank > 0 ? blank : at;
  }

  function make(name, properties, ...content) {
    const element = Object.assign(document.createElement(name), properties);
    element.append(...content);
    return element;
  }

  let waiting;
  field.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(show, 120);
  });
  page.querySelector("form").addEventListener("submit", (event) => {
    event.preventDefault();
    clearTimeout(waiting);
    show();
  });
  field.value = new URL(location.href).searchParams.get("q") ?? "";
  show();
})();
