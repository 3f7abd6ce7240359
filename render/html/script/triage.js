// The keys: from gap to gap on the first screen and on through the table.
const paperOf = (row) => papers[placeOf.get(row?.dataset.id)];
const gapTable = () => tables.find((t) => t.root.dataset.rows === "gaps");
let last = null; // where the keys were: { list, order }

const focusRow = (row) => {
  if (!row) return;
  stops(row).find((e) => e.matches('a[href^="#paper-"]'))?.focus({ preventScroll: true });
  const { top, bottom } = row.getBoundingClientRect(), clear = document.querySelector(".bar").getBoundingClientRect().bottom;
  if (top < clear + 8 || bottom > innerHeight - 8) row.scrollIntoView({ block: "center", behavior: "instant" });
  last = { list: listOf(row), order: rowsOf(listOf(row)).indexOf(row) };
};
// next is the gap by so many further on; the table turns its pages.
const next = (by) => {
  const row = rowOf(document.activeElement), t = gapTable();
  const answer = rowsOf("answer");
  if (!row || !["answer", "gaps"].includes(listOf(row))) {
    const rows = last ? rowsOf(last.list) : answer.length ? answer : rowsOf("gaps");
    return rows[Math.min(last?.order ?? 0, rows.length - 1)];
  }
  const rows = rowsOf(listOf(row)), to = rows[rows.indexOf(row) + by];
  if (to || !t) return to;
  if (listOf(row) === "answer") {
    const first = new Set(answer.map((r) => r.dataset.id));
    return by > 0 ? rowsOf("gaps").find((r) => !first.has(r.dataset.id)) : null;
  }
  if (by > 0 && !t.next.disabled) { t.page++; draw(t); return rowsOf("gaps")[0]; }
  if (by < 0 && !t.previous.disabled) { t.page--; draw(t); return rowsOf("gaps").at(-1); }
  return by < 0 ? answer.at(-1) : null;
};
// onward goes on from a gap that is dealt with.
const onward = (p) => {
  const row = rowOf(document.activeElement);
  if (row?.dataset.id !== p.id) return;
  const rows = rowsOf(listOf(row)), i = rows.indexOf(row);
  focusRow(rows[i + 1] || rows[i - 1]);
};
const target = () => paperOf(rowOf(document.activeElement)) || chosen;
const onGap = (does) => () => {
  const p = target();
  if (!p) tell("Choose a gap first: j goes to the first one.");
  else does(p);
};
const dealWith = (path) => onGap((p) => (offList(p) ? act(p, path) : tell(`${p.label} is on the list already.`)));
const keysOf = {
  j: () => focusRow(next(1)), k: () => focusRow(next(-1)), a: dealWith("add"), x: dealWith("exclude"), u: () => undo(1),
  m: onGap((p) => planFurther(p)), "?": () => byId("keys").showModal(),
};
const triage = () => document.addEventListener("keydown", (e) => {
  const typing = e.target.closest?.("input:not([type=checkbox]), select, textarea, dialog");
  const does = Object.hasOwn(keysOf, e.key) && keysOf[e.key];
  if (!does || typing || e.ctrlKey || e.metaKey || e.altKey || e.isComposing || document.querySelector("dialog[open]")) return;
  e.preventDefault();
  does();
});
