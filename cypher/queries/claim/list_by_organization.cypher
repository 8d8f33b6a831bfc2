// A page of the claims that name this organization, by id, after an id.
MATCH (c:Claim)-[:FROM|TO|FOR]->(:Organization {id: $organization})
WHERE c.id > $after AND NOT c.retired
WITH DISTINCT c
ORDER BY c.id
LIMIT $first
RETURN c.body AS body
