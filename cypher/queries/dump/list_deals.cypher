// Every deal, by id.
MATCH (d:Deal)
WHERE d.id >= ''
RETURN d.body AS body
ORDER BY d.id
