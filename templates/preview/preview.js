"use strict";
// Shows what has been saved: the findings at once, the document when it is another one, where the
// reader was. Without script the page is the same, and is reloaded by hand.
const bar = document.querySelector("header[data-roadmap]");
let seen = bar ? bar.dataset.moment : null;
let latest = Promise.resolve();
let lines;

// A browser opens few lines to one server: pages that nobody looks at leave theirs to the others.
document.addEventListener("visibilitychange", listen);
listen();

function listen() {
  lines?.close();
  if (document.visibilityState === "hidden") return;
  lines = new EventSource("/_/events");
  lines.onmessage = ({ data: moment }) => hear(moment);
  lines.onerror = lost;
}

function hear(moment) {
  if (seen === null) seen = moment; // the list: what it was made from is told first
  if (moment === seen) return;
  seen = moment;
  if (bar) latest = latest.then(refresh).catch(lost); // one after another, so that the last stays
  else location.reload();
}

function lost() {
  if (bar) say(bar.dataset.lost);
}

function say(words) {
  bar.querySelector(".news").textContent = words;
}

async function refresh() {
  const answer = await fetch(`${bar.dataset.roadmap}findings`);
  if (!answer.ok) return location.reload();
  const box = document.createElement("template");
  box.innerHTML = await answer.text();
  const fresh = box.content.firstElementChild;
  const old = bar.querySelector(".findings");
  const another = fresh.dataset.document !== old.dataset.document;
  const [before, after] = [old, fresh].map((one) => one.querySelector("details"));
  if (before && before.textContent === after?.textContent) after.open = before.open;
  old.replaceWith(fresh);
  if (another) await show();
  const time = new Date().toLocaleTimeString(document.documentElement.lang);
  say(`${bar.dataset.updated} ${time}`);
}

// What is new in the document takes the place of the old, and all else is left as it stands: to lay
// out a whole document takes a browser much longer.
async function show() {
  const frame = document.querySelector("main iframe:not(.waiting)");
  const answer = frame && await fetch(frame.src);
  if (!answer?.ok || !frame.contentDocument?.body) return location.reload();
  const { page, styles } = read(await answer.text());
  const view = frame.contentWindow, old = view.document;
  if (styles !== [...old.querySelectorAll("style")].map((one) => one.textContent).join())
    return exchange(frame); // it looks another way in all its parts
  const place = readingPlace(view);
  unfold(old, page);
  old.title = page.title;
  mend(old.body, page.body);
  stay(view, place);
}

// Returns a page without its styles, which this page's own policy would refuse, and these.
function read(text) {
  const styles = [];
  const bare = text.replace(/<style[^>]*>([^]*?)<\/style>/g, (_, style) => {
    styles.push(style);
    return "";
  });
  return { page: new DOMParser().parseFromString(bare, "text/html"), styles: styles.join() };
}

function mend(old, fresh) {
  if (old.isEqualNode(fresh)) return;
  if (old.nodeType !== Node.ELEMENT_NODE || old.nodeName !== fresh.nodeName || old.id !== fresh.id)
    return old.replaceWith(fresh);
  for (const { name } of [...old.attributes])
    if (!fresh.hasAttribute(name)) old.removeAttribute(name);
  for (const { name, value } of fresh.attributes)
    if (old.getAttribute(name) !== value) old.setAttribute(name, value);
  mendInside(old, [...old.childNodes], [...fresh.childNodes]);
}

// Leaves what is the same at the beginning and at the end, and mends or exchanges what is between.
function mendInside(parent, old, fresh) {
  while (old.length && fresh.length && old[0].isEqualNode(fresh[0])) { old.shift(); fresh.shift(); }
  let end = null;
  while (old.length && fresh.length && old.at(-1).isEqualNode(fresh.at(-1))) { end = old.pop(); fresh.pop(); }
  if (old.length === fresh.length) return old.forEach((one, at) => mend(one, fresh[at]));
  old.forEach((one) => one.remove());
  fresh.forEach((one) => parent.insertBefore(one, end));
}

// The new document is laid out behind the old one and takes its place when it is ready.
function exchange(old) {
  old.parentElement.querySelectorAll("iframe.waiting").forEach((frame) => frame.remove());
  const fresh = old.cloneNode();
  fresh.classList.add("waiting");
  return new Promise((ready) => {
    fresh.addEventListener("load", () => {
      const place = readingPlace(old.contentWindow);
      unfold(old.contentDocument, fresh.contentDocument);
      stay(fresh.contentWindow, place);
      fresh.classList.remove("waiting");
      old.remove();
      follow(fresh);
      ready();
    }, { once: true });
    old.after(fresh);
  });
}

// What the reader has unfolded, or folded, is so in the new document too.
function unfold(old, fresh) {
  const folds = new Map(named(fresh));
  for (const [name, one] of named(old)) if (folds.has(name)) folds.get(name).open = one.open;
}

// Names what unfolds by the part that it stands in, and its number there.
function named(page) {
  const counts = new Map();
  return [...page.querySelectorAll("details")].map((one) => {
    const part = one.closest("[id]")?.id ?? "";
    counts.set(part, (counts.get(part) ?? 0) + 1);
    return [`${part} ${counts.get(part)}`, one];
  });
}

// The reader stays at the same heading, whatever came above it.
function readingPlace(view) {
  const passed = [...view.document.querySelectorAll("[id]")]
    .map((one) => ({ id: one.id, top: one.getBoundingClientRect().top, shown: one.offsetParent }))
    .filter((one) => one.shown && one.top <= 80); // also a heading that was jumped to
  return { y: view.scrollY, passed: passed.reverse() };
}

function stay(view, { y, passed }) {
  const find = (one) => view.document.getElementById(one.id);
  const mark = passed.find(find);
  if (!mark || y === 0) return view.scrollTo(0, y);
  view.scrollBy(0, find(mark).getBoundingClientRect().top - mark.top);
}

// A link out of the document opens beside the preview: it could not be shown in the frame.
function follow(frame) {
  frame.contentDocument?.addEventListener("click", (event) => {
    const link = event.target.closest?.("a[href]");
    if (link && link.origin !== location.origin) link.target = "_blank";
  });
}

const first = document.querySelector("iframe");
if (first) {
  first.addEventListener("load", () => follow(first), { once: true });
  follow(first);
}
