// A table shows a page of its rows, sorted by a column and filtered.
const pageSize = 25;
const tables = [];
const collator = new Intl.Collator(undefined, { numeric: true });

const newTable = (root) => {
  const form = tableForms[root.dataset.rows], rows = data[root.dataset.rows];
  rows.forEach((r, i) => { r.order = i; });
  const t = { root, form, rows, found: rows, page: 0, size: pageSize, only: null, column: null, up: true };
  t.heads = [...root.querySelectorAll("thead th")];
  t.names = t.heads.map((th) => th.textContent);
  t.heads.forEach((th, i) => th.replaceChildren(button(t.names[i], () => sort(t, i))));
  if (form.ticks) root.tHead.rows[0].prepend(element("td", "", { class: "ticks" }));
  t.count = element("span", "", { class: "count", role: "status" });
  t.previous = button("Previous", () => turn(t, -1));
  t.next = button("Next", () => turn(t, 1));
  const named = root.caption.textContent;
  t.take = taking("rows of: " + named, () => inSight(t));
  root.before(element("div", "", { class: "over" }, ...select(t, named), t.take));
  root.after(element("div", "", { class: "pager", role: "group", "aria-label": "Pages: " + named }, t.previous, t.count, t.next));
  find(t);
  return t;
};

// select lets a reader choose which rows are shown. Where rows are of different
// surety, only the surest are shown at first.
const select = (t, named) => {
  const choices = t.choices = t.form.choices?.() || {};
  if (t.form.by && !t.form.parted) choices[t.form.every] = null;
  if (t.form.by) for (const v of new Set(t.rows.map(t.form.by))) choices[v] = (r) => t.form.by(r) === v;
  if (t.form.parted) {
    t.root.parentElement.querySelector(".choices")?.remove(); // the buttons say it
    choices[t.form.every] = null;
    t.only = t.surest = Object.values(choices)[0];
    return parts(t, named, choices);
  }
  if (Object.keys(choices).length < 3) return [];
  const s = element("select", "", { "aria-label": "Show of: " + named }, ...Object.keys(choices).map((c) => element("option", c)));
  s.addEventListener("change", () => { t.only = choices[s.value]; find(t); });
  return [s];
};
// parts shows each choice as a button that says how many rows it has.
const parts = (t, named, choices) => {
  if (Object.keys(choices).length < 3) return [];
  const buttons = Object.entries(choices).map(([c, only]) => {
    const b = button(c + " ", () => {
      t.only = only;
      for (const other of buttons) other.setAttribute("aria-pressed", String(other === b));
      find(t);
    }, { "aria-pressed": String(only === t.only), "data-choice": c });
    b.append(element("b", new Intl.NumberFormat("en").format(only ? t.rows.filter(only).length : t.rows.length)));
    return b;
  });
  return [element("span", "", { class: "together parts", role: "group", "aria-label": "Show of: " + named }, ...buttons)];
};
const rowsInSight = (t) => t.found.slice(t.page * t.size, t.page * t.size + t.size);
const inSight = (t) => [...new Set(rowsInSight(t).map((r) => papers[r.paper]).filter(Boolean))];

const find = (t) => {
  t.found = t.rows.filter((r) => (!t.only || t.only(r)) && (!query.length || matches(plainRow(t.form, r))));
  order(t);
  t.page = 0;
  draw(t);
};
const order = (t) => {
  if (t.column === null) return;
  const name = t.heads[t.column].dataset.key, sign = t.up ? 1 : -1;
  const keys = new Map(t.found.map((r) => [r, keyOf(t.form, r, name)]));
  const compare = (a, b) => (typeof a === "number" ? (a === b ? 0 : a - b) : collator.compare(a, b));
  t.found.sort((a, b) => sign * compare(keys.get(a), keys.get(b)) || a.order - b.order);
};
// Numbers come first with the highest, places and words with the first; a
// second click turns the order round.
const sort = (t, column) => {
  const th = t.heads[column];
  const natural = !th.classList.contains("n") || th.dataset.key === "rank";
  t.up = t.column === column ? !t.up : natural;
  t.column = column;
  for (const other of t.heads) other.removeAttribute("aria-sort");
  th.setAttribute("aria-sort", t.up ? "ascending" : "descending");
  order(t);
  t.page = 0;
  draw(t);
};
const turn = (t, by) => {
  t.page += by;
  draw(t);
  t.root.scrollIntoView({ block: "start" });
};

const draw = (t) => {
  const first = t.page * t.size, last = Math.min(first + t.size, t.found.length);
  t.root.tBodies[0].replaceChildren(...rowsInSight(t).map((r) => {
    const cells = t.form.cells(r, papers[r.paper]);
    cells.forEach((td, i) => { if (i !== 1) td.dataset.head = t.names[i]; });
    return element("tr", "", r.paper >= 0 ? { "data-id": papers[r.paper].id } : {}, ...(t.form.ticks ? [cell(tick(papers[r.paper]), "ticks")] : []), ...cells);
  }));
  const number = new Intl.NumberFormat("en");
  t.count.textContent = t.found.length ? `${number.format(first + 1)}–${number.format(last)} of ${number.format(t.found.length)}` : "Nothing found";
  t.previous.disabled = first === 0;
  t.next.disabled = last >= t.found.length;
  t.root.nextElementSibling.classList.toggle("single", t.found.length <= t.size && t.found.length === t.rows.length);
  count();
};

// On paper the first rows stand, of gaps the surest, and all entries of the list.
const paperRows = { ranked: 10, gaps: 50, entries: 500 };
const printing = (paper) => {
  for (const t of tables) {
    t.size = paper ? paperRows[t.root.dataset.rows] : pageSize;
    if (t.surest) {
      t.chosen = paper ? t.only : t.chosen;
      t.only = paper ? t.surest : t.chosen;
    }
    find(t);
  }
};
