// How claims in use name this organization: of each name the claim with the smallest id among some thousands.
MATCH (o:Organization {id: $organization})<-[edge:FROM|TO|FOR]-(c:Claim)
WHERE NOT c.retired
WITH o, edge, c
LIMIT 5000
ORDER BY c.id
WITH o.id AS organization, edge.name AS name, head(collect({claim: c.id, side: type(edge), edge: properties(edge)})) AS first
RETURN first.claim AS claim, first.side AS side, organization, first.edge AS edge
ORDER BY name
LIMIT $first
