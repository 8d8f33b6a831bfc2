// The entries that these sources have shown.
UNWIND $ids AS id
MATCH (s:Source {id: id})
WHERE s.seen IS NOT NULL
RETURN s.id AS id, s.seen AS seen
