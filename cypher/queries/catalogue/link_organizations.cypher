// Replaces the standing edges of organizations.
UNWIND $rows AS row
MATCH (o:Organization {id: row.id})
CALL (o) {
  MATCH (o)-[old:PART_OF|MEMBER_OF]->()
  DELETE old
}
CALL (o, row) {
  UNWIND row.partOf AS link
  MATCH (other:Organization {id: link.target})
  CREATE (o)-[edge:PART_OF]->(other)
  SET edge += link.properties
}
CALL (o, row) {
  UNWIND row.memberOf AS link
  MATCH (other:Organization {id: link.target})
  CREATE (o)-[edge:MEMBER_OF]->(other)
  SET edge += link.properties
}
