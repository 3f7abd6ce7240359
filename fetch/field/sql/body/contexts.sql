-- The table contexts: how a paper cites another, with what all rows of a citation
-- tell of it.
WITH told AS (
  SELECT citing, cited, influential, intents, contexts FROM arcs
  WHERE fault IS NULL AND (influential OR intents IS NOT NULL OR contexts IS NOT NULL)
), repeated AS (
  SELECT citing, cited FROM told GROUP BY citing, cited HAVING count(*) > 1
)
SELECT * FROM told ANTI JOIN repeated USING (citing, cited)
UNION ALL
SELECT citing, cited, bool_or(influential), set_of(flatten(collect_list(intents))), set_of(flatten(collect_list(contexts)))
FROM told SEMI JOIN repeated USING (citing, cited) GROUP BY citing, cited
