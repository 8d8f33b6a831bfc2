// Deletes sites that the registry no longer has.
MATCH (s:Site)
WHERE NOT s.id IN $ids
DETACH DELETE s
