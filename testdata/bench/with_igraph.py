"""Times igraph on the citations in a file, for cmd/bench.

usage: with_igraph.py PAPERS CITATIONS RUNS QUESTION...

CITATIONS holds pairs of uint32, citing and cited paper. Prints one JSON object:
for each question the median seconds and, where there is one, a result.
"""
import json
import resource
import statistics
import sys
import time

import igraph
import numpy

papers, path, runs = int(sys.argv[1]), sys.argv[2], int(sys.argv[3])
edges = numpy.fromfile(path, dtype=numpy.uint32).reshape(-1, 2)
g = igraph.Graph(n=papers, edges=edges.astype(numpy.int64), directed=True)
undirected = None


def simple():
    global undirected
    if undirected is None:
        undirected = g.as_undirected(mode="collapse")
    return undirected


def leiden():
    igraph.set_random_number_generator(__import__("random").Random(0))
    return simple().community_leiden(objective_function="modularity", n_iterations=-1).modularity


questions = {
    "pagerank": lambda: g.pagerank(damping=0.85, implementation="prpack"),
    "personalised": lambda: g.personalized_pagerank(damping=0.85, reset_vertices=list(range(0, papers, max(1, papers // 20)))),
    "components": lambda: g.connected_components(mode="strong"),
    "leiden": leiden,
    "betweenness": lambda: g.betweenness(),
    "core": lambda: g.coreness(mode="all"),
    "authority": lambda: g.authority_score(),
}

out = {}
for q in sys.argv[4:]:
    simple() if q in ("leiden",) else None
    took, result = [], None
    for _ in range(runs):
        began = time.perf_counter()
        result = questions[q]()
        took.append(time.perf_counter() - began)
        if sum(took) > 20:
            break
    answer = {"seconds": statistics.median(took)}
    if q == "pagerank":
        numpy.array(result).tofile(path + ".pagerank")
    if q == "leiden":
        answer["quality"] = result
    out[q] = answer
out["peak"] = {"seconds": 0, "bytes": 1024 * resource.getrusage(resource.RUSAGE_SELF).ru_maxrss}
print(json.dumps(out))
