-- The paperIds under which the source has, or had, its records.
SELECT paper_id, id, was FROM told_ids
