// Replaces the standing edges of regions.
UNWIND $rows AS row
MATCH (r:Region {id: row.id})
CALL (r) {
  MATCH (r)-[old:PART_OF|OPERATED_BY]->()
  DELETE old
}
CALL (r, row) {
  UNWIND row.partOf AS link
  MATCH (other:Region {id: link.target})
  CREATE (r)-[edge:PART_OF]->(other)
  SET edge += link.properties
}
CALL (r, row) {
  UNWIND row.operatedBy AS link
  MATCH (other:Organization {id: link.target})
  CREATE (r)-[edge:OPERATED_BY]->(other)
  SET edge += link.properties
}
