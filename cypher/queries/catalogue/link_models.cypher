// Replaces the standing edges of models.
UNWIND $rows AS row
MATCH (m:Model {id: row.id})
CALL (m) {
  MATCH (m)-[old:DEVELOPED_BY]->()
  DELETE old
}
CALL (m, row) {
  UNWIND row.developedBy AS link
  MATCH (other:Organization {id: link.target})
  CREATE (m)-[edge:DEVELOPED_BY]->(other)
  SET edge += link.properties
}
