// Every claim in these blocks, by id.
MATCH (b:Block)<-[:IN_BLOCK]-(c:Claim)
WHERE b.key IN $keys AND NOT c.retired
WITH DISTINCT c
RETURN c.body AS body
ORDER BY c.id
