// A page of the log, after a number.
MATCH (r:Revision)
WHERE r.number > $after
RETURN r.body AS body
ORDER BY r.number
LIMIT $first
