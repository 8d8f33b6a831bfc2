// Keeps messages that were given up.
UNWIND $rows AS row
MERGE (l:DeadLetter {id: row.id})
SET l.body = row.body
