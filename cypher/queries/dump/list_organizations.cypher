// Every organization, by id.
MATCH (o:Organization)
WHERE o.id >= ''
RETURN o.body AS body
ORDER BY o.id
