// Deletes platforms that the registry no longer has.
MATCH (p:Platform)
WHERE NOT p.id IN $ids
DETACH DELETE p
