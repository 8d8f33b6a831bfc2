// Forgets messages that were delivered after they had been given up.
UNWIND $ids AS id
MATCH (l:DeadLetter {id: id})
DELETE l
