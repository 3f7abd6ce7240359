// How the rows of each table look and what they are sorted and filtered by.
// The page holds the first rows in the same form, for readers without scripts.
const cell = (inside, kind) => element("td", "", kind ? { class: kind } : {}, ...[inside].flat());
const number = (text) => cell(String(text ?? ""), "n");
const mark = (text) => element("span", text, { class: "mark " + text });
const standing = (n) => cell(n ? "no. " + n : "", "n minor");
// reasons show the first, which is one line; the others stand behind it.
const reasons = ([line, ...behind] = []) => {
  if (!behind.length) return line ? [element("p", line, { class: "reasons" })] : [];
  return [element("details", "", { class: "reasons" }, element("summary", line), element("ul", "", {}, ...behind.map((x) => element("li", x))))];
};

const tableForms = {
  ranked: {
    ticks: true,
    choices: () => withList && { "On the list or off it": null, "On the list": (r) => papers[r.paper].role === "listed", "Off the list": (r) => papers[r.paper].role !== "listed" },
    cells: (r, p) => [number(r.rank), cell(paperLink(p)), ...(withList ? [cell(p.role === "listed" ? "yes" : "")] : []), number(p.year), number(r.cited), number(r.age + " in 100"), standing(r.read), standing(r.bridge)],
    key: (r, name) => (name === "bridge" ? r.bridge || Infinity : undefined),
  },
  gaps: {
    ticks: true, by: (r) => papers[r.paper].strength, every: "Any strength", parted: true,
    cells: (r, p) => [
      cell([String(r.rank), ...moves(p)], "n"), cell([...paperLink(p), ...reasons(p.reasons), ...deeds(p)]),
      cell([mark(p.strength), ...(p.belongs ? [" ", element("span", p.belongs + " in 100", { class: "odds" })] : [])]), cell(r.kind + (r.survey ? ", survey" : ""), "kind"), number(p.year), number(r.citedBy), number(r.cites),
    ],
    key: (r, name) => (name === "strength" ? -(papers[r.paper].belongs || 0) : undefined),
    text: (r, p) => [r.kind, p.strength, ...(p.reasons || [])].join(" "),
  },
  entries: {
    by: (r) => r.status, every: "Every status",
    cells: (r, p) => [
      cell(r.place, "place"), cell([...(p ? paperLink(p) : [r.name]), ...(r.note ? [element("p", r.note, { class: "reasons" })] : [])]),
      cell(mark(r.status)), cell(r.references),
    ],
    text: (r) => [r.place, r.name, r.note || "", r.section || "", r.status].join(" "),
  },
};

// keyOf is what a row is sorted by in a column.
const keyOf = (form, row, name) => {
  const p = papers[row.paper];
  const own = form.key?.(row, name);
  if (own !== undefined) return own;
  if (name === "title") return p ? p.title : row.name;
  if (name === "year") return p?.year || -Infinity;
  if (name === "role") return p.role;
  return row[name];
};
// plainRow is what a row is searched by.
const plainRow = (form, row) => {
  const p = papers[row.paper];
  return (row.plain ??= (p ? plainOf(p) + " " : "") + plain(form.text?.(row, p) || ""));
};
