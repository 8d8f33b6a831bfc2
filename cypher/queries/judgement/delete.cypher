// Forgets one judgement; answers how many there were.
MERGE (log:Log {id: 'judgements'})
SET log.last = coalesce(log.last, 0) + 1
WITH log
MATCH (j:Judgement {id: $id})
DELETE j
RETURN count(*) AS deleted
