// The blocks of these claims.
MATCH (c:Claim)-[:IN_BLOCK]->(b:Block)
WHERE c.id IN $claims
RETURN DISTINCT b.key AS key
