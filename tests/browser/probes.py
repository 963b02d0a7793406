"""What is asked of a page in the browser: JavaScript functions, each told by its comment."""

from __future__ import annotations

from pathlib import Path

import axe_playwright_python

AXE = (Path(axe_playwright_python.__file__).parent / "axe.min.js").read_text("utf-8")
_OF_COLOURS = ("color-contrast", "link-in-text-block")
# What lies in a frame is a page of its own, and looked at by itself.
_WANTED = "resultTypes: ['violations', 'incomplete'], iframes: false"
_NO_COLOURS = ", ".join(f"'{rule}': {{enabled: false}}" for rule in _OF_COLOURS)
RUN_BUT_COLOURS = f"axe.run(document, {{{_WANTED}, rules: {{{_NO_COLOURS}}}}})"
# Judge the colours of every kind of text once: of the elements with the same colour, names and
# classes all the way up, the first. To judge each one takes four times as long.
RUN_COLOURS = f"""() => {{
  const kinds = new Map();
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {{
    const one = walker.currentNode.parentElement;
    if (!walker.currentNode.data.trim() || !one.checkVisibility()) continue;
    let kind = getComputedStyle(one).color;
    for (let up = one; up !== document.body; up = up.parentElement)
      kind += ` ${{up.localName}}.${{up.getAttribute('class') ?? ''}}`;
    if (!kinds.has(kind)) kinds.set(kind, one);
  }}
  return axe.run(
    {{include: [...kinds.values()]}},
    {{{_WANTED}, runOnly: {{type: 'rule', values: {list(_OF_COLOURS)}}}}},
  );
}}"""

# Open everything that can be folded.
UNFOLD = "document.querySelectorAll('details').forEach(one => one.open = true)"

# Name every element that reaches beyond the window, or whose text is cut off by a box around it.
# What is meant for screen readers alone is one pixel wide and clipped, and is left out with all
# that it holds; so is what is not shown.
OUTSIDE = """() => {
  const width = document.documentElement.clientWidth, found = [];
  const name = (why, one) => found.push(`${why} ${one.outerHTML.slice(0, 90)}`);
  const unseen = one => {
    for (let up = one; up; up = up.parentElement) {
      const style = getComputedStyle(up);
      if (style.clipPath.startsWith('inset(50%') && up.clientWidth <= 1) return true;
    }
    return false;
  };
  for (const one of document.querySelectorAll('body *')) {
    if (!one.checkVisibility() || unseen(one)) continue;
    for (const box of one.getClientRects())
      if (box.width && (box.right > width + 1 || box.left < -1)) { name('outside', one); break; }
    const style = getComputedStyle(one);
    const cut = ['hidden', 'clip', 'auto', 'scroll'].includes(style.overflowX);
    if (cut && one.scrollWidth > one.clientWidth + 1) name('cut', one);
  }
  for (const svg of document.querySelectorAll('svg')) {
    if (!svg.checkVisibility()) continue;
    const frame = svg.getBoundingClientRect();
    for (const text of svg.querySelectorAll('text')) {
      const box = text.getBoundingClientRect();
      if (box.right > frame.right + 1 || box.left < frame.left - 1 || box.bottom > frame.bottom + 1
          || box.top < frame.top - 1) name('drawn outside', text);
    }
  }
  const page = document.documentElement.scrollWidth;
  if (page > width) found.push(`the page is ${page} wide`);
  return found;
}"""

# Name every text whose colour stands out too little from what lies behind it. axe leaves out what
# has a pseudo element behind it; here the nearest background of the elements around it counts.
FAINT = """() => {
  const canvas = new OffscreenCanvas(1, 1).getContext('2d', {willReadFrequently: true});
  const rgba = colour => {
    canvas.clearRect(0, 0, 1, 1);
    canvas.fillStyle = colour;
    canvas.fillRect(0, 0, 1, 1);
    return [...canvas.getImageData(0, 0, 1, 1).data].map(part => part / 255);
  };
  const over = (top, below) => top.slice(0, 3).map((part, i) => part * top[3] + below[i] * (1 - top[3]));
  const light = colour => colour.slice(0, 3)
    .map(c => c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4)
    .reduce((sum, c, i) => sum + c * [0.2126, 0.7152, 0.0722][i], 0);
  const dark = matchMedia('(prefers-color-scheme: dark)').matches && matchMedia('screen').matches;
  const canvasColour = dark ? [0.07, 0.07, 0.07] : [1, 1, 1];
  const behind = one => {
    const layers = [];
    for (let up = one; up; up = up.parentElement) {
      const colour = rgba(getComputedStyle(up).backgroundColor);
      if (colour[3] > 0) layers.push(colour);
      if (colour[3] === 1) break;
    }
    return layers.reverse().reduce((below, top) => over(top, below), canvasColour);
  };
  const seen = new Map(), found = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const one = walker.currentNode.parentElement;
    if (!walker.currentNode.data.trim() || !one.checkVisibility() || one.closest('svg')) continue;
    const style = getComputedStyle(one), ground = behind(one);
    const key = `${style.color} on ${ground}`;
    if (!seen.has(key)) {
      const pair = [light(over(rgba(style.color), ground)), light(ground)].sort((a, b) => b - a);
      seen.set(key, (pair[0] + 0.05) / (pair[1] + 0.05));
    }
    if (seen.get(key) < 4.5)
      found.push(`${seen.get(key).toFixed(2)} ${one.outerHTML.slice(0, 90)}`);
  }
  return {found, pairs: seen.size};
}"""

# Tell where the keyboard stands: which element, whether it is in the window and uncovered, whether
# it is seen that it has the focus, and whether it can be opened.
AT = """() => {
  const one = document.activeElement;
  if (!one || one === document.body) return null;
  window.stops ??= new Map([...document.querySelectorAll('*')].map((one, at) => [one, at]));
  const boxes = [...one.getClientRects()], box = boxes[0] ?? one.getBoundingClientRect();
  const x = box.left + Math.min(box.width / 2, 8), y = box.top + Math.min(box.height / 2, 8);
  const top = document.elementFromPoint(x, y), style = getComputedStyle(one);
  return {
    place: window.stops.get(one) ?? -1,
    html: one.outerHTML.slice(0, 90),
    inside: x >= 0 && y >= 0 && x <= innerWidth && y <= innerHeight,
    covered: !top || !(one.contains(top) || top.contains(one)),
    ring: one.localName === 'iframe' || style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2,
    summary: one.localName === 'summary' && !one.parentElement.open,
    term: one.hasAttribute('popovertarget'),
  };
}"""

# Tell whether the explanation of the term at hand is open, in the window and holds words.
EXPLAINED = """() => {
  const box = document.getElementById(document.activeElement.getAttribute('popovertarget'));
  const at = box.getBoundingClientRect();
  return box.matches(':popover-open') && box.textContent.trim().length > 3 && at.left >= 0
    && at.top >= 0 && at.right <= innerWidth && at.bottom <= innerHeight;
}"""

# Put every letter that is shown in a type (its family, its slant) once more at the end of the page,
# and return how many types there are. Code is set in the reader's own type.
LETTERS = """() => {
  const types = new Map();
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const one = walker.currentNode.parentElement;
    if (!one.checkVisibility() || one.closest('code')) continue;
    const style = getComputedStyle(one), key = style.fontStyle + style.fontFamily;
    if (!types.has(key)) types.set(key, {style, letters: new Set()});
    for (const letter of walker.currentNode.data) types.get(key).letters.add(letter);
  }
  for (const {style, letters} of types.values()) {
    const probe = document.body.appendChild(document.createElement('p'));
    probe.className = 'letters';
    for (const name of ['fontFamily', 'fontStyle', 'fontWeight']) probe.style[name] = style[name];
    probe.textContent = [...letters].sort().join('');
  }
  return types.size;
}"""
