-- The table citations/by-citing.
SELECT DISTINCT citing, cited FROM arcs WHERE fault IS NULL
