// Saves deals with their terms, and each term with its parties, product, site and claims.
UNWIND $rows AS row
MERGE (d:Deal {id: row.id})
SET d += row.properties
SET d.names = COLLECT {
  UNWIND row.parties AS party
  MATCH (o:Organization {id: party})
  RETURN o.name
}
WITH d, row
UNWIND row.terms AS term
MERGE (t:Term {id: term.id})
SET t += term.properties
CREATE (d)-[:HAS_TERM]->(t)
WITH t, term
CALL (t, term) {
  UNWIND term.from AS id
  MATCH (o:Organization {id: id})
  CREATE (t)-[:FROM]->(o)
}
CALL (t, term) {
  UNWIND term.to AS id
  MATCH (o:Organization {id: id})
  CREATE (t)-[:TO]->(o)
}
CALL (t, term) {
  UNWIND term.for AS id
  MATCH (o:Organization {id: id})
  CREATE (t)-[:FOR]->(o)
}
CALL (t, term) {
  UNWIND term.milestones AS milestone
  CREATE (t)-[:MILESTONE]->(m:Milestone)
  SET m = milestone
}
CALL (t, term) {
  MATCH (p:Product {id: term.product})
  CREATE (t)-[:OF]->(p)
}
CALL (t, term) {
  MATCH (s:Site {id: term.site})
  CREATE (t)-[:AT]->(s)
}
CALL (t, term) {
  UNWIND term.supports AS id
  MATCH (c:Claim {id: id})
  CREATE (c)-[:SUPPORTS]->(t)
}
CALL (t, term) {
  UNWIND term.disputes AS id
  MATCH (c:Claim {id: id})
  CREATE (c)-[:DISPUTES]->(t)
}
CALL (t, term) {
  UNWIND term.ends AS id
  MATCH (c:Claim {id: id})
  CREATE (c)-[:ENDS]->(t)
}
