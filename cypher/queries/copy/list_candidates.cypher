// For each of some articles those that share a key with it, most keys first; of a key of very many, some.
UNWIND $articles AS id
MATCH (a:Article {id: id})-[:IN_BAND]->(band:Band)
CALL (a, band) {
  MATCH (band)<-[:IN_BAND]-(other:Article)
  WHERE other <> a
  RETURN other
  LIMIT $sample
}
WITH a, other, count(*) AS shared
ORDER BY shared DESC, other.id
WITH a, collect(other.id)[..$most] AS others
RETURN a.id AS id, others
