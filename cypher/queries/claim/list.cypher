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
  AND ($stages IS NULL OR c.stage IN $stages)
  AND ($polarities IS NULL OR c.polarity IN $polarities)
  AND ($voices IS NULL OR c.voice IN $voices)
  AND ($tiers IS NULL OR c.tier IN $tiers)
  AND ($confidence IS NULL OR c.confidence >= $confidence)
  AND ($publishedFrom IS NULL OR c.publishedLastDay >= $publishedFrom)
  AND ($publishedTo IS NULL OR c.publishedDay <= $publishedTo)
  AND ($parties IS NULL OR
    EXISTS {
      MATCH (c)-[:FROM|TO|FOR]->(o:Organization)
      WHERE o.id IN $parties
    })
RETURN c.body AS body
ORDER BY c.id
LIMIT $first
