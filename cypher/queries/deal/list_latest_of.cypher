// A page of the deals of one group of organizations, latest published first, undated ones last.
UNWIND $parties AS party
MATCH (:Organization {id: party})<-[:FROM|TO|FOR]-(t:Term)<-[:HAS_TERM]-(d:Deal)
WHERE $kinds IS NULL OR t.kind IN $kinds
WITH DISTINCT d, coalesce(-1.0 * d.publishedDay, 1.0e18) AS key, d.id AS id
WHERE key > $afterKey OR (key = $afterKey AND id > $afterId)
WITH d, key, id
ORDER BY key, id
LIMIT $first
RETURN d.body AS body, id, key
ORDER BY key, id
