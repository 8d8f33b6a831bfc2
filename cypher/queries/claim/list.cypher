// A page of the claims that a filter lets through, by id, after an id.
CALL () {
  WITH $article AS article
  WHERE article IS NOT NULL
  MATCH (c:Claim {article: article})
  RETURN c
  UNION
  WITH $parties AS parties
  WHERE $article IS NULL AND parties IS NOT NULL
  UNWIND parties AS party
  MATCH (c:Claim)-[:FROM|TO|FOR]->(:Organization {id: party})
  RETURN c
  UNION
  WITH 1 AS one
  WHERE $article IS NULL AND $parties IS NULL
  MATCH (c:Claim)
  WHERE c.id > $after
  RETURN c
}
WITH DISTINCT c
WHERE
  c.id > $after
  AND NOT c.retired
  AND ($kinds IS NULL OR c.kind IN $kinds)
  AND ($parties IS NULL OR
    EXISTS {
      MATCH (c)-[:FROM|TO|FOR]->(o:Organization)
      WHERE o.id IN $parties
    })
RETURN c.body AS body
ORDER BY c.id
LIMIT $first
