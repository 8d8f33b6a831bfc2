// Every claim, retired or not, that one of these organizations is a party to, by id.
MATCH (o:Organization)<-[:FROM|TO|FOR]-(c:Claim)
WHERE o.id IN $organizations
WITH DISTINCT c
RETURN c.body AS body
ORDER BY c.id
