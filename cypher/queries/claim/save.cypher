// Saves claims with their edges, and provisional organizations for parties that no registry holds; answers how many.
UNWIND $rows AS row
MATCH (a:Article {id: row.article})
MERGE (c:Claim {id: row.id})
ON CREATE SET c.run = $run, c.recordedAt = $recordedAt, c.retired = false
SET c += row.properties
MERGE (a)-[:STATES]->(c)
WITH c, row
CALL (c) {
  MATCH (c)-[old:FROM|TO|FOR|OF|AT|IN_BLOCK]->()
  DELETE old
}
CALL (c, row) {
  UNWIND row.blocks AS key
  MERGE (b:Block {key: key})
  CREATE (c)-[:IN_BLOCK]->(b)
}
CALL (row) {
  UNWIND row.from + row.to + row.for AS party
  MERGE (o:Organization {id: party.id})
  WITH o, party
  WHERE o.body IS NULL OR (NOT o.verified AND party.provisional.body < o.body)
  SET o += party.provisional
}
CALL (c, row) {
  UNWIND row.from AS party
  MATCH (o:Organization {id: party.id})
  CREATE (c)-[edge:FROM]->(o)
  SET edge = party.edge, edge.at = $at
}
CALL (c, row) {
  UNWIND row.to AS party
  MATCH (o:Organization {id: party.id})
  CREATE (c)-[edge:TO]->(o)
  SET edge = party.edge, edge.at = $at
}
CALL (c, row) {
  UNWIND row.for AS party
  MATCH (o:Organization {id: party.id})
  CREATE (c)-[edge:FOR]->(o)
  SET edge = party.edge, edge.at = $at
}
CALL (c, row) {
  MATCH (p:Product {id: row.product})
  CREATE (c)-[:OF]->(p)
}
CALL (c, row) {
  MATCH (s:Site {id: row.site})
  CREATE (c)-[:AT]->(s)
}
RETURN count(c) AS saved
