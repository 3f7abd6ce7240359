// What a reader takes away: the papers that are ticked, else those in sight.
const ticked = new Set(); // places in papers
const ticks = new Map(); // by place: its boxes that are on the page or were
const bars = []; // what shows how many papers it would take

const placed = (p) => placeOf.get(p.id);
const addable = (list) => list.filter((p) => p.role !== "listed");
const adding = "Command to add";
const forms = {
  BibTeX: (list) => list.map(bibtex).join("\n"),
  Markdown: (list) => list.map(markdown).join(""),
  RIS: (list) => list.map(ris).join(""),
  ...(data.add && { [adding]: (list) => command(addable(list)) }),
};
// Ids go to the shell as one word, with commas between them: one that holds a comma
// or a quotation mark stands in quotation marks.
const item = (id) => (/[",]/.test(id) ? `"${id.replaceAll('"', '""')}"` : id);
const quoted = (id) => (/^[\w.:\/+,-]+$/.test(id) ? id : `'${id.replaceAll("'", `'\\''`)}'`);
const command = (list) => (list.length ? `${data.add} ${quoted(list.map((p) => item(p.id)).join(","))}\n` : "");

// tick makes a box by which a paper is chosen.
const tick = (p) => {
  const place = placed(p);
  const box = element("input", "", { type: "checkbox", class: "tick", "aria-label": "Choose " + p.label });
  box.checked = ticked.has(place);
  box.addEventListener("change", () => choosing(place, box.checked));
  if (!ticks.has(place)) ticks.set(place, new Set());
  ticks.get(place).add(box);
  return box;
};
const choosing = (place, chosen) => {
  if (chosen) ticked.add(place);
  else ticked.delete(place);
  const boxes = ticks.get(place) || new Set();
  for (const box of boxes) {
    if (box.isConnected) box.checked = chosen;
    else boxes.delete(box);
  }
  count();
};
const clear = () => { for (const place of [...ticked]) choosing(place, false); };
const count = () => {
  byId("tray").hidden = !ticked.size;
  for (const show of bars) show();
};

// taking gives what takes papers away: a choice of form, and a button that says how
// many it takes.
const taking = (what, shown) => {
  const form = element("select", "", { "aria-label": "Form in which to copy " + what }, ...Object.keys(forms).map((f) => element("option", f)));
  const papersNow = () => (ticked.size ? [...ticked].sort((a, b) => a - b).map((i) => papers[i]) : shown());
  const copies = () => (form.value === adding ? addable(papersNow()) : papersNow());
  const show = () => {
    const n = copies().length;
    b.textContent = `Copy ${n} ${ticked.size ? "ticked" : n === 1 ? "paper" : "papers"}`;
    b.disabled = !n;
  };
  const b = button("", async () => {
    const list = copies();
    const done = await copy(forms[form.value](list), `${form.value} of ${list.length === 1 ? "1 paper" : list.length + " papers"}`);
    b.textContent = done ? `Copied ${list.length}` : "Not copied";
    setTimeout(show, 1500);
  });
  form.addEventListener("change", show);
  bars.push(show);
  show();
  return (show.bar = element("span", "", { class: "take" }, form, b));
};
const tray = () => byId("tray").append(taking("the ticked papers", () => []), button("Untick all", clear));
