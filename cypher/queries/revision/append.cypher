// Appends revisions, already numbered after the last, below their deals.
MATCH (log:Log {id: 'revisions'})
SET log.last = $last
WITH log
UNWIND $rows AS row
CREATE (r:Revision {number: row.number})
SET r += row.properties
WITH r, row
CALL (r, row) {
  MATCH (d:Deal {id: row.deal})
  CREATE (d)-[:REVISED_AS]->(r)
}
