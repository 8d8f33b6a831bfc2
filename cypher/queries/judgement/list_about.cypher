// The judgements with this name, entity or claim on either side, oldest first.
MATCH (j:Judgement)
WHERE j.left = $subject OR j.right = $subject
RETURN j.body AS body
ORDER BY j.at, j.id
