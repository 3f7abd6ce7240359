// Out of the page: the clipboard and files.
const escaped = (s) => s.replace(/[\\`*_[\]<>#|~$]/g, "\\$&").replace(/:\/\//g, "\\://").replace(/www\./g, "www\\.").replace(/@/g, "\\@").replace(/&(#?[0-9A-Za-z]+;)/g, "&amp;$1");
const markdown = (p) => {
  const address = p.url ? p.url.replace(/[()]/g, (c) => (c === "(" ? "%28" : "%29")) : "";
  const title = escaped(p.title);
  return `- ${address ? `[${title}](${address})` : title}${p.date ? ` (${p.date})` : ""}\n`;
};
const bibtex = (p) => p.bibtex || "";

// ris is made of what BibTeX says, which knows families and kinds of venue.
const unTeX = (s) => s.replace(/\\text(\w+)\{\}/g, (_, name) => ({ asciitilde: "~", asciicircum: "^", backslash: "\\" }[name] || "")).replace(/\\([&%$#_{}])/g, "\u0000$1").replace(/(?<!\u0000)[{}]/g, "").replaceAll("\u0000", "");
const risKinds = { article: ["JOUR", "JO"], inproceedings: ["CPAPER", "T2"] };
const ris = (p) => {
  const [, kind, key] = bibtex(p).match(/^@(\w+)\{([^,]*)/) || [null, "misc", ""];
  const names = bibtex(p).match(/^ {2}author = \{(.*)\},?$/m)?.[1].split(" and ").map(unTeX) || p.authors;
  const [type, venue] = risKinds[kind] || [(p.ids || []).some((id) => id.startsWith("arXiv:")) ? "UNPB" : "GEN", "PB"];
  const doi = (p.ids || []).find((id) => id.startsWith("DOI:"))?.slice(4);
  const lines = [["TY", type], ["ID", key], ["TI", p.title], ...names.map((n) => ["AU", n]), [venue, p.venue], ["PY", p.year],
    ["DA", p.date?.length > 4 ? p.date.replaceAll("-", "/") : ""], ["DO", doi], ["UR", p.url]];
  return lines.filter(([, v]) => v).map(([tag, v]) => `${tag}  - ${v}\r\n`).join("") + "ER  - \r\n\r\n";
};

const copied = (what, done) => {
  say(done ? `${what} copied` : `${what} could not be copied: the browser forbids it`);
  return done;
};
const copy = async (text, what) => {
  try {
    await navigator.clipboard.writeText(text);
    return copied(what, true);
  } catch {
    return copied(what, copyOld(text));
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
    b.textContent = (await copy(text(), what)) ? "Copied" : "Not copied";
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
  const out = { title: data.title, papers: all, citations, influence: rows(data.ranked), gaps: rows(data.gaps), entries: rows(data.entries) };
  save(JSON.stringify(out, null, 1), "application/json", fileName(".json"));
};
