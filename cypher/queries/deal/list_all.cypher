// Every deal, by id, for answers that count over all of them.
MATCH (d:Deal)
WHERE d.id >= ''
RETURN d.body AS body
ORDER BY d.id
