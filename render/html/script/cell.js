// How the rows of each table look and what they are sorted and filtered by.
// The page holds the first rows in the same form, for readers without scripts.
const cell = (inside, kind) => element("td", "", kind ? { class: kind } : {}, ...[inside].flat());
const number = (text) => cell(String(text ?? ""), "n");
const mark = (text) => element("span", text, { class: "mark " + text });
const worth = (score) => (score === "?" ? -Infinity : parseFloat(score.replace(/,/g, "")));

const withList = data.entries.length > 0;

const forms = {
  ranked: {
    choices: withList && { "On the list or off it": null, "On the list": (r) => papers[r.paper].role === "listed", "Off the list": (r) => papers[r.paper].role !== "listed" },
    cells: (r, p) => [number(r.rank), cell(paperLink(p)), ...(withList ? [cell(p.role === "listed" ? "yes" : "")] : []), number(p.year), ...r.scores.map((x) => number(x))],
    key: (r, name) => (name.startsWith("score") ? worth(r.scores[Number(name.slice(5))]) : undefined),
  },
  gaps: {
    by: "kind", every: "All kinds",
    cells: (r, p) => [
      number(r.rank), cell([...paperLink(p), element("ul", "", { class: "reasons" }, ...(p.reasons || []).map((x) => element("li", x)))]),
      cell([mark(r.kind), ...(r.survey ? [" ", mark("survey")] : [])]), number(p.year), number(r.citedBy), number(r.cites),
    ],
    text: (r, p) => [r.kind, ...(p.reasons || [])].join(" "),
  },
  entries: {
    by: "status", every: "Every status",
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
