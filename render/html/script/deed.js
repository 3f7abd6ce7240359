// What is done to the list: papers are added, excluded, and changes taken back.
const doing = new Set(); // ids of papers on their way
const mayAdd = () => !now?.readOnly && !lost;
const offList = (p) => p && p.role !== "listed";

// deeds are the buttons beside a paper that is off the list.
deeds = (p, more = []) => {
  if (!offList(p)) return more.length ? [deedsOf(p, more)] : [];
  const busy = doing.has(p.id);
  const add = button("Add", () => act(p, "add"), { class: "add", "aria-label": `Add ${p.label} to the list`, title: "Add it to the list (a)" });
  const not = button("Exclude", () => act(p, "exclude"), { class: "exclude", "aria-label": `Exclude ${p.label}`, title: "Never offer it again (x)" });
  add.disabled = busy || !mayAdd();
  not.disabled = busy || lost;
  return [deedsOf(p, [add, not, ...more])];
};
const deedsOf = (p, buttons) => element("span", "", { class: "deeds", "data-of": p.id }, ...buttons);
// rouse has the buttons on the page be as they are to be now.
const rouse = () => {
  for (const e of document.querySelectorAll(".deeds")) {
    const busy = doing.has(e.dataset.of);
    e.closest("li, tr")?.toggleAttribute("aria-busy", busy);
    for (const b of e.querySelectorAll(".add, .exclude")) b.disabled = busy || lost || (b.className === "add" && !mayAdd());
  }
};

const act = async (p, path) => {
  if (doing.has(p.id) || !offList(p)) return;
  if (path === "add" && now?.readOnly) { tell(`Nothing can be added: ${now.readOnly}`); return; }
  doing.add(p.id);
  onward(p);
  rouse();
  tell(`${path === "add" ? "Adding" : "Excluding"} ${p.label} …`);
  try {
    const { number, passed } = await ask(path, { ids: [p.id] });
    if (passed.length) tell(`${passed[0].title}: not added: ${passed[0].why}`);
    hasten(number);
  } catch (e) {
    tell(e.message);
  }
  doing.delete(p.id);
  rouse();
};
const undo = async (steps) => {
  if (!now?.undo.length) { tell("There is nothing to take back."); return; }
  tell("Taking back …");
  try {
    hasten((await ask("undo", { steps })).number);
  } catch (e) {
    tell(e.message);
  }
};
// steps shows what can be taken back, the last change first.
const steps = () => {
  const list = now?.undo || [];
  byId("desk-undo").disabled = byId("desk-undos").disabled = !list.length || lost;
  byId("desk-undo").title = list.length ? `Take back: ${list[0]} (u)` : "Nothing to take back";
  byId("desk-steps").replaceChildren(...list.map((words, i) => element("li", "", {}, element("span", words), button(i ? `Take back these ${i + 1}` : "Take back", () => { byId("undos").close(); undo(i + 1); }))));
  if (!list.length && byId("undos").open) byId("undos").close();
};
