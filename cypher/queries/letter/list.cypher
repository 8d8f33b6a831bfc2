// A page of the messages to a webhook that were given up, in the order of the log.
MATCH (l:DeadLetter)
WHERE l.id > $above AND l.id < $below
RETURN l.body AS body
ORDER BY l.id
LIMIT $first
