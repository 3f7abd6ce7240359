"""Reads graphs and bibliographies with programs that are not ours.

Each argument is a file. Prints one JSON object: for each file and program, how
many papers and citations it found, and the titles, sorted.
"""
import html
import json
import re
import sys
import warnings

import igraph
import networkx
from pybtex.database import parse_file
from pybtex.richtext import Text

warnings.simplefilter("ignore")


def plain(latex):
    """Gives the text of a title; pybtex leaves these three commands as they are."""
    text = Text.from_latex(latex).render_as("text").replace("\\$", "$")
    return re.sub(r"\\textbraceright ?", "}", re.sub(r"\\textbraceleft ?", "{", text)).replace("\xa0", " ")


def with_networkx(path):
    if path.endswith(".graphml"):
        g = networkx.read_graphml(path)
    elif path.endswith(".gexf"):
        g = networkx.read_gexf(path)
    elif path.endswith(".gml"):
        g = networkx.read_gml(path)
    else:
        g = networkx.read_pajek(path)
        return g, list(g.nodes)
    return g, [d.get("title", "") for _, d in g.nodes(data=True)]


def with_igraph(path):
    g = igraph.Graph.Read(path)
    if path.endswith(".net"):
        return g, g.vs["id"] if g.vcount() else []
    titles = g.vs["title"] if "title" in g.vs.attributes() else [""] * g.vcount()
    if path.endswith(".gml"):
        titles = [html.unescape(t) for t in titles]
    return g, titles


def read(path):
    if path.endswith(".bib"):
        entries = parse_file(path).entries.values()
        titles = [plain(e.fields.get("title", "")) for e in entries]
        return {"pybtex": {"papers": len(titles), "citations": 0, "titles": sorted(titles)}}
    out = {}
    g, titles = with_networkx(path)
    assert g.is_directed()
    out["networkx"] = {"papers": g.number_of_nodes(), "citations": g.number_of_edges(), "titles": sorted(titles)}
    if not path.endswith(".gexf"):
        g, titles = with_igraph(path)
        assert g.is_directed()
        out["igraph"] = {"papers": g.vcount(), "citations": g.ecount(), "titles": sorted(titles)}
    return out


print(json.dumps({path: read(path) for path in sys.argv[1:]}))
