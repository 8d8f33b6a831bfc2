// The blocks that share a claim with these.
MATCH (b:Block)<-[:IN_BLOCK]-(c:Claim)
WHERE b.key IN $keys AND NOT c.retired
WITH DISTINCT c
MATCH (c)-[:IN_BLOCK]->(other:Block)
RETURN DISTINCT other.key AS key
