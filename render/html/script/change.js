// The page takes up what changed, in two steps: the list and its gaps at once, all that
// hangs on the map when that is drawn. What a reader is at stays where it is.
let shown = Number(board.dataset.state), wholeShown = shown;
board.dataset.drawn = shown;
let newest = shown, newestWhole = shown, underway = false;

const hasten = (number) => { newest = Math.max(newest, number); take(); };
const take = async () => {
  if (underway) return;
  underway = true;
  try {
    while (shown < newest || (wholeShown < newestWhole && newestWhole >= shown)) {
      if (shown < newest) {
        const doc = await part("changed");
        if (stateOf(doc) <= shown) break; // what is announced is still to come
        adopt(doc, false);
      } else {
        const doc = await part("./");
        if (stateOf(doc) < shown) break; // a change came in between
        adopt(doc, true);
      }
      announce();
    }
  } catch (e) {
    tell(e.message);
  }
  underway = false;
};
const stateOf = (doc) => Number(doc.getElementById("desk").dataset.state);

// adopt puts parts of another page in the place of ours.
const adopt = (doc, isWhole) => {
  const here = remember(), before = ofGaps(data), order = shown !== stateOf(doc);
  const next = JSON.parse(doc.getElementById("data").textContent);
  if (!isWhole) keepDrawn(next);
  const ids = [...ticked].map((i) => papers[i].id);
  know(next);
  if (order) compareGaps(before, ofGaps(data));
  ticked.clear();
  ticks.clear();
  for (const id of ids) if (placeOf.has(id)) ticked.add(placeOf.get(id));
  const parts = isWhole ? ["nav", "h1", ".coverage", "main", "#about", "#record"] : [".coverage", ".lacks", "#gaps", "#entries"];
  const fresh = parts.map((name) => exchange(name, doc)).filter(Boolean);
  shown = stateOf(doc);
  if (isWhole) wholeShown = shown;
  board.dataset.state = shown;
  board.dataset.drawn = wholeShown;
  enliven(fresh, isWhole);
  restore(here);
};
// exchange puts a part of another page in the place of ours, and gives it. Details that
// were open stay so.
const exchange = (name, doc) => {
  const old = document.querySelector(name), fresh = doc.querySelector(name);
  if (!old || !fresh) return null;
  if (old.open) fresh.open = true;
  old.replaceWith(fresh);
  return fresh;
};

// keepDrawn keeps of what is known of papers that which hangs on the map, and the table
// of influence, until the map is drawn anew.
const keepDrawn = (next) => {
  const places = new Map(next.papers.map((p, i) => [p.id, i]));
  const fresh = new Set(places.keys());
  for (const { strength, belongs, reasons, ...p } of papers) {
    if (places.has(p.id)) continue;
    places.set(p.id, next.papers.length);
    next.papers.push({ ...p, role: "context" });
  }
  const place = (i) => places.get(papers[i].id);
  for (const was of papers) {
    const p = next.papers[places.get(was.id)];
    const { node, group, label, references, citing, abstract, bibtex } = was;
    Object.assign(p, { node, group, label, references: references.map(place), citing: citing.map(place), ...(abstract && { abstract }), ...(bibtex && { bibtex }) });
    if (!fresh.has(was.id)) delete p.plain;
  }
  next.add = data.add;
  next.title = data.title;
  next.ranked = data.ranked.map((r) => ({ ...r, paper: place(r.paper) }));
  next.mainPath = data.mainPath.map(place);
};

// enliven has the parts come to life, and the others look at what is known now.
const enliven = (fresh, isWhole) => {
  const tabled = tables.map((t) => ({ rows: t.root.dataset.rows, column: t.column, up: t.up, page: t.page, only: t.choices && Object.keys(t.choices).find((c) => t.choices[c] === t.only) }));
  bars.splice(0, bars.length, ...bars.filter((show) => show.bar.isConnected));
  for (const e of fresh) { seen(e); names(e); }
  foremost();
  for (const t of [...tables]) {
    if (!t.root.isConnected) { tables.splice(tables.indexOf(t), 1); continue; }
    t.rows = data[t.root.dataset.rows];
    t.rows.forEach((r, i) => { r.order = i; });
  }
  for (const t of document.querySelectorAll("table[data-rows]")) if (!tables.some((x) => x.root === t)) tables.push(newTable(t));
  for (const x of tabled) retable(tables.find((t) => t.root.dataset.rows === x.rows), x);
  pointed = null;
  if (isWhole) remap();
  wakeRows();
  deedsOfAnswer();
};
// retable has a table show the rows that it showed.
const retable = (t, x) => {
  if (!t) return;
  if (t.choices && x.only in t.choices) { t.only = t.choices[x.only]; chooseAs(t, x.only); }
  if (x.column !== null) {
    t.column = x.column;
    t.up = x.up;
    t.heads[x.column].setAttribute("aria-sort", x.up ? "ascending" : "descending");
  }
  find(t);
  t.page = Math.max(0, Math.min(x.page, Math.ceil(t.found.length / t.size) - 1));
  draw(t);
};
const chooseAs = (t, only) => {
  for (const b of t.root.previousElementSibling.querySelectorAll(".parts button")) b.setAttribute("aria-pressed", String(b.dataset.choice === only));
  const s = t.root.previousElementSibling.querySelector(":scope > select");
  if (s) s.value = only;
};
// remap has the new map come to life. What was switched off of roles stays so.
const remap = () => {
  drawing = byId("drawing");
  svg = drawing.querySelector("svg");
  hidden.groups.clear();
  years.from = -Infinity;
  years.until = Infinity;
  mapAlive();
  wakeGlance();
  byId("main-path")?.setAttribute("aria-pressed", String(pathShown));
  for (const b of document.querySelectorAll(".chip[data-role]")) b.setAttribute("aria-pressed", String(!hidden.roles.has(b.dataset.role)));
  if (hidden.roles.size) filter();
};
// deedsOfAnswer puts buttons and marks beside the gaps of the first screen.
const deedsOfAnswer = () => {
  for (const li of document.querySelectorAll(".lacks .first li")) {
    const p = papers[li.querySelector("[data-tick]").dataset.tick];
    li.dataset.id = p.id;
    li.querySelector(".line").prepend(...moves(p));
    li.append(...deeds(p));
  }
};
