-- The rows of abstracts that have a set of their own; without a node, those of
-- papers that are not there.
SELECT p.node, CASE WHEN p.node IS NOT NULL THEN a.abstract END AS abstract
FROM told_abstracts a LEFT JOIN places p ON a.id = p.id
