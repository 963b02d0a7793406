"use strict";
// Shows what has been saved: the findings at once, the document when it is another one, where the
// reader was. Without script the page is the same, and is reloaded by hand.
const bar = document.querySelector("header[data-roadmap]");
const lines = new EventSource("/_/events");
let seen = bar ? bar.dataset.moment : null;

lines.onmessage = ({ data: moment }) => {
  if (seen === null) seen = moment; // the list: what it was made from is told first
  if (moment === seen) return;
  seen = moment;
  if (bar) refresh().catch(lost);
  else location.reload();
};
lines.onerror = lost;

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
  old.replaceWith(fresh);
  if (another) await show();
  const time = new Date().toLocaleTimeString(document.documentElement.lang);
  say(`${bar.dataset.updated} ${time}`);
}

// The new document is laid out behind the old one and takes its place when it is ready.
function show() {
  const main = document.querySelector("main");
  const old = main.querySelector("iframe:not(.waiting)");
  if (!old) return location.reload();
  main.querySelectorAll("iframe.waiting").forEach((frame) => frame.remove());
  const fresh = old.cloneNode();
  fresh.classList.add("waiting");
  return new Promise((ready) => {
    fresh.addEventListener("load", () => {
      restore(old.contentWindow, fresh.contentWindow);
      fresh.classList.remove("waiting");
      old.remove();
      follow(fresh);
      ready();
    }, { once: true });
    main.append(fresh);
  });
}

// What was unfolded stays so, and the reader stays at the same heading, whatever came above it.
function restore(from, to) {
  const unfolded = [...from.document.querySelectorAll("details")].map((one) => one.open);
  const folds = [...to.document.querySelectorAll("details")];
  if (folds.length === unfolded.length) folds.forEach((one, i) => { one.open = unfolded[i]; });
  const passed = [...from.document.querySelectorAll("[id]")]
    .filter((one) => one.getBoundingClientRect().top <= 1 && one.offsetParent);
  const mark = passed.reverse().find((one) => to.document.getElementById(one.id));
  if (!mark || from.scrollY === 0) return to.scrollTo(0, from.scrollY);
  const there = to.document.getElementById(mark.id);
  to.scrollBy(0, there.getBoundingClientRect().top - mark.getBoundingClientRect().top);
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
