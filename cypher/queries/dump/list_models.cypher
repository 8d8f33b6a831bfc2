// Every model, by id.
MATCH (m:Model)
WHERE m.id >= ''
RETURN m.body AS body
ORDER BY m.id
