// What the page knows, and small things that all the files below use. Text
// from strangers reaches the page through textContent and setAttribute alone.
const byId = (id) => document.getElementById(id);
const panel = byId("panel");
let data, papers, placeOf, drawn, withList;
const know = (known) => {
  data = known;
  papers = data.papers;
  placeOf = new Map(papers.map((p, i) => [p.id, i]));
  drawn = papers.filter((p) => p.node >= 0);
  withList = data.entries.length > 0;
};
know(JSON.parse(byId("data").textContent));
let drawing = byId("drawing"), svg = drawing.querySelector("svg");
const nodeOf = (p) => (p.node >= 0 ? byId("paper-" + p.node) : null);

// element makes an element with text, attributes and what goes into it.
const element = (tag, text = "", attributes = {}, ...inside) => {
  const e = document.createElement(tag);
  if (text) e.textContent = text;
  for (const [k, v] of Object.entries(attributes)) e.setAttribute(k, v);
  e.append(...inside);
  return e;
};
const button = (text, act, attributes = {}) => {
  const b = element("button", text, { type: "button", ...attributes });
  b.addEventListener("click", act);
  return b;
};
const say = (text) => { byId("said").textContent = text; };
const linkOf = (p) => "#paper-" + encodeURIComponent(p.id);

// paperLink names a paper: a link that opens its panel, and one to the paper itself.
const paperLink = (p) => {
  const parts = [element("span", p.label, { class: "byline" }), " ", element("a", p.title, { href: linkOf(p) })];
  if (p.url) parts.push("\u00a0", outLink(p, "↗", { class: "out", "aria-label": "Read " + p.label, title: "Read it" }));
  return parts;
};
// shortLink makes of a paper's name one that opens its panel.
const shortLink = (p) => [element("a", p.title, { href: linkOf(p), title: p.title }), ...(p.url ? ["\u00a0", outLink(p, "↗", { class: "out", "aria-label": "Read " + p.label, title: "Read it" })] : [])];
const roleOf = (p) => (p.role === "listed" ? "On the list" : { strong: "Missing from the list", "worth a look": "Not on the list, worth a look" }[p.strength] || "Not on the list: context");
const outLink = (p, text, attributes = {}) =>
  /^https?:\/\//.test(p.url) ? element("a", text, { href: p.url, rel: "noopener noreferrer", ...attributes }) : element("span");

const plain = (s) => s.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
const plainOf = (p) => (p.plain ??= plain([p.label, p.title, p.venue || "", p.id, ...(p.ids || []), ...p.authors].join(" ")));
// What a live page puts beside a gap, and beside its number; a report nothing.
let deeds = () => [], moves = () => [], furtherFrom = () => [];
