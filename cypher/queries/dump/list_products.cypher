// Every product, by id.
MATCH (p:Product)
WHERE p.id >= ''
RETURN p.body AS body
ORDER BY p.id
