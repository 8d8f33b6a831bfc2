// Every revision, by number.
MATCH (r:Revision)
WHERE r.number > 0
RETURN r.body AS body
ORDER BY r.number
