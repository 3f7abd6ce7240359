-- The table citations/by-cited.
SELECT cited, citing FROM by_citing
