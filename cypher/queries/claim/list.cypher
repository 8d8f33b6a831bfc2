// A page of claims by id, after an id.
MATCH (c:Claim)
WHERE c.id > $after AND NOT c.retired
RETURN c.body AS body
ORDER BY c.id
LIMIT $first
