-- The records of papers: rows that say which record they are.
SELECT * FROM read_papers WHERE id IS NOT NULL
