// Where a reader is on the page: the row and what in it has the focus, the paper in the
// panel, and what stands where in the window.
const rowOf = (e) => e?.closest?.(".lacks .first li, table[data-rows] tbody tr");
const listOf = (row) => row.closest("table")?.dataset.rows || "answer";
const rowsOf = (list) => [...document.querySelectorAll(list === "answer" ? ".lacks .first li" : `table[data-rows="${list}"] tbody tr`)];
const stops = (row) => [...row.querySelectorAll("a[href], button, input, summary")];

const remember = () => {
  const at = document.activeElement, row = rowOf(at);
  const top = document.elementFromPoint(innerWidth / 2, innerHeight / 3)?.closest("section[id], header[id]");
  const here = { top: top?.id, y: top?.getBoundingClientRect().top, id: at?.id };
  if (row) Object.assign(here, { list: listOf(row), row: row.dataset.id, order: rowsOf(listOf(row)).indexOf(row), stop: stops(row).indexOf(at), y: row.getBoundingClientRect().top });
  here.open = new Set([...document.querySelectorAll("tr[data-id]:has(details[open])")].map((e) => e.dataset.id));
  here.inPanel = panel.contains(at);
  return here;
};
const restore = (here) => {
  for (const e of document.querySelectorAll("tr[data-id]")) if (here.open.has(e.dataset.id)) for (const d of e.querySelectorAll("details")) d.open = true;
  if (chosen) reopen(here.inPanel);
  relight();
  if (query.length && !hits.hidden) search(field.value);
  const rows = here.list ? rowsOf(here.list) : [];
  const row = rows.find((r) => r.dataset.id === here.row) || rows[Math.min(here.order, rows.length - 1)];
  const fixed = row || (here.top && byId(here.top));
  if (fixed) scrollBy({ top: fixed.getBoundingClientRect().top - here.y, behavior: "instant" });
  if (row) (stops(row)[here.stop] || stops(row)[0])?.focus({ preventScroll: true });
  else if (here.id && document.activeElement === document.body) byId(here.id)?.focus({ preventScroll: true });
};
// reopen fills the panel with what is known of its paper now.
const reopen = (focused) => {
  const p = papers[placeOf.get(chosen.id)], down = panel.scrollTop;
  if (!p) { shut(); return; }
  chosen = p;
  fill(p);
  panel.scrollTop = down;
  if (focused) panel.querySelector("h2").focus({ preventScroll: true });
};
