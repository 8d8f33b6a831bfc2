// The organizations with these ids, by id.
MATCH (o:Organization)
WHERE o.id IN $ids
RETURN o.body AS body
ORDER BY o.id
