// Deletes regions that the registry no longer has.
MATCH (r:Region)
WHERE NOT r.id IN $ids
DETACH DELETE r
