// Every judgement, oldest first.
MATCH (j:Judgement)
RETURN j.body AS body
ORDER BY j.at, j.id
