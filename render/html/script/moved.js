// What a change moved among the gaps. A gap that only closes up behind one that went
// has not moved.
const shifts = new Map(); // by id: places up; "new"
const near = 25; // how many of the first gaps are counted in words

const compareGaps = (before, after) => {
  const there = new Set(after), was = new Map(before.filter((id) => there.has(id)).map((id, i) => [id, i]));
  let place = 0;
  shifts.clear();
  for (const id of after) {
    if (!was.has(id)) { shifts.set(id, "new"); continue; }
    const up = was.get(id) - place++;
    if (up) shifts.set(id, up);
  }
};
// moves marks a gap that moved, beside its number.
moves = (p) => {
  const by = shifts.get(p.id);
  if (!by) return [];
  if (by === "new") return [element("span", "new", { class: "moved new", title: "It was no gap before" })];
  const [way, word] = by > 0 ? ["▲", "up"] : ["▼", "down"];
  return [element("span", "", { class: "moved " + word, title: `${Math.abs(by)} ${word}` }, element("span", way, { "aria-hidden": "true" }), String(Math.abs(by)), element("span", " " + word, { class: "unseen" }))];
};
const ofGaps = (known) => known.gaps.map((g) => known.papers[g.paper].id);
// movedInWords tells of the first gaps, for those who do not see the marks.
const movedInWords = () => {
  const first = ofGaps(data).slice(0, near).map((id) => shifts.get(id)).filter(Boolean);
  const counts = [[first.filter((x) => x === "new").length, "new"], [first.filter((x) => x > 0).length, "up"], [first.filter((x) => x < 0).length, "down"]].filter(([n]) => n);
  return counts.length ? `Of the first ${near} gaps ${counts.map(([n, word]) => `${n} ${word}`).join(", ")}.` : `The order of the first ${near} gaps is as before.`;
};
