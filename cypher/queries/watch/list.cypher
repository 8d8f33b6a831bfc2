// Every watch, by id.
MATCH (w:Watch)
WHERE w.id >= ''
RETURN w.body AS body
ORDER BY w.id
