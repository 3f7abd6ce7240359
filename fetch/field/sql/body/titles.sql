-- The table titles: by what Fold of package titlekey leaves of a title, the papers.
-- The fewer letters translate is to look for, the faster it is.
WITH plain AS (
  SELECT o.node, CASE
    WHEN NOT regexp_like(title, '[^ -~]') THEN lower(untagged(title))
    WHEN NOT regexp_like(title, '[^ -ſ]') THEN translate(untagged(title), '{{.NearWritten}}', '{{.NearPlain}}')
    ELSE translate(untagged(title), '{{.Written}}', '{{.Plain}}') END AS plain
  FROM works w JOIN ordinals o ON w.id = o.id WHERE title IS NOT NULL
), spaced AS (
  SELECT node, plain, replace(replace(concat(' ', replaced(replace(plain, '&', ' and '), '[^a-z0-9]', ' '), ' '), ' the ', ' '), ' an ', ' ') AS spaced FROM plain
), folded AS (
  SELECT node, plain, replace(replace(translate(replace(spaced, 'ph', 'f'), '{{.Dropped}}', ''), 'll', 'l'), 'mm', 'm') AS folded FROM spaced
)
SELECT md5(CASE WHEN length(folded) >= {{.Enough}} THEN folded ELSE translate(plain, '{{.Marks}}', '') END) AS key, node FROM folded
