// How these sources stand, by id; those that were never asked are passed over.
UNWIND $ids AS id
MATCH (s:Source {id: id})
WHERE s.body IS NOT NULL
RETURN s.body AS body
ORDER BY s.id
