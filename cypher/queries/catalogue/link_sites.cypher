// Replaces the standing edges of sites.
UNWIND $rows AS row
MATCH (s:Site {id: row.id})
CALL (s) {
  MATCH (s)-[old:OWNED_BY|OPERATED_BY|POWERED_BY|IN]->()
  DELETE old
}
CALL (s, row) {
  UNWIND row.ownedBy AS link
  MATCH (other:Organization {id: link.target})
  CREATE (s)-[edge:OWNED_BY]->(other)
  SET edge += link.properties
}
CALL (s, row) {
  UNWIND row.operatedBy AS link
  MATCH (other:Organization {id: link.target})
  CREATE (s)-[edge:OPERATED_BY]->(other)
  SET edge += link.properties
}
CALL (s, row) {
  UNWIND row.poweredBy AS link
  MATCH (other:Organization {id: link.target})
  CREATE (s)-[edge:POWERED_BY]->(other)
  SET edge += link.properties
}
CALL (s, row) {
  UNWIND row.in AS link
  MATCH (other:Region {id: link.target})
  CREATE (s)-[edge:IN]->(other)
  SET edge += link.properties
}
