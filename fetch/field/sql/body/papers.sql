-- The table papers: what is shown of a paper.
WITH aliases AS (
  SELECT a.node, set_of(collect_list(a.paper_id)) AS aliases
  FROM names a JOIN ordinals o ON a.node = o.node AND a.paper_id <> o.paper_id GROUP BY a.node
)
SELECT o.node, w.title, w.authors, w.venue, w.corpus_id, w.doi, w.arxiv, w.acl, w.pubmed, w.pmcid, w.mag, w.dblp, a.aliases, w.kinds
FROM works w JOIN ordinals o ON w.id = o.id LEFT JOIN aliases a ON o.node = a.node
