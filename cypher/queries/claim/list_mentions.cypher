// The parties of these claims as the claims name them, with how each came to be who it is.
MATCH (c:Claim)-[edge:FROM|TO|FOR]->(o:Organization)
WHERE c.id IN $ids
RETURN c.id AS claim, type(edge) AS side, o.id AS organization, properties(edge) AS edge
ORDER BY claim, side, edge.order
