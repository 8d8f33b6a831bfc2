// The claims behind this deal, by id.
MATCH (d:Deal {id: $deal})
UNWIND d.claims AS id
MATCH (c:Claim {id: id})
RETURN c.body AS body
ORDER BY c.id
