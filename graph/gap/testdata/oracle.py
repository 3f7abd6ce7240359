"""Answers one query with the reference implementation of the gap method.

usage: oracle.py FOLDER_OF_gaps_ref.py < QUERY > ANSWER, both JSON. Papers are
numbers; QUERY has citing, cited (arcs), years, listed and asOf."""
import json
import sys

sys.path.insert(0, sys.argv[1])
import numpy as np
import scipy.sparse as sp
from gaps_ref import gaps

q = json.load(sys.stdin)
n = len(q["years"])
arcs = sp.csr_matrix((np.ones(len(q["citing"])), (q["citing"], q["cited"])), shape=(n, n))
pool, score, explained, contributions = gaps(arcs, np.array(q["years"], float), np.array(q["listed"]), float(q["asOf"]))
json.dump({"pool": pool.tolist(), "score": score.tolist(), "explained": explained.tolist(),
           "contributions": contributions.T.tolist()}, sys.stdout)
