-- The records that are not alone: of each, the record with the least id of those
-- that it is linked to, over up to four links in a row. A chain of more links stays
-- in pieces.
WITH name1 AS (SELECT name, min(id) AS least FROM links GROUP BY name),
id1 AS (SELECT id, min(least) AS least FROM links JOIN name1 USING (name) GROUP BY id),
name2 AS (SELECT name, min(least) AS least FROM links JOIN id1 USING (id) GROUP BY name),
id2 AS (SELECT id, min(least) AS least FROM links JOIN name2 USING (name) GROUP BY id),
name3 AS (SELECT name, min(least) AS least FROM links JOIN id2 USING (id) GROUP BY name),
id3 AS (SELECT id, min(least) AS least FROM links JOIN name3 USING (name) GROUP BY id),
name4 AS (SELECT name, min(least) AS least FROM links JOIN id3 USING (id) GROUP BY name),
id4 AS (SELECT id, min(least) AS least FROM links JOIN name4 USING (name) GROUP BY id),
settled AS (SELECT a.id, a.least FROM id4 a JOIN id4 b ON a.least = b.id AND b.least = b.id),
repeated AS (SELECT id, id AS least FROM records GROUP BY id HAVING count(*) > 1)
SELECT id, least AS work FROM settled
UNION ALL
SELECT id, least FROM repeated ANTI JOIN settled USING (id)
