// Replaces the standing edges of platforms.
UNWIND $rows AS row
MATCH (p:Platform {id: row.id})
CALL (p) {
  MATCH (p)-[old:OPERATED_BY|OFFERS|RUNS_ON|AVAILABLE_IN]->()
  DELETE old
}
CALL (p, row) {
  UNWIND row.operatedBy AS link
  MATCH (other:Organization {id: link.target})
  CREATE (p)-[edge:OPERATED_BY]->(other)
  SET edge += link.properties
}
CALL (p, row) {
  UNWIND row.offers AS link
  MATCH (other:Model {id: link.target})
  CREATE (p)-[edge:OFFERS]->(other)
  SET edge += link.properties
}
CALL (p, row) {
  UNWIND row.runsOn AS link
  MATCH (other:Product {id: link.target})
  CREATE (p)-[edge:RUNS_ON]->(other)
  SET edge += link.properties
}
CALL (p, row) {
  UNWIND row.availableIn AS link
  MATCH (other:Region {id: link.target})
  CREATE (p)-[edge:AVAILABLE_IN]->(other)
  SET edge += link.properties
}
