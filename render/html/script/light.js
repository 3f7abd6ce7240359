// Light on the map: one paper with its references and citing papers, what was
// searched for, or the main path; one at a time, in this order.
let chosen = null, pointed = null, pathShown = false;
let query = [];
const marks = ["on", "references", "citing", "chosen"];
const dark = () => {
  drawing.classList.remove("lit");
  for (const g of drawing.querySelectorAll("g.on")) g.classList.remove(...marks);
};
const on = (g, ...kinds) => { if (g) g.classList.add("on", ...kinds); };

const light = (p) => {
  on(nodeOf(p), "chosen");
  for (const i of p.references) { on(nodeOf(papers[i]), "references"); on(byId(`cites-${p.node}-${papers[i].node}`), "references"); }
  for (const i of p.citing) { on(nodeOf(papers[i]), "citing"); on(byId(`cites-${papers[i].node}-${p.node}`), "citing"); }
};
const lightPath = () => {
  for (const i of data.mainPath) on(nodeOf(papers[i]));
  for (const g of drawing.querySelectorAll("g.edge.main")) on(g);
};
const matches = (text) => query.every((word) => text.includes(word));

const relight = () => {
  dark();
  const one = chosen || (query.length || pathShown ? null : pointed);
  if (!one && !query.length && !pathShown) return;
  drawing.classList.add("lit");
  if (one) light(one);
  else if (query.length) drawn.filter((p) => matches(plainOf(p))).forEach((p) => on(nodeOf(p)));
  else lightPath();
};
const point = (p) => {
  pointed = p;
  if (!chosen && !query.length && !pathShown) relight();
};

// neighbour is the nearest paper in a direction: the keyboard's way over the map.
const neighbour = (node, dx, dy) => {
  const middle = (g) => { const r = g.getBoundingClientRect(); return [(r.left + r.right) / 2, (r.top + r.bottom) / 2]; };
  const [x, y] = middle(node);
  let best = null, least = Infinity;
  for (const p of drawn) {
    const g = nodeOf(p);
    if (!g || g === node || g.classList.contains("off")) continue;
    const [u, v] = middle(g);
    const along = (u - x) * dx + (v - y) * dy, across = Math.abs((u - x) * dy) + Math.abs((v - y) * dx);
    if (along > 1 && along + 2 * across < least) { least = along + 2 * across; best = g; }
  }
  return best;
};
const handle = (g) => g.querySelector("a") || g;
const arrows = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };

// stop makes one paper the one that the Tab key comes to.
const stop = (g) => {
  for (const other of drawing.querySelectorAll('[tabindex="0"]')) other.setAttribute("tabindex", "-1");
  handle(g).setAttribute("tabindex", "0");
};
const keys = (e, p, g) => {
  if (e.key === "Enter" || e.key === " ") { e.preventDefault(); choose(p, handle(g)); return; }
  const zooms = { "+": 1 / 1.3, "=": 1 / 1.3, "-": 1.3 }[e.key];
  if (zooms) { e.preventDefault(); zoom(zooms); return; }
  const next = arrows[e.key] && neighbour(g, ...arrows[e.key]);
  if (arrows[e.key]) e.preventDefault();
  if (!next) return;
  stop(next);
  inView(next);
  handle(next).focus({ preventScroll: true });
};

const wake = () => {
  for (const p of drawn) {
    const g = nodeOf(p);
    if (!g) continue;
    const a = handle(g);
    a.setAttribute("tabindex", "-1");
    a.setAttribute("role", "button");
    a.setAttribute("aria-label", `${[...g.querySelectorAll("text")].map((line) => line.textContent).join(" ") || p.label}: ${p.title} (${roleOf(p).toLowerCase()})`);
    g.addEventListener("pointerenter", () => point(p));
    g.addEventListener("pointerleave", () => point(null));
    g.addEventListener("click", (e) => { if (!e.ctrlKey && !e.metaKey && !e.shiftKey) { e.preventDefault(); choose(p, a); } });
    a.addEventListener("focus", () => { stop(g); point(p); });
    a.addEventListener("blur", () => point(null));
    a.addEventListener("keydown", (e) => keys(e, p, g));
  }
  const first = drawing.querySelector("g.node.listed") || (drawn[0] && nodeOf(drawn[0]));
  if (first) stop(first);
};
