-- The paperIds under which the source has, or had, its records.
SELECT paper_id, id FROM told_ids
