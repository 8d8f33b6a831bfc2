// Every platform, by id.
MATCH (p:Platform)
WHERE p.id >= ''
RETURN p.body AS body
ORDER BY p.id
