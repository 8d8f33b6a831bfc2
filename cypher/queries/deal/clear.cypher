// Takes the terms off these deals with their edges, and deletes the terms that are not kept.
UNWIND $ids AS id
MATCH (:Deal {id: id})-[has:HAS_TERM]->(t:Term)
DELETE has
WITH DISTINCT t
CALL (t) {
  MATCH (t)-[edge:FROM|TO|FOR|OF|AT|PART_OF|ADDS_TO|MIRRORS|SECURES|REPLACES]->()
  DELETE edge
}
CALL (t) {
  MATCH (t)-[:MILESTONE]->(m:Milestone)
  DETACH DELETE m
}
CALL (t) {
  MATCH (t)<-[edge:SUPPORTS|DISPUTES|ENDS]-(:Claim)
  DELETE edge
}
WITH t
WHERE NOT t.id IN $kept
DETACH DELETE t
