// The claims with these ids, retired or not, by id.
MATCH (c:Claim)
WHERE c.id IN $ids
RETURN c.body AS body
ORDER BY c.id
