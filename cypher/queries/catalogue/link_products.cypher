// Replaces the standing edges of products.
UNWIND $rows AS row
MATCH (p:Product {id: row.id})
CALL (p) {
  MATCH (p)-[old:VARIANT_OF|MADE_BY|DESIGNED_WITH|FABRICATED_BY|MEMORY_FROM|ASSEMBLED_BY]->()
  DELETE old
}
CALL (p, row) {
  UNWIND row.family AS link
  MATCH (other:Product {id: link.target})
  CREATE (p)-[edge:VARIANT_OF]->(other)
  SET edge += link.properties
}
CALL (p, row) {
  UNWIND row.madeBy AS link
  MATCH (other:Organization {id: link.target})
  CREATE (p)-[edge:MADE_BY]->(other)
  SET edge += link.properties
}
CALL (p, row) {
  UNWIND row.designedWith AS link
  MATCH (other:Organization {id: link.target})
  CREATE (p)-[edge:DESIGNED_WITH]->(other)
  SET edge += link.properties
}
CALL (p, row) {
  UNWIND row.fabricatedBy AS link
  MATCH (other:Organization {id: link.target})
  CREATE (p)-[edge:FABRICATED_BY]->(other)
  SET edge += link.properties
}
CALL (p, row) {
  UNWIND row.memoryFrom AS link
  MATCH (other:Organization {id: link.target})
  CREATE (p)-[edge:MEMORY_FROM]->(other)
  SET edge += link.properties
}
CALL (p, row) {
  UNWIND row.assembledBy AS link
  MATCH (other:Organization {id: link.target})
  CREATE (p)-[edge:ASSEMBLED_BY]->(other)
  SET edge += link.properties
}
