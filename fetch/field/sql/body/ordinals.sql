-- The ordinals of the works: by date, a year ahead of its months and a month ahead
-- of its days, then by paperId. Rows are numbered within a day and the first
-- letter of the id, and the counts of those summed up, so that no sort has all rows.
WITH dated AS (
  SELECT id, paper_id, coalesce(date, '') AS date, substr(paper_id, 1, 1) AS initial FROM works
), counted AS (
  SELECT date, initial, count(*) AS papers FROM dated GROUP BY date, initial
), starts AS (
  SELECT date, initial, sum(papers) OVER (ORDER BY date, initial ROWS UNBOUNDED PRECEDING) - papers AS start FROM counted
)
SELECT d.id, d.paper_id, CAST(s.start + row_number() OVER (PARTITION BY d.date, d.initial ORDER BY d.paper_id) - 1 AS INT) AS node
FROM dated d JOIN starts s ON d.date = s.date AND d.initial = s.initial
