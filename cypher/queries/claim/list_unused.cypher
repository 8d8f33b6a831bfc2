// Which of these claims are not in use: retired, or not there.
UNWIND $ids AS id
OPTIONAL MATCH (c:Claim {id: id})
WITH id, c
WHERE c IS NULL OR c.retired
RETURN id
ORDER BY id
