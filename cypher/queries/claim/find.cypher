// The claim with this id, retired or not.
MATCH (c:Claim {id: $id})
RETURN c.body AS body
