// Every region, by id.
MATCH (r:Region)
WHERE r.id >= ''
RETURN r.body AS body
ORDER BY r.id
