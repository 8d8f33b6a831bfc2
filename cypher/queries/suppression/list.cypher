// Every address that is not written to.
MATCH (s:Suppression)
RETURN s.body AS body
ORDER BY s.id
