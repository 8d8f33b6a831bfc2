// Forgets one judgement; answers how many there were.
MATCH (j:Judgement {id: $id})
DELETE j
RETURN count(*) AS deleted
