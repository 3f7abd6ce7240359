// Out of the page: the clipboard and files.
const escaped = (s) => s.replace(/[\\`*_[\]<>#|~$]/g, "\\$&").replace(/:\/\//g, "\\://").replace(/www\./g, "www\\.").replace(/@/g, "\\@").replace(/&(#?[0-9A-Za-z]+;)/g, "&amp;$1");
const markdown = (p) => {
  const address = p.url ? p.url.replace(/[()]/g, (c) => (c === "(" ? "%28" : "%29")) : "";
  const title = escaped(p.title);
  return `- ${address ? `[${title}](${address})` : title}${p.date ? ` (${p.date})` : ""}\n`;
};
const bibtex = (p) => p.bibtex || "";

const copied = (what, done) => say(done ? `${what} copied` : `${what} could not be copied: the browser forbids it`);
const copy = async (text, what) => {
  try {
    await navigator.clipboard.writeText(text);
    copied(what, true);
  } catch {
    copied(what, copyOld(text));
  }
};
// copyOld is for browsers that keep the clipboard from pages opened as files.
const copyOld = (text) => {
  const area = element("textarea", "", { class: "unseen", "aria-hidden": "true" });
  const focused = document.activeElement;
  area.value = text;
  document.body.append(area);
  area.select();
  const done = document.execCommand("copy");
  area.remove();
  focused?.focus();
  return done;
};
const copyButton = (label, what, text) => {
  const b = button(label, async () => {
    await copy(text(), what);
    b.textContent = byId("said").textContent.endsWith("copied") ? "Copied" : "Not copied";
    setTimeout(() => { b.textContent = label; }, 1500);
  });
  return b;
};

const fileName = (extension) => (data.title.replace(/[^\p{L}\p{N}._]+/gu, "-").slice(0, 60).replace(/^-|-$/g, "") || "citemap") + extension;
const save = (text, type, name) => {
  const a = element("a", "", { href: URL.createObjectURL(new Blob([text], { type })), download: name });
  a.click();
  setTimeout(() => URL.revokeObjectURL(a.href), 1000);
};
// saveMap saves the map as it was drawn, without what the page did to it.
const saveMap = () => {
  const out = svg.cloneNode(true);
  out.setAttribute("viewBox", `${full.x} ${full.y} ${full.w} ${full.h}`);
  out.setAttribute("role", "img");
  out.removeAttribute("style");
  for (const e of out.querySelectorAll("[tabindex]")) for (const name of ["tabindex", "role", "aria-label"]) e.removeAttribute(name);
  for (const g of out.querySelectorAll("g.on, g.off")) g.classList.remove("off", ...marks);
  save(new XMLSerializer().serializeToString(out), "image/svg+xml", fileName(".svg"));
};
const saveData = () => {
  const all = papers.map(({ node, group, plain: _, bibtex: __, label, why, reasons, references, citing, ...p }) => ({ ...p, why: [...why, ...(reasons || [])] }));
  const pairs = new Set(papers.flatMap((p, i) => [...p.references.map((j) => `${i} ${j}`), ...p.citing.map((j) => `${j} ${i}`)]));
  const citations = [...pairs].map((pair) => pair.split(" ")).map(([i, j]) => ({ citing: papers[i].id, cited: papers[j].id }));
  const rows = (list) => list.map(({ paper, ...row }) => ({ paper: paper < 0 ? null : papers[paper].id, ...row }));
  const { title, measures } = data;
  const out = { title, papers: all, citations, measures, influence: rows(data.ranked), gaps: rows(data.gaps), entries: rows(data.entries) };
  save(JSON.stringify(out, null, 1), "application/json", fileName(".json"));
};
