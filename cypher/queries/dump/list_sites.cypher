// Every site, by id.
MATCH (s:Site)
WHERE s.id >= ''
RETURN s.body AS body
ORDER BY s.id
