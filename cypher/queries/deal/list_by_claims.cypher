// The deals that rest on one of these claims, by id.
MATCH (c:Claim)-[:SUPPORTS|DISPUTES|ENDS]->(:Term)<-[:HAS_TERM]-(d:Deal)
WHERE c.id IN $claims
WITH DISTINCT d
RETURN d.body AS body
ORDER BY d.id
