// Deletes products that the registry no longer has.
MATCH (p:Product)
WHERE NOT p.id IN $ids
DETACH DELETE p
