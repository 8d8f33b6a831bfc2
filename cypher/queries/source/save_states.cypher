// Saves how sources stand, and the entries that each has shown where these changed.
UNWIND $rows AS row
MERGE (s:Source {id: row.id})
SET s.body = row.body, s.seen = COALESCE(row.seen, s.seen)
