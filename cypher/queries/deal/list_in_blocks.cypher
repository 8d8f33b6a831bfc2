// The deals that rest on a claim, retired or not, in these blocks, by id.
MATCH (b:Block)<-[:IN_BLOCK]-(c:Claim)
WHERE b.key IN $keys
WITH DISTINCT c
MATCH (c)-[:SUPPORTS|DISPUTES|ENDS]->(:Term)<-[:HAS_TERM]-(d:Deal)
WITH DISTINCT d
RETURN d.body AS body
ORDER BY d.id
