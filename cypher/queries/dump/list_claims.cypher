// Every claim, retired or not, by id.
MATCH (c:Claim)
WHERE c.id >= ''
RETURN c.body AS body, c.retired AS retired
ORDER BY c.id
