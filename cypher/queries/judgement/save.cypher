// Saves judgements; one that is there already stays as it is.
MERGE (log:Log {id: 'judgements'})
SET log.last = coalesce(log.last, 0) + 1
WITH log
UNWIND $rows AS row
MERGE (j:Judgement {id: row.id})
SET j += row.properties
