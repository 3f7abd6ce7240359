"""Answers one query with a reference implementation of the gap method.

usage: oracle.py FOLDER published|ours < QUERY > ANSWER, both JSON. FOLDER holds
gaps_ref.py and gaps_ref2.py. Papers are numbers; QUERY has citing, cited (arcs),
years, listed and asOf, for ours the pool too. Of ours the answer has the signs
as they are weighed, without titles."""
import json
import math
import sys

sys.path.insert(0, sys.argv[1])
import numpy as np
import scipy.sparse as sp

q = json.load(sys.stdin)
n = len(q["years"])
arcs = sp.csr_matrix((np.ones(len(q["citing"])), (q["citing"], q["cited"])), shape=(n, n))
query = arcs, np.array(q["years"], float), np.array(q["listed"]), float(q["asOf"])


def published():
    from gaps_ref import gaps
    pool, score, explained, contributions = gaps(*query)
    return pool, score, explained, contributions, [[] for _ in pool]


def ours():
    """The features of the reference of which our signs are made, one by one: it
    gives none of them away, but for the score, so each is weighed alone. Its pool
    and base are made with the plain walk, as ours are."""
    import gaps_ref2 as ref
    plain = ref.walk
    undirected = (query[0] + query[0].T).tocsr()
    undirected.data[:] = 1
    ref.walk = lambda _, listed, k: plain(undirected, listed, k)
    names = ["S", "El.3", "Et20", "Eraw", "neff", "kde"]
    signs = {}
    for name in names:
        ref.WEIGHTS = {name: (1, 0)}
        pool, score, explained, contributions = ref.gaps2(*query)
        place = np.argsort(pool)
        signs[name] = score[place]
    pool = pool[place]
    return pool, signs["S"], explained[place], contributions[:, place], np.array([signs[x] for x in names]).T.tolist()


pool, score, explained, contributions, signs = {"published": published, "ours": ours}[sys.argv[2]]()
json.dump({"pool": pool.tolist(), "score": score.tolist(), "explained": explained.tolist(),
           "contributions": contributions.T.tolist(), "signs": signs}, sys.stdout)
