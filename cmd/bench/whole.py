"""Does with json, igraph and networkx what a citemap command does, for cmd/bench.

usage: whole.py rank|gaps|report|map|check SNAPSHOT [LIST]

It reads the snapshot as a script does that somebody writes in an afternoon, and
prints the answer.
"""
import collections
import difflib
import gzip
import html
import json
import re
import sys

import igraph
import networkx


def read(path):
    """Reads papers and citations."""
    papers, number = [], {}
    with (gzip.open if path.endswith(".gz") else open)(path, "rb") as lines:
        next(lines)
        for line in lines:
            p = json.loads(line)
            number[p["paperId"]] = len(papers)
            papers.append((p["paperId"], p.get("title") or "", p.get("year"), p.get("externalIds") or {}, p.get("references") or []))
    citations = [(i, number[r]) for i, p in enumerate(papers) for r in p[4] if r in number]
    papers = [p[:4] for p in papers]
    return papers, number, igraph.Graph(n=len(papers), edges=citations, directed=True)


def words(title):
    return re.sub(r"[^a-z0-9]+", " ", title.lower()).strip()


def entries(path):
    """Reads a list: the ids and the title of each entry."""
    text = open(path, encoding="utf-8").read().replace("\n\n**", " **").replace("\n\nhttps", " https")
    for line in text.splitlines():
        if line.startswith(("- ", "### ")):
            ids = re.findall(r"paper/([0-9a-f]{40})|arxiv\.org/(?:abs|pdf)/([0-9]+\.[0-9]+)|doi\.org/(\S+)", line)
            title = re.match(r"- \[(.*)\]\(", line) or re.match(r"[-#]+ (.*?)(?:, | \*\*)", line)
            yield ids[0] if ids else ("", "", ""), title.group(1) if title else line[2:].strip()


def resolve(path, papers, number):
    """Finds the paper of each entry; None where there is none."""
    arxiv = {p[3]["ArXiv"]: i for i, p in enumerate(papers) if "ArXiv" in p[3]}
    doi = {p[3]["DOI"].lower(): i for i, p in enumerate(papers) if "DOI" in p[3]}
    titles = None
    for (own, a, d), title in entries(path):
        at = number.get(own, arxiv.get(a, doi.get(d.lower())))
        if at is None:
            titles = titles or {words(p[1]): i for i, p in enumerate(papers)}
            at = titles.get(words(title))
        yield title, at


def influence(g):
    ranks = g.pagerank(damping=0.85, implementation="prpack")
    return ranks, g.degree(mode="in")


def rank(papers, g):
    ranks, cited = influence(g)
    bridges = networkx.DiGraph()
    for i in sorted(range(len(papers)), key=lambda i: -ranks[i])[:20]:
        bridges.add_edges_from((i, j) for j in g.successors(i))
        print(cited[i], "%.2g" % ranks[i], papers[i][1], papers[i][2])
    return ranks


def gaps(papers, g, listed):
    """Ranks by co-citation with the list and a walk from it."""
    on, together = set(listed), collections.Counter()
    for l in listed:
        for u in g.predecessors(l):
            for c in g.successors(u):
                together[c] += 1
    undirected = g.as_undirected()
    visits = undirected.personalized_pagerank(damping=0.7, reset_vertices=listed, implementation="prpack")
    cited = g.degree(mode="in")
    score = lambda c: together[c] / max(1, cited[c]) ** 0.5 + 1000 * visits[c]
    found = sorted((c for c in together if c not in on), key=score, reverse=True)[:20]
    for c in found:
        by = [papers[l][1] for l in listed if g.are_connected(l, c)]
        print("%.3g" % score(c), papers[c][1], papers[c][2], "cited by", len(by), by[:2])
    return found


def draw(papers, g, chosen):
    """Draws some papers as an SVG."""
    part = g.induced_subgraph(chosen)
    places = part.layout_sugiyama()
    parts = ['<svg xmlns="http://www.w3.org/2000/svg">']
    for e in part.es:
        (a, b), (c, d) = places[e.source][:2], places[e.target][:2]
        parts.append(f'<line x1="{90*a}" y1="{60*b}" x2="{90*c}" y2="{60*d}" stroke="gray"/>')
    for i, (x, y) in zip(sorted(chosen), places):
        parts.append(f'<text x="{90*x}" y="{60*y}">{html.escape(papers[i][1][:30])}</text>')
    return "\n".join(parts + ["</svg>"])


def chosen(papers, g, listed):
    near = collections.Counter(c for l in listed for c in g.neighbors(l))
    return list(dict.fromkeys(listed + [c for c, _ in near.most_common(60)]))[:60]


def report(papers, g, listed):
    rank(papers, g)
    found = gaps(papers, g, listed)
    part = g.induced_subgraph(sorted(set(listed).union(*(g.neighbors(l) for l in listed)))).as_undirected()
    for community in part.community_leiden(objective_function="modularity"):
        print("community of", len(community))
    print(draw(papers, g, (listed + found)[:60]))


def check(papers, number, path):
    met = {}
    for title, at in resolve(path, papers, number):
        if at is None:
            print("missing", title)
            continue
        alike = difflib.SequenceMatcher(None, words(title), words(papers[at][1])).ratio()
        print("duplicate" if at in met else "resolved" if alike > 0.9 else "mismatch", papers[at][0], title)
        met[at] = title


verb, snapshot = sys.argv[1], sys.argv[2]
papers, number, g = read(snapshot)
if verb == "rank":
    rank(papers, g)
elif verb == "check":
    check(papers, number, sys.argv[3])
else:
    listed = list(dict.fromkeys(at for _, at in resolve(sys.argv[3], papers, number) if at is not None))
    if verb == "gaps":
        gaps(papers, g, listed)
    elif verb == "map":
        print(draw(papers, g, chosen(papers, g, listed)))
    else:
        report(papers, g, listed)
