// The deals with these ids, by id.
MATCH (d:Deal)
WHERE d.id IN $ids
RETURN d.body AS body
ORDER BY d.id
