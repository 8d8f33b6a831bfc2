// Deletes models that the registry no longer has.
MATCH (m:Model)
WHERE NOT m.id IN $ids
DETACH DELETE m
